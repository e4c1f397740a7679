//! Figures that go from one example to another as JSON.

use hoaks::evaluate::Estimate;
use serde::{Deserialize, Serialize};

/// The figures of `evaluate` that are shown of each genre.
pub const WITHIN: [&str; 5] = [
    "ROC area",
    "PR area",
    "Recall at 5 % false alarms",
    "Brier score",
    "Calibration error",
];

/// A gain or loss; none has no sign.
pub fn signed(value: f64) -> String {
    match format!("{value:+.3}") {
        text if text.ends_with("0.000") => "0.000".to_owned(),
        text => text,
    }
}

/// A figure with its 95 % interval.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Interval {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl From<Estimate> for Interval {
    fn from(it: Estimate) -> Self {
        Self {
            value: it.value,
            low: it.low,
            high: it.high,
        }
    }
}

/// What `train --figures` writes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Training {
    /// Digest of the model.
    pub model: String,
    pub recipe_sha256: String,
    pub folds: usize,
    pub calibration: Scaling,
    /// Heads beside `hoax`.
    pub heads: Vec<HeadFigures>,
}

/// The scaling of the held-out scores.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scaling {
    /// Of a text without length.
    pub slope: f64,
    /// Before it is moved to the base rate.
    pub intercept: f64,
    pub damping: f64,
    /// Held-out rows it was fitted on, and how many genres they are of.
    pub rows: usize,
    pub genres: usize,
    pub base_rate: f64,
}

/// What a head beside `hoax` is worth held out, by its own labels.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HeadFigures {
    pub head: String,
    /// Rows, without their changed copies.
    pub rows: usize,
    /// Share of positives among these.
    pub share: f64,
    pub roc: Interval,
    pub average_precision: Interval,
}
