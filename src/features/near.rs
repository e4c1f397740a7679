//! Words that are a slip of the finger away from a name.

use crate::features::class::NameClass;
use crate::features::list::{is_slipped, lines, parse, word_hash};
use crate::features::mask::{Context, Names, is_made_of};
use crate::features::slips::{
    NEAR, SLIPPED, SURE, polynomial, shortened_hash, shortenings, spread,
};
use crate::text::{is_listed, is_used};

/// The listed word that a word is, if only by a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Meant {
    /// Its hash; that of the word itself if it is near none.
    pub(crate) word: u64,
    /// It is a slip, and so that word beside any name, whatever its conditions.
    pub(crate) slip: bool,
    /// It is that word elsewhere, too, if its conditions say so.
    pub(crate) sure: bool,
}

impl Meant {
    /// A word that is itself.
    pub(crate) fn itself(word: u64) -> Self {
        Self {
            word,
            slip: false,
            sure: true,
        }
    }
}

/// Listed words without one of their letters, by the [`polynomial`] of what is
/// left: a table of numbers, as there are seven for each word.
#[derive(Debug)]
pub(super) struct Shortened {
    names: Vec<&'static [u8]>,
    /// A power of two, and more than are taken.
    places: Vec<Place>,
}

/// A listed word without a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    /// Which of the names it is.
    name: u16,
    /// At which byte the letter stood; 0 if the place is free.
    at: u8,
    /// Bits of the polynomial: if they differ, so does what is left.
    tag: u8,
}

impl Shortened {
    /// Of two words that leave the same the first is kept, but one that is long
    /// enough to be sure of comes first, then one that is masked wherever it
    /// stands.
    fn new(names: &Names) -> Self {
        let mut behind = Vec::new();
        let words = lines().filter_map(|line| Some(parse(line, &mut behind)?.0));
        // More than a number can tell apart are not looked for: there are not
        // a tenth as many.
        let words: Vec<_> = words
            .filter(|name| is_slipped(name))
            .take(usize::from(u16::MAX))
            .collect();
        let left: usize = words.iter().map(|name| name.len() - 1).sum();
        let places = (left + left / 4).next_power_of_two();
        let mut shortened = Self {
            names: words,
            places: vec![Place::default(); places],
        };
        let rank = |name: &[u8]| (name.len() >= SURE, names.is_always(word_hash(name)));
        for number in 0..shortened.names.len() {
            let Some(&name) = shortened.names.get(number) else {
                continue;
            };
            for (at, left) in shortenings(name) {
                let (place, tag) = shortened.place(left);
                let known = shortened.places.get(place).copied().unwrap_or_default();
                let known = shortened.name(known);
                if known.is_none_or(|(known, _)| rank(name) > rank(known))
                    && let Some(place) = shortened.places.get_mut(place)
                {
                    // Both fit: see above and `SLIPPED`.
                    *place = Place {
                        name: number as u16,
                        at: at as u8,
                        tag,
                    };
                }
            }
        }
        shortened
    }

    /// The word that leaves this, and which of its bytes is left out.
    fn get(&self, left: u64) -> Option<(&'static [u8], usize)> {
        let (place, _) = self.place(left);
        self.name(*self.places.get(place)?)
    }

    fn name(&self, place: Place) -> Option<(&'static [u8], usize)> {
        let name = self.names.get(usize::from(place.name))?;
        (place.at > 0).then_some((name, usize::from(place.at)))
    }

    /// Where what is left is, or has to go, and its tag.
    fn place(&self, left: u64) -> (usize, u8) {
        let spread = spread(left);
        // The lowest eight of the bits from 32 on, and as many below as there
        // are places: this is what the casts are for.
        let tag = (spread >> 32) as u8;
        let mask = self.places.len() - 1;
        let mut at = (spread >> 40) as usize & mask;
        while let Some(&place) = self.places.get(at)
            && place.at > 0
            && !(place.tag == tag && self.leaves(place, left))
        {
            at = (at + 1) & mask;
        }
        (at, tag)
    }

    fn leaves(&self, place: Place, left: u64) -> bool {
        let name = self.names.get(usize::from(place.name));
        let mut all = shortenings(name.copied().unwrap_or_default());
        all.nth(usize::from(place.at) - 1)
            .is_some_and(|(_, other)| other == left)
    }
}

