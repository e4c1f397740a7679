//! Occurrences to counts by row.

use std::ops::Range;

use crate::features::block::Block;
use crate::features::pass::sink::Sink;
use crate::features::style::Style;

/// What a key's low bits say: its block, or that it is a style flag.
const KIND_BITS: u32 = 2;
const STYLE: u32 = Block::EACH.len() as u32;

/// Bits of a key that one pass of the sort looks at.
const DIGIT_BITS: u32 = 9;
const DIGITS: usize = 1 << DIGIT_BITS;
/// Below this many keys, comparing them is faster than counting digits.
const FEW: usize = 256;

/// The occurrences of one text; buffers that serve the next one, too.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    /// Row and kind of each. A row is below 2^24 and a few, so both fit.
    keys: Vec<u32>,
    spare: Vec<u32>,
}

impl Occurrences {
    /// The last `count` of them.
    #[cfg(feature = "train")]
    pub(super) fn last(&self, count: usize) -> &[u32] {
        let start = self.keys.len().saturating_sub(count);
        self.keys.get(start..).unwrap_or_default()
    }

    /// Adds what [`Occurrences::last`] gave.
    #[cfg(feature = "train")]
    #[inline]
    pub(super) fn extend(&mut self, keys: &[u32]) {
        self.keys.extend_from_slice(keys);
    }

    /// Each row that occurs and the sum of its occurrences, rows strictly
    /// increasing; an n-gram adds the scale of its block, a style flag 1. No
    /// occurrence is left. Linear in their number.
    pub(super) fn take(&mut self, scales: [u8; 3]) -> Vec<(u32, u32)> {
        self.sort();
        let [word, pair, chars] = scales.map(u32::from);
        let values: [u32; 1 << KIND_BITS] = [word, pair, chars, 1];
        let row_of = |key: u32| key >> KIND_BITS;
        let differ = |pair: &&[u32]| matches!(pair, [a, b] if row_of(*a) != row_of(*b));
        let rows = self.keys.windows(2).filter(differ).count() + usize::from(!self.keys.is_empty());
        let mut entries = vec![(0_u32, 0_u32); rows];
        // No branch on whether a row is another: half of them are, at random.
        let (mut at, mut before) = (0, self.keys.first().copied().map_or(0, row_of));
        for &key in &self.keys {
            let row = row_of(key);
            at += usize::from(row != before);
            before = row;
            if let Some(entry) = entries.get_mut(at) {
                entry.0 = row;
                entry.1 = entry
                    .1
                    .saturating_add(values[(key % (1 << KIND_BITS)) as usize]);
            }
        }
        self.keys.clear();
        entries
    }

    /// By row: digit by digit, the lowest first, each pass keeping the order of
    /// the one before. Hashes are spread evenly, so this is as fast as any
    /// order of the keys allows.
    fn sort(&mut self) {
        if self.keys.len() < FEW {
            self.keys.sort_unstable();
            return;
        }
        let used = u32::BITS
            - self
                .keys
                .iter()
                .fold(0, |all, key| all | key)
                .leading_zeros();
        self.spare.resize(self.keys.len(), 0);
        let mut shift = KIND_BITS;
        while shift < used {
            let digit = |key: u32| (key >> shift) as usize % DIGITS;
            let mut counts = [0_usize; DIGITS];
            for &key in &self.keys {
                counts[digit(key)] += 1;
            }
            let mut next = 0;
            let mut places = counts.map(|count| {
                next += count;
                next - count
            });
            for &key in &self.keys {
                let place = &mut places[digit(key)];
                if let Some(slot) = self.spare.get_mut(*place) {
                    *slot = key;
                }
                *place += 1;
            }
            std::mem::swap(&mut self.keys, &mut self.spare);
            shift += DIGIT_BITS;
        }
    }
}

impl Sink for Occurrences {
    type Sums = ();

    #[inline]
    fn gram(&mut self, block: Block, row: usize, _: impl FnOnce() -> Range<usize>) {
        self.keys.push((row as u32) << KIND_BITS | block as u32);
    }

    fn style(&mut self, _: Style, row: usize) {
        self.keys.push((row as u32) << KIND_BITS | STYLE);
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Occurrences, Sink};
    use crate::features::Style;
    use crate::random::SplitMix64;
    use std::collections::BTreeMap;

    #[test]
    fn counts_are_those_of_a_map_for_any_number_of_occurrences() {
        let mut random = SplitMix64::new(1);
        let mut occurrences = Occurrences::default();
        for bits in [8, 17, 24] {
            for length in [0, 1, 255, 256, 257, 5_000] {
                let mut expected = BTreeMap::new();
                for number in 0..length {
                    // Few of the rows, so that some occur more than once.
                    let row = random.below(1 << bits) & !0xF0;
                    let (block, scale) =
                        [(Block::Word, 8), (Block::Pair, 4), (Block::Chars, 1)][number % 3];
                    occurrences.gram(block, row, || 0..0);
                    *expected.entry(row as u32).or_insert(0) += scale;
                }
                occurrences.style(Style::EACH[0], 1 << bits);
                expected.insert(1 << bits, 1);
                let expected: Vec<(u32, u32)> = expected.into_iter().collect();
                assert_eq!(occurrences.take([8, 4, 1]), expected, "{bits} {length}");
            }
        }
    }
}
