//! The place and outlet that news begins with.

/// Bytes in which a dateline has to end.
const LONGEST: usize = 80;
/// Words of a dateline.
const MOST_WORDS: usize = 8;

/// Cities and provinces that datelines name, in lower case.
const PLACES: [&str; 60] = [
    "ambon",
    "banda aceh",
    "bandar lampung",
    "bandung",
    "banjarmasin",
    "banten",
    "banyuwangi",
    "batam",
    "bekasi",
    "bengkulu",
    "bogor",
    "cianjur",
    "cilacap",
    "cirebon",
    "denpasar",
    "depok",
    "garut",
    "gorontalo",
    "jakarta",
    "jakarta barat",
    "jakarta pusat",
    "jakarta selatan",
    "jakarta timur",
    "jakarta utara",
    "jambi",
    "jayapura",
    "jember",
    "kediri",
    "kendari",
    "kupang",
    "lampung",
    "lombok",
    "madiun",
    "magelang",
    "makassar",
    "malang",
    "mamuju",
    "manado",
    "manokwari",
    "mataram",
    "medan",
    "padang",
    "palangkaraya",
    "palembang",
    "palu",
    "pangkalpinang",
    "pekanbaru",
    "pontianak",
    "samarinda",
    "semarang",
    "serang",
    "solo",
    "sukabumi",
    "surabaya",
    "surakarta",
    "tangerang",
    "tangerang selatan",
    "tasikmalaya",
    "ternate",
    "yogyakarta",
];

const DOMAINS: [&str; 6] = [".com", ".co", ".id", ".net", ".tv", ".news"];

/// Byte where the dateline ends that `text` begins with, its dash included.
///
/// A dateline is a head of a few capitalised words and a dash. The head names
/// an outlet by its domain, or an outlet in round brackets behind a place, or a
/// place as one of its parts between commas.
pub(super) fn end(text: &str) -> Option<usize> {
    let (head, end) = cut(text)?;
    let words = head
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/'))
        .filter(|word| !word.is_empty());
    let mut count = 0;
    for word in words.clone() {
        let is_capital = |c: char| c.is_uppercase() || c.is_ascii_digit();
        if !(word.starts_with(is_capital) || is_domain(word)) {
            return None;
        }
        count += 1;
    }
    if count == 0 || count > MOST_WORDS {
        return None;
    }
    if words.clone().any(is_domain) {
        return Some(end);
    }
    let (plain, brackets) = match head.split_once('(') {
        Some((plain, rest)) => (plain, rest.trim_end().ends_with(')')),
        None => (head, false),
    };
    let mut parts = plain.split([',', '/']).map(str::trim);
    let names_place = parts.any(is_place);
    // `Jakarta - Bandung` is a road.
    let is_road = text.get(end..).is_some_and(|rest| {
        let next = rest.split_whitespace().next().unwrap_or_default();
        is_place(next.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    (names_place && (brackets || !is_road)).then_some(end)
}

/// What stands before the first dash, and where the dash ends.
fn cut(text: &str) -> Option<(&str, usize)> {
    for (place, c) in text
        .char_indices()
        .take_while(|&(place, _)| place < LONGEST)
    {
        let after = text.get(place + c.len_utf8()..)?;
        let head = text.get(..place)?;
        let is_wide = matches!(c, '\u{2013}' | '\u{2014}');
        let is_loose =
            head.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        if c == '\n' {
            return None;
        }
        // A hyphen inside a word is none; behind an address it is one.
        let ends_domain = || {
            head.rsplit(char::is_whitespace)
                .next()
                .is_some_and(is_domain)
        };
        if is_wide || (c == '-' && (is_loose || after.starts_with('-') || ends_domain())) {
            let dashes = after.len() - after.trim_start_matches('-').len();
            let end = place + c.len_utf8() + dashes;
            // Nothing behind it: there was no news.
            return (!text.get(end..)?.trim().is_empty()).then_some((head.trim(), end));
        }
    }
    None
}

fn is_domain(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let lower = word.to_ascii_lowercase();
    DOMAINS.iter().any(|domain| {
        lower
            .strip_suffix(domain)
            .is_some_and(|name| name.len() >= 2 && !name.contains([':', '@']))
    })
}

fn is_place(part: &str) -> bool {
    let lower = part.to_lowercase();
    PLACES.binary_search(&lower.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::PLACES;

    #[test]
    fn places_are_in_the_order_that_the_search_needs() {
        assert!(PLACES.is_sorted());
    }
}
