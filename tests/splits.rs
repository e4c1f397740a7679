//! Splits: that no group is ever on both sides, and that near-duplicates are
//! found.

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use hoaks::evaluate::{
    Split, connected_groups, date_quantile, forward_split, group_folds, leave_one_source_out,
    near_duplicate_groups,
};
use hoaks::text::folded_words;
use hoaks::{Error, ErrorKind};
use proptest::prelude::*;

#[test]
fn the_largest_group_is_placed_first_and_the_seed_orders_equal_ones() -> Result<(), Error> {
    let mut seen = HashSet::new();
    for seed in 0..20 {
        let folds = group_folds(&[0, 1, 2, 2], 2, seed)?;
        // Two rows and two rows.
        assert!(folds[0] == folds[1] && folds[1] != folds[2], "{folds:?}");
        seen.insert(group_folds(&[0, 1, 2, 3], 2, seed)?);
    }
    assert!(seen.len() > 1);
    assert_eq!(group_folds(&[0, 1, 2], 3, 0)?.len(), 3);
    for folds in [0, 1, 4] {
        assert!(group_folds(&[0, 1, 2, 2], folds, 0).is_err(), "{folds}");
    }
    Ok(())
}

#[test]
fn time_goes_forward_and_what_has_no_date_is_reported() -> Result<(), Error> {
    let dates = [
        Some("2019-04-17"),
        Some("2019-04-18T07:00:00+07:00"),
        None,
        Some("kemarin"),
        Some("2019-02-29"),
        Some("2019-05-22"),
        Some("17-04-2019"),
        Some("2018-12-31"),
        Some(""),
    ];
    let split = forward_split(&dates, &[0, 1, 2, 3, 4, 5, 6, 5, 8], "2019-04-18")?;
    assert_eq!(split.train, [0]);
    // On the day of the cut counts as after it.
    assert_eq!(split.test, [1, 5]);
    assert_eq!(split.straddling, [7]);
    assert_eq!(split.unplaced, [2, 3, 4, 6, 8]);
    let refused = |groups: &[u32], cut| {
        let error = forward_split(&dates, groups, cut).unwrap_err();
        error.kind().clone()
    };
    for cut in ["", "2019", "22 Mei 2019", "2019-04-31"] {
        let kind = refused(&[0; 9], cut);
        let names_it = matches!(&kind, ErrorKind::Value { found, .. } if found == cut);
        assert!(names_it, "{kind:?}");
    }
    let apart: Vec<u32> = (0..9).collect();
    for (groups, cut, problem) in [
        (&apart[..], "2018-01-01", "no row is dated before the cut"),
        (&apart, "2030-01-01", "no row is dated on the cut or later"),
        (
            &[0; 9],
            "2019-04-18",
            "all rows before the cut share a group with one after it",
        ),
    ] {
        assert_eq!(refused(groups, cut), ErrorKind::TrainingData { problem });
    }
    assert!(forward_split(&dates, &[0; 8], "2019-04-18").is_err());
    Ok(())
}

#[test]
fn quantiles_are_of_dated_rows() -> Result<(), Error> {
    let days: Vec<String> = (1..=20).map(|day| format!("2024-01-{day:02}")).collect();
    let mut dates: Vec<Option<&str>> = days.iter().rev().map(|day| Some(day.as_str())).collect();
    dates.extend([None; 30]);
    let cut = date_quantile(&dates, 0.75)?;
    assert_eq!(cut, "2024-01-16");
    let groups: Vec<u32> = (0..50).collect();
    let split = forward_split(&dates, &groups, cut)?;
    assert_eq!((split.train.len(), split.test.len()), (15, 5));
    for bad in [0.0, 1.0, f64::NAN] {
        let kind = date_quantile(&dates, bad).map_err(|error| error.kind().clone());
        assert!(matches!(
            kind,
            Err(ErrorKind::Parameter {
                name: "quantile",
                ..
            })
        ));
    }
    assert!(date_quantile(&[None, Some("?")], 0.5).is_err());
    Ok(())
}

