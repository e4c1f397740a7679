//! Scores to the figures of a report.

use std::collections::BTreeMap;
use std::error::Error;

use hoaks::Detector;
use hoaks::evaluate::{
    CurvePoint, SURFACE_FEATURES, average_precision, brier_score, confusion,
    expected_calibration_error, leak_probe, precision_recall_curve, recall_at_false_positive_rate,
    reliability_curve, roc_auc, roc_curve,
};

use crate::Options;
use crate::common::scores::READINGS;
use crate::figures::{
    BINS, Breakdown, Figure, Genre, Leak, Maker, Mistake, ModelCard, Part, Reading, Report, Sample,
};
use crate::learning;
use crate::rows::{Row, Rows};

/// Groups of a breakdown that are shown.
const SHOWN: usize = 15;
/// Errors of each kind that are listed.
const ERRORS: usize = 8;

type Metric = fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>;

/// The points that differ: a curve over 40,000 rows has more than anyone sees.
fn thinned(points: Vec<CurvePoint>) -> Vec<CurvePoint> {
    let last = points.last().copied();
    let mut kept: Vec<CurvePoint> = Vec::new();
    for point in points {
        let is_near =
            |other: &CurvePoint| (other.x - point.x).abs() + (other.y - point.y).abs() < 0.002;
        if !kept.last().is_some_and(is_near) || Some(point) == last {
            kept.push(point);
        }
    }
    kept
}

fn log_odds(p: f64) -> f64 {
    libm::log(p) - libm::log1p(-p)
}

fn sigmoid(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}

impl<'r> Report<'r> {
    pub fn new(
        options: &Options,
        detector: &Detector,
        rows: &'r Rows,
    ) -> Result<Self, Box<dyn Error>> {
        let maker = Maker { options, rows };
        let (labelled, labels) = rows.labelled();
        let hoax = labels.iter().filter(|&&label| label).count();
        let valid = labels.len() - hoax;
        let both = hoax > 0 && valid > 0;
        let all = || maker.sample(labelled.iter().copied(), |row| row.logit);
        let share = hoax as f64 / labels.len().max(1) as f64;
        let shift = if both {
            log_odds(share) - log_odds(rows.base_rate)
        } else {
            0.0
        };
        let stated = maker.sample(labelled.iter().copied(), |row| row.probability);
        let moved = maker.sample(labelled.iter().copied(), |row| sigmoid(row.logit + shift));
        let mut groups = rows.groups.clone();
        groups.sort_unstable();
        groups.dedup();
        let card = detector.model().card();
        let mut report = Self {
            title: (options.title.clone())
                .unwrap_or_else(|| "How well does it tell misinformation?".to_owned()),
            model: ModelCard {
                name: card.name.clone(),
                digest: detector.model().digest().to_owned(),
                cut_off: card.cut_off.clone(),
                base_rate: rows.base_rate,
            },
            held_out: options.scores.is_some(),
            inputs: &rows.inputs,
            rows: rows.rows.len(),
            hoax,
            valid,
            assumed_valid: rows.rows.iter().filter(|row| row.is_assumed).count(),
            unlabelled: rows.rows.len() - labels.len(),
            groups: groups.len(),
            grouped_by: &rows.grouped_by,
            resamples: options.resamples,
            warnings: Vec::new(),
            headline: Vec::new(),
            readings: Vec::new(),
            genres: genres(&maker)?,
            breakdowns: breakdowns(&maker),
            roc: Vec::new(),
            precision_recall: Vec::new(),
            reliability: Vec::new(),
            reliability_as_stated: Vec::new(),
            leak: None,
            learning: None,
            false_alarms: mistakes(detector, rows, false),
            missed: mistakes(detector, rows, true),
        };
        if both {
            let sample = all();
            report.headline = headline(&stated, &moved, share)?;
            report.readings = readings(&maker, &labelled, &sample)?;
            report.roc = thinned(roc_curve(&sample.scores, &sample.labels)?);
            report.precision_recall =
                thinned(precision_recall_curve(&sample.scores, &sample.labels)?);
            report.reliability = reliability_curve(&moved.scores, &moved.labels, 10)?;
            report.reliability_as_stated = reliability_curve(&stated.scores, &stated.labels, 10)?;
            report.leak = leak(&maker, &labelled, &sample).ok();
            if options.learning_curve {
                match learning::learn(&maker, &labelled) {
                    Ok(learning) => report.learning = Some(learning),
                    Err(error) => {
                        report
                            .warnings
                            .push(format!("Nothing could be learned: {error}."));
                    }
                }
            }
        }
        let doubts = report.doubts(rows);
        report.warnings.extend(doubts);
        Ok(report)
    }

