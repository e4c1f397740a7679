//! What the words that were met before add up to.
//!
//! What a word and its character runs add to every head depends on the word
//! alone, and a few thousand words make up most of any stream of texts. Each
//! thread keeps their sums, so that a word met before costs one look-up instead
//! of a search for names and a row for each run. Sums are integers, so
//! remembering them cannot change a bit.

use crate::features::{Key, Known, Treatment};
use crate::model::MAX_HEADS;

/// Words that are remembered, as a power of two.
const BITS: u32 = 15;

/// The last words that each pair of places was given; words share them by hash.
/// Two megabytes, of which the common words, and so most look-ups, need little.
#[derive(Debug)]
pub(super) struct Memo(Vec<Entry>);

/// One cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
pub(super) struct Entry {
    /// Zeros, which no word is, if there is nothing.
    key: Key,
    hash: u64,
    pub(super) sums: [i16; MAX_HEADS],
    grams: u16,
    treatment: Treatment,
}

const NOTHING: Entry = Entry {
    key: [0; 2],
    hash: 0,
    sums: [0; MAX_HEADS],
    grams: 0,
    treatment: Treatment::Open,
};

impl Entry {
    #[inline]
    pub(super) fn known(&self) -> Known {
        Known {
            treatment: self.treatment,
            hash: self.hash,
            grams: usize::from(self.grams),
        }
    }
}

impl Memo {
    pub(super) fn new() -> Self {
        Self(vec![NOTHING; 1 << BITS])
    }

    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&Entry> {
        let first = place(key);
        let at = |place: usize| self.0.get(place).filter(|entry| entry.key == key);
        at(first).or_else(|| at(first ^ 1))
    }

    pub(super) fn remember(&mut self, word: Key, known: Known, sums: [i16; MAX_HEADS]) {
        let first = place(word);
        let (Some(here), Ok(grams)) = (self.0.get_mut(first), u16::try_from(known.grams)) else {
            return;
        };
        let entry = Entry {
            key: word,
            hash: known.hash,
            sums,
            grams,
            treatment: known.treatment,
        };
        let before = std::mem::replace(here, entry);
        // The other place is for what was here, unless that is the same word.
        if before.key != word
            && before.key != NOTHING.key
            && let Some(beside) = self.0.get_mut(first ^ 1)
        {
            *beside = before;
        }
    }
}

#[inline]
fn place([low, high]: Key) -> usize {
    // The square roots of 3 and 5, as in the hash of features. At most `BITS`
    // bits are left, so this fits.
    let product =
        u128::from(low ^ 0x3C6E_F372_FE94_F82B) * u128::from(high ^ 0xBB67_AE85_84CA_A73B);
    (((product >> 64) as u64 ^ product as u64) >> (64 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known = Known {
        treatment: Treatment::Read,
        hash: 5,
        grams: 13,
    };

    #[test]
    fn an_entry_is_a_cache_line() {
        assert_eq!(size_of::<Entry>(), 64);
    }

    #[test]
    fn two_words_of_a_place_have_room() {
        // Three words of one place, found by trying.
        let first = [1, 0];
        let mut others = (2..)
            .map(|low| [low, 0])
            .filter(|&key| place(key) == place(first));
        let (second, third) = (others.next().unwrap(), others.next().unwrap());
        let mut memo = Memo::new();
        assert!(memo.get(first).is_none());
        memo.remember(first, KNOWN, [3; MAX_HEADS]);
        let entry = memo.get(first).unwrap();
        assert_eq!((entry.known(), entry.sums), (KNOWN, [3; MAX_HEADS]));
        assert!(memo.get(second).is_none());
        memo.remember(second, Known { grams: 7, ..KNOWN }, [1; MAX_HEADS]);
        assert_eq!(memo.get(first).unwrap().known().grams, 13);
        assert_eq!(memo.get(second).unwrap().known().grams, 7);
        memo.remember(third, KNOWN, [2; MAX_HEADS]);
        assert!(memo.get(first).is_none());
        assert_eq!(memo.get(second).unwrap().known().grams, 7);
    }
}
