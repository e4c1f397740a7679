//! Words to stems: a view for search and grouping. The classifier asks for few, of words
//! it does not know.
//!
//! A stem is the lower-case root that a word is built on: *memilih*, *pemilih*,
//! *pilihan* and *dipilihnya* all give *pilih*. [`stem`] takes one word,
//! [`stems`] a text, where the place of a word tells names from other words
//! with a capital. What lemma a word has follows the Universal Dependencies
//! treebanks of Indonesian: words that they hold give the lemma that most of
//! their uses have there, whole ones (*adalah*) included; all others are
//! analysed by the weights of `affix`.
//!
//! Names, acronyms and the vocabulary of elections stay whole: *Bekasi* is no
//! *bekas*, *pemilu* no *milu*. `datasets/gazetteer.tsv` lists what is promised.

mod affix;
mod analyse;
mod analysis;
mod case;
mod colloquial;
mod doubled;
mod pattern;
mod prefixes;
mod weights;

use std::borrow::Cow;
use std::iter::FusedIterator;
use std::ops::Range;

use analyse::analyse_by;
use analysis::Analysis;
use case::{Shape, judge};
use doubled::{analyse_pair, analyse_two};
use prefixes::{LONGEST, Prefixes};

pub use case::Position;

use crate::text::chars::is_line_break;
use crate::text::clitic::{Word, Words, words};
use crate::text::lexicon::{hash, known_cut};
use crate::text::token::TokenKind;

/// The stem of a word by itself, of which nobody knows where it stood.
///
/// The same as [`stem_at`] with [`Position::Start`].
///
/// ```
/// use hoaks::text::stem;
///
/// assert_eq!(stem("dibelinya"), "beli");
/// assert_eq!(stem("menangis"), "tangis");
/// assert_eq!(stem("berjalan-jalan"), "jalan");
/// assert_eq!(stem("Bekasi"), "bekasi");
/// ```
#[must_use]
pub fn stem(word: &str) -> Cow<'_, str> {
    stem_at(word, Position::Start)
}

/// The stem of a word that stands at a known place in its sentence.
///
/// It is in lower case and without hyphens at its edges. From a word with other letters
/// than A to Z nothing else comes off; a string that is too long to be a word (over 65
/// bytes) only becomes lower-case. Borrowed from `word` where it is a part of it. Linear
/// in `word.len()`, never panics.
///
/// ```
/// use hoaks::text::{Position, stem_at};
///
/// assert_eq!(stem_at("Pemilihan", Position::Start), "pilih");
/// assert_eq!(stem_at("Pemilihan", Position::Inside), "pemilihan");
/// ```
#[must_use]
pub fn stem_at(word: &str, position: Position) -> Cow<'_, str> {
    // Nearly all: small letters are looked up where they stand, as their case says nothing.
    let mut prefixes = Prefixes::new();
    if prefixes.take(word.as_bytes()) {
        return cut_out(word, &analyse_by(&prefixes, word.as_bytes()));
    }
    let trimmed = match word.as_bytes() {
        [b'-', ..] | [.., b'-'] => word.trim_matches('-'),
        // To trim one without would take 40 instructions.
        _ => word,
    };
    let mut lower = [0; ROOM];
    let analysis = match lower.get_mut(..trimmed.len()) {
        Some(lower) if !trimmed.is_empty() => {
            lower.copy_from_slice(trimmed.as_bytes());
            lower.make_ascii_lowercase();
            let shape = Shape::of(trimmed.as_bytes());
            judge(lower, shape, position, || analyse_any(lower))
        }
        _ => return lower_case(word),
    };
    match cut_out(trimmed, &analysis) {
        Cow::Borrowed(rest) => lower_case(rest),
        stem => stem,
    }
}

/// Room for two words and a hyphen.
const ROOM: usize = 2 * LONGEST + 1;

/// The analysis of a lower-case word with or without a hyphen or a 2 in it.
fn analyse_any(word: &[u8]) -> Analysis {
    let mut prefixes = Prefixes::new();
    if prefixes.take(word) {
        return analyse_by(&prefixes, word);
    }
    let letters = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_lowercase);
    let mut parts = word.split(|&byte| byte == b'-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), None) if letters(first) && letters(second) => {
            match hash(word).and_then(known_cut) {
                Some(cut) => Analysis::of_form(cut),
                None => analyse_pair(first, second).unwrap_or(Analysis::WHOLE),
            }
        }
        _ => analyse_two(word).unwrap_or(Analysis::WHOLE),
    }
}

/// What is left of a word; in lower case if it is no part of the word.
fn cut_out<'w>(word: &'w str, analysis: &Analysis) -> Cow<'w, str> {
    let end = word.len().saturating_sub(analysis.cut.suffix);
    let rest = word.get(analysis.cut.prefix..end).unwrap_or(word);
    let lowered = if analysis.lowered {
        rest.rfind(['e', 'E'])
    } else {
        None
    };
    if analysis.cut.recoded.is_none() && lowered.is_none() {
        return Cow::Borrowed(rest);
    }
    let mut stem = String::with_capacity(1 + rest.len());
    stem.extend(analysis.cut.recoded.map(char::from));
    match lowered {
        Some(at) => stem.extend([&rest[..at], "a", &rest[at + 1..]]),
        None => stem.push_str(rest),
    }
    stem.make_ascii_lowercase();
    Cow::Owned(stem)
}

