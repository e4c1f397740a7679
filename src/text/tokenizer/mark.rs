//! Where a token ends that starts with neither a letter nor a digit, and what
//! it is: marks, faces, emoji, mentions and hashtags, scripts without spaces.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::chars::{is_pictograph, is_prefix_sign};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::emoticon::emoticon;
use crate::text::tokenizer::entity::entity;
use crate::text::tokenizer::number::telephone;
use crate::text::tokenizer::{Next, Scanner};

impl<'t> Scanner<'t> {
    /// A mark of ASCII, and what it opens.
    pub(super) fn ascii_symbol(&mut self, byte: u8) -> Token {
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
            b'$' => {
                let is_letter = self.is_disguised();
                self.take(1);
                if is_letter {
                    return self.word();
                }
                return self.finish(TokenKind::Currency);
            }
            b'"' if self.is_quoted_semicolon() => self.take(3),
            b'&' => {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                self.advance_to(self.at + entity(rest).unwrap_or(1));
            }
            // No faces start so.
            b'\'' | b'`' | b'~' | b'_' | b'[' | b'/' | b'|' => self.run_of(byte),
            _ => {
                if byte == b'+'
                    && let Some(end) = telephone(self.bytes, self.at)
                {
                    self.advance_to(end);
                    return self.finish(TokenKind::Number);
                }
                if let Some(length) = emoticon(self.bytes, self.at) {
                    self.advance_to(self.at + length);
                    return self.finish(TokenKind::Emoticon);
                }
                if matches!(byte, b'#' | b'*')
                    && let Some(end) = self.keycap()
                {
                    self.advance_to(end);
                    return self.finish(TokenKind::Emoji);
                }
                self.run_of(byte);
            }
        }
        self.finish(TokenKind::Punctuation)
    }

    /// A mark, or a run of it: rules, arrows' shafts, and quotation marks of two
    /// strokes.
    fn run_of(&mut self, byte: u8) {
        self.take(1);
        if matches!(byte, b'-' | b'=' | b'~' | b'_' | b'*' | b'`' | b'\'') {
            while self.byte(self.at) == Some(byte) {
                self.take(1);
            }
        }
    }

    /// Whether a semicolon that a table has put in quotation marks stands
    /// between two spaces: `naik ";" turun`.
    #[inline(never)]
    fn is_quoted_semicolon(&self) -> bool {
        let space = |byte: Option<u8>| byte.is_none_or(|byte| byte == b' ');
        let before = self.at.checked_sub(1).and_then(|at| self.byte(at));
        self.byte(self.at + 1) == Some(b';')
            && self.byte(self.at + 2) == Some(b'"')
            && space(before)
            && space(self.byte(self.at + 3))
    }

    /// End of the keycap emoji at `at`, such as `#️⃣` or `1️⃣`.
    pub(super) fn keycap(&self) -> Option<usize> {
        // Most have ASCII behind them.
        if self.byte(self.at + 1)?.is_ascii() {
            return None;
        }
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
            self.take_letters();
            let (next, length) = self.look(self.at);
            match next {
                Next::Letter | Next::Digit | Next::Extend => self.take(length),
                Next::Symbol(Some(b'_')) => self.take(1),
                Next::Symbol(Some(b'.')) if mention && self.is_name(self.at + 1) => self.take(1),
                _ => return,
            }
        }
    }

    /// A symbol outside ASCII, of `length` bytes, with what its grapheme cluster
    /// adds to it.
    pub(super) fn symbol(&mut self, length: usize) -> Token {
        let first = self.char_at(self.start);
        if let Some((length, kind)) = lone(self.text, self.start) {
            self.take(length);
            return self.finish(kind);
        }
        let piece = match first {
            Some(c) if is_prefix_sign(c) => "",
            _ => self.cluster(),
        };
        self.take(piece.len().max(length));
        // Letters in a circle become emoji by a selector.
        let is_drawn = matches!(first, Some('\u{A9}' | '\u{AE}')) && piece.contains('\u{FE0F}');
        self.finish(if is_drawn || piece.chars().any(is_pictograph) {
            TokenKind::Emoji
        } else if first.is_some_and(is_currency_sign) {
            TokenKind::Currency
        } else {
            TokenKind::Punctuation
        })
    }

    /// A piece of a script without spaces: a run of Han, else what UAX #29
    /// makes of it.
    pub(super) fn unspaced(&mut self, length: usize) {
        let rest = self.text.get(self.start..).unwrap_or_default();
        let han = rest.find(|c: char| !is_han(c)).unwrap_or(rest.len());
        let piece = match han {
            0 => rest.split_word_bounds().next().map_or(0, str::len),
            run => run,
        };
        self.advance_to(self.start + piece.max(length));
    }
}

/// Length and kind of the emoji or mark of typography at `at`, if it is a cluster of
/// its own, as what is behind it adds nothing to it.
pub(super) fn lone(text: &str, at: usize) -> Option<(usize, TokenKind)> {
    let mut chars = text.get(at..)?.chars();
    let first = chars.next()?;
    let kind = match first {
        '\u{2010}'..='\u{2027}' => TokenKind::Punctuation,
        _ if is_plain_emoji(first) => TokenKind::Emoji,
        _ => return None,
    };
    let is_lone = chars
        .next()
        .is_none_or(|c| c.is_ascii() || is_plain_emoji(c));
    is_lone.then_some((first.len_utf8(), kind))
}

/// Emoji that neither modify what is before them nor, unless a joiner, selector
/// or modifier follows, are part of a cluster: no skin tones, no flags.
fn is_plain_emoji(c: char) -> bool {
    matches!(c as u32, 0x1F300..=0x1F3FA | 0x1F400..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF)
}

/// Han characters, of which a run is one token.
fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFD)
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}')
}
