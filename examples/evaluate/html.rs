//! The report as one page that needs nothing else.

use std::fmt::Write as _;

use hoaks::evaluate::{Comparison, Estimate};

use crate::common::figures::{WITHIN, signed};
use crate::common::thousands;
use crate::figures::{Breakdown, Figure, Genre, Leak, Reading, Report};
use crate::learning::Learning;
use crate::metrics::PRECISION;
use crate::mistakes;
use crate::mixture::FALSE_ALARMS;
use crate::plots::{curves, learning_curve};
use crate::svg::{histogram, whisker};

/// `text` for content and for values in double quotes. What no page may hold is shown
/// as a replacement.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        let is_none = matches!(c, '\u{FDD0}'..='\u{FDEF}') || c as u32 & 0xFFFE == 0xFFFE;
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            _ if c.is_control() || is_none => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A figure and its interval in words.
pub fn estimate(it: &Estimate) -> String {
    format!("{:.3} [{:.3}, {:.3}]", it.value, it.low, it.high)
}

fn cell(it: &Estimate) -> String {
    format!(
        "{:.3} <small>[{:.3}, {:.3}]</small>",
        it.value, it.low, it.high
    )
}

fn percent(share: Option<&Estimate>) -> String {
    share.map_or("–".to_owned(), |it| {
        format!(
            "{:.1} %<br><small>[{:.1}, {:.1}]</small>",
            100.0 * it.value,
            100.0 * it.low,
            100.0 * it.high
        )
    })
}

pub fn page(it: &Report<'_>) -> String {
    let mut page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{0}</title><style>{1}</style></head><body><h1>{0}</h1>",
        escape(&it.title),
        include_str!("page.css")
    );
    lead(&mut page, it);
    if !it.warnings.is_empty() {
        page.push_str("<div class=\"warn\"><b>Read this first</b><ul>");
        for warning in &it.warnings {
            let _ = write!(page, "<li>{}</li>", escape(warning));
        }
        page.push_str("</ul></div>");
    }
    if !it.headline.is_empty() {
        headline(&mut page, &it.headline);
        curves(&mut page, it);
        readings(&mut page, &it.readings);
    }
    genres(&mut page, &it.genres);
    among_others(&mut page, &it.genres);
    within(&mut page, &it.genres);
    if let Some(leak) = &it.leak {
        probe(&mut page, leak);
    }
    if let Some(learning) = &it.learning {
        learned(&mut page, learning);
    }
    if !it.breakdowns.is_empty() {
        page.push_str("<h2>Part by part</h2>");
        for breakdown in &it.breakdowns {
            parts(&mut page, breakdown);
        }
    }
    mistakes::show(&mut page, it);
    foot(&mut page, it);
    page.push_str("</body></html>\n");
    page
}

fn lead(page: &mut String, it: &Report<'_>) {
    let _ = write!(
        page,
        "<p class=\"soft\">{} texts: {} hoaxes, {} others ({} of them assumed), {} without a label, in {} independent groups ({}). {}</p>",
        thousands(it.rows),
        thousands(it.hoax),
        thousands(it.valid),
        thousands(it.assumed_valid),
        thousands(it.unlabelled),
        thousands(it.groups),
        escape(if it.grouped_by.is_empty() {
            "each row alone"
        } else {
            it.grouped_by
        }),
        match (it.held_out, it.straddling) {
            (true, 0) => "Every score is by a fit that has not seen the text's group.",
            (true, _) => "Every score is by a fit that has not seen the text.",
            (false, _) => "Scored by the finished model.",
        }
    );
    let find = |name: &str| it.headline.iter().find(|figure| figure.name == name);
    if let (Some(roc), Some(found), Some(flagged)) = (
        find("ROC area"),
        find("Hoaxes found"),
        find("Others flagged"),
    ) {
        let in_hundred = |figure: &Figure| 100.0 * figure.estimate.value;
        let right = match find(PRECISION) {
            Some(right) => format!(
                "of a hundred flags in these texts, {:.0} are hoaxes",
                in_hundred(right)
            ),
            None => "it flags none of these texts".to_owned(),
        };
        let _ = write!(
            page,
            "<p class=\"lead\">Shown one hoax and one other text, the model ranks them rightly {:.0} times in a hundred (95 % interval {:.0} to {:.0}); chance is 50. At a probability of one half it finds {:.0} of a hundred hoaxes and flags {:.1} of a hundred other texts; {right}. It judges wording, not facts: a flag is a reason for a person to look.</p>",
            in_hundred(roc),
            100.0 * roc.estimate.low,
            100.0 * roc.estimate.high,
            in_hundred(found),
            in_hundred(flagged),
        );
    }
}

