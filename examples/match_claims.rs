//! Finds the clarifications that texts repeat: one JSON object for each query,
//! in order.
//!
//! ```text
//! cargo run --release --example match_claims -- --claims FILE [--top K]
//! ```
//!
//! FILE has one JSON object a line with `id` and `text` (or `claim`). Queries
//! come on standard input: a line that starts with `{` is JSON with `text` (and
//! maybe `id`), any other line is a text. Writes `{"id", "matches": [[claim id,
//! score], ...]}`, best first, 5 unless K says otherwise. A query that cannot
//! be read becomes `{"line": n, "error": "..."}` in its place; a claim that
//! cannot be read is named on standard error and left out. Exit status: 0 if
//! all was read, 1 if some was not, 2 if nothing could be done.

mod common;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use common::input::{Bad, records};
use hoaks::claims::{ClaimIndex, Clarification};
use serde_json::{Value, json};

fn options() -> Result<(PathBuf, usize), lexopt::Error> {
    use lexopt::prelude::*;
    let mut claims = None;
    let mut top = 5;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("claims") => claims = Some(arguments.value()?.into()),
            Long("top") => top = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((claims.ok_or("--claims FILE is missing")?, top))
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(refused) => {
            eprintln!("{refused} lines could not be read");
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("match_claims: {error}");
            ExitCode::from(2)
        }
    }
}

fn clarification(line: &[u8]) -> Result<Clarification, String> {
    let row: Value = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let id = match row.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => return Err("no `id`".to_owned()),
    };
    let claim = ["text", "claim"]
        .iter()
        .find_map(|field| row.get(*field)?.as_str())
        .ok_or("no `text` or `claim`")?;
    let clarification = Clarification::new(id, claim, "");
    clarification.check().map_err(|error| error.to_string())?;
    Ok(clarification)
}

fn run() -> Result<u64, Box<dyn std::error::Error>> {
    let (path, top) = options()?;
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut refused = 0;
    let mut claims = Vec::new();
    for (number, line) in BufReader::new(file).split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match clarification(&line) {
            Ok(claim) => claims.push(claim),
            Err(error) => {
                refused += 1;
                eprintln!("{}, line {}: {error}", path.display(), number + 1);
            }
        }
    }
    let mut index = ClaimIndex::new();
    index.add(claims)?;
    let mut output = BufWriter::new(io::stdout().lock());
    for record in records(None)? {
        let answer = match record? {
            Ok(record) => {
                let matches: Vec<Value> = index
                    .matches(&record.text, top)
                    .iter()
                    .map(|found| json!([found.id, found.score]))
                    .collect();
                json!({"id": record.id, "matches": matches})
            }
            Err(Bad { line, error }) => {
                refused += 1;
                json!({"line": line, "error": error})
            }
        };
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(refused)
}
