//! Evidence that what a clitic leaves is a word of its own.
//!
//! A host counts as a word if it is a root of the lexicon or common in texts,
//! or if light affix analysis (prefixes with the sounds they swallow, suffixes)
//! leads to a root.
//! Against the cut speak the closed lists of `closed` and a
//! lexicon root that ends like a clitic (*buku*, *masalah*, *tamu*).
//!
//! Everything here reads lower-case letters of one word without hyphens.

use crate::text::chars::is_vowel;
use crate::text::lexicon;
use crate::text::lexicon::closed::{
    is_abbreviation, is_adverb, is_free_with_se, is_one_word, is_short_like_clitic, is_two_words,
    takes_proclitic,
};

/// Room for the letters of a word; longer ones are no words.
const ROOM: usize = 40;

/// The letters of a word in lower case, apostrophes left out.
pub(super) struct Letters {
    bytes: [u8; ROOM],
    length: usize,
}

impl Letters {
    /// `None` if the word is too long to be one.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::of_two(word, "")
    }

    /// The letters of two strings as one word.
    pub(super) fn of_two(first: &str, second: &str) -> Option<Self> {
        let mut letters = Self {
            bytes: [0; ROOM],
            length: 0,
        };
        for word in [first, second] {
            let mut rest = word.as_bytes();
            while let [byte, tail @ ..] = rest {
                rest = match rest {
                    [b'\'' | b'`', tail @ ..] | [0xE2, 0x80, 0x98 | 0x99, tail @ ..] => tail,
                    _ => {
                        *letters.bytes.get_mut(letters.length)? = byte.to_ascii_lowercase();
                        letters.length += 1;
                        tail
                    }
                };
            }
        }
        Some(letters)
    }

    pub(super) fn get(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Whether `-nya` is cut off `host`; `whole` is both together, and `small` says
/// that they are written without capitals.
pub(super) fn takes_nya(host: &[u8], whole: &[u8], small: bool) -> bool {
    let asks_or_owns = (whole.ends_with(b"tanya") || whole.ends_with(b"punya"))
        && (rests(whole).any(|rest| matches!(rest, b"tanya" | b"punya"))
            || matches!(whole, b"kutanya" | b"kautanya"));
    if asks_or_owns || is_adverb(whole) {
        return false;
    }
    // `seharusnya`, `sebaik2nya`: without -nya there is no such word.
    let single = without_two(host);
    if let Some(rest) = single.strip_prefix(b"se")
        && !is_free_with_se(single)
        && !lexicon::is_root(single)
        && !has_suffix(single)
        && is_derived(rest, 1)
    {
        return false;
    }
    if single.len() < host.len() && is_adverb_of_two(single, single) {
        return false;
    }
    // `C1nya`, `2019nya`, but `h4nya` is leet.
    if is_abbreviation(host)
        || host
            .last()
            .is_some_and(|last| last.is_ascii_digit() && *last != b'4')
        || host.iter().all(u8::is_ascii_digit)
    {
        return true;
    }
    // Names may take it (`Jokowinya`) or end in it (`Kenya`).
    host.len() >= 3
        && (is_word(host) || is_name(host) || (small && is_foreign(host)))
        && !is_name(whole)
}

/// Whether an unknown `word` looks like a loan (`ending`, `score`, `host`)
/// rather than like a misspelt word, whose *-nya* may be part of an adverb
/// (`slebihnya`) or short of an *n* (`jawabanya`).
#[inline(never)]
fn is_foreign(word: &[u8]) -> bool {
    word.len() >= 4
        && word.is_ascii()
        && word.iter().any(is_vowel)
        && !matches!(
            word,
            [b's', b'e', ..] | [.., b'a' | b'u'] | [.., b'a', b'n'] | [.., b'n', b'n']
        )
        && !(word.first() == Some(&b's')
            && word.get(1).is_some_and(|byte| matches!(byte, b'b' | b'l')))
}

/// Whether `-ku` or `-mu` is cut off `host`.
pub(super) fn takes_possessive(host: &[u8], whole: &[u8]) -> bool {
    is_abbreviation(host) || takes_particle(host, whole)
}

/// Whether `-lah`, `-kah` or `-pun` is cut off `host`.
pub(super) fn takes_particle(host: &[u8], whole: &[u8]) -> bool {
    if is_two_words(whole) {
        return true;
    }
    (host.len() >= 3 || host == b"ia")
        && !is_one_word(whole)
        && !lexicon::is_root(whole)
        && !is_name(whole)
        && !is_derived_like_clitic(whole)
        && is_word(host)
}

/// Whether `-tah` is cut off `host`: only question words still take it.
pub(super) fn takes_tah(host: &[u8]) -> bool {
    matches!(host, b"apa" | b"siapa" | b"mana" | b"bila")
}

/// Whether a word is one by itself.
pub(super) fn is_word(word: &[u8]) -> bool {
    let word = without_two(word);
    word == b"ia"
        || (word.len() >= 3 && lexicon::look_up(word).is_some_and(stands_alone))
        || is_derived(word, 2)
        || has_suffix(word)
}

/// A word without the 2 that says it twice: `orang2`, `orang²`.
fn without_two(word: &[u8]) -> &[u8] {
    match word {
        [word @ .., b'2'] | [word @ .., 0xC2, 0xB2] => word,
        _ => word,
    }
}

/// `satu-satunya`, `sebaik-baiknya`: adverbs made of a word said twice. Both
/// halves come without -nya.
pub(super) fn is_adverb_of_two(first: &[u8], second: &[u8]) -> bool {
    match second {
        b"satu" | b"dua" => first == second,
        _ => first
            .strip_prefix(b"se")
            .is_some_and(|rest| !rest.is_empty() && second.starts_with(rest)),
    }
}

/// Whether the first `length` bytes of `word` are a pronoun before a verb.
pub(super) fn has_proclitic(word: &[u8], length: usize) -> bool {
    let Some(verb) = word.get(length..) else {
        return false;
    };
    !is_name(word) && (takes_proclitic(verb) || (is_verb(verb) && !is_word(word)))
}

/// A root that is mostly a verb, or one made transitive by -kan or -i.
fn is_verb(word: &[u8]) -> bool {
    if word.len() < 4 {
        return false;
    }
    let verb = lexicon::look_up(word)
        .is_some_and(|entry| entry.is_root() && entry.part() == lexicon::Part::Verb);
    let stem = word.strip_prefix(b"per").unwrap_or(word);
    // Short strings in -i are too often names: `Kusaini`.
    verb || [(&b"kan"[..], 4), (b"i", 5)].iter().any(|(suffix, least)| {
        stem.strip_suffix(*suffix)
            .is_some_and(|root| root.len() >= *least && lexicon::is_root(root))
    })
}

fn is_name(word: &[u8]) -> bool {
    lexicon::look_up(word).is_some_and(|entry| entry.is_name())
}

/// Roots, and words that are none but stand in texts: `buzzer`, `ibukota`.
fn stands_alone(entry: lexicon::Entry) -> bool {
    entry.is_root() || entry.is_seen_only() || entry.as_common() > lexicon::Count::Never
}

/// Whether a root is left of `word` after up to `depth` prefixes.
fn is_derived(word: &[u8], depth: u8) -> bool {
    if word.len() < 3 {
        return false;
    }
    lexicon::is_root(word)
        || (depth > 0
            && (rests(word).any(|rest| is_derived(rest, depth - 1)) || is_root_nasalised(word)))
}

/// Whether a root is left after a suffix and up to two prefixes.
fn has_suffix(word: &[u8]) -> bool {
    SUFFIXES.iter().any(|suffix| {
        word.strip_suffix(*suffix)
            .is_some_and(|stem| is_derived(stem, 2))
    })
}

const SUFFIXES: [&[u8]; 5] = [b"an", b"kan", b"i", b"in", b"wan"];

/// The prefixes that start with a byte, those made of two among them. Which
/// sounds they take before which root is not checked: it is roots that make
/// the evidence.
fn prefixes(first: u8) -> &'static [&'static [u8]] {
    match first {
        b'a' => &[b"anti", b"antar"],
        b'b' => &[b"be", b"ber", b"bel"],
        b'd' => &[b"di", b"diper"],
        b'k' => &[b"ke", b"keber", b"keter", b"ketidak"],
        b'm' => &[b"me", b"mem", b"men", b"meng", b"meny", b"memper", b"maha"],
        b'n' => &[b"ng", b"ny", b"nge", b"non"],
        b'p' => &[
            b"pe", b"per", b"pem", b"pen", b"pel", b"peng", b"peny", b"pra", b"pasca",
        ],
        b's' => &[b"se"],
        b't' => &[b"te", b"ter", b"tuna"],
        _ => &[],
    }
}

