//! L2-regularised logistic regression on sparse rows.

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use ndarray::Array1;

use crate::error::{Error, ErrorKind};
use crate::linear::solver::Solver;
use crate::linear::{LinearClassifier, SparseRecords};

/// The exact gap is computed once the gap seen in passing, which is that of
/// somewhat older weights, is no more than this many times the tolerance.
const WORTH_A_LOOK: f64 = 4.0;

/// Keeps the weights within what every platform can allocate.
const MAX_FEATURES: usize = 1 << 27;

/// Settings of logistic regression, not yet checked.
///
/// Fitting minimises
///
/// ```text
/// 0.5 * |w|^2 + C * sum over rows i of s_i * log(1 + exp(-y_i * w·x_i))
/// ```
///
/// over the weights `w`, where `y_i` is 1 for the label `true` and -1 for
/// `false`, and `s_i` is the row's weight. The method is the dual coordinate
/// descent of Yu, Huang and Lin (Machine Learning 85, 2011), which LIBLINEAR
/// offers as solver 7.
///
/// The rows are visited in an order that depends on the seed only, all sums are
/// `f64` in a fixed order, and exponentials and logarithms come from `libm`:
/// the same rows, settings and seed give the same bits on every platform.
///
/// Use it through `linfa`'s `Fit`, which checks the settings first, or through
/// [`ParamGuard::check`] and [`ValidLogistic::fit_rows`].
#[derive(Debug, Clone, PartialEq)]
pub struct Logistic(ValidLogistic);

/// Settings of logistic regression, checked; made from [`Logistic`] by
/// [`ParamGuard::check`].
#[derive(Debug, Clone, PartialEq)]
pub struct ValidLogistic {
    c: f64,
    intercept_scale: f64,
    tolerance: f64,
    max_epochs: usize,
    seed: u64,
}

/// A fitted classifier and how the fit ended.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FittedLogistic {
    /// The weights and the intercept.
    pub classifier: LinearClassifier,
    /// How often every row was visited.
    pub epochs: usize,
    /// The objective at these weights, above zero.
    pub primal: f64,
    /// A lower bound of the best objective: `primal - dual` is how much better
    /// any other weights can be. It is rounded to about 1e-14 of the objective
    /// at `w = 0`, and may be above `primal` by that much; by more if values of
    /// the rows are beyond 1e12.
    pub dual: f64,
    /// Whether `primal - dual` fell to the tolerance times `primal` before the
    /// epochs ran out. If not, the weights may be worse than all zeros.
    pub converged: bool,
}

impl Logistic {
    /// `c` 1, `intercept_scale` 1, `tolerance` 1e-4, `max_epochs` 1000, `seed` 0.
    #[must_use]
    pub fn new() -> Self {
        Self(ValidLogistic {
            c: 1.0,
            intercept_scale: 1.0,
            tolerance: 1e-4,
            max_epochs: 1000,
            seed: 0,
        })
    }

    /// `C`, what a unit of loss costs against half a unit of squared weight:
    /// 1e-6 to 1e6. The larger, the closer the fit and the slower: 1000 epochs are
    /// rarely enough where the classes overlap and `C` times the squared length of a
    /// row, its constant feature included, is above about 1000.
    #[must_use]
    pub fn c(mut self, c: f64) -> Self {
        self.0.c = c;
        self
    }

    /// Value of a constant feature that is added to every row: 0 to 1e6.
    ///
    /// Its weight times its value is the intercept. The weight is regularised
    /// like any other, so a larger value lets the intercept move more freely, and
    /// makes rows longer: above about 30 a fit with a `C` of 1 hardly converges (see
    /// [`Logistic::c`]). 0 means no intercept. LIBLINEAR calls it the bias.
    #[must_use]
    pub fn intercept_scale(mut self, value: f64) -> Self {
        self.0.intercept_scale = value;
        self
    }

    /// The duality gap, as a fraction of the primal objective, at which to
    /// stop: above 0, below 1. The objective is then within that fraction of
    /// the best there is.
    #[must_use]
    pub fn tolerance(mut self, gap: f64) -> Self {
        self.0.tolerance = gap;
        self
    }

    /// How often every row is visited at most: 1 or more.
    #[must_use]
    pub fn max_epochs(mut self, epochs: usize) -> Self {
        self.0.max_epochs = epochs;
        self
    }

    /// Seed of the SplitMix64 generator that shuffles the rows before every
    /// epoch.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.0.seed = seed;
        self
    }
}

impl Default for Logistic {
    fn default() -> Self {
        Self::new()
    }
}

/// Refuses a setting outside its range with [`ErrorKind::Parameter`].
impl ParamGuard for Logistic {
    type Checked = ValidLogistic;
    type Error = Error;