fn headline(page: &mut String, figures: &[Figure]) {
    page.push_str("<div class=\"tiles\">");
    for figure in figures.iter().take(4) {
        let _ = write!(
            page,
            "<div class=\"tile\"><span>{}</span><b>{:.3}</b><span>{:.3} to {:.3}</span></div>",
            figure.name, figure.estimate.value, figure.estimate.low, figure.estimate.high
        );
    }
    page.push_str("</div><h2>All texts together</h2><table><tr><th>Figure</th><th class=\"n\">Value and 95 % interval</th><th class=\"n\">Chance</th><th>What it says</th></tr>");
    for figure in figures {
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"about\">{}</td></tr>",
            figure.name,
            cell(&figure.estimate),
            figure
                .chance
                .map_or("–".to_owned(), |chance| format!("{chance:.3}")),
            figure.about
        );
    }
    page.push_str("</table>");
}

fn change(it: &Comparison) -> String {
    let it = &it.difference;
    let [value, low, high] = [it.value, it.low, it.high].map(signed);
    format!("{value} <small>[{low}, {high}]</small>")
}

/// Where a line of areas begins: at chance, unless one is worse than that. And what to
/// call it.
fn from<'e>(mut areas: impl Iterator<Item = &'e Estimate>) -> (f64, &'static str) {
    match areas.any(|it| it.low < 0.5) {
        true => (0.0, "0 to 1"),
        false => (0.5, "0.5 to 1"),
    }
}

/// The hoaxes of a genre among its rows with a label: what chance has as PR area.
fn share(genre: &Genre) -> String {
    let labelled = genre.hoax + genre.valid;
    format!(
        "{} of {}<br><small>{:.3}</small>",
        thousands(genre.hoax),
        thousands(labelled),
        genre.hoax as f64 / labelled.max(1) as f64
    )
}

fn readings(page: &mut String, readings: &[Reading]) {
    let (low, line) = from(readings.iter().map(|reading| &reading.roc));
    let _ = write!(
        page,
        "<h2>With something taken off</h2><p>The same texts and the same model. What a reading loses, the model drew from what was taken off. <i>Stripped</i>: no fact-checkers’ templates, datelines or quote frames. <i>Surface</i>: words only – no addresses, mentions, hashtags, numbers, marks or capitals. <i>No debunk words</i>: without hoax, klarifikasi, fitnah, bantah and their like.</p><table><tr><th>Reading</th><th class=\"n\">ROC area</th><th>{line}</th><th class=\"n\">PR area</th><th class=\"n\">Change of ROC</th></tr>"
    );
    for reading in readings {
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            reading.name,
            cell(&reading.roc),
            whisker(&reading.roc, low),
            cell(&reading.average_precision),
            reading.change.as_ref().map_or("–".to_owned(), change)
        );
    }
    page.push_str("</table>");
}

fn or_dash(it: Option<&Estimate>) -> String {
    it.map_or("–".to_owned(), |it| {
        format!(
            "{:.3}<br><small>[{:.3}, {:.3}]</small>",
            it.value, it.low, it.high
        )
    })
}

