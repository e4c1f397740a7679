//! Weights, and the model they become.

use crate::error::{Error, ErrorKind};
use crate::features::{Style, Vector, Vectorizer};
use crate::linear::Platt;
use crate::model::{Card, Head, Model, Source, quantize};

/// A weight for each row of the table, for plain counts.
#[derive(Debug, Clone)]
pub struct Weights {
    vectorizer: Vectorizer,
    table: Vec<f64>,
    intercept: f64,
}

/// What a model says of its origin; see the fields of [`Card`].
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// What the model is called.
    pub name: String,
    /// The newest date in the training data, `YYYY-MM-DD`.
    pub cut_off: String,
    /// SHA-256 of the recipe, in hexadecimal.
    pub recipe_sha256: String,
    /// The data.
    pub sources: Vec<Source>,
}

impl Weights {
    pub(super) fn new(vectorizer: Vectorizer, table: Vec<f64>, intercept: f64) -> Self {
        Self {
            vectorizer,
            table,
            intercept,
        }
    }

    /// Adds `factor` times the weights of another fit: a sum of linear models
    /// is a linear model.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`] if the other fit has another number of rows.
    pub fn add(&mut self, other: &Self, factor: f64) -> Result<(), Error> {
        if other.table.len() != self.table.len() {
            return Err(Error::new(ErrorKind::Shape {
                what: "rows of the table",
                expected: self.table.len(),
                found: other.table.len(),
            }));
        }
        for (weight, other) in self.table.iter_mut().zip(&other.table) {
            *weight += factor * other;
        }
        self.intercept += factor * other.intercept;
        Ok(())
    }

    /// The same weights, all times `factor`.
    #[must_use]
    pub fn times(mut self, factor: f64) -> Self {
        self.table.iter_mut().for_each(|weight| *weight *= factor);
        self.intercept *= factor;
        self
    }

    /// The logit of a text, not calibrated.
    #[must_use]
    pub fn logit(&self, vector: &Vector) -> f64 {
        let hashed = self.vectorizer.rows() - Style::ALL.len();
        let (mut grams, mut style) = (0.0, 0.0);
        for &(row, value) in &vector.entries {
            let weight = self.table.get(row as usize).copied().unwrap_or(0.0);
            if (row as usize) < hashed {
                grams += weight * f64::from(value);
            } else {
                style += weight * f64::from(value);
            }
        }
        self.intercept + vector.length_scale * grams + style
    }

    /// Packs the weights as the head `hoax` of a model.
    ///
    /// `calibration` maps logits to calibrated ones, `base_rate` is the share
    /// of positives it was fitted to, `abstain` the probabilities between
    /// which the model does not commit itself.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TrainingData`] if the calibration does not rise with the
    /// logit; [`ErrorKind::ModelFormat`] if a number is out of range.
    pub fn into_model(
        self,
        calibration: &Platt,
        base_rate: f64,
        abstain: [f64; 2],
        provenance: Provenance,
    ) -> Result<Model, Error> {
        if calibration.slope() <= 0.0 {
            return Err(Error::new(ErrorKind::TrainingData {
                problem: "held-out scores do not rise with the label",
            }));
        }
        let (table, step) = quantize(&self.table);
        let head = Head::new(
            "hoax",
            step * calibration.slope(),
            calibration.apply(self.intercept),
            base_rate,
            abstain,
        );
        Model::build(
            Card::new(
                self.vectorizer.bits(),
                self.vectorizer.scales(),
                vec![head],
                provenance.name,
                provenance.cut_off,
                provenance.recipe_sha256,
                provenance.sources,
            ),
            table,
        )
    }
}
