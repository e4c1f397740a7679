//! Text to tokens in one pass.
//!
//! The rules work on byte classes for ASCII and on character classes for the
//! rest; words, numbers and marks that nothing can join, which is most of any
//! text, come from `block`, 64 bytes at once, as the general rules would cut
//! them. Emoji and scripts without spaces are cut by `unicode-segmentation`
//! (UAX #29).

mod address;
pub(super) mod block;
pub(super) mod bytes;
mod classes;
mod cut;
mod dash;
mod emoticon;
mod entity;
mod mark;
mod number;
pub(super) mod plain;
pub(super) mod plain_visitor;
pub(super) mod shown;
mod slash;
mod stop;
mod word;

use std::iter::FusedIterator;

use fearless_simd::Simd;

use crate::text::chars::{Class, SHAPE, class, is_hidden, letters, shape};
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::block::{Block, Rest};
use crate::text::tokenizer::number::{has_letter_of_money, has_unit, is_money, number};
use crate::text::tokenizer::plain_visitor::PlainVisitor;
use crate::text::tokenizer::shown::Shown;

/// The tokens of `text`, in order.
///
/// Linear in `text.len()`, allocates nothing, never panics.
///
/// ```
/// let text = "Anak-anak ke TPS 10.30 WIB, cek https://kpu.go.id.";
/// let found: Vec<&str> = hoaks::text::tokens(text).map(|t| &text[t.span()]).collect();
/// assert_eq!(
///     found,
///     ["Anak-anak", "ke", "TPS", "10.30", "WIB", ",", "cek", "https://kpu.go.id", "."]
/// );
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens {
        text,
        block: Block::default(),
    }
}

/// Iterator over the tokens of a text; made by [`tokens`].
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    block: Block,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        loop {
            if let Some(token) = self.block.pop() {
                return Some(token);
            }
            match self.go_on() {
                Ahead::Token(token) => return Some(token),
                Ahead::Block => {}
                Ahead::End => return None,
            }
        }
    }
}

impl FusedIterator for Tokens<'_> {}

/// What comes where a block has no certain token to give.
enum Ahead {
    Token(Token),
    /// The block may have some again.
    Block,
    End,
}

impl Tokens<'_> {
    /// Hands `visitor` the plain words that come next, with nothing between them but
    /// marks of one byte, numbers and the hyphens of doubled words, as long as it
    /// takes them and wants no other tokens.
    ///
    /// `text` is the one that the tokens are of.
    ///
    /// Most words of most texts come this way, so all of it is compiled for what
    /// the processor can.
    #[inline(always)]
    pub(in crate::text) fn plain_words<S: Simd>(
        &mut self,
        simd: S,
        text: &mut Shown<'_>,
        visitor: &mut impl PlainVisitor,
    ) {
        loop {
            // At the start of a text, and between odd tokens, there are none.
            if !self.block.is_uncertain() {
                let all = self.block.words(text);
                let mut words = all;
                visitor.plain_words(&mut words);
                let passed = words.passed_of(&all);
                let is_done = words.is_empty() && self.block.has_no_word_behind(passed);
                if !(is_done && visitor.wants_words_only()) {
                    self.block.pass(passed);
                    return;
                }
                // And the tokens that are no words.
                self.block.pass(self.block.certain_bytes());
            }
            let Some(at) = self.beyond() else { return };
            self.block = Block::by(simd, text, at);
        }
    }

    /// Goes on at `at`, behind the token that came last.
    pub(in crate::text) fn skip_to(&mut self, at: usize) {
        self.block.skip_to(at);
    }

    /// Out of line, so that the way of most tokens stays short.
    #[inline(never)]
    fn go_on(&mut self) -> Ahead {
        match self.block.rest() {
            Rest::Uncertain(at) => self.cut(at),
            Rest::Beyond(at) if at < self.text.len() => {
                self.fill(at);
                Ahead::Block
            }
            Rest::Beyond(_) => Ahead::End,
        }
    }

    /// What is at `at`, where the block is certain of nothing.
    #[inline(never)]
    fn cut(&mut self, at: usize) -> Ahead {
        let found = match self.block.cut(self.text, at) {
            Some(token) => Ok(token),
            None => Scanner::new(self.text, at).token(),
        };
        match found {
            Ok(token) => {
                self.block.skip_to(token.end);
                Ahead::Token(token)
            }
            Err(after_gap) => {
                self.block.skip_to(after_gap);
                Ahead::Block
            }
        }
    }

    /// Out of line, so that the way of most tokens stays short.
    #[inline(never)]
    fn fill(&mut self, at: usize) {
        self.block.fill(self.text.as_bytes(), at);
    }

    /// Where the block behind this one starts, unless a token or the text ends
    /// here first.
    #[inline(always)]
    fn beyond(&self) -> Option<usize> {
        match self.block.rest() {
            Rest::Beyond(at) if at < self.text.len() => Some(at),
            _ => None,
        }
    }
}

