//! What is known of a word: where its stem is, and what says so.

use crate::text::lexicon::Cut;

/// How the stem of a word is cut out of it, and what says that this is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Analysis {
    pub(super) cut: Cut,
    /// Whether the *e* of the last syllable of the stem stands for *a*.
    pub(super) lowered: bool,
    pub(super) evidence: Evidence,
}

impl Analysis {
    /// No affix.
    pub(super) const WHOLE: Self = Self {
        cut: Cut {
            prefix: 0,
            suffix: 0,
            recoded: None,
        },
        lowered: false,
        evidence: Evidence::None,
    };

    /// Of a word that is known itself.
    pub(super) fn of_form(cut: Cut) -> Self {
        Self {
            cut,
            lowered: false,
            evidence: Evidence::Form,
        }
    }

    /// The same cut out of a word with more bytes before and after.
    pub(super) fn within(mut self, before: usize, after: usize) -> Self {
        self.cut.prefix += before;
        self.cut.suffix += after;
        self
    }

    /// Whether two words have the same stem.
    pub(super) fn same_stem(&self, word: &[u8], other: &Self, other_word: &[u8]) -> bool {
        self.letters(word).eq(other.letters(other_word))
    }

    fn letters<'w>(&self, word: &'w [u8]) -> impl Iterator<Item = u8> + use<'w> {
        let end = word.len().saturating_sub(self.cut.suffix);
        let rest = word.get(self.cut.prefix..end).unwrap_or_default();
        self.cut.recoded.into_iter().chain(rest.iter().copied())
    }
}

/// What speaks for an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// The affixes only.
    None,
    /// A root list has the root.
    Listed,
    /// The root is in use.
    Used,
    /// The word itself is known, not only its root.
    Form,
}
