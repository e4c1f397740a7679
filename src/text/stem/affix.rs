//! Which affixes a lower-case word has, by weight of evidence.
//!
//! Every prefix pattern that fits the start, every suffix and every enclitic
//! that fits the end make one analysis each; the root that is left (with the
//! letter that the prefix has swallowed put back) is looked up. An analysis
//! scores the sum of a few learned weights: of its prefix, of prefix family and
//! suffix together, and of what the lexicon knows of the root. No affix at all
//! is an analysis like any other. The best one wins, the shorter root on a tie.

use super::colloquial::analyse_colloquial;
use super::weights::{
    BARE_EVERYDAY, BARE_LENGTH, BARE_LISTED, BARE_USE, CLITICS, EVERYDAY, LENGTH, PAIR, PATTERNS,
    SEEN,
};
use crate::text::closed::is_two_words;
use crate::text::lexicon::{Count, Cut, Entry, Hash, hash, known_cut};

/// A longer string of letters is no word of the language.
pub(super) const LONGEST: usize = 32;

/// Affixes and clitics go with no shorter root, whatever a list has.
const SHORTEST: usize = 3;

/// Suffixes in the order of the tables.
const SUFFIXES: [&[u8]; 4] = [b"", b"i", b"an", b"kan"];

/// What a host that a treebank or our own lists hold is worth after a clitic
/// was taken off.
const KNOWN_HOST: i16 = 330;

/// A prefix as it is written.
pub(super) struct Pattern {
    pub(super) text: &'static [u8],
    /// The first letter of the root that the prefix has swallowed.
    pub(super) recoded: Option<u8>,
    pub(super) next: Next,
    pub(super) family: Family,
    pub(super) weight: i16,
}

/// Where the patterns of each first letter start and end in [`PATTERNS`], and
/// the second letter that they share.
static GROUPS: [(usize, usize, u8); 26] = {
    let mut groups = [(0, 0, 0); 26];
    let mut at = 0;
    while at < PATTERNS.len() {
        let letter = (PATTERNS[at].text[0] - b'a') as usize;
        let second = PATTERNS[at].text[1];
        if groups[letter].1 == 0 {
            groups[letter] = (at, at, second);
        }
        assert!(groups[letter].1 == at && groups[letter].2 == second);
        at += 1;
        groups[letter].1 = at;
    }
    groups
};

/// What may follow a prefix.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Any,
    Vowel,
    Consonant,
    Liquid,
    Nasal,
    /// Neither liquid nor nasal.
    Other,
    Labial,
    Dental,
    Velar,
}

impl Next {
    fn allows(self, letter: u8) -> bool {
        match self {
            Self::Any => true,
            Self::Vowel => matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u'),
            Self::Consonant => !matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u'),
            Self::Liquid => matches!(letter, b'l' | b'r' | b'w' | b'y'),
            Self::Nasal => matches!(letter, b'm' | b'n'),
            Self::Other => !matches!(letter, b'l' | b'r' | b'w' | b'y' | b'm' | b'n'),
            Self::Labial => matches!(letter, b'b' | b'f' | b'v' | b'p' | b'm'),
            Self::Dental => matches!(letter, b'c' | b'd' | b'j' | b't' | b'z' | b's'),
            Self::Velar => {
                matches!(
                    letter,
                    b'g' | b'h' | b'k' | b'a' | b'e' | b'i' | b'o' | b'u'
                )
            }
        }
    }
}

/// Prefixes that take the same suffixes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    None,
    Me,
    Pe,
    Di,
    Ber,
    Ter,
    Ke,
    Se,
    Per,
    Stacked,
}

/// How the stem of a word is cut out of it, and what says that this is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Analysis {
    pub(super) cut: Cut,
    /// Whether the *e* of the last syllable of the stem stands for *a*.
    pub(super) lowered: bool,
    pub(super) evidence: Evidence,
}

impl Analysis {
    /// No affix.
    pub(super) const WHOLE: Self = Self {
        cut: WHOLE,
        lowered: false,
        evidence: Evidence::None,
    };

    /// The same cut out of a word with more bytes before and after.
    pub(super) fn within(mut self, before: usize, after: usize) -> Self {
        self.cut.prefix += before;
        self.cut.suffix += after;
        self
    }

    /// Whether two words have the same stem.
    pub(super) fn same_stem(&self, word: &[u8], other: &Self, other_word: &[u8]) -> bool {
        self.letters(word).eq(other.letters(other_word))
    }

    fn letters<'w>(&self, word: &'w [u8]) -> impl Iterator<Item = u8> + use<'w> {
        let end = word.len().saturating_sub(self.cut.suffix);
        let rest = word.get(self.cut.prefix..end).unwrap_or_default();
        self.cut.recoded.into_iter().chain(rest.iter().copied())
    }
}