/// The general rules, for one token that starts at `start`.
struct Scanner<'t> {
    text: &'t str,
    bytes: &'t [u8],
    start: usize,
    at: usize,
    seen: u8,
}

/// What stands at a position.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    End,
    Letter,
    Digit,
    /// Mark or hidden character: stays with what is before it.
    Extend,
    Space,
    Unspaced,
    /// Punctuation or symbol; the byte if it is ASCII.
    Symbol(Option<u8>),
}

/// [`Next`] of each byte of ASCII: one load where a jump would be mispredicted.
static ASCII: [Next; 128] = {
    let mut table = [Next::End; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match SHAPE[byte] {
            shape::SPACE => Next::Space,
            shape::DIGIT => Next::Digit,
            shape::LOWER | shape::UPPER => Next::Letter,
            _ => Next::Symbol(Some(byte as u8)),
        };
        byte += 1;
    }
    table
};

impl<'t> Scanner<'t> {
    fn new(text: &'t str, start: usize) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            start,
            at: start,
            seen: 0,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    /// What stands at `at`, and how many bytes it takes.
    #[inline]
    fn look(&self, at: usize) -> (Next, usize) {
        let Some(byte) = self.byte(at) else {
            return (Next::End, 0);
        };
        match ASCII.get(usize::from(byte)) {
            Some(&next) => (next, 1),
            None => self.look_wide(at),
        }
    }

    #[inline(never)]
    fn look_wide(&self, at: usize) -> (Next, usize) {
        let Some(c) = self.char_at(at) else {
            return (Next::End, 0);
        };
        let next = match class(c) {
            // The sign for information is a letter unless it is to be drawn.
            Class::Letter if c == '\u{2139}' && self.is_drawn(at + c.len_utf8()) => {
                Next::Symbol(None)
            }
            Class::Space => Next::Space,
            Class::Hidden | Class::Mark => Next::Extend,
            Class::Letter => Next::Letter,
            Class::Digit => Next::Digit,
            Class::Unspaced => Next::Unspaced,
            Class::Symbol => Next::Symbol(None),
        };
        (next, c.len_utf8())
    }

    /// Whether what ends at `end` is followed by the selector that makes it an emoji.
    fn is_drawn(&self, end: usize) -> bool {
        self.char_at(end) == Some('\u{FE0F}')
    }

    fn is_alnum(&self, at: usize) -> bool {
        matches!(self.look(at).0, Next::Letter | Next::Digit)
    }

    /// Takes the ASCII letters at `at`; returns how many.
    #[inline]
    fn take_letters(&mut self) -> usize {
        let (length, seen) = letters(self.bytes.get(self.at..).unwrap_or_default());
        self.at += length;
        self.seen |= seen;
        length
    }

    fn take(&mut self, length: usize) {
        if let Some(byte) = self.byte(self.at) {
            self.seen |= SHAPE[usize::from(byte)];
        }
        self.at += length;
    }

    fn finish(&self, kind: TokenKind) -> Token {
        Token {
            start: self.start,
            end: self.at,
            kind,
            shape: self.seen,
        }
    }

    /// The token at `start`, or `Err(where to go on)` if a gap stands there.
    fn token(&mut self) -> Result<Token, usize> {
        let (next, length) = self.look(self.at);
        match next {
            Next::End => Err(self.start + 1),
            Next::Space => Err(self.start + length),
            Next::Extend if self.char_at(self.at).is_some_and(is_hidden) => {
                Err(self.start + length)
            }
            Next::Letter => Ok(self.word()),
            Next::Digit => Ok(match self.keycap() {
                Some(end) => {
                    self.advance_to(end);
                    self.finish(TokenKind::Emoji)
                }
                None => self.number(),
            }),
            Next::Unspaced => {
                self.unspaced(length);
                Ok(self.finish(TokenKind::Word))
            }
            Next::Symbol(Some(byte)) => Ok(self.ascii_symbol(byte)),
            Next::Extend | Next::Symbol(None) => Ok(self.symbol(length)),
        }
    }

    /// Digits and what belongs to them; letters behind them make it a word
    /// (`3x`, `1990-an`) unless they are a unit (`8kg`).
    fn number(&mut self) -> Token {
        let mut kind = TokenKind::Number;
        if self.byte(self.at).is_some_and(|byte| byte.is_ascii_digit()) {
            let number = number(self.bytes, self.at);
            kind = number.kind;
            self.advance_to(number.end);
        }
        loop {
            let (next, length) = self.look(self.at);
            match next {
                Next::Digit | Next::Extend => self.take(length),
                Next::Letter
                    if has_unit(self.bytes, self.at)
                        || has_letter_of_money(self.bytes, self.start, self.at) =>
                {
                    return self.finish(kind);
                }
                Next::Letter => return self.word(),
                Next::Symbol(Some(b'-'))
                    if self.look(self.at + 1).0 == Next::Letter
                        && !self.is_currency(self.at + 1) =>
                {
                    return self.word();
                }
                // `Rp15.500/USD` is a price, `34/PMK.011/2007` a decree.
                Next::Symbol(Some(b'/'))
                    if self.is_register() && !is_money(self.bytes, self.start) =>
                {
                    return self.word();
                }
                _ => return self.finish(kind),
            }
        }
    }

    fn advance_to(&mut self, end: usize) {
        let passed = self.bytes.get(self.at..end).unwrap_or_default();
        self.seen = passed
            .iter()
            .fold(self.seen, |seen, &byte| seen | SHAPE[usize::from(byte)]);
        self.at = self.at.max(end);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tokens by the general rules alone.
    fn by_rules(text: &str) -> Vec<Token> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match Scanner::new(text, at).token() {
                Ok(token) => {
                    at = token.end;
                    found.push(token);
                }
                Err(after_gap) => at = after_gap,
            }
        }
        found
    }

