//! Shows why: texts with the spans that speak for and against.
//!
//! ```text
//! cargo run --release --example explain -- ["TEXT"] [--input FILE] [--head NAME]
//!     [--claims FILE] [--html FILE] [--color]
//! ```
//!
//! Without TEXT, texts come from the FILE of `--input` or on standard input as for `score`,
//! what `triage` has written too, and clarifications are what they are for it; a TEXT that
//! begins with `-` goes behind `--`. The head NAME is explained (`hoax`); where the model has
//! none of that name, all are listed.
//!
//! For each text: verdict (which a known claim may decide), probability by its wording
//! alone, the text, the strongest words and styles, the recommendation with its reasons
//! and addressees, and the theme of an answer, unless it has no likely topic and may be
//! left alone. The recommendation is of the text alone: `score` also looks at its `date`
//! and at links. A line that cannot be read becomes `line n: ...` in its place, and on
//! standard error. The text is coloured if the output is a terminal and `NO_COLOR` is not
//! set, or with `--color`. `--html` also writes all texts to one page that needs nothing
//! else. Exit status: 0 if all was read, 1 if some was not, 2 if nothing could be done.

mod common;

use std::error::Error;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use common::files;
use common::input::records_to_break;
use common::tell;
use hoaks::election::Action;
use hoaks::{Assessment, Detector};

#[derive(Default)]
struct Options {
    text: Option<String>,
    input: Option<PathBuf>,
    head: Option<String>,
    claims: Option<PathBuf>,
    html: Option<PathBuf>,
    color: bool,
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(text) if options.text.is_none() => options.text = Some(text.string()?),
            Long("input") => options.input = Some(arguments.value()?.into()),
            Long("head") => options.head = Some(arguments.value()?.string()?),
            Long("claims") => options.claims = Some(arguments.value()?.into()),
            Long("html") => options.html = Some(arguments.value()?.into()),
            Long("color") => options.color = true,
            other => return Err(other.unexpected()),
        }
    }
    if options.text.is_some() && options.input.is_some() {
        return Err("TEXT and --input: one of them".into());
    }
    Ok(options)
}

fn main() -> ExitCode {
    common::start("explain", include_str!("explain.rs"), run)
}

fn run() -> Result<u64, Box<dyn Error>> {
    let options = options()?;
    let claims = options.claims.as_deref();
    let html = options.html.as_deref();
    let input = options.input.as_deref();
    let read = input.into_iter().chain(claims);
    files::apart([None].into_iter().chain(html.map(Some)), read)?;
    let (detector, mut refused) = common::claims::known(Detector::pretrained(), claims)?;
    let color =
        options.color || (io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none());
    let head = options.head.as_deref().unwrap_or("hoax");
    let heads = &detector.model().card().heads;
    if heads.iter().all(|it| it.name != head) {
        let names: Vec<&str> = heads.iter().map(|it| it.name.as_str()).collect();
        return Err(format!("the model has no head `{head}`, but {}", names.join(", ")).into());
    }
    let mut output = BufWriter::new(io::stdout().lock());
    // All of them, for the page.
    let mut texts = Vec::new();
    let mut explain = |text: String, output: &mut dyn Write| -> Result<(), Box<dyn Error>> {
        show(output, &detector, head, &text, color)?;
        if options.html.is_some() {
            texts.push(text);
        }
        Ok(())
    };
    match options.text {
        Some(text) => explain(text, &mut output)?,
        None => {
            for record in records_to_break(input)? {
                match record {
                    Ok(record) => explain(record.text, &mut output)?,
                    Err(bad) => {
                        refused += 1;
                        tell!("line {}: {}", bad.line, bad.error);
                        writeln!(output, "line {}: {}\n", bad.line, bad.error)?;
                    }
                }
            }
        }
    }
    output.flush()?;
    if let Some(path) = &options.html {
        files::write(path, detector.explain_page(&texts))?;
    }
    Ok(refused)
}

fn show(
    output: &mut dyn Write,
    detector: &Detector,
    head: &str,
    text: &str,
    color: bool,
) -> Result<(), Box<dyn Error>> {
    let explanation = detector.explain_head(text, head).ok_or("no such head")?;
    let answer = detector.assess(text);
    let probability = 100.0 * answer.hoax().probability();
    writeln!(
        output,
        "{} {probability:.1} % by wording",
        answer.verdict().name()
    )?;
    if color {
        writeln!(output, "{}", explanation.to_ansi(text))?;
    } else {
        writeln!(output, "{text:?}")?;
    }
    let mut words = explanation.words(text);
    words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    writeln!(
        output,
        "{head}: {:+.2} = {:+.2} bias",
        explanation.logit(),
        explanation.bias
    )?;
    for (style, logit) in explanation.styles() {
        writeln!(output, "  {logit:+.2} style: {}", style.name())?;
    }
    for (span, logit) in words.into_iter().take(8) {
        writeln!(output, "  {logit:+.2} {:?}", &text[span])?;
    }
    advise(output, detector, &answer)?;
    writeln!(output)?;
    Ok(())
}

/// What may follow, what is known of the claim, and what an answer should say.
fn advise(
    output: &mut dyn Write,
    detector: &Detector,
    answer: &Assessment,
) -> Result<(), Box<dyn Error>> {
    let advice = answer.recommendation(None);
    let human = if advice.needs_human {
        ", a person looks first"
    } else {
        ""
    };
    writeln!(output, "recommendation: {}{human}", advice.action.name())?;
    let reasons = serde_json::to_string(&advice.reasons)?;
    // The id of a claim is anybody's and may not steer a terminal, either.
    let harmless = |char: char| match char.is_ascii_graphic() || char == ' ' {
        true => char.to_string(),
        false => char.escape_debug().to_string(),
    };
    let reasons: String = reasons.chars().map(harmless).collect();
    writeln!(output, "  reasons: {reasons}")?;
    if !advice.addressees.is_empty() {
        let addressees: Vec<&str> = advice.addressees.iter().map(|who| who.name()).collect();
        writeln!(output, "  for: {}", addressees.join(", "))?;
    }
    if let Some(found) = answer.clarification() {
        let (id, stance) = (&found.id, found.stance.name());
        writeln!(output, "repeats: {id:?} {:.2}, {stance} it", found.score)?;
    }
    if let Some(known) = detector.clarification(answer) {
        for (name, value) in [
            ("claim", &known.claim),
            ("verdict", &known.verdict),
            ("correction", &known.correction),
            ("url", &known.url),
        ] {
            if !value.is_empty() {
                writeln!(output, "  {name}: {value:?}")?;
            }
        }
    }
    if !answer.findings().topics.is_empty() || advice.action != Action::Ignore {
        let (theme, message) = answer.counter_message();
        writeln!(output, "answer: {theme}. {message}")?;
    }
    Ok(())
}
