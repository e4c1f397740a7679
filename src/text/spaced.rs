//! Words that are spelt out with blanks between their letters: `c u r a n g`.

use crate::text::normalize::Folder;
use crate::text::token::Token;
use crate::text::visitor::Visitor;
use crate::text::walked::pieces;

/// Single letters that may be one spaced-out word.
#[derive(Debug, Default)]
pub(super) struct Spaced<const TRACK: bool> {
    folder: Folder<TRACK>,
    end: usize,
}

impl<const TRACK: bool> Spaced<TRACK> {
    /// Whether no letter waits for more.
    pub(super) fn is_empty(&self) -> bool {
        self.folder.pieces.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.folder.clear();
    }

    pub(super) fn add<V: Visitor>(&mut self, source: &str, token: &Token, visitor: &mut V) {
        if token.start != self.end + 1 {
            self.flush(visitor);
        }
        if self.folder.pieces.is_empty() {
            // What was here before has left no letter: forget all of it.
            self.clear();
            if visitor.ends_name(source) {
                self.folder.fold(source, token.start, token.shape);
                return self.flush(visitor);
            }
        }
        self.folder.fold(source, token.start, token.shape);
        self.end = token.end;
    }

    /// Hands on the letters that wait, if there are any.
    #[inline(always)]
    pub(super) fn flush<V: Visitor>(&mut self, visitor: &mut V) {
        if !self.is_empty() {
            self.hand_on(visitor);
        }
    }

    /// Three or more letters in a row are one word, fewer stay letters.
    #[inline(never)]
    fn hand_on<V: Visitor>(&mut self, visitor: &mut V) {
        if self.folder.pieces.len() >= 3 {
            self.folder.changes.spaced = true;
            self.folder.join_pieces(0);
        }
        pieces(&self.folder, false).for_each(|word| visitor.word(word));
        self.clear();
    }
}
