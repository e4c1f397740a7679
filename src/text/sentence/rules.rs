//! Whether a sentence ends in the gap between two tokens.

use crate::text::lexicon::abbreviation::{Follow, follow};
use crate::text::lexicon::calendar::is_month;
use crate::text::sentence::left::{Closed, Left, Stop};
use crate::text::sentence::right::{Start, line, line_breaks, start};
use crate::text::sentence::words::{CLIPPED, EXTENSIONS, SAID, among};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::Tokens;

/// How far a decision looks ahead, in tokens.
const AHEAD: usize = 24;

/// Whether the sentence `left` ends before `next`, behind which `rest` follows.
#[inline]
pub(super) fn ends<'t>(left: &Left<'t>, next: Token, rest: &Tokens<'t>) -> bool {
    // Most gaps: a space, or nothing, behind a word.
    let plain = match left.text.as_bytes().get(left.end()) {
        Some(b' ') => left.end() + 1 == next.start,
        _ => left.end() == next.start,
    };
    if plain && left.stop == Stop::None && !ends_without_stop(left) {
        return false;
    }
    let gap = left.text.get(left.end()..next.start).unwrap_or_default();
    let breaks = if plain { 0 } else { line_breaks(gap) };
    if breaks == 0 && left.stop == Stop::None && !ends_without_stop(left) {
        return false;
    }
    let judge = Judge {
        left,
        next,
        rest,
        start: start(left.text, next, left.quote),
    };
    match breaks {
        0 => judge.same_line(gap),
        1 => judge.next_line(),
        _ => true,
    }
}

/// Whether the sentence may end although no mark says so: a salutation
/// (`Assalamu'alaikum wr wb`), or a bracket that opened it (`(Baca juga: Syarat
/// pindah memilih)`).
#[inline]
fn ends_without_stop(left: &Left<'_>) -> bool {
    match left.text.as_bytes().get(left.end().wrapping_sub(1)) {
        Some(b'b' | b'B') => left.word(0).eq_ignore_ascii_case("wb"),
        Some(b'h' | b'H') => {
            left.length <= 6
                && among(
                    left.word(0),
                    &["wabarakatuh", "wabarokatuh", "wabarakaatuh"],
                )
        }
        Some(b')') => left.bracketed && left.length >= 5 && left.closed == Closed::Bracket,
        _ => false,
    }
}

/// A gap with what stands on both sides.
pub(super) struct Judge<'l, 't> {
    pub(super) left: &'l Left<'t>,
    pub(super) next: Token,
    rest: &'l Tokens<'t>,
    pub(super) start: Start,
}

