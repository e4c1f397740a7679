//! Held-out scores: what `train` writes and `evaluate` reads.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hoaks::evaluate::{Attack, strip, strip_debunk_words, strip_surface};
use hoaks::model::{Card, Source};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The logit of a probability.
pub fn log_odds(probability: f64) -> f64 {
    libm::log(probability) - libm::log1p(-probability)
}

/// The probability of a logit.
pub fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}

/// The name of the reading of words only.
pub const SURFACE: &str = "surface";

/// A way to read a text that is not the text as it is.
#[derive(Clone, Copy)]
pub enum Reading {
    /// Something is taken off.
    Strip(&'static str, for<'t> fn(&'t str) -> Cow<'t, str>),
    /// Half of the words are attacked.
    Attack(Attack),
}

impl Reading {
    pub fn name(self) -> &'static str {
        match self {
            Self::Strip(name, _) => name,
            Self::Attack(attack) => attack.name(),
        }
    }

    /// `seed` chooses the words of an attack.
    pub fn of(self, text: &str, seed: u64) -> Cow<'_, str> {
        match self {
            Self::Strip(_, strip) => strip(text),
            Self::Attack(attack) => attack.apply(text, 0.5, seed).into(),
        }
    }
}

/// Readings that a text is scored in beside the text as it is.
pub fn readings() -> Vec<Reading> {
    let strips = [
        Reading::Strip("stripped", strip),
        Reading::Strip(SURFACE, strip_surface),
        Reading::Strip("no debunk words", strip_debunk_words),
    ];
    (strips.into_iter())
        .chain(Attack::ALL.iter().copied().map(Reading::Attack))
        .collect()
}

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
    /// Calibrated logits of the [`readings`], by name.
    pub readings: BTreeMap<String, f64>,
    pub text_sha256: String,
    /// Of the recipe that was fitted; empty if it was not written down.
    #[serde(default)]
    pub recipe_sha256: String,
}

/// What the head `hoax` learned from, by a model's card. The parts of other
/// heads begin with their names.
pub fn hoax_sources(card: &Card) -> impl Iterator<Item = &Source> {
    card.sources.iter().filter(|source| {
        let head = source.part.split_once(": ").map(|(head, _)| head);
        !card
            .heads
            .iter()
            .any(|known| Some(known.name.as_str()) == head)
    })
}
