//! What a name is the name of.

use crate::named::{read_by_name, shown_by_name};

/// What a masked name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum NameClass {
    /// A candidate, an official, a cleric or any other person.
    Person,
    /// A party, a coalition or a campaign team.
    Party,
    /// A region, a town or a country.
    Place,
    /// A faith, a denomination or an organisation of one.
    Faith,
    /// An ethnic group or a camp of supporters.
    Group,
}

impl NameClass {
    /// All classes.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 5] = [
        Self::Person,
        Self::Party,
        Self::Place,
        Self::Faith,
        Self::Group,
    ];

    /// The class called `name`, as in the list of names.
    #[inline]
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Self::EACH
            .into_iter()
            .find(|class| class.name().as_bytes() == name)
    }

    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Party => "party",
            Self::Place => "place",
            Self::Faith => "faith",
            Self::Group => "group",
        }
    }
}

read_by_name!(NameClass, "person, party, place, faith or group");
shown_by_name!(NameClass);
