//! Whether a stop belongs to the word before it: `Prof.`, `dll.`, `S.H.`.

use crate::text::chars::{SHAPE, leading, shape};
use crate::text::lexicon::abbreviation::{self, Follow, follow};
use crate::text::lexicon::opener::opens_sentence;
use crate::text::tokenizer::word::is_acronym;
use crate::text::tokenizer::{Next, Scanner};

impl<'t> Scanner<'t> {
    /// Whether the stop at `at` belongs to the word before it.
    pub(super) fn owns_stop(&self) -> bool {
        let word = self.written();
        if word.len() > abbreviation::LONGEST {
            return false;
        }
        let after = self.after_stop();
        let next = after.first().copied().unwrap_or(b' ');
        let at_end = matches!(after.first(), None | Some(b'\n' | b'\r'));
        let glued = self
            .byte(self.at + 1)
            .is_some_and(|byte| SHAPE[usize::from(byte)] != shape::SPACE);
        match follow(word) {
            Some(Follow::Any) if is_loose(word) && (at_end || opens(after)) => false,
            Some(Follow::Any) => !(glued && self.is_alnum(self.at + 1)),
            // Acronyms have no stop of their own: `merusak KEL. Pada`.
            Some(Follow::Name) if is_acronym(word) && opens(after) => false,
            // `Suharyo, Pr., menjadi`, `(Purn.)`, `Dr. (H.C.) Sutami`.
            Some(Follow::Name) => {
                next.is_ascii_alphanumeric()
                    || next >= 0x80
                    || (glued && matches!(next, b',' | b')'))
                    || (next == b'(' && !is_acronym(word))
            }
            Some(Follow::Number) => {
                let roman = matches!(next, b'I' | b'V' | b'X')
                    && !after.get(1).is_some_and(u8::is_ascii_lowercase);
                next.is_ascii_digit() || (!glued && (roman || next == b':'))
            }
            // `ayat (1) jo. Pasal 18`
            Some(Follow::Law) => {
                !glued && word.iter().all(u8::is_ascii_lowercase) && next.is_ascii_uppercase()
            }
            // The initial of a name, but not the `C` of `38 °C`.
            None => {
                let &[initial] = word else { return false };
                let before = self.bytes.get(..self.start).unwrap_or_default();
                initial.is_ascii_uppercase()
                    && !before.ends_with("°".as_bytes())
                    && match next {
                        b'A'..=b'Z' => !opens(after),
                        // `Dewo Broto P. di ruang`
                        b'a'..=b'z' => !glued && ends_in_name(before),
                        // `Oryza sativa L., anggota`
                        _ => glued && next == b',',
                    }
            }
        }
    }

    /// The text behind the stop at `at` and up to two spaces.
    fn after_stop(&self) -> &'t [u8] {
        let mut from = self.at + 1;
        while from <= self.at + 2 && self.byte(from) == Some(b' ') {
            from += 1;
        }
        self.bytes.get(from..).unwrap_or_default()
    }

    /// Whether the letters from `start` to `at` begin a degree (`Ph.D.`,
    /// `Sp.A.`).
    pub(super) fn is_degree(&self, start: usize) -> bool {
        matches!(
            self.bytes.get(start..self.at),
            Some(b"Ph" | b"Sp" | b"Drs" | b"Dr" | b"Ir" | b"Pd")
        )
    }

    /// Whether a label of an abbreviation stands behind the dot at `at` and a label of
    /// `before` letters: one letter, or a capital and up to three more if a dot
    /// closes them or the label before was a capital (`M.Si`, `S.Sos.`).
    pub(super) fn is_label_ahead(&self, before: usize) -> bool {
        let start = self.at + 1;
        let label = leading(self.ahead(), 5, u8::is_ascii_alphabetic);
        if label.len() <= 1 {
            // A letter outside ASCII may be a label too.
            return self.single_letter(start);
        }
        let capital = |at: usize| self.byte(at).is_some_and(|byte| byte.is_ascii_uppercase());
        label.len() <= 4
            && before <= 2
            && capital(start)
            && capital(self.at - before)
            && !self.is_alnum(start + label.len())
            && !opens_sentence(label)
    }

    /// Whether one letter and nothing more of a word stands at `at`.
    fn single_letter(&self, at: usize) -> bool {
        let (next, length) = self.look(at);
        next == Next::Letter && !self.is_alnum(at + length)
    }
}

/// Whether the first word of `text` commonly opens a sentence.
fn opens(text: &[u8]) -> bool {
    text.first().is_some_and(u8::is_ascii_uppercase)
        && opens_sentence(leading(text, 16, u8::is_ascii_alphabetic))
}

/// Whether `text` ends in a capitalised word and a space.
fn ends_in_name(text: &[u8]) -> bool {
    let Some((b' ', text)) = text.split_last() else {
        return false;
    };
    let small = text
        .iter()
        .rev()
        .take(24)
        .take_while(|byte| byte.is_ascii_lowercase())
        .count();
    let capital = text
        .len()
        .checked_sub(small + 1)
        .and_then(|at| text.get(at));
    small >= 2 && capital.is_some_and(u8::is_ascii_uppercase)
}

/// Abbreviations that are written without a stop as often as with one, so that
/// a stop where a sentence may end is the full stop: what names of firms end
/// in, units, and what follows the name of God.
fn is_loose(word: &[u8]) -> bool {
    const FORMS: [&[u8]; 15] = [
        b"bhd", b"co", b"corp", b"inc", b"llc", b"ltd", b"pte", b"tbk", b"bln", b"jt", b"mgg",
        b"rb", b"saw", b"swt", b"tsb",
    ];
    FORMS.iter().any(|form| word.eq_ignore_ascii_case(form))
}