    /// What a reader must know before believing a figure.
    fn doubts(&self, rows: &Rows) -> Vec<String> {
        let mut doubts = Vec::new();
        let trained: Vec<&str> = (rows.inputs.iter())
            .filter(|input| input.was_trained_on)
            .map(|input| input.file.as_str())
            .collect();
        if !self.held_out && !trained.is_empty() {
            doubts.push(format!(
                "The model was trained on {}: these figures are not held out and flatter it. Use the scores that `train --scores` writes.",
                trained.join(", ")
            ));
        }
        if self.headline.is_empty() {
            doubts.push("Only one class has labels: there is nothing to tell apart, and only the share of flagged texts is reported.".to_owned());
        }
        if self.groups < 20 {
            doubts.push(format!(
                "There are only {} independent groups: intervals are too narrow.",
                self.groups
            ));
        }
        if rows.without_score > 0 {
            doubts.push(format!(
                "{} rows have no held-out score and are left out (no label, or near-duplicates of rows that have one).",
                rows.without_score
            ));
        }
        if rows.without_text > 0 {
            doubts.push(format!("{} rows have no text.", rows.without_text));
        }
        if self.assumed_valid > 0 {
            doubts.push(format!(
                "{} rows have no label of their own and are assumed to be valid; some are not.",
                self.assumed_valid
            ));
        }
        let genres: Vec<&Genre> = self
            .genres
            .iter()
            .filter(|g| g.hoax + g.valid > 0)
            .collect();
        let single = genres
            .iter()
            .filter(|g| g.hoax == 0 || g.valid == 0)
            .count();
        if genres.len() > 1 && single > 0 {
            doubts.push(format!(
                "{single} of {} genres have one class only. Figures over all rows reward telling genres apart; believe those within a genre.",
                genres.len()
            ));
        }
        if let Some(roc) = self.headline.first()
            && roc.estimate.value > 0.95
        {
            doubts.push("A ROC above 0.95 is a leak until proven otherwise.".to_owned());
        }
        if let Some(leak) = &self.leak
            && leak.roc.low > 0.6
        {
            doubts.push(format!(
                "Surface alone (length, marks, addresses, capitals; no word) reaches a ROC of {:.2}: the classes look different, and the model may live on that.",
                leak.roc.value
            ));
        }
        doubts
    }
}

fn headline(stated: &Sample, moved: &Sample, share: f64) -> Result<Vec<Figure>, hoaks::Error> {
    type Line<'s> = (&'static str, &'static str, &'s Sample, Metric, Option<f64>);
    let lines: [Line<'_>; 10] = [
        (
            "ROC area",
            "a hoax scores above another text",
            stated,
            roc_auc,
            Some(0.5),
        ),
        (
            "PR area",
            "average precision",
            stated,
            average_precision,
            Some(share),
        ),
        (
            "Recall at 5 % false alarms",
            "hoaxes found while flagging one other text in twenty",
            stated,
            |s, l| recall_at_false_positive_rate(s, l, 0.05),
            Some(0.05),
        ),
        (
            "Macro F1",
            "at a probability of one half",
            stated,
            |s, l| Ok(confusion(s, l, 0.5)?.macro_f1()),
            None,
        ),
        (
            "MCC",
            "correlation of flag and label",
            stated,
            |s, l| Ok(confusion(s, l, 0.5)?.mcc()),
            Some(0.0),
        ),
        (
            "Hoaxes found",
            "at a probability of one half",
            stated,
            |s, l| Ok(confusion(s, l, 0.5)?.recall()),
            None,
        ),
        (
            "Others flagged",
            "false alarms at one half",
            stated,
            |s, l| Ok(confusion(s, l, 0.5)?.false_positive_rate()),
            None,
        ),
        (
            "Flags that are hoaxes",
            "precision at one half, at the share of hoaxes in these rows",
            stated,
            |s, l| Ok(confusion(s, l, 0.5)?.precision()),
            Some(share),
        ),
        (
            "Brier score",
            "probabilities moved to the share of hoaxes in these rows; 0 is best",
            moved,
            brier_score,
            Some(share * (1.0 - share)),
        ),
        (
            "Calibration error",
            "of the same probabilities, in ten bins; 0 is best",
            moved,
            |s, l| expected_calibration_error(s, l, 10),
            None,
        ),
    ];
    lines
        .into_iter()
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

