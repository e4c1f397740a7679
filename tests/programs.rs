//! The examples tell how they are used, refuse what they do not know, and write
//! over nothing that they read.

mod program;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use program::{Folder, program, read, run, spares};
use serde_json::json;

const PROGRAMS: [&str; 13] = [
    "audit",
    "evaluate",
    "explain",
    "heads",
    "match_claims",
    "model_card",
    "quickstart",
    "score",
    "service",
    "slang_table",
    "tokenize",
    "train",
    "triage",
];
const CLAIM: &str = "VIRAL!! Server KPU sudah diatur, sebarkan sebelum dihapus\n";

/// What stands at the top of a program's source, word by word.
fn top(name: &str) -> Vec<String> {
    let source = [
        format!("examples/{name}.rs"),
        format!("examples/{name}/main.rs"),
    ];
    let source = source.iter().find(|path| Path::new(path).exists()).unwrap();
    let source = read(source);
    let top: Vec<&str> = source
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .flat_map(|line| line.trim_start_matches("//!").split_whitespace())
        .filter(|word| !word.starts_with("```"))
        .collect();
    top.into_iter().map(str::to_owned).collect()
}

#[test]
fn help_is_what_stands_at_the_top() {
    for name in PROGRAMS {
        for arguments in [&["--help"][..], &["-h"], &["--no-such-option", "--help"]] {
            let help = run(name, arguments, b"");
            assert_eq!((help.status, help.err.as_str()), (0, ""), "{name}");
            assert!(help.out.contains(&format!("--example {name}")), "{name}");
            let words: Vec<&str> = help.out.split_whitespace().collect();
            assert_eq!(words, top(name), "{name}");
        }
    }
    // Behind `--` it is a text.
    let text = run("explain", &["--", "--help"], b"");
    assert_eq!(text.status, 0, "{}", text.err);
    assert!(text.out.contains("\"--help\""), "{}", text.out);
}

#[test]
fn an_unknown_argument_is_refused() {
    for name in PROGRAMS {
        let ran = run(name, &["--no-such-option"], CLAIM.as_bytes());
        let mut told = vec![name, "--no-such-option"];
        // That program reads its arguments itself.
        if name != "slang_table" {
            told.push("--help");
        }
        ran.refused(&told);
        assert_eq!(ran.out, "", "{name}");
    }
    for name in [
        "score",
        "service",
        "triage",
        "match_claims",
        "tokenize",
        "evaluate",
    ] {
        run(name, &["something"], CLAIM.as_bytes()).refused(&[name, "something"]);
    }
    run("triage", &["--most", "0"], b"").refused(&["--most"]);
}

/// Before anything is read.
#[test]
fn a_head_that_is_none_is_answered_with_all() {
    run("explain", &["--head", "hoaks"], b"").refused(&["`hoaks`", "hoax", "division", "after"]);
}

