//! Text to tokens in one pass.
//!
//! The rules work on byte classes for ASCII and on character classes for the
//! rest; a plain lower-case word followed by a space, which is most of any
//! text, leaves by a short loop that the general rules agree with. Emoji and
//! scripts without spaces are cut by `unicode-segmentation` (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use crate::text::address;
use crate::text::chars::{Class, SHAPE, class, is_pictograph, is_prefix_sign, shape};
use crate::text::token::{Token, TokenKind};

/// The tokens of `text`, in order.
///
/// Linear in `text.len()`, allocates nothing, never panics.
///
/// ```
/// let text = "Anak-anak ke TPS 10.30 WIB, cek https://kpu.go.id.";
/// let found: Vec<&str> = hoaks::text::tokens(text).map(|t| &text[t.span()]).collect();
/// assert_eq!(
///     found,
///     ["Anak-anak", "ke", "TPS", "10.30", "WIB", ",", "cek", "https://kpu.go.id", "."]
/// );
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, position: 0 }
}

/// Iterator over the tokens of a text; made by [`tokens`].
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    position: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let mut at = self.position;
        loop {
            let &byte = bytes.get(at)?;
            let kind = SHAPE[usize::from(byte)];
            if kind == shape::SPACE {
                at += 1;
                continue;
            }
            // Most tokens: letters up to a space, a comma or the end.
            if kind & shape::LETTER != 0 {
                let start = at;
                let mut seen = kind;
                at += 1;
                while let Some(&next) = bytes.get(at) {
                    let bits = SHAPE[usize::from(next)];
                    if bits & shape::LETTER == 0 {
                        break;
                    }
                    seen |= bits;
                    at += 1;
                }
                let plain = match bytes.get(at) {
                    None => true,
                    Some(&next) => next == b',' || SHAPE[usize::from(next)] == shape::SPACE,
                };
                let token = if plain {
                    Token {
                        start,
                        end: at,
                        kind: TokenKind::Word,
                        shape: seen,
                    }
                } else {
                    Scanner::new(self.text, start).word()
                };
                self.position = token.end;
                return Some(token);
            }
            match Scanner::new(self.text, at).token() {
                Ok(token) => {
                    self.position = token.end;
                    return Some(token);
                }
                Err(after_gap) => at = after_gap,
            }
        }
    }
}

/// The general rules, for one token that starts at `start`.
struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    start: usize,
    at: usize,
    seen: u8,
}

