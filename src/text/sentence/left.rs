//! What the sentence so far ends in.

use crate::text::chars::shape;
use crate::text::sentence::right::{Start, start};
use crate::text::sentence::words::{HEADING, LABELLED, LISTING, SPEAKS, among};
use crate::text::token::{Token, TokenKind};

/// The last thing that may end the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Nothing: words, or a mark that goes on.
    None,
    /// A single full stop.
    Full,
    /// A cluster with `!` or `?`.
    Strong,
    /// `...`, `…` or `..`.
    Dots,
    /// An abbreviation with its own stop.
    Abbreviation,
    /// A text smiley behind words.
    Smiley,
    /// An emoji behind words.
    Picture,
    /// A hashtag behind words.
    Tag,
}

/// What closed behind the stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    Nothing,
    Quote,
    Bracket,
}

/// The sentence so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left<'t> {
    pub(super) text: &'t str,
    /// Where the sentence starts.
    start: usize,
    /// The last token.
    pub(super) last: Token,
    pub(super) stop: Stop,
    pub(super) closed: Closed,
    /// A ring of the last tokens that are no stops or tails.
    recent: [Token; 4],
    /// How many there were.
    count: usize,
    /// How many tokens there are.
    pub(super) length: usize,
    /// Whether there is a word, number or address.
    pub(super) content: bool,
    /// Whether there is a small letter, and a second word.
    pub(super) small: bool,
    /// Whether a quotation is open.
    pub(super) quote: bool,
    /// Whether a quotation began in the sentence.
    pub(super) quoted: bool,
    /// The word before the last quotation, if no mark stands between.
    pub(super) quote_lead: Option<Token>,
    /// Whether a clause leads to the last quotation: `Ibu berpesan, "Hati-hati!"`.
    pub(super) introduced: bool,
    /// Whether a bracket is open that did not open the sentence.
    pub(super) bracket: bool,
    /// The stop before the last opening bracket.
    pub(super) cited: Stop,
    /// Whether the sentence opens with a bracket.
    pub(super) bracketed: bool,
    /// Last number of an inline list.
    pub(super) item: u32,
    /// Whether that list stands behind a colon or the like.
    pub(super) listed: bool,
    /// Whether the stop is that of a number or letter that opens an item.
    pub(super) marker: bool,
    /// The word before the current run of capitalised ones, or the first.
    pub(super) lead: Option<Token>,
}

impl<'t> Left<'t> {
    pub(super) fn new(text: &'t str, first: Token) -> Self {
        let mut left = Self {
            text,
            start: first.start,
            last: first,
            stop: Stop::None,
            closed: Closed::Nothing,
            recent: [first; 4],
            count: 0,
            length: 0,
            content: false,
            small: false,
            quote: false,
            quoted: false,
            quote_lead: None,
            introduced: false,
            bracket: false,
            cited: Stop::None,
            bracketed: false,
            item: 0,
            listed: false,
            marker: false,
            lead: None,
        };
        left.read(first);
        left.bracketed = left.source(first) == "(";
        left
    }

    pub(super) fn end(&self) -> usize {
        self.last.end
    }

