//! The pass: folded words to rows.

use std::ops::Range;

use crate::features::hash;
use crate::features::mask::{Context, Found, NameClass, Names};
use crate::features::style::{Dress, Style};
use crate::text::{HeldWord, Scratch, Token, Visitor, WalkedWord, is_listed, walk};

/// The kind of an n-gram; each has a scale of its own in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// One word.
    Word,
    /// Two neighbouring words.
    Pair,
    /// Three to five characters inside a word, its edges included.
    Chars,
}

impl Block {
    /// All blocks, in the order of their scales.
    pub const ALL: [Self; 3] = [Self::Word, Self::Pair, Self::Chars];
}

/// Takes the features of a text as the pass finds them.
pub(crate) trait Sink {
    /// One occurrence of an n-gram. `span` is where it stands in the original,
    /// empty unless the walk tracks origins.
    fn gram(&mut self, block: Block, row: usize, span: impl FnOnce() -> Range<usize>);
    /// A style flag that holds for the whole text.
    fn style(&mut self, style: Style, row: usize);
    /// Whether the character runs of a word, which has this hash, are known and
    /// need not be found: their number if so.
    #[inline]
    fn recall(&mut self, _word: &[u8], _hash: u64) -> Option<usize> {
        None
    }
    /// All character runs of a word have come.
    #[inline]
    fn remember(&mut self, _word: &[u8], _hash: u64, _runs: usize) {}
    /// A masked word; `span` is as in [`Sink::gram`].
    #[inline]
    fn name(&mut self, _class: NameClass, _span: impl FnOnce() -> Range<usize>) {}
}

/// Occurrences that every text is taken to have besides its own.
///
/// About four words' worth. Without it a text of one or two words would be
/// scored by a few large weights: `TPS` alone had a logit of -6.
const IMAGINED_GRAMS: usize = 64;

/// What a text with `grams` n-gram occurrences is scaled by: one over the
/// square root, which is the Euclidean norm if all of them were different.
#[inline]
pub(crate) fn length_scale(grams: usize) -> f64 {
    1.0 / (grams.saturating_add(IMAGINED_GRAMS) as f64).sqrt()
}

/// Edges of a word inside its character runs; part of the model format.
const BEGIN: u8 = 2;
const END: u8 = 3;
/// Longest word whose runs are read from a buffer on the stack.
const SHORT: usize = 54;
/// Most words that wait for a name to follow.
const MOST_HELD: usize = 4;

/// Hands the features of one text to a [`Sink`].
pub(crate) struct Pass<'a, S> {
    names: &'a Names,
    /// How far to shift a hash to get a row.
    shift: u32,
    sink: &'a mut S,
    /// Word before, with the hash that stands for it in a pair and its span.
    before: Option<Before>,
    /// Words, with their hashes, that are part of a name if one follows.
    held: Vec<(HeldWord, u64, NameClass)>,
    /// Buffer for words with letters outside ASCII.
    padded: Vec<u8>,
    dress: Dress,
    grams: usize,
}

struct Before {
    word: u64,
    /// [`MASK`] for what is masked.
    in_pair: u64,
    class: Option<NameClass>,
    start: usize,
}

/// Stands for whatever is masked in a pair of words.
///
/// One for names of all classes: with one for each, *Hidayatullah* as a person
/// and as an organisation, or *Jawa* and *Batak*, would not read the same.
/// The byte 0x01 occurs in no folded word.
const MASK: u64 = hash::block(hash::WORD, 1, 1);

