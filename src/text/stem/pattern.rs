//! Prefixes, and what may follow them.

use crate::text::chars::is_vowel;

/// A prefix as it is written.
pub(super) struct Pattern {
    pub(super) text: &'static [u8],
    /// The first letter of the root that the prefix has swallowed.
    pub(super) recoded: Option<u8>,
    pub(super) next: Next,
    pub(super) family: Family,
    pub(super) weight: i16,
}

/// What may follow a prefix.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Any,
    Vowel,
    Consonant,
    Liquid,
    Nasal,
    /// Neither liquid nor nasal.
    Other,
    Labial,
    Dental,
    Velar,
}

impl Next {
    #[inline]
    pub(super) fn allows(self, letter: u8) -> bool {
        match self {
            Self::Any => true,
            Self::Vowel => is_vowel(&letter),
            Self::Consonant => !is_vowel(&letter),
            Self::Liquid => matches!(letter, b'l' | b'r' | b'w' | b'y'),
            Self::Nasal => matches!(letter, b'm' | b'n'),
            Self::Other => !matches!(letter, b'l' | b'r' | b'w' | b'y' | b'm' | b'n'),
            Self::Labial => matches!(letter, b'b' | b'f' | b'v' | b'p' | b'm'),
            Self::Dental => matches!(letter, b'c' | b'd' | b'j' | b't' | b'z' | b's'),
            Self::Velar => matches!(letter, b'g' | b'h' | b'k') || is_vowel(&letter),
        }
    }
}

/// Prefixes that take the same suffixes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    None,
    Me,
    Pe,
    Di,
    Ber,
    Ter,
    Ke,
    Se,
    Per,
    Stacked,
}
