//! Sums of heads to logits.

use crate::features::length_scale;
use crate::model::{Head, MAX_HEADS, damp, log_odds};

/// How the sum of a head becomes a logit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line {
    scale: f64,
    /// The logit that a long text without evidence comes to.
    prior: f64,
    /// What is added to it, as evidence of every text.
    offset: f64,
    damping: f64,
}

impl Line {
    /// Of probabilities that are moved to `base_rate`.
    pub(super) fn new(head: &Head, base_rate: f64) -> Self {
        let (stated, prior) = (log_odds(head.base_rate), log_odds(base_rate));
        // Without damping there is no prior to tell apart: a head's own bias
        // comes out bit for bit.
        let (prior, offset) = match head.damping > 0.0 {
            true => (prior, head.bias - stated),
            false => (0.0, head.bias + (prior - stated)),
        };
        Self {
            scale: head.scale,
            prior,
            offset,
            damping: head.damping,
        }
    }

    /// Scale and bias for a text with so many n-gram occurrences.
    #[inline]
    pub(super) fn at(self, grams: usize) -> (f64, f64) {
        let factor = damp(self.damping, grams);
        (self.scale * factor, self.prior + self.offset * factor)
    }
}

/// The lines of all heads. Scales and biases lie side by side, so that many heads
/// are done at once; the few whose line hangs on the length of a text are done again.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    /// One for each column.
    lines: Vec<Line>,
    /// Of a text of no length, which is any text for a head without damping.
    scales: [f64; MAX_HEADS],
    biases: [f64; MAX_HEADS],
    /// Columns of heads with damping.
    damped: Vec<usize>,
}

impl Lines {
    pub(super) fn new(lines: Vec<Line>) -> Self {
        let (mut scales, mut biases) = ([0.0; MAX_HEADS], [0.0; MAX_HEADS]);
        let slots = scales.iter_mut().zip(&mut biases);
        for ((scale, bias), line) in slots.zip(&lines) {
            (*scale, *bias) = line.at(0);
        }
        let heads = lines.iter().enumerate();
        let damped = heads.filter(|(_, line)| line.damping != 0.0);
        Self {
            scales,
            biases,
            damped: damped.map(|(column, _)| column).collect(),
            lines,
        }
    }

    /// The same with another line for the head of a column.
    pub(super) fn with(mut self, column: usize, line: Line) -> Self {
        if let Some(slot) = self.lines.get_mut(column) {
            *slot = line;
        }
        Self::new(self.lines)
    }

    pub(super) fn get(&self, column: usize) -> Line {
        self.lines.get(column).copied().unwrap_or_default()
    }

    /// The logits for a text of so many n-gram occurrences, given the sums of the
    /// entries of its n-grams and of its style.
    #[inline]
    pub(super) fn logits<const LANES: usize>(
        &self,
        grams: &[f64; LANES],
        style: &[i32; LANES],
        length: usize,
        logits: &mut [f64; MAX_HEADS],
    ) {
        let length_scale = length_scale(length);
        let evidence = |grams: f64, style: i32| length_scale * grams + f64::from(style);
        let slots = logits.iter_mut().zip(&self.scales).zip(&self.biases);
        for (((logit, scale), bias), (grams, style)) in slots.zip(grams.iter().zip(style)) {
            *logit = bias + scale * evidence(*grams, *style);
        }
        for &column in &self.damped {
            if let (Some(logit), Some(grams)) = (logits.get_mut(column), grams.get(column)) {
                let (scale, bias) = self.get(column).at(length);
                let style = style.get(column).copied().unwrap_or_default();
                *logit = bias + scale * evidence(*grams, style);
            }
        }
    }
}
