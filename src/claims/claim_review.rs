//! Reads schema.org `ClaimReview` JSON-LD (<https://schema.org/ClaimReview>).

mod html;

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::claims::clarification::inside;
use crate::claims::half_pairs;
use crate::claims::{Clarification, Outcome};
use crate::election::Date;
use crate::error::{Error, ErrorKind};

/// Largest document, in bytes.
const MAX_DOCUMENT: usize = 64 << 20;

/// Fields that may hold reviews.
const INSIDE: [&str; 6] = [
    "@graph",
    "dataFeedElement",
    "item",
    "itemListElement",
    "mainEntity",
    "review",
];

/// Reads the reviews in a JSON-LD document, in its order.
///
/// The document may be one object, an array, a `@graph`, a `DataFeed` (as fact-checkers'
/// feeds are), an `ItemList`, or a page or article with a review as its `mainEntity` or
/// `review`. Objects of another type are skipped in silence; of the items of an array that
/// are no objects at all, the first is reported. A review that cannot be used does not
/// affect the others.
///
/// What becomes of the fields of a review:
///
/// * `claim` is `claimReviewed`, else `itemReviewed.name`.
/// * `verdict` is `reviewRating.alternateName`, else `reviewRating.name` if that tells an
///   [`Outcome`], else `reviewRating.ratingValue`, where the best rating becomes `true` and
///   the worst `false`, else the name whatever it tells. Unless the review says otherwise
///   best and worst are 5 and 1, as schema.org has it.
/// * `correction` is `reviewRating.ratingExplanation`: by its definition a sentence or two
///   that explain the rating.
/// * `publisher` is `author.name`.
/// * `date` is the day of `datePublished`, in the time zone that is written there.
/// * `url` is `url`, unchanged, and so is `language` `inLanguage`, else the `@language` of
///   `claimReviewed`, else `id`.
/// * `id` is `@id`, else `url`. An `@id` that holds within the document only (`#review`,
///   `_:b0`) is used only if there is no `url`. Of several claims that a document has on
///   one page, and that nothing but its `url` names, the second gets `#2` behind it, the
///   third `#3`.
///
/// Of an array the first item is used, and of an object where a text is expected its
/// `@value`, `@id`, `alternateName` or `name`. From `claim`, `verdict`, `correction` and
/// `publisher` the tags of HTML that format text (`<p>`, `<strong>`, `<a href="…">` and the
/// like) are taken off, and of its entities numbers and the common names (`&#8220;`,
/// `&amp;`) become what they stand for, once. A byte order mark in front is skipped, half of
/// a surrogate pair (from a text cut in the middle of an emoji) is read as U+FFFD, and
/// unknown fields are ignored. An object that only refers to another one of the document
/// (`{"@id": "#rating"}`) is not followed: it says nothing.
///
/// Time and memory are linear in the length of the document. A feed as it is published
/// takes a few times its length in memory, one made to exhaust it a hundred times: accept
/// less than 64 MiB from strangers.
///
/// Two reviews may still have one id: [`ClaimIndex::add`](crate::claims::ClaimIndex::add)
/// keeps the later one.
///
/// # Errors
///
/// [`ErrorKind::Claim`] for the whole document if it is not JSON, over 64 MiB, or has no
/// review at all; for a single review if it has no claim, verdict or id, or if a field is
/// of the wrong type or too long. The error names the field with the path to it.
///
/// ```
/// let mut index = hoaks::claims::ClaimIndex::new();
/// let feed = r#"[{"@type": "ClaimReview", "url": "https://example.org/1",
///         "claimReviewed": "TPS dibuka tengah malam", "reviewRating": {"alternateName": "Salah"}},
///     {"@type": "ClaimReview", "url": "https://example.org/2"}]"#;
/// for review in hoaks::claims::claim_review::read(feed)? {
///     match review {
///         Ok(clarification) => index.add([clarification])?,
///         Err(error) => assert!(error.to_string().contains("[1].claimReviewed")),
///     }
/// }
/// assert_eq!(index.len(), 1);
/// # Ok::<(), hoaks::Error>(())
/// ```
pub fn read(json: &str) -> Result<Vec<Result<Clarification, Error>>, Error> {
    if json.len() > MAX_DOCUMENT {
        return Err(wrong(
            "document",
            format!("has {} bytes, at most {MAX_DOCUMENT}", json.len()),
        ));
    }
    let json = json.strip_prefix('\u{FEFF}').unwrap_or(json);
    let (document, _) =
        half_pairs::read::<Value>(json).map_err(|error| wrong("document", error.to_string()))?;
    if !document.is_object() && !document.is_array() {
        return Err(wrong("document", "is neither object nor array"));
    }
    let mut reviews = Vec::new();
    gather(&document, "", &mut reviews);
    if reviews.is_empty() {
        return Err(wrong("@type", "no object is a `ClaimReview`"));
    }
    tell_apart(&mut reviews);
    Ok(reviews)
}

