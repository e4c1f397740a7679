//! Heads beside `hoax`: what they learn from, and what they are worth.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use hoaks::evaluate::{average_precision, bootstrap, group_folds, roc_auc};
use hoaks::features::{Style, Vectorizer};
use hoaks::linear::Platt;
use hoaks::model::Source;
use hoaks::training::{Corpus, Example, TrainedHead, Weights, out_of_fold};
use serde::Deserialize;
use serde_json::Value;

use super::figures::HeadFigures;
use super::files::{JsonLines, json_lines, read, sha256};
use super::parts::{LabelRule, PartRecipe};
use super::recipe::{Calibration, FitRecipe, Recipe, add_up};
use super::rules::Rules;
use super::say;
use super::scores::log_odds;

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
        let known: Vec<&str> = Style::CONTENT.iter().map(|style| style.name()).collect();
        if let Some(flag) = (self.flags.iter()).find(|flag| !known.contains(&flag.as_str())) {
            return Err(format!("head {}: no flag {flag:?}, but {known:?}", self.name).into());
        }
        let is_learned = |style: &Style| self.flags.iter().any(|flag| flag == style.name());
        let content = Style::CONTENT.iter().copied();
        Ok(content.filter(|style| !is_learned(style)).collect())
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
    sources: Vec<Source>,
    /// Rows that somebody read: calibrated logit out of fold, label.
    pub read: Vec<(f64, bool)>,
}

#[derive(Default)]
struct HeadData {
    examples: Vec<Example>,
    /// Whether it is a changed copy of a row before it.
    is_copy: Vec<bool>,
    /// Numbers in the recipe's list of parts.
    part_of: Vec<usize>,
    /// Numbers of the sources below.
    source_of: Vec<usize>,
    sources: Vec<Source>,
}

