//! Numbers of several words: *31 juta* is *tiga puluh satu juta*, and *14 juta* is not.

use std::ops::Range;

use crate::claims::terms::Word;
use crate::text::standard;

/// A number, and the words that it stands in, by their numbers.
#[derive(Debug)]
pub(super) struct Amount {
    pub(super) words: Range<usize>,
    value: f64,
    /// Whether it is written in several words or in groups of digits.
    pub(super) is_certain: bool,
}

/// The numbers of a text.
#[derive(Debug)]
pub(super) struct Amounts {
    /// In order.
    pub(super) amounts: Vec<Amount>,
    /// Sorted.
    values: Vec<f64>,
}

impl Amounts {
    /// Those in the words of a text. Linear in their number, but for the sorting.
    pub(super) fn of(words: &[Word]) -> Self {
        let mut amounts = Vec::new();
        let mut sum = Sum::default();
        let mut from = 0;
        // Behind the last of the thousands.
        let mut scaled = 0;
        for at in 0..=words.len() {
            let piece = words.get(at).and_then(|word| Piece::of(&word.text));
            let is_scale = matches!(piece, Some(Piece::Thousands(..)));
            if piece.is_some_and(|piece| sum.take(piece)) {
                if is_scale {
                    scaled = at + 1;
                }
                continue;
            }
            // *Dua juta tiga juta*: the three are of the other number.
            let rest = match piece {
                Some(Piece::Thousands(_, false)) if from < scaled => sum.part.take(),
                _ => None,
            };
            let end = if rest.is_some() { scaled } else { at };
            let is_grouped = || words.get(from).is_some_and(|word| word.text.contains('.'));
            amounts.extend(sum.value().map(|value| Amount {
                words: from..end,
                value,
                is_certain: end - from > 1 || is_grouped(),
            }));
            // What does not go on may begin another.
            (sum, from) = (Sum::default(), end);
            sum.part = rest;
            if !piece.is_some_and(|piece| sum.take(piece)) {
                from = at + 1;
            } else if is_scale {
                scaled = at + 1;
            }
        }
        let mut values: Vec<f64> = amounts.iter().map(|amount| amount.value).collect();
        values.sort_unstable_by(f64::total_cmp);
        Self { amounts, values }
    }

    /// Those of several words, or in groups of digits. What is of a single word else may
    /// be anything: a year, an hour, the number of a candidate.
    pub(super) fn certain(&self) -> impl Iterator<Item = &Amount> {
        self.amounts.iter().filter(|amount| amount.is_certain)
    }

    /// Whether one of them is as large as this one.
    pub(super) fn have(&self, amount: &Amount) -> bool {
        let found = self
            .values
            .binary_search_by(|it| it.total_cmp(&amount.value));
        found.is_ok()
    }
}

/// What a word adds to a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece {
    Digits(f64),
    /// One to eleven, or a hundred.
    Count(f64),
    Teen,
    Tens,
    Hundreds,
    /// *Seribu* and *sejuta* bring their one.
    Thousands(f64, bool),
}

impl Piece {
    /// What a word in letters adds.
    pub(super) fn in_letters(word: &str) -> Option<Self> {
        let one = |value| Some(Self::Thousands(value, true));
        let times = |value| Some(Self::Thousands(value, false));
        match word {
            "satu" => Some(Self::Count(1.0)),
            "dua" => Some(Self::Count(2.0)),
            "tiga" => Some(Self::Count(3.0)),
            "empat" => Some(Self::Count(4.0)),
            "lima" => Some(Self::Count(5.0)),
            "enam" => Some(Self::Count(6.0)),
            "tujuh" => Some(Self::Count(7.0)),
            "delapan" => Some(Self::Count(8.0)),
            "sembilan" => Some(Self::Count(9.0)),
            "sepuluh" => Some(Self::Count(10.0)),
            "sebelas" => Some(Self::Count(11.0)),
            "seratus" => Some(Self::Count(100.0)),
            "belas" => Some(Self::Teen),
            "puluh" => Some(Self::Tens),
            "ratus" => Some(Self::Hundreds),
            "seribu" => one(1e3),
            "sejuta" => one(1e6),
            "ribu" => times(1e3),
            "juta" => times(1e6),
            "miliar" | "milyar" => times(1e9),
            "triliun" | "trilyun" => times(1e12),
            _ => None,
        }
    }

    fn of(word: &str) -> Option<Self> {
        if word.starts_with(|char: char| char.is_ascii_digit()) {
            return digits(word).map(Self::Digits);
        }
        // Of slang only *rb* and *jt*.
        let slang = || Self::in_letters(&standard(word)?);
        let is_scale = |it: &Self| matches!(it, Self::Thousands(_, false));
        Self::in_letters(word).or_else(|| slang().filter(is_scale))
    }
}

