//! Reads published fact-checks: schema.org `ClaimReview` JSON-LD
//! (<https://schema.org/ClaimReview>) and answers of the Fact Check Tools API
//! (<https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims>).

mod html;
mod reader;

use std::collections::HashMap;

use serde_json::Value;

use crate::claims::Clarification;
use crate::claims::half_pairs;
use crate::error::{Error, ErrorKind};

/// Largest document, in bytes.
const MAX_DOCUMENT: usize = 64 << 20;

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
///   [`Outcome`](crate::claims::Outcome), else `reviewRating.ratingValue`, where the best
///   rating becomes `true` and the worst `false`, else the name whatever it tells. Unless
///   the review says otherwise best and worst are 5 and 1, as schema.org has it.
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
/// What a review only refers to (`"author": {"@id": "#desk"}`) is looked up in the document,
/// and what that refers to, a few objects far. Of several objects with one `@id` the first
/// that has a field tells it.
///
/// Of the API's answer each object in the `claimReview` of one of the `claims` is a review:
/// `claim` is the claim's `text`, `verdict` its `textualRating`, `publisher` the name of its
/// `publisher`, else the `site`, `date` the day of its `reviewDate`, `id` its `url`,
/// `language` its `languageCode`. There is no `correction`: the `title` may tell the claim.
/// An object there that says it is a `ClaimReview` is read as one.
///
/// Of an array the first item is used, and of an object where a text is expected its
/// `@value`, `alternateName` or `name`, or that of the object it refers to; where an address
/// is expected its `@id`. From `claim`, `verdict`, `correction` and `publisher` the tags of
/// HTML that format text (`<p>`, `<strong>`, `<a href="…">` and the like) are taken off, and
/// its entities (`&#8220;`, `&amp;`) become what they stand for, once; one that stands for a
/// control character becomes a space. A byte order mark in front is skipped, half of a
/// surrogate pair (from a text cut in the middle of an emoji) is read as U+FFFD, and unknown
/// fields are ignored.
///
/// Time and memory are linear in the length of the document. A feed as it is published
/// takes a few times its length in memory, one made to exhaust it about a hundred times:
/// accept less than 64 MiB from strangers. As many reviews may refer to one long text, all
/// reviews and errors together may take 16 times the length of the document and 1 MiB: the
/// rest is left out, and an error in its place, the last one, says so.
///
/// Two reviews may still have one id: [`ClaimIndex::add`](crate::claims::ClaimIndex::add)
/// keeps the later one.
///
/// # Errors
///
/// [`ErrorKind::Claim`] for the whole document if it is not JSON, over 64 MiB, or has no
/// review at all; for a single review if it has no claim, verdict or id, or if a field is
/// of the wrong type or, with its HTML, over 64 KiB. The error names the field with the path
/// to it.
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
    let mut reviews = reader::reviews(&document, json.len());
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

fn wrong(field: impl Into<String>, problem: impl Into<String>) -> Error {
    Error::new(ErrorKind::Claim {
        field: field.into(),
        problem: problem.into(),
    })
}
