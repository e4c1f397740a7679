//! What `score` writes is what it says at its top.

mod program;

use hoaks::claims::{Outcome, Stance};
use hoaks::election::{Action, Addressee, Phase, Reason, Topic};
use hoaks::{Detector, Verdict};
use program::{Folder, run};
use serde_json::{Value, json};

/// What the program says of itself, as `--help` shows it.
fn help() -> String {
    let ran = run("score", &["--help"], b"");
    assert_eq!(ran.status, 0);
    ran.out
}

/// Names of fields, of the whole answer; not those of topics.
fn fields(value: &Value, into: &mut Vec<String>) {
    if let Value::Object(fields_here) = value {
        for (name, value) in fields_here {
            into.push(name.clone());
            if name != "topics" {
                fields(value, into);
            }
        }
    }
}

#[test]
fn every_field_is_told() {
    let folder = Folder::new("documented");
    let claim = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
    let known = json!({"id": "cf-1", "claim": claim, "verdict": "salah"});
    let claims = folder.file("claims.jsonl", format!("{known}\n"));
    let row = json!({"text": claim, "date": "kemarin"});
    let ran = run(
        "score",
        &["--claims", &claims],
        format!("{row}\n").as_bytes(),
    );
    let mut names = Vec::new();
    fields(&ran.rows()[0], &mut names);
    assert!(names.iter().any(|name| name == "stance"), "{names:?}");
    let help = help();
    for name in names {
        assert!(help.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn every_value_is_told() {
    let help = help();
    let mut values: Vec<&str> = Vec::new();
    values.extend(Topic::ALL.iter().map(|topic| topic.name()));
    values.extend(Phase::ALL.iter().map(|phase| phase.name()));
    values.extend(Verdict::ALL.iter().map(|verdict| verdict.name()));
    values.extend([Outcome::Refuted, Outcome::Unclear].map(Outcome::name));
    values.extend([Stance::Asserts, Stance::Denies, Stance::Asks].map(Stance::name));
    values.extend(Action::ALL.iter().map(|action| action.name()));
    values.extend(Addressee::ALL.iter().map(|who| who.name()));
    for value in values {
        assert!(help.contains(&format!("`{value}`")), "{value}");
    }
    // The number of posts is for `triage`.
    for reason in [
        Reason::NoSigns,
        Reason::LikelyMisinformation,
        Reason::Uncertain,
        Reason::Debunk,
        Reason::Denies,
        Reason::Asks,
        Reason::NotElection,
        Reason::Sara,
        Reason::NotClarified,
        Reason::PollingUnderWay,
        Reason::Links,
    ] {
        let name = serde_json::to_value(reason).unwrap();
        let name = name.as_str().unwrap();
        let is_told = |line: &str| line.starts_with(&format!("{name} "));
        assert!(help.lines().any(is_told), "{name}");
    }
    assert!(help.contains(&json!({"clarified": "id"}).to_string().replace(':', ": ")));
    // The heads that are probabilities.
    for head in &Detector::pretrained().model().card().heads {
        assert!(help.contains(&format!("`{}`", head.name)), "{}", head.name);
    }
}
