//! Cuts Indonesian text into tokens, words and sentences; gives stems and slang.
//!
//! Nothing changes the text it is given: what is found are byte spans of it.
//!
//! * [`tokens`] cuts a text into [`Token`]s of a [`TokenKind`]: words, numbers,
//!   addresses, emoji, marks. [`Token::flags`] says how one is written,
//!   [`hashtag_parts`] what is inside a hashtag; [`tokens_lossy`] takes bytes that may
//!   not be UTF-8.
//! * [`words`] cuts the clitics off: each token is one syntactic word or more, without
//!   gaps (*rumahnya* is *rumah* and *nya*); [`Token::words`] are those of one token.
//! * [`sentences`] says where sentences begin and end.
//! * [`stems`] gives each word with the root that it is built on (*memilih*: *pilih*);
//!   [`stem`] and [`stem_at`] take a word alone.
//! * [`slang`] gives the slang words of a text and the standard words they stand for;
//!   [`standard`] and [`equivalent`] take words alone.
//! * [`folded_words`] is the view the classifier reads, before it masks names: the words
//!   of the tokens with every trick undone that changes how a word looks but not how it
//!   reads (hidden characters, look-alike and styled letters, leet, elongation,
//!   spaced-out letters), each still carrying its original span.
//!
//! All are linear in the length of the text and never panic.
//!
//! ```
//! use hoaks::text;
//!
//! let line = "Bukankah anak-anaknya memilih di TPS 7? Gak!";
//! let words: Vec<&str> = text::words(line).map(|word| &line[word.span()]).collect();
//! assert_eq!(words[..5], ["Bukan", "kah", "anak-anak", "nya", "memilih"]);
//! let stems: Vec<_> = text::stems(line).map(|stem| stem.text).collect();
//! assert_eq!(stems[..5], ["bukan", "kah", "anak", "nya", "pilih"]);
//! assert_eq!(text::sentences(line).count(), 2);
//! assert_eq!(text::standard("Gak").unwrap(), "tidak");
//! ```

mod chars;
mod clitic;
mod clitic_host;
mod flags;
mod hashtag;
mod lexicon;
mod normalize;
mod sentence;
mod slang;
mod stem;
mod token;
mod tokenizer;
mod walk;

pub use clitic::{TokenWords, Word, Words, words};
pub use flags::Flags;
pub use hashtag::hashtag_parts;
pub use normalize::Changes;
pub use sentence::{Sentences, sentences};
pub use slang::{Slang, Standard, equivalent, slang, standard};
pub use stem::{Position, Stem, Stems, stem, stem_at, stems};
pub use token::{Token, TokenKind};
pub use tokenizer::bytes::{TokensLossy, tokens_lossy};
pub use tokenizer::{Tokens, tokens};
pub use walk::folded::{FoldedWord, folded_words};

#[cfg(feature = "detector")]
pub(crate) use chars::is_hidden;
#[cfg(feature = "detector")]
pub(crate) use lexicon::calendar::is_month;
#[cfg(feature = "detector")]
pub(crate) use lexicon::{Commonness, commonness, is_listed, is_root, is_used, look_up};
#[cfg(feature = "detector")]
pub(crate) use tokenizer::block::{PlainWords, Taken};
#[cfg(feature = "detector")]
pub(crate) use tokenizer::plain::PlainWord;
#[cfg(feature = "detector")]
pub(crate) use tokenizer::plain_visitor::PlainVisitor;
#[cfg(feature = "detector")]
pub(crate) use walk::visitor::Visitor;
#[cfg(feature = "detector")]
pub(crate) use walk::walked::{HeldWord, WalkedWord};
#[cfg(feature = "detector")]
pub(crate) use walk::{DIVIDING, Scratch, walk};
