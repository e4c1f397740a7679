//! Files of claims, as the programs take them: what can be read is, and the rest is named.

mod program;

use hoaks::claims::{ClaimIndex, Clarification};
use program::{Folder, KNOWN, gzip, matched, run};
use serde_json::{Value, json};

#[test]
fn a_saved_index_is_a_file_of_claims() {
    let folder = Folder::new("saved");
    let mut index = ClaimIndex::new();
    index
        .add([Clarification::new("cf-1", KNOWN, "salah")])
        .unwrap();
    let saved = folder.path("saved");
    index.save(&saved).unwrap();
    let line = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let lines = folder.file("lines", line.to_string());
    let (status, rows, _) = matched(&saved);
    assert_eq!(status, 0);
    assert_eq!(rows[0]["matches"][0][0], "cf-1");
    assert_eq!(rows, matched(&lines).1);
    for claims in [&saved, &lines] {
        let row = &run("score", &["--claims", claims], KNOWN.as_bytes()).rows()[0];
        assert_eq!(row["clarification"]["id"], "cf-1");
    }
    let mut damaged = index.to_bytes().unwrap();
    damaged.pop();
    let damaged = folder.file("damaged", damaged);
    run("score", &["--claims", &damaged], b"").refused(&[&damaged]);
}

#[test]
fn claims_may_be_gzipped_or_begin_with_a_byte_order_mark() {
    let folder = Folder::new("marked");
    let line = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let line = line.to_string();
    let marked = format!("\u{FEFF}{line}\n").into_bytes();
    for (name, content) in [("claims", marked), ("claims.jsonl.gz", gzip(&line))] {
        let (status, rows, err) = matched(&folder.file(name, content));
        assert_eq!((status, err.as_str()), (0, ""), "{name}");
        assert_eq!(rows[0]["matches"][0][0], "cf-1", "{name}");
    }
}

#[test]
fn a_field_of_a_claim_that_is_no_string_is_not_taken_for_missing() {
    let folder = Folder::new("verdict");
    for (field, value) in [
        ("verdict", json!(true)),
        ("verdict", json!({"rating": 5})),
        ("correction", json!(0)),
        ("date", json!(2024)),
    ] {
        let mut claim = json!({"id": "cf-1", "claim": KNOWN, "verdict": "benar"});
        claim[field] = value;
        let file = folder.file("claims", format!("\n{claim}\n"));
        let (status, rows, err) = matched(&file);
        assert_eq!((status, rows[0]["matches"].clone()), (1, json!([])));
        let told = format!("{file}, line 2: `{field}` is not a string");
        assert!(err.contains(&told), "{err}");
    }
    let missing = json!({"id": "cf-1", "claim": KNOWN, "verdict": null});
    let file = folder.file("claims", missing.to_string());
    assert_eq!(matched(&file).0, 0);
}

/// As fact-checkers publish them: a document of several lines, or one a line.
#[test]
fn claims_may_be_reviews_of_schema_org() {
    let folder = Folder::new("reviews");
    let review = |url: &str| {
        json!({"@type": "ClaimReview", "url": url, "claimReviewed": KNOWN,
            "reviewRating": {"alternateName": "Salah"}})
    };
    let lacks = json!({"@type": "ClaimReview", "url": "https://example.org/2"});
    let graph = json!({"@context": "https://schema.org", "@graph": [review("a"), lacks]});
    let pretty = serde_json::to_string_pretty(&graph).unwrap();
    let lines = format!("{}\n\n{lacks}\n", json!([review("a"), review("b")]));
    for (content, at, found) in [
        (pretty.replace('\n', "\r\n"), ": claim: `@graph[1].", 1),
        (format!("\u{FEFF}\n{pretty}\n"), ": claim: `@graph[1].", 1),
        (graph.to_string(), ", line 1: claim: `@graph[1].", 1),
        (lines, ", line 3: claim: `", 2),
    ] {
        let file = folder.file("feed.json", content);
        let (status, rows, err) = matched(&file);
        assert_eq!(status, 1, "{err}");
        assert!(
            err.contains(&format!("{file}{at}claimReviewed` is missing")),
            "{err}"
        );
        let matches = rows[0]["matches"].as_array().unwrap();
        assert_eq!((&matches[0][0], matches.len()), (&json!("a"), found));
        let row = &run("score", &["--claims", &file], KNOWN.as_bytes()).rows()[0];
        assert_eq!(row["clarification"]["outcome"], "refuted");
    }
    let file = folder.file("feed.json", "[\n{\"id\": \"a\", \"claim\": \"KPU\"}\n]\n");
    let (status, _, err) = matched(&file);
    assert_eq!(status, 1);
    assert!(err.contains("no object is a `ClaimReview`"), "{err}");
}

