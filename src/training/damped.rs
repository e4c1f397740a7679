//! Scores to probabilities that hold within each genre and at any length.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::linear::{Platt, score_unit};
use crate::model::{damp, log_odds};

/// A held-out score, and what a [`DampedPlatt`] is fitted by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// Logit of a fit that has not seen the text's group, not calibrated.
    pub score: f64,
    /// Number of n-gram occurrences of the text.
    pub grams: usize,
    /// Label of the text.
    pub label: bool,
    /// Its genre: a small number, the same for all texts of a genre.
    pub genre: usize,
}

/// A Platt scaling that is less sure of long texts:
/// `logit = prior + (slope * score + intercept) / sqrt(1 + damping * grams)`.
///
/// The prior is the logit of the share of misinformation. Each genre has its
/// own, so that differences between genres, which are owed to how data were
/// collected, are not learned: what is fitted is how much a score tells one
/// text of a genre from another. All genres count the same, however many texts
/// they have. Rising with the score for any length, if the slope is above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DampedPlatt {
    slope: f64,
    intercept: f64,
    damping: f64,
}

/// Damping by powers of two: that of texts of 2^5 n-grams to that of 2^16.
const DAMPINGS: std::ops::RangeInclusive<i32> = 5..=16;
const MAX_STEPS: usize = 100;
/// Of the gradient, whose terms have a mean weight of one.
const TOLERANCE: f64 = 1e-7;

/// A text as the fit sees it.
struct Term {
    /// Damped score, and the damping factor itself: what slope and intercept
    /// are multiplied by.
    inputs: [f64; 2],
    prior: f64,
    label: f64,
    weight: f64,
}

impl DampedPlatt {
    /// Fits slope and intercept by Newton's method, for no damping and for
    /// `1/2^5` to `1/2^16`, and takes the damping with the least loss. Genres of
    /// one label are left out: they cannot tell one text from another. Linear in
    /// the number of rows, times at most 100 steps each, but for the logarithm
    /// of the number of genres.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a score is not finite;
    /// [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if no genre has both
    /// labels, or the scores of those that have are all the same, or so large that
    /// Newton's method finds no minimum.
    pub fn fit(rows: &[Held]) -> Result<Self, Error> {
        if let Some(row) = rows.iter().find(|row| !row.score.is_finite()) {
            return Err(Error::parameter("score", row.score, "a finite number"));
        }
        let mut counts: BTreeMap<usize, [f64; 2]> = BTreeMap::new();
        for row in rows {
            let [valid, hoax] = counts.entry(row.genre).or_insert([0.0; 2]);
            *if row.label { hoax } else { valid } += 1.0;
        }
        counts.retain(|_, [valid, hoax]| *valid > 0.0 && *hoax > 0.0);
        if counts.is_empty() {
            return Err(Error::training_data(
                "calibration needs a genre with labels of both classes",
            ));
        }
        let used = rows.iter().filter(|row| counts.contains_key(&row.genre));
        let scores: Vec<f64> = used.map(|row| row.score).collect();
        let unit = score_unit(&scores)?;
        let mut best: Option<(f64, Self)> = None;
        for damping in std::iter::once(0.0).chain(DAMPINGS.map(|power| 0.5_f64.powi(power))) {
            let terms = terms(rows, unit, &counts, damping);
            let Some((loss, [slope, intercept])) = newton(&terms) else {
                continue;
            };
            let fitted = Self {
                slope: slope / unit,
                intercept,
                damping,
            };
            if best.is_none_or(|(least, _)| loss < least) {
                best = Some((loss, fitted));
            }
        }
        let (_, fitted) = best.ok_or(Error::training_data(
            "calibration finds no minimum: scores are too large",
        ))?;
        Ok(fitted)
    }

    /// What a score is multiplied with, at length 0.
    #[must_use]
    pub fn slope(&self) -> f64 {
        self.slope
    }

