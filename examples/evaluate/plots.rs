//! The drawings of a report, with what stands below them.

use std::fmt::Write as _;

use hoaks::evaluate::{CurvePoint, Estimate};

use crate::common::thousands;
use crate::figures::{BINS, Bin, Genre, Report};
use crate::html::estimate;
use crate::learning::Learning;
use crate::svg::{Axis, Shape, chart};

fn xy(points: &[CurvePoint]) -> Vec<(f64, f64)> {
    points.iter().map(|point| (point.x, point.y)).collect()
}

pub fn curves(page: &mut String, it: &Report<'_>) {
    let share = it.hoax as f64 / (it.hoax + it.valid).max(1) as f64;
    let (roc, precision, reliability) = (roc(it), precision(it, share), reliability(it));
    let distribution = distribution(&it.genres);
    let texts = format!(
        "{} hoaxes and {} others",
        thousands(it.hoax),
        thousands(it.valid)
    );
    let _ = write!(
        page,
        "<div class=\"plots\"><figure>{roc}<figcaption>ROC of {texts}: what a lower threshold finds, and what it costs. Dotted: chance.</figcaption></figure><figure>{precision}<figcaption>Precision and recall at the share of hoaxes in these texts, {:.1} %, which is what chance has (dotted).</figcaption></figure><figure>{reliability}<figcaption>Reliability, in tenths: on the diagonal a probability means what it says. <i class=\"key\"></i>moved to the share of hoaxes in these texts, with 95 % intervals, <i class=\"key b\"></i>as the model states it, for a base rate of {:.0} %. Dots grow with the number of texts.</figcaption></figure>",
        100.0 * share,
        100.0 * it.model.base_rate
    );
    let _ = write!(
        page,
        "<figure>{distribution}<figcaption>Probabilities given to <i class=\"key\"></i>hoaxes and <i class=\"key b\"></i>others, in twentieths.</figcaption></figure></div>"
    );
}

fn diagonal() -> Shape {
    Shape::Line("diag", vec![(0.0, 0.0), (1.0, 1.0)])
}

/// A note of the area that the headline has under this name.
fn area(it: &Report<'_>, name: &str, [x, y]: [f64; 2]) -> Shape {
    let area = it.headline.iter().find(|figure| figure.name == name);
    let area = area.map_or(String::new(), |figure| estimate(&figure.estimate));
    Shape::Note(x, y, format!("area {area}"))
}

fn roc(it: &Report<'_>) -> String {
    chart(
        "ROC curve",
        &Axis::share("others flagged"),
        &Axis::share("hoaxes found"),
        &[
            diagonal(),
            Shape::Line("main", xy(&it.roc)),
            area(it, "ROC area", [0.42, 0.08]),
        ],
    )
}

/// `share` is that of hoaxes: the precision of chance.
fn precision(it: &Report<'_>, share: f64) -> String {
    // Steps: a precision holds from the recall before it.
    let mut steps: Vec<(f64, f64)> = Vec::new();
    let mut before = 0.0;
    for point in &it.precision_recall {
        steps.push((before, point.y));
        steps.push((point.x, point.y));
        before = point.x;
    }
    chart(
        "Precision-recall curve",
        &Axis::share("hoaxes found (recall)"),
        &Axis::share("flags that are hoaxes (precision)"),
        &[
            Shape::Line("diag", vec![(0.0, share), (1.0, share)]),
            Shape::Line("main", steps),
            area(it, "PR area", [0.05, 0.05]),
        ],
    )
}

fn reliability(it: &Report<'_>) -> String {
    let total = (it.hoax + it.valid).max(1) as f64;
    let (moved, stated) = (&it.reliability, &it.reliability_as_stated);
    let line = |bins: &[Bin]| {
        let points = bins.iter().map(|it| (it.bin.mean_probability, it.bin.rate));
        points.collect()
    };
    let dots = |bins: &[Bin]| {
        let dots = bins.iter().map(|Bin { bin, .. }| {
            let size = 2.5 + 9.0 * (bin.count as f64 / total).sqrt();
            (bin.mean_probability, bin.rate, size)
        });
        dots.collect()
    };
    let whiskers = moved.iter().filter_map(|it| {
        let interval = it.interval.as_ref()?;
        Some((it.bin.mean_probability, interval.low, interval.high))
    });
    chart(
        "Reliability curve",
        &Axis::share("probability given"),
        &Axis::share("share that are hoaxes"),
        &[
            diagonal(),
            Shape::Line("second", line(stated)),
            Shape::Whiskers("main", whiskers.collect()),
            Shape::Line("main", line(moved)),
            Shape::Dots("second", dots(stated)),
            Shape::Dots("main", dots(moved)),
        ],
    )
}

