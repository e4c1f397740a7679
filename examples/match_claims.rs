//! Finds the clarifications that texts repeat: one JSON object for each query,
//! in order.
//!
//! ```text
//! cargo run --release --example match_claims -- --claims FILE [--input FILE] [--top K]
//! ```
//!
//! The FILE of claims has one JSON object a line with `id` and `claim` (else `text`), or is
//! what `ClaimIndex::save` wrote, or JSON-LD with schema.org `ClaimReview`s or answers of the
//! Fact Check Tools API, one document or one a line. Queries come from the FILE of `--input`,
//! read as by `score`, or on standard input: a line that starts with `{` is JSON with `text`
//! (and maybe `id`), any other line is a text.
//!
//! Writes `{"id", "matches": [[claim id, score], ...]}`, best first, 5 unless K says otherwise.
//! A query that cannot be read becomes `{"line": n, "error": "..."}` in its place; a claim that
//! cannot be read is named on standard error and left out. Exit status: 0 if all was read, 1 if
//! some was not, 2 if nothing could be done.

mod common;

use std::io::{self, BufWriter};
use std::path::PathBuf;
use std::process::ExitCode;

use common::answers::answer;
use common::input::raws_to_break;
use serde::Serialize;
use serde_json::Value;

fn options() -> Result<(PathBuf, Option<PathBuf>, usize), lexopt::Error> {
    use lexopt::prelude::*;
    let (mut claims, mut input) = (None, None);
    let mut top = 5;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("claims") => claims = Some(arguments.value()?.into()),
            Long("input") => input = Some(arguments.value()?.into()),
            Long("top") => top = common::number(&mut arguments, "--top")?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((claims.ok_or("--claims FILE is missing")?, input, top))
}

fn main() -> ExitCode {
    common::start("match_claims", include_str!("match_claims.rs"), run)
}

fn run() -> Result<u64, Box<dyn std::error::Error>> {
    let (path, input, top) = options()?;
    let input = input.as_deref();
    common::files::apart([None], [path.as_path()].into_iter().chain(input))?;
    let (index, mut refused) = common::claims::index(&path)?;
    let output = BufWriter::new(io::stdout().lock());
    refused += answer(raws_to_break(input)?, output, |raw, line| {
        let record = raw.record()?;
        let found = index.ranked(&record.text, top);
        let answer = Ranked {
            id: &record.id,
            matches: (found.iter().map(|(known, score)| (&*known.id, *score))).collect(),
        };
        Ok(serde_json::to_writer(line, &answer))
    })?;
    Ok(refused)
}

#[derive(Serialize)]
struct Ranked<'a> {
    id: &'a Value,
    matches: Vec<(&'a str, f64)>,
}
