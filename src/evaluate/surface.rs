//! What a text looks like, whatever it says.

use crate::evaluate::{dateline, strip};
use crate::text::{TokenKind, tokens};

/// Names of the features of [`surface_features`], in their order.
pub const SURFACE_FEATURES: [&str; 19] = [
    "length",
    "words",
    "mean word length",
    "capitals",
    "words in capitals",
    "digits",
    "stops",
    "commas",
    "exclamation marks",
    "question marks",
    "quotation marks",
    "brackets",
    "line breaks",
    "addresses",
    "hashtags",
    "mentions",
    "emoji",
    "fact-check template",
    "dateline",
];

/// What a text looks like, as numbers that know none of its words.
///
/// In the order of [`SURFACE_FEATURES`]: the natural logarithm of 1 plus the
/// characters, and of 1 plus the words; characters in a word; the shares of
/// capitals among letters, of words all in capitals among words, and of digits
/// among characters; the logarithms of 1 plus the numbers of stops, commas,
/// exclamation marks, question marks, quotation marks, brackets, line breaks,
/// addresses (web and mail), hashtags, mentions, and emoji (emoticons with
/// them); and 1 if [`strip`](crate::evaluate::strip) takes off a fact-checkers'
/// template, and a dateline, when it first looks: not one below quotation marks
/// or another layer. What stands inside an address is counted among the
/// characters only. All are finite and at least 0. Linear.
///
/// ```
/// use hoaks::evaluate::{SURFACE_FEATURES, surface_features};
/// let features = surface_features("[SALAH] Cek https://contoh.id");
/// for (name, value) in SURFACE_FEATURES.iter().zip(features) {
///     println!("{name}: {value:.2}");
/// }
/// ```
#[must_use]
pub fn surface_features(text: &str) -> [f64; SURFACE_FEATURES.len()] {
    let [mut characters, mut letters, mut capitals, mut digits] = [0_u64; 4];
    let [mut stops, mut commas, mut shouts, mut asks] = [0_u64; 4];
    let [mut quotes, mut brackets, mut lines] = [0_u64; 3];
    let [mut words, mut word_characters, mut shouted] = [0_u64; 3];
    let [mut addresses, mut hashtags, mut mentions, mut emoji] = [0_u64; 4];
    for token in tokens(text) {
        let source = text.get(token.span()).unwrap_or_default();
        match token.kind() {
            TokenKind::Word | TokenKind::Abbreviation => {
                words += 1;
                word_characters += source.chars().count() as u64;
                shouted += u64::from(token.is_all_caps() && source.len() >= 2);
            }
            TokenKind::Url | TokenKind::Email => {
                // Its letters and stops are the platform's, not the author's.
                addresses += 1;
                continue;
            }
            TokenKind::Hashtag => hashtags += 1,
            TokenKind::Mention => mentions += 1,
            TokenKind::Emoji | TokenKind::Emoticon => emoji += 1,
            _ => {}
        }
        for c in source.chars() {
            letters += u64::from(c.is_alphabetic());
            capitals += u64::from(c.is_uppercase());
            let count = match c {
                '0'..='9' => &mut digits,
                '.' | '\u{2026}' => &mut stops,
                ',' => &mut commas,
                '!' => &mut shouts,
                '?' => &mut asks,
                '"' | '\'' | '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}' => &mut quotes,
                '(' | ')' | '[' | ']' | '{' | '}' => &mut brackets,
                _ => continue,
            };
            *count += 1;
        }
    }
    for c in text.chars() {
        characters += 1;
        lines += u64::from(c == '\n');
    }
    let log = |count: u64| libm::log1p(count as f64);
    let share = |part: u64, whole: u64| part as f64 / whole.max(1) as f64;
    let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
    [
        log(characters),
        log(words),
        share(word_characters, words),
        share(capitals, letters),
        share(shouted, words),
        share(digits, characters),
        log(stops),
        log(commas),
        log(shouts),
        log(asks),
        log(quotes),
        log(brackets),
        log(lines),
        log(addresses),
        log(hashtags),
        log(mentions),
        log(emoji),
        flag(strip::has_template(text)),
        flag(dateline::end(text.trim_start()).is_some()),
    ]
}
