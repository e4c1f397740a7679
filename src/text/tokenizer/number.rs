//! Where a token that starts with a digit ends, and what it is.

use crate::text::chars::leading;
use crate::text::lexicon::calendar::is_calendar;
use crate::text::lexicon::unit::is_unit;
use crate::text::token::TokenKind;

/// What the digits at the start of a token are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) end: usize,
    pub(super) kind: TokenKind,
}

/// Longest time, date or telephone number, in bytes: bounds every look-ahead.
const LONGEST: usize = 24;

/// Reads ASCII digits with the separators that belong to them, starting at
/// `start`, where a digit stands.
///
/// Groups are joined by `.` and `,` (`1.000,50`), by `:` (`10:30`), and by `/`
/// and `-` where they make a date (`17/04/2019`, `2019-04-17`), a fraction or
/// ratio of small numbers (`1/2`, `120/80`), a score (`2-1`, `21-18`), a telephone
/// number (`0812-3456-7890`, `021-5551234`), three groups or more (`4-3-3`,
/// `978-602-1234-56-7`) or a type of aircraft (`737-800`). A date takes the time that
/// ISO 8601 puts behind it (`2024-02-14T08:00Z`). Verses of a chapter are
/// one number (`19:4-6`), and so are number and year of a law (`UU 7/2017`). Any
/// other `-` or `/` is a range or an alternative, and a token of its own (`5-10`,
/// `9.100/9.105`).
pub(super) fn number(bytes: &[u8], start: usize) -> Number {
    let end = plain(bytes, start);
    if matches!(bytes.get(end), Some(b'-' | b'/'))
        && let Some(joined) = joined(bytes, start, end).or_else(|| verses(bytes, start, end))
    {
        return joined;
    }
    let written = bytes.get(start..end).unwrap_or_default();
    let count = |separator: u8| written.iter().filter(|&&byte| byte == separator).count();
    let mut kind = TokenKind::Number;
    // Nothing longer is a time or date.
    if (3..=10).contains(&written.len()) {
        let (dots, colons) = (count(b'.'), count(b':'));
        if dots == 2 && is_dotted_date(written) {
            kind = TokenKind::Date;
        } else if (colons > 0 && is_clock(written, b':'))
            || (dots > 0 && is_clock(written, b'.') && at_the_clock(bytes, start, end))
        {
            kind = TokenKind::Time;
        }
    }
    Number { end, kind }
}

/// End of the digits at `start` with `.`, `,` or `:` between two of them.
fn plain(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        let belongs = byte.is_ascii_digit()
            || (matches!(byte, b'.' | b',' | b':') && is_digit(bytes, end + 1));
        if !belongs {
            break;
        }
        end += 1;
    }
    end
}

/// Groups of digits joined by the `-` or `/` at `at`, if they make one number.
fn joined(bytes: &[u8], start: usize, at: usize) -> Option<Number> {
    let separator = *bytes.get(at)?;
    let mut groups = [0_usize; 8];
    let mut count = 0;
    let mut end = start;
    loop {
        let length = leading(bytes.get(end..)?, LONGEST, u8::is_ascii_digit).len();
        *groups.get_mut(count)? = length;
        count += 1;
        end += length;
        if length == 0 || end - start > LONGEST {
            return None;
        }
        if bytes.get(end) != Some(&separator) || !is_digit(bytes, end + 1) {
            break;
        }
        end += 1;
    }
    // A comma or letter behind the last group makes it another number.
    let goes_on = match bytes.get(end) {
        Some(b'.' | b',' | b':') => is_digit(bytes, end + 1),
        Some(b'-' | b'/') => true,
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    };
    let number = |kind| Some(Number { end, kind });
    if groups.get(..count) == Some(&[4, 2, 2])
        && separator == b'-'
        && let Some(end) = moment(bytes, end)
    {
        let kind = TokenKind::Date;
        return Some(Number { end, kind });
    }
    match (groups.get(..count)?, separator) {
        ([1 | 2, 1 | 2, 2 | 4], _) | ([4, 1 | 2, 1 | 2], _) if !goes_on => number(TokenKind::Date),
        ([1..=3, 1..=3], b'/') if !goes_on => number(TokenKind::Number),
        ([1..=3, 4], b'/') if !goes_on && is_law(bytes, start) => number(TokenKind::Number),
        // `2-1`, and what no range is: `21-18`, `10-0`.
        (&[first @ 1..=3, second @ 1..=3], b'-')
            if (first.max(second) == 1 || falls(bytes.get(start..end)?, first))
                && !(goes_on || counts(bytes, end) || is_numbered(bytes, start)) =>
        {
            number(TokenKind::Number)
        }
        // An area code.
        ([2..=4, 5..=LONGEST], b'-') if !goes_on && bytes.get(start) == Some(&b'0') => {
            number(TokenKind::Number)
        }
        ([_, _, _, ..], b'-')
            if groups.iter().take(count).all(|&length| length >= 2)
                || !(goes_on || is_numbered(bytes, start)) =>
        {
            number(TokenKind::Number)
        }
        ([2 | 3, 2 | 3], b'-') if !goes_on && is_aircraft(bytes, start, end) => {
            number(TokenKind::Number)
        }
        _ => None,
    }
}

