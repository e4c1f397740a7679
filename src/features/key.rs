//! Short words as numbers to remember them by.

use crate::features::hash;

/// A folded word that is short enough to be remembered: its bytes, the first one
/// lowest, padded with zeros, which it does not hold.
pub(crate) type Key = [u64; 2];

/// The key of a folded word.
#[inline]
pub(super) fn key(word: &[u8]) -> Option<Key> {
    let left = u32::try_from(16_usize.checked_sub(word.len())?).ok()?;
    Some(match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => {
            // Without what belongs to the first eight.
            let last = u64::from_le_bytes(*last).checked_shr(8 * left);
            [u64::from_le_bytes(*first), last.unwrap_or(0)]
        }
        _ => [hash::padded(word), 0],
    })
}

/// The bytes of the word that has this key, and how many there are.
pub(super) fn letters([low, high]: Key) -> ([u8; 16], usize) {
    let key = u128::from(high) << 64 | u128::from(low);
    let length = u128::BITS - key.leading_zeros();
    (key.to_le_bytes(), length.div_ceil(8) as usize)
}
