//! Scores to probabilities that can be taken at their word.

use linfa::ParamGuard;
use linfa::composing::platt_scaling::{self, PlattError, platt_newton_method};
use ndarray::ArrayView1;

use crate::error::{Error, ErrorKind};
use crate::linear::classifier::sigmoid;

/// A line from scores to logits: `logit = slope * score + intercept`.
///
/// The line is fitted to scores of rows the classifier has not seen, so that
/// the sigmoid of the logit is how often rows with that score are `true`
/// (Platt 1999; Lin, Lin and Weng, "A note on Platt's probabilistic outputs for
/// support vector machines", Machine Learning 68, 2007). A slope above zero
/// keeps the order of the scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Platt {
    slope: f64,
    intercept: f64,
}

impl Platt {
    /// The line with this slope and intercept.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`] if either is not finite.
    pub fn new(slope: f64, intercept: f64) -> Result<Self, Error> {
        for (name, value) in [("slope", slope), ("intercept", intercept)] {
            if !value.is_finite() {
                return Err(Error::parameter(name, value, "a finite number"));
            }
        }
        Ok(Self { slope, intercept })
    }

    /// Fits the line to held-out scores and their labels, one for each score.
    ///
    /// Targets are smoothed as Platt proposes: `(n + 1) / (n + 2)` instead of 1
    /// for `n` labels `true`, and `1 / (m + 2)` instead of 0 for `m` labels
    /// `false`. `linfa` does the fitting, by Newton's method in `f64` until the
    /// mean gradient is below 1e-5. Scores that are all within -1 and 1 are first
    /// divided by the largest, so that their unit makes no difference.
    ///
    /// `linfa` uses the platform's exponential, so unlike
    /// [`Logistic`](crate::linear::Logistic) the result may differ in its last bits
    /// between platforms. Linear in the number of scores, times at most 100 steps.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`] if there are not as many labels as scores.
    /// [`ErrorKind::Parameter`] if a score is not finite.
    /// [`ErrorKind::TrainingData`] if the labels or the scores are all the same,
    /// or there are none. [`ErrorKind::Linfa`] if Newton's method does not
    /// converge, as may happen with scores beyond 1e4, or that differ by little
    /// from a number a million times as large.
    pub fn fit(scores: &[f64], labels: &[bool]) -> Result<Self, Error> {
        Error::check_length("labels, one for each score", scores.len(), labels.len())?;
        if let Some(&score) = scores.iter().find(|score| !score.is_finite()) {
            return Err(Error::parameter("score", score, "a finite number"));
        }
        if labels.iter().all(|&label| label) || !labels.contains(&true) {
            return Err(Error::training_data(
                "calibration needs labels of both classes",
            ));
        }
        let unit = score_unit(scores)?;
        let linfa = |error: PlattError| {
            Error::new(ErrorKind::Linfa {
                message: error.to_string(),
            })
        };
        let scaled: Vec<f64> = scores.iter().map(|score| score / unit).collect();
        // The second type would be the model to calibrate; scores need none.
        let params = platt_scaling::Platt::<f64, ()>::params()
            .check()
            .map_err(linfa)?;
        let (a, b) =
            platt_newton_method(ArrayView1::from(&scaled), ArrayView1::from(labels), &params)
                .map_err(linfa)?;
        // linfa's sigmoid is 1 / (1 + exp(a * score + b)).
        Self::new(-a / unit, -b)
    }

    /// What a score is multiplied with.
    #[must_use]
    pub fn slope(&self) -> f64 {
        self.slope
    }

    /// What is then added.
    #[must_use]
    pub fn intercept(&self) -> f64 {
        self.intercept
    }

    /// The calibrated logit of a score.
    #[must_use]
    pub fn apply(&self, score: f64) -> f64 {
        self.slope * score + self.intercept
    }

    /// The calibrated probability, in `0..=1`, that a row with this score is
    /// `true`; one half for a NaN.
    #[must_use]
    pub fn probability(&self, score: f64) -> f64 {
        sigmoid(self.apply(score))
    }
}

/// What Newton's method divides scores by: the largest of them, 1 at most. Its
/// tolerance is of a gradient that has their unit, and tiny ones would meet it before
/// the first step. Fails if all scores are the same.
pub(crate) fn score_unit(scores: &[f64]) -> Result<f64, Error> {
    if scores.windows(2).all(|pair| pair.first() == pair.last()) {
        return Err(Error::training_data("calibration needs scores that differ"));
    }
    let largest = scores.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    Ok(largest.min(1.0))
}