/// `31`, `1,5` and `500.000`, as they are written in the language.
fn digits(word: &str) -> Option<f64> {
    let (whole, part) = word.split_once(',').unwrap_or((word, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    if groups.iter().any(|group| group.len() != 3) {
        return None;
    }
    let written = format!("{first}{}.{part}0", groups.concat());
    let is_number = written
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    written.parse().ok().filter(|_| is_number)
}

/// A number as far as it has been read.
#[derive(Debug, Default)]
struct Sum {
    /// What is behind the last of the thousands.
    part: Option<f64>,
    /// What is in front of it, and the last of them.
    thousands: Option<(f64, f64)>,
    has_digits: bool,
}

impl Sum {
    /// Whether a word goes on with it; it is then part of it.
    fn take(&mut self, piece: Piece) -> bool {
        let part = self.part.unwrap_or(0.0);
        let (tens, ones) = (part % 100.0, part % 10.0);
        let is_one = !self.has_digits && (1.0..=9.0).contains(&tens);
        let next = match piece {
            Piece::Digits(value) if self.part.is_none() && self.thousands.is_none() => {
                self.has_digits = true;
                value
            }
            Piece::Count(count) if !self.has_digits && self.part.is_none() => count,
            Piece::Count(count) if !self.has_digits && count < 10.0 && ones == 0.0 => part + count,
            Piece::Count(count) if !self.has_digits && count < 100.0 && tens == 0.0 => part + count,
            Piece::Teen if is_one => part + 10.0,
            Piece::Tens if is_one => part + 9.0 * ones,
            Piece::Hundreds if is_one && part < 10.0 => part * 100.0,
            Piece::Thousands(scale, brings_one) => {
                let count = if brings_one { 1.0 } else { part };
                let all = match (self.thousands, self.part) {
                    // *Seribu*, *dua ribu*, and *dua juta lima ratus ribu*.
                    (None, part) if part.is_some() != brings_one => count * scale,
                    (Some((sum, last)), part) if scale < last && part.is_some() != brings_one => {
                        sum + count * scale
                    }
                    // *Delapan ribu triliun*, *seribu lima ratus triliun*.
                    (Some((sum, last)), _) if scale > last && !brings_one => (sum + part) * scale,
                    _ => return false,
                };
                self.thousands = Some((all, scale));
                (self.part, self.has_digits) = (None, false);
                return true;
            }
            _ => return false,
        };
        self.part = Some(next);
        true
    }

    fn value(&self) -> Option<f64> {
        match (self.thousands, self.part) {
            (None, None) => None,
            (thousands, part) => Some(thousands.map_or(0.0, |(sum, _)| sum) + part.unwrap_or(0.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::terms::units;

    #[test]
    fn numbers_are_read_in_words_and_in_digits() {
        for (text, expected) in [
            ("tiga puluh satu juta", vec![31e6]),
            ("31 juta", vec![31e6]),
            ("31 jt", vec![31e6]),
            ("50jt", vec![50e6]),
            ("1,5 miliar", vec![1.5e9]),
            ("500.000 orang", vec![500e3]),
            ("seratus lima belas", vec![115.0]),
            ("dua ratus lima puluh ribu tiga ratus", vec![250_300.0]),
            ("dua ribu sembilan belas", vec![2019.0]),
            ("seribu dua ratus", vec![1200.0]),
            ("sejuta warga", vec![1e6]),
            ("delapan ribu triliun", vec![8e15]),
            ("Rp8.000 triliun", vec![8e15]),
            ("seribu lima ratus triliun", vec![1.5e15]),
            ("seribu triliun dua miliar", vec![1_000_002e9]),
            ("dua juta tiga ribu miliar", vec![2_003_000e9]),
            ("seribu seribu", vec![1e3, 1e3]),
            ("dua juta tiga juta empat", vec![2e6, 3_000_004.0]),
            ("sejuta dua juta", vec![1e6, 2e6]),
            ("satu juta ribu", vec![1e6]),
            ("dua juta lima ratus ribu", vec![2.5e6]),
            ("pada 2019 ada 13 juta", vec![2019.0, 13e6]),
            ("2019 13 juta", vec![2019.0, 13e6]),
            ("satu dua tiga", vec![1.0, 2.0, 3.0]),
            ("puluh juta ribu", vec![]),
            ("02 dan 1.2.3", vec![2.0]),
        ] {
            let words = units(text).words;
            let amounts = Amounts::of(&words).amounts;
            let values: Vec<f64> = amounts.iter().map(|it| it.value).collect();
            assert_eq!(values, expected, "{text}");
        }
    }
}
