//! Exact sums of the entries of all heads, side by side.
//!
//! Entries are added in narrow lanes, which the compiler adds up several at a
//! time, and from there in wide ones before they can overflow. Integers
//! throughout: no order of features changes a bit.

use fearless_simd::{Level, dispatch};

use crate::features::MOST_RUNS;
use crate::model::{MAX_HEADS, Model};

/// The entries of a row times the scale of its block, at most 128 x 16.
#[inline]
pub(super) fn weigh<const LANES: usize>(entries: &[u8; LANES], scale: i16) -> [i16; LANES] {
    entries.map(|entry| i16::from(entry.cast_signed()).wrapping_mul(scale))
}

/// `first` and `second` times `scale` together, unless that is too much for 16
/// bits.
pub(super) fn both<const LANES: usize>(
    first: &[i16; LANES],
    second: &[i16; LANES],
    scale: i16,
) -> Option<[i16; LANES]> {
    let mut sums = *first;
    // What is cut off of any lane, found in 16 bits to do many at once.
    let mut lost = 0;
    for (sum, second) in sums.iter_mut().zip(second) {
        let product = second.wrapping_mul(scale);
        let high = ((i32::from(*second) * i32::from(scale)) >> 16) as i16;
        let both = sum.wrapping_add(product);
        lost |= (high ^ (product >> 15)) | (both ^ sum.saturating_add(product));
        *sum = both;
    }
    (lost == 0).then_some(sums)
}

/// Rows that are not added yet.
///
/// Where they lie is known before their entries are needed, so the processor
/// fetches many at once instead of one after the other, and those that it is asked
/// for before they are pushed while it does other work.
#[derive(Debug)]
pub(super) struct Pending {
    /// One place more than are used: any count is a place.
    rows: [u32; 256],
    count: u8,
}

impl Pending {
    /// No more entries than 16 bits hold for certain: 256 x -128 = -2^15.
    pub(super) const FULL: u8 = 255;

    pub(super) const fn new() -> Self {
        Self {
            rows: [0; 256],
            count: 0,
        }
    }

    /// Says whether there is no room for another one, so that
    /// [`Pending::take`] must come next. Rows are less than 2^32.
    #[inline]
    #[must_use]
    pub(super) fn push(&mut self, row: usize) -> bool {
        self.rows[usize::from(self.count)] = row as u32;
        self.count = self.count.wrapping_add(1);
        self.count == Self::FULL
    }

    /// The sum of the rows, which wait no longer.
    ///
    /// Out of line: mixed with what is done to the sums next, the compiler adds
    /// fewer lanes at once.
    #[inline(never)]
    pub(super) fn take<const LANES: usize>(&mut self, model: &Model) -> [i16; LANES] {
        let rows = self.rows.get(..usize::from(self.count));
        let rows = rows.unwrap_or_default();
        self.count = 0;
        dispatch!(Level::new(), _simd => sum(model.rows(), rows))
    }
}

/// The sum of the character runs of a word.
pub(super) struct Runs<const LANES: usize> {
    sums: [i16; LANES],
    count: usize,
}

impl<const LANES: usize> Runs<LANES> {
    pub(super) const fn new() -> Self {
        Self {
            sums: [0; LANES],
            count: 0,
        }
    }

    /// Says whether there is no room for another one, as 16 bits hold no more
    /// entries for certain: 256 x -128 = -2^15.
    pub(super) fn add(&mut self, model: &Model, row: usize) -> bool {
        add_row(&mut self.sums, model.rows(), row);
        self.count += 1;
        self.count >= MOST_RUNS
    }

    /// Adds some of the [`MOST_RUNS`] that a word has before all others.
    ///
    /// Out of line: mixed with what is done to the sums next, the compiler adds
    /// fewer lanes at once.
    #[inline(never)]
    pub(super) fn add_all(
        &mut self,
        model: &Model,
        rows: impl Iterator<Item = [usize; 3]>,
        last: [usize; 3],
    ) {
        let (table, sums) = (model.rows::<LANES>(), self.sums);
        self.sums = dispatch!(Level::new(), _simd => {
            let mut sums = sums;
            for rows in rows {
                add_three(&mut sums, table, rows);
            }
            add_three(&mut sums, table, last);
            sums
        });
    }

    /// The sum, and none from now on.
    pub(super) fn take(&mut self) -> [i16; LANES] {
        std::mem::replace(self, Self::new()).sums
    }
}

/// The sum of these rows of `table`.
#[inline(always)]
fn sum<const LANES: usize>(table: &[[u8; LANES]], rows: &[u32]) -> [i16; LANES] {
    let mut sums = [0; LANES];
    for &row in rows {
        add_row(&mut sums, table, row as usize);
    }
    sums
}

#[inline(always)]
fn add_three<const LANES: usize>(
    sums: &mut [i16; LANES],
    table: &[[u8; LANES]],
    [first, second, third]: [usize; 3],
) {
    add_row(sums, table, first);
    add_row(sums, table, second);
    add_row(sums, table, third);
}

/// Adds a row of `table` to sums that have room for it.
#[inline(always)]
fn add_row<const LANES: usize>(sums: &mut [i16; LANES], table: &[[u8; LANES]], row: usize) {
    let entries = table.get(row).unwrap_or(&[0; LANES]);
    for (sum, entry) in sums.iter_mut().zip(entries) {
        *sum = sum.wrapping_add(i16::from(entry.cast_signed()));
    }
}

/// Adds the first lanes of `sums` to totals that have room for them.
#[inline(always)]
fn add_lanes<const LANES: usize, const ALL: usize>(totals: &mut [i32; LANES], sums: &[i16; ALL]) {
    for (total, sum) in totals.iter_mut().zip(sums) {
        *total = total.wrapping_add(i32::from(*sum));
    }
}

