//! A training recipe: which data, how weighted, which settings.

use std::collections::{BTreeMap, HashSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use hoaks::ErrorKind;
use hoaks::evaluate::{Attack, connected_groups, group_folds};
use hoaks::features::Vectorizer;
use hoaks::linear::Logistic;
use hoaks::model::Source;
use hoaks::training::{Corpus, Example, FittedWeights, Trainer, Weights};
use serde::Deserialize;
use serde_json::Value;

use super::dates::day;
use super::files::{self, JsonLines, json_lines, named, sha256};
use super::heads::HeadRecipe;
use super::parts::PartRecipe;

/// The part of the data that says what texts are about, and nothing else.
const SUBJECTS: &str = "subjects";

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    pub name: String,
    /// What the recipe is for, in words.
    pub about: String,
    pub features: Features,
    /// Changed copies of every row that the fits learn from beside the row
    /// itself, so that what survives the change carries the weight.
    #[serde(default)]
    pub copies: Vec<Copy>,
    /// File with subjects, one a line, beside the recipe. Each is learned from as
    /// true and as false, so that it speaks for neither side; fits weigh them as the
    /// part [`SUBJECTS`].
    pub subjects: Option<String>,
    /// Fits on different data, whose weights are added up.
    pub fits: Vec<FitRecipe>,
    pub calibration: Calibration,
    /// Probabilities between which the model abstains.
    pub abstain: [f64; 2],
    pub sources: Vec<SourceRecipe>,
    /// Heads beside `hoax`, which is all the rest of the recipe is about.
    #[serde(default)]
    pub heads: Vec<HeadRecipe>,
    /// What those heads learn from.
    #[serde(default)]
    pub parts: Vec<PartRecipe>,
    /// File with the weak rules of those heads, beside the recipe.
    pub rules: Option<String>,
    /// File with rows that measure those heads, beside the recipe: none of
    /// them, and no near-duplicate, is learned from.
    pub annotations: Option<String>,
    /// File with rows that somebody labelled for those heads to learn from,
    /// beside the recipe.
    pub labelled: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Features {
    pub bits: u32,
    pub scales: [u8; 3],
}

/// How a copy differs from its row.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Copy {
    /// This share of its words has its inner vowels left out.
    Disemvowel(f64),
    /// This share of its words has slips of the finger, so many each: a word
    /// with one is mostly read as what is meant, and teaches nothing new.
    Typo(f64, u32),
    /// Rows labelled valid of the part follow, until as many words are added
    /// as the share says of its own.
    Append(String, f64),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FitRecipe {
    /// What its weights count for in the sum.
    pub factor: f64,
    pub c: f64,
    pub tolerance: f64,
    pub max_epochs: usize,
    pub seed: u64,
    /// By part of the data: total weight of its rows labelled hoax and valid.
    /// Only the ratios count.
    pub masses: BTreeMap<String, [f64; 2]>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    pub folds: usize,
    pub seed: u64,
    /// Share of misinformation the probabilities are stated for.
    pub base_rate: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRecipe {
    pub file: String,
    /// The file lies beside the recipe, not with the data.
    #[serde(default)]
    pub own: bool,
    /// Name of this part of the file; the name of the file if absent.
    pub part: Option<String>,
    /// Labels whose rows are used.
    pub labels: Vec<String>,
    /// Label of rows that have none; absent leaves them out.
    pub unlabelled: Option<String>,
    /// Field whose rows belong together (a topic), beside near-duplicates.
    pub group: Option<String>,
    /// Every so many lines of the file belong together: for files that are
    /// sorted by topic but do not name it.
    pub group_lines: Option<usize>,
    /// Balance groups: each row counts one over the square root of the size of
    /// its group, and within a group both labels count about the same (with
    /// this many rows of each label imagined), so that the words of a topic
    /// are not learned as its label.
    pub balance_groups: Option<f64>,
    /// Use only rows in which this field has this value.
    pub only: Option<(String, Value)>,
    /// Whether its held-out scores take part in calibration.
    #[serde(default)]
    pub calibrate: bool,
}

/// What a recipe's data amounts to.
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

impl Recipe {
    /// The recipe in a file, checked as far as it can be without its data, and the
    /// SHA-256 of the file.
    pub fn read(path: &Path) -> Result<(Self, String), Box<dyn Error>> {
        let bytes = files::read(path)?;
        let recipe: Self = serde_json::from_slice(&bytes).map_err(|error| named(path, error))?;
        recipe.check().map_err(|error| named(path, error))?;
        Ok((recipe, sha256(&bytes)))
    }

    pub fn vectorizer(&self) -> Result<Vectorizer, hoaks::Error> {
        Vectorizer::new(self.features.bits, self.features.scales)
    }

    /// Fits on the rows `chosen` and on the subjects, and adds up.
    pub fn fit(
        &self,
        corpus: &Corpus,
        data: &Data,
        chosen: &[usize],
        mut told: impl FnMut(&FittedWeights),
    ) -> Result<Weights, hoaks::Error> {
        let subjects = data.rows_and_copies()..corpus.len();
        let chosen: Vec<usize> = chosen.iter().copied().chain(subjects).collect();
        add_up(&self.fits, "the recipe has no fits", |fit| {
            let (rows, weights) = fit.weigh_rows(self, data, &chosen);
            let fitted = fit.trainer().fit(corpus, &rows, &weights)?;
            told(&fitted);
            Ok(fitted.weights)
        })
    }

    /// Reads the data; of near-duplicates (`dup_group`) only the first row in
    /// the order of the recipe is kept. `own` is the folder of the recipe.
    pub fn load(&self, folder: &Path, own: &Path) -> Result<Data, Box<dyn Error>> {
        let mut data = Data {
            examples: Vec::new(),
            source_of: Vec::new(),
            shares: Vec::new(),
            rows: Vec::new(),
            copies: Vec::new(),
            subjects: Vec::new(),
            sources: Vec::new(),
            newest: String::new(),
        };
        let mut keys: Vec<Vec<String>> = Vec::new();
        let mut seen = HashSet::new();
        for (number, recipe) in self.sources.iter().enumerate() {
            let JsonLines::<Value> { sha256, rows } = json_lines(&recipe.path(folder, own))?;
            let mut source = Source::new(recipe.name().to_owned(), recipe.file.clone(), sha256);
            let first = data.examples.len();
            let mut rows_named = 0;
            for (line, row) in rows {
                let Some((text, label)) = recipe.accepts(&row) else {
                    source.left_out += 1;
                    continue;
                };
                let field = |name: &str| row.get(name).and_then(Value::as_str);
                if let Some(cluster) = field("dup_group")
                    && !seen.insert(cluster.to_owned())
                {
                    source.left_out += 1;
                    continue;
                }
                data.shares.push(1.0);
                data.source_of.push(number);
                if label {
                    source.hoax += 1;
                } else {
                    source.valid += 1;
                }
                if let Some(Ok(Some(day))) = row.get("date").map(day) {
                    data.newest = data.newest.max(day.to_string());
                }
                let named = recipe.group.as_deref().and_then(field);
                rows_named += usize::from(named.is_some());
                let block = recipe.group_lines.map(|lines| (line - 1) / lines.max(1));
                keys.push(
                    named
                        .map(|group| format!("{} {group}", recipe.file))
                        .into_iter()
                        .chain(block.map(|block| format!("{} #{block}", recipe.file)))
                        .collect(),
                );
                data.examples.push(Example {
                    text: text.to_owned(),
                    label,
                    group: 0,
                });
                data.rows.push(row);
            }
            if let Some(field) = &recipe.group
                && rows_named == 0
                && data.examples.len() > first
            {
                // Its topics would be on both sides of every fold.
                let error = format!("no row that is used has the field {field:?} as a string");
                return Err(format!("source `{}`: {error}", recipe.name()).into());
            }
            if let Some(imagined) = recipe.balance_groups {
                let labels: Vec<bool> = data.examples[first..].iter().map(|e| e.label).collect();
                balance(&mut data.shares[first..], &keys[first..], &labels, imagined);
            }
            data.sources.push(source);
        }
        self.check_rows(&data.sources)?;
        for (example, group) in data.examples.iter_mut().zip(connected_groups(&keys)) {
            example.group = group;
        }
        for copy in &self.copies {
            data.copies.extend(self.copy(&data, copy)?);
        }
        if let Some(file) = &self.subjects {
            let (subjects, source) = Self::subjects(&own.join(file), file)?;
            data.subjects = subjects;
            data.sources.push(source);
        }
        Ok(data)
    }

    /// Numbers are in their range, which would else be told after all the work or
    /// not at all; every part that a fit weighs is there, and subjects take no side.
    fn check(&self) -> Result<(), Box<dyn Error>> {
        check_head("hoax", &self.fits, &self.calibration, self.abstain)?;
        for head in &self.heads {
            check_head(&head.name, &head.fits, &head.calibration, head.abstain)?;
        }
        for (part, [hoax, valid]) in self.fits.iter().flat_map(|fit| &fit.masses) {
            let is_source = self.sources.iter().any(|source| source.name() == part);
            if part == SUBJECTS && self.subjects.is_some() {
                if hoax != valid {
                    return Err(format!("a fit weighs `{part}` by label").into());
                }
            } else if !is_source {
                return Err(format!("a fit weighs `{part}`, which is no source").into());
            }
        }
        Ok(())
    }

    /// What is weighed has rows: a label that is written otherwise in the file would
    /// leave a fit without its part.
    fn check_rows(&self, sources: &[Source]) -> Result<(), Box<dyn Error>> {
        for (part, &[hoax, valid]) in self.fits.iter().flat_map(|fit| &fit.masses) {
            let of_part = || sources.iter().filter(|source| source.part == *part);
            let lacks_hoax = hoax > 0.0 && of_part().all(|source| source.hoax == 0);
            let lacks_valid = valid > 0.0 && of_part().all(|source| source.valid == 0);
            if part != SUBJECTS && (lacks_hoax || lacks_valid) {
                let label = if lacks_hoax { "hoax" } else { "valid" };
                return Err(format!("a fit weighs `{part}`, of which no row is {label}").into());
            }
        }
        Ok(())
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

impl SourceRecipe {
    pub fn name(&self) -> &str {
        self.part.as_deref().unwrap_or(&self.file)
    }

    pub fn path(&self, data: &Path, own: &Path) -> PathBuf {
        let folder = if self.own { own } else { data };
        folder.join(&self.file)
    }

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

impl FitRecipe {
    pub fn trainer(&self) -> Trainer {
        let logistic = Logistic::new()
            .c(self.c)
            .tolerance(self.tolerance)
            .max_epochs(self.max_epochs)
            .seed(self.seed);
        Trainer::new(logistic)
    }

    /// The rows this fit learns from, and their weights: the mass of a part
    /// and label is shared out over its rows, and the mean weight is 1, so that
    /// C means the same for any masses. `key` gives part, label and share of a
    /// row, `name` the name of a part.
    pub fn weigh<'n>(
        &self,
        chosen: &[usize],
        key: impl Fn(usize) -> (usize, bool, f64),
        name: impl Fn(usize) -> &'n str,
    ) -> (Vec<usize>, Vec<f32>) {
        let mut totals: BTreeMap<(usize, bool), f64> = BTreeMap::new();
        for &row in chosen {
            let (part, label, share) = key(row);
            *totals.entry((part, label)).or_insert(0.0) += share;
        }
        let mut rows = Vec::new();
        let mut weights = Vec::new();
        for &row in chosen {
            let (part, label, share) = key(row);
            let mass = self
                .masses
                .get(name(part))
                .map_or(0.0, |&[hoax, valid]| if label { hoax } else { valid });
            if mass > 0.0 {
                rows.push(row);
                weights.push(mass * share / totals[&(part, label)]);
            }
        }
        let mean = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
        (
            rows,
            weights
                .iter()
                .map(|weight| (weight / mean) as f32)
                .collect(),
        )
    }

    pub fn weigh_rows(
        &self,
        recipe: &Recipe,
        data: &Data,
        chosen: &[usize],
    ) -> (Vec<usize>, Vec<f32>) {
        self.weigh(
            chosen,
            |row| {
                if let Some(subject) = row.checked_sub(data.rows_and_copies()) {
                    return (recipe.sources.len(), data.subjects[subject].label, 1.0);
                }
                let row = row % data.examples.len();
                let label = data.examples[row].label;
                (data.source_of[row], label, data.shares[row])
            },
            |part| {
                recipe
                    .sources
                    .get(part)
                    .map_or(SUBJECTS, SourceRecipe::name)
            },
        )
    }
}

/// Checks the numbers of a head's recipe that its fits do not.
fn check_head(
    name: &str,
    fits: &[FitRecipe],
    calibration: &Calibration,
    [low, high]: [f64; 2],
) -> Result<(), Box<dyn Error>> {
    let rate = calibration.base_rate;
    if !(rate > 0.0 && rate < 1.0) {
        return Err(format!("head {name}: `base_rate` {rate} is not between 0 and 1").into());
    }
    if !(0.0 <= low && low <= high && high <= 1.0) {
        let error = "are not two probabilities, the lower first";
        return Err(format!("head {name}: `abstain` {low} and {high} {error}").into());
    }
    for (part, masses) in fits.iter().flat_map(|fit| &fit.masses) {
        if masses.iter().any(|&mass| mass < 0.0) {
            return Err(format!("head {name}: a mass of `{part}` is below 0").into());
        }
    }
    Ok(())
}

/// The weights of all fits times their factors, added up.
pub fn add_up(
    fits: &[FitRecipe],
    if_none: &'static str,
    mut weights_of: impl FnMut(&FitRecipe) -> Result<Weights, hoaks::Error>,
) -> Result<Weights, hoaks::Error> {
    let none = ErrorKind::TrainingData { problem: if_none };
    let (first, others) = fits.split_first().ok_or(none)?;
    let mut sum = weights_of(first)?.times(first.factor);
    for fit in others {
        sum.add(&weights_of(fit)?, fit.factor)?;
    }
    Ok(sum)
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
