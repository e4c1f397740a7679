//! What the metrics ask of their input.

use crate::error::Error;

/// One label for each of `rows`.
pub(super) fn labels_fit(rows: usize, labels: &[bool]) -> Result<(), Error> {
    Error::check_length("labels, one for each score", rows, labels.len())
}

/// One label for each of `rows`, and both labels among them.
pub(super) fn both_classes(rows: usize, labels: &[bool]) -> Result<(), Error> {
    labels_fit(rows, labels)?;
    if labels.contains(&true) && labels.contains(&false) {
        return Ok(());
    }
    Err(Error::training_data(
        "evaluation needs labels of both classes",
    ))
}

pub(super) fn no_nan(scores: &[f64]) -> Result<(), Error> {
    if scores.iter().any(|score| score.is_nan()) {
        return Err(Error::parameter("score", f64::NAN, "any number but NaN"));
    }
    Ok(())
}

pub(super) fn probabilities(probabilities: &[f64], labels: &[bool]) -> Result<(), Error> {
    both_classes(probabilities.len(), labels)?;
    match probabilities.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        Some(&outside) => Err(Error::parameter("probability", outside, "0 to 1")),
        None => Ok(()),
    }
}
