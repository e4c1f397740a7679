//! A text as the terms that claims are matched by.

use std::ops::Range;

use crate::features::hash;
use crate::text::{Scratch, Token, TokenKind, Visitor, WalkedWord, stem, walk};

/// Stems, character runs and pairs of stems, in this order.
pub(super) const FIELDS: usize = 3;
/// Share of each field in a score.
pub(super) const SHARE: [f64; FIELDS] = [1.0 / 1.45, 0.3 / 1.45, 0.15 / 1.45];
const STEM: u8 = 0;
const CHARS: u8 = 1;
const PAIR: u8 = 2;
/// Characters in a run.
const RUN: usize = 4;

/// A term: the field it belongs to and the hash it is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Term {
    pub(super) field: u8,
    pub(super) hash: u64,
}

/// A word or number and its terms.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) span: Range<usize>,
    stem: Term,
    runs: Vec<Term>,
}

/// The words and numbers of `text`. Linear in its length.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut units = Units(Vec::new());
    walk(text, &mut Scratch::<true>::default(), &mut units);
    units.0
}

/// The terms of `units`, sorted, with the number of times each occurs.
pub(super) fn count(units: &[Unit]) -> Vec<(Term, u32)> {
    let pairs = units.windows(2).filter_map(|two| match two {
        [first, second] => Some(Term {
            field: PAIR,
            hash: hash::pair(first.stem.hash, second.stem.hash),
        }),
        _ => None,
    });
    let mut terms: Vec<Term> = units
        .iter()
        .flat_map(|unit| std::iter::once(unit.stem).chain(unit.runs.iter().copied()))
        .chain(pairs)
        .collect();
    terms.sort_unstable();
    let mut counted: Vec<(Term, u32)> = Vec::with_capacity(terms.len());
    for term in terms {
        match counted.last_mut() {
            Some((last, times)) if *last == term => *times = times.saturating_add(1),
            _ => counted.push((term, 1)),
        }
    }
    counted
}

/// The spans of the units that `other` holds: the same stem, or at least half
/// of the character runs.
pub(super) fn shared(units: &[Unit], other: &[(Term, u32)]) -> Vec<Range<usize>> {
    let holds = |term: &Term| other.binary_search_by_key(term, |&(term, _)| term).is_ok();
    units
        .iter()
        .filter(|unit| {
            let runs = unit.runs.iter().filter(|run| holds(run)).count();
            holds(&unit.stem) || (runs > 0 && 2 * runs >= unit.runs.len())
        })
        .map(|unit| unit.span.clone())
        .collect()
}

struct Units(Vec<Unit>);

impl Units {
    fn push(&mut self, word: &str, span: Range<usize>) {
        let mut padded = String::with_capacity(word.len() + 2);
        padded.push('\u{2}');
        padded.push_str(word);
        padded.push('\u{3}');
        let starts = padded.char_indices().map(|(at, _)| at);
        let ends = padded
            .char_indices()
            .map(|(at, char)| at + char.len_utf8())
            .skip(RUN - 1);
        let runs = starts.zip(ends).filter_map(|(start, end)| {
            Some(Term {
                field: CHARS,
                hash: hash::bytes(hash::CHARS, padded.get(start..end)?.as_bytes()),
            })
        });
        self.0.push(Unit {
            span,
            stem: Term {
                field: STEM,
                hash: hash::bytes(hash::WORD, stem(word).as_bytes()),
            },
            runs: runs.collect(),
        });
    }
}

impl Visitor for Units {
    fn word(&mut self, word: WalkedWord<'_>) {
        let span = word.span(0..word.bytes.len());
        self.push(&String::from_utf8_lossy(word.bytes), span);
    }

    fn other(&mut self, token: &Token, text: &str) {
        if matches!(
            token.kind,
            TokenKind::Number | TokenKind::Time | TokenKind::Date
        ) {
            self.push(text, token.span());
        }
    }
}
