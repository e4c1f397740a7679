//! All that was learned, as one file.
//!
//! A model is a table of 8-bit weights with one row for each feature and one
//! column for each head, and a card that says how it is read, what it was
//! trained on, and up to when. [`Model::from_bytes`] is the only way in for a file
//! and checks everything: a model that loads cannot fail later. The model that is
//! part of a build is read where it lies; a test makes sure that it would pass the
//! same checks.

mod card;
mod damping;
mod format;
#[cfg(feature = "train")]
mod quantize;

pub(crate) use card::log_odds;
pub use card::{Card, Head, Source};
pub(crate) use damping::damp;
pub(crate) use format::MAX_HEADS;
pub use format::Model;
#[cfg(feature = "train")]
pub(crate) use quantize::quantize;
