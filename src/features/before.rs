//! What stands before a word: the word before, and those that wait for a name.

use crate::features::class::NameClass;
use crate::features::context::Context;
use crate::features::hash;
use crate::features::key::Key;
use crate::features::meant::Meant;
use crate::features::style::Looks;
use crate::text::HeldWord;

/// Stands for whatever is masked in a pair of words.
///
/// One for names of all classes: with one for each, *Hidayatullah* as a person
/// and as an organisation, or *Jawa* and *Batak*, would not read the same.
/// The byte 0x01 occurs in no folded word.
pub(super) const MASK: u64 = hash::block(hash::WORD, 1, 1);

/// The word before the one that comes.
pub(super) struct Before {
    pub(super) word: u64,
    /// The word before it if both are of one name, else 0.
    pub(super) first: u64,
    /// [`MASK`] for what is masked.
    pub(super) in_pair: u64,
    pub(super) start: usize,
}

impl Before {
    #[inline]
    pub(super) fn context(before: Option<&Self>) -> Context {
        Context {
            word: before.map(|before| before.word),
            first: before.map_or(0, |before| before.first),
            masked: before.is_some_and(|before| before.in_pair == MASK),
        }
    }
}

/// Most words that wait for a name to follow.
pub(super) const MOST_HELD: usize = 4;

/// A word that waits and that a sink remembers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) key: Key,
    pub(super) looks: Looks,
    /// As in [`WalkedWord`](crate::text::WalkedWord).
    pub(super) joined: bool,
}

/// A word that waits, and the listed one that it is.
#[derive(Debug, Default)]
pub(super) struct Waiter {
    /// It, unless a sink remembers it.
    pub(super) word: HeldWord,
    pub(super) remembered: Option<Held>,
    pub(super) meant: Meant,
    /// What it is a name of if what follows does not say.
    pub(super) class: Option<NameClass>,
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
    pub(super) fn class(self, own: Option<NameClass>) -> Option<NameClass> {
        match self {
            Self::Name(class) => class.or(own),
            Self::Other => None,
        }
    }
}

/// Words that are part of a name if one follows.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    pub(super) words: [Waiter; MOST_HELD],
    pub(super) count: usize,
    /// Whether a word was passed over behind the last of them.
    pub(super) passed_over: bool,
}

impl Waiting {
    /// A place for one more, if there is room: its word has still to be put there.
    #[inline]
    pub(super) fn add(&mut self, meant: Meant, class: NameClass) -> Option<&mut Waiter> {
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
