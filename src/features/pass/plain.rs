//! The way of most words: plain ones that are remembered and read.

use crate::features::block::Block;
use crate::features::hash;
use crate::features::names::PASSED_OVER;
use crate::features::names::class::NameClass;
use crate::features::names::context::Context;
use crate::features::pass::Pass;
use crate::features::pass::before::Before;
use crate::features::pass::sink::{Recalled, Sink};
use crate::features::pass::waiting::Held;
use crate::features::style::Looks;
use crate::text::{PlainVisitor, PlainWord, PlainWords, WalkedWord};

/// [`PASSED_OVER`] as the first eight letters of a word.
const PASSED_OVER_KEY: u64 = PASSED_OVER[0] as u64 | (PASSED_OVER[1] as u64) << 8;

impl<S: Sink> PlainVisitor for Pass<'_, S> {
    /// A single mark or a number is no style and ends no name if none has begun.
    #[inline(always)]
    fn wants_words_only(&self) -> bool {
        S::REMEMBERS && self.waiting.count == 0
    }

    #[inline]
    fn plain(&mut self, word: PlainWord) -> bool {
        S::REMEMBERS && self.take_one(&word)
    }

    #[inline(always)]
    fn plain_words(&mut self, words: &mut PlainWords<'_>) {
        if S::REMEMBERS {
            self.take_all(words);
        }
    }
}

impl<S: Sink> Pass<'_, S> {
    /// Takes plain words as they come, as long as none of them waits for a name.
    #[inline(always)]
    pub(super) fn take_all(&mut self, words: &mut PlainWords<'_>) {
        while self.waiting.count == 0 {
            let known = self.read_on(words);
            let Some(word) = words.first() else { return };
            match known {
                Some(Recalled::Masked { hash, class }) => {
                    self.mask(0..0, hash, Some(class), false);
                }
                Some(Recalled::Opens { hash, class }) if self.hold_plain(&word, hash, class) => {}
                _ if self.before.is_none() && self.take_one(&word) => {}
                _ if word.letters[0] == PASSED_OVER_KEY => self.pass_over(),
                _ if self.plain_anew(&word) => {}
                _ => return,
            }
            words.pass();
        }
    }

    /// Takes words that are remembered and read; what is remembered of the first
    /// one that is not. Only behind another word.
    ///
    /// All that it changes for each word stays in registers, so it knows nothing
    /// of names and of words that are new, and puts everything back before it goes.
    #[inline(always)]
    fn read_on(&mut self, words: &mut PlainWords<'_>) -> Option<Recalled> {
        let before = self.before.as_ref()?;
        let mut bits = Before::context(Some(before)).bits();
        let mut in_pair = before.in_pair;
        let (mut grams, mut sums) = (0, S::Sums::default());
        let all = *words;
        let known = loop {
            let Some(word) = words.first() else {
                break None;
            };
            if word.letters[0] == PASSED_OVER_KEY {
                break None;
            }
            let known = self.sink.recall(word.letters, bits, &mut sums);
            let Some(Recalled::Read { hash, grams: more }) = known else {
                break known;
            };
            let pair = hash::pair(in_pair, hash);
            self.sink
                .gram(Block::Pair, self.rows.of_pair(pair), || 0..0);
            in_pair = hash;
            bits = Context::bits_behind(hash);
            grams += more;
            words.pass();
        };
        let taken = words.taken_of(&all);
        if taken.count > 0 {
            self.sink.add(&sums, taken.count);
            self.before = Some(Before {
                word: in_pair,
                first: 0,
                in_pair,
                start: 0,
            });
        }
        self.dress.words(taken);
        // And the pairs.
        self.grams += grams + taken.count;
        known
    }

    /// Takes a word whatever it is, unless it is elongated.
    #[inline(never)]
    pub(super) fn take_one(&mut self, word: &PlainWord) -> bool {
        if word.letters[0] == PASSED_OVER_KEY {
            self.pass_over();
            return true;
        }
        let looks = Looks::new(true, word.is_caps(), word.length);
        self.recall(word.letters, looks, 0..0, false) || self.plain_anew(word)
    }

    /// Lets a word wait for a name, if there is room.
    #[inline(never)]
    fn hold_plain(&mut self, word: &PlainWord, hash: u64, class: NameClass) -> bool {
        let held = Held {
            key: word.letters,
            looks: Looks::new(true, word.is_caps(), word.length),
            joined: false,
        };
        self.hold(held, hash, class)
    }

    /// Takes a word that is not remembered, or that its neighbours decide about,
    /// unless it is elongated.
    #[inline(never)]
    fn plain_anew(&mut self, word: &PlainWord) -> bool {
        if word.is_elongated() {
            return false;
        }
        let bytes = word.bytes();
        let letters = bytes.get(..word.length).unwrap_or_default();
        self.anew(&WalkedWord::plain(letters, word.is_caps()));
        true
    }
}
