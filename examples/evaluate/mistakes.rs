//! The texts that the model is most wrong about, and why.

use std::fmt::Write as _;

use hoaks::Detector;
use hoaks::detector::Evidence;

use crate::figures::{Mistake, Report};
use crate::html::escape;
use crate::rows::{Row, Rows};

/// Errors of each kind that are listed.
const ERRORS: usize = 8;
/// Characters of a text that are printed, and of one of its words.
const PRINTED: usize = 420;
const PRINTED_WORD: usize = 60;

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

/// The texts on the page.
pub fn show(page: &mut String, it: &Report<'_>) {
    if it.false_alarms.is_empty() && it.missed.is_empty() {
        return;
    }
    page.push_str("<h2>Where it is most wrong</h2><p>One text of each group. Words are shaded by what they add to the logit of the model named below: <mark class=\"up\" style=\"--a:.45\">red</mark> towards hoax, <mark class=\"down\" style=\"--a:.45\">blue and dotted</mark> away from it.");
    if it.held_out {
        page.push_str(
            " The probability is held out; the shading is by the finished model, which may have learned from the text.",
        );
    }
    page.push_str("</p>");
    for (title, mistakes) in [
        ("False alarms", &it.false_alarms),
        ("Missed hoaxes", &it.missed),
    ] {
        if !mistakes.is_empty() {
            let _ = write!(page, "<h3>{title}</h3>");
        }
        for mistake in mistakes {
            one(page, mistake);
        }
    }
}

fn one(page: &mut String, it: &Mistake) {
    let _ = write!(
        page,
        "<div class=\"mistake\"><p class=\"soft\">{} · {} · probability {:.2}{}</p><p>",
        escape(&it.id),
        escape(&it.genre),
        it.probability,
        if it.label_is_assumed {
            " · label assumed"
        } else {
            ""
        }
    );
    let strongest = it
        .words
        .iter()
        .fold(0.3_f64, |most, word| most.max(word.2.abs()));
    let mut printed = 0;
    for &(start, end, logit) in &it.words {
        if printed > PRINTED {
            page.push('…');
            break;
        }
        let word = printed_word(it, start, end);
        printed += word.chars().count() + 1;
        let shade = 0.6 * logit.abs() / strongest;
        if shade < 0.08 {
            let _ = write!(page, "{} ", escape(&word));
        } else {
            let class = if logit > 0.0 { "up" } else { "down" };
            let _ = write!(
                page,
                "<mark class=\"{class}\" style=\"--a:{shade:.2}\" title=\"{logit:+.2}\">{}</mark> ",
                escape(&word)
            );
        }
    }
    let mut strongest: Vec<&(usize, usize, f64)> = it.words.iter().collect();
    strongest.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    let words = strongest.iter().take(5).map(|(start, end, logit)| {
        let word = printed_word(it, *start, *end);
        format!("{} {logit:+.2}", escape(&word))
    });
    let style = it
        .style
        .iter()
        .map(|(name, logit)| format!("{name} {logit:+.2}"));
    let all: Vec<String> = words.chain(style).collect();
    let _ = write!(page, "</p><p class=\"soft\">{}</p></div>", all.join(" · "));
}

/// A word as far as it is printed: one may be as long as a text.
fn printed_word(it: &Mistake, start: usize, end: usize) -> String {
    let word = it.text.get(start..end).unwrap_or_default();
    match word.char_indices().nth(PRINTED_WORD) {
        Some((cut, _)) => format!("{}…", word.get(..cut).unwrap_or_default()),
        None => word.to_owned(),
    }
}