#[test]
fn every_source_is_left_out_once() -> Result<(), Error> {
    let sources = [Some("b"), Some("a"), None, Some("b"), Some("c"), Some("a")];
    let splits = leave_one_source_out(&sources, &[0, 1, 2, 3, 1, 5])?;
    let names: Vec<&str> = splits.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let (_, a) = &splits[0];
    assert_eq!((&*a.test, &*a.train), (&[1, 5][..], &[0, 3][..]));
    // Row 4 is of another source but of the same group.
    assert_eq!((&*a.straddling, &*a.unplaced), (&[4][..], &[2][..]));
    assert!(leave_one_source_out(&[Some(1), None, Some(1)], &[0, 1, 2]).is_err());
    assert!(leave_one_source_out(&[Some(1), Some(2)], &[0]).is_err());
    assert_eq!(leave_one_source_out(&[Some(1), Some(2)], &[0, 1])?.len(), 2);
    Ok(())
}

fn is_sound(split: &Split, groups: &[u32]) -> bool {
    let lists = [
        &split.train,
        &split.test,
        &split.straddling,
        &split.unplaced,
    ];
    let mut all: Vec<usize> = lists.into_iter().flatten().copied().collect();
    all.sort_unstable();
    let of = |rows: &[usize]| -> BTreeSet<u32> { rows.iter().map(|&row| groups[row]).collect() };
    let (train, test) = (of(&split.train), of(&split.test));
    all == (0..groups.len()).collect::<Vec<_>>()
        && train.is_disjoint(&test)
        && of(&split.straddling).is_subset(&test)
        && lists.iter().all(|rows| rows.is_sorted())
}

/// The same numbering by flooding, which is quadratic.
fn flooded(rows: &[Vec<u8>]) -> Vec<u32> {
    let mut number = vec![None; rows.len()];
    let mut next = 0;
    for start in 0..rows.len() {
        if number[start].is_some() {
            continue;
        }
        let mut open = vec![start];
        while let Some(row) = open.pop() {
            if number[row].replace(next).is_none() {
                let shares = |&other: &usize| rows[row].iter().any(|key| rows[other].contains(key));
                open.extend((0..rows.len()).filter(shares));
            }
        }
        next += 1;
    }
    number.into_iter().flatten().collect()
}