impl<'a, S: Sink> Pass<'a, S> {
    /// Runs the pass over `text` with `1 << bits` hashed rows; returns the
    /// number of n-gram occurrences.
    pub(crate) fn run<const TRACK: bool>(
        text: &str,
        names: &'a Names,
        bits: u32,
        scratch: &mut Scratch<TRACK>,
        sink: &'a mut S,
    ) -> usize {
        let mut pass = Pass {
            names,
            shift: 64 - bits,
            sink,
            before: None,
            held: Vec::new(),
            padded: Vec::new(),
            dress: Dress::default(),
            grams: 0,
        };
        walk(text, scratch, &mut pass);
        pass.settle(false);
        for style in pass.dress.flags() {
            pass.sink.style(style, (1 << bits) + style as usize);
        }
        pass.grams
    }

    #[inline]
    fn gram(&mut self, block: Block, hash: u64, span: impl FnOnce() -> Range<usize>) {
        self.grams += 1;
        // At most 2^24 rows (see the model format), so this fits a usize.
        self.sink.gram(block, (hash >> self.shift) as usize, span);
    }

    #[inline]
    fn runs(&mut self, word: &WalkedWord<'_>) {
        if word.bytes.len() <= SHORT && word.bytes.is_ascii() {
            self.short_runs(word);
        } else {
            self.wide_runs(word);
        }
    }

    /// Runs of a word of up to [`SHORT`] ASCII letters: nearly all of them.
    fn short_runs(&mut self, word: &WalkedWord<'_>) {
        let length = word.bytes.len();
        let mut padded = [0; SHORT + 10];
        padded[0] = BEGIN;
        padded[1..=length].copy_from_slice(word.bytes);
        padded[length + 1] = END;
        for (at, window) in padded.windows(8).take(length).enumerate() {
            let mut eight = [0; 8];
            eight.copy_from_slice(window);
            let eight = u64::from_le_bytes(eight);
            // As many as fit between here and the end mark, up to five.
            for n in 3..=(length + 2 - at).min(5) {
                let run = eight & ((1 << (8 * n)) - 1);
                self.gram(Block::Chars, hash::block(hash::CHARS, n, run), || {
                    // One less for the mark at the front.
                    word.span(at.saturating_sub(1)..(at + n - 1).min(length))
                });
            }
        }
    }

    /// Runs of any word.
    fn wide_runs(&mut self, word: &WalkedWord<'_>) {
        let mut padded = std::mem::take(&mut self.padded);
        padded.clear();
        padded.push(BEGIN);
        padded.extend_from_slice(word.bytes);
        padded.push(END);
        let is_start = |at: usize| padded.get(at).is_some_and(|byte| byte & 0xC0 != 0x80);
        for at in (0..padded.len()).filter(|&at| is_start(at)) {
            let mut end = at;
            for n in 1..=5 {
                if end >= padded.len() {
                    break;
                }
                end += 1;
                while end < padded.len() && !is_start(end) {
                    end += 1;
                }
                if n >= 3 {
                    let run = hash::bytes(hash::CHARS, &padded[at..end]);
                    self.gram(Block::Chars, run, || {
                        word.span(at.saturating_sub(1)..(end - 1).min(word.bytes.len()))
                    });
                }
            }
        }
        self.padded = padded;
    }
}

