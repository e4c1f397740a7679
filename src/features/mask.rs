//! Names that no feature may carry.
//!
//! A detector that learned a candidate, a party, a region or a faith is a
//! partisan. The list is `names.tsv`, read when the first detector is made, in half
//! a millisecond; the file explains its columns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{LazyLock, OnceLock};

use sha2::{Digest, Sha256};

use crate::features::class::NameClass;
use crate::features::hash;
use crate::features::list::{Behind, Entry, LIST, is_slipped, lines, parse, word_hash};
use crate::features::near::Meant;
use crate::features::shortened::Shortened;
use crate::features::slips::{Slips, polynomial, shortenings};
use crate::text::{WalkedWord, is_listed, is_root, stem};

/// SHA-256 of the list of names this build masks, which a model was trained
/// with.
pub static NAMES_SHA256: LazyLock<String> =
    LazyLock::new(|| crate::hex::hex(&Sha256::digest(LIST.as_bytes())));

/// A name at the front of a word, or one that is the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) class: NameClass,
    /// Bytes of the word that the name takes; the rest is a clitic, or what a
    /// hashtag joins to it.
    pub(crate) length: usize,
}

/// What becomes of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Treatment {
    /// It is read, whatever is around it.
    Read,
    /// It is masked, whatever is around it.
    Masked(NameClass),
    /// Its neighbours decide.
    Open(Conditions),
    /// So they do, but where a look at the word before is enough to see that it is
    /// no name by itself, it is part of one of this class if one follows.
    Opens(NameClass, Conditions),
}

/// When a look at the word before is enough to see that a word is no name: when
/// none of these bits is among [`Context::bits`].
///
/// Bits rather than fields, as one look at them all has no branch that a
/// processor would have to foretell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Conditions(pub(crate) u32);

impl Conditions {
    /// It may always be a name: this is among the bits of every context.
    pub(crate) const NEVER: u32 = 1 << 17;
    /// Not if the word before is masked. Below it is a bit for each value that
    /// the top of its hash must not have.
    const AFTER_NAME: u32 = 1 << 16;
    /// How many bits there are.
    pub(crate) const BITS: u32 = 18;

    /// Whether a word behind what has these [`Context::bits`] is certainly no
    /// name.
    #[cfg(any(test, feature = "train"))]
    #[inline]
    pub(crate) fn rule_out(self, before: u32) -> bool {
        self.0 & before == 0
    }

    fn add(&mut self, entry: &Entry, behind: &[Behind]) {
        if entry.always {
            self.0 |= Self::NEVER;
        }
        if entry.after_name {
            self.0 |= Self::AFTER_NAME;
        }
        for behind in behind.iter().filter(|behind| !behind.but) {
            self.0 |= Self::word(behind.word);
        }
    }

    #[inline]
    fn word(hash: u64) -> u32 {
        1 << (hash >> 60)
    }
}

/// The word before, as the conditions of the list see it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    pub(crate) word: Option<u64>,
    /// The word before that one if both are of one name, else 0.
    pub(crate) first: u64,
    pub(crate) masked: bool,
}

impl Context {
    /// A name of one word.
    pub(crate) fn name(word: u64) -> Self {
        Self {
            word: Some(word),
            first: 0,
            masked: true,
        }
    }

    /// [`Context::bits`] behind a word that is read and is not the stand-in of
    /// names.
    #[inline(always)]
    pub(crate) fn bits_behind(word: u64) -> u32 {
        Conditions::NEVER | Conditions::word(word)
    }

    /// What [`Conditions::rule_out`] sees of it.
    #[inline(always)]
    pub(crate) fn bits(self) -> u32 {
        let word = self.word.map_or(0, Conditions::word);
        let masked = u32::from(self.masked) * Conditions::AFTER_NAME;
        Conditions::NEVER | masked | word
    }
}

/// Keys are hashes already.
#[derive(Debug, Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

pub(super) type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

/// The one word that is passed over as if it were not there: *di Yogyakarta* in
/// small letters is a province or what happened in a town, and only a reader
/// knows which.
pub(crate) const PASSED_OVER: &[u8] = b"di";