/// Numbers the claims of one page, of which each would take the place of the one before.
fn tell_apart(reviews: &mut [Result<Clarification, Error>]) {
    let mut pages: HashMap<String, HashMap<String, usize>> = HashMap::new();
    let of_pages = reviews.iter_mut().flatten().filter(|it| it.id == it.url);
    for clarification in of_pages {
        let claims = pages.entry(clarification.url.clone()).or_default();
        let next = claims.len() + 1;
        let number = *claims.entry(clarification.claim.clone()).or_insert(next);
        if number > 1 {
            clarification.id = format!("{}#{number}", clarification.url);
        }
    }
}

/// Adds the reviews in `value`, which is at the path `at`. JSON that was read is no
/// more than 128 deep.
fn gather(value: &Value, at: &str, reviews: &mut Vec<Result<Clarification, Error>>) {
    match value {
        Value::Array(items) => {
            // Millions of numbers fit into a document, and each error takes more.
            let mut is_told = false;
            for (number, item) in items.iter().enumerate() {
                let is_odd = !item.is_object() && !item.is_array();
                if !(is_odd && is_told) {
                    gather(item, &format!("{at}[{number}]"), reviews);
                }
                is_told |= is_odd;
            }
        }
        Value::Object(object) => {
            let dot = if at.is_empty() { "" } else { "." };
            if is_review(object) {
                reviews.push(review(object, &format!("{at}{dot}")));
            }
            for field in INSIDE {
                // All but a graph may also be a mere address.
                let may_hold = |it: &&Value| field == "@graph" || it.is_object() || it.is_array();
                if let Some(inside) = object.get(field).filter(may_hold) {
                    gather(inside, &format!("{at}{dot}{field}"), reviews);
                }
            }
        }
        _ => reviews.push(Err(wrong(at, "is no object"))),
    }
}

