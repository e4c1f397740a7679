//! Figures of any labelled rows, all of them or those of a genre.

use hoaks::evaluate::{
    SURFACE_FEATURES, average_precision, brier_score, confusion, expected_calibration_error,
    leak_probe, recall_at_false_positive_rate, roc_auc,
};

use crate::common::scores::{Reading as Read, log_odds, readings as all_readings, sigmoid};
use crate::figures::{Figure, Leak, Maker, Reading, Sample, is_flagged, widened};

/// The share of flags that are right.
pub const PRECISION: &str = "Flags that are hoaxes";

/// Probabilities moved to the share of hoaxes in these rows.
pub fn moved(maker: &Maker<'_>, labelled: &[usize]) -> Sample {
    let share = maker.share(labelled);
    let shift = log_odds(share) - log_odds(maker.rows.base_rate);
    maker.sample(labelled.iter().copied(), |row| sigmoid(row.logit + shift))
}

/// What the scores of rows of both classes are worth. Without the share of flags that
/// are right if none is flagged.
pub fn figures(maker: &Maker<'_>, labelled: &[usize]) -> Result<Vec<Figure>, hoaks::Error> {
    let share = maker.share(labelled);
    let stated = maker.sample(labelled.iter().copied(), |row| row.probability);
    let moved = moved(maker, labelled);
    let recall = stated.estimate(|s, l| recall_at_false_positive_rate(s, l, 0.05))?;
    let of_hoaxes: Vec<u32> = (stated.labels.iter().zip(&stated.groups))
        .filter_map(|(&is_hoax, &group)| is_hoax.then_some(group))
        .collect();
    let is_hoax = |_, label: bool| label;
    let lines = [
        (
            "ROC area",
            "a hoax scores above another text",
            Some(stated.estimate(roc_auc)?),
            Some(0.5),
        ),
        (
            "PR area",
            "average precision",
            Some(stated.estimate(average_precision)?),
            Some(share),
        ),
        (
            "Recall at 5 % false alarms",
            "hoaxes found while flagging one other text in twenty",
            Some(widened(recall, &of_hoaxes)),
            Some(0.05),
        ),
        (
            "Macro F1",
            "at a probability of one half",
            Some(stated.estimate(|s, l| Ok(confusion(s, l, 0.5)?.macro_f1()))?),
            None,
        ),
        (
            "MCC",
            "correlation of flag and label",
            Some(stated.estimate(|s, l| Ok(confusion(s, l, 0.5)?.mcc()))?),
            Some(0.0),
        ),
        (
            "Hoaxes found",
            "at a probability of one half",
            stated.share(is_hoax, is_flagged),
            None,
        ),
        (
            "Others flagged",
            "false alarms at one half",
            stated.share(|_, is_hoax| !is_hoax, is_flagged),
            None,
        ),
        (
            PRECISION,
            "precision at one half, at the share of hoaxes in these rows",
            stated.share(is_flagged, is_hoax),
            Some(share),
        ),
        (
            "Brier score",
            "probabilities moved to the share of hoaxes in these rows; 0 is best",
            Some(moved.estimate(brier_score)?),
            Some(share * (1.0 - share)),
        ),
        (
            "Calibration error",
            "of the same probabilities, in ten bins; 0 is best",
            Some(moved.estimate(|s, l| expected_calibration_error(s, l, 10))?),
            None,
        ),
    ];
    let lines = lines.into_iter();
    let figures = lines.filter_map(|(name, about, estimate, chance)| {
        Some(Figure {
            name,
            about,
            estimate: estimate?,
            chance,
        })
    });
    Ok(figures.collect())
}

/// The ranking of rows of both classes as they are and in some readings.
pub fn readings(
    maker: &Maker<'_>,
    labelled: &[usize],
    wanted: impl Fn(Read) -> bool,
) -> Result<Vec<Reading>, hoaks::Error> {
    let plain = maker.sample(labelled.iter().copied(), |row| row.logit);
    let mut found = vec![Reading {
        name: "as it is",
        roc: plain.estimate(roc_auc)?,
        average_precision: plain.estimate(average_precision)?,
        change: None,
    }];
    for (number, reading) in all_readings().into_iter().enumerate() {
        if wanted(reading) {
            let sample = maker.sample(labelled.iter().copied(), |row| row.readings[number]);
            found.push(Reading {
                name: reading.name(),
                roc: sample.estimate(roc_auc)?,
                average_precision: sample.estimate(average_precision)?,
                change: Some(sample.compare(&plain.scores)?),
            });
        }
    }
    Ok(found)
}

/// What the look of the texts alone achieves.
pub fn leak(maker: &Maker<'_>, labelled: &[usize]) -> Result<Leak, hoaks::Error> {
    let sample = maker.sample(labelled.iter().copied(), |row| row.logit);
    let texts: Vec<&str> = (labelled.iter())
        .map(|&row| maker.rows.rows[row].text.as_str())
        .collect();
    let folds: Vec<usize> = labelled.iter().map(|&row| maker.rows.folds[row]).collect();
    let probe = leak_probe(
        &texts,
        &sample.labels,
        &sample.groups,
        &folds,
        sample.resamples,
        sample.seed,
    )?;
    let mut alone: Vec<(&'static str, f64)> =
        SURFACE_FEATURES.into_iter().zip(probe.alone).collect();
    alone.sort_by(|a, b| (b.1 - 0.5).abs().total_cmp(&(a.1 - 0.5).abs()));
    Ok(Leak {
        roc: probe.roc,
        alone,
        above: sample.compare(&probe.scores)?,
    })
}
