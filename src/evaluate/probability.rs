//! Metrics of probabilities as such.

use crate::error::Error;
use crate::evaluate::check;

/// The mean squared difference between the probability of `true` and the label
/// as 0 or 1.
///
/// In `0..=1`, 0 is best. O(n). Brier, Monthly Weather Review 78 (1950).
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if there are not as many
/// labels as probabilities,
/// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a probability is
/// NaN or outside `0..=1`,
/// [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if one of the
/// two labels does not occur.
pub fn brier_score(probabilities: &[f64], labels: &[bool]) -> Result<f64, Error> {
    check::probabilities(probabilities, labels)?;
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
    check::probabilities(probabilities, labels)?;
    let losses = probabilities
        .iter()
        .zip(labels)
        .map(|(&probability, &label)| {
            let clipped = probability.clamp(f64::EPSILON, 1.0 - f64::EPSILON);
            -libm::log(if label { clipped } else { 1.0 - clipped })
        });
    Ok(losses.sum::<f64>() / labels.len() as f64)
}

/// A bin of a reliability curve.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ReliabilityBin {
    /// Mean of the probabilities in the bin.
    pub mean_probability: f64,
    /// Share of its rows that are labelled `true`.
    pub rate: f64,
    /// Number of its rows, 1 or more.
    pub count: usize,
}

/// The reliability curve: probabilities beside how often they came true, in
/// bins of equal width from low to high, without those that are empty.
///
/// `bins` is 1 to 10000, and 10 is usual. Bin `i` holds the probabilities from
/// `i / bins` up to, not including, `(i + 1) / bins`; the last one includes 1.
/// Murphy and Winkler, Applied Statistics 26 (1977). O(n log bins + bins).
///
/// # Errors
///
/// As [`brier_score`], and [`ErrorKind::Parameter`](crate::ErrorKind::Parameter)
/// if `bins` is out of range.
pub fn reliability_curve(
    probabilities: &[f64],
    labels: &[bool],
    bins: usize,
) -> Result<Vec<ReliabilityBin>, Error> {
    if !(1..=10_000).contains(&bins) {
        return Err(Error::parameter("bins", bins as f64, "1 to 10000"));
    }
    check::probabilities(probabilities, labels)?;
    // Looked up, as a product with `bins` may round to the wrong side of an edge.
    let edges: Vec<f64> = (1..bins).map(|bin| bin as f64 / bins as f64).collect();
    let mut sums = vec![(0.0, 0.0, 0_usize); bins];
    for (&probability, &label) in probabilities.iter().zip(labels) {
        let bin = edges.partition_point(|&edge| edge <= probability);
        if let Some((expected, found, count)) = sums.get_mut(bin) {
            *expected += probability;
            *found += outcome(label);
            *count += 1;
        }
    }
    let filled = sums.into_iter().filter(|&(_, _, count)| count > 0);
    Ok(filled
        .map(|(expected, found, count)| ReliabilityBin {
            mean_probability: expected / count as f64,
            rate: found / count as f64,
            count,
        })
        .collect())
}

/// The mean distance between probability and outcome after both are averaged
/// within the bins of [`reliability_curve`], bins weighted by their number of
/// rows.
///
/// In `0..=1`, 0 is best. Noise in the bins adds to it, more of it on few rows, and
/// on resamples once more: an interval by [`bootstrap`](crate::evaluate::bootstrap)
/// lies too high. Of the positive class, after Naeini, Cooper and
/// Hauskrecht, AAAI 2015. O(n log bins + bins).
///
/// # Errors
///
/// As [`reliability_curve`].
pub fn expected_calibration_error(
    probabilities: &[f64],
    labels: &[bool],
    bins: usize,
) -> Result<f64, Error> {
    let curve = reliability_curve(probabilities, labels, bins)?;
    let distances = curve
        .iter()
        .map(|bin| (bin.rate - bin.mean_probability).abs() * bin.count as f64);
    Ok(distances.sum::<f64>() / labels.len() as f64)
}

fn outcome(label: bool) -> f64 {
    if label { 1.0 } else { 0.0 }
}
