//! What the example `evaluate` takes for labelled texts.

mod program;

use hoaks::evaluate::Attack;
use program::labelled::{evaluate, genre, labelled, lines, row};
use program::{Folder, gzip, read};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

#[test]
fn labels_may_be_in_any_letter_case_but_not_of_other_names() {
    let folder = Folder::new("labels");
    let labels = ["hoax", "HOAX", "Hoax", "valid", "VALID", "Valid", ""];
    let mut rows: Vec<Value> = (0..)
        .zip(labels)
        .map(|(n, it)| row(n, &json!(it)))
        .collect();
    rows.push(row(7, &Value::Null));
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, report) = evaluate(&folder, &file, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let counts = ["hoax", "valid", "unlabelled"].map(|it| report[it].as_u64().unwrap());
    assert_eq!(counts, [3, 3, 2]);

    for label in [json!("fake"), json!(1), json!(true), json!("hoax ")] {
        let rows = [row(0, &json!("hoax")), row(1, &label)];
        let file = folder.file("rows.jsonl", lines(&rows));
        let name = label.as_str().map_or(label.to_string(), str::to_owned);
        let place = format!("{file}, line 2: ");
        evaluate(&folder, &file, &[]).0.refused(&[&place, &name]);
    }
    let file = folder.file("rows.csv", "label,text\nhoax,KPU\nfake,KPU\n");
    let place = format!("{file}, record 2: ");
    evaluate(&folder, &file, &[]).0.refused(&[&place, "fake"]);
}

#[test]
fn rows_without_a_text_are_counted_and_lines_without_a_row_refused() {
    let folder = Folder::new("texts");
    let mut rows = labelled(4);
    rows.push(json!({"text": 42, "label": "hoax"}));
    rows.push(json!({"text": null, "label": "hoax"}));
    rows.push(json!({"label": "hoax"}));
    rows.push(json!({"text": "  ", "label": "hoax"}));
    // A blank line is no row.
    let file = folder.file("rows.jsonl", lines(&rows) + "\n  \n");
    let (ran, report) = evaluate(&folder, &file, &[]);
    assert_eq!((ran.status, &report["rows"]), (0, &json!(4)), "{}", ran.err);
    assert!(ran.err.contains("4 rows have no text"), "{}", ran.err);

    for bad in ["{not json", "[]", "hoax"] {
        let file = folder.file("rows.jsonl", lines(&labelled(2)) + bad + "\n");
        let place = format!("{file}, line 3: not ");
        evaluate(&folder, &file, &[]).0.refused(&[&place]);
    }
}

#[test]
fn a_table_in_gzip_with_a_byte_order_mark_is_judged_as_lines_are() {
    let folder = Folder::new("tables");
    let rows = labelled(12);
    let from_lines = folder.file("rows.jsonl", lines(&rows));
    let mut table = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    let columns = ["label", "text", "paper", "id", "date"];
    table.write_record(columns).unwrap();
    for row in &rows {
        let cells = columns.map(|it| row[it].as_str().unwrap());
        table.write_record(cells).unwrap();
    }
    let table = table.into_inner().unwrap();
    let packed = folder.file("rows.csv.gz", gzip(&table));
    let table = folder.file("rows.csv", table);
    let marked = folder.file("marked.jsonl", format!("\u{FEFF}{}", lines(&rows)));

    let fields = ["--by", "paper", "--by", "year", "--group", "date"];
    let figures = |file: &str| {
        let (ran, mut report) = evaluate(&folder, file, &fields);
        assert_eq!(ran.status, 0, "{file}: {}", ran.err);
        let inputs = report.as_object_mut().unwrap().remove("inputs").unwrap();
        (report, inputs[0]["sha256"].clone())
    };
    let (expected, _) = figures(&from_lines);
    assert_eq!(
        (&expected["hoax"], &expected["valid"]),
        (&json!(6), &json!(6))
    );
    let fields = expected["breakdowns"].as_array().unwrap();
    let fields: Vec<&Value> = fields.iter().map(|it| &it["field"]).collect();
    assert_eq!(fields, ["paper", "year"]);
    assert_eq!(figures(&marked).0, expected);
    assert_eq!(figures(&table).0, expected);
    assert_eq!(figures(&packed), figures(&table));
}