/// What each prefix that `word` starts with leaves.
fn rests(word: &[u8]) -> impl Iterator<Item = &[u8]> {
    let first = word.first().copied().unwrap_or_default();
    prefixes(first)
        .iter()
        .filter_map(|prefix| word.strip_prefix(*prefix))
}

/// Nasal prefixes and the first sound of the root that melts into them.
const NASALS: [(&[u8], u8); 8] = [
    (b"mem", b'p'),
    (b"pem", b'p'),
    (b"men", b't'),
    (b"pen", b't'),
    (b"meng", b'k'),
    (b"peng", b'k'),
    (b"meny", b's'),
    (b"peny", b's'),
];

/// `memilih`, `penyiar`: the root lost its first sound to the prefix.
fn is_root_nasalised(word: &[u8]) -> bool {
    matches!(word, [b'm' | b'p', b'e', ..])
        && NASALS.iter().any(|(prefix, sound)| {
            word.strip_prefix(*prefix).is_some_and(|rest| {
                let mut hash = lexicon::Hash::default();
                hash.push(*sound);
                for &byte in rest {
                    hash.push(byte);
                }
                rest.len() >= 2 && hash.find().is_some_and(|entry| entry.is_root())
            })
        })
}

/// Whether a root that ends like a clitic is left after a prefix: `mengaku`
/// is no *menga*, `memilah` (from *pilah*) no *memi*. Of short strings the root
/// list holds too many to trust it.
fn is_derived_like_clitic(word: &[u8]) -> bool {
    rests(word).any(|root| match root.len() {
        0..6 => is_short_like_clitic(root),
        _ => lexicon::is_root(root) && !is_two_words(root),
    }) || is_short_nasalised(word)
        || matches!(word, b"antarpelaku" | b"nemu" | b"penemu")
}

/// Whether a short root that ends like a clitic has lost its first sound to the
/// prefix: `memilah`, `menyalahi`.
#[inline(never)]
fn is_short_nasalised(word: &[u8]) -> bool {
    NASALS.iter().any(|(prefix, sound)| {
        let Some(rest) = word.strip_prefix(*prefix) else {
            return false;
        };
        let mut root = [*sound; 5];
        let Some(tail) = root.get_mut(1..=rest.len()) else {
            return false;
        };
        tail.copy_from_slice(rest);
        root.get(..=rest.len()).is_some_and(is_short_like_clitic)
    })
}
