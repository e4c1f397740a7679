//! What the heads beside `hoax` are worth on texts that nobody here wrote.
//!
//! ```text
//! cargo run --release --example heads -- --data DATA_DIR
//!     [--recipe datasets/recipe.json] [--half dev | test | fresh | last]...
//!     [--head NAME]... [--without FILE] [--model FILE]
//!     [--okky] [--errors] [--read]
//! ```
//!
//! Trains the heads as `train` does (`--head` only some of them) and measures
//! them on the annotated rows of the recipe, which no head learns from. Rules,
//! weights and base rates were chosen by the half `dev`; `test` is the other, and
//! `fresh` was drawn and read when both had been looked at, and `last`, which
//! has labels for `election` only, when all three had.
//! `debunk` is trained anew without each source that it is then measured on.
//! `--without` trains all heads without a file, such as
//! `suryadikara2019_tweets.jsonl`, and measures on that file's rows only.
//! `--model` counts how often a finished model flags claims between the lines of
//! a refutation. `--okky` adds `sara` on tweets that may be measured on only; `--errors`
//! names the rows of `dev` that a head got wrong. `--read` measures instead by
//! cross-validation on the rows that somebody read for training, which settings
//! may be chosen by; more than half of them were chosen by what a head said of
//! them. All intervals are 95 %, by
//! bootstrap over rows.

#[path = "../common/mod.rs"]
mod common;
mod held_out;
mod one_of;

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::files::{json_lines, named, sha256};
use common::heads::{Workshop, required, rows, text_of};
use common::recipe::Recipe;
use common::say;
use hoaks::election::{Phase, Topic};
use hoaks::evaluate::{bootstrap, confusion, roc_auc};
use serde_json::Value;

type Metric = fn(&[f64], &[bool]) -> Result<f64, hoaks::Error>;

struct Options {
    data: PathBuf,
    recipe: PathBuf,
    /// All of them if none is named.
    halves: Vec<Half>,
    heads: Vec<String>,
    without: Option<String>,
    model: Option<PathBuf>,
    okky: bool,
    errors: bool,
    read: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Dev,
    Test,
    Fresh,
    Last,
}

impl Half {
    /// By id alone, so that rows added later move none; rows drawn when the
    /// halves had been read are a third set, and those after it a fourth.
    fn of(id: &str, chosen: &str) -> Self {
        if chosen.starts_with("fresh") {
            return Self::Fresh;
        }
        if chosen.starts_with("last") {
            return Self::Last;
        }
        match sha256(id.as_bytes()).as_bytes().first() {
            Some(b'0'..=b'7') => Self::Dev,
            _ => Self::Test,
        }
    }
}

/// An annotated row: what both passes say, `None` where they differ or did not
/// decide.
struct Row {
    id: String,
    half: Half,
    text: String,
    election: Option<bool>,
    /// Topic and phase, `Some(None)` where there is none.
    topic: Option<Option<String>>,
    phase: Option<Option<String>>,
    debunk: Option<bool>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut data = None;
    let mut recipe = PathBuf::from("datasets/recipe.json");
    let mut halves = Vec::new();
    let mut heads = Vec::new();
    let mut without = None;
    let mut model = None;
    let (mut okky, mut errors, mut read) = (false, false, false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(arguments.value()?.into()),
            Long("recipe") => recipe = arguments.value()?.into(),
            Long("half") => {
                halves.push(match arguments.value()?.string()?.as_str() {
                    "dev" => Half::Dev,
                    "test" => Half::Test,
                    "fresh" => Half::Fresh,
                    "last" => Half::Last,
                    other => return Err(format!("--half {other}: no such half").into()),
                });
            }
            Long("head") => heads.push(arguments.value()?.string()?),
            Long("without") => without = Some(arguments.value()?.string()?),
            Long("model") => model = Some(arguments.value()?.into()),
            Long("okky") => okky = true,
            Long("errors") => errors = true,
            Long("read") => read = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(Options {
        data: data.ok_or("--data DATA_DIR is needed; see datasets/SOURCES.md")?,
        recipe,
        halves,
        heads,
        without,
        model,
        okky,
        errors,
        read,
    })
}

fn main() -> ExitCode {
    common::start("heads", include_str!("main.rs"), || {
        run(&options()?)?;
        Ok(0)
    })
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let (mut recipe, _) = Recipe::read(&options.recipe)?;
    let beside = options.recipe.parent().unwrap_or(Path::new("."));
    let is_known = |name: &&String| recipe.heads.iter().any(|head| head.name == **name);
    if let Some(name) = options.heads.iter().find(|name| !is_known(name)) {
        return Err(format!("--head {name}: no such head in the recipe").into());
    }
    if let Some(file) = &options.without {
        if !recipe.parts.iter().any(|part| part.files.contains(file)) {
            return Err(format!("--without {file}: no such file in the recipe").into());
        }
        leave_out(&mut recipe, &[file]);
    }
    let workshop = Workshop::new(&recipe, &options.data, beside)?;
    let annotations = recipe.annotations.as_ref().ok_or("no annotations")?;
    let mut annotated = annotated(&options.data, &beside.join(annotations), &options.halves)?;
    if let Some(file) = &options.without {
        let name = file.trim_end_matches(".jsonl");
        annotated.retain(|row| row.id.starts_with(name));
    }
    say!("{} annotated rows", annotated.len());

    if let Some(model) = &options.model {
        held_out::wrapped(&options.data, beside, model)?;
    }
    let mut logits = BTreeMap::new();
    for head in &recipe.heads {
        if !options.heads.is_empty() && !options.heads.contains(&head.name) {
            continue;
        }
        let fitted = workshop.fit(head)?;
        if options.read {
            let (logits, labels): (Vec<f64>, Vec<bool>) = fitted.read.into_iter().unzip();
            for (metric, name) in [(macro_f1 as Metric, "macro-F1 at p = .5"), (roc_auc, "ROC")] {
                let what = format!("{}: {name}, rows read, out of fold", head.name);
                if !labels.is_empty() {
                    tell(&what, &logits, &labels, metric)?;
                }
            }
            continue;
        }
        let of_rows: Vec<f64> = annotated
            .iter()
            .map(|row| fitted.logit(&row.text))
            .collect();
        match head.name.as_str() {
            "debunk" => held_out::debunk(options, &recipe, head, &fitted, &annotated, &of_rows)?,
            "sara" if options.okky => held_out::okky(&options.data, &fitted)?,
            _ => {}
        }
        logits.insert(head.name.as_str(), of_rows);
    }
    election(options, &annotated, &logits)?;
    let topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.name()).collect();
    one_of::measure(options, "topic", &topics, &annotated, &logits, |row| {
        &row.topic
    })?;
    let phases: Vec<&str> = Phase::ALL.iter().map(|phase| phase.name()).collect();
    one_of::measure(options, "phase", &phases, &annotated, &logits, |row| {
        &row.phase
    })
}

