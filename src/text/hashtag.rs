//! The words inside a hashtag.

use std::ops::Range;

use crate::text::chars::{SHAPE, leading, shape};
use crate::text::lexicon::closed::ENCLITICS;

/// The parts of a hashtag, as byte spans of `tag`, its `#` included in `tag`
/// but in no part.
///
/// A part ends
///
/// * where a capital follows a small letter;
/// * before the last capital of a run that small letters follow, unless these are a
///   clitic (`#KataKPUnya` has two parts);
/// * behind digits at its front (`#2019GantiPresiden` has three);
/// * before digits that no letter follows;
/// * at `_`.
///
/// Digits between letters may stand for letters (`#P3milu`) and end nothing:
/// `#Paslon02Menang` is one part, as is a tag without any of these marks. Letters and
/// digits are those of ASCII. Linear, allocates nothing.
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
                && !is_clitic(bytes.get(at + 1..).unwrap_or_default());
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

/// Whether the small letters that `tail` starts with are a clitic, as they may
/// follow an acronym.
fn is_clitic(tail: &[u8]) -> bool {
    // One more than the longest clitic has.
    let letters = leading(tail, 4, u8::is_ascii_lowercase);
    let goes_on = tail.get(letters.len()).is_some_and(|byte| !byte.is_ascii());
    !goes_on && ENCLITICS.contains(&letters)
}
