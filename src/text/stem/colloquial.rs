//! Affixes of everyday speech: *ngelihat*, *nulis*, *nyari*, *beliin*, the
//! vowel of Jakarta in *denger* and *ditemenin*, and the proclitics *ku-* and
//! *kau-*: *kubeli* (J. N. Sneddon, *Colloquial Jakartan Indonesian*, 2006).
//!
//! The treebanks hold next to none of them, so nothing is weighed: they are
//! taken off only where a root in use is left of a word that is otherwise not
//! known. The more a prefix or suffix could be part of a word, the better known
//! its root has to be.

use std::cell::LazyCell;

use super::affix::{Analysis, Evidence, analyse, without};
use crate::text::clitic::ENCLITICS;
use crate::text::lexicon::{Count, Cut, Entry, Hash, Texts, look_up};
use crate::text::slang::standard;

/// Prefixes as they are written, and the first letter of the root that each
/// swallows. The bare nasals stand before a vowel.
const PREFIXES: [(&[u8], &[Option<u8>]); 8] = [
    (b"", &[None]),
    (b"di", &[None]),
    (b"ke", &[None]),
    (b"nge", &[None]),
    (b"ng", &[None, Some(b'k'), Some(b'h')]),
    (b"ny", &[Some(b's'), Some(b'c')]),
    (b"n", &[Some(b't')]),
    (b"m", &[Some(b'p')]),
];

/// Proclitics: *I*, *you*.
const PROCLITICS: [&[u8]; 2] = [b"kau", b"ku"];

/// -in is -kan and -i; the first two go with all prefixes, the others with nasals.
const SUFFIXES: [&[u8]; 5] = [b"", b"in", b"kan", b"an", b"i"];

/// The analysis of a word of `a`-`z` that has such an affix or vowel.
pub(super) fn analyse_colloquial(word: &[u8]) -> Option<Analysis> {
    // Most words leave here.
    let may_have = matches!(
        word,
        [b'n' | b'm' | b'k', ..]
            | [.., b'i', b'n']
            | [.., b'e', _]
            | [.., b'e', b'n', b'g']
            | [.., b'n', b'y', b'a']
    );
    if !may_have {
        return None;
    }
    let entry = look_up(word);
    let affixed = affixed(word, entry);
    // The root list has many of them as they are: `motong`, `denger`.
    if affixed.is_some() || entry.is_some_and(Entry::is_root) {
        return affixed;
    }
    proclitic(word).or_else(|| before_clitic(word))
}

/// `ngedukungnya`: the treebanks' rules see no host in it.
fn before_clitic(word: &[u8]) -> Option<Analysis> {
    ENCLITICS.iter().find_map(|clitic| {
        let host = word.strip_suffix(*clitic)?;
        let analysis = affixed(host, look_up(host))?;
        Some(analysis.within(0, clitic.len()))
    })
}

/// Whether the slang view says that a word stands for another, and nothing that it
/// is used as it is.
fn is_slang(word: &[u8], entry: Option<Entry>) -> bool {
    let used = |entry: Entry| entry.is_everyday() || entry.as_common() > Count::Never;
    !entry.is_some_and(used) && std::str::from_utf8(word).is_ok_and(|word| standard(word).is_some())
}

/// The analysis that leaves the root that is best known of a word of which the
/// lexicon has `entry`.
fn affixed(word: &[u8], entry: Option<Entry>) -> Option<Analysis> {
    let is_slang = LazyCell::new(|| is_slang(word, entry));
    let is_root = entry.is_some_and(Entry::is_root);
    let is_unknown = entry.is_none_or(Entry::is_seen_only);
    let mut best: Option<(Use, Analysis)> = None;
    for (prefix, letters) in PREFIXES {
        // Most differ in the first letter.
        if prefix
            .first()
            .is_some_and(|first| word.first() != Some(first))
        {
            continue;
        }
        let Some(rest) = word.strip_prefix(prefix) else {
            continue;
        };
        if is_bare_nasal(prefix) && !rest.first().is_some_and(is_vowel) {
            continue;
        }
        let is_nasal = is_bare_nasal(prefix) || prefix == b"nge";
        let count = if is_nasal { SUFFIXES.len() } else { 2 };
        for suffix in SUFFIXES.into_iter().take(count) {
            let Some(root) = without(rest, suffix) else {
                continue;
            };
            let is_lowered = last_e(root).is_some();
            let both = |&recoded| {
                [(recoded, false), (recoded, true)]
                    .into_iter()
                    .take(1 + usize::from(is_lowered))
            };
            for (recoded, lowered) in letters.iter().flat_map(both) {
                let affixes = Affixes {
                    prefix,
                    suffix,
                    recoded,
                    lowered,
                };
                let least = affixes.least(root);
                if least != Use::Never
                    && let Some(known) = affixes.use_of(root)
                    && known >= least
                    && (!(is_root || affixes.need_slang()) || *is_slang)
                    && (known == Use::Everyday || is_unknown || *is_slang)
                {
                    // An h is left out less often: `ngebatin` is no *hebat*.
                    let known = match recoded {
                        Some(b'h') => known.min(Use::Common),
                        _ => known,
                    };
                    // Of two roots as well known, the one as it is written.
                    let is_better = best.is_none_or(|(other, analysis)| {
                        (known, !lowered) > (other, !analysis.lowered)
                    });
                    if is_better {
                        best = Some((known, affixes.analysis(known)));
                    }
                }
            }
        }
    }
    best.map(|(_, analysis)| analysis)
}

