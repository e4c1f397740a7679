//! Affixes of everyday speech: *ngelihat*, *nulis*, *nyari*, *beliin*, the
//! vowel of Jakarta in *denger* and *ditemenin* (J. N. Sneddon, *Colloquial
//! Jakartan Indonesian*, 2006).
//!
//! The treebanks hold next to none of them, so nothing is weighed: they are
//! taken off only where a root in use is left of a word that is otherwise not
//! known. The more a prefix or suffix could be part of a word, the better known
//! its root has to be.

use std::cell::LazyCell;

use super::analysis::{Analysis, Evidence};
use crate::text::chars::is_vowel;
use crate::text::lexicon::closed::ENCLITICS;
use crate::text::lexicon::{Count, Cut, Entry, Hash, Texts, look_up};
use crate::text::slang::standard;

/// What stands in front of a root; the bare nasals before a vowel only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    None,
    Di,
    Ke,
    Nge,
    Ng,
    Ny,
    N,
    M,
}

impl Prefix {
    /// Those that a word may have, by its first letter. All but nasals come with
    /// *-in* or the vowel only.
    fn of(word: &[u8]) -> &'static [Self] {
        let is_marked = matches!(word, [.., b'i', b'n']) || last_e(word).is_some();
        match word.first() {
            Some(b'n') => &[Self::None, Self::Nge, Self::Ng, Self::Ny, Self::N],
            Some(b'm') => &[Self::None, Self::M],
            _ if !is_marked => &[],
            Some(b'd') => &[Self::None, Self::Di],
            Some(b'k') => &[Self::None, Self::Ke],
            _ => &[Self::None],
        }
    }

    /// A word without it.
    fn taken_off(self, word: &[u8]) -> Option<&[u8]> {
        match (self, word) {
            (Self::None, root)
            | (Self::Di, [b'd', b'i', root @ ..])
            | (Self::Ke, [b'k', b'e', root @ ..])
            | (Self::Nge, [b'n', b'g', b'e', root @ ..])
            | (Self::Ng, [b'n', b'g', root @ ..])
            | (Self::Ny, [b'n', b'y', root @ ..])
            | (Self::N, [b'n', root @ ..])
            | (Self::M, [b'm', root @ ..]) => Some(root),
            _ => None,
        }
    }

    fn len(self) -> usize {
        match self {
            Self::None => 0,
            Self::N | Self::M => 1,
            Self::Di | Self::Ke | Self::Ng | Self::Ny => 2,
            Self::Nge => 3,
        }
    }

    /// The first letter of the root, where the prefix has swallowed it.
    fn swallows(self) -> &'static [Option<u8>] {
        match self {
            Self::None | Self::Di | Self::Ke | Self::Nge => &[None],
            Self::Ng => &[None, Some(b'k'), Some(b'h')],
            Self::Ny => &[Some(b's'), Some(b'c')],
            Self::N => &[Some(b't')],
            Self::M => &[Some(b'p')],
        }
    }

    fn is_bare_nasal(self) -> bool {
        matches!(self, Self::Ng | Self::Ny | Self::N | Self::M)
    }

    /// -kan, -an and -i go with nasals only.
    fn suffixes(self) -> &'static [Suffix] {
        const ALL: [Suffix; 5] = [Suffix::None, Suffix::In, Suffix::Kan, Suffix::An, Suffix::I];
        match self {
            Self::None | Self::Di | Self::Ke => &ALL[..2],
            _ => &ALL,
        }
    }
}

/// What stands behind a root; -in is -kan and -i.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suffix {
    None,
    In,
    Kan,
    An,
    I,
}

impl Suffix {
    /// A word without it.
    fn taken_off(self, word: &[u8]) -> Option<&[u8]> {
        match (self, word) {
            (Self::None, root)
            | (Self::In, [root @ .., b'i', b'n'])
            | (Self::Kan, [root @ .., b'k', b'a', b'n'])
            | (Self::An, [root @ .., b'a', b'n'])
            | (Self::I, [root @ .., b'i']) => Some(root),
            _ => None,
        }
    }