/// Rows that are texts, and what a fit that has not seen them says of them.
struct HeldOutTexts {
    logits: Vec<f64>,
    labels: Vec<bool>,
    groups: Vec<u32>,
    source_of: Vec<usize>,
    /// Whether it is a changed copy.
    is_copy: Vec<bool>,
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
            let path = beside.join(file);
            for (line, row) in json_lines::<Value>(&path)?.rows {
                let id = required(&path, line, &row, "id")?;
                labelled.insert(id.to_owned(), row);
            }
        }
        let mut kept_apart = HashSet::new();
        if let Some(file) = &recipe.annotations {
            let path = beside.join(file);
            for (line, row) in json_lines(&path)?.rows {
                kept_apart.insert(required(&path, line, &row, "id")?.to_owned());
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
        let (fitted, texts) = self.fit_and_hold_out(head)?;
        let originals = texts.originals();
        let figures = originals.tell(head, &fitted.sources, &fitted.calibration)?;
        let packed = fitted.weights.into_head(
            &head.name,
            &fitted.calibration,
            head.calibration.base_rate,
            head.abstain,
        )?;
        Ok((packed, fitted.sources, figures))
    }

    /// As [`Workshop::train`], but keeps the head as it is, and tells nothing.
    pub fn fit(&self, head: &HeadRecipe) -> Result<FittedHead, Box<dyn Error>> {
        Ok(self.fit_and_hold_out(head)?.0)
    }

    fn fit_and_hold_out(
        &self,
        head: &HeadRecipe,
    ) -> Result<(FittedHead, HeldOutTexts), Box<dyn Error>> {
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
        let texts = data.texts_only(&self.recipe.parts, &logits, &corpus);
        let fitted = Platt::fit(&texts.logits, &texts.labels)?;
        let rate = head.calibration.base_rate;
        let calibration = Platt::new(
            fitted.slope(),
            fitted.intercept() + log_odds(rate) - log_odds(texts.share()),
        )?;
        let all: Vec<usize> = (0..corpus.len()).collect();
        let fitted = FittedHead {
            vectorizer: self.recipe.vectorizer()?,
            weights: sum(&all)?,
            calibration,
            sources: data.sources,
            read: (read.into_iter())
                .map(|(logit, label)| (calibration.apply(logit), label))
                .collect(),
        };
        Ok((fitted, texts))
    }

    fn sum(
        &self,
        head: &HeadRecipe,
        corpus: &Corpus,
        data: &HeadData,
        chosen: &[usize],
    ) -> Result<Weights, hoaks::Error> {
        add_up(&head.fits, "a head has no fits", |fit| {
            let (rows, weights) = fit.weigh(
                chosen,
                |row| (data.part_of[row], data.examples[row].label, 1.0),
                |part| self.recipe.parts[part].part.as_str(),
            );
            Ok(fit.trainer().fit(corpus, &rows, &weights)?.weights)
        })
    }

    fn load(&self, head: &HeadRecipe) -> Result<HeadData, Box<dyn Error>> {
        let parts = &self.recipe.parts;
        let used: HashSet<&String> = head.fits.iter().flat_map(|fit| fit.masses.keys()).collect();
        for part in &used {
            if !parts.iter().any(|known| known.part == **part) {
                return Err(format!("head {} weighs `{part}`, which is no part", head.name).into());
            }
        }
        let mut data = HeadData::default();
        // Near-duplicate clusters of which a row was taken.
        let mut seen = HashSet::new();
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
                let name = format!("{}: {}, {file}", head.name, part.part);
                if let LabelRule::Words = part.label {
                    let source = Source::new(name, file.clone(), sha256(&read(&path)?));
                    data.sources.push(source);
                    for text in self.rules.texts(&head.name) {
                        data.push(number, vec![text]);
                    }
                    continue;
                }
                let (digest, rows) = rows(&path)?;
                data.sources.push(Source::new(name, file.clone(), digest));
                for row in &rows {
                    match self.accepted(part, row, &head.name, &mut seen) {
                        Some((text, label)) => {
                            let turn = data.examples.len();
                            let texts = self.texts(part, &head.name, text, label);
                            let refuted = refuted(text, &refutations, turn);
                            let texts = texts.into_iter().chain(refuted);
                            data.push(number, texts.collect());
                        }
                        None => data.leave_out(),
                    }
                }
            }
        }
        Ok(data)
    }

    /// Text and label of a row that is learned from: none that measures the heads, and
    /// of near-duplicates the first.
    fn accepted<'t>(
        &self,
        part: &PartRecipe,
        row: &'t Value,
        head: &str,
        seen: &mut HashSet<String>,
    ) -> Option<(&'t str, bool)> {
        let accepted = part.accepts(row, head, &self.rules, &self.labelled)?;
        let mut names = [text_of(row, "id"), cluster(row)].into_iter().flatten();
        let mut is_new = || cluster(row).is_none_or(|cluster| seen.insert(cluster.to_owned()));
        (!names.any(|name| self.kept_apart.contains(name)) && is_new()).then_some(accepted)
    }

    /// What a row is read as: it is, and without the words of the weak rules if the
    /// part says so.
    fn texts(&self, part: &PartRecipe, head: &str, text: &str, label: bool) -> Vec<(String, bool)> {
        let mut texts = vec![(text.to_owned(), label)];
        if part.hide {
            let hidden = self.rules.hide(head, text);
            if hidden != text {
                texts.push((hidden, label));
            }
        }
        texts
    }

    /// Texts of a file beside the recipe that teach to tell a claim from its refutation.
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

/// A text with one of `refutations` before or behind it, as the `turn` comes.
fn refuted(text: &str, refutations: &[String], turn: usize) -> Option<(String, bool)> {
    let round = turn.checked_div(refutations.len())?;
    let refutation = refutations.get(turn % refutations.len())?;
    let refuted = match round.is_multiple_of(2) {
        true => format!("{text} {refutation}"),
        false => format!("{refutation} {text}"),
    };
    Some((refuted, true))
}

impl HeadData {
    /// Without the words of a rule, which are no text that anybody scores.
    fn texts_only(&self, parts: &[PartRecipe], logits: &[f64], corpus: &Corpus) -> HeldOutTexts {
        let is_text = |row: &usize| !matches!(parts[self.part_of[*row]].label, LabelRule::Words);
        let rows: Vec<usize> = (0..logits.len()).filter(is_text).collect();
        HeldOutTexts {
            logits: rows.iter().map(|&row| logits[row]).collect(),
            labels: rows.iter().map(|&row| corpus.labels()[row]).collect(),
            groups: rows.iter().map(|&row| corpus.groups()[row]).collect(),
            source_of: rows.iter().map(|&row| self.source_of[row]).collect(),
            is_copy: rows.iter().map(|&row| self.is_copy[row]).collect(),
        }
    }

