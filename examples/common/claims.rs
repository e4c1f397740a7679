//! Clarifications from JSON lines, a saved index or ClaimReview.

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;

use hoaks::Detector;
use hoaks::claims::{ClaimIndex, Clarification, claim_review};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::files::{content, named, not_json, unmarked};
use super::half_pairs;
use super::input::exact;
use super::tell;

/// How a saved index begins, of whatever version.
const SAVED: &[u8] = b"hoaks-claims ";

/// The detector with the clarifications in a file, if there is one, and how many
/// lines could not be read.
pub fn known(detector: Detector, path: Option<&Path>) -> Result<(Detector, u64), Box<dyn Error>> {
    let Some(path) = path else {
        return Ok((detector, 0));
    };
    let (claims, refused) = index(path)?;
    Ok((detector.with_claims(claims), refused))
}

/// An index of the clarifications in a file, and how many lines, or reviews, could
/// not be read: these are named on standard error.
///
/// A file that `ClaimIndex::save` wrote; or one JSON object a line, with `id` and
/// `claim` (else `text`), and maybe `verdict` (without one the outcome is unclear),
/// `correction`, `publisher`, `date` and `url`; or JSON-LD of schema.org or answers of the
/// Fact Check Tools API, one document or one a line, as `claim_review::read` takes it;
/// gzipped or not.
pub fn index(path: &Path) -> Result<(ClaimIndex, u64), Box<dyn Error>> {
    let bytes = content(path)?;
    if bytes.starts_with(SAVED) {
        let index = ClaimIndex::from_bytes(&bytes).map_err(|error| named(path, error))?;
        return Ok((index, 0));
    }
    let mut refused = 0;
    let mut claims = Vec::new();
    let mut ids = HashSet::new();
    for (place, piece) in pieces(path, unmarked(&bytes)) {
        for read in clarifications(piece) {
            match read {
                Ok(claim) => {
                    if !ids.insert(claim.id.clone()) {
                        let id = &claim.id;
                        tell!("{place}: takes the place of the claim {id:?} before it");
                    }
                    claims.push(claim);
                }
                Err(error) => {
                    refused += 1;
                    tell!("{place}: {error}");
                }
            }
        }
    }
    let mut index = ClaimIndex::new();
    index.add(claims).map_err(|error| named(path, error))?;
    Ok((index, refused))
}

/// The lines that are not blank, or all of a document of several lines, and what to
/// call each.
fn pieces<'f>(path: &Path, file: &'f [u8]) -> Vec<(String, &'f [u8])> {
    let path = path.display();
    // A second value ends the look at it.
    let one = serde_json::from_slice::<IgnoredAny>(file);
    // One that breaks off: a line with nothing but a bracket is no claim.
    let first = file.trim_ascii_start().split(|&byte| byte == b'\n').next();
    let opens = matches!(first.unwrap_or_default().trim_ascii(), b"[" | b"{" | b"[{");
    let is_one = one.is_ok() || one.is_err_and(|error| opens && error.is_eof());
    if is_one && file.trim_ascii().contains(&b'\n') {
        return vec![(path.to_string(), file)];
    }
    (1..)
        .zip(file.split(|&byte| byte == b'\n'))
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| (format!("{path}, line {number}"), line))
        .collect()
}

/// One claim or, of a document as schema.org has it, all reviews.
fn clarifications(json: &[u8]) -> Vec<Result<Clarification, String>> {
    let json = match str::from_utf8(json) {
        Ok(json) => json,
        Err(error) => return vec![Err(format!("not UTF-8 at byte {}", error.valid_up_to()))],
    };
    let (row, json) = match half_pairs::read::<Value>(json) {
        Ok(read) => read,
        Err(error) => return vec![Err(format!("not JSON: {}", not_json(&error)))],
    };
    let has = |field: &str| row.get(field).is_some();
    let is_linked = ["@type", "@graph", "dataFeedElement"].into_iter().any(has);
    // A claim may have a field of its own called so.
    let is_answer = row.get("claims").is_some_and(Value::is_array) && !(has("id") && has("claim"));
    if !row.is_array() && !is_linked && !is_answer {
        return vec![clarification(row, &json)];
    }
    let told = |error: hoaks::Error| error.to_string();
    match claim_review::read(&json) {
        Ok(reviews) => (reviews.into_iter())
            .map(|review| review.map_err(told))
            .collect(),
        Err(error) => vec![Err(told(error))],
    }
}

fn clarification(mut row: Value, line: &str) -> Result<Clarification, String> {
    let id = row.get_mut("id").map(Value::take);
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
    // Beside a claim, the text may be all that was written about it.
    let claim = match field("claim")? {
        Some(claim) => claim,
        None => field("text")?.ok_or("no `claim` or `text`")?,
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
