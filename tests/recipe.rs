//! Recipes that contradict themselves or their data are refused, and what they read is
//! understood or named.

mod program;

use program::{Folder, Ran, read, run, spares};
use serde_json::{Value, json};

const CLAIM: &str = "VIRAL!! Server KPU sudah diatur, sebarkan sebelum dihapus\n";

#[test]
fn what_the_recipe_does_not_have_is_not_left_out_in_silence() {
    for (option, name) in [("--head", "hoaks"), ("--without", "tweets.jsonl")] {
        let ran = run("heads", &["--data", "/nowhere", option, name], b"");
        ran.refused(&[&format!("{option} {name}: no such")]);
    }
}

#[test]
fn a_fit_weighs_what_there_is_and_subjects_on_both_sides() {
    let folder = Folder::new("masses");
    let recipe = read("datasets/recipe.json");
    for (given, instead, said) in [
        (
            r#""articles": [600"#,
            r#""article": [600"#,
            "`article`, which is no source",
        ),
        (
            r#""subjects": [200, 200]"#,
            r#""subjects": [200, 0]"#,
            "`subjects` by label",
        ),
        (
            r#""subjects": "subjects.txt","#,
            "",
            "`subjects`, which is no source",
        ),
    ] {
        assert!(recipe.contains(given));
        let changed = folder.file("recipe.json", recipe.replacen(given, instead, 1));
        let place = folder.path("");
        run("train", &["--data", &place, "--recipe", &changed], b"").refused(&[said]);
    }
}

/// A recipe that learns from one file, with these changes.
fn train(folder: &Folder, change: impl Fn(&mut Value), more: &[&str]) -> Ran {
    let mut recipe = json!({
        "name": "small", "about": "a test",
        "features": {"bits": 10, "scales": [4, 2, 1]},
        "fits": [{"factor": 1.0, "c": 2.0, "tolerance": 1e-4, "max_epochs": 1000, "seed": 1,
            "masses": {"rows.jsonl": [1, 1]}}],
        "calibration": {"folds": 3, "seed": 1, "base_rate": 0.14},
        "abstain": [0.3, 0.6],
        "sources": [{"file": "rows.jsonl", "labels": ["hoax", "valid"], "group": "topic",
            "calibrate": true}],
    });
    change(&mut recipe);
    let rows = (0..60).map(|it| {
        let label = ["hoax", "valid"][it % 2];
        let word = ["sebarkan", "rapat"][usize::from(it % 5 == 0) ^ (it % 2)];
        let dates = ["2024-01-31T09:00", "2024-02-30", "besok", "2023-12-01"];
        let text = format!("{word} nomor {it}");
        let row = json!({"text": text, "label": label, "topic": format!("{}", it / 4),
            "number": it / 4, "date": dates[it % 4]});
        format!("{row}\n")
    });
    folder.file("rows.jsonl", rows.collect::<String>());
    let recipe = folder.file("recipe.json", recipe.to_string());
    let place = folder.path("");
    let given = ["--data", &place, "--recipe", &recipe];
    run("train", &[&given[..], more].concat(), b"")
}

#[test]
fn a_recipe_that_makes_no_sense_is_refused_before_the_work() {
    let folder = Folder::new("senseless");
    for (place, value, said) in [
        ("/calibration/base_rate", json!(0), "`base_rate` 0"),
        ("/calibration/base_rate", json!(2), "`base_rate` 2"),
        ("/abstain", json!([0.9, 0.1]), "`abstain` 0.9 and 0.1"),
        ("/abstain", json!([-1, 7]), "`abstain` -1 and 7"),
        (
            "/fits/0/masses/rows.jsonl",
            json!([-1, 1]),
            "a mass of `rows.jsonl`",
        ),
        (
            "/sources/0/labels",
            json!(["hoax", "Valid"]),
            "of which no row is valid",
        ),
        (
            "/sources/0/calibrate",
            json!(false),
            "no source has `calibrate`",
        ),
        // These would be on both sides of every fold.
        ("/sources/0/group", json!("subject"), "\"subject\""),
        ("/sources/0/group", json!("number"), "\"number\""),
    ] {
        let change = |recipe: &mut Value| *recipe.pointer_mut(place).unwrap() = value.clone();
        let ran = train(&folder, change, &[]);
        ran.refused(&[said]);
        assert!(!ran.err.contains("fitting"), "{}", ran.err);
    }
}

