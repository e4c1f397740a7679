//! The whole idea, on texts of yours or on four of ours.
//!
//! ```text
//! cargo run --release --example quickstart -- ["TEXT" ...]
//! ```
//!
//! The second of ours is false, and its wording hardly shows it: wording cannot
//! verify facts. It is found as it repeats a claim that has been checked, one of
//! the clarifications in `datasets/clarifications.jsonl`. Of each text: probability by
//! its wording alone, verdict (which a known claim may decide), the pieces that count
//! most. A TEXT that begins with `-` goes behind `--`. Exit status: 0, or 2 if
//! nothing could be done.

mod common;

use std::error::Error;
use std::process::ExitCode;

use common::say;
use hoaks::Detector;
use hoaks::claims::{ClaimIndex, Clarification};

const OURS: [&str; 4] = [
    "VIRAL!! Server KPU sudah diatur, sebarkan sebelum dihapus",
    "Info A1: surat suara di Medan sdh dicoblos utk 01 sebelum pemilu, sebarkan",
    "KPU kabupaten menjadwalkan simulasi pemungutan suara di tiga kecamatan pekan depan.",
    "Cek fakta: kabar surat suara tercoblos itu tidak benar, gudang masih tersegel.",
];
const CLARIFICATIONS: &str = include_str!("../datasets/clarifications.jsonl");

fn main() -> ExitCode {
    common::start("quickstart", include_str!("quickstart.rs"), || {
        let mut texts = texts()?;
        if texts.is_empty() {
            texts.extend(OURS.map(str::to_owned));
        }
        show(&detector()?, &texts);
        Ok(0)
    })
}

fn texts() -> Result<Vec<String>, lexopt::Error> {
    use lexopt::prelude::*;
    let mut texts = Vec::new();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(text) => texts.push(text.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(texts)
}

/// The embedded model, and what fact-checkers have said already.
fn detector() -> Result<Detector, Box<dyn Error>> {
    let clarifications: Vec<Clarification> = (CLARIFICATIONS.lines())
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    let mut claims = ClaimIndex::new();
    claims.add(clarifications)?;
    Ok(Detector::pretrained().with_claims(claims))
}

fn show(detector: &Detector, texts: &[String]) {
    for (text, assessment) in texts.iter().zip(detector.assess_batch(texts)) {
        say!(
            "{:>5.1} %  {:<9}  {text:?}",
            100.0 * assessment.hoax().probability(),
            assessment.verdict().name(),
        );
        let explanation = detector.explain(text);
        for (span, logit) in explanation.spans().into_iter().take(3) {
            say!("          {logit:+.3}  {:?}", &text[span]);
        }
        if let Some(known) = detector.clarification(&assessment) {
            say!(
                "          repeats {}: {} ({})",
                known.id,
                known.claim,
                known.verdict
            );
        }
    }
    say!("model {}", detector.model().digest());
}
