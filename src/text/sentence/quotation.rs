//! Marks inside quotations, brackets and names, and clauses that report.

use crate::text::sentence::left::Closed;
use crate::text::sentence::right::{Start, start};
use crate::text::sentence::rules::Judge;
use crate::text::sentence::words::{
    CALLED, CARRY, DENIES, MANNER, MARKED, SAID, SPEAKS, STATES, TITLED, among, is_inflected,
    is_opener,
};

impl Judge<'_, '_> {
    /// Whether the stop stands inside a bracket or a quotation that is part of
    /// the sentence.
    pub(super) fn within(&self) -> bool {
        let left = self.left;
        if !(left.bracket || left.quote) {
            return false;
        }
        let mut line = std::iter::once(self.next).chain(self.line());
        if left.bracket {
            return line.any(|token| matches!(self.text(token), ")" | "]" | "}"));
        }
        // The quotation stands for a noun if the clause goes on behind it.
        let mut stopped = false;
        while let Some(token) = line.next() {
            match start(left.text, token, true) {
                Start::Stop => stopped = true,
                Start::Close => {
                    let after = line.next();
                    return stopped
                        && after.is_some_and(|token| {
                            let word = self.text(token);
                            start(left.text, token, false) == Start::Lower
                                && !among(word, SAID)
                                && !among(word, SPEAKS)
                                && (left.quote_lead.is_some() || is_inflected(word))
                        });
                }
                _ => stopped = false,
            }
        }
        false
    }

    /// `Yahoo!`, `film Awas! Bagian Kedua`.
    pub(super) fn has_own_mark(&self) -> bool {
        let left = self.left;
        if left.closed != Closed::Nothing {
            return false;
        }
        if self.is_named() {
            return true;
        }
        let titled = left
            .lead
            .is_some_and(|lead| Some(lead) != left.token(0) && among(left.source(lead), TITLED));
        (titled || among(left.word(0), MARKED))
            && match self.start {
                // A second capital carries the title on, whatever the first is.
                Start::Capital => {
                    !is_opener(self.text(self.next)) || self.second() == Some(Start::Capital)
                }
                _ => true,
            }
    }

    /// `aplikasi Lapor! untuk mengadu`: a capitalised word behind a small one,
    /// and a clause that needs what stands before the mark.
    fn is_named(&self) -> bool {
        let left = self.left;
        let next = self.text(self.next);
        self.start == Start::Lower
            && left.length >= 4
            && left.word(0).starts_with(char::is_uppercase)
            && left.lead.is_some_and(|lead| {
                Some(lead) != left.token(0) && left.source(lead).starts_with(char::is_lowercase)
            })
            && (among(next, CARRY) || is_inflected(next))
    }

    /// `film "Siapa Dia?" Karya Budi`.
    pub(super) fn is_titled(&self) -> bool {
        let left = self.left;
        left.quote_lead.is_some_and(|lead| {
            let lead = left.source(lead);
            among(lead, TITLED) || among(lead, CALLED)
        }) && !is_opener(self.text(self.next))
    }

    /// Whether a reporting clause that begins with a capital comes next:
    /// `Pak Darmo menyahut`, `Kata Pak Darmo`.
    pub(super) fn is_reporter(&self) -> bool {
        // It has one already.
        if self.left.introduced {
            return false;
        }
        let first = self.text(self.next);
        let mut line = self.line();
        if among(first, SAID) {
            return line.next().is_some_and(|token| {
                let word = self.text(token);
                let spoken = among(first, &["kata", "ujar", "ucap", "tutur"])
                    && !among(word, &["itu", "ini", "tersebut", "kunci"]);
                spoken
                    || start(self.left.text, token, false) == Start::Capital
                    || among(
                        word,
                        &["dia", "ia", "saya", "kami", "mereka", "beliau", "seorang"],
                    )
            });
        }
        let text = self.left.text;
        line.take(6)
            .take_while(|token| start(text, *token, false) != Start::Stop)
            .map(|token| (token, self.text(token)))
            .find(|(token, word)| {
                start(text, *token, false) == Start::Lower
                    && (among(word, SPEAKS) || among(word, DENIES) || is_inflected(word))
            })
            .is_some_and(|(token, word)| {
                let after = self.line().find(|after| after.start >= token.end);
                match after {
                    // `Saya jawab: "..."` is the next turn.
                    Some(after) if self.text(after) == ":" => false,
                    Some(after) => {
                        let ends = matches!(start(text, after, false), Start::Stop | Start::Inside);
                        among(word, SPEAKS)
                            || (among(word, STATES) && (ends || among(self.text(after), MANNER)))
                    }
                    None => among(word, SPEAKS) || among(word, STATES),
                }
            })
    }
}
