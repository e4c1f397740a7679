//! Random numbers that are the same everywhere.

/// The SplitMix64 generator of Steele, Lea and Flood (2014), whose state is its
/// seed.
#[derive(Debug, Clone)]
pub(crate) struct SplitMix64(u64);

/// What [`SplitMix64`] adds to its state before each number.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

impl SplitMix64 {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        let bits = scramble(self.0);
        self.0 = self.0.wrapping_add(GAMMA);
        bits
    }

    /// A number below `limit`, or 0 if that is 0: the high half of a 64 by 64
    /// bit product.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }

    /// One of `items`, each as likely, or `None` if there are none.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// Either, each as likely.
    pub(crate) fn coin(&mut self) -> bool {
        self.next() >> 63 == 1
    }

    /// Fisher-Yates, from the last place to the second.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The first number of the generator with seed `x`: a bijection in which every
/// bit of `x` moves about half of the bits of the result.
pub(crate) fn scramble(x: u64) -> u64 {
    let mut bits = x.wrapping_add(GAMMA);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn generator_gives_the_published_sequence() {
        // First outputs for seed 1234567, as in the reference implementation's
        // widely used test vector.
        let mut random = SplitMix64::new(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn shuffle_keeps_every_item_and_moves_some() {
        let mut items: Vec<usize> = (0..100).collect();
        SplitMix64::new(1).shuffle(&mut items);
        assert!(items.iter().enumerate().any(|(i, &item)| i != item));
        items.sort_unstable();
        assert!(items.iter().enumerate().all(|(i, &item)| i == item));
    }
}
