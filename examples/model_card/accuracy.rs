//! How well a model does on what it has not seen.

use crate::Material;
use crate::common::figures::{WITHIN, signed};
use crate::common::thousands;
use crate::markdown::{change, figure, percent, table};
use crate::measured::{Genre, find};

pub fn about(it: &Material) -> String {
    let evaluation = &it.evaluation;
    let mut text = String::new();
    if it.training.model != it.model.digest() {
        text = format!(
            "**The held-out figures on this page, and those of calibration and the other heads, are not of the embedded model but of its recipe**, which now gives another model (`{}`), because the code has changed since. Only the texts written for the purpose and neutrality are measured on the embedded model.\n\n",
            it.training.model
        );
    }
    text + &format!(
        "{} rows, {} of them misinformation; {} have no label of their own and are assumed not to be. {} folds of whole groups ({} groups, by {}): every row is scored by a fit that has seen no row of its group. Intervals: 95 %, percentiles of {} bootstrap resamples of whole groups; of shares of texts Clopper and Pearson's on as many independent texts as the groups are worth (`evaluate::proportion`).",
        thousands(evaluation.rows as u64),
        thousands(evaluation.hoax as u64),
        thousands(evaluation.assumed_valid as u64),
        it.training.folds,
        thousands(evaluation.groups as u64),
        evaluation.grouped_by,
        thousands(evaluation.resamples as u64),
    )
}

/// The worst figures of the card, found by looking at all of them.
pub fn weakest(it: &Material) -> String {
    let mut lines = Vec::new();
    let roc = |genre: &&Genre| genre.figure("ROC area").map_or(1.0, |it| it.value);
    if let Some(genre) = (it.evaluation.within()).min_by(|a, b| roc(a).total_cmp(&roc(b))) {
        lines.push(format!(
            "The lowest ROC within a part: {}, {}.",
            genre.name,
            figure(genre.figure("ROC area"))
        ));
    }
    let error = |genre: &&Genre| genre.figure("Calibration error").map_or(0.0, |it| it.value);
    if let Some(genre) = (it.evaluation.within()).max_by(|a, b| error(a).total_cmp(&error(b))) {
        lines.push(format!(
            "The largest calibration error: {}, {}.",
            genre.name,
            figure(genre.figure("Calibration error"))
        ));
    }
    let flags = |genre: &&Genre| genre.flagged.map_or(0.0, |it| it.value);
    if let Some(genre) = (it.evaluation.genres.iter()).max_by(|a, b| flags(a).total_cmp(&flags(b)))
    {
        lines.push(format!(
            "The most false alarms: {}, {} of its other texts.",
            genre.name,
            percent(genre.flagged)
        ));
    }
    let found = |genre: &&Genre| genre.found.map_or(1.0, |it| it.value);
    if let Some(genre) = (it.evaluation.genres.iter()).min_by(|a, b| found(a).total_cmp(&found(b)))
    {
        lines.push(format!(
            "The most misses: of the misinformation in {} it flags {}.",
            genre.name,
            percent(genre.found)
        ));
    }
    let attacks = it.evaluation.within().flat_map(|genre| {
        let changed = (genre.attacks.iter())
            .filter_map(move |attack| Some((genre, attack, attack.change.as_ref()?.difference)));
        changed.collect::<Vec<_>>()
    });
    if let Some((genre, attack, lost)) = attacks.min_by(|a, b| a.2.value.total_cmp(&b.2.value)) {
        lines.push(format!(
            "The attack that costs most: {} on {}, ROC {}.",
            attack.name,
            genre.name,
            change(Some(lost))
        ));
    }
    let shifts = it
        .audit
        .reports
        .iter()
        .map(|report| report.report.all.largest);
    lines.push(format!(
        "Swapping one name for another moved a probability by up to {:.3}; the bound of {} is {}.",
        shifts.fold(0.0, f64::max),
        it.audit.bound,
        if it.audit.passed { "kept" } else { "not kept" }
    ));
    lines.iter().map(|line| format!("- {line}\n")).collect()
}

pub fn within(it: &Material) -> String {
    let lines = it.evaluation.within().map(|genre| {
        let rows = [genre.hoax, genre.valid].map(|rows| thousands(rows as u64));
        let mut line = vec![genre.name.clone()];
        line.extend(rows);
        line.extend(WITHIN.map(|name| figure(genre.figure(name))));
        line.push(genre.groups.map(|it| thousands(it as u64)).join(", "));
        line
    });
    let head = [
        "part",
        "misinformation",
        "other",
        "ROC",
        "PR",
        "recall at 5 % false alarms",
        "Brier",
        "ECE",
        "groups",
    ];
    table(&head, lines)
}

pub fn stripped(it: &Material) -> String {
    let Some(first) = it.evaluation.within().next() else {
        return String::new();
    };
    let mut head = vec!["part", "as it is"];
    head.extend(
        first
            .readings
            .iter()
            .skip(1)
            .map(|reading| reading.name.as_str()),
    );
    let lines = it.evaluation.within().map(|genre| {
        let mut line = vec![genre.name.clone()];
        line.extend(genre.readings.iter().map(|reading| {
            let changed = reading.change.as_ref().map(|it| it.difference.value);
            let roc = figure(Some(reading.roc));
            changed.map_or(roc.clone(), |changed| {
                format!("{roc} ({})", signed(changed))
            })
        }));
        line
    });
    table(&head, lines)
}