impl<S: Sink> Visitor for Pass<'_, S> {
    #[inline]
    fn word(&mut self, word: WalkedWord<'_>) {
        let hash = hash::bytes(hash::WORD, word.bytes);
        let context = self.context();
        if let Some(found) = self.names.find(&word, hash, context) {
            self.settle(true);
            self.mask(&word, hash, Some(found));
        } else if self.held.len() < MOST_HELD
            && let Some(class) = self.names.opens(hash)
        {
            self.held.push((HeldWord::new(&word), hash, class));
        } else if let Some(found) = self.names.near(word.bytes, hash) {
            self.settle(true);
            self.mask(&word, hash, Some(found));
        } else {
            self.settle(false);
            self.plain(&word, hash);
        }
    }

    /// A hashtag with a name in it is all name, and so is one with a word that
    /// is no known word: campaigns and camps write their slogans in one piece
    /// (`#jokowiorangbaik`), and no list keeps up with them. A capital inside a
    /// name cuts it in two (`#NasDem`), and a tag without capitals joins two
    /// names (`#pakualam`).
    fn hashtag<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(&mut self, words: W) {
        let names = self.names;
        let mut context = Context::default();
        // The word before and this one.
        let mut joined = std::mem::take(&mut self.padded);
        joined.clear();
        let mut start = 0;
        let masked = words.clone().any(|word| {
            let hash = hash::bytes(hash::WORD, word.bytes);
            joined.drain(..start);
            start = joined.len();
            joined.extend_from_slice(word.bytes);
            let whole = hash::bytes(hash::WORD, &joined);
            let named = names.find(&word, hash, context).is_some()
                || (start > 0 && names.is_always(whole))
                || names.is_joined(word.bytes);
            context.word = Some(hash);
            named || !is_listed(word.bytes)
        });
        self.padded = joined;
        if !masked {
            return words.for_each(|word| self.word(word));
        }
        for word in words {
            let hash = hash::bytes(hash::WORD, word.bytes);
            let found = self.names.find(&word, hash, self.context());
            // Whether it is a known name must make no difference.
            self.settle(true);
            self.mask(&word, hash, found);
        }
    }

    fn other(&mut self, token: &Token, text: &str) {
        // The stop of an initial does not end a name.
        if text != "." {
            self.settle(false);
        }
        self.dress.other(token, text);
    }
}

impl<S: Sink> Pass<'_, S> {
    /// What stands before the word that comes next.
    #[inline]
    fn context(&self) -> Context {
        match (self.held.last(), &self.before) {
            (Some(&(_, held, _)), _) => Context {
                word: Some(held),
                class: None,
            },
            (None, Some(before)) => Context {
                word: Some(before.word),
                class: before.class,
            },
            (None, None) => Context::default(),
        }
    }

    /// The words that waited for a name: part of it if it came, else ordinary.
    #[inline]
    fn settle(&mut self, named: bool) {
        if self.held.is_empty() {
            return;
        }
        for (held, hash, class) in std::mem::take(&mut self.held) {
            let word = held.word();
            if named {
                let length = word.bytes.len();
                self.mask(&word, hash, Some(Found { class, length }));
            } else {
                self.plain(&word, hash);
            }
        }
    }

    /// A word that no feature may carry; it has a class if it is a known name.
    fn mask(&mut self, word: &WalkedWord<'_>, hash: u64, found: Option<Found>) {
        if let Some(Found { class, length }) = found {
            self.sink.name(class, || word.span(0..length));
        }
        let class = found.map(|found| found.class);
        if let Some(before) = &mut self.before
            && before.in_pair == MASK
        {
            // More of a name, or another: one mask for all, so that the number
            // of words in a name makes no difference.
            before.word = hash;
            before.class = class;
            return;
        }
        self.pair(word, hash, MASK, class);
    }

    #[inline]
    fn plain(&mut self, word: &WalkedWord<'_>, hash: u64) {
        // A masked name is not read: an acronym of a party is no shouting.
        self.dress.word(word);
        self.gram(Block::Word, hash, || word.span(0..word.bytes.len()));
        self.pair(word, hash, hash, None);
        if let Some(runs) = self.sink.recall(word.bytes, hash) {
            self.grams += runs;
        } else {
            let before = self.grams;
            self.runs(word);
            let runs = self.grams - before;
            self.sink.remember(word.bytes, hash, runs);
        }
    }

    #[inline]
    fn pair(&mut self, word: &WalkedWord<'_>, hash: u64, in_pair: u64, class: Option<NameClass>) {
        let whole = word.span(0..word.bytes.len());
        if let Some(before) = self.before.take() {
            self.gram(Block::Pair, hash::pair(before.in_pair, in_pair), || {
                before.start..whole.end
            });
        }
        self.before = Some(Before {
            word: hash,
            in_pair,
            class,
            start: whole.start,
        });
    }
}
