//! What the character runs of recent words add up to.
//!
//! The runs inside a word depend on the word alone, and a few thousand words
//! make up most of any stream of texts. A worker of a batch keeps their sums,
//! so that a word seen before costs one look-up instead of a row for each run.
//! Sums are integers, so remembering them cannot change a bit.

use crate::model::MAX_HEADS;

/// Words that are remembered, as a power of two.
const BITS: u32 = 12;

/// Longest word that is remembered, in bytes.
const LONGEST: usize = 24;

/// The last word that each place was given; words share places by hash.
#[derive(Debug)]
pub(super) struct Memo(Vec<Entry>);

#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The word, padded with zeros, which no word holds; all zeros if none.
    word: [u8; LONGEST],
    runs: u32,
    sums: [i32; MAX_HEADS],
}

/// What is known of a word: the number of its runs and their sums.
pub(super) type Known<'m> = (usize, &'m [i32; MAX_HEADS]);

impl Memo {
    pub(super) fn new() -> Self {
        let nothing = Entry {
            word: [0; LONGEST],
            runs: 0,
            sums: [0; MAX_HEADS],
        };
        Self(vec![nothing; 1 << BITS])
    }

    #[inline]
    pub(super) fn recall(&self, word: &[u8], hash: u64) -> Option<Known<'_>> {
        let entry = self.0.get(place(hash))?;
        let same = word.len() <= LONGEST
            && entry.word.starts_with(word)
            && entry.word.get(word.len()).is_none_or(|&byte| byte == 0);
        same.then_some((entry.runs as usize, &entry.sums))
    }

    pub(super) fn remember(&mut self, word: &[u8], hash: u64, runs: usize, sums: [i32; MAX_HEADS]) {
        if let Some(entry) = self.0.get_mut(place(hash))
            && let Ok(runs) = u32::try_from(runs)
            && let Some(start) = entry.word.get_mut(..word.len())
        {
            start.copy_from_slice(word);
            entry.word[word.len()..].fill(0);
            entry.runs = runs;
            entry.sums = sums;
        }
    }
}

fn place(hash: u64) -> usize {
    // At most `BITS` bits are left, so this fits.
    (hash >> (64 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_by_its_letters_not_its_hash() {
        let mut memo = Memo::new();
        assert!(memo.recall(b"suara", 7).is_none());
        memo.remember(b"suara", 7, 12, [3; MAX_HEADS]);
        assert_eq!(memo.recall(b"suara", 7), Some((12, &[3; MAX_HEADS])));
        assert!(memo.recall(b"suar", 7).is_none());
        assert!(memo.recall(b"suarat", 7).is_none());
        memo.remember(b"kpu", 7, 6, [1; MAX_HEADS]);
        assert!(memo.recall(b"suara", 7).is_none());
        assert_eq!(memo.recall(b"kpu", 7), Some((6, &[1; MAX_HEADS])));
        memo.remember(&[b'a'; 25], 7, 6, [1; MAX_HEADS]);
        assert!(memo.recall(b"kpu", 7).is_some());
    }
}
