//! Genre by genre: telling posts from headlines is not telling hoaxes from
//! truth.

use std::collections::{BTreeMap, BTreeSet};

use hoaks::evaluate::roc_auc;

use crate::common::scores::Reading as Read;
use crate::figures::{BINS, Genre, Maker, TOO_FEW};
use crate::metrics::{figures, leak, readings};
use crate::rows::Row;
use crate::stream::stream;

pub fn genres(maker: &Maker<'_>) -> Result<Vec<Genre>, hoaks::Error> {
    let rows = &maker.rows.rows;
    let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, it) in rows.iter().enumerate() {
        names.entry(it.genre()).or_default().push(row);
    }
    let hoaxes: Vec<usize> = (0..rows.len())
        .filter(|&row| rows[row].label == Some(true))
        .collect();
    let harmless: Vec<Vec<usize>> = (names.values())
        .filter(|members| members.iter().all(|&row| rows[row].label != Some(true)))
        .map(|members| {
            let valid = members.iter().copied();
            valid.filter(|&row| rows[row].label.is_some()).collect()
        })
        .filter(|valid: &Vec<usize>| valid.len() >= TOO_FEW)
        .collect();
    let mut genres = Vec::new();
    for (name, members) in names {
        let (hoax, others): (Vec<usize>, Vec<usize>) = members
            .iter()
            .partition(|&&row| rows[row].label == Some(true));
        let valid = others.iter().filter(|&&row| rows[row].label.is_some());
        let labelled = members.iter().filter(|&&row| rows[row].label.is_some());
        let within = maker.sample(labelled.clone().copied(), |row| row.logit);
        let negatives: Vec<usize> = valid.copied().collect();
        let against = maker.sample(hoaxes.iter().chain(&negatives).copied(), |row| row.logit);
        let both = within.has_enough();
        let labelled: Vec<usize> = labelled.copied().collect();
        let read = |wanted: fn(Read) -> bool| match both {
            true => readings(maker, &labelled, wanted),
            false => Ok(Vec::new()),
        };
        genres.push(Genre {
            name: name.to_owned(),
            hoax: hoax.len(),
            valid: negatives.len(),
            assumed_valid: negatives
                .iter()
                .filter(|&&row| rows[row].is_assumed)
                .count(),
            unlabelled: others.len() - negatives.len(),
            groups: [&hoax, &negatives].map(|of| groups(maker, of)),
            roc: both.then(|| within.estimate(roc_auc)).transpose()?,
            roc_against: (against.has_enough())
                .then(|| against.estimate(roc_auc))
                .transpose()?,
            stream: stream(maker, &hoax, &negatives, &harmless)?,
            found: maker.flagged(&hoax),
            flagged: maker.flagged(&others),
            figures: match both {
                true => figures(maker, &labelled)?,
                false => Vec::new(),
            },
            readings: read(|it| matches!(it, Read::Strip(..)))?,
            attacks: read(|it| matches!(it, Read::Attack(_)))?,
            leak: both.then(|| leak(maker, &labelled).ok()).flatten(),
            histogram_hoax: histogram(rows, &hoax),
            histogram_others: histogram(rows, &others),
        });
    }
    genres.sort_by_key(|genre| std::cmp::Reverse(genre.hoax + genre.valid + genre.unlabelled));
    Ok(genres)
}

fn groups(maker: &Maker<'_>, of: &[usize]) -> usize {
    let groups: BTreeSet<u32> = of.iter().map(|&row| maker.rows.groups[row]).collect();
    groups.len()
}

/// Shares of the rows by probability; each bin holds its lower edge, the last one 1, too.
fn histogram(rows: &[Row], chosen: &[usize]) -> Vec<f64> {
    // Looked up, as a product may round to the wrong side of an edge.
    let edges: Vec<f64> = (1..BINS).map(|bin| bin as f64 / BINS as f64).collect();
    let mut bins = vec![0.0; BINS];
    for &row in chosen {
        let bin = edges.partition_point(|&edge| edge <= rows[row].probability);
        bins[bin] += 1.0 / chosen.len() as f64;
    }
    bins
}
