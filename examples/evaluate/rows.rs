//! Labelled texts and what they scored.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use hoaks::Detector;
use hoaks::evaluate::{connected_groups, group_folds, near_duplicate_groups};
use serde::Serialize;
use serde_json::Value;

use crate::Options;
use crate::common::files::{json_lines, named, sha256};
use crate::common::input::{self, Bad, delimiter, whole};
use crate::common::scores::{HeldOutScore, hoax_sources, readings};

/// The genre that is the part of the recipe, with held-out scores.
const PART: &str = "part";
/// The groups of rows without a field for them.
const DUPLICATES: &str = "near-duplicates found here";
/// The field whose values are left out one at a time.
pub const SOURCE: &str = "source";
/// The genre of rows that name none.
const UNKNOWN: &str = "unknown";

pub struct Row {
    pub id: String,
    pub text: String,
    pub label: Option<bool>,
    /// The label is not the row's own: it is what rows without one count as.
    pub is_assumed: bool,
    pub genre: Option<String>,
    pub date: Option<String>,
    /// Values of the fields that are asked for, and of [`SOURCE`] where one is left out.
    pub fields: BTreeMap<String, String>,
    /// Calibrated logit of the text as it is.
    pub logit: f64,
    pub probability: f64,
    /// Calibrated logits of the [`readings`], in their order.
    pub readings: Vec<f64>,
}

#[derive(Serialize)]
pub struct Input {
    pub file: String,
    pub sha256: String,
    pub rows: usize,
    /// The model's card lists this very file for the head `hoax`.
    pub was_trained_on: bool,
}

pub struct Rows {
    pub rows: Vec<Row>,
    pub groups: Vec<u32>,
    pub folds: Vec<usize>,
    pub inputs: Vec<Input>,
    /// The share of misinformation that probabilities are stated for.
    pub base_rate: f64,
    /// How groups were made, in words.
    pub grouped_by: String,
    pub without_score: usize,
    pub without_text: usize,
    /// The scores are of fits by another recipe than the model's.
    pub is_of_other_recipe: bool,
}

/// What ties rows to others, row by row.
#[derive(Default)]
struct Ties {
    /// Rows with a key in common are of one group.
    keys: Vec<Vec<String>>,
    /// The fold of a held-out score.
    folds: Vec<Option<usize>>,
}

impl Rows {
    pub fn read(options: &Options, detector: &Detector) -> Result<Self, Box<dyn Error>> {
        let held_out = match &options.scores {
            Some(path) => Some(held_out(path)?),
            None => None,
        };
        let card = detector.model().card();
        let mut it = Self {
            rows: Vec::new(),
            groups: Vec::new(),
            folds: Vec::new(),
            inputs: Vec::new(),
            base_rate: card
                .heads
                .iter()
                .find(|head| head.name == "hoax")
                .map_or(0.5, |head| head.base_rate),
            grouped_by: String::new(),
            without_score: 0,
            without_text: 0,
            is_of_other_recipe: held_out.iter().flat_map(HashMap::values).any(|score| {
                let recipe = &score.recipe_sha256;
                !recipe.is_empty() && *recipe != card.recipe_sha256
            }),
        };
        let mut ties = Ties::default();
        for path in &options.inputs {
            let before = it.rows.len();
            let sha256 = it.add(options, path, held_out.as_ref(), &mut ties)?;
            if let Some(same) = it.inputs.iter().find(|input| input.sha256 == sha256) {
                let error = format!("is the same as {}: its rows would count twice", same.file);
                return Err(named(path, error));
            }
            it.inputs.push(Input {
                file: file_name(path),
                was_trained_on: hoax_sources(card).any(|source| source.sha256 == sha256),
                sha256,
                rows: it.rows.len() - before,
            });
        }
        if it.rows.is_empty() {
            return Err(it.why_none().into());
        }
        it.check(options, &ties.keys)?;
        if held_out.is_none() {
            score(&mut it.rows, detector);
        }
        it.group(options, ties.keys)?;
        it.folds = match ties.folds.into_iter().collect::<Option<Vec<usize>>>() {
            Some(folds) => folds,
            None => {
                let count = it.groups.iter().max().map_or(0, |last| *last as usize + 1);
                // A single group cannot be split; nothing is then learned.
                group_folds(&it.groups, count.min(5), options.seed)
                    .unwrap_or_else(|_| vec![0; it.groups.len()])
            }
        };
        Ok(it)
    }