fn annotated(data: &Path, file: &Path, halves: &[Half]) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut texts = HashMap::new();
    for file in fs::read_dir(data).map_err(|error| named(data, error))? {
        let path = file?.path();
        if path.extension().is_some_and(|end| end == "jsonl") {
            for row in rows(&path)?.1 {
                if let (Some(id), Some(text)) = (text_of(&row, "id"), text_of(&row, "text")) {
                    texts.insert(id.to_owned(), text.to_owned());
                }
            }
        }
    }
    let mut found = Vec::new();
    for (line, row) in json_lines::<Value>(file)?.rows {
        let id = required(file, line, &row, "id")?;
        let chosen = required(file, line, &row, "chosen")?;
        let set = Half::of(id, chosen);
        if !halves.is_empty() && !halves.contains(&set) {
            continue;
        }
        let text = (texts.get(id)).ok_or_else(|| named(data, format!("no row {id:?}")))?;
        let both = |field: &str| match row.get(field).and_then(Value::as_array)?.as_slice() {
            [first, second] if first == second && first != "undecided" => Some(first.clone()),
            _ => None,
        };
        let name = |field: &str| both(field).map(|v| v.as_str().map(str::to_owned));
        found.push(Row {
            id: id.to_owned(),
            half: set,
            text: text.clone(),
            election: both("election").and_then(|v| v.as_bool()),
            topic: name("topic"),
            phase: name("phase"),
            debunk: both("debunk").and_then(|v| v.as_bool()),
        });
    }
    Ok(found)
}

fn leave_out(recipe: &mut Recipe, files: &[&str]) {
    for part in &mut recipe.parts {
        part.files.retain(|file| !files.contains(&file.as_str()));
    }
}

fn each(count: usize) -> Vec<u32> {
    (0..count as u32).collect()
}

fn macro_f1(logits: &[f64], labels: &[bool]) -> Result<f64, hoaks::Error> {
    Ok(confusion(logits, labels, 0.0)?.macro_f1())
}

/// Prints a figure of logits and labels with its interval, or that there is none
/// where all labels are alike.
fn tell(
    what: &str,
    logits: &[f64],
    labels: &[bool],
    metric: impl Fn(&[f64], &[bool]) -> Result<f64, hoaks::Error> + Sync,
) -> Result<(), Box<dyn Error>> {
    let yes = labels.iter().filter(|&&label| label).count();
    if yes == 0 || yes == labels.len() {
        say!("{what:<64} -  {yes} of {}", labels.len());
        return Ok(());
    }
    let of = bootstrap(logits, labels, &each(labels.len()), 1000, 1, metric)?;
    say!(
        "{what:<64} {:.3} [{:.3}-{:.3}]  {yes} of {}",
        of.value,
        of.low,
        of.high,
        labels.len()
    );
    Ok(())
}

fn election(
    options: &Options,
    annotated: &[Row],
    logits: &BTreeMap<&str, Vec<f64>>,
) -> Result<(), Box<dyn Error>> {
    let Some(of_rows) = logits.get("election") else {
        return Ok(());
    };
    let known = annotated.iter().zip(of_rows);
    let (known, labels): (Vec<_>, Vec<bool>) = known
        .filter_map(|pair| Some((pair, pair.0.election?)))
        .unzip();
    let scores: Vec<f64> = known.iter().map(|pair| *pair.1).collect();
    say!();
    tell("election: macro-F1 at p = .5", &scores, &labels, macro_f1)?;
    tell("election: ROC", &scores, &labels, roc_auc)?;
    let counts = confusion(&scores, &labels, 0.0)?;
    say!("{counts:?}");
    if options.errors {
        for ((row, score), label) in known.iter().zip(&labels) {
            if (**score >= 0.0) != *label {
                error("election", row, &format!("{label} {score:+.2}"));
            }
        }
    }
    Ok(())
}

fn error(head: &str, row: &Row, what: &str) {
    if row.half == Half::Dev {
        say!("  {head} {} {what}", row.id);
    }
}
