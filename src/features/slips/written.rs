//! A word as it is written, for all that ask what it may be a slip of.

use crate::features::slips::{BASE, NEAR, polynomial, shortenings_from};
use crate::text::look_up;

/// A lower-case word, and what of it is the same for names and for common words, so
/// that it is found once.
#[derive(Debug, Clone, Copy)]
pub(in crate::features) struct Written<'w> {
    pub(in crate::features) word: &'w [u8],
    /// Whether a list of words has it; not looked up if its length or its letters say
    /// that it is no slip.
    pub(in crate::features) is_listed: bool,
    /// None for these reasons, or if it is in use itself: then it is no slip.
    pub(in crate::features) lefts: Option<Lefts<'w>>,
}

/// The [`polynomial`]s of a word and of what is left of it without a letter.
#[derive(Debug, Clone, Copy)]
pub(in crate::features) struct Lefts<'w> {
    word: &'w [u8],
    /// Of all but the first byte.
    rest: u64,
}

impl<'w> Written<'w> {
    #[inline]
    pub(in crate::features) fn new(word: &'w [u8]) -> Self {
        let may_be = NEAR.contains(&word.len()) && word.is_ascii();
        let entry = if may_be { look_up(word) } else { None };
        // What most words are.
        let is_used = entry.is_some_and(|entry| is_short(word) || entry.is_used());
        Self {
            word,
            is_listed: entry.is_some(),
            lefts: (may_be && !is_used).then(|| Lefts {
                word,
                rest: polynomial(word.get(1..).unwrap_or_default()),
            }),
        }
    }
}

impl<'w> Lefts<'w> {
    /// Of all of the word.
    #[inline]
    pub(in crate::features) fn whole(self) -> u64 {
        let first = self.word.first().copied().unwrap_or_default();
        self.rest.wrapping_mul(BASE).wrapping_add(u64::from(first))
    }

    /// As [`shortenings`](super::shortenings).
    #[inline]
    pub(in crate::features) fn shortenings(self) -> impl Iterator<Item = (usize, u64)> + use<'w> {
        shortenings_from(self.rest, self.word)
    }
}

/// Whether a word is so short that it is taken as it is if any list has it, as it may be
/// an acronym. A longer one that only a dictionary or a list of names has may be a slip.
pub(in crate::features) fn is_short(word: &[u8]) -> bool {
    word.len() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_that_of_the_letters() {
        for word in ["qxq", "qxqqx", "qwertyuiopasdfghjklzxcvb"] {
            let lefts = Written::new(word.as_bytes()).lefts.unwrap();
            assert_eq!(lefts.whole(), polynomial(word.as_bytes()));
            let expected = (1..word.len()).map(|at| {
                let left = [&word[..at], &word[at + 1..]].concat();
                (at, polynomial(left.as_bytes()))
            });
            assert!(lefts.shortenings().eq(expected), "{word}");
        }
    }

    #[test]
    fn what_is_in_use_is_no_slip() {
        for (word, is_listed, may_be) in [
            ("surat", true, false),
            ("masyarakat", true, false),
            ("masyarukat", false, true),
            // Only a dictionary has it.
            ("kamasi", true, true),
            ("qx", false, false),
            ("qwertyuiopasdfghjklzxcvbn", false, false),
            ("kаша", false, false),
        ] {
            let written = Written::new(word.as_bytes());
            assert_eq!(written.is_listed, is_listed, "{word}");
            assert_eq!(written.lefts.is_some(), may_be, "{word}");
        }
    }
}
