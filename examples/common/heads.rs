//! Heads beside `hoax`: what they learn from, and what they are worth.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use hoaks::ErrorKind;
use hoaks::evaluate::{average_precision, bootstrap, connected_groups, group_folds, roc_auc};
use hoaks::features::{Style, Vectorizer};
use hoaks::linear::Platt;
use hoaks::model::Source;
use hoaks::training::{Corpus, Example, TrainedHead, Weights, out_of_fold};
use serde::Deserialize;
use serde_json::Value;

use super::figures::HeadFigures;
use super::files::{JsonLines, json_lines, read, sha256};
use super::parts::{LabelRule, PartRecipe};
use super::recipe::{Calibration, FitRecipe, Recipe};
use super::rules::Rules;
use super::say;

/// Bootstrap resamples behind an interval.
const RESAMPLES: usize = 200;

/// A head beside `hoax`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadRecipe {
    pub name: String,
    /// Fits whose weights are added up; the parts that their masses name are
    /// what the head learns from.
    pub fits: Vec<FitRecipe>,
    pub calibration: Calibration,
    /// Names of those of [`Style::CONTENT`] that it learns from.
    #[serde(default)]
    pub flags: Vec<String>,
    pub abstain: [f64; 2],
}

impl HeadRecipe {
    /// Those of [`Style::CONTENT`] that it does not learn from.
    fn flags_left_out(&self) -> Result<Vec<Style>, Box<dyn Error>> {
        let name = |style: &Style| style.name().to_owned();
        let known = Style::CONTENT.map(|style| name(&style));
        if let Some(flag) = self.flags.iter().find(|flag| !known.contains(flag)) {
            return Err(format!("head {}: no flag {flag:?}, but {known:?}", self.name).into());
        }
        let learned = |style: &Style| self.flags.contains(&name(style));
        Ok(Style::CONTENT
            .into_iter()
            .filter(|style| !learned(style))
            .collect())
    }
}

/// What heads are trained with beside their own recipes.
pub struct Workshop<'r> {
    recipe: &'r Recipe,
    /// Folder of the data, and the one that the recipe lies in.
    folders: [PathBuf; 2],
    rules: Rules,
    /// What somebody says of the rows to learn from, by id.
    labelled: HashMap<String, Value>,
    /// Ids and near-duplicate clusters that no head may learn from: rows that
    /// somebody has annotated, which measure the heads.
    kept_apart: HashSet<String>,
}

/// A head before it is packed.
pub struct FittedHead {
    vectorizer: Vectorizer,
    weights: Weights,
    calibration: Platt,
    pub sources: Vec<Source>,
    /// Held out, if they were told.
    pub figures: Option<HeadFigures>,
    /// Rows that somebody read: id, calibrated logit out of fold, label.
    pub read: Vec<(String, f64, bool)>,
}

struct HeadData {
    examples: Vec<Example>,
    /// Ids of rows as they are; their changed copies have none.
    ids: Vec<Option<String>>,
    /// Numbers in the recipe's list of parts.
    part_of: Vec<usize>,
    /// Numbers of the sources below.
    source_of: Vec<usize>,
    sources: Vec<Source>,
}

impl<'r> Workshop<'r> {
    pub fn new(recipe: &'r Recipe, data: &Path, beside: &Path) -> Result<Self, Box<dyn Error>> {
        let rules = match &recipe.rules {
            Some(file) => Rules::read(&beside.join(file))?,
            None => Rules::default(),
        };
        let folders = [data.to_owned(), beside.to_owned()];
        let mut labelled = HashMap::new();
        if let Some(file) = &recipe.labelled {
            for row in rows(&beside.join(file))?.1 {
                let id = text_of(&row, "id").ok_or("a label without an id")?;
                labelled.insert(id.to_owned(), row);
            }
        }
        let mut kept_apart = HashSet::new();
        if let Some(file) = &recipe.annotations {
            for row in rows(&beside.join(file))?.1 {
                let id = row.get("id").and_then(Value::as_str);
                kept_apart.insert(id.ok_or("an annotation without an id")?.to_owned());
            }
            let files: HashSet<&String> = (recipe.parts.iter())
                .filter(|part| !part.own)
                .flat_map(|part| &part.files)
                .collect();
            for file in files {
                for row in rows(&data.join(file))?.1 {
                    if let (Some(id), Some(cluster)) = (text_of(&row, "id"), cluster(&row))
                        && kept_apart.contains(id)
                    {
                        kept_apart.insert(cluster.to_owned());
                    }
                }
            }
        }
        Ok(Self {
            recipe,
            folders,
            rules,
            labelled,
            kept_apart,
        })
    }

