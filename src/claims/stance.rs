//! Whether a text says that a claim holds, that it does not, or asks.

use serde::{Deserialize, Serialize};

use crate::claims::same::Side;
use crate::named::shown_by_name;
use crate::text::{Standard, standard};

/// What a text that repeats a claim does with it, judged by the words around those that
/// both share.
///
/// This reads wording and understands nothing: a text that puts *hoaks* in front of a
/// lie counts as denying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stance {
    /// Asserts it; so does every text in which nothing speaks for the other two.
    Asserts,
    /// Denies it, in one of three ways: the shared words are negated (*mana ada* counts,
    /// too) in the text but not in the claim, or the other way round; the text has a word
    /// of refutation that the claim lacks (*gak bener* counts, too); or it warns of hearsay
    /// (*jangan percaya kabar …*).
    Denies,
    /// Asks whether it is true, or only supposes it (*if*). The question may also stand in
    /// front of the shared words or behind them (*bener gak?*, *hoaks atau fakta?*).
    Asks,
}

impl Stance {
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
        if said.refutes() {
            Self::Denies
        } else if said.asks() {
            Self::Asks
        } else if said.negates() != claimed.negates() {
            Self::Denies
        } else {
            Self::Asserts
        }
    }
}

shown_by_name!(Stance);

/// Words of a text and what matters of them here.
struct Words<'a>(Vec<Word<'a>>);

struct Word<'a> {
    written: &'a str,
    /// What it is slang for.
    standard: Option<Standard>,
    /// The other text has it.
    is_shared: bool,
    is_tag: bool,
    /// The marks behind it and behind names that are called, up to the next word or
    /// address.
    behind: &'a str,
}

impl Word<'_> {
    /// Whether it is one of `list`, or slang for one.
    fn is(&self, list: &[&str]) -> bool {
        let has = |word: &str| list.contains(&word);
        has(self.written) || self.standard.is_some_and(|standard| has(&standard))
    }

    /// Whether a question ends behind it, and no outcry.
    fn ends_question(&self) -> bool {
        self.behind.contains('?') && !self.behind.contains('!')
    }
}

/// Deny what follows.
const NEGATIONS: [&str; 8] = [
    "tidak", "tak", "bukan", "belum", "tiada", "tidaklah", "bukanlah", "tanpa",
];

/// Stand between a negation and what it denies.
const BETWEEN: [&str; 23] = [
    "ada",
    "akan",
    "apa",
    "benar",
    "berkata",
    "bilang",
    "bisa",
    "boleh",
    "dapat",
    "itu",
    "juga",
    "lagi",
    "mau",
    "mengatakan",
    "menyatakan",
    "menyebut",
    "mungkin",
    "pernah",
    "pun",
    "satu",
    "sekali",
    "sedang",
    "yang",
];
/// Most of these in a row.
const MOST_BETWEEN: usize = 3;

/// End what a negation reaches.
const BREAKS: [char; 7] = ['.', ',', ';', ':', '!', '?', '\n'];

/// What a refutation says that something is not.
const TRUTH: [&str; 4] = ["benar", "betul", "fakta", "terbukti"];

/// Say by themselves that something is not so.
const REFUTATIONS: [&str; 23] = [
    "bantah",
    "bantahan",
    "dibantah",
    "disinformasi",
    "editan",
    "fitnah",
    "hoaks",
    "hoax",
    "hoak",
    "keliru",
    "klarifikasi",
    "membantah",
    "mengklarifikasi",
    "menepis",
    "menyangkal",
    "menyesatkan",
    "misinformasi",
    "palsu",
    "rekayasa",
    "suntingan",
    "tepis",
    "tiruan",
    "satire",
];

/// What nobody should believe: *jangan percaya kabar …*, but not *jangan percaya KPU*.
const HEARSAY: [&str; 10] = [
    "bahwa",
    "berita",
    "info",
    "informasi",
    "isu",
    "kabar",
    "kalau",
    "narasi",
    "pesan",
    "video",
];

