//! What a token is.

use std::ops::Range;

use crate::named::shown_by_name;
use crate::text::chars::shape;

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word; reduplications (`anak-anak`), ordinals (`ke-2`), decades
    /// (`1990-an`) and words with digits (`orang2`) are one word.
    Word,
    /// An abbreviation with its stops: `a.n.`, `Prof.`, `S.H.`, `dll.`, `No.`; or a
    /// letter with a stroke: `u/`.
    Abbreviation,
    /// Digits with their separators: `1.000,50`, `3,5`, `2-1`; a telephone number.
    Number,
    /// A time of day: `10:30`, and `10.30` beside `pukul` or `WIB` or at the other end
    /// of a range from such a one: `08.00-16.00 WIB` has two.
    Time,
    /// A date in digits: `17/04/2019`, `2019-04-17`, `17.04.2019`, with the time that
    /// ISO 8601 puts behind it: `2024-02-14T08:00Z`. That there is such a day is not
    /// checked.
    Date,
    /// `Rp`, a currency sign such as `$`, or `IDR` and `USD` with the amount right
    /// behind them (`USD5`). The amount is a token of its own. A code apart from its
    /// amount is a word, and so is what stands before a sign (`US` of `US$5`).
    Currency,
    /// A web address with its port, path and query, with or without `http://`,
    /// `https://`, `ftp://` or `ftps://`.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Mention,
    /// `#Tag`.
    Hashtag,
    /// One emoji as a reader sees it, joiners and modifiers included.
    Emoji,
    /// `:)` and its relatives, `T_T` among them; of letters alone (`XD`) it is a word.
    Emoticon,
    /// A punctuation mark or symbol, a run of `.`, `!` and `?` or of one mark that
    /// draws a line or quotes (`---`, `''`), or an entity (`&amp;`).
    Punctuation,
}

impl TokenKind {
    /// The lower-case name used in machine-readable output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Abbreviation => "abbreviation",
            Self::Number => "number",
            Self::Time => "time",
            Self::Date => "date",
            Self::Currency => "currency",
            Self::Url => "url",
            Self::Email => "email",
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::Emoji => "emoji",
            Self::Emoticon => "emoticon",
            Self::Punctuation => "punctuation",
        }
    }
}

shown_by_name!(TokenKind);

/// A byte span of a text and what stands there.
///
/// Spans lie on character boundaries, do not overlap, and come in order. What
/// lies between two spans is white space or hidden characters only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: TokenKind,
    /// Union of the [`shape`] bits of every byte of the token.
    pub(crate) shape: u8,
}

impl Token {
    /// The bytes of the text that the token covers.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What the token is.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Whether the token has ASCII capitals, no small letter and nothing outside ASCII.
    #[must_use]
    pub fn is_all_caps(&self) -> bool {
        self.shape & (shape::UPPER | shape::LOWER | shape::WIDE) == shape::UPPER
    }
}