fn readings(
    maker: &Maker<'_>,
    labelled: &[usize],
    plain: &Sample,
) -> Result<Vec<Reading>, hoaks::Error> {
    let mut found = vec![Reading {
        name: "as it is",
        roc: plain.estimate(roc_auc)?,
        average_precision: plain.estimate(average_precision)?,
        change: None,
    }];
    for (number, (name, _)) in READINGS.iter().enumerate() {
        let sample = maker.sample(labelled.iter().copied(), |row| row.readings[number]);
        found.push(Reading {
            name,
            roc: sample.estimate(roc_auc)?,
            average_precision: sample.estimate(average_precision)?,
            change: Some(sample.compare(&plain.scores)?),
        });
    }
    Ok(found)
}

fn genres(maker: &Maker<'_>) -> Result<Vec<Genre>, hoaks::Error> {
    let rows = &maker.rows.rows;
    let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, it) in rows.iter().enumerate() {
        names.entry(&it.genre).or_default().push(row);
    }
    let hoaxes: Vec<usize> = (0..rows.len())
        .filter(|&row| rows[row].label == Some(true))
        .collect();
    let mut genres = Vec::new();
    for (name, members) in names {
        let (hoax, others): (Vec<usize>, Vec<usize>) = members
            .iter()
            .partition(|&&row| rows[row].label == Some(true));
        let valid = others.iter().filter(|&&row| rows[row].label.is_some());
        let labelled = members.iter().filter(|&&row| rows[row].label.is_some());
        let within = maker.sample(labelled.copied(), |row| row.logit);
        let negatives: Vec<usize> = valid.copied().collect();
        let against = maker.sample(hoaxes.iter().chain(&negatives).copied(), |row| row.logit);
        let roc = |sample: &Sample| {
            sample
                .has_enough()
                .then(|| sample.estimate(roc_auc))
                .transpose()
        };
        let flagged = maker.sample(others.iter().copied(), |row| row.probability);
        genres.push(Genre {
            name: name.to_owned(),
            hoax: hoax.len(),
            valid: negatives.len(),
            assumed_valid: negatives
                .iter()
                .filter(|&&row| rows[row].is_assumed)
                .count(),
            unlabelled: others.len() - negatives.len(),
            roc: roc(&within)?,
            roc_against: roc(&against)?,
            found: share_flagged(rows, &hoax),
            flagged: flagged
                .estimate(|s, l| Ok(confusion(s, l, 0.5)?.flagged()))
                .ok(),
            histogram_hoax: histogram(rows, &hoax),
            histogram_others: histogram(rows, &others),
        });
    }
    genres.sort_by_key(|genre| std::cmp::Reverse(genre.hoax + genre.valid + genre.unlabelled));
    Ok(genres)
}

fn share_flagged(rows: &[Row], chosen: &[usize]) -> Option<f64> {
    let flagged = chosen.iter().filter(|&&row| rows[row].probability >= 0.5);
    (!chosen.is_empty()).then(|| flagged.count() as f64 / chosen.len() as f64)
}

