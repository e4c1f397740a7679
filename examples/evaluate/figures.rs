//! The figures of a report, as they go into JSON.

use hoaks::evaluate::{
    Comparison, CurvePoint, Estimate, ReliabilityBin, bootstrap, bootstrap_difference, proportion,
    reliability_curve, roc_auc,
};
use serde::Serialize;

use crate::Options;
use crate::learning::Learning;
use crate::rows::{Input, Row, Rows};
use crate::stream::Stream;

/// Bins of the histograms of probabilities.
pub const BINS: usize = 20;
/// Rows of each class below which no ROC is worth printing.
pub const TOO_FEW: usize = 10;

#[derive(Serialize)]
pub struct Report<'r> {
    pub title: String,
    pub model: ModelCard,
    pub held_out: bool,
    pub inputs: &'r [Input],
    pub rows: usize,
    pub hoax: usize,
    pub valid: usize,
    pub assumed_valid: usize,
    pub unlabelled: usize,
    pub groups: usize,
    /// Rows with a held-out score whose group has rows in another fold, too: the fit
    /// has seen texts of their group.
    pub straddling: usize,
    pub grouped_by: &'r str,
    pub resamples: usize,
    pub warnings: Vec<String>,
    pub headline: Vec<Figure>,
    pub readings: Vec<Reading>,
    pub genres: Vec<Genre>,
    pub breakdowns: Vec<Breakdown>,
    pub roc: Vec<CurvePoint>,
    pub precision_recall: Vec<CurvePoint>,
    /// At the share of misinformation in these rows.
    pub reliability: Vec<Bin>,
    /// At the base rate that the model states.
    pub reliability_as_stated: Vec<Bin>,
    pub leak: Option<Leak>,
    pub learning: Option<Learning>,
    pub false_alarms: Vec<Mistake>,
    pub missed: Vec<Mistake>,
}

/// A bin of a reliability curve.
#[derive(Serialize)]
pub struct Bin {
    #[serde(flatten)]
    pub bin: ReliabilityBin,
    /// Of its rate.
    pub interval: Option<Estimate>,
}

#[derive(Serialize)]
pub struct ModelCard {
    pub name: String,
    pub digest: String,
    pub cut_off: String,
    pub base_rate: f64,
}

#[derive(Serialize)]
pub struct Figure {
    pub name: &'static str,
    pub about: &'static str,
    pub estimate: Estimate,
    /// What says nothing scores this.
    pub chance: Option<f64>,
}

/// The same texts with something taken off.
#[derive(Serialize)]
pub struct Reading {
    pub name: &'static str,
    pub roc: Estimate,
    pub average_precision: Estimate,
    /// This ROC minus that of the text as it is.
    pub change: Option<Comparison>,
}

#[derive(Serialize)]
pub struct Genre {
    pub name: String,
    pub hoax: usize,
    pub valid: usize,
    pub assumed_valid: usize,
    pub unlabelled: usize,
    /// Independent groups of its hoaxes, and of its others that have a label.
    pub groups: [usize; 2],
    /// Within the genre.
    pub roc: Option<Estimate>,
    /// All hoaxes against the genre's other rows.
    pub roc_against: Option<Estimate>,
    /// Its hoaxes against the genres that hold none.
    pub stream: Option<Stream>,
    /// Share of hoaxes at a probability of one half or more.
    pub found: Option<Estimate>,
    /// Share of the others.
    pub flagged: Option<Estimate>,
    /// Within the genre, as over all rows; empty if a class is missing, as are
    /// the next three.
    pub figures: Vec<Figure>,
    /// As it is first, then with something taken off.
    pub readings: Vec<Reading>,
    /// As it is first, then with half of the words attacked.
    pub attacks: Vec<Reading>,
    pub leak: Option<Leak>,
    /// Share of rows by probability, hoaxes and others.
    pub histogram_hoax: Vec<f64>,
    pub histogram_others: Vec<f64>,
}

#[derive(Serialize)]
pub struct Breakdown {
    pub field: String,
    pub values: Vec<Part>,
    /// Values that are not shown, and their rows.
    pub hidden: (usize, usize),
    pub without: usize,
}

#[derive(Serialize)]
pub struct Part {
    pub value: String,
    pub hoax: usize,
    pub valid: usize,
    pub roc: Option<Estimate>,
    pub found: Option<Estimate>,
    pub flagged: Option<Estimate>,
}

