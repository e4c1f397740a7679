//! Whether a text says that a claim holds, that it does not, or asks.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::claims::same::{FUNCTION, Side};
use crate::claims::wording::*;
use crate::named::{read_by_name, shown_by_name};
use crate::text::{Standard, standard};

/// What a text that repeats a claim does with it, judged by the words around those that
/// both share.
///
/// This reads wording and understands nothing: a text that puts *hoaks* in front of a
/// lie counts as denying it. Most rules look only at what stands directly before or
/// behind the clause that shares most words with the claim; what is worded otherwise
/// counts as asserting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stance {
    /// Asserts it; so does every text in which nothing speaks for the other two, and every
    /// text that adds no word to the claim.
    Asserts,
    /// Denies it, in one of three ways: the shared words are negated (*mana ada* counts,
    /// too) in the text but not in the claim, or the other way round; the text has a word
    /// of refutation that the claim lacks (anywhere *hoaks* or *gak bener*, but not *dikira
    /// hoaks, ternyata …*; at the claim *tidak ada bukti …*, *… itu bohong*, *… buatan AI* or
    /// *awas penipuan! …*); or it warns of the claim as hearsay (*jangan percaya kabar …*, *stop
    /// sebar isu …*).
    Denies,
    /// Asks whether it is true, only supposes it (*if*), or pleads to check it (*mohon
    /// klarifikasi*, *tolong dicek*). The question may also stand directly in front of the
    /// shared words or behind them (*bener gak?*, *hoaks atau fakta?*). Who asks why it is
    /// so says that it is.
    Asks,
}

impl Stance {
    /// All stances.
    pub const ALL: &'static [Self] = &[Self::Asserts, Self::Denies, Self::Asks];

    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Asks => "asks",
        }
    }

    /// What `text` does with a claim that it repeats. Linear in both.
    pub(super) fn of(claim: Side<'_>, text: Side<'_>) -> Self {
        let (said, claimed) = (Words::new(text), Words::new(claim));
        // The claim's own words do not speak against it.
        let adds = |(at, word): (_, &Word<'_>)| !word.is_shared || said.is_label(at);
        let adds = said.words.iter().enumerate().any(adds);
        if adds && said.refutes() {
            Self::Denies
        } else if (adds || !claimed.asks()) && said.asks() {
            Self::Asks
        } else if said.negates() != claimed.negates() {
            Self::Denies
        } else {
            Self::Asserts
        }
    }
}

read_by_name!(Stance, "asserts, denies or asks");
shown_by_name!(Stance);

/// Words of a text and what matters of them here.
pub(super) struct Words<'a> {
    pub(super) words: Vec<Word<'a>>,
    /// Where the claim is told, if it is in more than words of grammar and hashtags.
    pub(super) told: Option<Told>,
}

/// The clauses of a sentence that tell the claim: that which shares most telling words, and
/// those that share others.
pub(super) struct Told {
    /// Where the first begins.
    first: usize,
    /// Where that with most begins.
    most: usize,
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
    pub(super) telling: usize,
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
    pub(super) fn ends_question(&self) -> bool {
        self.behind.contains('?') && !self.behind.contains('!')
    }
}

impl<'a> Words<'a> {
    fn new(side: Side<'a>) -> Self {
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
        let mut words = Self { words, told: None };
        words.told = words.told();
        words
    }

