//! Words that wait for a name to follow.

use crate::features::hash;
use crate::features::key::{self, Key};
use crate::features::names::class::NameClass;
use crate::features::names::context::Context;
use crate::features::names::meant::Meant;
use crate::features::pass::Pass;
use crate::features::pass::before::Before;
use crate::features::pass::sink::{Recalled, Sink};
use crate::features::style::Looks;
use crate::text::{HeldWord, WalkedWord};

/// Most words that wait for a name to follow.
const MOST_HELD: usize = 4;

/// A word that waits and that a sink remembers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) key: Key,
    pub(super) looks: Looks,
    /// As in [`WalkedWord`].
    pub(super) joined: bool,
}

/// A word that waits, and the listed one that it is.
#[derive(Debug, Default)]
struct Waiter {
    /// It, unless a sink remembers it.
    word: HeldWord,
    remembered: Option<Held>,
    meant: Meant,
    /// What it is a name of if what follows does not say.
    class: Option<NameClass>,
}

/// What has come behind the words that wait.
#[derive(Debug, Clone, Copy)]
pub(super) enum Came {
    /// A name, of this class if it is a known one: they are part of it.
    Name(Option<NameClass>),
    /// Something else: they are words like any other.
    Other,
}

impl Came {
    /// What a word that waits, of `own` class, is a name of, if it is part of one.
    /// *Kubu Prabowo* is a person, whatever *kubu* is by itself.
    fn class(self, own: Option<NameClass>) -> Option<NameClass> {
        match self {
            Self::Name(class) => class.or(own),
            Self::Other => None,
        }
    }
}

/// Words that are part of a name if one follows.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    words: [Waiter; MOST_HELD],
    pub(super) count: usize,
    /// Whether a word was passed over behind the last of them.
    pub(super) passed_over: bool,
}

impl Waiting {
    /// Lets a word wait, if there is room.
    #[inline]
    pub(super) fn hold(&mut self, word: &WalkedWord<'_>, meant: Meant, class: NameClass) -> bool {
        let Some(place) = self.add(meant, class) else {
            return false;
        };
        place.remembered = None;
        place.word.hold(word);
        true
    }

    /// A place for one more, if there is room: its word has still to be put there.
    #[inline]
    fn add(&mut self, meant: Meant, class: NameClass) -> Option<&mut Waiter> {
        let place = self.words.get_mut(self.count)?;
        (place.meant, place.class) = (meant, Some(class));
        self.count += 1;
        self.passed_over = false;
        Some(place)
    }

    /// What stands before the word that comes next; `before` is the word before
    /// those that wait.
    pub(super) fn context(&self, before: &Option<Before>) -> Context {
        match self.words.get(..self.count) {
            Some([.., _]) if self.passed_over => Context::default(),
            Some([rest @ .., last]) => Context {
                word: Some(last.meant.word),
                first: rest.last().map_or(0, |first| first.meant.word),
                masked: false,
            },
            _ => Before::context(before.as_ref()),
        }
    }

    /// [`Context::bits`] of that.
    #[inline(always)]
    pub(super) fn bits(&self, before: &Option<Before>) -> u32 {
        if self.count > 0 {
            return self.bits_of_waiting();
        }
        Before::context(before.as_ref()).bits()
    }

    #[inline(never)]
    fn bits_of_waiting(&self) -> u32 {
        self.context(&None).bits()
    }
}

impl<S: Sink> Pass<'_, S> {
    /// Lets a word that is remembered wait for a name, if there is room.
    #[inline(never)]
    pub(super) fn hold(&mut self, held: Held, hash: u64, class: NameClass) -> bool {
        let place = self.waiting.add(Meant::itself(hash), class);
        place.map(|place| place.remembered = Some(held)).is_some()
    }

    #[inline(never)]
    pub(super) fn settle_waiting(&mut self, came: Came) {
        let count = std::mem::take(&mut self.waiting.count);
        for at in 0..count.min(MOST_HELD) {
            let waiter = &self.waiting.words[at];
            if let Some(held) = waiter.remembered {
                self.settle_remembered(held, waiter.meant, came.class(waiter.class));
                continue;
            }
            let waiter = std::mem::take(&mut self.waiting.words[at]);
            let word = waiter.word.word();
            let whole = word.span(0..word.bytes.len());
            match came.class(waiter.class) {
                Some(class) => {
                    self.sink.name(class, || whole.clone());
                    self.mask(whole.clone(), waiter.meant.word, Some(class), word.joined);
                }
                None => self.read(&word, hash::word(word.bytes), waiter.meant, None),
            }
            // Its buffers are for the next one.
            self.waiting.words[at].word = waiter.word;
        }
    }

    /// One of them that is remembered, of a name of `class` if it is part of one.
    fn settle_remembered(&mut self, held: Held, meant: Meant, class: Option<NameClass>) {
        let hash = meant.word;
        if class.is_some() {
            return self.mask(0..0, hash, class, held.joined);
        }
        if let Some(Recalled::Read { grams, .. }) = self.sink.recall_one(held.key, 0) {
            self.dress.word(held.looks);
            self.grams += grams;
            return self.pair(0..0, hash, hash);
        }
        // Forgotten since.
        let (letters, length) = key::letters(held.key);
        let letters = letters.get(..length).unwrap_or_default();
        let word = WalkedWord::plain(letters, held.looks.are_capitals());
        self.read(&word, hash, meant, None);
    }
}
