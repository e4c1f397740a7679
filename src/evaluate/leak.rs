//! How far one gets without reading.

use linfa::ParamGuard;

use crate::error::Error;
use crate::evaluate::{Estimate, SURFACE_FEATURES, bootstrap, check, roc_auc, surface_features};
use crate::linear::{Logistic, SparseRecords};

/// What a classifier achieves that sees only what texts look like; made by
/// [`leak_probe`]. Needs the feature `train`.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct LeakProbe {
    /// Its area under the ROC curve on rows it has not seen. What is not far
    /// above 0.5 is good: nothing but words tells the classes apart.
    pub roc: Estimate,
    /// Its score of each row, by a fit that has not seen the row's fold.
    pub scores: Vec<f64>,
    /// The area under the ROC curve of each feature of [`SURFACE_FEATURES`]
    /// alone, nothing learned: below 0.5 if small values speak for `true`.
    pub alone: [f64; SURFACE_FEATURES.len()],
}

/// The leak probe: how well [`surface_features`] and their squares predict the
/// labels, by logistic regression (`C` 1) under the folds that the classifier
/// is judged by.
///
/// A figure of a classifier means something as far as it is above this one.
/// `folds` has the fold of each row, as [`group_folds`](crate::evaluate::group_folds)
/// gives it; features are centred and scaled by the rows learned from.
/// `resamples` and `seed` are those of [`bootstrap`]. Linear in the texts, times
/// the number of folds. Needs the feature `train`.
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) unless there are as many
/// labels, groups and folds as texts,
/// [`ErrorKind::TrainingData`](crate::ErrorKind::TrainingData) if the rows
/// outside a fold have one label only, and the errors of [`bootstrap`].
pub fn leak_probe<T: AsRef<str>>(
    texts: &[T],
    labels: &[bool],
    groups: &[u32],
    folds: &[usize],
    resamples: usize,
    seed: u64,
) -> Result<LeakProbe, Error> {
    check::both_classes(texts.len(), labels)?;
    Error::check_length("folds, one for each text", texts.len(), folds.len())?;
    let looks: Vec<Look> = texts
        .iter()
        .map(|text| surface_features(text.as_ref()))
        .collect();
    let mut alone = [0.0; SURFACE_FEATURES.len()];
    for (feature, alone) in alone.iter_mut().enumerate() {
        let values: Vec<f64> = looks
            .iter()
            .filter_map(|look| look.get(feature).copied())
            .collect();
        *alone = roc_auc(&values, labels)?;
    }

    let mut scores = vec![0.0; texts.len()];
    let mut distinct = folds.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    for fold in distinct {
        let rows = || looks.iter().zip(labels).zip(folds);
        let learned = || rows().filter(|&(_, &of)| of != fold).map(|(row, _)| row);
        let scale = Scale::of(learned().map(|(look, _)| look));
        let (records, learned_labels) = scale.records(learned())?;
        let fitted = Logistic::new()
            .check()?
            .fit_rows(&records, &learned_labels, None)?;
        let judged = rows().filter(|&(_, &of)| of == fold).map(|(row, _)| row);
        let (records, _) = scale.records(judged)?;
        let found = fitted.classifier.decisions(&records)?;
        let places = scores.iter_mut().zip(folds).filter(|(_, of)| **of == fold);
        for ((place, _), score) in places.zip(found) {
            *place = score;
        }
    }
    let roc = bootstrap(&scores, labels, groups, resamples, seed, roc_auc)?;
    Ok(LeakProbe { roc, scores, alone })
}

type Look = [f64; SURFACE_FEATURES.len()];

/// Mean and standard deviation of each feature.
struct Scale {
    mean: Look,
    deviation: Look,
}

impl Scale {
    fn of<'a>(looks: impl Iterator<Item = &'a Look> + Clone) -> Self {
        let count = looks.clone().count().max(1) as f64;
        let mut mean = [0.0; SURFACE_FEATURES.len()];
        for look in looks.clone() {
            for (mean, value) in mean.iter_mut().zip(look) {
                *mean += value / count;
            }
        }
        let mut deviation = [0.0; SURFACE_FEATURES.len()];
        for look in looks {
            for ((sum, mean), value) in deviation.iter_mut().zip(mean).zip(look) {
                *sum += (value - mean) * (value - mean) / count;
            }
        }
        for (deviation, mean) in deviation.iter_mut().zip(mean) {
            *deviation = deviation.sqrt();
            // The mean of equal numbers is not quite that number.
            if *deviation <= 1e-9 * mean {
                *deviation = 0.0;
            }
        }
        Self { mean, deviation }
    }

    /// Each feature in deviations from its mean, then its square.
    fn records<'a>(
        &self,
        rows: impl Iterator<Item = (&'a Look, &'a bool)>,
    ) -> Result<(SparseRecords, Vec<bool>), Error> {
        let width = 2 * SURFACE_FEATURES.len();
        let columns: Vec<u32> = (0..).take(width).collect();
        let mut records = SparseRecords::new(width);
        let mut labels = Vec::new();
        for (look, &label) in rows {
            let scaled = look.iter().zip(&self.mean).zip(&self.deviation);
            let mut values: Vec<f32> = scaled
                .map(|((value, mean), &deviation)| {
                    // A feature that never changes says nothing; one far out
                    // must not drown the rest.
                    let far = (value - mean) / deviation;
                    if deviation > 0.0 {
                        far.clamp(-5.0, 5.0) as f32
                    } else {
                        0.0
                    }
                })
                .collect();
            let squares: Vec<f32> = values.iter().map(|value| value * value).collect();
            values.extend(squares);
            records.push_row(&columns, &values)?;
            labels.push(label);
        }
        Ok((records, labels))
    }
}
