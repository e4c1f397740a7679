//! Tokens to numbers; this module knows no labels.
//!
//! A text becomes a list of rows of a weight table: one row for each
//! occurrence of a word, a pair of neighbouring words, and a run of 3 to 5
//! characters inside a word, found by a fixed hash ([`hash`]), and one row for
//! each style flag. Names of candidates, parties, places, faiths and ethnic
//! groups are masked first, the preposition `di` is passed over, and a word that
//! is on no list and one slip (not in the first letter) away from one of a thousand
//! common ones of five letters or more is read as that; in one of fewer than seven
//! letters a letter is replaced only by one beside it on the keyboard. Scoring,
//! training and explaining all read the same pass.
//!
//! # Which words are masked
//!
//! A masked name is one mark, the same for every class and however many words
//! the name has. Masked are:
//!
//! * the names on a list (`names.tsv`, [`NAMES_SHA256`]), and the words that are
//!   parts of names beside any of them;
//! * a word that is not in use and is one slip (not in the first letter) away
//!   from a listed name of five letters or more, or, beside a name, from any
//!   listed word of four or more;
//! * a listed name of four letters or more with digits and signs for letters at
//!   any place (`P471`, `Mak@55ar`), unless an apostrophe or a hyphen joins it to
//!   something else; a word with digits that is still unknown when they are
//!   undone, as it may be a name;
//! * initials before a name (`P.B.J. Habibie`), and a name that an apostrophe or
//!   `&` joins to something else (`P'Anas`, `Raffi&Nagita`);
//! * every hashtag with a name, a slip of one or an unknown word in it. One flag is
//!   left of it: that it has a word about elections, or the year of one, in it
//!   ([`Style::ElectionTag`], `#2019GantiPresiden`);
//! * what a name of several words tears off an address
//!   (`contoh.id/Joko Widodo-menang`).
//!
//! Of a ticket another flag is left ([`Style::JoinedNames`], `Anies-Sandi`). Only
//! the head `election` learns from these two. The preposition `di` is never read,
//! as *di Yogyakarta* is also a province.
//!
//! No list is complete, and a name that is not on it can move a score far:
//! [`Audit`](crate::evaluate::Audit) measures what is left.
//! [`Vectorizer::names`] shows the words of a text that are masked as names. A hashtag
//! that an unknown word masks and what is torn off an address are not among them.

mod block;
mod common;
mod counts;
pub mod hash;
mod key;
mod names;
mod pass;
#[cfg(feature = "train")]
mod reader;
mod rows;
mod slips;
mod style;
mod vectorizer;

pub use block::Block;
pub use names::NAMES_SHA256;
pub use names::class::NameClass;
pub use style::Style;
pub use vectorizer::{Vector, Vectorizer};

pub(crate) use block::length_scale;
pub(crate) use key::Key;
pub(crate) use names::Names;
pub(crate) use names::context::Conditions;
pub(crate) use names::treatment::Treatment;
pub(crate) use pass::Scratch;
pub(crate) use pass::sink::{Known, MOST_RUNS, Recalled, Sink};
#[cfg(feature = "train")]
pub(crate) use reader::Reader;
pub(crate) use slips::keyboard::neighbours;
