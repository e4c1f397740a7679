//! Whether a sentence ends at a line break.

use crate::text::sentence::left::Stop;
use crate::text::sentence::right::Start;
use crate::text::sentence::rules::Judge;
use crate::text::sentence::words::{BOUND, CLIPPED, among};
use crate::text::token::TokenKind;

/// Marks that open an item, a rule or a line that quotes.
const BULLETS: [char; 16] = [
    '-', '–', '—', '•', '·', '▪', '●', '○', '+', '>', '=', '#', '|', '◦', '‣', '➢',
];

impl Judge<'_, '_> {
    /// Whether the line break before `next` ends the sentence.
    pub(super) fn next_line(&self) -> bool {
        let left = self.left;
        // A line of emoji or tags is a unit.
        if !left.content && left.last.kind != TokenKind::Punctuation {
            return true;
        }
        match left.stop {
            Stop::None | Stop::Dots | Stop::Abbreviation | Stop::Picture => {}
            Stop::Full if among(left.word(0), CLIPPED) => {}
            _ => return true,
        }
        match self.start {
            Start::Capital | Start::Number => {
                !(left.stop == Stop::None && among(left.word(0), BOUND))
            }
            Start::Quote | Start::Picture | Start::Smiley | Start::Tag | Start::Mention => true,
            Start::Bracket => {
                matches!(self.second(), Some(Start::Capital | Start::Number)) || self.is_item()
            }
            Start::Lower => {
                // A heading in capitals is a unit, a line of an address not.
                let heading = !left.small && left.length >= 2;
                self.is_item()
                    || self.is_label()
                    || (heading
                        && self.next.kind == TokenKind::Word
                        && !among(self.text(self.next), BOUND))
            }
            Start::Inside => self.text(self.next).starts_with(BULLETS),
            // `***`
            Start::Close => self.text(self.next).starts_with(['*', '_', '~']),
            Start::Stop | Start::Address => false,
        }
    }

    /// `a.`, `(b)`, `iv)`.
    pub(super) fn is_item(&self) -> bool {
        let mut line = self.line();
        let mut token = self.next;
        if self.start == Start::Bracket {
            let Some(second) = line.next() else {
                return false;
            };
            token = second;
        }
        let word = self.text(token);
        let roman = word.len() <= 4 && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        (word.len() == 1 || roman)
            && line
                .next()
                .is_some_and(|mark| mark.start == token.end && matches!(self.text(mark), "." | ")"))
            && line.next().is_some()
    }

    /// `waktu : besok`.
    fn is_label(&self) -> bool {
        self.line().take(2).any(|token| self.text(token) == ":")
    }
}
