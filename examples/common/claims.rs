//! Clarifications from JSON lines.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use hoaks::Detector;
use hoaks::claims::{ClaimIndex, Clarification};
use serde_json::Value;

use super::files::{named, not_json};

/// The detector with the clarifications in a file, if there is one, and how many
/// lines could not be read.
pub fn known(detector: Detector, path: Option<&Path>) -> Result<(Detector, u64), Box<dyn Error>> {
    let Some(path) = path else {
        return Ok((detector, 0));
    };
    let (claims, refused) = index(path)?;
    Ok((detector.with_claims(claims), refused))
}

/// An index of the clarifications in a file, and how many lines could not be
/// read: these are named on standard error.
///
/// One JSON object a line, with `id` and `text` (or `claim`), and maybe
/// `verdict`, `correction`, `publisher`, `date` and `url`.
pub fn index(path: &Path) -> Result<(ClaimIndex, u64), Box<dyn Error>> {
    let file = File::open(path).map_err(|error| named(path, error))?;
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
    Ok((index, refused))
}

fn clarification(line: &[u8]) -> Result<Clarification, String> {
    let row: Value = serde_json::from_slice(line).map_err(|error| not_json(&error))?;
    let id = match row.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => return Err("no `id`".to_owned()),
    };
    let field = |name: &str| row.get(name).and_then(Value::as_str);
    let claim = field("text")
        .or_else(|| field("claim"))
        .ok_or("no `text` or `claim`")?;
    let mut clarification = Clarification::new(id, claim, field("verdict").unwrap_or_default());
    for (name, to) in [
        ("correction", &mut clarification.correction),
        ("publisher", &mut clarification.publisher),
        ("date", &mut clarification.date),
        ("url", &mut clarification.url),
    ] {
        field(name).unwrap_or_default().clone_into(to);
    }
    clarification.check().map_err(|error| error.to_string())?;
    Ok(clarification)
}
