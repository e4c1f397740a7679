//! Writes the model card: what a model is, what it learned from, how well it
//! does and where it fails.
//!
//! ```text
//! cargo run --release --example model_card -- --training FILE
//!     --evaluation FILE --claims FILE --audit FILE
//!     [--model FILE] [--template FILE] [--sources FILE] [--out FILE]
//! ```
//!
//! No figure is typed by hand: they come from the model's own card, and from
//! the JSON of `train --figures`, of `evaluate` on the held-out scores with
//! `--genre part`, of `evaluate` on `datasets/claims.jsonl`, and of `audit`,
//! all of which must be of this very model or, what is held out, of the same
//! recipe; the card says so if that recipe has come to give another model.
//! Prose comes from the template, in
//! which `{{name}}` stands for a section made here; licences come from the
//! table in `datasets/SOURCES.md`. `datasets/card.sh` runs everything.

#[path = "../common/mod.rs"]
mod common;

mod accuracy;
mod facts;
mod markdown;
mod measured;
mod robustness;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use common::figures::Training;
use common::files::{self, json, read_text};
use common::say;
use common::scores::hoax_sources;
use hoaks::{Detector, Model};
use measured::{Audit, Evaluation};

struct Options {
    model: Option<PathBuf>,
    training: PathBuf,
    evaluation: PathBuf,
    claims: PathBuf,
    audit: PathBuf,
    template: PathBuf,
    sources: PathBuf,
    out: PathBuf,
}

/// All that a card is made of.
pub(crate) struct Material {
    pub model: Model,
    pub training: Training,
    pub evaluation: Evaluation,
    /// On texts that the head `hoax` has never seen.
    pub claims: Evaluation,
    pub audit: Audit,
    /// The page that tells where data come from.
    pub sources: String,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let (mut training, mut evaluation, mut claims, mut audit) = (None, None, None, None);
    let mut model = None;
    let mut template = PathBuf::from("datasets/model_card_template.md");
    let mut sources = PathBuf::from("datasets/SOURCES.md");
    let mut out = PathBuf::from("datasets/MODEL_CARD.md");
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("model") => model = Some(arguments.value()?.into()),
            Long("training") => training = Some(arguments.value()?.into()),
            Long("evaluation") => evaluation = Some(arguments.value()?.into()),
            Long("claims") => claims = Some(arguments.value()?.into()),
            Long("audit") => audit = Some(arguments.value()?.into()),
            Long("template") => template = arguments.value()?.into(),
            Long("sources") => sources = arguments.value()?.into(),
            Long("out") => out = arguments.value()?.into(),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Options {
        model,
        training: training.ok_or("--training FILE is needed")?,
        evaluation: evaluation.ok_or("--evaluation FILE is needed")?,
        claims: claims.ok_or("--claims FILE is needed")?,
        audit: audit.ok_or("--audit FILE is needed")?,
        template,
        sources,
        out,
    })
}

fn main() -> ExitCode {
    common::start("model_card", include_str!("main.rs"), || {
        run(&options()?)?;
        Ok(0)
    })
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let read = [
        &options.training,
        &options.evaluation,
        &options.claims,
        &options.audit,
        &options.template,
        &options.sources,
    ];
    let read = read.into_iter().chain(&options.model);
    files::apart(
        [None, Some(options.out.as_path())],
        read.map(PathBuf::as_path),
    )?;
    let model = match &options.model {
        Some(path) => common::model(path)?,
        None => Model::from_bytes(Detector::pretrained_bytes())?,
    };
    let material = Material {
        model,
        training: json(&options.training)?,
        evaluation: json(&options.evaluation)?,
        claims: json(&options.claims)?,
        audit: json(&options.audit)?,
        sources: read_text(&options.sources)?,
    };
    check(&material)?;
    let card = fill(&read_text(&options.template)?, |name| {
        Ok(match name {
            "facts" => facts::facts(&material),
            "data" => facts::data(&material),
            "files" => facts::files(&material)?,
            "heads" => facts::heads(&material)?,
            "about figures" => accuracy::about(&material),
            "weakest" => accuracy::weakest(&material),
            "within" => accuracy::within(&material),
            "stream" => accuracy::stream(&material),
            "stripped" => accuracy::stripped(&material),
            "flagged" => accuracy::flagged(&material),
            "clickbait" => accuracy::by(&material, "clickbait"),
            "years" => accuracy::by(&material, "year"),
            "unseen" => accuracy::unseen(&material),
            "calibration" => accuracy::calibration(&material),
            "precision" => accuracy::precision(&material),
            "leak" => robustness::leak(&material),
            "attacks" => robustness::attacks(&material),
            "neutrality" => robustness::neutrality(&material),
            _ => return Err(format!("the template asks for `{name}`").into()),
        })
    })?;
    files::write(&options.out, card)?;
    say!(
        "{}: the card of {}",
        options.out.display(),
        material.model.digest()
    );
    Ok(())
}

/// Figures of another model, or such as are not held out, make no card.
fn check(it: &Material) -> Result<(), Box<dyn Error>> {
    let digest = it.model.digest();
    if it.training.recipe_sha256 != it.model.card().recipe_sha256 {
        return Err(format!("{digest} was trained by another recipe").into());
    }
    for (what, other) in [
        ("evaluation", &it.evaluation.model.digest),
        ("evaluation of the claims", &it.claims.model.digest),
        ("audit", &it.audit.model),
    ] {
        if other != digest {
            return Err(format!("the {what} is of model {other}, the card of {digest}").into());
        }
    }
    if !it.evaluation.held_out {
        return Err("the evaluation is not of held-out scores".into());
    }
    if it.evaluation.straddling > 0 {
        let rows = it.evaluation.straddling;
        return Err(format!("{rows} rows of the evaluation have others of their group in another fold: fits have seen these").into());
    }
    let seen = hoax_sources(it.model.card()).find(|source| {
        it.claims
            .inputs
            .iter()
            .any(|input| input.sha256 == source.sha256)
    });
    match seen {
        Some(source) => Err(format!("{} taught the head `hoax`", source.file).into()),
        None => Ok(()),
    }
}

/// The template with every `{{name}}` filled in.
fn fill(
    template: &str,
    section: impl Fn(&str) -> Result<String, Box<dyn Error>>,
) -> Result<String, Box<dyn Error>> {
    let mut card = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .ok_or("the template has an open {{")?;
        card.push_str(before);
        card.push_str(section(name)?.trim_end());
        rest = after;
    }
    card.push_str(rest);
    Ok(card)
}
