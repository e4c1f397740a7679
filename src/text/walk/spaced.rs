//! Words that are spelt out with blanks between their letters: `c u r a n g`,
//! `c  u  r  a  n  g`.

use crate::text::chars::{is_hidden, is_line_break};
use crate::text::normalize::Folder;
use crate::text::token::Token;
use crate::text::walk::visitor::Visitor;
use crate::text::walk::walked::pieces;

/// Longest blank between two letters of a word, in characters.
const WIDEST: usize = 8;

/// Single letters that may be one spaced-out word.
#[derive(Debug, Default)]
pub(super) struct Spaced<const TRACK: bool> {
    folder: Folder<TRACK>,
    end: usize,
    /// Characters between two of the letters, the same throughout.
    gap: usize,
}

impl<const TRACK: bool> Spaced<TRACK> {
    /// Whether no letter waits for more.
    pub(super) fn is_empty(&self) -> bool {
        self.folder.pieces.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.folder.clear();
    }

    /// Adds the letter `source` of `text`, which is `token`.
    pub(super) fn add<V: Visitor>(
        &mut self,
        text: &str,
        source: &str,
        token: &Token,
        visitor: &mut V,
    ) {
        if !self.is_empty() && !self.goes_on(text, token) {
            self.hand_on(visitor);
        }
        if self.is_empty() {
            // What was here before has left no letter: forget all of it.
            self.clear();
            self.gap = 1;
            // Without its accents, and what is not seen.
            if visitor.ends_name(source.get(..1).unwrap_or(source)) {
                self.folder.fold(source, token.start, token.shape);
                return self.flush(visitor);
            }
        }
        self.folder.fold(source, token.start, token.shape);
        self.end = token.end;
    }

    /// Whether a letter is spaced from the one before as those are. One character may be
    /// a mark or the end of a line; a wider blank must be there once more behind the
    /// second letter, as two alone are no word.
    fn goes_on(&mut self, text: &str, token: &Token) -> bool {
        let blank = text.get(self.end..token.start).unwrap_or_default();
        let blank = blank.trim_matches(is_hidden);
        let gap = match blank {
            "\r\n" => 1,
            _ => blank.chars().count(),
        };
        if gap <= 1 {
            return gap == self.gap;
        }
        let is_blank = |c: char| c.is_whitespace() && !is_line_break(c);
        if gap > WIDEST || !blank.chars().all(is_blank) {
            return false;
        }
        if self.folder.pieces.len() == 1 {
            let behind = text.get(token.end..).unwrap_or_default();
            let next = behind.strip_prefix(blank);
            if next.is_some_and(|next| !next.starts_with(char::is_whitespace)) {
                self.gap = gap;
            }
        }
        gap == self.gap
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
