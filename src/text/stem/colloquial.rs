//! Affixes of everyday speech: *ngelihat*, *nulis*, *nyari*, *beliin*, and the
//! proclitics *ku-* and *kau-*: *kubeli*.
//!
//! The treebanks hold next to none of them, so nothing is weighed: they are
//! taken off only where an everyday root is left of a word that is otherwise
//! not known.

use super::affix::{Analysis, Evidence, analyse};
use crate::text::lexicon::{Cut, Entry, hash, is_root, look_up};

/// N- as it is written, and the first letter of the root that it swallows.
const NASALS: [(&[u8], &[Option<u8>]); 5] = [
    (b"nge", &[None]),
    (b"ng", &[None, Some(b'k')]),
    (b"ny", &[Some(b's'), Some(b'c')]),
    (b"n", &[Some(b't')]),
    (b"m", &[Some(b'p')]),
];

/// Proclitics: *I*, *you*.
const PROCLITICS: [&[u8]; 2] = [b"kau", b"ku"];

const SUFFIXES: [&[u8]; 4] = [b"", b"in", b"an", b"i"];

/// The analysis of a word of `a`-`z` that has such an affix.
pub(super) fn analyse_colloquial(word: &[u8]) -> Option<Analysis> {
    // Most words leave here.
    let may_have = matches!(word, [b'n' | b'm' | b'k', ..] | [.., b'i', b'n']);
    if !may_have || is_root(word) {
        return None;
    }
    nasal(word)
        .or_else(|| proclitic(word))
        .or_else(|| suffix(word))
}

fn nasal(word: &[u8]) -> Option<Analysis> {
    for (prefix, letters) in NASALS {
        let Some(rest) = word.strip_prefix(prefix) else {
            continue;
        };
        for suffix in SUFFIXES {
            let Some(rest) = rest.strip_suffix(suffix).filter(|rest| rest.len() >= 3) else {
                continue;
            };
            for &recoded in letters {
                // The prefix swallows a letter before a vowel, or is `nge`.
                if prefix != b"nge" && !rest.first().is_some_and(is_vowel) {
                    continue;
                }
                if is_everyday(recoded, rest) {
                    let cut = Cut {
                        prefix: prefix.len(),
                        suffix: suffix.len(),
                        recoded,
                    };
                    return Some(Analysis {
                        cut,
                        evidence: Evidence::Used,
                    });
                }
            }
        }
    }
    None
}

fn proclitic(word: &[u8]) -> Option<Analysis> {
    PROCLITICS.iter().find_map(|prefix| {
        let rest = word.strip_prefix(*prefix).filter(|rest| rest.len() >= 4)?;
        let analysis = analyse(rest);
        (analysis.evidence >= Evidence::Used).then(|| analysis.within(prefix.len(), 0))
    })
}

/// -in for -kan and -i, after di- or nothing.
fn suffix(word: &[u8]) -> Option<Analysis> {
    let host = word.strip_suffix(b"in")?;
    let prefix = if host.starts_with(b"di") { 2 } else { 0 };
    let root = host.get(prefix..).filter(|root| root.len() >= 4)?;
    is_everyday(None, root).then_some(Analysis {
        cut: Cut {
            prefix,
            suffix: 2,
            recoded: None,
        },
        evidence: Evidence::Used,
    })
}

fn is_everyday(first: Option<u8>, rest: &[u8]) -> bool {
    let entry = match first {
        None => look_up(rest),
        Some(first) => hash(rest).and_then(|whole| {
            whole
                .since(Default::default(), rest.len(), Some(first))
                .find()
        }),
    };
    entry.is_some_and(Entry::is_everyday)
}

fn is_vowel(letter: &u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}
