//! One text, one pass, one answer.

use std::ops::Range;

use crate::detector::Detector;
use crate::detector::assessment::{Assessment, Score, Verdict};
use crate::detector::memo::Memo;
use crate::features::{Block, Sink, Style, length_scale};
use crate::model::{Head, MAX_HEADS, Model};
use crate::text::Scratch;

impl Detector {
    /// Assesses one text of any length; linear in it. All heads are read in
    /// the same pass, from one row of the table for each feature.
    #[must_use]
    pub fn assess(&self, text: &str) -> Assessment {
        let mut worker = Worker {
            scratch: Scratch::default(),
            memo: None,
        };
        self.assess_with(text, &mut worker)
    }

    pub(super) fn assess_with(&self, text: &str, worker: &mut Worker) -> Assessment {
        let assessment = match self.model.card().heads.len() {
            0..=1 => self.assess_lanes::<1>(text, worker),
            2..=8 => self.assess_lanes::<8>(text, worker),
            _ => self.assess_lanes::<MAX_HEADS>(text, worker),
        };
        self.look_up(text, assessment)
    }

    fn assess_lanes<const LANES: usize>(&self, text: &str, worker: &mut Worker) -> Assessment {
        let mut sums = Sums::<LANES>::new(&self.model, worker.memo.as_mut());
        let grams = self.vectorizer.pass(text, &mut worker.scratch, &mut sums);
        let length_scale = length_scale(grams);
        let totals = sums.blocks.map(Lanes::total);
        let scales = self.vectorizer.scales();
        let logit = |number: usize, head: &Head| {
            let mut weighted = 0_i64;
            for (totals, scale) in totals.iter().zip(scales) {
                weighted += totals.get(number).copied().unwrap_or(0) * i64::from(scale);
            }
            let style = sums.style.get(number).copied().unwrap_or(0);
            // Integers up to here: the order of features cannot change a bit.
            let evidence = head.scale * (length_scale * weighted as f64 + style as f64);
            let shift = if number == self.hoax {
                self.prior_shift
            } else {
                0.0
            };
            head.bias + shift + evidence
        };
        let heads = &self.model.card().heads;
        let score = |number: usize| Some(Score::from_logit(logit(number, heads.get(number)?)));
        let hoax = score(self.hoax).unwrap_or(Score::from_logit(0.0));
        let debunk = self.others.debunk.and_then(score);
        Assessment {
            hoax,
            verdict: self.verdict(hoax, debunk, sums.words),
            words: sums.words,
            election: self.others.election.and_then(score),
            debunk,
            topics: self.others.topics.map(|number| number.and_then(score)),
            clarification: None,
        }
    }

    fn verdict(&self, hoax: Score, debunk: Option<Score>, words: usize) -> Verdict {
        let high = |number: Option<usize>| {
            let head = self.model.card().heads.get(number?)?;
            Some(head.abstain)
        };
        let [low, likely] = high(Some(self.hoax)).unwrap_or([0.0, 1.0]);
        if words == 0 {
            return Verdict::Uncertain;
        }
        if hoax.probability >= likely {
            // A text that repeats a claim in order to refute it.
            let refutes = debunk
                .zip(high(self.others.debunk))
                .is_some_and(|(debunk, [_, sure])| debunk.probability >= sure);
            return if refutes {
                Verdict::Uncertain
            } else {
                Verdict::Likely
            };
        }
        if hoax.probability <= low {
            Verdict::Unlikely
        } else {
            Verdict::Uncertain
        }
    }
}

/// What one thread keeps from text to text, always of one detector.
pub(super) struct Worker {
    scratch: Scratch<false>,
    memo: Option<Memo>,
}

impl Worker {
    /// For many texts.
    pub(super) fn new() -> Self {
        Self {
            scratch: Scratch::default(),
            memo: Some(Memo::new()),
        }
    }
}

