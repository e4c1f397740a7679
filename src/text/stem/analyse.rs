//! The analysis of one word: what is known of it, its affixes by weight of evidence,
//! and where these find nothing, affixes of everyday speech.

use super::affix::{LONGEST, is_ill_formed, weigh_affixes};
use super::analysis::{Analysis, Evidence};
use super::colloquial::{affixed, before_clitic, is_possible};
use crate::text::lexicon::{Entry, hash, known_cut, look_up};

/// Proclitics: *I*, *you*.
const PROCLITICS: [&[u8]; 2] = [b"kau", b"ku"];

/// The analysis of a word of `a`-`z`.
pub(super) fn analyse(word: &[u8]) -> Analysis {
    if word.len() < 2 || word.len() > LONGEST {
        return Analysis::WHOLE;
    }
    // Most words of a text.
    if let Some(cut) = hash(word).and_then(known_cut) {
        return Analysis::of_form(cut);
    }
    let best = weigh_affixes(word);
    match best.evidence {
        Evidence::None | Evidence::Listed => colloquial(word).unwrap_or(best),
        Evidence::Used if is_ill_formed(word, &best.cut) => colloquial(word).unwrap_or(best),
        Evidence::Used | Evidence::Form => best,
    }
}

/// The analysis of a word that has an affix or the vowel of everyday speech, or a
/// proclitic.
fn colloquial(word: &[u8]) -> Option<Analysis> {
    if !is_possible(word) {
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

/// `kubeli`: taken off only where a root in use is left.
fn proclitic(word: &[u8]) -> Option<Analysis> {
    PROCLITICS.iter().find_map(|prefix| {
        let rest = word.strip_prefix(*prefix).filter(|rest| rest.len() >= 4)?;
        let analysis = analyse(rest);
        (analysis.evidence >= Evidence::Used).then(|| analysis.within(prefix.len(), 0))
    })
}
