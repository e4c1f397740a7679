//! Finds the clarifications that texts repeat: one JSON object for each query,
//! in order.
//!
//! ```text
//! cargo run --release --example match_claims -- --claims FILE [--top K]
//! ```
//!
//! FILE has one JSON object a line with `id` and `claim` (else `text`), or is what
//! `ClaimIndex::save` wrote, or JSON-LD with schema.org `ClaimReview`s, one document or
//! one a line. Queries come on standard input: a line that starts with
//! `{` is JSON with `text` (and maybe `id`), any other line is a text. Writes
//! `{"id", "matches": [[claim id, score], ...]}`, best first, 5 unless K says
//! otherwise. A query that cannot be read becomes `{"line": n, "error": "..."}` in
//! its place; a claim that cannot be read is named on standard error and left out.
//! Exit status: 0 if all was read, 1 if some was not, 2 if nothing could be done.

mod common;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use common::input::{Bad, records_to_break};
use serde_json::{Value, json};

fn options() -> Result<(PathBuf, usize), lexopt::Error> {
    use lexopt::prelude::*;
    let mut claims = None;
    let mut top = 5;
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("claims") => claims = Some(arguments.value()?.into()),
            Long("top") => top = common::number(&mut arguments, "--top")?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((claims.ok_or("--claims FILE is missing")?, top))
}

fn main() -> ExitCode {
    common::start("match_claims", include_str!("match_claims.rs"), run)
}

fn run() -> Result<u64, Box<dyn std::error::Error>> {
    let (path, top) = options()?;
    common::files::apart([None], [path.as_path()])?;
    let (index, mut refused) = common::claims::index(&path)?;
    let mut output = BufWriter::new(io::stdout().lock());
    for record in records_to_break(None)? {
        let answer = match record {
            Ok(record) => {
                let matches: Vec<Value> = index
                    .ranked(&record.text, top)
                    .iter()
                    .map(|(known, score)| json!([known.id, score]))
                    .collect();
                json!({"id": record.id, "matches": matches})
            }
            Err(Bad { line, error, .. }) => {
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
