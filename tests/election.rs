//! Days, elections, phases and topics.

use hoaks::ErrorKind;
use hoaks::election::{Calendar, Date, Election, Phase, Topic};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn on(calendar: &Calendar, date: &str) -> Option<(String, Phase)> {
    calendar
        .phase_on(day(date))
        .map(|(election, phase)| (election.id.clone(), phase))
}

#[test]
fn only_days_that_exist_are_read() {
    for good in [
        "2024-02-29",
        "2000-02-29",
        "1999-12-31",
        "0001-01-01",
        "9999-12-31",
    ] {
        assert_eq!(day(good).to_string(), good);
    }
    for bad in [
        "2023-02-29",
        "1900-02-29",
        "2024-04-31",
        "2024-06-31",
        "2024-09-31",
        "2024-11-31",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "0000-01-01",
        "2024-1-1",
        "24-01-01",
        "2024/01/01",
        "2024-02-14T00:00",
        " 2024-02-14",
        "",
        "２０２４-02",
        "+024-01-01",
        "2024-02-1é",
    ] {
        let error = bad.parse::<Date>().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Value { .. }), "{bad}");
    }
    assert!(Date::new(2019, 2, 29).is_err());
    assert!(Date::new(10_000, 1, 1).is_err());
    assert_eq!(
        serde_json::to_string(&day("2024-02-14")).unwrap(),
        "\"2024-02-14\""
    );
    assert!(serde_json::from_str::<Date>("\"2024-02-30\"").is_err());
}

#[test]
fn phases_change_on_the_right_days() {
    let calendar = Calendar::indonesia();
    let general = |phase| Some(("id-2024-general".to_owned(), phase));
    for (date, expected) in [
        ("2023-10-18", None),
        ("2023-10-19", general(Phase::Before)),
        ("2023-11-28", general(Phase::Before)),
        ("2024-02-13", general(Phase::Before)),
        ("2024-02-14", general(Phase::During)),
        ("2024-03-20", general(Phase::During)),
        ("2024-03-21", general(Phase::After)),
        ("2024-04-22", general(Phase::After)),
        ("2021-06-01", None),
        ("2030-01-01", None),
    ] {
        assert_eq!(on(&calendar, date), expected, "{date}");
    }
    for (date, id, phase) in [
        ("2019-04-16", "id-2019-general", Phase::Before),
        ("2019-04-17", "id-2019-general", Phase::During),
        ("2019-05-21", "id-2019-general", Phase::During),
        ("2019-05-22", "id-2019-general", Phase::After),
        ("2019-06-27", "id-2019-general", Phase::After),
        ("2024-11-26", "id-2024-local", Phase::Before),
        ("2024-11-27", "id-2024-local", Phase::During),
        ("2024-12-16", "id-2024-local", Phase::During),
        ("2024-12-17", "id-2024-local", Phase::After),
    ] {
        assert_eq!(on(&calendar, date), Some((id.to_owned(), phase)), "{date}");
    }
}

#[test]
fn overlapping_elections_are_all_named_and_the_nearest_comes_first() {
    let calendar = Calendar::indonesia();
    let both: Vec<_> = calendar
        .phases_on(day("2024-09-30"))
        .map(|(election, phase)| (election.id.as_str(), phase))
        .collect();
    assert_eq!(
        both,
        [
            ("id-2024-general", Phase::After),
            ("id-2024-local", Phase::Before)
        ]
    );
    assert_eq!(
        on(&calendar, "2024-09-30"),
        Some(("id-2024-local".to_owned(), Phase::Before))
    );

    // A count that goes on comes before a nearer polling day.
    let mut calendar = Calendar::new();
    for (id, days) in [
        (
            "a",
            ["2029-01-01", "2029-02-01", "2029-04-30", "2029-05-30"],
        ),
        (
            "b",
            ["2029-03-01", "2029-04-10", "2029-04-20", "2029-05-30"],
        ),
    ] {
        let [opens, polling, result, closes] = days.map(day);
        let election = Election::new(id, id, opens, polling, result, closes).unwrap();
        calendar.add(election).unwrap();
    }
    assert_eq!(
        on(&calendar, "2029-04-09"),
        Some(("a".to_owned(), Phase::During))
    );
    assert_eq!(
        on(&calendar, "2029-04-11"),
        Some(("b".to_owned(), Phase::During))
    );
}

