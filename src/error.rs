//! The one error type of the crate.

use std::fmt;
use std::io;
#[cfg(feature = "detector")]
use std::path::Path;

/// Everything that can go wrong in this crate.
///
/// The type is opaque so that it can grow without breaking callers; match on
/// [`Error::kind`] to tell cases apart. A kind carries the value that was refused and
/// the limit it broke, where there are such. Only [`ErrorKind::Io`] names a file: what
/// is wrong inside one is told without its path. What a message repeats of a file has
/// its control characters escaped and ends after 400 characters.
#[derive(Debug, Clone, PartialEq)]
pub struct Error {
    kind: ErrorKind,
}

/// What an [`Error`] is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A parameter lies outside the values it may take.
    Parameter {
        /// Name of the parameter.
        name: &'static str,
        /// The value that was given.
        value: f64,
        /// The values that are allowed, in words.
        allowed: &'static str,
    },
    /// Two things that must agree in length or width do not.
    Shape {
        /// What was measured.
        what: &'static str,
        /// The length or width that was needed.
        expected: usize,
        /// The length or width that was found.
        found: usize,
    },
    /// Labelled data that nothing can be learned or measured from, such as a
    /// single class.
    TrainingData {
        /// What is missing or wrong.
        problem: &'static str,
    },
    /// A model file that is not what the format demands.
    ModelFormat {
        /// What was found and what was expected.
        problem: String,
    },
    /// A model file whose content does not have the digest it states.
    ModelDigest {
        /// The SHA-256 the file states, in hexadecimal.
        stated: String,
        /// The SHA-256 its content has, in hexadecimal.
        computed: String,
    },
    /// A size in a model file that is over the loader's cap.
    ModelTooLarge {
        /// What is too large.
        what: &'static str,
        /// The size the file asks for, in bytes.
        size: u64,
        /// The largest size that is accepted, in bytes.
        limit: u64,
    },
    /// A clarification, or a document with some, that cannot be used.
    Claim {
        /// The field that is wrong, with the path to it.
        field: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A file of claims that is not what the format demands.
    IndexFormat {
        /// What was found and what was expected.
        problem: String,
    },
    /// A line that is no entry of an audit log.
    LogEntry {
        /// What is wrong with it.
        problem: String,
    },
    /// A file that could not be read or written.
    Io {
        /// The path that was tried.
        path: String,
        /// What kind of failure it was.
        kind: io::ErrorKind,
        /// What the operating system said.
        message: String,
    },
    /// A score that depends on who a text is about by more than is allowed.
    NotNeutral {
        /// Largest change of the probability that swapping a name made.
        largest: f64,
        /// The largest that is allowed.
        bound: f64,
    },
    /// A value in words (a date, a name, an entry of a calendar) that cannot
    /// be accepted.
    Value {
        /// What was expected.
        expected: &'static str,
        /// What was found.
        found: String,
    },
    /// A line of a list that is not of the form the list has.
    Line {
        /// Which line, counted from 1.
        number: usize,
        /// What was expected.
        expected: &'static str,
        /// What was found, its beginning if it is long.
        found: String,
    },
    /// An error raised inside `linfa`.
    Linfa {
        /// What `linfa` said.
        message: String,
    },
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self { kind }
    }

    #[cfg(feature = "detector")]
    pub(crate) fn parameter(name: &'static str, value: f64, allowed: &'static str) -> Self {
        Self::new(ErrorKind::Parameter {
            name,
            value,
            allowed,
        })
    }

    #[cfg(feature = "detector")]
    pub(crate) fn shape(what: &'static str, expected: usize, found: usize) -> Self {
        Self::new(ErrorKind::Shape {
            what,
            expected,
            found,
        })
    }

    /// Fails unless as many of `what` were found as were needed.
    #[cfg(feature = "detector")]
    pub(crate) fn check_length(
        what: &'static str,
        expected: usize,
        found: usize,
    ) -> Result<(), Self> {
        if found == expected {
            return Ok(());
        }
        Err(Self::shape(what, expected, found))
    }

    /// Fails unless a parameter lies strictly between 0 and 1.
    #[cfg(feature = "detector")]
    pub(crate) fn check_fraction(name: &'static str, value: f64) -> Result<(), Self> {
        if value > 0.0 && value < 1.0 {
            return Ok(());
        }
        Err(Self::parameter(name, value, "above 0 and below 1"))
    }

    #[cfg(feature = "detector")]
    pub(crate) fn training_data(problem: &'static str) -> Self {
        Self::new(ErrorKind::TrainingData { problem })
    }

    /// A file that could not be read or written.
    #[cfg(feature = "detector")]
    pub(crate) fn io(path: &Path, error: &io::Error) -> Self {
        Self::new(ErrorKind::Io {
            path: path.display().to_string(),
            kind: error.kind(),
            message: error.to_string(),
        })
    }

    /// What the error is about.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::Parameter {
                name,
                value,
                allowed,
            } => write!(f, "parameter `{name}` is {value}; allowed is {allowed}"),
            ErrorKind::Shape {
                what,
                expected,
                found,
            } => write!(f, "{what}: expected {expected}, found {found}"),
            ErrorKind::TrainingData { problem } => write!(f, "labelled data: {problem}"),
            ErrorKind::ModelFormat { problem } => write!(f, "model file: {}", shown(problem)),
            ErrorKind::ModelDigest { stated, computed } => write!(
                f,
                "model file: states SHA-256 {stated}, its content has {computed}"
            ),
            ErrorKind::ModelTooLarge { what, size, limit } => {
                write!(
                    f,
                    "model file: {what} is {size} bytes, the limit is {limit}"
                )
            }
            ErrorKind::Claim { field, problem } => {
                write!(f, "claim: `{}` {}", shown(field), shown(problem))
            }
            ErrorKind::IndexFormat { problem } => write!(f, "file of claims: {}", shown(problem)),
            ErrorKind::LogEntry { problem } => {
                write!(f, "entry of the audit log: {}", shown(problem))
            }
            ErrorKind::Io { path, message, .. } => write!(f, "{path}: {message}"),
            ErrorKind::NotNeutral { largest, bound } => write!(
                f,
                "swapping names moved the probability by {largest:.4}; the limit is {bound}"
            ),
            ErrorKind::Value { expected, found } => {
                write!(f, "expected {expected}, found {found:?}")
            }
            ErrorKind::Line {
                number,
                expected,
                found,
            } => write!(f, "line {number}: expected {expected}, found {found:?}"),
            ErrorKind::Linfa { message } => write!(f, "linfa: {message}"),
        }
    }
}

/// Characters of a file that a message repeats.
const SHOWN: usize = 400;

/// Words on a file that may repeat some of it, which must neither steer a terminal nor
/// begin a line of a log, nor fill it.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (place, c) in text.chars().enumerate() {
        match c {
            _ if place >= SHOWN => {
                shown.push('…');
                break;
            }
            _ if steers(c) => shown.extend(c.escape_default()),
            _ => shown.push(c),
        }
    }
    shown
}

/// Whether a terminal may obey it or turn the direction of what follows.
pub(crate) fn steers(c: char) -> bool {
    let turns = matches!(
        c,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    turns || c.is_control()
}

impl std::error::Error for Error {}

#[cfg(feature = "train")]
impl From<linfa::Error> for Error {
    fn from(error: linfa::Error) -> Self {
        Self::new(ErrorKind::Linfa {
            message: error.to_string(),
        })
    }
}
