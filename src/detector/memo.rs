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

/// A word has four places, two beside each other by each of two hashes: with one
/// pair alone a tenth of the words shared theirs with two others, and each was
/// thrown out before it came again. As large as what was met, at most four
/// megabytes, of which the common words, and so most look-ups, need little.
#[derive(Debug)]
pub(super) struct Memo {
    places: Vec<Entry>,
    /// How far to shift a hash to get a place.
    shift: u32,
    /// Places that hold a word.
    taken: usize,
    /// Which of a word's places to take next if none is free.
    turn: usize,
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
        let known = Known {
            treatment: self.treatment,
            hash: self.hash,
            grams: usize::from(self.grams),
        };
        known.recalled(is_read)
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
            turn: 0,
        }
    }

    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&Entry> {
        let [first, second] = places(key, self.shift);
        let at = |place: usize| self.places.get(place).filter(|entry| entry.key == key);
        at(first)
            .or_else(|| at(first ^ 1))
            .or_else(|| at(second))
            .or_else(|| at(second ^ 1))
    }

    pub(super) fn remember(&mut self, word: Key, known: Known, sums: [i16; MAX_HEADS]) {
        let Ok(grams) = u16::try_from(known.grams) else {
            return;
        };
        if self.taken > self.places.len() / 2 && self.shift > u64::BITS - LAST_BITS {
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
        let [first, second] = places(entry.key, self.shift);
        let places = [first, first ^ 1, second, second ^ 1];
        let holds = |key: Key| {
            let at = |place: &usize| {
                self.places
                    .get(*place)
                    .is_some_and(|entry| entry.key == key)
            };
            places.into_iter().find(at)
        };
        let place = holds(entry.key).or_else(|| {
            let free = holds(NOTHING.key);
            self.taken += usize::from(free.is_some());
            free
        });
        let place = place.unwrap_or_else(|| {
            self.turn = self.turn.wrapping_add(1);
            places[self.turn % places.len()]
        });
        if let Some(place) = self.places.get_mut(place) {
            *place = entry;
        }
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
fn places([low, high]: Key, shift: u32) -> [usize; 2] {
    // The square roots of 3 and 5, as in the hash of features. At most
    // `LAST_BITS` bits are left, so this fits.
    let mixed = low.wrapping_mul(0xBB67_AE85_84CA_A73B)
        ^ high.wrapping_mul(0x3C6E_F372_FE94_F82B).rotate_left(32);
    let again = mixed.wrapping_mul(0x6A09_E667_F3BC_C909);
    [(mixed >> shift) as usize, (again >> shift) as usize]
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
    fn the_last_of_a_word_is_kept() {
        let mut memo = Memo::new();
        let word = [1, 0];
        assert!(memo.get(word).is_none());
        memo.remember(word, KNOWN, [3; MAX_HEADS]);
        memo.remember(word, Known { grams: 7, ..KNOWN }, [1; MAX_HEADS]);
        assert_eq!(memo.get(word).unwrap().sums, [1; MAX_HEADS]);
        assert_eq!(grams(&memo, word), Some(7));
        assert_eq!(memo.taken, 1);
    }

    #[test]
    fn words_of_the_same_places_take_turns() {
        // Seven words of two places, found by trying; of the others they have
        // few in common.
        let first = |key| places(key, SHIFT)[0] / 2;
        let of_two = (1..)
            .map(|low| [low, 0])
            .filter(|&key| first(key) == first([1, 0]));
        let words: Vec<_> = of_two.take(7).collect();
        let mut memo = Memo::new();
        for &word in &words {
            memo.remember(word, KNOWN, [3; MAX_HEADS]);
            assert!(memo.get(word).is_some());
        }
        let kept = words.iter().filter(|&&word| memo.get(word).is_some());
        assert_eq!(kept.count(), 7);
        // Where none is free, the last word still has one.
        for low in 1..100_000 {
            memo.put(Entry {
                key: [low, low],
                ..NOTHING
            });
            assert!(memo.get([low, low]).is_some());
        }
        assert_eq!(memo.taken, memo.places.len());
    }

    #[test]
    fn grows_with_the_words_to_a_limit() {
        let mut memo = Memo::new();
        let known = |number| Known {
            grams: number as usize % 50,
            ..KNOWN
        };
        let half = 1 << (FIRST_BITS - 1);
        for number in 1..=half {
            memo.remember([number, 0], known(number), [0; MAX_HEADS]);
        }
        let kept = |memo: &Memo| {
            let is_kept = |&number: &u64| grams(memo, [number, 0]) == Some(number as usize % 50);
            (1..=half).filter(is_kept).count() as u64
        };
        assert_eq!(memo.places.len(), 1 << FIRST_BITS);
        assert!(kept(&memo) > half - half / 100, "{}", kept(&memo));
        for number in half..=2 * half {
            memo.remember([number, 0], known(number), [0; MAX_HEADS]);
        }
        assert_eq!(memo.places.len(), 2 << FIRST_BITS);
        assert!(kept(&memo) > half - half / 100, "{}", kept(&memo));
        for number in 1..400_000 {
            memo.remember([number, number], KNOWN, [0; MAX_HEADS]);
            assert!(memo.taken <= memo.places.len());
        }
        assert_eq!(memo.places.len(), 1 << LAST_BITS);
    }
}