/// Days are counted over months of 31 days, leap days, and centuries without one.
#[test]
fn the_nearest_polling_day_is_that_by_days() {
    for (earlier, date, later, expected) in [
        // Six days each: the earlier one.
        ("2029-03-25", "2029-03-31", "2029-04-06", "earlier"),
        ("2028-02-20", "2028-02-26", "2028-03-03", "earlier"),
        ("2000-02-20", "2000-02-26", "2000-03-03", "earlier"),
        // Six and five.
        ("2029-02-20", "2029-02-26", "2029-03-03", "later"),
        ("2100-02-20", "2100-02-26", "2100-03-03", "later"),
        ("2028-12-25", "2028-12-31", "2029-01-05", "later"),
    ] {
        let mut calendar = Calendar::new();
        let opens = day(&format!("{}-01-01", &earlier[..4]));
        for (id, polling) in [("earlier", earlier), ("later", later)] {
            let polling = day(polling);
            let election = Election::new(id, id, opens, polling, polling, day("2100-12-31"));
            calendar.add(election.unwrap()).unwrap();
        }
        let (nearest, _) = calendar.phase_on(day(date)).unwrap();
        assert_eq!(nearest.id, expected, "{date}");
    }
}

/// As the commission set them (for 2019 its regulation 5 of 2018, for 2024 numbers 3 of 2022
/// and 2 of 2024), with the days of its decisions, of the court's, and of the oaths (of local
/// elections, the last rulings).
#[test]
fn built_in_elections_have_the_days_that_were_set() {
    let calendar = Calendar::indonesia();
    let days = calendar.elections().iter().map(|it| {
        let [from, to] = it.campaign.unwrap();
        let ruling = it.ruling.unwrap();
        [it.opens, from, to, it.polling, it.result, ruling, it.closes].map(|day| day.to_string())
    });
    let expected = [
        "2018-08-04 2018-09-23 2019-04-13 2019-04-17 2019-05-21 2019-06-27 2019-10-20",
        "2023-10-19 2023-11-28 2024-02-10 2024-02-14 2024-03-20 2024-04-22 2024-10-20",
        "2024-08-27 2024-09-25 2024-11-23 2024-11-27 2024-12-16 2025-02-24 2025-02-24",
    ];
    assert_eq!(
        days.map(|days| days.join(" ")).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn an_election_that_closes_with_the_result_has_no_phase_after() {
    let [opens, polling, result] = ["2029-01-01", "2029-02-01", "2029-02-28"].map(day);
    let election = Election::new("a", "A", opens, polling, result, result).unwrap();
    assert_eq!(election.phase_on(result), Some(Phase::During));
    assert_eq!(election.phase_on(day("2029-03-01")), None);
    // To open on polling day is in order, too, but leaves nothing before it.
    let error = Election::new("a", "A", polling, polling, result, result).unwrap_err();
    assert!(error.to_string().contains("before polling day"), "{error}");
}

/// National elections of 2029 and local ones of 2031, apart from each other,
/// once their days are known.
#[test]
fn elections_to_come_are_data() {
    let json = r#"[
        {"id": "id-2031-local", "name": "Pilkada", "opens": "2031-03-01",
         "polling": "2031-08-01", "result": "2031-08-20", "closes": "2031-11-01"},
        {"id": "id-2029-national", "name": "Pemilu", "opens": "2028-10-01",
         "campaign": ["2028-11-01", "2029-02-01"], "polling": "2029-02-10",
         "result": "2029-03-15", "ruling": "2029-04-20", "closes": "2029-10-20"}
    ]"#;
    let calendar: Calendar = serde_json::from_str(json).unwrap();
    assert_eq!(calendar.elections()[0].id, "id-2029-national");
    assert_eq!(
        on(&calendar, "2031-08-05"),
        Some(("id-2031-local".to_owned(), Phase::During))
    );
    assert_eq!(on(&calendar, "2030-08-05"), None);
    let back: Calendar = serde_json::from_str(&serde_json::to_string(&calendar).unwrap()).unwrap();
    assert_eq!(back, calendar);
}

#[test]
fn a_calendar_in_disorder_is_refused() {
    let good = r#"{"id":"x","name":"X","opens":"2029-01-01","polling":"2029-02-10","result":"2029-03-15","closes":"2029-10-20"}"#;
    assert!(serde_json::from_str::<Calendar>(&format!("[{good}]")).is_ok());
    assert!(serde_json::from_str::<Calendar>(&format!("[{good},{good}]")).is_err());
    for (from, to) in [
        ("2029-01-01", "2029-02-10"),
        ("2029-03-15", "2029-02-09"),
        ("2029-10-20", "2029-03-14"),
        ("\"x\"", "\" \""),
        ("\"X\"", "\"\""),
        ("\"X\"", "\" \""),
        ("2029-02-10", "2029-02-30"),
        ("\"opens\"", "\"open\""),
        (
            "\"polling\"",
            "\"campaign\":[\"2029-01-02\",\"2029-02-10\"],\"polling\"",
        ),
        ("\"closes\"", "\"ruling\":\"2029-03-14\",\"closes\""),
    ] {
        let bad = format!("[{}]", good.replacen(from, to, 1));
        assert!(serde_json::from_str::<Calendar>(&bad).is_err(), "{bad}");
    }
}

/// Of eight days it says which two.
#[test]
fn days_out_of_order_are_named() {
    let days = ["2029-01-01", "2029-02-10", "2029-03-15", "2029-10-20"].map(day);
    let [opens, polling, result, closes] = days;
    let good = Election::new("x-1", "X", opens, polling, result, closes).unwrap();
    let found = |change: &dyn Fn(&mut Election)| {
        let mut election = good.clone();
        change(&mut election);
        let error = Calendar::new().add(election).unwrap_err();
        match error.kind() {
            ErrorKind::Value { found, .. } => found.clone(),
            other => panic!("{other:?}"),
        }
    };
    let campaign = [day("2029-01-02"), polling];
    assert_eq!(
        found(&|it| it.campaign = Some(campaign)),
        "campaign to 2029-02-10, polling 2029-02-10 in x-1"
    );
    let early = [day("2028-12-31"), day("2029-02-01")];
    assert_eq!(
        found(&|it| it.campaign = Some(early)),
        "opens 2029-01-01, campaign from 2028-12-31 in x-1"
    );
    assert_eq!(
        found(&|it| it.ruling = Some(opens)),
        "result 2029-03-15, ruling 2029-01-01 in x-1"
    );
    assert_eq!(
        found(&|it| it.closes = polling),
        "result 2029-03-15, closes 2029-02-10 in x-1"
    );
}

#[test]
fn phases_sort_in_time() {
    assert!(Phase::ALL.is_sorted());
    assert!(Phase::Before < Phase::During && Phase::During < Phase::After);
}

#[test]
fn built_in_elections_pass_their_own_check() {
    let built_in = Calendar::indonesia();
    let mut checked = Calendar::new();
    for election in built_in.elections() {
        checked.add(election.clone()).unwrap();
    }
    assert_eq!(checked, built_in);
}

#[test]
fn topics_have_titles_and_messages() {
    for &topic in Topic::ALL {
        assert!(!topic.title().is_empty());
        assert!(topic.counter_message().ends_with('.'));
    }
}

proptest! {
    #[test]
    fn any_text_is_a_day_or_refused(text in any::<String>()) {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    /// Written days sort as days do, and a day that is read is written the
    /// same.
    #[test]
    fn order_is_that_of_time(a in (1_u16..=9999, 1_u8..=12, 1_u8..=28), b in (1_u16..=9999, 1_u8..=12, 1_u8..=28)) {
        let (a, b) = (Date::new(a.0, a.1, a.2).unwrap(), Date::new(b.0, b.1, b.2).unwrap());
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.to_string().parse::<Date>().unwrap(), a);
    }
}
