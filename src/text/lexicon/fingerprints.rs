//! What is known of a lower-case word, answered from 16-bit fingerprints.
//!
//! Sources, all kept as fingerprints, flags and count classes, never as words:
//! the roots of MALINDO Morph (CC BY 4.0, see `datasets/SOURCES.md`), the formal
//! side of IndoCollex (MIT), counts from two Universal Dependencies treebanks,
//! forms of the training data by how many texts have them, and our own lists.
//! `datasets/lexicon.py` builds the bytes.
//!
//! A look-up hashes the word once, reads two offsets and scans the five
//! fingerprints that its bucket holds on average: no initialisation, no
//! allocation. A word that is not listed is taken for a listed one with
//! probability 5 / 65,536, or 1 in 13,000.

use std::ops::RangeInclusive;

/// 2^14 buckets of roots and names.
static LEXICON: Table<14> = Table(include_bytes!("lexicon.bin"));
/// 2^10 buckets of derived forms.
static FORMS: Table<10> = Table(include_bytes!("forms.bin"));

/// The letters that a prefix swallows, as forms.bin numbers them.
const RECODED: [Option<u8>; 5] = [None, Some(b'p'), Some(b't'), Some(b's'), Some(b'k')];
/// The lengths of the suffixes -, -i, -an, -kan, -nya, as it numbers them.
const SUFFIXES: [usize; 5] = [0, 1, 2, 3, 3];

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
    hash(word)?.find()
}

/// Whether a lower-case word is listed for whatever reason.
#[cfg(feature = "detector")]
pub(crate) fn is_listed(word: &[u8]) -> bool {
    look_up(word).is_some()
}

/// Whether a lower-case word is in use: a treebank counts it as no name, several
/// texts hold it, or our own lists do. Many of the listed roots are in a
/// dictionary only (*biting*, *kamasi*), or names (*habibi*).
#[cfg(feature = "detector")]
pub(crate) fn is_used(word: &[u8]) -> bool {
    look_up(word).is_some_and(Entry::is_used)
}

/// How the treebanks or our own lists cut the stem out of a lower-case word, if
/// they hold the word. A word that is its own stem gives an empty cut.
pub(crate) fn known_cut(hash: Hash) -> Option<Cut> {
    let code = usize::from(FORMS.find(hash)?);
    Some(Cut {
        prefix: code / 5 % 9,
        suffix: *SUFFIXES.get(code / 45)?,
        recoded: *RECODED.get(code % 5)?,
    })
}

/// Hash of a word whose length is worth a look-up.
pub(crate) fn hash(word: &[u8]) -> Option<Hash> {
    let mut hash = Hash::default();
    for &byte in word {
        hash.push(byte);
    }
    LENGTHS.contains(&word.len()).then_some(hash)
}

/// How a stem is cut out of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Bytes to take off the front.
    pub(crate) prefix: usize,
    /// Bytes to take off the back.
    pub(crate) suffix: usize,
    /// The first letter of the stem, where the prefix has swallowed it.
    pub(crate) recoded: Option<u8>,
}

/// Polynomial hash of a word: the hash of a part of a word follows from the
/// hashes of two of its prefixes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hash(u64);

impl Hash {
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
    const MIX: u64 = 0xD6E8_FEB8_6659_FD93;

    /// `BASE` to the power of every length up to 32.
    const POWERS: [u64; 33] = {
        let mut powers = [1; 33];
        let mut i = 1;
        while i < 33 {
            powers[i] = Self::BASE.wrapping_mul(powers[i - 1]);
            i += 1;
        }
        powers
    };

    /// Appends a byte.
    pub(crate) fn push(&mut self, byte: u8) {
        self.0 = self
            .0
            .wrapping_mul(Self::BASE)
            .wrapping_add(u64::from(byte));
    }

    /// What is known of the word hashed so far.
    pub(crate) fn find(self) -> Option<Entry> {
        LEXICON.find(self).map(Entry)
    }

    /// Of a word that continues `before` by `length` bytes to reach `self`, the
    /// hash of `first` and those bytes.
    #[must_use]
    pub(crate) fn since(self, before: Self, length: usize, first: Option<u8>) -> Self {
        let power = Self::POWERS.get(length).copied().unwrap_or_default();
        let first = first.map_or(0, u64::from);
        Self(
            self.0
                .wrapping_add(first.wrapping_sub(before.0).wrapping_mul(power)),
        )
    }

    /// All 64 bits well mixed.
    fn mixed(self) -> u64 {
        let hash = (self.0 ^ (self.0 >> 32)).wrapping_mul(Self::MIX);
        hash ^ (hash >> 32)
    }
}