#[test]
fn quickstart_takes_texts() {
    let ran = run("quickstart", &[CLAIM.trim(), "Lain", "--", "--help"], b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for text in [CLAIM.trim(), "Lain", "--help"] {
        assert!(ran.out.contains(&format!("  {text:?}\n")), "{}", ran.out);
    }
    // Nothing of a text steers the terminal.
    let ran = run("quickstart", &["curang\u{1B}[2J\r\u{202E}"], b"");
    assert!(
        !ran.out.contains(['\u{1B}', '\r', '\u{202E}']),
        "{:?}",
        ran.out
    );
    let ours = run("quickstart", &[], b"");
    assert_eq!((ours.status, ours.out.matches(" %  ").count()), (0, 4));
    assert!(
        ours.out.contains("repeats clarification-0041: "),
        "{}",
        ours.out
    );
}

/// `| head -1` is no fault, and a full disk is told, both without a panic.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_no_more_ends_a_program() {
    let folder = Folder::new("unread");
    let rows = format!("{}\n", json!({"text": CLAIM, "label": "hoax"}));
    let rows = folder.file("rows.jsonl", rows);
    let claims = folder.file("claims.jsonl", "{\"id\": 1, \"text\": \"KPU\"}\n");
    let names = folder.file("names.tsv", "person\tBudi Santosa\n");
    let templates = folder.file("templates", "Kemarin {person} ditangkap\n");
    let (html, json) = (folder.path("a.html"), folder.path("a.json"));
    for (name, arguments) in [
        ("quickstart", &["KPU"][..]),
        ("score", &["--input", &rows]),
        ("triage", &["--input", &rows]),
        ("explain", &["KPU"]),
        ("match_claims", &["--claims", &claims]),
        ("tokenize", &[]),
        ("audit", &["--names", &names, "--templates", &templates]),
        (
            "audit",
            &["--names", &names, "--templates", &templates, "--json", "-"],
        ),
        (
            "evaluate",
            &["--input", &rows, "--html", &html, "--json", &json],
        ),
    ] {
        let (reader, unread) = std::io::pipe().unwrap();
        drop(reader);
        let full = fs::OpenOptions::new()
            .append(true)
            .open("/dev/full")
            .unwrap();
        let end = |output: Stdio| {
            let mut program = Command::new(program(name));
            let input = fs::File::open(&rows).unwrap();
            let program = program.args(arguments).stdin(input).stdout(output);
            let ran = program.output().unwrap();
            (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
        };
        let (status, error) = end(unread.into());
        assert_eq!(status, Some(141), "{name}: {error}");
        let is_told = error.contains("ipe") || error.contains("panicked");
        assert!(!is_told, "{name}: {error}");
        let (status, error) = end(full.into());
        assert_eq!(status, Some(2), "{name}: {error}");
        assert!(error.contains("No space"), "{name}: {error}");
    }
}

/// What needs no more than a line is told before the last one is read.
#[test]
fn answers_do_not_wait_for_all_of_the_input() {
    let folder = Folder::new("endless");
    let claims = folder.file("claims.jsonl", "{\"id\": 1, \"text\": \"KPU\"}\n");
    for (name, arguments) in [
        ("score", &[][..]),
        ("explain", &[]),
        ("tokenize", &[]),
        ("match_claims", &["--claims", &claims]),
    ] {
        let mut child = Command::new(program(name))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let lines = std::thread::spawn(move || while input.write_all(CLAIM.as_bytes()).is_ok() {});
        let mut first = String::new();
        output.read_line(&mut first).unwrap();
        assert!(!first.is_empty(), "{name}");
        drop(output);
        lines.join().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(141), "{name}");
    }
}

/// Nor does one panic where nobody hears what it has to say.
#[cfg(target_os = "linux")]
#[test]
fn an_error_that_cannot_be_told_is_in_the_status() {
    let folder = Folder::new("unheard");
    let bad = folder.file("bad", "{\n");
    for (name, arguments, status) in [
        ("triage", &[][..], 1),
        ("score", &[], 1),
        ("score", &["--no-such-option"], 2),
    ] {
        let full = fs::OpenOptions::new().append(true).open("/dev/full");
        let ran = Command::new(program(name))
            .args(arguments)
            .stdin(fs::File::open(&bad).unwrap())
            .stderr(full.unwrap())
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(status), "{name}");
    }
}

/// More than a pipe holds, before the last line is read.
#[test]
fn much_output_does_not_stop_the_input() {
    let input = CLAIM.repeat(5_000);
    let ran = run("tokenize", &[], input.as_bytes());
    assert_eq!((ran.status, ran.out.lines().count()), (0, 5_000));
}

#[test]
fn an_input_is_not_written_over_by_whatever_name() {
    let folder = Folder::new("same");
    let input = folder.file("posts.jsonl", CLAIM);
    let link = folder.path("posts-hard");
    fs::hard_link(&input, &link).unwrap();
    let mut names = vec![input.clone(), link, folder.path("./posts.jsonl")];
    #[cfg(unix)]
    {
        let link = folder.path("posts-soft");
        std::os::unix::fs::symlink(&input, &link).unwrap();
        names.push(link);
    }
    for program in ["score", "triage"] {
        for name in &names {
            let ran = run(program, &["--input", &input, "--output", name], b"");
            spares(&ran, &input, CLAIM);
        }
        // A file that is there and is not read is written over.
        let output = folder.file("output", "something longer than nothing");
        let ran = run(program, &["--input", &input, "--output", &output], b"");
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(read(&output).starts_with('{'), "{program}");
    }
}

