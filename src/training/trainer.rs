//! A corpus to weights.

use linfa::ParamGuard;

use crate::error::Error;
use crate::linear::Logistic;
use crate::training::corpus::Corpus;
use crate::training::design::Design;
use crate::training::weights::Weights;

/// Settings of training, and the training itself.
///
/// A text is the vector `x` of n-gram counts by row, each count times the
/// scale of its block, the inverse document frequency of the row
/// `ln((1 + n) / (1 + df)) + 1`, and the text's length scale. A common factor
/// makes the mean of `|x|^2` 2, so that `C` means the same for any block scales.
#[derive(Debug, Clone, PartialEq)]
pub struct Trainer {
    logistic: Logistic,
}

/// Weights and how the fit ended.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FittedWeights {
    /// What was learned.
    pub weights: Weights,
    /// Number of passes over the rows.
    pub epochs: usize,
    /// Objective reached.
    pub primal: f64,
    /// Lower bound of the best objective.
    pub dual: f64,
    /// Whether the gap between the two fell to the tolerance.
    pub converged: bool,
}

impl Trainer {
    /// Trains by `logistic`; its parameters are checked when it is used.
    #[must_use]
    pub fn new(logistic: Logistic) -> Self {
        Self { logistic }
    }

    /// Learns from the rows `chosen` of `corpus`; `weights` says how much each
    /// of them counts, 0 to 1e6. Linear in their n-grams, times the epochs.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`] if a row is not in the corpus or there is not one
    /// weight for each, [`ErrorKind::TrainingData`] if the rows have one class
    /// only, and the parameter errors of [`Logistic`].
    ///
    /// [`ErrorKind::Shape`]: crate::ErrorKind::Shape
    /// [`ErrorKind::TrainingData`]: crate::ErrorKind::TrainingData
    pub fn fit(
        &self,
        corpus: &Corpus,
        chosen: &[usize],
        weights: &[f32],
    ) -> Result<FittedWeights, Error> {
        let design = self.design(corpus, chosen)?;
        let records = design.records(corpus, chosen)?;
        let labels: Vec<bool> = chosen.iter().map(|&row| corpus.labels[row]).collect();
        let logistic = self.logistic.check_ref()?;
        let fitted = logistic.fit_rows(&records, &labels, Some(weights))?;
        let learned = fitted.classifier.weights().iter().zip(design.factors());
        let table = learned.map(|(weight, factor)| weight * factor).collect();
        let intercept = fitted.classifier.intercept();
        Ok(FittedWeights {
            weights: Weights::new(corpus.vectorizer.clone(), table, intercept),
            epochs: fitted.epochs,
            primal: fitted.primal,
            dual: fitted.dual,
            converged: fitted.converged,
        })
    }

    /// The numbers that [`Trainer::fit`] hands to the solver: for comparing
    /// solvers on equal features.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if a row is not in the corpus.
    pub fn design(&self, corpus: &Corpus, chosen: &[usize]) -> Result<Design, Error> {
        Design::new(corpus, chosen)
    }
}
