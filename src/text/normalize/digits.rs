//! Which digits and signs are letters.

use crate::text::chars::leading;
use crate::text::lexicon::{Entry, look_up};

/// Stands for a digit that imitates no letter.
pub(super) const UNREADABLE: char = '2';

pub(super) fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit() || is_sign(byte)
}

/// A sign that imitates a letter.
pub(crate) fn is_sign(byte: u8) -> bool {
    matches!(byte, b'@' | b'$')
}

/// A piece with digits or signs, and what says whether they are letters.
pub(super) struct Digits<'p> {
    piece: &'p [u8],
    /// The number of its last run.
    last: usize,
    /// Few of them stand between letters: these are letters whatever else there is, and
    /// show that others may be.
    leet: bool,
    /// All of them are letters.
    is_word: bool,
}

impl<'p> Digits<'p> {
    pub(super) fn of(piece: &'p [u8]) -> Self {
        let last = runs(piece).count().saturating_sub(1);
        let leet = runs(piece).enumerate().any(|(number, run)| {
            number > 0 && number < last && is_digit(run[0]) && run.len() <= 3 && is_readable(run)
        });
        Self {
            piece,
            last,
            leet,
            is_word: is_word_with_digits(piece),
        }
    }

    /// Whether a run of digits, the one with this `number` of all, stands for letters.
    pub(super) fn are_letters(&self, number: usize, run: &[u8]) -> bool {
        let is_inner = number > 0 && number < self.last;
        let most = match (is_inner, self.leet) {
            _ if self.is_word => usize::MAX,
            (true, true) => 4,
            (true, false) => 3,
            (false, true) => 2,
            (false, false) => 0,
        };
        is_readable(run) && (run.len() <= most || self.fits(number, run))
    }

    /// Whether one digit at an edge is more likely a letter than a number.
    fn fits(&self, number: usize, run: &[u8]) -> bool {
        match (number == 0, number == self.last, run, self.piece) {
            (true, false, &[digit], [_, word @ ..]) => fits_before(digit, word),
            (false, true, &[digit], [word @ .., _]) => fits_behind(digit, word),
            _ => false,
        }
    }

    /// The letter that byte `at` is or stands for.
    pub(super) fn letter(&self, at: usize) -> u8 {
        let byte = |at: Option<usize>| at.and_then(|at| self.piece.get(at)).copied();
        let (before, behind) = (byte(at.checked_sub(1)), byte(Some(at + 1)));
        match byte(Some(at)).unwrap_or_default() {
            b'1' if is_vowel(before) && is_vowel(behind) => b'l',
            byte => imitated(byte).unwrap_or(byte),
        }
    }
}

/// The runs of a piece: of digits and signs, and of letters.
pub(super) fn runs(piece: &[u8]) -> impl Iterator<Item = &[u8]> {
    piece.chunk_by(|&a, &b| is_digit(a) == is_digit(b))
}

fn is_readable(run: &[u8]) -> bool {
    run.iter().all(|&digit| imitated(digit).is_some())
}

fn imitated(byte: u8) -> Option<u8> {
    imitated_letter(char::from(byte)).map(|letter| letter as u8)
}

/// A vowel, or a digit or sign that is read as one.
fn is_vowel(byte: Option<u8>) -> bool {
    matches!(
        byte,
        Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'0' | b'3' | b'4' | b'@')
    )
}

/// Whether `piece` is a word of four letters or more if all its digits are read as
/// letters, and a rarer one or none without those at its edges. A sign is at an edge
/// of so long a piece only where the tokenizer has read it as a letter.
fn is_word_with_digits(piece: &[u8]) -> bool {
    const LONGEST: usize = 32;
    if piece.len() < 4 {
        return false;
    }
    let mut read = [0; LONGEST];
    let Some(read) = as_letters(piece, &mut read) else {
        return false;
    };
    let is_edge = |byte: Option<&u8>| byte.is_some_and(|&byte| is_sign(byte));
    if is_edge(piece.first()) || is_edge(piece.last()) {
        return true;
    }
    let is_digit = |byte: &&u8| is_digit(**byte);
    let front = piece.iter().take_while(is_digit).count();
    let back = piece.iter().rev().take_while(is_digit).count();
    let bare = read
        .get(front..read.len().saturating_sub(back))
        .unwrap_or_default();
    match bare.len() {
        0 => false,
        1 | 2 => look_up(read).is_some(),
        _ => is_commoner(read, bare),
    }
}

/// Whether `word` is listed, and as a commoner one than `other`.
pub(crate) fn is_commoner(word: &[u8], other: &[u8]) -> bool {
    let common = |word: &[u8]| look_up(word).map(Entry::as_common);
    common(word) > common(other)
}

/// Whether a digit behind `word` is more likely a letter than a number: `a` or
/// `o` behind a consonant, `s` or `t` behind a vowel, the `g` of `ng`. Digits
/// that people do put behind a word stay numbers: 2 (`orang2`), and 1 and 3,
/// which are candidates' numbers.
fn fits_behind(digit: u8, word: &[u8]) -> bool {
    let last = word.last().copied();
    let long = word.len() >= 3 && word.iter().any(|&letter| is_vowel(Some(letter)));
    long && match digit {
        b'0' | b'4' | b'@' => !is_vowel(last),
        b'5' | b'7' | b'$' => is_vowel(last),
        b'9' => last == Some(b'n'),
        _ => false,
    }
}

/// Whether a digit before `word` is more likely a letter than a number: a vowel
/// before two consonants that no word starts with, or a consonant before a
/// vowel unless `word` is what people count or date with.
fn fits_before(digit: u8, word: &[u8]) -> bool {
    const COUNTED: [&[u8]; 10] = [
        b"agustus", b"anak", b"april", b"ekor", b"okt", b"orang", b"org", b"persen", b"rupiah",
        b"unit",
    ];
    let at = |i: usize| word.get(i).copied();
    let counted = COUNTED.iter().any(|counted| word.starts_with(counted));
    match digit {
        // Nobody counts none of a thing.
        b'0' => word.len() >= 3 && !is_vowel(at(0)) && !counted,
        b'1' | b'3' | b'4' => {
            matches!(at(0), Some(b'l' | b'm' | b'n' | b'r'))
                && at(1).is_some_and(|c| !is_vowel(Some(c)) && !matches!(c, b'g' | b'y'))
                && is_vowel(at(2))
        }
        b'5' | b'7' | b'8' | b'9' => word.len() >= 3 && is_vowel(at(0)) && !counted,
        _ => false,
    }
}

/// The letters, digits and signs that `bytes` starts with, `most` at most.
pub(crate) fn disguised_run(bytes: &[u8], most: usize) -> &[u8] {
    leading(bytes, most, |byte| {
        byte.is_ascii_alphanumeric() || is_sign(*byte)
    })
}

/// Letters, digits and signs as the small letters they are or imitate, written into
/// `read`; `None` if it has no room for them.
pub(crate) fn as_letters<'r>(source: &[u8], read: &'r mut [u8]) -> Option<&'r [u8]> {
    let read = read.get_mut(..source.len())?;
    for (to, &from) in read.iter_mut().zip(source) {
        *to = imitated(from).unwrap_or(from).to_ascii_lowercase();
    }
    Some(read)
}

/// The letter that a digit or sign imitates.
pub(crate) fn imitated_letter(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '6' | '9' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => return None,
    })
}
