//! Heads beside `hoax`: what they learn from, and what they are worth.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use hoaks::ErrorKind;
use hoaks::evaluate::{average_precision, bootstrap, connected_groups, group_folds, roc_auc};
use hoaks::linear::Platt;
use hoaks::model::Source;
use hoaks::training::{Corpus, Example, TrainedHead, Weights, out_of_fold};
use serde::Deserialize;
use serde_json::Value;

use super::figures::HeadFigures;
use super::recipe::{Calibration, FitRecipe, Recipe, sha256};
use super::rules::Rules;

/// Bootstrap resamples behind an interval.
const RESAMPLES: usize = 200;

/// A head beside `hoax`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadRecipe {
    pub name: String,
    /// Fits whose weights are added up; their masses name the parts below.
    pub fits: Vec<FitRecipe>,
    pub calibration: Calibration,
    pub abstain: [f64; 2],
    pub parts: Vec<PartRecipe>,
}

/// A part of a head's data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRecipe {
    pub part: String,
    pub file: String,
    /// The file lies beside the recipe, not in the folder of the data.
    #[serde(default)]
    pub own: bool,
    /// Use only rows in which this field has this value.
    pub only: Option<(String, Value)>,
    pub label: LabelRule,
    /// Learn from every row twice: as it is, and without the words that the
    /// weak rules of the head look for.
    #[serde(default)]
    pub hide: bool,
}

/// Where a label comes from.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LabelRule {
    /// All rows have it.
    All(bool),
    /// Whether a field has this value.
    Field(String, Value),
    /// The weak rules of the head; rows they cannot decide are left out.
    Weak(bool),
}

struct HeadData {
    examples: Vec<Example>,
    part_of: Vec<usize>,
    sources: Vec<Source>,
}

impl HeadRecipe {
    /// Reads, fits, calibrates, and tells what the held-out scores are worth.
    pub fn train(
        &self,
        recipe: &Recipe,
        folder: &Path,
        beside: &Path,
        rules: &Rules,
    ) -> Result<(TrainedHead, Vec<Source>, HeadFigures), Box<dyn Error>> {
        let data = self.load(folder, beside, rules)?;
        let corpus = Corpus::new(recipe.vectorizer()?, &data.examples);
        let folds = group_folds(
            corpus.groups(),
            self.calibration.folds,
            self.calibration.seed,
        )?;
        let logits = out_of_fold(&corpus, &folds, |chosen| self.fit(&corpus, &data, chosen))?;
        let fitted = Platt::fit(&logits, corpus.labels())?;
        let labels = corpus.labels();
        let share = labels.iter().filter(|&&label| label).count() as f64 / labels.len() as f64;
        let log_odds = |p: f64| libm::log(p) - libm::log1p(-p);
        let rate = self.calibration.base_rate;
        let calibration = Platt::new(
            fitted.slope(),
            fitted.intercept() + log_odds(rate) - log_odds(share),
        )?;
        let interval = |metric: fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>| {
            bootstrap(&logits, labels, corpus.groups(), RESAMPLES, 1, metric)
        };
        let figures = HeadFigures {
            head: self.name.clone(),
            rows: labels.len(),
            share,
            roc: interval(roc_auc)?.into(),
            average_precision: interval(average_precision)?.into(),
        };
        println!(
            "\nhead {}: held out, by its own labels: ROC {:.4}, PR {:.4}; {:.1} % moved to {:.1} %",
            self.name,
            figures.roc.value,
            figures.average_precision.value,
            100.0 * share,
            100.0 * rate
        );
        for (number, source) in data.sources.iter().enumerate() {
            let share = |label: bool| {
                let of: Vec<f64> = (0..logits.len())
                    .filter(|&row| data.part_of[row] == number && labels[row] == label)
                    .map(|row| logits[row])
                    .collect();
                let yes = of.iter().filter(|&&l| calibration.apply(l) >= 0.0).count();
                format!("{yes}/{}", of.len())
            };
            println!(
                "{:<36} yes of positives {:>12}, of negatives {:>12}, left out {}",
                source.part,
                share(true),
                share(false),
                source.left_out
            );
        }
        let all: Vec<usize> = (0..corpus.len()).collect();
        let head = self.fit(&corpus, &data, &all)?.into_head(
            &self.name,
            &calibration,
            rate,
            self.abstain,
        )?;
        Ok((head, data.sources, figures))
    }