/// What stands at a position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    End,
    Letter,
    Digit,
    /// Mark or hidden character: stays with what is before it.
    Extend,
    Space,
    Unspaced,
    /// Punctuation or symbol; the byte if it is ASCII.
    Symbol(Option<u8>),
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str, start: usize) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            start,
            at: start,
            seen: 0,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// What stands at `at`, and how many bytes it takes.
    fn look(&self, at: usize) -> (Next, usize) {
        let Some(byte) = self.byte(at) else {
            return (Next::End, 0);
        };
        let bits = SHAPE[usize::from(byte)];
        if bits != shape::WIDE {
            let next = match bits {
                shape::SPACE => Next::Space,
                shape::DIGIT => Next::Digit,
                shape::LOWER | shape::UPPER => Next::Letter,
                _ => Next::Symbol(Some(byte)),
            };
            return (next, 1);
        }
        let Some(c) = self.char_at(at) else {
            return (Next::End, 0);
        };
        let next = match class(c) {
            Class::Space => Next::Space,
            Class::Hidden | Class::Mark => Next::Extend,
            Class::Letter => Next::Letter,
            Class::Digit => Next::Digit,
            Class::Unspaced => Next::Unspaced,
            Class::Symbol => Next::Symbol(None),
        };
        (next, c.len_utf8())
    }

    fn is_alnum(&self, at: usize) -> bool {
        matches!(self.look(at).0, Next::Letter | Next::Digit)
    }

    fn take(&mut self, length: usize) {
        if let Some(byte) = self.byte(self.at) {
            self.seen |= SHAPE[usize::from(byte)];
        }
        self.at += length;
    }

    fn finish(&self, kind: TokenKind) -> Token {
        Token {
            start: self.start,
            end: self.at,
            kind,
            shape: self.seen,
        }
    }

    /// The token at `start`, or `Err(where to go on)` if a gap stands there.
    fn token(mut self) -> Result<Token, usize> {
        let (next, length) = self.look(self.at);
        match next {
            Next::End => Err(self.start + 1),
            Next::Space => Err(self.start + length),
            Next::Extend if self.char_at(self.at).is_some_and(is_hidden) => {
                Err(self.start + length)
            }
            Next::Letter => Ok(self.word()),
            Next::Digit => Ok(match self.keycap() {
                Some(end) => {
                    self.advance_to(end);
                    self.finish(TokenKind::Emoji)
                }
                None => self.number(),
            }),
            Next::Unspaced => {
                let rest = self.text.get(self.start..).unwrap_or_default();
                let piece = rest.split_word_bounds().next().unwrap_or_default();
                self.advance_to(self.start + piece.len().max(length));
                Ok(self.finish(TokenKind::Word))
            }
            Next::Symbol(Some(byte)) => Ok(self.ascii_symbol(byte)),
            Next::Extend | Next::Symbol(None) => {
                let piece = match self.char_at(self.start) {
                    Some(c) if is_prefix_sign(c) => "",
                    _ => self.cluster(),
                };
                self.take(piece.len().max(length));
                Ok(self.finish(if piece.chars().any(is_pictograph) {
                    TokenKind::Emoji
                } else {
                    TokenKind::Punctuation
                }))
            }
        }
    }

    fn ascii_symbol(mut self, byte: u8) -> Token {
        match byte {
            b'@' | b'#' if self.is_name(self.at + 1) => {
                self.take(1);
                self.name();
                return self.finish(if byte == b'@' {
                    TokenKind::Mention
                } else {
                    TokenKind::Hashtag
                });
            }
            b'.' | b'!' | b'?' => {
                while matches!(self.byte(self.at), Some(b'.' | b'!' | b'?')) {
                    self.take(1);
                }
            }
            b':' | b';' | b'=' | b'<' => {
                if let Some(length) = emoticon(&self.bytes[self.at..]) {
                    for _ in 0..length {
                        self.take(1);
                    }
                    return self.finish(TokenKind::Emoticon);
                }
                self.take(1);
            }
            b'#' | b'*' => {
                if let Some(end) = self.keycap() {
                    self.advance_to(end);
                    return self.finish(TokenKind::Emoji);
                }
                self.take(1);
            }
            _ => self.take(1),
        }
        self.finish(TokenKind::Punctuation)
    }

    /// End of the keycap emoji at `at`, such as `#️⃣` or `1️⃣`.
    fn keycap(&self) -> Option<usize> {
        let cap = self.text.get(self.at + 1..)?;
        let cap = cap.strip_prefix('\u{FE0F}').unwrap_or(cap);
        let rest = cap.strip_prefix('\u{20E3}')?;
        Some(self.text.len() - rest.len())
    }

    /// The grapheme cluster at `start`.
    fn cluster(&self) -> &'t str {
        let rest = self.text.get(self.start..).unwrap_or_default();
        rest.graphemes(true).next().unwrap_or_default()
    }

    fn is_name(&self, at: usize) -> bool {
        self.byte(at) == Some(b'_') || self.is_alnum(at)
    }

    /// The body of a mention or hashtag: letters, digits, `_`, and a dot
    /// between two of them in a mention.
    fn name(&mut self) {
        let mention = self.byte(self.start) == Some(b'@');
        loop {
            let (next, length) = self.look(self.at);
            match next {
                Next::Letter | Next::Digit | Next::Extend => self.take(length),
                Next::Symbol(Some(b'_')) => self.take(1),
                Next::Symbol(Some(b'.')) if mention && self.is_name(self.at + 1) => self.take(1),
                _ => return,
            }
        }
    }

    /// Digits with the separators that stand between two digits; letters
    /// behind them make it a word (`4thn`, `1990-an`).
    fn number(mut self) -> Token {
        loop {
            let (next, length) = self.look(self.at);
            match next {
                Next::Digit | Next::Extend => self.take(length),
                Next::Symbol(Some(b'.' | b',' | b':' | b'/'))
                    if self.look(self.at + 1).0 == Next::Digit =>
                {
                    self.take(1);
                }
                Next::Letter => return self.word(),
                Next::Symbol(Some(b'-')) if self.look(self.at + 1).0 == Next::Letter => {
                    return self.word();
                }
                _ => return self.finish(TokenKind::Number),
            }
        }
    }

    /// A word from `at` on: letters, digits, and the joiners that may stand
    /// between them.
    fn word(mut self) -> Token {
        if let Some(end) = address::with_scheme(self.text, self.at) {
            self.advance_to(end);
            return self.finish(TokenKind::Url);
        }
        // Length in characters of the run since the last dot: two single
        // letters around a dot are an abbreviation.
        let mut label = 0_usize;
        let mut label_start = self.at;
        // Whether that dot is one of an abbreviation.
        let mut abbreviated = false;
        // Up to here it is known that no dot belongs to a host name.
        let mut no_host_until = 0;
        loop {
            let (next, length) = self.look(self.at);
            match next {
                Next::Letter | Next::Digit => {
                    self.take(length);
                    label += 1;
                }
                Next::Extend => self.take(length),
                Next::Symbol(Some(b'.')) => {
                    if let Some(end) = address::dotted_email(self.text, self.at) {
                        self.advance_to(end);
                        return self.finish(TokenKind::Email);
                    }
                    if self.at >= no_host_until {
                        let host = address::host(self.text, label_start);
                        if let Some(end) = host.end {
                            self.advance_to(end);
                            return self.finish(TokenKind::Url);
                        }
                        no_host_until = host.seen_until;
                    }
                    let single = label == 1 && self.single_letter(self.at + 1);
                    let digits = self.is_digit_before() && self.look(self.at + 1).0 == Next::Digit;
                    if !(single || digits) {
                        break;
                    }
                    self.take(1);
                    label = 0;
                    label_start = self.at;
                    abbreviated = single;
                }
                Next::Symbol(Some(b',')) => {
                    if !(self.is_digit_before() && self.look(self.at + 1).0 == Next::Digit) {
                        break;
                    }
                    self.take(1);
                }
                Next::Symbol(Some(b'@')) => {
                    if let Some(end) = address::email(self.text, self.at + 1) {
                        self.advance_to(end);
                        return self.finish(TokenKind::Email);
                    }
                    // `c@pres`: leet, not a mention.
                    if self.look(self.at + 1).0 != Next::Letter {
                        break;
                    }
                    self.take(1);
                }
                Next::Symbol(Some(b'$')) => {
                    if self.look(self.at + 1).0 != Next::Letter {
                        break;
                    }
                    self.take(1);
                }
                Next::Symbol(Some(b'\'' | b'`' | b'_' | b'-')) => {
                    if !self.is_alnum(self.at + 1) {
                        break;
                    }
                    self.take(1);
                    label += 1;
                }
                Next::Symbol(None) => {
                    // Apostrophes and hyphens of typography.
                    let joiner = matches!(
                        self.char_at(self.at),
                        Some('\u{2018}' | '\u{2019}' | '\u{2010}' | '\u{2011}')
                    );
                    if !(joiner && self.is_alnum(self.at + length)) {
                        break;
                    }
                    self.take(length);
                    label += 1;
                }
                _ => break,
            }
        }
        // `a.n.`, `S.H.`: the last dot belongs to the abbreviation.
        if abbreviated && label == 1 && self.byte(self.at) == Some(b'.') {
            self.take(1);
        }
        self.finish(TokenKind::Word)
    }

    fn advance_to(&mut self, end: usize) {
        while self.at < end {
            self.take(1);
        }
    }

    /// Whether one letter and nothing more of a word stands at `at`.
    fn single_letter(&self, at: usize) -> bool {
        let (next, length) = self.look(at);
        next == Next::Letter && !self.is_alnum(at + length)
    }

    fn is_digit_before(&self) -> bool {
        self.at
            .checked_sub(1)
            .and_then(|before| self.byte(before))
            .is_some_and(|byte| byte.is_ascii_digit())
    }
}

fn is_hidden(c: char) -> bool {
    !c.is_ascii() && class(c) == Class::Hidden
}

/// Length of the emoticon at the start of `bytes`.
fn emoticon(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"<3") {
        return Some(2);
    }
    if !matches!(bytes.first(), Some(b':' | b';' | b'=')) {
        return None;
    }
    let mut at = 1;
    if matches!(bytes.get(at), Some(b'-' | b'\'')) {
        at += 1;
    }
    let mouth = *bytes.get(at)?;
    if !matches!(
        mouth,
        b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|' | b'*' | b'o' | b'O' | b'3'
    ) {
        return None;
    }
    // `://` opens a path, it does not smile.
    if mouth == b'/' && bytes.get(at + 1) == Some(&b'/') {
        return None;
    }
    at += 1;
    if matches!(mouth, b')' | b'(') {
        while bytes.get(at) == Some(&mouth) {
            at += 1;
        }
    } else if bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    Some(at)
}
