//! Which row of the table a hash stands for: part of the model format.

/// Words and character runs have the first half of the hashed rows, and pairs of
/// words the second. Of pairs there are more different ones than of both others
/// together, so each of their rows says what many mean on average, and a word is to
/// be spared that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    /// How far to shift a hash to be below the number of rows of words and runs.
    halved: u32,
    /// The same of all rows.
    shift: u32,
}

impl Rows {
    /// Of a table with `1 << bits` hashed rows, at most 2^24 (see the model format),
    /// so that a row fits a `usize`.
    pub(super) fn new(bits: u32) -> Self {
        let shift = 64 - bits;
        Self {
            halved: shift + 1,
            shift,
        }
    }

    /// The row of a word or of a run.
    #[inline]
    pub(super) fn of(self, hash: u64) -> usize {
        (hash >> self.halved) as usize
    }

    /// The row of a pair.
    #[inline]
    pub(super) fn of_pair(self, hash: u64) -> usize {
        ((hash | 1 << 63) >> self.shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn each_kind_has_all_of_its_half_and_nothing_else() {
        for bits in [8, 18, 24] {
            let (rows, half) = (Rows::new(bits), 1_usize << (bits - 1));
            assert_eq!((rows.of(0), rows.of(u64::MAX)), (0, half - 1));
            assert_eq!(
                (rows.of_pair(0), rows.of_pair(u64::MAX)),
                (half, 2 * half - 1)
            );
        }
    }
}
