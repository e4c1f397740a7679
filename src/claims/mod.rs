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
//! Text and claim are compared in three fields, and the score is the weighted mean of
//! their inner products:
//!
//! * stems and numbers (weight 0.4);
//! * character runs: four characters in a row inside a word, its edges included (0.4);
//! * words, and every two neighbouring words written as one, as compounds may be (0.2).
//!
//! In a claim a term weighs `1 + ln(times)`, where `times` is how often it occurs. In a
//! text it weighs the idf of BM25 (Robertson and Zaragoza, "The Probabilistic
//! Relevance Framework", 2009), however often it occurs; terms that no claim holds
//! are left out. On both sides each field is then scaled to length 1.
//!
//! Before stems and runs are taken, a list of some 1,500 classes makes one of names and
//! their nicknames, of abbreviations, numbers and synonyms, and of the common words of
//! English claims: *TKA* and *tenaga kerja asing* are the same to them. The third field
//! takes words as they stand. A word that is common in the language weighs 0.5 to 0.9 of
//! what others do, on both sides, as a small index has too few claims to know which words
//! are common. A claim that is only a title or a topic is matched in the same way.
//!
//! Names are matched like other words; unlike in the detector they are not masked.
//!
//! A score says how much wording is shared. It says nothing about truth: a
//! clarification itself matches the claim it corrects.
//!
//! # When a text repeats a claim
//!
//! A text repeats a claim if it is worded like it and about the same persons, places and
//! numbers, whether it asserts the claim, denies it or asks about it ([`Match::repeats`]);
//! which of these it does is its [`Stance`]. Both are judged by wording alone:
//! a claim told in other words is hardly ever recognised, and of posts written to be close
//! to a claim without repeating it some 10 % are taken to assert it, true reports most
//! of all. One that has other words in the place of the claim's ([`Match::rewords`]) may
//! be another claim, or the same in synonyms.
//!
//! ```
//! use hoaks::claims::{ClaimIndex, Clarification, Stance};
//!
//! let mut index = ClaimIndex::new();
//! index.add([Clarification::new("a", "KPU Sukamaju mencoret Wira Laksana", "false")])?;
//! let best = |text| index.matches(text, 1).remove(0);
//! assert!(best("kpu sukamaju coret wira laksana!!").repeats());
//! assert!(!best("KPU Sukamaju mencoret Bejo Prakoso").repeats());
//! let denial = best("KPU Sukamaju tidak mencoret Wira Laksana");
//! assert!(denial.repeats() && denial.stance == Stance::Denies);
//! # Ok::<(), hoaks::Error>(())
//! ```

mod aliases;
mod amounts;
pub mod claim_review;
mod clarification;
mod file;
mod half_pairs;
mod index;
mod outcome;
mod postings;
mod replaced;
mod same;
mod stance;
mod terms;

pub use clarification::Clarification;
pub use index::{ClaimIndex, Match};
pub use outcome::Outcome;
pub use stance::Stance;
