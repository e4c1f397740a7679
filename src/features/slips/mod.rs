//! Words without one of their letters: what a slip of the finger leaves.

pub(super) mod keyboard;
pub(super) mod shortened;
pub(super) mod written;

use std::ops::RangeInclusive;

use crate::features::hash;

/// Shortest and longest listed word that slips are read of, in bytes.
pub(in crate::features) const SLIPPED: RangeInclusive<usize> = 4..=23;
/// Of a shorter one than this a slip is a name beside a name only, unless a letter
/// is doubled: nearly every word of four letters is near one.
pub(in crate::features) const SURE: usize = 5;
/// The same of a word that may be a slip.
pub(in crate::features) const NEAR: RangeInclusive<usize> =
    *SLIPPED.start() - 1..=*SLIPPED.end() + 1;

/// The hash of `word` without the byte `without`, as far as [`NEAR`] reaches.
pub(in crate::features) fn shortened_hash(word: &[u8], without: usize) -> u64 {
    let mut left = [0; *NEAR.end()];
    let kept = word.iter().enumerate().filter(|&(at, _)| at != without);
    let mut length = 0;
    for (to, (_, &from)) in left.iter_mut().zip(kept) {
        *to = from;
        length += 1;
    }
    hash::word(left.get(..length).unwrap_or_default())
}

/// An odd number to raise to the place of a byte: the square root of 13.
const BASE: u64 = 0x9B05_688C_2B3E_6C1F;

/// A polynomial of the bytes, which is cheap to find again without one of them.
pub(in crate::features) fn polynomial(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum: u64, &byte| {
        sum.wrapping_mul(BASE).wrapping_add(u64::from(byte))
    })
}

/// The [`polynomial`] of `word` without its second, its third, … byte, and which
/// byte that was. Linear in its length.
pub(in crate::features) fn shortenings(word: &[u8]) -> impl Iterator<Item = (usize, u64)> + '_ {
    shortenings_from(polynomial(word.get(1..).unwrap_or_default()), word)
}

/// The same, where `left` is the [`polynomial`] of `word` without its first byte.
#[inline]
fn shortenings_from(mut left: u64, word: &[u8]) -> impl Iterator<Item = (usize, u64)> + '_ {
    // From there on the byte left out moves one place.
    let mut power = 1_u64;
    word.windows(2).enumerate().map(move |(at, pair)| {
        let change = u64::from(pair[0]).wrapping_sub(u64::from(pair[1]));
        left = left.wrapping_add(change.wrapping_mul(power));
        power = power.wrapping_mul(BASE);
        (at + 1, left)
    })
}

/// A [`polynomial`] with its bits mixed, of which the upper half is good to use.
#[inline]
pub(in crate::features) fn spread(polynomial: u64) -> u64 {
    polynomial.wrapping_mul(hash::MULTIPLIER)
}

/// A set of [`polynomial`]s that may hold more than was put in, one other in
/// forty (Bloom 1970; both bits of one are in one word): nearly all words are
/// near no name, and this tells without hashing what is left of them.
#[derive(Debug)]
pub(in crate::features) struct Slips(Vec<u64>);

impl Slips {
    /// Bits, as a power of two: about twelve for each that is put in.
    const BITS: u32 = 19;

    pub(in crate::features) fn new() -> Self {
        Self(vec![0; 1 << (Self::BITS - 6)])
    }

    pub(in crate::features) fn insert(&mut self, polynomial: u64) {
        let (place, two) = Self::place(polynomial);
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= two;
        }
    }

    #[inline]
    pub(in crate::features) fn may_hold(&self, polynomial: u64) -> bool {
        let (place, two) = Self::place(polynomial);
        self.0.get(place).is_none_or(|bits| bits & two == two)
    }

    #[inline]
    fn place(polynomial: u64) -> (usize, u64) {
        let spread = spread(polynomial);
        // The top bits are few, so they fit.
        let place = (spread >> (64 - Self::BITS + 6)) as usize;
        (place, 1 << (spread >> 32 & 63) | 1 << (spread >> 38 & 63))
    }
}
