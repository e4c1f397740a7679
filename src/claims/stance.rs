//! Whether a text says that a claim holds, that it does not, or asks.

use serde::{Deserialize, Serialize};

use crate::claims::same::{FUNCTION, Side};
use crate::claims::wording::*;
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
    /// of refutation that the claim lacks (*gak bener* and *tidak ada bukti* count, too, but
    /// not *dikira hoaks, ternyata …*); or it warns of hearsay (*jangan percaya kabar …*,
    /// *stop sebar isu …*).
    Denies,
    /// Asks whether it is true, only supposes it (*if*), or pleads to check it (*mohon
    /// klarifikasi*, *tolong dicek*). The question may also stand in front of the shared
    /// words or behind them (*bener gak?*, *hoaks atau fakta?*). Who asks why it is so says
    /// that it is.
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
pub(super) struct Words<'a> {
    pub(super) words: Vec<Word<'a>>,
    /// How many of them are shared.
    shared: usize,
    /// The last that is.
    last: Option<usize>,
    /// The first that says that something is hearsay.
    hearsay: Option<usize>,
}

pub(super) struct Word<'a> {
    pub(super) written: &'a str,
    /// What it is slang for.
    standard: Option<Standard>,
    /// The other text has it.
    pub(super) is_shared: bool,
    /// It is, and more than a word of grammar.
    pub(super) is_telling: bool,
    pub(super) is_tag: bool,
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
    pub(super) fn ends(&self) -> bool {
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
        let words: Vec<_> = words
            .map(|((word, next), shared)| {
                let gap = side.text.get(word.span.end..next).unwrap_or_default();
                Word {
                    written: &word.text,
                    standard: standard(&word.text),
                    is_shared: shared.is_some(),
                    is_telling: shared == Some(true),
                    is_tag: word.is_tag,
                    behind: marks(gap),
                }
            })
            .collect();
        let is_hearsay = |word: &Word<'_>| !word.is_shared && word.is(HEARSAY);
        Self {
            shared: words.iter().filter(|word| word.is_shared).count(),
            last: words.iter().rposition(|word| word.is_shared),
            hearsay: words.iter().position(is_hearsay),
            words,
        }
    }

    /// Whether the word at `at` is one of `list`, or slang for one.
    pub(super) fn is(&self, at: usize, list: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is(list))
    }

    /// Whether the word at `at` is one of `list`, and not of the claim.
    pub(super) fn adds(&self, at: usize, list: &[&str]) -> bool {
        let is_one = |word: &Word<'_>| !word.is_shared && word.is(list);
        self.words.get(at).is_some_and(is_one)
    }

    /// Whether a shared word is denied.
    fn negates(&self) -> bool {
        let mut denied = (0..self.words.len()).filter_map(|at| self.denied(at));
        denied.any(|word| word.is_shared && !word.is(NEGATIONS))
    }

    /// The word that the word at `at` denies, if it is a negation and one stands close
    /// behind.
    fn denied(&self, at: usize) -> Option<&Word<'a>> {
        let is_denial = |word: &&Word<'_>| word.is(NEGATIONS) || self.mocks(at);
        let mut before = self.words.get(at).filter(is_denial)?;
        for word in self.words.iter().skip(at + 1).take(MOST_BETWEEN + 1) {
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

    /// Whether a clause ends behind the word at `at`.
    pub(super) fn closes(&self, at: usize) -> bool {
        let breaks = |word: &Word<'_>| word.behind.contains(BREAKS);
        self.words.get(at).is_some_and(breaks) || at + 1 >= self.words.len()
    }

    /// Whether a negation stands `back` words in front of the one at `at`, and no mark
    /// between.
    fn is_denied(&self, at: usize, back: usize) -> bool {
        let from = at.checked_sub(back);
        from.is_some_and(|from| self.is(from, NEGATIONS) && !(from..at).any(|at| self.closes(at)))
    }

    /// Whether it has a word of refutation that is not the claim's own, nor itself
    /// denied (*bukan hoaks*).
    fn refutes(&self) -> bool {
        let mut refutes = false;
        let mut said = 0;
        for (at, word) in self.words.iter().enumerate() {
            said += usize::from(word.is_shared);
            let after = |list: &[&str]| at > 0 && self.is(at - 1, list);
            if self.is_label(at)
                || self.warns(at)
                || self.lacks_truth(at)
                || self.is_false(at)
                || self.answers(at)
            {
                refutes = true;
                continue;
            }
            // A lie that is told, not somebody who lies.
            let is_lie = word.written == "bohong"
                && (after(HEARSAY) || self.is(at + 1, &["bahwa", "kalau"]));
            let is_refutation = is_lie || REFUTATIONS.contains(&word.written);
            if word.is_shared || !is_refutation || self.is_asked(at) || self.is_wanted(at) {
                continue;
            }
            if self.is_denied(at, 1) || self.is_denied(at, 2) || after(&["no"]) {
                return false;
            }
            // The commission that denies it may be in the claim.
            refutes |= 2 * said > self.shared - said || !self.is_contradicted(at);
        }
        refutes
    }

    /// Whether the word at `at` is a fact-checker's label.
    fn is_label(&self, at: usize) -> bool {
        let named = |list: &[&str]| {
            at >= 2 && self.is(at - 1, &["yang"]) && self.is(at - 2, list) && !self.closes(at - 1)
        };
        self.words.get(at).is_some_and(|word| {
            let ends = word.behind.starts_with([']', ')']);
            word.is(LABELS) && (ends || at == 0 && word.behind.starts_with(':'))
                // As they call what they label: *konten yang dimanipulasi*.
                || word.is(&["dimanipulasi", "salah"]) && named(&["koneksi", "konteks", "konten"])
        })
    }

    /// Whether the word at `at` is what is said not to be: *tidak benar*, *tidak ada
    /// bukti*, *tidak pernah terjadi* (but not *… sebelumnya*).
    fn lacks_truth(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| !word.is_shared) else {
            return false;
        };
        let after = |list: &[&str]| at > 0 && self.is(at - 1, list);
        word.is(TRUTH) && self.is_denied(at, 1)
            || word.is(&["bukti"])
                && (self.is_denied(at, 1) || self.is_denied(at, 2) && after(HAVING))
            || word.is(&["terjadi"])
                && after(&["pernah"])
                && self.is_denied(at, 2)
                && !self.is(at - 2, &["belum"])
                && self.closes(at)
    }

    /// Whether the word at `at` is said of the claim, as *bohong* in *isu … itu bohong*.
    fn is_false(&self, at: usize) -> bool {
        let is_wrong = self.is(at, &["salah"]);
        let is_own = self.words.get(at).is_none_or(|word| word.is_shared);
        let closes = self.closes(at) || self.is(at + 1, ALTOGETHER) && self.closes(at + 1);
        if is_own || !is_wrong && !self.is(at, FALSE) || !closes {
            return false;
        }
        let links = |list: &[&str]| at > 0 && self.is(at - 1, list);
        // What somebody does may be wrong, too.
        let is_fact = links(&["faktanya"]);
        let follows = self.last.is_some_and(|last| {
            last + 2 == at && !is_wrong || is_fact && (last + 2..=last + 3).contains(&at)
        });
        links(COPULAS) && (follows || self.hearsay.is_some_and(|hearsay| hearsay + 1 < at))
    }

    /// Whether the word at `at` answers the claim, put as a question: *…? Tidak.*
    fn answers(&self, at: usize) -> bool {
        let asked = at.checked_sub(1).and_then(|before| self.words.get(before));
        asked.is_some_and(|word| (word.is_shared || word.is(WHETHER)) && word.ends_question())
            && (self.is(at, FALSE) || self.is(at, &["tidak", "bukan"]) && self.closes(at))
    }

    /// Whether the word at `at` is the belief that is warned of, the passing on, or the
    /// fraud.
    fn warns(&self, at: usize) -> bool {
        let before = |list: &[&str], back| at >= back && self.is(at - back, list);
        if self.adds(at, FRAUD) {
            return before(BEWARE, 1) || self.is(at + 1, &["alert"]);
        }
        let about = if self.is(at + 1, BY) { at + 2 } else { at + 1 };
        if !self.is(about, HEARSAY) {
            return false;
        }
        let forbids = before(STOP, 1) || before(STOP, 2);
        // Whoever cannot believe *that* it is so says that it is.
        let doubts = || self.is_denied(at, 1) && !self.is(about, &["bahwa", "kalau"]);
        // What is a secret is not to be passed on, either.
        let is_here = || self.is(about + 1, &["ini"]);
        self.adds(at, BELIEVE) && (forbids || doubts())
            || self.adds(at, SPREAD) && (forbids || self.is_denied(at, 1)) && !is_here()
            || self.is(at, &["luruskan", "meluruskan"])
            || self.is(at, &["abaikan"])
                && (at == 0 || before(&["agar", "harap", "masyarakat", "mohon", "warga"], 1))
    }

    /// Whether the claim is said all the same behind the refutation at `at`: *KPU
    /// membantah, tapi …*, but not *…, tapi masih ada yang percaya …*
    fn is_contradicted(&self, at: usize) -> bool {
        let behind = self.words.iter().skip(at + 1).take(MOST_CONTRASTED);
        let between = || behind.clone().take_while(|word| !word.is_shared);
        between().any(|word| word.is(CONTRASTS)) && !between().any(|word| word.is(&["masih"]))
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
