//! JSON with halves of surrogate pairs. The example programs read their input with this
//! file, too.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

/// Reads JSON as it stands or, if it cannot be read so, with U+FFFD for each half of a
/// pair; gives what was read beside the value. Linear in it.
pub(crate) fn read<T: DeserializeOwned>(json: &str) -> serde_json::Result<(T, Cow<'_, str>)> {
    let error = match serde_json::from_str(json) {
        Ok(value) => return Ok((value, Cow::Borrowed(json))),
        Err(error) => error,
    };
    let whole = without_half_pairs(json).ok_or(error)?;
    Ok((serde_json::from_str(&whole)?, Cow::Owned(whole)))
}

/// JSON with U+FFFD for each half of a pair of surrogates, as there are where somebody
/// has cut a text in the middle of an emoji: no string can hold it, and the rest of the
/// text is worth reading. `None` if there is none.
fn without_half_pairs(json: &str) -> Option<String> {
    const ESCAPE: usize = "\\uD83D".len();
    let unit = |at: usize| {
        let digits = json.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let (mut whole, mut kept, mut at) = (String::new(), 0, 0);
    while let Some(next) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += next;
        match (unit(at), unit(at + ESCAPE)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => at += 2 * ESCAPE,
            (Some(0xD800..=0xDFFF), _) => {
                whole.push_str(json.get(kept..at).unwrap_or_default());
                whole.push_str("\\uFFFD");
                at += ESCAPE;
                kept = at;
            }
            // Another escape, of two characters at least.
            _ => at += 2,
        }
    }
    (kept > 0).then(|| whole + json.get(kept..).unwrap_or_default())
}