    /// Reads, fits, calibrates, and tells what the held-out scores are worth.
    pub fn train(
        &self,
        head: &HeadRecipe,
    ) -> Result<(TrainedHead, Vec<Source>, HeadFigures), Box<dyn Error>> {
        let fitted = self.fit(head, true)?;
        let packed = fitted.weights.into_head(
            &head.name,
            &fitted.calibration,
            head.calibration.base_rate,
            head.abstain,
        )?;
        let figures = fitted.figures.ok_or("a head without figures")?;
        Ok((packed, fitted.sources, figures))
    }

    /// As [`Workshop::train`], but keeps the head as it is; silent unless
    /// `told`.
    pub fn fit(&self, head: &HeadRecipe, told: bool) -> Result<FittedHead, Box<dyn Error>> {
        let data = self.load(head)?;
        let corpus = Corpus::new(self.recipe.vectorizer()?, &data.examples);
        let corpus = corpus.without(&head.flags_left_out()?);
        let folds = group_folds(
            corpus.groups(),
            head.calibration.folds,
            head.calibration.seed,
        )?;
        let sum = |chosen: &[usize]| self.sum(head, &corpus, &data, chosen);
        let logits = out_of_fold(&corpus, &folds, sum)?;
        let read = data.read(&self.recipe.parts, &logits);
        // The words of a rule are no text that anybody scores.
        let (logits, labels, groups, source_of) =
            data.texts_only(&self.recipe.parts, &logits, &corpus);
        let labels = labels.as_slice();
        let fitted = Platt::fit(&logits, labels)?;
        let share = labels.iter().filter(|&&label| label).count() as f64 / labels.len() as f64;
        let log_odds = |p: f64| libm::log(p) - libm::log1p(-p);
        let rate = head.calibration.base_rate;
        let calibration = Platt::new(
            fitted.slope(),
            fitted.intercept() + log_odds(rate) - log_odds(share),
        )?;
        let mut figures = None;
        if told {
            let interval = |metric: fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>| {
                bootstrap(&logits, labels, &groups, RESAMPLES, 1, metric)
            };
            let worth = figures.insert(HeadFigures {
                head: head.name.clone(),
                rows: labels.len(),
                share,
                roc: interval(roc_auc)?.into(),
                average_precision: interval(average_precision)?.into(),
            });
            say!(
                "\nhead {}: held out, by its own labels: ROC {:.4}, PR {:.4}; {:.1} % moved to {:.1} %",
                head.name,
                worth.roc.value,
                worth.average_precision.value,
                100.0 * share,
                100.0 * rate
            );
            for (number, source) in data.sources.iter().enumerate() {
                let share = |label: bool| {
                    let of: Vec<f64> = (0..logits.len())
                        .filter(|&row| source_of[row] == number && labels[row] == label)
                        .map(|row| logits[row])
                        .collect();
                    let yes = of.iter().filter(|&&l| calibration.apply(l) >= 0.0).count();
                    format!("{yes}/{}", of.len())
                };
                say!(
                    "{:<48} yes of positives {:>12}, of negatives {:>12}, left out {}",
                    source.part,
                    share(true),
                    share(false),
                    source.left_out
                );
            }
        }
        let all: Vec<usize> = (0..corpus.len()).collect();
        Ok(FittedHead {
            vectorizer: self.recipe.vectorizer()?,
            weights: sum(&all)?,
            calibration,
            sources: data.sources,
            figures,
            read: (read.into_iter())
                .map(|(id, logit, label)| (id, calibration.apply(logit), label))
                .collect(),
        })
    }

