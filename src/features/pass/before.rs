//! The word before the one that comes.

use crate::features::hash;
use crate::features::names::context::Context;

/// Stands for whatever is masked in a pair of words.
///
/// One for names of all classes: with one for each, *Hidayatullah* as a person
/// and as an organisation, or *Jawa* and *Batak*, would not read the same.
/// The byte 0x01 occurs in no folded word.
pub(super) const MASK: u64 = hash::block(hash::WORD, 1, 1);

/// The word before the one that comes.
pub(super) struct Before {
    pub(super) word: u64,
    /// The word before it if both are of one name, else 0.
    pub(super) first: u64,
    /// [`MASK`] for what is masked.
    pub(super) in_pair: u64,
    pub(super) start: usize,
}

impl Before {
    #[inline]
    pub(super) fn context(before: Option<&Self>) -> Context {
        Context {
            word: before.map(|before| before.word),
            first: before.map_or(0, |before| before.first),
            masked: before.is_some_and(|before| before.in_pair == MASK),
        }
    }
}
