//! The tokens that are certain from the classes of their bytes, found in 64
//! bytes of text at once.
//!
//! Each class of bytes is a bit mask; token bounds follow from masks by shifts.
//! Only a short word before a stop and the two halves of a doubled word are looked
//! at by themselves. What this file says must be what the general rules say, so it
//! leaves to them every token that anything could join.

use fearless_simd::{Level, Simd, dispatch};

use crate::text::chars::shape;
use crate::text::lexicon::abbreviation::follow;
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::classes::{Classes, SIZE};
use crate::text::tokenizer::plain::{LOADED, PlainWord};
use crate::text::tokenizer::shown::{SHOWN, Shown};

/// A block of text and the tokens of it that are still to be given. Bit `i` of
/// a mask speaks of the byte `64 - i` before the end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Block {
    /// Where the block ends in the text, or behind it.
    end: usize,
    pub(super) letters: u64,
    pub(super) lower: u64,
    pub(super) digits: u64,
    /// Bytes that are of one run with the byte before.
    pub(super) joined: u64,
    /// Letters, and all runs of `.`, `!` and `?` if one of them may be style.
    heard: u64,
    /// Hyphens inside words.
    linked: u64,
    /// First and last bytes of all tokens, as far as they are certain; what is
    /// not may be cut too often.
    pub(super) firsts: u64,
    lasts: u64,
    /// Last bytes of tokens that are certain.
    certain: u64,
    /// First bytes of the tokens to come.
    starts: u64,
    /// Last bytes of the certain ones before the first that is not.
    ends: u64,
}

/// Words of a block that come next, by the bits of their first and last bytes:
/// certain, and of letters alone. They are walked without the block, so that
/// all that is needed of it fits into registers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlainWords<'t> {
    /// What stands from the block on, and blanks behind the text.
    bytes: &'t [u8; SHOWN],
    starts: u64,
    ends: u64,
    /// For what is asked of many words at once.
    #[cfg(any(test, feature = "detector"))]
    block: &'t Block,
}

/// Words that were taken one after the other.
#[cfg(any(test, feature = "detector"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) count: usize,
    /// Those in capitals.
    pub(crate) capitals: usize,
    /// Whether one of these has four letters or more.
    pub(crate) long_capitals: bool,
}

impl PlainWords<'_> {
    /// Whether there is no other one.
    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.ends == 0
    }

    /// The next one, if it is short and long enough to be plain.
    #[inline(always)]
    pub(crate) fn first(&self) -> Option<PlainWord> {
        // There is a last byte for each first one.
        if self.is_empty() {
            return None;
        }
        // The remainder is the number itself, and shows that all bytes are there.
        let start = self.starts.trailing_zeros() as usize % SIZE;
        let length = (self.ends.trailing_zeros() as usize + 1).wrapping_sub(start);
        let written = self.bytes.get(start..start + LOADED)?.first_chunk()?;
        PlainWord::read(u128::from_le_bytes(*written), length)
    }

    /// Goes on behind the next one.
    #[inline(always)]
    pub(crate) fn pass(&mut self) {
        self.starts &= self.starts.wrapping_sub(1);
        self.ends &= self.ends.wrapping_sub(1);
    }

    /// What was taken of `all` if these are left.
    #[cfg(any(test, feature = "detector"))]
    #[inline(always)]
    pub(crate) fn taken_of(&self, all: &Self) -> Taken {
        let ends = all.ends & !self.ends;
        let upper = self.block.letters & !self.block.lower;
        // One that is added to the first letter of a word is carried behind the
        // last one if all of them are capitals.
        let (carried, beyond) = upper.overflowing_add(all.starts);
        let capitals = ends & (carried >> 1 | u64::from(beyond) << (SIZE - 1));
        Taken {
            count: ends.count_ones() as usize,
            capitals: capitals.count_ones() as usize,
            long_capitals: capitals & upper << 1 & upper << 2 & upper << 3 != 0,
        }
    }

    /// The bytes of those that `all` has before these, and of all before them.
    #[inline(always)]
    pub(super) fn passed_of(&self, all: &Self) -> u64 {
        let passed = all.ends & !self.ends;
        u64::MAX.checked_shr(passed.leading_zeros()).unwrap_or(0)
    }
}

