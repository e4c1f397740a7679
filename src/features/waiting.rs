//! Words that wait for a name to follow, put there and settled.

use crate::features::before::{Held, MOST_HELD};
use crate::features::class::NameClass;
use crate::features::hash;
use crate::features::near::Meant;
use crate::features::ngram::Pass;
use crate::features::sink::{Recalled, Sink};
use crate::text::WalkedWord;

impl<S: Sink> Pass<'_, S> {
    /// Lets a word that is remembered wait for a name, if there is room.
    #[inline(never)]
    pub(super) fn hold(&mut self, held: Held, hash: u64, class: NameClass) -> bool {
        let Some(free) = self.waiting.words.get_mut(self.waiting.count) else {
            return false;
        };
        (free.1, free.2) = (Meant::itself(hash), Some(class));
        self.waiting.hold(Some(held));
        true
    }

    #[inline(never)]
    pub(super) fn settle_waiting(&mut self, name: Option<Option<NameClass>>) {
        let count = std::mem::take(&mut self.waiting.count);
        for at in 0..count.min(MOST_HELD) {
            if let Some(held) = self.waiting.recalled[at] {
                let (_, meant, class) = &self.waiting.words[at];
                let (meant, class) = (*meant, *class);
                let class = name.and_then(|name| name.or(class));
                self.settle_recalled(held, meant, class);
                continue;
            }
            let (held, meant, class) = std::mem::take(&mut self.waiting.words[at]);
            let word = held.word();
            let whole = word.span(0..word.bytes.len());
            // *Kubu Prabowo* is a person, whatever *kubu* is by itself.
            match name.and_then(|name| name.or(class)) {
                Some(class) => {
                    self.sink.name(class, || whole.clone());
                    self.mask(whole.clone(), meant.word, Some(class), word.joined);
                }
                _ => self.read(&word, hash::bytes(hash::WORD, word.bytes), meant),
            }
            // Its buffers are for the next one.
            self.waiting.words[at].0 = held;
        }
    }

    /// One of them that is remembered, of a name of `class` if it is part of one.
    fn settle_recalled(&mut self, held: Held, meant: Meant, class: Option<NameClass>) {
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
        let (letters, length) = held.letters();
        let letters = letters.get(..length).unwrap_or_default();
        let word = WalkedWord::plain(letters, held.looks.are_capitals());
        self.read(&word, hash, meant);
    }
}
