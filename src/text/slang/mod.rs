//! Slang as a view: words in classes, each with a standard representative.
//!
//! `gak`, `ga`, `nggak` and `tdk` are one class, and `tidak` stands for it.
//! Nothing is rewritten: [`slang`] walks a text and gives, with the span of
//! each slang word, what it stands for; [`standard`] answers for one word, and
//! [`equivalent`] compares two.
//!
//! The view is meant for comparing and looking up, not for repairing prose. It
//! joins spellings, abbreviations and colloquial forms of one word, and the
//! informal pronouns and particles that have one standard counterpart. It does
//! not translate, expand acronyms, or choose between words that are both
//! standard (`kenapa` and `mengapa`, `tapi` and `tetapi`). Words are read
//! without their neighbours, so a homograph goes where it goes most often:
//! `min` is taken as `admin`.
//!
//! Data: IndoCollex (H. A. Wibowo et al., *IndoCollex: A Testbed for
//! Morphological Transformation of Indonesian Colloquial Words*, Findings of
//! ACL 2021; MIT) and STIF (H. A. Wibowo et al., *Semi-Supervised Low-Resource
//! Style Transfer of Indonesian Informal to Formal Language with Iterative
//! Forward-Translation*, IALP 2020; MIT), with our own corrections; see
//! `datasets/SOURCES.md`.

mod rules;
mod standard;
mod vocabulary;

use std::iter::FusedIterator;
use std::ops::Range;

pub use standard::Standard;
use vocabulary::Vocabulary;

use crate::text::token::TokenKind;
use crate::text::tokenizer::{Tokens, tokens};

const TABLE: &str = include_str!("table.tsv");
static INDEX: [u32; vocabulary::SLOTS] = vocabulary::index(TABLE);
static VOCABULARY: Vocabulary<'static> = Vocabulary::new(
    TABLE,
    &INDEX,
    [
        include_bytes!("known.bin"),
        include_bytes!("verbs.bin"),
        include_bytes!("kept.bin"),
    ],
);

/// What a slang word stands for: the representative of its class.
///
/// `None` if the word represents itself, as standard and unknown words do.
/// Upper and lower case are one. The representative of a representative is
/// always itself. A word of letters outside ASCII, with an apostrophe, or of
/// more than 47 bytes is unknown: [`folded_words`](crate::text::folded_words)
/// undoes look-alike letters.
///
/// Constant time, allocates nothing, never panics.
///
/// ```
/// use hoaks::text::standard;
///
/// assert_eq!(standard("GAK").unwrap(), "tidak");
/// assert_eq!(standard("temen2").unwrap(), "teman-teman");
/// assert_eq!(standard("ngirimin").unwrap(), "mengirimkan");
/// assert!(standard("tidak").is_none());
/// ```
#[must_use]
pub fn standard(word: &str) -> Option<Standard> {
    rules::representative(&VOCABULARY, word)
}

/// Whether two words have the same representative, in capitals or not.
///
/// ```
/// use hoaks::text::equivalent;
///
/// assert!(equivalent("Gak", "tdk") && equivalent("enggak", "tidak"));
/// assert!(!equivalent("gak", "ya"));
/// ```
#[must_use]
pub fn equivalent(first: &str, second: &str) -> bool {
    match (standard(first), standard(second)) {
        (Some(first), Some(second)) => first == second,
        (Some(found), None) => is_same(&found, second),
        (None, Some(found)) => is_same(&found, first),
        (None, None) => is_same(first, second),
    }
}

fn is_same(first: &str, second: &str) -> bool {
    let small = first.chars().flat_map(char::to_lowercase);
    small.eq(second.chars().flat_map(char::to_lowercase))
}

/// The slang words of `text`, in order, each with its span and what it stands
/// for; words that stand for themselves are left out. A span is that of a token, clitics
/// included (*duitnya* is *uangnya*), and not always that of one of the
/// [`words`](crate::text::words).
///
/// Capitals tell slang from its look-alikes: in a text whose letters are mostly
/// small, two or three capitals are an acronym (`PD`, `SPA`), and two letters
/// with one capital are a title or part of a name if a dot or another capital
/// follows (`Dr. Ani`).
///
/// Linear in `text.len()`, allocates nothing, never panics.
///
/// ```
/// let text = "Yg bener aja, surat2 itu udah dicek!";
/// let found: Vec<String> = hoaks::text::slang(text)
///     .map(|(span, standard)| format!("{}={standard}", &text[span]))
///     .collect();
/// assert_eq!(
///     found,
///     ["Yg=yang", "bener=benar", "aja=saja", "surat2=surat-surat", "udah=sudah"]
/// );
/// ```
#[must_use]
pub fn slang(text: &str) -> Slang<'_> {
    let balance = text.bytes().fold(0_i64, |balance, byte| {
        balance + i64::from(byte.is_ascii_lowercase()) - i64::from(byte.is_ascii_uppercase())
    });
    Slang {
        text,
        tokens: tokens(text),
        mostly_small: balance > 0,
    }
}

/// Iterator over the slang words of a text; made by [`slang`].
#[derive(Debug, Clone)]
pub struct Slang<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    mostly_small: bool,
}

impl Slang<'_> {
    /// Whether `word`, with `rest` behind it, is an acronym, a title or part of
    /// a name by its capitals.
    fn is_name(&self, word: &str, rest: &str) -> bool {
        if !self.mostly_small || word.len() > 3 || !word.starts_with(|c: char| c.is_uppercase()) {
            return false;
        }
        if word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return true;
        }
        let dot = rest.starts_with('.') && !rest.starts_with("..");
        let capital = rest.strip_prefix(' ').is_some_and(|next| {
            let mut letters = next.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
        });
        word.len() == 2 && (dot || capital)
    }
}

impl Iterator for Slang<'_> {
    type Item = (Range<usize>, Standard);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(token) = self.tokens.next() {
            if token.kind() != TokenKind::Word {
                continue;
            }
            let span = token.span();
            let word = self.text.get(span.clone())?;
            if let Some(found) = standard(word)
                && !self.is_name(word, self.text.get(span.end..)?)
            {
                return Some((span, found));
            }
        }
        None
    }
}

impl FusedIterator for Slang<'_> {}
