//! Whether two texts that share wording say the same thing about the same persons,
//! places and numbers.
//!
//! The similarity of whole texts cannot tell *the commission dismissed A* from *the
//! commission dismissed B*: one word makes the difference, and the longer the texts the
//! less it counts. So the words of the claim are looked for one by one.

use crate::claims::amounts::{Amounts, Piece};
use crate::claims::terms::{Counted, Unit, Units};
use crate::features::{Names, hash};
use crate::text::{is_month, standard};

/// A text that repeats a claim has at least this share of its telling words, by weight,
const TELLING: f64 = 2.0 / 3.0;
/// and this share of those that are not names, as a list of names says nothing.
const SAID: f64 = 1.0 / 3.0;
/// Words that weigh no more than this are not telling.
pub(super) const FUNCTION: f64 = 0.5;

/// Words with which a claim says who tells it, or links its parts: those who pass a claim
/// on leave them out.
const FRAME: [&str; 28] = [
    "adalah",
    "bagi",
    "berita",
    "berkata",
    "bilang",
    "dikabarkan",
    "disebut",
    "foto",
    "ikut",
    "ini",
    "kabar",
    "karena",
    "kata",
    "katanya",
    "mengaku",
    "mengatakan",
    "menurut",
    "menyatakan",
    "menyebut",
    "memberitakan",
    "sebagai",
    "sebuah",
    "sebut",
    "soal",
    "tentang",
    "ternyata",
    "tersebut",
    "video",
];

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Digits,
    Words,
}

/// A text, its words, and the terms of the other text.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) units: &'a Units,
    pub(super) other: &'a [Counted],
}

impl<'a> Side<'a> {
    /// The words that a unit stands for.
    fn words(self, unit: &Unit) -> impl Iterator<Item = &'a str> {
        let words = self.units.words.get(unit.words.clone());
        let words = words.unwrap_or_default().iter();
        words.map(|word| word.text.as_str())
    }

    fn first(self, unit: &Unit) -> &'a str {
        self.words(unit).next().unwrap_or_default()
    }

    /// Whether a unit is a number or a month, and how it is written.
    fn number(self, unit: &Unit) -> Option<Number> {
        let is_digit = |word: &str| {
            word.bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_digit())
        };
        self.words(unit).find_map(|word| match word {
            _ if is_digit(word) => Some(Number::Digits),
            _ if Piece::in_letters(word).is_some() || is_month(word) => Some(Number::Words),
            _ => None,
        })
    }

    /// Whether the unit at `at` is all of a number in words that is matched with its
    /// digits, so that other digits are another number.
    fn is_matched_with_digits(self, at: usize) -> bool {
        let unit = |at: usize| self.units.units.get(at);
        let is_number = |at| unit(at).is_some_and(|unit| self.number(unit).is_some());
        // *Satu* is mostly none (*salah satu*).
        let is_count =
            |word| matches!(Piece::in_letters(word), Some(Piece::Count(count)) if count > 1.0);
        let is_one = |unit: &Unit| unit.is_listed && is_count(self.first(unit));
        let is_part = is_number(at + 1) || at > 0 && is_number(at - 1);
        unit(at).is_some_and(is_one) && !is_part
    }

    fn is_capital(self, unit: &Unit) -> bool {
        let written = self.text.get(unit.span.clone()).unwrap_or_default();
        written.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a sentence may begin here.
    pub(super) fn opens(self, unit: &Unit) -> bool {
        let before = self.text.get(..unit.span.start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '"', '\'', '“', '‘', '(', '[', '*', '_']);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '|', ']', '\n'])
    }

    /// Whether it says more than grammar and who tells it.
    pub(super) fn tells(self, unit: &Unit) -> bool {
        let is_frame = FRAME.contains(&self.first(unit));
        unit.importance > FUNCTION && !is_frame && !self.doubles(unit)
    }

    /// Whether it is no name, number or slang, as far as its writing shows.
    pub(super) fn is_plain(self, unit: &Unit) -> bool {
        let is_slang = || standard(self.first(unit)).is_some();
        self.number(unit).is_none() && !self.is_capital(unit) && !is_slang()
    }

    /// Whether this is the other half of a doubled word.
    fn doubles(self, unit: &Unit) -> bool {
        let before = self.text.get(..unit.span.start).unwrap_or_default();
        before.ends_with('-') && !self.is_capital(unit)
    }

    /// Whether most words have a capital, so that it says little.
    fn is_titled(self) -> bool {
        let units = &self.units.units;
        let capitals = units.iter().filter(|unit| self.is_capital(unit)).count();
        2 * capitals > units.len()
    }
}

