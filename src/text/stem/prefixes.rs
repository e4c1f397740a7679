//! Hashes of all parts of a word, so that each may be looked up.

use crate::text::lexicon::Hash;

/// A longer string of letters is no word of the language.
pub(super) const LONGEST: usize = 32;

/// The hashes of all prefixes of a word.
pub(super) struct Prefixes {
    hashes: [Hash; LONGEST + 1],
    length: usize,
}

impl Prefixes {
    /// Of no word yet.
    #[inline]
    pub(super) fn new() -> Self {
        Self {
            hashes: [Hash::default(); LONGEST + 1],
            length: 0,
        }
    }

    /// Takes those of `word`, and says whether it has 2 to [`LONGEST`] letters, all
    /// of them `a`-`z`; else they are of no use.
    ///
    /// In place, as to move them would take as long as to find them.
    #[inline]
    #[must_use]
    pub(super) fn take(&mut self, word: &[u8]) -> bool {
        self.length = word.len();
        let mut is_word = (2..=LONGEST).contains(&word.len());
        let mut hash = Hash::default();
        // Where a word ends cannot be foreseen, so one loop does all.
        for (slot, &byte) in self.hashes.iter_mut().skip(1).zip(word) {
            is_word &= byte.is_ascii_lowercase();
            hash.push(byte);
            *slot = hash;
        }
        is_word
    }

    /// Hash of the word.
    #[inline]
    pub(super) fn whole(&self) -> Hash {
        self.until(self.length)
    }

    /// Hash of `first` and the bytes from `start` to `end`.
    #[inline]
    pub(super) fn hash(&self, start: usize, end: usize, first: Option<u8>) -> Hash {
        let (before, all) = (self.until(start), self.until(end));
        all.since(before, end.saturating_sub(start), first)
    }

    #[inline]
    fn until(&self, end: usize) -> Hash {
        self.hashes.get(end).copied().unwrap_or_default()
    }
}
