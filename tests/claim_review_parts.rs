//! Reviews that are told in parts: answers of the Fact Check Tools API, references by `@id`,
//! and what they may take.

use hoaks::claims::{Clarification, claim_review};
use hoaks::{Error, ErrorKind};
use serde_json::{Value, json};

/// What all reviews of a document say, or the first that is wrong.
fn reviews(json: &str) -> Result<Vec<Clarification>, Error> {
    claim_review::read(json)?.into_iter().collect()
}

/// <https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims>
#[test]
fn an_answer_of_the_api_is_read() {
    let read = reviews(
        r#"{"claims": [
        {"text": "TPS &amp; KPPS Sukamaju tutup pagi", "claimant": "Akun anonim",
         "claimDate": "2024-02-13T00:00:00Z", "claimReview": [
            {"publisher": {"name": "Contoh Periksa", "site": "example.org"},
             "url": "https://example.org/1?a=1&amp;b=2", "title": "TPS Sukamaju tutup pagi?",
             "reviewDate": "2024-02-14T07:00:00Z", "textualRating": "Salah",
             "languageCode": "ms"},
            {"publisher": {"site": "example.net"}, "url": "https://example.net/1",
             "textualRating": "False"}]},
        {"text": "Kotak suara hilang", "claimReview": [
            {"url": "https://example.net/1", "textualRating": "False"}]}],
        "nextPageToken": "CAM"}"#,
    )
    .unwrap();
    let mut first = Clarification::new(
        "https://example.org/1?a=1&amp;b=2",
        "TPS & KPPS Sukamaju tutup pagi",
        "Salah",
    );
    first.url = first.id.clone();
    first.publisher = "Contoh Periksa".to_owned();
    first.date = "2024-02-14".to_owned();
    first.language = "ms".to_owned();
    let mut second = Clarification::new("https://example.net/1", first.claim.clone(), "False");
    second.url = second.id.clone();
    second.publisher = "example.net".to_owned();
    // The page names both claims.
    let mut third = Clarification::new("https://example.net/1#2", "Kotak suara hilang", "False");
    third.url = second.url.clone();
    assert_eq!(read, [first, second, third]);
}

