//! What the metrics ask of their input.

use crate::{Error, ErrorKind};

pub(super) fn parameter(name: &'static str, value: f64, allowed: &'static str) -> Error {
    Error::new(ErrorKind::Parameter {
        name,
        value,
        allowed,
    })
}

/// As many of `what` as there are rows.
pub(super) fn same_length(what: &'static str, expected: usize, found: usize) -> Result<(), Error> {
    if found == expected {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Shape {
        what,
        expected,
        found,
    }))
}

/// One label for each of `rows`.
pub(super) fn labels_fit(rows: usize, labels: &[bool]) -> Result<(), Error> {
    same_length("labels, one for each score", rows, labels.len())
}

/// One label for each of `rows`, and both labels among them.
pub(super) fn both_classes(rows: usize, labels: &[bool]) -> Result<(), Error> {
    labels_fit(rows, labels)?;
    if labels.contains(&true) && labels.contains(&false) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::TrainingData {
        problem: "evaluation needs labels of both classes",
    }))
}

pub(super) fn no_nan(scores: &[f64]) -> Result<(), Error> {
    if scores.iter().any(|score| score.is_nan()) {
        return Err(parameter("score", f64::NAN, "any number but NaN"));
    }
    Ok(())
}

pub(super) fn probabilities(probabilities: &[f64], labels: &[bool]) -> Result<(), Error> {
    both_classes(probabilities.len(), labels)?;
    match probabilities.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        Some(&outside) => Err(parameter("probability", outside, "0 to 1")),
        None => Ok(()),
    }
}