fn genres(page: &mut String, genres: &[Genre]) {
    page.push_str("<h2>Genre by genre</h2><p>Telling posts from headlines is not telling hoaxes from truth. <i>Within</i>: the genre’s hoaxes against its other texts. <i>Against</i>: all hoaxes against this genre’s other texts. <i>Flagged</i>: share of its other texts at a probability of one half or more. Bars: probabilities from 0 to 1, hoaxes red above the line, others blue below, heights by the root of the share.</p><table><tr><th>Genre</th><th class=\"n\">Hoaxes</th><th class=\"n\">Others</th><th class=\"n\">ROC within</th><th class=\"n\">ROC against</th><th class=\"n\">Found</th><th class=\"n\">Flagged</th><th>Probabilities</th></tr>");
    for genre in genres {
        let mut others = thousands(genre.valid + genre.unlabelled);
        if genre.assumed_valid > 0 {
            let _ = write!(
                others,
                "<br><small>{} assumed</small>",
                thousands(genre.assumed_valid)
            );
        }
        if genre.unlabelled > 0 {
            let _ = write!(
                others,
                "<br><small>{} unlabelled</small>",
                thousands(genre.unlabelled)
            );
        }
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{others}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
            escape(&genre.name),
            thousands(genre.hoax),
            or_dash(genre.roc.as_ref()),
            or_dash(genre.roc_against.as_ref()),
            percent(genre.found.as_ref()),
            percent(genre.flagged.as_ref()),
            histogram(&genre.histogram_hoax, &genre.histogram_others)
        );
    }
    page.push_str("</table>");
}

fn among_others(page: &mut String, genres: &[Genre]) {
    let mut shown = genres.iter().filter(|genre| genre.stream.is_some());
    let Some(first) = shown.next() else { return };
    let count = first.stream.as_ref().map_or(0, |it| it.harmless);
    let _ = write!(
        page,
        "<p>Each genre’s hoaxes against the {count} genres that hold none, each of which counts the same: what it takes where everything comes mixed. <i>Others</i>: the genre’s other texts in their place; what is above one half is owed to the genre. <i>Surface</i>: words only, everywhere. <i>Found</i>: where {} % of the harmless texts are flagged.</p><table><tr><th>Genre</th><th class=\"n\">Hoaxes</th><th class=\"n\">ROC area</th><th class=\"n\">Others</th><th class=\"n\">Surface</th><th class=\"n\">Found</th></tr>",
        100.0 * FALSE_ALARMS
    );
    for genre in genres {
        let Some(stream) = &genre.stream else {
            continue;
        };
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            escape(&genre.name),
            thousands(genre.hoax),
            cell(&stream.roc),
            or_dash(stream.roc_of_others.as_ref()),
            or_dash(stream.roc_surface.as_ref()),
            percent(Some(&stream.found))
        );
    }
    page.push_str("</table>");
}

/// Tables with a line for each genre that holds both classes.
fn within(page: &mut String, genres: &[Genre]) {
    let both: Vec<&Genre> = (genres.iter())
        .filter(|genre| !genre.figures.is_empty())
        .collect();
    let mut table = |about: &str, cells: fn(&Genre) -> Vec<(&str, String)>| {
        let Some(first) = both.first() else { return };
        let _ = write!(page, "<p>{about}</p><table><tr><th>Genre</th>");
        for (name, _) in cells(first) {
            let _ = write!(page, "<th class=\"n\">{name}</th>");
        }
        page.push_str("</tr>");
        for genre in &both {
            let _ = write!(page, "<tr><td>{}</td>", escape(&genre.name));
            for (_, cell) in cells(genre) {
                let _ = write!(page, "<td class=\"n\">{cell}</td>");
            }
            page.push_str("</tr>");
        }
        page.push_str("</table>");
    };
    table(
        "Within each genre. The share of hoaxes is the PR area of chance; Brier score and calibration error are of probabilities moved to it.",
        |genre| {
            let shown = (genre.figures.iter()).filter(|it| WITHIN.contains(&it.name));
            let shown = shown.map(|it| (it.name, or_dash(Some(&it.estimate))));
            [("Hoaxes", share(genre))]
                .into_iter()
                .chain(shown)
                .collect()
        },
    );
    table(
        "ROC area that is gained when something is taken off (first column: the area as it is).",
        |genre| changes(&genre.readings),
    );
    table(
        "ROC area that is gained, mostly lost, when half of the words are attacked.",
        |genre| changes(&genre.attacks),
    );
}

fn changes(readings: &[Reading]) -> Vec<(&str, String)> {
    let cell = |it: &Reading| (it.change.as_ref()).map_or_else(|| cell(&it.roc), change);
    readings.iter().map(|it| (it.name, cell(it))).collect()
}

