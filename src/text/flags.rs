//! How a token is dressed.

use crate::text::chars::{SHAPE, is_hidden, is_vowel, shape};
use crate::text::lexicon::closed::ENCLITICS;
use crate::text::normalize::imitated_letter;
use crate::text::token::{Token, TokenKind};

/// What is unusual about the way a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Flags {
    /// Two or more ASCII capitals, no small letter, nothing outside ASCII.
    pub caps: bool,
    /// A letter three or more times in a row, large or small.
    pub elongated: bool,
    /// A word said twice: `anak-anak`, `sayur-mayur`, `berjalan-jalan`,
    /// `orang2`, `orang2nya`.
    pub reduplicated: bool,
    /// Letters of ASCII beside Cyrillic, Greek or Armenian ones.
    pub mixed_script: bool,
    /// Characters that cannot be seen: zero-width, bidirectional controls.
    pub hidden: bool,
    /// One or two digits or signs that stand for letters between letters:
    /// `c0blos`.
    pub leet: bool,
}

impl Token {
    /// How the token is dressed, read from `text`, the text it is a token of
    /// (of another text the answer says nothing). Linear in the token.
    ///
    /// ```
    /// let text = "GEGER anak-anak c0blossss";
    /// let flags: Vec<_> = hoaks::text::tokens(text).map(|token| token.flags(text)).collect();
    /// assert!(flags[0].caps && flags[1].reduplicated && flags[2].leet && flags[2].elongated);
    /// ```
    #[must_use]
    pub fn flags(&self, text: &str) -> Flags {
        let source = text.get(self.span()).unwrap_or_default();
        let lettered = matches!(self.kind(), TokenKind::Word | TokenKind::Hashtag);
        let wide = self.shape & shape::WIDE != 0;
        Flags {
            caps: self.is_all_caps() && source.bytes().filter(u8::is_ascii_uppercase).count() >= 2,
            elongated: lettered && is_elongated(source),
            reduplicated: self.kind() == TokenKind::Word && is_reduplicated(source),
            mixed_script: wide && is_mixed(source),
            hidden: wide && source.chars().any(is_hidden),
            leet: lettered && is_leet(source.as_bytes()),
        }
    }
}

fn is_elongated(source: &str) -> bool {
    let mut last = '\0';
    let mut run = 0;
    source.chars().any(|c| {
        run = if last.eq_ignore_ascii_case(&c) {
            run + 1
        } else {
            1
        };
        last = c;
        run == 3 && c.is_alphabetic()
    })
}

/// Two parts around one hyphen that are alike from their first letters or to
/// their last, or a word with the figure 2 that stands for its repetition, maybe
/// with a clitic behind it.
fn is_reduplicated(source: &str) -> bool {
    let bytes = source.as_bytes();
    if let Some((word, clitic)) = source.split_once('2') {
        let is_clitic = ENCLITICS
            .iter()
            .any(|it| it.eq_ignore_ascii_case(clitic.as_bytes()));
        return word.len() >= 3
            && word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (clitic.is_empty() || is_clitic);
    }
    let mut parts = bytes.split(|&byte| byte == b'-');
    let (Some(left), Some(right), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    if left.len() < 2 || right.len() < 2 {
        return false;
    }
    let alike = |a: &u8, b: &u8| a.eq_ignore_ascii_case(b);
    // `anak-anaknya`, `diiris-iris`: one contains the other.
    let within = |long: &[u8], short: &[u8]| {
        short.len() >= 3
            && long
                .windows(short.len())
                .any(|w| w.eq_ignore_ascii_case(short))
    };
    let short_enough = left.len() <= 32 && right.len() <= 32;
    // `sayur-mayur`: the same but for the first letter.
    let rhyme = left.len() == right.len()
        && left.len() >= 4
        && left.iter().zip(right).skip(1).all(|(a, b)| alike(a, b));
    // `bolak-balik`: the same consonants.
    let vowel = |byte: &u8| is_vowel(&byte.to_ascii_lowercase());
    let chime = left.len() == right.len()
        && left.len() >= 4
        && left
            .iter()
            .zip(right)
            .all(|(a, b)| alike(a, b) || (vowel(a) && vowel(b)));
    left.eq_ignore_ascii_case(right)
        || rhyme
        || chime
        || (short_enough && (within(left, right) || within(right, left)))
}

fn is_mixed(source: &str) -> bool {
    let latin = source.bytes().any(|byte| byte.is_ascii_alphabetic());
    let other = source.chars().any(|c| matches!(c as u32, 0x0370..=0x058F));
    latin && other
}

fn is_leet(bytes: &[u8]) -> bool {
    let letter = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|&byte| SHAPE[usize::from(byte)] & (shape::LETTER | shape::WIDE) != 0)
    };
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes.get(at..).unwrap_or_default();
        let length = run
            .iter()
            .take_while(|&&byte| byte.is_ascii_digit() || matches!(byte, b'@' | b'$'))
            .count();
        if length == 0 {
            at += 1;
            continue;
        }
        let readable = run
            .iter()
            .take(length)
            .all(|&byte| imitated_letter(char::from(byte)).is_some());
        if readable && length <= 2 && at > 0 && letter(at - 1) && letter(at + length) {
            return true;
        }
        at += length;
    }
    false
}
