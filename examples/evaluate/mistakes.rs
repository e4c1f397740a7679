//! The texts that the model is most wrong about, and why.

use hoaks::Detector;
use hoaks::detector::Evidence;

use crate::figures::Mistake;
use crate::rows::{Row, Rows};

/// Errors of each kind that are listed.
const ERRORS: usize = 8;

/// The rows that the model is most wrong about, one of each group.
pub fn mistakes(detector: &Detector, rows: &Rows, label: bool) -> Vec<Mistake> {
    let mut wrong: Vec<usize> = (0..rows.rows.len())
        .filter(|&row| {
            let it = &rows.rows[row];
            it.label == Some(label) && (it.probability >= 0.5) != label
        })
        .collect();
    wrong.sort_by(|&a, &b| {
        let (a, b) = (rows.rows[a].probability, rows.rows[b].probability);
        if label {
            a.total_cmp(&b)
        } else {
            b.total_cmp(&a)
        }
    });
    let mut seen = Vec::new();
    wrong.retain(|&row| {
        let group = rows.groups[row];
        let is_new = seen.len() < ERRORS && !seen.contains(&group);
        if is_new {
            seen.push(group);
        }
        is_new
    });
    wrong
        .into_iter()
        .map(|row| mistake(detector, &rows.rows[row]))
        .collect()
}

fn mistake(detector: &Detector, row: &Row) -> Mistake {
    let explanation = detector.explain(&row.text);
    // What each byte adds, runs of characters being shared out over theirs.
    let mut bytes = vec![0.0; row.text.len()];
    for piece in &explanation.contributions {
        if let Evidence::Gram(_) = piece.evidence {
            let length = piece.span.len().max(1) as f64;
            for byte in &mut bytes[piece.span.clone()] {
                *byte += piece.logit / length;
            }
        }
    }
    let mut words = Vec::new();
    let mut start = 0;
    for word in row.text.split_inclusive(char::is_whitespace) {
        let end = start + word.trim_end().len();
        if end > start {
            words.push((start, end, bytes[start..end].iter().sum()));
        }
        start += word.len();
    }
    Mistake {
        id: row.id.clone(),
        genre: row.genre().to_owned(),
        label_is_assumed: row.is_assumed,
        probability: row.probability,
        text: row.text.clone(),
        words,
        style: (explanation.styles().into_iter())
            .map(|(style, logit)| (style.name(), logit))
            .collect(),
    }
}