impl<'t> Judge<'_, 't> {
    pub(super) fn text(&self, token: Token) -> &'t str {
        self.left.source(token)
    }

    /// What the token behind `next` starts, if it is on the same line.
    pub(super) fn second(&self) -> Option<Start> {
        let token = self.line().next()?;
        Some(start(self.left.text, token, true))
    }

    /// The tokens behind `next` on its line.
    pub(super) fn line(&self) -> impl Iterator<Item = Token> + 't {
        line(self.left.text, self.next, self.rest, AHEAD)
    }

    fn same_line(&self, gap: &str) -> bool {
        let left = self.left;
        if matches!(self.start, Start::Stop | Start::Close | Start::Inside) {
            return false;
        }
        let glued = !gap.contains(char::is_whitespace);
        if glued && !self.may_be_glued() {
            return false;
        }
        match left.stop {
            Stop::None => self.start == Start::Capital,
            Stop::Smiley => matches!(
                self.start,
                Start::Lower | Start::Capital | Start::Number | Start::Mention
            ),
            Stop::Picture | Stop::Tag => self.behind_tail(),
            Stop::Abbreviation => {
                if left.closed == Closed::Quote {
                    return self.start == Start::Capital && !self.is_reporter();
                }
                left.closed == Closed::Nothing && self.abbreviation_ends() && !self.within()
            }
            Stop::Dots => {
                !matches!(self.start, Start::Lower | Start::Number | Start::Bracket)
                    && self.behind_stop()
            }
            Stop::Full => !left.marker && !self.goes_on() && self.behind_stop(),
            Stop::Strong => !self.has_own_mark() && self.behind_stop(),
        }
    }

    /// Whether a sentence may begin right behind the mark, without a space.
    fn may_be_glued(&self) -> bool {
        let left = self.left;
        let word = left.word(0);
        let next = self.text(self.next);
        let number = left.token(0).is_some_and(|token| {
            token.kind != TokenKind::Word && word.ends_with(|c: char| c.is_ascii_digit())
        });
        let letters = |text: &str| text.chars().take_while(|c| c.is_alphabetic()).count();
        match self.start {
            Start::Capital => {
                let small = word.chars().next_back().is_some_and(char::is_lowercase);
                match left.stop {
                    Stop::Full => {
                        let lower = next.chars().nth(1).is_some_and(char::is_lowercase);
                        ((small || lower) && word.len() >= 2)
                            || number
                            || (word.len() >= 4 && next.len() >= 4)
                            || left.closed != Closed::Nothing
                    }
                    Stop::Abbreviation => false,
                    _ => true,
                }
            }
            Start::Lower => match left.stop {
                Stop::Full => {
                    left.closed == Closed::Nothing
                        && (letters(word) >= 2 || number)
                        && letters(next) >= 2
                        && (letters(word) + letters(next) >= 5 || number)
                        && !among(next, EXTENSIONS)
                }
                Stop::Strong => letters(word) >= 2 && letters(next) >= 2,
                _ => false,
            },
            Start::Quote | Start::Picture | Start::Smiley | Start::Tag | Start::Mention => true,
            _ => left.stop == Stop::Strong,
        }
    }

    /// Emoji and hashtags behind words without a stop.
    fn behind_tail(&self) -> bool {
        let left = self.left;
        // `aku ❤️ Jakarta`.
        let verb = matches!(
            self.text(left.last).chars().next(),
            Some('❤' | '♥' | '<' | '💙' | '💚' | '💛' | '🧡' | '💜')
        ) && among(
            left.word(0),
            &[
                "aku", "saya", "gue", "gw", "kita", "kami", "i", "we", "love", "warga",
            ],
        );
        match self.start {
            Start::Capital => !verb,
            Start::Quote => self.second() == Some(Start::Capital),
            _ => false,
        }
    }

    /// A stop that is one: what follows decides.
    fn behind_stop(&self) -> bool {
        let left = self.left;
        if self.within() {
            return false;
        }
        let closed = left.closed != Closed::Nothing;
        match self.start {
            Start::Lower => !(closed || left.quote && among(self.text(self.next), SAID)),
            Start::Capital => {
                !(left.closed == Closed::Quote && (self.is_reporter() || self.is_titled()))
            }
            Start::Number => !self.is_next_item(),
            // `ujarnya. "tetapi`: the quotation is resumed.
            Start::Quote => !(left.quoted && self.second() == Some(Start::Lower)),
            Start::Address => true,
            Start::Bracket => match self.second() {
                Some(Start::Capital | Start::Quote) => true,
                // `[1]` is a note to what stands before.
                Some(Start::Number) => self.text(self.next) != "[",
                _ => self.is_item(),
            },
            Start::Mention => self.words_follow(),
            Start::Tag => self.lower_follows(),
            Start::Picture | Start::Smiley => false,
            Start::Stop | Start::Close | Start::Inside => false,
        }
    }

    /// Whether the mentions, tags and emoji from here on are followed by more.
    fn words_follow(&self) -> bool {
        self.line().any(|token| {
            !matches!(
                token.kind,
                TokenKind::Mention | TokenKind::Hashtag | TokenKind::Emoji
            )
        })
    }

    /// Whether a tag opens a clause: `#KawalSuara bergema`.
    fn lower_follows(&self) -> bool {
        self.line()
            .find(|token| !matches!(token.kind, TokenKind::Hashtag | TokenKind::Emoji))
            .is_some_and(|token| start(self.left.text, token, true) == Start::Lower)
    }

    /// A full stop behind a word that takes one without ending anything.
    fn goes_on(&self) -> bool {
        let left = self.left;
        let word = left.word(0);
        if word.len() <= 5 && among(word, CLIPPED) {
            return true;
        }
        match self.start {
            Start::Lower => {
                let known = follow(word.as_bytes()).is_some();
                let month = left.token(0).is_some_and(|t| t.kind == TokenKind::Number)
                    && is_month(self.text(self.next));
                known || month || word.len() == 1 && !word.starts_with(|c: char| c.is_ascii_digit())
            }
            // `Telp. (021)`
            Start::Bracket => follow(word.as_bytes()) == Some(Follow::Number),
            // `Rp. 5.000`, `RT. 05/RW. 02`
            Start::Number => word
                .rsplit('/')
                .next()
                .is_some_and(|part| among(part, &["rp", "rt", "rw", "no", "km", "jam", "pukul"])),
            _ => false,
        }
    }

    /// Whether the number that follows is that of the next item of a list
    /// behind a colon.
    fn is_next_item(&self) -> bool {
        self.left.item != 0
            && self.left.listed
            && self.text(self.next).parse() == Ok(self.left.item + 1)
            && self
                .line()
                .next()
                .is_some_and(|mark| matches!(self.text(mark), "." | ")"))
    }
}
