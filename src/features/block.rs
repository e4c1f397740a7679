//! The kinds of n-grams, and what n-grams are scaled by.

/// The kind of an n-gram; each has a scale of its own in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// One word.
    Word,
    /// Two neighbouring words.
    Pair,
    /// Three to five characters inside a word, its edges included.
    Chars,
}

impl Block {
    /// All blocks, in the order of their scales.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 3] = [Self::Word, Self::Pair, Self::Chars];
}

/// Occurrences that every text is taken to have besides its own.
///
/// About four words' worth. Without it a text of one or two words would be
/// scored by a few large weights: `TPS` alone had a logit of -6.
const IMAGINED_GRAMS: usize = 64;

/// What a text with `grams` n-gram occurrences is scaled by: one over the
/// square root, which is the Euclidean norm if all of them were different.
#[inline]
pub(crate) fn length_scale(grams: usize) -> f64 {
    1.0 / (grams.saturating_add(IMAGINED_GRAMS) as f64).sqrt()
}