#[derive(Serialize)]
pub struct Leak {
    pub roc: Estimate,
    pub alone: Vec<(&'static str, f64)>,
    /// ROC of the model minus that of the probe.
    pub above: Comparison,
}

#[derive(Serialize)]
pub struct Mistake {
    pub id: String,
    pub genre: String,
    pub label_is_assumed: bool,
    pub probability: f64,
    pub text: String,
    /// Words by byte span, and what they add to the model's logit.
    pub words: Vec<(usize, usize, f64)>,
    /// What style adds.
    pub style: Vec<(&'static str, f64)>,
}

/// Scores and labels of some rows, with their groups: what metrics are made of.
pub struct Sample {
    pub scores: Vec<f64>,
    pub labels: Vec<bool>,
    pub groups: Vec<u32>,
    pub resamples: usize,
    pub seed: u64,
}

impl Sample {
    pub fn estimate(
        &self,
        metric: impl Fn(&[f64], &[bool]) -> Result<f64, hoaks::Error> + Sync,
    ) -> Result<Estimate, hoaks::Error> {
        bootstrap(
            &self.scores,
            &self.labels,
            &self.groups,
            self.resamples,
            self.seed,
            metric,
        )
    }

    /// Share of the rows that are meant for which it holds; both hang on a score and a
    /// label. None if no row is meant.
    pub fn share(
        &self,
        is_meant: impl Fn(f64, bool) -> bool,
        holds: impl Fn(f64, bool) -> bool,
    ) -> Option<Estimate> {
        let rows = self.scores.iter().zip(&self.labels).zip(&self.groups);
        let (cases, groups): (Vec<bool>, Vec<u32>) = rows
            .filter(|((score, label), _)| is_meant(**score, **label))
            .map(|((&score, &label), &group)| (holds(score, label), group))
            .unzip();
        proportion(&cases, &groups).ok()
    }

    pub fn compare(&self, other: &[f64]) -> Result<Comparison, hoaks::Error> {
        bootstrap_difference(
            &self.scores,
            other,
            &self.labels,
            &self.groups,
            self.resamples,
            self.seed,
            roc_auc,
        )
    }

    /// The reliability curve of probabilities, in ten bins.
    pub fn reliability(&self) -> Result<Vec<Bin>, hoaks::Error> {
        let bins = reliability_curve(&self.scores, &self.labels, 10)?;
        // Bins are runs of the rows in the order of their probabilities.
        let mut rows: Vec<usize> = (0..self.scores.len()).collect();
        rows.sort_by(|&a, &b| self.scores[a].total_cmp(&self.scores[b]));
        let mut start = 0;
        let with_interval = |bin: ReliabilityBin| {
            let of_bin = &rows[start..start + bin.count];
            start += bin.count;
            Bin {
                bin,
                interval: self.select(of_bin).share(|_, _| true, |_, is_hoax| is_hoax),
            }
        };
        Ok(bins.into_iter().map(with_interval).collect())
    }

    fn select(&self, rows: &[usize]) -> Self {
        Self {
            scores: rows.iter().map(|&row| self.scores[row]).collect(),
            labels: rows.iter().map(|&row| self.labels[row]).collect(),
            groups: rows.iter().map(|&row| self.groups[row]).collect(),
            ..*self
        }
    }

    /// Whether a ROC of them is worth printing, and an interval can be had.
    pub fn has_enough(&self) -> bool {
        let hoax = self.labels.iter().filter(|&&label| label).count();
        let are_apart = self.groups.windows(2).any(|pair| pair[0] != pair[1]);
        are_apart && hoax >= TOO_FEW && self.labels.len() - hoax >= TOO_FEW
    }
}

pub struct Maker<'r> {
    pub options: &'r Options,
    pub rows: &'r Rows,
}

impl Maker<'_> {
    pub fn sample(
        &self,
        chosen: impl IntoIterator<Item = usize>,
        score: impl Fn(&Row) -> f64,
    ) -> Sample {
        let mut sample = Sample {
            scores: Vec::new(),
            labels: Vec::new(),
            groups: Vec::new(),
            resamples: self.options.resamples,
            seed: self.options.seed,
        };
        for row in chosen {
            let it = &self.rows.rows[row];
            sample.scores.push(score(it));
            sample.labels.push(it.label == Some(true));
            sample.groups.push(self.rows.groups[row]);
        }
        sample
    }

    /// Share of rows labelled hoax.
    pub fn share(&self, labelled: &[usize]) -> f64 {
        let is_hoax = |row: &&usize| self.rows.rows[**row].label == Some(true);
        labelled.iter().filter(is_hoax).count() as f64 / labelled.len().max(1) as f64
    }

    /// Share of rows at a probability of one half or more.
    pub fn flagged(&self, chosen: &[usize]) -> Option<Estimate> {
        let sample = self.sample(chosen.iter().copied(), |row| row.probability);
        sample.share(|_, _| true, is_flagged)
    }
}

/// A probability of one half or more.
pub fn is_flagged(probability: f64, _: bool) -> bool {
    probability >= 0.5
}

/// A share of what the rows of these groups are, at one end of its range: no resample
/// differs, and there may be more, or less, all the same.
pub fn widened(mut share: Estimate, groups: &[u32]) -> Estimate {
    let is_all = share.value == 1.0;
    if (is_all || share.value == 0.0)
        && let Ok(least) = proportion(&vec![is_all; groups.len()], groups)
    {
        share.low = share.low.min(least.low);
        share.high = share.high.max(least.high);
    }
    share
}
