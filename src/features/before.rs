//! What stands before a word: the word before, and those that wait for a name.

use crate::features::class::NameClass;
use crate::features::hash;
use crate::features::mask::Context;
use crate::features::near::Meant;
use crate::features::sink::Key;
use crate::features::style::Looks;
use crate::text::HeldWord;

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

/// Most words that wait for a name to follow.
pub(super) const MOST_HELD: usize = 4;

/// A word that waits and that a sink remembers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) key: Key,
    pub(super) looks: Looks,
    /// As in [`WalkedWord`](crate::text::WalkedWord).
    pub(super) joined: bool,
}

impl Held {
    /// The bytes of the word, and how many there are.
    pub(super) fn letters(self) -> ([u8; 16], usize) {
        let [low, high] = self.key;
        let key = u128::from(high) << 64 | u128::from(low);
        let length = u128::BITS - key.leading_zeros();
        (key.to_le_bytes(), length.div_ceil(8) as usize)
    }
}

/// Words, and the listed ones that they are, that are part of a name if one
/// follows.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    pub(super) words: [(HeldWord, Meant, Option<NameClass>); MOST_HELD],
    /// Those of them that a sink remembers, which are not held otherwise.
    pub(super) recalled: [Option<Held>; MOST_HELD],
    pub(super) count: usize,
    /// Whether a word was passed over behind the last of them.
    pub(super) passed_over: bool,
}

impl Waiting {
    /// One more waits, which was put in its place already.
    #[inline]
    pub(super) fn hold(&mut self, recalled: Option<Held>) {
        if let Some(place) = self.recalled.get_mut(self.count) {
            *place = recalled;
        }
        self.count += 1;
        self.passed_over = false;
    }

    /// What stands before the word that comes next; `before` is the word before
    /// those that wait.
    pub(super) fn context(&self, before: &Option<Before>) -> Context {
        match self.words.get(..self.count) {
            Some([.., _]) if self.passed_over => Context::default(),
            Some([rest @ .., (_, held, _)]) => Context {
                word: Some(held.word),
                first: rest.last().map_or(0, |(_, first, _)| first.word),
                masked: false,
            },
            _ => Before::context(before.as_ref()),
        }
    }

    /// [`Context::bits`] of that.
    #[inline(always)]
    pub(super) fn bits(&self, before: &Option<Before>) -> u32 {
        if self.count > 0 {
            return self.bits_of_waiting();
        }
        Before::context(before.as_ref()).bits()
    }

    #[inline(never)]
    fn bits_of_waiting(&self) -> u32 {
        self.context(&None).bits()
    }
}
