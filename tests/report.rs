//! What the example `evaluate` says of figures that are worth little, and its page.

mod program;

use program::labelled::{evaluate, genre, labelled, lines, row};
use program::{Folder, read};
use serde_json::{Value, json};

/// Of a table whose column is called otherwise it must not say that all have one class.
#[test]
fn that_no_row_has_a_label_is_said() {
    let folder = Folder::new("no-label");
    for (name, said) in [
        ("Label", "No row has a `label`"),
        ("label", "Only one class"),
    ] {
        let rows = format!("text,{name}\nKPU menetapkan jadwal,valid\nGudang dijaga warga,valid\n");
        let (ran, _) = evaluate(&folder, &folder.file("rows.csv", rows), &[]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let others = ["No row has a `label`", "Only one class"];
        for note in others {
            assert_eq!(ran.err.contains(note), note == said, "{}", ran.err);
        }
    }
}

/// However many rows it has.
#[test]
fn a_share_of_one_group_is_of_one_witness() {
    let folder = Folder::new("one-class-one-group");
    let mut rows = labelled(6);
    for row in &mut rows {
        (row["label"], row["topic"]) = (json!("valid"), json!("server"));
    }
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    let flagged = &genre(&report, "unknown")["flagged"];
    assert_eq!(
        (&flagged["value"], &flagged["low"]),
        (&json!(0.0), &json!(0.0))
    );
    assert!((flagged["high"].as_f64().unwrap() - 0.975).abs() < 1e-9);
    let said = "only the share of flagged texts is reported";
    assert!(ran.err.contains(said), "{}", ran.err);
}

/// That none of a few is flagged does not say that none would be.
#[test]
fn a_share_of_none_has_an_interval() {
    let folder = Folder::new("none-flagged");
    let mut rows = labelled(48);
    // Others of a genre in eight groups of three.
    for (number, row) in rows
        .iter_mut()
        .filter(|it| it["label"] == "valid")
        .enumerate()
    {
        row["topic"] = json!(format!("topic {}", number % 8));
    }
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let limit = |groups: f64| 1.0 - 0.025_f64.powf(1.0 / groups);
    let of = |share: &Value, name: &str| share[name].as_f64().unwrap();
    let unknown = genre(&report, "unknown");
    let named = |name: &str| {
        let mut figures = report["headline"].as_array().unwrap().iter();
        &figures.find(|it| it["name"] == name).unwrap()["estimate"]
    };
    for (share, groups) in [
        (&unknown["flagged"], 8.0),
        (named("Others flagged"), 8.0),
        (&unknown["found"], 24.0),
        (named("Hoaxes found"), 24.0),
    ] {
        assert_eq!(
            (of(share, "value"), of(share, "low")),
            (0.0, 0.0),
            "{share}"
        );
        assert!((of(share, "high") - limit(groups)).abs() < 1e-9, "{share}");
    }
}

/// None of them is wrong.
#[test]
fn of_no_flags_no_share_is_right() {
    let folder = Folder::new("no-flags");
    let mut rows = labelled(44);
    let report_of = |rows: &[Value]| {
        let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(rows)), &[]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let names = report["headline"].as_array().unwrap().iter();
        let is_there = names
            .clone()
            .any(|it| it["name"] == "Flags that are hoaxes");
        let within = genre(&report, "unknown")["figures"]
            .as_array()
            .unwrap()
            .len();
        assert_eq!(names.len(), within);
        let page = read(folder.path("report.html"));
        assert_eq!(page.contains("it flags none of these texts"), !is_there);
        is_there
    };
    assert!(!report_of(&rows));
    let text = rows[0]["text"].as_str().unwrap();
    rows[0]["text"] = json!(format!(
        "VIRAL!! Server KPU diatur, sebarkan sebelum dihapus {text}"
    ));
    assert!(report_of(&rows));
}

/// Those of rows that no figure is of do not make an interval wider.
#[test]
fn few_groups_are_told_whatever_has_no_label() {
    let folder = Folder::new("few-groups");
    let mut rows = labelled(12);
    rows.extend((12..60).map(|it| row(it, &Value::Null)));
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    assert_eq!(report["groups"], 60);
    assert!(ran.err.contains("groups are only 12"), "{}", ran.err);
    let rows = labelled(60);
    let (ran, _) = evaluate(&folder, &folder.file("many.jsonl", lines(&rows)), &[]);
    assert!(!ran.err.contains("groups are only"), "{}", ran.err);
}

