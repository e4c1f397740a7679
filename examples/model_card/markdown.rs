//! Figures and tables as Markdown.

use crate::common::figures::{Interval, signed};

/// A table; columns of words are set to the left, figures to the right.
pub fn table(head: &[&str], lines: impl IntoIterator<Item = Vec<String>>) -> String {
    let lines: Vec<Vec<String>> = lines.into_iter().collect();
    let is_word = |cell: &String| cell.starts_with(|c: char| c == '`' || c.is_alphabetic());
    let mut table = format!("| {} |\n|", head.join(" | "));
    for column in 0..head.len() {
        let words = lines
            .iter()
            .any(|line| line.get(column).is_some_and(is_word));
        table.push_str(if words || column == 0 {
            "---|"
        } else {
            "---:|"
        });
    }
    for line in lines {
        table.push_str(&format!("\n| {} |", line.join(" | ")));
    }
    table.push('\n');
    table
}

/// A figure and its interval.
pub fn figure(it: Option<Interval>) -> String {
    it.map_or("–".to_owned(), |it| {
        format!("{:.3} [{:.3}, {:.3}]", it.value, it.low, it.high)
    })
}

/// A gain or loss and its interval.
pub fn change(it: Option<Interval>) -> String {
    it.map_or("–".to_owned(), |it| {
        let [value, low, high] = [it.value, it.low, it.high].map(signed);
        format!("{value} [{low}, {high}]")
    })
}

/// A share and its interval, in per cent.
pub fn percent(it: Option<Interval>) -> String {
    it.map_or("–".to_owned(), |it| {
        let [value, low, high] = [it.value, it.low, it.high].map(|share| 100.0 * share);
        format!("{value:.1} % [{low:.1}, {high:.1}]")
    })
}
