//! Labelled texts and what they scored.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::path::Path;

use hoaks::Detector;
use hoaks::evaluate::{connected_groups, group_folds, near_duplicate_groups};
use serde::Serialize;
use serde_json::Value;

use crate::common::files::{JsonLines, json_lines, sha256};
use crate::common::scores::{HeldOutScore, hoax_sources, readings};
use crate::{KIND, Options};

/// The genre that is the part of the recipe, with held-out scores.
const PART: &str = "part";
/// The genre of rows that name none.
const UNKNOWN: &str = "unknown";

pub struct Row {
    pub id: String,
    pub text: String,
    pub label: Option<bool>,
    /// The label is not the row's own: rows without one count as valid.
    pub is_assumed: bool,
    pub genre: String,
    pub date: Option<String>,
    /// Values of the fields that are asked for.
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
        };
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut folds: Vec<Option<usize>> = Vec::new();
        for path in &options.inputs {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let lines: JsonLines<Value> = json_lines(path)?;
            let before = it.rows.len();
            for (number, value) in lines.rows {
                let Some(mut row) = row(options, &value, &file, number) else {
                    it.without_text += 1;
                    continue;
                };
                let mut fold = None;
                let mut group_keys: Vec<String> = options
                    .groups
                    .iter()
                    .filter_map(|field| Some(format!("{field}={}", text_of(value.get(field)?)?)))
                    .collect();
                if let Some(scores) = &held_out {
                    let id = value.get("id").cloned().unwrap_or_default();
                    let key = (id.to_string(), sha256(row.text.as_bytes()));
                    let Some(score) = scores.get(&key) else {
                        it.without_score += 1;
                        continue;
                    };
                    row.take(score);
                    if options.genre == PART {
                        row.genre.clone_from(&score.source);
                    }
                    it.base_rate = score.base_rate;
                    group_keys.push(format!("trained as {}", score.group));
                    fold = Some(score.fold);
                }
                if row.label.is_none() && (held_out.is_some() || options.unlabelled_is_valid) {
                    row.label = Some(false);
                    row.is_assumed = true;
                }
                folds.push(fold);
                keys.push(group_keys);
                it.rows.push(row);
            }
            it.inputs.push(Input {
                file: file.into_owned(),
                was_trained_on: hoax_sources(card).any(|source| source.sha256 == lines.sha256),
                sha256: lines.sha256,
                rows: it.rows.len() - before,
            });
        }
        if it.rows.is_empty() {
            return Err("no rows to judge".into());
        }
        if options.genre != KIND && it.rows.iter().all(|row| row.genre == UNKNOWN) {
            return Err(format!("--genre {}: no row has this field", options.genre).into());
        }
        if held_out.is_none() {
            score(&mut it.rows, detector);
        }
        it.group(options, keys)?;
        it.folds = match folds.into_iter().collect::<Option<Vec<usize>>>() {
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

    fn group(
        &mut self,
        options: &Options,
        mut keys: Vec<Vec<String>>,
    ) -> Result<(), Box<dyn Error>> {
        let has = |field: &str| {
            let prefix = format!("{field}=");
            keys.iter().flatten().any(|key| key.starts_with(&prefix))
        };
        let mut by: Vec<String> = options
            .groups
            .iter()
            .filter(|field| has(field))
            .cloned()
            .collect();
        if !has("dup_group") {
            let texts: Vec<&str> = self.rows.iter().map(|row| row.text.as_str()).collect();
            let duplicates = near_duplicate_groups(&texts, 0.6)?;
            for (keys, group) in keys.iter_mut().zip(duplicates) {
                keys.push(format!("near-duplicate {group}"));
            }
            by.push("near-duplicates found here".to_owned());
        }
        self.grouped_by = by.join(", ");
        self.groups = connected_groups(keys);
        Ok(())
    }

    /// Rows with a label: their numbers, and the labels.
    pub fn labelled(&self) -> (Vec<usize>, Vec<bool>) {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(row, it)| Some((row, it.label?))).unzip()
    }
}

impl Row {
    fn take(&mut self, score: &HeldOutScore) {
        self.logit = score.logit;
        self.probability = score.probability;
        self.readings = readings()
            .iter()
            .map(|it| score.readings.get(it.name()).copied().unwrap_or(f64::NAN))
            .collect();
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn row(options: &Options, value: &Value, file: &str, line: usize) -> Option<Row> {
    let field = |name: &str| value.get(name).and_then(text_of);
    let text = field("text").filter(|text| !text.trim().is_empty())?;
    let date = field("date");
    let mut fields = BTreeMap::new();
    for name in &options.by {
        let found = match name.as_str() {
            "year" => date
                .as_deref()
                .and_then(|date| date.get(..4))
                .map(str::to_owned),
            _ => field(name),
        };
        if let Some(found) = found {
            fields.insert(name.clone(), found);
        }
    }
    Some(Row {
        id: field("id").unwrap_or_else(|| format!("{file}:{line}")),
        label: match field("label").as_deref() {
            Some("hoax") => Some(true),
            Some("valid") => Some(false),
            _ => None,
        },
        is_assumed: false,
        genre: field(&options.genre).unwrap_or_else(|| UNKNOWN.to_owned()),
        date,
        fields,
        text,
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
    let scores = json_lines::<HeldOutScore>(path)?.rows.into_iter();
    Ok(scores
        .map(|(_, score)| ((score.id.to_string(), score.text_sha256.clone()), score))
        .collect())
}
