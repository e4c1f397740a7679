//! The words of a text that repeats a claim, and where they tell it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::claims::same::{FUNCTION, Side};
use crate::claims::stance::wording::*;
use crate::text::{Standard, standard};

/// Words of a text and what matters of them here.
pub(super) struct Words<'a> {
    pub(super) words: Vec<Word<'a>>,
    pub(super) told: Told,
}

/// The clauses of a sentence that tell the claim: that which shares most telling words, and
/// those that share others. Behind all words if hashtags alone tell it.
pub(super) struct Told {
    /// Where the first begins.
    pub(super) first: usize,
    /// Where that with most begins.
    pub(super) most: usize,
    /// The last telling word that is shared, or that of grammar which goes on from it.
    pub(super) last: usize,
    /// Where the sentence begins.
    pub(super) open: usize,
    /// The last word of the sentence.
    pub(super) close: usize,
}

pub(super) struct Word<'a> {
    pub(super) written: &'a str,
    /// What it is slang for.
    standard: Option<Standard>,
    /// The other text has it.
    pub(super) is_shared: bool,
    /// So many words up to this one are shared and more than words of grammar. Hashtags
    /// do not count, as they stand behind what is said.
    telling: usize,
    is_tag: bool,
    /// The marks behind it and behind names that are called, up to the next word or
    /// address.
    pub(super) behind: &'a str,
}

impl Word<'_> {
    /// Whether it is one of `list`, or slang for one.
    pub(super) fn is(&self, list: &[&str]) -> bool {
        let has = |word: &str| list.contains(&word);
        has(self.written) || self.standard.is_some_and(|standard| has(&standard))
    }

    /// Whether a sentence ends behind it.
    fn ends(&self) -> bool {
        self.behind.contains(['.', '!', '?', '\n'])
    }

    /// Whether a question ends behind it, and no outcry.
    fn ends_question(&self) -> bool {
        self.behind.contains('?') && !self.behind.contains('!')
    }
}

impl<'a> Words<'a> {
    pub(super) fn new(side: Side<'a>) -> Self {
        let mut shared = vec![None; side.units.words.len()];
        for unit in &side.units.units {
            if unit.is_in(side.other) {
                let words = shared.get_mut(unit.words.clone());
                words
                    .unwrap_or_default()
                    .fill(Some(unit.importance > FUNCTION));
            }
        }
        let starts = side.units.words.iter().skip(1);
        let starts = starts.map(|word| word.span.start).chain([side.text.len()]);
        let words = side.units.words.iter().zip(starts).zip(shared);
        let mut telling = 0;
        let words: Vec<_> = words
            .map(|((word, next), shared)| {
                let gap = side.text.get(word.span.end..next).unwrap_or_default();
                telling += usize::from(shared == Some(true) && !word.is_tag);
                Word {
                    written: &word.text,
                    standard: standard(&word.text),
                    is_shared: shared.is_some(),
                    telling,
                    is_tag: word.is_tag,
                    behind: marks(gap),
                }
            })
            .collect();
        let nowhere = words.len();
        let mut words = Self {
            words,
            told: Told {
                first: nowhere,
                most: nowhere,
                last: nowhere,
                open: nowhere,
                close: nowhere,
            },
        };
        if let Some(told) = words.find_told() {
            words.told = told;
        }
        words
    }

    /// None if no telling word is shared outside hashtags.
    fn find_told(&self) -> Option<Told> {
        let (mut most, mut clause) = (0, 0..0);
        let mut start = 0;
        for at in self.all() {
            if self.begins(at + 1) {
                let telling = self.telling(start..at + 1);
                if telling > most {
                    (most, clause) = (telling, start..at + 1);
                }
                start = at + 1;
            }
        }
        let is_telling = |&at: &usize| self.telling(at..at + 1) > 0;
        let last = clause.clone().rfind(is_telling)?;
        let end = self.words.iter().take(clause.start).rposition(Word::ends);
        let open = end.map_or(0, |end| end + 1);
        let close = self.words.iter().skip(last).position(Word::ends);
        let close = close.map_or(self.words.len() - 1, |close| last + close);
        // The claim may have more clauses, but each tells something new: not *KPU* again.
        let written = |at: usize| self.words.get(at).map(|word| word.written);
        let mut told: BTreeSet<_> = clause.clone().filter(is_telling).map(written).collect();
        let mut is_new = |at: &usize| is_telling(at) && told.insert(written(*at));
        let end = (clause.end..=close).filter(&mut is_new).last();
        let first = (open..clause.start).rev().filter(is_new).last();
        let first = first.and_then(|first| (open..=first).rfind(|&at| self.begins(at)));
        let last = end.unwrap_or(last);
        let is_more = |word: &Word<'_>| word.is_shared && !word.is(NEGATIONS) && !word.is(COPULAS);
        let is_more = |at: usize| self.words.get(at).is_some_and(is_more);
        let goes_on = (last + 1..=close).take_while(|&at| !self.closes(at - 1) && is_more(at));
        Some(Told {
            first: first.unwrap_or(clause.start),
            most: clause.start,
            last: goes_on.last().unwrap_or(last),
            open,
            close,
        })
    }

