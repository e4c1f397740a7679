//! Affixes of everyday speech: *ngelihat*, *nulis*, *nyari*, *beliin*, the
//! vowel of Jakarta in *denger* and *ditemenin*, and the proclitics *ku-* and
//! *kau-*: *kubeli* (J. N. Sneddon, *Colloquial Jakartan Indonesian*, 2006).
//!
//! The treebanks hold next to none of them, so nothing is weighed: they are
//! taken off only where a root in use is left of a word that is otherwise not
//! known. The more a prefix or suffix could be part of a word, the better known
//! its root has to be.

use super::affix::{Analysis, Evidence, analyse};
use crate::text::lexicon::{Count, Cut, Entry, Hash, Texts, hash, look_up};
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

/// -in is -kan and -i.
const SUFFIXES: [&[u8]; 5] = [b"", b"in", b"kan", b"an", b"i"];

/// The analysis of a word of `a`-`z` that has such an affix or vowel.
pub(super) fn analyse_colloquial(word: &[u8]) -> Option<Analysis> {
    // Most words leave here.
    let may_have = matches!(
        word,
        [b'n' | b'm' | b'k', ..] | [.., b'i', b'n'] | [.., b'e', _] | [.., b'e', b'n', b'g']
    );
    if !may_have {
        return None;
    }
    let entry = look_up(word);
    // The root list has many of them as they are: `motong`, `denger`.
    let is_slang = || {
        let used = |entry: Entry| entry.is_everyday() || entry.as_common() > Count::Never;
        !entry.is_some_and(used) && std::str::from_utf8(word).is_ok_and(|w| standard(w).is_some())
    };
    if entry.is_some_and(Entry::is_root) {
        return is_slang().then(|| affixed(word, true))?;
    }
    let may_be_slang = entry.is_none_or(Entry::is_seen_only) || is_slang();
    affixed(word, may_be_slang).or_else(|| proclitic(word))
}

/// The analysis that leaves the root that is best known; an everyday one if
/// nothing else says that the word is slang.
fn affixed(word: &[u8], may_be_slang: bool) -> Option<Analysis> {
    let mut best: Option<(Use, bool, Cut)> = None;

    for (prefix, letters) in PREFIXES {
        let Some(rest) = word.strip_prefix(prefix) else {
            continue;
        };
        if is_bare_nasal(prefix) && !rest.first().is_some_and(is_vowel) {
            continue;
        }
        for suffix in SUFFIXES {
            let Some(root) = rest.strip_suffix(suffix) else {
                continue;
            };
            for &recoded in letters {
                for lowered in [false, true] {
                    let known = use_of(recoded, root, lowered);
                    let Some(known) = known.filter(|&known| {
                        (known == Use::Everyday || may_be_slang)
                            && known >= least(prefix, suffix, recoded, root, lowered)
                    }) else {
                        continue;
                    };
                    // Of two roots as well known, the one as it is written. An h is
                    // left out less often: `ngebatin` is no *hebat*.
                    let known = match recoded {
                        Some(b'h') => known.min(Use::Common),
                        _ => known,
                    };
                    if best.is_none_or(|(other, was_lowered, _)| {
                        (known, !lowered) > (other, !was_lowered)
                    }) {
                        let cut = Cut {
                            prefix: prefix.len(),
                            suffix: suffix.len(),
                            recoded,
                        };
                        best = Some((known, lowered, cut));
                    }
                }
            }
        }
    }
    let (known, lowered, cut) = best?;
    Some(Analysis {
        cut,
        lowered,
        // A name may begin and end so.
        evidence: match known {
            Use::Everyday => Evidence::Used,
            _ => Evidence::None,
        },
    })
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

/// What a root must be for these affixes to be taken off.
fn least(prefix: &[u8], suffix: &[u8], recoded: Option<u8>, root: &[u8], lowered: bool) -> Use {
    let length = root.len() + usize::from(recoded.is_some());
    let is_nasal = prefix == b"nge" || is_bare_nasal(prefix);
    match (prefix, suffix) {
        // `doain`, but not `lain`.
        _ if length < 3 || (!is_nasal && length == 3 && !root.last().is_some_and(is_vowel)) => {
            Use::Never
        }
        (b"" | b"di" | b"ke", b"kan" | b"an" | b"i") => Use::Never,
        // `ngamen` is no *aman*.
        _ if lowered && length < 5 => Use::Never,
        (b"", b"") if lowered => Use::Everyday,
        (b"di" | b"ke", b"") if lowered => Use::Common,
        (b"" | b"di" | b"ke", b"") | (b"ke", _) => Use::Never,
        (_, b"kan" | b"an" | b"i") => Use::Everyday,
        (b"", _) => Use::Common,
        _ if lowered => Use::Common,
        (b"di", _) => Use::Seen,
        // Next to no other words begin so.
        (b"nge", _) if length >= 4 && !root.first().is_some_and(is_vowel) => Use::Listed,
        _ if length >= 5 || (prefix == b"nge" && !root.first().is_some_and(is_vowel)) => Use::Seen,
        _ if length == 4 => Use::Common,
        _ => Use::Everyday,
    }
}

/// What is known of `root` behind `first`. If it is `lowered`, *a* is put for
/// the *e* of its last syllable, which a consonant closes: `denger`, `seneng`.
fn use_of(first: Option<u8>, root: &[u8], lowered: bool) -> Option<Use> {
    let mut found = Hash::default();
    if let Some(first) = first {
        found.push(first);
    }
    if lowered {
        let at = last_e(root)?;
        for (index, &letter) in root.iter().enumerate() {
            found.push(if index == at { b'a' } else { letter });
        }
    } else {
        found = hash(root)?.since(Hash::default(), root.len(), first);
    }
    let entry = found.find()?;
    if entry.is_everyday() {
        Some(Use::Everyday)
    } else if entry.is_mostly_proper() || (entry.is_name() && entry.as_common() == Count::Never) {
        None
    } else if entry.as_common() > Count::Never {
        Some(Use::Common)
    } else if entry.is_seen_only() || entry.in_texts() != Texts::Few {
        Some(Use::Seen)
    } else {
        entry.is_root().then_some(Use::Listed)
    }
}

/// Where the *e* of the last syllable stands, if consonants stand around it.
pub(super) fn last_e(root: &[u8]) -> Option<usize> {
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
