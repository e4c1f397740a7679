//! The day that the `date` of a row is, as the examples read it.

mod program;

use program::{Folder, run};
use serde_json::{Value, json};

/// Scores rows with these dates.
fn dated(dates: &[Value]) -> Vec<Value> {
    let line = |date| format!("{}\n", json!({"text": "Server KPU", "date": date}));
    let lines: String = dates.iter().map(line).collect();
    let ran = run("score", &[], lines.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.rows()
}

#[test]
fn a_date_may_have_a_time_behind_it() {
    let rows = dated(&[
        json!("2024-02-14"),
        json!("2024-02-14T08:00:00Z"),
        json!("2024-02-14T08:00:00.000+07:00"),
        json!("2024-02-14 08:00"),
        json!("2024-02-14 08:00:00 PM"),
        json!(" 2024-02-14 "),
    ]);
    assert!(rows.iter().all(|row| row["phase"] == "during"));
    assert!(rows.iter().all(|row| row.get("date_error").is_none()));
}

/// As spreadsheets and people of the country write it; March came third.
#[test]
fn a_date_may_be_written_with_the_day_first() {
    for (date, phase) in [
        ("13/02/2024", json!("before")),
        ("14/02/2024", json!("during")),
        ("14/2/2024 21.05", json!("during")),
        ("14/02/2024 9.05", json!("during")),
        ("14/02/2024, 9:05", json!("during")),
        ("14/02/2024 21:05:10", json!("during")),
        ("13/02/2024 18:30 UTC", json!("during")),
        ("1/3/2024", json!("during")),
        ("03/04/2024", json!("after")),
        ("30/11/2024", json!("during")),
        ("1/1/2021", json!(null)),
    ] {
        let row = &dated(&[json!(date)])[0];
        assert_eq!(row["phase"], phase, "{date}");
        assert!(row.get("date_error").is_none(), "{date}");
    }
}

/// Polling day was the 14th in Jakarta, where it begins seven hours before UTC's.
#[test]
fn a_day_is_one_of_the_country_whatever_the_zone_of_the_time() {
    for (date, phase) in [
        ("2024-02-13T16:59:59Z", "before"),
        ("2024-02-13T17:00:00Z", "during"),
        ("2024-02-13T17:00:00.000+00:00", "during"),
        ("2024-02-13 17:00:00+0000", "during"),
        ("2024-02-13 17:00:00+00", "during"),
        ("2024-02-13 18:30:00 UTC", "during"),
        ("2024-02-13 16:30:00 UTC", "before"),
        ("2024-02-13 18:30 gmt", "during"),
        ("2024-02-13T183000Z", "during"),
        ("2024-02-13T163000.125Z", "before"),
        ("2024-02-13T1830Z", "during"),
        ("2024-02-13 20:00 UTC+3", "during"),
        ("2024-02-13 19:59 GMT+03:00", "before"),
        ("2024-02-13 23:00 UTC+7", "before"),
        ("2024-02-13 23:00 WIB", "before"),
        ("2024-02-14 00:30 WIT", "during"),
        ("2024-02-13T12:30:00-05:00", "during"),
        ("2024-02-14T01:00:00+10:00", "before"),
        // Of the country, or of nowhere: as it is written.
        ("2024-02-13T23:59:59", "before"),
        ("2024-02-13T23:59:59+07:00", "before"),
        ("2024-02-14T00:30:00+09:00", "during"),
        // The result was declared on 20 March.
        ("2024-03-20T16:59:00Z", "during"),
        ("2024-03-20T17:00:00Z", "after"),
    ] {
        assert_eq!(dated(&[json!(date)])[0]["phase"], phase, "{date}");
    }
    // Over the ends of months and years, and of the calendar.
    for (date, phase) in [
        ("2023-10-18T17:00:00Z", json!("before")),
        ("2019-10-20T17:00:00Z", json!(null)),
        ("2024-02-01T01:00:00+12:00", json!("before")),
        ("2023-12-31T20:00:00Z", json!("before")),
        ("2024-01-01T01:00:00+12:00", json!("before")),
        ("2024-02-29T20:00:00Z", json!("during")),
        ("0001-01-01T01:00:00+12:00", json!(null)),
        ("9999-12-31T20:00:00Z", json!(null)),
    ] {
        let row = &dated(&[json!(date)])[0];
        assert_eq!(row["phase"], phase, "{date}");
        assert!(row.get("date_error").is_none(), "{date}");
    }
}

#[test]
fn what_is_no_date_is_said_and_costs_nothing_else() {
    let none = &dated(&[json!(null), json!("")]);
    assert!(none.iter().all(|row| row.get("date_error").is_none()));
    for date in [
        // A month first is none; so are two digits of a year, which may be a day.
        json!("02/14/2024"),
        json!("14/02/24"),
        json!("2024/02/14"),
        json!("14/02/2024/1"),
        json!("014/2/2024"),
        json!("/2/2024"),
        json!("14-02-2024"),
        json!("2024-02-30"),
        json!("2024-02-14x"),
        json!("2024-02-14 foo"),
        // The day depends on what cannot be read.
        json!("2024-02-14T99:00:00Z"),
        json!("2024-02-14T10:00:00+x"),
        json!("2024-02-13 18:30:00 EST"),
        json!("2024-02-13 18:30:00 - 19:30:00"),
        json!("2024-02-13T18:3Z"),
        json!("2024-02-13T18300Z"),
        json!("2024-02-13T18é"),
        json!("2024"),
        json!(1_707_868_800),
        json!(["2024-02-14"]),
    ] {
        let mut row = dated(std::slice::from_ref(&date)).remove(0);
        let error = row.as_object_mut().unwrap().remove("date_error").unwrap();
        let told = date.as_str().map_or(date.to_string(), str::to_owned);
        assert!(error.as_str().unwrap().contains("`date`"), "{error}");
        assert!(
            error
                .as_str()
                .unwrap()
                .contains(told.trim_matches(['[', ']', '"'])),
            "{error}"
        );
        assert_eq!(row, none[0], "as a line without a date");
    }
}

#[test]
fn a_table_may_have_dates() {
    let folder = Folder::new("dates");
    let table = "\u{FEFF}date,text\n2024-02-14,Server KPU\n,Server KPU\nkemarin,Server KPU\n";
    let file = folder.file("posts.csv", table);
    let rows = run("score", &["--input", &file], b"").rows();
    assert_eq!(rows[0]["phase"], "during");
    assert!(rows[1].get("date_error").is_none());
    assert!(rows[2]["date_error"].as_str().unwrap().contains("kemarin"));
}

const KNOWN: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";

#[test]
fn triage_tells_of_what_is_no_date() {
    let folder = Folder::new("triage-dates");
    let claims = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let claims = folder.file("claims", format!("{claims}\n"));
    let post = json!({"text": KNOWN, "date": "14 Februari 2024"});
    let ran = run(
        "triage",
        &["--claims", &claims],
        post.to_string().as_bytes(),
    );
    assert_eq!(ran.status, 0);
    let rows = ran.rows();
    assert_eq!(rows[0]["phase"], Value::Null);
    let error = rows[0]["date_error"].as_str().unwrap();
    assert!(error.contains("14 Februari 2024"), "{error}");
    assert!(ran.err.contains(", 1 date not read,"), "{}", ran.err);

    let post = json!({"text": KNOWN, "date": "2024-02-14T08:00:00Z"});
    let ran = run(
        "triage",
        &["--claims", &claims],
        post.to_string().as_bytes(),
    );
    assert_eq!(ran.rows()[0]["phase"], "during");
    assert!(ran.rows()[0].get("date_error").is_none());
    assert!(ran.err.contains(", 0 dates not read,"), "{}", ran.err);
}

const NEXT: &str = r#"[{"id": "next", "name": "Pemilu", "opens": "2029-01-01",
    "polling": "2029-02-10", "result": "2029-03-15", "closes": "2029-10-20"}]"#;