#[test]
fn a_field_that_is_asked_for_and_not_there_is_an_error() {
    let folder = Folder::new("fields");
    let file = folder.file("rows.jsonl", lines(&labelled(6)));
    for option in ["--by", "--group", "--genre"] {
        let problem = format!("{option} colour: no row has this field");
        evaluate(&folder, &file, &[option, "colour"])
            .0
            .refused(&[&problem]);
        assert_eq!(evaluate(&folder, &file, &[option, "paper"]).0.status, 0);
    }
    assert_eq!(evaluate(&folder, &file, &["--group", "none"]).0.status, 0);
    let undated = folder.file(
        "undated.jsonl",
        "{\"text\": \"KPU\", \"date\": \"14/02/2024\"}\n",
    );
    evaluate(&folder, &undated, &["--by", "year"])
        .0
        .refused(&["--by year: no `date` begins with a year"]);
    let dateless = folder.file("dateless.jsonl", "{\"text\": \"KPU\"}\n");
    evaluate(&folder, &dateless, &["--by", "year"])
        .0
        .refused(&["--by year: no row has a `date`"]);
    evaluate(&folder, &undated, &["--genre", "kind"])
        .0
        .refused(&["--genre kind: no row has this field"]);
    // The usual ones may be missing.
    assert_eq!(evaluate(&folder, &undated, &[]).0.status, 0);
}

#[test]
fn rows_of_one_group_are_told_so() {
    let folder = Folder::new("one-group");
    let mut rows = labelled(4);
    for (number, row) in rows.iter_mut().enumerate() {
        row["text"] = json!(format!(
            "Server KPU sudah diatur, sebarkan sebelum dihapus{}",
            "!".repeat(number)
        ));
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, _) = evaluate(&folder, &file, &[]);
    ran.refused(&["the 4 rows with a label are near-duplicates", "`dup_group`"]);
    // What it says helps.
    for (number, row) in rows.iter_mut().enumerate() {
        row["dup_group"] = json!(number);
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, report) = evaluate(&folder, &file, &[]);
    assert_eq!(
        (ran.status, &report["groups"]),
        (0, &json!(4)),
        "{}",
        ran.err
    );

    let mut rows = labelled(4);
    for row in &mut rows {
        row["topic"] = json!("server");
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, _) = evaluate(&folder, &file, &[]);
    ran.refused(&[
        "the 4 rows with a label belong together",
        "topic",
        "`--group`",
    ]);
    assert_eq!(evaluate(&folder, &file, &["--group", "none"]).0.status, 0);
}

