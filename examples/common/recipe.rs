//! A training recipe: which data, how weighted, which settings.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use hoaks::ErrorKind;
use hoaks::features::Vectorizer;
use hoaks::linear::Logistic;
use hoaks::model::Source;
use hoaks::training::{Corpus, FittedWeights, Trainer, Weights};
use serde::Deserialize;
use serde_json::Value;

use super::data::Data;
use super::files::{self, named, sha256};
use super::heads::HeadRecipe;
use super::parts::PartRecipe;

/// The part of the data that says what texts are about, and nothing else.
pub(super) const SUBJECTS: &str = "subjects";

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

    /// Numbers are in their range, which would else be told after all the work or
    /// not at all; every part that a fit weighs is there, and subjects take no side.
    fn check(&self) -> Result<(), Box<dyn Error>> {
        check_head("hoax", &self.fits, &self.calibration, self.abstain)?;
        for head in &self.heads {
            check_head(&head.name, &head.fits, &head.calibration, head.abstain)?;
        }
        if !self.sources.iter().any(|source| source.calibrate) {
            return Err("no source has `calibrate`: true".into());
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
    pub(super) fn check_rows(&self, sources: &[Source]) -> Result<(), Box<dyn Error>> {
        for (part, &[hoax, valid]) in self.fits.iter().flat_map(|fit| &fit.masses) {
            let of_part = || sources.iter().filter(|source| source.part == *part);
            let lacks_hoax = hoax > 0.0 && of_part().all(|source| source.hoax == 0);
            let lacks_valid = valid > 0.0 && of_part().all(|source| source.valid == 0);
            if part != SUBJECTS && (lacks_hoax || lacks_valid) {
                let label = if lacks_hoax { "hoax" } else { "valid" };
                return Err(format!("a fit weighs `{part}`, of which no row is {label}").into());
            }
        }
        let mut calibrate = self.sources.iter().zip(sources).filter(|it| it.0.calibrate);
        if calibrate.all(|(_, source)| source.hoax == 0 || source.valid == 0) {
            return Err("no source that has `calibrate` has rows of both labels".into());
        }
        Ok(())
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
