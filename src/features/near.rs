//! Words that are a slip of the finger away from a name.

use crate::features::list::{LIST, is_slipped, parse, word_hash};
use crate::features::mask::{ByHash, Context, NameClass, Names, is_made_of};
use crate::features::slips::{NEAR, SLIPPED, SURE, polynomial, shortened_hash, shortenings};
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

/// A listed word without one of its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shortened {
    /// Hash of the whole word.
    word: u64,
    /// At which byte the letter stood.
    at: u8,
    /// The word is too short to be sure of.
    short: bool,
    /// The word is masked wherever it stands.
    always: bool,
}

impl Shortened {
    /// Which of two words that leave the same is meant.
    fn rank(self) -> (bool, bool) {
        (!self.short, self.always)
    }
}

impl Names {
    fn shortened(&self, left: u64) -> Option<Shortened> {
        let shortened = self.shortened.get_or_init(|| {
            // About six for each of a few thousand names of eighteen bytes a line.
            let mut shortened =
                ByHash::with_capacity_and_hasher(LIST.len() / 3, Default::default());
            let lines = LIST.lines().filter_map(parse);
            for (name, entry) in lines.filter(|(name, _)| is_slipped(name)) {
                for at in (1..).take(name.len() - 1) {
                    let new = Shortened {
                        word: word_hash(name),
                        at,
                        short: name.len() < SURE,
                        always: entry.always,
                    };
                    let left = shortened_hash(name.as_bytes(), usize::from(at));
                    let known = shortened.entry(left).or_insert(new);
                    if new.rank() > known.rank() {
                        *known = new;
                    }
                }
            }
            shortened
        });
        shortened.get(&left).copied()
    }

    /// The listed word that a word which is neither listed nor in use is a slip of
    /// the finger away from: one letter left out, put in, replaced, or swapped
    /// with the next, but not the first. By deletions on both sides, so that a word of n
    /// letters costs n look-ups (SymSpell, Garbe 2012).
    pub(crate) fn near(&self, word: &[u8], hash: u64) -> Option<Meant> {
        if !NEAR.contains(&word.len()) || !word.is_ascii() {
            return None;
        }
        // Nearly all words are near none, and of the others most are in use.
        let may_be = self.slips.may_hold(polynomial(word))
            || shortenings(word).any(|(_, left)| self.slips.may_hold(left));
        if !may_be || is_in_use(word) {
            return None;
        }
        let slip = |word: u64, sure: bool| Meant {
            word,
            slip: true,
            sure,
        };
        let slip_of = |name: Shortened| slip(name.word, !name.short);
        let mut best = self.shortened(hash).map(slip_of);
        for (at, left) in shortenings(word) {
            if best.is_some_and(|best| best.sure) {
                break;
            }
            if !self.slips.may_hold(left) {
                continue;
            }
            let left = shortened_hash(word, at);
            let put_in = || {
                let listed = SLIPPED.contains(&(word.len() - 1)) && self.is_listed(left);
                // A key that was hit twice is no other word.
                let twice = word.get(at) == word.get(at - 1);
                listed.then(|| slip(left, word.len() > SURE || twice))
            };
            let replaced = || {
                let name = self.shortened(left)?;
                (usize::from(name.at).abs_diff(at) <= 1).then(|| slip_of(name))
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
        let itself = meant.sure.then(|| entry.class(before)).flatten();
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
