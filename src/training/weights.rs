//! Weights, and the model they become.

use crate::error::Error;
use crate::features::{Vector, Vectorizer};
use crate::linear::Platt;
use crate::model::{Card, Head, Model, Source, quantize};

/// A weight for each row of the table, for plain counts.
#[derive(Debug, Clone)]
pub struct Weights {
    vectorizer: Vectorizer,
    table: Vec<f64>,
    intercept: f64,
}

/// What a model says of its origin; see the fields of [`Card`]. Any of it may be
/// empty, as all is by default.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// What the model is called.
    pub name: String,
    /// The newest date in the training data, `YYYY-MM-DD`; empty if there is none.
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
    /// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if the other fit has another
    /// number of rows.
    pub fn add(&mut self, other: &Self, factor: f64) -> Result<(), Error> {
        Error::check_length("rows of the table", self.table.len(), other.table.len())?;
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
        let hashed = self.vectorizer.hashed_rows();
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

    /// Packs the weights as the head `name` of a model. An [`Assessment`] reads `hoax`,
    /// `election`, `debunk`, and the names of [`Topic`]s and [`Phase`]s; a head of another
    /// name answers by [`Detector::explain_head`] alone.
    ///
    /// [`Assessment`]: crate::Assessment
    /// [`Topic`]: crate::election::Topic
    /// [`Phase`]: crate::election::Phase
    /// [`Detector::explain_head`]: crate::Detector::explain_head
    ///
    /// `calibration` maps logits to calibrated ones, `base_rate` is the share
    /// of positives it was fitted to, `abstain` the probabilities between
    /// which the head does not commit itself.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if the calibration
    /// does not rise with the logit.
    pub fn into_head(
        self,
        name: &str,
        calibration: &Platt,
        base_rate: f64,
        abstain: [f64; 2],
    ) -> Result<TrainedHead, Error> {
        if calibration.slope() <= 0.0 {
            return Err(Error::training_data(
                "held-out scores do not rise with the label",
            ));
        }
        let (column, step) = quantize(&self.table);
        Ok(TrainedHead {
            head: Head {
                name: name.to_owned(),
                scale: step * calibration.slope(),
                bias: calibration.apply(self.intercept),
                base_rate,
                damping: 0.0,
                abstain,
            },
            column,
            bits: self.vectorizer.bits(),
            scales: self.vectorizer.scales(),
        })
    }
}

/// A head that is ready to be put beside others; quantised by itself, so that
/// the others change nothing about it.
#[derive(Debug, Clone)]
pub struct TrainedHead {
    head: Head,
    column: Vec<i8>,
    bits: u32,
    scales: [u8; 3],
}

impl TrainedHead {
    /// The same head, less sure of long texts: see
    /// [`Head::damping`](crate::model::Head::damping), which is checked when
    /// the head becomes part of a model. [`DampedPlatt`](crate::training::DampedPlatt)
    /// finds how much.
    #[must_use]
    pub fn damped(mut self, damping: f64) -> Self {
        self.head.damping = damping;
        self
    }
}

/// Puts heads side by side into one model, in their order; one of them must be
/// called `hoax`.
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if they were not read by the same
/// vectoriser; [`ErrorKind::ModelFormat`](crate::ErrorKind::ModelFormat) if there are
/// too many, two have one name, none is `hoax`, or a number is out of range.
pub fn assemble(heads: Vec<TrainedHead>, provenance: Provenance) -> Result<Model, Error> {
    let (bits, scales, rows) = heads
        .first()
        .map_or((0, [0; 3], 0), |h| (h.bits, h.scales, h.column.len()));
    for head in &heads {
        if (head.bits, head.scales) != (bits, scales) || head.column.len() != rows {
            return Err(Error::shape(
                "rows of the table, read by one vectoriser",
                rows,
                head.column.len(),
            ));
        }
    }
    let mut table = Vec::with_capacity(rows * heads.len());
    for row in 0..rows {
        table.extend(heads.iter().map(|head| head.column[row]));
    }
    let card = Card {
        bits,
        scales,
        heads: heads.into_iter().map(|head| head.head).collect(),
        name: provenance.name,
        cut_off: provenance.cut_off,
        recipe_sha256: provenance.recipe_sha256,
        sources: provenance.sources,
        // What the file format fills in.
        sha256: String::new(),
        format: 0,
        pass: 0,
        names_sha256: String::new(),
    };
    Model::build(card, &table)
}