/// How well a root is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    /// A root list has it.
    Listed,
    /// Several texts do.
    Seen,
    /// The treebanks do.
    Common,
    /// Our own list of everyday roots does.
    Everyday,
    /// More than any.
    Never,
}

/// What is taken off a word, and what is put back.
#[derive(Clone, Copy)]
struct Affixes {
    prefix: &'static [u8],
    suffix: &'static [u8],
    recoded: Option<u8>,
    lowered: bool,
}

impl Affixes {
    /// Whether words of other languages may look so: `later`, `mortal`.
    fn need_slang(&self) -> bool {
        self.suffix.is_empty() && matches!(self.prefix, b"" | b"m")
    }

    /// What a root must be for them to be taken off.
    fn least(&self, root: &[u8]) -> Use {
        let length = root.len() + usize::from(self.recoded.is_some());
        let open = root.last().is_some_and(is_vowel);
        let is_nge = self.prefix == b"nge" && !root.first().is_some_and(is_vowel);
        match (self.prefix, self.suffix) {
            _ if length < 3 => Use::Never,
            // `ngamen` is no *aman*, `ngak` no *hak*.
            _ if (self.lowered || self.recoded == Some(b'h')) && length < 5 => Use::Never,
            (b"" | b"di" | b"ke", b"") if !self.lowered => Use::Never,
            (b"", b"") => Use::Everyday,
            (b"di" | b"ke", b"") => Use::Common,
            (b"ke", _) => Use::Never,
            // `doain`, but not `lain`.
            (b"" | b"di", _) if length == 3 && !open => Use::Never,
            (b"", _) => Use::Common,
            (_, b"kan" | b"an" | b"i") => Use::Everyday,
            _ if self.lowered || self.recoded == Some(b'h') => Use::Common,
            // Next to no other words begin so, or begin and end so.
            (b"di" | b"ng" | b"ny", _) if length >= 5 => Use::Listed,
            _ if is_nge && length >= 4 => Use::Listed,
            _ if is_nge || self.prefix == b"di" || length >= 5 => Use::Seen,
            _ if length == 4 => Use::Common,
            _ => Use::Everyday,
        }
    }

    /// How well the root is known of which `root` is written.
    fn use_of(&self, root: &[u8]) -> Option<Use> {
        let mut spelt = Hash::default();
        if let Some(first) = self.recoded {
            spelt.push(first);
        }
        let low = if self.lowered {
            Some(last_e(root)?)
        } else {
            None
        };
        for (index, &letter) in root.iter().enumerate() {
            spelt.push(if Some(index) == low { b'a' } else { letter });
        }
        let entry = spelt.find()?;
        if entry.is_everyday() {
            Some(Use::Everyday)
        } else if entry.is_mostly_proper() || (entry.is_name() && entry.as_common() == Count::Never)
        {
            None
        } else if entry.as_common() > Count::Never {
            Some(Use::Common)
        } else if entry.is_seen_only() || entry.in_texts() != Texts::Few {
            Some(Use::Seen)
        } else {
            entry.is_root().then_some(Use::Listed)
        }
    }

    fn analysis(&self, known: Use) -> Analysis {
        Analysis {
            cut: Cut {
                prefix: self.prefix.len(),
                suffix: self.suffix.len(),
                recoded: self.recoded,
            },
            lowered: self.lowered,
            // A name may begin and end so.
            evidence: match known {
                Use::Everyday => Evidence::Used,
                _ => Evidence::None,
            },
        }
    }
}

/// Where the *e* of the last syllable stands, if consonants stand around it: it may
/// be the *a* of `dengar`, `senang`.
fn last_e(root: &[u8]) -> Option<usize> {
    let at = match root {
        [.., b'e', b'n', b'g'] => root.len() - 3,
        [.., b'e', last] if !is_vowel(last) => root.len() - 2,
        _ => return None,
    };
    let before = root.get(at.checked_sub(1)?)?;
    (!is_vowel(before)).then_some(at)
}

fn proclitic(word: &[u8]) -> Option<Analysis> {
    PROCLITICS.iter().find_map(|prefix| {
        let rest = word.strip_prefix(*prefix).filter(|rest| rest.len() >= 4)?;
        let analysis = analyse(rest);
        (analysis.evidence >= Evidence::Used).then(|| analysis.within(prefix.len(), 0))
    })
}

/// The prefixes that need a vowel behind them.
fn is_bare_nasal(prefix: &[u8]) -> bool {
    matches!(prefix, b"ng" | b"ny" | b"n" | b"m")
}

fn is_vowel(letter: &u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
