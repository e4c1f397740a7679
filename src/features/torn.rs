//! What a name of several words tears off an address, and names that
//! apostrophes or `&` set apart.
//!
//! Somebody who puts *Joko Widodo* in the place of *Jokowi* wherever it stands
//! does so in `https://contoh.id/jokowi-menang` too, and leaves
//! `https://contoh.id/Joko` and `Widodo-menang`. What is torn off belongs to the
//! address and is read as little as the rest of it, else the address would say
//! something about some names only.

use std::ops::Range;

use crate::features::hash;
use crate::features::mask::{Context, Names, PASSED_OVER};
use crate::text::{DIVIDING, TokenKind, is_listed};

/// Longest word that is looked up, in bytes.
const LONGEST: usize = 24;

/// Where the address or mention at `span` ends if a name at its end goes on
/// behind white space. Linear in what is torn off.
pub(super) fn rest(
    names: &Names,
    text: &str,
    kind: TokenKind,
    span: Range<usize>,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let Range { mut start, mut end } = span;
    let mut torn = None;
    loop {
        let Some(mut before) = bytes.get(start..end).and_then(|end| head(names, end)) else {
            return torn;
        };
        // One word of the name after the other.
        while let Some((hash, behind)) = word(bytes, end)
            && hash.is_none_or(|hash| names.class(hash, before).is_some())
        {
            end = behind;
            torn = Some(end);
            before = Context {
                word: hash,
                first: before.word.unwrap_or(0),
                masked: true,
            };
        }
        // With what is joined to it, which may be torn once more.
        if kind == TokenKind::Mention || torn != Some(end) || !is_joined(bytes, end) {
            return torn;
        }
        start = end;
        let rest = bytes.get(end..)?;
        let length = rest.iter().position(u8::is_ascii_whitespace);
        let run = rest.get(..length.unwrap_or(rest.len()))?;
        // Marks behind it close a sentence.
        let last = run.iter().rposition(|&byte| !is_closing(byte))?;
        end += last + 1;
        torn = text.is_char_boundary(end).then_some(end);
        torn?;
    }
}

/// The name that the word at the end of an address may be or open.
fn head(names: &Names, address: &[u8]) -> Option<Context> {
    let length = address.iter().rev().take(LONGEST + 1);
    let length = length.take_while(|&&byte| is_in_word(byte)).count();
    let (before, word) = address.split_at(address.len() - length);
    if before.last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let hash = folded(word)?;
    (names.is_listed(hash) || word.eq_ignore_ascii_case(PASSED_OVER)).then_some(Context::name(hash))
}

/// The hash of the word behind the one blank at `at`, none for a number, and
/// where it ends.
fn word(bytes: &[u8], at: usize) -> Option<(Option<u64>, usize)> {
    let rest = bytes.get(at..)?.strip_prefix(b" ")?;
    let length = |is_in: fn(u8) -> bool| {
        let run = rest.iter().take(LONGEST + 1);
        run.take_while(|&&byte| is_in(byte)).count()
    };
    // *PA 212*
    let digits = length(|byte| byte.is_ascii_digit());
    if digits > 0 {
        let whole = rest
            .get(digits)
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        return whole.then_some((None, at + 1 + digits));
    }
    let length = length(is_in_word);
    let whole = rest.get(length).is_none_or(u8::is_ascii);
    let hash = folded(rest.get(..length)?)?;
    whole.then_some((Some(hash), at + 1 + length))
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'\''
}

