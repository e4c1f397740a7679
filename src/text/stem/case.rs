//! What capitals say about a word: a name, an acronym, or nothing.

use super::analysis::{Analysis, Evidence};
use crate::text::lexicon::closed::ENCLITICS;
use crate::text::lexicon::{Count, Entry, look_up};

/// Where a word stands, which decides what a capital means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Position {
    /// First in its sentence, in a title, among capitals, or not known: a
    /// capital says little.
    Start,
    /// First in its sentence, and the next word has a capital: it may be the
    /// first word of a name.
    BeforeName,
    /// Anywhere else: a capital marks a name or an acronym.
    Inside,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    Capital,
    AllCaps,
    /// `KPUnya`: capitals, then this many other bytes.
    CapsThen(usize),
    Mixed,
}

/// A shorter word in capitals is an acronym rather than a cry.
const SHORTEST_CRY: usize = 6;

impl Shape {
    pub(super) fn of(word: &[u8]) -> Self {
        let is_upper = |byte: &u8| byte.is_ascii_uppercase();
        let is_lower = |byte: &u8| byte.is_ascii_lowercase();
        let Some((first, rest)) = word.split_first() else {
            return Self::Lower;
        };
        match (is_upper(first), rest.iter().any(is_upper)) {
            (false, false) => Self::Lower,
            (true, false) => Self::Capital,
            (true, true) if !rest.iter().any(is_lower) => Self::AllCaps,
            (true, true) => {
                let caps = word.iter().take_while(|byte| is_upper(byte)).count();
                match word.get(caps..) {
                    // `Anak-Anak`
                    _ if caps == 1 && word.contains(&b'-') => Self::Capital,
                    Some(tail) if caps > 1 && !tail.iter().any(is_upper) => {
                        Self::CapsThen(tail.len())
                    }
                    _ => Self::Mixed,
                }
            }
            (false, true) => Self::Mixed,
        }
    }
}

/// The analysis of a word, given how and where it is written.
pub(super) fn judge(
    word: &[u8],
    shape: Shape,
    position: Position,
    analyse: impl FnOnce() -> Analysis,
) -> Analysis {
    match shape {
        Shape::Lower => analyse(),
        Shape::Mixed => Analysis::WHOLE,
        Shape::CapsThen(tail) => match word.len().checked_sub(tail).and_then(|at| word.get(at..)) {
            Some(
                b"nya" | b"ku" | b"mu" | b"lah" | b"kah" | b"pun" | b"-nya" | b"-ku" | b"-mu"
                | b"-lah" | b"-kah" | b"-pun" | b"-an",
            ) => Analysis::WHOLE.within(0, tail),
            _ => Analysis::WHOLE,
        },
        Shape::AllCaps => match position {
            Position::Start if word.len() >= SHORTEST_CRY => {
                let analysis = analyse();
                if analysis.evidence >= Evidence::Used {
                    analysis
                } else {
                    Analysis::WHOLE
                }
            }
            _ => Analysis::WHOLE,
        },
        Shape::Capital => match position {
            Position::Inside => name(word),
            Position::Start | Position::BeforeName => {
                let analysis = analyse();
                let keep = analysis.evidence == Evidence::None
                    || look_up(word).is_some_and(is_name)
                    || (position == Position::BeforeName && is_nominal(word, &analysis));
                if keep { name(word) } else { analysis }
            }
        },
    }
}

/// A name: whole, but for a clitic after a name that the lexicon has.
fn name(word: &[u8]) -> Analysis {
    for clitic in ENCLITICS {
        if let Some(host) = word.strip_suffix(clitic)
            && look_up(host).is_some_and(is_name)
            && look_up(word).is_none()
        {
            return Analysis::WHOLE.within(0, clitic.len());
        }
    }
    Analysis::WHOLE
}

fn is_name(entry: Entry) -> bool {
    (entry.is_name() || entry.is_mostly_proper())
        && !entry.is_everyday()
        && entry.as_common() == Count::Never
}

/// Nouns made by affixes often begin a name: *Pemerintah Daerah*.
fn is_nominal(word: &[u8], analysis: &Analysis) -> bool {
    analysis.cut.suffix >= 2 || (analysis.cut.prefix > 0 && word.starts_with(b"pe"))
}