    fn sum(
        &self,
        head: &HeadRecipe,
        corpus: &Corpus,
        data: &HeadData,
        chosen: &[usize],
    ) -> Result<Weights, hoaks::Error> {
        let mut sum: Option<Weights> = None;
        for fit in &head.fits {
            let (rows, weights) = fit.weigh(
                chosen,
                |row| (data.part_of[row], data.examples[row].label, 1.0),
                |part| self.recipe.parts[part].part.as_str(),
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

    fn load(&self, head: &HeadRecipe) -> Result<HeadData, Box<dyn Error>> {
        let mut data = HeadData {
            examples: Vec::new(),
            ids: Vec::new(),
            part_of: Vec::new(),
            source_of: Vec::new(),
            sources: Vec::new(),
        };
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut seen = HashSet::new();
        let parts = &self.recipe.parts;
        let used: HashSet<&String> = head.fits.iter().flat_map(|fit| fit.masses.keys()).collect();
        for part in &used {
            if !parts.iter().any(|known| known.part == **part) {
                return Err(format!("head {} weighs `{part}`, which is no part", head.name).into());
            }
        }
        for (number, part) in parts.iter().enumerate() {
            if !used.contains(&part.part) {
                continue;
            }
            let refutations = match &part.refuted_by {
                Some(file) => self.refutations(file, &head.name)?,
                None => Vec::new(),
            };
            for file in &part.files {
                let path = self.folders[usize::from(part.own)].join(file);
                let (digest, rows) = match part.label {
                    LabelRule::Words => (sha256(&read(&path)?), Vec::new()),
                    _ => rows(&path)?,
                };
                let name = format!("{}: {}, {file}", head.name, part.part);
                let mut source = Source::new(name, file.clone(), digest);
                for row in &rows {
                    let apart = [text_of(row, "id"), cluster(row)]
                        .into_iter()
                        .flatten()
                        .any(|name| self.kept_apart.contains(name));
                    let Some((text, label)) = part
                        .accepts(row, &head.name, &self.rules, &self.labelled)
                        .filter(|_| !apart)
                        .filter(|_| cluster(row).is_none_or(|c| seen.insert(c.to_owned())))
                    else {
                        source.left_out += 1;
                        continue;
                    };
                    if label {
                        source.hoax += 1;
                    } else {
                        source.valid += 1;
                    }
                    let key = format!("{number} {}", data.examples.len());
                    let mut texts = vec![(text.to_owned(), label)];
                    if part.hide {
                        let hidden = self.rules.hide(&head.name, text);
                        if hidden != text {
                            texts.push((hidden, label));
                        }
                    }
                    if !refutations.is_empty() {
                        let turn = data.examples.len();
                        let refutation = &refutations[turn % refutations.len()];
                        let refuted = if (turn / refutations.len()).is_multiple_of(2) {
                            format!("{text} {refutation}")
                        } else {
                            format!("{refutation} {text}")
                        };
                        texts.push((refuted, true));
                    }
                    let mut id = text_of(row, "id").map(str::to_owned);
                    for (text, label) in texts {
                        keys.push(vec![key.clone()]);
                        data.push(number, text, label);
                        data.ids.push(id.take());
                    }
                }
                if let LabelRule::Words = part.label {
                    for (text, label) in self.rules.texts(&head.name) {
                        if label {
                            source.hoax += 1;
                        } else {
                            source.valid += 1;
                        }
                        keys.push(vec![format!("{number} {}", data.examples.len())]);
                        data.push(number, text, label);
                        data.ids.push(None);
                    }
                }
                data.sources.push(source);
            }
        }
        for (example, group) in data.examples.iter_mut().zip(connected_groups(&keys)) {
            example.group = group;
        }
        Ok(data)
    }
}

impl HeadData {
    /// Scores, labels, groups and sources of the rows that are texts.
    fn texts_only(
        &self,
        parts: &[PartRecipe],
        logits: &[f64],
        corpus: &Corpus,
    ) -> (Vec<f64>, Vec<bool>, Vec<u32>, Vec<usize>) {
        let is_text = |row: &usize| !matches!(parts[self.part_of[*row]].label, LabelRule::Words);
        let rows: Vec<usize> = (0..logits.len()).filter(is_text).collect();
        (
            rows.iter().map(|&row| logits[row]).collect(),
            rows.iter().map(|&row| corpus.labels()[row]).collect(),
            rows.iter().map(|&row| corpus.groups()[row]).collect(),
            rows.iter().map(|&row| self.source_of[row]).collect(),
        )
    }

    /// Rows that somebody read, with what they scored.
    fn read(&self, parts: &[PartRecipe], logits: &[f64]) -> Vec<(String, f64, bool)> {
        (self.ids.iter().zip(&self.part_of))
            .zip(self.examples.iter().zip(logits))
            .filter(|((_, part), _)| matches!(parts[**part].label, LabelRule::Read))
            .filter_map(|((id, _), (row, &logit))| Some((id.clone()?, logit, row.label)))
            .collect()
    }

    /// A text of the source that is being read.
    fn push(&mut self, part: usize, text: String, label: bool) {
        self.part_of.push(part);
        self.source_of.push(self.sources.len());
        self.examples.push(Example {
            text,
            label,
            group: 0,
        });
    }
}

impl Workshop<'_> {
    fn refutations(&self, file: &str, head: &str) -> Result<Vec<String>, Box<dyn Error>> {
        let (_, rows) = rows(&self.folders[1].join(file))?;
        Ok(rows
            .iter()
            .filter(|row| text_of(row, "split") == Some("train"))
            .filter(|row| text_of(row, "label") == Some(head))
            .filter_map(|row| text_of(row, "text").map(str::to_owned))
            .collect())
    }
}

impl FittedHead {
    /// The calibrated logit of a text.
    pub fn logit(&self, text: &str) -> f64 {
        self.calibration
            .apply(self.weights.logit(&self.vectorizer.vector(text)))
    }
}

/// The SHA-256 of a file of JSON lines, and its rows.
pub fn rows(path: &Path) -> Result<(String, Vec<Value>), Box<dyn Error>> {
    let JsonLines { sha256, rows } = json_lines(path)?;
    Ok((sha256, rows.into_iter().map(|(_, row)| row).collect()))
}

/// A field that holds a text.
pub fn text_of<'r>(row: &'r Value, field: &str) -> Option<&'r str> {
    row.get(field).and_then(Value::as_str)
}

fn cluster(row: &Value) -> Option<&str> {
    text_of(row, "dup_group")
}
