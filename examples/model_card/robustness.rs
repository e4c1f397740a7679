//! What a model's figures may owe to surface, attacks and names.

use std::collections::BTreeMap;
use std::path::Path;

use crate::Material;
use crate::common::thousands;
use crate::markdown::{change, figure, table};
use crate::measured::{AuditOf, Shift, find};

/// Names that are listed.
const NAMES: usize = 12;

pub fn leak(it: &Material) -> String {
    let all = it.evaluation.leak.as_ref().map(|leak| {
        let roc = find(&it.evaluation.headline, "ROC area");
        ("all parts together".to_owned(), roc, leak)
    });
    let within = it.evaluation.within().filter_map(|genre| {
        let leak = genre.leak.as_ref()?;
        Some((genre.name.clone(), genre.figure("ROC area"), leak))
    });
    let lines = within.chain(all).map(|(name, roc, leak)| {
        vec![
            name,
            figure(Some(leak.roc)),
            figure(roc),
            change(Some(leak.above.difference)),
        ]
    });
    table(
        &["part", "probe, ROC", "model, ROC", "model above probe"],
        lines,
    )
}

pub fn attacks(it: &Material) -> String {
    let genres: Vec<_> = it.evaluation.within().collect();
    let Some(first) = genres.first() else {
        return String::new();
    };
    let mut head = vec!["attack"];
    head.extend(genres.iter().map(|genre| genre.name.as_str()));
    let lines = first.attacks.iter().enumerate().map(|(number, attack)| {
        let mut line = vec![attack.name.clone()];
        line.extend(genres.iter().map(|genre| {
            let reading = genre.attacks.get(number);
            match reading.and_then(|it| it.change.as_ref()) {
                Some(it) => change(Some(it.difference)),
                None => figure(reading.map(|it| it.roc)),
            }
        }));
        line
    });
    table(&head, lines)
}

pub fn neutrality(it: &Material) -> String {
    let mut text = format!(
        "Bound on a change of probability: {}. {}.\n\n",
        it.audit.bound,
        match it.audit.passed {
            true => "The audit passes",
            false => "**The audit fails**",
        }
    );
    let lines = it.audit.reports.iter().flat_map(lines);
    let head = [
        "names in",
        "names",
        "swaps",
        "mean change of probability",
        "largest",
        "verdicts changed",
    ];
    text.push_str(&table(&head, lines));
    let mut worst: BTreeMap<&str, (&str, bool, f64)> = BTreeMap::new();
    for name in it.audit.reports.iter().flat_map(|it| &it.report.names) {
        let largest = worst
            .entry(&name.name)
            .or_insert((&name.class, name.known, 0.0));
        largest.2 = largest.2.max(name.shift.largest);
    }
    let mut worst: Vec<_> = worst.into_iter().collect();
    worst.sort_by(|a, b| b.1.2.total_cmp(&a.1.2));
    let count = worst.len();
    let unmasked = worst.iter().filter(|(_, it)| !it.1).count();
    let listed: Vec<String> = (worst.iter().take(NAMES))
        .map(|(name, (class, known, largest))| {
            let known = if *known { "" } else { ", not masked" };
            format!("{name} ({class}{known}) {largest:.3}")
        })
        .collect();
    text.push_str(&format!(
        "\nOf {} different names {unmasked} are not masked. Largest changes: {}.\n",
        thousands(count as u64),
        listed.join("; ")
    ));
    text
}

/// Masked names, the others, and the classes of an audit.
fn lines(of: &AuditOf) -> Vec<Vec<String>> {
    let file = Path::new(&of.input).file_name().unwrap_or_default();
    let file = file.to_string_lossy();
    let line = |what: String, names: usize, shift: &Shift| {
        vec![
            what,
            thousands(names as u64),
            thousands(shift.swaps),
            format!("{:.5}", shift.mean),
            format!("{:.3}", shift.largest),
            thousands(shift.flips),
        ]
    };
    let mut lines = Vec::new();
    for (known, what) in [(true, "masked"), (false, "not masked")] {
        let names: Vec<_> = (of.report.names.iter())
            .filter(|name| name.known == known)
            .collect();
        let shift = (names.iter()).fold(Shift::default(), |sum, name| sum.with(name.shift));
        lines.push(line(format!("`{file}`, {what}"), names.len(), &shift));
    }
    // By class only where every name stands in every place.
    if file.starts_with("neutrality") {
        for (class, shift) in &of.report.classes {
            let names = of.report.names.iter().filter(|name| name.class == *class);
            lines.push(line(format!("`{file}`, {class}"), names.count(), shift));
        }
    }
    debug_assert_eq!(
        of.report.all.swaps,
        of.report
            .names
            .iter()
            .map(|name| name.shift.swaps)
            .sum::<u64>()
    );
    lines
}
