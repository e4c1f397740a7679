//! A short word held in place.

use std::fmt;
use std::ops::Deref;

/// The longest representative, in bytes.
const CAPACITY: usize = 47;

/// The standard word, or words, that a slang word stands for: lower-case ASCII,
/// at most 47 bytes, held without allocation.
///
/// Reads as a `str`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Standard {
    bytes: [u8; CAPACITY],
    length: u8,
}

impl Standard {
    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let held = self.bytes.get(..usize::from(self.length));
        std::str::from_utf8(held.unwrap_or_default()).unwrap_or_default()
    }

    /// The parts one behind the other, unless they are too long.
    pub(super) fn of(parts: &[&str]) -> Option<Self> {
        let mut word = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        for byte in parts.iter().flat_map(|part| part.bytes()) {
            word.push(byte)?;
        }
        Some(word)
    }

    pub(super) fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(usize::from(self.length))? = byte;
        self.length += 1;
        Some(())
    }
}

impl Deref for Standard {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Standard {
    fn as_ref(&self) -> &str {
        self
    }
}

impl PartialEq<str> for Standard {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Standard {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
