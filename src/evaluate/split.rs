//! Folds that keep together what belongs together.

use std::collections::HashMap;

use crate::error::Error;
use crate::evaluate::sets::Sets;
use crate::random::scramble;

/// Numbers rows so that rows that share a key, directly or through other rows,
/// get the same number.
///
/// Each row has any number of keys (its topic, its near-duplicate cluster …);
/// a row without a key stands alone. Keys of two kinds are told apart by what the
/// caller puts in front. Of a kind with few values, such as the publisher, soon all
/// rows are one group. Numbers count up from 0 in the order of
/// first appearance. Almost linear in the number of keys (union-find).
///
/// ```
/// use hoaks::evaluate::connected_groups;
/// let groups = connected_groups([vec!["a"], vec!["b"], vec!["a", "c"], vec!["c"], vec![]]);
/// assert_eq!(groups, [0, 1, 0, 0, 2]);
/// // Topic 1 and cluster 1 are two things.
/// let (topics, clusters) = ([1, 2, 2], [7, 1, 8]);
/// let keys = topics.iter().zip(&clusters).map(|(t, c)| [format!("topic {t}"), format!("dup {c}")]);
/// assert_eq!(connected_groups(keys), [0, 1, 1]);
/// ```
#[must_use]
pub fn connected_groups<R, K>(rows: R) -> Vec<u32>
where
    R: IntoIterator,
    R::Item: IntoIterator<Item = K>,
    K: std::hash::Hash + Eq,
{
    let rows = rows.into_iter();
    let mut first_row: HashMap<K, u32> = HashMap::new();
    let mut shared = Vec::new();
    let mut count = 0;
    for (row, keys) in (0..).zip(rows) {
        count += 1;
        for key in keys {
            let first = *first_row.entry(key).or_insert(row);
            if first != row {
                shared.push((first, row));
            }
        }
    }
    let mut sets = Sets::new(count);
    for (first, row) in shared {
        sets.join(first, row);
    }
    sets.numbers()
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
/// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) unless `folds` is 2 or more
/// and there are as many groups.
pub fn group_folds(groups: &[u32], folds: usize, seed: u64) -> Result<Vec<usize>, Error> {
    let mut sizes: HashMap<u32, usize> = HashMap::new();
    for &group in groups {
        *sizes.entry(group).or_insert(0) += 1;
    }
    if folds < 2 || sizes.len() < folds {
        return Err(Error::parameter(
            "folds",
            folds as f64,
            "2 or more, and no more than there are groups",
        ));
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
