//! The whole idea, on a text of yours or on three of ours.
//!
//! ```text
//! cargo run --release --example quickstart -- ["TEXT" ...]
//! ```
//!
//! The first of ours is false and is not found: its subject was mostly covered truthfully in the training data, and wording
//! cannot verify facts. Exit status: 0, or 2 if nothing could be done.

mod common;

use std::process::ExitCode;

use common::say;
use hoaks::Detector;

const OURS: [&str; 3] = [
    "VIRAL!! Tujuh kontainer surat suara sudah tercoblos, sebarkan sebelum dihapus!",
    "KPU kabupaten menjadwalkan simulasi pemungutan suara di tiga kecamatan pekan depan.",
    "Cek fakta: kabar surat suara tercoblos itu tidak benar, gudang masih tersegel.",
];

fn main() -> ExitCode {
    common::start("quickstart", include_str!("quickstart.rs"), || {
        let mut texts = texts()?;
        if texts.is_empty() {
            texts.extend(OURS.map(str::to_owned));
        }
        show(&texts);
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

fn show(texts: &[String]) {
    let detector = Detector::pretrained();
    for (text, assessment) in texts.iter().zip(detector.assess_batch(texts)) {
        say!(
            "{:>5.1} %  {:<9}  {text}",
            100.0 * assessment.hoax().probability(),
            assessment.verdict().name(),
        );
        let explanation = detector.explain(text);
        for (span, logit) in explanation.spans().into_iter().take(3) {
            say!("          {logit:+.3}  {:?}", &text[span]);
        }
    }
    say!("model {}", detector.model().digest());
}
