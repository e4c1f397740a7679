//! From a word to the representative of its class.
//!
//! The table answers first. What it does not list is tried against rules, each
//! of which must end at a word that is known:
//!
//! 1. a letter three times or more, or twice at the end, is one (`bangeeet`);
//! 2. `2` and a repeated word are reduplication (`temen2`, `temen-temen`);
//! 3. `-nya`, `-ku`, `-mu`, `-lah`, `-kah`, `-pun` behind a slang word;
//! 4. the colloquial affixes of Jakartan Indonesian (J. N. Sneddon, *Colloquial
//!    Jakartan Indonesian*, 2006): the bare nasal for `meN-` (`nyari`, `ngirim`,
//!    `ngerasa`) and `-in` for `-kan`.

use super::standard::Standard;
use super::vocabulary::Vocabulary;

/// Clitics and particles, as written and as they should be.
const CLITICS: [(&str, &str); 7] = [
    ("nya", "nya"),
    ("ny", "nya"),
    ("ku", "ku"),
    ("mu", "mu"),
    ("lah", "lah"),
    ("kah", "kah"),
    ("pun", "pun"),
];

/// The representative of the class of `word`, unless that is the word itself.
pub(super) fn representative(vocabulary: &Vocabulary<'_>, word: &str) -> Option<Standard> {
    let folded = fold(word)?;
    let found = Rules { vocabulary }.word(&folded)?;
    // What stands for a class must stand for itself.
    let settled = found != folded
        && Rules { vocabulary }
            .word(&found)
            .is_none_or(|again| again == found);
    settled.then_some(found)
}

/// `word` in small letters, if it is made of ASCII letters, hyphens and `2`,
/// and no Roman numeral.
fn fold(word: &str) -> Option<Standard> {
    if word.len() < 2 {
        return None;
    }
    let mut folded = Standard::of(&[])?;
    let mut roman = true;
    for byte in word.bytes() {
        if !(byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'2')) {
            return None;
        }
        let byte = byte.to_ascii_lowercase();
        roman &= matches!(byte, b'i' | b'v' | b'x');
        folded.push(byte)?;
    }
    (!roman).then_some(folded)
}

struct Rules<'a> {
    vocabulary: &'a Vocabulary<'a>,
}

