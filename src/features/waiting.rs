//! Words that wait for a name to follow, put there and settled.

use crate::features::before::{Came, Held, MOST_HELD};
use crate::features::class::NameClass;
use crate::features::hash;
use crate::features::key;
use crate::features::meant::Meant;
use crate::features::pass::Pass;
use crate::features::sink::{Recalled, Sink};
use crate::text::WalkedWord;

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
                None => self.read(&word, hash::word(word.bytes), waiter.meant),
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
        self.read(&word, hash, meant);
    }
}
