//! The listed word that a word is, and those that were found to be slips of one.

use crate::features::hash;
use crate::features::key::Key;

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

/// How many slips there is room for, as a power of two.
const BITS: u32 = 11;

/// Slips that were met; each has one place, which it takes from the one before.
/// 64 kilobytes, once there is one.
///
/// To find that a word is a slip of a name takes a look for each of its letters and
/// at its stem, and such a word is looked at wherever it stands, as what stands beside
/// it says whether it is the name. What it is a slip of depends on its letters alone,
/// so that is kept.
#[derive(Debug, Default)]
pub(in crate::features) struct Slipped(Vec<(Key, Meant)>);

impl Slipped {
    /// What a word is a slip of, if that is remembered.
    #[inline]
    pub(in crate::features) fn get(&self, word: Key) -> Option<Meant> {
        let &(key, meant) = self.0.get(place(word))?;
        (key == word).then_some(meant)
    }

    pub(in crate::features) fn remember(&mut self, word: Key, meant: Meant) {
        if self.0.is_empty() {
            // No word is all zeros.
            self.0 = vec![([0; 2], Meant::default()); 1 << BITS];
        }
        if let Some(place) = self.0.get_mut(place(word)) {
            *place = (word, meant);
        }
    }
}

fn place([low, high]: Key) -> usize {
    // Any two odd numbers whose bits are spread would do; few bits are left.
    let mixed = low.wrapping_mul(hash::LENGTH) ^ high.wrapping_mul(hash::WORD).rotate_left(32);
    (mixed >> (u64::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_place_is_kept_and_no_other() {
        let mut slipped = Slipped::default();
        let words = (1..20_000_u64).map(|number| [number, number % 3]);
        for word in words.clone() {
            assert_eq!(slipped.get(word), None);
            slipped.remember(word, Meant::itself(word[0]));
            assert_eq!(slipped.get(word), Some(Meant::itself(word[0])));
        }
        let kept = words.filter_map(|word| Some((word[0], slipped.get(word)?.word)));
        let kept: Vec<_> = kept.collect();
        assert!(kept.iter().all(|(word, meant)| word == meant));
        assert!(kept.len() > 1000 && slipped.0.len() == 1 << BITS);
        assert_eq!(size_of_val(&slipped.0[..]), 64 << 10);
    }
}