fn distribution(genres: &[Genre]) -> String {
    let hoax = histogram(genres, |genre| (&genre.histogram_hoax, genre.hoax));
    let others = histogram(genres, |genre| {
        (&genre.histogram_others, genre.valid + genre.unlabelled)
    });
    let highest = hoax.iter().chain(&others).fold(0.2_f64, |a, &b| a.max(b));
    chart(
        "Distribution of probabilities",
        &Axis::share("probability given"),
        &Axis {
            label: "share of texts",
            low: 0.0,
            high: highest * 1.05,
            marks: (0..=10)
                .map(|tenth| f64::from(tenth) / 10.0)
                .filter(|&at| at <= highest * 1.05)
                .map(|at| (at, format!("{at:.1}")))
                .collect(),
        },
        &[
            Shape::Line("second", outline(&others)),
            Shape::Line("main", outline(&hoax)),
        ],
    )
}

/// The histogram of all genres; `pick` gives that of one, and its rows.
fn histogram(genres: &[Genre], pick: fn(&Genre) -> (&Vec<f64>, usize)) -> Vec<f64> {
    let mut sum = vec![0.0; BINS];
    let total: usize = genres.iter().map(|genre| pick(genre).1).sum();
    for genre in genres {
        let (histogram, rows) = pick(genre);
        for (sum, share) in sum.iter_mut().zip(histogram) {
            *sum += share * rows as f64 / total.max(1) as f64;
        }
    }
    sum
}

/// The corners of a histogram's bars.
fn outline(shares: &[f64]) -> Vec<(f64, f64)> {
    let width = 1.0 / shares.len() as f64;
    let corners = shares.iter().enumerate().flat_map(|(place, &share)| {
        let left = place as f64 * width;
        [(left, share), (left + width, share)]
    });
    corners.collect()
}

pub fn learning_curve(page: &mut String, learning: &Learning) {
    let points: Vec<(f64, &Estimate)> = (learning.curve.iter())
        .map(|(_, rows, roc)| (*rows as f64, roc))
        .collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return;
    };
    // Doubling the texts is one step to the right.
    let x = |rows: f64| rows.max(1.0).log2();
    let low = points
        .iter()
        .fold(0.5_f64, |low, (_, roc)| low.min(roc.low));
    let high = points
        .iter()
        .fold(0.6_f64, |high, (_, roc)| high.max(roc.high));
    let curve = chart(
        "Learning curve",
        &Axis {
            label: "texts learned from (doubling scale)",
            low: x(first.0) - 0.3,
            high: x(last.0) + 0.3,
            marks: points
                .iter()
                .map(|&(rows, _)| (x(rows), thousands(rows as usize)))
                .collect(),
        },
        &Axis {
            label: "ROC area",
            low,
            high: high + 0.02,
            marks: (0..=20)
                .map(|step| f64::from(step) / 20.0)
                .filter(|mark| (low..=high + 0.02).contains(mark))
                .map(|mark| (mark, format!("{mark:.2}")))
                .collect(),
        },
        &[
            Shape::Whiskers(
                "main",
                points
                    .iter()
                    .map(|&(n, roc)| (x(n), roc.low, roc.high))
                    .collect(),
            ),
            Shape::Line(
                "main",
                points.iter().map(|&(n, roc)| (x(n), roc.value)).collect(),
            ),
            Shape::Dots(
                "main",
                points
                    .iter()
                    .map(|&(n, roc)| (x(n), roc.value, 3.5))
                    .collect(),
            ),
        ],
    );
    let _ = write!(
        page,
        "<div class=\"plots\"><figure>{curve}<figcaption>Learning curve: ROC on held-out groups, with 95 % intervals. Still rising at the right end means that more data would help.</figcaption></figure></div>"
    );
}
