//! What can be learned from the rows alone, from more and more of them and
//! under splits that leak less and less.

use std::error::Error;

use hoaks::evaluate::{
    Estimate, Split, date_quantile, forward_split, group_folds, leave_one_source_out,
    near_duplicate_groups, roc_auc,
};
use hoaks::features::{Style, Vectorizer};
use hoaks::linear::Logistic;
use hoaks::model::Card;
use hoaks::training::{Corpus, Example, Trainer};
use serde::Serialize;

use crate::figures::{Maker, Sample};
use crate::rows::SOURCE;

/// Sources that are left out one at a time.
const MOST_SOURCES: usize = 40;

#[derive(Serialize)]
pub struct Learning {
    /// Share of the groups learned from, rows that is, and ROC on the rest.
    pub curve: Vec<(f64, usize, Estimate)>,
    pub splits: Vec<SplitFigure>,
}

#[derive(Serialize)]
pub struct SplitFigure {
    pub name: &'static str,
    pub about: String,
    pub is_honest: bool,
    pub roc: Estimate,
}

struct Bench<'r> {
    corpus: Corpus,
    sample: Sample,
    maker: &'r Maker<'r>,
}

impl Bench<'_> {
    /// Scores of `test` by a fit on `train`, both classes weighing the same.
    fn fit(&self, train: &[usize], test: &[usize]) -> Result<Vec<f64>, hoaks::Error> {
        let labels = self.corpus.labels();
        let hoaxes = train.iter().filter(|&&row| labels[row]).count() as f64;
        let half = train.len() as f64 / 2.0;
        let weights: Vec<f32> = train
            .iter()
            .map(|&row| {
                let same = if labels[row] {
                    hoaxes
                } else {
                    train.len() as f64 - hoaxes
                };
                (half / same) as f32
            })
            .collect();
        let trainer = Trainer::new(Logistic::new().c(2.0));
        let fit = trainer.fit(&self.corpus, train, &weights)?;
        let vectors = self.corpus.vectors();
        Ok(test
            .iter()
            .map(|&row| fit.weights.logit(&vectors[row]))
            .collect())
    }

    /// Held-out scores of all rows; of the rows outside a fold, those in
    /// `learned` are learned from.
    fn folds(
        &self,
        folds: &[usize],
        learned: impl Fn(usize) -> bool,
    ) -> Result<(Vec<f64>, usize), hoaks::Error> {
        let mut scores = vec![0.0; folds.len()];
        let mut rows = 0;
        let count = folds.iter().max().map_or(0, |last| last + 1);
        for fold in 0..count {
            let train: Vec<usize> = (0..folds.len())
                .filter(|&row| folds[row] != fold && learned(row))
                .collect();
            let test: Vec<usize> = (0..folds.len()).filter(|&row| folds[row] == fold).collect();
            rows += train.len();
            for (row, score) in test.iter().zip(self.fit(&train, &test)?) {
                scores[*row] = score;
            }
        }
        Ok((scores, rows / count.max(1)))
    }

    fn roc(&self, scores: Vec<f64>) -> Result<Estimate, hoaks::Error> {
        let sample = Sample {
            scores,
            labels: self.sample.labels.clone(),
            groups: self.sample.groups.clone(),
            ..self.sample
        };
        sample.estimate(roc_auc)
    }

    /// ROC over the rows that the splits judge, each scored once.
    fn roc_of_splits(&self, splits: &[Split]) -> Result<Estimate, hoaks::Error> {
        let mut rows = Vec::new();
        let mut scores = Vec::new();
        for split in splits {
            scores.extend(self.fit(&split.train, &split.test)?);
            rows.extend_from_slice(&split.test);
        }
        let sample = Sample {
            scores,
            labels: rows.iter().map(|&row| self.sample.labels[row]).collect(),
            groups: rows.iter().map(|&row| self.sample.groups[row]).collect(),
            ..self.sample
        };
        sample.estimate(roc_auc)
    }
}

