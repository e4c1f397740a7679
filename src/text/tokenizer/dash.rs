//! Whether a hyphen joins a word or is a dash between two.

use crate::text::chars::{letters, shape};
use crate::text::lexicon::calendar::is_calendar;
use crate::text::lexicon::unit::is_unit;
use crate::text::tokenizer::word::is_acronym;
use crate::text::tokenizer::{Next, Scanner};

impl Scanner<'_> {
    /// Whether the hyphen at `at` is a dash between two names: an acronym and a
    /// capitalised word (`RI-Jepang`), two months or days, a month and the day
    /// that ends a span (`15 April-14 Mei`), or between two amounts.
    pub(super) fn is_dash(&self) -> bool {
        let right = self.ahead();
        let (length, right_seen) = letters(right);
        let right = right.get(..length).unwrap_or_default();
        let left = self.written();
        if right.is_empty() && (is_calendar(left) || self.is_unit_of_range(left)) {
            return true;
        }
        // `Rp10 juta-Rp15 juta`
        if matches!(right, b"Rp" | b"RP") && is_unit(left) {
            return true;
        }
        if !(left.first().is_some_and(u8::is_ascii_uppercase)
            && right.first().is_some_and(u8::is_ascii_uppercase)
            && right.len() >= 2)
        {
            return false;
        }
        // No name is as long, and each hyphen looks at all that is before it.
        if left.len() > 64 {
            return false;
        }
        let name = |word: &[u8]| {
            word.len() >= 4 && word.iter().skip(1).all(u8::is_ascii_lowercase) && !is_prefix(word)
        };
        match (is_acronym(left), right_seen == shape::UPPER) {
            (true, true) => false,
            (true, false) => name(right),
            (false, true) => name(left),
            (false, false) => is_calendar(left) && is_calendar(right),
        }
    }

    /// Whether the word so far, `word`, is the unit of a number, and another
    /// number follows the hyphen at `at`: `5rb-7rb`.
    fn is_unit_of_range(&self, word: &[u8]) -> bool {
        let before = self.start.checked_sub(1).and_then(|at| self.byte(at));
        before.is_some_and(|byte| byte.is_ascii_digit())
            && self.look(self.at + 1).0 == Next::Digit
            && is_unit(word)
    }
}

/// Prefixes that are written with a hyphen before an acronym.
fn is_prefix(word: &[u8]) -> bool {
    const PREFIXES: [&[u8]; 6] = [b"anti", b"eks", b"mantan", b"pasca", b"semi", b"super"];
    PREFIXES
        .iter()
        .any(|prefix| word.eq_ignore_ascii_case(prefix))
}
