//! Words said twice: *anak-anak*, *berjalan-jalan*, *sayur-mayur*, *orang2*.

use std::cmp::Ordering;

use super::analyse::analyse;
use super::analysis::{Analysis, Evidence};
use crate::text::chars::is_vowel;
use crate::text::lexicon::unit::is_unit;
use crate::text::lexicon::{Count, Entry, look_up};

/// What may follow a hyphen without being a word of its own.
const CLITICS: [&[u8]; 8] = [b"nya", b"ku", b"mu", b"lah", b"kah", b"tah", b"pun", b"an"];

/// Prefixes that writers put before a foreign word with a hyphen.
const PREFIXES: [&[u8]; 10] = [
    b"di", b"me", b"mem", b"men", b"meng", b"nge", b"ber", b"ter", b"diper", b"memper",
];

/// What may follow the 2 of *orang2*.
const AFTER_TWO: [&[u8]; 9] = [
    b"", b"nya", b"ku", b"mu", b"lah", b"kah", b"pun", b"an", b"annya",
];

/// Shorter strings agree by chance.
const SHORTEST: usize = 3;

/// The analysis of two lower-case strings of letters with a hyphen between.
pub(super) fn analyse_pair(first: &[u8], second: &[u8]) -> Option<Analysis> {
    let before = first.len() + 1;
    let after = second.len() + 1;
    if CLITICS.contains(&second) {
        return Some(analyse(first).within(0, after));
    }
    if PREFIXES.contains(&first) {
        return Some(analyse(second).within(before, 0));
    }
    let (one, two) = (analyse(first), analyse(second));
    // besar-besaran, berjalan-jalan, bukunya-bukunya
    if one.same_stem(first, &two, second) || second.starts_with(first) {
        return Some(one.within(0, after));
    }
    if first.ends_with(second) {
        return Some(two.within(before, 0));
    }
    // kehati-hatian
    let shared = (SHORTEST..=first.len().min(second.len()))
        .rev()
        .find(|&length| first.get(first.len() - length..) == second.get(..length));
    if let Some(length) = shared {
        let core = second.get(..length)?;
        return Some(analyse(core).within(before, second.len() - length));
    }
    rhyme(first, second, &one, &two)
}

/// *sayur-mayur*, *bolak-balik*: one half is a word, the other only echoes it.
fn rhyme(first: &[u8], second: &[u8], one: &Analysis, two: &Analysis) -> Option<Analysis> {
    let echoes = first.len() == second.len()
        && (first.iter().zip(second).filter(|(a, b)| a != b).count() <= 2)
        && (first.get(1..) == second.get(1..)
            || consonants(first).eq(consonants(second))
            || first.get(2..) == second.get(2..));
    if !echoes {
        return None;
    }
    let use_of = |word| look_up(word).map_or(0, weigh);
    match use_of(first).cmp(&use_of(second)) {
        Ordering::Greater => Some(one.within(0, second.len() + 1)),
        Ordering::Less => Some(two.within(first.len() + 1, 0)),
        Ordering::Equal => None,
    }
}

/// How surely a string is a word.
fn weigh(entry: Entry) -> u8 {
    match entry {
        _ if entry.is_everyday() => 3,
        _ if entry.as_common() > Count::Never => 2,
        _ if entry.is_root() => 1,
        _ => 0,
    }
}

fn consonants(word: &[u8]) -> impl Iterator<Item = &u8> {
    word.iter().filter(|letter| !is_vowel(letter))
}

/// The analysis of a lower-case word with a 2 for its second half: *orang2nya*,
/// *orang²*, but not *km²*.
pub(super) fn analyse_two(word: &[u8]) -> Option<Analysis> {
    let at = word.iter().position(|byte| !byte.is_ascii_lowercase())?;
    let (first, two) = word.split_at_checked(at)?;
    let rest = match two {
        [b'2', rest @ ..] => rest,
        [0xC2, 0xB2, rest @ ..] if !is_unit(first) && !matches!(first, b"kaki" | b"inci") => rest,
        _ => return None,
    };
    if !AFTER_TWO.contains(&rest) {
        return None;
    }
    let analysis = analyse(first);
    (analysis.evidence > Evidence::None).then(|| analysis.within(0, word.len() - at))
}