/// Sums of the table entries of all heads: one for each block of n-grams, one
/// for style.
struct Sums<'m, const LANES: usize> {
    model: &'m Model,
    memo: Option<&'m mut Memo>,
    blocks: [Lanes<LANES>; 3],
    /// The character runs of the word at hand, if there is a memo for them.
    word: Lanes<LANES>,
    style: [i64; LANES],
    words: usize,
}

impl<'m, const LANES: usize> Sums<'m, LANES> {
    fn new(model: &'m Model, memo: Option<&'m mut Memo>) -> Self {
        Self {
            model,
            memo,
            word: Lanes::new(),
            blocks: [const { Lanes::new() }; 3],
            style: [0; LANES],
            words: 0,
        }
    }
}

impl<const LANES: usize> Sink for Sums<'_, LANES> {
    #[inline]
    fn gram(&mut self, block: Block, row: usize, _: impl FnOnce() -> Range<usize>) {
        let entries = self.model.lanes(row);
        if block == Block::Chars && self.memo.is_some() {
            self.word.add(entries);
        } else {
            self.blocks[block as usize].add(entries);
        }
        self.words += usize::from(block == Block::Word);
    }

    #[inline]
    fn recall(&mut self, word: &[u8], hash: u64) -> Option<usize> {
        let (runs, known) = self.memo.as_ref()?.recall(word, hash)?;
        let wide = &mut self.blocks[Block::Chars as usize].wide;
        for (sum, known) in wide.iter_mut().zip(known) {
            *sum += i64::from(*known);
        }
        Some(runs)
    }

    #[inline]
    fn remember(&mut self, word: &[u8], hash: u64, runs: usize) {
        let Some(memo) = &mut self.memo else { return };
        let total = std::mem::replace(&mut self.word, Lanes::new()).total();
        let wide = &mut self.blocks[Block::Chars as usize].wide;
        let mut sums = [0; MAX_HEADS];
        let mut fits = true;
        for ((sum, slot), total) in wide.iter_mut().zip(&mut sums).zip(total) {
            *sum += total;
            match i32::try_from(total) {
                Ok(total) => *slot = total,
                Err(_) => fits = false,
            }
        }
        if fits {
            memo.remember(word, hash, runs, sums);
        }
    }

    fn style(&mut self, _: Style, row: usize) {
        let entries = self.model.lanes::<LANES>(row);
        for (sum, entry) in self.style.iter_mut().zip(entries) {
            *sum += i64::from(*entry);
        }
    }
}

/// Exact sums side by side. New entries go into 16-bit lanes, which the
/// compiler adds up several at a time, and from there into wide ones before
/// they can overflow.
struct Lanes<const LANES: usize> {
    narrow: [i16; LANES],
    added: u16,
    wide: [i64; LANES],
}

impl<const LANES: usize> Lanes<LANES> {
    /// As many entries as a narrow lane holds for certain: 256 x -128 = -2^15.
    const FULL: u16 = 256;

    const fn new() -> Self {
        Self {
            narrow: [0; LANES],
            added: 0,
            wide: [0; LANES],
        }
    }

    #[inline]
    fn add(&mut self, entries: &[i8; LANES]) {
        for (sum, entry) in self.narrow.iter_mut().zip(entries) {
            *sum = sum.wrapping_add(i16::from(*entry));
        }
        self.added += 1;
        if self.added == Self::FULL {
            self.widen();
        }
    }

    #[inline(never)]
    fn widen(&mut self) {
        for (wide, narrow) in self.wide.iter_mut().zip(&mut self.narrow) {
            *wide += i64::from(std::mem::take(narrow));
        }
        self.added = 0;
    }

    fn total(mut self) -> [i64; LANES] {
        self.widen();
        self.wide
    }
}

#[cfg(test)]
mod tests {
    use super::Lanes;

    #[test]
    fn narrow_lanes_never_overflow() {
        let mut lanes = Lanes::<2>::new();
        for _ in 0..100_000 {
            lanes.add(&[i8::MIN, i8::MAX]);
        }
        assert_eq!(lanes.total(), [-12_800_000, 12_700_000]);
    }
}
