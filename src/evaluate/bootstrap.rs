//! How far a figure could have come out otherwise.

use std::collections::HashMap;
use std::fmt;

use crate::error::{Error, ErrorKind};
use crate::evaluate::check;
use crate::random::{SplitMix64, scramble};

/// A figure with its 95 % interval; shown as `0.788 [0.701, 0.862]`, with three decimals
/// or as many as the format asks for.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Estimate {
    /// The figure on the rows as they are.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// Resamples on which the metric had no value, such as those with one class
    /// only. They are left out of the interval; many of them mean that there
    /// are too few groups to say anything.
    pub undefined: usize,
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = f.precision().unwrap_or(3);
        let Self {
            value, low, high, ..
        } = self;
        write!(
            f,
            "{value:.decimals$} [{low:.decimals$}, {high:.decimals$}]"
        )
    }
}

/// One model beside another on the same rows.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// The metric of A minus that of B.
    pub difference: Estimate,
    /// Share of resamples in which A is above B, in `0..=1`; a tie counts one
    /// half.
    pub share_above: f64,
}

/// A metric with its 95 % interval by the grouped bootstrap.
///
/// Rows of one topic or of one near-duplicate cluster are not independent:
/// whole groups are drawn with replacement, as many as there are, and the metric
/// is computed on their rows. The interval runs from the 2.5th to the 97.5th
/// percentile of `resamples` (100 to 100,000; 1000 is usual) such values, with
/// linear interpolation (Efron and Tibshirani, "An Introduction to the
/// Bootstrap", 1993, chapter 13; by clusters: Field and Welsh, JRSS B 69, 2007).
/// With fewer than about 20 groups it is too narrow, also if that many hold all rows of
/// one of two classes that are compared. Where a metric is at the end of its range, as a
/// share of 0 or an area of 1, no resample differs and it has no width, which says nothing;
/// for shares there is [`proportion`](crate::evaluate::proportion).
///
/// Each resample has a generator of its own, so the same input and seed give
/// the same bits with any number of threads; with the feature `parallel` the
/// resamples are spread over rayon's current pool. Time is `resamples` times
/// that of the metric.
///
/// ```
/// use hoaks::evaluate::{bootstrap, confusion, roc_auc};
/// let scores = [0.9, 0.8, 0.7, 0.3, 0.6, 0.2, 0.4, 0.1];
/// let labels = [true, true, false, true, false, false, true, false];
/// let topics = [0, 0, 1, 1, 2, 2, 3, 3];
/// let roc = bootstrap(&scores, &labels, &topics, 1000, 1, roc_auc)?;
/// assert!(roc.low <= roc.value && roc.value <= roc.high);
/// // Anything of scores and labels is a metric.
/// let f1 = |s: &[f64], l: &[bool]| Ok(confusion(s, l, 0.5)?.macro_f1());
/// let f1 = bootstrap(&scores, &labels, &topics, 1000, 1, f1)?;
/// # Ok::<(), hoaks::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Shape`] unless there are as many labels and groups as scores,
/// [`ErrorKind::Parameter`] if `resamples` is out of range,
/// [`ErrorKind::TrainingData`] if there are fewer than two groups or the metric
/// has no value on any resample, and whatever `metric` returns for the rows as
/// they are. On a resample, a metric that returns [`ErrorKind::TrainingData`]
/// or NaN is counted as [`Estimate::undefined`]; other errors are passed on.
pub fn bootstrap<F>(
    scores: &[f64],
    labels: &[bool],
    groups: &[u32],
    resamples: usize,
    seed: u64,
    metric: F,
) -> Result<Estimate, Error>
where
    F: Fn(&[f64], &[bool]) -> Result<f64, Error> + Sync,
{
    check::labels_fit(scores.len(), labels)?;
    let value = metric(scores, labels)?;
    let values = resample(groups, labels.len(), resamples, seed, |rows| {
        let (scores, labels) = (pick(scores, rows), pick(labels, rows));
        defined(metric(&scores, &labels))
    })?;
    estimate(value, &values)
}

