//! Audits a model for neutrality: swaps names in templates and in real rows.
//!
//! ```text
//! cargo run --release --example audit -- [--model FILE] [--bound P]
//!     [--names FILE] [--templates FILE] [--rows N] [--json FILE] [INPUT...]
//! ```
//!
//! Inputs are read as by the example `score`, except that one which breaks off is
//! an error; of each, `--rows` rows spread over the file are used (all by default).
//! Names are lines of class, a tab, and name (`#` begins a remark); any other line is
//! an error. A template without a slot (`{person}`, `{party}`, `{place}`, `{faith}`,
//! `{group}`), or with anything else in braces, is left out; standard error says how many
//! these are. One that begins with its slot is written as JSON:
//! `{"text": "{person} menang"}`. Names and templates are those in `datasets` of the
//! folder it runs in, unless others are named.
//!
//! Columns are the number of swaps; the largest and the mean change of the probability;
//! the spread, the largest difference between two names in one place; the largest and
//! the mean change of the logit; and flips, changes of the verdict. Prints a table; `--json`
//! writes the whole report, `-` to standard output in place of the table. Exit status: 0
//! if no swap moved the probability by more than `--bound` (0.02), 1 if one did, 2 if
//! nothing could be done, as when there was no name to swap.

mod common;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use common::files;
use common::input::{Bad, records};
use common::{say, tell};
use hoaks::Detector;
use hoaks::evaluate::{Audit, Name, NeutralityReport, Shift};
use serde_json::json;

/// The `--json` that is standard output.
const STDOUT: &str = "-";

struct Options {
    model: Option<PathBuf>,
    bound: f64,
    names: PathBuf,
    templates: PathBuf,
    rows: usize,
    json: Option<PathBuf>,
    inputs: Vec<PathBuf>,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        model: None,
        bound: 0.02,
        names: "datasets/neutrality-names.tsv".into(),
        templates: "datasets/neutrality.jsonl".into(),
        rows: usize::MAX,
        json: None,
        inputs: Vec::new(),
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("model") => options.model = Some(arguments.value()?.into()),
            Long("bound") => options.bound = common::number(&mut arguments, "--bound")?,
            Long("names") => options.names = arguments.value()?.into(),
            Long("templates") => options.templates = arguments.value()?.into(),
            Long("rows") => options.rows = common::number(&mut arguments, "--rows")?,
            Long("json") => options.json = Some(arguments.value()?.into()),
            Value(path) => options.inputs.push(path.into()),
            other => return Err(other.unexpected()),
        }
    }
    if options.rows == 0 {
        return Err("--rows must be at least 1".into());
    }
    if !(0.0..=1.0).contains(&options.bound) {
        return Err("--bound must be a probability".into());
    }
    Ok(options)
}

fn main() -> ExitCode {
    if common::helped(include_str!("audit.rs")) {
        return ExitCode::SUCCESS;
    }
    match options()
        .map_err(Into::into)
        .and_then(|options| run(&options))
    {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => ExitCode::from(common::end("audit", &*error)),
    }
}

fn run(options: &Options) -> Result<bool, Box<dyn Error>> {
    let read = [&options.names, &options.templates].into_iter();
    let read = read.chain(&options.inputs).chain(&options.model);
    let json = options
        .json
        .as_deref()
        .filter(|path| path.as_os_str() != STDOUT);
    let outputs = [None].into_iter().chain(json.map(Some));
    files::apart(outputs, read.map(PathBuf::as_path))?;
    let detector = common::detector(options.model.as_deref())?;
    let names = names(&options.names)?;
    // What cannot be read is told before minutes of swapping.
    let templates = texts(&options.templates)?;
    let inputs: Vec<Vec<String>> =
        (options.inputs.iter().map(|path| texts(path))).collect::<Result<_, _>>()?;

    let templates_report = of_templates(&detector, &names, &options.templates, &templates);
    let rows_reports = (inputs.iter()).map(|texts| of_rows(&detector, &names, texts, options.rows));
    let reports: Vec<(String, NeutralityReport)> = std::iter::once(&options.templates)
        .chain(&options.inputs)
        .map(|path| path.display().to_string())
        .zip(std::iter::once(templates_report).chain(rows_reports))
        .collect();

    // What swaps nothing would pass.
    if reports.iter().all(|(_, report)| report.all.swaps == 0) {
        return Err("there is no name to swap in any text".into());
    }
    for (input, report) in &reports {
        if report.all.swaps == 0 {
            tell!("{input}: there is no name to swap");
        }
    }
    let passed = reports
        .iter()
        .all(|(_, report)| report.check(options.bound).is_ok());
    let whole = json!({
        "model": detector.model().digest(),
        "bound": options.bound,
        "passed": passed,
        "reports": reports.iter().map(|(input, report)| json!({"input": input, "report": report})).collect::<Vec<_>>(),
    });
    match &options.json {
        Some(path) if path.as_os_str() == STDOUT => say!("{whole:#}"),
        path => {
            for (input, report) in &reports {
                print(input, report);
            }
            if let Some(path) = path {
                files::write(path, format!("{whole:#}\n"))?;
            }
        }
    }
    for (input, report) in &reports {
        if let Err(error) = report.check(options.bound) {
            tell!("{input}: {error}");
        }
    }
    Ok(passed)
}