/// What tells the classes apart knows no more than the smaller one does.
#[test]
fn few_groups_of_a_class_are_told() {
    let folder = Folder::new("few-of-a-class");
    let mut rows = labelled(60);
    for row in rows.iter_mut().filter(|row| row["label"] == "hoax") {
        row["topic"] = json!(row["date"].as_str().unwrap().get(..4));
    }
    let (ran, _) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    let note = "groups of hoaxes are only 3: intervals are too narrow; ";
    assert!(ran.err.contains(note), "{}", ran.err);
    // Of 33 groups 3 are drawn in all but 0.043 of 100 resamples: a few.
    assert!(
        ran.err.contains("of 100 resamples hold one class only"),
        "{}",
        ran.err
    );
}

/// All together may be of many.
#[test]
fn few_groups_within_a_genre_are_told() {
    let folder = Folder::new("few-within");
    let mut rows = labelled(120);
    for (number, row) in rows.iter_mut().enumerate() {
        row["kind"] = json!(["post", "title"][usize::from(number < 80)]);
        if number >= 80 && row["label"] == "hoax" {
            row["topic"] = json!(format!("topic {}", number % 3));
        }
    }
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    assert_eq!(genre(&report, "post")["groups"], json!([3, 20]));
    assert_eq!(genre(&report, "title")["groups"], json!([40, 40]));
    let note = "intervals within them are too narrow: post (3 and 20).";
    assert!(ran.err.contains(note), "{}", ran.err);
    assert!(
        !ran.err.contains("groups of hoaxes are only"),
        "{}",
        ran.err
    );
}

/// Areas below one half are not drawn at one half, shares come with what they are of,
/// and no text makes the page unsound.
#[test]
fn a_page_shows_what_a_figure_is_of() {
    let folder = Folder::new("page");
    let mut rows = labelled(60);
    for (number, row) in rows.iter_mut().enumerate() {
        let text = row["text"].as_str().unwrap();
        row["text"] = json!(format!("\u{0}\u{1b}\u{FFFF}'\"</p> {text}"));
        row["kind"] = json!("<b> & \"genre\"");
        // Three of four are hoaxes.
        row["label"] = json!(["valid", "hoax"][usize::from(number % 4 > 0)]);
    }
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let page = read(folder.path("report.html"));
    let is_sound = |c: char| c == '\n' || !(c.is_control() || c == '\u{FFFF}');
    assert!(page.chars().all(is_sound));
    assert!(page.contains("&lt;b&gt; &amp; &quot;genre&quot;") && !page.contains("<b> &"));
    assert!(
        page.contains("\u{FFFD}\u{FFFD}\u{FFFD}'&quot;&lt;/p&gt;"),
        "no mistakes"
    );
    assert!(page.contains("45 of 60<br><small>0.750</small>"));
    assert!(page.contains("ROC of 45 hoaxes and 15 others"));
    let readings = report["readings"].as_array().unwrap();
    let low = |it: &Value| it["roc"]["low"].as_f64().unwrap() < 0.5;
    let line = ["0.5 to 1", "0 to 1"][usize::from(readings.iter().any(low))];
    assert!(page.contains(&format!("ROC area</th><th>{line}</th>")));
    let bins = report["reliability"].as_array().unwrap();
    let count = |it: &Value| it["count"].as_u64().unwrap();
    assert_eq!(bins.iter().map(count).sum::<u64>(), 60);
    for bin in bins.iter().filter(|&bin| count(bin) > 5) {
        let [low, high] = ["low", "high"].map(|end| bin["interval"][end].as_f64().unwrap());
        let rate = bin["rate"].as_f64().unwrap();
        assert!(low <= rate && rate <= high, "{bin}");
    }
}

#[test]
fn a_page_shows_so_much_of_a_word() {
    let folder = Folder::new("long-word");
    let mut rows = labelled(24);
    let word = "<b>".repeat(2_000);
    for row in &mut rows {
        row["text"] = json!(format!("{} {word}", row["text"].as_str().unwrap()));
        row["dup_group"] = row["id"].clone();
    }
    let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(&rows)), &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_ne!(report["missed"], json!([]));
    let page = read(folder.path("report.html"));
    assert!(page.contains("&lt;b&gt;&lt;b&gt;") && !page.contains("<b><b>"));
    // One whole word would have as many.
    let shown = page.matches("&lt;b&gt;").count();
    assert!(shown < 2_000, "{shown}");
}
