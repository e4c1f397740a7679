//! Whether four letters begin one of a few words: all of these are compared at once,
//! without a branch on any.

/// The first four letters of each of `words`, which have as many; for a constant.
pub(in crate::features) const fn starts<const N: usize>(words: &[&str; N]) -> [u32; N] {
    let mut starts = [0; N];
    let mut at = 0;
    while at < N {
        if let Some(four) = words[at].as_bytes().first_chunk() {
            starts[at] = u32::from_le_bytes(*four);
        }
        at += 1;
    }
    starts
}

/// Whether `four` is one of `starts`.
#[inline(always)]
pub(in crate::features) fn is_start<const N: usize>(starts: &[u32; N], four: u32) -> bool {
    starts
        .iter()
        .fold(false, |any, &start| any | (start == four))
}
