//! Folds that keep together what belongs together.

use std::collections::HashMap;

use crate::error::{Error, ErrorKind};

/// Numbers rows so that rows that share a key, directly or through other rows,
/// get the same number.
///
/// Each row has any number of keys (its topic, its near-duplicate cluster …);
/// a row without a key stands alone. Numbers count up from 0 in the order of
/// first appearance. Almost linear in the number of keys (union-find).
///
/// ```
/// use hoaks::evaluate::connected_groups;
/// let groups = connected_groups([vec!["a"], vec!["b"], vec!["a", "c"], vec!["c"], vec![]]);
/// assert_eq!(groups, [0, 1, 0, 0, 2]);
/// ```
pub fn connected_groups<R, K>(rows: R) -> Vec<u32>
where
    R: IntoIterator,
    R::Item: IntoIterator<Item = K>,
    K: std::hash::Hash + Eq,
{
    let mut parents: Vec<usize> = Vec::new();
    let mut first_row: HashMap<K, usize> = HashMap::new();
    for (row, keys) in rows.into_iter().enumerate() {
        parents.push(row);
        for key in keys {
            let other = *first_row.entry(key).or_insert(row);
            let (a, b) = (root(&mut parents, other), root(&mut parents, row));
            // The smaller row becomes the root: order decides, not chance.
            let (low, high) = (a.min(b), a.max(b));
            parents[high] = low;
        }
    }
    let mut numbers: HashMap<usize, u32> = HashMap::new();
    (0..parents.len())
        .map(|row| {
            let next = numbers.len() as u32;
            *numbers.entry(root(&mut parents, row)).or_insert(next)
        })
        .collect()
}

fn root(parents: &mut [usize], mut row: usize) -> usize {
    while parents[row] != row {
        parents[row] = parents[parents[row]];
        row = parents[row];
    }
    row
}

/// Puts whole groups into `folds` folds of about equal numbers of rows;
/// returns the fold of each row.
///
/// The largest group first, each into the fold with the fewest rows so far
/// (the rule of scikit-learn's `GroupKFold`); groups of equal size in an order
/// that depends on `seed` only. Near-linear in the number of rows.
///
/// # Errors
///
/// [`ErrorKind::Parameter`] unless `folds` is 2 or more and there are as many
/// groups.
pub fn group_folds(groups: &[u32], folds: usize, seed: u64) -> Result<Vec<usize>, Error> {
    let mut sizes: HashMap<u32, usize> = HashMap::new();
    for &group in groups {
        *sizes.entry(group).or_insert(0) += 1;
    }
    if folds < 2 || sizes.len() < folds {
        return Err(Error::new(ErrorKind::Parameter {
            name: "folds",
            value: folds as f64,
            allowed: "2 or more, and no more than there are groups",
        }));
    }
    let mut order: Vec<(u32, usize)> = sizes.into_iter().collect();
    order.sort_unstable_by_key(|&(group, size)| {
        (
            std::cmp::Reverse(size),
            scramble(u64::from(group) ^ scramble(seed)),
            group,
        )
    });
    let mut filled = vec![0_usize; folds];
    let mut fold_of: HashMap<u32, usize> = HashMap::new();
    for (group, size) in order {
        let smallest = (0..folds)
            .min_by_key(|&fold| (filled[fold], fold))
            .unwrap_or(0);
        filled[smallest] += size;
        fold_of.insert(group, smallest);
    }
    Ok(groups.iter().map(|group| fold_of[group]).collect())
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
fn scramble(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}