#[test]
fn standard_input_is_not_written_over() {
    let folder = Folder::new("stdin");
    let input = folder.file("posts.jsonl", CLAIM);
    for (name, option) in [
        ("score", "--output"),
        ("triage", "--output"),
        ("explain", "--html"),
    ] {
        let ran = Command::new(program(name))
            .args([option, &input])
            .stdin(fs::File::open(&input).unwrap())
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(2), "{name}");
        assert_eq!(read(&input), CLAIM, "{name}");
    }
}

/// They would read what they wrote without end.
#[test]
fn standard_output_is_no_input() {
    let folder = Folder::new("stdout");
    let file = folder.file("posts.jsonl", CLAIM);
    let claims = folder.file("claims.jsonl", "{\"id\": 1, \"text\": \"KPU\"}\n");
    for (name, arguments) in [
        ("score", &["--input", &file][..]),
        ("score", &[]),
        ("triage", &["--input", &file]),
        ("tokenize", &[]),
        ("explain", &[]),
        ("match_claims", &["--claims", &claims]),
        ("audit", &[&file]),
        ("evaluate", &["--input", &file]),
    ] {
        let ran = Command::new(program(name))
            .args(arguments)
            .stdin(fs::File::open(&file).unwrap())
            .stdout(fs::OpenOptions::new().append(true).open(&file).unwrap())
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(2), "{name}");
        assert_eq!(read(&file), CLAIM, "{name}");
        let error = String::from_utf8(ran.stderr).unwrap();
        assert!(error.contains("standard output"), "{name}: {error}");
    }
}

#[test]
fn no_two_outputs_are_one_file() {
    let folder = Folder::new("outputs-apart");
    let rows = folder.file("rows.jsonl", "{\"text\": \"KPU\", \"label\": \"hoax\"}\n");
    let recipe = folder.file("recipe.json", read("datasets/recipe.json"));
    let place = folder.path("");
    let old = folder.file("old", "as it was");
    let hard = folder.path("hard");
    fs::hard_link(&old, &hard).unwrap();
    let new = folder.path("new");
    let mut pairs = vec![
        (old.clone(), old.clone()),
        (old.clone(), hard),
        (new.clone(), new.clone()),
        (new.clone(), folder.path("./new")),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("new", folder.path("to-new")).unwrap();
        symlink(&place, folder.path("here")).unwrap();
        pairs.push((folder.path("to-new"), new.clone()));
        pairs.push((new.clone(), folder.path("here/to-new")));
    }
    for (one, other) in &pairs {
        for arguments in [
            "evaluate --input ROWS --html ONE --json OTHER",
            "train --data PLACE --recipe RECIPE --out ONE --scores OTHER",
            "train --data PLACE --recipe RECIPE --scores ONE --figures OTHER",
            "train --data PLACE --recipe RECIPE --figures ONE --out OTHER",
        ] {
            let mut words = arguments.split(' ').map(|word| match word {
                "ROWS" => &rows,
                "PLACE" => &place,
                "RECIPE" => &recipe,
                "ONE" => one,
                "OTHER" => other,
                word => word,
            });
            let name = words.next().unwrap();
            let words: Vec<&str> = words.collect();
            run(name, &words, b"").refused(&[one, other, "output", "destroy"]);
            assert_eq!(read(&old), "as it was");
            assert!(!Path::new(&new).exists());
        }
    }
    let file = folder.path("folds.json");
    let words = ["--data", &place, "--recipe", &recipe, "--export", &place];
    run("train", &[&words[..], &["--out", &file]].concat(), b"").refused(&[&file, "of the output"]);
    let ran = Command::new(program("explain"))
        .args(["KPU", "--html", &old])
        .stdout(fs::OpenOptions::new().append(true).open(&old).unwrap())
        .status()
        .unwrap();
    assert_eq!(ran.code(), Some(2));
    assert_eq!(read(&old), "as it was");
    // What writes to a file only has standard output for it.
    #[cfg(target_os = "linux")]
    {
        let file = folder.file("stdout", "");
        let ran = Command::new(program("score"))
            .args(["--input", &rows, "--output", "/dev/stdout"])
            .stdout(fs::OpenOptions::new().append(true).open(&file).unwrap())
            .status()
            .unwrap();
        assert!(ran.success() && read(&file).starts_with('{'));
    }
    // What is kept apart is written.
    let (html, json) = (folder.path("a"), folder.path("b"));
    let words = ["--input", &rows, "--html", &html, "--json", &json];
    let ran = run("evaluate", &words, b"");
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(read(&html).starts_with("<!") && read(&json).starts_with('{'));
}

