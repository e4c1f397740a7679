//! Trains a model by a recipe, and says how good it is on what it has not
//! seen.
//!
//! ```text
//! cargo run --release --example train -- --data DATA_DIR
//!     [--recipe datasets/recipe.json] [--out FILE] [--scores FILE]
//!     [--export DIR]
//! ```
//!
//! `DATA_DIR` holds the JSON-lines files that the recipe names; how to get
//! them is told in `datasets/SOURCES.md`. Without `--out` nothing is written.
//! `--scores` writes what each row scored by a fit that had not seen its group,
//! as JSON lines for the example `evaluate`. `--export` writes every fold as
//! svmlight files for other solvers, and the texts with what they scored held
//! out.

mod common;

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use common::heads::Workshop;
use common::recipe::{Data, Recipe, sha256};
use common::scores::{HeldOutScore, READINGS};
use hoaks::evaluate::{Attack, average_precision, group_folds, roc_auc};
use hoaks::linear::{Platt, SparseRecords};
use hoaks::text::{TokenKind, tokens};
use hoaks::training::{Corpus, Example, Provenance, Weights, assemble, fit_folds};

struct Options {
    data: PathBuf,
    recipe: PathBuf,
    out: Option<PathBuf>,
    scores: Option<PathBuf>,
    export: Option<PathBuf>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut data = None;
    let mut recipe = PathBuf::from("datasets/recipe.json");
    let mut out = None;
    let mut scores = None;
    let mut export = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(arguments.value()?.into()),
            Long("recipe") => recipe = arguments.value()?.into(),
            Long("out") => out = Some(arguments.value()?.into()),
            Long("scores") => scores = Some(arguments.value()?.into()),
            Long("export") => export = Some(arguments.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Options {
        data: data.ok_or("--data DATA_DIR is needed; see datasets/SOURCES.md")?,
        recipe,
        out,
        scores,
        export,
    })
}

fn main() -> ExitCode {
    match options()
        .map_err(Into::into)
        .and_then(|options| run(&options))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let progress = |what: &str| eprintln!("[{:6.2} s] {what}", start.elapsed().as_secs_f64());

    let (recipe, recipe_sha256) = Recipe::read(&options.recipe)?;
    progress(&format!("reading {} files", recipe.sources.len()));
    let data = recipe.load(&options.data)?;
    println!(
        "{:<36} {:>7} {:>7} {:>9}",
        "used", "hoax", "valid", "left out"
    );
    for source in &data.sources {
        println!(
            "{:<36} {:>7} {:>7} {:>9}",
            source.part, source.hoax, source.valid, source.left_out
        );
    }
    progress(&format!("reading {} texts", data.examples.len()));
    let corpus = Corpus::new(recipe.vectorizer()?, &data.learned_from());

    let count = recipe.calibration.folds;
    let folds = group_folds(corpus.groups(), count, recipe.calibration.seed)?;
    progress(&format!("fitting {count} folds"));
    let of_fold = fit_folds(&folds, |chosen| recipe.fit(&corpus, &data, chosen, |_| ()))?;
    // The rows themselves only, not their copies.
    let rows = corpus
        .vectors()
        .iter()
        .zip(&folds)
        .take(data.examples.len());
    let logits: Vec<f64> = rows.map(|(row, &fold)| of_fold[fold].logit(row)).collect();
    let calibration = calibrate(&recipe, &data, &logits)?;
    report(&recipe, &data, &logits, &folds, &calibration)?;
    report_attacks(&recipe, &data, &logits, &folds, &of_fold)?;
    if let Some(path) = &options.scores {
        progress("writing the scores");
        let scores = HeldOut {
            recipe: &recipe,
            data: &data,
            corpus: &corpus,
            folds: &folds,
            logits: &logits,
            weights: &of_fold,
            calibration: &calibration,
        };
        write_whole(path, scores.lines()?.as_bytes())?;
    }
    if let Some(folder) = &options.export {
        progress("writing the folds");
        export(folder, &recipe, &corpus, &folds, &data, &logits)?;
    }

    progress("fitting all");
    let all: Vec<usize> = (0..corpus.len()).collect();
    let weights = recipe.fit(&corpus, &data, &all, |fit| {
        progress(&format!(
            "{} epochs, objective {:.6}, gap {:.1e}, converged: {}",
            fit.epochs,
            fit.primal,
            (fit.primal - fit.dual) / fit.primal,
            fit.converged
        ));
    })?;
    let beside = options.recipe.parent().unwrap_or(Path::new("."));
    let workshop = Workshop::new(&recipe, &options.data, beside)?;
    let mut sources = data.sources;
    let mut others = Vec::new();
    for head in &recipe.heads {
        progress(&format!("fitting head {}", head.name));
        let (head, used) = workshop.train(head)?;
        others.push(head);
        sources.extend(used);
    }
    if let Some(path) = &options.out {
        let mut heads = vec![weights.into_head(
            "hoax",
            &calibration,
            recipe.calibration.base_rate,
            recipe.abstain,
        )?];
        heads.extend(others);
        let model = assemble(
            heads,
            Provenance {
                name: recipe.name,
                cut_off: data.newest,
                recipe_sha256,
                sources,
            },
        )?;
        let bytes = model.to_bytes()?;
        write_whole(path, &bytes)?;
        progress(&format!(
            "{}: {} bytes, {}",
            path.display(),
            bytes.len(),
            model.digest()
        ));
    }
    Ok(())
}

