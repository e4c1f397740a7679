//! What the words that were met before add up to.
//!
//! What a word and its character runs add to every head depends on the word
//! alone, and a few thousand words make up most of any stream of texts. Each
//! thread keeps their sums, so that a word met before costs one look-up instead
//! of a search for names and a row for each run. Sums are integers, so
//! remembering them cannot change a bit.

use crate::features::{Conditions, Key, Known, Recalled, Treatment};
use crate::model::MAX_HEADS;

/// Places of a new memo and most of any, as powers of two.
const FIRST_BITS: u32 = 12;
const LAST_BITS: u32 = 16;

/// The last words that each pair of places was given; words share them by hash.
/// As large as what was met, at most four megabytes, of which the common words,
/// and so most look-ups, need little.
#[derive(Debug)]
pub(super) struct Memo {
    places: Vec<Entry>,
    /// How far to shift a hash to get a place.
    shift: u32,
    /// Places that hold a word.
    taken: usize,
}

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
    treatment: Treatment::Read,
};

impl Entry {
    /// What has become of the word; `is_read` decides if its neighbours do.
    #[inline]
    pub(super) fn recalled(&self, is_read: impl FnOnce(Conditions) -> bool) -> Option<Recalled> {
        let hash = self.hash;
        match self.treatment {
            Treatment::Read => {}
            Treatment::Masked(class) => return Some(Recalled::Masked { hash, class }),
            Treatment::Open(conditions) if is_read(conditions) => {}
            Treatment::Open(_) => return None,
        }
        let grams = usize::from(self.grams);
        Some(Recalled::Read { hash, grams })
    }
}

impl Memo {
    pub(super) fn new() -> Self {
        Self::with(FIRST_BITS)
    }

    fn with(bits: u32) -> Self {
        Self {
            places: vec![NOTHING; 1 << bits],
            shift: u64::BITS - bits,
            taken: 0,
        }
    }

    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&Entry> {
        let first = place(key, self.shift);
        let at = |place: usize| self.places.get(place).filter(|entry| entry.key == key);
        at(first).or_else(|| at(first ^ 1))
    }

    pub(super) fn remember(&mut self, word: Key, known: Known, sums: [i16; MAX_HEADS]) {
        let Ok(grams) = u16::try_from(known.grams) else {
            return;
        };
        if self.taken > self.places.len() / 4 && self.shift > u64::BITS - LAST_BITS {
            self.grow();
        }
        let entry = Entry {
            key: word,
            hash: known.hash,
            sums,
            grams,
            treatment: known.treatment,
        };
        self.put(entry);
    }

    fn put(&mut self, entry: Entry) {
        let first = place(entry.key, self.shift);
        let Some(here) = self.places.get_mut(first) else {
            return;
        };
        let before = std::mem::replace(here, entry);
        let mut lost = before;
        // The other place is for what was here, unless that is the same word.
        if before.key != entry.key
            && before.key != NOTHING.key
            && let Some(beside) = self.places.get_mut(first ^ 1)
        {
            lost = std::mem::replace(beside, before);
        }
        self.taken += usize::from(lost.key == NOTHING.key);
    }

    #[cold]
    fn grow(&mut self) {
        let mut larger = Self::with(u64::BITS - self.shift + 1);
        for &entry in self.places.iter().filter(|entry| entry.key != NOTHING.key) {
            larger.put(entry);
        }
        *self = larger;
    }
}

#[inline]
fn place([low, high]: Key, shift: u32) -> usize {
    // The square roots of 3 and 5, as in the hash of features. At most
    // `LAST_BITS` bits are left, so this fits.
    let mixed = low.wrapping_mul(0xBB67_AE85_84CA_A73B)
        ^ high.wrapping_mul(0x3C6E_F372_FE94_F82B).rotate_left(32);
    (mixed >> shift) as usize
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

    const SHIFT: u32 = u64::BITS - FIRST_BITS;

    fn grams(memo: &Memo, word: Key) -> Option<usize> {
        match memo.get(word)?.recalled(|_| false)? {
            Recalled::Read { hash, grams } => (hash == KNOWN.hash).then_some(grams),
            Recalled::Masked { .. } => None,
        }
    }

    #[test]
    fn two_words_of_a_place_have_room() {
        // Three words of one place, found by trying.
        let first = [1, 0];
        let mut others = (2..)
            .map(|low| [low, 0])
            .filter(|&key| place(key, SHIFT) == place(first, SHIFT));
        let (second, third) = (others.next().unwrap(), others.next().unwrap());
        let mut memo = Memo::new();
        assert!(memo.get(first).is_none());
        memo.remember(first, KNOWN, [3; MAX_HEADS]);
        assert_eq!(memo.get(first).unwrap().sums, [3; MAX_HEADS]);
        assert_eq!(grams(&memo, first), Some(13));
        assert!(memo.get(second).is_none());
        memo.remember(second, Known { grams: 7, ..KNOWN }, [1; MAX_HEADS]);
        assert_eq!(grams(&memo, first), Some(13));
        assert_eq!(grams(&memo, second), Some(7));
        memo.remember(third, KNOWN, [2; MAX_HEADS]);
        assert!(memo.get(first).is_none());
        assert_eq!(grams(&memo, second), Some(7));
    }

    #[test]
    fn grows_with_the_words_to_a_limit() {
        let mut memo = Memo::new();
        let known = |number| Known {
            grams: number as usize % 50,
            ..KNOWN
        };
        for number in 1..=1500 {
            memo.remember([number, 0], known(number), [0; MAX_HEADS]);
        }
        let kept = |memo: &Memo| {
            let is_kept = |&number: &u64| grams(memo, [number, 0]) == Some(number as usize % 50);
            (1..=1500).filter(is_kept).count()
        };
        assert_eq!(memo.places.len(), 2 << FIRST_BITS);
        // Few are lost by chance.
        assert!(kept(&memo) > 1300, "{}", kept(&memo));
        for number in 1..400_000 {
            memo.remember([number, number], KNOWN, [0; MAX_HEADS]);
            assert!(memo.taken <= memo.places.len());
        }
        assert_eq!(memo.places.len(), 1 << LAST_BITS);
    }
}
