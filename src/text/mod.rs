//! Characters to tokens; this room knows no numbers.
//!
//! [`tokens`] cuts a text into [`Token`]s: byte spans of the original with a
//! [`TokenKind`]. [`folded_words`] is the view the classifier reads, before it
//! masks names: the words of those tokens with every trick undone that changes
//! how a word looks but not how it reads (hidden characters, look-alike and
//! styled letters, leet, elongation, spaced-out letters), each still carrying its
//! original span.
//!
//! [`sentences`] says where sentences end.
//!
//! [`words`] cuts the clitics off ([`Token::words`] those of one token) and
//! yields syntactic words, which tile the tokens.
//!
//! [`slang`] is a view that can be asked for: the slang words of a text and the
//! standard words they stand for. [`tokens_lossy`] takes bytes that may not be
//! UTF-8.
//!
//! All are linear in the length of the text, never panic, and never change
//! the text they are given.

mod abbreviation;
mod address;
mod block;
mod bytes;
mod calendar;
mod chars;
mod classes;
mod clitic;
mod closed;
mod cut;
mod disguised;
mod emoticon;
mod entity;
mod flags;
mod folded;
mod hashtag;
mod host;
mod lexicon;
mod mark;
mod normalize;
mod number;
mod odd;
mod opener;
mod plain;
mod sentence;
mod shown;
mod slang;
mod spaced;
mod stem;
mod token;
mod tokenizer;
mod unit;
mod visitor;
mod walk;
mod walked;
mod word;

pub use bytes::{TokensLossy, tokens_lossy};
pub use clitic::{TokenWords, Word, Words, words};
pub use flags::Flags;
pub use folded::{FoldedWord, folded_words};
pub use hashtag::hashtag_parts;
pub use normalize::Changes;
pub use sentence::{Sentences, sentences};
pub use slang::{Slang, Standard, equivalent, slang, standard};
pub use stem::{Position, Stem, Stems, stem, stem_at, stems};
pub use token::{Token, TokenKind};
pub use tokenizer::{Tokens, tokens};

#[cfg(feature = "detector")]
pub(crate) use block::{PlainWords, Taken};
#[cfg(feature = "detector")]
pub(crate) use calendar::is_month;
#[cfg(feature = "detector")]
pub(crate) use chars::is_hidden;
#[cfg(feature = "detector")]
pub(crate) use lexicon::{Commonness, commonness, is_listed, is_root, is_used};
#[cfg(feature = "detector")]
pub(crate) use plain::PlainWord;
#[cfg(feature = "detector")]
pub(crate) use visitor::Visitor;
#[cfg(feature = "detector")]
pub(crate) use walk::{DIVIDING, Scratch, walk};
#[cfg(feature = "detector")]
pub(crate) use walked::{HeldWord, WalkedWord};
