//! Is a classifier of texts any good? Metrics and splits that make it hard to fool
//! oneself.
//!
//! Published accuracies on misinformation are often inflated by leaks: near-duplicates
//! on both sides of a random split, classes from different years or platforms,
//! fact-checkers' templates in one class only. The honest path, step by step:
//!
//! 1. **Group.** [`near_duplicate_groups`] and known topics, put together by
//!    [`connected_groups`]: what belongs together is never split.
//! 2. **Split** by [`group_folds`], by time with [`forward_split`], or by
//!    [`leave_one_source_out`].
//! 3. **Measure.** The order of rows: [`roc_auc`], [`average_precision`],
//!    [`recall_at_false_positive_rate`], [`roc_curve`],
//!    [`precision_recall_curve`]. A threshold: [`confusion`]. Probabilities:
//!    [`brier_score`], [`log_loss`], [`reliability_curve`],
//!    [`expected_calibration_error`].
//! 4. **Doubt.** [`bootstrap`] gives any of them an interval over groups, and
//!    [`proportion`] a share one that holds for few cases and none;
//!    [`bootstrap_difference`] compares two models on the same rows.
//! 5. **Look for leaks.** Score texts again after [`strip`], [`strip_surface`]
//!    and [`strip_debunk_words`], and set beside it what [`leak_probe`] (feature
//!    `train`) makes of [`surface_features`] alone.
//!
//! The functions take slices of one length, row `i` of one belonging to row `i`
//! of the others; labels are `true` for the class looked for. Whatever is drawn at random
//! hangs on a seed that the caller gives.
//!
//! ```
//! use hoaks::evaluate::{bootstrap, near_duplicate_groups, roc_auc};
//! let texts = [
//!     "Server KPU sudah diatur, sebarkan!", "SERVER KPU sudah diatur... SEBARKAN",
//!     "KPU menetapkan jadwal kampanye", "Besok libur hari pemungutan suara",
//! ];
//! let labels = [true, true, false, false];
//! let scores = [0.8, 0.9, 0.35, 0.1];
//! let groups = near_duplicate_groups(&texts, 0.6)?;
//! assert_eq!(groups, [0, 0, 1, 2]);
//! let roc = bootstrap(&scores, &labels, &groups, 1000, 1, roc_auc)?;
//! println!("{roc}"); // the figure and its interval
//! # Ok::<(), hoaks::Error>(())
//! ```

mod attack;
mod bootstrap;
mod check;
mod confusion;
mod dateline;
mod duplicates;
mod holdout;
#[cfg(feature = "train")]
mod leak;
mod neutrality;
mod probability;
mod proportion;
mod ranking;
mod sets;
mod split;
mod strip;
mod surface;

pub use attack::Attack;
pub use bootstrap::{Comparison, Estimate, bootstrap, bootstrap_difference};
pub use confusion::{Confusion, confusion};
pub use duplicates::near_duplicate_groups;
pub use holdout::{Split, date_quantile, forward_split, leave_one_source_out};
#[cfg(feature = "train")]
pub use leak::{LeakProbe, leak_probe};
pub use neutrality::{Audit, Change, Form, Name, NameReport, NeutralityReport, Shift};
pub use probability::{
    ReliabilityBin, brier_score, expected_calibration_error, log_loss, reliability_curve,
};
pub use proportion::proportion;
pub use ranking::{
    CurvePoint, average_precision, precision_recall_curve, recall_at_false_positive_rate, roc_auc,
    roc_curve,
};
pub use split::{connected_groups, group_folds};
pub use strip::{strip, strip_debunk_words, strip_surface};
pub use surface::{SURFACE_FEATURES, surface_features};
