//! Figures of any labelled rows, all of them or those of a genre.

use hoaks::evaluate::{
    SURFACE_FEATURES, average_precision, brier_score, confusion, expected_calibration_error,
    leak_probe, recall_at_false_positive_rate, roc_auc,
};

use crate::common::scores::{Reading as Read, log_odds, readings as all_readings, sigmoid};
use crate::figures::{Figure, Leak, Maker, Reading, Sample};

/// The share of flags that are right.
pub const PRECISION: &str = "Flags that are hoaxes";

type Metric = fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>;

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
    type Line<'s> = (&'static str, &'static str, &'s Sample, Metric, Option<f64>);
    let lines: [Line<'_>; 10] = [
        (
            "ROC area",
            "a hoax scores above another text",
            &stated,
            roc_auc,
            Some(0.5),
        ),
        (
            "PR area",
            "average precision",
            &stated,
            average_precision,
            Some(share),
        ),
        (
            "Recall at 5 % false alarms",
            "hoaxes found while flagging one other text in twenty",
            &stated,
            |s, l| recall_at_false_positive_rate(s, l, 0.05),
            Some(0.05),
        ),
        (
            "Macro F1",
            "at a probability of one half",
            &stated,
            |s, l| Ok(confusion(s, l, 0.5)?.macro_f1()),
            None,
        ),
        (
            "MCC",
            "correlation of flag and label",
            &stated,
            |s, l| Ok(confusion(s, l, 0.5)?.mcc()),
            Some(0.0),
        ),
        (
            "Hoaxes found",
            "at a probability of one half",
            &stated,
            |s, l| Ok(confusion(s, l, 0.5)?.recall()),
            None,
        ),
        (
            "Others flagged",
            "false alarms at one half",
            &stated,
            |s, l| Ok(confusion(s, l, 0.5)?.false_positive_rate()),
            None,
        ),
        (
            PRECISION,
            "precision at one half, at the share of hoaxes in these rows",
            &stated,
            |s, l| {
                // Of no flags no share is right, and none is wrong.
                let found = confusion(s, l, 0.5)?;
                let has_flags = found.flagged() > 0.0;
                Ok(if has_flags {
                    found.precision()
                } else {
                    f64::NAN
                })
            },
            Some(share),
        ),
        (
            "Brier score",
            "probabilities moved to the share of hoaxes in these rows; 0 is best",
            &moved,
            brier_score,
            Some(share * (1.0 - share)),
        ),
        (
            "Calibration error",
            "of the same probabilities, in ten bins; 0 is best",
            &moved,
            |s, l| expected_calibration_error(s, l, 10),
            None,
        ),
    ];
    let has_flags = stated.scores.iter().any(|&probability| probability >= 0.5);
    lines
        .into_iter()
        .filter(|(name, ..)| has_flags || *name != PRECISION)
        .map(|(name, about, sample, metric, chance)| {
            Ok(Figure {
                name,
                about,
                estimate: sample.estimate(metric)?,
                chance,
            })
        })
        .collect()
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
