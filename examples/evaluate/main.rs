//! The protocol of honest evaluation, on any labelled texts, as a report to
//! print.
//!
//! ```text
//! cargo run --release --example evaluate -- --input FILE [--input FILE ...]
//!     [--html FILE] [--json FILE] [--title TEXT]
//!     [--scores FILE] [--model FILE]
//!     [--genre FIELD] [--group FIELD ...] [--by FIELD ...]
//!     [--unlabelled valid] [--learning-curve]
//!     [--resamples N] [--seed N]
//! ```
//!
//! An input is JSON lines, or `.csv` or `.tsv` with a header; gzip is read too. A row
//! has `text`, and `label` being `hoax` or `valid` in any letter case, or absent or
//! empty; any other label is an error. `id`, `date` and any other field or column
//! are used if they are there. Rows without a text are left out and counted; a line
//! or file that cannot be read is an error.
//!
//! Writes a page for people to `--html` (`evaluation.html`) and all its figures to
//! `--json` (`evaluation.json`); prints the main figures, and on standard error what
//! makes them doubtful. Exit status: 0, or 2 if nothing could be done.
//!
//! Without `--scores` the model scores the texts (the embedded one
//! unless `--model` names another), which says nothing about texts it was
//! trained on: the report warns of files that its card lists for `hoax`. With
//! `--scores` the held-out scores that `train --scores` wrote are judged instead;
//! texts without one are left out and counted, and those without a label count as
//! what they were trained as.
//!
//! `--genre` is the field that tells genres apart (`kind`), or `part`, the part
//! of the recipe, with `--scores`. `--group` fields (`topic`, `dup_group`; `none`
//! for no field) name what belongs together; near-duplicates are found unless
//! `dup_group` is one of them and every row has it. `--by` fields (`topic`, `phase`,
//! `source`, `year`) get a table each. A field that is asked for and that no row has
//! is an error. `--unlabelled valid` counts texts without a label as valid.
//! `--learning-curve` also trains on the texts, on more and more of them and under
//! several splits. `--resamples` (1000; 100 to 100000) are behind each interval.

#[path = "../common/mod.rs"]
mod common;

mod figures;
mod genres;
mod html;
mod learning;
mod measure;
mod metrics;
mod mistakes;
mod mixture;
mod plots;
mod rows;
mod stream;
mod svg;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use common::files;
use common::{say, tell};

/// The group that is no field.
const NONE: &str = "none";

pub(crate) struct Options {
    pub inputs: Vec<PathBuf>,
    pub html: PathBuf,
    pub json: PathBuf,
    pub title: Option<String>,
    pub scores: Option<PathBuf>,
    pub model: Option<PathBuf>,
    pub genre: String,
    pub groups: Vec<String>,
    pub by: Vec<String>,
    /// Those of `groups` and `by`, and the `genre`, that are not left to us.
    pub asked_for: Vec<(&'static str, String)>,
    pub unlabelled_is_valid: bool,
    pub learning_curve: bool,
    pub resamples: usize,
    pub seed: u64,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        inputs: Vec::new(),
        html: PathBuf::from("evaluation.html"),
        json: PathBuf::from("evaluation.json"),
        title: None,
        scores: None,
        model: None,
        genre: "kind".to_owned(),
        groups: Vec::new(),
        by: Vec::new(),
        asked_for: Vec::new(),
        unlabelled_is_valid: false,
        learning_curve: false,
        resamples: 1000,
        seed: 1,
    };
    let mut genre = None;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("input") => options.inputs.push(arguments.value()?.into()),
            Long("html") => options.html = arguments.value()?.into(),
            Long("json") => options.json = arguments.value()?.into(),
            Long("title") => options.title = Some(arguments.value()?.string()?),
            Long("scores") => options.scores = Some(arguments.value()?.into()),
            Long("model") => options.model = Some(arguments.value()?.into()),
            Long("genre") => genre = Some(arguments.value()?.string()?),
            Long("group") => options.groups.push(arguments.value()?.string()?),
            Long("by") => options.by.push(arguments.value()?.string()?),
            Long("unlabelled") => match arguments.value()?.string()?.as_str() {
                "valid" => options.unlabelled_is_valid = true,
                _ => return Err("--unlabelled can be `valid` only".into()),
            },
            Long("learning-curve") => options.learning_curve = true,
            Long("resamples") => options.resamples = common::number(&mut arguments, "--resamples")?,
            Long("seed") => options.seed = common::number(&mut arguments, "--seed")?,
            other => return Err(other.unexpected()),
        }
    }
    if options.inputs.is_empty() {
        return Err("--input FILE is needed".into());
    }
    if !(100..=100_000).contains(&options.resamples) {
        return Err("--resamples can be 100 to 100000".into());
    }
    let groups = options.groups.iter().filter(|&field| field != NONE);
    options.asked_for = (groups.map(|field| ("--group", field.clone())))
        .chain(options.by.iter().map(|field| ("--by", field.clone())))
        .chain(genre.iter().map(|field| ("--genre", field.clone())))
        .collect();
    if let Some(genre) = genre {
        options.genre = genre;
    }
    let or = |fields: &mut Vec<String>, usual: &[&str]| {
        if fields.is_empty() {
            fields.extend(usual.iter().map(|&field| field.to_owned()));
        }
    };
    or(&mut options.groups, &["topic", "dup_group"]);
    or(&mut options.by, &["topic", "phase", "source", "year"]);
    Ok(options)
}

fn main() -> ExitCode {
    common::start("evaluate", include_str!("main.rs"), || {
        run(&options()?)?;
        Ok(0)
    })
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let read = options.inputs.iter().chain(&options.scores);
    let read = read.chain(&options.model).map(PathBuf::as_path);
    let outputs = [None, Some(options.html.as_path()), Some(&options.json)];
    files::apart(outputs, read)?;
    let detector = common::detector(options.model.as_deref())?;
    let rows = rows::Rows::read(options, &detector)?;
    let report = figures::Report::new(options, &detector, &rows)?;
    files::write(&options.html, html::page(&report))?;
    files::write(&options.json, serde_json::to_vec_pretty(&report)?)?;
    for warning in &report.warnings {
        tell!("note: {warning}");
    }
    for figure in &report.headline {
        say!("{:<28} {}", figure.name, html::estimate(&figure.estimate));
    }
    if let Some(leak) = &report.leak {
        say!(
            "{:<28} {}",
            "ROC area of the leak probe",
            html::estimate(&leak.roc)
        );
    }
    say!("{} and {}", options.html.display(), options.json.display());
    Ok(())
}
