//! What an audit swaps: the lists of names and the templates that it takes, and those
//! that it refuses.

mod common;
mod program;

use common::detector;
use hoaks::ErrorKind;
use hoaks::evaluate::{Audit, Form, Name};
use hoaks::features::NameClass;
use program::{Folder, run};
use serde_json::Value;

#[test]
fn the_bundled_lists_are_sound() {
    let list = include_str!("../datasets/neutrality-names.tsv");
    let names = Name::parse_list(list).unwrap();
    let lines = list.lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(names.len(), lines, "a line is not class, tab, name");
    for &class in NameClass::ALL {
        let of: Vec<&Name> = names.iter().filter(|name| name.class() == class).collect();
        let texts: std::collections::HashSet<&str> = of.iter().map(|name| name.text()).collect();
        assert!(of.len() >= 50, "{class:?}");
        assert_eq!(of.len(), texts.len(), "a name stands twice: {class:?}");
    }
    // Without names there is nothing to swap, but slots are looked at.
    let mut audit = Audit::new(detector(), &[]);
    let templates = common::rows(include_str!("../datasets/neutrality.jsonl"));
    for row in &templates {
        audit.template(&common::text(row, "text")).unwrap();
    }
    assert!(templates.len() >= 40);
}

#[test]
fn no_line_of_a_list_is_passed_over() {
    let list = "# remark\n\nperson\tJoko Widodo \r\n \nplace\tKota Baru\n";
    let names = Name::parse_list(list).unwrap();
    let read = names.iter().map(|name| (name.class(), name.text()));
    assert_eq!(
        read.collect::<Vec<_>>(),
        [
            (NameClass::Person, "Joko Widodo"),
            (NameClass::Place, "Kota Baru")
        ]
    );
    assert_eq!(Name::parse_list(""), Ok(vec![]));
    for bad in [
        "mayor\tBudi",
        "Budi",
        "person\t ",
        "Person\tBudi",
        "person Budi",
        // What stands in a third column would be swapped in as part of the name.
        "person\tBudi\tmenteri sejak 2024",
    ] {
        let error = Name::parse_list(&format!("# remark\nperson\tBudi\n{bad}\n?")).unwrap_err();
        let ErrorKind::Line { number, found, .. } = error.kind() else {
            panic!("{error}");
        };
        assert_eq!((*number, found.as_str()), (3, bad));
        assert!(
            error
                .to_string()
                .starts_with("line 3: expected a class (person,")
        );
    }
}

#[test]
fn a_template_without_a_slot_or_with_a_misspelt_one_is_refused() {
    let names = [Name::new(NameClass::Person, "Jokowi")];
    let mut audit = Audit::new(detector(), &names);
    for (template, named) in [
        ("Saksi menolak hasil", "Saksi menolak hasil"),
        ("", ""),
        ("{person", "{person"),
        ("{orang} menolak hasil", "{orang}"),
        ("{person} menolak hasil di {Place}", "{Place}"),
        ("{person} dan { person }", "{ person }"),
        ("{}", "{}"),
    ] {
        let error = audit.template(template).unwrap_err();
        let is_named = matches!(error.kind(), ErrorKind::Value { found, .. } if found == named);
        assert!(is_named, "{template}: {error}");
    }
    assert_eq!(audit.report().all.swaps, 0);
    audit.template("{person} dan {party}").unwrap();
    assert_eq!(audit.report().all.swaps, Form::ALL.len() as u64);
}

#[test]
fn an_audit_that_swaps_less_than_it_seems_to_is_none() {
    let folder = Folder::new("audit");
    let names = "\u{FEFF}person\tBudi Santosa\r\n\r\n# places\r\nplace\tKota Baru\r\n";
    let names = folder.file("names.tsv", names);
    let templates = folder.file("templates", "Kemarin {person} ditangkap di {place}\n");
    let audit = |more: &[&str]| {
        let given = ["--names", &names, "--templates", &templates, "--bound", "1"];
        run("audit", &[&given[..], more].concat(), b"")
    };
    // The mark of byte order costs no name.
    let ran = audit(&["--json", "-"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let known = report["reports"][0]["report"]["names"].as_array().unwrap();
    assert_eq!(known.len(), 2);
    for line in ["mayor\tBudi", "Budi", "person\t "] {
        let bad = folder.file("bad.tsv", format!("person\tBudi\n{line}\n"));
        audit(&["--names", &bad]).refused(&[&format!("{bad}: line 2: expected a class")]);
    }
    let nameless = folder.file("nameless", "Hujan turun sejak pagi\n");
    audit(&["--templates", &nameless]).refused(&["no name to swap"]);
    let ran = audit(&[&nameless]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.err.contains(&format!("{nameless}: there is no name")),
        "{}",
        ran.err
    );
    let idle = "Kemarin {person} ditangkap\n{\"id\": 1}\nKemarin {orang} ditangkap\n";
    for (idle, told) in [
        (idle.to_owned(), ["1 line without a text", "1 template is"]),
        (
            idle.repeat(2),
            ["2 lines without a text", "2 templates are"],
        ),
    ] {
        let ran = audit(&["--templates", &folder.file("idle", idle)]);
        assert_eq!(ran.status, 0);
        let [lines, are] = told;
        let are = format!("{are} left out; the first: expected a slot: {{person}}");
        assert!(
            ran.err.contains(lines) && ran.err.contains(&are),
            "{}",
            ran.err
        );
    }
    let bad = folder.file("bad", "{person} ditangkap\n");
    audit(&["--templates", &bad]).refused(&["line 1: not JSON", "no texts"]);
    audit(&["--rows", "0"]).refused(&["--rows"]);
    // So many rows are used, not about so many.
    let rows = folder.file("rows", "Kemarin Joko Widodo ditangkap\n".repeat(10));
    for (number, wanted) in [("1", 1), ("6", 6), ("9", 9), ("10", 10), ("11", 10)] {
        let ran = audit(&["--rows", number, "--json", "-", &rows]);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        // One name is swapped in for each.
        let swaps = &report["reports"][1]["report"]["all"]["swaps"];
        assert_eq!(swaps, wanted, "{number}");
    }
    audit(&["--bound", "NaN"]).refused(&["--bound"]);
    audit(&["--bound", "-1"]).refused(&["--bound"]);
}