/// Elections that were announced since are known by a file, besides those that are built in.
#[test]
fn elections_of_ones_own_are_read_from_a_file() {
    let folder = Folder::new("calendar");
    let calendar = folder.file("calendar.json", format!("\u{FEFF}{NEXT}"));
    let dates = [
        "2029-02-09",
        "2029-02-10",
        "2029-10-20",
        "2029-10-21",
        "2024-02-14",
    ];
    let phases = [
        json!("before"),
        json!("during"),
        json!("after"),
        json!(null),
        json!("during"),
    ];
    let claims = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let claims = folder.file("claims", format!("{claims}\n"));
    for (date, phase) in dates.into_iter().zip(phases) {
        let line = json!({"text": KNOWN, "date": date}).to_string();
        for program in ["score", "triage"] {
            let with = ["--claims", &claims, "--calendar", &calendar];
            let ran = run(program, &with, line.as_bytes());
            assert_eq!(ran.rows()[0]["phase"], phase, "{program} {date}");
            let without = run(program, &with[..2], line.as_bytes()).rows();
            assert_eq!(
                without[0]["phase"] == phase,
                phase.is_null() || date == "2024-02-14"
            );
        }
    }
    for (content, told) in [
        ("{}", "is no list of elections"),
        (
            &NEXT.replace("2029-03-15", "2029-02-09"),
            "polling 2029-02-10, result",
        ),
        (
            &NEXT.replace("\"next\"", "\"id-2024-general\""),
            "does not have yet",
        ),
        (&NEXT.replace("closes", "closed"), "`closed`"),
    ] {
        let file = folder.file("bad.json", content);
        for program in ["score", "triage"] {
            run(program, &["--calendar", &file], b"").refused(&[&file, told]);
        }
    }
}