#[test]
fn what_is_wrong_in_an_answer_costs_that_review_only() {
    let good = r#"{"url": "u", "textualRating": "Salah"}"#;
    let long = format!(
        r#"{{"url": "u", "textualRating": {:?}}}"#,
        "s".repeat(1 << 17)
    );
    for (item, field) in [
        (r#"{"textualRating": "Salah"}"#, "url"),
        (r#"{"url": "u"}"#, "textualRating"),
        (
            r#"{"url": "u", "textualRating": ["<p></p>"]}"#,
            "textualRating",
        ),
        (r#"{"url": {}, "textualRating": "Salah"}"#, "url"),
        (
            r#"{"url": "u", "textualRating": "Salah", "languageCode": []}"#,
            "",
        ),
        (
            r#"{"url": "u", "textualRating": "Salah", "publisher": {"name": true}}"#,
            "publisher.name",
        ),
        (&long, "textualRating"),
    ] {
        let answer = format!(
            r#"{{"claims": [3, {{"text": "c", "claimReview": [{good}, 7, 8, {item}]}}, {{"text": "d"}}]}}"#
        );
        let read = claim_review::read(&answer).unwrap();
        assert_eq!(read.len(), 4, "{item}");
        assert_eq!(read[1].as_ref().unwrap().claim, "c");
        for (at, path) in [
            (0, "claims[0]".to_owned()),
            (2, "claims[1].claimReview[1]".to_owned()),
            (3, format!("claims[1].claimReview[3].{field}")),
        ] {
            match (&read[at], field) {
                (Ok(read), "") => assert_eq!(read.language, "id"),
                (Ok(_), _) => panic!("{field}"),
                (Err(error), _) => {
                    let ErrorKind::Claim { field: named, .. } = error.kind() else {
                        panic!("{error}");
                    };
                    assert_eq!(*named, path);
                }
            }
        }
    }
    let no_text = r#"{"claims": [{"claimReview": [{"url": "u", "textualRating": "Salah"}]}]}"#;
    let error = reviews(no_text).unwrap_err().to_string();
    assert!(error.contains("`claims[0].text`"), "{error}");
    // Nothing was found.
    for nothing in [
        "{}",
        r#"{"claims": []}"#,
        r#"{"claims": [{"claimReview": {}}]}"#,
    ] {
        assert!(claim_review::read(nothing).is_err(), "{nothing}");
    }
}

/// One graph of nodes that refer to each other, as content systems write it.
#[test]
fn references_by_id_are_looked_up_in_the_document() {
    let graph = r##"{"@context": "https://schema.org", "@graph": [
        {"@type": "WebPage", "@id": "https://example.org/1", "hasPart": {"@id": "#review"},
         "mainEntity": {"@type": "ClaimReview", "@id": "#review"}},
        {"@type": "ClaimReview", "@id": "#review", "url": "https://example.org/1",
         "itemReviewed": {"@id": "#claim"}, "author": [{"@type": "Organization", "@id": "#desk"}],
         "reviewRating": {"@id": "#rating"}},
        {"@id": "#claim", "@type": "Claim", "name": "TPS tutup pagi", "author": {"@id": "#claim"}},
        {"@type": "Organization", "@id": "#desk", "name": "Contoh Periksa",
         "parent": {"@type": "Rating", "@id": "#rating", "ratingValue": "1",
                    "ratingExplanation": "TPS buka."}}]}"##;
    let mut expected = Clarification::new("https://example.org/1", "TPS tutup pagi", "false");
    expected.url = expected.id.clone();
    expected.publisher = "Contoh Periksa".to_owned();
    expected.correction = "TPS buka.".to_owned();
    assert_eq!(reviews(graph).unwrap(), [expected]);
    // What leads nowhere, or to itself, says nothing.
    for to in ["#nowhere", "#rating"] {
        let graph = graph.replace(r##""@id": "#rating", "ratingValue": "1""##, &format!(
            r##""@id": "#rating", "alternateName": {{"@type": "Rating"}}, "reviewRating": {{"@id": "{to}"}}"##
        ));
        let error = reviews(&graph).unwrap_err().to_string();
        assert!(
            error.contains("`@graph[1].reviewRating.alternateName`"),
            "{error}"
        );
    }
    // A part of a page, and a review that is nothing but a name.
    let part = r#"{"@type": "Article", "hasPart": [{"@type": "ClaimReview", "url": "u",
        "claimReviewed": "c", "reviewRating": {"alternateName": "v"}}]}"#;
    assert_eq!(reviews(part).unwrap()[0].id, "u");
    assert!(reviews(r##"{"@type": "ClaimReview", "@id": "#review"}"##).is_err());
}

/// A review of the graph beside these nodes.
fn beside(review: &Value, nodes: &[Value]) -> Result<Clarification, Error> {
    let mut whole = json!({"@type": "ClaimReview", "url": "https://a.id/1",
        "claimReviewed": "TPS tutup", "reviewRating": "Salah"});
    for (field, value) in review.as_object().unwrap() {
        whole[field] = value.clone();
    }
    let nodes = [&[whole], nodes].concat();
    let graph = json!({"@graph": nodes});
    reviews(&graph.to_string()).map(|mut read| read.remove(0))
}

#[test]
fn a_reference_in_place_of_a_text_is_followed() {
    let claim = json!({"@id": "#c", "@type": "Claim", "name": {"@id": "#n"}});
    let name = json!({"@id": "#n", "name": [{"@value": "Kotak suara hilang"}]});
    for review in [
        json!({"claimReviewed": {"@id": "#c"}}),
        json!({"claimReviewed": {"@id": "#n"}}),
        json!({"claimReviewed": null, "itemReviewed": {"@id": "#c"}}),
    ] {
        let read = beside(&review, &[claim.clone(), name.clone()]).unwrap();
        assert_eq!(read.claim, "Kotak suara hilang", "{review}");
    }
    // An address is one, whatever the page is called.
    let page = json!({"@id": "https://a.id/2", "name": "Halaman"});
    let read = beside(&json!({"url": {"@id": "https://a.id/2"}}), &[page]).unwrap();
    assert_eq!(read.url, "https://a.id/2");
    // What leads nowhere or in a circle is no claim.
    let circle = json!({"@id": "#c", "name": {"@id": "#c"}});
    for nodes in [&[][..], &[circle], &[claim]] {
        let error = beside(&json!({"claimReviewed": {"@id": "#c"}}), nodes).unwrap_err();
        assert!(error.to_string().contains("`@graph[0].claimReviewed`"));
    }
}

#[test]
fn of_objects_with_one_id_the_first_that_has_a_field_tells_it() {
    let review = json!({"reviewRating": {"@id": "#r", "bestRating": "4", "alternateName": null}});
    let rating = json!({"@id": "#r", "ratingValue": "4", "bestRating": "5"});
    assert_eq!(beside(&review, &[rating]).unwrap().verdict, "true");
    let named = [
        json!({"@id": "#r", "alternateName": "Salah"}),
        json!({"@id": "#r", "alternateName": "Benar"}),
    ];
    assert_eq!(beside(&review, &named).unwrap().verdict, "Salah");
}

#[test]
fn a_publisher_in_an_answer_may_be_a_bare_name() {
    for (publisher, name) in [
        (json!("Contoh &amp; Periksa"), "Contoh & Periksa"),
        (json!([{"name": "Tim"}]), "Tim"),
        (json!({"site": "a.id"}), "a.id"),
        (json!(null), ""),
    ] {
        let answer = json!({"claims": [{"text": "TPS tutup", "claimReview": [
            {"url": "u", "textualRating": "Salah", "publisher": publisher}]}]});
        assert_eq!(reviews(&answer.to_string()).unwrap()[0].publisher, name);
    }
}

/// `claimReview` is a field of schema.org, too.
#[test]
fn what_says_it_is_a_review_is_read_as_one() {
    let page = json!({"@type": "WebPage", "text": "Isi halaman", "claimReview": [
        {"@type": "ClaimReview", "url": "u", "claimReviewed": "TPS tutup",
         "reviewRating": {"alternateName": "Salah"}}]});
    let read = reviews(&page.to_string()).unwrap();
    assert_eq!((read.len(), &*read[0].claim), (1, "TPS tutup"));
}

/// Reading ends with an error once the reviews hold what the documentation allows.
fn is_bounded(document: &Value, number: usize) {
    let json = document.to_string();
    let read = claim_review::read(&json).unwrap();
    assert!(1 < read.len() && read.len() < number, "{}", read.len());
    let (last, before) = read.split_last().unwrap();
    let error = last.as_ref().unwrap_err().to_string();
    assert!(error.contains("is left out"), "{error}");
    let held: usize = (before.iter())
        .map(|review| match review {
            Ok(read) => read.claim.len() + read.publisher.len(),
            Err(_) => size_of::<Result<Clarification, Error>>(),
        })
        .sum();
    let limit = 16 * json.len() + (1 << 20);
    assert!(held <= limit, "{held} of {limit}");
    // Not far below it either, as a review may share what is well-nigh the document.
    assert!(held > limit / 4, "{held} of {limit}");
}

#[test]
fn what_reviews_share_is_bounded_by_the_document() {
    let long = "suara ".repeat(10_000);
    let review = json!({"@type": "ClaimReview", "url": "u", "itemReviewed": {"@id": "#c"},
        "reviewRating": "Salah"});
    let claim = json!({"@id": "#c", "name": long});
    let number = 2_000;
    let nodes = [&vec![review; number][..], std::slice::from_ref(&claim)].concat();
    is_bounded(&json!({"@graph": nodes}), number);
    let review = json!({"url": "u", "textualRating": "Salah"});
    let answer = json!({"claims": [{"text": long, "claimReview": vec![review; number]}]});
    is_bounded(&answer, number);
    // Nor are errors held without end, or texts read for them.
    is_bounded(
        &json!({"claims": [{"claimReview": vec![json!({}); 50_000]}]}),
        50_000,
    );
    let broken = json!({"@type": "ClaimReview", "claimReviewed": {"@id": "#c"}});
    let nodes = [&vec![broken; number][..], &[claim]].concat();
    let read = claim_review::read(&json!({"@graph": nodes}).to_string()).unwrap();
    assert!(read.len() < number, "{}", read.len());
    // Reviews of their own are not: there is as much as the document has.
    let own = json!({"@type": "ClaimReview", "url": "u", "claimReviewed": long,
        "author": {"name": long}, "reviewRating": {"name": long}});
    assert_eq!(
        reviews(&Value::from(vec![own; 100]).to_string())
            .unwrap()
            .len(),
        100
    );
}

/// A text over the limit is refused as it stands, at the place where it is used.
#[test]
fn what_is_too_long_to_use_is_named() {
    let long = "<p>".repeat(30_000);
    let named = [json!({"@id": "#c", "name": long})];
    let review = json!({"claimReviewed": null, "itemReviewed": {"@id": "#c"}});
    let error = beside(&review, &named).unwrap_err().to_string();
    let told = "`@graph[0].itemReviewed.name` has 90000 bytes, at most 65536";
    assert!(error.contains(told), "{error}");
    let answer = json!({"claims": [{"text": long, "claimReview": [
        {"url": "u", "textualRating": "Salah"}, {"url": "v", "textualRating": "Salah"}]}]});
    for read in claim_review::read(&answer.to_string()).unwrap() {
        let error = read.unwrap_err().to_string();
        assert!(
            error.contains("`claims[0].text` has 90000 bytes"),
            "{error}"
        );
    }
}
