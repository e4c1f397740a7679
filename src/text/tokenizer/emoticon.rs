//! Faces made of punctuation.

/// More apostrophes than this are no tears.
const MOST_TEARS: usize = 3;

/// Length of the emoticon at `start`.
pub(super) fn emoticon(text: &[u8], start: usize) -> Option<usize> {
    let bytes = text.get(start..)?;
    const WHOLE: [&[u8]; 2] = [b"<3", b"^^"];
    if let Some(whole) = WHOLE.iter().find(|whole| bytes.starts_with(whole)) {
        return Some(whole.len());
    }
    if let Some(upright) = upright(bytes) {
        return Some(upright);
    }
    let eyes = *bytes.first()?;
    if !matches!(eyes, b':' | b';' | b'=') {
        return None;
    }
    let nose = |at: usize| usize::from(bytes.get(at) == Some(&b'-'));
    let mut at = 1 + nose(1);
    // Tears, which telephones curl.
    let cheek = at;
    for _ in 0..MOST_TEARS {
        let rest = bytes.get(at..).unwrap_or_default();
        let tear = [&b"'"[..], "\u{2019}".as_bytes()];
        at += tear
            .iter()
            .find(|tear| rest.starts_with(tear))
            .map_or(0, |tear| tear.len());
    }
    // `:'-(`
    if at > cheek && cheek == 1 {
        at += nose(at);
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
    while bytes.get(at) == Some(&mouth) {
        at += 1;
    }
    let is_alnum = |at: usize| text.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let glued = start.checked_sub(1).is_some_and(is_alnum);
    let goes_on = is_alnum(start + at);
    let none = match mouth {
        b')' => false,
        // `syarat:(1) umur`, but `sedih:( banget`.
        b'(' => glued && goes_on,
        // `jumlah:3`, `x=3`.
        _ => goes_on || (glued && (eyes == b'=' || mouth == b'3')),
    };
    (!none).then_some(at)
}

/// Length of a face that needs no turning: `-_-`, `^__^`, `>_<`.
fn upright(bytes: &[u8]) -> Option<usize> {
    let closing = match bytes.first()? {
        b'-' => b'-',
        b'^' => b'^',
        b'>' => b'<',
        _ => return None,
    };
    let mouth = bytes
        .iter()
        .skip(1)
        .take_while(|&&byte| byte == b'_')
        .count();
    (mouth > 0 && bytes.get(1 + mouth) == Some(&closing)).then_some(mouth + 2)
}
