//! Names that no feature may carry.
//!
//! A detector that learned a candidate, a party, a region or a faith is a
//! partisan. The list is `names.tsv`, read once when a detector is made; the
//! file explains its columns.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use sha2::{Digest, Sha256};

use crate::features::hash;

const LIST: &str = include_str!("names.tsv");

/// SHA-256 of the list of names this build masks, which a model was trained
/// with.
pub static NAMES_SHA256: std::sync::LazyLock<String> =
    std::sync::LazyLock::new(|| crate::model::hex(&Sha256::digest(LIST.as_bytes())));

/// What a masked name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameClass {
    Person,
    Party,
    Place,
    Faith,
    Group,
}

impl NameClass {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "person" => Self::Person,
            "party" => Self::Party,
            "place" => Self::Place,
            "faith" => Self::Faith,
            "group" => Self::Group,
            _ => return None,
        })
    }

    /// Stands for the name in a pair of words.
    pub(crate) fn hash(self) -> u64 {
        // The byte 0x01 occurs in no folded word.
        hash::bytes(hash::WORD, &[1, self as u8])
    }
}

#[derive(Debug, Clone)]
struct Entry {
    class: NameClass,
    /// Masked wherever it stands.
    always: bool,
    /// Masked behind a masked word of the same class.
    after_name: bool,
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

    /// Class of the name that `word` is, given the word before it and the
    /// class that one was masked as.
    #[inline]
    pub(crate) fn find(
        &self,
        word: u64,
        before: Option<u64>,
        class_before: Option<NameClass>,
    ) -> Option<NameClass> {
        let entry = self.0.get(&word)?;
        let masked = entry.always
            || (entry.after_name && class_before == Some(entry.class))
            || before.is_some_and(|before| entry.after.contains(&before));
        masked.then_some(entry.class)
    }
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
        after: Box::default(),
    };
    for condition in context.split(';') {
        match condition {
            "*" => entry.always = true,
            "name" => entry.after_name = true,
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
