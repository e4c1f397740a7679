//! Clarifications that can be searched, and change while it runs.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::claims::clarification::inside;
use crate::claims::postings::Postings;
use crate::claims::replaced::replaces;
use crate::claims::same::{Side, is_same};
use crate::claims::terms::{Counted, Unit, Units, contains, count, shared, units};
use crate::claims::{Clarification, Outcome, Stance};
use crate::error::{Error, ErrorKind};

/// Most claims in an index.
const MOST_CLAIMS: usize = 1_000_000;
/// Most bytes in all claims of an index.
const MOST_BYTES: usize = 1 << 28;
/// From here on a text may repeat the claim; see [`Match::repeats`].
const REPEATS: f64 = 0.6;

/// A claim that shares wording with a text, and how much.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Match {
    /// The clarification's id.
    pub id: String,
    /// What came out when the claim was checked.
    pub outcome: Outcome,
    /// How much wording text and claim have in common, compared with all wording of
    /// both: more than 0, at most 1. Matches are sorted by it.
    pub score: f64,
    /// Share of the claim's wording that the text has, 0 to 1; rare words weigh
    /// more.
    pub coverage: f64,
    /// Byte spans of the words of the text that the claim has, too, in order.
    pub spans: Vec<Range<usize>>,
    /// Byte spans of the words of the claim that the text has, too, in order.
    pub claim_spans: Vec<Range<usize>>,
    /// What the text does with the claim, if it repeats it; else
    /// [`Stance::Asserts`].
    pub stance: Stance,
    #[serde(skip)]
    repeats: bool,
    #[serde(skip)]
    rewords: bool,
}

impl Match {
    /// Whether the text is taken to repeat the claim. All of this must hold:
    ///
    /// * The geometric mean of score and coverage is at least 0.6.
    /// * The text has at least two thirds of the claim's telling words, by weight: names
    ///   weigh most, words of grammar nothing.
    /// * It has at least a third of those that are not names.
    /// * If it lacks a name of the claim, it does not have another name instead; the same
    ///   goes for numbers and months.
    ///
    /// This is still about wording. One word of a name is enough, so a namesake is taken
    /// for the person who is meant, and the order of words makes no difference. A text that
    /// denies the claim repeats it, too: see [`Match::stance`].
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.repeats
    }

    /// Whether the text repeats and asserts the claim, but with other telling words
    /// between two words where the claim has words of its own: *KPU melarang warga …* for
    /// *KPU menyuruh warga …*. It may be another claim, or the same in synonyms that no
    /// list knows; a person has to compare. Words that the language does not have are
    /// taken for misspelt ones and count for nothing.
    #[must_use]
    pub fn rewords(&self) -> bool {
        self.rewords
    }
}

/// Whether so much is shared by this score and coverage that a claim may be repeated.
pub(super) fn is_alike(score: f64, coverage: f64) -> bool {
    score * coverage >= REPEATS * REPEATS
}

/// An inverted index of clarifications.
///
/// Answers depend only on the claims it holds now: not on the order in which they were
/// added, on claims that were removed, or on having been saved and loaded.
/// A search takes `&self`, so one index serves any number of threads. In memory it
/// takes some twenty times the bytes of its claims, fifty if they share no words.
#[derive(Clone, Default)]
pub struct ClaimIndex {
    /// By number; numbers of removed claims are used again.
    slots: Vec<Option<Clarification>>,
    free: Vec<u32>,
    numbers: BTreeMap<String, u32>,
    /// Bytes of all claims.
    bytes: usize,
    postings: Postings,
}

/// How much it holds, and not all of it: there may be a million claims.
impl fmt::Debug for ClaimIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClaimIndex")
            .field("len", &self.len())
            .field("bytes", &self.bytes)
            .finish_non_exhaustive()
    }
}

impl ClaimIndex {
    /// An index without claims.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds claims. A claim replaces one with the same id, in the index or among these.
    ///
    /// The time depends on the new claims and hardly on the index: besides, a few bytes are
    /// moved for each claim that shares a term with them.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Claim`] if one fails [`Clarification::check`]; the field is then
    /// prefixed with the claim's place among these, counted from 0 (`[3].id`). The same
    /// kind if the index would hold more than a million claims, or more than 2^28 bytes of
    /// text in them. The index then stays as it was.
    pub fn add(
        &mut self,
        clarifications: impl IntoIterator<Item = Clarification>,
    ) -> Result<(), Error> {
        let mut new = BTreeMap::new();
        let mut bytes = 0_usize;
        for (number, clarification) in clarifications.into_iter().enumerate() {
            let checked = clarification.check();
            checked.map_err(|error| inside(format_args!("[{number}]."), error))?;
            bytes += clarification.size();
            if let Some(earlier) = new.insert(clarification.id.clone(), clarification) {
                bytes -= earlier.size();
            }
            if new.len() > MOST_CLAIMS || bytes > MOST_BYTES {
                break;
            }
        }
        let replaced = || new.keys().filter_map(|id| self.get(id));
        let claims = self.len() + new.len() - replaced().count();
        let bytes = self.bytes + bytes - replaced().map(Clarification::size).sum::<usize>();
        if claims > MOST_CLAIMS || bytes > MOST_BYTES {
            return Err(Error::new(ErrorKind::Claim {
                field: "index".to_owned(),
                problem: format!(
                    "would hold {claims} claims of {bytes} bytes, at most {MOST_CLAIMS} and {MOST_BYTES}"
                ),
            }));
        }
        for (id, clarification) in new {
            self.take_out(&id);
            let number = self.free.pop().unwrap_or(self.slots.len() as u32);
            self.postings
                .add(number, &count(&units(&clarification.claim)));
            self.bytes += clarification.size();
            self.numbers.insert(id, number);
            match self.slots.get_mut(number as usize) {
                Some(slot) => *slot = Some(clarification),
                None => self.slots.push(Some(clarification)),
            }
        }
        Ok(())
    }

