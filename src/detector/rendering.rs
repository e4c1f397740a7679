//! An explanation for readers: coloured text for terminals, HTML for pages.

use std::fmt::Write as _;
use std::ops::Range;

use crate::detector::explain::{Evidence, Explanation};
use crate::error::steers;
use crate::features::Style;
use crate::text::tokens;

/// Where the three shades begin, in log-odds.
const SHADES: [f64; 3] = [0.05, 0.2, 0.6];

impl Explanation {
    /// What each token of `text` adds to the logit, in the order of the text.
    ///
    /// Runs of characters and pairs of words overlap. So what an n-gram adds is spread
    /// evenly over the bytes of its span, and a token gets what falls on its own bytes and
    /// on the gap behind it. All tokens, the bias and [`Explanation::styles`] together are
    /// the logit again. Linear in the length of the text and of the explanation. `text` must
    /// be the one that was explained: for any other the numbers mean nothing.
    ///
    /// ```
    /// let detector = hoaks::Detector::pretrained();
    /// let text = "Sebarkan sebelum dihapus!";
    /// let explanation = detector.explain(text);
    /// let words: f64 = explanation.words(text).iter().map(|(_, logit)| logit).sum();
    /// let styles: f64 = explanation.styles().iter().map(|(_, logit)| logit).sum();
    /// assert!((explanation.bias + words + styles - explanation.logit()).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn words(&self, text: &str) -> Vec<(Range<usize>, f64)> {
        // Sums of what begins before each byte and of what has ended by then.
        let mut density = vec![0.0; text.len() + 1];
        for piece in &self.contributions {
            let length = piece.span.len();
            if matches!(piece.evidence, Evidence::Style(_)) || length == 0 {
                continue;
            }
            let share = piece.logit / length as f64;
            for (at, change) in [(piece.span.start, share), (piece.span.end, -share)] {
                if let Some(slot) = density.get_mut(at) {
                    *slot += change;
                }
            }
        }
        let mut words: Vec<(Range<usize>, f64)> =
            tokens(text).map(|token| (token.span(), 0.0)).collect();
        let (mut level, mut word) = (0.0, 0);
        for (at, change) in density.iter().enumerate() {
            level += change;
            while words
                .get(word + 1)
                .is_some_and(|(next, _)| next.start <= at)
            {
                word += 1;
            }
            if let Some((_, sum)) = words.get_mut(word) {
                *sum += level;
            }
        }
        words
    }

    /// What each style flag of the text adds to the logit. Flags that add nothing to this
    /// head, as those that only other heads have learned from, are left out.
    #[must_use]
    pub fn styles(&self) -> Vec<(Style, f64)> {
        self.contributions
            .iter()
            .filter_map(|piece| match piece.evidence {
                Evidence::Style(style) if piece.logit != 0.0 => Some((style, piece.logit)),
                _ => None,
            })
            .collect()
    }

    /// `text` for a terminal of 256 colours: what speaks for the head on red,
    /// what speaks against it on blue and underlined, in three shades that
    /// begin at 0.05, 0.2 and 0.6.
    ///
    /// Characters that could steer a terminal, and hidden ones that turn the direction
    /// of writing, are shown as U+FFFD; line breaks (`\r\n` as `\n`) and tabs stay. Time as
    /// [`Explanation::words`].
    #[must_use]
    pub fn to_ansi(&self, text: &str) -> String {
        let mut out = String::with_capacity(2 * text.len());
        self.pieces(text, |piece, logit| {
            let Some(shade) = shade(logit) else {
                out.extend(harmless(piece));
                return;
            };
            let colours: [u8; 3] = if logit > 0.0 {
                [224, 217, 203]
            } else {
                [195, 153, 117]
            };
            let colour = colours.get(shade).copied().unwrap_or(0);
            let line = if logit > 0.0 { "" } else { ";4" };
            let _ = write!(out, "\u{1B}[38;5;16;48;5;{colour}{line}m");
            out.extend(harmless(piece));
            out.push_str("\u{1B}[0m");
        });
        out
    }

    /// `text` as HTML to put inside a block: escaped, with a `<mark>` around
    /// each token that matters, of class `for` or `against` and `s1` to `s3`
    /// (from 0.05, 0.2 and 0.6 on), and its log-odds as `title`.
    ///
    /// Nothing of the text is taken for markup, and it is isolated (`<bdi>`)
    /// so that it cannot turn the direction of what stands around it. Time as
    /// [`Explanation::words`].
    #[must_use]
    pub fn to_html(&self, text: &str) -> String {
        let mut out = String::with_capacity(2 * text.len());
        out.push_str("<bdi>");
        self.pieces(text, |piece, logit| match shade(logit) {
            None => escape(&mut out, piece),
            Some(shade) => {
                let side = if logit > 0.0 { "for" } else { "against" };
                let number = shade + 1;
                let _ = write!(
                    out,
                    "<mark class=\"{side} s{number}\" title=\"{logit:+.2}\">"
                );
                escape(&mut out, piece);
                out.push_str("</mark>");
            }
        });
        out.push_str("</bdi>");
        out
    }

    /// The text piece by piece: tokens with what they add, gaps with 0.
    fn pieces(&self, text: &str, mut each: impl FnMut(&str, f64)) {
        let mut from = 0;
        for (span, logit) in self.words(text) {
            let gap = text.get(from..span.start).unwrap_or_default();
            if !gap.is_empty() {
                each(gap, 0.0);
            }
            each(text.get(span.clone()).unwrap_or_default(), logit);
            from = span.end;
        }
        let end = text.get(from..).unwrap_or_default();
        if !end.is_empty() {
            each(end, 0.0);
        }
    }
}

/// 0 to 2, or `None` for what does not matter.
fn shade(logit: f64) -> Option<usize> {
    SHADES.iter().rposition(|&from| logit.abs() >= from)
}

/// The characters, but for those that could steer a terminal or turn the direction.
fn harmless(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        let char = match chars.next()? {
            // Half of a line break.
            '\r' if chars.peek() == Some(&'\n') => chars.next()?,
            char => char,
        };
        Some(match char {
            '\n' | '\t' => char,
            _ if steers(char) => '\u{FFFD}',
            _ => char,
        })
    })
}

/// Appends `text` so that HTML takes nothing of it for markup, in content and
/// in quoted attributes.
pub(super) fn escape(out: &mut String, text: &str) {
    for char in harmless(text) {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            char => out.push(char),
        }
    }
}
