//! Held-out scores: what `train` writes and `evaluate` reads.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hoaks::evaluate::{strip, strip_debunk_words, strip_surface};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A way to take something off a text.
pub type Strip = for<'t> fn(&'t str) -> Cow<'t, str>;

/// Readings that a text is scored in beside the text as it is.
pub const READINGS: [(&str, Strip); 3] = [
    ("stripped", strip as Strip),
    ("surface", strip_surface as Strip),
    ("no debunk words", strip_debunk_words as Strip),
];

/// What a fit that has not seen a row's group says of the row.
#[derive(Debug, Serialize, Deserialize)]
pub struct HeldOutScore {
    pub id: Value,
    /// The part of the recipe that the row belongs to.
    pub source: String,
    /// As trained with: `hoax` or `valid`.
    pub label: String,
    pub group: u32,
    pub fold: usize,
    /// Calibrated, for the text as it is.
    pub logit: f64,
    pub probability: f64,
    /// What the probability is stated for.
    pub base_rate: f64,
    /// Calibrated logits of the [`READINGS`], by name.
    pub readings: BTreeMap<String, f64>,
    pub text_sha256: String,
}
