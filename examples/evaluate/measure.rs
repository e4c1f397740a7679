//! Scores to the figures of a report.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use hoaks::Detector;
use hoaks::evaluate::{CurvePoint, precision_recall_curve, roc_auc, roc_curve};
use hoaks::model::Card;

use crate::Options;
use crate::common::scores::Reading as Read;
use crate::figures::{Breakdown, Genre, Maker, ModelCard, Part, Report};
use crate::genres::genres;
use crate::learning;
use crate::metrics::{figures, leak, moved, readings};
use crate::mistakes::mistakes;
use crate::rows::Rows;

/// Groups of a breakdown that are shown.
const SHOWN: usize = 15;
/// Groups below which percentiles of a bootstrap are too narrow.
const FEW_GROUPS: usize = 20;

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
            assumed_valid: (rows.rows.iter())
                .filter(|row| row.is_assumed && row.label == Some(false))
                .count(),
            unlabelled: rows.rows.len() - labels.len(),
            groups: rows.groups.iter().collect::<BTreeSet<_>>().len(),
            straddling: match options.scores {
                Some(_) => straddling(rows),
                None => 0,
            },
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
        if hoax > 0 && valid > 0 {
            report.measure(&maker, detector.model().card(), &labelled)?;
        }
        let doubts = report.doubts(rows);
        report.warnings.extend(doubts);
        Ok(report)
    }

    /// Fills in what takes rows of both classes.
    fn measure(
        &mut self,
        maker: &Maker<'_>,
        card: &Card,
        labelled: &[usize],
    ) -> Result<(), hoaks::Error> {
        let sample = maker.sample(labelled.iter().copied(), |row| row.logit);
        let stated = maker.sample(labelled.iter().copied(), |row| row.probability);
        self.headline = figures(maker, labelled)?;
        self.readings = readings(maker, labelled, |it| matches!(it, Read::Strip(..)))?;
        self.roc = thinned(roc_curve(&sample.scores, &sample.labels)?);
        self.precision_recall = thinned(precision_recall_curve(&sample.scores, &sample.labels)?);
        self.reliability = moved(maker, labelled).reliability()?;
        self.reliability_as_stated = stated.reliability()?;
        match leak(maker, labelled) {
            Ok(leak) => self.leak = Some(leak),
            Err(error) => (self.warnings).push(format!("There is no leak probe: {error}.")),
        }
        if maker.options.learning_curve {
            match learning::learn(maker, card, labelled) {
                Ok(learning) => self.learning = Some(learning),
                Err(error) => (self.warnings).push(format!("Nothing could be learned: {error}.")),
            }
        }
        Ok(())
    }

    /// Why the intervals over all rows are narrower than they should be: there are few
    /// groups, all in all or of the rows of a class.
    fn narrow(&self, rows: &Rows) -> Option<String> {
        let of = |is_meant: fn(Option<bool>) -> bool| {
            let both = rows.rows.iter().zip(&rows.groups);
            let meant = both.filter(|(row, _)| is_meant(row.label));
            meant.map(|it| it.1).collect::<BTreeSet<_>>().len()
        };
        let counts = match self.headline.is_empty() {
            true => vec![("", self.groups)],
            false => vec![
                ("", of(|label| label.is_some())),
                (" of hoaxes", of(|label| label == Some(true))),
                (" of others", of(|label| label == Some(false))),
            ],
        };
        let (what, groups) = counts.into_iter().find(|(_, it)| *it < FEW_GROUPS)?;
        let roc = self.headline.first();
        let left_out = match roc.map(|figure| figure.estimate.undefined) {
            Some(count) if count > 0 => format!(
                "; {count} of {} resamples hold one class only and are left out",
                self.resamples
            ),
            _ => String::new(),
        };
        Some(format!(
            "Independent groups{what} are only {groups}: intervals are too narrow{left_out}."
        ))
    }

    /// The genres for which the same is true.
    fn narrow_within(&self) -> Option<String> {
        let few = |genre: &&Genre| genre.groups.iter().any(|it| *it < FEW_GROUPS);
        let shown = self.genres.iter().filter(|genre| !genre.figures.is_empty());
        let few: Vec<String> = shown
            .filter(few)
            .map(|it| format!("{} ({} and {})", it.name, it.groups[0], it.groups[1]))
            .collect();
        // One genre is all there is.
        (self.genres.len() > 1 && !few.is_empty()).then(|| {
            format!(
                "Hoaxes or others of some genres are of fewer than {FEW_GROUPS} independent groups, so that intervals within them are too narrow: {}.",
                few.join(", ")
            )
        })
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
        if rows.is_of_other_recipe {
            doubts.push(format!(
                "The held-out scores are not of the recipe of {}, which shades the words and is named as the model: name the one that was trained with them by `--model`.",
                self.model.name
            ));
        }
        let what = "only the share of flagged texts is reported";
        if self.hoax + self.valid == 0 {
            doubts.push(format!("No row has a `label`: {what}."));
        } else if self.headline.is_empty() {
            doubts.push(format!(
                "Only one class has labels: there is nothing to tell apart, and {what}."
            ));
        }
        doubts.extend(self.narrow(rows));
        doubts.extend(self.narrow_within());
        if rows.without_score > 0 {
            doubts.push(format!(
                "{} rows have no held-out score and are left out (no label, or near-duplicates of rows that have one).",
                rows.without_score
            ));
        }
        if self.straddling > 0 {
            doubts.push(format!(
                "{} rows were scored by fits that had seen others of their group (by {}): `train` had put them into different folds.",
                self.straddling, self.grouped_by
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
        if !self.headline.is_empty() && genres.len() > 1 && single > 0 {
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

/// Rows whose group has rows in more than one fold.
fn straddling(rows: &Rows) -> usize {
    let mut folds: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for (&group, &fold) in rows.groups.iter().zip(&rows.folds) {
        folds.entry(group).or_default().insert(fold);
    }
    let is_split = |group: &&u32| folds[group].len() > 1;
    rows.groups.iter().filter(is_split).count()
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
                    .then(|| sample.estimate(roc_auc).ok())
                    .flatten(),
                found: maker.flagged(&hoax),
                flagged: maker.flagged(&valid),
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