/// A payload byte for each of a set of words; the format is described in
/// `datasets/lexicon.py`.
struct Table<const BITS: u32>(&'static [u8]);

impl<const BITS: u32> Table<BITS> {
    fn find(&self, hash: Hash) -> Option<u8> {
        let hash = hash.mixed();
        let buckets = 1usize << BITS;
        let bucket = (hash as usize) & (buckets - 1);
        let fingerprint = ((hash >> 48) as u16).to_le_bytes();
        let (starts, entries) = self.0.split_at_checked(4 * (buckets + 1))?;
        let first = u32_at(starts, bucket)?;
        let end = u32_at(starts, bucket + 1)?;
        let (fingerprints, payloads) = entries.split_at_checked(entries.len() / 3 * 2)?;
        let at = fingerprints
            .get(2 * first..2 * end)?
            .chunks_exact(2)
            .position(|known| known == fingerprint)?;
        payloads.get(first + at).copied()
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

/// In how many texts a root stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    /// In fewer than 3.
    Few,
    /// In 3 to 29.
    Some,
    /// In 30 and more.
    Many,
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

    /// See [`is_used`].
    #[cfg(feature = "detector")]
    pub(crate) fn is_used(self) -> bool {
        self.is_seen_only()
            || self.is_everyday()
            || self.as_common() != Count::Never
            || self.in_texts() != Texts::Few
    }

    /// How often the treebanks have it as the dictionary form of a word that
    /// is no proper name; at least once for formal words of IndoCollex.
    pub(crate) fn as_common(self) -> Count {
        match self.0 >> 2 & 3 {
            0 => Count::Never,
            1 => Count::Once,
            2 => Count::Some,
            _ => Count::Many,
        }
    }

    /// Whether the treebanks have it more often as a proper name.
    pub(crate) fn is_mostly_proper(self) -> bool {
        self.0 & 16 != 0
    }

    /// Whether it is in our own list of everyday roots.
    pub(crate) fn is_everyday(self) -> bool {
        self.0 & 32 != 0
    }

    /// In how many of the texts a root stands that the treebanks do not have.
    pub(crate) fn in_texts(self) -> Texts {
        match (self.as_common(), self.0 >> 6) {
            (Count::Never, 1) => Texts::Some,
            (Count::Never, 2..) => Texts::Many,
            _ => Texts::Few,
        }
    }

    /// The part of speech of most of the counted uses.
    pub(crate) fn part(self) -> Part {
        if self.as_common() == Count::Never {
            return Part::Other;
        }
        match self.0 >> 6 {
            0 => Part::Other,
            1 => Part::Noun,
            2 => Part::Verb,
            _ => Part::Modifier,
        }
    }
}

/// How common a word is in running text.
#[cfg(feature = "detector")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Commonness {
    /// Not counted as a common word: new, rare, or a name.
    Unknown,
    /// Counted once.
    Rare,
    /// Counted 2 to 7 times.
    Usual,
    /// Counted 8 times and more.
    Frequent,
    /// Counted 8 times and more, and neither noun, verb nor modifier.
    Function,
}

/// How often the treebanks have a stem in lower case.
#[cfg(feature = "detector")]
pub(crate) fn commonness(stem: &str) -> Commonness {
    let Some(entry) = look_up(stem.as_bytes()) else {
        return Commonness::Unknown;
    };
    match (entry.as_common(), entry.part()) {
        (Count::Never, _) => Commonness::Unknown,
        (Count::Once, _) => Commonness::Rare,
        (Count::Some, _) => Commonness::Usual,
        (Count::Many, Part::Other) => Commonness::Function,
        (Count::Many, _) => Commonness::Frequent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "detector")]
    #[test]
    fn commonness_of_words() {
        assert_eq!(commonness("yang"), Commonness::Function);
        assert_eq!(commonness("orang"), Commonness::Frequent);
        assert_eq!(commonness("xqzw"), Commonness::Unknown);
    }

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
        assert!(!entry.is_mostly_proper());
        let entry = look_up(b"indonesia").unwrap();
        assert!(entry.is_name() && entry.is_mostly_proper());
        assert!(look_up(b"pilih").unwrap().is_everyday());
    }

    #[test]
    fn cuts_of_known_forms() {
        let cut = |word: &str| known_cut(hash(word.as_bytes()).unwrap());
        let known = |prefix, suffix, recoded| {
            Some(Cut {
                prefix,
                suffix,
                recoded,
            })
        };
        assert_eq!(cut("pemilihan"), known(3, 2, Some(b'p')));
        assert_eq!(cut("pemilu"), known(0, 0, None));
        assert_eq!(cut("xqzw"), None);
    }

    #[test]
    fn hash_of_a_part_follows_from_prefixes() {
        let before = hash(b"mem").unwrap();
        let whole = hash(b"memilih").unwrap();
        assert_eq!(whole.since(before, 4, None), hash(b"ilih").unwrap());
        assert_eq!(whole.since(before, 4, Some(b'p')), hash(b"pilih").unwrap());
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
