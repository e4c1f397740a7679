//! The data of a recipe: rows of its sources, their copies, and subjects.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::path::Path;

use hoaks::evaluate::{Attack, connected_groups, group_folds};
use hoaks::model::Source;
use hoaks::training::Example;
use serde_json::Value;

use super::dates::day;
use super::files::{self, JsonLines, json_lines, sha256};
use super::recipe::{Calibration, Copy, Recipe, SUBJECTS, SourceRecipe};

/// What a recipe's data amounts to.
#[derive(Default)]
pub struct Data {
    pub examples: Vec<Example>,
    /// Number of the source of each row.
    pub source_of: Vec<usize>,
    /// What each row counts for among those of its source and label.
    pub shares: Vec<f64>,
    /// Fields of the row, for reports.
    pub rows: Vec<Value>,
    /// Copies of all rows, in their order, once for each kind of copy.
    pub copies: Vec<Example>,
    /// Each subject, once with each label. They are no evidence of anything, so
    /// every fit may learn from all of them.
    pub subjects: Vec<Example>,
    pub sources: Vec<Source>,
    pub newest: String,
}

impl Data {
    /// All rows, behind them their copies, and the subjects: what fits learn from.
    pub fn learned_from(&self) -> Vec<Example> {
        [self.examples.as_slice(), &self.copies, &self.subjects].concat()
    }

    /// How many of these are rows of the data or copies of them.
    pub fn rows_and_copies(&self) -> usize {
        self.examples.len() + self.copies.len()
    }
}

impl Recipe {
    /// Reads the data; of near-duplicates (`dup_group`) only the first row in
    /// the order of the recipe is kept. `own` is the folder of the recipe.
    pub fn load(&self, folder: &Path, own: &Path) -> Result<Data, Box<dyn Error>> {
        let mut reading = Reading::default();
        for (number, recipe) in self.sources.iter().enumerate() {
            reading.source(number, recipe, &recipe.path(folder, own))?;
        }
        let Reading { mut data, keys, .. } = reading;
        self.check_rows(&data.sources)?;
        for (example, group) in data.examples.iter_mut().zip(connected_groups(&keys)) {
            example.group = group;
        }
        for copy in &self.copies {
            data.copies.extend(self.copy(&data, copy)?);
        }
        if let Some(file) = &self.subjects {
            let (subjects, source) = subjects(&own.join(file), file)?;
            data.subjects = subjects;
            data.sources.push(source);
        }
        Ok(data)
    }

    /// All rows, changed as `copy` says.
    fn copy(&self, data: &Data, copy: &Copy) -> Result<Vec<Example>, Box<dyn Error>> {
        let groups: Vec<u32> = data.examples.iter().map(|row| row.group).collect();
        let Calibration { folds, seed, .. } = self.calibration;
        let fold_of = group_folds(&groups, folds, seed)?;
        // Only rows of its own fold follow a row, so that no fit sees the text
        // of rows that it is measured on.
        let mut harmless: Vec<Vec<&str>> = vec![Vec::new(); folds];
        if let Copy::Append(part, _) = copy {
            for (number, row) in data.examples.iter().enumerate() {
                if !row.label && self.sources[data.source_of[number]].name() == part {
                    harmless[fold_of[number]].push(&row.text);
                }
            }
            if harmless.iter().any(Vec::is_empty) {
                return Err(format!("too few valid rows in `{part}` to append").into());
            }
        }
        let change = |number: usize, text: &str| match copy {
            Copy::Disemvowel(share) => Attack::Disemvowel.apply(text, *share, number as u64),
            Copy::Typo(share, slips) => (0..*slips).fold(text.to_owned(), |text, _| {
                Attack::Typo.apply(&text, *share, number as u64)
            }),
            Copy::Append(_, share) => {
                let harmless = &harmless[fold_of[number]];
                let wanted = (share * text.split_whitespace().count() as f64).ceil() as usize;
                let mut copy = text.to_owned();
                // A stride prime to any likely number of rows.
                let words = (number..)
                    .flat_map(|at| harmless[at * 7919 % harmless.len()].split_whitespace());
                for word in words.take(wanted) {
                    copy.push(' ');
                    copy.push_str(word);
                }
                copy
            }
        };
        Ok(data
            .examples
            .iter()
            .enumerate()
            .map(|(number, row)| Example {
                text: change(number, &row.text),
                ..*row
            })
            .collect())
    }
}

/// Rows while they are read.
#[derive(Default)]
struct Reading {
    data: Data,
    /// What each row shares with those that it belongs together with.
    keys: Vec<Vec<String>>,
    /// Clusters of near-duplicates that have a row.
    seen: HashSet<String>,
}

