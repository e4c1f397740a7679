//! Drawings, as SVG that stands in the page.

use std::fmt::Write as _;

use hoaks::evaluate::Estimate;

use crate::html::escape;

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 44.0;

/// An axis from low to high, with marks.
pub struct Axis {
    pub label: &'static str,
    pub low: f64,
    pub high: f64,
    pub marks: Vec<(f64, String)>,
}

impl Axis {
    /// 0 to 1 in fifths.
    pub fn share(label: &'static str) -> Self {
        let marks = (0..=5).map(|fifth| {
            let at = f64::from(fifth) / 5.0;
            (at, format!("{at:.1}"))
        });
        Self {
            label,
            low: 0.0,
            high: 1.0,
            marks: marks.collect(),
        }
    }

    fn place(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// What is drawn between the axes; `class` names its style in the page.
pub enum Shape {
    Line(&'static str, Vec<(f64, f64)>),
    /// Dots with a size in pixels.
    Dots(&'static str, Vec<(f64, f64, f64)>),
    /// Upright whiskers: x, low, high.
    Whiskers(&'static str, Vec<(f64, f64, f64)>),
    /// Text beside a point.
    Note(f64, f64, String),
}

/// Axes and what is drawn between them.
struct Chart<'a> {
    x: &'a Axis,
    y: &'a Axis,
    svg: String,
}

/// A chart; `about` is read out to those who cannot see it.
pub fn chart(about: &str, x: &Axis, y: &Axis, shapes: &[Shape]) -> String {
    let svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">",
        escape(about)
    );
    let mut chart = Chart { x, y, svg };
    chart.axes();
    for shape in shapes {
        chart.draw(shape);
    }
    chart.svg.push_str("</svg>");
    chart.svg
}

impl Chart<'_> {
    fn right(&self, value: f64) -> f64 {
        LEFT + self.x.place(value) * (WIDTH - LEFT - RIGHT)
    }

    fn up(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - self.y.place(value) * (HEIGHT - TOP - BOTTOM)
    }

    fn axes(&mut self) {
        for (at, text) in &self.x.marks {
            let at = self.right(*at);
            let _ = write!(
                self.svg,
                "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"/><text class=\"mark\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{text}</text>",
                HEIGHT - BOTTOM,
                HEIGHT - BOTTOM + 15.0
            );
        }
        for (at, text) in &self.y.marks {
            let at = self.up(*at);
            let _ = write!(
                self.svg,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text class=\"mark\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>",
                WIDTH - RIGHT,
                LEFT - 6.0,
                at + 4.0
            );
        }
        let _ = write!(
            self.svg,
            "<text class=\"axis\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text><text class=\"axis\" transform=\"translate(12 {:.1}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
            (LEFT + WIDTH - RIGHT) / 2.0,
            HEIGHT - 8.0,
            self.x.label,
            (TOP + HEIGHT - BOTTOM) / 2.0,
            self.y.label
        );
    }

    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Line(class, points) => {
                let points: Vec<String> = (points.iter())
                    .map(|&(x, y)| format!("{:.1},{:.1}", self.right(x), self.up(y)))
                    .collect();
                let points = points.join(" ");
                let _ = write!(
                    self.svg,
                    "<polyline class=\"{class}\" points=\"{points}\"/>"
                );
            }
            Shape::Dots(class, points) => {
                for &(x, y, size) in points {
                    let (x, y) = (self.right(x), self.up(y));
                    let _ = write!(
                        self.svg,
                        "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{size:.1}\"/>"
                    );
                }
            }
            Shape::Whiskers(class, points) => {
                for &(x, low, high) in points {
                    let (x, low, high) = (self.right(x), self.up(low), self.up(high));
                    let _ = write!(
                        self.svg,
                        "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{low:.1}\" y2=\"{high:.1}\"/>"
                    );
                }
            }
            Shape::Note(x, y, text) => {
                let (x, y) = (self.right(*x), self.up(*y));
                let _ = write!(
                    self.svg,
                    "<text class=\"note\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>",
                    escape(text)
                );
            }
        }
    }
}

/// Hoaxes above the line, others below, by probability.
pub fn histogram(hoax: &[f64], others: &[f64]) -> String {
    const WIDE: f64 = 200.0;
    const HIGH: f64 = 24.0;
    let width = WIDE / hoax.len().max(1) as f64;
    let mut svg = format!(
        "<svg class=\"bars\" viewBox=\"0 0 {WIDE} {:.0}\" role=\"img\" aria-label=\"distribution of probabilities\">",
        2.0 * HIGH + 2.0
    );
    // The root lets small shares be seen beside the one large bar at 0.
    for (place, (hoax, others)) in hoax.iter().zip(others).enumerate() {
        let x = place as f64 * width;
        let up = hoax.sqrt() * HIGH;
        let down = others.sqrt() * HIGH;
        let _ = write!(
            svg,
            "<rect class=\"hoaxbar\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{up:.1}\"/><rect class=\"otherbar\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{down:.1}\"/>",
            HIGH - up,
            width - 1.0,
            HIGH + 2.0,
            width - 1.0
        );
    }
    let _ = write!(
        svg,
        "<line class=\"base\" x1=\"0\" x2=\"{WIDE}\" y1=\"{0:.1}\" y2=\"{0:.1}\"/><line class=\"half\" x1=\"{1}\" x2=\"{1}\" y1=\"0\" y2=\"{2}\"/></svg>",
        HIGH + 1.0,
        WIDE / 2.0,
        2.0 * HIGH + 2.0
    );
    svg
}

/// An area under a curve and its interval on a line from `low` to 1, with a stroke
/// where chance is.
pub fn whisker(area: &Estimate, low: f64) -> String {
    const WIDE: f64 = 160.0;
    let place = |value: f64| (value.clamp(low, 1.0) - low) / (1.0 - low) * (WIDE - 10.0) + 5.0;
    format!(
        "<svg class=\"whisker\" viewBox=\"0 0 {WIDE} 16\" aria-hidden=\"true\"><line class=\"grid\" x1=\"5\" x2=\"{:.0}\" y1=\"8\" y2=\"8\"/><line class=\"half\" x1=\"{1:.1}\" x2=\"{1:.1}\" y1=\"1\" y2=\"15\"/><line class=\"whisk\" x1=\"{2:.1}\" x2=\"{3:.1}\" y1=\"8\" y2=\"8\"/><circle class=\"point\" cx=\"{4:.1}\" cy=\"8\" r=\"3.5\"/></svg>",
        WIDE - 5.0,
        place(0.5),
        place(area.low),
        place(area.high),
        place(area.value)
    )
}
