//! Which affixes a lower-case word has, by weight of evidence.
//!
//! Every prefix pattern that fits the start, every suffix and every enclitic
//! that fits the end make one analysis each; the root that is left (with the
//! letter that the prefix has swallowed put back) is looked up. An analysis
//! scores the sum of a few learned weights: of its prefix, of prefix family and
//! suffix together, and of what the lexicon knows of the root. No affix at all
//! is an analysis like any other. The best one wins, the shorter root on a tie.

use super::analysis::{Analysis, Evidence};
use super::pattern::{Family, Next, Pattern};
use super::prefixes::Prefixes;
use super::weights::{
    BARE_EVERYDAY, BARE_LENGTH, BARE_LISTED, BARE_USE, CLITICS, EVERYDAY, LENGTH, PAIR, PATTERNS,
    SEEN,
};
use crate::text::lexicon::closed::is_two_words;
use crate::text::lexicon::{Count, Cut, Entry, known_cut};

/// Affixes and clitics go with no shorter root, whatever a list has.
const SHORTEST: usize = 3;

/// What an analysis with a suffix alone has.
const NO_PREFIX: Pattern = Pattern {
    text: b"",
    recoded: None,
    next: Next::Any,
    family: Family::None,
    weight: 0,
};

/// Suffixes in the order of the tables.
const SUFFIXES: [&[u8]; 4] = [b"", b"i", b"an", b"kan"];

/// What a host that a treebank or our own lists hold is worth after a clitic
/// was taken off.
const KNOWN_HOST: i16 = 330;

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

/// The best analysis of a word with these prefixes, which may be that it has no affix.
pub(super) fn weigh_affixes(word: &[u8], prefixes: &Prefixes) -> Analysis {
    let mut best = Best::new(prefixes, word);
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
    best.analysis
}

/// Whether *me-* would stand where it takes a nasal, so that the *m* may be that of
/// everyday speech: *megang* is *pegang*, not *gang*.
pub(super) fn is_ill_formed(word: &[u8], cut: &Cut) -> bool {
    let allowed = |letter| Next::Liquid.allows(letter) || Next::Nasal.allows(letter);
    cut.prefix == 2 && matches!(word, [b'm', b'e', next, ..] if !allowed(*next))
}

/// `word` without `suffix` at its end.
#[inline]
fn without<'w>(word: &'w [u8], suffix: &[u8]) -> Option<&'w [u8]> {
    let (rest, end) = word.split_at_checked(word.len().checked_sub(suffix.len())?)?;
    // Byte by byte and from the end: most differ in their last letter, and a call to have
    // two or three bytes compared may take three tenths of the time of a word.
    let mut pairs = end.iter().zip(suffix).rev();
    pairs.all(|(letter, other)| letter == other).then_some(rest)
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
    analysis: Analysis,
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
            analysis: Analysis::WHOLE,
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
                self.consider(&NO_PREFIX, rest.len(), index, clitic);
            }
            for at in 0..self.fitting {
                let pattern = self.patterns.get(at).map(|&at| usize::from(at));
                let Some(pattern) = pattern.and_then(|at| PATTERNS.get(at)) else {
                    continue;
                };
                self.consider(pattern, rest.len(), index, clitic);
            }
        }
    }

    /// One analysis with affixes, whose root ends at `end`.
    fn consider(&mut self, prefix: &Pattern, end: usize, suffix: usize, clitic: i16) {
        let (start, recoded) = (prefix.text.len(), prefix.recoded);
        if start >= end {
            return;
        }
        let length = end - start + usize::from(recoded.is_some());
        if length < SHORTEST {
            return;
        }
        let entry = self.prefixes.hash(start, end, recoded).find();
        let score = prefix.weight + clitic + affixed(entry, length, prefix.family, suffix);
        let cut = self.cut_at(start, end, recoded);
        self.take(score, length, cut, evidence(entry));
    }

    fn take(&mut self, score: i16, root: usize, cut: Cut, evidence: Evidence) {
        if score > self.score || (score == self.score && root < self.root) {
            (self.score, self.root) = (score, root);
            (self.analysis.cut, self.analysis.evidence) = (cut, evidence);
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
