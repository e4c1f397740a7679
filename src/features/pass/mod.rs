//! The pass: folded words to rows.

mod before;
mod plain;
mod runs;
pub(super) mod sink;
mod tag;
mod topical;
mod waiting;

use std::ops::Range;

use crate::features::block::Block;
use crate::features::common;
use crate::features::hash;
use crate::features::key::{Key, key};
use crate::features::names::apart;
use crate::features::names::class::NameClass;
use crate::features::names::context::Context;
use crate::features::names::meant::{Meant, Slipped};
use crate::features::names::torn;
use crate::features::names::treatment::{Treatment, opens_as};
use crate::features::names::{Found, Names, PASSED_OVER, is_known};
use crate::features::pass::before::{Before, MASK};
use crate::features::pass::sink::{Known, Recalled, Sink};
use crate::features::pass::waiting::{Came, Held, Waiting};
use crate::features::rows::Rows;
use crate::features::slips::written::Written;
use crate::features::style::{Dress, Looks};
use crate::text::{self, Token, TokenKind, Visitor, WalkedWord, walk};

/// Buffers of a pass, to be reused for the next text.
#[derive(Debug, Default)]
pub(crate) struct Scratch<const TRACK: bool> {
    walk: text::Scratch<TRACK>,
    waiting: Waiting,
    slipped: Slipped,
    padded: Vec<u8>,
}

/// Hands the features of one text to a [`Sink`].
pub(crate) struct Pass<'a, S> {
    names: &'static Names,
    rows: Rows,
    sink: &'a mut S,
    /// Word before, with the hash that stands for it in a pair and its span.
    before: Option<Before>,
    waiting: &'a mut Waiting,
    slipped: &'a mut Slipped,
    /// Buffer for words with letters outside ASCII.
    padded: &'a mut Vec<u8>,
    /// The last masked word is a person's.
    person: bool,
    dress: Dress,
    grams: usize,
}

impl<'a, S: Sink> Pass<'a, S> {
    /// Runs the pass over `text` with `1 << bits` hashed rows; returns the
    /// number of n-gram occurrences.
    pub(crate) fn run<const TRACK: bool>(
        text: &str,
        names: &'static Names,
        bits: u32,
        scratch: &'a mut Scratch<TRACK>,
        sink: &'a mut S,
    ) -> usize {
        scratch.waiting.count = 0;
        let mut pass = Pass {
            names,
            rows: Rows::new(bits),
            sink,
            before: None,
            waiting: &mut scratch.waiting,
            slipped: &mut scratch.slipped,
            padded: &mut scratch.padded,
            person: false,
            dress: Dress::default(),
            grams: 0,
        };
        walk(text, &mut scratch.walk, &mut pass);
        pass.settle(Came::Other);
        for style in pass.dress.flags(text) {
            pass.sink.style(style, (1 << bits) + style as usize);
        }
        pass.grams
    }

    #[inline]
    fn gram(&mut self, block: Block, hash: u64, span: impl FnOnce() -> Range<usize>) {
        self.grams += 1;
        let row = match block {
            Block::Pair => self.rows.of_pair(hash),
            Block::Word | Block::Chars => self.rows.of(hash),
        };
        self.sink.gram(block, row, span);
    }
}