/// Open a question that leaves open whether it is so, or a condition.
const OPENERS: [&str; 14] = [
    "apa", "apakah", "benarkah", "bener", "benar", "beneran", "betul", "betulkah", "emang",
    "emangnya", "memang", "jika", "kalau", "masa",
];

/// Ask by themselves, with a mark behind the question or without.
const WHETHER: [&str; 2] = ["benarkah", "betulkah"];

/// Make up a question that is hung on to what it asks about: *…, bener gak sih?*
const HUNG_ON: [&str; 26] = [
    "apa", "apakah", "atau", "bang", "benar", "benarkah", "beneran", "betul", "betulkah", "bukan",
    "fakta", "gan", "hoak", "hoaks", "hoax", "ini", "itu", "kah", "kak", "kan", "min", "nih",
    "sih", "tidak", "valid", "ya",
];

/// Most of these in a row, so that a text of nothing else is read in linear time.
const MOST_HUNG_ON: usize = 10;

/// Those that a question in front is about: *Ini bener gak? …*, but not *Tahu gak? …*
const ASKED: [&str; 9] = [
    "benar", "benarkah", "beneran", "betul", "betulkah", "hoak", "hoaks", "hoax", "valid",
];

impl<'a> Words<'a> {
    fn new(side: Side<'a>) -> Self {
        let mut is_shared = vec![false; side.units.words.len()];
        for unit in &side.units.units {
            if unit.is_in(side.other) {
                let words = is_shared.get_mut(unit.words.clone());
                words.unwrap_or_default().fill(true);
            }
        }
        let starts = side.units.words.iter().skip(1);
        let starts = starts.map(|word| word.span.start).chain([side.text.len()]);
        let words = side.units.words.iter().zip(starts).zip(is_shared);
        let words = words
            .map(|((word, next), is_shared)| {
                let gap = side.text.get(word.span.end..next).unwrap_or_default();
                Word {
                    written: &word.text,
                    standard: standard(&word.text),
                    is_shared,
                    is_tag: word.is_tag,
                    behind: marks(gap),
                }
            })
            .collect();
        Self(words)
    }

    /// Whether the word at `at` is one of `list`, or slang for one.
    fn is(&self, at: usize, list: &[&str]) -> bool {
        self.0.get(at).is_some_and(|word| word.is(list))
    }

    /// Whether a shared word is denied.
    fn negates(&self) -> bool {
        let mut denied = (0..self.0.len()).filter_map(|at| self.denied(at));
        denied.any(|word| word.is_shared && !word.is(&NEGATIONS))
    }

