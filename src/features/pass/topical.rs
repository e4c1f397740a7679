//! What a masked tag still says: that it is about an election.
//!
//! A hashtag with a name or an unknown word in it is masked whole, and with it
//! goes the plainest sign that a post is about an election
//! (`#2019GantiPresiden`, `#debatpilkadadki`). The words and years here are of
//! elections as such, of no campaign, and all of them are one feature.

use crate::features::style::start::{is_start, starts};

/// Words that may stand anywhere in a tag, and join others in it.
const INSIDE: [&str; 24] = [
    "pemilu",
    "pilpres",
    "pilkada",
    "pilgub",
    "pilwal",
    "pileg",
    "presiden",
    "capres",
    "wapres",
    "cagub",
    "cawagub",
    "gubernur",
    "caleg",
    "paslon",
    "coblos",
    "golput",
    "bawaslu",
    "kampanye",
    "debat",
    "pilih",
    "menang",
    "periode",
    "election",
    "quickcount",
];

/// Words that are too short for that: each must be a part of the tag, or open
/// it.
const APART: [&str; 5] = ["kpu", "tps", "kpps", "dpt", "vote"];

/// Years of national elections.
const YEARS: [&[u8; 4]; 3] = [b"2019", b"2024", b"2029"];

/// Whether a tag has a word about elections in it, or the year of one. `parts`
/// are its folded words, `joined` is a buffer for all of them together: a
/// capital in the middle of a word cuts it in two (`#PEMILUdamai`).
pub(super) fn is_about_election<'w>(
    tag: &str,
    parts: impl Iterator<Item = &'w [u8]>,
    joined: &mut Vec<u8>,
) -> bool {
    joined.clear();
    let mut apart = false;
    for part in parts {
        apart |= APART.iter().any(|word| word.as_bytes() == part);
        joined.extend_from_slice(part);
    }
    apart
        || APART.iter().any(|word| joined.starts_with(word.as_bytes()))
        || has_inside(joined)
        || tag
            .as_bytes()
            .windows(4)
            .any(|four| YEARS.iter().fold(false, |any, year| any | (four == *year)))
}

const STARTS: [u32; INSIDE.len()] = starts(&INSIDE);

/// Whether one of [`INSIDE`] stands anywhere in `words`. All starts are compared
/// at once, without a branch on any: two dozen searches took longer than all
/// else that is done to a tag.
fn has_inside(words: &[u8]) -> bool {
    (0..words.len()).any(|at| {
        let rest = words.get(at..).unwrap_or_default();
        rest.first_chunk().is_some_and(|four| {
            is_start(&STARTS, u32::from_le_bytes(*four))
                && INSIDE.iter().any(|word| rest.starts_with(word.as_bytes()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(tag: &str, parts: &[&str]) -> bool {
        let parts = parts.iter().map(|part| part.as_bytes());
        is_about_election(tag, parts, &mut vec![b'x'])
    }

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        for word in INSIDE {
            assert!(found("#", &[word]));
            assert!(found("#", &["xp", &format!("pe{word}"), "y"]));
            assert!(!found("#", &[&word[..word.len() - 1]]), "{word}");
        }
        for year in ["2019", "2024", "2029"] {
            assert!(found(&format!("#a{year}b"), &["a", "b"]));
        }
    }

    #[test]
    fn words_join_and_short_ones_stand_apart() {
        assert!(found("#GantiPresiden", &["ganti", "presiden"]));
        assert!(found("#debatpilkadadki", &["debatpilkadadki"]));
        assert!(found("#PEMILUdamai", &["pemil", "udamai"]));
        assert!(found("#StopSitungKPU", &["stop", "situng", "kpu"]));
        assert!(found("#KPUtidaknetral", &["kp", "utidaknetral"]));
        assert!(found("#2019TetapBudi", &["tetap", "budi"]));
        assert!(!found("#BapakPulang", &["bapak", "pulang"]));
        assert!(!found("#Budi2018", &["budi"]));
        assert!(!found("#", &[]));
    }
}
