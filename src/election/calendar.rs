//! When elections were: phases as dated data.

use serde::{Deserialize, Serialize};

use crate::election::date::Date;
use crate::error::{Error, ErrorKind};
use crate::named::{read_by_name, shown_by_name};

/// Where a day lies in an election. Phases sort as they follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Phase {
    /// Candidates register and campaign; up to the eve of polling day.
    Before,
    /// Polling day and all days on which votes are counted.
    During,
    /// From the day after the count: disputes, swearing in.
    After,
}

impl Phase {
    /// All phases, in their order.
    pub const ALL: &'static [Self] = &Self::EACH;

    /// The same, where their number matters.
    pub(crate) const EACH: [Self; 3] = [Self::Before, Self::During, Self::After];

    /// Lower-case name, as serialised; the head of a model that finds the
    /// phase has the same name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }
}

read_by_name!(Phase, "before, during or after");
shown_by_name!(Phase);

/// One election with its days, all inclusive and in the time zone of the country.
///
/// They come in the order of the fields; opening and the campaign lie before polling
/// day. One that is read from a file is not checked until [`Calendar::add`] takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Election {
    /// Short and unique, such as `id-2024-general`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// First day of [`Phase::Before`].
    pub opens: Date,
    /// First and last day of the official campaign, if it is known.
    #[serde(default)]
    pub campaign: Option<[Date; 2]>,
    /// First day of [`Phase::During`].
    pub polling: Date,
    /// Last day of [`Phase::During`]: the result is declared.
    pub result: Date,
    /// Day of the court's ruling on disputes, if it is known.
    #[serde(default)]
    pub ruling: Option<Date>,
    /// Last day of [`Phase::After`]; that phase is empty if it is the day of the result.
    pub closes: Date,
}

impl Election {
    /// An election without a known campaign and ruling; set those fields afterwards,
    /// [`Calendar::add`] checks them.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] if `id` or `name` is blank or the days are out of
    /// order.
    pub fn new(
        id: &str,
        name: &str,
        opens: Date,
        polling: Date,
        result: Date,
        closes: Date,
    ) -> Result<Self, Error> {
        let election = Self {
            id: id.to_owned(),
            name: name.to_owned(),
            opens,
            campaign: None,
            polling,
            result,
            ruling: None,
            closes,
        };
        election.check()?;
        Ok(election)
    }

    /// Where `date` lies; `None` outside the election.
    #[must_use]
    pub fn phase_on(&self, date: Date) -> Option<Phase> {
        if date < self.opens || date > self.closes {
            None
        } else if date < self.polling {
            Some(Phase::Before)
        } else if date <= self.result {
            Some(Phase::During)
        } else {
            Some(Phase::After)
        }
    }

    fn check(&self) -> Result<(), Error> {
        let refused = |expected, found: String| {
            Err(Error::new(ErrorKind::Value {
                expected,
                found: found.chars().take(120).collect(),
            }))
        };
        if self.id.trim().is_empty() || self.name.trim().is_empty() {
            return refused("an election with an id and a name", self.id.clone());
        }
        let [start, end] = self.campaign.map_or([None; 2], |days| days.map(Some));
        let days = [
            ("opens", Some(self.opens)),
            ("campaign from", start),
            ("campaign to", end),
            ("polling", Some(self.polling)),
            ("result", Some(self.result)),
            ("ruling", self.ruling),
            ("closes", Some(self.closes)),
        ];
        let known: Vec<(&str, Date)> = (days.into_iter())
            .filter_map(|(name, day)| Some((name, day?)))
            .collect();
        for pair in known.windows(2) {
            let &[(first, before), (second, after)] = pair else {
                continue;
            };
            // The phase before must not be empty, and voters are left alone on polling day.
            if before > after || before == after && second == "polling" {
                return refused(
                    "days in the order opens, campaign, polling, result, ruling, closes, \
                     with opening and campaign before polling day",
                    format!("{first} {before}, {second} {after} in {}", self.id),
                );
            }
        }
        Ok(())
    }
}

/// Elections, in the order of their polling days.
///
/// As JSON a calendar is a list of [`Election`]s; reading checks them.
///
/// ```
/// use hoaks::election::{Calendar, Phase};
///
/// let calendar = Calendar::indonesia();
/// let (election, phase) = calendar.phase_on("2024-02-20".parse()?).unwrap();
/// assert_eq!((election.id.as_str(), phase), ("id-2024-general", Phase::During));
/// # Ok::<(), hoaks::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Election>", into = "Vec<Election>")]
pub struct Calendar {
    elections: Vec<Election>,
}