/// The analysis of a word of `a`-`z`.
pub(super) fn analyse(word: &[u8]) -> Analysis {
    if word.len() < 2 || word.len() > LONGEST {
        return Analysis::WHOLE;
    }
    // Most words of a text.
    if let Some(cut) = hash(word).and_then(known_cut) {
        return Analysis {
            cut,
            lowered: false,
            evidence: Evidence::Form,
        };
    }
    let prefixes = Prefixes::of(word);
    let mut best = Best::new(&prefixes, word);
    best.consider_host(word.len(), 0, false);
    // Every clitic ends in one of these.
    let may_end = matches!(
        word,
        [.., b'y', b'a'] | [.., b'k' | b'm', b'u'] | [.., b'a', b'h'] | [.., b'u', b'n']
    );
    for (clitic, weight) in CLITICS.iter().filter(|_| may_end) {
        if let Some(host) = without(word, clitic)
            && (host.len() >= SHORTEST || host == b"ia")
        {
            best.consider_host(host.len(), *weight, true);
        }
    }
    let best = Analysis {
        cut: best.cut,
        lowered: false,
        evidence: best.evidence,
    };
    match best.evidence {
        Evidence::None | Evidence::Listed => analyse_colloquial(word).unwrap_or(best),
        Evidence::Used if is_ill_formed(word, &best.cut) => {
            analyse_colloquial(word).unwrap_or(best)
        }
        Evidence::Used | Evidence::Form => best,
    }
}

/// Whether *me-* would stand where it takes a nasal, so that the *m* may be that of
/// everyday speech: *megang* is *pegang*, not *gang*.
fn is_ill_formed(word: &[u8], cut: &Cut) -> bool {
    let allowed = |letter| Next::Liquid.allows(letter) || Next::Nasal.allows(letter);
    cut.prefix == 2 && matches!(word, [b'm', b'e', next, ..] if !allowed(*next))
}

/// `word` without `suffix` at its end. Most do not even end in the same letter,
/// which is seen sooner than by comparing all of them.
#[inline]
fn without<'w>(word: &'w [u8], suffix: &[u8]) -> Option<&'w [u8]> {
    let alike = suffix.is_empty() || word.last() == suffix.last();
    alike.then(|| word.strip_suffix(suffix)).flatten()
}

/// No affix.
const WHOLE: Cut = Cut {
    prefix: 0,
    suffix: 0,
    recoded: None,
};

/// What speaks for an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// The affixes only.
    None,
    /// A root list has the root.
    Listed,
    /// The root is in use.
    Used,
    /// The word itself is known, not only its root.
    Form,
}

/// Hashes of all prefixes of a word.
struct Prefixes([Hash; LONGEST + 1]);

impl Prefixes {
    fn of(word: &[u8]) -> Self {
        let mut hashes = [Hash::default(); LONGEST + 1];
        let mut hash = Hash::default();
        for (slot, &byte) in hashes.iter_mut().skip(1).zip(word) {
            hash.push(byte);
            *slot = hash;
        }
        Self(hashes)
    }

    /// Hash of `first` and the bytes from `start` to `end`.
    fn hash(&self, start: usize, end: usize, first: Option<u8>) -> Hash {
        let at = |index: usize| self.0.get(index).copied().unwrap_or_default();
        at(end).since(at(start), end.saturating_sub(start), first)
    }
}

/// The best analysis so far.
struct Best<'w> {
    prefixes: &'w Prefixes,
    word: &'w [u8],
    /// The patterns that fit the start of the word, the first `fitting` of them.
    patterns: [u8; MOST_PATTERNS],
    fitting: usize,
    /// Whether the whole word is a listed root.
    listed: bool,
    score: i16,
    root: usize,
    cut: Cut,
    evidence: Evidence,
}

/// More patterns than this never fit one word: prefixes of one prefix.
const MOST_PATTERNS: usize = 24;

impl<'w> Best<'w> {
    fn new(prefixes: &'w Prefixes, word: &'w [u8]) -> Self {
        let mut best = Self {
            prefixes,
            word,
            patterns: [0; MOST_PATTERNS],
            fitting: 0,
            listed: false,
            score: i16::MIN,
            root: usize::MAX,
            cut: WHOLE,
            evidence: Evidence::None,
        };
        let [first, second, ..] = word else {
            return best;
        };
        let group = GROUPS.get(usize::from(first.wrapping_sub(b'a')));
        let group = group.filter(|group| group.2 == *second);
        let (start, end, _) = group.copied().unwrap_or_default();
        for (index, pattern) in PATTERNS.iter().enumerate().take(end).skip(start) {
            // Most differ from the word in their last letter.
            if let Some((fitting, [next, ..])) = word.split_at_checked(pattern.text.len())
                && fitting.last() == pattern.text.last()
                && fitting.iter().zip(pattern.text).all(|(a, b)| a == b)
                && pattern.next.allows(*next)
                && let Some(slot) = best.patterns.get_mut(best.fitting)
            {
                *slot = index as u8;
                best.fitting += 1;
            }
        }
        best
    }

