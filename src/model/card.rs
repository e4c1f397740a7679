//! What a model says about itself: how to read it and where it comes from.

use serde::{Deserialize, Serialize};

/// The header of a model file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Card {
    /// SHA-256 of the file with this field filled with zeros, in hexadecimal.
    pub sha256: String,
    /// Version of the file format.
    pub format: u32,
    /// Version of the pass that turns a text into rows.
    pub pass: u32,
    /// SHA-256 of the list of masked names.
    pub names_sha256: String,
    /// The table has `2^bits` hashed rows, and one for each style flag.
    pub bits: u32,
    /// Scale of words, word pairs and character runs.
    pub scales: [u8; 3],
    /// One entry for each column of the table.
    pub heads: Vec<Head>,
    /// What the model is called.
    pub name: String,
    /// The newest date in the training data, `YYYY-MM-DD`; empty if there is none.
    /// Not checked when a file is loaded, like all that only says where a model
    /// comes from.
    pub cut_off: String,
    /// SHA-256 of the recipe it was trained by, in hexadecimal.
    pub recipe_sha256: String,
    /// The data it was trained on.
    pub sources: Vec<Source>,
}

/// A question the model answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Head {
    /// Name of the question; `hoax` must be there.
    pub name: String,
    /// What a table entry is multiplied by.
    pub scale: f64,
    /// Logit of a text without any feature.
    pub bias: f64,
    /// Share of positive rows that the probabilities are calibrated to.
    pub base_rate: f64,
    /// How much less sure the head is of long texts, 0 to 1. The logit of a
    /// text with `n` n-gram occurrences keeps `1 / sqrt(1 + damping * n)` of
    /// its distance from the logit of [`Head::base_rate`]. 0, which a file
    /// leaves out, keeps all of it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub damping: f64,
    /// Probabilities strictly between these two are answered `uncertain`.
    pub abstain: [f64; 2],
}

/// NaN and -0 are written, and refused or read back.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_zero(number: &f64) -> bool {
    number.to_bits() == 0
}

/// A part of the training data and how it was used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Source {
    /// What the part is called.
    pub part: String,
    /// Name of the file it comes from.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Rows used as misinformation.
    pub hoax: u64,
    /// Rows used as not misinformation.
    pub valid: u64,
    /// Rows left out: no label, near-duplicates, filtered.
    pub left_out: u64,
}

impl Source {
    /// An entry of [`Card::sources`].
    #[must_use]
    pub fn new(part: String, file: String, sha256: String) -> Self {
        Self {
            part,
            file,
            sha256,
            hoax: 0,
            valid: 0,
            left_out: 0,
        }
    }
}

/// The logit of a probability in 0..=1, such as a [`Head::base_rate`].
pub(crate) fn log_odds(probability: f64) -> f64 {
    libm::log(probability) - libm::log1p(-probability)
}