pub fn flagged(it: &Material) -> String {
    let lines = it.evaluation.genres.iter().map(|genre| {
        let others = thousands(genre.valid as u64);
        vec![
            genre.name.clone(),
            match genre.assumed_valid {
                0 => others,
                _ => format!("{others} (assumed)"),
            },
            percent(genre.flagged),
            thousands(genre.hoax as u64),
            percent(genre.found),
        ]
    });
    table(
        &[
            "part",
            "others",
            "flagged",
            "misinformation",
            "flagged (found)",
        ],
        lines,
    )
}

/// The misinformation of each part among the parts that hold none.
pub fn stream(it: &Material) -> String {
    let streams = || {
        let genres = it.evaluation.genres.iter();
        genres.filter_map(|genre| Some((genre, genre.stream.as_ref()?)))
    };
    let lines = streams().map(|(genre, stream)| {
        vec![
            genre.name.clone(),
            thousands(genre.hoax as u64),
            figure(Some(stream.roc)),
            figure(stream.roc_of_others),
            figure(stream.roc_surface),
            percent(Some(stream.found)),
        ]
    });
    let head = [
        "part",
        "misinformation",
        "ROC",
        "its other texts",
        "surface off",
        "found at 1 % false alarms",
    ];
    let harmless = streams().map(|(_, stream)| stream.harmless).max();
    format!(
        "Harmless parts: {}.\n\n{}",
        harmless.unwrap_or(0),
        table(&head, lines)
    )
}

/// The rows by a field; no ROC, for they are of several genres.
pub fn by(it: &Material, field: &str) -> String {
    let Some(breakdown) = it.evaluation.breakdowns.iter().find(|it| it.field == field) else {
        return String::new();
    };
    let lines = breakdown.values.iter().map(|part| {
        vec![
            part.value.clone(),
            thousands(part.hoax as u64),
            thousands(part.valid as u64),
            percent(part.found),
            percent(part.flagged),
        ]
    });
    let head = [field, "misinformation", "other", "found", "others flagged"];
    table(&head, lines)
}

/// The crate's own claims.
pub fn unseen(it: &Material) -> String {
    let mut lines: Vec<Vec<String>> = (WITHIN.iter())
        .map(|name| vec![(*name).to_owned(), figure(find(&it.claims.headline, name))])
        .collect();
    for name in ["Hoaxes found", "Others flagged"] {
        let name = name.to_owned();
        let share = percent(find(&it.claims.headline, &name));
        lines.push(vec![name, share]);
    }
    if let Some(leak) = &it.claims.leak {
        lines.push(vec!["Leak probe".to_owned(), figure(Some(leak.roc))]);
    }
    let registers: Vec<String> = (it.claims.genres.iter())
        .map(|genre| format!("{} {}", genre.name, figure(genre.figure("ROC area"))))
        .collect();
    let files: Vec<String> = (it.claims.inputs.iter())
        .map(|input| format!("`{}`", input.file))
        .collect();
    format!(
        "{}: {} texts, {} of them misinformation.\n\n{}\nROC by genre: {}.\n",
        files.join(", "),
        it.claims.rows,
        it.claims.hoax,
        table(&["", ""], lines),
        registers.join("; ")
    )
}

/// Of posts and titles; articles have longer words, 16.
const GRAMS_PER_WORD: usize = 13;

pub fn calibration(it: &Material) -> String {
    let scaling = &it.training.calibration;
    let hoax = it
        .model
        .card()
        .heads
        .iter()
        .find(|head| head.name == "hoax");
    let between = hoax.map_or(String::new(), |head| {
        format!(
            " Probabilities between {} and {} are answered `Uncertain`.",
            head.abstain[0], head.abstain[1]
        )
    });
    let damping = if scaling.damping > 0.0 {
        format!(
            " that trusts long texts less: what evidence moves the logit by is divided by the root of 1 + n/{:.0} for a text of n n-grams (a word has about {GRAMS_PER_WORD})",
            1.0 / scaling.damping
        )
    } else {
        String::new()
    };
    format!(
        "One Platt scaling for all genres (slope {:.3}, intercept {:.3}){damping}. Fitted on {} held-out rows of the {} parts with both labels, each part at its own share of misinformation and all parts counting the same, and stated for a base rate of {:.0} %. The figures above are of scalings fitted without the fold they are measured on.{between}",
        scaling.slope,
        scaling.intercept,
        thousands(scaling.rows as u64),
        scaling.genres,
        100.0 * scaling.base_rate,
    )
}

/// Of the flags, how many are right, at several shares of misinformation.
pub fn precision(it: &Material) -> String {
    let rates = [0.5, 0.2, 0.05, 0.01];
    let lines = it.evaluation.within().filter_map(|genre| {
        let (found, flagged) = (genre.found?, genre.flagged?);
        let mut line = vec![genre.name.clone()];
        line.extend(rates.map(|rate| {
            let right = |found: f64, flagged: f64| {
                let right = rate * found;
                let all = right + (1.0 - rate) * flagged;
                (all > 0.0).then(|| 100.0 * right / all)
            };
            let ends = [
                right(found.low, flagged.high).unwrap_or(0.0),
                right(found.high, flagged.low).unwrap_or(100.0),
            ];
            let value = right(found.value, flagged.value);
            let value = value.map_or("–".to_owned(), |value| format!("{value:.0} %"));
            format!("{value} [{:.0}, {:.0}]", ends[0], ends[1])
        }));
        Some(line)
    });
    table(
        &[
            "misinformation among the texts",
            "50 %",
            "20 %",
            "5 %",
            "1 %",
        ],
        lines,
    )
}