    #[test]
    fn words_before_a_stop_that_the_stop_belongs_to() {
        let found = |text| tokens(text).map(|token| token.span()).collect::<Vec<_>>();
        assert_eq!(found("Rp. 5.000"), [0..3, 4..9]);
        assert_eq!(found("www./a b"), [0..6, 7..8]);
    }

    #[test]
    fn runs_across_the_edges_of_blocks() {
        for before in 0..140 {
            let mut text = " ".repeat(before);
            let mut expected = Vec::new();
            for part in ["anak-anak", ",", "2019", "pemilihan", ".", "Rp", "5"] {
                expected.push(text.len()..text.len() + part.len());
                text.push_str(part);
                if !matches!(part, "anak-anak" | "pemilihan" | "Rp") {
                    text.push(' ');
                }
            }
            let found: Vec<_> = tokens(&text).map(|token| token.span()).collect();
            assert_eq!(found, expected, "{before}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn blocks_give_the_tokens_of_the_rules(
            text in prop_oneof![
                any::<String>(),
                "[ a-zA-ZéRp0-9,.'@#$/&+-]{0,60}",
                "([A-Za-z]{1,4}[ ,.]{1,2}){0,12}",
                // Long enough for several blocks, with what is certain beside
                // what looks like it.
                "([A-Za-z]{1,12}|[0-9]{1,3}|Rp|www|http|é|😀|[-.:,;!+&@#'/_$%\n ]{1,2}| ){0,60}",
                "([a-z]{5,9}[-.:, ]{1,2}([0-9]|RP)?){0,30}",
                "[a-z]{40,70}[ .-]{1,2}[a-z0-9]{0,80}",
                "((RI|AS|Jepang|Mei|Juni|anak)[- ](RI|Jepang|Juni|anak)[., ]){0,12}",
                "((Rp|pasal )?[0-9]{1,3}(rb|jt|kg| juta)?[-/](Rp|an)?[0-9]{0,3}(rb|kg)?[ .,]{0,2}){0,12}",
                "([-_^<>:'()]{1,6}[ a-z1]{0,2}){0,16}",
                "((dkk|dll|kombes|mayjen|bripka|https?|pemilihan)[.:]?[ /]{0,2}){0,20}",
                "(([@#]|https?://|HTTP://|www\\.)?[a-zA-Z0-9_]{0,20}[ /.,:'_@#)?\u{e9}😀]{0,2}){0,12}",
                "([@#]{0,2}[a-z_0-9]{1,70}[. ]{0,1}){0,3}|(http://|www.)[a-z0-9/?=.)]{1,90}[ \u{a0}\"]?a",
                "([a-zA-Z]{1,5}[0-9]{0,2}[-/+&'_,.: ]{1,2}([0-9٣]|Rp|RI|Jepang|Mei|é|😀|“|…)?){0,16}",
                "([😀🙏🇮🇩👍\u{1f3fd}\u{200d}\u{fe0f}–“”…*#'\"] ?[a1]?){0,16}",
                "((budi|a\\.b|no|ftps?://|T_T|o_O|kpu\\.go\\.id|contoh\\.id|2024-02-14|Rp|08\\.00|pukul|WIB|x)?\
                    ([+@:?=T_-]|[0-9]{1,2}|\u{fe0f}\u{20e3}|ℹ\u{fe0f}?|©|–)?[/., ]?){0,20}",
                "((dr|Dr|M|www|Rp|rp|No|jl|itu|kata|anak-anak|a-b|KPU|[0-9]{1,2})?[\".,:;!?()/*'&]{0,3} ?){0,20}",
            ]
        ) {
            prop_assert_eq!(tokens(&text).collect::<Vec<_>>(), by_rules(&text));
        }
    }
}