fn lower_case(word: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_plain) {
        Cow::Borrowed(word)
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The stem of every one of the [`words`](crate::text::words()) of `text`, in
/// order.
///
/// The stem of a clitic is the clitic; what is no [`TokenKind::Word`] is left as it
/// is written (`Dr.`, `#Pilih`). Linear in `text.len()`, never panics; allocates only
/// for stems that are no part of the text.
///
/// ```
/// let text = "Pemilihnya memilih di Bekasi.";
/// let found: Vec<_> = hoaks::text::stems(text).map(|stem| stem.text).collect();
/// assert_eq!(found, ["pilih", "nya", "pilih", "di", "bekasi", "."]);
/// ```
#[must_use]
pub fn stems(text: &str) -> Stems<'_> {
    Stems {
        text,
        words: words(text),
        next: None,
        end: 0,
        at_start: true,
        last: None,
        even_until: 0,
        even: false,
    }
}

/// A word and its stem.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stem<'t> {
    /// The bytes of the text that the word covers.
    pub span: Range<usize>,
    /// What the token is that the word belongs to.
    pub kind: TokenKind,
    /// The stem: in lower case if it is of a [`TokenKind::Word`], else as written.
    pub text: Cow<'t, str>,
}

/// Iterator over the stems of a text; made by [`stems`].
#[derive(Debug, Clone)]
pub struct Stems<'t> {
    text: &'t str,
    words: Words<'t>,
    /// The word after the last one, if it was looked at.
    next: Option<Word>,
    /// Where the last word ended.
    end: usize,
    /// Whether no word stands between here and the start of the sentence.
    at_start: bool,
    /// The last word, if it was one.
    last: Option<Word>,
    /// Where the stretch ends that `even` speaks of.
    even_until: usize,
    /// Whether capitals are spread evenly: a title or a cry.
    even: bool,
}

impl<'t> Iterator for Stems<'t> {
    type Item = Stem<'t>;

    fn next(&mut self) -> Option<Stem<'t>> {
        let word = self.next.take().or_else(|| self.words.next())?;
        self.next = self.words.next();
        let (span, kind) = (word.span(), word.kind());
        let written = self.text.get(span.clone()).unwrap_or_default();
        let gap = self.text.get(self.end..span.start).unwrap_or_default();
        if gap.contains(is_line_break) {
            self.at_start = true;
        }
        if span.start >= self.even_until {
            self.look_ahead(span.start);
        }
        let stem = if kind != TokenKind::Word {
            if self.ends_sentence(kind, written) {
                self.at_start = true;
            } else if kind == TokenKind::Number {
                self.at_start = false;
            }
            self.last = None;
            Cow::Borrowed(written)
        } else if word.is_clitic() {
            lower_case(written)
        } else {
            let stem = stem_at(written, self.place());
            self.at_start = false;
            self.last = Some(word);
            stem
        };
        self.end = span.end;
        Some(Stem {
            span,
            kind,
            text: stem,
        })
    }
}

impl FusedIterator for Stems<'_> {}

impl Stems<'_> {
    fn place(&self) -> Position {
        let next_is_capital = || {
            let next = self.next.filter(|next| next.kind() == TokenKind::Word);
            let first = next.and_then(|next| self.text.as_bytes().get(next.span().start));
            first.is_some_and(u8::is_ascii_uppercase)
        };
        match (self.even, self.at_start) {
            (true, _) => Position::Start,
            (false, false) => Position::Inside,
            (false, true) if next_is_capital() => Position::BeforeName,
            (false, true) => Position::Start,
        }
    }

    /// Whether the next word may have its capital from what is no word.
    fn ends_sentence(&self, kind: TokenKind, mark: &str) -> bool {
        kind == TokenKind::Punctuation
            && match mark.as_bytes() {
                // `Dr. Megawati`
                b"." => !self.last.is_some_and(|last| self.is_title(last)),
                [b'!' | b'?' | b'.' | b':' | b'(' | b'"', ..] => true,
                _ => matches!(mark, "\u{201c}" | "\u{201d}" | "\u{2026}"),
            }
    }

    /// Whether a word is short and has a capital, like an abbreviated title.
    fn is_title(&self, word: Word) -> bool {
        let written = self.text.as_bytes().get(word.span());
        written.is_some_and(|word| {
            word.len() <= 4
                && word.first().is_some_and(u8::is_ascii_uppercase)
                && word.iter().any(u8::is_ascii_lowercase)
        })
    }

    /// Counts capitals from a position to the end of its sentence or line.
    fn look_ahead(&mut self, start: usize) {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let (mut upper, mut lower) = (0_usize, 0_usize);
        // Short words stay small in titles.
        let mut count = |length: usize, first: u8| match first.is_ascii_uppercase() {
            _ if length < SHORTEST_TITLED => {}
            true => upper += 1,
            false => lower += 1,
        };
        let (mut length, mut first) = (0_usize, 0_u8);
        let mut end = rest.len();
        for (at, &byte) in rest.iter().enumerate() {
            if byte.is_ascii_alphabetic() {
                if length == 0 {
                    first = byte;
                }
                length += 1;
                continue;
            }
            count(std::mem::take(&mut length), first);
            let stop = matches!(byte, b'.' | b'!' | b'?')
                && rest.get(at + 1).is_none_or(u8::is_ascii_whitespace);
            if stop || matches!(byte, b'\n' | b'\r') {
                end = at + 1;
                break;
            }
        }
        count(length, first);
        self.even_until = start + end;
        self.even = upper >= 3 && upper >= 6 * lower;
    }
}

/// Letters of a word that a title writes with a capital.
const SHORTEST_TITLED: usize = 4;
