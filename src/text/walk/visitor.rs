//! Who takes the words of a text.

use std::ops::Range;

use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::plain_visitor::PlainVisitor;
use crate::text::walk::walked::WalkedWord;

/// Takes what [`walk`](super::walk) finds, in the order of the text.
pub(crate) trait Visitor: PlainVisitor {
    /// Whether what odd tokens fold to may be remembered from one text to the next;
    /// only for walks that do not track origins.
    const REMEMBERS: bool = false;
    /// A word.
    fn word(&mut self, word: WalkedWord<'_>);
    /// The words of one hashtag, all of them at once; `tag` is how it is written,
    /// and `judged` what was said of it before. Says what may be said of it
    /// wherever it stands, if anything.
    fn hashtag<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(
        &mut self,
        _tag: &str,
        words: W,
        _judged: Option<u8>,
    ) -> Option<u8> {
        words.for_each(|word| self.word(word));
        None
    }
    /// Whether a letter is part of the name before it: `Sultan HB X`.
    fn ends_name(&mut self, _letter: &str) -> bool {
        false
    }
    /// Whether `letters`, which a run of letters, digits and signs gives if each of
    /// them is read as a letter, are a word to be read so.
    fn reads_as(&mut self, _letters: &[u8]) -> bool {
        false
    }
    /// Whether the mark at byte `at` of a word divides it, though it is dropped in
    /// others; `word` starts where it was divided last.
    fn divides(&mut self, _word: &str, _at: usize) -> bool {
        false
    }
    /// Where the address or mention at `span` ends if more of `text` is to be
    /// taken as part of it, up to a word's end.
    fn torn(&mut self, _text: &str, _kind: TokenKind, _span: Range<usize>) -> Option<usize> {
        None
    }
    /// A token that has no words, and its text.
    fn other(&mut self, token: &Token, text: &str);
}
