//! The list of names, read.

use crate::features::hash;
use crate::features::mask::{Context, NameClass};
use crate::features::slips::SLIPPED;

pub(super) const LIST: &str = include_str!("names.tsv");

/// What the list says of a word.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) class: NameClass,
    /// Masked wherever it stands.
    pub(super) always: bool,
    /// Masked behind a masked word.
    pub(super) after_name: bool,
    /// Masked before a masked word.
    pub(super) before_name: bool,
    /// Words behind which it is masked.
    pub(super) after: Box<[After]>,
    /// Words behind which it is not, whatever else holds.
    pub(super) but: Box<[After]>,
}

impl Entry {
    /// Its class, if it is a name behind `before`.
    #[inline]
    pub(super) fn class(&self, before: Context) -> Option<NameClass> {
        let masked = self.always
            || (self.after_name && before.masked)
            || self.after.iter().any(|after| after.holds(before));
        let masked = masked && !self.but.iter().any(|but| but.holds(before));
        masked.then_some(self.class)
    }
}

/// A word that another is masked behind.
#[derive(Debug, Clone, Copy)]
pub(super) struct After {
    pub(super) word: u64,
    /// What [`Context::first`] must be, if that matters.
    pub(super) first: Option<u64>,
}

impl After {
    fn parse(text: &str) -> Self {
        let (first, word) = match text.split_once('_') {
            Some((first, word)) => (Some(word_hash(first)), word),
            None => (None, text),
        };
        Self {
            word: word_hash(word),
            first,
        }
    }

    fn parse_all(list: &str) -> Box<[Self]> {
        list.split(',').map(Self::parse).collect()
    }

    pub(super) fn holds(self, before: Context) -> bool {
        Some(self.word) == before.word && self.first.is_none_or(|first| first == before.first)
    }
}

/// Whether slips of a listed word are looked for.
pub(super) fn is_slipped(name: &str) -> bool {
    SLIPPED.contains(&name.len()) && name.is_ascii()
}

pub(super) fn word_hash(word: &str) -> u64 {
    hash::bytes(hash::WORD, word.as_bytes())
}

/// A line of the list; none if it is a comment or not of its form.
pub(super) fn parse(line: &str) -> Option<(&str, Entry)> {
    let mut columns = line.split('\t');
    let (word, class, context) = (columns.next()?, columns.next()?, columns.next()?);
    let mut entry = Entry {
        class: NameClass::parse(class)?,
        always: false,
        after_name: false,
        before_name: false,
        after: Box::default(),
        but: Box::default(),
    };
    for condition in context.split(';') {
        match condition {
            "*" => entry.always = true,
            "name" => entry.after_name = true,
            "next" => entry.before_name = true,
            _ => match condition.split_once(':')? {
                ("after", words) => entry.after = After::parse_all(words),
                ("but", words) => entry.but = After::parse_all(words),
                _ => return None,
            },
        }
    }
    Some((word, entry))
}
