//! Metrics of a two-class classifier.

use crate::{Error, ErrorKind};

/// The area under the ROC curve: the probability that a row labelled `true`
/// scores above a row labelled `false`, ties counting one half.
///
/// In `0..=1`; 0.5 is what chance gives. Infinite scores are fine, only their
/// order matters. O(n log n). Hanley and McNeil, Radiology 143 (1982).
///
/// # Errors
///
/// [`ErrorKind::Shape`] if there are not as many labels as scores,
/// [`ErrorKind::Parameter`] if a score is NaN, [`ErrorKind::TrainingData`] if
/// one of the two labels does not occur.
pub fn roc_auc(scores: &[f64], labels: &[bool]) -> Result<f64, Error> {
    let curve = Curve::new(scores, labels)?;
    // Twice the area in units of pairs, which is a whole number.
    let mut doubled: u128 = 0;
    let (mut hits, mut alarms) = (0_u128, 0_u128);
    for &(next_hits, next_alarms) in &curve.points {
        let (next_hits, next_alarms) = (next_hits as u128, next_alarms as u128);
        doubled += (next_alarms - alarms) * (next_hits + hits);
        (hits, alarms) = (next_hits, next_alarms);
    }
    Ok(doubled as f64 / (2.0 * curve.positives as f64 * curve.negatives as f64))
}

/// Average precision: the sum, over the distinct scores from high to low, of
/// the precision at that threshold times the recall gained there.
///
/// In `0..=1`; chance gives the share of `true` labels. No interpolation, as in
/// scikit-learn's `average_precision_score`. O(n log n).
///
/// # Errors
///
/// As [`roc_auc`].
pub fn average_precision(scores: &[f64], labels: &[bool]) -> Result<f64, Error> {
    let curve = Curve::new(scores, labels)?;
    let mut sum = 0.0;
    let mut before = 0;
    for &(hits, alarms) in &curve.points {
        let precision = hits as f64 / (hits + alarms) as f64;
        sum += precision * (hits - before) as f64;
        before = hits;
    }
    Ok(sum / curve.positives as f64)
}

/// The largest share of `true` rows that a threshold can find while flagging at
/// most `max_rate` of the `false` rows.
///
/// Both in `0..=1`. A threshold flags every row that scores at least as high,
/// so tied rows are flagged together. O(n log n).
///
/// # Errors
///
/// As [`roc_auc`], and [`ErrorKind::Parameter`] if `max_rate` is outside
/// `0..=1`.
pub fn recall_at_false_positive_rate(
    scores: &[f64],
    labels: &[bool],
    max_rate: f64,
) -> Result<f64, Error> {
    if !(0.0..=1.0).contains(&max_rate) {
        return Err(parameter("max_rate", max_rate, "0 to 1"));
    }
    let curve = Curve::new(scores, labels)?;
    let allowed = (curve.points.iter())
        .take_while(|&&(_, alarms)| alarms as f64 / curve.negatives as f64 <= max_rate);
    let hits = allowed.last().map_or(0, |&(hits, _)| hits);
    Ok(hits as f64 / curve.positives as f64)
}

/// The mean squared difference between the probability of `true` and the label
/// as 0 or 1.
///
/// In `0..=1`, 0 is best. O(n). Brier, Monthly Weather Review 78 (1950).
///
/// # Errors
///
/// [`ErrorKind::Shape`] if there are not as many labels as probabilities,
/// [`ErrorKind::Parameter`] if a probability is NaN or outside `0..=1`,
/// [`ErrorKind::TrainingData`] if one of the two labels does not occur.
pub fn brier_score(probabilities: &[f64], labels: &[bool]) -> Result<f64, Error> {
    check_probabilities(probabilities, labels)?;
    let squares = (probabilities.iter().zip(labels))
        .map(|(probability, &label)| probability - outcome(label))
        .map(|distance| distance * distance);
    Ok(squares.sum::<f64>() / labels.len() as f64)
}

