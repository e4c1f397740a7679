//! A cache of what words add up to.
//!
//! What a word and its character runs add to every head depends on the word
//! alone, and a few thousand words make up most of any stream of texts. Each
//! thread keeps their sums, so that a word met before costs one look-up instead
//! of a search for names and a row for each run. Sums are integers, so
//! remembering them cannot change a bit.

use crate::features::{Conditions, Key, Known, NameClass, Recalled, Treatment, hash};
use crate::model::MAX_HEADS;

/// Places of a new memo and most of any, as powers of two.
const FIRST_BITS: u32 = 9;
const LAST_BITS: u32 = 16;
/// By how much it grows: with 1 it is copied more often, with 4 a process that meets a few
/// thousand words waits for memory that it does not need.
const GROWTH_BITS: u32 = 2;
/// Places of a set, a power of two.
const WAYS: usize = 4;

/// A hash table of sets of four places, in which each word has two sets and, in the
/// first of them, one place that is its home. The second set is used when the first is
/// full: with one set alone, three times as many words would be thrown out and have to be
/// computed again. A word that is found in its first set but not at home changes places
/// with the word there, so that more than nine look-ups in ten end at the home. Were any
/// place as likely as another, the processor could not predict where a look-up ends.
///
/// A quarter of it is taken at most, so that few words share a home, until it has four
/// megabytes. Common words, and so most look-ups, touch little of it.
#[derive(Debug)]
pub(super) struct Memo {
    places: Vec<Entry>,
    /// How far to shift a [`mixed`] key to get its home.
    shift: u32,
    /// Places that hold a word.
    taken: usize,
    /// Which place of a set to take next if none is free.
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
    said: Said,
}

/// How many n-grams a word has and how it is treated, in one number: from the
/// lowest bit on the [`Conditions`], its class as a name, its class if a name
/// follows, the n-grams.
#[derive(Debug, Clone, Copy)]
struct Said(u32);

impl Said {
    const CLASS: u32 = Conditions::BITS;
    /// The class and one; zeros if it is not always a name.
    const NAME: u32 = 7 << Self::CLASS;
    /// The same of the class that it has if a name follows.
    const OPENS: u32 = Self::CLASS + 3;
    const GRAMS: u32 = 24;

    fn new(known: Known) -> Option<Self> {
        let treatment = match known.treatment {
            Treatment::Read => 0,
            Treatment::Open(conditions) => conditions.0,
            Treatment::Masked(class) => (class as u32 + 1) << Self::CLASS,
            Treatment::Opens(class, conditions) => conditions.0 | (class as u32 + 1) << Self::OPENS,
        };
        let grams = u8::try_from(known.grams).ok()?;
        Some(Self(u32::from(grams) << Self::GRAMS | treatment))
    }
}

const NOTHING: Entry = Entry {
    key: [0; 2],
    hash: 0,
    sums: [0; MAX_HEADS],
    said: Said(0),
};