/// Neither a table nor a mark of byte order or a gzip changes what is learned.
#[test]
fn rows_may_be_a_table() {
    let folder = Folder::new("tables");
    let out = folder.path("model");
    let lines = train(&folder, |_| (), &["--out", &out]);
    assert_eq!(lines.status, 0, "{}", lines.err);
    let rows = read(folder.path("rows.jsonl"));
    let mut table = "topic,label,id,date,text\n".to_owned();
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let field = |name: &str| row[name].as_str().unwrap().to_owned();
        let (topic, label, text) = (field("topic"), field("label"), field("text"));
        table += &format!("{topic},{label},,{},\"{text}\"\n", field("date"));
    }
    folder.file("rows.csv", &table);
    folder.file("marked.jsonl", format!("\u{FEFF}{rows}"));
    folder.file("rows.jsonl.gz", program::gzip(&rows));
    for name in ["rows.csv", "marked.jsonl", "rows.jsonl.gz"] {
        let change = |recipe: &mut Value| {
            recipe["sources"][0]["file"] = json!(name);
            recipe["sources"][0]["part"] = json!("rows.jsonl");
        };
        let ran = train(&folder, change, &[]);
        assert_eq!(
            (ran.status, &ran.out),
            (0, &lines.out),
            "{name}: {}",
            ran.err
        );
    }
    folder.file("rows.csv", table + "a,b,c,d,e,f\n");
    let change = |recipe: &mut Value| {
        recipe["sources"][0]["file"] = json!("rows.csv");
        recipe["sources"][0]["part"] = json!("rows.jsonl");
    };
    train(&folder, change, &[]).refused(&["rows.csv, row 61: 6 fields"]);
}

#[test]
fn no_genre_of_one_label_calibrates() {
    let folder = Folder::new("one-label");
    let rows = (0..20).map(|it| json!({"text": format!("rapat {it}"), "label": "valid"}));
    let rows: String = rows.map(|row| format!("{row}\n")).collect();
    folder.file("more.jsonl", rows);
    let change = |recipe: &mut Value| {
        recipe["sources"][0]["calibrate"] = json!(false);
        let more = json!({"file": "more.jsonl", "labels": ["valid"], "calibrate": true});
        recipe["sources"].as_array_mut().unwrap().push(more);
    };
    let ran = train(&folder, change, &[]);
    ran.refused(&["`calibrate` has rows of both labels"]);
    assert!(!ran.err.contains("fitting"), "{}", ran.err);
}

