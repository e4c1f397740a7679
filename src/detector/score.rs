//! One text, one pass, one answer.

use std::ops::Range;

use crate::detector::Detector;
use crate::detector::assessment::{Assessment, Score, Verdict};
use crate::features::{Block, Sink, Style, length_scale};
use crate::model::Model;
use crate::text::Scratch;

impl Detector {
    /// Assesses one text of any length; linear in it.
    #[must_use]
    pub fn assess(&self, text: &str) -> Assessment {
        self.assess_with(text, &mut Scratch::default())
    }

    pub(crate) fn assess_with(&self, text: &str, scratch: &mut Scratch<false>) -> Assessment {
        let mut sums = Sums {
            model: &self.model,
            head: self.hoax,
            blocks: [0; 3],
            style: 0,
            words: 0,
        };
        let grams = self.vectorizer.pass(text, scratch, &mut sums);
        self.conclude(&sums, grams)
    }

    pub(super) fn conclude(&self, sums: &Sums<'_>, grams: usize) -> Assessment {
        let Some(head) = self.head() else {
            // `Detector::new` has found the head.
            return Assessment {
                hoax: Score::from_logit(0.0),
                verdict: Verdict::Uncertain,
                words: 0,
            };
        };
        let mut weighted = 0_i64;
        for (sums, scale) in sums.blocks.iter().zip(self.vectorizer.scales()) {
            weighted += sums * i64::from(scale);
        }
        // Integers up to here: the order of features cannot change a bit.
        let evidence = head.scale * (length_scale(grams) * weighted as f64 + sums.style as f64);
        let score = Score::from_logit(head.bias + self.prior_shift + evidence);
        let [low, high] = head.abstain;
        let verdict = if sums.words == 0 {
            Verdict::Uncertain
        } else if score.probability >= high {
            Verdict::Likely
        } else if score.probability <= low {
            Verdict::Unlikely
        } else {
            Verdict::Uncertain
        };
        Assessment {
            hoax: score,
            verdict,
            words: sums.words,
        }
    }
}

/// Sums of a head's table entries: one for each block of n-grams, one for
/// style.
pub(super) struct Sums<'m> {
    model: &'m Model,
    head: usize,
    blocks: [i64; 3],
    style: i64,
    words: usize,
}

impl Sums<'_> {
    #[inline]
    fn entry(&self, row: usize) -> i64 {
        i64::from(self.model.entry(row, self.head))
    }
}

impl Sink for Sums<'_> {
    #[inline]
    fn gram(&mut self, block: Block, row: usize, _: impl FnOnce() -> Range<usize>) {
        self.blocks[block as usize] += self.entry(row);
        self.words += usize::from(block == Block::Word);
    }

    fn style(&mut self, _: Style, row: usize) {
        self.style += self.entry(row);
    }
}