impl<S: Sink> Visitor for Pass<'_, S> {
    const REMEMBERS: bool = S::REMEMBERS;

    #[inline]
    fn word(&mut self, mut word: WalkedWord<'_>) {
        if word.bytes == PASSED_OVER {
            return self.pass_over();
        }
        // What waits is part of the same name, if it is one.
        word.joined &= self.waiting.count == 0;
        let recalled = S::REMEMBERS
            && !word.changes.leet
            && !word.initials
            && key(word.bytes).is_some_and(|key| {
                let whole = word.span(0..word.bytes.len());
                self.recall(key, looks(&word), whole, word.joined)
            });
        if !recalled {
            self.anew(&word);
        }
    }

    fn hashtag<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(
        &mut self,
        tag: &str,
        words: W,
        judged: Option<u8>,
    ) -> Option<u8> {
        // A tag is a name of its own: what stands before it is no part of it.
        self.settle(Came::Other);
        self.tag(tag, words, judged)
    }

    fn reads_as(&mut self, letters: &[u8]) -> bool {
        self.names.has(letters)
    }

    fn ends_name(&mut self, letter: &str) -> bool {
        self.names.ends_name(letter, self.context())
    }

    fn divides(&mut self, word: &str, at: usize) -> bool {
        apart::divides(self.names, word, at, self.context())
    }

    fn torn(&mut self, text: &str, kind: TokenKind, span: Range<usize>) -> Option<usize> {
        torn::rest(self.names, text, kind, span)
    }

    #[inline]
    fn other(&mut self, token: &Token, text: &str) {
        // The stop of an initial does not end a name, nor does what joins two.
        if !matches!(text, "." | "-" | "\u{2010}" | "\u{2011}" | "\u{2013}") {
            self.settle(Came::Other);
        }
        self.dress.other(token, text);
    }
}