#[test]
fn claims_may_be_answers_of_the_fact_check_api() {
    let folder = Folder::new("answers");
    let answer = json!({"claims": [{"text": KNOWN, "claimReview": [
        {"url": "a", "textualRating": "Salah"}, {"textualRating": "Salah"}]}]});
    let pretty = serde_json::to_string_pretty(&answer).unwrap();
    for (content, at) in [(answer.to_string(), ", line 1"), (pretty, "")] {
        let file = folder.file("answer.json", content);
        let (status, rows, err) = matched(&file);
        assert_eq!((status, &rows[0]["matches"][0][0]), (1, &json!("a")));
        let told = format!("{file}{at}: claim: `claims[0].claimReview[1].url` is missing");
        assert!(err.contains(&told), "{err}");
    }
}

/// In one document the half of an emoji would cost all reviews.
#[test]
fn half_of_a_surrogate_pair_costs_no_claim() {
    let folder = Folder::new("half-claims");
    let review = r#"{"@type": "ClaimReview", "url": "a", "claimReviewed": "CLAIM \ud83d",
        "reviewRating": {"alternateName": "Salah \ude00"}}"#;
    let review = review.replace("CLAIM", KNOWN);
    let line = r#"{"id": "a", "claim": "CLAIM \ud83d", "verdict": "Salah"}"#;
    for content in [
        format!("[{review},\n{review}]"),
        review.replace('\n', " "),
        line.replace("CLAIM", KNOWN),
    ] {
        let file = folder.file("claims", &content);
        let (status, rows, err) = matched(&file);
        assert_eq!(status, 0, "{err}");
        assert_eq!(rows[0]["matches"][0][0], "a", "{content}");
    }
}

/// Whoever publishes a claim chooses its id.
#[test]
fn no_claim_steers_the_terminal_of_who_asks_why() {
    let folder = Folder::new("steer");
    let id = "\u{1B}[2J\u{9B}31m\u{202E}cf";
    let claim = json!({"id": id, "claim": KNOWN, "verdict": "salah", "correction": id});
    let file = folder.file("claims", claim.to_string());
    let ran = run("explain", &[KNOWN, "--claims", &file], b"");
    assert!(ran.out.contains("\\u{202e}cf"), "{}", ran.out);
    let steers = |char: char| char.is_control() && char != '\n' || char == '\u{202E}';
    assert!(!ran.out.contains(steers), "{:?}", ran.out);
}

/// A line that is cut short does not make one document of those behind it.
#[test]
fn a_broken_first_line_costs_no_other() {
    let folder = Folder::new("broken-first");
    let line = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    for (first, problem) in [
        (&b"{\"id\": \"cf-0\", "[..], "not JSON"),
        (b"{\"id\": \"cf-\xFF\"}", "not UTF-8 at byte 11"),
    ] {
        let lines = [first, line.to_string().as_bytes()].join(&b'\n');
        let file = folder.file("claims", lines);
        let (status, rows, err) = matched(&file);
        assert_eq!(status, 1);
        assert_eq!(rows[0]["matches"][0][0], "cf-1");
        let told = format!("{file}, line 1: {problem}");
        assert!(err.contains(&told), "{err}");
    }
}

#[test]
fn a_claim_that_takes_the_place_of_another_is_named() {
    let folder = Folder::new("claims-twice");
    let line = |id: Value, claim| format!("{}\n", json!({"id": id, "claim": claim}));
    let lines = line(json!("1"), "KPU") + &line(json!(2), "Bawaslu") + &line(json!(1), KNOWN);
    let file = folder.file("claims", lines);
    let (status, rows, err) = matched(&file);
    let told = format!("{file}, line 3: takes the place of the claim \"1\" before it\n");
    assert_eq!((status, err), (0, told));
    assert_eq!(rows[0]["matches"][0][0], "1");
}

#[test]
fn claims_that_cannot_be_read_are_named() {
    let folder = Folder::new("no-claims");
    for path in [folder.path(""), folder.path("missing")] {
        run("score", &["--claims", &path], b"").refused(&[&path]);
        run("match_claims", &["--claims", &path], b"").refused(&[&path]);
    }
}

/// Fields of other names are passed over, also one that an answer of the API has.
#[test]
fn a_claim_may_have_a_field_called_claims() {
    let folder = Folder::new("own-claims");
    for claims in [json!(2), json!([{"text": "KPU"}])] {
        let line = json!({"id": "a", "claim": KNOWN, "verdict": "salah", "claims": claims});
        let file = folder.file("claims", line.to_string());
        let (status, rows, err) = matched(&file);
        assert_eq!(
            (status, &rows[0]["matches"][0][0]),
            (0, &json!("a")),
            "{err}"
        );
    }
    // A text stands for the claim.
    let line = json!({"id": "a", "text": KNOWN, "claims": 2});
    let file = folder.file("claims", line.to_string());
    assert_eq!(matched(&file).0, 0);
    // The last page of an answer has nothing in it.
    let file = folder.file("claims", "{}\n");
    assert_eq!(matched(&file).0, 1);
}
