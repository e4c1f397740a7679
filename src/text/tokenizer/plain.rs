//! Plain words, which are most of any text, folded in one load.

use crate::text::chars::shape;
use crate::text::token::{Token, TokenKind};

/// The bit that a small letter has and a capital lacks, of sixteen letters.
const CASE: u128 = u128::from_ne_bytes([0x20; 16]);

/// Most letters of a plain word.
const LONGEST: usize = 15;
/// Bytes that are loaded for one.
pub(super) const LOADED: usize = 16;

/// The bits of the first 2, 3, … letters of sixteen.
static TAKEN: [u128; LONGEST - 1] = {
    let mut masks = [0; LONGEST - 1];
    let mut at = 0;
    while at < masks.len() {
        masks[at] = (1 << (8 * (at + 2))) - 1;
        at += 1;
    }
    masks
};

/// A word of a few ASCII letters and nothing else.
// Only features look inside.
#[cfg_attr(not(feature = "detector"), allow(dead_code))]
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlainWord {
    /// The letters in lower case, the first one lowest, padded with zeros.
    pub(crate) letters: [u64; 2],
    /// Number of letters, at least 2.
    pub(crate) length: usize,
    /// As they are written, and what follows.
    written: u128,
}

impl PlainWord {
    /// The word that `token` of `text` is, if it is one of 2 to 15 letters.
    #[inline(always)]
    pub(crate) fn of(text: &[u8], token: &Token) -> Option<Self> {
        if token.kind != TokenKind::Word || token.shape & !shape::LETTER != 0 {
            return None;
        }
        let length = token.end.wrapping_sub(token.start);
        Self::read(sixteen(text, token.start)?, length)
    }

    /// The word that the first `length` of these bytes are, if they are 2 to 15.
    #[inline(always)]
    pub(super) fn read(written: u128, length: usize) -> Option<Self> {
        let taken = TAKEN.get(length.wrapping_sub(2))?;
        // One number, so that the compiler leaves it in plain registers: what
        // comes next waits for it.
        let letters = (written | CASE) & taken;
        Some(Self {
            // The halves: this is what the casts are for.
            letters: [letters as u64, (letters >> 64) as u64],
            length,
            written,
        })
    }
}

#[cfg(any(test, feature = "detector"))]
impl PlainWord {
    /// Whether all letters are capitals.
    #[inline(always)]
    pub(crate) fn is_caps(&self) -> bool {
        // Most words show at their second letter that they are not.
        self.written & 0x2000 == 0 && is_all_caps(self.written, self.length)
    }

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

/// Whether all of `length` letters are capitals. Out of line, so that the way of
/// most words stays short.
#[cfg(any(test, feature = "detector"))]
#[inline(never)]
fn is_all_caps(written: u128, length: usize) -> bool {
    let taken = TAKEN.get(length.wrapping_sub(2));
    taken.is_some_and(|taken| written & CASE & taken == 0)
}

/// The sixteen bytes at `start`, the first one lowest; zeros behind the end.
/// `None` if there are none.
#[inline(always)]
pub(in crate::text) fn sixteen(bytes: &[u8], start: usize) -> Option<u128> {
    let sixteen = bytes.get(start..start.wrapping_add(16));
    match sixteen.and_then(|sixteen| sixteen.first_chunk()) {
        Some(sixteen) => Some(u128::from_le_bytes(*sixteen)),
        None => at_the_end(bytes, bytes.get(start..)?),
    }
}

/// The bytes of `rest`, which ends `bytes`, if there are any.
#[cold]
#[inline(never)]
fn at_the_end(bytes: &[u8], rest: &[u8]) -> Option<u128> {
    if rest.is_empty() {
        return None;
    }
    match bytes.last_chunk::<16>() {
        // Without what is before `rest`.
        Some(last) => Some(u128::from_le_bytes(*last) >> (8 * (16 - rest.len()))),
        None => {
            let mut padded = [0; 16];
            padded.get_mut(..rest.len())?.copy_from_slice(rest);
            Some(u128::from_le_bytes(padded))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::normalize::Folder;
    use crate::text::tokens;

    fn letters(word: &PlainWord) -> String {
        let bytes = word.bytes();
        assert!(bytes[word.length..].iter().all(|&byte| byte == 0));
        String::from_utf8(bytes[..word.length].to_vec()).unwrap()
    }

    /// Of each token of `text`.
    fn plain(text: &str) -> Vec<Option<PlainWord>> {
        tokens(text)
            .map(|token| PlainWord::of(text.as_bytes(), &token))
            .collect()
    }

    #[test]
    fn by_hand() {
        let found = plain("  Suara,\nKPU http://a.id su4ra Rp a lamaaa");
        let words: Vec<_> = found
            .iter()
            .map(|word| word.as_ref().map(|word| (letters(word), word.is_caps())))
            .collect();
        let some = |word: &str, caps| Some((word.to_owned(), caps));
        assert_eq!(
            words,
            [
                some("suara", false),
                None,
                some("kpu", true),
                None,
                None,
                None,
                None,
                some("lamaaa", false)
            ]
        );
        let elongated = |at: usize| found[at].is_some_and(|word| word.is_elongated());
        assert!(!elongated(0) && elongated(7));
        assert!(plain("abcdefghijklmno")[0].is_some());
        assert!(plain("abcdefghijklmnop")[0].is_none());
    }

    proptest! {
        /// What the general way folds them to.
        #[test]
        fn is_what_folding_gives(text in prop_oneof![any::<String>(), "([a-zA-Z]{1,17}[ .,:'\u{e9}!?)\n0-9-]{0,3}){0,9}"]) {
            for token in tokens(&text) {
                let source = &text[token.span()];
                let word = PlainWord::of(text.as_bytes(), &token);
                let expected = token.kind() == TokenKind::Word
                    && (2..=15).contains(&source.len())
                    && source.bytes().all(|byte| byte.is_ascii_alphabetic());
                prop_assert_eq!(word.is_some(), expected);
                let Some(word) = word else { continue };
                let letters = letters(&word);
                prop_assert_eq!(&letters, &source.to_lowercase());
                prop_assert_eq!(word.is_caps(), token.is_all_caps());
                let mut folder = Folder::<false>::default();
                folder.fold(source, token.start, token.shape);
                prop_assert_eq!(folder.pieces.len(), 1);
                prop_assert!(folder.pieces[0].is_caps() == word.is_caps());
                if !word.is_elongated() {
                    prop_assert_eq!(letters.as_bytes(), &folder.bytes[..]);
                }
            }
        }
    }
}
