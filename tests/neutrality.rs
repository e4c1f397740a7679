//! Names do not move scores.

use hoaks::Detector;
use hoaks::evaluate::{Audit, Form, Name};

fn names() -> Vec<Name> {
    Name::parse_list(include_str!("../datasets/neutrality-names.tsv"))
}

fn templates() -> Vec<String> {
    include_str!("../datasets/neutrality.jsonl")
        .lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            row["text"].as_str().unwrap().to_owned()
        })
        .collect()
}

/// A list that was not made from the detector's own. What it does not mask is
/// reported by the example `audit`, not promised.
#[test]
fn names_that_are_masked_hardly_move_a_score() {
    let detector = Detector::pretrained();
    let listed = names();
    let mut audit = Audit::new(&detector, &listed);
    audit.template("{person} {party} {place} {faith} {group}");
    let known: Vec<Name> = (audit.report().names.iter())
        .filter(|name| name.known)
        .map(|name| Name::new(name.class, name.name.clone()))
        .collect();
    assert!(known.len() >= 1300, "{} of {}", known.len(), listed.len());

    let mut audit = Audit::new(&detector, &known);
    for template in templates() {
        audit.template(&template);
    }
    let report = audit.report();
    for form in [
        Form::Plain,
        Form::Small,
        Form::Capitals,
        Form::Clitic,
        Form::Hyphen,
    ] {
        let shift = report.forms[&form];
        assert!(shift.mean < 0.001, "{form:?}: {shift:?}");
        assert!(shift.largest < 0.15, "{form:?}: {shift:?}");
    }
    assert_eq!(report.forms[&Form::Mention].largest, 0.0);
}

#[test]
fn a_name_that_moves_a_score_is_found() {
    let detector = Detector::pretrained();
    // Not masked on purpose: everyday words.
    let names = ["Sebarkan Viralkan", "Klarifikasi Hoaks"]
        .map(|name| Name::new(hoaks::features::NameClass::Person, name));
    let mut audit = Audit::new(&detector, &names);
    audit.template("Saksi {person} menolak hasil hitung cepat");
    let report = audit.report();
    assert!(report.all.largest > 0.02 && report.check(0.02).is_err());
    assert!(report.check(report.all.largest).is_ok());
    assert!(report.names.iter().all(|name| !name.known));
}