    /// Rows that somebody read, with what they scored.
    fn read(&self, parts: &[PartRecipe], logits: &[f64]) -> Vec<(f64, bool)> {
        let is_read = |row: &usize| {
            !self.is_copy[*row] && matches!(parts[self.part_of[*row]].label, LabelRule::Read)
        };
        (0..logits.len())
            .filter(is_read)
            .map(|row| (logits[row], self.examples[row].label))
            .collect()
    }

    /// A row of the source that came last, and all that it is learned as; of these only
    /// the first, which is no copy, counts for the source.
    fn push(&mut self, part: usize, texts: Vec<(String, bool)>) {
        let group = self.examples.last().map_or(0, |last| last.group + 1);
        for (place, (text, label)) in texts.into_iter().enumerate() {
            if place == 0
                && let Some(source) = self.sources.last_mut()
            {
                source.hoax += u64::from(label);
                source.valid += u64::from(!label);
            }
            self.is_copy.push(place > 0);
            self.part_of.push(part);
            self.source_of.push(self.sources.len() - 1);
            self.examples.push(Example { text, label, group });
        }
    }

    /// A row of the source that came last is not learned from.
    fn leave_out(&mut self) {
        if let Some(source) = self.sources.last_mut() {
            source.left_out += 1;
        }
    }
}

impl HeldOutTexts {
    /// Without the changed copies: they calibrate, but nobody wrote them, and figures
    /// that count them claim more rows than there are.
    fn originals(&self) -> Self {
        let rows = || (0..self.labels.len()).filter(|&row| !self.is_copy[row]);
        Self {
            logits: rows().map(|row| self.logits[row]).collect(),
            labels: rows().map(|row| self.labels[row]).collect(),
            groups: rows().map(|row| self.groups[row]).collect(),
            source_of: rows().map(|row| self.source_of[row]).collect(),
            is_copy: rows().map(|_| false).collect(),
        }
    }

    /// Share of positives.
    fn share(&self) -> f64 {
        self.labels.iter().filter(|&&label| label).count() as f64 / self.labels.len() as f64
    }

    /// What the scores are worth, which is told.
    fn tell(
        &self,
        head: &HeadRecipe,
        sources: &[Source],
        calibration: &Platt,
    ) -> Result<HeadFigures, hoaks::Error> {
        let interval = |metric: fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>| {
            let Self {
                logits,
                labels,
                groups,
                ..
            } = self;
            bootstrap(logits, labels, groups, RESAMPLES, 1, metric)
        };
        let figures = HeadFigures {
            head: head.name.clone(),
            rows: self.labels.len(),
            share: self.share(),
            roc: interval(roc_auc)?.into(),
            average_precision: interval(average_precision)?.into(),
        };
        say!(
            "\nhead {}: held out, by its own labels: ROC {:.4}, PR {:.4}; {:.1} % moved to {:.1} %",
            head.name,
            figures.roc.value,
            figures.average_precision.value,
            100.0 * figures.share,
            100.0 * head.calibration.base_rate
        );
        for (number, source) in sources.iter().enumerate() {
            let yes = |label: bool| {
                let rows = (0..self.logits.len())
                    .filter(|&row| self.source_of[row] == number && self.labels[row] == label);
                let yes = (rows.clone())
                    .filter(|&row| calibration.apply(self.logits[row]) >= 0.0)
                    .count();
                format!("{yes}/{}", rows.count())
            };
            say!(
                "{:<48} yes of positives {:>12}, of negatives {:>12}, left out {}",
                source.part,
                yes(true),
                yes(false),
                source.left_out
            );
        }
        Ok(figures)
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

/// The same of a row on a line of a file, where it must be there.
pub fn required<'r>(
    path: &Path,
    line: usize,
    row: &'r Value,
    field: &str,
) -> Result<&'r str, Box<dyn Error>> {
    let none = || format!("{}, line {line}: no `{field}`", path.display());
    Ok(text_of(row, field).ok_or_else(none)?)
}

fn cluster(row: &Value) -> Option<&str> {
    text_of(row, "dup_group")
}
