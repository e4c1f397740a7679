//! The words inside a hashtag.

use std::ops::Range;

use crate::text::chars::{SHAPE, shape};

/// The parts of a hashtag, as byte spans of `tag`, its `#` included in `tag`
/// but in no part.
///
/// A part ends where a capital follows a small letter, before the last capital
/// of a run that small letters follow, unless these are the clitic `nya`, behind
/// digits at its front, and before digits or `_` behind letters:
/// `#2019GantiPresiden` has three. A tag without such marks is one part. Linear,
/// allocates nothing.
///
/// ```
/// let tag = "#KPUHitungUlang2024";
/// let parts: Vec<&str> = hoaks::text::hashtag_parts(tag).map(|part| &tag[part]).collect();
/// assert_eq!(parts, ["KPU", "Hitung", "Ulang", "2024"]);
/// ```
pub fn hashtag_parts(tag: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = tag.as_bytes();
    let bits = move |at: usize| bytes.get(at).map_or(0, |&byte| SHAPE[usize::from(byte)]);
    let mut at = 0;
    std::iter::from_fn(move || {
        while matches!(bytes.get(at), Some(b'#' | b'_')) {
            at += 1;
        }
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        at += 1;
        while at < bytes.len() {
            let (before, here, after) = (bits(at - 1), bits(at), bits(at + 1));
            let camel = before == shape::LOWER && here == shape::UPPER;
            let acronym = before == shape::UPPER
                && here == shape::UPPER
                && after == shape::LOWER
                && !(bytes.get(at + 1..at + 4) == Some(b"nya") && bits(at + 4) != shape::LOWER);
            let behind_digits =
                before == shape::DIGIT && bits(start) == shape::DIGIT && here != shape::DIGIT;
            // A digit between letters may stand for one (`#P3milu`).
            let digits = before & shape::LETTER != 0
                && here == shape::DIGIT
                && bytes
                    .iter()
                    .skip(at)
                    .find(|byte| !byte.is_ascii_digit())
                    .is_none_or(|byte| SHAPE[usize::from(*byte)] & shape::LETTER == 0);
            let digits = digits || (behind_digits && here != shape::WIDE);
            if camel || acronym || digits || bytes.get(at) == Some(&b'_') {
                break;
            }
            at += 1;
        }
        Some(start..at)
    })
}
