//! Who takes the plain words of a text, which most of its words are.

use crate::text::tokenizer::block::PlainWords;
use crate::text::tokenizer::plain::PlainWord;

/// Takes plain words as they come, before anything is known of the tokens between.
pub(crate) trait PlainVisitor {
    /// Whether marks of one byte and numbers would change nothing now, so that
    /// they need not come.
    #[inline]
    fn wants_words_only(&self) -> bool {
        false
    }
    /// A word of plain letters, or one half of a doubled word; it is its own folded
    /// form unless it is elongated. The visitor may take it as it is; else it comes
    /// as any other word.
    #[inline]
    fn plain(&mut self, _word: PlainWord) -> bool {
        false
    }
    /// Takes as many of the next plain words as it can, as long as it wants no
    /// other tokens.
    #[inline(always)]
    fn plain_words(&mut self, words: &mut PlainWords<'_>) {
        while self.wants_words_only()
            && let Some(word) = words.first()
            && self.plain(word)
        {
            words.pass();
        }
    }
}
