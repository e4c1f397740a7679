//! Markdown tables.

use std::fmt;

/// A heading and rows of cells; shown as nothing while it has no rows.
#[derive(Debug)]
pub struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// An empty table; the first column holds the names of the rows.
    #[must_use]
    pub fn new(title: &str, columns: impl IntoIterator<Item = String>) -> Self {
        Self {
            title: title.to_owned(),
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn push(&mut self, name: &str, cells: Vec<String>) {
        self.rows.push((name.to_owned(), cells));
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(f, "### {}\n", self.title)?;
        writeln!(f, "| | {} |", self.columns.join(" | "))?;
        writeln!(f, "|---|{}", "---:|".repeat(self.columns.len()))?;
        for (name, cells) in &self.rows {
            writeln!(f, "| {name} | {} |", cells.join(" | "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_markdown() {
        let mut table = Table::new("Speed", ["a".to_owned(), "b".to_owned()]);
        assert_eq!(table.to_string(), "");
        table.push("ours", vec!["1".to_owned(), "2".to_owned()]);
        assert_eq!(
            table.to_string(),
            "### Speed\n\n| | a | b |\n|---|---:|---:|\n| ours | 1 | 2 |\n"
        );
    }
}