/// One row that names its cluster does not answer for those that name none.
#[test]
fn near_duplicates_of_rows_without_a_cluster_are_found() {
    let folder = Folder::new("clusters");
    let mut rows = labelled(20);
    for (number, row) in rows.iter_mut().enumerate() {
        row["dup_group"] = json!(number);
    }
    // The same text as another, in another cluster and in none.
    rows[2]["text"] = rows[0]["text"].clone();
    rows[3]["text"] = rows[1]["text"].clone();
    let groups = |rows: &[Value]| {
        let (ran, report) = evaluate(&folder, &folder.file("rows.jsonl", lines(rows)), &[]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        report["groups"].as_u64().unwrap()
    };
    assert_eq!(groups(&rows), 20);
    rows[3].as_object_mut().unwrap().remove("dup_group");
    assert_eq!(groups(&rows), 19);
    rows[19]["dup_group"] = Value::Null;
    assert_eq!(groups(&rows), 19);
}

/// It costs its own figures, not those of others.
#[test]
fn a_genre_may_be_one_group() {
    let folder = Folder::new("one-group-genre");
    let mut rows = labelled(44);
    for row in &mut rows[..22] {
        row["topic"] = json!("server");
        row["kind"] = json!("post");
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, report) = evaluate(&folder, &file, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(genre(&report, "post")["roc"], Value::Null);
    assert!(genre(&report, "unknown")["roc"].is_object());
}

/// A genre's hoaxes and all harmless texts may be one group, too.
#[test]
fn hoaxes_are_set_against_harmless_genres() {
    let folder = Folder::new("stream");
    let mut rows = labelled(66);
    let (mixed, rest) = rows.split_at_mut(22);
    for row in rest.iter_mut() {
        let is_hoax = row["label"] == "hoax";
        row["kind"] = json!(if is_hoax { "claim" } else { "news" });
        row["topic"] = json!("server");
    }
    for row in mixed {
        row["kind"] = json!("post");
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    let (ran, report) = evaluate(&folder, &file, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(genre(&report, "claim")["stream"], Value::Null, "one group");
    assert_eq!(genre(&report, "news")["stream"], Value::Null, "no hoaxes");
    let post = &genre(&report, "post")["stream"];
    assert_eq!(post["harmless"], 1);
    assert!(post["roc"].is_object() && post["roc_of_others"].is_object());
}

#[test]
fn a_file_counts_once() {
    let folder = Folder::new("twice");
    let content = lines(&labelled(12));
    let (one, copy) = (
        folder.file("a.jsonl", &content),
        folder.file("b.jsonl", &content),
    );
    for other in [&one, &copy] {
        evaluate(&folder, &one, &["--input", other])
            .0
            .refused(&[other, "is the same as a.jsonl"]);
    }
}

#[test]
fn why_there_is_nothing_to_judge_is_said() {
    let folder = Folder::new("nothing");
    let file = folder.file("rows.jsonl", "{\"text\": 42}\n{\"text\": \"KPU\"}\n");
    let scores = folder.file("scores.jsonl", "");
    evaluate(&folder, &file, &["--scores", &scores])
        .0
        .refused(&["no rows to judge: 1 have no text, 1 have no held-out score"]);
    let file = folder.file("rows.jsonl", "\n");
    evaluate(&folder, &file, &[])
        .0
        .refused(&["no rows to judge: the inputs are empty"]);
}

/// Also where no figure needs them.
#[test]
fn a_number_of_resamples_is_refused_or_used() {
    let folder = Folder::new("resamples");
    let file = folder.file("rows.jsonl", "{\"text\": \"KPU\"}\n{\"text\": \"TPS\"}\n");
    for number in ["0", "99", "100001"] {
        let (ran, _) = evaluate(&folder, &file, &["--resamples", number]);
        ran.refused(&["--resamples", "100 to 100000"]);
    }
}

/// Whether sources have a table of their own or not.
#[test]
fn one_source_at_a_time_is_left_out() {
    let folder = Folder::new("sources");
    let mut rows = labelled(60);
    for (number, row) in rows.iter_mut().enumerate() {
        row["source"] = json!(number % 3);
    }
    let file = folder.file("rows.jsonl", lines(&rows));
    for by in ["source", "paper"] {
        let (ran, report) = evaluate(&folder, &file, &["--learning-curve", "--by", by]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let splits = report["learning"]["splits"].as_array().unwrap();
        let sources = splits.iter().find(|it| it["name"] == "One source left out");
        let about = sources.unwrap()["about"].as_str().unwrap();
        assert!(about.starts_with("3 sources"), "{about}");
        let tables = report["breakdowns"].as_array().unwrap();
        assert_eq!((tables.len(), &tables[0]["field"]), (1, &json!(by)));
    }
}

/// As `train --scores` writes them, or not at all.
#[test]
fn held_out_scores_are_whole() {
    let folder = Folder::new("scores");
    let rows = labelled(6);
    let file = folder.file("rows.jsonl", lines(&rows));
    let readings: Value = ["stripped", "surface", "no debunk words"]
        .into_iter()
        .chain(Attack::ALL.iter().map(|attack| attack.name()))
        .map(|name| (name.to_owned(), json!(-1.5)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let score = |row: &Value| {
        let text = Sha256::digest(row["text"].as_str().unwrap());
        let text: String = text.iter().map(|byte| format!("{byte:02x}")).collect();
        json!({
            "id": row["id"], "source": "posts", "label": row["label"], "group": 0, "fold": 1,
            "logit": -1.5, "probability": 0.2, "base_rate": 0.14, "readings": readings,
            "text_sha256": text,
        })
    };
    let scores: Vec<Value> = rows.iter().map(score).collect();
    let judged = |scores: &[Value]| {
        let scores = folder.file("scores.jsonl", lines(scores));
        evaluate(&folder, &file, &["--scores", &scores, "--group", "id"]).0
    };
    // All are of one group and fold, which leaves nothing to tell.
    judged(&scores).refused(&["the 6 rows with a label belong together"]);
    for (field, value, said) in [
        ("/fold", json!(1_u64 << 60), "`fold`"),
        ("/probability", json!(5), "`probability`"),
        ("/base_rate", json!(0), "`base_rate`"),
        ("/readings", json!({}), "no reading \"stripped\""),
    ] {
        let mut scores = scores.clone();
        *scores[2].pointer_mut(field).unwrap() = value;
        judged(&scores).refused(&["scores.jsonl, line 3", said]);
    }
    let twice = [&scores[..], &scores[1..2]].concat();
    judged(&twice).refused(&["scores.jsonl, line 7", "the same `id` and text"]);
    let mut scores = scores.clone();
    for (number, score) in scores.iter_mut().enumerate() {
        score["group"] = json!(number);
    }
    let ran = judged(&scores);
    assert_eq!(ran.status, 0, "{}", ran.err);
    // One fold has all, so that nothing is outside of it.
    assert!(ran.err.contains("no leak probe"), "{}", ran.err);
    // What has no label counts as what it was trained as.
    let bare: Vec<Value> = rows
        .iter()
        .map(|row| json!({"id": row["id"], "text": row["text"]}))
        .collect();
    let bare = folder.file("bare.jsonl", lines(&bare));
    let trained = folder.file("trained.jsonl", lines(&scores));
    let (ran, report) = evaluate(&folder, &bare, &["--scores", &trained, "--group", "id"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let counts = ["hoax", "valid", "assumed_valid", "unlabelled"].map(|name| &report[name]);
    assert_eq!(counts, [4, 2, 2, 0]);
    // Each paper has a row in each of three folds.
    for (number, score) in scores.iter_mut().enumerate() {
        score["fold"] = json!(number / 2);
    }
    let by_fold = folder.file("folds.jsonl", lines(&scores));
    for (group, straddling) in [("id", 0), ("paper", 6)] {
        let more = ["--scores", &by_fold, "--group", group];
        let (ran, report) = evaluate(&folder, &file, &more);
        assert_eq!(report["straddling"], straddling, "{}", ran.err);
        let note = format!("{straddling} rows were scored by fits that had seen others");
        assert_eq!(ran.err.contains(&note), straddling > 0, "{}", ran.err);
        let page = read(folder.path("report.html"));
        let promise = "by a fit that has not seen the text's group";
        assert_eq!(page.contains(promise), straddling == 0);
    }
    // Less than 0.9 by the least that there is is not in the bin from 0.9 on.
    for (probability, bin) in [
        (0.899_999_999_999_999_9, 17),
        (0.9, 18),
        (1.0, 19),
        (0.0, 0),
    ] {
        for score in &mut scores {
            score["probability"] = json!(probability);
        }
        let scores = folder.file("edge.jsonl", lines(&scores));
        let (ran, report) = evaluate(&folder, &file, &["--scores", &scores, "--group", "id"]);
        let shares = &report["genres"][0]["histogram_hoax"];
        assert_eq!(shares[bin], 1.0, "{probability}: {shares} {}", ran.err);
    }
}
