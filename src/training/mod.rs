//! Texts with labels to a [`Model`](crate::Model). Needs the feature `train`.
//!
//! The steps, each one call:
//!
//! 1. [`Corpus::new`] turns texts into rows.
//! 2. [`Trainer::fit`] learns weights from some of them.
//! 3. [`out_of_fold`] scores every row by a fit that has not seen its group
//!    ([`fit_folds`] are those fits).
//! 4. A [`Platt`](crate::linear::Platt) scaling of those scores calibrates, or a
//!    [`DampedPlatt`] where texts differ in genre and length.
//! 5. [`Weights::into_head`] packs it all into a head.
//! 6. [`assemble`] puts one head or several into a model.
//!
//! The same texts, settings and seed give the same bytes on one platform, with any number
//! of threads; between platforms the last bits of a calibration may differ.
//!
//! ```
//! use hoaks::evaluate::{bootstrap, group_folds, roc_auc};
//! use hoaks::features::Vectorizer;
//! use hoaks::linear::{Logistic, Platt};
//! use hoaks::training::{Corpus, Example, Provenance, Trainer, Weights, assemble, out_of_fold};
//!
//! // Two topics and two labels; a group is never on both sides of a fold.
//! let examples: Vec<Example> = (0..40)
//!     .map(|row| {
//!         let label = row % 2 == 0;
//!         let word = if label ^ (row % 7 == 0) { "sebarkan" } else { "menurut" };
//!         Example { text: format!("{word} kotak suara nomor {row}"), label, group: row / 4 }
//!     })
//!     .collect();
//! let corpus = Corpus::new(Vectorizer::new(12, [4, 2, 1])?, &examples);
//! let trainer = Trainer::new(Logistic::new().c(1.0).seed(1));
//! let fit = |rows: &[usize]| -> Result<Weights, hoaks::Error> {
//!     Ok(trainer.fit(&corpus, rows, &vec![1.0; rows.len()])?.weights)
//! };
//!
//! let folds = group_folds(corpus.groups(), 5, 1)?;
//! let logits = out_of_fold(&corpus, &folds, fit)?;
//! let roc = bootstrap(&logits, corpus.labels(), corpus.groups(), 1000, 1, roc_auc)?;
//! println!("held out: {roc:.2}");
//!
//! let calibration = Platt::fit(&logits, corpus.labels())?;
//! let all: Vec<usize> = (0..corpus.len()).collect();
//! let head = fit(&all)?.into_head("hoax", &calibration, 0.5, [0.3, 0.7])?;
//! let model = assemble(vec![head], Provenance::default())?;
//! let detector = hoaks::Detector::new(model)?;
//! assert!(detector.assess("sebarkan").hoax().logit() > detector.assess("menurut").hoax().logit());
//! # Ok::<(), hoaks::Error>(())
//! ```

mod corpus;
mod damped;
mod design;
mod folds;
mod trainer;
mod weights;

pub use corpus::{Corpus, Example};
pub use damped::{DampedPlatt, Held};
pub use design::Design;
pub use folds::{fit_folds, out_of_fold};
pub use trainer::{FittedWeights, Trainer};
pub use weights::{Provenance, TrainedHead, Weights, assemble};