/// End of the time of day that ISO 8601 writes behind a date, from the `T` at `at` on:
/// `T08:00`, `T08:00:30Z`, `T08:00:30.125+07:00`.
fn moment(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = |at: usize| is_digit(bytes, at) && is_digit(bytes, at + 1);
    let next = |at: usize, mark: u8| bytes.get(at) == Some(&mark) && pair(at + 1);
    if !(next(at, b'T') && next(at + 3, b':')) {
        return None;
    }
    let mut end = at + 6;
    if next(end, b':') {
        end += 3;
        if bytes.get(end) == Some(&b'.') && is_digit(bytes, end + 1) {
            let digits = leading(bytes.get(end + 1..)?, LONGEST, u8::is_ascii_digit);
            end += 1 + digits.len();
        }
    }
    match bytes.get(end) {
        Some(b'Z') => end += 1,
        Some(b'+' | b'-') if pair(end + 1) => {
            end += 3;
            if next(end, b':') {
                end += 3;
            } else if pair(end) {
                end += 2;
            }
        }
        _ => {}
    }
    let goes_on = match bytes.get(end) {
        Some(b':' | b'.') => is_digit(bytes, end + 1),
        Some(byte) => byte.is_ascii_alphanumeric() || !byte.is_ascii(),
        None => false,
    };
    (!goes_on).then_some(end)
}

/// Whether the first of two numbers, which has `first` digits, is the greater one.
fn falls(pair: &[u8], first: usize) -> bool {
    let (Some(one), Some(two)) = (pair.get(..first), pair.get(first + 1..)) else {
        return false;
    };
    value(one, 3) > value(two, 3)
}

/// Whether `start..end` is a type of aircraft: `737-800`, `ATR 72-600`.
fn is_aircraft(bytes: &[u8], start: usize, end: usize) -> bool {
    matches!(
        bytes.get(start..end),
        Some([b'7', _, b'7', b'-', _, b'0', b'0'])
    ) || ends(bytes, start, b"atr ")
}

/// A range of verses (`19:4-6`) of which `start..at` is the chapter and the
/// first verse.
fn verses(bytes: &[u8], start: usize, at: usize) -> Option<Number> {
    let written = bytes.get(start..at)?;
    let colon = written.iter().position(|&byte| byte == b':')?;
    let digits =
        |bytes: &[u8]| (1..=3).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    let first = digits(written.get(..colon)?) && digits(written.get(colon + 1..)?);
    if !first || bytes.get(at) != Some(&b'-') {
        return None;
    }
    let end = plain(bytes, at + 1);
    let goes_on = bytes
        .get(end)
        .is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'/'));
    let sound = digits(bytes.get(at + 1..end)?) && !goes_on && !at_the_clock(bytes, start, end);
    sound.then_some(Number {
        end,
        kind: TokenKind::Number,
    })
}

/// `10.30` or `10:30:15` with hours below 25 and the rest below 60.
fn is_clock(written: &[u8], separator: u8) -> bool {
    let mut parts = written.split(|&byte| byte == separator);
    let hours = parts.next().is_some_and(|part| value(part, 2) <= 24);
    let mut rest = 0;
    let sound = parts.all(|part| {
        rest += 1;
        part.len() == 2 && value(part, 2) < 60
    });
    hours && sound && (1..=2).contains(&rest)
}

