//! Takes out the HTML that stands in texts of JSON-LD.

/// Elements that format text inside a line; what they part stays together.
const INLINE: [&str; 17] = [
    "a", "abbr", "b", "del", "em", "font", "i", "ins", "mark", "s", "small", "span", "strong",
    "sub", "sup", "tt", "u",
];
/// Elements that begin and end lines, or stand for something else than text.
const BREAKS: [&str; 21] = [
    "article",
    "blockquote",
    "br",
    "center",
    "div",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "section",
    "td",
    "tr",
    "ul",
];
/// The common entities that have names.
const ENTITIES: [(&str, char); 13] = [
    ("amp", '&'),
    ("apos", '\''),
    ("gt", '>'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("quot", '"'),
    ("rdquo", '”'),
    ("rsquo", '’'),
];

/// A text without the HTML that publishers' systems leave in it. Words of tags would count
/// as words of the claim, which posts then lack. Linear.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, markup) = rest.split_at(at);
        plain.push_str(before);
        rest = if let Some((is_break, behind)) = tag_off(markup) {
            if is_break && !plain.is_empty() && !plain.ends_with(char::is_whitespace) {
                plain.push(' ');
            }
            behind
        } else if let Some((character, behind)) = entity(markup) {
            plain.push(character);
            behind
        } else {
            plain.push_str(&markup[..1]);
            &markup[1..]
        };
    }
    plain.push_str(rest);
    plain
}

/// Whether the tag that `markup` begins with ends a line, and what stands behind it; none
/// if it is no tag of HTML that formats text.
fn tag_off(markup: &str) -> Option<(bool, &str)> {
    let inside = markup.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let length = (inside.bytes()).take_while(|byte| byte.is_ascii_alphanumeric());
    let (name, attributes) = inside.split_at(length.take(16).count());
    let name = name.to_ascii_lowercase();
    let is_break = BREAKS.contains(&name.as_str());
    let is_named = is_break || INLINE.contains(&name.as_str());
    if !is_named || !attributes.starts_with(['>', '/', ' ', '\t', '\n', '\r']) {
        return None;
    }
    // Not beyond the next tag: else a row of tags without an end would take quadratic time.
    let end = attributes.find(['<', '>'])?;
    Some((is_break, attributes.get(end..)?.strip_prefix('>')?))
}

/// The character that the entity in front of `markup` stands for, and what is behind it.
fn entity(markup: &str) -> Option<(char, &str)> {
    let inside = markup.strip_prefix('&')?;
    let end = (inside.bytes().take(10)).position(|byte| byte == b';')?;
    let name = inside.get(..end)?;
    let character = match name.strip_prefix('#') {
        // A sign would be read as part of a number.
        Some(number) if !number.contains('+') => {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?).filter(|character| !character.is_control())?
        }
        Some(_) => return None,
        None => ENTITIES.iter().find(|(named, _)| *named == name)?.1,
    };
    Some((character, inside.get(end + 1..)?))
}
