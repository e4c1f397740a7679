//! Texts without what gives their origin away.

use std::borrow::Cow;
use std::ops::Range;

use crate::evaluate::dateline;
use crate::text::{TokenKind, folded_words, tokens};

/// How often [`strip`] looks.
const LAYERS: usize = 4;

/// Words that tags such as `[SALAH]` and `(Hoax + Edukasi)` are made of.
const TAG_WORDS: [&str; 28] = [
    "salah",
    "benar",
    "hoax",
    "hoaks",
    "hoaxs",
    "keliru",
    "fitnah",
    "palsu",
    "klarifikasi",
    "disinformasi",
    "misinformasi",
    "malinformasi",
    "menyesatkan",
    "penipuan",
    "satire",
    "parodi",
    "cekfakta",
    "cek",
    "fakta",
    "fact",
    "check",
    "atau",
    "edukasi",
    "sebagian",
    "belum",
    "tidak",
    "terbukti",
    "penjelasan",
];

/// Tag words that do not make a tag by themselves.
const WEAK: [&str; 8] = [
    "cek", "fact", "check", "atau", "edukasi", "sebagian", "belum", "tidak",
];

/// Headings of fact-checkers' pages, in capitals.
const HEADINGS: [&str; 12] = [
    "PENJELASAN",
    "NARASI",
    "SUMBER",
    "KATEGORI",
    "REFERENSI",
    "KESIMPULAN",
    "RUJUKAN",
    "KLAIM",
    "HASIL PERIKSA FAKTA",
    "HASIL CEK FAKTA",
    "CEK FAKTA",
    "TURNBACKHOAX",
];

/// Verdicts that stand before a colon at the start of a text, in capitals.
const VERDICTS: [&str; 8] = [
    "SALAH",
    "BENAR",
    "HOAX",
    "HOAKS",
    "FAKTA",
    "KLARIFIKASI",
    "DISINFORMASI",
    "MISINFORMASI",
];

/// Pieces of words by which fact-checks and denials are recognised.
const CUES: [&str; 9] = [
    "hoax",
    "hoaks",
    "klarifikasi",
    "fitnah",
    "bantah",
    "bohong",
    "keliru",
    "disinformasi",
    "misinformasi",
];

/// Pairs of words that are a cue together.
const CUE_PAIRS: [(&str, &str); 2] = [("cek", "fakta"), ("tidak", "benar")];

const QUOTES: [(char, char); 3] = [('"', '"'), ('\u{201C}', '\u{201D}'), ('\u{AB}', '\u{BB}')];

/// The text without fact-checkers' templates and without a dateline.
///
/// Taken off: tags of verdict words in brackets (`[SALAH]`, `[HOAX + EDUKASI]`)
/// anywhere, in round ones at the start only; the headings of fact-checkers'
/// pages (`PENJELASAN`, `Narasi:`, `Cek Fakta:`) without what stands below them;
/// a verdict and colon at the start (`HOAX:`); datelines (`JAKARTA, OUTLET -`,
/// `Jakarta (OUTLET) -`, `outlet.com, Kota -`) at the start; quotation marks
/// around the whole text; white space at both ends. What is left is joined by
/// single spaces. It looks 4 times at most: for layers below layers.
///
/// Borrows unless something inside is taken off. Linear.
///
/// ```
/// use hoaks::evaluate::strip;
/// assert_eq!(strip("[SALAH] Surat suara dicoblos"), "Surat suara dicoblos");
/// assert_eq!(strip("JAKARTA, KABAR.com - KPU rapat"), "KPU rapat");
/// assert_eq!(strip("KPU rapat hari ini"), "KPU rapat hari ini");
/// ```
#[must_use]
pub fn strip(text: &str) -> Cow<'_, str> {
    let mut found = Cow::Borrowed(text);
    for _ in 0..LAYERS {
        let next = match &found {
            Cow::Borrowed(text) => strip_once(text),
            Cow::Owned(text) => Cow::Owned(strip_once(text).into_owned()),
        };
        if next.len() == found.len() {
            return next;
        }
        found = next;
    }
    found
}

/// The text without anything that tells platforms apart: addresses, mentions,
/// hashtags, numbers, punctuation, emoji and case.
///
/// What is left are the folded words ([`folded_words`]) outside hashtags, with
/// one space between them. Score a text so stripped beside the text as it is:
/// what is lost was surface. Linear.
///
/// ```
/// use hoaks::evaluate::strip_surface;
/// let text = "RT @kawan: SURAT suara DICOBLOS 7 kali!! #Kawal https://contoh.id";
/// assert_eq!(strip_surface(text), "rt surat suara dicoblos kali");
/// ```
#[must_use]
pub fn strip_surface(text: &str) -> Cow<'_, str> {
    let mut hashtags = tokens(text)
        .filter(|token| token.kind() == TokenKind::Hashtag)
        .map(|token| token.span())
        .peekable();
    let mut plain = String::with_capacity(text.len());
    for word in folded_words(text) {
        while hashtags.next_if(|tag| tag.end <= word.span.start).is_some() {}
        if hashtags
            .peek()
            .is_some_and(|tag| tag.start <= word.span.start)
        {
            continue;
        }
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(&word.text);
    }
    if plain == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(plain)
    }
}

