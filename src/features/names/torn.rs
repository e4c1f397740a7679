//! What a name of several words tears off an address.
//!
//! Somebody who puts *Joko Widodo* in the place of *Jokowi* wherever it stands
//! does so in `https://contoh.id/jokowi-menang` too, and leaves
//! `https://contoh.id/Joko` and `Widodo-menang`. What is torn off belongs to the
//! address and is read as little as the rest of it, else the address would say
//! something about some names only.

use std::ops::Range;

use crate::features::hash;
use crate::features::names::context::Context;
use crate::features::names::{Names, PASSED_OVER};
use crate::text::TokenKind;

/// Where the address or mention at `span` ends if a name at its end goes on
/// behind white space. Linear in what is torn off.
pub(in crate::features) fn rest(
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
    let length = address.iter().rev().take(hash::LONGEST_WRITTEN + 1);
    let length = length.take_while(|&&byte| is_in_word(byte)).count();
    let (before, word) = address.split_at(address.len() - length);
    if before.last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let hash = hash::written(word)?;
    (names.is_listed(hash) || word.eq_ignore_ascii_case(PASSED_OVER)).then_some(Context::name(hash))
}

/// The hash of the word behind the one blank at `at`, none for a number, and
/// where it ends.
fn word(bytes: &[u8], at: usize) -> Option<(Option<u64>, usize)> {
    let rest = bytes.get(at..)?.strip_prefix(b" ")?;
    let length = |is_in: fn(u8) -> bool| {
        let run = rest.iter().take(hash::LONGEST_WRITTEN + 1);
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
    let hash = hash::written(rest.get(..length)?)?;
    whole.then_some((Some(hash), at + 1 + length))
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'\''
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
