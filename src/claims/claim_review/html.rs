//! Takes out the HTML that stands in texts of JSON-LD.

/// A text without the HTML that publishers' systems leave in it. Words of tags would count
/// as words of the claim, which posts then lack. Linear.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, markup)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        plain.push_str(before);
        rest = match tag_off(markup) {
            Some((is_break, behind)) => {
                if is_break && !plain.is_empty() && !plain.ends_with(char::is_whitespace) {
                    plain.push(' ');
                }
                behind
            }
            None => {
                plain.push('<');
                markup.get(1..).unwrap_or_default()
            }
        };
    }
    plain.push_str(rest);
    without_entities(&plain)
}

/// Entities as what they stand for, with a space for the number of a control character: no
/// text would have it, as where `&#150;` was meant for a dash of Windows.
fn without_entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let starts = text.match_indices("&#").map(|(at, _)| at);
    let mut from = 0;
    // No entity has another in it, so each part but the first begins with its only number.
    for to in starts.chain([text.len()]) {
        let part = text.get(from..to).unwrap_or_default();
        let read = html_escape::decode_html_entities(part);
        match read.strip_prefix(char::is_control) {
            Some(behind) if part.starts_with('&') => {
                decoded.push(' ');
                decoded.push_str(behind);
            }
            _ => decoded.push_str(&read),
        }
        from = to;
    }
    decoded
}

/// Whether the tag that `markup` begins with ends a line, and what stands behind it; none
/// if it is no tag of HTML that formats text.
fn tag_off(markup: &str) -> Option<(bool, &str)> {
    let inside = markup.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let length = (inside.bytes()).take_while(|byte| byte.is_ascii_alphanumeric());
    let (name, attributes) = inside.split_at(length.take(16).count());
    let is_break = match name.to_ascii_lowercase().as_str() {
        // They format text inside a line; what they part stays together.
        "a" | "abbr" | "b" | "del" | "em" | "font" | "i" | "ins" | "mark" | "s" | "small"
        | "span" | "strong" | "sub" | "sup" | "tt" | "u" => false,
        // They begin and end lines, or stand for something else than text.
        "article" | "blockquote" | "br" | "center" | "div" | "figure" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "hr" | "img" | "li" | "ol" | "p" | "section" | "td" | "tr"
        | "ul" => true,
        _ => return None,
    };
    if !attributes.starts_with(['>', '/', ' ', '\t', '\n', '\r']) {
        return None;
    }
    // Not beyond the next tag: else a row of tags without an end would take quadratic time.
    let end = attributes.find(['<', '>'])?;
    Some((is_break, attributes.get(end..)?.strip_prefix('>')?))
}