fn probe(page: &mut String, leak: &Leak) {
    let _ = write!(
        page,
        "<h2>Leak probe</h2><p>A classifier that sees only what texts look like – length, marks, capitals, addresses, templates – and not one word reaches a ROC area of <b>{}</b> under the same folds. The model’s area minus the probe’s is {}. Unless that is well above zero, the figure over all texts says little about reading; look within the genres.</p><table><tr><th>Alone</th><th class=\"n\">ROC area</th><th>0 to 1</th><th>Speaks for</th></tr>",
        cell(&leak.roc),
        change(&leak.above)
    );
    for &(name, roc) in leak.alone.iter().take(8) {
        let mut point = leak.roc;
        (point.value, point.low, point.high) = (roc, roc, roc);
        let side = match roc {
            _ if roc > 0.52 => "hoax",
            _ if roc < 0.48 => "other",
            _ => "neither",
        };
        let _ = write!(
            page,
            "<tr><td>{name}</td><td class=\"n\">{roc:.3}</td><td>{}</td><td>{side}</td></tr>",
            whisker(&point, 0.0)
        );
    }
    page.push_str("</table>");
}

fn learned(page: &mut String, learning: &Learning) {
    let (low, line) = from(learning.splits.iter().map(|split| &split.roc));
    let _ = write!(
        page,
        "<h2>Learned from these texts alone</h2><p>Not the model above: the same features and trainer, fitted on these texts only. What a split that leaks gains over one that does not is what a careless evaluation would have boasted.</p><table><tr><th>Split</th><th class=\"n\">ROC area</th><th>{line}</th><th>How</th></tr>"
    );
    for split in &learning.splits {
        let _ = write!(
            page,
            "<tr><td>{}{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"about\">{}</td></tr>",
            split.name,
            if split.is_honest {
                ""
            } else {
                " <small>(leaks)</small>"
            },
            cell(&split.roc),
            whisker(&split.roc, low),
            escape(&split.about)
        );
    }
    page.push_str("</table>");
    learning_curve(page, learning);
}

fn parts(page: &mut String, it: &Breakdown) {
    let _ = write!(
        page,
        "<h3>By {}</h3><table><tr><th>{0}</th><th class=\"n\">Hoaxes</th><th class=\"n\">Others</th><th class=\"n\">ROC area</th><th class=\"n\">Hoaxes found</th><th class=\"n\">Others flagged</th></tr>",
        escape(&it.field)
    );
    for part in &it.values {
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            escape(&part.value),
            thousands(part.hoax),
            thousands(part.valid),
            part.roc.as_ref().map_or("–".to_owned(), cell),
            percent(part.found.as_ref()),
            percent(part.flagged.as_ref())
        );
    }
    page.push_str("</table>");
    let (values, rows) = it.hidden;
    if values > 0 || it.without > 0 {
        let _ = write!(
            page,
            "<p class=\"soft\">{values} smaller values with {} texts are in the JSON’s totals only; {} texts have no {} or no label.</p>",
            thousands(rows),
            thousands(it.without),
            escape(&it.field)
        );
    }
}

fn foot(page: &mut String, it: &Report<'_>) {
    let _ = write!(
        page,
        "<div class=\"foot\"><p>Model {} (data until {}), digest <code>{}</code>. Intervals: percentiles of {} bootstrap resamples of whole groups; of shares of texts Clopper and Pearson’s on as many independent texts as the groups are worth. Written by the example <code>evaluate</code> of hoaks {}.</p><table><tr><th>Input</th><th class=\"n\">Rows used</th><th>SHA-256</th></tr>",
        escape(&it.model.name),
        escape(&it.model.cut_off),
        it.model.digest,
        thousands(it.resamples),
        env!("CARGO_PKG_VERSION")
    );
    for input in it.inputs {
        let _ = write!(
            page,
            "<tr><td>{}{}</td><td class=\"n\">{}</td><td><code>{}</code></td></tr>",
            escape(&input.file),
            if input.was_trained_on {
                " <small>(trained on)</small>"
            } else {
                ""
            },
            thousands(input.rows),
            input.sha256
        );
    }
    page.push_str("</table></div>");
}
