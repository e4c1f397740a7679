//! What becomes of hashtags: all of one is masked or nothing.

use crate::features::hash;
use crate::features::names::context::Context;
use crate::features::names::meant::Meant;
use crate::features::names::treatment::Treatment;
use crate::features::pass::Pass;
use crate::features::pass::sink::Sink;
use crate::features::pass::topical::is_about_election;
use crate::text::{Visitor, WalkedWord, is_listed};

/// What has been said of the words of a hashtag, as a number to remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Judged(u8);

impl Judged {
    const READ: Self = Self(0);
    const MASKED: Self = Self(1);
    /// Masked, and about an election.
    const ELECTION: Self = Self(2);
}

impl<S: Sink> Pass<'_, S> {
    /// A hashtag with a name in it is all name, and so is one with a word that
    /// is no known word: campaigns and camps write their slogans in one piece
    /// (`#jokowiorangbaik`), and no list keeps up with them. A capital inside a
    /// name cuts it in two (`#NasDem`), and a tag without capitals joins two
    /// names (`#pakualam`).
    ///
    /// `judged` is as in [`Visitor::hashtag`], and so is what comes back.
    pub(super) fn tag<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(
        &mut self,
        tag: &str,
        words: W,
        judged: Option<u8>,
    ) -> Option<u8> {
        let (judged, everywhere) = match judged {
            Some(judged) => (Judged(judged), true),
            None => self.judge(tag, words.clone()),
        };
        self.all_or_none(words, judged);
        everywhere.then_some(judged.0)
    }

    /// What becomes of a hashtag of these words, and whether it would be the same
    /// wherever the tag stood.
    fn judge<'w, W: Iterator<Item = WalkedWord<'w>> + Clone>(
        &mut self,
        tag: &str,
        words: W,
    ) -> (Judged, bool) {
        let names = self.names;
        // Of its first word: what stands before the tag.
        let mut context = self.context();
        let mut everywhere = true;
        // The word before and this one.
        let mut joined = std::mem::take(self.padded);
        joined.clear();
        let mut start = 0;
        let masked = words.clone().any(|word| {
            // First of all: what is listed is short, and only there may each
            // place where two names could meet be tried.
            if !is_listed(word.bytes) {
                return true;
            }
            let hash = hash::word(word.bytes);
            let slip = match names.listed(hash) {
                Some(_) => None,
                None => self.near(word.bytes, &mut None),
            };
            let is_first = joined.is_empty();
            if S::REMEMBERS && is_first {
                let meant = slip.unwrap_or(Meant::itself(hash));
                let treatment = names.treatment(word.bytes, meant);
                everywhere = matches!(treatment, Treatment::Read | Treatment::Masked(_));
            }
            joined.drain(..start);
            start = joined.len();
            joined.extend_from_slice(word.bytes);
            let whole = hash::word(&joined);
            let named = names.find(&word, hash, context).is_some()
                || slip.is_some_and(|slip| names.slipped(slip, context).is_some())
                || (!is_first && names.is_always(whole))
                || names.is_joined(word.bytes);
            context = Context {
                masked: false,
                ..Context::name(hash)
            };
            named
        });
        *self.padded = joined;
        let judged = if !masked {
            Judged::READ
        } else if is_about_election(tag, words.map(|word| word.bytes), self.padded) {
            Judged::ELECTION
        } else {
            Judged::MASKED
        };
        (judged, everywhere)
    }

    /// The words of a hashtag, which are masked or not as one.
    fn all_or_none<'w>(&mut self, words: impl Iterator<Item = WalkedWord<'w>>, judged: Judged) {
        if judged == Judged::READ {
            return words.for_each(|word| self.word(word));
        }
        self.dress.masked_tag(judged == Judged::ELECTION);
        for word in words {
            let hash = hash::word(word.bytes);
            if !S::REMEMBERS
                && let Some(found) = self.names.find(&word, hash, self.context())
            {
                self.sink.name(found.class, || word.span(0..found.length));
            }
            self.mask(word.span(0..word.bytes.len()), hash, None, word.joined);
        }
    }
}
