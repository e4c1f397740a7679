//! The hash that turns a feature into a row: part of the model format.
//!
//! All arithmetic is on unsigned 64-bit integers that wrap. `fold(x, k)` is
//! the low half of the 128-bit product `x * k` xor its high half. A byte
//! string is read in blocks of eight, little end first, the last one padded
//! with zeros:
//!
//! ```text
//! h = namespace ^ length * LENGTH
//! for each block b:  h = fold(h ^ b, MULTIPLIER)
//! ```
//!
//! The constants are the first 64 bits behind the point of the square roots of
//! 2, 3, 5, 7 and 11, made odd. With `2^bits` hashed rows a row number is the top
//! `bits` bits of the hash, with a zero put before its first bit, or, for a pair, its
//! first bit made a one.
//!
//! What is hashed: a word in [`WORD`]; a run of three to five characters of a
//! word, with the byte 2 before the word and 3 behind it as its edges, in
//! [`CHARS`]; for a pair of words the two word hashes, as
//! `fold(rotate_left(first, 32) ^ second ^ PAIR, MULTIPLIER)`. Masked names,
//! one or several in a row and of whatever class, stand in a pair as the word of
//! the single byte 1. The word `di` is passed over as if it were not there.

/// Square root of 2: multiplier of every round.
pub const MULTIPLIER: u64 = 0x6A09_E667_F3BC_C909;
/// Square root of 3: spreads the length.
pub const LENGTH: u64 = 0xBB67_AE85_84CA_A73B;
/// Square root of 5: namespace of words.
pub const WORD: u64 = 0x3C6E_F372_FE94_F82B;
/// Square root of 7: namespace of word pairs.
pub const PAIR: u64 = 0xA54F_F53A_5F1D_36F1;
/// Square root of 11: namespace of character runs.
pub const CHARS: u64 = 0x510E_527F_ADE6_82D1;

#[inline]
const fn fold(x: u64, k: u64) -> u64 {
    let product = x as u128 * k as u128;
    // Both halves fit: this is what the casts are for.
    (product as u64) ^ ((product >> 64) as u64)
}

/// Hash of `bytes` in `namespace`.
///
/// ```
/// use hoaks::features::hash;
/// assert_eq!(hash::bytes(hash::WORD, b"pemilu"), 0xBB0C53218C42E084);
/// ```
#[inline]
#[must_use]
pub fn bytes(namespace: u64, bytes: &[u8]) -> u64 {
    let mut h = namespace ^ (bytes.len() as u64).wrapping_mul(LENGTH);
    let (blocks, rest) = bytes.as_chunks();
    for block in blocks {
        h = fold(h ^ u64::from_le_bytes(*block), MULTIPLIER);
    }
    if !rest.is_empty() {
        let padded = match bytes.last_chunk() {
            // Without what belongs to the block before.
            Some(last) => u64::from_le_bytes(*last) >> (64 - 8 * rest.len()),
            None => padded(rest),
        };
        h = fold(h ^ padded, MULTIPLIER);
    }
    h
}

/// Hash of a folded word.
#[inline]
pub(crate) fn word(bytes: &[u8]) -> u64 {
    self::bytes(WORD, bytes)
}

/// Most letters of a word that [`written`] reads.
pub(super) const LONGEST_WRITTEN: usize = 24;

/// Hash of the ASCII letters of a word as it is written; `None` if it has none or too
/// many.
pub(super) fn written(word: &[u8]) -> Option<u64> {
    let mut letters = [0; LONGEST_WRITTEN];
    let mut length = 0;
    for byte in word.iter().filter(|byte| byte.is_ascii_alphabetic()) {
        *letters.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    let letters = letters.get(..length).filter(|letters| !letters.is_empty());
    letters.map(self::word)
}

/// Less than eight bytes as a block.
#[inline]
pub(super) fn padded(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        // Both hold the same of what they share.
        (Some(first), Some(last)) => {
            let last = u64::from(u32::from_le_bytes(*last));
            u64::from(u32::from_le_bytes(*first)) | last << (8 * (bytes.len() - 4))
        }
        _ => bytes
            .iter()
            .rev()
            .fold(0, |block, &byte| block << 8 | u64::from(byte)),
    }
}

/// Hash of up to eight bytes that are already in one little-endian block.
#[inline]
pub(crate) const fn block(namespace: u64, length: usize, block: u64) -> u64 {
    fold(
        namespace ^ (length as u64).wrapping_mul(LENGTH) ^ block,
        MULTIPLIER,
    )
}

/// Hash of a pair of words from their word hashes.
#[inline]
#[must_use]
pub fn pair(first: u64, second: u64) -> u64 {
    fold(first.rotate_left(32) ^ second ^ PAIR, MULTIPLIER)
}
