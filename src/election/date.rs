//! A day.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};

/// A day of the Gregorian calendar, years 1 to 9999; written and read as
/// `YYYY-MM-DD` (ISO 8601), nothing shorter and nothing behind it.
///
/// ```
/// use hoaks::election::Date;
///
/// let polling: Date = "2024-02-14".parse()?;
/// assert!(polling < Date::new(2024, 11, 27)?);
/// assert!("2023-02-29".parse::<Date>().is_err());
/// # Ok::<(), hoaks::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    // In this order, so that the derived order is that of time.
    year: u16,
    month: u8,
    day: u8,
}

const EXPECTED: &str = "a day as YYYY-MM-DD";

impl Date {
    /// The day with this year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] if there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, Error> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=length(year, month)).contains(&day);
        if exists {
            Ok(Self { year, month, day })
        } else {
            Err(Error::new(ErrorKind::Value {
                expected: EXPECTED,
                found: format!("{year:04}-{month:02}-{day:02}"),
            }))
        }
    }

    /// Year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 0000-03-01, for distances.
    pub(super) fn number(self) -> i32 {
        // With the year starting in March the leap day is its last, and the
        // lengths of the months before a month are (153 m + 2) / 5.
        let march_based = (i32::from(self.month) + 9) % 12;
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * march_based + 2) / 5
            + i32::from(self.day)
            - 1
    }

    /// A day that is known to exist, for tables.
    pub(super) const fn table(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }
}

fn length(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || {
            Error::new(ErrorKind::Value {
                expected: EXPECTED,
                found: text.chars().take(40).collect(),
            })
        };
        let bytes: &[u8; 10] = text.as_bytes().try_into().map_err(|_| refused())?;
        let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *bytes else {
            return Err(refused());
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + u16::from(digit - b'0'))
            })
        };
        match (
            number(&[y0, y1, y2, y3]),
            number(&[m0, m1]),
            number(&[d0, d1]),
        ) {
            // Two digits fit a byte.
            (Some(year), Some(month), Some(day)) => Self::new(year, month as u8, day as u8),
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Date {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}
