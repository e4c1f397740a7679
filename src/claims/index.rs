//! Clarifications that can be searched, and change while it runs.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::claims::Clarification;
use crate::claims::postings::{Postings, Row};
use crate::claims::terms::{Term, count, shared, units};
use crate::error::{Error, ErrorKind};

/// Most claims in an index.
const MOST_CLAIMS: usize = 1_000_000;
/// Most terms in all claims of an index, so that 32 bits can count them.
const MOST_TERMS: usize = 1 << 30;

/// A claim that a text repeats, and how closely.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The clarification's id.
    pub id: String,
    /// More than 0, at most 1: how much wording is shared.
    pub score: f64,
    /// Byte spans of the words of the query that support the match, in order.
    pub spans: Vec<Range<usize>>,
    /// Byte spans of the words of the claim that the query supports, in order.
    pub claim_spans: Vec<Range<usize>>,
}

#[derive(Debug, Clone)]
struct Entry {
    clarification: Clarification,
    row: Row,
}

/// An inverted index of clarifications.
///
/// The answers depend on what it holds and on nothing else: not on the order
/// in which claims came, on those that were removed, or on having been saved.
/// A search takes `&self`, so one index serves any number of threads.
#[derive(Debug, Clone, Default)]
pub struct ClaimIndex {
    /// Sorted by id.
    entries: Vec<Entry>,
    vocabulary: HashMap<Term, u32>,
    /// Field of each term of the vocabulary.
    fields: Vec<u8>,
    postings: Postings,
}

impl ClaimIndex {
    /// An index without claims.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds claims; one with an id that is there already takes its place.
    ///
    /// Every weight depends on all claims, so each call takes a pass over the
    /// index besides the time for the new texts: add many at once.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Claim`] if one fails [`Clarification::check`], or if there
    /// would be more than a million claims or 2^30 terms. The index stays as
    /// it was.
    pub fn add(
        &mut self,
        clarifications: impl IntoIterator<Item = Clarification>,
    ) -> Result<(), Error> {
        let mut new = BTreeMap::new();
        for clarification in clarifications {
            clarification.check()?;
            let terms = count(&units(&clarification.claim));
            new.insert(clarification.id.clone(), (clarification, terms));
            if new.len() > MOST_CLAIMS {
                break;
            }
        }
        let kept = self
            .entries
            .iter()
            .filter(|entry| !new.contains_key(&entry.clarification.id));
        let (claims, terms) = kept.fold(
            (
                new.len(),
                new.values().map(|(_, terms)| terms.len()).sum::<usize>(),
            ),
            |(claims, terms), entry| (claims + 1, terms + entry.row.len()),
        );
        if claims > MOST_CLAIMS || terms > MOST_TERMS {
            return Err(Error::new(ErrorKind::Claim {
                field: "index".to_owned(),
                problem: format!(
                    "would hold {claims} claims with {terms} terms, at most {MOST_CLAIMS} and {MOST_TERMS}"
                ),
            }));
        }
        self.entries
            .retain(|entry| !new.contains_key(&entry.clarification.id));
        for (clarification, terms) in new.into_values() {
            let row = terms
                .into_iter()
                .map(|(term, times)| (self.number(term), times))
                .collect();
            self.entries.push(Entry { clarification, row });
        }
        self.entries
            .sort_by(|a, b| a.clarification.id.cmp(&b.clarification.id));
        self.rebuild();
        Ok(())
    }

    /// Removes claims by id and returns how many were there. Takes a pass over
    /// the index.
    pub fn remove<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) -> usize {
        let ids: HashSet<&str> = ids.into_iter().collect();
        let before = self.entries.len();
        self.entries
            .retain(|entry| !ids.contains(entry.clarification.id.as_str()));
        let removed = before - self.entries.len();
        if removed > 0 {
            self.rebuild();
        }
        removed
    }

    /// The claim with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Clarification> {
        let at = self
            .entries
            .binary_search_by(|entry| entry.clarification.id.as_str().cmp(id))
            .ok()?;
        self.entries.get(at).map(|entry| &entry.clarification)
    }

    /// All claims, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Clarification> {
        self.entries.iter().map(|entry| &entry.clarification)
    }

    /// Number of claims.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no claims.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The `k` claims that share most wording with `text`, best first, ties by
    /// id; fewer if fewer share any.
    #[must_use]
    pub fn matches(&self, text: &str, k: usize) -> Vec<Match> {
        let units = units(text);
        let terms = count(&units);
        let query: Row = terms
            .iter()
            .filter_map(|&(term, times)| Some((*self.vocabulary.get(&term)?, times)))
            .collect();
        let row = |claim: usize| self.entries.get(claim).map(|entry| &entry.row);
        self.postings
            .search(&query, k.min(self.len()), &self.fields, row)
            .into_iter()
            .filter_map(|(claim, score)| {
                let clarification = &self.entries.get(claim)?.clarification;
                let claim = super::terms::units(&clarification.claim);
                Some(Match {
                    id: clarification.id.clone(),
                    score,
                    spans: shared(&units, &count(&claim)),
                    claim_spans: shared(&claim, &terms),
                })
            })
            .collect()
    }

    fn number(&mut self, term: Term) -> u32 {
        let next = self.fields.len() as u32;
        let number = *self.vocabulary.entry(term).or_insert(next);
        if number == next {
            self.fields.push(term.field);
        }
        number
    }

    fn rebuild(&mut self) {
        let rows = self.entries.iter().map(|entry| &entry.row);
        self.postings = Postings::build(rows, &self.fields);
        // Terms that only removed claims held must not pile up.
        if self.fields.len() > 2 * self.postings.live() {
            self.forget();
        }
    }

    /// Numbers the terms anew, without those no claim holds.
    fn forget(&mut self) {
        let mut old: Vec<Option<Term>> = vec![None; self.fields.len()];
        for (&term, &number) in &self.vocabulary {
            if let Some(place) = old.get_mut(number as usize) {
                *place = Some(term);
            }
        }
        self.vocabulary.clear();
        self.fields.clear();
        let mut entries = std::mem::take(&mut self.entries);
        for (number, _) in entries.iter_mut().flat_map(|entry| &mut entry.row) {
            if let Some(&Some(term)) = old.get(*number as usize) {
                *number = self.number(term);
            }
        }
        self.entries = entries;
        let rows = self.entries.iter().map(|entry| &entry.row);
        self.postings = Postings::build(rows, &self.fields);
    }
}