impl Rules<'_> {
    fn word(&self, word: &str) -> Option<Standard> {
        if let Some(found) = self.vocabulary.get(word) {
            return Standard::of(&[found]);
        }
        if let Some((stem, rest)) = word.split_once('2') {
            return self.doubled_by_digit(stem, rest);
        }
        if let Some((first, second)) = word.split_once('-') {
            return self.doubled_by_hyphen(first, second);
        }
        self.simple(word)
    }

    /// `orang2`, `temen2nya`.
    fn doubled_by_digit(&self, stem: &str, rest: &str) -> Option<Standard> {
        let suffix = suffix(rest)?;
        // `paslon2` is the second pair of candidates, `Moto2` a class of races.
        if stem.len() < 3
            || matches!(stem, "paslon" | "moto")
            || !stem.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return None;
        }
        let standard = self.simple(stem);
        let stem = standard.as_deref().unwrap_or(stem);
        is_one_word(stem).then(|| Standard::of(&[stem, "-", stem, suffix]))?
    }

    /// `temen-temen`, `temen-temennya`.
    fn doubled_by_hyphen(&self, first: &str, second: &str) -> Option<Standard> {
        let rest = second.strip_prefix(first)?;
        let suffix = suffix(rest)?;
        let standard = self.simple(first)?;
        is_one_word(&standard).then(|| Standard::of(&[&standard, "-", &standard, suffix]))?
    }

    /// A word of letters only.
    fn simple(&self, word: &str) -> Option<Standard> {
        if let Some(found) = self.vocabulary.get(word) {
            return Standard::of(&[found]);
        }
        if self.vocabulary.is_known(word) || self.vocabulary.is_kept(word) {
            return None;
        }
        if is_laughter(word) {
            return Standard::of(&["hahaha"]);
        }
        self.drawn_out(word).or_else(|| self.affixed(word))
    }

    /// `bangeeet`, `maaaf`, `bisaa`.
    fn drawn_out(&self, word: &str) -> Option<Standard> {
        let longest = longest_run(word)?;
        // Twice in the middle of a short word is too often a foreign word.
        if longest < 2 || longest == 2 && !ends_twice(word) && word.len() < 7 {
            return None;
        }
        for keep in [1, 2] {
            let short = squeeze(word, keep)?;
            if short == *word {
                continue;
            }
            if let Some(found) = self.vocabulary.get(&short) {
                return Standard::of(&[found]);
            }
            if short.len() >= 3
                && self.vocabulary.is_known(&short)
                && (longest > 2 || ends_twice(word))
            {
                return Some(short);
            }
        }
        if longest < 3 {
            return None;
        }
        let short = squeeze(word, 1)?;
        let vowels = short.bytes().filter(|&byte| is_vowel(byte)).count();
        if vowels == 0 || vowels == short.len() {
            return None;
        }
        Some(self.affixed(&short).unwrap_or(short))
    }

    /// A slang word or a colloquial verb, maybe with a clitic.
    fn affixed(&self, word: &str) -> Option<Standard> {
        if let Some(found) = self.verb(word) {
            return Some(found);
        }
        for (written, clitic) in CLITICS {
            let Some(stem) = word.strip_suffix(written) else {
                continue;
            };
            // Two letters with a vowel are too often the start of a word.
            let short = stem.len() < 3 && stem.bytes().any(is_vowel);
            if short || stem.len() < 2 {
                continue;
            }
            let standard = match self.vocabulary.get(stem) {
                Some(found) => Standard::of(&[found]),
                None if written == "ny" && self.vocabulary.is_known(stem) => Standard::of(&[stem]),
                None => self.verb(stem),
            };
            if let Some(standard) = standard.filter(|found| is_one_word(found)) {
                return Standard::of(&[&standard, clitic]);
            }
        }
        None
    }

    fn verb(&self, word: &str) -> Option<Standard> {
        if self.vocabulary.is_known(word) || self.vocabulary.is_kept(word) {
            return None;
        }
        if let Some(found) = self.nasal(word, "") {
            return Some(found);
        }
        if let Some(stem) = word.strip_suffix("in") {
            if let Some(root) = self.root(&[stem]) {
                return Standard::of(&[&root, "kan"]);
            }
            if let Some(found) = self.nasal(stem, "kan") {
                return Some(found);
            }
        }
        if let Some(rest) = word.strip_prefix("di") {
            if let Some(root) = rest.strip_suffix("in").and_then(|stem| self.root(&[stem])) {
                return Standard::of(&["di", &root, "kan"]);
            }
            if rest.len() >= 4 {
                let found = self
                    .vocabulary
                    .get(rest)
                    .filter(|found| is_one_word(found))?;
                return Standard::of(&["di", found]);
            }
        }
        None
    }

    /// The verb with `meN-` and `suffix` whose bare nasal form is `word`
    /// (A. Moeliono et al., *Tata Bahasa Baku Bahasa Indonesia*, on `meN-`).
    fn nasal(&self, word: &str, suffix: &str) -> Option<Standard> {
        if let Some(rest) = word.strip_prefix("ng") {
            if rest.bytes().next().is_some_and(is_vowel) {
                for first in ["k", "", "h"] {
                    if let Some(root) = self.root(&[first, rest]) {
                        return Standard::of(&[
                            "meng",
                            root.strip_prefix('k').unwrap_or(&root),
                            suffix,
                        ]);
                    }
                }
            }
            let root = self.root(&[rest.strip_prefix('e')?])?;
            let vowels = root.bytes().filter(|&byte| is_vowel(byte)).count();
            let prefix = match root.bytes().next()? {
                _ if vowels == 1 => "menge",
                b'l' | b'r' | b'w' | b'y' | b'm' | b'n' => "me",
                b'b' | b'f' | b'v' => "mem",
                b'c' | b'd' | b'j' | b'z' => "men",
                b'g' | b'h' => "meng",
                _ => return None,
            };
            return Standard::of(&[prefix, &root, suffix]);
        }
        // The letter that the nasal replaced, and the prefix before the rest.
        let (rest, replaced) = if let Some(rest) = word.strip_prefix("ny") {
            (rest, &[("c", "men", 0), ("s", "meny", 1)][..])
        } else if let Some(rest) = word.strip_prefix('n') {
            (rest, &[("t", "men", 1)][..])
        } else if let Some(rest) = word.strip_prefix('m') {
            (rest, &[("p", "mem", 1)][..])
        } else {
            return None;
        };
        if !rest.bytes().next().is_some_and(is_vowel) {
            return None;
        }
        replaced.iter().find_map(|&(first, prefix, lost)| {
            let root = self.root(&[first, rest])?;
            Standard::of(&[prefix, root.get(lost..)?, suffix])
        })
    }

    /// The root of a verb that the parts spell, in standard or slang.
    fn root(&self, parts: &[&str]) -> Option<Standard> {
        let spelt = Standard::of(parts)?;
        if spelt.len() < 3 {
            return None;
        }
        let root = match self.vocabulary.get(&spelt) {
            Some(found) => Standard::of(&[found])?,
            None => spelt,
        };
        // The first letter must be the one that was tried.
        let same_start = root.bytes().next() == spelt.bytes().next();
        (same_start && self.vocabulary.is_verb(&root)).then_some(root)
    }
}

