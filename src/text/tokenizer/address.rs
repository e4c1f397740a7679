//! Where web and e-mail addresses end.
//!
//! Every function is told where an address may start and answers where it
//! ends, if it is one. None looks at more of a text than the address itself,
//! the white space behind it, or a fixed number of bytes.

use crate::text::chars::{Class, SHAPE, class, is_hidden, leading, shape, visible};

/// Longest host name, in bytes: this bounds every look-ahead.
const LONGEST_HOST: usize = 253;

/// Longest part of an e-mail address before its `@`, in bytes.
const LONGEST_LOCAL: usize = 64;

/// End of the address if a [`scheme`] stands at `start`.
pub(super) fn with_scheme(text: &str, start: usize) -> Option<usize> {
    let body = start + scheme(text.as_bytes().get(start..)?)?;
    let end = without_closing(text, body);
    (end > body).then_some(end)
}

/// Length of the `http://`, `https://`, `ftp://`, `ftps://` or `www.` that `rest` starts
/// with.
pub(super) fn scheme(rest: &[u8]) -> Option<usize> {
    // At the end of a text it may be short.
    let mut head = [0; 8];
    match rest.first_chunk() {
        Some(first) => head = *first,
        None => head.get_mut(..rest.len())?.copy_from_slice(rest),
    }
    head.make_ascii_lowercase();
    let (head, prefix) = (u64::from_le_bytes(head), u64::from_le_bytes);
    // The bytes behind a shorter one are shifted out.
    if head == prefix(*b"https://") {
        Some(8)
    } else if head << 8 == prefix(*b"\0http://") {
        Some(7)
    } else if head << 32 == prefix(*b"\0\0\0\0www.") {
        Some(4)
    } else if head << 16 == prefix(*b"\0\0ftp://") {
        Some(6)
    } else if head << 8 == prefix(*b"\0ftps://") {
        Some(7)
    } else {
        None
    }
}

/// The run of host name bytes at `start`, and whether it is an address.
pub(super) struct Host {
    /// Up to here no dot belongs to another host name.
    pub(super) seen_until: usize,
    /// End of the address, path included.
    pub(super) end: Option<usize>,
}

/// Reads a host name with a known last label, with the path behind it.
pub(super) fn host(text: &str, start: usize) -> Host {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if !(byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.')
            || end - start > LONGEST_HOST
            // Two dots are an ellipsis: `lanjut...me` is no address.
            || (byte == b'.' && bytes.get(end + 1) == Some(&b'.'))
        {
            break;
        }
        end += 1;
    }
    let none = Host {
        seen_until: end,
        end: None,
    };
    // The dot that ends a sentence is not part of the name.
    let name = bytes.get(start..end).unwrap_or_default();
    let Some(last_byte) = name.iter().rposition(|&byte| byte != b'.' && byte != b'-') else {
        return none;
    };
    let name = &name[..=last_byte];
    let Some(dot) = name.iter().rposition(|&byte| byte == b'.') else {
        return none;
    };
    let label = &name[dot + 1..];
    // `selesai.Top`: a sentence that starts without a space.
    let glued = label.first().is_some_and(u8::is_ascii_uppercase)
        && !label.iter().all(u8::is_ascii_uppercase);
    let end = start + name.len();
    if glued || !is_top_level(label) || continues(text, end) {
        return none;
    }
    let end = behind_port(bytes, end);
    let has_path = bytes.get(end) == Some(&b'/') || is_query(bytes, end);
    Host {
        end: Some(match has_path {
            true => without_closing(text, end),
            false => end,
        }),
        ..none
    }
}

/// End of the port whose colon stands at `colon`, or `colon` if none does. Digits that
/// a stop or colon goes on behind are a time (`kpu.go.id:08.00`); without a path other
/// numbers than 8000 to 9999 are as often a count or a year (`kpu.go.id:10 daerah`).
fn behind_port(bytes: &[u8], colon: usize) -> usize {
    let rest = bytes.get(colon..).unwrap_or_default();
    let Some(port) = rest.strip_prefix(b":") else {
        return colon;
    };
    let digits = leading(port, 6, u8::is_ascii_digit);
    let length = digits.len();
    let goes_on = match port.get(length..) {
        Some([b'.' | b':' | b',' | b'-', next, ..]) => next.is_ascii_digit(),
        Some([next, ..]) => next.is_ascii_alphanumeric() || !next.is_ascii(),
        _ => false,
    };
    let number = str::from_utf8(digits).ok();
    let number = number.and_then(|digits| digits.parse::<u16>().ok());
    let is_port = match port.get(length) {
        Some(b'/') => number.is_some() && length >= 2,
        _ => length == 4 && number.is_some_and(|it| (8000..=9999).contains(&it)),
    };
    match is_port && !goes_on {
        true => colon + 1 + length,
        false => colon,
    }
}