    /// The places of all words.
    pub(super) fn all(&self) -> Range<usize> {
        0..self.words.len()
    }

    /// Whether a clause begins with the word at `at`, or the text is over.
    fn begins(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| self.closes(before)) || self.adds(at, CONTRASTS)
    }

    /// How many of these words are telling and shared.
    pub(super) fn telling(&self, range: Range<usize>) -> usize {
        let up_to = |end: usize| {
            let last = end.checked_sub(1).and_then(|last| self.words.get(last));
            last.map_or(0, |word| word.telling)
        };
        up_to(range.end).saturating_sub(up_to(range.start))
    }

    /// Whether the claim is told directly behind the word at `at`, or behind *kabar* or
    /// *bahwa* there: nothing else stands between but marks.
    pub(super) fn leads(&self, at: usize) -> bool {
        let is_link = |&at: &usize| self.adds(at, HEARSAY) || self.adds(at, LINKS);
        let next = at + 1 + (at + 1..=at + 3).take_while(is_link).count();
        let is_shared = self.words.get(next).is_some_and(|word| word.is_shared);
        let end = self.told.last + 1;
        let is_most = || 2 * self.telling(next..end) > self.telling(self.told.first..end);
        is_shared && (self.told.first..end).contains(&next) && is_most()
    }

    /// Whether one of `list`, as the claim is called, leads to it from in front of `at`.
    pub(super) fn is_led(&self, at: usize, list: &[&str]) -> bool {
        (0..at).any(|at| self.adds(at, list) && self.leads(at))
    }

    /// Whether the word at `at` is one of `list`, or slang for one.
    pub(super) fn is(&self, at: usize, list: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is(list))
    }

    /// Whether the word `back` words in front of the one at `at` is.
    pub(super) fn is_after(&self, at: usize, back: usize, list: &[&str]) -> bool {
        at.checked_sub(back).is_some_and(|at| self.is(at, list))
    }

    /// Whether the word at `at` is one of `list`, and not of the claim.
    pub(super) fn adds(&self, at: usize, list: &[&str]) -> bool {
        self.is(at, list) && self.words.get(at).is_some_and(|word| !word.is_shared)
    }

    /// Where one of `phrases` begins that the word at `at` ends, and whose first or last
    /// word is not of the claim. No mark stands in it.
    pub(super) fn phrase(&self, at: usize, phrases: &[Phrase]) -> Option<usize> {
        let begin = |phrase: &Phrase| {
            let start = (at + 1).checked_sub(phrase.len())?;
            let is_one = |(at, list): (usize, &&[&str])| list.is_empty() || self.is(at, list);
            let is_whole = (start..at).all(|at| !self.breaks(at));
            let is_new = |at: usize| self.words.get(at).is_some_and(|word| !word.is_shared);
            let is_it =
                is_whole && (is_new(start) || is_new(at)) && (start..).zip(*phrase).all(is_one);
            is_it.then_some(start)
        };
        phrases.iter().find_map(begin)
    }

    /// Whether a sentence ends behind the word at `at`.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::ends)
    }

    /// Whether a question ends behind the word at `at`, and no outcry.
    pub(super) fn ends_question(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::ends_question)
    }

    /// Whether a mark behind the word at `at` ends a clause, or the text does.
    pub(super) fn breaks(&self, at: usize) -> bool {
        let breaks = |word: &Word<'_>| word.behind.contains(BREAKS);
        self.words.get(at).is_none_or(breaks)
    }

    /// Whether a clause ends behind the word at `at`.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.breaks(at) || self.words.get(at + 1).is_none_or(|word| word.is_tag)
    }
}

/// The marks at the beginning of what stands between two words, behind the names of
/// those who are spoken to.
fn marks(gap: &str) -> &str {
    let mut rest = gap;
    while let Some(name) = rest.trim_start().strip_prefix('@') {
        rest = name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
    }
    rest.split(char::is_alphanumeric).next().unwrap_or_default()
}
