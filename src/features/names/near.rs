//! Words that are a slip of the finger away from a name.

use crate::features::hash;
use crate::features::names::class::NameClass;
use crate::features::names::context::Context;
use crate::features::names::list::{is_slipped, lines, name};
use crate::features::names::meant::Meant;
use crate::features::names::{Names, is_made_of};
use crate::features::slips::shortened::Shortened;
use crate::features::slips::written::{Written, is_short};
use crate::features::slips::{SLIPPED, SURE, shortened_hash};
use crate::text::{is_listed, is_used};

impl Names {
    /// The listed word that leaves this, as one that is meant, and which of its
    /// bytes is left out.
    fn shortened(&self, left: u64) -> Option<(Meant, usize)> {
        let shortened = self.shortened.get_or_init(|| {
            let words = lines().filter_map(name);
            // Of two that leave the same, one that is long enough to be sure of
            // comes first, then one that is masked wherever it stands.
            let rank = |name: &[u8]| (name.len() >= SURE, self.is_always(hash::word(name)));
            Shortened::best(words.filter(|name| is_slipped(name)), rank)
        });
        let found = shortened.get(left).next()?;
        let meant = Meant {
            word: hash::word(found.word),
            slip: true,
            sure: found.word.len() >= SURE,
        };
        Some((meant, found.without?))
    }

    /// The listed word that a word which is neither listed nor in use is a slip of
    /// the finger away from: one letter left out, put in, replaced, or swapped
    /// with the next, but not the first. By deletions on both sides, so that a word of n
    /// letters costs n look-ups (SymSpell, Garbe 2012).
    pub(in crate::features) fn near(&self, written: &Written<'_>) -> Option<Meant> {
        let (word, lefts) = (written.word, written.lefts?);
        let whole = lefts.whole();
        // Nearly all words are near none.
        let may_be = |left| self.slips.may_hold(left);
        let is_near = may_be(whole) || lefts.shortenings().any(|(_, left)| may_be(left));
        // What is left of the names is not looked up, and so not made, for a word that
        // shows without it that it is no slip.
        if !is_near || self.shortened.get().is_none() && is_made_of_used(word) {
            return None;
        }
        let mut best = self.shortened(whole).map(|(name, _)| name);
        for (at, left) in lefts.shortenings().filter(|&(_, left)| may_be(left)) {
            if best.is_some_and(|best| best.sure) {
                break;
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
        // Last, as few words come so far.
        best.filter(|_| !is_made_of_used(word))
    }

    /// The class of a slip that is a name behind `before`.
    pub(crate) fn slipped(&self, meant: Meant, before: Context) -> Option<NameClass> {
        let entry = self.listed(meant.word)?;
        let itself = meant.sure.then(|| self.class_of(entry, before)).flatten();
        itself.or(before.masked.then_some(entry.class))
    }
}

/// Whether a word is made of one that people use, and so no slip.
fn is_made_of_used(word: &[u8]) -> bool {
    is_made_of(word, if is_short(word) { is_listed } else { is_used })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::features::names::list::parse;
    use crate::features::slips::polynomial;

    /// By the letters themselves, without hashes.
    #[test]
    fn what_is_left_leads_to_the_word_that_is_meant() {
        let names = Names::embedded();
        let mut behind = Vec::new();
        let mut expected: HashMap<Vec<u8>, (bool, bool, &[u8], usize)> = HashMap::new();
        for (name, entry) in lines().filter_map(|line| parse(line, &mut behind)) {
            for at in (1..name.len()).take_while(|_| is_slipped(name)) {
                let left = [&name[..at], &name[at + 1..]].concat();
                let new = (name.len() >= SURE, entry.always, name, at);
                let known = expected.entry(left).or_insert(new);
                if (new.0, new.1) > (known.0, known.1) {
                    *known = new;
                }
            }
        }
        assert!(expected.len() > 30_000, "{}", expected.len());
        for (left, (_, _, name, at)) in expected {
            let (meant, found) = names.shortened(polynomial(&left)).unwrap();
            assert_eq!((meant.word, found), (hash::word(name), at));
            assert_eq!(meant.sure, name.len() >= SURE);
            let other = [&left[..], b"qx"].concat();
            assert!(names.shortened(polynomial(&other)).is_none());
        }
    }
}
