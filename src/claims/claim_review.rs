//! Reads published fact-checks: schema.org `ClaimReview` JSON-LD
//! (<https://schema.org/ClaimReview>) and answers of the Fact Check Tools API
//! (<https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims>).

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
const INSIDE: [&str; 8] = [
    "@graph",
    "claims",
    "dataFeedElement",
    "hasPart",
    "item",
    "itemListElement",
    "mainEntity",
    "review",
];

/// Reads the reviews in a document, in its order: JSON-LD, or what the Fact Check Tools API
/// answers.
///
/// The document may be one object, an array, a `@graph`, a `DataFeed` (as fact-checkers'
/// feeds are), an `ItemList`, or a page or article with a review as its `mainEntity`,
/// `hasPart` or `review`. Objects of another type are skipped in silence; of the items of an
/// array that are no objects at all, the first is reported. A review that cannot be used
/// does not affect the others.
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
/// What a review only refers to (`"author": {"@id": "#desk"}`) is looked up in the document.
///
/// Of the API's answer each object in the `claimReview` of one of the `claims` is a review:
/// `claim` is the claim's `text`, `verdict` its `textualRating`, `publisher` the name of its
/// `publisher`, else the `site`, `date` the day of its `reviewDate`, `id` its `url`,
/// `language` its `languageCode`. There is no `correction`: the `title` may tell the claim.
///
/// Of an array the first item is used, and of an object where a text is expected its
/// `@value`, `@id`, `alternateName` or `name`. From `claim`, `verdict`, `correction` and
/// `publisher` the tags of HTML that format text (`<p>`, `<strong>`, `<a href="…">` and the
/// like) are taken off, and its entities (`&#8220;`, `&amp;`) become what they stand for,
/// once. A byte order mark in front is skipped, half of
/// a surrogate pair (from a text cut in the middle of an emoji) is read as U+FFFD, and
/// unknown fields are ignored.
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
    let mut reader = Reader::default();
    reader.name(&document);
    reader.gather(&document, "");
    if reader.reviews.is_empty() {
        return Err(wrong("@type", "no object is a `ClaimReview`"));
    }
    tell_apart(&mut reader.reviews);
    Ok(reader.reviews)
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

type Object = Map<String, Value>;

#[derive(Default)]
struct Reader<'a> {
    /// By `@id`, where there is more than a type.
    nodes: HashMap<&'a str, &'a Object>,
    reviews: Vec<Result<Clarification, Error>>,
}

