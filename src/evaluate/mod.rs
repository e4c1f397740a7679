//! How good scores and probabilities are, given the true labels.
//!
//! [`roc_auc`], [`average_precision`] and [`recall_at_false_positive_rate`]
//! judge the order scores put rows in; [`brier_score`], [`log_loss`] and
//! [`expected_calibration_error`] judge probabilities as such. The functions
//! take slices of one length, score `i` belonging to label `i`, and use no
//! randomness.
//!
//! ```
//! let scores = [0.1, 0.4, 0.35, 0.8];
//! let labels = [false, false, true, true];
//! assert_eq!(hoaks::evaluate::roc_auc(&scores, &labels)?, 0.75);
//! # Ok::<(), hoaks::Error>(())
//! ```

mod attack;
mod metrics;
mod neutrality;

pub use attack::Attack;
pub use metrics::{
    average_precision, brier_score, expected_calibration_error, log_loss,
    recall_at_false_positive_rate, roc_auc,
};
pub use neutrality::{Audit, Change, Form, Name, NameReport, NeutralityReport, Shift};
mod split;
pub use split::{connected_groups, group_folds};