fn histogram(rows: &[Row], chosen: &[usize]) -> Vec<f64> {
    let mut bins = vec![0.0; BINS];
    for &row in chosen {
        let bin = (rows[row].probability * BINS as f64) as usize;
        bins[bin.min(BINS - 1)] += 1.0 / chosen.len() as f64;
    }
    bins
}

fn breakdowns(maker: &Maker<'_>) -> Vec<Breakdown> {
    let rows = &maker.rows.rows;
    let mut found = Vec::new();
    for field in &maker.options.by {
        let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut without = 0;
        for (row, it) in rows.iter().enumerate() {
            match (it.fields.get(field), it.label) {
                (Some(value), Some(_)) => values.entry(value).or_default().push(row),
                _ => without += 1,
            }
        }
        // One value tells nothing apart.
        if values.len() < 2 {
            continue;
        }
        let mut values: Vec<(&str, Vec<usize>)> = values.into_iter().collect();
        values.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
        let hidden = values.split_off(values.len().min(SHOWN));
        if field == "year" {
            values.sort_by_key(|(value, _)| *value);
        }
        let part = |(value, chosen): (&str, Vec<usize>)| {
            let (hoax, valid): (Vec<usize>, Vec<usize>) = chosen
                .iter()
                .partition(|&&row| rows[row].label == Some(true));
            let sample = maker.sample(chosen.iter().copied(), |row| row.logit);
            Part {
                value: value.to_owned(),
                hoax: hoax.len(),
                valid: valid.len(),
                roc: sample
                    .has_enough()
                    .then(|| roc_auc(&sample.scores, &sample.labels).ok())
                    .flatten(),
                found: share_flagged(rows, &hoax),
                flagged: share_flagged(rows, &valid),
            }
        };
        found.push(Breakdown {
            field: field.clone(),
            hidden: (
                hidden.len(),
                hidden.iter().map(|(_, rows)| rows.len()).sum(),
            ),
            values: values.into_iter().map(part).collect(),
            without,
        });
    }
    found
}

fn leak(maker: &Maker<'_>, labelled: &[usize], sample: &Sample) -> Result<Leak, hoaks::Error> {
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

/// The rows that the model is most wrong about, one of each group.
fn mistakes(detector: &Detector, rows: &Rows, label: bool) -> Vec<Mistake> {
    let mut wrong: Vec<usize> = (0..rows.rows.len())
        .filter(|&row| {
            let it = &rows.rows[row];
            it.label == Some(label) && (it.probability >= 0.5) != label
        })
        .collect();
    wrong.sort_by(|&a, &b| {
        let (a, b) = (rows.rows[a].probability, rows.rows[b].probability);
        if label {
            a.total_cmp(&b)
        } else {
            b.total_cmp(&a)
        }
    });
    let mut seen = Vec::new();
    wrong.retain(|&row| {
        let group = rows.groups[row];
        let is_new = seen.len() < ERRORS && !seen.contains(&group);
        if is_new {
            seen.push(group);
        }
        is_new
    });
    wrong
        .into_iter()
        .map(|row| mistake(detector, &rows.rows[row]))
        .collect()
}

fn mistake(detector: &Detector, row: &Row) -> Mistake {
    let explanation = detector.explain(&row.text);
    // What each byte adds, runs of characters being shared out over theirs.
    let mut bytes = vec![0.0; row.text.len()];
    let mut style = Vec::new();
    for piece in &explanation.contributions {
        if let hoaks::detector::Evidence::Style(flag) = piece.evidence {
            style.push((flag.name(), piece.logit));
        } else {
            let length = piece.span.len().max(1) as f64;
            for byte in &mut bytes[piece.span.clone()] {
                *byte += piece.logit / length;
            }
        }
    }
    let mut words = Vec::new();
    let mut start = 0;
    for word in row.text.split_inclusive(char::is_whitespace) {
        let end = start + word.trim_end().len();
        if end > start {
            words.push((start, end, bytes[start..end].iter().sum()));
        }
        start += word.len();
    }
    Mistake {
        id: row.id.clone(),
        genre: row.genre.clone(),
        label_is_assumed: row.is_assumed,
        probability: row.probability,
        text: row.text.clone(),
        words,
        style,
    }
}
