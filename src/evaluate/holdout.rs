//! Splits as the world makes them: what comes later, and what others write.

use std::collections::{BTreeMap, HashSet};

use crate::election::Date;
use crate::error::{Error, ErrorKind};

/// Rows to learn from and rows to judge by, as row numbers in increasing order.
///
/// Every row is in exactly one of the four lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[non_exhaustive]
pub struct Split {
    /// To learn from.
    pub train: Vec<usize>,
    /// To judge by.
    pub test: Vec<usize>,
    /// Would be to learn from, but belong to a group that also has rows to
    /// judge by.
    pub straddling: Vec<usize>,
    /// Without a date or source, so on neither side.
    pub unplaced: Vec<usize>,
}

/// Splits forward in time: learns from what is dated before `cut`, judges by
/// what is dated on it or later.
///
/// Dates begin with `YYYY-MM-DD`; what follows is not read. A row without a
/// date, or with something else in its place, is [`Split::unplaced`]. Rows
/// before the cut that share their group with one after it are
/// [`Split::straddling`], so that no claim is judged that was learned. Linear.
///
/// ```
/// use hoaks::evaluate::forward_split;
/// let dates = [Some("2019-04-17"), Some("2024-02-14"), None, Some("2019-05-22")];
/// let split = forward_split(&dates, &[0, 1, 2, 1], "2020-01-01")?;
/// assert_eq!((split.train, split.test), (vec![0], vec![1]));
/// assert_eq!((split.straddling, split.unplaced), (vec![3], vec![2]));
/// # Ok::<(), hoaks::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Shape`] unless there is one group for each date, [`ErrorKind::Value`] if
/// `cut` does not begin with a day, [`ErrorKind::TrainingData`] if it leaves one side
/// empty.
pub fn forward_split(dates: &[Option<&str>], groups: &[u32], cut: &str) -> Result<Split, Error> {
    Error::check_length("groups, one for each date", dates.len(), groups.len())?;
    let cut = day(cut).ok_or_else(|| {
        Error::new(ErrorKind::Value {
            expected: "a day as YYYY-MM-DD to cut at",
            found: cut.chars().take(80).collect(),
        })
    })?;
    let split = separate(groups, |row| {
        let date = dates.get(row).copied().flatten().and_then(day)?;
        Some(date >= cut)
    });
    let problem = if split.test.is_empty() {
        "no row is dated on the cut or later"
    } else if !split.train.is_empty() {
        return Ok(split);
    } else if split.straddling.is_empty() {
        "no row is dated before the cut"
    } else {
        "all rows before the cut share a group with one after it"
    };
    Err(Error::training_data(problem))
}

/// The date on or after which about a share `1 - quantile` of the dated rows
/// lie: a cut for [`forward_split`]. O(n log n).
///
/// # Errors
///
/// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) unless `quantile` is above 0
/// and below 1, [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if no row
/// has a date.
pub fn date_quantile<'d>(dates: &[Option<&'d str>], quantile: f64) -> Result<&'d str, Error> {
    Error::check_fraction("quantile", quantile)?;
    let mut days: Vec<&str> = dates.iter().filter_map(|&date| day(date?)).collect();
    days.sort_unstable();
    let place = (quantile * days.len() as f64) as usize;
    days.get(place)
        .copied()
        .ok_or_else(|| Error::training_data("no row has a date"))
}

/// Leaves one source out at a time: for each source, in order, a split that
/// judges by its rows and learns from all others.
///
/// A source is an outlet, a data set, a genre: whatever must not vouch for
/// itself. Rows without one are [`Split::unplaced`]; rows of other sources that
/// share a group with the source left out are [`Split::straddling`], which may
/// leave nothing to learn from. Time and memory are linear in rows times sources.
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) unless there is one group for each
/// source, [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if there are
/// fewer than two sources.
pub fn leave_one_source_out<S: Ord + Clone>(
    sources: &[Option<S>],
    groups: &[u32],
) -> Result<Vec<(S, Split)>, Error> {
    Error::check_length("groups, one for each source", sources.len(), groups.len())?;
    let mut numbers: BTreeMap<&S, usize> = sources.iter().flatten().map(|s| (s, 0)).collect();
    if numbers.len() < 2 {
        return Err(Error::training_data(
            "leaving one source out needs two or more",
        ));
    }
    for (next, number) in numbers.values_mut().enumerate() {
        *number = next;
    }
    let of_row: Vec<Option<usize>> = sources
        .iter()
        .map(|source| numbers.get(source.as_ref()?).copied())
        .collect();
    let splits = numbers.into_iter().map(|(source, number)| {
        let split = separate(groups, |row| {
            Some(of_row.get(row).copied().flatten()? == number)
        });
        (source.clone(), split)
    });
    Ok(splits.collect())
}

/// Splits rows by whether they are to judge by; `None` is neither.
fn separate(groups: &[u32], is_test: impl Fn(usize) -> Option<bool>) -> Split {
    let mut split = Split::default();
    let mut judged = HashSet::new();
    for (row, &group) in groups.iter().enumerate() {
        match is_test(row) {
            Some(true) => {
                split.test.push(row);
                judged.insert(group);
            }
            Some(false) => split.train.push(row),
            None => split.unplaced.push(row),
        }
    }
    let straddles = |row: &usize| groups.get(*row).is_some_and(|group| judged.contains(group));
    (split.straddling, split.train) = split.train.iter().partition(|row| straddles(row));
    split
}

/// The day that `date` begins with; ISO 8601 days sort as text.
fn day(date: &str) -> Option<&str> {
    let day = date.get(..10)?;
    day.parse::<Date>().is_ok().then_some(day)
}