    /// Adds the rows of a file; returns its SHA-256.
    fn add(
        &mut self,
        options: &Options,
        path: &Path,
        held_out: Option<&Scores>,
        ties: &mut Ties,
    ) -> Result<String, Box<dyn Error>> {
        let file = file_name(path);
        let whole = whole(path)?;
        for found in whole.rows {
            // A blank line.
            if matches!(&found, Ok(it) if it.fields.is_null() && it.text.trim().is_empty()) {
                continue;
            }
            let Some(found) = with_text(found).map_err(|bad| at(path, &bad))? else {
                self.without_text += 1;
                continue;
            };
            let mut row = row(options, &found, &file).map_err(|bad| at(path, &bad))?;
            let mut fold = None;
            let mut keys: Vec<String> = (options.groups.iter())
                .filter_map(|field| Some(format!("{field}={}", value_of(&found, field)?)))
                .collect();
            if let Some(scores) = held_out {
                let id = found.id.unwrap_or_default();
                let key = (id.to_string(), sha256(row.text.as_bytes()));
                let Some(score) = scores.get(&key) else {
                    self.without_score += 1;
                    continue;
                };
                row.take(score);
                if options.genre == PART {
                    row.genre = Some(score.source.clone());
                }
                self.base_rate = score.base_rate;
                keys.push(format!("trained as {}", score.group));
                fold = Some(score.fold);
            }
            if row.label.is_none() && options.unlabelled_is_valid {
                row.label = Some(false);
                row.is_assumed = true;
            }
            ties.folds.push(fold);
            ties.keys.push(keys);
            self.rows.push(row);
        }
        Ok(whole.sha256)
    }

    /// Why there is no row.
    fn why_none(&self) -> String {
        let counts = [
            (self.without_text, "no text"),
            (self.without_score, "no held-out score"),
        ];
        let counts: Vec<String> = (counts.into_iter())
            .filter(|(count, _)| *count > 0)
            .map(|(count, lack)| format!("{count} have {lack}"))
            .collect();
        match counts.is_empty() {
            true => "no rows to judge: the inputs are empty".to_owned(),
            false => format!("no rows to judge: {}", counts.join(", ")),
        }
    }

    /// Refuses fields that are asked for and that no row has.
    fn check(&self, options: &Options, keys: &[Vec<String>]) -> Result<(), Box<dyn Error>> {
        for (option, field) in &options.asked_for {
            let is_there = match *option {
                "--by" => self.rows.iter().any(|row| row.fields.contains_key(field)),
                "--genre" => self.rows.iter().any(|row| row.genre.is_some()),
                _ => has(keys, field),
            };
            if !is_there {
                let has_dates = self.rows.iter().any(|row| row.date.is_some());
                let problem = match (*option, field.as_str()) {
                    ("--by", "year") if has_dates => "no `date` begins with a year",
                    ("--by", "year") => "no row has a `date`",
                    _ => "no row has this field",
                };
                return Err(format!("{option} {field}: {problem}").into());
            }
        }
        Ok(())
    }

    fn group(
        &mut self,
        options: &Options,
        mut keys: Vec<Vec<String>>,
    ) -> Result<(), Box<dyn Error>> {
        let mut by: Vec<String> = options
            .groups
            .iter()
            .filter(|field| has(&keys, field))
            .cloned()
            .collect();
        // A row without a cluster may be a near-duplicate of any other.
        let lack: Vec<bool> = keys
            .iter()
            .map(|of_row| !holds(of_row, "dup_group"))
            .collect();
        if lack.contains(&true) {
            let texts: Vec<&str> = self.rows.iter().map(|row| row.text.as_str()).collect();
            let duplicates = near_duplicate_groups(&texts, 0.6)?;
            let open: HashSet<u32> = (duplicates.iter().zip(lack))
                .filter_map(|(&group, lacks)| lacks.then_some(group))
                .collect();
            for (keys, group) in keys.iter_mut().zip(duplicates) {
                if open.contains(&group) {
                    keys.push(format!("near-duplicate {group}"));
                }
            }
            by.push(DUPLICATES.to_owned());
        }
        self.grouped_by = by.join(", ");
        self.groups = connected_groups(keys);
        let (rows, labels) = self.labelled();
        let is_one = rows
            .iter()
            .all(|&row| self.groups[row] == self.groups[rows[0]]);
        match is_one && labels.contains(&true) && labels.contains(&false) {
            true => Err(self.why_one(rows.len()).into()),
            false => Ok(()),
        }
    }

    /// Why there is a single group.
    fn why_one(&self, rows: usize) -> String {
        let (why, instead) = match self.grouped_by.as_str() {
            DUPLICATES => (
                "are near-duplicates of one another",
                "a field `dup_group` says otherwise",
            ),
            _ => ("belong together", "`--group` names other fields, or `none`"),
        };
        format!(
            "the {rows} rows with a label {why} (by {}): that is one group, and an interval needs two. If it is not so, {instead}",
            self.grouped_by
        )
    }

    /// Rows with a label: their numbers, and the labels.
    pub fn labelled(&self) -> (Vec<usize>, Vec<bool>) {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(row, it)| Some((row, it.label?))).unzip()
    }
}

impl Row {
    pub fn genre(&self) -> &str {
        self.genre.as_deref().unwrap_or(UNKNOWN)
    }

    fn take(&mut self, score: &HeldOutScore) {
        if self.label.is_none() {
            self.label = Some(score.label == "hoax");
            self.is_assumed = true;
        }
        self.logit = score.logit;
        self.probability = score.probability;
        self.readings = readings()
            .iter()
            .map(|it| score.readings.get(it.name()).copied().unwrap_or(f64::NAN))
            .collect();
    }
}