/// Hash of the letters of `word`.
fn folded(word: &[u8]) -> Option<u64> {
    let mut letters = [0; LONGEST];
    let mut length = 0;
    for byte in word.iter().filter(|byte| byte.is_ascii_alphabetic()) {
        *letters.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    let letters = letters.get(..length).filter(|letters| !letters.is_empty());
    letters.map(|letters| hash::bytes(hash::WORD, letters))
}

/// Whether an address goes on at `at`: with a mark, and letters or digits
/// somewhere behind it, as far as it has no white space.
fn is_joined(bytes: &[u8], at: usize) -> bool {
    let run = bytes.get(at..).unwrap_or_default();
    run.first().is_some_and(u8::is_ascii_punctuation)
        && (run.iter())
            .take_while(|byte| !byte.is_ascii_whitespace())
            .any(u8::is_ascii_alphanumeric)
}

fn is_closing(byte: u8) -> bool {
    matches!(
        byte,
        b'.' | b',' | b';' | b':' | b'!' | b'?' | b'"' | b'\'' | b'*' | b'>' | b')' | b']'
    )
}

/// Whether the mark at byte `at` of `word` sets a name apart (`NU'EST`,
/// `di'gibran'i`, `Raffi&Nagita`) and is not part of one (`Ma'ruf`) or of a word
/// (`Jum'at`). `before` is what stands before the word.
#[cold]
pub(super) fn divides(names: &Names, word: &str, at: usize, before: Context) -> bool {
    const ENDS: [char; 5] = ['-', '.', '_', '\u{2010}', '\u{2011}'];
    // No name is longer, and a word may have any number of marks.
    const REACH: usize = 3 * LONGEST;
    let (left, right) = word.split_at_checked(at).unwrap_or((word, ""));
    // A character has four bytes at most.
    let left = (0..4).find_map(|more| left.get(at.saturating_sub(REACH - more)..));
    let left = left.unwrap_or_default().rsplit(ENDS).next();
    let left = left.unwrap_or_default();
    let right = right.strip_prefix(DIVIDING).unwrap_or(right);
    let right = (0..4).find_map(|less| right.get(..right.len().min(REACH) - less));
    let right = right.unwrap_or_default().split(ENDS).next();
    let right = right.unwrap_or_default();
    let whole_left = left.len() == at;
    // The parts on each side up to the next mark, and those to the one behind.
    let lefts = [
        left.rsplit(DIVIDING).next().unwrap_or_default(),
        last_two(left, &DIVIDING),
    ];
    let rights = [
        right.split(DIVIDING).next().unwrap_or_default(),
        first_two(right, &DIVIDING),
    ];
    let in_context = |part: &str| {
        whole_left
            && part.len() == left.len()
            && folded(part.as_bytes()).is_some_and(|hash| names.class(hash, before).is_some())
    };
    // *Gus Baha's* is no *bahas*.
    if right.eq_ignore_ascii_case("s") {
        let is_owner = |part: &str| {
            part.len() >= 2 && folded(part.as_bytes()).is_some_and(|hash| names.is_listed(hash))
        };
        if lefts
            .into_iter()
            .any(|part| is_owner(part) || in_context(part))
        {
            return true;
        }
    }
    // On the stack, as scoring allocates nothing.
    let mut whole = [0; 2 * REACH];
    let mut length = 0;
    let letters = lefts[0].bytes().chain(rights[0].bytes());
    for (to, from) in whole
        .iter_mut()
        .zip(letters.filter(u8::is_ascii_alphabetic))
    {
        *to = from.to_ascii_lowercase();
        length += 1;
    }
    let whole = whole.get(..length).unwrap_or_default();
    // *Gus Dur'i*
    if right.eq_ignore_ascii_case("i")
        && in_context(lefts[0])
        && (names.class(hash::bytes(hash::WORD, whole), before)).is_none()
    {
        return true;
    }
    if rights[0].is_empty() || names.has(whole) {
        return false;
    }
    // Three letters that are part of a name somewhere are enough here.
    let is_name = |part: &str| {
        folded(part.as_bytes()).is_some_and(|hash| {
            part.len() >= 2 && names.goes_on(hash) || part.len() >= 3 && names.is_listed(hash)
        })
    };
    let left_is_name = lefts
        .into_iter()
        .any(|part| is_name(part) || in_context(part));
    let right_is_name = rights.into_iter().any(is_name);
    // `di'gunung`, `P'Anas`, `P'B.`, `NU'Tan` and `Hidayat'i`: these are divided even
    // if they are words without the mark.
    let one_letter = lefts[0].len() == 1;
    let capital = right.starts_with(char::is_uppercase);
    let is_initial = capital
        && rights[0].len() == 1
        && folded(right.as_bytes()).is_some_and(|hash| names.opens(hash).is_some());
    let is_apart = lefts[0].eq_ignore_ascii_case("di") && right_is_name
        || one_letter && right_is_name && capital
        || is_initial && (one_letter || left_is_name)
        || left_is_name && right_is_name
        || left_is_name && lefts[0].len() >= 4 && rights[0].eq_ignore_ascii_case("i");
    is_apart || (left_is_name || right_is_name) && !is_listed(whole)
}

/// The last two parts of `text`.
fn last_two<'a>(text: &'a str, marks: &[char]) -> &'a str {
    let parted = text.rmatch_indices(marks).nth(1);
    let two = parted.and_then(|(at, mark)| text.get(at + mark.len()..));
    two.unwrap_or(text)
}

/// The first two parts of `text`.
fn first_two<'a>(text: &'a str, marks: &[char]) -> &'a str {
    let parted = text.match_indices(marks).nth(1);
    parted.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
