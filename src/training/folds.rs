//! Fits that leave out a fold each.

use crate::error::Error;
use crate::training::corpus::Corpus;
use crate::training::weights::Weights;

/// For each fold, the weights that `fit` learned from the rows of all others.
/// `folds` has the fold of each row, 0 up to the number of folds; `fit` is
/// given the rows it may learn from, and may be called for several folds at
/// once with the feature `parallel`. Takes one fit for each fold, and memory for all
/// their weights.
///
/// # Errors
///
/// [`ErrorKind::Parameter`](crate::ErrorKind::Parameter) if a fold is not below the
/// number of rows, else what `fit` returns, for the first fold that it fails for.
pub fn fit_folds(
    folds: &[usize],
    fit: impl Fn(&[usize]) -> Result<Weights, Error> + Sync,
) -> Result<Vec<Weights>, Error> {
    let last = folds.iter().max().copied();
    if let Some(last) = last.filter(|&last| last >= folds.len()) {
        return Err(Error::parameter(
            "folds",
            last as f64,
            "below the number of rows",
        ));
    }
    let count = last.map_or(0, |last| last + 1);
    let fit_others = |fold: usize| {
        let others = folds
            .iter()
            .enumerate()
            .filter(|&(_, &other)| other != fold);
        let rows: Vec<usize> = others.map(|(row, _)| row).collect();
        fit(&rows)
    };
    #[cfg(feature = "parallel")]
    let fits: Vec<Result<Weights, Error>> = {
        use rayon::prelude::*;
        (0..count).into_par_iter().map(fit_others).collect()
    };
    #[cfg(not(feature = "parallel"))]
    let fits: Vec<Result<Weights, Error>> = (0..count).map(fit_others).collect();
    fits.into_iter().collect()
}

/// The logit of every row, by weights that `fit` learned from the rows of all
/// other folds; `folds` and `fit` are those of [`fit_folds`].
///
/// # Errors
///
/// [`ErrorKind::Shape`](crate::ErrorKind::Shape) unless there is one fold for each row,
/// else as [`fit_folds`].
pub fn out_of_fold(
    corpus: &Corpus,
    folds: &[usize],
    fit: impl Fn(&[usize]) -> Result<Weights, Error> + Sync,
) -> Result<Vec<f64>, Error> {
    Error::check_length("folds", corpus.len(), folds.len())?;
    let weights = fit_folds(folds, fit)?;
    let logit = |(vector, &fold): (_, &usize)| weights.get(fold).map(|fit| fit.logit(vector));
    Ok(corpus.vectors.iter().zip(folds).filter_map(logit).collect())
}
