//! What the examples make of input that is not as it should be: what can be
//! answered is, and the rest is named.

mod program;

use std::io::Read;

use flate2::read::GzDecoder;
use hoaks::claims::{ClaimIndex, Clarification};
use program::{Folder, gzip, run};
use serde_json::{Value, json};

/// Half of a gzipped file, and how many whole lines can be read from it.
fn cut_short(content: &str) -> (Vec<u8>, usize) {
    let mut bytes = gzip(content);
    bytes.truncate(bytes.len() / 2);
    let mut read = Vec::new();
    assert!(GzDecoder::new(&bytes[..]).read_to_end(&mut read).is_err());
    let lines = read.iter().filter(|&&byte| byte == b'\n').count();
    let all = content.lines().count();
    assert!(0 < lines && lines < all, "{lines} of {all} lines");
    (bytes, lines)
}

/// Posts that need a look, each with words of its own.
fn posts() -> String {
    let word = |number: usize| format!("{:x}", number * 0x9E37_79B9 % 0xFFFF_FFFB);
    let post = |number: usize| {
        let words = [1, 2, 3, 4, 5].map(|at| word(number * 7 + at)).join(" ");
        format!("Gawat!!! VIRAL!!! KPU {words} sebarkan sebelum dihapus!!!\n")
    };
    (1..=100).map(post).collect()
}

#[test]
fn lines_before_a_break_are_answered_and_the_break_is_named() {
    let folder = Folder::new("cut");
    let (bytes, lines) = cut_short(&posts());
    let file = folder.file("posts.gz", &bytes);
    let claims = folder.file("claims", "{\"id\": 1, \"text\": \"KPU\"}\n");

    let ran = run("score", &["--input", &file], b"");
    assert_eq!(ran.status, 1, "{}", ran.err);
    let rows = ran.rows();
    assert_eq!(rows.len(), lines + 1);
    assert!(rows[..lines].iter().all(|row| row["hoax"].is_f64()));
    assert_eq!(rows[lines]["line"], lines + 1);
    assert!(
        rows[lines]["error"]
            .as_str()
            .unwrap()
            .contains("breaks off")
    );
    let place = format!("line {}: reading breaks off", lines + 1);

    let ran = run("match_claims", &["--claims", &claims], &bytes);
    assert_eq!((ran.status, ran.rows().len()), (1, lines + 1));
    assert_eq!(ran.rows()[lines]["line"], lines + 1);

    let ran = run("triage", &["--input", &file], b"");
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains(&place), "{}", ran.err);
    assert!(
        ran.err.contains(&format!("\n{lines} posts: ")),
        "{}",
        ran.err
    );

    let ran = run("explain", &[], &bytes);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains(&place), "{}", ran.err);
    let answers = ran.out.lines().filter(|it| it.starts_with("answer: "));
    assert_eq!(answers.count(), lines);
}

#[test]
fn records_before_a_break_in_a_table_are_answered() {
    let folder = Folder::new("cut-table");
    let (bytes, lines) = cut_short(&format!("text\n{}", posts()));
    let file = folder.file("posts.csv.gz", &bytes);
    let ran = run("score", &["--input", &file], b"");
    let rows = ran.rows();
    // The header is no record.
    assert_eq!((ran.status, rows.len()), (1, lines));
    assert_eq!(rows[lines - 1]["line"], lines);
    assert!(rows[..lines - 1].iter().all(|row| row["hoax"].is_f64()));
}

#[test]
fn where_half_a_file_is_no_answer_a_break_is_an_error() {
    let folder = Folder::new("cut-whole");
    let (bytes, _) = cut_short(&posts());
    let file = folder.file("posts.jsonl.gz", &bytes);
    run("audit", &[&file], b"").refused(&[&file]);
    run("evaluate", &["--input", &file], b"").refused(&[&file]);
}

const KNOWN: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";

/// What `match_claims` finds for a text among the claims in a file.
fn matched(claims: &str) -> (i32, Vec<Value>, String) {
    let ran = run("match_claims", &["--claims", claims], KNOWN.as_bytes());
    (ran.status, ran.rows(), ran.err)
}

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

