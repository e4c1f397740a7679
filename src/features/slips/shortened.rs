//! Words by what is left of them without a letter.

use crate::features::slips::{NEAR, polynomial, shortenings, spread};

/// Words without one of their letters, not the first, by the [`polynomial`] of
/// what is left: a table of numbers, as there are some seven for each word.
#[derive(Debug)]
pub(in crate::features) struct Shortened {
    words: Vec<&'static [u8]>,
    /// A power of two, and more than are taken.
    places: Vec<Place>,
}

/// A word without a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    /// Which of the words it is.
    word: u16,
    /// At which byte the letter stood, [`WHOLE`] if none is left out; 0 if the
    /// place is free.
    at: u8,
    /// Bits of the polynomial: if they differ, so does what is left.
    tag: u8,
}

/// A word that was looked for by what is left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::features) struct Found {
    /// Its place among the words, counted from 0.
    pub(in crate::features) number: usize,
    pub(in crate::features) word: &'static [u8],
    /// Which of its bytes is left out, if any.
    pub(in crate::features) without: Option<usize>,
}

/// Behind the longest word.
const WHOLE: usize = *NEAR.end();
const _: () = assert!(WHOLE < u8::MAX as usize);

impl Shortened {
    /// Of two `words` that leave the same, the one with the higher `rank` or the
    /// first.
    pub(in crate::features) fn best<R: PartialOrd>(
        words: impl Iterator<Item = &'static [u8]>,
        rank: impl Fn(&[u8]) -> R,
    ) -> Self {
        Self::new(words, |table, number, word| {
            for (at, left) in shortenings(word) {
                let (place, tag) = table.first(left);
                let (place, known) = table.seek(place, tag, |found| leaves(found, left));
                if known.is_none_or(|known| rank(word) > rank(known.word)) {
                    table.put(place, number, at, tag);
                }
            }
        })
    }

    /// All of `words`, and as they are besides.
    pub(in crate::features) fn all(words: impl Iterator<Item = &'static [u8]>) -> Self {
        Self::new(words, |table, number, word| {
            for (at, left) in shortenings_and_whole(word) {
                let (place, tag) = table.first(left);
                let (place, _) = table.seek(place, tag, |_| false);
                table.put(place, number, at, tag);
            }
        })
    }

    /// Words longer than a slip of the longest name are left out.
    fn new(
        words: impl Iterator<Item = &'static [u8]>,
        add: impl Fn(&mut Self, u16, &[u8]),
    ) -> Self {
        let words = words.filter(|word| word.len() < WHOLE);
        let words: Vec<_> = words.collect();
        let left: usize = words.iter().map(|word| word.len()).sum();
        let places = (left + left / 4 + 1).next_power_of_two();
        let mut table = Self {
            words,
            places: vec![Place::default(); places],
        };
        // More than a number can tell apart are not looked for: there are not
        // a tenth as many.
        for number in 0..u16::MAX {
            let Some(&word) = table.words.get(usize::from(number)) else {
                break;
            };
            add(&mut table, number, word);
        }
        table
    }

    /// The words that leave this, or are it, in the order in which they came.
    pub(in crate::features) fn get(&self, left: u64) -> impl Iterator<Item = Found> + '_ {
        let (first, tag) = self.first(left);
        let places = self.from(first).map_while(|at| self.taken(at));
        let places = places.filter(move |place| place.tag == tag);
        let found = places.filter_map(|place| self.found(place));
        found.filter(move |found| leaves(found, left))
    }

    /// Where to put what is left and has this tag, from the `first` place on: the place
    /// of the first that `is_it` says is the same, and that one, or else the one behind
    /// all that lie there.
    #[inline]
    fn seek(
        &self,
        first: usize,
        tag: u8,
        is_it: impl Fn(&Found) -> bool,
    ) -> (usize, Option<Found>) {
        for at in self.from(first) {
            let Some(place) = self.taken(at) else {
                return (at, None);
            };
            if place.tag == tag
                && let Some(found) = self.found(place).filter(&is_it)
            {
                return (at, Some(found));
            }
        }
        // Never, as some are free.
        (usize::MAX, None)
    }

    fn put(&mut self, place: usize, word: u16, at: usize, tag: u8) {
        // No more than `WHOLE`, which fits.
        let at = at as u8;
        if let Some(place) = self.places.get_mut(place) {
            *place = Place { word, at, tag };
        }
    }

    /// The places to look at, the first first; some are free.
    fn from(&self, first: usize) -> impl Iterator<Item = usize> + use<> {
        let mask = self.places.len() - 1;
        (0..self.places.len()).map(move |step| (first + step) & mask)
    }

    /// Where what is left would be best, and its tag.
    fn first(&self, left: u64) -> (usize, u8) {
        let spread = spread(left);
        // The lowest eight of the bits from 32 on, and as many from 40 on as there
        // are places: this is what the casts are for.
        let at = (spread >> 40) as usize & (self.places.len() - 1);
        (at, (spread >> 32) as u8)
    }

    /// What lies at a place, if it is not free.
    #[inline]
    fn taken(&self, at: usize) -> Option<Place> {
        self.places.get(at).copied().filter(|place| place.at > 0)
    }

    fn found(&self, place: Place) -> Option<Found> {
        let number = usize::from(place.word);
        let at = usize::from(place.at);
        Some(Found {
            number,
            word: self.words.get(number)?,
            without: (at < WHOLE).then_some(at),
        })
    }
}

/// Whether it is this that a word leaves.
fn leaves(found: &Found, left: u64) -> bool {
    let at = found.without.unwrap_or(WHOLE);
    shortenings_and_whole(found.word).any(|(without, other)| without == at && other == left)
}

/// What is left of a word without each of its letters but the first, and whole.
pub(in crate::features) fn shortenings_and_whole(
    word: &[u8],
) -> impl Iterator<Item = (usize, u64)> + '_ {
    shortenings(word).chain([(WHOLE, polynomial(word))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(table: &Shortened, left: &str) -> Vec<(&'static str, Option<usize>)> {
        let found = table.get(polynomial(left.as_bytes()));
        let word = |found: Found| (std::str::from_utf8(found.word).unwrap(), found.without);
        found.map(word).collect()
    }

    #[test]
    fn what_is_left_leads_to_the_words() {
        let listed: [&[u8]; 4] = [b"surat", b"suara", b"susrat", b"sua"];
        let all = Shortened::all(listed.into_iter());
        let long = Shortened::best(listed.into_iter(), |word| word.len());
        for (left, every, best) in [
            (
                "surat",
                vec![("surat", None), ("susrat", Some(2))],
                vec![("susrat", Some(2))],
            ),
            (
                "sura",
                vec![("surat", Some(4)), ("suara", Some(2))],
                vec![("surat", Some(4))],
            ),
            ("suaa", vec![("suara", Some(3))], vec![("suara", Some(3))]),
            ("sua", vec![("sua", None)], vec![]),
            ("urat", vec![], vec![]),
            ("", vec![], vec![]),
        ] {
            assert_eq!(words(&all, left), every, "{left}");
            assert_eq!(words(&long, left), best, "{left}");
        }
        assert_eq!(Shortened::all([].into_iter()).get(7).count(), 0);
    }
}
