//! Intervals of shares: against scipy, for groups, and that they hold what they promise.

mod common;

use common::random::Random;
use hoaks::evaluate::{bootstrap, proportion};
use hoaks::{Error, ErrorKind};

/// Rows of groups that have so many rows and cases.
fn rows(shape: &[(usize, usize)]) -> (Vec<bool>, Vec<u32>) {
    let groups = (0..).zip(shape);
    let of = |(group, &(rows, cases)): (u32, &(usize, usize))| {
        (0..rows).map(move |row| (row < cases, group))
    };
    groups.flat_map(of).unzip()
}

#[test]
fn of_independent_rows_it_is_clopper_and_pearsons() -> Result<(), Error> {
    // `benches/peers/proportion.py`: scipy's `binomtest`.
    let golden = [
        (0, 10, 0.0, 0.308_497_107_818_762_94),
        (1, 10, 0.002_528_578_544_462_572_8, 0.445_016_117_028_195_43),
        (10, 10, 0.691_502_892_181_237_1, 1.0),
        (7, 56, 0.051_764_504_879_197_516, 0.240_732_579_652_068_85),
        (
            3,
            12_514,
            4.944_112_763_872_267e-5,
            7.004_357_523_968_879e-4,
        ),
        (
            20_000,
            42_665,
            0.464_023_706_999_330_8,
            0.473_517_166_670_25,
        ),
    ];
    for (cases, of, low, high) in golden {
        let groups: Vec<u32> = (0..).take(of).collect();
        let cases: Vec<bool> = (0..of).map(|row| row < cases).collect();
        let found = proportion(&cases, &groups)?;
        assert!((found.low - low).abs() < 1e-11, "{found:?}");
        assert!((found.high - high).abs() < 1e-11, "{found:?}");
    }
    Ok(())
}

#[test]
fn of_groups_it_is_korn_and_graubards() -> Result<(), Error> {
    // `benches/peers/proportion.py`: the jackknife by deletion, quantiles by scipy.
    let with = |first: &[(usize, usize)], rest: (usize, usize), times: usize| {
        let rest = vec![rest; times];
        [first, &rest].concat()
    };
    let odd: Vec<(usize, usize)> = (0..200).map(|m| (m % 7 + 1, m % 3 % (m % 7 + 1))).collect();
    let rare: Vec<(usize, usize)> = (0..300).map(|m| (4, usize::from(m % 9 == 0))).collect();
    let golden = [
        (
            with(&[(3, 1), (5, 0), (1, 1), (8, 2), (2, 0), (4, 0)], (0, 0), 0),
            0.016_424_673_436_162_135,
            0.533_738_988_158_979_8,
        ),
        (
            with(&[(5, 5)], (5, 0), 7),
            0.003_159_723_531_251_906_3,
            0.526_509_670_875_206_5,
        ),
        (
            with(&[], (2, 1), 3),
            0.038_747_617_785_165_174,
            0.961_252_382_214_834_8,
        ),
        (
            with(&[(100, 99)], (1, 0), 1),
            0.024_493_046_774_327_756,
            1.0,
        ),
        (
            with(&[(1, 1), (50, 3)], (1, 0), 19),
            8.582_721_256_078_55e-4,
            0.305_714_995_795_675_6,
        ),
        (odd, 0.163_174_190_639_979_62, 0.219_549_557_392_215_1),
        (rare, 0.019_419_551_746_333_766, 0.039_829_437_948_349_464),
    ];
    for (shape, low, high) in golden {
        let (cases, groups) = rows(&shape);
        let found = proportion(&cases, &groups)?;
        assert!((found.low - low).abs() < 1e-9, "{found:?}");
        assert!((found.high - high).abs() < 1e-9, "{found:?}");
    }
    Ok(())
}

