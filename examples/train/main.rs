//! Trains a model by a recipe, and says how good it is on what it has not
//! seen.
//!
//! ```text
//! cargo run --release --example train -- --data DATA_DIR
//!     [--recipe datasets/recipe.json] [--out FILE] [--scores FILE]
//!     [--figures FILE] [--export DIR]
//! ```
//!
//! `DATA_DIR` holds the files that the recipe names, JSON lines or `.csv` or `.tsv` with a
//! header, gzipped or not; how to get those of the embedded model is told in
//! `datasets/SOURCES.md`. A small recipe to begin your own with is
//! `datasets/recipe-suryadikara.json`; `examples/common/recipe.rs` says what each field
//! means. A row has `text` and `label` (`hoax` or `valid`), and the field that `group`
//! names as a string; others are left out and counted. Without `--out` nothing is written.
//! `--scores` writes what each row scored by a fit that had not seen its group,
//! as JSON lines for the example `evaluate`. `--figures` writes how it was
//! calibrated and what the other heads are worth, as JSON for the example
//! `model_card`. `--export` writes every fold as
//! svmlight files for other solvers, and the texts with what they scored held
//! out.

#[path = "../common/mod.rs"]
mod common;

mod export;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use common::data::Data;
use common::figures::{HeadFigures, Scaling, Training};
use common::files::{apart, named, write_whole};
use common::heads::Workshop;
use common::held_out::HeldOut;
use common::recipe::Recipe;
use common::{say, tell};
use hoaks::Model;
use hoaks::evaluate::{average_precision, group_folds, roc_auc};
use hoaks::features::Style;
use hoaks::model::Source;
use hoaks::training::{
    Corpus, DampedPlatt, Held, Provenance, TrainedHead, Weights, assemble, fit_folds,
};

struct Options {
    data: PathBuf,
    recipe: PathBuf,
    out: Option<PathBuf>,
    scores: Option<PathBuf>,
    figures: Option<PathBuf>,
    export: Option<PathBuf>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut data = None;
    let mut recipe = PathBuf::from("datasets/recipe.json");
    let mut out = None;
    let mut scores = None;
    let mut figures = None;
    let mut export = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(arguments.value()?.into()),
            Long("recipe") => recipe = arguments.value()?.into(),
            Long("out") => out = Some(arguments.value()?.into()),
            Long("scores") => scores = Some(arguments.value()?.into()),
            Long("figures") => figures = Some(arguments.value()?.into()),
            Long("export") => export = Some(arguments.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Options {
        data: data.ok_or("--data DATA_DIR is needed; see datasets/SOURCES.md")?,
        recipe,
        out,
        scores,
        figures,
        export,
    })
}

fn main() -> ExitCode {
    common::start("train", include_str!("main.rs"), || {
        run(&options()?)?;
        Ok(0)
    })
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let clock = Clock(Instant::now());
    let (recipe, recipe_sha256) = Recipe::read(&options.recipe)?;
    check_outputs(options, &recipe)?;
    clock.tell(&format!("reading {} files", recipe.sources.len()));
    let data = recipe.load(&options.data, beside(options))?;
    tell_used(&data.sources);
    clock.tell(&format!("reading {} texts", data.examples.len()));
    // What a text is about must not speak for either side.
    let corpus = Corpus::new(recipe.vectorizer()?, &data.learned_from()).without(Style::CONTENT);

    let count = recipe.calibration.folds;
    let groups = &corpus.groups()[..data.rows_and_copies()];
    let folds = group_folds(groups, count, recipe.calibration.seed)?;
    clock.tell(&format!("fitting {count} folds"));
    let of_fold = fit_folds(&folds, |chosen| recipe.fit(&corpus, &data, chosen, |_| ()))?;
    let (numbers, held) = held(&recipe, &data, &corpus, &folds, &of_fold);
    let (calibration, scaling) = calibrate(&recipe, &held)?;
    let of_fold = scale_apart(of_fold, &folds, &numbers, &held)?;
    clock.tell("scoring other readings of the texts");
    let held_out = HeldOut::new(&recipe, &data, &corpus, &folds, &of_fold)?;
    report(&recipe, &data, &held_out.logits, &folds)?;
    held_out.report_attacks()?;
    if let Some(path) = &options.scores {
        write_whole(path, held_out.lines(&recipe_sha256)?)?;
    }
    if let Some(folder) = &options.export {
        clock.tell("writing the folds");
        export::write(folder, &corpus, &held_out)?;
    }

    clock.tell("fitting all");
    let weights = fit_all(&recipe, &data, &corpus, &clock)?;
    let mut sources = data.sources;
    let (others, worth) = other_heads(options, &recipe, &mut sources, &clock)?;
    if options.out.is_none() && options.figures.is_none() {
        return Ok(());
    }
    let mut heads = vec![hoax(&recipe, weights, &calibration)?];
    heads.extend(others);
    let model = assemble(
        heads,
        Provenance {
            name: recipe.name,
            cut_off: data.newest,
            recipe_sha256: recipe_sha256.clone(),
            sources,
        },
    )?;
    let bytes = model.to_bytes()?;
    let model = Model::from_bytes(&bytes)?;
    clock.tell(&format!("{} bytes, {}", bytes.len(), model.digest()));
    if let Some(path) = &options.out {
        write_whole(path, &bytes)?;
    }
    if let Some(path) = &options.figures {
        let figures = Training {
            model: model.digest().to_owned(),
            recipe_sha256,
            folds: count,
            calibration: scaling,
            heads: worth,
        };
        write_whole(path, serde_json::to_vec_pretty(&figures)?)?;
    }
    Ok(())
}