/// What may stand behind a word that is said twice, as it should be written.
fn suffix(written: &str) -> Option<&'static str> {
    match written {
        "" => Some(""),
        "an" => Some("an"),
        _ => {
            let clitic = CLITICS.iter().find(|(clitic, _)| *clitic == written);
            clitic.map(|(_, standard)| *standard)
        }
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_one_word(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// `wkwk`, `haha`, `hahahah` and what else keys under two fingers give.
fn is_laughter(word: &str) -> bool {
    let made_of = |first: u8, second: u8| {
        word.bytes().all(|byte| byte == first || byte == second)
            && word.bytes().filter(|&byte| byte == first).count() >= 2
            && word.bytes().filter(|&byte| byte == second).count() >= 2
    };
    made_of(b'w', b'k') || made_of(b'h', b'a') && word.len() >= 4
}

/// Length of the longest run of one letter, unless no run says anything about
/// speech: of `w` and `x`, as in `www` and masked numbers, or a word of one
/// letter.
fn longest_run(word: &str) -> Option<usize> {
    let mut longest = 0;
    let mut run = 0;
    let mut last = None;
    let mut distinct = false;
    for byte in word.bytes() {
        distinct |= last.is_some_and(|last| last != byte);
        run = if last == Some(byte) { run + 1 } else { 1 };
        if run >= 3 && matches!(byte, b'w' | b'x') {
            return None;
        }
        last = Some(byte);
        longest = longest.max(run);
    }
    distinct.then_some(longest)
}

fn ends_twice(word: &str) -> bool {
    let mut end = word.bytes().rev();
    end.next() == end.next()
}

/// `word` with at most `keep` of a letter in a row.
fn squeeze(word: &str, keep: usize) -> Option<Standard> {
    let mut short = Standard::of(&[])?;
    let mut run = 0;
    let mut last = None;
    for byte in word.bytes() {
        run = if last == Some(byte) { run + 1 } else { 1 };
        last = Some(byte);
        if run <= keep {
            short.push(byte)?;
        }
    }
    Some(short)
}
