//! Published fact-checks as schema.org has them, read.

use hoaks::claims::{ClaimIndex, Clarification, claim_review};
use hoaks::{Error, ErrorKind};
use proptest::prelude::*;
use serde_json::json;

/// What all reviews of a document say, or the first that is wrong.
fn reviews(json: &str) -> Result<Vec<Clarification>, Error> {
    claim_review::read(json)?.into_iter().collect()
}

#[test]
fn a_review_is_read_whole() {
    let read = reviews(
        r#"{"@context": "https://schema.org", "@type": "ClaimReview", "extra": [1],
        "url": "https://example.org/periksa/7", "datePublished": "2024-02-15T08:30:00+07:00",
        "claimReviewed": "Penghitungan suara dihentikan listrik padam",
        "author": {"@type": "Organization", "name": "Contoh Periksa"},
        "reviewRating": {"ratingValue": 1, "bestRating": 5, "alternateName": "Salah",
            "ratingExplanation": "Listrik hidup, penghitungan jalan terus."}}"#,
    )
    .unwrap();
    let one = &read[0];
    assert_eq!(read.len(), 1);
    assert_eq!(one.id, "https://example.org/periksa/7");
    assert_eq!(one.claim, "Penghitungan suara dihentikan listrik padam");
    assert_eq!(
        (one.verdict.as_str(), one.publisher.as_str()),
        ("Salah", "Contoh Periksa")
    );
    assert_eq!(one.correction, "Listrik hidup, penghitungan jalan terus.");
    assert_eq!(
        (one.date.as_str(), one.language.as_str()),
        ("2024-02-15", "id")
    );
}

