//! Has this been debunked already?
//!
//! A [`ClaimIndex`] holds [`Clarification`]s, what fact-checkers have said
//! about a claim, and finds those that a text repeats. [`claim_review`] reads
//! them from schema.org `ClaimReview` JSON-LD.
//!
//! ```
//! use hoaks::claims::{ClaimIndex, Clarification};
//!
//! let mut index = ClaimIndex::new();
//! index.add([
//!     Clarification::new("a", "Server KPU dikendalikan dari luar negeri", "false"),
//!     Clarification::new("b", "Petugas KPPS meninggal karena diracun", "false"),
//! ])?;
//! let matches = index.matches("katanya petugas kpps yg meninggal itu di racun!!", 1);
//! assert_eq!(matches[0].id, "b");
//! # Ok::<(), hoaks::Error>(())
//! ```
//!
//! # How a match is scored
//!
//! The weighted mean of three cosines of TF-IDF vectors: stems and numbers (1),
//! character runs of four inside words (0.3), and pairs of neighbouring stems
//! (0.15). A term counts `1 + ln(times)` in a claim and once in a query; its
//! idf is that of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
//! Framework", 2009). Terms that no claim holds are left out of the query.
//! Names count: unlike in the detector they are not masked.
//!
//! A score says how much wording is shared. It says nothing about truth: a
//! clarification itself matches the claim it corrects.

pub mod claim_review;
mod clarification;
mod file;
mod index;
mod postings;
mod terms;

pub use clarification::Clarification;
pub use index::{ClaimIndex, Match};
