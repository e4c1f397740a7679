//! What is known of a lower-case word, answered from 16-bit fingerprints.
//!
//! Sources, all kept as fingerprints and count classes, never as words: the
//! roots of MALINDO Morph (CC BY 4.0, see `datasets/SOURCES.md`), the formal
//! side of IndoCollex (MIT), counts from two Universal Dependencies treebanks,
//! and forms that stand in several texts of the training data. `datasets/lexicon.py` builds the bytes.
//!
//! A look-up hashes the word once, reads two offsets and scans the five
//! fingerprints that its bucket holds on average: no initialisation, no
//! allocation. A word that is not listed is taken for a listed one with
//! probability 5 / 65,536, or 1 in 13,000.

use std::ops::RangeInclusive;

static DATA: &[u8] = include_bytes!("lexicon.bin");

const BUCKET_BITS: u32 = 14;
const BUCKETS: usize = 1 << BUCKET_BITS;
const STARTS: usize = 4 * (BUCKETS + 1);
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
const MIX: u64 = 0xD6E8_FEB8_6659_FD93;

/// Lengths in bytes of the words worth looking up.
const LENGTHS: RangeInclusive<usize> = 2..=32;

/// Whether a lower-case word is a known root.
///
/// Also true of many everyday names and abbreviations that the root list
/// carries in lower case; [`Entry::is_name`] says which of them it also has
/// capitalised.
pub(crate) fn is_root(word: &[u8]) -> bool {
    look_up(word).is_some_and(Entry::is_root)
}

/// What is known of a lower-case word, if it is listed.
pub(crate) fn look_up(word: &[u8]) -> Option<Entry> {
    if !LENGTHS.contains(&word.len()) {
        return None;
    }
    let mut hash = Hash::default();
    for &byte in word {
        hash.push(byte);
    }
    hash.find()
}

/// Polynomial hash of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Appends a byte.
    pub(crate) fn push(&mut self, byte: u8) {
        self.0 = self.0.wrapping_mul(BASE).wrapping_add(u64::from(byte));
    }

    /// What is known of the word hashed so far.
    pub(crate) fn find(self) -> Option<Entry> {
        let mut hash = self.0 ^ (self.0 >> 32);
        hash = hash.wrapping_mul(MIX);
        hash ^= hash >> 32;
        let bucket = (hash as usize) & (BUCKETS - 1);
        let fingerprint = ((hash >> 48) as u16).to_le_bytes();
        let (starts, entries) = DATA.split_at_checked(STARTS)?;
        let first = u32_at(starts, bucket)?;
        let end = u32_at(starts, bucket + 1)?;
        let (fingerprints, payloads) = entries.split_at_checked(entries.len() / 3 * 2)?;
        let at = fingerprints
            .get(2 * first..2 * end)?
            .chunks_exact(2)
            .position(|known| known == fingerprint)?;
        payloads.get(first + at).map(|&payload| Entry(payload))
    }
}

fn u32_at(bytes: &[u8], index: usize) -> Option<usize> {
    let bytes = bytes.get(4 * index..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes) as usize)
}

/// How often something was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Count {
    /// Not at all.
    Never,
    /// One time.
    Once,
    /// 2 to 7 times.
    Some,
    /// 8 times and more.
    Many,
}

impl Count {
    fn from_bits(bits: u8) -> Self {
        match bits & 3 {
            0 => Self::Never,
            1 => Self::Once,
            2 => Self::Some,
            _ => Self::Many,
        }
    }
}

/// What a dictionary form mostly is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A function word, or not known.
    Other,
    /// A noun.
    Noun,
    /// A verb.
    Verb,
    /// An adjective or adverb.
    Modifier,
}

/// What is known of a listed word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry(u8);

impl Entry {
    /// Listed as a root in lower case.
    pub(crate) fn is_root(self) -> bool {
        self.0 & 1 != 0
    }

    /// Listed as a root with a capital: a name or an acronym.
    pub(crate) fn is_name(self) -> bool {
        self.0 & 2 != 0
    }

    /// Listed for one reason only: it stands in lower case in several texts.
    pub(crate) fn is_seen_only(self) -> bool {
        self.0 == 0
    }

    /// How often the treebanks have it as the dictionary form of a word that
    /// is no proper name; at least once for formal words of IndoCollex.
    pub(crate) fn as_common(self) -> Count {
        Count::from_bits(self.0 >> 2)
    }

    /// How often the treebanks have the form as a proper name.
    pub(crate) fn as_proper(self) -> Count {
        Count::from_bits(self.0 >> 4)
    }

    /// The part of speech of most of those common uses.
    pub(crate) fn part(self) -> Part {
        match self.0 >> 6 {
            0 => Part::Other,
            1 => Part::Noun,
            2 => Part::Verb,
            _ => Part::Modifier,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_roots_are_known_and_derived_words_are_not() {
        for root in ["pilih", "coblos", "suara", "rakyat", "hasil", "pemilu"] {
            assert!(is_root(root.as_bytes()), "{root}");
        }
        for word in ["memilih", "pilihnya", "xqzw", "", "a"] {
            assert!(!is_root(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn evidence_of_common_and_proper_use() {
        let entry = look_up(b"orang").unwrap();
        assert_eq!((entry.as_common(), entry.part()), (Count::Many, Part::Noun));
        let entry = look_up(b"indonesia").unwrap();
        assert!(entry.is_name());
        assert_eq!(entry.as_proper(), Count::Many);
    }

    #[test]
    fn false_positives_are_rare() {
        // No word has three z in it, so every hit is a false one.
        let hits = (0..200_000u32)
            .filter(|n| look_up(format!("zzz{n:x}").as_bytes()).is_some())
            .count();
        // 5 / 65,536 of 200,000 are 15.
        assert!(hits < 40, "{hits} of 200000");
    }
}