/// What the folds say of rows they have not seen.
struct HeldOut<'a> {
    recipe: &'a Recipe,
    data: &'a Data,
    corpus: &'a Corpus,
    folds: &'a [usize],
    logits: &'a [f64],
    /// Of each fold, learned from the others.
    weights: &'a [Weights],
    calibration: &'a Platt,
}

impl HeldOut<'_> {
    /// One JSON object for each row.
    fn lines(&self) -> Result<String, Box<dyn Error>> {
        let mut readings = Vec::new();
        for (_, strip) in READINGS {
            let stripped: Vec<Example> = (self.data.examples.iter())
                .map(|example| Example {
                    text: strip(&example.text).into_owned(),
                    ..*example
                })
                .collect();
            readings.push(Corpus::new(self.recipe.vectorizer()?, &stripped));
        }
        let mut lines = String::new();
        for (row, example) in self.data.examples.iter().enumerate() {
            let fold = self.folds[row];
            let logit = self.calibration.apply(self.logits[row]);
            let of_reading = readings.iter().zip(READINGS).map(|(corpus, (name, _))| {
                let logit = self.weights[fold].logit(&corpus.vectors()[row]);
                (name.to_owned(), self.calibration.apply(logit))
            });
            let id = self.data.rows[row].get("id").cloned().unwrap_or_default();
            let score = HeldOutScore {
                id,
                source: self.recipe.sources[self.data.source_of[row]]
                    .name()
                    .to_owned(),
                label: if example.label { "hoax" } else { "valid" }.to_owned(),
                group: self.corpus.groups()[row],
                fold,
                logit,
                probability: 1.0 / (1.0 + libm::exp(-logit)),
                base_rate: self.recipe.calibration.base_rate,
                readings: of_reading.collect(),
                text_sha256: sha256(example.text.as_bytes()),
            };
            lines.push_str(&serde_json::to_string(&score)?);
            lines.push('\n');
        }
        Ok(lines)
    }
}

/// A file appears whole or not at all.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let temporary = path.with_extension("part");
    fs::write(&temporary, bytes)?;
    fs::rename(temporary, path)
}

