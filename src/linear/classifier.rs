//! A weighted sum and its sigmoid.

use linfa::dataset::Pr;
use linfa::traits::PredictInplace;
use ndarray::Array1;

use crate::error::Error;
use crate::linear::SparseRecords;

/// One weight for each feature, and an intercept.
///
/// The score of a row `x` is `w·x + b`, read as the logit of the probability
/// that the row's label is `true`.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearClassifier {
    weights: Vec<f64>,
    intercept: f64,
}

impl LinearClassifier {
    /// A classifier with these weights, one for each feature.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a weight or the
    /// intercept is not finite.
    pub fn new(weights: Vec<f64>, intercept: f64) -> Result<Self, Error> {
        let refuse = |name, value| Err(Error::parameter(name, value, "a finite number"));
        if let Some(&weight) = weights.iter().find(|weight| !weight.is_finite()) {
            return refuse("weight", weight);
        }
        if !intercept.is_finite() {
            return refuse("intercept", intercept);
        }
        Ok(Self { weights, intercept })
    }

    /// The weights, one for each feature.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// What is added to every score.
    #[must_use]
    pub fn intercept(&self) -> f64 {
        self.intercept
    }

    /// The score of one row given as its columns and their values.
    ///
    /// A column beyond the weights has weight zero, and of two slices that
    /// differ in length the longer is read as far as the shorter goes. Time is
    /// linear in the row; the terms are always added in the same order.
    #[must_use]
    pub fn decision(&self, indices: &[u32], values: &[f32]) -> f64 {
        dot(&self.weights, indices, values) + self.intercept
    }

    /// The score of every row, in order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if the rows are not as wide as
    /// there are weights.
    pub fn decisions(&self, records: &SparseRecords) -> Result<Vec<f64>, Error> {
        Error::check_length("features", self.weights.len(), records.n_features())?;
        Ok(records
            .iter()
            .map(|(indices, values)| self.decision(indices, values))
            .collect())
    }
}

/// Probabilities that the labels are `true`: the sigmoid of
/// [`LinearClassifier::decision`], rounded to `f32`, always in `0..=1` and
/// never NaN.
///
/// `linfa`'s trait cannot report an error. Rows wider than the weights are
/// therefore read with weight zero in the columns that are too many, and if the
/// targets are not as many as the rows, as many are written as there are of
/// both. [`LinearClassifier::decisions`] does report a width that does not
/// match.
impl PredictInplace<SparseRecords, Array1<Pr>> for LinearClassifier {
    fn predict_inplace<'a>(&'a self, x: &'a SparseRecords, y: &mut Array1<Pr>) {
        for (target, (indices, values)) in y.iter_mut().zip(x.iter()) {
            let probability = sigmoid(self.decision(indices, values)) as f32;
            *target = Pr::try_from(probability).unwrap_or_else(|_| Pr::even());
        }
    }

    fn default_target(&self, x: &SparseRecords) -> Array1<Pr> {
        Array1::from_elem(x.rows(), Pr::even())
    }
}

/// `1 / (1 + exp(-logit))`, in `0..=1`; a NaN, which says nothing either way,
/// gives one half.
pub(super) fn sigmoid(logit: f64) -> f64 {
    if logit.is_nan() {
        0.5
    } else if logit >= 0.0 {
        1.0 / (1.0 + libm::exp(-logit))
    } else {
        let odds = libm::exp(logit);
        odds / (1.0 + odds)
    }
}

/// The sum of `weights[index] * value`, an index beyond the weights adding
/// nothing.
pub(super) fn dot(weights: &[f64], indices: &[u32], values: &[f32]) -> f64 {
    // Four partial sums, so that an addition need not wait for the one before.
    let mut sums = [0.0; 4];
    let (index_fours, index_rest) = indices.as_chunks::<4>();
    let (value_fours, value_rest) = values.as_chunks::<4>();
    for (four, value) in index_fours.iter().zip(value_fours) {
        for lane in 0..4 {
            sums[lane] += weight(weights, four[lane]) * f64::from(value[lane]);
        }
    }
    let [a, b, c, d] = sums;
    let mut sum = (a + b) + (c + d);
    for (&index, &value) in index_rest.iter().zip(value_rest) {
        sum += weight(weights, index) * f64::from(value);
    }
    sum
}

fn weight(weights: &[f64], index: u32) -> f64 {
    weights.get(index as usize).copied().unwrap_or(0.0)
}