/// The same metric of two models on the same rows: both are computed on the
/// same resamples, so that what is hard for both cancels out.
///
/// `a` and `b` are the scores of the two models. Otherwise as [`bootstrap`]; a
/// difference whose interval holds 0 has not been shown.
///
/// ```
/// use hoaks::evaluate::{bootstrap_difference, roc_auc};
///
/// let labels = [true, true, false, true, false, false, true, false];
/// let topics = [0, 0, 1, 1, 2, 2, 3, 3];
/// let ours = [0.9, 0.8, 0.3, 0.7, 0.6, 0.2, 0.4, 0.1];
/// let theirs = [0.5, 0.8, 0.7, 0.3, 0.6, 0.2, 0.4, 0.1];
/// let it = bootstrap_difference(&ours, &theirs, &labels, &topics, 1000, 1, roc_auc)?;
/// assert_eq!(it.difference.value, 15.0 / 16.0 - 10.0 / 16.0);
/// println!("{:.2}", it.difference); // 0.31 [0.00, 0.62] or so
/// # Ok::<(), hoaks::Error>(())
/// ```
///
/// # Errors
///
/// As [`bootstrap`].
pub fn bootstrap_difference<F>(
    a: &[f64],
    b: &[f64],
    labels: &[bool],
    groups: &[u32],
    resamples: usize,
    seed: u64,
    metric: F,
) -> Result<Comparison, Error>
where
    F: Fn(&[f64], &[bool]) -> Result<f64, Error> + Sync,
{
    check::labels_fit(a.len(), labels)?;
    Error::check_length("scores of the second model", a.len(), b.len())?;
    let value = metric(a, labels)? - metric(b, labels)?;
    let values = resample(groups, labels.len(), resamples, seed, |rows| {
        let labels = pick(labels, rows);
        let first = defined(metric(&pick(a, rows), &labels))?;
        let second = defined(metric(&pick(b, rows), &labels))?;
        // Two infinities of one sign have no difference.
        let both = first.zip(second).map(|(first, second)| first - second);
        Ok(both.filter(|difference| !difference.is_nan()))
    })?;
    let difference = estimate(value, &values)?;
    let found = values.iter().flatten();
    let (above, count) = found.fold((0.0, 0.0), |(above, count), &value| {
        let counts_for = match value {
            _ if value > 0.0 => 1.0,
            _ if value < 0.0 => 0.0,
            _ => 0.5,
        };
        (above + counts_for, count + 1.0)
    });
    Ok(Comparison {
        difference,
        share_above: above / count,
    })
}

/// The value on every resample, in order; `None` where there is none.
fn resample(
    groups: &[u32],
    rows: usize,
    resamples: usize,
    seed: u64,
    value: impl Fn(&[usize]) -> Result<Option<f64>, Error> + Sync,
) -> Result<Vec<Option<f64>>, Error> {
    Error::check_length("groups, one for each score", rows, groups.len())?;
    if !(100..=100_000).contains(&resamples) {
        return Err(Error::parameter(
            "resamples",
            resamples as f64,
            "100 to 100000",
        ));
    }
    let members = members(groups);
    if members.len() < 2 {
        return Err(Error::training_data(
            "an interval needs rows of two groups or more",
        ));
    }
    let one = |number: usize| {
        let mut random = SplitMix64::new(scramble(seed ^ scramble(number as u64)));
        let mut rows = Vec::with_capacity(rows);
        for _ in 0..members.len() {
            if let Some(group) = members.get(random.below(members.len())) {
                rows.extend_from_slice(group);
            }
        }
        value(&rows)
    };
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        (0..resamples).into_par_iter().map(one).collect()
    }
    #[cfg(not(feature = "parallel"))]
    (0..resamples).map(one).collect()
}

/// Rows of each group, groups in the order of their first row.
fn members(groups: &[u32]) -> Vec<Vec<usize>> {
    let mut place: HashMap<u32, usize> = HashMap::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (row, &group) in groups.iter().enumerate() {
        let next = members.len();
        let place = *place.entry(group).or_insert(next);
        match members.get_mut(place) {
            Some(rows) => rows.push(row),
            None => members.push(vec![row]),
        }
    }
    members
}

fn pick<T: Copy>(values: &[T], rows: &[usize]) -> Vec<T> {
    rows.iter()
        .filter_map(|&row| values.get(row).copied())
        .collect()
}

fn defined(value: Result<f64, Error>) -> Result<Option<f64>, Error> {
    match value {
        Ok(value) => Ok((!value.is_nan()).then_some(value)),
        Err(error) if matches!(error.kind(), ErrorKind::TrainingData { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn estimate(value: f64, values: &[Option<f64>]) -> Result<Estimate, Error> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let (Some(low), Some(high)) = (percentile(&sorted, 0.025), percentile(&sorted, 0.975)) else {
        return Err(Error::training_data(
            "the metric has no value on any resample",
        ));
    };
    Ok(Estimate {
        value,
        low,
        high,
        undefined: values.len() - sorted.len(),
    })
}

/// The value below which a share of `sorted` lies, with linear interpolation.
fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let below = *sorted.get(place as usize)?;
    let above = sorted.get(place as usize + 1).copied().unwrap_or(below);
    let fraction = place - place.floor();
    let gap = above - below;
    Some(if fraction == 0.0 || above <= below {
        below
    } else if gap.is_finite() {
        below + fraction * gap
    } else if above == f64::INFINITY && below.is_finite() {
        // Between a number and infinity lies nothing but infinity.
        above
    } else {
        below
    })
}