/// Since when this runs.
struct Clock(Instant);

impl Clock {
    fn tell(&self, what: &str) {
        tell!("[{:6.2} s] {what}", self.0.elapsed().as_secs_f64());
    }
}

/// Where the recipe lies, and what it names.
fn beside(options: &Options) -> &Path {
    options.recipe.parent().unwrap_or(Path::new("."))
}

/// Refuses to write over the recipe, what it reads, or another output.
fn check_outputs(options: &Options, recipe: &Recipe) -> Result<(), Box<dyn Error>> {
    let own = [
        &recipe.subjects,
        &recipe.rules,
        &recipe.annotations,
        &recipe.labelled,
    ];
    let own = own.into_iter().flatten();
    let parts = |is_own| (recipe.parts.iter()).filter(move |part| part.own == is_own);
    let own = own.chain(parts(true).flat_map(|part| &part.files));
    let own = own.chain(recipe.parts.iter().flat_map(|part| &part.refuted_by));
    let files = parts(false).flat_map(|part| &part.files);
    let sources = recipe.sources.iter();
    let read: Vec<PathBuf> = (own.map(|file| beside(options).join(file)))
        .chain(files.map(|file| options.data.join(file)))
        .chain(sources.map(|source| source.path(&options.data, beside(options))))
        .chain([options.recipe.clone()])
        .collect();
    let outputs = [&options.out, &options.scores, &options.figures];
    let mut written: Vec<PathBuf> = outputs.into_iter().flatten().cloned().collect();
    if let Some(folder) = &options.export {
        fs::create_dir_all(folder).map_err(|error| named(folder, error))?;
        written.extend(export::files(folder, recipe.calibration.folds));
    }
    let written = written.iter().map(|path| Some(path.as_path()));
    apart(
        [None].into_iter().chain(written),
        read.iter().map(PathBuf::as_path),
    )
}

fn tell_used(sources: &[Source]) {
    say!(
        "{:<36} {:>7} {:>7} {:>9}",
        "used",
        "hoax",
        "valid",
        "left out"
    );
    for source in sources {
        say!(
            "{:<36} {:>7} {:>7} {:>9}",
            source.part,
            source.hoax,
            source.valid,
            source.left_out
        );
    }
}

/// Numbers of the rows that calibrate, and what the fit that has not seen them
/// says of each.
fn held(
    recipe: &Recipe,
    data: &Data,
    corpus: &Corpus,
    folds: &[usize],
    of_fold: &[Weights],
) -> (Vec<usize>, Vec<Held>) {
    // The rows themselves only, not their copies.
    let rows = corpus.vectors().iter().zip(folds).take(data.examples.len());
    rows.enumerate()
        .filter(|(number, _)| recipe.sources[data.source_of[*number]].calibrate)
        .map(|(number, (row, &fold))| {
            let held = Held {
                score: of_fold[fold].logit(row),
                grams: row.grams,
                label: data.examples[number].label,
                genre: data.source_of[number],
            };
            (number, held)
        })
        .unzip()
}

