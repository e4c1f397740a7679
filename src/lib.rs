//! Reads Indonesian text and says how likely it is to be election
//! misinformation, why, and how sure it is: offline, deterministic, and with a
//! person in charge of every consequence.
//!
//! ```
//! # #[cfg(feature = "detector")] {
//! let detector = hoaks::Detector::pretrained();
//! let text = "VIRAL!! Server KPU sudah diatur, sebarkan sebelum dihapus";
//! let answer = detector.assess(text);
//! println!("{:.2} {:?}", answer.hoax().probability(), answer.verdict());
//! for (span, logit) in detector.explain(text).spans().into_iter().take(3) {
//!     println!("{logit:+.2} {:?}", &text[span]);
//! }
//! # }
//! ```
//!
//! # Which part does what
//!
//! * A score, and why: [`Detector::assess`], [`Detector::assess_batch`],
//!   [`Detector::explain`]. Make a [`Detector`] once and share it: it is read by
//!   `&self` from any number of threads.
//! * What may follow: [`Assessment::recommendation`]; whatever takes something away
//!   waits for a person ([`election::Proposal`]). The order to look in:
//!   [`election::Priority`].
//! * Claims that were checked already: [`claims::ClaimIndex`], filled by hand, from a
//!   file or by [`claims::claim_review`], looked up by [`Detector::with_claims`] and
//!   changed by [`Detector::claims_mut`].
//! * A model of your own: [`Model::load`], of what [`Model::save`] wrote, and
//!   [`Detector::new`]. How to train one: [`training`].
//! * How good it is on your texts: [`evaluate`].
//! * Tokens, words, sentences, stems and slang, of bytes that may not be UTF-8 as well:
//!   [`text`].
//!
//! # Promises
//!
//! * Any `&str` is answered: nothing panics, time is linear in its length.
//! * The same text and model give the same bits, one by one or in a batch,
//!   with any number of threads.
//! * The bias and all contributions sum to the logit within 1e-4, each contribution
//!   on a span of the original text.
//! * A masked name is no feature. Which names are masked where is a list, and
//!   no list is complete: [`evaluate::Audit`] measures what is left.
//! * [`Model::from_bytes`] refuses whatever is not a sound model.
//!
//! # Limits
//!
//! The answer is a calibrated risk, not a verdict of truth: style and wording
//! cannot verify facts. A genre that the training data does not hold can be
//! flagged far too often. A text in another language is answered like any other,
//! and the answer means nothing. See the figures in the README before relying on any.
//!
//! # Untrusted input
//!
//! Texts and model files may come from anyone, so a service should limit what strangers
//! may send.
//!
//! * Memory is proportional to the text; an explanation takes some eighty bytes for each
//!   byte of it as people write it, and up to seven hundred where one character stands for
//!   many letters (Arabic ligatures). Besides, each thread keeps some five megabytes at
//!   most for a model, and what the largest of the texts up to a megabyte has needed
//!   ([`Detector::assess`]).
//! * Time is linear. For each byte of text as people write it an assessment takes 4 to
//!   15 nanoseconds, and up to 90 where all words are new; an explanation some ten times
//!   the first or more; both take up to a microsecond for a byte of such ligatures.
//! * A model file is at most 258 MiB, and its header 1 MiB, before anything in it is
//!   believed; a table takes at most 257 MiB.
//! * Feeds of claims and indexes may take many times their size in memory
//!   ([`claims::claim_review`], [`claims::ClaimIndex`]).
//!
//! # Features
//!
//! * `detector` (default): everything above [`text`]. Without it the crate is a
//!   tokenizer with three small dependencies.
//! * `parallel` (default): [`Detector::assess_batch`], bootstraps, the search for
//!   near-duplicates and training use rayon. The results are the same without it.
//! * `train` (default): [`linear`], [`training`] and [`evaluate::leak_probe`], with
//!   linfa and ndarray. If you only score, leave it out:
//!
//! ```toml
//! hoaks = { version = "0.1", default-features = false, features = ["detector", "parallel"] }
//! ```

// The page above speaks of the whole crate.
#![cfg_attr(not(feature = "train"), allow(rustdoc::broken_intra_doc_links))]

#[cfg(feature = "detector")]
pub mod claims;
#[cfg(feature = "detector")]
pub mod detector;
#[cfg(feature = "detector")]
pub mod election;
mod error;
#[cfg(feature = "detector")]
pub mod evaluate;
#[cfg(feature = "detector")]
pub mod features;
#[cfg(feature = "detector")]
mod files;
#[cfg(feature = "detector")]
mod hex;
#[cfg(feature = "train")]
pub mod linear;
#[cfg(feature = "detector")]
pub mod model;
mod named;
#[cfg(feature = "detector")]
mod random;
pub mod text;
#[cfg(feature = "train")]
pub mod training;

#[cfg(feature = "detector")]
pub use detector::{Assessment, Detector, Verdict};
pub use error::{Error, ErrorKind};
#[cfg(feature = "detector")]
pub use model::Model;

/// Runs the README's Rust blocks as tests.
#[cfg(all(doctest, feature = "detector"))]
#[doc = include_str!("../README.md")]
struct Readme;