#[test]
fn without_a_case_groups_count_and_not_rows() -> Result<(), Error> {
    for count in [1, 2, 10, 56] {
        let (cases, groups) = rows(&vec![(7, 0); count]);
        let limit = 1.0 - 0.025_f64.powf(1.0 / count as f64);
        let found = proportion(&cases, &groups)?;
        assert_eq!((found.value, found.low, found.undefined), (0.0, 0.0, 0));
        assert!((found.high - limit).abs() < 1e-12, "{found:?}");
        let all = proportion(&vec![true; cases.len()], &groups)?;
        assert_eq!((all.value, all.high), (1.0, 1.0));
        assert!((all.low - (1.0 - limit)).abs() < 1e-12, "{all:?}");
    }
    // One group of 98 rows and two of one: little more than a single witness.
    let (cases, groups) = rows(&[(98, 0), (1, 0), (1, 0)]);
    let independent = 100.0_f64.powi(2) / (98.0_f64.powi(2) + 2.0);
    let found = proportion(&cases, &groups)?;
    assert!((found.high - (1.0 - 0.025_f64.powf(1.0 / independent))).abs() < 1e-12);
    Ok(())
}

#[test]
fn it_covers_what_the_bootstrap_does_not() -> Result<(), Error> {
    // 40 groups of five rows, all of a group alike in half of the groups; 3 % are cases.
    let truth = 0.03;
    let groups: Vec<u32> = (0..200).map(|row| row / 5).collect();
    let mut random = Random(20_240_214);
    let (mut ours, mut resampled) = (0, 0);
    const TRIALS: u64 = 400;
    for trial in 0..TRIALS {
        let mut cases = Vec::new();
        for group in 0..40 {
            let first = random.uniform() < truth;
            cases.extend((0..5).map(|_| match group % 2 {
                0 => first,
                _ => random.uniform() < truth,
            }));
        }
        let holds = |it: hoaks::evaluate::Estimate| u64::from(it.low <= truth && truth <= it.high);
        ours += holds(proportion(&cases, &groups)?);
        let share = |_: &[f64], cases: &[bool]| {
            let found = cases.iter().filter(|&&case| case).count();
            Ok(found as f64 / cases.len() as f64)
        };
        resampled += holds(bootstrap(&[0.0; 200], &cases, &groups, 100, trial, share)?);
    }
    println!("{ours} {resampled} of {TRIALS}");
    assert!(ours * 100 >= TRIALS * 95);
    assert!(resampled * 100 < TRIALS * 85);
    Ok(())
}

#[test]
fn it_is_in_order_and_does_not_hang_on_order() -> Result<(), Error> {
    let mut random = Random(3);
    for _ in 0..300 {
        let mut below = |most: f64| (random.uniform() * most) as usize;
        let share = below(5.0);
        let shape: Vec<(usize, usize)> = (0..1 + below(9.0))
            .map(|_| {
                let rows = 1 + below(if share == 4 { 2_000.0 } else { 6.0 });
                (rows, below(rows as f64 * share as f64 / 3.9).min(rows))
            })
            .collect();
        let (cases, groups) = rows(&shape);
        let found = proportion(&cases, &groups)?;
        let ends = [0.0, found.low, found.value, found.high, 1.0];
        assert!(ends.is_sorted(), "{shape:?} {found:?}");
        assert!(found.low < found.high, "{shape:?} {found:?}");
        // From the back, and other numbers of the groups.
        let turned: Vec<bool> = cases.iter().rev().copied().collect();
        let renamed: Vec<u32> = groups.iter().rev().map(|group| 1000 - group).collect();
        assert_eq!(proportion(&turned, &renamed)?, found);
        // What is no case.
        let others: Vec<bool> = cases.iter().map(|case| !case).collect();
        let rest = proportion(&others, &groups)?;
        assert!((rest.low - (1.0 - found.high)).abs() < 1e-9, "{shape:?}");
        assert!((rest.high - (1.0 - found.low)).abs() < 1e-9, "{shape:?}");
    }
    Ok(())
}

#[test]
fn what_cannot_be_measured_is_said() {
    let kind = |cases: &[bool], groups: &[u32]| {
        proportion(cases, groups).map_err(|error| error.kind().clone())
    };
    let shape = kind(&[true, false], &[1]);
    assert!(matches!(
        shape,
        Err(ErrorKind::Shape {
            expected: 2,
            found: 1,
            ..
        })
    ));
    assert!(matches!(
        kind(&[], &[]),
        Err(ErrorKind::TrainingData { .. })
    ));
}