impl Reading {
    /// Adds the rows of a source.
    fn source(
        &mut self,
        number: usize,
        recipe: &SourceRecipe,
        path: &Path,
    ) -> Result<(), Box<dyn Error>> {
        let JsonLines::<Value> { sha256, rows } = json_lines(path)?;
        let mut source = Source::new(recipe.name().to_owned(), recipe.file.clone(), sha256);
        let first = self.data.examples.len();
        for (line, row) in rows {
            match self.row(number, recipe, line, row) {
                Some(true) => source.hoax += 1,
                Some(false) => source.valid += 1,
                None => source.left_out += 1,
            }
        }
        let (added, rows) = (&self.data.examples[first..], &self.data.rows[first..]);
        if let Some(field) = &recipe.group
            && !rows.is_empty()
            && rows.iter().all(|row| string(row, field).is_none())
        {
            // Its topics would be on both sides of every fold.
            let error = format!("no row that is used has the field {field:?} as a string");
            return Err(format!("source `{}`: {error}", recipe.name()).into());
        }
        if let Some(imagined) = recipe.balance_groups {
            let labels: Vec<bool> = added.iter().map(|example| example.label).collect();
            let shares = &mut self.data.shares[first..];
            balance(shares, &self.keys[first..], &labels, imagined);
        }
        self.data.sources.push(source);
        Ok(())
    }

    /// Adds a row, if the recipe uses it, and says its label.
    fn row(
        &mut self,
        number: usize,
        recipe: &SourceRecipe,
        line: usize,
        row: Value,
    ) -> Option<bool> {
        let (text, label) = recipe.accepts(&row)?;
        if let Some(cluster) = string(&row, "dup_group")
            && !self.seen.insert(cluster.to_owned())
        {
            return None;
        }
        let data = &mut self.data;
        if let Some(Ok(Some(day))) = row.get("date").map(day) {
            data.newest = std::mem::take(&mut data.newest).max(day.to_string());
        }
        let group = recipe.group.as_deref();
        let named = group.and_then(|field| string(&row, field));
        let named = named.map(|group| format!("{} {group}", recipe.file));
        let block = recipe.group_lines.map(|lines| (line - 1) / lines.max(1));
        let block = block.map(|block| format!("{} #{block}", recipe.file));
        self.keys.push(named.into_iter().chain(block).collect());
        data.shares.push(1.0);
        data.source_of.push(number);
        data.examples.push(Example {
            text: text.to_owned(),
            label,
            group: 0,
        });
        data.rows.push(row);
        Some(label)
    }
}

impl SourceRecipe {
    /// Text and label of a row that the recipe uses.
    fn accepts<'r>(&self, row: &'r Value) -> Option<(&'r str, bool)> {
        if let Some((field, value)) = &self.only
            && row.get(field) != Some(value)
        {
            return None;
        }
        let text = row
            .get("text")?
            .as_str()
            .filter(|text| !text.trim().is_empty())?;
        let label = match row.get("label") {
            None | Some(Value::Null) => self.unlabelled.as_deref()?,
            // One that is no string is not understood, and not absent either.
            Some(label) => label.as_str()?,
        };
        match label {
            _ if !self.labels.iter().any(|used| used == label) => None,
            "hoax" => Some((text, true)),
            "valid" => Some((text, false)),
            _ => None,
        }
    }
}

/// A field of a row, if it is a string.
fn string<'r>(row: &'r Value, field: &str) -> Option<&'r str> {
    row.get(field).and_then(Value::as_str)
}

/// The subjects in a file, each with both labels, and what to say of them.
fn subjects(path: &Path, file: &str) -> Result<(Vec<Example>, Source), Box<dyn Error>> {
    let text = files::read_text(path)?;
    let subjects = text.lines().filter(|line| !line.trim().is_empty());
    let both = subjects.flat_map(|subject| {
        [true, false].map(|label| Example {
            text: subject.to_owned(),
            label,
            group: 0,
        })
    });
    let both: Vec<Example> = both.collect();
    let of_each = both.len() as u64 / 2;
    let mut source = Source::new(
        SUBJECTS.to_owned(),
        file.to_owned(),
        sha256(text.as_bytes()),
    );
    (source.hoax, source.valid) = (of_each, of_each);
    Ok((both, source))
}

/// Shares of rows as [`SourceRecipe::balance_groups`] says.
fn balance(shares: &mut [f64], keys: &[Vec<String>], labels: &[bool], imagined: f64) {
    let mut sizes: BTreeMap<&[String], [f64; 2]> = BTreeMap::new();
    for (key, &label) in keys.iter().zip(labels) {
        sizes.entry(key).or_insert([0.0; 2])[usize::from(label)] += 1.0;
    }
    for ((share, key), &label) in shares.iter_mut().zip(keys).zip(labels) {
        if !key.is_empty() {
            let [valid, hoax] = sizes[key.as_slice()];
            let same = if label { hoax } else { valid };
            let part = (same + imagined) / (valid + hoax + 2.0 * imagined);
            *share = 0.5 / part / (valid + hoax).sqrt();
        }
    }
}