/// The list, by word hash.
#[derive(Debug)]
pub(crate) struct Names {
    pub(super) listed: ByHash<Entry>,
    /// The words of all entries.
    behind: Vec<Behind>,
    /// What is left of a listed word if one letter, not the first, is taken out.
    /// Made when it is asked for first, as few texts have a word for it.
    pub(super) shortened: OnceLock<Shortened>,
    /// What `listed` and `shortened` hold that is near to a name.
    pub(super) slips: Slips,
}

impl Names {
    /// The list that is part of this build, read once.
    pub(crate) fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Names> = LazyLock::new(Names::read);
        &EMBEDDED
    }

    /// Reads the list. A line that is not as the file's own header says is left
    /// out; a test sees to it that there is none.
    fn read() -> Self {
        let number = LIST.bytes().filter(|&byte| byte == b'\n').count();
        let mut listed = ByHash::with_capacity_and_hasher(number, BuildHasherDefault::default());
        let mut behind = Vec::new();
        let mut slips = Slips::new();
        for line in lines() {
            let Some((name, entry)) = parse(line, &mut behind) else {
                continue;
            };
            if is_slipped(name) {
                slips.insert(polynomial(name));
                shortenings(name).for_each(|(_, left)| slips.insert(left));
            }
            listed.insert(word_hash(name), entry);
        }
        Self {
            listed,
            behind,
            shortened: OnceLock::new(),
            slips,
        }
    }

    /// The name that `word`, whose hash is `hash`, is: by itself or with a
    /// clitic (`Prabowonya`).
    #[inline]
    pub(crate) fn find(&self, word: &WalkedWord<'_>, hash: u64, before: Context) -> Option<Found> {
        self.find_as(word, self.listed(hash), before)
    }

    /// As [`Names::find`]; `entry` is what the list says of the word.
    #[inline]
    pub(super) fn find_as(
        &self,
        word: &WalkedWord<'_>,
        entry: Option<&Entry>,
        before: Context,
    ) -> Option<Found> {
        let found = |class, length| Found { class, length };
        if let Some(class) = entry.and_then(|entry| self.class_of(entry, before)) {
            return Some(found(class, word.bytes.len()));
        }
        // *Risalah* is no *Risa*.
        if let Some(stem) = without_clitic(word.bytes)
            && let stem_hash = hash::bytes(hash::WORD, stem)
            && let Some(class) = self.class(stem_hash, before)
            && !(self.is_always(stem_hash) && is_whole(word.bytes))
        {
            return Some(found(class, stem.len()));
        }
        None
    }

    /// What becomes of a word: what [`Names::find`], [`Names::slipped`] and
    /// [`opens_as`] answer in any context, if that is always the same.
    /// `meant` is the listed word that it is a slip of by [`Names::near`], else
    /// the word itself.
    pub(crate) fn treatment(&self, word: &[u8], meant: Meant) -> Treatment {
        let stem = without_clitic(word).map(|stem| hash::bytes(hash::WORD, stem));
        let stem = stem.and_then(|hash| self.listed(hash));
        let stem = stem.filter(|stem| !(stem.always && is_whole(word)));
        let entry = self.listed(meant.word);
        let has_but = |entry: &Entry| self.behind(entry).iter().any(|behind| behind.but);
        let certain = |entry: &Entry| entry.always && !has_but(entry) && meant.sure;
        match (entry, stem) {
            (None, None) => Treatment::Read,
            // The stem of a slip may be a name first, behind some words only
            // (*sagalah*, of *Saga* and near *Sagala*).
            (Some(entry), Some(_)) if certain(entry) && !meant.slip => {
                Treatment::Masked(entry.class)
            }
            (Some(entry), None) | (None, Some(entry)) if certain(entry) => {
                Treatment::Masked(entry.class)
            }
            (entry, stem) => {
                let opens = meant.slip || entry.is_some_and(|entry| entry.before_name);
                let mut conditions = Conditions(if opens { Conditions::NEVER } else { 0 });
                for entry in entry.into_iter().chain(stem) {
                    conditions.add(entry, self.behind(entry));
                }
                let is_always = |entry: &Entry| entry.always;
                match entry.filter(|entry| entry.before_name && !meant.slip) {
                    Some(entry) if !entry.always && !stem.is_some_and(is_always) => {
                        Treatment::Opens(entry.class, conditions)
                    }
                    _ => Treatment::Open(conditions),
                }
            }
        }
    }

    /// Whether a letter is the end of the name before it: `Sultan HB X`.
    pub(crate) fn ends_name(&self, letter: &str, before: Context) -> bool {
        let [letter] = *letter.as_bytes() else {
            return false;
        };
        let word = hash::bytes(hash::WORD, &[letter.to_ascii_lowercase()]);
        before.masked && self.class(word, before).is_some()
    }

    /// Whether `word` is two names joined (`pakualam`).
    pub(crate) fn is_joined(&self, word: &[u8]) -> bool {
        (3..word.len().saturating_sub(2)).any(|cut| {
            let (first, second) = word.split_at(cut);
            let first = hash::bytes(hash::WORD, first);
            let opens = self.opens(first).is_some();
            let class = self.class(first, Context::default());
            (opens || class.is_some()) && {
                let before = Context {
                    masked: class.is_some(),
                    ..Context::name(first)
                };
                self.class(hash::bytes(hash::WORD, second), before)
                    .is_some()
            }
        })
    }

    /// What the list says of a word.
    #[inline]
    pub(super) fn listed(&self, word: u64) -> Option<&Entry> {
        self.listed.get(&word)
    }

    /// Whether a word is on the list, whatever its conditions are.
    pub(crate) fn is_listed(&self, word: u64) -> bool {
        self.listed.contains_key(&word)
    }

    /// Whether a word, or what a clitic hangs on, is on the list.
    pub(crate) fn has(&self, word: &[u8]) -> bool {
        let is_listed = |word| self.is_listed(hash::bytes(hash::WORD, word));
        is_listed(word) || without_clitic(word).is_some_and(is_listed)
    }

    /// Whether a word is masked behind any name.
    pub(crate) fn goes_on(&self, word: u64) -> bool {
        let entry = self.listed.get(&word);
        entry.is_some_and(|entry| entry.always || entry.after_name)
    }

    /// Whether a word is masked wherever it stands.
    pub(crate) fn is_always(&self, word: u64) -> bool {
        self.listed.get(&word).is_some_and(|entry| entry.always)
    }

    /// The class of a word that is masked if a masked one follows.
    #[inline]
    pub(crate) fn opens(&self, hash: u64) -> Option<NameClass> {
        let entry = self.listed(hash)?;
        entry.before_name.then_some(entry.class)
    }

    /// The class of a word that is a name behind `before`.
    #[inline]
    pub(crate) fn class(&self, word: u64, before: Context) -> Option<NameClass> {
        self.class_of(self.listed(word)?, before)
    }

    /// The class of what is listed so, if it is a name behind `before`.
    #[inline]
    pub(super) fn class_of(&self, entry: &Entry, before: Context) -> Option<NameClass> {
        let mut masked = entry.always || (entry.after_name && before.masked);
        for behind in self.behind(entry) {
            if behind.holds(before) {
                if behind.but {
                    return None;
                }
                masked = true;
            }
        }
        masked.then_some(entry.class)
    }

    /// The words that decide about what is listed so.
    #[inline]
    fn behind(&self, entry: &Entry) -> &[Behind] {
        entry.behind(&self.behind)
    }
}