/// What comes behind the certain tokens of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// A token that starts here and that the general rules must cut.
    Uncertain(usize),
    /// What the block does not show; another one must begin here.
    Beyond(usize),
}

impl Block {
    /// Makes it the block that [`by`](Self::by) gives, by what the processor can.
    /// In place: a copy of all masks would cost a tenth of it.
    #[inline(always)]
    pub(super) fn fill(&mut self, text: &[u8], at: usize) {
        let base = Self::base(text.len(), at);
        let rest = text.get(base..).unwrap_or_default();
        let mut padded;
        let bytes = match rest.first_chunk() {
            Some(bytes) => bytes,
            // Only texts of less than a block have to be copied.
            None => {
                padded = [b' '; SIZE];
                for (to, &from) in padded.iter_mut().zip(rest) {
                    *to = from;
                }
                &padded
            }
        };
        dispatch!(Level::new(), simd => *self = Self::of(simd, bytes, base, text.len()));
        self.skip_to(at);
    }

    /// The block of `text` that shows what is at `at`, with all tokens from
    /// there on to come.
    #[inline(always)]
    pub(super) fn by<S: Simd>(simd: S, text: &mut Shown<'_>, at: usize) -> Self {
        let length = text.length();
        let base = Self::base(length, at);
        let mut block = Self::of(simd, text.block(base), base, length);
        block.skip_to(at);
        block
    }

    /// Where the block begins that shows what is at `at`: the last one overlaps the
    /// one before.
    #[inline(always)]
    fn base(length: usize, at: usize) -> usize {
        at.min(length.saturating_sub(SIZE))
    }

    /// The bytes from `base` on of a text of `length` bytes.
    #[inline(always)]
    fn of<S: Simd>(simd: S, bytes: &[u8; SIZE], base: usize, length: usize) -> Self {
        let Classes {
            lower,
            letters,
            spaces,
            digits,
            hyphens,
            stops,
            colons,
            calls,
            strange,
            joins,
            slashes,
            quotes,
            calm,
        } = Classes::of(simd, bytes);
        // What a byte is followed by; behind the text is space.
        let end = u64::from(length <= base + SIZE) << (SIZE - 1);
        let before = |class: u64| class >> 1;
        let then_space = before(spaces) | end;
        let then_mark_and_space = before(!(letters | digits | strange) & then_space);
        let then_mark = before(!(letters | digits | strange)) | end;

        // `anak-anak`; of two names the hyphen may be a dash.
        let runs = letters | (hyphens & letters << 1 & before(lower));
        let ends = stops | calls;
        let joined = (runs & runs << 1) | (digits & digits << 1) | (ends & ends << 1);
        let firsts = !spaces & !joined;
        let lasts = !spaces & !before(joined) & (u64::MAX >> 1 | end);
        // No stop belongs to so long a word.
        let long = joined & joined << 1;
        let long = long & long << 2;
        let long = long & long << 3;
        let shouts = ends & (joined | before(joined));

        let stopped = letters & before(stops & then_mark) & lasts;
        let words = letters
            & !(joins & firsts << 1)
            & (!before(strange | joins | slashes | digits | hyphens | stops | colons)
                | before(colons & (before(!slashes) | end)))
            | stopped & long
            | stopless(bytes, firsts, stopped & !long);
        let numbers = digits & (then_space | then_mark_and_space);
        let marks = !(letters | digits | strange) & then_space
            | ends
            | calm
            | slashes
            | quotes & before(spaces | letters | digits | calm | stops);
        Self {
            end: base + SIZE,
            letters,
            lower,
            digits,
            joined,
            heard: letters | if shouts & calls != 0 { shouts } else { 0 },
            linked: hyphens & joined,
            firsts,
            lasts,
            certain: lasts & (words | numbers | marks),
            starts: 0,
            ends: 0,
        }
    }