/// A text that was cut in the middle of an emoji; JSON allows it, no string holds it.
#[test]
fn half_a_pair_of_surrogates_costs_no_review() {
    let review = |claim: &str| {
        format!(
            r#"{{"@type": "ClaimReview", "url": "{claim}", "claimReviewed": "{claim}",
            "reviewRating": {{"alternateName": "Salah"}}}}"#
        )
    };
    let claims = [
        r"kotak \ud83d",
        r"\uDE4F suara \ud83d\ude4f dicuri",
        r"\\ud83d \n\ud83d\ud83d\ude4f",
        "TPS tutup",
    ];
    let read = reviews(&format!("[{}]", claims.map(review).join(","))).unwrap();
    let read: Vec<&str> = read.iter().map(|review| &*review.claim).collect();
    let expected = [
        "kotak \u{FFFD}",
        "\u{FFFD} suara \u{1F64F} dicuri",
        "\\ud83d \n\u{FFFD}\u{1F64F}",
        "TPS tutup",
    ];
    assert_eq!(read, expected);
    assert!(claim_review::read(r#"["\ud83d""#).is_err());
}

#[test]
fn arrays_graphs_feeds_and_fallbacks_are_read() {
    let read = reviews(
        r#"[{"@type": "WebPage"}, {"@type": ["Review", "https://schema.org/ClaimReview"],
        "@id": "satu", "itemReviewed": {"name": "Kartu pemilih dijual"}, "datePublished": "Mei",
        "reviewRating": {"ratingValue": 2}, "author": "Tim"}]"#,
    )
    .unwrap();
    assert_eq!(read[0].claim, "Kartu pemilih dijual");
    assert_eq!(
        (read[0].verdict.as_str(), read[0].publisher.as_str()),
        ("2", "Tim")
    );
    assert_eq!(
        (read[0].correction.as_str(), read[0].date.as_str()),
        ("", "Mei")
    );
    let review = r#"{"@type": "ClaimReview", "url": "u",
        "claimReviewed": "c", "reviewRating": {"alternateName": "v"}}"#;
    for document in [
        format!(r#"{{"@graph": [{review}]}}"#),
        format!(r#"{{"@graph": {review}}}"#),
        format!(r#"{{"@type": "DataFeed", "dataFeedElement": [{{"item": [{review}]}}]}}"#),
    ] {
        assert_eq!(reviews(&document).unwrap()[0].id, "u", "{document}");
    }
}

/// Lists of list items, pages and articles about a review, as sites publish them.
#[test]
fn reviews_inside_pages_and_lists_are_read() {
    let review = r#"{"@type": "ClaimReview", "url": "u",
        "claimReviewed": "c", "reviewRating": {"alternateName": "v"}}"#;
    for document in [
        format!(r#"{{"@type": "ItemList", "itemListElement": [{{"item": {review}}}]}}"#),
        format!(r#"{{"@type": "WebPage", "mainEntity": {review}}}"#),
        format!(r#"{{"@type": "NewsArticle", "mainEntity": "x", "review": [{review}]}}"#),
    ] {
        assert_eq!(reviews(&document).unwrap()[0].id, "u", "{document}");
    }
}

/// JSON-LD 1.1, 4.2: a value with a type or a language is an object, and so is an
/// address; a language may be one of schema.org.
#[test]
fn values_that_are_written_as_objects_are_read() {
    let read = reviews(
        r#"{"@type": "ClaimReview", "url": {"@id": "https://example.org/1"},
        "claimReviewed": [{"@value": "TPS tutup", "@language": "id"},
            {"@value": "Polling stations closed", "@language": "en"}],
        "datePublished": {"@type": "Date", "@value": "2024-02-15"},
        "inLanguage": {"@type": "Language", "name": "Indonesian", "alternateName": "id"},
        "author": {"name": {"@value": "Tim"}}, "reviewRating": "Salah"}"#,
    )
    .unwrap();
    let mut expected = Clarification::new("https://example.org/1", "TPS tutup", "Salah");
    expected.url = expected.id.clone();
    expected.date = "2024-02-15".to_owned();
    expected.publisher = "Tim".to_owned();
    assert_eq!(read, [expected]);
}

fn one(claim: &str) -> Clarification {
    let json = serde_json::json!({"@type": "ClaimReview", "url": "u?a=1&amp;b=2",
        "claimReviewed": claim, "author": {"name": "A &amp; B"},
        "reviewRating": {"alternateName": "<b>Salah</b>",
            "ratingExplanation": "<p>Tidak&nbsp;benar.</p>"}});
    reviews(&json.to_string()).unwrap().remove(0)
}

/// What systems that write pages leave in their data.
#[test]
fn html_is_taken_out_of_what_is_matched_and_shown() {
    let read = one("c");
    assert_eq!(
        (read.verdict.as_str(), read.publisher.as_str()),
        ("Salah", "A & B")
    );
    assert_eq!(
        (read.correction.as_str(), read.url.as_str()),
        ("Tidak\u{A0}benar.", "u?a=1&amp;b=2")
    );
    for (written, claim) in [
        (
            "KPU &amp; Bawaslu &#8220;diam&#8221; &#x2013; kata warga",
            "KPU & Bawaslu “diam” – kata warga",
        ),
        (
            "<p>TPS <strong>7</strong><br/>tutup</p>\n<P CLASS=x>lagi</P>",
            "TPS 7 tutup \nlagi",
        ),
        (
            "<a href=\"https://example.org/\" target=_blank>TPS</a>nya",
            "TPSnya",
        ),
        ("caf&eacute; &hellip;&rsquo;", "café …’"),
        // Once: this was about the markup.
        ("tulis &lt;b&gt; dan &amp;amp;", "tulis <b> dan &amp;"),
        // No HTML, or none that formats text.
        (
            "a < b & c > d, x<y>, <3, AT&T, R&D;",
            "a < b & c > d, x<y>, <3, AT&T, R&D;",
        ),
        (
            "&#0; &#xD800; &#1114112; &#-1; &#+65; &;&#;&#x; &bogus;",
            "&#0; &#xD800; &#1114112; &#-1; &#+65; &;&#;&#x; &bogus;",
        ),
        // Numbers of control characters, which some meant for signs of Windows.
        (
            "2019&#150;2024 &#x9B;31m&#127;a&#10;b",
            "2019 2024  31m a b",
        ),
        ("tanpa akhir <p", "tanpa akhir <p"),
        ("<p <b>x</b>", "<p x"),
        ("é<b>é</b>&é;", "éé&é;"),
    ] {
        assert_eq!(one(written).claim, claim);
    }
    let empty = r#"{"@type": "ClaimReview", "url": "u", "claimReviewed": "<p></p>",
        "itemReviewed": {"name": "c"}, "reviewRating": {"alternateName": "v"}}"#;
    assert_eq!(reviews(empty).unwrap()[0].claim, "c");
}

/// A claim in markup is found like one without.
#[test]
fn markup_hides_no_claim() {
    let claim = "Ketua KPU Sukamaju menyimpan 300 surat suara di rumah istrinya";
    let marked = format!(
        "<p style=\"text-align: justify\"><a href=\"https://example.org/status/176\">{claim}</a></p>"
    );
    let mut index = ClaimIndex::new();
    index.add([one(&marked)]).unwrap();
    assert!(index.matches(claim, 1)[0].repeats());
}

/// 64 KiB of it in each of many reviews; quadratic time would not end.
#[test]
fn markup_without_an_end_takes_linear_time() {
    for part in ["<p ", "&#8", "<", "</a ", "&"] {
        let claim = part.repeat(60_000 / part.len());
        let review = serde_json::json!({"@type": "ClaimReview", "url": "u",
            "claimReviewed": claim, "reviewRating": {"alternateName": "v"}});
        let feed = serde_json::Value::from(vec![review; 200]).to_string();
        let read = reviews(&feed).unwrap();
        assert_eq!(read[0].claim, claim.trim());
    }
}

proptest! {
    #[test]
    fn any_claim_is_read(claim in "[<>/a-c&#;0-9x é😀\"=]{0,60}") {
        let json = serde_json::json!({"@type": "ClaimReview", "url": "u", "claimReviewed": claim,
            "reviewRating": {"alternateName": "v"}});
        let read = claim_review::read(&json.to_string()).unwrap();
        if let Ok(read) = &read[0] {
            prop_assert!(read.claim.len() <= claim.len());
        }
    }
}

#[test]
fn a_language_beside_the_claim_is_its_language() {
    let language = |claim: &str, more: &str| {
        let json = format!(
            r#"{{"@type": "ClaimReview", "url": "u", "claimReviewed": {claim}, {more}
            "reviewRating": {{"alternateName": "v"}}}}"#
        );
        reviews(&json).unwrap().remove(0).language
    };
    let english = r#"[{"@value": "Polling stations closed", "@language": "en"}, "TPS tutup"]"#;
    assert_eq!(language(english, ""), "en");
    assert_eq!(language(english, r#""inLanguage": "en-GB","#), "en-GB");
    assert_eq!(
        language(r#"{"@value": "TPS tutup", "@language": 3}"#, ""),
        "id"
    );
    assert_eq!(language(r#""TPS tutup""#, ""), "id");
}

/// Of what is missing it says what might stand there instead.
#[test]
fn what_would_do_in_place_of_what_is_missing_is_named() {
    for (review, others) in [
        (r#""url": "u", "claimReviewed": "c""#, "`ratingValue`"),
        (r#""url": "u""#, "`itemReviewed.name`"),
        ("\"x\": 0", "`@id`"),
    ] {
        let json = format!(r#"{{"@type": "ClaimReview", {review}}}"#);
        let error = reviews(&json).unwrap_err().to_string();
        assert!(error.contains(others), "{error}");
    }
}

/// `#review` or `_:b0` stands in every document of a site.
#[test]
fn a_name_within_a_document_is_no_id() {
    for (id, expected) in [
        ("#review", "https://example.org/1"),
        ("_:b0", "https://example.org/1"),
        (
            "https://example.org/1#review",
            "https://example.org/1#review",
        ),
    ] {
        let review = |url: &str| {
            let json = format!(
                r#"{{"@type": "ClaimReview", "@id": "{id}", {url} "claimReviewed": "c",
                "reviewRating": {{"alternateName": "v"}}}}"#
            );
            reviews(&json).unwrap().remove(0)
        };
        assert_eq!(review(r#""url": "https://example.org/1","#).id, expected);
        assert_eq!(review("").id, id);
    }
}

#[test]
fn the_day_of_a_time_or_of_a_date_with_a_zone_is_its_date() {
    for (published, date) in [
        ("2024-02-15", "2024-02-15"),
        ("2024-02-15T08:30:00.000Z", "2024-02-15"),
        ("2024-02-15t08:30:00Z", "2024-02-15"),
        ("2024-02-15 08:30", "2024-02-15"),
        ("2024-02-15+07:00", "2024-02-15"),
        ("2024-02-15Z", "2024-02-15"),
        ("2024-02", "2024-02"),
        ("Kamis, 15 Februari 2024", "Kamis, 15 Februari 2024"),
        ("2024-02-31T08:30", "2024-02-31T08:30"),
    ] {
        let read = reviews(&format!(
            r#"{{"@type": "ClaimReview", "url": "u", "claimReviewed": "c",
            "datePublished": "{published}", "reviewRating": {{"alternateName": "v"}}}}"#
        ))
        .unwrap();
        assert_eq!(read[0].date, date, "{published}");
    }
}

#[test]
fn a_review_that_cannot_be_used_costs_no_other() {
    let good = |url| {
        format!(
            r#"{{"@type": "ClaimReview", "url": "{url}", "claimReviewed": "c",
            "reviewRating": {{"alternateName": "v"}}}}"#
        )
    };
    let long = good("b").replace(r#""c""#, &format!("{:?}", "c".repeat(1 << 17)));
    let json = format!("[{}, 7, {long}, 8, null, {}]", good("a"), good("d"));
    let read = claim_review::read(&json).unwrap();
    // Of what is no object the first is enough.
    assert_eq!(read.len(), 4);
    let ids: Vec<&str> = read.iter().flatten().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a", "d"]);
    for (at, named) in [(1, "`[1]`"), (2, "`[2].claimReviewed`")] {
        let error = read[at].as_ref().unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}

#[test]
fn a_feed_may_begin_with_a_byte_order_mark() {
    let review = r#"{"@type": "ClaimReview", "url": "u", "claimReviewed": "c",
        "reviewRating": {"alternateName": "v"}}"#;
    let marked = reviews(&format!("\u{FEFF}{review}")).unwrap();
    assert_eq!(marked, reviews(review).unwrap());
}

#[test]
fn what_is_wrong_with_a_review_is_named() {
    for (json, field) in [
        ("{", "document"),
        ("3", "document"),
        ("{}", "@type"),
        (r#"{"@graph": 3}"#, "@graph"),
        (
            r#"{"@type": "ListItem", "item": "https://example.org/1"}"#,
            "@type",
        ),
        ("[1]", "[0]"),
        (r#"{"@type": "ClaimReview"}"#, "url"),
        (r#"{"@type": "ClaimReview", "url": "u"}"#, "claimReviewed"),
        (
            r#"{"@type": "ClaimReview", "url": "u", "claimReviewed": {}}"#,
            "claimReviewed",
        ),
        (
            r#"{"@type": "ClaimReview", "url": "u", "claimReviewed": "c"}"#,
            "reviewRating.alternateName",
        ),
        (
            r#"{"@type": "ClaimReview", "url": "u", "claimReviewed": "c",
                "reviewRating": {"alternateName": "v", "ratingExplanation": {}}}"#,
            "reviewRating.ratingExplanation",
        ),
        (
            r#"{"@graph": [{"@type": "ClaimReview", "url": "u", "claimReviewed": "c",
                "reviewRating": 3}]}"#,
            "@graph[0].reviewRating",
        ),
    ] {
        let error = reviews(json).unwrap_err();
        let ErrorKind::Claim { field: named, .. } = error.kind() else {
            panic!("{json}: {error}");
        };
        assert_eq!(named, field, "{json}");
    }
}

/// `ratingValue`, `bestRating` and `worstRating` as schema.org defines them.
#[test]
fn the_ends_of_a_rating_without_words_are_verdicts() {
    for (rating, verdict) in [
        (r#""ratingValue": 5, "bestRating": 5"#, "true"),
        (r#""ratingValue": "5""#, "true"),
        (r#""ratingValue": 5, "bestRating": 10"#, "5"),
        (r#""ratingValue": 1, "bestRating": "5""#, "false"),
        (r#""ratingValue": 1, "worstRating": 0"#, "1"),
        (r#""ratingValue": 0, "worstRating": 0"#, "false"),
        (r#""ratingValue": 4"#, "4"),
        (r#""ratingValue": "inf", "bestRating": "inf""#, "inf"),
        (
            r#""ratingValue": 5, "bestRating": 5, "worstRating": 5"#,
            "5",
        ),
        (r#""ratingValue": 5, "alternateName": "Salah""#, "Salah"),
        (r#""ratingValue": 1, "alternateName": " ""#, "false"),
        (r#""ratingValue": 2, "name": "Menyesatkan""#, "Menyesatkan"),
        (r#""name": "Rating", "alternateName": "Salah""#, "Salah"),
        (r#""ratingValue": 1, "name": " ""#, "false"),
    ] {
        let read = reviews(&format!(
            r#"{{"@type": "ClaimReview", "url": "u", "claimReviewed": "c",
            "reviewRating": {{{rating}}}}}"#
        ))
        .unwrap();
        assert_eq!(read[0].verdict, verdict, "{rating}");
    }
}

/// The page is all that names them, and none takes the place of another.
#[test]
fn claims_of_one_page_are_told_apart() {
    let review = |page: &str, claim: &str, name: &str| {
        json!({"@type": "ClaimReview", "url": page, "@id": name, "claimReviewed": claim,
               "reviewRating": {"alternateName": "Salah"}})
    };
    let feed = json!([
        review("https://a.id/1", "TPS tutup pagi", "#1"),
        review("https://a.id/1", "Kotak suara hilang", "#2"),
        review("https://a.id/2", "Kotak suara hilang", ""),
        review("https://a.id/1", "TPS tutup pagi", ""),
        review("https://a.id/1", "Surat suara palsu", ""),
        review("https://a.id/1", "Tinta habis", "https://a.id/1/tinta"),
    ]);
    let read = reviews(&feed.to_string()).unwrap();
    let ids: Vec<&str> = read.iter().map(|review| review.id.as_str()).collect();
    let expected = [
        "https://a.id/1",
        "https://a.id/1#2",
        "https://a.id/2",
        "https://a.id/1",
        "https://a.id/1#3",
        "https://a.id/1/tinta",
    ];
    assert_eq!(ids, expected);
}

/// What is not needed may be anything.
#[test]
fn the_name_of_a_rating_is_read_only_in_place_of_another() {
    let verdict = |rating: serde_json::Value| {
        let review = json!({"@type": "ClaimReview", "url": "https://a.id/1",
            "claimReviewed": "TPS tutup pagi", "reviewRating": rating});
        reviews(&review.to_string()).unwrap()[0].verdict.clone()
    };
    assert_eq!(
        verdict(json!({"alternateName": "Salah", "name": 7})),
        "Salah"
    );
    assert_eq!(verdict(json!({"name": "Salah", "ratingValue": 3})), "Salah");
    let telling_nothing = json!({"name": "Rating", "ratingValue": 1});
    assert_eq!(verdict(telling_nothing), "false");
    assert_eq!(verdict(json!({"name": "Rating"})), "Rating");
}