/// Lies about an election point to the KPU, which spreads none.
#[test]
fn nobody_is_asked_to_block_the_state() {
    let folder = Folder::new("official");
    let claim = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let file = folder.file("claims", claim.to_string());
    for (link, action) in [
        ("", "review_takedown"),
        ("kpu.go.id", "review_takedown"),
        ("HTTPS://KPU.GO.ID/a?b=contoh.id", "review_takedown"),
        ("https://kpu.go.id contoh.id/a", "review_blocking"),
        ("https://kpu.go.id@contoh.id/a", "review_blocking"),
        ("https://contoh.id/kpu.go.id", "review_blocking"),
        ("https://kpu-go.id", "review_blocking"),
        (
            "https://www.mkri.id/putusan mkri.id tni.mil.id",
            "review_takedown",
        ),
        ("https://sengketa-mkri.id", "review_blocking"),
    ] {
        let text = format!("VIRAL!!! Sebarkan sebelum dihapus!!! {KNOWN} REZIM CURANG!!! {link}");
        let arguments = ["--claims", &file, "--base-rate", "0.99"];
        let rows = run("score", &arguments, text.as_bytes()).rows();
        assert_eq!(rows[0]["recommendation"]["action"], action, "{link}");
    }
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

/// No two ids become one, and none another one.
#[test]
fn a_number_of_many_digits_is_no_other_one() {
    const MANY: [&str; 3] = [
        "12345678901234567890123456789",
        "12345678901234567890123456780",
        "-9223372036854775809",
    ];
    let folder = Folder::new("digits");
    let line = |id: &&str| format!("{{\"id\": {id}, \"text\": \"{KNOWN}\"}}\n");
    let lines: String = MANY.iter().map(line).collect();
    let ran = run("score", &[], lines.as_bytes());
    let ids: Vec<Value> = ran.rows().iter().map(|row| row["id"].clone()).collect();
    assert_eq!((ran.status, ids), (0, MANY.map(Value::from).to_vec()));
    let (status, rows, err) = matched(&folder.file("claims", lines));
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(rows[0]["matches"].as_array().unwrap().len(), MANY.len());
    let ran = run("score", &[], br#"{"id": 1.5, "text": "KPU"}"#);
    assert_eq!(ran.rows()[0]["id"], 1.5);
    let largest = format!(r#"{{"id": {}, "text": "KPU"}}"#, u64::MAX);
    let ran = run("score", &[], largest.as_bytes());
    assert_eq!(ran.rows()[0]["id"], u64::MAX);
}

/// Whoever has read one name twice takes the last, and what nobody asked for costs nothing.
#[test]
fn other_fields_are_passed_over() {
    let line = br#"{"id": 1, "x": {"text": "no", "date": []}, "text": 2, "id": 7, "text": "KPU"}"#;
    let ran = run("score", &[], line);
    assert_eq!((ran.status, &ran.rows()[0]["id"]), (0, &7.into()));
    let alone = run("score", &[], br#"{"id": 7, "text": "KPU"}"#);
    assert_eq!(ran.out, alone.out);
}

/// However many threads answer, and wherever bad lines stand among them.
#[test]
fn answers_come_in_the_order_of_the_lines() {
    let folder = Folder::new("order");
    let claims = folder.file("claims", format!("{{\"id\": 1, \"text\": \"{KNOWN}\"}}\n"));
    let bad = |line: u64| line.is_multiple_of(77);
    let lines = 1..=9_000_u64;
    let input: Vec<u8> = (lines.clone())
        .flat_map(|line| match bad(line) {
            true => b"\xFF\n".to_vec(),
            false => format!("{KNOWN} {line}\n").into_bytes(),
        })
        .collect();
    for (name, arguments) in [
        ("score", &[][..]),
        ("match_claims", &["--claims", &claims]),
        ("tokenize", &[]),
    ] {
        let ran = run(name, arguments, &input);
        let rows = ran.rows();
        assert_eq!((ran.status, rows.len()), (1, 9_000), "{name}");
        for (line, row) in lines.clone().zip(&rows) {
            let is_right = match (bad(line), name) {
                (true, _) => row["line"] == line && row["error"].is_string(),
                (false, "tokenize") => {
                    let last = row["stems"].as_array().unwrap().last().unwrap();
                    last == line.to_string().as_str()
                }
                (false, _) => row["id"] == line,
            };
            assert!(is_right, "{name}: {row}");
        }
    }
}

/// Most lines of UTF-16 are UTF-8, and would be answered as other texts.
#[test]
fn a_file_in_another_encoding_is_refused_as_a_whole() {
    let folder = Folder::new("utf16");
    let units: Vec<u16> = "\u{FEFF}KPU\nviral\n".encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let [bare_little, bare_big] = [&little, &big].map(|bytes| bytes[2..].to_vec());
    for bytes in [little, big, bare_little, bare_big] {
        let file = folder.file("posts.txt", &bytes);
        run("score", &["--input", &file], b"").refused(&[&file, "UTF-16"]);
        run("explain", &[], &bytes).refused(&["standard input: ", "UTF-16"]);
    }
    // Of a spreadsheet, of today and of old.
    for bytes in [b"PK\x03\x04\x14\x00", b"\xD0\xCF\x11\xE0\xA1\xB1"] {
        let file = folder.file("posts.xlsx", bytes);
        run("triage", &["--input", &file], b"").refused(&[&file, "workbook", "CSV in UTF-8"]);
    }
    // Two bytes do not make a file UTF-16.
    let ran = run("score", &[], b"\xFF\xFE a\nKPU\n");
    assert_eq!((ran.status, ran.rows().len()), (1, 2));
}

/// Tables too, which standard input never is.
#[test]
fn explanations_and_matches_are_of_a_file_as_scores_are() {
    let folder = Folder::new("of-a-file");
    let table = folder.file("posts.csv", format!("id,text\np1,{KNOWN}\n"));
    let ran = run("explain", &["--input", &table], b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains(&format!("{KNOWN:?}")), "{}", ran.out);
    assert_eq!(ran.out, run("explain", &[KNOWN], b"").out);
    run("explain", &["--input", &table, KNOWN], b"").refused(&["TEXT and --input"]);
    run("explain", &["--input", &table, "--html", &table], b"").refused(&[&table]);
    let line = json!({"id": "cf-1", "claim": KNOWN, "verdict": "salah"});
    let claims = folder.file("claims", line.to_string());
    let ran = run(
        "match_claims",
        &["--claims", &claims, "--input", &table],
        b"",
    );
    assert_eq!(ran.rows()[0]["id"], "p1");
    assert_eq!(ran.rows()[0]["matches"][0][0], "cf-1");
}

#[test]
fn files_put_behind_one_another_are_read_as_each_alone() {
    let file = "\u{FEFF}{\"id\": \"a\", \"text\": \"KPU\"}\r\n";
    let ran = run("score", &[], file.repeat(2).as_bytes());
    let ids: Vec<Value> = ran.rows().iter().map(|row| row["id"].clone()).collect();
    assert_eq!((ran.status, ids), (0, vec![json!("a"), json!("a")]));
}

/// One of them would be lost.
#[test]
fn a_table_has_one_column_of_texts() {
    let folder = Folder::new("two-texts");
    let file = folder.file("posts.csv", "text,text\nKPU,Bawaslu\n");
    run("score", &["--input", &file], b"").refused(&[&file, "more than one column `text`"]);
}

/// Half of an emoji costs neither the text nor another character of it.
#[test]
fn half_of_a_surrogate_pair_is_one_character() {
    let folder = Folder::new("half");
    for (json, text) in [
        (r"KPU \ud83d", "KPU \u{FFFD}"),
        (r"\ude00 KPU", "\u{FFFD} KPU"),
        (
            r"\ud83d\ud83d\ude00 \\ud83d \u00e9",
            "\u{FFFD}\u{1F600} \\ud83d \u{E9}",
        ),
        (r"\uD83D\u0041\uDE00\n", "\u{FFFD}A\u{FFFD}\n"),
        (r"\ud83dé\ud83d", "\u{FFFD}é\u{FFFD}"),
    ] {
        let line = format!(r#"{{"id": 12345678901234567890123, "text": "{json}"}}"#);
        let file = folder.file("posts", &line);
        let ran = run("triage", &["--input", &file], b"");
        let whole = json!({"id": "12345678901234567890123", "text": text});
        let same = folder.file("whole", whole.to_string());
        let of_whole = run("triage", &["--input", &same], b"");
        assert_eq!((ran.status, ran.rows()), (0, of_whole.rows()), "{json}");
        let score = |line: &str| run("score", &[], line.as_bytes()).out;
        assert_eq!(score(&line), score(&whole.to_string()), "{json}");
    }
    for (line, problem) in [
        (r#"{"text": "\ud83d"#, "EOF"),
        (r#"{"text": "\ud83d", bad}"#, "column"),
        (r#"{"text": "\ud83"}"#, "escape"),
        (r#"{"text": "\"#, "EOF"),
    ] {
        let ran = run("score", &[], line.as_bytes());
        assert_eq!(ran.status, 1, "{line}");
        assert!(
            ran.rows()[0]["error"].as_str().unwrap().contains(problem),
            "{line}: {}",
            ran.out
        );
    }
}

/// Its lines would be scored as if somebody had posted them.
#[test]
fn a_json_array_is_no_text() {
    let folder = Folder::new("array");
    let rows = json!([{"text": "KPU"}]);
    for array in [rows.to_string(), format!("\u{FEFF}\n {rows:#}\n")] {
        let file = folder.file("posts.json", &array);
        for name in ["score", "triage", "evaluate"] {
            run(name, &["--input", &file], b"").refused(&[&file, "is a JSON array"]);
        }
        let packed = folder.file("posts.JSON.gz", gzip(&array));
        run("score", &["--input", &packed], b"").refused(&[&packed, "is a JSON array"]);
    }
    // A text may begin so.
    let file = folder.file("posts.txt", "[SALAH] KPU\n");
    assert_eq!(run("score", &["--input", &file], b"").status, 0);
    let file = folder.file("posts.json", "{\"text\": \"[KPU]\"}\n[SALAH] KPU\n");
    let ran = run("score", &["--input", &file], b"");
    assert_eq!((ran.status, ran.rows().len()), (0, 2));
}

#[test]
fn explain_tells_of_a_bad_line_in_its_place() {
    let ran = run("explain", &[], b"KPU\n{bad\nBawaslu\n");
    assert_eq!(ran.status, 1);
    let at = |part: &str| ran.out.find(part).unwrap_or_else(|| panic!("{part}"));
    assert!(at("\"KPU\"") < at("line 2: not JSON") && at("line 2:") < at("\"Bawaslu\""));
}

#[test]
fn claims_that_cannot_be_read_are_named() {
    let folder = Folder::new("no-claims");
    for path in [folder.path(""), folder.path("missing")] {
        run("score", &["--claims", &path], b"").refused(&[&path]);
        run("match_claims", &["--claims", &path], b"").refused(&[&path]);
    }
}
