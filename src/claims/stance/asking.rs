//! Whether a text asks about a claim, or for it to be checked.

use std::ops::RangeInclusive;

use crate::claims::stance::wording::*;
use crate::claims::stance::words::{Word, Words};

impl Words<'_> {
    /// Whether it leaves open whether the claim is so, or asks to check it.
    pub(super) fn asks(&self) -> bool {
        let told = &self.told;
        (told.open..told.last).any(|at| self.wonders(at) || self.supposes(at))
            || self.is_question()
            || self.is_asked_behind(told.last)
            || self.all().any(|at| self.is_asked_before(at))
            || (self.all()).any(|at| self.question(at).is_some_and(|end| self.runs_into(end)))
            || (self.hung_on(told.last)).any(|at| {
                let end = self.question(at);
                end.is_some_and(|end| self.hung_on(end - 1).any(|at| self.closes(at)))
            })
    }

    /// Whether a question that needs no mark opens with the words up to the one at `at`:
    /// *benarkah …*, *apa benar …*
    fn wonders(&self, at: usize) -> bool {
        self.phrase(at, WONDERS).is_some() || self.adds(at, &["apakah"]) && self.leads(at)
    }

    /// Whether the sentence opens with a condition at `at`: *kalau …*, *kalau benar …* What
    /// begins a threat has nothing behind the claim.
    fn supposes(&self, at: usize) -> bool {
        let goes_on = self.told.last < self.told.close;
        let is_so = self.is(at + 1, OPENERS) || self.is(at + 1, TRUTH);
        at == self.told.open
            && self.adds(at, IF)
            && (goes_on && self.leads(at) || is_so && self.leads(at + 1))
    }

    /// Whether the sentence that tells the claim is a question that leaves open whether
    /// it is so.
    fn is_question(&self) -> bool {
        let told = &self.told;
        if !self.ends_question(told.close) {
            return false;
        }
        let is_opener = |word: &Word<'_>| {
            OPENERS.contains(&word.written)
                || word.written.len() > 5 && word.written.ends_with("kah")
        };
        if self.words.iter().skip(told.open).take(2).any(is_opener) {
            return true;
        }
        let takes_for_granted = (told.open..told.last).any(|at| self.adds(at, WHY))
            || self.is(told.open, &["sampai"]) && self.is(told.open + 1, &["kapan"]);
        // *… itu video lama?*, *… buatan AI?*
        let behind = told.last + 1;
        let most = match self.is(behind, COPULAS) || self.is(behind, MADE) {
            true => MOST_HUNG_ON,
            false => 1,
        };
        told.close - told.last <= most && !takes_for_granted
    }

    /// Whether the word at `at` may be part of a question or plea that is hung on.
    fn is_hung_on(&self, at: usize) -> bool {
        [HUNG_ON, PLEAS, CHECK, CONFIRM, QUESTION, HEARSAY, PLEADING]
            .into_iter()
            .any(|list| self.is(at, list))
    }

    /// The words behind the one at `at` that go on with such a question.
    fn hung_on(&self, at: usize) -> impl Iterator<Item = usize> {
        (at + 1..=at + MOST_HUNG_ON).take_while(|&at| self.is_hung_on(at))
    }

    /// Whether all words behind the one at `at` are such a question with its mark, or up
    /// to *benarkah*.
    fn is_asked_behind(&self, at: usize) -> bool {
        let mut is_about_truth = true;
        for at in self.hung_on(at) {
            is_about_truth = is_about_truth && self.is(at, HUNG_ON) || self.is(at, ASKED);
            let marks = self.words.get(at).map_or("", |word| word.behind);
            if marks.contains('?') || self.is(at, WHETHER) {
                return is_about_truth && !marks.contains('!');
            }
        }
        false
    }

    /// Whether the word at `at` ends such a question in front of the claim.
    fn is_asked_before(&self, at: usize) -> bool {
        let question = (0..=at).rev().take(MOST_HUNG_ON);
        let mut question = question.take_while(|&at| self.is_hung_on(at));
        self.ends_question(at) && self.leads(at) && question.any(|at| self.is(at, ASKED))
    }

    /// Whether such a question goes on from the word at `at` to the claim.
    fn runs_into(&self, at: usize) -> bool {
        self.leads(at) || self.hung_on(at).any(|at| self.leads(at))
    }

    /// Whether the word of refutation at `at` is asked about: *hoaks atau fakta?*
    pub(super) fn is_asked(&self, at: usize) -> bool {
        self.ends_question(at)
            || self.is_asked_behind(at)
            || self.has_sides(at)
            || self.is_left_open(at)
    }

    /// Whether the word at `at` is one side of *hoaks atau fakta*, or *hoaks kah*.
    fn has_sides(&self, at: usize) -> bool {
        let or = |at| self.is(at, &["apa", "atau"]);
        let across = |a, b| {
            self.is(a, HOAXES) && self.is(b, TRUTHS) || self.is(a, TRUTHS) && self.is(b, HOAXES)
        };
        self.is(at + 1, &["kah"])
            || or(at + 1) && across(at, at + 2)
            || at >= 2 && or(at - 1) && across(at - 2, at)
    }

    /// Whether *gak sih* or the like stands behind the word at `at`.
    fn is_left_open(&self, at: usize) -> bool {
        self.is(at + 1, &["bukan", "tidak"]) && !self.closes(at) && self.is(at + 2, PARTICLES)
    }

    /// The last word of the question or plea at `at` that needs no mark: *bener gak sih*,
    /// *mohon klarifikasi*, *mau tanya*.
    fn question(&self, at: usize) -> Option<usize> {
        if self.adds(at, ASKED) {
            let next = self.words.get(at + 1);
            let is_slang = next.is_some_and(|it| it.written != "tidak" && it.is(&["tidak"]));
            if self.has_sides(at) || self.is_left_open(at) {
                return Some(at + 1);
            }
            return (is_slang && self.leads(at + 1)).then_some(at + 1);
        }
        if self.adds(at, WISHES) && self.is(at + 1, QUESTION) {
            return Some(at + 1);
        }
        if self.adds(at, CHECK) {
            return self.near(at).find(|&at| self.is(at, &["dong"]));
        }
        let is_plea = self.adds(at, PLEAS);
        let is_wanted = |&at: &usize| self.is(at, CHECK) || self.is(at, CONFIRM);
        self.near(at).find(is_wanted).filter(|_| is_plea)
    }

    /// The words at `at` and up to two behind it, in its clause.
    fn near(&self, at: usize) -> RangeInclusive<usize> {
        let end = (at..at + 2).find(|&at| self.closes(at));
        at..=end.unwrap_or(at + 2)
    }

    /// Whether the word of refutation at `at` is what somebody asks for: *mohon
    /// klarifikasi*, *klarifikasi dulu*, *mana klarifikasi KPU?*
    pub(super) fn is_wanted(&self, at: usize) -> bool {
        let is_plea = |back| self.is_after(at, back, PLEAS);
        let end = || (at..at + MOST_HUNG_ON).find(|&at| self.ends(at));
        self.is(at, CONFIRM)
            && (is_plea(1)
                || is_plea(2)
                || self.is(at + 1, &["dong", "dulu"])
                || end().is_some_and(|end| self.ends_question(end)))
    }
}