impl Entry {
    /// The same as [`Known::recalled`], but the first branch settles most words.
    #[inline(always)]
    pub(super) fn recalled(&self, before: u32) -> Option<Recalled> {
        let (Said(said), hash) = (self.said, self.hash);
        if said & (before | Said::NAME) == 0 {
            let grams = (said >> Said::GRAMS) as usize;
            return Some(Recalled::Read { hash, grams });
        }
        let class = |shift: u32| {
            let class = (said >> shift & 7) as usize;
            NameClass::EACH.get(class.wrapping_sub(1)).copied()
        };
        if let Some(class) = class(Said::CLASS) {
            return Some(Recalled::Masked { hash, class });
        }
        let class = class(Said::OPENS)?;
        let is_open = said & before & !Conditions::NEVER != 0;
        (!is_open).then_some(Recalled::Opens { hash, class })
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

    /// What is remembered of a word.
    #[inline(always)]
    pub(super) fn get(&mut self, key: Key) -> Option<&Entry> {
        let mixed = mixed(key);
        let mut place = (mixed >> self.shift) as usize;
        if self.places.get(place)?.key != key {
            place = self.fetch(key, mixed)?;
        }
        self.places.get(place)
    }

    /// The place of a word that is not at its home. If it is in its first set it is moved
    /// home, and the word there, which belongs to the same set, takes its place.
    #[inline(never)]
    fn fetch(&mut self, key: Key, mixed: u64) -> Option<usize> {
        let home = (mixed >> self.shift) as usize;
        if self.is_free(home) {
            return None;
        }
        let place = self.find(key, mixed)?;
        if place / WAYS == home / WAYS {
            self.places.swap(home, place);
            return Some(home);
        }
        Some(place)
    }

    /// Whether a place holds nothing, so that a word whose home it is has no other: no
    /// place becomes free again, and this one would have been taken first.
    #[inline]
    fn is_free(&self, place: usize) -> bool {
        let entry = self.places.get(place);
        entry.is_some_and(|entry| entry.key == NOTHING.key)
    }

    /// The place of a word.
    fn find(&self, key: Key, mixed: u64) -> Option<usize> {
        let [first, second] = self.sets(mixed);
        self.find_in(first, key).or_else(|| {
            // No place becomes free again, so if there is one the word did not
            // have to go on.
            let is_full = self.find_in(first, NOTHING.key).is_none();
            is_full.then(|| self.find_in(second, key)).flatten()
        })
    }

    /// Where the sets of a word begin.
    fn sets(&self, mixed: u64) -> [usize; 2] {
        let again = mixed.wrapping_mul(hash::MULTIPLIER);
        [mixed, again].map(|mixed| (mixed >> self.shift) as usize & !(WAYS - 1))
    }

    /// The place in a set that has this key.
    #[inline]
    fn find_in(&self, set: usize, key: Key) -> Option<usize> {
        let places = self.places.get(set..set + WAYS)?;
        let way = places.iter().position(|entry| entry.key == key)?;
        Some(set + way)
    }

    pub(super) fn remember(&mut self, word: Key, known: Known, sums: [i16; MAX_HEADS]) {
        let Some(said) = Said::new(known) else {
            return;
        };
        if self.taken > self.places.len() / 4 && self.shift > u64::BITS - LAST_BITS {
            self.grow();
        }
        let entry = Entry {
            key: word,
            hash: known.hash,
            sums,
            said,
        };
        self.put(entry);
    }

    fn put(&mut self, entry: Entry) {
        let mixed = mixed(entry.key);
        let home = (mixed >> self.shift) as usize;
        let place = if self.is_free(home) {
            self.taken += 1;
            Some(home)
        } else {
            self.find(entry.key, mixed).or_else(|| {
                let [first, second] = self.sets(mixed);
                let free = self.find_in(first, NOTHING.key);
                let free = free.or_else(|| self.find_in(second, NOTHING.key));
                self.taken += usize::from(free.is_some());
                free
            })
        };
        let place = place.unwrap_or_else(|| {
            self.turn = self.turn.wrapping_add(1);
            home ^ (self.turn % WAYS)
        });
        if let Some(place) = self.places.get_mut(place) {
            *place = entry;
        }
    }

    #[cold]
    fn grow(&mut self) {
        let bits = u64::BITS - self.shift + GROWTH_BITS;
        let mut larger = Self::with(bits.min(LAST_BITS));
        // What is at home stays at home.
        for at_home in [true, false] {
            for (place, &entry) in self.places.iter().enumerate() {
                let home = (mixed(entry.key) >> self.shift) as usize;
                if entry.key != NOTHING.key && (home == place) == at_home {
                    larger.put(entry);
                }
            }
        }
        *self = larger;
    }
}

/// Spreads the bits of a key; the top ones are the number of its home.
#[inline(always)]
fn mixed([low, high]: Key) -> u64 {
    // Any odd number whose bits are spread would do.
    (low ^ high.rotate_left(29)).wrapping_mul(hash::LENGTH)
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

    fn grams(memo: &mut Memo, word: Key) -> Option<usize> {
        match memo.get(word)?.recalled(0)? {
            Recalled::Read { hash, grams } => (hash == KNOWN.hash).then_some(grams),
            Recalled::Masked { .. } | Recalled::Opens { .. } => None,
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
        assert_eq!(grams(&mut memo, word), Some(7));
        assert_eq!(memo.taken, 1);
    }

    #[test]
    fn a_number_says_what_is_known() {
        let treatments = NameClass::EACH.map(Treatment::Masked).into_iter();
        let bits = (0..Conditions::BITS).flat_map(|bit| [1 << bit, 3 << bit >> 1]);
        let open = bits.clone().map(|bits| Treatment::Open(Conditions(bits)));
        let opens = bits.map(|bits| {
            let bits = bits | Conditions::NEVER;
            Treatment::Opens(NameClass::Group, Conditions(bits))
        });
        let treatments = treatments.chain(open).chain(opens);
        for treatment in treatments.chain([Treatment::Read]) {
            for grams in [0, 1, 46] {
                let known = Known {
                    treatment,
                    grams,
                    ..KNOWN
                };
                let mut memo = Memo::new();
                memo.remember([1, 0], known, [1; MAX_HEADS]);
                let entry = memo.get([1, 0]).unwrap();
                let bits = (0..Conditions::BITS).map(|bit| 1 << bit);
                let befores = bits.clone().map(|bit| bit | Conditions::NEVER);
                for before in bits.chain(befores).chain([0]) {
                    assert_eq!(entry.recalled(before), known.recalled(before), "{known:?}");
                }
            }
        }
    }

    /// The first words whose first set, or home if `whole`, is that of `[1, 0]`.
    fn of_one_place(memo: &Memo, whole: bool) -> impl Iterator<Item = Key> {
        let shift = memo.shift + if whole { 0 } else { WAYS.ilog2() };
        let place = move |key| mixed(key) >> shift;
        (1..)
            .map(|low| [low, 0])
            .filter(move |&key| place(key) == place([1, 0]))
    }

    #[test]
    fn what_is_looked_for_comes_home() {
        let mut memo = Memo::new();
        let words: Vec<_> = of_one_place(&memo, true).take(WAYS).collect();
        for &word in &words {
            memo.remember(word, KNOWN, [3; MAX_HEADS]);
        }
        let home = (mixed(words[0]) >> memo.shift) as usize;
        for &word in words.iter().chain(words.iter().rev()) {
            assert!(memo.get(word).is_some());
            assert_eq!(memo.places[home].key, word);
        }
    }

    #[test]
    fn a_full_set_throws_nothing_out() {
        let mut memo = Memo::new();
        let words: Vec<_> = of_one_place(&memo, false).take(3 * WAYS).collect();
        for &word in &words {
            memo.remember(word, KNOWN, [3; MAX_HEADS]);
        }
        assert!(words.iter().all(|&word| memo.get(word).is_some()));
        assert_eq!(memo.taken, words.len());
    }

    #[test]
    fn where_all_is_full_the_last_word_has_a_place() {
        let mut memo = Memo::new();
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
        let few = 1 << (FIRST_BITS - 2);
        for number in 1..=few {
            memo.remember([number, 0], known(number), [0; MAX_HEADS]);
        }
        let kept = |memo: &mut Memo| {
            let is_kept = |&number: &u64| grams(memo, [number, 0]) == Some(number as usize % 50);
            (1..=few).filter(is_kept).count() as u64
        };
        assert_eq!(memo.places.len(), 1 << FIRST_BITS);
        assert!(kept(&mut memo) > few - few / 100, "{}", kept(&mut memo));
        for number in few..=2 * few {
            memo.remember([number, 0], known(number), [0; MAX_HEADS]);
        }
        assert_eq!(memo.places.len(), 1 << (FIRST_BITS + GROWTH_BITS));
        assert!(kept(&mut memo) > few - few / 100, "{}", kept(&mut memo));
        for number in 1..400_000 {
            memo.remember([number, number], KNOWN, [0; MAX_HEADS]);
            assert!(memo.taken <= memo.places.len());
        }
        assert_eq!(memo.places.len(), 1 << LAST_BITS);
    }
}
