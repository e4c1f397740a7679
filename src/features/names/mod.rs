//! Names that no feature may carry.
//!
//! A detector that learned a candidate, a party, a region or a faith is a
//! partisan. The list is `names.tsv`, read once, in half a millisecond, when something
//! first asks for it: a vectoriser, and so a detector, or a comparison of a text with a
//! claim. The file explains its columns.

pub(super) mod apart;
pub(super) mod class;
pub(super) mod context;
mod list;
pub(super) mod meant;
mod near;
pub(super) mod torn;
pub(super) mod treatment;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{LazyLock, OnceLock};

use sha2::{Digest, Sha256};

use crate::features::hash;
use crate::features::names::class::NameClass;
use crate::features::names::context::{Conditions, Context};
use crate::features::names::list::{Behind, Entry, LIST, is_slipped, lines, parse};
use crate::features::slips::shortened::Shortened;
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

/// Keys are hashes already.
#[derive(Debug, Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

/// The one word that is passed over as if it were not there: *di Yogyakarta* in
/// small letters is a province or what happened in a town, and only a reader
/// knows which.
pub(crate) const PASSED_OVER: &[u8] = b"di";

/// The list, by word hash.
#[derive(Debug)]
pub(crate) struct Names {
    entries: ByHash<Entry>,
    /// The words of all entries.
    behind: Vec<Behind>,
    /// What is left of a listed word if one letter, not the first, is taken out.
    /// Made when it is asked for first, as few texts have a word for it.
    shortened: OnceLock<Shortened>,
    /// What `entries` and `shortened` hold that is near to a name.
    slips: Slips,
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
        let mut entries = ByHash::with_capacity_and_hasher(number, BuildHasherDefault::default());
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
            entries.insert(hash::word(name), entry);
        }
        Self {
            entries,
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
    pub(in crate::features) fn find_as(
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
            && let stem_hash = hash::word(stem)
            && let Some(class) = self.class(stem_hash, before)
            && !(self.is_always(stem_hash) && is_whole(word.bytes))
        {
            return Some(found(class, stem.len()));
        }
        None
    }

    /// Whether a letter is the end of the name before it: `Sultan HB X`.
    pub(crate) fn ends_name(&self, letter: &str, before: Context) -> bool {
        let [letter] = *letter.as_bytes() else {
            return false;
        };
        let word = hash::word(&[letter.to_ascii_lowercase()]);
        before.masked && self.class(word, before).is_some()
    }

    /// Whether `word` is two names joined (`pakualam`).
    pub(crate) fn is_joined(&self, word: &[u8]) -> bool {
        (3..word.len().saturating_sub(2)).any(|cut| {
            let (first, second) = word.split_at(cut);
            let first = hash::word(first);
            let opens = self.opens(first).is_some();
            let class = self.class(first, Context::default());
            (opens || class.is_some()) && {
                let before = Context {
                    masked: class.is_some(),
                    ..Context::name(first)
                };
                self.class(hash::word(second), before).is_some()
            }
        })
    }

    /// What the list says of a word.
    #[inline]
    pub(in crate::features) fn listed(&self, word: u64) -> Option<&Entry> {
        self.entries.get(&word)
    }

    /// Whether a word is on the list, whatever its conditions are.
    pub(crate) fn is_listed(&self, word: u64) -> bool {
        self.entries.contains_key(&word)
    }

    /// Whether a word, or what a clitic hangs on, is on the list.
    pub(crate) fn has(&self, word: &[u8]) -> bool {
        let is_listed = |word| self.is_listed(hash::word(word));
        is_listed(word) || without_clitic(word).is_some_and(is_listed)
    }

    /// Whether a word is masked behind any name.
    pub(crate) fn goes_on(&self, word: u64) -> bool {
        let entry = self.listed(word);
        entry.is_some_and(|entry| entry.always || entry.after_name)
    }

    /// Whether a word is masked wherever it stands.
    pub(crate) fn is_always(&self, word: u64) -> bool {
        self.listed(word).is_some_and(|entry| entry.always)
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
    fn class_of(&self, entry: &Entry, before: Context) -> Option<NameClass> {
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

    /// When a look at the word before is enough to see that what is listed so is no
    /// name.
    fn conditions(&self, entry: &Entry) -> Conditions {
        entry.conditions(&self.behind)
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

pub(in crate::features) fn is_made_of(word: &[u8], is_root: fn(&[u8]) -> bool) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
            Names::embedded().entries.len(),
            lines.len(),
            "a word stands twice"
        );
    }
}