    fn len(self) -> usize {
        match self {
            Self::None => 0,
            Self::I => 1,
            Self::In | Self::An => 2,
            Self::Kan => 3,
        }
    }
}

/// Whether a word may have such an affix or vowel, or a proclitic: most words have not.
pub(super) fn is_possible(word: &[u8]) -> bool {
    matches!(
        word,
        [b'n' | b'm' | b'k', ..]
            | [.., b'i', b'n']
            | [.., b'e', _]
            | [.., b'e', b'n', b'g']
            | [.., b'n', b'y', b'a']
    )
}

/// `ngedukungnya`: the treebanks' rules see no host in it.
pub(super) fn before_clitic(word: &[u8]) -> Option<Analysis> {
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
pub(super) fn affixed(word: &[u8], entry: Option<Entry>) -> Option<Analysis> {
    let is_root = entry.is_some_and(Entry::is_root);
    let is_slang = LazyCell::new(|| is_slang(word, entry));
    let is_unknown = entry.is_none_or(Entry::is_seen_only);
    let mut best: Option<(Use, Analysis)> = None;
    for &prefix in Prefix::of(word) {
        let Some(rest) = prefix.taken_off(word) else {
            continue;
        };
        if prefix.is_bare_nasal() && !rest.first().is_some_and(is_vowel) {
            continue;
        }
        for &suffix in prefix.suffixes() {
            let Some(root) = suffix.taken_off(rest) else {
                continue;
            };
            let vowels = [None].into_iter().chain(last_e(root).map(Some));
            let both = |&recoded| vowels.clone().map(move |lowered| (recoded, lowered));
            for (recoded, lowered) in prefix.swallows().iter().flat_map(both) {
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
                        (known, lowered.is_none()) > (other, !analysis.lowered)
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
    prefix: Prefix,
    suffix: Suffix,
    recoded: Option<u8>,
    /// Where the *e* of the root stands that is an *a*.
    lowered: Option<usize>,
}

impl Affixes {
    /// Whether words of other languages may look so: `later`, `mortal`.
    fn need_slang(&self) -> bool {
        self.suffix == Suffix::None && matches!(self.prefix, Prefix::None | Prefix::M)
    }

    /// What a root must be for them to be taken off.
    fn least(&self, root: &[u8]) -> Use {
        use Prefix::{Di, Ke, Ng, Nge, None, Ny};

        let length = root.len() + usize::from(self.recoded.is_some());
        let open = root.last().is_some_and(is_vowel);
        let is_nge = self.prefix == Nge && !root.first().is_some_and(is_vowel);
        let is_changed = self.lowered.is_some() || self.recoded == Some(b'h');
        match (self.prefix, self.suffix) {
            _ if length < 3 => Use::Never,
            // `ngamen` is no *aman*, `ngak` no *hak*.
            _ if is_changed && length < 5 => Use::Never,
            (None | Di | Ke, Suffix::None) if self.lowered.is_none() => Use::Never,
            (None, Suffix::None) => Use::Everyday,
            (Di | Ke, Suffix::None) => Use::Common,
            (Ke, _) => Use::Never,
            // `doain`, but not `lain`.
            (None | Di, _) if length == 3 && !open => Use::Never,
            (None, _) => Use::Common,
            (_, Suffix::Kan | Suffix::An | Suffix::I) => Use::Everyday,
            _ if is_changed => Use::Common,
            // Next to no other words begin so, or begin and end so.
            (Di | Ng | Ny, _) if length >= 5 => Use::Listed,
            _ if is_nge && length >= 4 => Use::Listed,
            _ if is_nge || self.prefix == Di || length >= 5 => Use::Seen,
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
        for (index, &letter) in root.iter().enumerate() {
            spelt.push(if Some(index) == self.lowered {
                b'a'
            } else {
                letter
            });
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
            lowered: self.lowered.is_some(),
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