/// Whether a query stands at `at`, behind a host: `?id=`, but not the question mark
/// that ends a sentence.
fn is_query(bytes: &[u8], at: usize) -> bool {
    const LONGEST_KEY: usize = 32;
    let rest = bytes.get(at..).unwrap_or_default();
    let Some(rest) = rest.strip_prefix(b"?") else {
        return false;
    };
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let key = leading(rest, LONGEST_KEY, is_part);
    !key.is_empty() && rest.get(key.len()) == Some(&b'=')
}

/// End of an e-mail address of which `mark`, a dot or plus behind a letter or digit,
/// is inside the part before the `@`: `a.budi@contoh.id`, `budi+kpu@contoh.id`.
pub(super) fn marked_email(text: &str, mark: usize) -> Option<usize> {
    let ahead = text.as_bytes().get(mark + 1..)?;
    let is_part =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    let length = ahead
        .iter()
        .take(LONGEST_LOCAL)
        .position(|&byte| !is_part(byte))?;
    let (local, rest) = ahead.split_at(length);
    let sound = local.last().is_some_and(u8::is_ascii_alphanumeric)
        && !local.starts_with(b".")
        && !local.windows(2).any(|pair| pair == b"..");
    if !sound || !rest.starts_with(b"@") {
        return None;
    }
    email(text, mark + 1 + length + 1)
}

/// End of an e-mail address whose part behind the `@` starts at `start`.
pub(super) fn email(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut dotted = false;
    while let Some(&byte) = bytes.get(end) {
        if byte == b'.' {
            // A dot counts only between two labels.
            if end == start || !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric) {
                break;
            }
            dotted = true;
        } else if !(byte.is_ascii_alphanumeric() || byte == b'-') {
            break;
        }
        end += 1;
        if end - start > LONGEST_HOST {
            return None;
        }
    }
    dotted.then_some(end)
}

/// Whether a letter or digit stands at `at`, or an accent that changes the one before.
fn continues(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_some_and(|c| {
        c.is_ascii_alphanumeric()
            || (!c.is_ascii() && matches!(class(c), Class::Letter | Class::Digit | Class::Mark))
    })
}

/// End of the run without white space at `start`, less the punctuation that
/// closes a sentence or a bracket around the address.
fn without_closing(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    // Most addresses are ASCII to the end.
    let shown = visible(rest.as_bytes());
    let ascii = rest
        .bytes()
        .skip(shown)
        .position(|byte| SHAPE[usize::from(byte)] & (shape::SPACE | shape::WIDE) != 0)
        .map_or(rest.len(), |more| shown + more);
    let length = rest.get(ascii..).map_or(ascii, |wide| {
        ascii + wide.find(char::is_whitespace).unwrap_or(wide.len())
    });
    let whole = &rest[..length];
    let mut address = whole;
    // Closing brackets that no bracket of the address opened, counted when there
    // is one and only once, so that a long run of them stays linear.
    let surplus = |open: u8, close: u8| {
        let count = |wanted: u8| whole.bytes().filter(|&byte| byte == wanted).count();
        count(close).saturating_sub(count(open))
    };
    let (mut round, mut square) = (None, None);
    while let Some(last) = address.chars().next_back() {
        let closing = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '*' | '_' | '>' | '\u{2019}'
            | '\u{201D}' | '\u{2026}' => true,
            ')' => take_one(round.get_or_insert_with(|| surplus(b'(', b')'))),
            ']' => take_one(square.get_or_insert_with(|| surplus(b'[', b']'))),
            _ => is_hidden(last),
        };
        if !closing {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    start + address.len()
}

/// Takes one of those that are left, if any.
fn take_one(left: &mut usize) -> bool {
    let is_left = *left > 0;
    *left -= usize::from(is_left);
    is_left
}

/// Last labels that make a dotted run a web address.
fn is_top_level(label: &[u8]) -> bool {
    const KNOWN: [&[u8]; 31] = [
        b"com", b"net", b"org", b"id", b"info", b"biz", b"gov", b"edu", b"me", b"ly", b"co", b"tv",
        b"io", b"be", b"gl", b"gd", b"to", b"us", b"uk", b"my", b"sg", b"xyz", b"site", b"online",
        b"top", b"news", b"link", b"app", b"club", b"blog",
        // Reserved for documents that must name nobody.
        b"example",
    ];
    KNOWN.iter().any(|known| label.eq_ignore_ascii_case(known))
}
