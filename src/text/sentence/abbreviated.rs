//! When the stop of an abbreviation also ends the sentence.

use crate::text::abbreviation::{Follow, follow};
use crate::text::opener::opens_sentence;
use crate::text::sentence::left::Left;
use crate::text::sentence::right::Start;
use crate::text::sentence::words::{LABELLED, among, is_opener};
use crate::text::token::TokenKind;

/// Whether the sentence ends in the abbreviation it stands at; `next` is the
/// word that follows, `start` what it starts, and `second` what comes behind it;
/// `points` says whether that is a word like `itu`, which no name has.
pub(super) fn ends(
    left: &Left<'_>,
    start: Start,
    next: &str,
    second: Option<Start>,
    points: bool,
) -> bool {
    let word = left.word(0);
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.eq_ignore_ascii_case("wb") {
        return true;
    }
    let capital = start == Start::Capital;
    // `R.I. Tahun 2017` goes on.
    let counted = second == Some(Start::Number) && among(next, &["tahun", "nomor"]);
    let opener = capital && !counted && (is_opener(next) || points);
    // `P.S. Jangan lupa`, `Ttd. Panitia`.
    if left.at_head() && among(word, &["p.s", "n.b", "ttd"]) {
        return false;
    }
    if word.contains('.') {
        return dotted(left, word, start, opener, second);
    }
    match follow(word.as_bytes()) {
        Some(Follow::Name) => {
            // `Yth. Para Camat`, but `tertulis Dr. Padahal`.
            let addressed = among(word, &["yth", "ytc", "vs", "cf", "sdr", "sdri"]);
            capital
                && (left.word(1) == "/"
                    || (among(word, &["rs", "hr", "qs", "ud"]) && opener)
                    || (!addressed && opens_sentence(next.as_bytes())))
        }
        Some(Follow::Number | Follow::Law) => false,
        Some(Follow::Any) => {
            let open = among(
                word,
                &["dll", "dsb", "dst", "dlsb", "etc", "tsb", "ybs", "ttd"],
            );
            let month = word.len() <= 4 && !among(word, FIRM) && !open && word != "sbb";
            match start {
                // `dkk. Kabupaten Banyu`, but `dkk. Kopi dari saya`.
                Start::Capital if word.eq_ignore_ascii_case("dkk") => {
                    opener || second == Some(Start::Lower)
                }
                Start::Capital => opener || open || month,
                Start::Number | Start::Mention => open,
                Start::Quote => open || month,
                _ => false,
            }
        }
        // An initial, or the letter of `vitamin C`.
        None => {
            // `Rp2 M. Angka itu`, `220 V. Daya`, but not `RT 5 H. Budi` or
            // `Pada 1965 A. Yani`.
            let unit = left
                .token(1)
                .is_some_and(|token| token.kind == TokenKind::Number)
                && matches!(word, "C" | "K" | "M" | "N" | "T" | "V" | "W")
                && !is_year(left.word(1));
            opener || (capital && (unit || among(left.word(1), LABELLED)))
        }
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

/// `S.H.`, `a.n.`, `K.H.`
fn dotted(left: &Left<'_>, word: &str, start: Start, opener: bool, second: Option<Start>) -> bool {
    let capital = start == Start::Capital;
    if word.starts_with(|c: char| c.is_lowercase()) {
        return capital && among(word, &["p.m", "a.m"]);
    }
    if start == Start::Quote {
        return true;
    }
    if !capital {
        return false;
    }
    // A degree has a label of two letters or stands behind a comma, unless it
    // is the initials of the next name in a list (`W.S. Rendra, M.T. Haryono,`).
    let degree = among(word, &["A.Md"])
        || word.starts_with(['S', 'M', 'P', 'B', 'L', 'D'])
            && (word.split('.').any(|label| label.len() >= 2)
                || (left.word(1) == "," && second != Some(Start::Inside)));
    opener || (degree && second != Some(Start::Stop))
}
