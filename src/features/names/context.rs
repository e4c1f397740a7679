//! The word before, and when it rules out that another one is a name.

/// The word before, as the conditions of the list see it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    pub(crate) word: Option<u64>,
    /// The word before that one if both are of one name, else 0.
    pub(crate) first: u64,
    pub(crate) masked: bool,
}

impl Context {
    /// A name of one word.
    pub(crate) fn name(word: u64) -> Self {
        Self {
            word: Some(word),
            first: 0,
            masked: true,
        }
    }

    /// [`Context::bits`] behind a word that is read and is not the stand-in of
    /// names.
    #[inline(always)]
    pub(crate) fn bits_behind(word: u64) -> u32 {
        Conditions::NEVER | Conditions::word(word)
    }

    /// What [`Conditions::rule_out`] sees of it.
    #[inline(always)]
    pub(crate) fn bits(self) -> u32 {
        let word = self.word.map_or(0, Conditions::word);
        let masked = u32::from(self.masked) * Conditions::AFTER_NAME;
        Conditions::NEVER | masked | word
    }
}

/// When a look at the word before is enough to see that a word is no name: when
/// none of these bits is among [`Context::bits`].
///
/// Bits rather than fields, as one look at them all has no branch that a
/// processor would have to foretell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conditions(pub(crate) u32);

impl Conditions {
    /// It may always be a name: this is among the bits of every context.
    pub(crate) const NEVER: u32 = 1 << 17;
    /// Not if the word before is masked. Below it is a bit for each value that
    /// the top of its hash must not have.
    pub(super) const AFTER_NAME: u32 = 1 << 16;
    /// How many bits there are.
    pub(crate) const BITS: u32 = 18;

    /// Whether a word behind what has these [`Context::bits`] is certainly no
    /// name.
    #[cfg(any(test, feature = "train"))]
    #[inline]
    pub(crate) fn rule_out(self, before: u32) -> bool {
        self.0 & before == 0
    }

    /// The bit of a word, by its hash.
    #[inline]
    pub(super) fn word(hash: u64) -> u32 {
        1 << (hash >> 60)
    }
}