    /// The word that the word at `at` denies, if it is a negation and one stands close
    /// behind.
    fn denied(&self, at: usize) -> Option<&Word<'a>> {
        let is_denial = |word: &&Word<'_>| word.is(&NEGATIONS) || self.mocks(at);
        let mut before = self.0.get(at).filter(is_denial)?;
        for word in self.0.iter().skip(at + 1).take(MOST_BETWEEN + 1) {
            if before.behind.contains(BREAKS) {
                return None;
            }
            if word.is_shared || !BETWEEN.contains(&word.written) {
                return Some(word);
            }
            before = word;
        }
        None
    }

    /// Whether the word at `at` opens *mana ada …*, which says that there is none.
    fn mocks(&self, at: usize) -> bool {
        let is_place = at > 0 && self.is(at - 1, &["dari", "di", "ke", "yang"]);
        self.is(at, &["mana"]) && self.is(at + 1, &["ada", "mungkin"]) && !is_place
    }

    /// Whether it has a word of refutation that is not the claim's own, nor itself
    /// denied (*bukan hoaks*).
    fn refutes(&self) -> bool {
        let mut refutes = false;
        for (at, word) in self.0.iter().enumerate() {
            let denied = |back: usize| {
                let before = at.checked_sub(back).and_then(|from| self.0.get(from..at));
                let whole = |words: &[Word<'_>]| !words.iter().any(|it| it.behind.contains(BREAKS));
                before.is_some_and(|it| it.first().is_some_and(|it| it.is(&NEGATIONS)) && whole(it))
            };
            let after = |list: &[&str]| at > 0 && self.is(at - 1, list);
            let is_truth = !word.is_shared && word.is(&TRUTH);
            // A fact-checker's label.
            let is_label = word.written == "salah"
                && (word.behind.starts_with([']', ')']) || at == 0 && word.behind.starts_with(':'));
            // A lie that is told, not somebody who lies.
            let is_lie = word.written == "bohong" && after(&HEARSAY);
            let is_refutation = is_lie || REFUTATIONS.contains(&word.written);
            if is_truth && denied(1) || is_label || self.warns(at) {
                refutes = true;
            } else if !word.is_shared && is_refutation && !self.is_asked(at) {
                if denied(1) || denied(2) || after(&["no"]) {
                    return false;
                }
                refutes = true;
            }
        }
        refutes
    }

    /// Whether the word at `at` is the belief that is warned of.
    fn warns(&self, at: usize) -> bool {
        let forbids = |back| at >= back && self.is(at - back, &["jangan"]);
        self.is(at, &["percaya", "termakan"])
            && self.is(at + 1, &HEARSAY)
            && (forbids(1) || forbids(2))
    }

    /// Whether the last shared word stands in a question that leaves open whether it
    /// is so.
    fn asks(&self) -> bool {
        // Hashtags stand behind what is said.
        let is_said = |word: &Word<'_>| word.is_shared && !word.is_tag;
        let Some(last) = self.0.iter().rposition(is_said) else {
            return false;
        };
        let first = self.0.iter().position(is_said).unwrap_or(last);
        if self.is_asked_behind(last) || self.is_asked_before(first) {
            return true;
        }
        let ends = |word: &Word<'_>| word.behind.contains(['.', '!', '?', '\n']);
        let open = self.0.iter().take(last).rposition(ends);
        let open = open.map_or(0, |at| at + 1);
        if (open..last).any(|at| self.wonders(at)) {
            return true;
        }
        let mut behind = self.0.iter().enumerate().skip(last);
        let Some((close, end)) = behind.find(|(_, word)| ends(word)) else {
            return false;
        };
        if !end.ends_question() {
            return false;
        }
        let opens = |word: &Word<'_>| {
            OPENERS.contains(&word.written)
                || word.written.len() > 5 && word.written.ends_with("kah")
        };
        self.0.iter().skip(open).take(2).any(opens) || close - last <= 1
    }

    /// Whether a question opens at `at` that needs no mark: *benarkah …*, *apa benar …*
    fn wonders(&self, at: usize) -> bool {
        self.is(at, &WHETHER) || self.is(at, &["apa", "apakah"]) && self.is(at + 1, &TRUTH)
    }

    /// Whether all words behind the one at `last` are a question that is hung on, in its
    /// sentence or as one of its own.
    fn is_asked_behind(&self, last: usize) -> bool {
        let behind = self.0.iter().skip(last + 1).take(MOST_HUNG_ON);
        for word in behind.take_while(|word| word.is(&HUNG_ON)) {
            if word.behind.contains('?') || word.is(&WHETHER) {
                return !word.behind.contains('!');
            }
        }
        false
    }

    /// Whether the words in front of the one at `first` are such a question.
    fn is_asked_before(&self, first: usize) -> bool {
        let before = self.0.get(..first).unwrap_or_default();
        let mut question = before.iter().rev().take_while(|word| word.is(&HUNG_ON));
        before.last().is_some_and(Word::ends_question) && question.any(|word| word.is(&ASKED))
    }

    /// Whether the word of refutation at `at` is asked about: *hoaks atau fakta?*
    fn is_asked(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(Word::ends_question) || self.is_asked_behind(at)
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