pub fn learn(
    maker: &Maker<'_>,
    model: &Card,
    labelled: &[usize],
) -> Result<Learning, Box<dyn Error>> {
    let rows = &maker.rows.rows;
    let sample = maker.sample(labelled.iter().copied(), |_| 0.0);
    let examples: Vec<Example> = labelled
        .iter()
        .zip(sample.labels.iter().zip(&sample.groups))
        .map(|(&row, (&label, &group))| Example {
            text: rows[row].text.clone(),
            label,
            group,
        })
        .collect();
    let vectorizer = Vectorizer::new(model.bits, model.scales)?;
    let bench = Bench {
        corpus: Corpus::new(vectorizer, &examples).without(Style::CONTENT),
        sample,
        maker,
    };
    let seed = maker.options.seed;
    let folds: Vec<usize> = labelled.iter().map(|&row| maker.rows.folds[row]).collect();
    // Ten slices of whole groups: the first one, two, four … are learned from.
    let slices = group_folds(&bench.sample.groups, 10, seed ^ 0x5EED)
        .map_err(|_| "a learning curve needs ten groups; see --group")?;
    let mut curve = Vec::new();
    for tenths in [1, 2, 4, 7, 10] {
        // A small share may hold one class only.
        if let Ok((scores, learned)) = bench.folds(&folds, |row| slices[row] < tenths) {
            curve.push((tenths as f64 / 10.0, learned, bench.roc(scores)?));
        }
    }
    Ok(Learning {
        curve,
        splits: bench.splits(labelled, &folds)?,
    })
}

impl Bench<'_> {
    /// What each split makes of the rows, the leakiest first.
    fn splits(
        &self,
        labelled: &[usize],
        folds: &[usize],
    ) -> Result<Vec<SplitFigure>, Box<dyn Error>> {
        let seed = self.maker.options.seed;
        let alone: Vec<u32> = (0..).take(labelled.len()).collect();
        let mut found = vec![SplitFigure {
            name: "Random rows",
            about: "near-duplicates and topics on both sides".to_owned(),
            is_honest: false,
            roc: self.roc(self.folds(&group_folds(&alone, 5, seed)?, |_| true)?.0)?,
        }];
        let duplicates = near_duplicate_groups(&self.texts(labelled), 0.6)?;
        // Where groups are near-duplicates and nothing else, they come below.
        if duplicates != self.sample.groups
            && let Ok(folds) = group_folds(&duplicates, 5, seed)
        {
            found.push(SplitFigure {
                name: "Near-duplicates together",
                about: "topics on both sides".to_owned(),
                is_honest: false,
                roc: self.roc(self.folds(&folds, |_| true)?.0)?,
            });
        }
        found.push(SplitFigure {
            name: "Groups together",
            about: format!("by {}", self.maker.rows.grouped_by),
            is_honest: true,
            roc: self.roc(self.folds(folds, |_| true)?.0)?,
        });
        found.extend(self.forward(labelled));
        found.extend(self.by_source(labelled));
        Ok(found)
    }

    /// The last three tenths of the dated rows, by what came before them.
    fn forward(&self, labelled: &[usize]) -> Option<SplitFigure> {
        let rows = &self.maker.rows.rows;
        let dates: Vec<Option<&str>> = (labelled.iter())
            .map(|&row| rows[row].date.as_deref())
            .collect();
        let cut = date_quantile(&dates, 0.7).ok()?;
        let split = forward_split(&dates, &self.sample.groups, cut).ok()?;
        Some(SplitFigure {
            name: "Forward in time",
            about: format!(
                "learned before {cut}, judged on {} rows since; {} without a date, {} straddle",
                split.test.len(),
                split.unplaced.len(),
                split.straddling.len()
            ),
            is_honest: true,
            roc: self.roc_of_splits(std::slice::from_ref(&split)).ok()?,
        })
    }

    /// Each source by all others.
    fn by_source(&self, labelled: &[usize]) -> Option<SplitFigure> {
        let rows = &self.maker.rows.rows;
        let sources: Vec<Option<&str>> = (labelled.iter())
            .map(|&row| rows[row].fields.get(SOURCE).map(String::as_str))
            .collect();
        let splits = leave_one_source_out(&sources, &self.sample.groups).ok()?;
        // Hundreds of outlets would be hundreds of fits.
        if splits.len() > MOST_SOURCES {
            return None;
        }
        let splits: Vec<Split> = splits.into_iter().map(|(_, split)| split).collect();
        Some(SplitFigure {
            name: "One source left out",
            about: format!(
                "{} sources, each judged by a fit on the others",
                splits.len()
            ),
            is_honest: true,
            roc: self.roc_of_splits(&splits).ok()?,
        })
    }

    fn texts(&self, labelled: &[usize]) -> Vec<&str> {
        let rows = &self.maker.rows.rows;
        labelled
            .iter()
            .map(|&row| rows[row].text.as_str())
            .collect()
    }
}
