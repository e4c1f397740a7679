//! Which of 64 bytes are letters, digits, marks, by as many comparisons at once
//! as the processor can do.

use fearless_simd::{prelude::*, u8x64};

/// Bytes of a block.
pub(super) const SIZE: usize = 64;
/// The bit that tells a small letter from a capital.
const CASE: u8 = 0x20;

/// The bytes of a block by class; bit `i` of a mask speaks of byte `i`.
pub(super) struct Classes {
    pub(super) lower: u64,
    pub(super) letters: u64,
    pub(super) spaces: u64,
    pub(super) digits: u64,
    pub(super) hyphens: u64,
    pub(super) stops: u64,
    pub(super) colons: u64,
    /// `!` and `?`.
    pub(super) calls: u64,
    /// Of a character outside ASCII, and `$`.
    pub(super) strange: u64,
    /// Marks that may join a word to what is behind it, and `p`: a word of two
    /// letters that ends so may be `Rp`.
    pub(super) joins: u64,
    pub(super) slashes: u64,
    /// `"` and `*`: a letter or digit behind them is no part of them.
    pub(super) quotes: u64,
    /// Marks that are tokens of their own wherever they stand.
    pub(super) calm: u64,
}

impl Classes {
    /// Bits that are set in all of several bytes make one comparison of them,
    /// and so does a range once its start is taken off.
    #[inline(always)]
    pub(super) fn of<S: Simd>(simd: S, bytes: &[u8; SIZE]) -> Self {
        let bytes = u8x64::simd_from(simd, *bytes);
        let is = |bytes: u8x64<S>, byte: u8| bytes.simd_eq(byte);
        let within = |bytes: u8x64<S>, first: u8, last: u8| (bytes - first).simd_le(last - first);
        let letters = within(bytes | CASE, b'a', b'z').to_bitmask();
        Self {
            lower: letters & !within(bytes, b'A', b'Z').to_bitmask(),
            letters,
            spaces: (is(bytes, b' ') | within(bytes, b'\t', b'\r')).to_bitmask(),
            digits: within(bytes, b'0', b'9').to_bitmask(),
            hyphens: is(bytes, b'-').to_bitmask(),
            stops: is(bytes, b'.').to_bitmask(),
            colons: is(bytes, b':').to_bitmask(),
            calls: (is(bytes, b'!') | is(bytes, b'?')).to_bitmask(),
            strange: (bytes.simd_ge(0x80) | is(bytes, b'$')).to_bitmask(),
            // & ' and @ ` P p
            joins: (is(bytes | 0x01, b'\'')
                | is(bytes | 0x30, b'p')
                | is(bytes, b'+')
                | is(bytes, b'_'))
            .to_bitmask(),
            slashes: is(bytes, b'/').to_bitmask(),
            // " *
            quotes: is(bytes | 0x08, b'*').to_bitmask(),
            // ( ) ,
            calm: (is(bytes | 0x01, b')') | is(bytes, b',')).to_bitmask(),
        }
    }
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// By whatever this processor can do, and by less.
        #[test]
        fn are_those_of_one_byte_after_another(bytes in any::<[u8; SIZE]>()) {
            let expected = |is: fn(u8) -> bool| {
                let bits = bytes.iter().enumerate();
                bits.fold(0, |mask, (i, &byte)| mask | u64::from(is(byte)) << i)
            };
            let mut all = vec![dispatch!(Level::new(), simd => Classes::of(simd, &bytes))];
            #[cfg(target_arch = "x86_64")]
            {
                let level = Level::new();
                all.extend(level.as_sse2().map(|simd| Classes::of(simd, &bytes)));
                all.extend(level.as_avx2().map(|simd| Classes::of(simd, &bytes)));
            }
            for found in all {
                prop_assert_eq!(found.lower, expected(|byte| byte.is_ascii_lowercase()));
                prop_assert_eq!(found.letters, expected(|byte| byte.is_ascii_alphabetic()));
                prop_assert_eq!(found.spaces, expected(|byte| matches!(byte, b' ' | b'\t'..=b'\r')));
                prop_assert_eq!(found.digits, expected(|byte| byte.is_ascii_digit()));
                prop_assert_eq!(found.hyphens, expected(|byte| byte == b'-'));
                prop_assert_eq!(found.stops, expected(|byte| byte == b'.'));
                prop_assert_eq!(found.colons, expected(|byte| byte == b':'));
                prop_assert_eq!(found.calls, expected(|byte| matches!(byte, b'!' | b'?')));
                prop_assert_eq!(found.strange, expected(|byte| byte >= 0x80 || byte == b'$'));
                prop_assert_eq!(found.joins, expected(|byte| b"&'@`Pp+_".contains(&byte)));
                prop_assert_eq!(found.slashes, expected(|byte| byte == b'/'));
                prop_assert_eq!(found.quotes, expected(|byte| matches!(byte, b'"' | b'*')));
                prop_assert_eq!(found.calm, expected(|byte| matches!(byte, b'(' | b')' | b',')));
            }
        }
    }
}
