//! Names that no feature may carry.
//!
//! A detector that learned a candidate, a party, a region or a faith is a
//! partisan. The list is `names.tsv`, read once when a detector is made; the
//! file explains its columns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use sha2::{Digest, Sha256};

use crate::features::hash;
use crate::text::WalkedWord;

const LIST: &str = include_str!("names.tsv");

/// SHA-256 of the list of names this build masks, which a model was trained
/// with.
pub static NAMES_SHA256: std::sync::LazyLock<String> =
    std::sync::LazyLock::new(|| crate::model::hex(&Sha256::digest(LIST.as_bytes())));

/// What a masked name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NameClass {
    /// A candidate, an official, a cleric or any other person.
    Person,
    /// A party, a coalition or a campaign team.
    Party,
    /// A region, a town or a country.
    Place,
    /// A faith, a denomination or an organisation of one.
    Faith,
    /// An ethnic group or a camp of supporters.
    Group,
}

impl NameClass {
    /// All classes.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Party,
        Self::Place,
        Self::Faith,
        Self::Group,
    ];

    /// The class called `name`, as in the list of names.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// Lower-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Party => "party",
            Self::Place => "place",
            Self::Faith => "faith",
            Self::Group => "group",
        }
    }
}

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
    Open,
}

/// The word before, as the conditions of the list see it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    pub(crate) word: Option<u64>,
    pub(crate) class: Option<NameClass>,
}

#[derive(Debug, Clone)]
struct Entry {
    class: NameClass,
    /// Masked wherever it stands.
    always: bool,
    /// Masked behind a masked word of the same class.
    after_name: bool,
    /// Masked before a masked word.
    before_name: bool,
    /// Word hashes behind which it is masked.
    after: Box<[u64]>,
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

/// The list, by word hash.
#[derive(Debug, Clone)]
pub(crate) struct Names(HashMap<u64, Entry, BuildHasherDefault<Identity>>);

impl Names {
    /// Reads the list that is part of this build. A line that is not as the
    /// file's own header says is left out; a test sees to it that there is
    /// none.
    pub(crate) fn embedded() -> Self {
        let mut names = HashMap::default();
        for line in LIST.lines() {
            if let Some((word, entry)) = parse(line) {
                names.insert(word, entry);
            }
        }
        Self(names)
    }

    /// The name that `word`, whose hash is `hash`, is: by itself or with a
    /// clitic (`Prabowonya`).
    #[inline]
    pub(crate) fn find(&self, word: &WalkedWord<'_>, hash: u64, before: Context) -> Option<Found> {
        let found = |class, length| Found { class, length };
        if let Some(class) = self.class(hash, before) {
            return Some(found(class, word.bytes.len()));
        }
        if let Some(stem) = without_clitic(word.bytes)
            && let Some(class) = self.class(hash::bytes(hash::WORD, stem), before)
        {
            return Some(found(class, stem.len()));
        }
        None
    }

    /// What becomes of a word that is not part of a tag: what
    /// [`Names::find`] and [`Names::opens`] answer in any context, if that is
    /// always the same.
    pub(crate) fn treatment(&self, word: &[u8], hash: u64) -> Treatment {
        let stem = without_clitic(word).map(|stem| hash::bytes(hash::WORD, stem));
        let stem = stem.and_then(|hash| self.0.get(&hash));
        match (self.0.get(&hash), stem) {
            (None, None) => Treatment::Read,
            (Some(entry), _) | (None, Some(entry)) if entry.always => {
                Treatment::Masked(entry.class)
            }
            _ => Treatment::Open,
        }
    }

    /// The class of a word that is masked if a masked one follows.
    #[inline]
    pub(crate) fn opens(&self, hash: u64) -> Option<NameClass> {
        let entry = self.0.get(&hash)?;
        entry.before_name.then_some(entry.class)
    }

    #[inline]
    fn class(&self, word: u64, before: Context) -> Option<NameClass> {
        let entry = self.0.get(&word)?;
        let masked = entry.always
            || (entry.after_name && before.class == Some(entry.class))
            || before
                .word
                .is_some_and(|before| entry.after.contains(&before));
        masked.then_some(entry.class)
    }
}

/// What stands before a particle or a possessive pronoun, three letters at
/// least.
#[inline]
fn without_clitic(word: &[u8]) -> Option<&[u8]> {
    let stem = match word {
        [stem @ .., b'n', b'y', b'a']
        | [stem @ .., b'l' | b'k', b'a', b'h']
        | [stem @ .., b'p', b'u', b'n']
        | [stem @ .., b'k' | b'm', b'u'] => stem,
        _ => return None,
    };
    (stem.len() >= 3).then_some(stem)
}

fn word_hash(word: &str) -> u64 {
    // The fold drops apostrophes, and so must the list.
    let plain: Vec<u8> = word.bytes().filter(|&byte| byte != b'\'').collect();
    hash::bytes(hash::WORD, &plain)
}

fn parse(line: &str) -> Option<(u64, Entry)> {
    let mut columns = line.split('\t');
    let (word, class, context) = (columns.next()?, columns.next()?, columns.next()?);
    let mut entry = Entry {
        class: NameClass::parse(class)?,
        always: false,
        after_name: false,
        before_name: false,
        after: Box::default(),
    };
    for condition in context.split(';') {
        match condition {
            "*" => entry.always = true,
            "name" => entry.after_name = true,
            "next" => entry.before_name = true,
            _ => {
                entry.after = condition
                    .strip_prefix("after:")?
                    .split(',')
                    .map(word_hash)
                    .collect()
            }
        }
    }
    Some((word_hash(word), entry))
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
            assert!(parse(line).is_some(), "{line:?}");
        }
        assert_eq!(
            Names::embedded().0.len(),
            lines.len(),
            "a word stands twice"
        );
    }
}
