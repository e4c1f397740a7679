//! A text as the terms that claims are matched by.

use std::ops::Range;

use crate::claims::aliases::canonical;
use crate::features::hash;
use crate::text::{
    Commonness, PlainVisitor, Scratch, Token, TokenKind, Visitor, WalkedWord, commonness, standard,
    stem, walk,
};

/// Stems, character runs, and words with compounds, in this order.
pub(super) const FIELDS: usize = 3;
/// Share of each field in a score.
pub(super) const SHARE: [f64; FIELDS] = [0.4, 0.4, 0.2];
const STEM: u64 = 0;
const RUN: u64 = 1;
const WORD: u64 = 2;
/// Characters in a run.
const RUN_LENGTH: usize = 4;

/// What a term is known by: a hash whose two lowest bits are its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term(u64);

impl Term {
    fn new(field: u64, hash: u64) -> Self {
        Self(hash << 2 | field)
    }

    pub(super) fn field(self) -> usize {
        (self.0 & 3) as usize
    }
}

/// A word or number as it stands in a text.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) span: Range<usize>,
    /// Folded.
    pub(super) text: String,
    /// A number is its own.
    stem: String,
    /// More than 0, at most 1: the less the more common the word is.
    importance: f64,
    /// Part of a hashtag.
    pub(super) is_tag: bool,
}

/// What words are matched as: one of them, or what several stand for.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) span: Range<usize>,
    /// The words of the text that it stands for, by their numbers.
    pub(super) words: Range<usize>,
    /// Known by the list of aliases.
    pub(super) is_listed: bool,
    pub(super) importance: f64,
    pub(super) stem: Term,
    runs: Vec<Term>,
}

/// The words and numbers of a text and what they are matched as.
#[derive(Debug)]
pub(super) struct Units {
    pub(super) words: Vec<Word>,
    pub(super) units: Vec<Unit>,
}

/// The words and numbers of `text`. Linear in its length.
pub(super) fn units(text: &str) -> Units {
    let mut words = Words(Vec::new());
    walk(text, &mut Scratch::<true>::default(), &mut words);
    let words = words.0;
    let mut units = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(rest @ [first, ..]) = words.get(at..) {
        let texts = rest.iter().map(|word| word.text.as_str());
        let taken = match canonical(texts, &first.stem) {
            Some((canonical, taken)) => {
                let last = rest.get(taken - 1).unwrap_or(first);
                for word in canonical.split(' ') {
                    units.push(Unit {
                        span: first.span.start..last.span.end,
                        words: at..at + taken,
                        is_listed: true,
                        ..Unit::new(word, word, importance(word, &stem(word)))
                    });
                }
                taken
            }
            None => {
                units.push(Unit {
                    span: first.span.clone(),
                    words: at..at + 1,
                    ..Unit::new(&first.text, &first.stem, first.importance)
                });
                1
            }
        };
        at += taken;
    }
    Units { words, units }
}

/// A term in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    pub(super) term: Term,
    pub(super) times: u32,
    /// Of the most important word it comes from.
    pub(super) importance: f64,
}

/// The terms of a text, each once, sorted.
pub(super) fn count(text: &Units) -> Vec<Counted> {
    let mut terms: Vec<(Term, f64)> = Vec::new();
    for unit in &text.units {
        let all = std::iter::once(&unit.stem).chain(&unit.runs);
        terms.extend(all.map(|&term| (term, unit.importance)));
    }
    let words = text.words.iter();
    terms.extend(words.map(|word| (written(&[&word.text]), word.importance)));
    for pair in text.words.windows(2) {
        if let [first, second] = pair {
            let importance = first.importance.max(second.importance);
            terms.push((written(&[&first.text, &second.text]), importance));
        }
    }
    terms.sort_unstable_by_key(|&(term, _)| term);
    let mut counted: Vec<Counted> = Vec::with_capacity(terms.len());
    for (term, importance) in terms {
        match counted.last_mut() {
            Some(last) if last.term == term => {
                last.times = last.times.saturating_add(1);
                last.importance = last.importance.max(importance);
            }
            _ => counted.push(Counted {
                term,
                times: 1,
                importance,
            }),
        }
    }
    counted
}