/// Not after minutes of training.
#[test]
fn where_nothing_can_be_written_is_told_first() {
    let folder = Folder::new("unwritable");
    let recipe = folder.file("recipe.json", read("datasets/recipe.json"));
    let place = folder.path("");
    let words = ["--data", &place, "--recipe", &recipe, "--out"];
    for out in [&place, &folder.path("missing/model")] {
        let ran = run("train", &[&words[..], &[out]].concat(), b"");
        ran.refused(&[out]);
        assert!(!ran.err.contains("reading"), "{}", ran.err);
    }
}

#[test]
fn nothing_else_that_is_read_is_written_over() {
    let folder = Folder::new("outputs");
    let rows = "{\"id\": \"a\", \"text\": \"Server KPU sudah diatur\", \"label\": \"hoax\"}\n";
    let file = folder.file("rows.jsonl", rows);
    for arguments in [
        "score --claims FILE --output FILE",
        "score --model FILE --output FILE",
        "score --calendar FILE --output FILE",
        "triage --calendar FILE --output FILE",
        "triage --claims FILE --output FILE",
        "explain text --claims FILE --html FILE",
        "audit FILE --json FILE",
        "audit --names FILE --json FILE",
        "audit --templates FILE --json FILE",
        "audit --model FILE --json FILE",
        "evaluate --input FILE --html FILE",
        "evaluate --input FILE --json FILE",
        "evaluate --input x --scores FILE --json FILE",
        "evaluate --input x --model FILE --html FILE",
        "model_card --training FILE --evaluation x --claims x --audit x --out FILE",
        "model_card --training x --evaluation x --claims x --audit x --template FILE --out FILE",
    ] {
        let mut words = arguments.split(' ');
        let name = words.next().unwrap();
        let words: Vec<&str> = words
            .map(|word| if word == "FILE" { &file } else { word })
            .collect();
        let ran = run(name, &words, b"");
        spares(&ran, &file, rows);
        assert!(ran.err.contains("destroy"), "{arguments}: {}", ran.err);
    }
}

#[test]
fn training_spares_its_recipe_and_data() {
    let folder = Folder::new("recipe");
    let recipe = read("datasets/recipe.json");
    let copy = folder.file("recipe.json", &recipe);
    let data = folder.file("apta_titles.jsonl", "");
    let own = ["weak_labels.tsv", "subjects.txt"].map(|name| folder.file(name, ""));
    let place = Path::new(&copy).parent().unwrap().to_str().unwrap();
    for option in ["--out", "--scores", "--figures"] {
        let own = own.iter().map(|file| (file, ""));
        for (file, content) in own.chain([(&copy, recipe.as_str()), (&data, "")]) {
            let arguments = ["--data", place, "--recipe", &copy, option, file];
            let ran = run("train", &arguments, b"");
            spares(&ran, file, content);
            assert!(ran.err.contains("destroy"), "{option}: {}", ran.err);
        }
    }
}

#[test]
fn what_is_no_model_is_named_and_called_so() {
    let folder = Folder::new("model");
    let text = folder.file("notes.txt", CLAIM);
    let card = folder.path("card.md");
    let words = ["--training", "x", "--evaluation", "x", "--claims", "x"];
    for name in ["score", "audit", "evaluate", "model_card"] {
        let mut arguments = vec!["--model", &text];
        match name {
            "evaluate" => arguments.extend(["--input", "datasets/claims.jsonl"]),
            "model_card" => {
                // Figures are read after the model.
                arguments.extend(words);
                arguments.extend(["--audit", "x", "--out", &card]);
            }
            _ => {}
        }
        run(name, &arguments, b"").refused(&[&text, "is no model of this crate"]);
    }
}
