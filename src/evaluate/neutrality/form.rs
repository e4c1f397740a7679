//! How a name is written.

use crate::evaluate::attack::Attack;
use crate::named::{serialized_by_name, shown_by_name};

/// A way to write a name. Names are compared within a form only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Form {
    /// As listed.
    Plain,
    /// In small letters.
    Small,
    /// In capitals.
    Capitals,
    /// With the clitic `nya`.
    Clitic,
    /// With a hyphen and the clitic `nya`.
    Hyphen,
    /// As a hashtag, its words joined.
    Hashtag,
    /// As a hashtag in small letters, its words joined.
    SmallHashtag,
    /// As a mention, its words joined.
    Mention,
    /// With one slip of the finger in each word of four letters or more.
    Typo,
    /// With digits and signs for letters in each word of four letters or more.
    Leet,
}

impl Form {
    /// All forms.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 10] = [
        Self::Plain,
        Self::Small,
        Self::Capitals,
        Self::Clitic,
        Self::Hyphen,
        Self::Hashtag,
        Self::SmallHashtag,
        Self::Mention,
        Self::Typo,
        Self::Leet,
    ];

    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Small => "small",
            Self::Capitals => "capitals",
            Self::Clitic => "clitic",
            Self::Hyphen => "hyphen",
            Self::Hashtag => "hashtag",
            Self::SmallHashtag => "small hashtag",
            Self::Mention => "mention",
            Self::Typo => "typo",
            Self::Leet => "leet",
        }
    }

    /// `name` in this form; `seed` chooses the slips and digits.
    #[must_use]
    pub fn write(self, name: &str, seed: u64) -> String {
        match self {
            Self::Plain => name.to_owned(),
            Self::Small => name.to_lowercase(),
            Self::Capitals => name.to_uppercase(),
            Self::Clitic => format!("{name}nya"),
            Self::Hyphen => format!("{name}-nya"),
            Self::Hashtag => format!("#{}", joined(name)),
            Self::SmallHashtag => format!("#{}", joined(name).to_lowercase()),
            Self::Mention => format!("@{}", joined(name)),
            Self::Typo => Attack::Typo.apply(name, 1.0, seed),
            Self::Leet => Attack::Leet.apply(name, 1.0, seed),
        }
    }
}

serialized_by_name!(Form);
shown_by_name!(Form);

/// The letters and digits of `name`, without what stands between them.
pub(super) fn joined(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}