/// What a claim says, against a text.
#[derive(Default)]
struct Found {
    /// What all telling words count together, and what those count that the text has.
    all: f64,
    covered: f64,
    /// The same of those that are no names.
    said: f64,
    said_covered: f64,
    /// Whether a name is missing, a number in digits or matched with them, or one in
    /// words.
    lacks_name: bool,
    lacks_digits: bool,
    lacks_words: bool,
    /// Whether a number of several words, or in groups of digits, is missing.
    lacks_amount: bool,
}

impl Found {
    fn add(&mut self, weight: f64, is_there: bool) {
        self.all += weight;
        if is_there {
            self.covered += weight;
        }
    }

    fn word(&mut self, weight: f64, is_there: bool) {
        self.add(weight, is_there);
        self.said += weight;
        if is_there {
            self.said_covered += weight;
        }
    }

    /// A name counts as the rarest words do.
    fn name(&mut self, is_there: bool) {
        self.add(1.0, is_there);
        self.lacks_name |= !is_there;
    }
}

/// Whether a text that shares wording with a claim says the same of the same: it has
/// at least two thirds of its telling words, a third of those that are no names, and no
/// other name in the place of one of its names, nor another number or month in the place
/// of one of its own. `known` says whether any claim has a word. Linear in both texts.
pub(super) fn is_same(claim: Side<'_>, text: Side<'_>, known: impl Fn(&Unit) -> bool) -> bool {
    let [claimed, said] = [claim, text].map(|side| Amounts::of(&side.units.words));
    let found = look_for(claim, &claimed, &said);
    if found.covered < TELLING * found.all || found.said_covered < SAID * found.said {
        return false;
    }
    if !found.lacks_name && !found.lacks_digits && !found.lacks_words && !found.lacks_amount {
        return true;
    }
    if found.lacks_amount && said.certain().any(|amount| !claimed.have(amount)) {
        return false;
    }
    let is_titled = text.is_titled();
    let names = Names::embedded();
    let new = |(_, unit): &(usize, &Unit)| {
        let word = text.units.words.get(unit.words.start);
        !word.is_some_and(|word| word.is_tag) && !unit.is_in(text.other)
    };
    let mut new = text.units.units.iter().enumerate().filter(new);
    !new.any(|(at, unit)| {
        // *2000* may be what the claim has in words.
        match text.number(unit) {
            Some(Number::Digits) => return found.lacks_digits,
            Some(Number::Words) => {
                return found.lacks_words || found.lacks_digits && text.is_matched_with_digits(at);
            }
            None => {}
        }
        // Not a word of the language, as far as is known.
        let is_unheard = unit.importance >= 1.0;
        let is_written_so = text.is_capital(unit) && !text.opens(unit);
        let is_listed = || names.is_always(hash::word(text.first(unit).as_bytes()));
        found.lacks_name
            && (is_written_so && (is_unheard || !is_titled)
                || is_unheard && known(unit)
                || is_listed())
    })
}

