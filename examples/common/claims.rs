//! Clarifications from JSON lines.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, Read};
use std::path::Path;

use hoaks::Detector;
use hoaks::claims::{ClaimIndex, Clarification};
use serde_json::Value;

use super::files::{named, not_json};
use super::input::{exact, unpacked};
use super::tell;

/// How a saved index begins, of whatever version.
const SAVED: &[u8] = b"hoaks-claims ";
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

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
/// A file that `ClaimIndex::save` wrote, or one JSON object a line, with `id` and
/// `text` (or `claim`), and maybe `verdict` (without one the outcome is unclear),
/// `correction`, `publisher`, `date` and `url`; gzipped or not.
pub fn index(path: &Path) -> Result<(ClaimIndex, u64), Box<dyn Error>> {
    let file = File::open(path).map_err(|error| named(path, error))?;
    let mut reader = unpacked(Box::new(file)).map_err(|error| named(path, error))?;
    let mut first = Vec::new();
    let read = reader.read_until(b'\n', &mut first);
    read.map_err(|error| named(path, error))?;
    if first.starts_with(SAVED) {
        let mut bytes = first;
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|error| named(path, error))?;
        let index = ClaimIndex::from_bytes(&bytes).map_err(|error| named(path, error))?;
        return Ok((index, 0));
    }
    let mut refused = 0;
    let mut claims = Vec::new();
    let mut ids = HashSet::new();
    let first = first.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&first);
    for (number, line) in first.chain(reader).split(b'\n').enumerate() {
        let line = line.map_err(|error| named(path, error))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match clarification(&line) {
            Ok(claim) => {
                if !ids.insert(claim.id.clone()) {
                    let (path, id) = (path.display(), &claim.id);
                    tell!(
                        "{path}, line {}: takes the place of the claim {id:?} before it",
                        number + 1
                    );
                }
                claims.push(claim);
            }
            Err(error) => {
                refused += 1;
                tell!("{}, line {}: {error}", path.display(), number + 1);
            }
        }
    }
    let mut index = ClaimIndex::new();
    index.add(claims).map_err(|error| named(path, error))?;
    Ok((index, refused))
}

fn clarification(line: &[u8]) -> Result<Clarification, String> {
    let mut row: Value =
        serde_json::from_slice(line).map_err(|error| format!("not JSON: {}", not_json(&error)))?;
    let id = row.get_mut("id").map(Value::take);
    // What was read as JSON is UTF-8.
    let line = std::str::from_utf8(line).unwrap_or_default();
    let id = match id.map(|id| exact(id, line)) {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => return Err("no `id`".to_owned()),
    };
    // What is no string is refused, not taken for missing: `true` is a verdict.
    let field = |name: &str| match row.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.as_str())),
        Some(_) => Err(format!("`{name}` is not a string")),
    };
    let claim = match field("text")? {
        Some(text) => text,
        None => field("claim")?.ok_or("no `text` or `claim`")?,
    };
    let mut clarification = Clarification::new(id, claim, field("verdict")?.unwrap_or_default());
    for (name, to) in [
        ("correction", &mut clarification.correction),
        ("publisher", &mut clarification.publisher),
        ("date", &mut clarification.date),
        ("url", &mut clarification.url),
    ] {
        field(name)?.unwrap_or_default().clone_into(to);
    }
    clarification.check().map_err(|error| error.to_string())?;
    Ok(clarification)
}