/// `17.04.2019`.
fn is_dotted_date(written: &[u8]) -> bool {
    let mut parts = written.split(|&byte| byte == b'.');
    let mut next = |most: usize| parts.next().map_or(usize::MAX, |part| value(part, most));
    let (day, month, year) = (next(2), next(2), next(4));
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (1000..=9999).contains(&year)
        && parts.next().is_none()
}

/// The number that up to `most` digits write; `usize::MAX` for anything else.
fn value(digits: &[u8], most: usize) -> usize {
    if digits.is_empty() || digits.len() > most || !digits.iter().all(u8::is_ascii_digit) {
        return usize::MAX;
    }
    digits
        .iter()
        .fold(0, |value, &digit| 10 * value + usize::from(digit - b'0'))
}

/// Whether the word before `start` says that the number and year of a law
/// stand there: `UU 7/2017`.
fn is_law(bytes: &[u8], start: usize) -> bool {
    const LAWS: [&[u8]; 10] = [
        b"no ",
        b"no. ",
        b"nomor ",
        b"uu ",
        b"pp ",
        b"perpu ",
        b"perppu ",
        b"perpres ",
        b"pmk ",
        b"pkpu ",
    ];
    LAWS.iter().any(|law| ends(bytes, start, law))
}

/// Whether the word before `start` counts what has numbers, so that two of them
/// are a range and no score: `pasal 1-5`.
fn is_numbered(bytes: &[u8], start: usize) -> bool {
    const NUMBERED: [&[u8]; 18] = [
        b"ayat ",
        b"bab ",
        b"eps ",
        b"episode ",
        b"hal ",
        b"halaman ",
        b"jam ",
        b"jilid ",
        b"kelas ",
        b"lantai ",
        b"nomor ",
        b"pasal ",
        b"pukul ",
        b"semester ",
        b"tanggal ",
        b"tgl ",
        b"umur ",
        b"usia ",
    ];
    NUMBERED.iter().any(|word| ends(bytes, start, word))
}

/// Whether `word` stands right before `at`, and no letter before it.
fn ends(bytes: &[u8], at: usize, word: &[u8]) -> bool {
    let from = at.checked_sub(word.len());
    from.is_some_and(|from| {
        bytes
            .get(from..at)
            .is_some_and(|tail| tail.eq_ignore_ascii_case(word))
            && !from
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_some_and(u8::is_ascii_alphabetic)
    })
}

/// Whether the words around `start..end` say that it is a time of day. What is said
/// beside one end of a range is said of both: `08.00-16.00 WIB`.
fn at_the_clock(bytes: &[u8], start: usize, end: usize) -> bool {
    is_clocked_before(bytes, start)
        || is_clocked_behind(bytes, end)
        || first_of_range(bytes, start).is_some_and(|start| is_clocked_before(bytes, start))
        || last_of_range(bytes, end).is_some_and(|end| is_clocked_behind(bytes, end))
}

fn is_clocked_before(bytes: &[u8], start: usize) -> bool {
    [&b"pukul "[..], b"jam ", b"pkl ", b"pkl. "]
        .iter()
        .any(|word| ends(bytes, start, word))
}

fn is_clocked_behind(bytes: &[u8], end: usize) -> bool {
    let after = bytes.get(end..).unwrap_or_default();
    let after = after.strip_prefix(b" ").unwrap_or(after);
    [&b"wib"[..], b"wita", b"wit"].iter().any(|zone| {
        after
            .get(..zone.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(zone))
            && !after.get(zone.len()).is_some_and(u8::is_ascii_alphanumeric)
    })
}

/// What stands between the two times of a range; a blank may stand on both sides.
const RANGES: [&[u8]; 7] = [
    b"-",
    "\u{2013}".as_bytes(),
    "\u{2014}".as_bytes(),
    b"s.d.",
    b"s/d",
    b"sampai",
    b"hingga",
];

/// Where the time starts that a range goes on from to what stands at `start`.
fn first_of_range(bytes: &[u8], start: usize) -> Option<usize> {
    let before = bytes.get(..start)?;
    let before = before.strip_suffix(b" ").unwrap_or(before);
    let before = RANGES.iter().find_map(|mark| before.strip_suffix(*mark))?;
    let before = before.strip_suffix(b" ").unwrap_or(before);
    let is_part = |byte: &&u8| byte.is_ascii_digit() || **byte == b'.';
    // One more than the longest time with a dot.
    let length = before.iter().rev().take(6).take_while(is_part).count();
    let (_, time) = before.split_at_checked(before.len() - length)?;
    is_clock(time, b'.').then_some(before.len() - length)
}