/// What of a claim a text has; with the numbers of both.
fn look_for(claim: Side<'_>, claimed: &Amounts, said: &Amounts) -> Found {
    let mut found = Found::default();
    // Words of numbers that the text has, however they are written.
    let mut is_told = vec![false; claim.units.words.len()];
    for amount in &claimed.amounts {
        match is_told.get_mut(amount.words.clone()) {
            Some(words) if said.have(amount) => words.fill(true),
            _ => found.lacks_amount |= amount.is_certain,
        }
    }
    let is_told = |unit: &Unit| is_told.get(unit.words.start).copied().unwrap_or(false);
    let units = &claim.units.units;
    // Of a claim in capitals nobody knows which are names.
    let is_plain = units.iter().any(|unit| !claim.is_capital(unit));
    // A name of several words is one, and one of them is enough: whether it has
    // been found, if the last word was of one.
    let mut name: Option<bool> = None;
    let mut end = 0;
    for (at, unit) in units.iter().enumerate() {
        let number = claim.number(unit);
        let is_there = unit.is_in(claim.other) || is_told(unit);
        // A currency has a capital, too.
        let is_name = is_plain
            && number.is_none()
            && claim.first(unit) != "rp"
            && claim.is_capital(unit)
            && (unit.span.start > 0 || unit.importance >= 1.0);
        let gap = claim.text.get(end..unit.span.start).unwrap_or_default();
        let goes_on = name.is_some() && is_name && !unit.is_listed && gap.trim().is_empty();
        if let Some(was_there) = name
            && !goes_on
        {
            found.name(was_there);
            name = None;
        }
        if is_name {
            name = Some(is_there || name.unwrap_or(false));
            if unit.is_listed {
                // The next word begins another.
                found.name(is_there);
                name = None;
            }
        } else {
            let is_digits = number == Some(Number::Digits) || claim.is_matched_with_digits(at);
            found.lacks_digits |= is_digits && !is_there;
            found.lacks_words |= number == Some(Number::Words) && !is_there;
            if claim.tells(unit) {
                found.word(unit.importance, is_there);
            }
        }
        end = unit.span.end;
    }
    if let Some(was_there) = name {
        found.name(was_there);
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::claims::index::is_alike;
    use crate::claims::{ClaimIndex, Clarification};

    /// Whether a text repeats the claim, among others.
    fn repeats_among(others: &[&str], claim: &str, text: &str) -> bool {
        let ids = ["c", "a", "b"];
        let claims = [claim].into_iter().chain(others.iter().copied()).zip(ids);
        let mut index = ClaimIndex::new();
        index
            .add(claims.map(|(claim, id)| Clarification::new(id, claim, "false")))
            .unwrap();
        let found = index.matches(text, 3);
        let found = found.iter().find(|found| found.id == "c").unwrap();
        assert!(is_alike(found.score, found.coverage), "{text}: {found:?}");
        found.repeats()
    }

    /// The same among claims that know other names.
    fn repeats(claim: &str, text: &str) -> bool {
        let others = ["Budi Santoso mundur", "Partai Mawar menang di Cibaru"];
        repeats_among(&others, claim, text)
    }

    #[test]
    fn a_currency_is_no_name() {
        let claim = "Wira menerima Rp50 miliar dari pengusaha";
        for (text, expected) in [
            ("Wira menerima 50 M dari pengusaha", true),
            ("Wira menerima Rp500 miliar dari pengusaha", false),
        ] {
            assert_eq!(repeats_among(&[], claim, text), expected, "{text}");
        }
    }

    #[test]
    fn another_name_is_one_also_at_the_head_and_where_no_claim_has_it() {
        let claim = "Prabowo mundur dari pilpres 2024";
        for (text, expected) in [
            ("prabowo mundur dari pilpres 2024", true),
            ("Viral! Prabowo mundur dari pilpres 2024", true),
            ("Ganjar mundur dari pilpres 2024", false),
            ("ganjar mundur dari pilpres 2024", false),
        ] {
            assert_eq!(repeats_among(&[], claim, text), expected, "{text}");
        }
    }

    #[test]
    fn another_name_or_number_is_another_claim() {
        let claim = "Bawaslu Sukamaju mencoret Wira Laksana dari daftar calon bupati";
        for (text, expected) in [
            (
                "bawaslu sukamaju coret wira laksana dr daftar calon bupati!!",
                true,
            ),
            // Part of a name, and a place left out.
            (
                "Viral! Bawaslu mencoret Wira dari daftar calon bupati",
                true,
            ),
            (
                "Bawaslu Sukamaju mencoret Rudi Hartono dari daftar calon bupati",
                false,
            ),
            (
                "Bawaslu Cibaru mencoret Wira Laksana dari daftar calon bupati",
                false,
            ),
            (
                "bawaslu cibaru mencoret wira laksana dari daftar calon bupati",
                false,
            ),
            (
                "BAWASLU SUKAMAJU MENCORET WIRA LAKSANA DARI DAFTAR CALON BUPATI",
                true,
            ),
        ] {
            assert_eq!(repeats(claim, text), expected, "{text}");
        }
        let claim = "Petugas TPS kehilangan 40 kotak suara di Sukamaju pada Mei";
        for (text, expected) in [
            (
                "petugas tps kehilangan 40 kotak suara di sukamaju bulan mei",
                true,
            ),
            (
                "Petugas TPS kehilangan kotak suara di Sukamaju pada Mei",
                true,
            ),
            (
                "Petugas TPS kehilangan 12 kotak suara di Sukamaju pada Mei",
                false,
            ),
            (
                "Petugas TPS kehilangan 40 kotak suara di Sukamaju pada Juni",
                false,
            ),
        ] {
            assert_eq!(repeats(claim, text), expected, "{text}");
        }
    }

    #[test]
    fn another_number_is_one_in_words_and_in_digits() {
        for (claim, text, expected) in [
            ("jam sembilan pagi", "jam 9 pagi", true),
            ("jam sembilan pagi", "jam 10 pagi", false),
            ("jam sembilan pagi", "jam sepuluh pagi", false),
            ("jam 9 pagi", "jam sembilan pagi", true),
            ("jam 9 pagi", "jam sepuluh pagi", false),
            ("usai dua ribu pemilih", "usai 2000 pemilih", true),
            ("usai 2000 pemilih", "usai dua ribu pemilih", true),
            ("di TPS tiga", "di TPS 03", true),
            ("di TPS 03", "di TPS tiga", true),
            ("di TPS 03", "di TPS empat", false),
            // Of several words.
            (
                "usai tiga puluh satu juta pemilih",
                "usai 31 juta pemilih",
                true,
            ),
            ("usai 31 juta pemilih", "usai 31jt pemilih", true),
            ("usai 1.500 pemilih", "usai seribu lima ratus pemilih", true),
            (
                "usai tiga belas juta pemilih",
                "usai 14 juta pemilih",
                false,
            ),
            (
                "usai tiga belas ribu pemilih",
                "usai 13 juta pemilih",
                false,
            ),
            // What has one word may be a year.
            ("usai tiga belas juta pemilih", "usai pemilih 2019", true),
        ] {
            let [claim, text] = [claim, text].map(|end| format!("TPS di Sukamaju tutup {end}"));
            assert_eq!(repeats(&claim, &text), expected, "{claim}: {text}");
        }
    }

    #[test]
    fn another_amount_is_one_also_where_all_its_words_are_there() {
        let claim = "KPU Cibaru menambah 2 juta pemilih siluman";
        for (text, expected) in [
            ("KPU Cibaru menambah dua juta pemilih siluman", true),
            ("KPU Cibaru menambah 2jt pemilih siluman", true),
            ("KPU Cibaru menambah 2.000.000 pemilih siluman", true),
            ("KPU Cibaru menambah 20 juta pemilih siluman", false),
            ("KPU Cibaru menambah 12 juta pemilih siluman", false),
            ("KPU Cibaru menambah dua puluh juta pemilih siluman", false),
        ] {
            assert_eq!(repeats(claim, text), expected, "{text}");
        }
        let claim = "KPU Cibaru menambah tiga ribu pemilih siluman";
        for (text, expected) in [
            ("KPU Cibaru menambah 3.000 pemilih siluman", true),
            ("KPU Cibaru menambah 3 ribu pemilih siluman", true),
            ("KPU Cibaru menambah 30 ribu pemilih siluman", false),
            ("KPU Cibaru menambah 30.000 pemilih siluman", false),
        ] {
            assert_eq!(repeats(claim, text), expected, "{text}");
        }
        let claim = "KPU Cibaru mencoret 13 ribu warga dan menambah 31 juta pemilih siluman";
        let text = "KPU Cibaru mencoret 31 ribu warga dan menambah 13 juta pemilih siluman";
        assert!(!repeats(claim, text));
        let claim = "Utang negara naik delapan ribu triliun di masa presiden Wira";
        let text = "Utang negara naik Rp8.000 triliun di masa presiden Wira";
        assert!(repeats(claim, text));
    }

    #[test]
    fn names_alone_say_nothing() {
        let claim = "Wira Laksana memecat Bejo Prakoso dan Tono Wibowo di Sukamaju";
        let text = "Wira Laksana pecat Bejo Prakoso dan Tono Wibowo di Sukamaju";
        assert!(repeats(claim, text));
        let text = "Wira Laksana menyapa Bejo Prakoso dan Tono Wibowo di Sukamaju";
        assert!(!repeats(claim, text));
    }

    #[test]
    fn words_that_tell_who_says_so_may_go() {
        let claim = "Petugas TPS merobek surat suara menurut sebuah video";
        assert!(repeats(claim, "petugas tps merobek surat suara"));
    }
}