    pub(super) fn source(&self, token: Token) -> &'t str {
        self.text.get(token.span()).unwrap_or_default()
    }

    /// The text of the word that the stop ends, or of one before it.
    pub(super) fn word(&self, back: usize) -> &'t str {
        self.token(back).map_or("", |token| self.source(token))
    }

    /// The token that the stop ends, or one up to three before it.
    pub(super) fn token(&self, back: usize) -> Option<Token> {
        let at = self.count.checked_sub(back + 1)?;
        self.recent.get(at % self.recent.len()).copied()
    }

    fn push(&mut self, token: Token) {
        if let Some(slot) = self.recent.get_mut(self.count % 4) {
            *slot = token;
        }
        self.count += 1;
    }

    /// Takes `token` into the sentence.
    #[inline(always)]
    pub(super) fn read(&mut self, token: Token) {
        match token.kind {
            TokenKind::Word => {
                let capital = self
                    .text
                    .as_bytes()
                    .get(token.start)
                    .is_some_and(u8::is_ascii_uppercase);
                if !capital || !self.content {
                    self.lead = Some(token);
                }
                self.small |= token.shape & shape::LOWER != 0;
                self.go_on(token);
            }
            TokenKind::Number
            | TokenKind::Time
            | TokenKind::Date
            | TokenKind::Currency
            | TokenKind::Url
            | TokenKind::Email
            | TokenKind::Mention => self.go_on(token),
            TokenKind::Abbreviation => {
                self.go_on(token);
                if self.source(token).ends_with('.') {
                    self.stop = Stop::Abbreviation;
                }
            }
            TokenKind::Emoji | TokenKind::Emoticon | TokenKind::Hashtag => self.read_tail(token),
            TokenKind::Punctuation => self.read_mark(token),
        }
        self.last = token;
        self.length += 1;
    }

    fn go_on(&mut self, token: Token) {
        self.push(token);
        self.content = true;
        self.stop = Stop::None;
        self.closed = Closed::Nothing;
    }

    /// Emoji and their kin keep the stop before them, or are one themselves.
    fn read_tail(&mut self, token: Token) {
        if !self.content || (self.stop != Stop::None && self.stop != Stop::Abbreviation) {
            return;
        }
        let source = self.source(token);
        // `*Catatan:*`: bold, no kiss.
        let bold = source == ":*" && token.start == self.last.end;
        self.stop = match token.kind {
            _ if bold => Stop::None,
            TokenKind::Hashtag => Stop::Tag,
            TokenKind::Emoticon if source != "<3" => Stop::Smiley,
            // Keycaps number a list; hands and arrows point at what follows.
            _ if source.contains('\u{20E3}') || source.starts_with(['👉', '➡', '▶', '➜']) => {
                Stop::None
            }
            _ => Stop::Picture,
        };
    }

    fn read_mark(&mut self, token: Token) {
        let source = self.source(token);
        match start(self.text, token, self.quote) {
            Start::Stop => self.read_stop(source),
            Start::Close => {
                let bracket = source.starts_with([')', ']', '}']);
                if bracket {
                    // What stops inside a bracket does not stop the clause
                    // around it: `Jend. (Purn.) Budi`.
                    if self.bracket {
                        self.stop = Stop::None;
                    }
                    self.bracket = false;
                } else {
                    self.quote = false;
                }
                self.closed = if bracket {
                    Closed::Bracket
                } else {
                    Closed::Quote
                };
                // `Benar.[2] Namun`: the note goes with the stop before it.
                // `1)` numbers an item as `1.` does.
                if bracket && self.stop == Stop::None {
                    self.take_marker();
                }
                let note = self.word(1) == "["
                    && self
                        .token(0)
                        .is_some_and(|token| token.kind == TokenKind::Number);
                if note && self.cited != Stop::None {
                    self.stop = self.cited;
                } else if self.stop == Stop::None {
                    self.push(token);
                }
            }
            Start::Quote => {
                self.quote = true;
                let named = self.stop == Stop::None && self.last.kind == TokenKind::Word;
                self.quote_lead = named.then_some(self.last);
                self.introduced = match self.source(self.last) {
                    ":" => true,
                    "," => self.length >= 3,
                    word => among(word, SPEAKS),
                };
                self.quoted = true;
                self.mark(token);
            }
            Start::Bracket => {
                self.bracket = self.content;
                let stop = self.stop;
                self.mark(token);
                self.cited = stop;
            }
            _ => self.mark(token),
        }
    }

    fn mark(&mut self, token: Token) {
        self.push(token);
        self.stop = Stop::None;
        self.closed = Closed::Nothing;
    }

    fn read_stop(&mut self, source: &str) {
        // `[...]` stands for words.
        let omission = self.source(self.last) == "[";
        if !self.content || omission {
            return;
        }
        self.marker = self.stop == Stop::None && source == "." && self.take_marker();
        let strong = source.contains(['!', '?', '！', '？', '؟']);
        self.stop = match self.stop {
            _ if strong => Stop::Strong,
            Stop::Strong => Stop::Strong,
            Stop::Dots => Stop::Dots,
            _ if source.len() > 1 && source != "。" => Stop::Dots,
            Stop::Full => Stop::Dots,
            _ => Stop::Full,
        };
        self.closed = Closed::Nothing;
    }

    /// Whether the last word numbers what follows: `1.` at the head of a
    /// sentence or a list, or the number after that of the item before, which is then
    /// that of the item at hand.
    fn take_marker(&mut self) -> bool {
        let word = self.word(0);
        if word.len() > 8 {
            return false;
        }
        let before = self.word(1);
        let listed = self.at_head()
            || matches!(before, ":" | "," | ";" | "(" | "/" | "-" | ">" | "•")
            || among(before, LISTING);
        let heading = self.length == 2 && among(before, HEADING);
        let roman = word.len() <= 5
            && word
                .bytes()
                .all(|byte| matches!(byte.to_ascii_uppercase(), b'I' | b'V' | b'X'));
        if word.len() <= 2
            && let Ok(number) = word.parse::<u32>()
        {
            let next = self.item != 0 && number == self.item + 1;
            if next || (listed && number == 1) {
                self.item = number;
                self.listed |= before == ":" || among(before, LISTING);
            }
            return next || self.at_head() || heading || (listed && number == 1);
        }
        // `10.30.`, `2.1.`
        if word.len() <= 8 && word.contains(['.', ':']) {
            return self.at_head()
                && self.opens_line()
                && word
                    .split(['.', ':'])
                    .all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
        }
        if self.at_head() && among(word, &["nb", "ps", "ket"]) {
            return true;
        }
        match word.as_bytes() {
            // `3 m.` is a measure.
            [letter] if letter.is_ascii_lowercase() => {
                let measure = self
                    .token(1)
                    .is_some_and(|token| token.kind == TokenKind::Number);
                !measure && !among(before, LABELLED)
            }
            [letter] if letter.is_ascii_uppercase() => self.at_head() || heading,
            _ if roman => self.at_head() || heading,
            _ => heading && word.bytes().all(|byte| byte.is_ascii_digit()),
        }
    }

    /// Whether the sentence is the first of its line.
    fn opens_line(&self) -> bool {
        let before = self.text.get(..self.start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', '\r'])
    }

    /// Whether the word that the stop ends is the first of the sentence, but
    /// for brackets and quotes.
    pub(super) fn at_head(&self) -> bool {
        self.count <= 1 || (self.count == 2 && matches!(self.word(1), "(" | "[" | "*"))
    }
}
