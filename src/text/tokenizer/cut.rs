//! Tokens that their first byte and the masks of a block decide: names behind
//! `@` and `#`, words with digits or hyphens, web addresses, emoji.
//!
//! Most tokens that are not certain from classes alone are of these few kinds.
//! What is said of them here must be what the general rules say, so whatever
//! could join such a token to anything else is left to those.

use crate::text::chars::shape;
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::Scanner;
use crate::text::tokenizer::address;
use crate::text::tokenizer::block::Block;
use crate::text::tokenizer::classes::SIZE;
use crate::text::tokenizer::mark::lone;

/// Where the block says that a token ends, and what it is.
type End = Option<(usize, TokenKind)>;

/// ASCII that ends a word whatever is behind it. Letters and digits go on with it,
/// and so do joiners and stops, which depend on what they stand between.
static ENDS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = !matches!(
            byte as u8,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b',' | b'@' | b'$' | b'/' | b'-'
                | b'+' | b'&' | b'\'' | b'`' | b'_'
        );
        byte += 1;
    }
    table
};

impl Block {
    /// The token that starts at `at`, if the block shows all of it and what is next
    /// to it says that it ends there.
    #[inline(always)]
    pub(super) fn cut(&self, text: &str, at: usize) -> Option<Token> {
        let bytes = text.as_bytes();
        let (first, byte) = (self.offset(at)?, *bytes.get(at)?);
        let here = Here {
            block: self,
            bytes,
            base: at - first,
            first,
        };
        let (end, kind) = match byte {
            b'@' | b'#' => here.name(byte)?,
            b'A'..=b'Z' | b'a'..=b'z' => here.word(text, byte.to_ascii_lowercase())?,
            0x80.. => {
                let (length, kind) = lone(text, at)?;
                return Some(Token {
                    start: at,
                    end: at + length,
                    kind,
                    shape: shape::WIDE,
                });
            }
            _ => return None,
        };
        // What is behind the block may belong to it, unless the text ends there.
        let is_whole = end < SIZE || here.base + SIZE >= bytes.len();
        is_whole.then(|| Token {
            start: at,
            end: here.base + end,
            kind,
            shape: self.shape(below(end) & !below(first)),
        })
    }
}

/// A place in a block.
struct Here<'b> {
    block: &'b Block,
    bytes: &'b [u8],
    /// Where the block starts in the text.
    base: usize,
    first: usize,
}

impl Here<'_> {
    fn byte(&self, offset: usize) -> Option<u8> {
        self.bytes.get(self.base + offset).copied()
    }

    /// A mention or a hashtag of ASCII.
    #[inline(always)]
    fn name(&self, sign: u8) -> End {
        let alnum = self.block.letters | self.block.digits;
        let mut end = run_end(alnum, self.first + 1);
        while end < SIZE && self.byte(end) == Some(b'_') {
            end = run_end(alnum, end + 1);
        }
        let mention = sign == b'@';
        // A dot may be of the name.
        let goes_on = self
            .byte(end)
            .is_some_and(|next| next >= 0x80 || (mention && next == b'.'));
        if end == self.first + 1 || goes_on {
            return None;
        }
        let kind = match mention {
            true => TokenKind::Mention,
            false => TokenKind::Hashtag,
        };
        Some((end, kind))
    }

    /// A word of ASCII letters, digits and hyphens, or an address with its scheme.
    #[inline(always)]
    fn word(&self, text: &str, initial: u8) -> End {
        let Block {
            letters,
            lower,
            digits,
            ..
        } = *self.block;
        let (alnum, start) = (letters | digits, self.base + self.first);
        let mut end = run_end(letters, self.first);
        if end < SIZE && matches!(self.byte(end), Some(b':' | b'.')) {
            return match initial {
                b'h' | b'w' => self.address(),
                _ => None,
            };
        }
        let mut scanner = Scanner::new(text, start);
        // `Rp5.000`, `IDR100`; `Rp` alone.
        if matches!(initial, b'r' | b'i' | b'u')
            && end - self.first <= 3
            && (scanner.is_currency(start) || self.is_rupiah(end))
        {
            return None;
        }
        loop {
            end = run_end(alnum, end);
            if end >= SIZE || self.byte(end) != Some(b'-') {
                break;
            }
            let next = self.byte(end + 1)?;
            if !next.is_ascii_alphanumeric() {
                return None;
            }
            scanner.at = self.base + end;
            // Small letters make no dash.
            if !next.is_ascii_lowercase() && scanner.is_dash() {
                return Some((end, TokenKind::Word));
            }
            end += 1;
        }
        let ends = end >= SIZE
            || self.byte(end).is_none_or(|next| {
                let is_part = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
                match next {
                    b',' | b'\'' | b'`' | b'_' => !self.byte(end + 1).is_some_and(is_part),
                    // Only one letter, digits or Roman numerals go on behind it.
                    b'/' => {
                        let word = below(end) & !below(self.first);
                        digits & word == 0 && lower & word & word << 1 != 0
                    }
                    _ => ENDS_WORD[usize::from(next)],
                }
            });
        ends.then_some((end, TokenKind::Word))
    }

    /// Whether the letters up to `end` are `Rp`.
    fn is_rupiah(&self, end: usize) -> bool {
        let word = self.bytes.get(self.base + self.first..self.base + end);
        word.is_some_and(|word| word.eq_ignore_ascii_case(b"rp"))
    }

    /// An address with its scheme, of ASCII, with nothing at its end that may close
    /// a sentence.
    #[inline(never)]
    fn address(&self) -> End {
        let Block {
            letters,
            digits,
            firsts,
            joined,
            ..
        } = *self.block;
        let rest = self.bytes.get(self.base + self.first..)?;
        let scheme = address::scheme(rest)?;
        // All that is no space is the first byte of something or joined to it.
        let end = run_end(firsts | joined, self.first);
        if end <= self.first + scheme || !rest.get(..end - self.first)?.is_ascii() {
            return None;
        }
        let last = end - 1;
        let is_open = (letters | digits) >> last & 1 != 0 || self.byte(last) == Some(b'/');
        is_open.then_some((end, TokenKind::Url))
    }
}

/// Where the run of `class` from `from` on ends; the size of a block if that is not
/// in it.
#[inline(always)]
fn run_end(class: u64, from: usize) -> usize {
    (!class & !below(from)).trailing_zeros() as usize
}

/// The bits below `offset`.
#[inline(always)]
fn below(offset: usize) -> u64 {
    match offset {
        0..SIZE => (1 << offset) - 1,
        _ => u64::MAX,
    }
}
