//! Runs in which any digit or sign may stand for a letter.
//!
//! Which digits of a word are letters is decided in `normalize::digits`, which knows
//! no names, and so with care: at its edges and many at once only where the lexicon has
//! the word, and no sign where it could begin a mention. So `P471`, `H@8i8` and
//! `Mak@55ar` are not read whole there; who knows names can say more.

use crate::text::chars::{SHAPE, shape};
use crate::text::normalize::{as_letters, disguised_run, is_sign};
use crate::text::token::{Token, TokenKind};

/// Lengths of a run worth asking about, in bytes. What is shorter is a code, a
/// size or a number more often.
const SHORTEST: usize = 4;
const LONGEST: usize = 24;

/// A run with all of its digits and signs read as letters.
pub(super) struct Disguised {
    letters: [u8; LONGEST],
    length: usize,
    /// How many letters stand before one or two digits at the end, which are a
    /// number if these letters are a word.
    bare: usize,
}

impl Disguised {
    /// The run of letters, digits and signs that starts with `token` and takes
    /// all of it, if it has letters and something else.
    #[inline]
    pub(super) fn of(text: &[u8], token: &Token) -> Option<Self> {
        let next = text.get(token.end).copied().unwrap_or(b' ');
        let may_be = match token.kind {
            TokenKind::Word => token.shape & shape::DIGIT != 0 || is_sign(next),
            TokenKind::Number => is_sign(next) || next.is_ascii_alphabetic(),
            // `$andiaga`
            TokenKind::Currency => {
                next.is_ascii_alphanumeric() && text.get(token.start) == Some(&b'$')
            }
            _ => false,
        };
        may_be.then(|| Self::read(text, token)).flatten()
    }

    #[cold]
    fn read(text: &[u8], token: &Token) -> Option<Self> {
        let rest = text.get(token.start..)?;
        let run = disguised_run(rest, LONGEST + 1);
        let length = run.len();
        let seen = run
            .iter()
            .fold(0, |seen, &byte| seen | SHAPE[usize::from(byte)]);
        let whole = length >= token.end - token.start
            && rest.get(length).is_none_or(u8::is_ascii)
            && !token
                .start
                .checked_sub(1)
                .and_then(|at| text.get(at))
                .is_some_and(|&byte| {
                    byte.is_ascii_alphanumeric()
                        || is_sign(byte)
                        || byte == b'#'
                        || !byte.is_ascii()
                });
        if !whole
            || !(SHORTEST..=LONGEST).contains(&length)
            || seen & shape::LETTER == 0
            || seen & (shape::DIGIT | shape::OTHER) == 0
        {
            return None;
        }
        let mut letters = [0; LONGEST];
        if !as_letters(run, &mut letters)?
            .iter()
            .all(u8::is_ascii_lowercase)
        {
            return None;
        }
        let bare = run.iter().take_while(|byte| byte.is_ascii_alphabetic());
        let bare = bare.count();
        let number = run.get(bare..)?;
        let is_number = number.len() <= 2 && number.iter().all(u8::is_ascii_digit);
        Some(Self {
            letters,
            length,
            bare: if is_number { bare } else { 0 },
        })
    }

    /// The word that a number may be joined to; empty if nothing is like that.
    pub(super) fn before_number(&self) -> &[u8] {
        self.letters.get(..self.bare).unwrap_or_default()
    }

    /// Its letters.
    pub(super) fn letters(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }
}
