//! Nothing is taken away before a person confirms it, and no log says otherwise.

#[path = "common/findings.rs"]
mod findings;

use findings::{clarified, flagged};
use hoaks::ErrorKind;
use hoaks::election::{Confirmed, Date, Phase, Proposal, Recommendation, Topic};

const MODEL: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn today() -> Date {
    "2024-02-15".parse().unwrap()
}

#[test]
fn a_confirmation_carries_a_name_and_a_reason() {
    let advice = Recommendation::new(&clarified(0.93));
    let proposal = || advice.proposal("post-1", MODEL).unwrap().unwrap();
    for (person, reason) in [
        ("", "sama"),
        ("  ", "sama"),
        ("Sri", ""),
        ("-", "sama"),
        ("Sri", ".."),
        ("7", "sama"),
        ("Sri", "17"),
        // A letter to Unicode, and blank: people hide their names with it.
        ("\u{3164}", "sama"),
        ("Sri", "\u{FFA0}\u{1160}"),
        // Marks for over a letter, without one.
        ("\u{345}", "sama"),
        ("\u{E31}", "sama"),
    ] {
        assert!(proposal().confirm(person, reason, today()).is_err());
    }
    let entry = proposal()
        .confirm(" Sri\nWahyuni ", "Sama dengan cf-1", today())
        .unwrap();
    assert_eq!(entry.person(), "Sri\nWahyuni");
    assert_eq!(entry.model(), MODEL);
    let line = entry.to_line().unwrap();
    assert!(!line.contains('\n'));
    assert_eq!(Confirmed::from_line(&line).unwrap(), entry);
    let clarify = Recommendation::new(&flagged(0.93));
    assert_eq!(clarify.proposal("post-1", MODEL).unwrap(), None);
    // A mistake of the caller comes to light before the first sanction.
    for advice in [advice, clarify] {
        for blank in ["", " ", "\u{200B}", "\u{3164} \u{2060}"] {
            assert!(advice.proposal(blank, MODEL).is_err(), "{blank:?}");
        }
        let (longer, upper) = (format!("{MODEL}0"), MODEL.to_uppercase());
        for no_digest in ["abc", &longer, &upper] {
            assert!(advice.proposal("post-1", no_digest).is_err(), "{no_digest}");
        }
    }
}

/// What a proposal says must not be changed to, wherever it is written.
const FORGERIES: [(&str, &str); 11] = [
    ("\"post-1\"", "\"\""),
    (MODEL, "00"),
    ("review_takedown", "clarify"),
    ("review_takedown", "review_blocking"),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"debunk\"",
    ),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"denies\"",
    ),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"asks\"",
    ),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"no_signs\"",
    ),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"uncertain\"",
    ),
    (
        "likely_misinformation\"",
        "likely_misinformation\",\"not_election\"",
    ),
    ("{", "{\"extra\":1,"),
];

/// With any of these changes the line is not read.
#[track_caller]
fn no_forgery_is_read(line: &str, forgeries: &[(&str, &str)], is_read: impl Fn(&str) -> bool) {
    for (from, to) in forgeries {
        let forged = line.replacen(from, to, 1);
        assert_ne!(forged, line, "{from}");
        assert!(!is_read(&forged), "{forged}");
    }
}

#[test]
fn an_entry_without_a_name_cannot_be_read_back() {
    let entry = Recommendation::new(&clarified(0.93))
        .proposal("post-1", MODEL)
        .unwrap()
        .unwrap()
        .confirm("Sri", "Sama", today())
        .unwrap();
    let line = entry.to_line().unwrap();
    let is_read = |line: &str| Confirmed::from_line(line).is_ok();
    no_forgery_is_read(&line, &FORGERIES, is_read);
    let of_persons = [
        ("\"Sri\"", "\"\""),
        ("\"Sri\"", "\" \\t\""),
        ("\"Sri\"", "\"\\u3164\""),
        ("\"Sri\"", "null"),
        ("\"confirmed_by\":\"Sri\",", ""),
        ("\"Sama\"", "\"\""),
        ("2024-02-15", "2024-02-31"),
    ];
    no_forgery_is_read(&line, &of_persons, is_read);
}

