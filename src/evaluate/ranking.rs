//! Metrics of the order that scores put rows in.

use crate::error::Error;
use crate::evaluate::check;

/// The area under the ROC curve: the probability that a row labelled `true`
/// scores above a row labelled `false`, ties counting one half.
///
/// In `0..=1`; 0.5 is what chance gives. Infinite scores are fine, only their
/// order matters. O(n log n). Hanley and McNeil, Radiology 143 (1982).
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if there are not as many
/// labels as scores, [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a
/// score is NaN, [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if
/// one of the two labels does not occur.
pub fn roc_auc(scores: &[f64], labels: &[bool]) -> Result<f64, Error> {
    let curve = Curve::new(scores, labels)?;
    // Twice the area in units of pairs, which is a whole number.
    let mut doubled: u128 = 0;
    let (mut hits, mut alarms) = (0_u128, 0_u128);
    for point in &curve.points {
        let (next_hits, next_alarms) = (point.hits as u128, point.alarms as u128);
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
    for point in &curve.points {
        sum += point.precision() * (point.hits - before) as f64;
        before = point.hits;
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
/// As [`roc_auc`], and [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if
/// `max_rate` is outside `0..=1`.
pub fn recall_at_false_positive_rate(
    scores: &[f64],
    labels: &[bool],
    max_rate: f64,
) -> Result<f64, Error> {
    if !(0.0..=1.0).contains(&max_rate) {
        return Err(Error::parameter("max_rate", max_rate, "0 to 1"));
    }
    let curve = Curve::new(scores, labels)?;
    let allowed = (curve.points.iter())
        .take_while(|point| point.alarms as f64 / curve.negatives as f64 <= max_rate);
    let hits = allowed.last().map_or(0, |point| point.hits);
    Ok(hits as f64 / curve.positives as f64)
}

/// A point of a curve over thresholds.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct CurvePoint {
    /// Rows that score at least this much are flagged.
    pub threshold: f64,
    /// The horizontal axis, in `0..=1`.
    pub x: f64,
    /// The vertical axis, in `0..=1`.
    pub y: f64,
}

/// The ROC curve: `x` is the share of `false` rows that are flagged, `y` the
/// share of `true` rows.
///
/// Begins at (0, 0) with the threshold infinity, which JSON has as null; then one
/// point for each distinct score from high to low; ends at (1, 1). Straight lines
/// between the points enclose [`roc_auc`]. O(n log n).
///
/// # Errors
///
/// As [`roc_auc`].
pub fn roc_curve(scores: &[f64], labels: &[bool]) -> Result<Vec<CurvePoint>, Error> {
    let curve = Curve::new(scores, labels)?;
    let start = CurvePoint {
        threshold: f64::INFINITY,
        x: 0.0,
        y: 0.0,
    };
    let points = curve.points.iter().map(|point| CurvePoint {
        threshold: point.threshold,
        x: point.alarms as f64 / curve.negatives as f64,
        y: point.hits as f64 / curve.positives as f64,
    });
    Ok(std::iter::once(start).chain(points).collect())
}

/// The precision-recall curve: `x` is the recall, the share of `true` rows that
/// are flagged, `y` the precision, the share of flagged rows that are `true`.
///
/// One point for each distinct score from high to low; the last has recall 1
/// and the share of `true` labels as precision. Steps between the points
/// enclose [`average_precision`]; straight lines would flatter. O(n log n).
///
/// # Errors
///
/// As [`roc_auc`].
pub fn precision_recall_curve(scores: &[f64], labels: &[bool]) -> Result<Vec<CurvePoint>, Error> {
    let curve = Curve::new(scores, labels)?;
    let points = curve.points.iter().map(|point| CurvePoint {
        threshold: point.threshold,
        x: point.hits as f64 / curve.positives as f64,
        y: point.precision(),
    });
    Ok(points.collect())
}

/// What every threshold flags.
struct Curve {
    positives: usize,
    negatives: usize,
    /// One for each distinct score, from high to low.
    points: Vec<Flagged>,
}

/// What one threshold flags.
struct Flagged {
    threshold: f64,
    /// Rows labelled `true`.
    hits: usize,
    /// Rows labelled `false`.
    alarms: usize,
}

impl Flagged {
    fn precision(&self) -> f64 {
        self.hits as f64 / (self.hits + self.alarms) as f64
    }
}

impl Curve {
    fn new(scores: &[f64], labels: &[bool]) -> Result<Self, Error> {
        check::both_classes(scores.len(), labels)?;
        check::no_nan(scores)?;
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
            points.push(Flagged {
                threshold: tied.last().map_or(f64::NAN, |row| row.0),
                hits,
                alarms,
            });
        }
        Ok(Self {
            positives: hits,
            negatives: alarms,
            points,
        })
    }
}