    fn told(&self) -> Option<Told> {
        let (mut most, mut clause) = (0, 0..0);
        let mut start = 0;
        for at in 0..self.words.len() {
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
        let Some(told) = &self.told else {
            return false;
        };
        let is_link = |&at: &usize| self.adds(at, HEARSAY) || self.adds(at, LINKS);
        let next = at + 1 + (at + 1..=at + 3).take_while(is_link).count();
        let is_shared = self.words.get(next).is_some_and(|word| word.is_shared);
        let end = told.last + 1;
        let is_most = || 2 * self.telling(next..end) > self.telling(told.first..end);
        is_shared && (told.first..end).contains(&next) && is_most()
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
        let is_one = |word: &Word<'_>| !word.is_shared && word.is(list);
        self.words.get(at).is_some_and(is_one)
    }

    /// Whether a clause ends behind the word at `at`.
    pub(super) fn closes(&self, at: usize) -> bool {
        let breaks = |word: &Word<'_>| word.behind.contains(BREAKS);
        self.words.get(at).is_none_or(breaks)
            || self.words.get(at + 1).is_none_or(|word| word.is_tag)
    }

    /// Whether a shared word is denied.
    fn negates(&self) -> bool {
        let mut denied = (0..self.words.len()).filter_map(|at| self.denied(at));
        denied.any(|word| word.is_shared && !word.is(NEGATIONS))
    }

    /// The word that the word at `at` denies, if it is a negation and one stands close
    /// behind.
    fn denied(&self, at: usize) -> Option<&Word<'a>> {
        // *Tidak mustahil* says that it may be.
        let is_denial = |word: &&Word<'_>| {
            word.is(NEGATIONS) || word.is(&["mustahil"]) && !self.is_denied(at, 1) || self.mocks(at)
        };
        let mut before = self.words.get(at).filter(is_denial)?;
        // Who is told of *never issued* what the claim says, whatever the verb is.
        let is_amid = |told: &Told| self.telling(told.open..at) > 0 && at < told.last;
        let is_amid = || self.told.as_ref().is_some_and(is_amid);
        // Who never stopped still does it.
        let is_free = |before: &Word<'_>, word: &Word<'_>| {
            before.written == "pernah" && is_amid() && !word.is(GOES_ON)
        };
        for word in self.words.iter().skip(at + 1).take(MOST_BETWEEN + 1) {
            if before.behind.contains(BREAKS) {
                return None;
            }
            if word.is_shared || !BETWEEN.contains(&word.written) && !is_free(before, word) {
                return Some(word);
            }
            before = word;
        }
        None
    }

    /// Whether the word at `at` opens *mana ada …*, which says that there is none.
    fn mocks(&self, at: usize) -> bool {
        let is_place = self.is_after(at, 1, &["dari", "di", "ke", "yang"]);
        self.is(at, &["mana"]) && self.is(at + 1, &["ada", "mungkin"]) && !is_place
    }

    /// Whether a negation stands `back` words in front of the one at `at`, and no mark
    /// between.
    fn is_denied(&self, at: usize, back: usize) -> bool {
        let whole = || (at - back..at).all(|at| !self.closes(at));
        self.is_after(at, back, NEGATIONS) && whole()
    }

    /// Whether it has a word of refutation that is not the claim's own, nor itself
    /// denied (*bukan hoaks*).
    fn refutes(&self) -> bool {
        let mut refutes = false;
        for at in 0..self.words.len() {
            if self.is_called_false(at) || self.warns(at) || self.answers(at) {
                refutes = true;
            } else if self.is_refutation(at) && !self.is_asked(at) && !self.is_wanted(at) {
                if self.is_denied(at, 1) || self.is_denied(at, 2) || self.is_after(at, 1, &["no"]) {
                    return false;
                }
                refutes |= !self.is_overruled(at);
            }
        }
        refutes
    }

    fn is_refutation(&self, at: usize) -> bool {
        // A lie that is told, not somebody who lies.
        let is_lie = || {
            self.is_after(at, 1, HEARSAY) || self.is(at + 1, &["bahwa", "kalau"]) && self.leads(at)
        };
        let is_one = |word: &Word<'_>| {
            REFUTATIONS.contains(&word.written) || word.written == "bohong" && is_lie()
        };
        self.words
            .get(at)
            .is_some_and(|word| !word.is_shared && is_one(word))
    }

    /// Whether the claim is said all the same behind the denial at `at`: *KPU membantah,
    /// tapi …*, but not *…, tapi masih ada yang percaya …*
    fn is_overruled(&self, at: usize) -> bool {
        let Some(told) = &self.told else {
            return false;
        };
        let is_called = (1..=2).any(|back| self.is_after(at, back, CALLED));
        if !self.is(at, DENIALS) && !is_called {
            return false;
        }
        let is_told = |&at: &usize| {
            self.words.get(at - 1).is_some_and(Word::ends)
                || at >= told.most && self.telling(at..at + 1) > 0
        };
        // *disebut hoaks, tapi …* goes on about it; *disebut hoaks, padahal …* does not.
        let contrasts = match self.is(at, DENIALS) {
            true => CONTRASTS,
            false => &["padahal", "ternyata"],
        };
        let behind = at + 1..=at + MOST_CONTRASTED;
        let between = || behind.clone().take_while(|at| !is_told(at));
        at < told.most
            && between().any(|at| self.adds(at, contrasts))
            && !between().any(|at| self.is(at, &["masih"]))
    }

    /// Whether the word at `at` is a fact-checker's label.
    fn is_label(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            let ends = word.behind.starts_with([']', ')']);
            word.is(LABELS) && (ends || at == 0 && word.behind.starts_with(':'))
        })
    }

    /// Whether the word at `at` says of something that it is not true: *tidak benar*; or of
    /// the claim: *tidak ada bukti …*, *… tidak pernah terjadi*, *… itu bohong*, *… buatan
    /// AI*, *kabar …, faktanya …*.
    fn is_called_false(&self, at: usize) -> bool {
        let after = |back, list: &[&str]| self.is_after(at, back, list);
        let is_denied = |back| self.is_denied(at, back);
        let told = self.told.as_ref();
        let said_behind =
            |words| told.is_some_and(|told| told.last + words == at && at <= told.close);
        let closes = self.closes(at);
        let is_question = || self.words.get(at).is_some_and(Word::ends_question);
        let is_led = || (0..at).any(|at| self.adds(at, HEARSAY) && self.leads(at));
        let is_charge = || (0..at).any(|at| self.adds(at, CHARGES) && self.leads(at));
        self.is_label(at)
            || self.adds(at, TRUTH) && is_denied(1)
            || self.adds(at, &["bukti"])
                && (is_denied(1) || is_denied(2) && after(1, &["ada", "ditemukan"]))
                && self.leads(at)
            || self.adds(at, &["terjadi"])
                && after(1, &["pernah"])
                && is_denied(2)
                && (said_behind(3) || said_behind(4) && after(3, COPULAS))
                && closes
            // As fact-checkers call what they label: *konten yang dimanipulasi*.
            || self.adds(at, &["dimanipulasi", "salah"])
                && after(1, &["yang"])
                && after(2, &["konteks", "konten"])
            || self.adds(at, &["salah"]) && after(1, &["faktanya"]) && closes
            || self.adds(at, &["faktanya"])
                && (said_behind(1) || told.is_some_and(|told| told.close + 1 == at))
                && !self.is(at + 1, CONFIRMS)
                && is_charge()
            || self.adds(at, &["lama"])
                && after(1, &["foto", "rekaman", "video"])
                && after(2, COPULAS)
                && said_behind(3)
                && !is_question()
            || self.adds(at, &["ai"])
                && told.is_some_and(|told| {
                    let behind = told.last + 1;
                    let is_joined = self.is(behind, COPULAS) || self.is(behind, CONTRASTS);
                    let made = behind + usize::from(is_joined);
                    self.is(made, MADE) && (made + 1..=told.close.min(made + 2)).contains(&at)
                })
                && !is_question()
            // *… itu bohong*, *kabar … bohong*. What somebody does may be wrong, too, or a lie.
            || (self.adds(at, FALSE) || self.adds(at, &["salah"]))
                && (closes || self.is(at + 1, &["belaka", "semua"]))
                && (said_behind(1) || said_behind(2) && after(1, COPULAS))
                && (self.adds(at, FALSE) && (said_behind(2) || is_led()) || is_charge())
                && !is_question()
    }

    /// Whether the word at `at` answers the claim, put as a question: *…? Tidak.*
    fn answers(&self, at: usize) -> bool {
        let (Some(told), Some(word)) = (&self.told, self.words.get(at)) else {
            return false;
        };
        let is_asked = || self.words.get(told.close).is_some_and(Word::ends_question);
        let is_last = word.ends() || at + 1 == self.words.len();
        at == told.close + 1
            && is_asked()
            && (word.is(FALSE) || word.is(&["tidak", "bukan"]) && is_last)
    }

    /// Whether the word at `at` warns of the claim: of believing it, of passing it on, or
    /// as fraud.
    fn warns(&self, at: usize) -> bool {
        if self.adds(at, FRAUD) {
            return (self.is_after(at, 1, BEWARE) || self.is(at + 1, &["alert"]))
                && (self.leads(at) || self.leads(at + 1));
        }
        let about = at + 1 + usize::from(self.is(at + 1, BY));
        if !self.is(about, HEARSAY) {
            return false;
        }
        let is_requested = || (1..=3).any(|back| self.is_after(at, back, REQUESTS));
        let forbids = || {
            self.is_after(at, 1, STOP)
                || self.is_after(at, 2, STOP)
                || self.is_denied(at, 1) && is_requested()
        };
        // What is here, also is a secret that is not to be passed on.
        let is_here = || self.is_after(at, 1, STOP) && self.is(about + 1, &["ini", "itu"]);
        self.adds(at, BELIEVE) && forbids() && (self.leads(about) || is_here())
            || self.adds(at, SPREAD) && forbids() && self.leads(about)
            || self.adds(at, &["luruskan", "meluruskan"]) && self.leads(about)
            || self.adds(at, &["abaikan"]) && (at == 0 || is_requested()) && self.leads(about)
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