/// Which field, or where; not that a line of a log is line 1 of itself.
#[test]
fn what_is_wrong_with_an_entry_is_told() {
    let proposal = Recommendation::new(&clarified(0.93)).proposal("post-1", MODEL);
    let entry = proposal.unwrap().unwrap().confirm("Sri", "Sama", today());
    let line = entry.unwrap().to_line().unwrap();
    let values: Vec<serde_json::Value> = {
        let fields: serde_json::Value = serde_json::from_str(&line).unwrap();
        let names = [
            "item",
            "action",
            "model",
            "model_reasons",
            "confirmed_by",
            "reason",
            "on",
        ];
        names.map(|name| fields[name].clone()).into()
    };
    let list = serde_json::to_string(&values).unwrap();
    for (bad, told) in [
        (String::new(), "is no JSON object"),
        ("Sri".to_owned(), "is no JSON object"),
        // All there, and nothing says what is what.
        (list, "is no JSON object"),
        ("{}".to_owned(), "missing field `item` at column 2"),
        (line.replace("\"Sri\"", "\" \""), "the name of a person"),
        (line.replace("2024-02-15", "15/02/2024"), "YYYY-MM-DD"),
        (line.replace("review_takedown", "clarify"), "a sanction"),
        (format!("{line}{line}"), "trailing characters"),
    ] {
        let error = Confirmed::from_line(&bad).unwrap_err();
        let ErrorKind::LogEntry { problem } = error.kind() else {
            panic!("{error:?}");
        };
        assert!(problem.contains(told), "{problem}");
        let shown = error.to_string();
        assert!(shown.starts_with("entry of the audit log: "), "{shown}");
        assert!(!shown.contains("line 1"), "{shown}");
    }
}

#[test]
fn a_proposal_can_wait_on_paper_and_not_be_forged_there() {
    let proposal = Recommendation::new(&clarified(0.93))
        .proposal("post-1", MODEL)
        .unwrap()
        .unwrap();
    assert_eq!(proposal.model(), MODEL);
    let line = serde_json::to_string(&proposal).unwrap();
    assert_eq!(serde_json::from_str::<Proposal>(&line).unwrap(), proposal);
    no_forgery_is_read(&line, &FORGERIES, |line| {
        serde_json::from_str::<Proposal>(line).is_ok()
    });
}

/// Reasons as they may be written by hand, and whether a removal and a block rest on them.
#[test]
fn a_sanction_rests_on_the_reasons_that_its_rule_asks_for() {
    let (likely, urgent) = ("\"likely_misinformation\"", "\"polling_under_way\"");
    let (clarified, not, links) = ("{\"clarified\":\"a\"}", "\"not_clarified\"", "\"links\"");
    for (reasons, removes, blocks) in [
        (vec![likely, clarified, links], true, true),
        (vec![likely, clarified], true, false),
        (vec![likely, urgent, not], true, false),
        (vec![likely, "\"sara\"", not], true, false),
        (vec![likely, urgent, not, links], true, false),
        (vec![likely, not], false, false),
        (vec![likely, urgent], false, false),
        (vec![clarified, links], false, false),
        (vec![urgent, not], false, false),
        (vec![likely, links], false, false),
        (vec![links], false, false),
        (vec!["{\"spread\":3}"], false, false),
        (vec![], false, false),
    ] {
        for (action, expected) in [("review_takedown", removes), ("review_blocking", blocks)] {
            let reasons = reasons.join(",");
            let line = format!(
                "{{\"item\":\"p\",\"action\":\"{action}\",\"model\":\"{MODEL}\",\"reasons\":[{reasons}]}}"
            );
            let read = serde_json::from_str::<Proposal>(&line);
            assert_eq!(read.is_ok(), expected, "{line}: {read:?}");
        }
    }
}

#[test]
fn every_sanction_that_is_suggested_may_be_proposed() {
    let mut sanctions = 0;
    for case in 0..1 << 9 {
        let is = |bit: u32| case >> bit & 1 == 1;
        let mut findings = flagged([0.3, 0.91, 0.96, 1.0][case & 3]);
        findings.flagged = [Some(true), None][usize::from(is(2))];
        findings.clarification = is(3).then(|| "a".to_owned());
        findings.sara = if is(4) { 0.9 } else { 0.1 };
        findings.links = is(5);
        findings.phase = is(6).then_some(Phase::During);
        findings.topics = is(7).then_some(Topic::Administration).into_iter().collect();
        findings.denied = is(8);
        let advice = Recommendation::new(&findings);
        let proposal = advice.proposal("post-1", MODEL).unwrap();
        assert_eq!(proposal.is_some(), advice.action.is_sanction());
        sanctions += usize::from(proposal.is_some());
    }
    assert!(sanctions > 50, "{sanctions}");
}