/// The text without the words by which fact-checks and denials are recognised:
/// all that hold `hoax`, `hoaks`, `klarifikasi`, `fitnah`, `bantah`, `bohong`,
/// `keliru`, `disinformasi` or `misinformasi` once folded, and the pairs `cek
/// fakta` and `tidak benar`, whatever marks stand between the two.
///
/// In posts such words stand in truthful texts more often than in false ones; a
/// classifier that lives on them has learned to read the verdict of others.
/// Borrows if there are none. Linear.
///
/// ```
/// use hoaks::evaluate::strip_debunk_words;
/// assert_eq!(strip_debunk_words("KPU membantah isu itu, H0AX!"), "KPU isu itu, !");
/// ```
#[must_use]
pub fn strip_debunk_words(text: &str) -> Cow<'_, str> {
    let words = folded_words(text);
    let mut removed: Vec<Range<usize>> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        if CUES.iter().any(|cue| word.text.contains(cue)) {
            removed.push(word.span.clone());
        } else if let Some(next) = words.get(place + 1)
            && CUE_PAIRS.contains(&(word.text.as_str(), next.text.as_str()))
        {
            removed.push(word.span.start..next.span.end);
        }
    }
    without(text, &removed)
}

/// Whether [`strip`] would find a fact-checkers' tag, heading or verdict.
pub(super) fn has_template(text: &str) -> bool {
    verdict(text.trim_start()).is_some() || !templates(text).is_empty()
}

fn strip_once(text: &str) -> Cow<'_, str> {
    let mut rest = text.trim();
    if let Some(end) = verdict(rest).or_else(|| dateline::end(rest)) {
        rest = rest.get(end..).unwrap_or(rest).trim_start();
    }
    rest = unquoted(rest);
    without(rest, &templates(rest))
}

/// `text` without the spans, which are in order; a span takes the white space
/// before it along.
fn without<'t>(text: &'t str, removed: &[Range<usize>]) -> Cow<'t, str> {
    if removed.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut start = 0;
    for span in removed {
        kept.push(text.get(start..span.start).unwrap_or_default().trim());
        start = start.max(span.end);
    }
    kept.push(text.get(start..).unwrap_or_default().trim());
    kept.retain(|piece| !piece.is_empty());
    match kept.as_slice() {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(only),
        pieces => Cow::Owned(pieces.join(" ")),
    }
}

/// Spans of tags and headings, in order.
fn templates(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    let mut at_start = true;
    let mut at_word_start = true;
    for (place, c) in text.char_indices() {
        if place >= end {
            let rest = text.get(place..).unwrap_or_default();
            let length = match c {
                '[' => tag(rest, ']'),
                '(' if at_start => tag(rest, ')'),
                _ if at_word_start && c.is_alphabetic() => {
                    let before = text.get(..place).unwrap_or_default().trim_end();
                    heading(rest, is_shouted(before.chars().rev()))
                }
                _ => None,
            };
            if let Some(length) = length {
                end = place + length;
                found.push(place..end);
            }
        }
        at_start &= c.is_whitespace();
        // A hyphen behind a letter goes on with the word.
        at_word_start = !(c.is_alphanumeric() || (c == '-' && !at_word_start));
    }
    found
}

/// Length of the tag that `rest` begins with.
fn tag(rest: &str, close: char) -> Option<usize> {
    // No tag is longer; the bound keeps a text of open brackets linear.
    let inner_end = rest
        .char_indices()
        .take(48)
        .find(|&(_, c)| c == close)
        .map(|(end, _)| end)?;
    let inner = rest.get(1..inner_end)?.to_lowercase();
    let mut words = inner
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek()?;
    let mut is_strong = false;
    for word in words {
        if !TAG_WORDS.contains(&word) {
            return None;
        }
        is_strong |= !WEAK.contains(&word);
    }
    is_strong.then_some(inner_end + close.len_utf8())
}

/// Length of the heading that `rest` begins with, its colon included.
///
/// In capitals it needs a colon, the end of its line, or words around it that
/// are not shouted; otherwise a colon.
fn heading(rest: &str, is_shouted_before: bool) -> Option<usize> {
    for heading in HEADINGS {
        let Some(found) = rest.get(..heading.len()) else {
            continue;
        };
        if !found.eq_ignore_ascii_case(heading) {
            continue;
        }
        let after = rest.get(heading.len()..).unwrap_or_default();
        let gap = after.len() - after.trim_start_matches([' ', '\t']).len();
        let next = after.get(gap..).unwrap_or_default().chars().next();
        // `KLAIM-KLAIM` is a word.
        let joined = after.strip_prefix('-').unwrap_or(after);
        if joined.chars().next().is_some_and(char::is_alphanumeric) {
            continue;
        }
        if matches!(next, Some(':' | '=')) {
            return Some(heading.len() + gap + 1);
        }
        let is_in_capitals = found == heading && heading != "SUMBER";
        let ends_line = matches!(next, None | Some('\n' | '\r'));
        if is_in_capitals
            && (ends_line || (!is_shouted_before && !is_shouted(after.trim_start().chars())))
        {
            return Some(heading.len());
        }
    }
    None
}

/// Whether a word is in capitals, by its first or last two characters: to look for its
/// other end beside each heading would take quadratic time.
fn is_shouted(mut word: impl Iterator<Item = char>) -> bool {
    let pair = (word.next(), word.next());
    matches!(pair, (Some(a), Some(b)) if a.is_uppercase() && b.is_uppercase())
}

/// Where the verdict and colon end that `text` begins with.
fn verdict(text: &str) -> Option<usize> {
    VERDICTS.iter().find_map(|verdict| {
        let found = text.get(..verdict.len())?;
        let after = text.get(verdict.len()..)?;
        let gap = after.len() - after.trim_start_matches(' ').len();
        let is_verdict = found.eq_ignore_ascii_case(verdict) && after.get(gap..)?.starts_with(':');
        is_verdict.then_some(verdict.len() + gap + 1)
    })
}

/// `text` without quotation marks that are around all of it.
fn unquoted(text: &str) -> &str {
    let inner = QUOTES.iter().find_map(|&(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains(open) && !inner.contains(close)).then_some(inner)
    });
    inner.map_or(text, str::trim)
}
