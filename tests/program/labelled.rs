//! Labelled texts, and what the example `evaluate` makes of them.

use serde_json::{Value, json};

use super::{Folder, Ran, read, run};

/// Evaluates a file, with what it wrote as JSON if it came so far.
pub fn evaluate(folder: &Folder, input: &str, more: &[&str]) -> (Ran, Value) {
    let (html, json) = (folder.path("report.html"), folder.path("report.json"));
    let mut arguments = vec!["--input", input, "--html", &html, "--json", &json];
    arguments.extend(["--resamples", "100"]);
    arguments.extend(more);
    let ran = run("evaluate", &arguments, b"");
    let report = match ran.status {
        0 => serde_json::from_str(&read(&json)).unwrap(),
        _ => Value::Null,
    };
    (ran, report)
}

/// A row that is no near-duplicate of another.
pub fn row(number: usize, label: &Value) -> Value {
    let word = |at: usize| format!("{:x}", (number * 7 + at + 1) * 0x9E37_79B9 % 0xFFFF_FFFB);
    json!({
        "id": format!("row {number}"),
        "text": format!("KPU, \"{}\"", [1, 2, 3, 4, 5, 6].map(word).join(" ")),
        "label": label,
        "paper": (["Harian", "Mingguan"][number % 2]),
        "date": format!("202{}-01-0{}", number % 3, number % 9 + 1),
    })
}

pub fn labelled(count: usize) -> Vec<Value> {
    let labels = [json!("hoax"), json!("valid")];
    (0..count).map(|it| row(it, &labels[it / 2 % 2])).collect()
}

pub fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

/// What a report says of a genre.
pub fn genre<'r>(report: &'r Value, name: &str) -> &'r Value {
    let mut genres = report["genres"].as_array().unwrap().iter();
    genres.find(|it| it["name"] == name).unwrap()
}