    /// The analyses of the first `end` bytes; what follows is a clitic.
    fn consider_host(&mut self, end: usize, clitic: i16, after: bool) {
        // Not of a root that only ends like a clitic: `bajakah`. The list has
        // many in -nya that do more than that (`katanya`), and some others.
        if after
            && (!self.listed || self.word.ends_with(b"nya") || is_two_words(self.word))
            && let Some(cut) = known_cut(self.prefixes.hash(0, end, None))
        {
            let cut = Cut {
                suffix: cut.suffix + self.word.len() - end,
                ..cut
            };
            self.take(clitic + KNOWN_HOST, end, cut, Evidence::Form);
            return;
        }
        let entry = self.prefixes.hash(0, end, None).find();
        self.listed |= !after && entry.is_some_and(Entry::is_root);
        let score = bare(entry, end, after) + clitic;
        self.take(score, end, self.cut_at(0, end, None), evidence(entry));
        let host = self.word.get(..end).unwrap_or_default();
        for (index, suffix) in SUFFIXES.iter().enumerate() {
            let Some(rest) = without(host, suffix).filter(|rest| rest.len() >= 2) else {
                continue;
            };
            if index != 0 {
                self.consider(0, rest.len(), None, Family::None, index, clitic);
            }
            for at in 0..self.fitting {
                let pattern = self.patterns.get(at).map(|&at| usize::from(at));
                let Some(pattern) = pattern.and_then(|at| PATTERNS.get(at)) else {
                    continue;
                };
                self.consider(
                    pattern.text.len(),
                    rest.len(),
                    pattern.recoded,
                    pattern.family,
                    index,
                    pattern.weight + clitic,
                );
            }
        }
    }

    /// One analysis with affixes.
    fn consider(
        &mut self,
        start: usize,
        end: usize,
        recoded: Option<u8>,
        family: Family,
        suffix: usize,
        weight: i16,
    ) {
        if start >= end {
            return;
        }
        let length = end - start + usize::from(recoded.is_some());
        if length < SHORTEST {
            return;
        }
        let entry = self.prefixes.hash(start, end, recoded).find();
        let score = weight + affixed(entry, length, family, suffix);
        self.take(
            score,
            length,
            self.cut_at(start, end, recoded),
            evidence(entry),
        );
    }

    fn take(&mut self, score: i16, root: usize, cut: Cut, evidence: Evidence) {
        if score > self.score || (score == self.score && root < self.root) {
            (self.score, self.root, self.cut, self.evidence) = (score, root, cut, evidence);
        }
    }

    fn cut_at(&self, start: usize, end: usize, recoded: Option<u8>) -> Cut {
        Cut {
            prefix: start,
            suffix: self.word.len().saturating_sub(end),
            recoded,
        }
    }
}

fn evidence(entry: Option<Entry>) -> Evidence {
    match entry {
        Some(entry) if entry.is_everyday() || entry.as_common() > Count::Never => Evidence::Used,
        Some(entry) if entry.is_root() => Evidence::Listed,
        _ => Evidence::None,
    }
}

/// Score of a word, or of a host before a clitic, without affixes.
fn bare(entry: Option<Entry>, length: usize, host: bool) -> i16 {
    let host = usize::from(host);
    let listed = entry.is_some_and(Entry::is_root);
    let everyday = entry.is_some_and(Entry::is_everyday);
    at2(&BARE_LISTED, host, usize::from(listed))
        + at2(&BARE_USE, host, use_of(entry))
        + at2(&BARE_LENGTH, host, length.clamp(2, 10) - 2)
        + if everyday {
            BARE_EVERYDAY.get(host).copied().unwrap_or_default()
        } else {
            0
        }
}

/// Score of a root and its affixes, but for the prefix's own weight.
fn affixed(entry: Option<Entry>, length: usize, family: Family, suffix: usize) -> i16 {
    let listed = usize::from(entry.is_some_and(Entry::is_root));
    let used = use_of(entry).min(TREEBANK);
    let everyday = entry.is_some_and(Entry::is_everyday);
    let pair = PAIR.get(family as usize);
    let seen = SEEN.get(family as usize);
    pair.map_or(0, |pair| at2(pair, suffix, listed))
        + seen.map_or(0, |seen| at2(seen, listed, used))
        + at2(&LENGTH, listed, length.clamp(2, 7) - 2)
        + if everyday { EVERYDAY } else { 0 }
}

/// The first class of use that treebanks speak of.
const TREEBANK: usize = 3;

/// 0 to 2: how many texts have the root; from [`TREEBANK`] on: how often
/// treebanks do.
fn use_of(entry: Option<Entry>) -> usize {
    entry.map_or(0, |entry| match entry.as_common() {
        Count::Never => entry.in_texts() as usize,
        count => TREEBANK - 1 + count as usize,
    })
}

fn at2<const N: usize, const M: usize>(table: &[[i16; N]; M], row: usize, column: usize) -> i16 {
    table
        .get(row)
        .and_then(|row| row.get(column))
        .copied()
        .unwrap_or_default()
}