/// Where the time ends that a range goes on to from what ends at `end`.
fn last_of_range(bytes: &[u8], end: usize) -> Option<usize> {
    let rest = bytes.get(end..)?;
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    let rest = RANGES.iter().find_map(|mark| rest.strip_prefix(*mark))?;
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    let start = bytes.len() - rest.len();
    let time = leading(rest, 6, |byte| byte.is_ascii_digit() || *byte == b'.');
    is_clock(time, b'.').then_some(start + time.len())
}

/// Whether a unit or a month follows: `2-3 hari` is a range, `2-1` alone is a
/// score.
fn counts(bytes: &[u8], end: usize) -> bool {
    let after = bytes.get(end..).unwrap_or_default();
    let after = after.strip_prefix(b" ").unwrap_or(after);
    let word = letters_at(after, 0);
    after.starts_with(b"%") || is_unit(word) || is_calendar(word)
}

/// The unit glued to the number that ends at `end`: `8kg`, `25rb`. Not if the
/// word goes on (`3kg-an`, `10km2`).
pub(super) fn has_unit(bytes: &[u8], end: usize) -> bool {
    let unit = letters_at(bytes, end);
    let goes_on = match bytes.get(end + unit.len()..) {
        // A range: `5rb-7rb`.
        Some([b'-', next, ..]) if next.is_ascii_digit() => false,
        Some([b'.' | b'-' | b'_' | b'\'' | b'`' | b'@' | b'$', next, ..]) => {
            next.is_ascii_alphanumeric() || *next >= 0x80
        }
        Some([next, ..]) => next.is_ascii_digit() || *next >= 0x80,
        _ => false,
    };
    !goes_on && (is_unit(unit) || (unit.eq_ignore_ascii_case(b"th") && is_no_ordinal(bytes, end)))
}

/// Whether the number that starts at `start` is an amount of rupiah: `Rp15.000`,
/// `Rp. 15.000`.
pub(super) fn is_money(bytes: &[u8], start: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default();
    let code = before.strip_suffix(b" ").unwrap_or(before);
    let code = code.strip_suffix(b".").unwrap_or(code);
    matches!(code, [rest @ .., b'R' | b'r', b'p' | b'P'] if !rest.last().is_some_and(u8::is_ascii_alphabetic))
}

/// Whether the letter at `end` counts the money whose number is `start..end`:
/// `Rp2M` is *miliar*, `Rp1,5T` *triliun*. Elsewhere it is no unit (`4T`).
pub(super) fn has_letter_of_money(bytes: &[u8], start: usize, end: usize) -> bool {
    is_money(bytes, start)
        && matches!(bytes.get(end), Some(b'M' | b'T'))
        && bytes
            .get(end + 1)
            .is_none_or(|next| next.is_ascii() && !next.is_ascii_alphanumeric())
}

/// End of the telephone number, or of the code of Indonesia alone, whose `+`
/// stands at `at`: `+62`, `+6281234567890`, `+62-812-3456-7890`.
pub(super) fn telephone(bytes: &[u8], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'+')
        || !is_digit(bytes, at + 1)
    {
        return None;
    }
    let end = number(bytes, at + 1).end;
    let written = bytes.get(at + 1..end)?;
    let is_code = written == b"62";
    let is_number = (8..=20).contains(&written.len())
        && written
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'-');
    let goes_on = bytes
        .get(end)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'%');
    ((is_code || is_number) && !goes_on).then_some(end)
}

/// Whether the number that ends at `end` is one that English would not write
/// with `th`, so that it is *tahun*: `2th`, `33th`, but not `5th`, `11th`.
#[inline(never)]
fn is_no_ordinal(bytes: &[u8], end: usize) -> bool {
    match bytes.get(..end) {
        Some([.., b'1', b'1'..=b'3']) => false,
        Some([.., b'1'..=b'3']) => true,
        _ => false,
    }
}

/// The letters at `at`, or the first ten of them.
fn letters_at(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    leading(rest, 10, u8::is_ascii_alphabetic)
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}