/// Whether a word is listed or made of a listed one (`dekati`, `pemilunya`).
pub(crate) fn is_known(word: &[u8]) -> bool {
    is_listed(word) || is_made_of(word, is_listed)
}

/// Whether a word that ends as with a clitic is a word itself.
fn is_whole(word: &[u8]) -> bool {
    !word.ends_with(b"nya") && is_root(word)
}

pub(super) fn is_made_of(word: &[u8], is_root: fn(&[u8]) -> bool) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| {
        let root = stem(word);
        root.len() < word.len() && is_root(root.as_bytes())
    })
}

/// What stands before a particle or a possessive pronoun, two letters at
/// least; any before `nya`, for abbreviations.
#[inline]
fn without_clitic(word: &[u8]) -> Option<&[u8]> {
    let stem = match word {
        [stem @ .., b'n', b'y', b'a'] => return (!stem.is_empty()).then_some(stem),
        [stem @ .., b'l' | b'k', b'a', b'h']
        | [stem @ .., b'p', b'u', b'n']
        | [stem @ .., b'k' | b'm', b'u'] => stem,
        _ => return None,
    };
    (stem.len() >= 2).then_some(stem)
}

/// The class of a word, or of a slip, that is masked if a masked one follows;
/// `entry` is what the list says of it. Initials are, whoever they are of
/// (`P.B.J. Habibie`).
pub(super) fn opens_as(entry: Option<&Entry>, meant: Meant, initials: bool) -> Option<NameClass> {
    let opens = entry.filter(|entry| entry.before_name || meant.slip);
    let class = opens.map(|entry| entry.class);
    class.or(initials.then_some(NameClass::Person))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = (String, Entry)> {
        lines().filter_map(|line| {
            let (word, entry) = parse(line, &mut Vec::new())?;
            Some((String::from_utf8(word.to_owned()).unwrap(), entry))
        })
    }

    /// Behind each listed word, masked and not.
    #[test]
    fn what_is_ruled_out_is_no_name() {
        let names = Names::embedded();
        let behind: Vec<Context> = names
            .listed
            .values()
            .flat_map(|entry| names.behind(entry))
            .flat_map(|behind| {
                [false, true].map(|masked| Context {
                    word: Some(behind.word),
                    first: behind.first.unwrap_or(0),
                    masked,
                })
            })
            .chain([Context::default()])
            .collect();
        let (mut open, mut opens, mut ruled_out) = (0, 0, 0);
        let words = all().map(|(word, _)| word);
        for word in words.flat_map(|word| [word.clone() + "nya", word]) {
            let hash = hash::bytes(hash::WORD, word.as_bytes());
            let treatment = names.treatment(word.as_bytes(), Meant::itself(hash));
            let (class, conditions) = match treatment {
                Treatment::Open(conditions) => (None, conditions),
                Treatment::Opens(class, conditions) => {
                    (Some(class), Conditions(conditions.0 & !Conditions::NEVER))
                }
                Treatment::Read | Treatment::Masked(_) => continue,
            };
            (open, opens) = (open + 1, opens + usize::from(class.is_some()));
            let walked = WalkedWord::plain(word.as_bytes(), false);
            for &before in behind
                .iter()
                .filter(|before| conditions.rule_out(before.bits()))
            {
                ruled_out += 1;
                assert_eq!(names.opens(hash), class, "{word}");
                assert_eq!(names.find(&walked, hash, before), None, "{word} {before:?}");
            }
        }
        // Else nothing was tried.
        assert!(
            open > 500 && opens > 100 && ruled_out > 100 * open,
            "{open} {opens} {ruled_out}"
        );
    }

    /// A slip of a name that is also another with a clitic, which only some words
    /// make one (*sagalah*), is not the same name everywhere.
    #[test]
    fn a_slip_with_a_stem_of_conditions_stays_open() {
        let names = Names::embedded();
        let mut tried = 0;
        for (name, entry) in all() {
            for clitic in ["nya", "lah", "kah", "pun", "ku", "mu"] {
                let word = name.clone() + clitic;
                let hash = hash::bytes(hash::WORD, word.as_bytes());
                if !entry.always
                    && without_clitic(word.as_bytes()) == Some(name.as_bytes())
                    && names.listed(hash).is_none()
                    && let Some(slip) = names.near(word.as_bytes())
                {
                    let treatment = names.treatment(word.as_bytes(), slip);
                    assert!(!matches!(treatment, Treatment::Masked(_)), "{word}");
                    tried += 1;
                }
            }
        }
        assert!(tried > 0);
    }

    #[test]
    fn every_line_is_read() {
        let lines: Vec<&str> = LIST
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .collect();
        for line in &lines {
            assert!(
                parse(line.as_bytes(), &mut Vec::new()).is_some(),
                "{line:?}"
            );
        }
        assert_eq!(
            Names::embedded().listed.len(),
            lines.len(),
            "a word stands twice"
        );
    }
}
