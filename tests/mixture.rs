//! The figures of a genre among others, which `evaluate` prints and the library does
//! not have: against counts by hand.

#[path = "../examples/evaluate/mixture.rs"]
mod mixture;

use mixture::{FALSE_ALARMS, Placed, found, roc};

type Metric = fn(&[Placed], &[u32]) -> Option<f64>;

fn placed(rows: &[(f64, Option<usize>)]) -> Vec<Placed> {
    let mut placed: Vec<Placed> = (rows.iter())
        .map(|&(score, genre)| Placed { score, genre })
        .collect();
    placed.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    placed
}

fn once(metric: Metric, rows: &[(f64, Option<usize>)]) -> Option<f64> {
    metric(&placed(rows), &vec![1; rows.len()])
}

#[test]
fn every_genre_counts_the_same() {
    // Against the first genre (one row) the hoaxes are above half of the
    // time, against the second (four rows) three times in four with a tie.
    let rows = [
        (3.0, None),
        (1.0, None),
        (2.0, Some(0)),
        (0.0, Some(1)),
        (0.0, Some(1)),
        (1.0, Some(1)),
        (4.0, Some(1)),
    ];
    let first = 0.5;
    let second = (3.0 + 2.5) / 8.0;
    assert!((once(roc, &rows).unwrap() - (first + second) / 2.0).abs() < 1e-12);
}

#[test]
fn what_is_found_stays_below_the_allowed_alarms() {
    let mut rows: Vec<(f64, Option<usize>)> = (0..100).map(|n| (f64::from(n), Some(0))).collect();
    assert_eq!(FALSE_ALARMS, 0.01);
    // One in a hundred may be flagged: the one with 99, not that with 98.
    rows.extend([(99.5, None), (98.5, None), (97.5, None), (0.5, None)]);
    assert_eq!(once(found, &rows), Some(0.5));
}

#[test]
fn one_class_has_no_figure() {
    assert_eq!(once(roc, &[(1.0, None)]), None);
    assert_eq!(once(found, &[(1.0, Some(3))]), None);
}

#[test]
fn a_text_that_is_drawn_twice_counts_twice() {
    let rows = [(3.0, None), (2.0, Some(0)), (1.0, None), (0.0, Some(0))];
    let drawn = roc(&placed(&rows), &[2, 1, 0, 1]);
    let written = once(roc, &[rows[0], rows[0], rows[1], rows[3]]);
    assert_eq!(drawn, written);
    assert_eq!(drawn, Some(1.0));
}
