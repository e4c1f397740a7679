//! What one threshold gets right and wrong.

use crate::error::Error;
use crate::evaluate::check;

/// How many rows a threshold flags rightly and wrongly. `true` is the positive
/// class.
///
/// The ratios are in `0..=1` and 0 where they would be zero over zero, as in
/// scikit-learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Confusion {
    /// Flagged, and labelled `true`.
    pub true_positives: usize,
    /// Flagged, and labelled `false`.
    pub false_positives: usize,
    /// Not flagged, and labelled `false`.
    pub true_negatives: usize,
    /// Not flagged, and labelled `true`.
    pub false_negatives: usize,
}

/// Counts what flagging every score of at least `threshold` gets right and
/// wrong. O(n). Labels may all be the same.
///
/// ```
/// use hoaks::evaluate::confusion;
/// let counts = confusion(&[0.9, 0.6, 0.5, 0.1], &[true, false, true, false], 0.5)?;
/// assert_eq!((counts.true_positives, counts.false_positives), (2, 1));
/// assert_eq!(counts.recall(), 1.0);
/// # Ok::<(), hoaks::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) if there are not as many
/// labels as scores, [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a
/// score or the threshold is NaN.
pub fn confusion(scores: &[f64], labels: &[bool], threshold: f64) -> Result<Confusion, Error> {
    check::labels_fit(scores.len(), labels)?;
    check::no_nan(scores)?;
    if threshold.is_nan() {
        return Err(Error::parameter(
            "threshold",
            threshold,
            "any number but NaN",
        ));
    }
    let mut counts = Confusion::default();
    for (&score, &label) in scores.iter().zip(labels) {
        let count = match (score >= threshold, label) {
            (true, true) => &mut counts.true_positives,
            (true, false) => &mut counts.false_positives,
            (false, false) => &mut counts.true_negatives,
            (false, true) => &mut counts.false_negatives,
        };
        *count += 1;
    }
    Ok(counts)
}

impl Confusion {
    /// Number of rows; `usize::MAX` if there would be more.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.true_positives
            .saturating_add(self.false_positives)
            .saturating_add(self.true_negatives)
            .saturating_add(self.false_negatives)
    }

    /// Share of rows that are right.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        let [tp, fp, tn, missed] = self.counts();
        ratio(tp + tn, tp + fp + tn + missed)
    }

    /// Share of rows that are flagged.
    #[must_use]
    pub fn flagged(&self) -> f64 {
        let [tp, fp, tn, missed] = self.counts();
        ratio(tp + fp, tp + fp + tn + missed)
    }

    /// Share of flagged rows that are labelled `true`.
    #[must_use]
    pub fn precision(&self) -> f64 {
        let [tp, fp, ..] = self.counts();
        ratio(tp, tp + fp)
    }

    /// Share of rows labelled `true` that are flagged.
    #[must_use]
    pub fn recall(&self) -> f64 {
        let [tp, _, _, missed] = self.counts();
        ratio(tp, tp + missed)
    }

    /// Share of rows labelled `false` that are flagged.
    #[must_use]
    pub fn false_positive_rate(&self) -> f64 {
        let [_, fp, tn, _] = self.counts();
        ratio(fp, fp + tn)
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let [tp, fp, _, missed] = self.counts();
        ratio(2.0 * tp, 2.0 * tp + fp + missed)
    }

    /// The mean of F1 and the F1 of the class `false`: both classes count the
    /// same, however many rows they have.
    #[must_use]
    pub fn macro_f1(&self) -> f64 {
        let [_, fp, tn, missed] = self.counts();
        0.5 * (self.f1() + ratio(2.0 * tn, 2.0 * tn + fp + missed))
    }

    /// Matthews' correlation coefficient, the correlation of flag and label:
    /// in `-1..=1`, 0 being chance. Matthews, Biochimica et Biophysica Acta 405
    /// (1975).
    #[must_use]
    pub fn mcc(&self) -> f64 {
        let [tp, fp, tn, missed] = self.counts();
        // Roots first: four large counts multiplied would lose nothing but
        // room, and the root of a product is the product of roots.
        let scale =
            (tp + fp).sqrt() * (tp + missed).sqrt() * (tn + fp).sqrt() * (tn + missed).sqrt();
        ratio(tp * tn - fp * missed, scale).clamp(-1.0, 1.0)
    }

    /// True and false positives, true and false negatives. As these numbers their sums
    /// are exact up to 2^53 rows, and beyond that do not overflow.
    fn counts(&self) -> [f64; 4] {
        [
            self.true_positives,
            self.false_positives,
            self.true_negatives,
            self.false_negatives,
        ]
        .map(|count| count as f64)
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
