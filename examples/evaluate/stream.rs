//! Among everything else: whether misinformation stands out where texts of all
//! genres come mixed, as they do for whoever watches a stream.

use hoaks::ErrorKind;
use hoaks::evaluate::{Estimate, bootstrap};
use serde::Serialize;

use crate::common::scores::readings;
use crate::figures::{Maker, TOO_FEW};

/// Share of harmless texts that may be flagged, all genres counting the same.
pub const FALSE_ALARMS: f64 = 0.01;

/// The hoaxes of a genre against the genres that hold none, each of which
/// counts the same, however many rows it has.
#[derive(Serialize)]
pub struct Stream {
    /// Genres without hoaxes.
    pub harmless: usize,
    pub roc: Estimate,
    /// The genre's own other texts in the place of its hoaxes: what is above one
    /// half is owed to the genre.
    pub roc_of_others: Option<Estimate>,
    /// With addresses, mentions, marks and capitals taken off everywhere, which
    /// tell one platform from another.
    pub roc_surface: Option<Estimate>,
    /// Share of the hoaxes found where [`FALSE_ALARMS`] are flagged.
    pub found: Estimate,
}

/// A text among others.
#[derive(Clone, Copy)]
struct Placed {
    score: f64,
    /// Number of the harmless genre; none for the texts that are to stand out.
    genre: Option<usize>,
    group: u32,
}

type Metric = fn(&[Placed], &[u32]) -> Option<f64>;

/// `harmless` are the rows of each genre without hoaxes; `None` if there is too
/// little of either, or all is of one group.
pub fn stream(
    maker: &Maker<'_>,
    hoaxes: &[usize],
    others: &[usize],
    harmless: &[Vec<usize>],
) -> Result<Option<Stream>, hoaks::Error> {
    let row = |row: usize| &maker.rows.rows[row];
    let plain = |it: usize| row(it).logit;
    let estimate = |of: &[usize], score: &dyn Fn(usize) -> f64, metric: Metric| {
        let mixed = mixed(maker, of, harmless, score);
        mixed
            .map(|mixed| estimate(maker, &mixed, metric))
            .transpose()
    };
    let Some(area) = estimate(hoaxes, &plain, roc)? else {
        return Ok(None);
    };
    let Some(found) = estimate(hoaxes, &plain, found)? else {
        return Ok(None);
    };
    let surface = readings()
        .iter()
        .position(|reading| reading.name() == "surface");
    let roc_surface = match surface {
        Some(number) => estimate(hoaxes, &|it| row(it).readings[number], roc)?,
        None => None,
    };
    Ok(Some(Stream {
        harmless: harmless.len(),
        roc: area,
        roc_of_others: estimate(others, &plain, roc)?,
        roc_surface,
        found,
    }))
}

/// The rows `of` and the harmless ones, highest score first.
fn mixed(
    maker: &Maker<'_>,
    of: &[usize],
    harmless: &[Vec<usize>],
    score: &dyn Fn(usize) -> f64,
) -> Option<Vec<Placed>> {
    if of.len() < TOO_FEW || harmless.is_empty() {
        return None;
    }
    let place = |row: usize, genre| Placed {
        score: score(row),
        genre,
        group: maker.rows.groups[row],
    };
    let mut mixed: Vec<Placed> = of.iter().map(|&row| place(row, None)).collect();
    for (genre, rows) in harmless.iter().enumerate() {
        mixed.extend(rows.iter().map(|&row| place(row, Some(genre))));
    }
    mixed.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    let are_apart = mixed.windows(2).any(|pair| pair[0].group != pair[1].group);
    are_apart.then_some(mixed)
}

fn estimate(maker: &Maker<'_>, mixed: &[Placed], metric: Metric) -> Result<Estimate, hoaks::Error> {
    // What is resampled are places: a score alone does not say from which genre it
    // is, and what is sorted stays so.
    let places: Vec<f64> = (0..mixed.len()).map(|place| place as f64).collect();
    let labels: Vec<bool> = mixed.iter().map(|it| it.genre.is_none()).collect();
    let groups: Vec<u32> = mixed.iter().map(|it| it.group).collect();
    let of = |places: &[f64], _: &[bool]| {
        let mut times = vec![0; mixed.len()];
        for &place in places {
            times[place as usize] += 1;
        }
        let none = ErrorKind::TrainingData {
            problem: "only one class among the rows",
        };
        metric(mixed, &times).ok_or_else(|| none.into())
    };
    let options = maker.options;
    bootstrap(
        &places,
        &labels,
        &groups,
        options.resamples,
        options.seed,
        of,
    )
}

/// For each score from the highest down: the share of what is to stand out with
/// that score, and the mass of harmless texts with it. Shares and masses sum to
/// one. `times` is how often each text counts.
fn steps(sorted: &[Placed], times: &[u32]) -> Option<Vec<(f64, f64)>> {
    let mut counts: Vec<u32> = Vec::new();
    let mut wanted = 0;
    for (it, times) in sorted.iter().zip(times) {
        match it.genre {
            None => wanted += times,
            Some(genre) => {
                counts.resize(counts.len().max(genre + 1), 0);
                counts[genre] += times;
            }
        }
    }
    let genres = counts.iter().filter(|&&count| count > 0).count();
    if wanted == 0 || genres == 0 {
        return None;
    }
    let mut steps: Vec<(f64, f64)> = Vec::new();
    let mut last = f64::NAN;
    for (it, &times) in sorted.iter().zip(times).filter(|(_, times)| **times > 0) {
        if it.score != last {
            steps.push((0.0, 0.0));
            last = it.score;
        }
        let (share, mass) = steps.last_mut()?;
        match it.genre {
            None => *share += f64::from(times) / f64::from(wanted),
            Some(genre) => {
                *mass += f64::from(times) / f64::from(counts[genre]) / genres as f64;
            }
        }
    }
    Some(steps)
}

/// The mean of the areas against each genre.
fn roc(sorted: &[Placed], times: &[u32]) -> Option<f64> {
    let (mut above, mut area) = (0.0, 0.0);
    for (share, mass) in steps(sorted, times)? {
        area += mass * (above + 0.5 * share);
        above += share;
    }
    Some(area)
}

fn found(sorted: &[Placed], times: &[u32]) -> Option<f64> {
    let (mut found, mut alarms) = (0.0, 0.0);
    for (share, mass) in steps(sorted, times)? {
        alarms += mass;
        // Rows of one in a hundred sum to a hair above it.
        if alarms > FALSE_ALARMS + 1e-9 {
            break;
        }
        found += share;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(rows: &[(f64, Option<usize>)]) -> Vec<Placed> {
        let mut placed: Vec<Placed> = (rows.iter())
            .map(|&(score, genre)| Placed {
                score,
                genre,
                group: 0,
            })
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
        let mut rows: Vec<(f64, Option<usize>)> =
            (0..100).map(|n| (f64::from(n), Some(0))).collect();
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
}
