//! Text to a sparse vector, for training and for looking at features.

use std::fmt;
use std::ops::Range;

use crate::error::Error;
use crate::features::block::{Block, length_scale};
use crate::features::counts::Occurrences;
use crate::features::names::Names;
use crate::features::names::class::NameClass;
use crate::features::pass::sink::Sink;
use crate::features::pass::{Pass, Scratch};
use crate::features::style::Style;

/// Turns texts into counts of n-grams by row.
///
/// A row number is below [`Vectorizer::rows`]: `2^bits` hashed rows, then one
/// row for each [`Style`].
#[derive(Clone)]
pub struct Vectorizer {
    bits: u32,
    scales: [u8; 3],
    names: &'static Names,
}

/// Without the list of names, which is long and always the same.
impl fmt::Debug for Vectorizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vectorizer")
            .field("bits", &self.bits)
            .field("scales", &self.scales)
            .finish_non_exhaustive()
    }
}

/// A text as numbers.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Vector {
    /// Row and value, rows strictly increasing. The value is the number of
    /// occurrences times the scale of the n-gram's block, summed over what
    /// shares the row; 1 for a style flag.
    pub entries: Vec<(u32, u32)>,
    /// What the values of the n-grams are multiplied by: one over the square
    /// root of 64 plus the number of n-gram occurrences. Style flags are not
    /// scaled.
    pub length_scale: f64,
    /// Number of n-gram occurrences.
    pub grams: usize,
}

impl Vectorizer {
    /// Smallest and largest `bits`.
    pub const BITS: std::ops::RangeInclusive<u32> = 8..=24;

    /// A vectoriser with `2^bits` hashed rows, `bits` in 8..=24, the second half of
    /// them for pairs and the first for all else, and a scale of 1 to 16 for each
    /// [`Block`], in the order of [`Block::ALL`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if either is out of range.
    pub fn new(bits: u32, scales: [u8; 3]) -> Result<Self, Error> {
        Self::check(bits, scales)?;
        Ok(Self {
            bits,
            scales,
            names: Names::embedded(),
        })
    }

    /// Whether [`Vectorizer::new`] would accept these.
    pub(crate) fn check(bits: u32, scales: [u8; 3]) -> Result<(), Error> {
        if !Self::BITS.contains(&bits) {
            return Err(Error::parameter("bits", f64::from(bits), "8..=24"));
        }
        if let Some(&scale) = scales.iter().find(|scale| !(1..=16).contains(*scale)) {
            return Err(Error::parameter("scales", f64::from(scale), "1..=16"));
        }
        Ok(())
    }

    /// Number of rows: hashed ones and style flags.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.hashed_rows() + Style::EACH.len()
    }

    /// Number of hashed rows, which is the row of the first style flag.
    pub(crate) fn hashed_rows(&self) -> usize {
        1 << self.bits
    }

    /// Number of hashed rows, as a power of two.
    #[must_use]
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// Scale of each block, in the order of [`Block::ALL`].
    #[must_use]
    pub fn scales(&self) -> [u8; 3] {
        self.scales
    }

    /// The vector of `text`. Linear in its length.
    #[must_use]
    pub fn vector(&self, text: &str) -> Vector {
        let mut occurrences = Occurrences::default();
        let grams = self.pass(text, &mut Scratch::<false>::default(), &mut occurrences);
        self.counted(&mut occurrences, grams)
    }

    /// The vector of a text with these occurrences, `grams` of them n-grams.
    pub(super) fn counted(&self, occurrences: &mut Occurrences, grams: usize) -> Vector {
        Vector {
            entries: occurrences.take(self.scales),
            length_scale: length_scale(grams),
            grams,
        }
    }

    /// The words of `text` that are masked as names, in order: their bytes,
    /// without a clitic, and what they are names of. Linear in its length.
    #[must_use]
    pub fn names(&self, text: &str) -> Vec<(Range<usize>, NameClass)> {
        let mut masked = Masked(Vec::new());
        self.pass(text, &mut Scratch::<true>::default(), &mut masked);
        masked.0
    }

    pub(crate) fn pass<const TRACK: bool, S: Sink>(
        &self,
        text: &str,
        scratch: &mut Scratch<TRACK>,
        sink: &mut S,
    ) -> usize {
        Pass::run(text, self.names, self.bits, scratch, sink)
    }
}

struct Masked(Vec<(Range<usize>, NameClass)>);

impl Sink for Masked {
    type Sums = ();

    fn gram(&mut self, _: Block, _: usize, _: impl FnOnce() -> Range<usize>) {}

    fn style(&mut self, _: Style, _: usize) {}

    fn name(&mut self, class: NameClass, span: impl FnOnce() -> Range<usize>) {
        self.0.push((span(), class));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::hash;

    /// A guard, not a truth: who changes what a text is read as changes this
    /// number, and has to raise `PASS` in `model/format.rs` and train again.
    #[test]
    fn texts_have_the_rows_that_models_were_trained_on() {
        let texts = [
            "Surat suara sudah tercoblos, KPU diam!! sebarkan sebelum dihapus",
            "Prabowo, Anies dan Ganjar hadir di Kalimantan Tengah kata Dr. Sari",
            "kata Prabowp dan jok0wi nanti masyarakst pemerintsh kecuranfan",
            "#2019GantiPresiden #TolakZahara #SuratSuara @kpu_ri https://contoh.id/a-b",
            "ibu2 anak-anaknya s.u.a.r.a p3milu суара suaraaaa \u{200b}curang 10.30 WIB Rp5.000",
            "di Yogyakarta warga DI'Aceh P.B.J. Habibie Anies-Sandi \u{1f600}",
            "[SALAH] Kotak suara dibuka tengah malam, $ebarkan 5ur47 k@mpu$",
            "c  u  r  a  n  g kata budi+tag@x.id pada 2024-02-14T08:00Z T_T Rp5 ribu",
        ];
        let vectorizer = Vectorizer::new(18, [4, 2, 1]).unwrap();
        let numbers = texts.iter().flat_map(|text| {
            let vector = vectorizer.vector(text);
            assert!(vector.grams > 5, "{text}");
            vector.entries
        });
        let sum = numbers.fold(4, |sum, (row, count)| {
            hash::pair(sum, u64::from(row) << 32 | u64::from(count))
        });
        assert_eq!(sum, 11_465_538_740_218_656_903);
    }
}
