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
//! The weighted mean of three inner products: stems and numbers (0.4),
//! character runs of four inside words (0.4), and words with compounds (0.2),
//! two neighbouring words written as one. In a claim a term counts
//! `1 + ln(times)`, and each field is scaled to length 1. In a text it counts
//! once, times the idf of BM25 (Robertson and Zaragoza, "The Probabilistic
//! Relevance Framework", 2009), scaled the same way; terms that no claim holds
//! are left out. Stems and runs are of what words are matched as: a list of
//! some 1,500 classes holds names with their nicknames, abbreviations, numbers,
//! synonyms and the common words of English claims, so that *TKA* and *tenaga
//! kerja asing* are one. Words with compounds are as they stand. Words that are
//! common in the language count 0.5 to 0.9 on both sides: a small index cannot
//! know which they are. A claim that is a title or a topic of few words is
//! matched in the same way.
//!
//! Names count: unlike in the detector they are not masked.
//!
//! A score says how much wording is shared. It says nothing about truth: a
//! clarification itself matches the claim it corrects.
//!
//! # When a text repeats a claim
//!
//! If it is like the claim and says the same of the same ([`Match::repeats`]); what it
//! does with the claim is its [`Stance`]. Both are of wording. A claim told in other
//! words is hardly ever known again, and of posts written to be near a claim without
//! repeating it some 14 % are taken to say it, true reports above all.
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
pub mod claim_review;
mod clarification;
mod file;
mod half_pairs;
mod index;
mod outcome;
mod postings;
mod same;
mod stance;
mod terms;

pub use clarification::Clarification;
pub use index::{ClaimIndex, Match};
pub use outcome::Outcome;
pub use stance::Stance;