/// The sum of words that are remembered, at most those of one block of text: far
/// fewer than a lane holds.
pub(super) struct Gathered<const LANES: usize>([i32; LANES]);

impl<const LANES: usize> Default for Gathered<LANES> {
    #[inline(always)]
    fn default() -> Self {
        Self([0; LANES])
    }
}

impl<const LANES: usize> Gathered<LANES> {
    #[inline(always)]
    pub(super) fn add(&mut self, sums: &[i16; MAX_HEADS]) {
        add_lanes(&mut self.0, sums);
    }
}

/// The sum of a whole text.
pub(super) struct Total<const LANES: usize> {
    narrow: [i32; LANES],
    added: u32,
    /// What no longer is in `narrow`, which is all zeros for nearly all texts.
    wide: [i64; LANES],
    widened: bool,
}

impl<const LANES: usize> Total<LANES> {
    /// As many 16-bit sums as a narrow lane holds for certain:
    /// 2^16 x -2^15 = -2^31.
    const FULL: u32 = 1 << 16;
    /// As many as come between two calls of [`Total::add_times`], and what such
    /// a call adds, which is the largest scale of a block at most.
    const BETWEEN: u32 = 1024 + 16;

    pub(super) const fn new() -> Self {
        Self {
            narrow: [0; LANES],
            added: 0,
            wide: [0; LANES],
            widened: false,
        }
    }

    /// Adds `sums`, which are not counted one by one: after a thousand,
    /// [`Total::add_times`] must have been called.
    #[inline]
    pub(super) fn add(&mut self, sums: &[i16; LANES]) {
        add_lanes(&mut self.narrow, sums);
    }

    /// Adds what was gathered, whose words are not counted either.
    #[inline]
    pub(super) fn add_gathered(&mut self, gathered: &Gathered<LANES>) {
        for (total, sum) in self.narrow.iter_mut().zip(&gathered.0) {
            *total = total.wrapping_add(*sum);
        }
    }

    /// Adds `sums` times a scale of 1 to 16.
    #[inline]
    pub(super) fn add_times(&mut self, sums: &[i16; LANES], scale: i16) {
        for (total, sum) in self.narrow.iter_mut().zip(sums) {
            *total = total.wrapping_add(i32::from(*sum) * i32::from(scale));
        }
        self.added += Self::BETWEEN;
        // There must be room for whatever comes next.
        if self.added > Self::FULL - Self::BETWEEN {
            self.widen();
        }
    }

    #[cold]
    #[inline(never)]
    fn widen(&mut self) {
        for (wide, narrow) in self.wide.iter_mut().zip(&mut self.narrow) {
            *wide += i64::from(std::mem::take(narrow));
        }
        self.added = 0;
        self.widened = true;
    }

    /// The sums, rounded where 53 bits are too few.
    #[inline]
    pub(super) fn get(&mut self) -> [f64; LANES] {
        // Narrow lanes take a quarter of the instructions.
        if !self.widened {
            return self.narrow.map(f64::from);
        }
        self.widen();
        self.wide.map(|sum| sum as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_lanes_never_overflow() {
        let mut total = Total::<2>::new();
        for _ in 0..200 {
            for _ in 0..1000 {
                total.add(&[i16::MIN, i16::MAX]);
            }
            total.add_times(&[i16::MIN, i16::MAX], 16);
        }
        // 200 x 1,016 x -2^15 and 200 x 1,016 x (2^15 - 1).
        assert_eq!(total.get(), [-6_658_457_600.0, 6_658_254_400.0]);
    }

    #[test]
    fn what_was_gathered_is_the_sum_of_its_words() {
        let (mut one_by_one, mut at_once) = (Total::<2>::new(), Total::<2>::new());
        let mut gathered = Gathered::default();
        for number in 0..32 {
            let mut sums = [7; MAX_HEADS];
            (sums[0], sums[1]) = (i16::MIN + number, i16::MAX - number);
            one_by_one.add(&[sums[0], sums[1]]);
            gathered.add(&sums);
        }
        at_once.add_gathered(&gathered);
        at_once.add_gathered(&Gathered::default());
        assert_eq!(at_once.get(), [-1_048_080.0, 1_048_048.0]);
        assert_eq!(one_by_one.get(), [-1_048_080.0, 1_048_048.0]);
    }

    #[test]
    fn few_sums_stay_narrow_and_are_the_same() {
        let (mut narrow, mut wide) = (Total::<2>::new(), Total::<2>::new());
        for total in [&mut narrow, &mut wide] {
            total.add(&[-3, 5]);
            total.add_times(&[7, i16::MIN], 16);
        }
        wide.widen();
        wide.add(&[1, 1]);
        narrow.add(&[1, 1]);
        assert!(!narrow.widened);
        assert_eq!(narrow.get(), [110.0, -524_282.0]);
        assert_eq!(wide.get(), narrow.get());
    }

    #[test]
    fn rows_wait_until_there_is_no_room() {
        let mut waiting = Pending::new();
        for _ in 1..Pending::FULL {
            assert!(!waiting.push(0));
        }
        assert!(waiting.push(0));
    }

    #[test]
    fn what_does_not_fit_is_not_cut_off() {
        // 16 x 127 x 16 = 32,512 leaves room for 255.
        assert_eq!(both(&[256], &[16 * 127], 16), None);
        assert_eq!(both(&[255], &[16 * 127], 16), Some([32_767]));
        assert_eq!(both(&[-256], &[-16 * 127], 16), Some([-32_768]));
        assert_eq!(both(&[-257], &[-16 * 127], 16), None);
        assert_eq!(both(&[0, 0], &[1, -4097], 16), None);
        assert_eq!(both(&[-5, 5], &[1, 2], 3), Some([-2, 11]));
    }
}
