//! Faces made of punctuation.

/// Length of the emoticon at the start of `bytes`.
pub(crate) fn emoticon(bytes: &[u8]) -> Option<usize> {
    const WHOLE: [&[u8]; 5] = [b"<3", b"^_^", b"-_-", b">_<", b"^^"];
    if let Some(whole) = WHOLE.iter().find(|whole| bytes.starts_with(whole)) {
        return Some(whole.len());
    }
    if !matches!(bytes.first(), Some(b':' | b';' | b'=')) {
        return None;
    }
    let mut at = 1;
    if matches!(bytes.get(at), Some(b'-' | b'\'')) {
        at += 1;
    }
    let mouth = *bytes.get(at)?;
    if !matches!(
        mouth,
        b')' | b'(' | b'D' | b'P' | b'p' | b'/' | b'|' | b'*' | b'o' | b'O' | b'3' | b'v'
    ) {
        return None;
    }
    // `://` opens a path, it does not smile.
    if mouth == b'/' && bytes.get(at + 1) == Some(&b'/') {
        return None;
    }
    at += 1;
    if matches!(mouth, b')' | b'(') {
        while bytes.get(at) == Some(&mouth) {
            at += 1;
        }
    } else if bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    Some(at)
}