/// A report names a model, and held-out scores are of a recipe.
#[test]
fn scores_of_another_recipe_are_not_taken_for_the_models() {
    let folder = Folder::new("other-recipe");
    let (model, scores) = (folder.path("model"), folder.path("scores"));
    let ran = train(&folder, |_| (), &["--out", &model, "--scores", &scores]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    // The texts are hardly told apart: their topics are, and are all that belongs together.
    let rows = read(folder.path("rows.jsonl")).replace("\"topic\"", "\"dup_group\"");
    let rows = folder.file("judged.jsonl", rows);
    let (html, json) = (folder.path("h"), folder.path("j"));
    let given = [
        &["--input", &rows, "--scores", &scores][..],
        &["--html", &html, "--json", &json],
    ];
    let given = given.concat();
    let told = |more: &[&str]| {
        let ran = run("evaluate", &[&given[..], more].concat(), b"");
        assert_eq!(ran.status, 0, "{}", ran.err);
        ran.err.contains("not of the recipe of")
    };
    assert!(told(&[]));
    assert!(!told(&["--model", &model]));
}

#[test]
fn the_newest_date_is_a_day() {
    let folder = Folder::new("newest");
    let out = folder.path("model");
    let ran = train(&folder, |_| (), &["--out", &out]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let model = hoaks::Model::load(out).unwrap();
    assert_eq!(model.card().cut_off, "2024-01-31");
}

#[test]
fn a_label_that_is_no_string_is_none_and_not_absent() {
    let folder = Folder::new("labels");
    let more = ["true", "1", "null", "\"maybe\""]
        .map(|label| format!("{{\"text\": \"lagi\", \"label\": {label}, \"topic\": \"more\"}}\n"));
    folder.file("more.jsonl", more.concat());
    let change = |recipe: &mut Value| {
        let mut source = recipe["sources"][0].clone();
        source["file"] = json!("more.jsonl");
        source["unlabelled"] = json!("valid");
        recipe["sources"].as_array_mut().unwrap().push(source);
    };
    let ran = train(&folder, change, &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let used = ran.out.lines().find(|line| line.starts_with("more.jsonl"));
    let used: Vec<&str> = used.unwrap().split_whitespace().collect();
    assert_eq!(used, ["more.jsonl", "0", "1", "3"]);
}

#[test]
fn a_label_of_no_row_is_named_by_its_line() {
    let folder = Folder::new("nameless");
    folder.file("read.jsonl", "{\"id\": \"a\"}\n{\"election\": true}\n");
    for field in ["annotations", "labelled"] {
        let change = |recipe: &mut Value| recipe[field] = json!("read.jsonl");
        train(&folder, change, &[]).refused(&["read.jsonl, line 2: no `id`"]);
    }
}

#[test]
fn what_refutes_is_not_written_over() {
    let folder = Folder::new("refuted");
    let change = |recipe: &mut Value| {
        recipe["parts"] = json!([{"part": "claims", "files": [], "label": "yes",
            "refuted_by": "refutations.jsonl"}]);
    };
    let file = folder.file("refutations.jsonl", CLAIM);
    let ran = train(&folder, change, &["--out", &file]);
    spares(&ran, &file, CLAIM);
}

/// A head learns from a claim beside its refutation, which nobody wrote.
#[test]
fn figures_of_a_head_count_no_copies() {
    let folder = Folder::new("copies");
    let rows = (0..40).map(|it| {
        let kind = ["debunk", "other", "other", "other"][it % 4];
        let word = ["klarifikasi", "kabar"][usize::from(it % 4 > 0)];
        format!(
            "{}\n",
            json!({"text": format!("{word} nomor {it}"), "kind": kind})
        )
    });
    folder.file("more.jsonl", rows.collect::<String>());
    let refutation = json!({"split": "train", "label": "debunk", "text": "Itu tidak benar."});
    folder.file("refutations.jsonl", format!("{refutation}\n"));
    let change = |recipe: &mut Value| {
        recipe["parts"] = json!([{"part": "claims", "files": ["more.jsonl"],
            "label": {"field": "kind"}, "refuted_by": "refutations.jsonl"}]);
        let mut fit = recipe["fits"][0].clone();
        fit["masses"] = json!({"claims": [1, 1]});
        recipe["heads"] = json!([{"name": "debunk", "fits": [fit], "abstain": [0.3, 0.7],
            "calibration": {"folds": 4, "seed": 1, "base_rate": 0.3}}]);
    };
    let figures = folder.path("figures.json");
    let ran = train(&folder, change, &["--figures", &figures]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let figures: Value = serde_json::from_str(&read(&figures)).unwrap();
    let head = &figures["heads"][0];
    assert_eq!((&head["rows"], &head["share"]), (&json!(40), &json!(0.25)));
    let counts = ran.out.lines().find(|line| line.contains("debunk: claims"));
    let counts = counts.unwrap().replace(',', " ");
    assert!(
        counts.contains("/10 ") && counts.contains("/30 "),
        "{counts}"
    );
}