proptest! {
    #[test]
    fn connected_groups_are_those_of_flooding(
        rows in prop::collection::vec(prop::collection::vec(0_u8..30, 0..4), 0..40)
    ) {
        prop_assert_eq!(connected_groups(rows.clone()), flooded(&rows));
    }

    #[test]
    fn folds_keep_groups_whole_and_are_about_equal(
        groups in prop::collection::vec(0_u32..25, 30..200), folds in 2_usize..6, seed: u64
    ) {
        let distinct: BTreeSet<u32> = groups.iter().copied().collect();
        prop_assume!(distinct.len() >= folds);
        let fold_of = group_folds(&groups, folds, seed)?;
        let mut place: BTreeMap<u32, usize> = BTreeMap::new();
        let mut filled = vec![0_usize; folds];
        let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
        for (&group, &fold) in groups.iter().zip(&fold_of) {
            prop_assert_eq!(*place.entry(group).or_insert(fold), fold);
            filled[fold] += 1;
            *sizes.entry(group).or_insert(0) += 1;
        }
        // The last group that went into the fullest fold found it no fuller
        // than the emptiest is now.
        let largest = sizes.values().copied().max().unwrap_or(0);
        let spread = filled.iter().max().unwrap_or(&0) - filled.iter().min().unwrap_or(&0);
        prop_assert!(spread <= largest);
    }

    #[test]
    fn no_group_is_on_both_sides(
        rows in prop::collection::vec((0_u32..12, prop::option::of(1_u32..29)), 2..60)
    ) {
        let groups: Vec<u32> = rows.iter().map(|row| row.0).collect();
        let days: Vec<Option<String>> = rows
            .iter()
            .map(|row| Some(format!("2024-02-{:02}", row.1?)))
            .collect();
        let dates: Vec<Option<&str>> = days.iter().map(Option::as_deref).collect();
        if let Ok(split) = forward_split(&dates, &groups, "2024-02-14") {
            prop_assert!(is_sound(&split, &groups));
            for &row in &split.test {
                prop_assert!(dates[row] >= Some("2024-02-14"));
            }
            for &row in split.train.iter().chain(&split.straddling) {
                prop_assert!(dates[row].is_some() && dates[row] < Some("2024-02-14"));
            }
        }
        let sources: Vec<Option<u32>> = rows.iter().map(|row| Some(row.1? % 4)).collect();
        if let Ok(splits) = leave_one_source_out(&sources, &groups) {
            for (source, split) in splits {
                prop_assert!(is_sound(&split, &groups));
                let rows = (0..groups.len()).filter(|&row| sources[row] == Some(source));
                prop_assert_eq!(split.test, rows.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn any_texts_are_grouped(texts in prop::collection::vec(".{0,60}", 0..12)) {
        let groups = near_duplicate_groups(&texts, 0.6)?;
        prop_assert_eq!(groups.len(), texts.len());
        let twice: Vec<&String> = texts.iter().chain(&texts).collect();
        let doubled = near_duplicate_groups(&twice, 0.6)?;
        let (first, second) = doubled.split_at(texts.len());
        prop_assert_eq!(first, second);
    }
}

/// The runs of five characters as strings, and their exact similarity.
fn exact_similarity(a: &HashSet<String>, b: &HashSet<String>) -> f64 {
    let common = a.intersection(b).count();
    common as f64 / (a.len() + b.len() - common) as f64
}

fn runs(text: &str) -> HashSet<String> {
    let words: Vec<String> = folded_words(text).into_iter().map(|w| w.text).collect();
    let letters: Vec<char> = words.join(" ").chars().collect();
    letters.windows(5).map(|run| run.iter().collect()).collect()
}

/// Some of the crate's own claims, and copies with words dropped or doubled.
fn texts_with_copies() -> Vec<String> {
    let mut texts = Vec::new();
    let mut turn = 0_u32;
    for (text, _) in common::claims().into_iter().step_by(3) {
        // Copies from almost equal to hardly similar, around the threshold.
        for damage in [10, 15, 25] {
            let changed: Vec<&str> = text
                .split(' ')
                .flat_map(|word| {
                    turn = turn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    match (turn >> 16) % damage {
                        0 => vec![],
                        1 => vec![word, "anu"],
                        _ => vec![word],
                    }
                })
                .collect();
            texts.push(changed.join(" "));
        }
        texts.push(text);
    }
    texts
}

#[test]
fn near_duplicates_are_those_of_exact_similarity() -> Result<(), Box<dyn std::error::Error>> {
    let texts = texts_with_copies();
    let sets: Vec<HashSet<String>> = texts.iter().map(|text| runs(text)).collect();
    // Pairs just below the threshold are those that a look at signatures alone
    // would join too.
    let (mut similar, mut nearly) = (0, 0);
    let mut keys: Vec<Vec<(usize, usize)>> = (0..texts.len()).map(|i| vec![(i, i)]).collect();
    for i in 0..texts.len() {
        for j in 0..i {
            // Sizes alone rule most pairs out.
            let (a, b) = (sets[i].len() as f64, sets[j].len() as f64);
            if a.min(b) < 0.55 * a.max(b) {
                continue;
            }
            let similarity = exact_similarity(&sets[i], &sets[j]);
            nearly += usize::from((0.55..0.6).contains(&similarity));
            if similarity >= 0.6 {
                similar += 1;
                keys[i].push((j, i));
                keys[j].push((j, i));
            }
        }
    }
    assert!(similar > 500, "{similar} similar pairs");
    assert!(nearly > 50, "{nearly} pairs below the threshold");
    assert_eq!(near_duplicate_groups(&texts, 0.6)?, connected_groups(keys));
    Ok(())
}

#[test]
fn near_duplicates_by_hand() -> Result<(), Error> {
    let group = |texts: &[&str]| near_duplicate_groups(texts, 0.6);
    assert_eq!(group(&[])?, [0_u32; 0]);
    // Case, marks, addresses and disguise make no difference; "ya" and "iya"
    // are too short for a run of five.
    assert_eq!(
        group(&[
            "Surat suara P3M1LU!",
            "surat, suara: pemilu https://a.id",
            "ya",
            "iya",
            "YA!"
        ])?,
        [0, 0, 1, 2, 1]
    );
    // Without any word only the same text is a duplicate.
    assert_eq!(group(&["!!", "", "!!", "123", ""])?, [0, 1, 0, 2, 1]);
    for bad in [0.49, 1.01, f64::NAN] {
        let kind = near_duplicate_groups(&["a"], bad).map_err(|error| error.kind().clone());
        assert!(matches!(
            kind,
            Err(ErrorKind::Parameter {
                name: "threshold",
                ..
            })
        ));
    }
    Ok(())
}

#[test]
fn a_crowd_of_equal_texts_takes_no_longer_than_others() -> Result<(), Error> {
    // All pairs in all bands would be a thousand million.
    let texts = vec!["Bagikan, server KPU diatur"; 6_000];
    let groups = near_duplicate_groups(&texts, 0.6)?;
    assert!(groups.iter().all(|&group| group == 0));
    Ok(())
}
