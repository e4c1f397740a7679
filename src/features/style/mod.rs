//! Style flags: how a text is dressed, whatever it says.
//!
//! Only dress that manipulates is a feature. Hashtags, links, mentions, emoji
//! and length tell platforms apart, not truth, and are left out on purpose. What
//! a masked hashtag is about, that names are joined, and a fact-checker's label are
//! no dress: they are for heads that ask what a text is about or does, and `hoax`
//! is trained without any.

mod label;
pub(super) mod start;

use crate::features::style::label::is_refuted;
use crate::named::{serialized_by_name, shown_by_name};
use crate::text::{Taken, Token, TokenKind};

/// A style flag. Each has a row of its own behind the hashed rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// At least half of the words of two or more letters are in capitals, and
    /// there are at least four of them.
    MostlyCapitals,
    /// A word of four or more letters in capitals, in a text that is not
    /// mostly in capitals.
    CapitalWord,
    /// A run of `.`, `!` and `?` with at least two `!`.
    Exclamations,
    /// A run of `.`, `!` and `?` with at least one `?` and, besides it, another
    /// `?` or a `!`.
    Questions,
    /// A hashtag that is masked, for a name or an unknown word in it, and has a
    /// word about elections, or the year of one, in it, too.
    ElectionTag,
    /// Names of two persons that a hyphen, an underscore or a number joins to one
    /// word, as a ticket is, whoever they are. Where the tokenizer cuts a word, as
    /// it does beside an acronym (`Jokowi-JK`), nothing joins.
    JoinedNames,
    /// A label that calls something false: `[SALAH]`, `[HOAKS]`, `HOAKS: …`. It is
    /// looked for at the beginning and, in brackets, in the first 64 bytes.
    RefutingLabel,
}

impl Style {
    /// All flags, in the order of their rows.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 7] = [
        Self::MostlyCapitals,
        Self::CapitalWord,
        Self::Exclamations,
        Self::Questions,
        Self::ElectionTag,
        Self::JoinedNames,
        Self::RefutingLabel,
    ];

    /// What is no dress: says what a text is about or does.
    pub const CONTENT: &'static [Self] =
        &[Self::ElectionTag, Self::JoinedNames, Self::RefutingLabel];

    /// Lower-case name, as explanations show it and as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MostlyCapitals => "mostly capitals",
            Self::CapitalWord => "word in capitals",
            Self::Exclamations => "exclamation marks",
            Self::Questions => "question marks",
            Self::ElectionTag => "tag about an election",
            Self::JoinedNames => "joined names",
            Self::RefutingLabel => "label of a refutation",
        }
    }
}

serialized_by_name!(Style);
shown_by_name!(Style);

/// What style sees of one word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Looks {
    /// It has two letters or more.
    two: bool,
    /// They are all capitals.
    capitals: bool,
    /// And it has four bytes or more.
    long_capitals: bool,
}

impl Looks {
    #[inline]
    pub(crate) fn are_capitals(self) -> bool {
        self.capitals
    }

    #[inline]
    pub(crate) fn new(two: bool, caps: bool, length: usize) -> Self {
        let capitals = two && caps;
        Self {
            two,
            capitals,
            long_capitals: capitals && length >= 4,
        }
    }
}

/// What has been seen of a text's style so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dress {
    words: usize,
    capitals: usize,
    long_capitals: bool,
    exclamations: bool,
    questions: bool,
    election_tag: bool,
    joined_names: bool,
}

impl Dress {
    #[inline]
    pub(crate) fn word(&mut self, looks: Looks) {
        self.words += usize::from(looks.two);
        // Few words are, and a branch that is foreseen costs nothing.
        if looks.capitals {
            self.capitals += 1;
            self.long_capitals |= looks.long_capitals;
        }
    }

    /// Plain words, which have two letters or more.
    #[inline]
    pub(crate) fn words(&mut self, taken: Taken) {
        self.words += taken.count;
        self.capitals += taken.capitals;
        self.long_capitals |= taken.long_capitals;
    }

    #[inline]
    pub(crate) fn other(&mut self, token: &Token, text: &str) {
        if token.kind() == TokenKind::Punctuation && text.len() >= 2 {
            let marks = |mark: u8| text.bytes().filter(|&byte| byte == mark).count();
            let (shouts, asks) = (marks(b'!'), marks(b'?'));
            self.exclamations |= shouts >= 2;
            self.questions |= asks >= 1 && asks + shouts >= 2;
        }
    }

    /// A tag that is masked; whether it is about an election.
    pub(crate) fn masked_tag(&mut self, election: bool) {
        self.election_tag |= election;
    }

    /// A name behind another; whether they are written as one word.
    #[inline]
    pub(crate) fn next_name(&mut self, joined: bool) {
        self.joined_names |= joined;
    }

    /// The flags that hold for `text`, of which all words and tokens have come.
    pub(crate) fn flags(self, text: &str) -> impl Iterator<Item = Style> {
        let mostly = self.capitals >= 4 && self.capitals >= self.words.div_ceil(2);
        let holds = [
            (mostly, Style::MostlyCapitals),
            (!mostly && self.long_capitals, Style::CapitalWord),
            (self.exclamations, Style::Exclamations),
            (self.questions, Style::Questions),
            (self.election_tag, Style::ElectionTag),
            (self.joined_names, Style::JoinedNames),
            (is_refuted(text), Style::RefutingLabel),
        ];
        // As bits, so that no time goes to those that a text has not.
        let bit = |(holds, style): (bool, Style)| u32::from(holds) << style as u32;
        let mut left = holds.map(bit).iter().fold(0, |all, bit| all | bit);
        std::iter::from_fn(move || {
            let style = Style::EACH.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*style)
        })
    }
}
