//! What the examples make of input that is not as it should be: what can be
//! answered is, and the rest is named.

mod program;

use std::io::Read;

use flate2::read::GzDecoder;
use program::{Folder, KNOWN, gzip, matched, run};
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
