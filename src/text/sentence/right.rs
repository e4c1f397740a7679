//! What the text goes on with.

use crate::text::chars::is_line_break;
use crate::text::token::{Token, TokenKind};
use crate::text::tokenizer::Tokens;

/// What a token starts, seen from the sentence before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// A mark that ends sentences.
    Stop,
    /// A closing quote or bracket.
    Close,
    /// Any mark that keeps the sentence going: comma, colon, dash.
    Inside,
    Lower,
    /// A word with a capital, or of a script that has none.
    Capital,
    Number,
    Quote,
    Bracket,
    Picture,
    Smiley,
    Tag,
    Mention,
    Address,
}

/// What `token` starts; `open` says whether a quotation is.
pub(super) fn start(text: &str, token: Token, open: bool) -> Start {
    let source = text.get(token.span()).unwrap_or_default();
    match token.kind {
        TokenKind::Word | TokenKind::Abbreviation => {
            match source.chars().find(|c| c.is_alphanumeric()) {
                Some(c) if c.is_numeric() => Start::Number,
                Some(c) if c.is_lowercase() => Start::Lower,
                _ => Start::Capital,
            }
        }
        TokenKind::Number | TokenKind::Time | TokenKind::Date | TokenKind::Currency => {
            Start::Number
        }
        TokenKind::Url | TokenKind::Email => Start::Address,
        TokenKind::Mention => Start::Mention,
        TokenKind::Hashtag => Start::Tag,
        TokenKind::Emoji => Start::Picture,
        TokenKind::Emoticon if source == "<3" => Start::Picture,
        TokenKind::Emoticon => Start::Smiley,
        TokenKind::Punctuation => match source.chars().next() {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟') => Start::Stop,
            Some('(' | '[' | '{') => Start::Bracket,
            Some(')' | ']' | '}') => Start::Close,
            Some('"') if source.len() > 1 => Start::Inside,
            Some(c) if is_quote(c) || is_bold(c) => {
                if closes(text, token, open) {
                    Start::Close
                } else {
                    Start::Quote
                }
            }
            _ => Start::Inside,
        },
    }
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201F}' | '\u{2039}' | '\u{203A}' | '＂'
    )
}

/// Signs around bold and slanted words in chat.
fn is_bold(c: char) -> bool {
    matches!(c, '*' | '_' | '~')
}

/// Whether the quotation mark `token` closes: by the side it leans on, and
/// where it leans on both or none, by whether a quotation is open.
fn closes(text: &str, token: Token, open: bool) -> bool {
    let before = text.get(..token.start).and_then(|s| s.chars().next_back());
    let after = text.get(token.end..).and_then(|s| s.chars().next());
    let leans_left = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'));
    let leans_right = after.is_some_and(char::is_alphanumeric);
    match (leans_left, leans_right) {
        (true, false) => true,
        (false, true) => false,
        // Before a mark, such as a mention or a further quote.
        (false, false) if after.is_some_and(|c| !c.is_whitespace()) => false,
        _ => open,
    }
}

/// How many line breaks lie in the white space `gap`; two are a blank line.
pub(super) fn line_breaks(gap: &str) -> u8 {
    let mut breaks = 0_u8;
    let mut last = ' ';
    for c in gap.chars() {
        match c {
            '\n' if last == '\r' => {}
            // Between paragraphs.
            '\u{2029}' => breaks = breaks.saturating_add(2),
            _ if is_line_break(c) => breaks = breaks.saturating_add(1),
            _ => {}
        }
        last = c;
    }
    breaks
}

/// The tokens behind `next` on its line, at most `limit`.
pub(super) fn line<'t>(
    text: &'t str,
    next: Token,
    rest: &Tokens<'t>,
    limit: usize,
) -> impl Iterator<Item = Token> + 't {
    let mut end = next.end;
    rest.clone().take(limit).take_while(move |token| {
        let gap = text.get(end..token.start).unwrap_or_default();
        end = token.end;
        line_breaks(gap) == 0
    })
}