/// What templates show. Those that are none are left out and counted on standard error.
fn of_templates(
    detector: &Detector,
    names: &[Name],
    path: &Path,
    templates: &[String],
) -> NeutralityReport {
    let mut audit = Audit::new(detector, names);
    let refused: Vec<_> = (templates.iter())
        .filter_map(|text| audit.template(text).err())
        .collect();
    if let Some(first) = refused.first() {
        let are = match refused.len() {
            1 => "template is",
            _ => "templates are",
        };
        let (path, count) = (path.display(), refused.len());
        tell!("{path}: {count} {are} left out; the first: {first}");
    }
    audit.report()
}

/// What some rows of a file show, `most` at most, spread over it.
fn of_rows(detector: &Detector, names: &[Name], texts: &[String], most: usize) -> NeutralityReport {
    let rows = most.min(texts.len());
    let mut audit = Audit::new(detector, names);
    for row in 0..rows {
        // Products of two numbers of rows are within 128 bits.
        let at = row as u128 * texts.len() as u128 / rows as u128;
        audit.row(&texts[at as usize]);
    }
    audit.report()
}

/// The names of a file.
fn names(path: &Path) -> Result<Vec<Name>, Box<dyn Error>> {
    let list = files::read_text(path)?;
    let names = Name::parse_list(&list).map_err(|error| files::named(path, error))?;
    match names.is_empty() {
        true => Err(files::named(path, "no names")),
        false => Ok(names),
    }
}

/// The texts of a file. Lines that have none are left out and counted on standard
/// error, and named if they are no rows at all; a file without any is an error, as
/// nothing would be swapped and the audit passed.
fn texts(path: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let (mut texts, mut unread) = (Vec::new(), 0_u64);
    for record in records(Some(path))? {
        match record.map_err(|error| files::named(path, error))? {
            Ok(record) => texts.push(record.text),
            Err(bad) if bad.only_lacks_text => unread += 1,
            Err(Bad { line, error, .. }) => {
                unread += 1;
                // Unless it is a template that begins with its slot.
                let hint = match error.contains("key must be a string") {
                    true => " (as a text: {\"text\": \"{person} ...\"})",
                    false => "",
                };
                tell!("{}, line {line}: {error}{hint}", path.display());
            }
        }
    }
    if texts.is_empty() {
        return Err(files::named(path, "no texts"));
    }
    if unread > 0 {
        let lines = if unread == 1 { "line" } else { "lines" };
        tell!("{}: {unread} {lines} without a text", path.display());
    }
    Ok(texts)
}

fn print(input: &str, report: &NeutralityReport) {
    say!("\n{input}");
    say!(
        "{:<24} {:>10} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "",
        "swaps",
        "largest",
        "mean",
        "spread",
        "logit",
        "mean",
        "flips"
    );
    let line = |name: &str, shift: &Shift| {
        say!(
            "{name:<24} {:>10} {:>8.4} {:>8.5} {:>8.4} {:>8.3} {:>8.4} {:>8}",
            shift.swaps,
            shift.largest,
            shift.mean,
            shift.spread,
            shift.largest_logit,
            shift.mean_logit,
            shift.flips
        );
    };
    line("all", &report.all);
    for (class, shift) in &report.classes {
        line(class.name(), shift);
    }
    if report.forms.len() > 1 {
        for (form, shift) in &report.forms {
            line(form.name(), shift);
        }
    }
    let unknown: Vec<String> = (report.unknown().iter())
        .map(|(class, count)| format!("{count} {}", class.name()))
        .collect();
    say!(
        "not masked, of {} names: {}",
        report.names.len(),
        unknown.join(", ")
    );
    for name in report.names.iter().take(10) {
        let known = if name.known { "" } else { " (not masked)" };
        line(&format!("  {}{known}", name.name), &name.shift);
    }
    if let Some(worst) = &report.worst {
        say!(
            "largest: {} {:.4} -> {:.4}: {}",
            worst.name,
            worst.before,
            worst.after,
            worst.text
        );
    }
}