    /// What is then added, for a base rate of one half.
    #[must_use]
    pub fn intercept(&self) -> f64 {
        self.intercept
    }

    /// How much less a longer text's score is trusted: see
    /// [`Head::damping`](crate::model::Head::damping).
    #[must_use]
    pub fn damping(&self) -> f64 {
        self.damping
    }

    /// The scaling at length 0 and this base rate, as
    /// [`Weights::into_head`](crate::training::Weights::into_head) takes it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) unless the base rate is
    /// strictly between 0 and 1.
    pub fn undamped(&self, base_rate: f64) -> Result<Platt, Error> {
        Error::check_fraction("base_rate", base_rate)?;
        Platt::new(self.slope, self.intercept + log_odds(base_rate))
    }

    /// The calibrated logit of a score, where a share `base_rate` is
    /// misinformation.
    #[must_use]
    pub fn apply(&self, score: f64, grams: usize, base_rate: f64) -> f64 {
        let evidence = self.slope * score + self.intercept;
        log_odds(base_rate) + damp(self.damping, grams) * evidence
    }
}

/// What the fit sees of the rows of some genres, of which `counts` has the numbers of
/// both labels, with this damping and scores in this unit.
fn terms(rows: &[Held], unit: f64, counts: &BTreeMap<usize, [f64; 2]>, damping: f64) -> Vec<Term> {
    let term = |row: &Held| {
        let [valid, hoax] = *counts.get(&row.genre)?;
        let factor = damp(damping, row.grams);
        Some(Term {
            inputs: [factor * (row.score / unit), factor],
            prior: libm::log(hoax / valid),
            label: f64::from(u8::from(row.label)),
            weight: 1.0 / ((valid + hoax) * counts.len() as f64),
        })
    };
    rows.iter().filter_map(term).collect()
}

/// The mean loss, its gradient and its second derivatives (of the first, of
/// both, of the second parameter).
fn look(terms: &[Term], at: [f64; 2]) -> (f64, [f64; 2], [f64; 3]) {
    let (mut loss, mut gradient, mut curvature) = (0.0, [0.0; 2], [0.0; 3]);
    for term in terms {
        let [x, y] = term.inputs;
        let logit = term.prior + at[0] * x + at[1] * y;
        let tail = libm::exp(-logit.abs());
        let probability = if logit >= 0.0 { 1.0 } else { tail } / (1.0 + tail);
        loss += term.weight * (libm::log1p(tail) + logit.max(0.0) - term.label * logit);
        let slope = term.weight * (probability - term.label);
        gradient[0] += slope * x;
        gradient[1] += slope * y;
        let bend = term.weight * tail / ((1.0 + tail) * (1.0 + tail));
        curvature[0] += bend * x * x;
        curvature[1] += bend * x * y;
        curvature[2] += bend * y * y;
    }
    (loss, gradient, curvature)
}

/// The least loss and where it is; `None` if the terms do not tell.
fn newton(terms: &[Term]) -> Option<(f64, [f64; 2])> {
    let mut at = [0.0; 2];
    let mut here = look(terms, at);
    for _ in 0..MAX_STEPS {
        let (loss, [g, h], [a, b, c]) = here;
        if g.abs().max(h.abs()) < TOLERANCE {
            return Some((loss, at));
        }
        let determinant = a * c - b * b;
        let step = [(c * g - b * h) / determinant, (a * h - b * g) / determinant];
        if !step.iter().all(|it| it.is_finite()) {
            return None;
        }
        // Newton's step may be too long; the loss is convex, so a part of it
        // helps until rounding is all there is.
        let shorter = (0..30).map(|halvings| 0.5_f64.powi(halvings));
        let better = shorter
            .map(|share| [at[0] - share * step[0], at[1] - share * step[1]])
            .map(|next| (next, look(terms, next)))
            .find(|(_, there)| there.0 < loss);
        let Some(better) = better else {
            return Some((loss, at));
        };
        (at, here) = better;
    }
    None
}