/// Platt scaling of the held-out scores, moved to the recipe's base rate.
fn calibrate(recipe: &Recipe, data: &Data, logits: &[f64]) -> Result<Platt, Box<dyn Error>> {
    let (mut scores, mut labels) = (Vec::new(), Vec::new());
    for ((example, &source), &logit) in data.examples.iter().zip(&data.source_of).zip(logits) {
        if recipe.sources[source].calibrate {
            scores.push(logit);
            labels.push(example.label);
        }
    }
    let fitted = Platt::fit(&scores, &labels)?;
    let share = labels.iter().filter(|&&label| label).count() as f64 / labels.len() as f64;
    let log_odds = |p: f64| libm::log(p) - libm::log1p(-p);
    let shift = log_odds(recipe.calibration.base_rate) - log_odds(share);
    println!(
        "\ncalibration: slope {:.3}, intercept {:.3} on {} held-out rows, {:.1} % hoax, moved to {:.1} %",
        fitted.slope(),
        fitted.intercept(),
        labels.len(),
        100.0 * share,
        100.0 * recipe.calibration.base_rate
    );
    Ok(Platt::new(fitted.slope(), fitted.intercept() + shift)?)
}

/// What the held-out scores are worth, source by source.
fn report(
    recipe: &Recipe,
    data: &Data,
    logits: &[f64],
    folds: &[usize],
    calibration: &Platt,
) -> Result<(), Box<dyn Error>> {
    println!(
        "\n{:<36} {:>7} {:>7} {:>7} {:>8} {:>8} {:>8}",
        "held out", "ROC", "by fold", "PR", "hoax>=.5", "valid>=.5", "rows"
    );
    for (number, source) in recipe.sources.iter().enumerate() {
        let rows: Vec<usize> = (0..logits.len())
            .filter(|&row| data.source_of[row] == number)
            .collect();
        let scores: Vec<f64> = rows.iter().map(|&row| logits[row]).collect();
        let labels: Vec<bool> = rows.iter().map(|&row| data.examples[row].label).collect();
        let flagged = |label: bool| {
            let of: Vec<bool> = scores
                .iter()
                .zip(&labels)
                .filter(|&(_, &l)| l == label)
                .map(|(&score, _)| calibration.apply(score) >= 0.0)
                .collect();
            match of.len() {
                0 => "-".to_owned(),
                n => {
                    let share = of.iter().filter(|&&f| f).count() as f64 / n as f64;
                    format!("{:.1} %", 100.0 * share)
                }
            }
        };
        let text = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.4}"));
        let by_fold: Vec<f64> = (0..recipe.calibration.folds)
            .filter_map(|fold| {
                let (s, l): (Vec<f64>, Vec<bool>) = rows
                    .iter()
                    .zip(scores.iter().zip(&labels))
                    .filter(|&(&row, _)| folds[row] == fold)
                    .map(|(_, (&s, &l))| (s, l))
                    .unzip();
                roc_auc(&s, &l).ok()
            })
            .collect();
        let mean =
            (!by_fold.is_empty()).then(|| by_fold.iter().sum::<f64>() / by_fold.len() as f64);
        println!(
            "{:<36} {:>7} {:>7} {:>7} {:>8} {:>9} {:>8}",
            source.name(),
            text(roc_auc(&scores, &labels).ok()),
            text(mean),
            text(average_precision(&scores, &labels).ok()),
            flagged(true),
            flagged(false),
            rows.len()
        );
    }
    Ok(())
}

/// What each attack on half of the words costs the ranking.
fn report_attacks(
    recipe: &Recipe,
    data: &Data,
    logits: &[f64],
    folds: &[usize],
    weights: &[Weights],
) -> Result<(), Box<dyn Error>> {
    let labels: Vec<bool> = data.examples.iter().map(|row| row.label).collect();
    let of = |number: usize| (0..labels.len()).filter(move |&row| data.source_of[row] == number);
    let both: Vec<usize> = (0..recipe.sources.len())
        .filter(|&number| of(number).any(|row| labels[row]) && of(number).any(|row| !labels[row]))
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
    let clean = rocs(logits)?;
    print!("\n{:<14}", "ROC lost");
    for &number in &both {
        print!(" {:>20}", recipe.sources[number].name());
    }
    println!();
    for attack in Attack::ALL {
        let attacked: Vec<Example> = (data.examples.iter().enumerate())
            .map(|(row, example)| Example {
                text: attack.apply(&example.text, 0.5, row as u64),
                ..*example
            })
            .collect();
        let corpus = Corpus::new(recipe.vectorizer()?, &attacked);
        let logits: Vec<f64> = (corpus.vectors().iter().zip(folds))
            .map(|(vector, &fold)| weights[fold].logit(vector))
            .collect();
        print!("{:<14}", attack.name());
        for (clean, attacked) in clean.iter().zip(rocs(&logits)?) {
            print!(" {:>20.4}", clean - attacked);
        }
        println!();
    }
    Ok(())
}