impl Calendar {
    /// The general elections of 2019 and 2024 and the local ones of 2024.
    ///
    /// * General ones open with the registration of candidates for president (for
    ///   parliament it begins a month or more earlier) and close with the swearing in of
    ///   the president. Their ruling is that on the president; those on parliaments came
    ///   in August 2019 and June 2024.
    /// * Voters abroad cast their votes some days before polling day; that counts as before.
    /// * Local ones open with the registration of candidates and close with the last
    ///   rulings on their results. Votes were counted by 16 December by the schedule,
    ///   results declared on many days. Polls that were held again from March to August
    ///   2025, in some districts and one province, are not covered: they concern few of
    ///   those who post on their days. [`Calendar::add`] takes them.
    ///
    /// By ruling 135/PUU-XXII/2024 of the Constitutional Court, of June 2025, national
    /// elections (next in 2029) and local ones (two years to two and a half after those
    /// who were elected are sworn in) are held apart; their days are not set, so they are
    /// left to [`Calendar::add`].
    #[must_use]
    pub fn indonesia() -> Self {
        let day = Date::table;
        Self {
            elections: vec![
                Election {
                    id: "id-2019-general".to_owned(),
                    name: "Pemilu 2019".to_owned(),
                    opens: day(2018, 8, 4),
                    campaign: Some([day(2018, 9, 23), day(2019, 4, 13)]),
                    polling: day(2019, 4, 17),
                    result: day(2019, 5, 21),
                    ruling: Some(day(2019, 6, 27)),
                    closes: day(2019, 10, 20),
                },
                Election {
                    id: "id-2024-general".to_owned(),
                    name: "Pemilu 2024".to_owned(),
                    opens: day(2023, 10, 19),
                    campaign: Some([day(2023, 11, 28), day(2024, 2, 10)]),
                    polling: day(2024, 2, 14),
                    result: day(2024, 3, 20),
                    ruling: Some(day(2024, 4, 22)),
                    closes: day(2024, 10, 20),
                },
                Election {
                    id: "id-2024-local".to_owned(),
                    name: "Pilkada 2024".to_owned(),
                    opens: day(2024, 8, 27),
                    campaign: Some([day(2024, 9, 25), day(2024, 11, 23)]),
                    polling: day(2024, 11, 27),
                    result: day(2024, 12, 16),
                    // Those of 4 and 5 February dismissed claims, these decided the rest.
                    ruling: Some(day(2025, 2, 24)),
                    closes: day(2025, 2, 24),
                },
            ],
        }
    }

    /// A calendar without elections.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an election, say one that has been announced since this version.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] if its id or name is blank, its days are out of order, or
    /// the calendar has an election with its id.
    pub fn add(&mut self, election: Election) -> Result<(), Error> {
        election.check()?;
        if self.elections.iter().any(|known| known.id == election.id) {
            return Err(Error::new(ErrorKind::Value {
                expected: "an id that the calendar does not have yet",
                found: election.id,
            }));
        }
        let key = |election: &Election| (election.polling, election.id.clone());
        let at = self
            .elections
            .partition_point(|known| key(known) < key(&election));
        self.elections.insert(at, election);
        Ok(())
    }

    /// All elections, in the order of their polling days.
    #[must_use]
    pub fn elections(&self) -> &[Election] {
        &self.elections
    }

    /// Every election that `date` lies in, and where.
    pub fn phases_on(&self, date: Date) -> impl Iterator<Item = (&Election, Phase)> {
        self.elections
            .iter()
            .filter_map(move |election| Some((election, election.phase_on(date)?)))
    }

    /// The election that matters most on `date`, and its phase; `None` outside
    /// all of them.
    ///
    /// Of several, one in [`Phase::During`] comes first, then the one whose
    /// polling day is nearest, then the earlier one.
    #[must_use]
    pub fn phase_on(&self, date: Date) -> Option<(&Election, Phase)> {
        self.phases_on(date).min_by_key(|(election, phase)| {
            let days = election.polling.number().abs_diff(date.number());
            (*phase != Phase::During, days)
        })
    }
}

impl TryFrom<Vec<Election>> for Calendar {
    type Error = Error;

    fn try_from(elections: Vec<Election>) -> Result<Self, Error> {
        let mut calendar = Self::new();
        for election in elections {
            calendar.add(election)?;
        }
        Ok(calendar)
    }
}

impl From<Calendar> for Vec<Election> {
    fn from(calendar: Calendar) -> Self {
        calendar.elections
    }
}
