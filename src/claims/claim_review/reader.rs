//! Finds the reviews in a document and reads their fields, following references.

use std::cell::Cell;
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{html, wrong};
use crate::claims::clarification::{LONGEST, inside};
use crate::claims::{Clarification, Outcome};
use crate::election::Date;
use crate::error::Error;

/// What the reviews of a document may take, in bytes, beside [`SHARE`] times its length.
const ALLOWANCE: usize = 1 << 20;
const SHARE: usize = 16;

/// Most objects, one in another or one referring to another, that a text is sought in.
const HOPS: usize = 4;

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

type Object = Map<String, Value>;

/// The reviews in a document of so many bytes, in its order.
pub(super) fn reviews(document: &Value, length: usize) -> Vec<Result<Clarification, Error>> {
    let mut reader = Reader {
        nodes: HashMap::new(),
        left: Cell::new(length.saturating_mul(SHARE).saturating_add(ALLOWANCE)),
        is_full: false,
        reviews: Vec::new(),
    };
    reader.index(document);
    reader.gather(document, "");
    reader.reviews
}

struct Reader<'a> {
    /// What may be referred to: the fields of objects that have more than a type, by `@id`
    /// and name. Nothing is looked for in a row of objects, of which there may be many.
    nodes: HashMap<(&'a str, &'a str), &'a Value>,
    /// Bytes that may still be read for reviews, whether anything comes of them or not.
    left: Cell<usize>,
    /// Whether there was something that they did not suffice for.
    is_full: bool,
    reviews: Vec<Result<Clarification, Error>>,
}

