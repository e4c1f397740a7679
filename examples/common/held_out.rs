//! What fits say of rows they have not seen, in every reading of the rows.

use std::error::Error;

use hoaks::evaluate::roc_auc;
use hoaks::training::{Corpus, DampedPlatt, Example, Weights};

use super::data::Data;
use super::files::sha256;
use super::recipe::Recipe;
use super::say;
use super::scores::{HeldOutScore, Reading, readings, sigmoid};

pub struct HeldOut<'a> {
    pub recipe: &'a Recipe,
    pub data: &'a Data,
    /// Fold and group of each row.
    pub folds: &'a [usize],
    pub groups: &'a [u32],
    /// Of the rows as they are, calibrated.
    pub logits: Vec<f64>,
    pub readings: Vec<(Reading, Vec<f64>)>,
}

impl<'a> HeldOut<'a> {
    /// Weights and scaling of each fold are learned from the others.
    pub fn new(
        recipe: &'a Recipe,
        data: &'a Data,
        corpus: &'a Corpus,
        folds: &'a [usize],
        fits: &[(Weights, DampedPlatt)],
    ) -> Result<Self, hoaks::Error> {
        let base_rate = recipe.calibration.base_rate;
        let logits_of = |corpus: &Corpus| -> Vec<f64> {
            // Copies stand behind the rows.
            let rows = corpus.vectors().iter().zip(folds).take(data.examples.len());
            rows.map(|(vector, &fold)| {
                let (weights, scaling) = &fits[fold];
                scaling.apply(weights.logit(vector), vector.grams, base_rate)
            })
            .collect()
        };
        let mut it = Self {
            recipe,
            data,
            folds,
            groups: corpus.groups(),
            logits: logits_of(corpus),
            readings: Vec::new(),
        };
        for reading in readings() {
            let read: Vec<Example> = (0..)
                .zip(&data.examples)
                .map(|(number, example)| Example {
                    text: reading.of(&example.text, number).into_owned(),
                    ..*example
                })
                .collect();
            let corpus = Corpus::new(recipe.vectorizer()?, &read);
            it.readings.push((reading, logits_of(&corpus)));
        }
        Ok(it)
    }

    /// Prints what each attack on half of the words costs the ranking.
    pub fn report_attacks(&self) -> Result<(), hoaks::Error> {
        let labels: Vec<bool> = self.data.examples.iter().map(|row| row.label).collect();
        let of = |number: usize| {
            (0..labels.len()).filter(move |&row| self.data.source_of[row] == number)
        };
        let both: Vec<usize> = (0..self.recipe.sources.len())
            .filter(|&n| of(n).any(|row| labels[row]) && of(n).any(|row| !labels[row]))
            .collect();
        let rocs = |logits: &[f64]| -> Result<Vec<f64>, hoaks::Error> {
            (both.iter())
                .map(|&number| {
                    let (scores, labels): (Vec<f64>, Vec<bool>) =
                        of(number).map(|row| (logits[row], labels[row])).unzip();
                    roc_auc(&scores, &labels)
                })
                .collect()
        };
        let clean = rocs(&self.logits)?;
        let names =
            (both.iter()).map(|&number| format!(" {:>20}", self.recipe.sources[number].name()));
        say!("\n{:<14}{}", "ROC lost", names.collect::<String>());
        for (reading, logits) in &self.readings {
            if let Reading::Attack(attack) = reading {
                let lost = (clean.iter().zip(rocs(logits)?))
                    .map(|(clean, attacked)| format!(" {:>20.4}", clean - attacked));
                say!("{:<14}{}", attack.name(), lost.collect::<String>());
            }
        }
        Ok(())
    }

    /// One JSON object for each row; `recipe_sha256` is of the recipe's file.
    pub fn lines(&self, recipe_sha256: &str) -> Result<String, Box<dyn Error>> {
        let mut lines = String::new();
        for (row, example) in self.data.examples.iter().enumerate() {
            let logit = self.logits[row];
            let readings =
                (self.readings.iter()).map(|(it, logits)| (it.name().to_owned(), logits[row]));
            let score = HeldOutScore {
                id: self.data.rows[row].get("id").cloned().unwrap_or_default(),
                source: self.recipe.sources[self.data.source_of[row]]
                    .name()
                    .to_owned(),
                label: if example.label { "hoax" } else { "valid" }.to_owned(),
                group: self.groups[row],
                fold: self.folds[row],
                logit,
                probability: sigmoid(logit),
                base_rate: self.recipe.calibration.base_rate,
                readings: readings.collect(),
                text_sha256: sha256(example.text.as_bytes()),
                recipe_sha256: recipe_sha256.to_owned(),
            };
            lines.push_str(&serde_json::to_string(&score)?);
            lines.push('\n');
        }
        Ok(lines)
    }
}
