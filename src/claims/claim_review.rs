//! Reads schema.org `ClaimReview` JSON-LD (<https://schema.org/ClaimReview>).

use serde_json::{Map, Value};

use crate::claims::Clarification;
use crate::error::{Error, ErrorKind};

/// Largest document, in bytes.
const MAX_DOCUMENT: usize = 64 << 20;

/// The reviews in a JSON-LD document: one object, an array, or a `@graph`, in
/// its order. Objects of another type are passed over.
///
/// `claimReviewed` is the claim, else `itemReviewed.name`; the verdict is
/// `reviewRating.alternateName`, else `ratingValue`; the correction is
/// `reviewRating.ratingExplanation`, by its definition one or two sentences
/// behind the rating; the publisher is `author.name`; `datePublished`, `url`
/// and `inLanguage` are taken as they are. The id is `@id`, else `url`. Unknown
/// fields are ignored.
///
/// # Errors
///
/// [`ErrorKind::Claim`] that names the field: no JSON, more than 64 MiB, no
/// review at all, a review without claim, verdict or id, or a field of the
/// wrong type.
///
/// ```
/// let read = hoaks::claims::claim_review::read(r#"{"@type": "ClaimReview",
///     "url": "https://example.org/1", "claimReviewed": "TPS dibuka tengah malam",
///     "reviewRating": {"alternateName": "Salah"}}"#)?;
/// assert_eq!(read[0].verdict, "Salah");
/// # Ok::<(), hoaks::Error>(())
/// ```
pub fn read(json: &str) -> Result<Vec<Clarification>, Error> {
    if json.len() > MAX_DOCUMENT {
        return Err(wrong(
            "document",
            format!("has {} bytes, at most {MAX_DOCUMENT}", json.len()),
        ));
    }
    let document: Value =
        serde_json::from_str(json).map_err(|error| wrong("document", error.to_string()))?;
    let mut reviews = Vec::new();
    match &document {
        Value::Array(items) => each(items, "", &mut reviews)?,
        Value::Object(object) => match object.get("@graph") {
            Some(Value::Array(items)) => each(items, "@graph", &mut reviews)?,
            Some(Value::Object(item)) => one(item, "@graph.", &mut reviews)?,
            Some(_) => return Err(wrong("@graph", "is no array")),
            None => one(object, "", &mut reviews)?,
        },
        _ => return Err(wrong("document", "is neither object nor array")),
    }
    if reviews.is_empty() {
        return Err(wrong("@type", "no object is a `ClaimReview`"));
    }
    Ok(reviews)
}

fn wrong(field: impl Into<String>, problem: impl Into<String>) -> Error {
    Error::new(ErrorKind::Claim {
        field: field.into(),
        problem: problem.into(),
    })
}

fn each(items: &[Value], at: &str, reviews: &mut Vec<Clarification>) -> Result<(), Error> {
    for (number, item) in items.iter().enumerate() {
        match item {
            Value::Object(object) => one(object, &format!("{at}[{number}]."), reviews)?,
            _ => return Err(wrong(format!("{at}[{number}]"), "is no object")),
        }
    }
    Ok(())
}

fn one(
    object: &Map<String, Value>,
    at: &str,
    reviews: &mut Vec<Clarification>,
) -> Result<(), Error> {
    let named = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| kind.rsplit(['/', ':']).next() == Some("ClaimReview"))
    };
    let is_review = match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    };
    if !is_review {
        return Ok(());
    }
    let required = |field: &str, found: Option<String>| {
        found
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| wrong(format!("{at}{field}"), "is missing or empty"))
    };
    let claim = match text(object, at, "claimReviewed")? {
        Some(claim) => Some(claim),
        None => inner(object, at, "itemReviewed", "name")?,
    };
    let verdict = match inner(object, at, "reviewRating", "alternateName")? {
        Some(verdict) => Some(verdict),
        None => inner(object, at, "reviewRating", "ratingValue")?,
    };
    let url = text(object, at, "url")?.unwrap_or_default();
    let id = text(object, at, "@id")?.unwrap_or_else(|| url.clone());
    let clarification = Clarification {
        id: required("url", Some(id))?,
        claim: required("claimReviewed", claim)?,
        verdict: required("reviewRating.alternateName", verdict)?,
        correction: inner(object, at, "reviewRating", "ratingExplanation")?.unwrap_or_default(),
        publisher: inner(object, at, "author", "name")?.unwrap_or_default(),
        date: text(object, at, "datePublished")?.unwrap_or_default(),
        url,
        language: text(object, at, "inLanguage")?.unwrap_or_else(|| "id".to_owned()),
    };
    clarification.check()?;
    reviews.push(clarification);
    Ok(())
}

/// A field that is a text or a number; the first one of an array.
fn text(object: &Map<String, Value>, at: &str, field: &str) -> Result<Option<String>, Error> {
    match first(object.get(field)) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(wrong(format!("{at}{field}"), "is neither text nor number")),
    }
}

/// `field.name`, where `field` may also be an array or a bare text.
fn inner(
    object: &Map<String, Value>,
    at: &str,
    field: &str,
    name: &str,
) -> Result<Option<String>, Error> {
    match first(object.get(field)) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(inside)) => text(inside, &format!("{at}{field}."), name),
        Some(Value::String(bare)) if field == "author" => Ok(Some(bare.clone())),
        Some(_) => Err(wrong(format!("{at}{field}"), "is no object")),
    }
}

fn first(value: Option<&Value>) -> Option<&Value> {
    match value {
        Some(Value::Array(items)) => items.first(),
        other => other,
    }
}