/// The mean negative natural logarithm of the probability given to the true
/// label.
///
/// 0 is best. Probabilities are first clipped to `e..=1 - e`, with `e` being
/// [`f64::EPSILON`], so the result is at most about 36. O(n).
///
/// # Errors
///
/// As [`brier_score`].
pub fn log_loss(probabilities: &[f64], labels: &[bool]) -> Result<f64, Error> {
    check_probabilities(probabilities, labels)?;
    let losses = probabilities
        .iter()
        .zip(labels)
        .map(|(&probability, &label)| {
            let clipped = probability.clamp(f64::EPSILON, 1.0 - f64::EPSILON);
            -libm::log(if label { clipped } else { 1.0 - clipped })
        });
    Ok(losses.sum::<f64>() / labels.len() as f64)
}

/// The mean distance between probability and outcome after both are averaged
/// within bins of equal width, bins weighted by their number of rows.
///
/// In `0..=1`, 0 is best; `bins` is 1 to 10000, and 10 is usual. Bin `i` holds
/// the probabilities from `i / bins` up to, not including, `(i + 1) / bins`; the
/// last one includes 1. Of the positive class, after Naeini, Cooper and
/// Hauskrecht, AAAI 2015. O(n + bins).
///
/// # Errors
///
/// As [`brier_score`], and [`ErrorKind::Parameter`] if `bins` is out of range.
pub fn expected_calibration_error(
    probabilities: &[f64],
    labels: &[bool],
    bins: usize,
) -> Result<f64, Error> {
    if !(1..=10_000).contains(&bins) {
        return Err(parameter("bins", bins as f64, "1 to 10000"));
    }
    check_probabilities(probabilities, labels)?;
    // The sum of outcome minus probability in each bin.
    let mut excess = vec![0.0; bins];
    for (&probability, &label) in probabilities.iter().zip(labels) {
        let bin = ((probability * bins as f64) as usize).min(bins - 1);
        if let Some(excess) = excess.get_mut(bin) {
            *excess += outcome(label) - probability;
        }
    }
    let distance: f64 = excess.iter().map(|excess| excess.abs()).sum();
    Ok(distance / labels.len() as f64)
}

/// What every threshold flags.
struct Curve {
    positives: usize,
    negatives: usize,
    /// For each distinct score, from high to low, the `true` and the `false`
    /// rows that score at least as high.
    points: Vec<(usize, usize)>,
}

impl Curve {
    fn new(scores: &[f64], labels: &[bool]) -> Result<Self, Error> {
        check_labels(scores.len(), labels)?;
        if scores.iter().any(|score| score.is_nan()) {
            return Err(parameter("score", f64::NAN, "any number but NaN"));
        }
        let mut rows: Vec<(f64, bool)> = (scores.iter().copied())
            .zip(labels.iter().copied())
            .collect();
        rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));

        let mut points = Vec::new();
        let (mut hits, mut alarms) = (0, 0);
        // By `==`, for which 0 and -0 are the same score.
        for tied in rows.chunk_by(|a, b| a.0 == b.0) {
            let found = tied.iter().filter(|row| row.1).count();
            hits += found;
            alarms += tied.len() - found;
            points.push((hits, alarms));
        }
        Ok(Self {
            positives: hits,
            negatives: alarms,
            points,
        })
    }
}

fn outcome(label: bool) -> f64 {
    if label { 1.0 } else { 0.0 }
}

fn check_probabilities(probabilities: &[f64], labels: &[bool]) -> Result<(), Error> {
    check_labels(probabilities.len(), labels)?;
    match probabilities.iter().find(|p| !(0.0..=1.0).contains(*p)) {
        Some(&outside) => Err(parameter("probability", outside, "0 to 1")),
        None => Ok(()),
    }
}

fn check_labels(expected: usize, labels: &[bool]) -> Result<(), Error> {
    if labels.len() != expected {
        return Err(Error::new(ErrorKind::Shape {
            what: "labels, one for each score",
            expected,
            found: labels.len(),
        }));
    }
    if labels.contains(&true) && labels.contains(&false) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::TrainingData {
        problem: "evaluation needs labels of both classes",
    }))
}

fn parameter(name: &'static str, value: f64, allowed: &'static str) -> Error {
    Error::new(ErrorKind::Parameter {
        name,
        value,
        allowed,
    })
}
