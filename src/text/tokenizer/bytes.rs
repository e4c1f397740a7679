//! Tokens of bytes that may not be UTF-8.

use std::str::Utf8Chunks;

use crate::text::token::Token;
use crate::text::tokenizer::{Tokens, tokens};

/// The tokens of `bytes`, with spans of `bytes`, whatever they hold.
///
/// Invalid sequences (as [`Utf8Error`](std::str::Utf8Error) delimits them) are
/// gaps: no token holds a byte of one, and none reaches across one, so each
/// stretch of valid UTF-8 is cut as [`tokens`] cuts it alone. Bytes that are
/// valid throughout have the tokens of [`tokens`], and slicing them by a span
/// always gives valid UTF-8.
///
/// Words, stems, slang and sentences are of `&str`: take them from each valid stretch,
/// as below, and add where it begins.
///
/// Linear in `bytes.len()`, allocates nothing, never panics.
///
/// ```
/// let bytes = b"surat \xFF suara.";
/// let found: Vec<&[u8]> = hoaks::text::tokens_lossy(bytes)
///     .map(|token| &bytes[token.span()])
///     .collect();
/// assert_eq!(found, [&b"surat"[..], b"suara", b"."]);
///
/// let (mut words, mut start) = (Vec::new(), 0);
/// for chunk in bytes.utf8_chunks() {
///     for word in hoaks::text::words(chunk.valid()) {
///         words.push(start + word.span().start..start + word.span().end);
///     }
///     start += chunk.valid().len() + chunk.invalid().len();
/// }
/// assert_eq!(words, [0..5, 8..13, 13..14]);
/// ```
#[must_use]
pub fn tokens_lossy(bytes: &[u8]) -> TokensLossy<'_> {
    TokensLossy {
        chunks: bytes.utf8_chunks(),
        tokens: tokens(""),
        offset: 0,
        next: 0,
    }
}

/// Iterator over the tokens of bytes; made by [`tokens_lossy`].
#[derive(Clone)]
pub struct TokensLossy<'t> {
    chunks: Utf8Chunks<'t>,
    tokens: Tokens<'t>,
    /// Where the chunk of `tokens` starts.
    offset: usize,
    /// Where the chunk behind it starts.
    next: usize,
}

impl Iterator for TokensLossy<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            if let Some(mut token) = self.tokens.next() {
                token.start += self.offset;
                token.end += self.offset;
                return Some(token);
            }
            let chunk = self.chunks.next()?;
            self.tokens = tokens(chunk.valid());
            self.offset = self.next;
            self.next += chunk.valid().len() + chunk.invalid().len();
        }
    }
}

impl std::iter::FusedIterator for TokensLossy<'_> {}

impl std::fmt::Debug for TokensLossy<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokensLossy")
            .field("tokens", &self.tokens)
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}