impl Names {
    /// The listed word that leaves this, as one that is meant, and which of its
    /// bytes is left out.
    fn shortened(&self, left: u64) -> Option<(Meant, usize)> {
        let shortened = self.shortened.get_or_init(|| Shortened::new(self));
        let (name, at) = shortened.get(left)?;
        let meant = Meant {
            word: word_hash(name),
            slip: true,
            sure: name.len() >= SURE,
        };
        Some((meant, at))
    }

    /// The listed word that a word which is neither listed nor in use is a slip of
    /// the finger away from: one letter left out, put in, replaced, or swapped
    /// with the next, but not the first. By deletions on both sides, so that a word of n
    /// letters costs n look-ups (SymSpell, Garbe 2012).
    pub(crate) fn near(&self, word: &[u8]) -> Option<Meant> {
        if !NEAR.contains(&word.len()) || !word.is_ascii() {
            return None;
        }
        // Nearly all words are near none, and of the others most are in use.
        let whole = polynomial(word);
        let may_be = self.slips.may_hold(whole)
            || shortenings(word).any(|(_, left)| self.slips.may_hold(left));
        if !may_be || is_in_use(word) {
            return None;
        }
        let mut best = self.shortened(whole).map(|(name, _)| name);
        for (at, left) in shortenings(word) {
            if best.is_some_and(|best| best.sure) {
                break;
            }
            if !self.slips.may_hold(left) {
                continue;
            }
            let put_in = || {
                let left = shortened_hash(word, at);
                let listed = SLIPPED.contains(&(word.len() - 1)) && self.is_listed(left);
                // A key that was hit twice is no other word.
                let twice = word.get(at) == word.get(at - 1);
                listed.then_some(Meant {
                    word: left,
                    slip: true,
                    sure: word.len() > SURE || twice,
                })
            };
            let replaced = || {
                let (name, other) = self.shortened(left)?;
                (other.abs_diff(at) <= 1).then_some(name)
            };
            if let Some(found) = put_in().or_else(replaced)
                && best.is_none_or(|best| found.sure && !best.sure)
            {
                best = Some(found);
            }
        }
        best
    }

    /// The class of a slip that is a name behind `before`.
    pub(crate) fn slipped(&self, meant: Meant, before: Context) -> Option<NameClass> {
        let entry = self.listed(meant.word)?;
        let itself = meant.sure.then(|| self.class_of(entry, before)).flatten();
        itself.or(before.masked.then_some(entry.class))
    }
}

/// Whether a word is one that people use, and so no slip. A long word that only a
/// dictionary or a list of names has may be one; a short one is taken as it is, as
/// it may be an acronym.
fn is_in_use(word: &[u8]) -> bool {
    const SHORT: usize = 5;
    let is_known: fn(&[u8]) -> bool = if word.len() > SHORT {
        is_used
    } else {
        is_listed
    };
    is_known(word) || is_made_of(word, is_known)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// By the letters themselves, without hashes.
    #[test]
    fn what_is_left_leads_to_the_word_that_is_meant() {
        let names = Names::embedded();
        let mut behind = Vec::new();
        let mut expected: HashMap<Vec<u8>, ((bool, bool), &[u8], usize)> = HashMap::new();
        for (name, entry) in lines().filter_map(|line| parse(line, &mut behind)) {
            for at in (1..name.len()).take_while(|_| is_slipped(name)) {
                let left = [&name[..at], &name[at + 1..]].concat();
                let rank = (name.len() >= SURE, entry.always);
                let known = expected.entry(left).or_insert((rank, name, at));
                if rank > known.0 {
                    *known = (rank, name, at);
                }
            }
        }
        assert!(expected.len() > 30_000, "{}", expected.len());
        for (left, (_, name, at)) in expected {
            let (meant, found) = names.shortened(polynomial(&left)).unwrap();
            assert_eq!((meant.word, found), (word_hash(name), at));
            assert_eq!(meant.sure, name.len() >= SURE);
            let other = [&left[..], b"qx"].concat();
            assert!(names.shortened(polynomial(&other)).is_none());
        }
    }
}
