//! The list of names, read.

use crate::features::hash;
use crate::features::names::class::NameClass;
use crate::features::names::context::{Conditions, Context};
use crate::features::slips::SLIPPED;

pub(super) const LIST: &str = include_str!("names.tsv");

/// What the list says of a word. One for each, so it is kept small.
#[derive(Debug)]
pub(in crate::features) struct Entry {
    pub(super) class: NameClass,
    /// Masked wherever it stands.
    pub(super) always: bool,
    /// Masked behind a masked word.
    pub(super) after_name: bool,
    /// Masked before a masked word.
    pub(super) before_name: bool,
    /// Where its words begin among those of all entries, and how many it has.
    first: u16,
    count: u8,
}

impl Entry {
    /// The words that decide about it, of those of all entries.
    #[inline]
    pub(super) fn behind<'a>(&self, all: &'a [Behind]) -> &'a [Behind] {
        let first = usize::from(self.first);
        let words = all.get(first..first + usize::from(self.count));
        words.unwrap_or_default()
    }

    /// When a look at the word before is enough to see that it is no name.
    pub(super) fn conditions(&self, all: &[Behind]) -> Conditions {
        let always = u32::from(self.always) * Conditions::NEVER;
        let after_name = u32::from(self.after_name) * Conditions::AFTER_NAME;
        let words = self.behind(all).iter().filter(|behind| !behind.but);
        let words = words.fold(0, |bits, behind| bits | Conditions::word(behind.word));
        Conditions(always | after_name | words)
    }
}

/// A word that another is masked behind, or is not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    pub(super) word: u64,
    /// What [`Context::first`] must be, if that matters.
    pub(super) first: Option<u64>,
    /// The other is not masked behind it, whatever else holds.
    pub(super) but: bool,
}

impl Behind {
    fn parse(text: &[u8], but: bool) -> Self {
        let mut parts = text.rsplitn(2, |&byte| byte == b'_').map(hash::word);
        let word = parts.next().unwrap_or_default();
        Self {
            word,
            first: parts.next(),
            but,
        }
    }

    pub(super) fn holds(self, before: Context) -> bool {
        Some(self.word) == before.word && self.first.is_none_or(|first| first == before.first)
    }
}

/// Whether slips of a listed word are looked for.
pub(super) fn is_slipped(name: &[u8]) -> bool {
    SLIPPED.contains(&name.len()) && name.is_ascii()
}

/// The lines of the list, comments among them.
pub(super) fn lines() -> impl Iterator<Item = &'static [u8]> {
    LIST.as_bytes().split(|&byte| byte == b'\n')
}

/// The word of a line; none if it is a comment.
pub(super) fn name(line: &[u8]) -> Option<&[u8]> {
    line.split(|&byte| byte == b'\t')
        .next()
        .filter(|name| !name.starts_with(b"#"))
}

/// A line of the list, whose words go to `behind`; none if it is a comment or not
/// of its form.
///
/// Out of line: the loop over all lines takes more instructions with it.
#[inline(never)]
pub(super) fn parse<'a>(line: &'a [u8], behind: &mut Vec<Behind>) -> Option<(&'a [u8], Entry)> {
    if line.starts_with(b"#") {
        return None;
    }
    let mut columns = line.split(|&byte| byte == b'\t');
    let (word, class, context) = (columns.next()?, columns.next()?, columns.next()?);
    let mut entry = Entry {
        class: NameClass::of(class)?,
        always: false,
        after_name: false,
        before_name: false,
        first: u16::try_from(behind.len()).ok()?,
        count: 0,
    };
    for condition in context.split(|&byte| byte == b';') {
        let (words, but) = match condition {
            b"*" => {
                entry.always = true;
                continue;
            }
            b"name" => {
                entry.after_name = true;
                continue;
            }
            b"next" => {
                entry.before_name = true;
                continue;
            }
            [b'a', b'f', b't', b'e', b'r', b':', words @ ..] => (words, false),
            [b'b', b'u', b't', b':', words @ ..] => (words, true),
            _ => return None,
        };
        for word in words.split(|&byte| byte == b',') {
            behind.push(Behind::parse(word, but));
            entry.count = entry.count.checked_add(1)?;
        }
    }
    Some((word, entry))
}