impl<S: Sink> Pass<'_, S> {
    /// A word that is not there. No word that a condition names reaches over it;
    /// that a name stands before does.
    #[inline(always)]
    fn pass_over(&mut self) {
        self.waiting.passed_over = true;
        if let Some(before) = &mut self.before {
            (before.word, before.first) = (0, 0);
        }
    }

    /// What stands before the word that comes next.
    fn context(&self) -> Context {
        self.waiting.context(&self.before)
    }

    /// A word that is not remembered, or that its neighbours decide about.
    fn anew(&mut self, word: &WalkedWord<'_>) {
        let hash = hash::word(word.bytes);
        let context = self.context();
        let names = self.names;
        let listed = names.listed(hash);
        if let Some(found) = names.find_as(word, listed, context) {
            return self.named(word, Meant::itself(hash), found);
        }
        let mut written = None;
        // The listed word that it is only by a slip.
        let slip = match listed {
            Some(_) => None,
            None => self.near(word.bytes, &mut written),
        };
        let meant = slip.unwrap_or(Meant::itself(hash));
        let listed = slip.map_or(listed, |slip| names.listed(slip.word));
        if let Some(slip) = slip
            && let Some(class) = names.slipped(slip, context)
        {
            let length = word.bytes.len();
            self.named(word, slip, Found { class, length });
        } else if let Some(class) = opens_as(listed, meant, word.initials)
            && self.waiting.hold(word, meant, class)
        {
            // What follows decides.
        } else if word.changes.leet && !is_known(word.bytes) {
            // Digits for letters in what is no known word: as a rule a name,
            // which no list can foresee.
            self.settle(Came::Name(None));
            self.mask(word.span(0..word.bytes.len()), hash, None, word.joined);
        } else {
            self.settle(Came::Other);
            self.read(word, hash, meant, written.as_ref());
        }
    }

    /// [`Names::near`], which may be remembered; if not, the word goes to `written`.
    fn near<'w>(&mut self, word: &'w [u8], written: &mut Option<Written<'w>>) -> Option<Meant> {
        let key = key(word).filter(|_| S::REMEMBERS);
        let met = key.and_then(|key| self.slipped.get(key));
        met.or_else(|| {
            let slip = self.names.near(written.insert(Written::new(word)))?;
            if let Some(key) = key {
                self.slipped.remember(key, slip);
            }
            Some(slip)
        })
    }

    /// A name, by the list: `meant` is the listed word, or one with a clitic.
    fn named(&mut self, word: &WalkedWord<'_>, meant: Meant, found: Found) {
        self.settle(Came::Name(Some(found.class)));
        self.sink.name(found.class, || word.span(0..found.length));
        let whole = word.span(0..word.bytes.len());
        self.mask(whole, meant.word, Some(found.class), word.joined);
        if S::REMEMBERS {
            let treatment = self.names.treatment(word.bytes, meant);
            if matches!(treatment, Treatment::Masked(_)) {
                self.remember(key(word.bytes), meant.word, 0, treatment);
            }
        }
    }

    /// Takes a word that is remembered and needs no look at its neighbours but
    /// the word before. It settles those that wait.
    #[inline(always)]
    fn recall(&mut self, word: Key, looks: Looks, whole: Range<usize>, joined: bool) -> bool {
        let before = self.waiting.bits(&self.before);
        match self.sink.recall_one(word, before) {
            Some(Recalled::Read { hash, grams }) => {
                self.settle(Came::Other);
                self.dress.word(looks);
                self.grams += grams;
                self.pair(whole, hash, hash);
                true
            }
            Some(Recalled::Masked { hash, class }) => {
                self.settle(Came::Name(Some(class)));
                self.mask(whole, hash, Some(class), joined);
                true
            }
            Some(Recalled::Opens { hash, class }) => {
                let held = Held {
                    key: word,
                    looks,
                    joined,
                };
                self.hold(held, hash, class)
            }
            None => false,
        }
    }

    fn remember(&mut self, word: Option<Key>, hash: u64, grams: usize, treatment: Treatment) {
        let known = Known {
            treatment,
            hash,
            grams,
        };
        // No word that is remembered stands for names in pairs.
        self.sink.remember(word.filter(|_| hash != MASK), known);
    }

    /// The words that waited for a name: part of it if it came, else ordinary.
    #[inline]
    fn settle(&mut self, came: Came) {
        if self.waiting.count > 0 {
            self.settle_waiting(came);
        }
    }

    /// A word that no feature may carry, of a name of `class` if that is known;
    /// `joined` is as in [`WalkedWord`].
    fn mask(&mut self, whole: Range<usize>, hash: u64, class: Option<NameClass>, joined: bool) {
        let person = class == Some(NameClass::Person);
        let before_is_person = std::mem::replace(&mut self.person, person);
        if let Some(before) = &mut self.before
            && before.in_pair == MASK
        {
            // More of a name, or another: one mask for all, so that the number
            // of words in a name makes no difference.
            self.dress.next_name(joined && person && before_is_person);
            before.first = std::mem::replace(&mut before.word, hash);
            return;
        }
        self.pair(whole, hash, MASK);
    }

    /// A word that is no name here; `meant` is as in [`Names::treatment`], and `written`
    /// is made if it is needed.
    fn read(
        &mut self,
        word: &WalkedWord<'_>,
        hash: u64,
        meant: Meant,
        written: Option<&Written<'_>>,
    ) {
        self.dress.word(looks(word));
        let whole = word.span(0..word.bytes.len());
        let key = key(word.bytes).filter(|_| S::REMEMBERS);
        let known = key.and_then(|key| self.sink.recall_one(key, 0));
        let hash = if let Some(Recalled::Read { hash, grams }) = known {
            self.grams += grams;
            hash
        } else {
            let before = self.grams;
            let common = match written {
                Some(written) => common::meant(written),
                None => common::meant(&Written::new(word.bytes)),
            };
            let common = common.filter(|_| !self.names.has(word.bytes));
            let hash = common.map_or(hash, hash::word);
            self.gram(Block::Word, hash, || whole.clone());
            match common {
                // All of what is read comes from all of what is written.
                Some(common) => self.runs(common, |_| whole.clone()),
                None => self.runs(word.bytes, |part| word.span(part)),
            }
            if S::REMEMBERS {
                let treatment = self.names.treatment(word.bytes, meant);
                self.remember(key, hash, self.grams - before, treatment);
            }
            hash
        };
        self.pair(whole, hash, hash);
    }

    #[inline(always)]
    fn pair(&mut self, whole: Range<usize>, hash: u64, in_pair: u64) {
        let this = Before {
            word: hash,
            first: 0,
            in_pair,
            start: whole.start,
        };
        if let Some(before) = self.before.replace(this) {
            self.gram(Block::Pair, hash::pair(before.in_pair, in_pair), || {
                before.start..whole.end
            });
        }
    }
}

fn looks(word: &WalkedWord<'_>) -> Looks {
    let is_start = |byte: &&u8| **byte & 0xC0 != 0x80;
    let two = word.bytes.iter().filter(is_start).nth(1).is_some();
    Looks::new(two, word.caps, word.bytes.len())
}