    fn check_ref(&self) -> Result<&ValidLogistic, Error> {
        let refuse = |name, value, allowed| Err(Error::parameter(name, value, allowed));
        let it = &self.0;
        if !(1e-6..=1e6).contains(&it.c) {
            return refuse("c", it.c, "1e-6 to 1e6");
        }
        if !(0.0..=1e6).contains(&it.intercept_scale) {
            return refuse("intercept_scale", it.intercept_scale, "0 to 1e6");
        }
        Error::check_fraction("tolerance", it.tolerance)?;
        if it.max_epochs == 0 {
            return refuse("max_epochs", 0.0, "1 or more");
        }
        Ok(it)
    }

    fn check(self) -> Result<ValidLogistic, Error> {
        self.check_ref()?;
        Ok(self.0)
    }
}

impl ValidLogistic {
    /// Fits on `records`, shape (rows, features), with a label and optionally a
    /// weight for each row.
    ///
    /// A row of weight 2 counts like two equal rows, a row of weight 0 is left
    /// out, and without weights every row counts once. A fit that runs out of
    /// epochs is no error; see [`FittedLogistic::converged`].
    ///
    /// An epoch takes time linear in the stored values, plus the number of
    /// features. Memory is 8 bytes a feature and about 50 a row.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Shape`] if there is not one label, or not one weight, for
    /// each row. [`ErrorKind::Parameter`] if a weight is outside 0 to 1e6, or
    /// if there are more than 2^27 features, whose weights take a gibibyte.
    /// [`ErrorKind::TrainingData`] if the rows with a weight above zero are none
    /// or all have the same label.
    pub fn fit_rows(
        &self,
        records: &SparseRecords,
        labels: &[bool],
        weights: Option<&[f32]>,
    ) -> Result<FittedLogistic, Error> {
        check_rows(records, labels, weights)?;
        let mut solver = Solver::new(records, self.intercept_scale, self.seed);
        for (row, &label) in labels.iter().enumerate() {
            let weight = row_weight(weights, row);
            if weight > 0.0 {
                solver.add(row, label, self.c * f64::from(weight));
            }
        }

        let mut epochs = 0;
        let (reached, converged) = loop {
            let passing = solver.epoch();
            epochs += 1;
            let is_last = epochs >= self.max_epochs;
            if is_last || passing.within(WORTH_A_LOOK * self.tolerance) {
                let reached = solver.objectives();
                let converged = reached.within(self.tolerance);
                if is_last || converged {
                    break (reached, converged);
                }
            }
        };
        let (weights, intercept) = solver.into_weights();
        Ok(FittedLogistic {
            classifier: LinearClassifier::new(weights, intercept)?,
            epochs,
            primal: reached.primal,
            dual: reached.dual,
            converged,
        })
    }
}

/// As [`ValidLogistic::fit_rows`], with the dataset's weights unless it has
/// none.
impl Fit<SparseRecords, Array1<bool>, Error> for ValidLogistic {
    type Object = FittedLogistic;

    fn fit(
        &self,
        dataset: &DatasetBase<SparseRecords, Array1<bool>>,
    ) -> Result<FittedLogistic, Error> {
        // Copies, because an `Array1` need not be contiguous.
        let labels = dataset.targets.to_vec();
        let weights = dataset.weights.to_vec();
        let weights = (!weights.is_empty()).then_some(weights.as_slice());
        self.fit_rows(&dataset.records, &labels, weights)
    }
}

fn row_weight(weights: Option<&[f32]>, row: usize) -> f32 {
    weights.map_or(1.0, |weights| weights.get(row).copied().unwrap_or(0.0))
}

fn check_rows(
    records: &SparseRecords,
    labels: &[bool],
    weights: Option<&[f32]>,
) -> Result<(), Error> {
    if records.n_features() > MAX_FEATURES {
        return Err(Error::parameter(
            "n_features",
            records.n_features() as f64,
            "at most 2^27",
        ));
    }
    Error::check_length("labels, one for each row", records.rows(), labels.len())?;
    if let Some(weights) = weights {
        Error::check_length("weights, one for each row", records.rows(), weights.len())?;
        if let Some(&weight) = weights.iter().find(|w| !(0.0..=1e6).contains(*w)) {
            return Err(Error::parameter("weight", weight.into(), "0 to 1e6"));
        }
    }
    let has = |wanted| {
        (labels.iter().enumerate())
            .any(|(row, &label)| label == wanted && row_weight(weights, row) > 0.0)
    };
    let problem = match (has(true), has(false)) {
        (true, true) => return Ok(()),
        (false, false) => "no row has a weight above zero",
        _ => "all rows with a weight above zero have the same label",
    };
    Err(Error::new(ErrorKind::TrainingData { problem }))
}
