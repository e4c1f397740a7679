//! Among everything else: whether misinformation stands out where texts of all
//! genres come mixed, as they do for whoever watches a stream.

use hoaks::ErrorKind;
use hoaks::evaluate::{Estimate, bootstrap};
use serde::Serialize;

use crate::common::scores::{SURFACE, readings};
use crate::figures::{Maker, TOO_FEW, widened};
use crate::mixture::{Placed, found, roc};

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
    /// Share of the hoaxes found where one harmless text in a hundred is flagged.
    pub found: Estimate,
}

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
    let Some(mixture) = mixed(maker, hoaxes, harmless, plain) else {
        return Ok(None);
    };
    let of_hoaxes: Vec<u32> = hoaxes.iter().map(|&row| maker.rows.groups[row]).collect();
    let area = |mixture| estimate(maker, &mixture, roc);
    let surface = readings()
        .iter()
        .position(|reading| reading.name() == SURFACE);
    let bare =
        surface.and_then(|number| mixed(maker, hoaxes, harmless, |it| row(it).readings[number]));
    let others = mixed(maker, others, harmless, plain);
    Ok(Some(Stream {
        harmless: harmless.len(),
        found: widened(estimate(maker, &mixture, found)?, &of_hoaxes),
        roc: area(mixture)?,
        roc_of_others: others.map(area).transpose()?,
        roc_surface: bare.map(area).transpose()?,
    }))
}

/// The rows `of` and the harmless ones, highest score first, and their groups.
fn mixed(
    maker: &Maker<'_>,
    of: &[usize],
    harmless: &[Vec<usize>],
    score: impl Fn(usize) -> f64,
) -> Option<(Vec<Placed>, Vec<u32>)> {
    if of.len() < TOO_FEW || harmless.is_empty() {
        return None;
    }
    let place = |row: usize, genre| {
        let score = score(row);
        (Placed { score, genre }, maker.rows.groups[row])
    };
    let mut mixed: Vec<(Placed, u32)> = of.iter().map(|&row| place(row, None)).collect();
    for (genre, rows) in harmless.iter().enumerate() {
        mixed.extend(rows.iter().map(|&row| place(row, Some(genre))));
    }
    mixed.sort_unstable_by(|(a, _), (b, _)| b.score.total_cmp(&a.score));
    let are_apart = mixed.windows(2).any(|pair| pair[0].1 != pair[1].1);
    are_apart.then(|| mixed.into_iter().unzip())
}

fn estimate(
    maker: &Maker<'_>,
    (mixed, groups): &(Vec<Placed>, Vec<u32>),
    metric: fn(&[Placed], &[u32]) -> Option<f64>,
) -> Result<Estimate, hoaks::Error> {
    // What is resampled are places: a score alone does not say from which genre it
    // is, and what is sorted stays so.
    let places: Vec<f64> = (0..mixed.len()).map(|place| place as f64).collect();
    let labels: Vec<bool> = mixed.iter().map(|it| it.genre.is_none()).collect();
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
        groups,
        options.resamples,
        options.seed,
        of,
    )
}