/// The spans of the units that `other` holds.
pub(super) fn shared(text: &Units, other: &[Counted]) -> Vec<Range<usize>> {
    let units = text.units.iter().filter(|unit| unit.is_in(other));
    let mut spans: Vec<_> = units.map(|unit| unit.span.clone()).collect();
    // One way to say a thing may be matched as several words.
    spans.dedup();
    spans
}

/// Whether a text has a term.
pub(super) fn contains(text: &[Counted], term: Term) -> bool {
    text.binary_search_by_key(&term, |counted| counted.term)
        .is_ok()
}

/// One word, or two that may be written as one.
fn written(parts: &[&str]) -> Term {
    match parts {
        [one] => Term::new(WORD, hash::bytes(hash::WORD, one.as_bytes())),
        _ => Term::new(WORD, hash::bytes(hash::WORD, parts.concat().as_bytes())),
    }
}

/// How much a word says about a text, from how common it is in the language.
/// An index may be too small to know.
fn importance(word: &str, stem_of_word: &str) -> f64 {
    let mut found = commonness(stem_of_word);
    if found == Commonness::Unknown
        && let Some(standard) = standard(word)
    {
        found = commonness(&stem(standard.as_ref()));
    }
    match found {
        Commonness::Unknown => 1.0,
        Commonness::Rare => 0.9,
        Commonness::Usual => 0.8,
        Commonness::Frequent => 0.7,
        Commonness::Function => 0.5,
    }
}

impl Unit {
    /// Whether another text has it: the same stem, or at least half of the character
    /// runs.
    pub(super) fn is_in(&self, other: &[Counted]) -> bool {
        let holds = |&term: &Term| contains(other, term);
        let runs = self.runs.iter().filter(|run| holds(run)).count();
        holds(&self.stem) || (runs > 0 && 2 * runs >= self.runs.len())
    }

    /// It stands nowhere yet.
    fn new(text: &str, stem: &str, importance: f64) -> Self {
        let mut padded = String::with_capacity(text.len() + 2);
        padded.push('\u{2}');
        padded.push_str(text);
        padded.push('\u{3}');
        let starts = padded.char_indices().map(|(at, _)| at);
        let ends = padded
            .char_indices()
            .map(|(at, char)| at + char.len_utf8())
            .skip(RUN_LENGTH - 1);
        let mut runs = Vec::with_capacity(text.len());
        runs.extend(starts.zip(ends).filter_map(|(start, end)| {
            let run = padded.get(start..end)?;
            Some(Term::new(RUN, hash::bytes(hash::CHARS, run.as_bytes())))
        }));
        Self {
            span: 0..0,
            words: 0..0,
            is_listed: false,
            importance,
            stem: Term::new(STEM, hash::bytes(hash::WORD, stem.as_bytes())),
            runs,
        }
    }
}

struct Words(Vec<Word>);

impl PlainVisitor for Words {}

impl Visitor for Words {
    fn word(&mut self, word: WalkedWord<'_>) {
        let span = word.span(0..word.bytes.len());
        let text = String::from_utf8_lossy(word.bytes).into_owned();
        let stem = stem(&text).into_owned();
        self.0.push(Word {
            span,
            importance: importance(&text, &stem),
            stem,
            text,
            is_tag: word.tag,
        });
    }

    fn other(&mut self, token: &Token, text: &str) {
        if matches!(
            token.kind,
            TokenKind::Number | TokenKind::Time | TokenKind::Date
        ) {
            self.0.push(Word {
                span: token.span(),
                text: text.to_owned(),
                stem: text.to_owned(),
                importance: 1.0,
                is_tag: false,
            });
        }
    }
}
