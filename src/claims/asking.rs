//! Whether a text asks about a claim, or for it to be checked.

use crate::claims::stance::{Word, Words};
use crate::claims::wording::*;

impl Words<'_> {
    /// Whether it leaves open whether the claim is so, or asks to check it.
    pub(super) fn asks(&self) -> bool {
        // Hashtags stand behind what is said.
        let is_said = |word: &Word<'_>| word.is_telling && !word.is_tag;
        let Some(last) = self.words.iter().rposition(is_said) else {
            return false;
        };
        let first = self.words.iter().position(is_said).unwrap_or(last);
        self.is_asked_behind(last)
            || self.is_asked_before(first)
            || (0..self.words.len()).any(|at| self.pleads(at))
            || self.is_left_open_around(first, last)
            || self.is_question(last)
            || (self.most_said())
                .is_some_and(|last| self.wonders_before(last) || self.is_asked_behind(last))
    }

    /// The last shared word of the sentence that has most of them.
    fn most_said(&self) -> Option<usize> {
        let (mut best, mut most, mut said) = (None, 0, 0);
        let mut last = None;
        for (at, word) in self.words.iter().enumerate() {
            if word.is_telling && !word.is_tag {
                (said, last) = (said + 1, Some(at));
            }
            if word.ends() || at + 1 == self.words.len() {
                if said > most {
                    (best, most) = (last, said);
                }
                said = 0;
            }
        }
        best
    }

    /// Where the sentence begins that the word at `at` stands in.
    fn opens(&self, at: usize) -> usize {
        let end = self.words.iter().take(at).rposition(Word::ends);
        end.map_or(0, |end| end + 1)
    }

    /// Whether a question that needs no mark opens in the sentence of the word at `at`,
    /// before it.
    fn wonders_before(&self, at: usize) -> bool {
        (self.opens(at)..at).any(|at| self.wonders(at))
    }

    /// Whether a question opens at `at` that needs no mark: *benarkah …*, *apa benar …*
    fn wonders(&self, at: usize) -> bool {
        let next = |list: &[&str]| self.is(at + 1, list);
        self.is(at, WHETHER)
            || self.is(at, QUESTION) && next(&["apakah"])
            || self.is(at, &["apa", "apakah"])
                && (next(TRUTH)
                    || next(&["iya"])
                    || next(&["ini", "itu"]) && self.is(at + 2, TRUTH))
            || self.is(at, &["masa", "masak"]) && next(&["iya", "sih"])
    }

    /// Whether the sentence of the word at `last`, the last shared one, is a question
    /// that leaves open whether it is so.
    fn is_question(&self, last: usize) -> bool {
        if self.wonders_before(last) {
            return true;
        }
        let mut behind = self.words.iter().enumerate().skip(last);
        let Some((close, end)) = behind.find(|(_, word)| word.ends()) else {
            return false;
        };
        if !end.ends_question() {
            return false;
        }
        let open = self.opens(last);
        let is_opener = |word: &Word<'_>| {
            OPENERS.contains(&word.written)
                || word.written.len() > 5 && word.written.ends_with("kah")
        };
        if self.words.iter().skip(open).take(2).any(is_opener) {
            return true;
        }
        let takes_for_granted = (open..open + 3).any(|at| self.is(at, WHY))
            || self.is(open, &["sampai"]) && self.is(open + 1, &["kapan"]);
        close - last <= 1 && !(takes_for_granted && open < last)
    }

    /// Whether all words behind the one at `last` are a question that is hung on, in its
    /// sentence or as one of its own.
    fn is_asked_behind(&self, last: usize) -> bool {
        let behind = self.words.iter().skip(last + 1).take(MOST_HUNG_ON);
        for word in behind.take_while(|word| word.is(HUNG_ON)) {
            if word.behind.contains('?') || word.is(WHETHER) {
                return !word.behind.contains('!');
            }
        }
        false
    }

    /// Where what is said of the first shared word, at `first`, ends: before *kabar* and
    /// the like.
    fn front(&self, first: usize) -> usize {
        let is_one = |at: &usize| self.is(*at, HEARSAY);
        first - (0..first).rev().take(2).take_while(is_one).count()
    }

    /// Whether the words in front of the one at `first` are such a question.
    fn is_asked_before(&self, first: usize) -> bool {
        let before = self.words.get(..self.front(first)).unwrap_or_default();
        let mut question = before.iter().rev().take_while(|word| word.is(HUNG_ON));
        before.last().is_some_and(Word::ends_question) && question.any(|word| word.is(ASKED))
    }

    /// Whether the word of refutation at `at` is asked about: *hoaks atau fakta?*
    pub(super) fn is_asked(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(Word::ends_question)
            || self.is_asked_behind(at)
            || self.has_sides(at)
            || self.is_left_open(at)
    }

    /// Whether the word at `at` is one side of *hoaks atau fakta*, or *hoaks kah*.
    fn has_sides(&self, at: usize) -> bool {
        let or = |at| self.is(at, &["apa", "atau"]);
        let [lies, truths] = SIDES;
        let across =
            |a, b| self.is(a, lies) && self.is(b, truths) || self.is(a, truths) && self.is(b, lies);
        self.is(at + 1, &["kah"])
            || or(at + 1) && across(at, at + 2)
            || at >= 2 && or(at - 1) && across(at - 2, at)
    }

    /// Whether *gak sih* or the like stands behind the word at `at`.
    fn is_left_open(&self, at: usize) -> bool {
        let is_one = |word: &Word<'_>| word.is(&["bukan", "tidak"]);
        self.words.get(at + 1).is_some_and(is_one) && !self.closes(at) && self.is(at + 2, PARTICLES)
    }

    /// Whether a question without a mark stands in front of the shared words, from `first`
    /// to `last`, or behind them: *bener gak sih …*
    fn is_left_open_around(&self, first: usize, last: usize) -> bool {
        let asked = |at: &usize| self.adds(*at, ASKED);
        let is_hung_on = |at: &usize| self.is(*at, HUNG_ON);
        let is_slang = |word: &Word<'_>| word.written != "tidak" && word.is(&["tidak"]);
        let first = self.front(first);
        let is_next = |at| at + 2 == first && self.words.get(at + 1).is_some_and(is_slang);
        let mut before = (self.opens(first)..first).rev().take_while(is_hung_on);
        let mut behind = (last + 1..last + MOST_HUNG_ON).take_while(is_hung_on);
        (0..self.words.len()).any(|at| asked(&at) && self.has_sides(at))
            || before.any(|at| asked(&at) && (self.is_left_open(at) || is_next(at)))
            || behind.any(|at| asked(&at) && self.is_left_open(at))
    }

    /// Whether somebody asks at `at` for the claim to be checked: *mohon klarifikasi*,
    /// *ada yang tahu …?*, *mau tanya*.
    fn pleads(&self, at: usize) -> bool {
        let is_dong = |at| self.is(at, &["dong"]);
        if self.is(at, &["ada"]) && self.is(at + 1, &["yang"]) {
            return self.is(at + 2, &["bisa", "tahu"]) && self.is_about_truth(at + 2);
        }
        self.adds(at, WISHES) && self.is(at + 1, QUESTION)
            || self.adds(at, CHECK) && (is_dong(at + 1) || is_dong(at + 2))
            || self.adds(at, PLEAS) && self.is_to_be_checked(at)
    }

    /// Whether the question in which the word at `from` stands is about what is true: not
    /// *ada yang tahu siapa pelakunya?*
    fn is_about_truth(&self, from: usize) -> bool {
        let near = from..from + MOST_HUNG_ON;
        let Some(close) = near.clone().find(|&at| self.closes(at)) else {
            return false;
        };
        let is_question = self.words.get(close).is_some_and(Word::ends_question);
        let of_truth = |list: &[&str]| (from..=close).any(|at| self.is(at, list));
        let is_said = (from..=close).any(|at| self.words.get(at).is_some_and(|it| it.is_shared));
        let whether = is_said && of_truth(&["apakah"]);
        is_question && (whether || of_truth(ASKED) || of_truth(CONFIRM) || of_truth(&["kebenaran"]))
    }

    /// Whether the plea at `at` is to check the claim: not *tolong cek rekening*.
    fn is_to_be_checked(&self, at: usize) -> bool {
        for wanted in at + 1..=at + 3 {
            if self.closes(wanted - 1) {
                return false;
            }
            let is_next = |list: &[&str]| self.is(wanted + 1, list);
            if self.is(wanted, CONFIRM) {
                return !is_next(PERSONAL);
            }
            if self.is(wanted, &["kebenaran"]) && is_next(HEARSAY) {
                return true;
            }
            if self.adds(wanted, CHECK) {
                let next = self.words.get(wanted + 1);
                return self.closes(wanted)
                    || is_next(CHECKED)
                    || is_next(HUNG_ON)
                    || next.is_some_and(|word| word.is_shared);
            }
        }
        false
    }

    /// Whether the word of refutation at `at` is what somebody asks for: *mohon
    /// klarifikasi*.
    pub(super) fn is_wanted(&self, at: usize) -> bool {
        self.is(at, CONFIRM) && (at.saturating_sub(3)..at).any(|from| self.pleads(from))
    }
}