impl<'a> Reader<'a> {
    /// Finds what may be referred to. JSON that was read is no more than 128 deep.
    fn index(&mut self, value: &'a Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.index(item)),
            Value::Object(object) => {
                if let Some(Value::String(id)) = object.get("@id")
                    && !is_reference(object)
                {
                    for (field, value) in object.iter().filter(|(_, value)| !value.is_null()) {
                        self.nodes.entry((id, field)).or_insert(value);
                    }
                }
                object.values().for_each(|value| self.index(value));
            }
            _ => {}
        }
    }

    /// Adds the reviews in `value`, which is at the path `at`.
    fn gather(&mut self, value: &'a Value, at: &str) {
        match value {
            Value::Array(items) => {
                for (item, at) in numbered(items, at) {
                    self.gather(item, &at);
                }
            }
            Value::Object(object) => {
                let dot = if at.is_empty() { "" } else { "." };
                let is_told_elsewhere =
                    || self.named(object, "@id").is_some() && is_reference(object);
                if is_review(object) && !is_told_elsewhere() {
                    self.add(at, |it| it.review(object, &format!("{at}{dot}")));
                }
                if let Some(Value::Array(reviews)) = object.get("claimReview") {
                    self.answers(object, &format!("{at}{dot}"), reviews);
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
            _ => self.add(at, |_| Err(wrong(at, "is no object"))),
        }
    }

    /// Adds the reviews of a claim in an answer of the API. Its text is cleaned once.
    fn answers(&mut self, claim: &'a Object, at: &str, reviews: &'a [Value]) {
        let mut text = None;
        for (review, within) in numbered(reviews, &format!("{at}claimReview")) {
            match review {
                Value::Object(object) if !is_review(object) => {
                    let text = text.get_or_insert_with(|| {
                        required(self.shown(claim, at, "text")?, at, "text")
                    });
                    self.add(&within, |it| it.answer(text, object, &format!("{within}.")));
                }
                _ => self.gather(review, &within),
            }
        }
    }

    /// Adds what is read of the review at the path `at`, unless all have taken too much.
    fn add(&mut self, at: &str, read: impl FnOnce(&Self) -> Result<Clarification, Error>) {
        if self.is_full {
            return;
        }
        self.take(size_of::<Result<Clarification, Error>>() + at.len());
        let review = read(self);
        self.is_full = self.left.get() == 0;
        let too_much = || {
            let problem = "is left out, and so is what follows: the reviews take more than";
            let problem = format!("{problem} {SHARE} times the document and {ALLOWANCE} bytes");
            Err(wrong(if at.is_empty() { "document" } else { at }, problem))
        };
        let review = if self.is_full { too_much() } else { review };
        self.reviews.push(review);
    }

    fn take(&self, bytes: usize) {
        self.left.set(self.left.get().saturating_sub(bytes));
    }

    /// A field of the object of the document that this one is, or refers to.
    fn named(&self, object: &Object, field: &str) -> Option<&'a Value> {
        let id = object.get("@id")?.as_str()?;
        self.nodes.get(&(id, field)).copied()
    }

    /// `field.name`, where `field` may also be an array, a reference, or a bare text in place
    /// of its name.
    fn inner(
        &self,
        object: &'a Object,
        at: &str,
        field: &str,
        name: &str,
    ) -> Result<Option<String>, Error> {
        match first(object.get(field)) {
            Some(Value::Object(inside)) => {
                let at = format!("{at}{field}.");
                match self.text(inside, &at, name)? {
                    None => self.read(self.named(inside, name), &at, name),
                    found => Ok(found),
                }
            }
            None | Some(Value::Null) => Ok(None),
            bare @ Some(Value::String(_)) => match name {
                "name" | "alternateName" => self.read(bare, at, field),
                _ => Ok(None),
            },
            Some(_) => Err(wrong(format!("{at}{field}"), "is no object")),
        }
    }

    /// A field that is a text or a number; the first one of an array, and what says it in
    /// an object. A blank text says nothing.
    fn text(&self, object: &'a Object, at: &str, field: &str) -> Result<Option<String>, Error> {
        self.read(object.get(field), at, field)
    }

    /// A field as a text as it is shown, if there is something of it.
    fn shown(&self, object: &'a Object, at: &str, field: &str) -> Result<Option<String>, Error> {
        self.text(object, at, field).map(shown)
    }

    fn read(
        &self,
        value: Option<&'a Value>,
        at: &str,
        field: &str,
    ) -> Result<Option<String>, Error> {
        let names: &[&str] = match field {
            "url" | "@id" => &["@value", "@id", "alternateName", "name"],
            _ => &["@value", "alternateName", "name"],
        };
        let mut found = first(value);
        for _ in 0..HOPS {
            let Some(Value::Object(object)) = found else {
                break;
            };
            let own = names.iter().find_map(|&name| object.get(name));
            let told = || names.iter().find_map(|&name| self.named(object, name));
            found = match own.or_else(told) {
                Some(inside) => first(Some(inside)),
                // What leads nowhere says nothing.
                None if object.contains_key("@id") => return Ok(None),
                None => break,
            };
        }
        match found {
            None | Some(Value::Null) => Ok(None),
            // Before anything is done with it: many reviews may refer to one.
            Some(Value::String(text)) if text.len() > LONGEST => Err(wrong(
                format!("{at}{field}"),
                format!("has {} bytes, at most {LONGEST}", text.len()),
            )),
            Some(Value::String(text)) => {
                self.take(text.len());
                Ok(filled(text))
            }
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(wrong(format!("{at}{field}"), "is neither text nor number")),
        }
    }

    /// The review in an object whose fields are at the path `at`.
    fn review(&self, object: &'a Object, at: &str) -> Result<Clarification, Error> {
        let either = |field: &str, others: &str, found: Option<String>| {
            let problem = || format!("is missing or empty, and so {others}");
            found.ok_or_else(|| wrong(format!("{at}{field}"), problem()))
        };
        let claim = match self.shown(object, at, "claimReviewed")? {
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
        let url = self.text(object, at, "url")?;
        let name = self.text(object, at, "@id")?;
        let is_local = |id: &String| id.starts_with('#') || id.starts_with("_:");
        let global = name.clone().filter(|id| !is_local(id));
        let id = global.or_else(|| url.clone()).or(name);
        let published = self.text(object, at, "datePublished")?.unwrap_or_default();
        let read = Clarification {
            id: either("url", "is `@id`", id)?,
            claim: either("claimReviewed", "is `itemReviewed.name`", claim)?,
            verdict: either(
                "reviewRating.alternateName",
                "are its `name` and `ratingValue`",
                verdict,
            )?,
            correction: rating("ratingExplanation")?.unwrap_or_default(),
            publisher: shown(self.inner(object, at, "author", "name")?).unwrap_or_default(),
            date: day(&published).to_owned(),
            url: url.unwrap_or_default(),
            language: self
                .text(object, at, "inLanguage")?
                .or_else(|| tag(object.get("claimReviewed")))
                .unwrap_or_else(|| "id".to_owned()),
        };
        sound(read, at)
    }

    /// A review in an answer of the API, whose fields are at the path `at`, and the text of
    /// its claim.
    fn answer(
        &self,
        claim: &Result<String, Error>,
        review: &'a Object,
        at: &str,
    ) -> Result<Clarification, Error> {
        let url = required(self.text(review, at, "url")?, at, "url")?;
        let publisher = match self.inner(review, at, "publisher", "name")? {
            None => self.inner(review, at, "publisher", "site")?,
            name => name,
        };
        let published = self.text(review, at, "reviewDate")?.unwrap_or_default();
        let claim = claim.clone()?;
        self.take(claim.len());
        let read = Clarification {
            id: url.clone(),
            claim,
            verdict: required(
                self.shown(review, at, "textualRating")?,
                at,
                "textualRating",
            )?,
            correction: String::new(),
            publisher: shown(publisher).unwrap_or_default(),
            date: day(&published).to_owned(),
            url,
            language: (self.text(review, at, "languageCode")?).unwrap_or_else(|| "id".to_owned()),
        };
        sound(read, at)
    }

    /// The verdict of a rating without words: its number, but `true` for the best and
    /// `false` for the worst.
    fn rated(&self, object: &'a Object, at: &str) -> Result<Option<String>, Error> {
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

/// A clarification that may be used, from an object whose fields are at the path `at`.
fn sound(clarification: Clarification, at: &str) -> Result<Clarification, Error> {
    let checked = clarification.check();
    checked.map_err(|error| inside(at, error))?;
    Ok(clarification)
}

fn required(found: Option<String>, at: &str, field: &str) -> Result<String, Error> {
    found.ok_or_else(|| wrong(format!("{at}{field}"), "is missing or empty"))
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
