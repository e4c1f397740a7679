//! What a slash in a word marks: an abbreviation, a pair, the number of a decree.

use crate::text::chars::{leading, shape};
use crate::text::tokenizer::Scanner;

impl Scanner<'_> {
    /// Whether the `/` at `at` marks one letter as a word cut short: `u/ ibu`.
    pub(super) fn is_slashed(&self) -> bool {
        self.byte(self.at + 1) == Some(b' ')
            && matches!(self.written(), [letter] if letter.is_ascii_lowercase())
    }

    /// Whether the `/` at `at` stands in an abbreviation of two letters (`a/n`,
    /// `C/D`) or between a Roman numeral and a number (`II/2007`).
    pub(super) fn is_short_pair(&self) -> bool {
        let before = self.written();
        let after = self.ahead();
        let length = leading(after, 5, u8::is_ascii_alphanumeric).len();
        let digits = after.first().is_some_and(u8::is_ascii_digit);
        let roman = before.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
        (roman && digits && length <= 4)
            || (before.len() == 1
                && !digits
                && (1..=2).contains(&length)
                && !self.is_alnum(self.at + 1 + length))
    }

    /// Whether the `/` at `at` goes on with the number of a register
    /// (`34/PMK.011/2007`): the token has a digit, and two capitals or a capital
    /// and another separator follow, or digits behind such.
    pub(super) fn is_register(&self) -> bool {
        let [first, second, ..] = self.ahead() else {
            return false;
        };
        // `RT 03/RW 05`.
        let ward = (first, second) == (&b'R', &b'W') && !self.is_alnum(self.at + 3);
        self.seen & shape::DIGIT != 0
            && self.written().len() <= 64
            && !ward
            && ((first.is_ascii_uppercase()
                && (second.is_ascii_uppercase() || matches!(second, b'/' | b'.')))
                || (first.is_ascii_digit() && self.seen & shape::UPPER != 0))
    }

    /// Whether a part of a register's number stands behind the dot at `at`: two
    /// capitals, or one and another separator (`B-12/M.SM/2020`).
    pub(super) fn is_section_ahead(&self) -> bool {
        matches!(
            self.ahead(),
            [b'A'..=b'Z', b'A'..=b'Z' | b'.' | b'/' | b'-', ..]
        )
    }
}