/// Every fold of the first fit as svmlight files, with what our solver made of
/// it; all rows with their texts, weights and held-out scores.
fn export(
    folder: &Path,
    recipe: &Recipe,
    corpus: &Corpus,
    folds: &[usize],
    data: &Data,
    logits: &[f64],
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let first = recipe.fits.first().ok_or("the recipe has no fits")?;
    let trainer = first.trainer();
    let mut ours = Vec::new();
    for fold in 0..recipe.calibration.folds {
        let side = |inside: bool| -> Vec<usize> {
            (0..folds.len())
                .filter(|&row| (folds[row] == fold) == inside)
                .collect()
        };
        let (train, weights) = first.weigh_rows(recipe, data, &side(false));
        let (test, _) = first.weigh_rows(recipe, data, &side(true));
        let design = trainer.design(corpus, &train)?;
        let labels = |rows: &[usize]| -> Vec<bool> {
            rows.iter().map(|&row| corpus.labels()[row]).collect()
        };
        for (name, rows) in [("train", &train), ("test", &test)] {
            let path = folder.join(format!("{fold}.{name}.svm"));
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
    let everything: Vec<usize> = (0..folds.len()).collect();
    let mut weight_of = vec![0.0; folds.len()];
    for fit in &recipe.fits {
        let (rows, weights) = fit.weigh_rows(recipe, data, &everything);
        for (row, weight) in rows.into_iter().zip(weights) {
            weight_of[row] += fit.factor * f64::from(weight);
        }
    }
    let bare: Vec<String> = data.examples.iter().map(|row| letters(&row.text)).collect();
    let mut bare_logits = vec![0.0; folds.len()];
    for fold in 0..recipe.calibration.folds {
        let train: Vec<usize> = everything
            .iter()
            .copied()
            .filter(|&row| folds[row] != fold)
            .collect();
        let weights = recipe.fit(corpus, data, &train, |_| ())?;
        for row in everything.iter().copied().filter(|&row| folds[row] == fold) {
            bare_logits[row] = weights.logit(&corpus.vectorizer().vector(&bare[row]));
        }
    }
    let rows: Vec<_> = (0..folds.len())
        .map(|row| {
            let example = &data.examples[row];
            serde_json::json!({
                "id": data.rows[row]["id"],
                "part": recipe.sources[data.source_of[row]].name(),
                "clickbait": data.rows[row]["clickbait"],
                "group": example.group,
                "fold": folds[row],
                "label": example.label,
                "weight": weight_of[row],
                "text": example.text,
                "stripped": bare[row],
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
    serde_json::to_writer(
        BufWriter::new(File::create(folder.join("folds.json"))?),
        &all,
    )?;
    Ok(())
}

/// The text without addresses, mentions, numbers, punctuation and case: small
/// letters only, so that no platform is told by its surface.
fn letters(text: &str) -> String {
    let kept = tokens(text).filter(|token| {
        matches!(
            token.kind(),
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Hashtag
        )
    });
    let words = kept.map(|token| {
        let letters = text[token.span()].chars().filter(|c| c.is_alphabetic());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn write_svmlight(path: &Path, records: &SparseRecords, labels: &[bool]) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    for (row, label) in records.iter().zip(labels) {
        write!(out, "{}", if *label { 1 } else { -1 })?;
        for (column, value) in row.0.iter().zip(row.1) {
            write!(out, " {}:{value}", column + 1)?;
        }
        writeln!(out)?;
    }
    out.flush()
}
