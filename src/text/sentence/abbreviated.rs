//! When the stop of an abbreviation also ends the sentence.

use crate::text::lexicon::abbreviation::{Follow, follow};
use crate::text::lexicon::opener::opens_sentence;
use crate::text::sentence::right::Start;
use crate::text::sentence::rules::Judge;
use crate::text::sentence::words::{LABELLED, among, is_opener};
use crate::text::token::TokenKind;

impl Judge<'_, '_> {
    /// Whether the sentence ends in the abbreviation it stands at.
    pub(super) fn abbreviation_ends(&self) -> bool {
        let word = self.left.word(0);
        let word = word.strip_suffix('.').unwrap_or(word);
        if word.eq_ignore_ascii_case("wb") {
            return true;
        }
        // `P.S. Jangan lupa`, `Ttd. Panitia`.
        if self.left.at_head() && among(word, &["p.s", "n.b", "ttd"]) {
            return false;
        }
        if word.contains('.') {
            return self.dotted_ends(word);
        }
        match follow(word.as_bytes()) {
            Some(Follow::Name) => self.title_ends(word),
            Some(Follow::Number | Follow::Law) => false,
            Some(Follow::Any) => self.list_ends(word),
            None => self.initial_ends(word),
        }
    }

    /// Whether a capitalised word follows that is likelier to open a sentence than to
    /// be a name.
    fn opener_follows(&self) -> bool {
        if self.start != Start::Capital {
            return false;
        }
        let next = self.text(self.next);
        // `R.I. Tahun 2017` goes on.
        let counted = among(next, &["tahun", "nomor"]) && self.second() == Some(Start::Number);
        // No name has a word like `itu`.
        let points = || {
            let second = self.line().next();
            second.is_some_and(|token| among(self.text(token), &["itu", "ini", "tersebut", "pun"]))
        };
        !counted && (is_opener(next) || points())
    }

    /// `S.H.`, `a.n.`, `K.H.`
    fn dotted_ends(&self, word: &str) -> bool {
        let capital = self.start == Start::Capital;
        if word.starts_with(|c: char| c.is_lowercase()) {
            return capital && among(word, &["p.m", "a.m"]);
        }
        if !capital {
            return self.start == Start::Quote;
        }
        // A degree has a label of two letters or stands behind a comma, unless it
        // is the initials of the next name in a list (`W.S. Rendra, M.T. Haryono,`).
        let degree = among(word, &["A.Md"])
            || word.starts_with(['S', 'M', 'P', 'B', 'L', 'D'])
                && (word.split('.').any(|label| label.len() >= 2)
                    || (self.left.word(1) == "," && self.second() != Some(Start::Inside)));
        self.opener_follows() || (degree && self.second() != Some(Start::Stop))
    }

    /// `Yth. Para Camat`, but `tertulis Dr. Padahal`.
    fn title_ends(&self, word: &str) -> bool {
        let addressed = among(word, &["yth", "ytc", "vs", "cf", "sdr", "sdri"]);
        self.start == Start::Capital
            && (self.left.word(1) == "/"
                || (among(word, &["rs", "hr", "qs", "ud"]) && self.opener_follows())
                || (!addressed && opens_sentence(self.text(self.next).as_bytes())))
    }

    /// `dll.`, and months and firms, which go on as often.
    fn list_ends(&self, word: &str) -> bool {
        let open = among(
            word,
            &["dll", "dsb", "dst", "dlsb", "etc", "tsb", "ybs", "ttd"],
        );
        let month = word.len() <= 4 && !among(word, FIRM) && !open && word != "sbb";
        match self.start {
            // `dkk. Kabupaten Banyu`, but `dkk. Kopi dari saya`.
            Start::Capital if word.eq_ignore_ascii_case("dkk") => {
                self.opener_follows() || self.second() == Some(Start::Lower)
            }
            Start::Capital => open || month || self.opener_follows(),
            Start::Number | Start::Mention => open,
            Start::Quote => open || month,
            _ => false,
        }
    }

    /// An initial, or the letter of `vitamin C`.
    fn initial_ends(&self, word: &str) -> bool {
        let left = self.left;
        // `Rp2 M. Angka itu`, `220 V. Daya`, but not `RT 5 H. Budi` or
        // `Pada 1965 A. Yani`.
        let unit = left
            .token(1)
            .is_some_and(|token| token.kind == TokenKind::Number)
            && matches!(word, "C" | "K" | "M" | "N" | "T" | "V" | "W")
            && !is_year(left.word(1));
        self.start == Start::Capital
            && (unit || among(left.word(1), LABELLED) || self.opener_follows())
    }
}

/// Firms and shared names, behind which the name of a place or a firm goes on.
const FIRM: &[&str] = &[
    "dkk", "tbk", "ltd", "inc", "corp", "pte", "llc", "bhd", "co", "jr", "ph",
];

/// Whether a number is likelier a year than an amount.
fn is_year(number: &str) -> bool {
    matches!(number.as_bytes(), [b'1' | b'2', rest @ ..]
        if rest.len() == 3 && rest.iter().all(u8::is_ascii_digit))
}