impl<'a> Reader<'a> {
    /// Finds what may be referred to. JSON that was read is no more than 128 deep.
    fn name(&mut self, value: &'a Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.name(item)),
            Value::Object(object) => {
                if let Some(Value::String(id)) = object.get("@id")
                    && !is_reference(object)
                {
                    self.nodes.entry(id).or_insert(object);
                }
                object.values().for_each(|value| self.name(value));
            }
            _ => {}
        }
    }

    /// Adds the reviews in `value`, which is at the path `at`.
    fn gather(&mut self, value: &Value, at: &str) {
        match value {
            Value::Array(items) => {
                for (item, at) in numbered(items, at) {
                    self.gather(item, &at);
                }
            }
            Value::Object(object) => {
                let dot = if at.is_empty() { "" } else { "." };
                let is_told = || self.named(object).is_some() && is_reference(object);
                if is_review(object) && !is_told() {
                    let review = self.review(object, &format!("{at}{dot}"));
                    self.reviews.push(review);
                }
                if let Some(Value::Array(reviews)) = object.get("claimReview") {
                    for (review, within) in numbered(reviews, &format!("{at}{dot}claimReview")) {
                        let review = match review.as_object() {
                            Some(review) => checked(
                                object,
                                &format!("{at}{dot}"),
                                review,
                                &format!("{within}."),
                            ),
                            None => Err(wrong(within, "is no object")),
                        };
                        self.reviews.push(review);
                    }
                }
                for field in INSIDE {
                    // All but a graph may also be a mere address.
                    let may_hold =
                        |it: &&Value| field == "@graph" || it.is_object() || it.is_array();
                    if let Some(inside) = object.get(field).filter(may_hold) {
                        self.gather(inside, &format!("{at}{dot}{field}"));
                    }
                }
            }
            _ => self.reviews.push(Err(wrong(at, "is no object"))),
        }
    }

    /// The object of the document that this one refers to.
    fn named(&self, object: &Object) -> Option<&'a Object> {
        self.nodes.get(object.get("@id")?.as_str()?).copied()
    }

    /// `field.name`, where `field` may also be an array, a reference, or a bare text in place
    /// of its name.
    fn inner(
        &self,
        object: &Object,
        at: &str,
        field: &str,
        name: &str,
    ) -> Result<Option<String>, Error> {
        match first(object.get(field)) {
            Some(Value::Object(inside)) => {
                let at = format!("{at}{field}.");
                match (text(inside, &at, name)?, self.named(inside)) {
                    (None, Some(named)) => text(named, &at, name),
                    (found, _) => Ok(found),
                }
            }
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(bare)) => {
                let is_named = matches!(name, "name" | "alternateName");
                Ok(filled(bare).filter(|_| is_named))
            }
            Some(_) => Err(wrong(format!("{at}{field}"), "is no object")),
        }
    }

    /// The review in an object whose fields are at the path `at`.
    fn review(&self, object: &Object, at: &str) -> Result<Clarification, Error> {
        let required = |field: &str, others: &str, found: Option<String>| {
            let problem = || format!("is missing or empty, and so {others}");
            found.ok_or_else(|| wrong(format!("{at}{field}"), problem()))
        };
        let claim = match shown(text(object, at, "claimReviewed")?) {
            Some(claim) => Some(claim),
            None => shown(self.inner(object, at, "itemReviewed", "name")?),
        };
        let rating = |field: &str| self.inner(object, at, "reviewRating", field).map(shown);
        let verdict = match rating("alternateName")? {
            Some(verdict) => Some(verdict),
            // Some publishers write a name in its stead, and some one that tells nothing.
            None => match rating("name")? {
                Some(name) if Outcome::of(&name) != Outcome::Unclear => Some(name),
                name => shown(self.rated(object, at)?).or(name),
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
            publisher: shown(self.inner(object, at, "author", "name")?).unwrap_or_default(),
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

    /// The verdict of a rating without words: its number, but `true` for the best and
    /// `false` for the worst.
    fn rated(&self, object: &Object, at: &str) -> Result<Option<String>, Error> {
        let field = |name| self.inner(object, at, "reviewRating", name);
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
}

/// The items of an array at the path `at` and their paths; of those that are no objects only
/// the first, as millions of numbers fit into a document, and each error takes more.
fn numbered<'a>(items: &'a [Value], at: &str) -> impl Iterator<Item = (&'a Value, String)> {
    let is_odd = |item: &Value| !item.is_object() && !item.is_array();
    let odd = items.iter().position(is_odd);
    let items = items.iter().enumerate();
    items
        .filter(move |&(number, item)| !is_odd(item) || odd == Some(number))
        .map(move |(number, item)| (item, format!("{at}[{number}]")))
}

/// Whether an object only refers to another.
fn is_reference(object: &Object) -> bool {
    object.keys().all(|key| key == "@id" || key == "@type")
}

fn is_review(object: &Object) -> bool {
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

/// A review in an answer of the API, with the paths to the fields of the claim and its own.
fn checked(claim: &Object, of: &str, review: &Object, at: &str) -> Result<Clarification, Error> {
    let required = |at: &str, object: &Object, field: &str| {
        let found = shown(text(object, at, field)?);
        found.ok_or_else(|| wrong(format!("{at}{field}"), "is missing or empty"))
    };
    let publisher = match review.get("publisher") {
        Some(Value::Object(publisher)) => {
            let at = format!("{at}publisher.");
            text(publisher, &at, "name")?.or(text(publisher, &at, "site")?)
        }
        _ => None,
    };
    let url = text(review, at, "url")?;
    let url = url.ok_or_else(|| wrong(format!("{at}url"), "is missing or empty"))?;
    let published = text(review, at, "reviewDate")?.unwrap_or_default();
    let clarification = Clarification {
        id: url.clone(),
        claim: required(of, claim, "text")?,
        verdict: required(at, review, "textualRating")?,
        correction: String::new(),
        publisher: shown(publisher).unwrap_or_default(),
        date: day(&published).to_owned(),
        url,
        language: text(review, at, "languageCode")?.unwrap_or_else(|| "id".to_owned()),
    };
    let sound = clarification.check();
    sound.map_err(|error| inside(at, error))?;
    Ok(clarification)
}

/// A text as it is shown, if there is something of it.
fn shown(found: Option<String>) -> Option<String> {
    filled(html::plain(&found?).trim())
}

/// The day that an ISO 8601 time or date begins with; anything else as it is.
fn day(published: &str) -> &str {
    let day = published.get(.."YYYY-MM-DD".len());
    let day = day.filter(|day| day.parse::<Date>().is_ok());
    day.unwrap_or(published)
}

/// A field that is a text or a number; the first one of an array, and what says it in
/// an object. A blank text says nothing.
fn text(object: &Object, at: &str, field: &str) -> Result<Option<String>, Error> {
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

fn first(value: Option<&Value>) -> Option<&Value> {
    match value {
        Some(Value::Array(items)) => items.first(),
        other => other,
    }
}
