//! Sparse rows to a calibrated linear classifier; this module knows no text. Needs the
//! feature `train`.
//!
//! [`SparseRecords`] holds the rows, [`Logistic`] fits L2-regularised logistic
//! regression on them, the result carries a [`LinearClassifier`], and
//! [`Platt`] turns its scores into calibrated logits on rows it was not
//! trained on. All of them speak `linfa`'s traits where `linfa` has one.
//!
//! ```
//! use hoaks::linear::{Logistic, SparseRecords};
//! use linfa::traits::{Fit, Predict};
//! use linfa::{DatasetBase, dataset::Pr};
//! use ndarray::Array1;
//!
//! let mut rows = SparseRecords::new(4);
//! rows.push_row(&[0, 2], &[1.0, 0.5])?;
//! rows.push_row(&[1, 3], &[1.0, 0.5])?;
//! let data = DatasetBase::new(rows, Array1::from(vec![true, false]));
//!
//! let fitted = Logistic::new().c(10.0).fit(&data)?;
//! assert!(fitted.converged);
//! let probabilities: Array1<Pr> = fitted.classifier.predict(&data);
//! assert!(*probabilities[0] > 0.5 && *probabilities[1] < 0.5);
//! # Ok::<(), hoaks::Error>(())
//! ```

mod calibration;
mod classifier;
mod logistic;
mod records;
mod solver;

pub use calibration::Platt;
pub(crate) use calibration::score_unit;
pub use classifier::LinearClassifier;
pub use logistic::{FittedLogistic, Logistic, ValidLogistic};
pub use records::SparseRecords;
