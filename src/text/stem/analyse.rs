//! The analysis of one word: what is known of it, its affixes by weight of evidence,
//! and where these find nothing, affixes of everyday speech.

use super::affix::{is_ill_formed, weigh_affixes};
use super::analysis::{Analysis, Evidence};
use super::colloquial::{affixed, before_clitic, is_possible};
use super::prefixes::Prefixes;
use crate::text::lexicon::{Entry, known_cut};

/// Proclitics: *I*, *you*.
const PROCLITICS: [&[u8]; 2] = [b"kau", b"ku"];

/// The analysis of a word of `a`-`z`.
pub(super) fn analyse(word: &[u8]) -> Analysis {
    let mut prefixes = Prefixes::new();
    match prefixes.take(word) {
        true => analyse_by(&prefixes, word),
        false => Analysis::WHOLE,
    }
}

/// The analysis of a word with these prefixes.
pub(super) fn analyse_by(prefixes: &Prefixes, word: &[u8]) -> Analysis {
    // Most words of a text.
    if let Some(cut) = known_cut(prefixes.whole()) {
        return Analysis::of_form(cut);
    }
    let best = weigh_affixes(word, prefixes);
    let colloquial = || colloquial(word, prefixes);
    match best.evidence {
        Evidence::None | Evidence::Listed => colloquial().unwrap_or(best),
        Evidence::Used if is_ill_formed(word, &best.cut) => colloquial().unwrap_or(best),
        Evidence::Used | Evidence::Form => best,
    }
}

/// The analysis of a word that has an affix or the vowel of everyday speech, or a
/// proclitic.
fn colloquial(word: &[u8], prefixes: &Prefixes) -> Option<Analysis> {
    if !is_possible(word) {
        return None;
    }
    let entry = prefixes.whole().find();
    let affixed = affixed(word, entry);
    // The root list has many of them as they are: `motong`, `denger`.
    if affixed.is_some() || entry.is_some_and(Entry::is_root) {
        return affixed;
    }
    proclitic(word).or_else(|| before_clitic(word))
}

/// `kubeli`: taken off only where a root in use is left.
fn proclitic(word: &[u8]) -> Option<Analysis> {
    PROCLITICS.iter().find_map(|prefix| {
        let rest = word.strip_prefix(*prefix).filter(|rest| rest.len() >= 4)?;
        let analysis = analyse(rest);
        (analysis.evidence >= Evidence::Used).then(|| analysis.within(prefix.len(), 0))
    })
}