/// The fit of each fold with the scaling of the others: not even the scaling has
/// seen what it is measured on.
fn scale_apart(
    of_fold: Vec<Weights>,
    folds: &[usize],
    numbers: &[usize],
    held: &[Held],
) -> Result<Vec<(Weights, DampedPlatt)>, hoaks::Error> {
    (0..)
        .zip(of_fold)
        .map(|(fold, weights)| {
            let others: Vec<Held> = (numbers.iter().zip(held))
                .filter(|&(&number, _)| folds[number] != fold)
                .map(|(_, &held)| held)
                .collect();
            Ok((weights, DampedPlatt::fit(&others)?))
        })
        .collect()
}

fn fit_all(
    recipe: &Recipe,
    data: &Data,
    corpus: &Corpus,
    clock: &Clock,
) -> Result<Weights, hoaks::Error> {
    let all: Vec<usize> = (0..data.rows_and_copies()).collect();
    recipe.fit(corpus, data, &all, |fit| {
        clock.tell(&format!(
            "{} epochs, objective {:.6}, gap {:.1e}, converged: {}",
            fit.epochs,
            fit.primal,
            (fit.primal - fit.dual) / fit.primal,
            fit.converged
        ));
    })
}

fn hoax(
    recipe: &Recipe,
    weights: Weights,
    calibration: &DampedPlatt,
) -> Result<TrainedHead, hoaks::Error> {
    let base_rate = recipe.calibration.base_rate;
    let scaling = calibration.undamped(base_rate)?;
    let head = weights.into_head("hoax", &scaling, base_rate, recipe.abstain)?;
    Ok(head.damped(calibration.damping()))
}

/// The heads beside `hoax`, and what they are worth; what they learned from is
/// added to the sources.
fn other_heads(
    options: &Options,
    recipe: &Recipe,
    sources: &mut Vec<Source>,
    clock: &Clock,
) -> Result<(Vec<TrainedHead>, Vec<HeadFigures>), Box<dyn Error>> {
    let workshop = Workshop::new(recipe, &options.data, beside(options))?;
    let (mut heads, mut worth) = (Vec::new(), Vec::new());
    for head in &recipe.heads {
        clock.tell(&format!("fitting head {}", head.name));
        let (head, used, figures) = workshop.train(head)?;
        heads.push(head);
        worth.push(figures);
        sources.extend(used);
    }
    Ok((heads, worth))
}

/// Scaling of the held-out scores, by genre and length.
fn calibrate(recipe: &Recipe, held: &[Held]) -> Result<(DampedPlatt, Scaling), Box<dyn Error>> {
    let fitted = DampedPlatt::fit(held)?;
    let mut labels = vec![[false; 2]; recipe.sources.len()];
    for row in held {
        labels[row.genre][usize::from(row.label)] = true;
    }
    let of_both = held.iter().filter(|row| labels[row.genre] == [true; 2]);
    let scaling = Scaling {
        slope: fitted.slope(),
        intercept: fitted.intercept(),
        damping: fitted.damping(),
        rows: of_both.count(),
        genres: labels.iter().filter(|&&labels| labels == [true; 2]).count(),
        base_rate: recipe.calibration.base_rate,
    };
    say!(
        "\ncalibration: slope {:.3}, intercept {:.3}, damping {} on {} held-out rows of {} genres, for a base rate of {:.1} %",
        scaling.slope,
        scaling.intercept,
        scaling.damping,
        scaling.rows,
        scaling.genres,
        100.0 * scaling.base_rate
    );
    Ok((fitted, scaling))
}

/// What the held-out scores are worth, source by source.
fn report(
    recipe: &Recipe,
    data: &Data,
    logits: &[f64],
    folds: &[usize],
) -> Result<(), Box<dyn Error>> {
    say!(
        "\n{:<36} {:>7} {:>7} {:>7} {:>8} {:>8} {:>8}",
        "held out",
        "ROC",
        "by fold",
        "PR",
        "hoax>=.5",
        "valid>=.5",
        "rows"
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
                .map(|(&score, _)| score >= 0.0)
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
        say!(
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
