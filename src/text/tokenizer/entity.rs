//! Characters written as HTML writes them.

use crate::text::chars::leading;

/// Length of the character reference at the start of `bytes`: `&amp;`, `&#39;`.
/// Posts copied from the web carry the few that HTML must escape.
pub(super) fn entity(bytes: &[u8]) -> Option<usize> {
    const NAMED: [&[u8]; 6] = [b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;", b"&nbsp;"];
    if let Some(named) = NAMED.iter().find(|named| bytes.starts_with(named)) {
        return Some(named.len());
    }
    let digits = leading(bytes.strip_prefix(b"&#")?, 7, u8::is_ascii_digit);
    let end = 2 + digits.len();
    (!digits.is_empty() && bytes.get(end) == Some(&b';')).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(entity(b"&amp; lagi"), Some(5));
        assert_eq!(entity(b"&#8217;"), Some(7));
        for none in [&b"& lagi"[..], b"&lagi;", b"&#;", b"&#39", b"amp;"] {
            assert_eq!(entity(none), None);
        }
    }
}
