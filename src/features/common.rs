//! Words with a slip of the finger in them, read as the common word that is meant.

use std::sync::LazyLock;

use crate::features::names::is_made_of;
use crate::features::slips::keyboard::neighbours;
use crate::features::slips::shortened::{Found, Shortened, shortenings_and_whole};
use crate::features::slips::spread;
use crate::features::slips::written::Written;
use crate::text::is_listed;

/// Words that stand in at least a hundred of the training texts and are no names,
/// most frequent first; `datasets/common.py` writes it.
const COMMON: &str = include_str!("common.txt");

/// Shortest and longest of them, in letters: nearly every word of four is near
/// another.
const LENGTHS: std::ops::RangeInclusive<usize> = 5..=23;

/// From so many letters on a letter may be replaced by any other; in a shorter
/// word by one beside it on the keyboard: *Usama* is not *utama*, nor *series*
/// *serius*.
const SURE: usize = 7;

/// The common word that a lower-case word, which no list of words or names has, is
/// a slip of the finger away from: one letter left out, put in, replaced (in a
/// word shorter than [`SURE`] by one beside it on the keyboard), or swapped with
/// the next, but not the first; the most frequent, if it is near several. By
/// deletions on both sides, so that a word of n letters costs n look-ups (SymSpell,
/// Garbe 2012).
///
/// It must be no name: those are masked with their slips before, and one that its
/// neighbours make a name stays as it is.
pub(super) fn meant(written: &Written<'_>) -> Option<&'static [u8]> {
    let word = written.word;
    let near = LENGTHS.start() - 1..=LENGTHS.end() + 1;
    // First what most words are.
    if written.is_listed || !near.contains(&word.len()) {
        return None;
    }
    let lefts = written.lefts?;
    static WORDS: LazyLock<Common> = LazyLock::new(Common::read);
    let words = &*WORDS;
    let mut common: Option<Found> = None;
    let every = lefts.shortenings().map(|(_, left)| left);
    let every = every.chain([lefts.whole()]);
    let every = every.filter(|&left| words.may_leave(left));
    for found in every.flat_map(|left| words.shortened.get(left)) {
        if found.word == word {
            return None;
        }
        if is_slip(word, found.word) && common.is_none_or(|best| found.number < best.number) {
            common = Some(found);
        }
    }
    // Last, as few words come so far.
    let common = common.filter(|_| !is_made_of(word, is_listed))?;
    Some(common.word)
}

/// The list, by what is left of its words without a letter.
struct Common {
    shortened: Shortened,
    /// A bit for each number that something may leave: eight kilobytes, of which
    /// one bit in nine is set, say of most words that they are near none.
    marks: Vec<u64>,
}

impl Common {
    fn read() -> Self {
        let words = COMMON.lines().map(str::as_bytes);
        let words = words.filter(|word| LENGTHS.contains(&word.len()));
        let mut marks = vec![0; 1 << 10];
        for (_, left) in words.clone().flat_map(shortenings_and_whole) {
            let (place, bit) = mark(left);
            if let Some(bits) = marks.get_mut(place) {
                *bits |= bit;
            }
        }
        Self {
            shortened: Shortened::all(words),
            marks,
        }
    }

    #[inline]
    fn may_leave(&self, left: u64) -> bool {
        let (place, bit) = mark(left);
        self.marks.get(place).is_none_or(|bits| bits & bit != 0)
    }
}

/// One of 2^16 bits.
#[inline]
fn mark(left: u64) -> (usize, u64) {
    let spread = spread(left);
    // The ten highest bits, which fit, and the six below.
    ((spread >> 54) as usize, 1 << (spread >> 48 & 63))
}

/// Whether `written` is `meant` with one slip behind the first letter.
fn is_slip(written: &[u8], meant: &[u8]) -> bool {
    let pairs = written.iter().zip(meant);
    let same = pairs
        .take_while(|(written, meant)| written == meant)
        .count();
    let (Some(written), Some(meant)) = (written.get(same..), meant.get(same..)) else {
        return false;
    };
    // What is behind the place where they part.
    let written_behind = written.get(1..).unwrap_or_default();
    let meant_behind = meant.get(1..).unwrap_or_default();
    let is_swapped = || match (written, meant) {
        ([a, b, written @ ..], [c, d, meant @ ..]) => a == d && b == c && written == meant,
        _ => false,
    };
    let is_replaced = || match (written, meant) {
        ([a, written @ ..], [b, meant @ ..]) if written == meant => {
            same + 1 + meant.len() >= SURE || neighbours(char::from(*b)).contains(&char::from(*a))
        }
        _ => false,
    };
    let differ = !written.is_empty() || !meant.is_empty();
    same > 0
        && differ
        && (written_behind == meant || written == meant_behind || is_replaced() || is_swapped())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::hash;
    use crate::features::names::is_known;

    fn meant_by(written: &str) -> Option<&'static str> {
        meant(&Written::new(written.as_bytes())).map(|word| std::str::from_utf8(word).unwrap())
    }

    #[test]
    fn one_slip_is_read_as_the_word() {
        for (written, word) in [
            ("sebarkkan", None),
            ("msayarakat", Some("masyarakat")),
            ("mayarakat", Some("masyarakat")),
            ("masyarakkat", Some("masyarakat")),
            ("masyaraakt", Some("masyarakat")),
            ("masyafakat", Some("masyarakat")),
            ("masyarakst", Some("masyarakat")),
            ("masyaraka", Some("masyarakat")),
            ("masyarakatt", Some("masyarakat")),
            // Two slips, the first letter, and what is too short.
            ("mayaraakt", None),
            ("nasyarakat", None),
            ("srt", None),
            ("", None),
            ("каша", None),
            // In use, if rare.
            ("surai", None),
            ("berat", None),
            // Replaced by a letter that is far from it, in a short word.
            ("usama", None),
            ("series", None),
            ("utana", Some("utama")),
            ("pemerintag", Some("pemerintah")),
            ("pemerintax", Some("pemerintah")),
        ] {
            assert_eq!(meant_by(written), word, "{written}");
        }
    }

    /// By the letters, without hashes; every slip of every ninth word.
    #[test]
    fn every_slip_leads_to_the_most_frequent_word() {
        let words: Vec<&str> = COMMON.lines().collect();
        let mut read = 0;
        for word in words.iter().step_by(9) {
            let letters = word.as_bytes();
            for at in 1..letters.len() {
                let (front, back) = letters.split_at(at);
                let mut written = vec![
                    [front, &back[1..]].concat(),
                    [front, &back[..1], back].concat(),
                    [front, b"x", &back[1..]].concat(),
                ];
                if back.len() > 1 {
                    written.push([front, &[back[1], back[0]], &back[2..]].concat());
                }
                for written in written {
                    let expected = words.iter().find(|word| is_slip(&written, word.as_bytes()));
                    let is_common = words.iter().any(|word| word.as_bytes() == written);
                    let expected = expected.filter(|_| !is_common && !is_known(&written));
                    let found = meant(&Written::new(&written));
                    assert_eq!(found, expected.map(|word| word.as_bytes()), "{written:?}");
                    read += usize::from(found.is_some());
                }
            }
        }
        assert!(read > 1_500, "{read}");
    }

    #[test]
    fn the_list_holds_what_it_says() {
        let names = crate::features::names::Names::embedded();
        let mut seen = std::collections::HashSet::new();
        for word in COMMON.lines() {
            assert_eq!(meant_by(word), None, "{word}");
            assert!(LENGTHS.contains(&word.len()), "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            assert!(!names.is_always(hash::word(word.as_bytes())), "{word}");
            assert!(seen.insert(word), "{word} stands twice");
        }
        assert!(seen.len() > 1_000);
    }
}
