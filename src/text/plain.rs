//! Plain words, which are most of any text, cut and folded in one block.

use crate::text::chars::{SHAPE, letters_of, shape};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::{Tokens, is_plain};

/// Most letters of a plain word: one fewer than a block has bytes, so that a
/// block also shows where the word ends.
const LONGEST: usize = 15;

/// A token of ASCII letters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PlainWord {
    /// The letters in lower case, the first one lowest, padded with zeros.
    pub(crate) letters: [u64; 2],
    /// Number of letters, at least 2.
    pub(crate) length: usize,
    /// Whether all of them are capitals.
    pub(crate) caps: bool,
}

#[cfg(any(test, feature = "detector"))]
impl PlainWord {
    /// Its letters; those behind [`PlainWord::length`] are zeros.
    pub(crate) fn bytes(&self) -> [u8; 16] {
        let [low, high] = self.letters;
        (u128::from(high) << 64 | u128::from(low)).to_le_bytes()
    }

    /// Whether a letter stands in it three times in a row.
    pub(crate) fn is_elongated(&self) -> bool {
        let bytes = self.bytes();
        let letters = bytes.get(..self.length).unwrap_or_default();
        letters
            .windows(3)
            .any(|run| run[0] == run[1] && run[1] == run[2])
    }
}

impl Tokens<'_> {
    /// Takes the next token if it is, for certain, a word of a few ASCII
    /// letters; the same token that [`Tokens::next`] would give. Else takes
    /// white space at most.
    #[inline(always)]
    pub(crate) fn plain(&mut self) -> Option<(Token, PlainWord)> {
        const CASE: u64 = u64::from_ne_bytes([0x20; 8]);
        const RUPIAH: [u64; 2] = [u64::from_le_bytes(*b"rp\0\0\0\0\0\0"), 0];
        let bytes = self.text.as_bytes();
        while bytes
            .get(self.position)
            .is_some_and(|&byte| SHAPE[usize::from(byte)] == shape::SPACE)
        {
            self.position += 1;
        }
        let start = self.position;
        let [low, high] = block(bytes, start)?;
        let (count, taken) = letters_of(low);
        let (more, taken_more) = letters_of(high);
        // All bits if the first half is all letters, else none: which it is
        // cannot be predicted, so it must not become a branch.
        let long = ((count >> 3) as u64).wrapping_neg();
        let taken_more = taken_more & long;
        let length = count + (more & long as usize);
        let end = start + length;
        if !(2..=LONGEST).contains(&length)
            || !(ends_plainly(bytes, end) || is_plain(bytes, start, end))
        {
            return None;
        }
        let letters = [(low | CASE) & taken, (high | CASE) & taken_more];
        if letters == RUPIAH {
            return None;
        }
        self.position = end;
        let small = (low & taken | high & taken_more) & CASE != 0;
        let large = (!low & taken | !high & taken_more) & CASE != 0;
        let token = Token {
            start,
            end,
            kind: TokenKind::Word,
            shape: (u8::from(small) * shape::LOWER) | (u8::from(large) * shape::UPPER),
        };
        let word = PlainWord {
            letters,
            length,
            caps: !small,
        };
        Some((token, word))
    }
}

/// Whether what is at `end` joins nothing to the letters before it: what
/// [`is_plain`] says of most words, sooner.
#[inline(always)]
fn ends_plainly(bytes: &[u8], end: usize) -> bool {
    const JOINS: u8 = shape::JOINER | shape::DIGIT | shape::WIDE;
    bytes
        .get(end)
        .is_none_or(|&next| SHAPE[usize::from(next)] & JOINS == 0 && next != b':')
}

/// The sixteen bytes at `start`, the first one lowest; zeros behind the end.
/// `None` if there are none.
#[inline(always)]
fn block(bytes: &[u8], start: usize) -> Option<[u64; 2]> {
    let rest = bytes.get(start..)?;
    let sixteen = match (rest.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        (Some(sixteen), _) => u128::from_le_bytes(*sixteen),
        // The last block of the text without what is before `start`.
        (None, Some(last)) if !rest.is_empty() => {
            u128::from_le_bytes(*last) >> (8 * (16 - rest.len()))
        }
        _ => {
            let mut padded = [0; 16];
            padded.get_mut(..rest.len())?.copy_from_slice(rest);
            u128::from_le_bytes(padded)
        }
    };
    // The halves: this is what the casts are for.
    Some([sixteen as u64, (sixteen >> 64) as u64])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tokens;

    fn letters(word: &PlainWord) -> String {
        let bytes = word.bytes();
        assert!(bytes[word.length..].iter().all(|&byte| byte == 0));
        String::from_utf8(bytes[..word.length].to_vec()).unwrap()
    }

    #[test]
    fn by_hand() {
        let mut found = tokens("  Suara,\nKPU http://a.id");
        let (token, word) = found.plain().unwrap();
        assert_eq!((token.span(), letters(&word).as_str()), (2..7, "suara"));
        assert!(!word.caps && !word.is_elongated());
        // The comma.
        assert!(found.plain().is_none());
        assert_eq!(found.next().unwrap().span(), 7..8);
        let (token, word) = found.plain().unwrap();
        assert!(word.caps && token.is_all_caps());
        // What may be an address.
        assert!(found.plain().is_none());
        assert!(tokens("").plain().is_none());
        assert!(tokens("abcdefghijklmno").plain().is_some());
        assert!(tokens("abcdefghijklmnop").plain().is_none());
        assert!(tokens("lamaaa").plain().unwrap().1.is_elongated());
    }

    proptest! {
        /// The short way and the general way give the same tokens.
        #[test]
        fn is_the_token_that_comes(text in prop_oneof![any::<String>(), "([a-zA-Z]{1,17}[ .,:'\u{e9}!?)\n0-9-]{0,3}){0,9}"]) {
            let mut way = tokens(&text);
            let mut short = Vec::new();
            loop {
                if let Some((token, word)) = way.plain() {
                    prop_assert_eq!(letters(&word), text[token.span()].to_lowercase());
                    prop_assert_eq!(word.caps, token.is_all_caps());
                    short.push(token);
                } else if let Some(token) = way.next() {
                    short.push(token);
                } else {
                    break;
                }
            }
            prop_assert_eq!(short, tokens(&text).collect::<Vec<_>>());
        }
    }
}