    /// Removes claims by id and returns how many of them the index had. The time is that
    /// of adding them, and for each of their terms a pass over the claims that have it.
    pub fn remove<'a>(&mut self, ids: impl IntoIterator<Item = &'a str>) -> usize {
        ids.into_iter().filter(|id| self.take_out(id)).count()
    }

    fn take_out(&mut self, id: &str) -> bool {
        let Some(number) = self.numbers.remove(id) else {
            return false;
        };
        if let Some(old) = self.slots.get_mut(number as usize).and_then(Option::take) {
            self.bytes -= old.size();
            self.postings.remove(number, &count(&units(&old.claim)));
        }
        self.free.push(number);
        true
    }

    /// The claim with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Clarification> {
        self.slot(*self.numbers.get(id)?)
    }

    fn slot(&self, number: u32) -> Option<&Clarification> {
        self.slots.get(number as usize)?.as_ref()
    }

    /// All claims, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Clarification> {
        self.numbers
            .values()
            .filter_map(|&number| self.slot(number))
    }

    /// Number of claims.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there are no claims.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The `k` claims that share most wording with `text`, best first, ties by
    /// id; fewer if fewer share any.
    ///
    /// The time is linear in the text, in the number of claims that have a rare term of
    /// it, and in the words of all matches; [`ClaimIndex::ranked`] saves the last. The best
    /// of 100,000 claims is found in some 0.6 ms.
    #[must_use]
    pub fn matches(&self, text: &str, k: usize) -> Vec<Match> {
        let asked = units(text);
        let query = count(&asked);
        self.search(&query, k)
            .map(|found| self.compare(text, &asked, &query, found))
            .collect()
    }

    /// Those of the `k` best matches whose claim the text repeats.
    pub(crate) fn repeated(&self, text: &str, k: usize) -> Vec<Match> {
        if self.is_empty() {
            return Vec::new();
        }
        let asked = units(text);
        let query = count(&asked);
        // Most texts are like none: where the best score is too low for a repeat, so are
        // all others, whatever they cover.
        let best = self.search(&query, 1).next();
        if !best.is_some_and(|(_, score)| is_alike(score, 1.0)) {
            return Vec::new();
        }
        self.search(&query, k)
            .map(|found| self.compare(text, &asked, &query, found))
            .filter(Match::repeats)
            .collect()
    }

    /// What a text, its words and their terms have in common with a claim of this score.
    fn compare(
        &self,
        text: &str,
        asked: &Units,
        query: &[Counted],
        (clarification, score): (&Clarification, f64),
    ) -> Match {
        let claim = units(&clarification.claim);
        let terms = count(&claim);
        let has = |term| contains(query, term);
        let coverage = self.postings.coverage(&terms, self.len(), has);
        let said = Side {
            text,
            units: asked,
            other: &terms,
        };
        let claimed = Side {
            text: &clarification.claim,
            units: &claim,
            other: query,
        };
        let known = |unit: &Unit| self.postings.has(unit.stem);
        let stance = (is_alike(score, coverage) && is_same(claimed, said, known))
            .then(|| Stance::of(claimed, said));
        Match {
            id: clarification.id.clone(),
            outcome: clarification.outcome(),
            score,
            coverage,
            spans: shared(asked, &terms),
            claim_spans: shared(&claim, query),
            stance: stance.unwrap_or(Stance::Asserts),
            repeats: stance.is_some(),
            rewords: stance == Some(Stance::Asserts) && replaces(claimed, said),
        }
    }

    /// The claims that [`ClaimIndex::matches`] finds and their scores, without spans,
    /// coverage and stance. The more claims are asked for, the more time this saves.
    ///
    /// ```
    /// use hoaks::claims::{ClaimIndex, Clarification};
    ///
    /// let mut index = ClaimIndex::new();
    /// index.add([Clarification::new("a", "Kotak suara dari kardus", "false")])?;
    /// let (clarification, score) = index.ranked("kotak kardus", 1)[0];
    /// assert_eq!(clarification.id, "a");
    /// assert_eq!(score, index.matches("kotak kardus", 1)[0].score);
    /// # Ok::<(), hoaks::Error>(())
    /// ```
    #[must_use]
    pub fn ranked(&self, text: &str, k: usize) -> Vec<(&Clarification, f64)> {
        self.search(&count(&units(text)), k).collect()
    }

    fn search(&self, query: &[Counted], k: usize) -> impl Iterator<Item = (&Clarification, f64)> {
        let id = |number| self.slot(number).map(|claim| claim.id.as_str());
        let order = |a: u32, b: u32| -> Ordering { id(a).cmp(&id(b)) };
        let k = k.min(self.len());
        self.postings
            .search(query, k, self.len(), self.slots.len(), order)
            .into_iter()
            .filter_map(|(number, score)| Some((self.slot(number)?, score)))
    }
}