    /// Makes the tokens from `at` on those to come; a token or a gap starts
    /// there.
    #[inline(always)]
    pub(super) fn skip_to(&mut self, at: usize) {
        let Some(offset) = self.offset(at) else {
            *self = Self {
                end: at,
                ..Self::default()
            };
            return;
        };
        let ahead = u64::MAX << offset;
        let here = 1 << offset;
        self.starts = self.firsts & ahead;
        self.ends = self.lasts & ahead;
        let uncertain = self.ends & !self.certain;
        // All bits below the first uncertain one.
        self.ends &= (uncertain & uncertain.wrapping_neg()).wrapping_sub(1);
        if self.joined & here != 0 {
            // The last token has ended inside a run.
            self.starts |= here;
            self.ends = 0;
        }
    }

    /// Which byte of the block stands at `at` in the text.
    #[inline(always)]
    pub(super) fn offset(&self, at: usize) -> Option<usize> {
        let ahead = self.end.checked_sub(at)?;
        SIZE.checked_sub(ahead).filter(|_| ahead > 0)
    }

    /// The next token, if it is certain and all of it in the block.
    #[inline(always)]
    pub(super) fn pop(&mut self) -> Option<Token> {
        if self.ends == 0 {
            return None;
        }
        let first = self.starts & self.starts.wrapping_neg();
        let last = self.ends & self.ends.wrapping_neg();
        let token = (last << 1).wrapping_sub(first);
        let start = self.end + self.starts.trailing_zeros() as usize - SIZE;
        let end = self.end + self.ends.trailing_zeros() as usize + 1 - SIZE;
        self.starts ^= first;
        self.ends ^= last;
        let kind = if first & self.letters != 0 {
            TokenKind::Word
        } else if first & self.digits != 0 {
            TokenKind::Number
        } else {
            TokenKind::Punctuation
        };
        Some(Token {
            start,
            end,
            kind,
            shape: self.shape(token),
        })
    }

    /// The [`shape`] of a token with the bytes `token`, all of them ASCII.
    #[inline(always)]
    pub(super) fn shape(&self, token: u64) -> u8 {
        let has = |class: u64, bit: u8| u8::from(token & class != 0) * bit;
        let Self {
            letters,
            lower,
            digits,
            ..
        } = *self;
        has(lower, shape::LOWER)
            | has(letters & !lower, shape::UPPER)
            | has(digits, shape::DIGIT)
            | has(!(letters | digits), shape::OTHER)
    }

