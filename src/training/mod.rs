//! Texts with labels to a [`Model`](crate::Model). Needs the feature `train`.
//!
//! The steps, each one call: [`Corpus::new`] turns texts into rows,
//! [`Trainer::fit`] learns weights from some of them,
//! [`out_of_fold`] scores every row by a fit that has not seen its
//! group ([`fit_folds`] are those fits), a [`Platt`](crate::linear::Platt)
//! scaling of those scores calibrates (a [`DampedPlatt`] where texts differ in
//! genre and length),
//! [`Weights::into_head`] packs it all, and [`assemble`] puts one or several
//! heads into a model.
//!
//! The same texts, settings and seed give the same bytes, with any number of
//! threads.

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
