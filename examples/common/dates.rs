//! Days from the `date` of rows, and the elections they may be of.

use std::borrow::Cow;
use std::error::Error;
use std::path::Path;

use hoaks::election::{Calendar, Date, Election};
use serde_json::Value;

use super::files::{content, named, unmarked};

/// Minutes that the zones of the country are ahead of UTC: Jakarta's to Jayapura's.
const COUNTRY: [i32; 2] = [7 * 60, 9 * 60];
const DAY: i32 = 24 * 60;

/// The elections that are built in and, besides, those of a file: a JSON list, as a
/// [`Calendar`] is written.
pub fn calendar(path: Option<&Path>) -> Result<Calendar, Box<dyn Error>> {
    let mut calendar = Calendar::indonesia();
    let Some(path) = path else {
        return Ok(calendar);
    };
    let elections: Vec<Election> = serde_json::from_slice(unmarked(&content(path)?))
        .map_err(|error| named(path, format!("is no list of elections: {error}")))?;
    for election in elections {
        calendar.add(election).map_err(|error| named(path, error))?;
    }
    Ok(calendar)
}

/// The day that `date` is in the country: `YYYY-MM-DD` or, as people write it there,
/// `DD/MM/YYYY`, alone or with a time behind it (ISO 8601, or a zone by its name). A time of
/// a zone elsewhere, as UTC, is read as Jakarta's; one without a zone, or of a zone of the
/// country, is of the day that is written; one of a zone that is not known is an error. Null
/// and the empty string are no date.
pub fn day(date: &Value) -> Result<Option<Date>, String> {
    let text = match date {
        Value::Null => return Ok(None),
        Value::String(text) => Cow::Borrowed(text.trim()),
        other => Cow::Owned(other.to_string()),
    };
    if text.is_empty() {
        return Ok(None);
    }
    let (day, rest) = text.split_at(text.find(['T', 't', ' ']).unwrap_or(text.len()));
    let (day, time) = match is_time(rest) {
        true => (day, &rest[1..]),
        false => (&*text, ""),
    };
    let day = written(day.trim_end_matches(',')).map_err(|error| format!("`date`: {error}"))?;
    let at = time.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')));
    let (clock, zone) = time.split_at(at.unwrap_or(time.len()));
    let minutes = match offset(zone.trim()) {
        Some(Offset::Country) => return Ok(Some(day)),
        Some(Offset::Minutes(ahead)) => {
            clock_minutes(clock.as_bytes()).map(|minutes| minutes - ahead + COUNTRY[0])
        }
        None => None,
    };
    Ok(Some(match minutes {
        None => return Err(format!("`date`: no time in a zone that is known: {text:?}")),
        Some(minutes) if minutes < 0 => before(day),
        Some(minutes) if minutes >= DAY => after(day),
        Some(_) => day,
    }))
}

/// A day as ISO 8601 has it or as the country does, the day first.
fn written(text: &str) -> Result<Date, hoaks::Error> {
    let slashed = || -> Option<Date> {
        let (day, rest) = text.split_once('/')?;
        let (month, year) = rest.split_once('/')?;
        format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
    };
    slashed().map_or_else(|| text.parse(), Ok)
}

/// Whether an hour, and maybe more, stands behind a day.
fn is_time(rest: &str) -> bool {
    let time = rest.strip_prefix(['T', 't', ' ']);
    time.is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()))
}

enum Offset {
    /// Of the country, or not written.
    Country,
    /// Minutes ahead of UTC.
    Minutes(i32),
}

/// What a time has behind the clock: `Z`, `GMT`, `+00:00`, ` -0500`, `UTC+7`, `WIB`;
/// `None` if that is no zone.
fn offset(zone: &str) -> Option<Offset> {
    let zone = zone.to_ascii_uppercase();
    let hours = match zone.as_str() {
        "" | "AM" | "PM" | "WIB" | "WITA" | "WIT" => return Some(Offset::Country),
        "Z" => "",
        zone => {
            let utc = zone
                .strip_prefix("UTC")
                .or_else(|| zone.strip_prefix("GMT"));
            utc.unwrap_or(zone)
        }
    };
    let minutes = match hours.as_bytes() {
        [] => 0,
        [b'-', rest @ ..] => -clock_minutes(rest)?,
        [b'+', rest @ ..] => clock_minutes(rest)?,
        _ => return None,
    };
    let [first, last] = COUNTRY;
    Some(match (first..=last).contains(&minutes) {
        true => Offset::Country,
        false => Offset::Minutes(minutes),
    })
}

/// Hours and minutes of `H`, `HH`, `HHMM` and `HH:MM`, and of the last two with seconds
/// behind them, in minutes.
fn clock_minutes(clock: &[u8]) -> Option<i32> {
    let number = |a: u8, b: u8| {
        let digits = a.is_ascii_digit() && b.is_ascii_digit();
        digits.then(|| i32::from(a - b'0') * 10 + i32::from(b - b'0'))
    };
    let (hours, minutes) = match *clock {
        [a] => (number(b'0', a)?, 0),
        [a, b] => (number(a, b)?, 0),
        [a, b, c, d] | [a, b, b':', c, d] | [a, b, b':', c, d, b':', ..] => {
            (number(a, b)?, number(c, d)?)
        }
        [a, b, c, d, e, f, ..] => {
            number(e, f)?;
            (number(a, b)?, number(c, d)?)
        }
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// The day before, or the first of all.
fn before(day: Date) -> Date {
    let (year, month) = (day.year(), day.month());
    let last = |year, month| {
        (28..=31)
            .rev()
            .find_map(|day| Date::new(year, month, day).ok())
    };
    Date::new(year, month, day.day() - 1)
        .ok()
        .or_else(|| last(year, month - 1))
        .or_else(|| last(year - 1, 12))
        .unwrap_or(day)
}

/// The day after, or the last of all.
fn after(day: Date) -> Date {
    let (year, month) = (day.year(), day.month());
    Date::new(year, month, day.day() + 1)
        .or_else(|_| Date::new(year, month + 1, 1))
        .or_else(|_| Date::new(year + 1, 1, 1))
        .unwrap_or(day)
}