    /// The certain words that come next in `text`, up to what has to be heard as
    /// a whole. A hyphen divides the words that it doubles (`anak-anak` is two);
    /// any other may join names, or letters that stand alone (`c-u-r-a-n-g`).
    #[inline(always)]
    pub(super) fn words<'t>(&'t self, text: &'t mut Shown<'_>) -> PlainWords<'t> {
        let first = self.starts & self.starts.wrapping_neg();
        let ahead = !first.wrapping_sub(1);
        let mut words = PlainWords {
            // A block without tokens may end anywhere.
            bytes: text.at(self.end.wrapping_sub(SIZE)),
            starts: self.starts & self.letters,
            ends: self.ends & self.letters,
            #[cfg(any(test, feature = "detector"))]
            block: self,
        };
        if (self.heard & !self.letters | self.linked) & ahead != 0 {
            self.part(&mut words, ahead);
        }
        words
    }

    /// Adds to `words` the parts of words that are doubled, from `ahead` on, and
    /// ends them before what has to be heard as a whole. Few blocks need it.
    #[inline(never)]
    fn part(&self, words: &mut PlainWords<'_>, ahead: u64) {
        let links = self.linked & self.certain_bytes() & ahead;
        // From the first hyphen on that doubles no word.
        let mut single = links;
        while single != 0 && self.doubles(single.trailing_zeros(), words.bytes) {
            single &= single - 1;
        }
        words.starts |= links << 1;
        words.ends |= links >> 1;
        let others = (self.heard & !self.letters | single) & ahead;
        if others != 0 {
            // Only what ends before the token that the first of them is in.
            let until = others ^ others.wrapping_sub(1);
            let token = (self.firsts & until).checked_ilog2().unwrap_or(0);
            words.ends &= (1 << token) - 1;
        }
    }

    /// Whether the words on both sides of the hyphen at bit `at` are the same, of
    /// two letters at least; `bytes` begin where the block does.
    fn doubles(&self, at: u32, bytes: &[u8]) -> bool {
        let before = (!self.letters & ((1 << at) - 1)).checked_ilog2();
        let first = before.map_or(0, |mark| mark + 1);
        let length = at - first;
        let after = (!self.letters).checked_shr(at + 1).unwrap_or(0);
        let word = |start: u32| {
            let start = start as usize;
            bytes.get(start..start + length as usize)
        };
        length >= 2
            && after.trailing_zeros() == length
            && word(first)
                .zip(word(at + 1))
                .is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    }

    /// Whether it has no certain token to give.
    #[inline(always)]
    pub(super) fn is_uncertain(&self) -> bool {
        self.ends == 0
    }

    /// Whether no certain word is left behind the bytes that were passed, nor a run
    /// of marks that may be style.
    #[inline(always)]
    pub(super) fn has_no_word_behind(&self, passed: u64) -> bool {
        self.ends & !passed & self.heard == 0
    }

    /// The bytes of all certain tokens; to be passed only if
    /// [none](Self::has_no_word_behind) of them has to be heard.
    #[inline(always)]
    pub(super) fn certain_bytes(&self) -> u64 {
        u64::MAX.checked_shr(self.ends.leading_zeros()).unwrap_or(0)
    }

    /// Goes on behind the bytes that were read.
    #[inline(always)]
    pub(super) fn pass(&mut self, passed: u64) {
        // The rest of a word with a hyphen is a token, too.
        let link = passed.wrapping_add(1) & self.linked;
        self.starts = self.starts & !passed | link << 1;
        self.ends &= !passed;
    }

    /// What comes next if [`pop`](Self::pop) gives nothing.
    #[inline(always)]
    pub(super) fn rest(&self) -> Rest {
        // If nothing starts, what comes next is behind all 64 bytes.
        let offset = self.starts.trailing_zeros();
        let at = self.end + offset as usize - SIZE;
        let is_cut = self.lasts & u64::MAX.checked_shl(offset).unwrap_or(0) == 0;
        if is_cut && offset > 0 {
            Rest::Beyond(at)
        } else {
            Rest::Uncertain(at)
        }
    }
}

/// Which of the words that end at `lasts`, each before a stop, have no stop of
/// their own.
#[inline(always)]
fn stopless(bytes: &[u8; SIZE], firsts: u64, lasts: u64) -> u64 {
    let (mut left, mut words) = (lasts, 0);
    while left != 0 {
        let last = left.trailing_zeros();
        let until = u64::MAX >> (u64::BITS - 1 - last);
        let first = (firsts & until).checked_ilog2().unwrap_or(0);
        let word = bytes.get(first as usize..=last as usize);
        words |= u64::from(word.is_some_and(|word| !may_own_stop(word))) << last;
        left &= left - 1;
    }
    words
}

/// Whether a stop behind a word of at most seven bytes may belong to it.
#[inline(never)]
fn may_own_stop(word: &[u8]) -> bool {
    const OTHERS: [&[u8]; 2] = [b"rp", b"www"];
    word.len() == 1
        || follow(word).is_some()
        || OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tokenizer::shown::End;

    proptest! {
        #[test]
        fn what_is_said_of_many_words_is_said_of_each(
            text in "(([A-Z]{1,6}|[a-z]{1,4}|[A-Za-z]{2,5}|KPU-KPU|Kpu-kpu)[ ,.]{1,2}){0,16}|[A-Z ]{64,70}"
        ) {
            let text = text.as_bytes();
            let mut block = Block::default();
            block.fill(text, 0);
            let mut end = End::default();
            let mut shown = Shown::new(text, &mut end);
            let all = block.words(&mut shown);
            let mut words = all;
            let (mut count, mut capitals, mut long_capitals) = (0, 0, false);
            while let Some(word) = words.first() {
                words.pass();
                count += 1;
                capitals += usize::from(word.is_caps());
                long_capitals |= word.is_caps() && word.length >= 4;
                let expected = Taken { count, capitals, long_capitals };
                prop_assert_eq!(words.taken_of(&all), expected);
            }
        }
    }
}