/// Whether a row has a group by this field.
fn has(keys: &[Vec<String>], field: &str) -> bool {
    keys.iter().any(|of_row| holds(of_row, field))
}

/// Whether a row with these keys has a group by this field.
fn holds(keys: &[String], field: &str) -> bool {
    let names = |key: &String| key.split_once('=').is_some_and(|(name, _)| name == field);
    keys.iter().any(names)
}

/// A value as text; an empty one is none, as in a table.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        other => Some(other.to_string()),
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// What an input's row holds in a field.
fn value_of(found: &input::Row, field: &str) -> Option<String> {
    match field {
        "text" => Some(found.text.clone()),
        "id" => text_of(found.id.as_ref()?),
        _ => text_of(found.fields.get(field)?),
    }
}

/// A row that has a text, if it does.
fn with_text(found: Result<input::Row, Bad>) -> Result<Option<input::Row>, Bad> {
    match found {
        Ok(row) if row.fields.is_null() => {
            Err(bad(row.line, "not a JSON object that begins the line"))
        }
        Ok(row) => Ok(Some(row).filter(|row| !row.text.trim().is_empty())),
        Err(bad) if bad.only_lacks_text => Ok(None),
        Err(bad) => Err(bad),
    }
}

fn bad(line: u64, error: impl Into<String>) -> Bad {
    Bad {
        line,
        error: error.into(),
        only_lacks_text: false,
    }
}

/// The error with its place in front.
fn at(path: &Path, bad: &Bad) -> Box<dyn Error> {
    let unit = match delimiter(path) {
        Some(_) => "record",
        None => "line",
    };
    format!("{}, {unit} {}: {}", path.display(), bad.line, bad.error).into()
}

fn row(options: &Options, found: &input::Row, file: &str) -> Result<Row, Bad> {
    let field = |name: &str| value_of(found, name);
    let date = field("date");
    let mut fields = BTreeMap::new();
    // By which one is left out at a time, whether it has a table or not.
    let source = options.learning_curve.then_some(SOURCE);
    for name in options.by.iter().map(String::as_str).chain(source) {
        let value = match name {
            "year" => date
                .as_deref()
                .and_then(|date| date.get(..4))
                .filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))
                .map(str::to_owned),
            _ => field(name),
        };
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    }
    let label = field("label").unwrap_or_default();
    Ok(Row {
        id: field("id").unwrap_or_else(|| format!("{file}:{}", found.line)),
        label: match label.to_ascii_lowercase().as_str() {
            "hoax" => Some(true),
            "valid" => Some(false),
            "" => None,
            _ => {
                let error = format!("`label` is {label:?}; it can be `hoax`, `valid` or absent");
                return Err(bad(found.line, error));
            }
        },
        is_assumed: false,
        genre: field(&options.genre),
        date,
        fields,
        text: found.text.clone(),
        logit: f64::NAN,
        probability: f64::NAN,
        readings: Vec::new(),
    })
}

fn score(rows: &mut [Row], detector: &Detector) {
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    let plain = detector.assess_batch(&texts);
    let readings: Vec<_> = readings()
        .iter()
        .map(|reading| {
            let read: Vec<_> = (0..)
                .zip(&texts)
                .map(|(n, text)| reading.of(text, n))
                .collect();
            detector.assess_batch(&read)
        })
        .collect();
    for (number, (row, score)) in rows.iter_mut().zip(plain).enumerate() {
        row.logit = score.hoax().logit();
        row.probability = score.hoax().probability();
        row.readings = readings.iter().map(|r| r[number].hoax().logit()).collect();
    }
}

type Scores = HashMap<(String, String), HeldOutScore>;

fn held_out(path: &Path) -> Result<Scores, Box<dyn Error>> {
    let lines = json_lines::<HeldOutScore>(path)?.rows;
    let count = lines.len();
    let mut scores = Scores::new();
    for (line, score) in lines {
        let at = |problem| format!("{}, line {line}: {problem}", path.display());
        check(&score, count).map_err(at)?;
        let key = (score.id.to_string(), score.text_sha256.clone());
        // Which of two would be judged were chance.
        if scores.insert(key, score).is_some() {
            return Err(at("a line above has the same `id` and text".to_owned()).into());
        }
    }
    Ok(scores)
}

/// Whether one of so many scores can be judged.
fn check(score: &HeldOutScore, scores: usize) -> Result<(), String> {
    if score.fold >= scores {
        return Err("`fold` is not below the number of scores".to_owned());
    }
    if !(0.0..=1.0).contains(&score.probability) {
        return Err("`probability` is not between 0 and 1".to_owned());
    }
    if !(score.base_rate > 0.0 && score.base_rate < 1.0) {
        return Err("`base_rate` is not above 0 and below 1".to_owned());
    }
    // Without one of them a metric would find no number.
    match (readings().iter()).find(|it| !score.readings.contains_key(it.name())) {
        Some(it) => Err(format!(
            "no reading {:?}: of another version of `train`",
            it.name()
        )),
        None => Ok(()),
    }
}
