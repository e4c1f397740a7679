//! The folds for other solvers: as svmlight files, and the texts with what they
//! scored held out.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use hoaks::evaluate::roc_auc;
use hoaks::linear::SparseRecords;
use hoaks::training::Corpus;

use crate::common::files::output;
use crate::common::held_out::HeldOut;
use crate::common::recipe::Recipe;
use crate::common::scores::SURFACE;

/// All folds, and two files for each.
const FOLDS: &str = "folds.json";
const PARTS: [&str; 2] = ["train", "test"];

/// Every fold of the first fit as svmlight files, with what our solver made of
/// it; all rows with their texts, weights and held-out scores, as they are and
/// with the surface off. Other systems do not learn from copies, so there are
/// none.
pub fn write(
    folder: &Path,
    recipe: &Recipe,
    corpus: &Corpus,
    held_out: &HeldOut<'_>,
) -> Result<(), Box<dyn Error>> {
    let HeldOut { data, logits, .. } = held_out;
    let first = recipe.fits.first().ok_or("the recipe has no fits")?;
    let trainer = first.trainer();
    let everything: Vec<usize> = (0..data.examples.len()).collect();
    let folds = &held_out.folds[..everything.len()];
    let mut ours = Vec::new();
    for fold in 0..recipe.calibration.folds {
        let (inside, outside): (Vec<usize>, Vec<usize>) =
            everything.iter().partition(|&&row| folds[row] == fold);
        let (train, weights) = first.weigh_rows(recipe, data, &outside);
        let (test, _) = first.weigh_rows(recipe, data, &inside);
        let design = trainer.design(corpus, &train)?;
        let labels = |rows: &[usize]| -> Vec<bool> {
            rows.iter().map(|&row| corpus.labels()[row]).collect()
        };
        for (part, rows) in PARTS.into_iter().zip([&train, &test]) {
            let path = svmlight_file(folder, fold, part);
            write_svmlight(&path, &design.records(corpus, rows)?, &labels(rows))?;
        }
        let fit = trainer.fit(corpus, &train, &weights)?;
        let scores: Vec<f64> = test
            .iter()
            .map(|&row| fit.weights.logit(&corpus.vectors()[row]))
            .collect();
        ours.push(serde_json::json!({
            "fold": fold,
            "weights": weights,
            "primal": fit.primal,
            "epochs": fit.epochs,
            "roc": roc_auc(&scores, &labels(&test))?,
        }));
    }
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
    let rows: Vec<_> = (0..)
        .zip(&data.examples)
        .map(|(number, example)| {
            let row = number as usize;
            serde_json::json!({
                "id": data.rows[row]["id"],
                "part": recipe.sources[data.source_of[row]].name(),
                "clickbait": data.rows[row]["clickbait"],
                "group": example.group,
                "fold": folds[row],
                "label": example.label,
                "weight": weight_of[row],
                "text": example.text,
                "stripped": surface.of(&example.text, number),
                "logit": logits[row],
                "stripped_logit": bare_logits[row],
            })
        })
        .collect();
    let all = serde_json::json!({
        "c": first.c,
        "tolerance": first.tolerance,
        "base_rate": recipe.calibration.base_rate,
        "columns": corpus.vectorizer().rows(),
        "folds": ours,
        "rows": rows,
    });
    let mut out = output(Some(&folder.join(FOLDS)))?;
    serde_json::to_writer(&mut out, &all)?;
    Ok(out.flush()?)
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
