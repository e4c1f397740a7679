//! Where the features of a text go, and what may be remembered of a word.

use std::ops::Range;

use crate::features::block::Block;
use crate::features::key::Key;
use crate::features::names::class::NameClass;
#[cfg(any(test, feature = "train"))]
use crate::features::names::context::Conditions;
use crate::features::names::treatment::Treatment;
use crate::features::style::Style;

/// Most character runs of a word that come together, which come before all its
/// others.
pub(crate) const MOST_RUNS: usize = 255;

/// Takes the features of a text as the pass finds them.
pub(crate) trait Sink {
    /// Whether [`Sink::recall`] ever answers; only for walks that do not track
    /// origins, and sinks that ask for no names.
    const REMEMBERS: bool = false;
    /// What words that are recalled one after the other add up to; beside the sink, so
    /// that it stays in registers.
    type Sums: Default;
    /// One occurrence of an n-gram. `span` is where it stands in the original,
    /// empty unless the walk tracks origins.
    fn gram(&mut self, block: Block, row: usize, span: impl FnOnce() -> Range<usize>);
    /// Character runs of one word, three at a time and the last three apart, each
    /// with its row and span as in [`Sink::gram`]; no more than [`MOST_RUNS`] of a
    /// word come so.
    #[inline]
    fn runs<F: FnOnce() -> Range<usize>>(
        &mut self,
        runs: impl Iterator<Item = [(usize, F); 3]>,
        last: [(usize, F); 3],
    ) {
        runs.chain([last])
            .flatten()
            .for_each(|(row, span)| self.gram(Block::Chars, row, span));
    }
    /// A style flag that holds for the whole text.
    fn style(&mut self, style: Style, row: usize);
    /// Adds a folded word and its runs to `sums`, if they are remembered, and
    /// says what has become of it. Leaves one that its neighbours decide about,
    /// unless what stands before it, of which `before` is [`Context::bits`], rules
    /// out that it is a name; takes nothing of one that waits for a name.
    ///
    /// [`Context::bits`]: crate::features::names::context::Context::bits
    #[inline]
    fn recall(&mut self, _word: Key, _before: u32, _sums: &mut Self::Sums) -> Option<Recalled> {
        None
    }
    /// Takes what so many words that were recalled and read add up to.
    #[inline]
    fn add(&mut self, _sums: &Self::Sums, _words: usize) {}
    /// Takes one word as [`Sink::recall`] does.
    #[inline(always)]
    fn recall_one(&mut self, word: Key, before: u32) -> Option<Recalled> {
        let mut sums = Self::Sums::default();
        let recalled = self.recall(word, before, &mut sums)?;
        if matches!(recalled, Recalled::Read { .. }) {
            self.add(&sums, 1);
        }
        Some(recalled)
    }
    /// A word and its runs have come.
    #[inline]
    fn remember(&mut self, _word: Option<Key>, _known: Known) {}
    /// A masked word; `span` is as in [`Sink::gram`].
    #[inline]
    fn name(&mut self, _class: NameClass, _span: impl FnOnce() -> Range<usize>) {}
}

/// What has become of a word that a [`Sink`] remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recalled {
    Read {
        hash: u64,
        grams: usize,
    },
    Masked {
        hash: u64,
        class: NameClass,
    },
    /// It waits for a name: it is part of it if one follows, of `class` by itself.
    Opens {
        hash: u64,
        class: NameClass,
    },
}

/// What a [`Sink`] remembers of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) treatment: Treatment,
    pub(crate) hash: u64,
    /// Of the word and its runs; none if it is masked.
    pub(crate) grams: usize,
}

impl Known {
    /// What has become of the word; `before` is as in [`Sink::recall`].
    #[cfg(any(test, feature = "train"))]
    #[inline]
    pub(crate) fn recalled(self, before: u32) -> Option<Recalled> {
        let Self { hash, grams, .. } = self;
        match self.treatment {
            Treatment::Masked(class) => Some(Recalled::Masked { hash, class }),
            Treatment::Open(conditions) | Treatment::Opens(_, conditions)
                if conditions.rule_out(before) =>
            {
                Some(Recalled::Read { hash, grams })
            }
            Treatment::Opens(class, conditions)
                if conditions.rule_out(before & !Conditions::NEVER) =>
            {
                Some(Recalled::Opens { hash, class })
            }
            Treatment::Open(_) | Treatment::Opens(..) => None,
            Treatment::Read => Some(Recalled::Read { hash, grams }),
        }
    }
}
