//! Tokens to numbers; this room knows no labels.
//!
//! A text becomes a list of rows of a weight table: one row for each
//! occurrence of a word, a pair of neighbouring words, and a run of 3 to 5
//! characters inside a word, found by a fixed hash ([`hash`]), and one row for
//! each style flag. Names of candidates, parties, places, faiths and ethnic
//! groups are masked first, and the preposition `di` is passed over. Scoring,
//! training and explaining all read the same pass.

mod before;
mod counts;
pub mod hash;
mod list;
mod mask;
mod near;
mod ngram;
#[cfg(feature = "train")]
mod reader;
mod sink;
mod slips;
mod style;
mod topical;
mod torn;
mod vectorizer;

pub use mask::{NAMES_SHA256, NameClass};
pub use ngram::Block;
pub use style::Style;
pub use vectorizer::{Vector, Vectorizer};

pub(crate) use mask::{Conditions, Treatment};
pub(crate) use ngram::{Scratch, length_scale};
#[cfg(feature = "train")]
pub(crate) use reader::Reader;
pub(crate) use sink::{Key, Known, MOST_RUNS, Recalled, Sink};
