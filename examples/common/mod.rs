//! What the examples share: reading input and command lines.
#![allow(dead_code)] // each example uses a part

use std::error::Error;
#[cfg(feature = "detector")]
use std::path::Path;
use std::process::ExitCode;

#[cfg(feature = "detector")]
use hoaks::{Detector, ErrorKind, Model};

#[cfg(feature = "detector")]
pub mod claims;
#[cfg(feature = "detector")]
pub mod figures;
pub mod files;
#[cfg(feature = "train")]
pub mod heads;
#[cfg(feature = "train")]
pub mod held_out;
pub mod input;
#[cfg(feature = "train")]
pub mod parts;
#[cfg(feature = "train")]
pub mod recipe;
pub mod rules;
#[cfg(feature = "detector")]
pub mod scores;

/// How the example `name` ends: 0, 1 if it could not read so many lines, 2 if it
/// could do nothing; the last two with a word on standard error.
pub fn exit(name: &str, outcome: Result<u64, Box<dyn Error>>) -> ExitCode {
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(refused) => {
            eprintln!("{refused} lines could not be read");
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::from(2)
        }
    }
}

/// A detector with the model in a file, or with the embedded one.
#[cfg(feature = "detector")]
pub fn detector(model: Option<&Path>) -> Result<Detector, Box<dyn Error>> {
    let Some(path) = model else {
        return Ok(Detector::pretrained());
    };
    let model = Model::from_path(path).map_err(|error| match error.kind() {
        // Names the file itself.
        ErrorKind::Io { .. } => error.into(),
        _ => files::named(path, error),
    })?;
    Ok(Detector::new(model)?)
}

/// A whole number with its thousands apart.
pub fn thousands(number: impl ToString) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