fn is_review(object: &Map<String, Value>) -> bool {
    let named = |kind: &Value| {
        kind.as_str()
            .is_some_and(|kind| kind.rsplit(['/', ':']).next() == Some("ClaimReview"))
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn wrong(field: impl Into<String>, problem: impl Into<String>) -> Error {
    Error::new(ErrorKind::Claim {
        field: field.into(),
        problem: problem.into(),
    })
}

/// The review in an object whose fields are at the path `at`.
fn review(object: &Map<String, Value>, at: &str) -> Result<Clarification, Error> {
    let required = |field: &str, others: &str, found: Option<String>| {
        let problem = || format!("is missing or empty, and so {others}");
        found.ok_or_else(|| wrong(format!("{at}{field}"), problem()))
    };
    let shown = |found: Option<String>| filled(html::plain(&found?).trim());
    let claim = match shown(text(object, at, "claimReviewed")?) {
        Some(claim) => Some(claim),
        None => shown(inner(object, at, "itemReviewed", "name")?),
    };
    let rating = |field: &str| inner(object, at, "reviewRating", field).map(shown);
    let verdict = match rating("alternateName")? {
        Some(verdict) => Some(verdict),
        // Some publishers write a name in its stead, and some one that tells nothing.
        None => match rating("name")? {
            Some(name) if Outcome::of(&name) != Outcome::Unclear => Some(name),
            name => shown(rated(object, at)?).or(name),
        },
    };
    let url = text(object, at, "url")?;
    let name = text(object, at, "@id")?;
    let is_local = |id: &String| id.starts_with('#') || id.starts_with("_:");
    let global = name.clone().filter(|id| !is_local(id));
    let id = global.or_else(|| url.clone()).or(name);
    let published = text(object, at, "datePublished")?.unwrap_or_default();
    let clarification = Clarification {
        id: required("url", "is `@id`", id)?,
        claim: required("claimReviewed", "is `itemReviewed.name`", claim)?,
        verdict: required(
            "reviewRating.alternateName",
            "are its `name` and `ratingValue`",
            verdict,
        )?,
        correction: rating("ratingExplanation")?.unwrap_or_default(),
        publisher: shown(inner(object, at, "author", "name")?).unwrap_or_default(),
        date: day(&published).to_owned(),
        url: url.unwrap_or_default(),
        language: text(object, at, "inLanguage")?
            .or_else(|| tag(object.get("claimReviewed")))
            .unwrap_or_else(|| "id".to_owned()),
    };
    let checked = clarification.check();
    checked.map_err(|error| inside(at, error))?;
    Ok(clarification)
}

/// The day that an ISO 8601 time or date begins with; anything else as it is.
fn day(published: &str) -> &str {
    let day = published.get(.."YYYY-MM-DD".len());
    let day = day.filter(|day| day.parse::<Date>().is_ok());
    day.unwrap_or(published)
}

/// The verdict of a rating without words: its number, but `true` for the best and
/// `false` for the worst.
fn rated(object: &Map<String, Value>, at: &str) -> Result<Option<String>, Error> {
    let field = |name| inner(object, at, "reviewRating", name);
    let number = |text: Option<&str>| {
        let number = text?.trim().parse::<f64>().ok();
        // *inf* is none, although it is read.
        number.filter(|number| number.is_finite())
    };
    let value = field("ratingValue")?;
    let best = number(Some(field("bestRating")?.as_deref().unwrap_or("5")));
    let worst = number(Some(field("worstRating")?.as_deref().unwrap_or("1")));
    let name = match (worst, number(value.as_deref()), best) {
        (Some(worst), Some(value), Some(best)) if worst < best && value == best => "true",
        (Some(worst), Some(value), Some(best)) if worst < best && value == worst => "false",
        _ => return Ok(value),
    };
    Ok(Some(name.to_owned()))
}

/// A field that is a text or a number; the first one of an array, and what says it in
/// an object. A blank text says nothing.
fn text(object: &Map<String, Value>, at: &str, field: &str) -> Result<Option<String>, Error> {
    let mut found = first(object.get(field));
    if let Some(Value::Object(object)) = found {
        let names = ["@value", "@id", "alternateName", "name"];
        let inside = names.iter().find_map(|&name| object.get(name));
        found = inside.or(found);
    }
    match found {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(filled(text)),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(wrong(format!("{at}{field}"), "is neither text nor number")),
    }
}

/// The language that is written beside a text.
fn tag(value: Option<&Value>) -> Option<String> {
    filled(first(value)?.get("@language")?.as_str()?)
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

/// `field.name`, where `field` may also be an array, or a bare text in place of its name.
fn inner(
    object: &Map<String, Value>,
    at: &str,
    field: &str,
    name: &str,
) -> Result<Option<String>, Error> {
    match first(object.get(field)) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(inside)) => text(inside, &format!("{at}{field}."), name),
        Some(Value::String(bare)) => {
            let is_named = matches!(name, "name" | "alternateName");
            Ok(filled(bare).filter(|_| is_named))
        }
        Some(_) => Err(wrong(format!("{at}{field}"), "is no object")),
    }
}

fn first(value: Option<&Value>) -> Option<&Value> {
    match value {
        Some(Value::Array(items)) => items.first(),
        other => other,
    }
}