    fn fit(
        &self,
        corpus: &Corpus,
        data: &HeadData,
        chosen: &[usize],
    ) -> Result<Weights, hoaks::Error> {
        let names: Vec<&str> = self.parts.iter().map(|part| part.part.as_str()).collect();
        let mut sum: Option<Weights> = None;
        for fit in &self.fits {
            let (rows, weights) = fit.weigh(
                chosen,
                |row| (data.part_of[row], data.examples[row].label, 1.0),
                |part| names[part],
            );
            let fitted = fit.trainer().fit(corpus, &rows, &weights)?.weights;
            match &mut sum {
                None => sum = Some(fitted.times(fit.factor)),
                Some(sum) => sum.add(&fitted, fit.factor)?,
            }
        }
        sum.ok_or_else(|| {
            ErrorKind::TrainingData {
                problem: "a head has no fits",
            }
            .into()
        })
    }

    fn load(
        &self,
        folder: &Path,
        beside: &Path,
        rules: &Rules,
    ) -> Result<HeadData, Box<dyn Error>> {
        let mut data = HeadData {
            examples: Vec::new(),
            part_of: Vec::new(),
            sources: Vec::new(),
        };
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut seen: HashMap<String, ()> = HashMap::new();
        for part in self.fits.iter().flat_map(|fit| fit.masses.keys()) {
            if !self.parts.iter().any(|known| known.part == *part) {
                return Err(format!("head {} weighs `{part}`, which is no part", self.name).into());
            }
        }
        for (number, part) in self.parts.iter().enumerate() {
            let path = if part.own { beside } else { folder }.join(&part.file);
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let mut source = Source::new(
                format!("{}: {}", self.name, part.part),
                part.file.clone(),
                sha256(&bytes),
            );
            for line in bytes.split(|&byte| byte == b'\n').filter(|l| !l.is_empty()) {
                let row: Value = serde_json::from_slice(line)
                    .map_err(|error| format!("{}: {error}", part.file))?;
                let Some((text, label)) = part.accepts(&row, &self.name, rules) else {
                    source.left_out += 1;
                    continue;
                };
                let cluster = row.get("dup_group").and_then(Value::as_str);
                if let Some(cluster) = cluster
                    && seen.insert(cluster.to_owned(), ()).is_some()
                {
                    source.left_out += 1;
                    continue;
                }
                if label {
                    source.hoax += 1;
                } else {
                    source.valid += 1;
                }
                let mut texts = vec![text.to_owned()];
                if part.hide {
                    let hidden = rules.hide(&self.name, text);
                    if hidden != text {
                        texts.push(hidden);
                    }
                }
                let key = format!("{number} {}", data.examples.len());
                for text in texts {
                    keys.push(vec![key.clone()]);
                    data.part_of.push(number);
                    data.examples.push(Example {
                        text,
                        label,
                        group: 0,
                    });
                }
            }
            data.sources.push(source);
        }
        for (example, group) in data.examples.iter_mut().zip(connected_groups(&keys)) {
            example.group = group;
        }
        Ok(data)
    }
}

impl PartRecipe {
    fn accepts<'r>(&self, row: &'r Value, head: &str, rules: &Rules) -> Option<(&'r str, bool)> {
        if let Some((field, value)) = &self.only
            && row.get(field) != Some(value)
        {
            return None;
        }
        let text = row
            .get("text")?
            .as_str()
            .filter(|text| !text.trim().is_empty())?;
        let label = match &self.label {
            LabelRule::All(label) => *label,
            LabelRule::Field(field, value) => row.get(field) == Some(value),
            LabelRule::Weak(_) => rules.label(head, text)?,
        };
        Some((text, label))
    }
}
