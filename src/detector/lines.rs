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
/// are done at once; the few whose line depends on the length of a text are done
/// again.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(scale: f64, bias: f64, damping: f64) -> Line {
        Line {
            scale,
            prior: 0.5,
            offset: bias,
            damping,
        }
    }

    #[test]
    fn by_hand() {
        // 192 and 64 that every text has: sqrt(256) = 16. sqrt(1 + 192 / 64) = 2.
        let lines = Lines::new(vec![line(2.0, 3.0, 0.0), line(2.0, 3.0, 1.0 / 64.0)]);
        let mut logits = [f64::NAN; MAX_HEADS];
        lines.logits(&[32.0, 32.0], &[-3, 1], 192, &mut logits);
        assert_eq!(logits[..2], [0.5 + 3.0 - 2.0, 0.5 + 1.5 + 3.0]);
        // Without damping no length changes the bias.
        let moved = lines.with(1, line(2.0, -1.0, 0.0));
        moved.logits(&[32.0, 32.0], &[-3, 1], 192, &mut logits);
        assert_eq!(logits[..2], [0.5 + 3.0 - 2.0, 0.5 - 1.0 + 6.0]);
    }

    #[test]
    fn every_head_has_its_own_line() {
        let all = |damping: usize| {
            (0..MAX_HEADS).map(move |number| {
                let damping = f64::from(u8::from(number % 3 == damping)) / 7.0;
                line(0.1 + number as f64, 0.3 * number as f64, damping)
            })
        };
        for (damping, length) in [(0, 0), (1, 7), (2, 1 << 20), (3, 1000)] {
            let lines = Lines::new(all(damping).collect());
            let grams = std::array::from_fn::<_, MAX_HEADS, _>(|at| 100.0 - 13.0 * at as f64);
            let style = std::array::from_fn(|at| at as i32 - 9);
            let mut logits = [f64::NAN; MAX_HEADS];
            lines.logits(&grams, &style, length, &mut logits);
            for (number, line) in all(damping).enumerate() {
                let (scale, bias) = line.at(length);
                let evidence = length_scale(length) * grams[number] + f64::from(style[number]);
                assert_eq!(
                    logits[number].to_bits(),
                    (bias + scale * evidence).to_bits()
                );
            }
        }
    }
}
