//! The folds for other solvers: as svmlight files, and the texts with what they
//! scored held out.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use hoaks::evaluate::roc_auc;
use hoaks::linear::SparseRecords;
use hoaks::training::Corpus;
use serde_json::{Value, json};

use crate::common::files::output;
use crate::common::held_out::HeldOut;
use crate::common::recipe::FitRecipe;
use crate::common::scores::SURFACE;

/// All folds, and two files for each.
const FOLDS: &str = "folds.json";
const PARTS: [&str; 2] = ["train", "test"];

/// Every fold of the first fit as svmlight files, with what our solver made of
/// it; all rows with their texts, weights and held-out scores, as they are and
/// with the surface off. Other systems do not learn from copies, so there are
/// none.
pub fn write(folder: &Path, corpus: &Corpus, held_out: &HeldOut<'_>) -> Result<(), Box<dyn Error>> {
    let recipe = held_out.recipe;
    let first = recipe.fits.first().ok_or("the recipe has no fits")?;
    let folds = (0..recipe.calibration.folds)
        .map(|fold| write_fold(folder, fold, first, corpus, held_out))
        .collect::<Result<Vec<_>, _>>()?;
    let all = json!({
        "c": first.c,
        "tolerance": first.tolerance,
        "base_rate": recipe.calibration.base_rate,
        "columns": corpus.vectorizer().rows(),
        "folds": folds,
        "rows": rows(held_out)?,
    });
    let mut out = output(Some(&folder.join(FOLDS)))?;
    serde_json::to_writer(&mut out, &all)?;
    Ok(out.flush()?)
}

/// Writes the two files of a fold; returns what our solver makes of them.
fn write_fold(
    folder: &Path,
    fold: usize,
    fit: &FitRecipe,
    corpus: &Corpus,
    held_out: &HeldOut<'_>,
) -> Result<Value, Box<dyn Error>> {
    let HeldOut { data, folds, .. } = held_out;
    let (inside, outside): (Vec<usize>, Vec<usize>) =
        (0..data.examples.len()).partition(|&row| folds[row] == fold);
    let (train, weights) = fit.weigh_rows(held_out.recipe, data, &outside);
    let (test, _) = fit.weigh_rows(held_out.recipe, data, &inside);
    let trainer = fit.trainer();
    let design = trainer.design(corpus, &train)?;
    let labels =
        |rows: &[usize]| -> Vec<bool> { rows.iter().map(|&row| corpus.labels()[row]).collect() };
    for (part, rows) in PARTS.into_iter().zip([&train, &test]) {
        let path = svmlight_file(folder, fold, part);
        write_svmlight(&path, &design.records(corpus, rows)?, &labels(rows))?;
    }
    let fit = trainer.fit(corpus, &train, &weights)?;
    let scores: Vec<f64> = (test.iter())
        .map(|&row| fit.weights.logit(&corpus.vectors()[row]))
        .collect();
    Ok(json!({
        "fold": fold,
        "weights": weights,
        "primal": fit.primal,
        "epochs": fit.epochs,
        "roc": roc_auc(&scores, &labels(&test))?,
    }))
}

/// All rows: what they weigh in all fits together, and what they scored held out.
fn rows(held_out: &HeldOut<'_>) -> Result<Vec<Value>, Box<dyn Error>> {
    let HeldOut {
        recipe,
        data,
        logits,
        ..
    } = held_out;
    let everything: Vec<usize> = (0..data.examples.len()).collect();
    let mut weight_of = vec![0.0; everything.len()];
    for fit in &recipe.fits {
        let (rows, weights) = fit.weigh_rows(recipe, data, &everything);
        for (row, weight) in rows.into_iter().zip(weights) {
            weight_of[row] += fit.factor * f64::from(weight);
        }
    }
    let (surface, bare_logits) = (held_out.readings.iter())
        .find(|(reading, _)| reading.name() == SURFACE)
        .ok_or("no reading without the surface")?;
    let row = |row: usize| {
        let example = &data.examples[row];
        json!({
            "id": data.rows[row]["id"],
            "part": recipe.sources[data.source_of[row]].name(),
            "clickbait": data.rows[row]["clickbait"],
            "group": example.group,
            "fold": held_out.folds[row],
            "label": example.label,
            "weight": weight_of[row],
            "text": example.text,
            "stripped": surface.of(&example.text, row as u64),
            "logit": logits[row],
            "stripped_logit": bare_logits[row],
        })
    };
    Ok(everything.into_iter().map(row).collect())
}

/// What is written into the folder.
pub fn files(folder: &Path, folds: usize) -> Vec<PathBuf> {
    let of_fold = |fold| PARTS.map(|part| svmlight_file(folder, fold, part));
    let mut files: Vec<PathBuf> = (0..folds).flat_map(of_fold).collect();
    files.push(folder.join(FOLDS));
    files
}

fn svmlight_file(folder: &Path, fold: usize, part: &str) -> PathBuf {
    folder.join(format!("{fold}.{part}.svm"))
}

fn write_svmlight(
    path: &Path,
    records: &SparseRecords,
    labels: &[bool],
) -> Result<(), Box<dyn Error>> {
    let mut out = output(Some(path))?;
    for (row, label) in records.iter().zip(labels) {
        write!(out, "{}", if *label { 1 } else { -1 })?;
        for (column, value) in row.0.iter().zip(row.1) {
            write!(out, " {}:{value}", column + 1)?;
        }
        writeln!(out)?;
    }
    Ok(out.flush()?)
}
