//! What a fact-checker has said about one claim.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::claims::Outcome;
use crate::error::{Error, ErrorKind};

/// Longest text of a field, in bytes.
pub(super) const LONGEST: usize = 64 << 10;
/// Longest `id`, in bytes.
const LONGEST_ID: usize = 1 << 10;

/// A claim that was checked, and what came out.
///
/// As JSON an object of these fields, of which `id` and `claim` are needed; fields of
/// other names are passed over. Without a `verdict` its [`Outcome`] is
/// [`Outcome::Unclear`], so that nothing that repeats it is taken for misinformation.
///
/// ```
/// use hoaks::claims::{ClaimIndex, Clarification};
///
/// let lines = r#"{"id": "cf-17", "claim": "Kotak suara dicuri", "verdict": "salah"}
/// {"id": "cf-18", "claim": "TPS tutup jam sembilan", "verdict": "salah", "by": "ani"}"#;
/// let known: Result<Vec<Clarification>, _> = lines.lines().map(serde_json::from_str).collect();
/// let mut claims = ClaimIndex::new();
/// claims.add(known?)?;
/// assert_eq!(claims.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Clarification {
    /// Unique in an index; not blank, at most 1 KiB.
    pub id: String,
    /// The claim, as it was spread or restated; texts are matched with this. Not
    /// blank, and like every field but `id` at most 64 KiB. A claim without a word or
    /// number in it, such as `!!!`, is accepted but never found.
    pub claim: String,
    /// The result of the check in its publisher's words, such as `false`, `misleading`
    /// or `satire`; [`Clarification::outcome`] interprets it.
    #[serde(default)]
    pub verdict: String,
    /// What is true instead, in a sentence or two; empty if not known. It is
    /// shown, not matched.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub correction: String,
    /// Who checked it; empty if not known.
    #[serde(default)]
    pub publisher: String,
    /// When, as `YYYY-MM-DD`; empty if not known. It is shown, not checked.
    #[serde(default)]
    pub date: String,
    /// Where to read more; empty if not known.
    #[serde(default)]
    pub url: String,
    /// Language of the claim, as a BCP 47 tag.
    #[serde(default = "indonesian")]
    pub language: String,
}

fn indonesian() -> String {
    "id".to_owned()
}

impl Clarification {
    /// An Indonesian claim with the other fields empty.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        claim: impl Into<String>,
        verdict: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            claim: claim.into(),
            verdict: verdict.into(),
            correction: String::new(),
            publisher: String::new(),
            date: String::new(),
            url: String::new(),
            language: indonesian(),
        }
    }

    /// What the verdict says of the claim, read from its words.
    ///
    /// ```
    /// use hoaks::claims::{Clarification, Outcome};
    ///
    /// let outcome = |verdict| Clarification::new("id", "claim", verdict).outcome();
    /// assert_eq!(outcome("[SALAH]"), Outcome::Refuted);
    /// assert_eq!(outcome("Konten yang menyesatkan"), Outcome::Refuted);
    /// assert_eq!(outcome("Benar."), Outcome::Confirmed);
    /// assert_eq!(outcome("Sebagian benar"), Outcome::Unclear);
    /// ```
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::of(&self.verdict)
    }

    /// Bytes of text in all fields.
    pub(crate) fn size(&self) -> usize {
        self.fields().map(|(_, text, _)| text.len()).iter().sum()
    }

    /// Name, text and longest length of each field.
    fn fields(&self) -> [(&'static str, &str, usize); 8] {
        [
            ("id", &self.id, LONGEST_ID),
            ("claim", &self.claim, LONGEST),
            ("verdict", &self.verdict, LONGEST),
            ("correction", &self.correction, LONGEST),
            ("publisher", &self.publisher, LONGEST),
            ("date", &self.date, LONGEST),
            ("url", &self.url, LONGEST),
            ("language", &self.language, LONGEST),
        ]
    }

    /// Checks that an index would accept it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Claim`] if the id or the claim is blank, the id is over 1 KiB,
    /// or any other field over 64 KiB.
    pub fn check(&self) -> Result<(), Error> {
        let refuse = |field: &str, problem: String| {
            Err(Error::new(ErrorKind::Claim {
                field: field.to_owned(),
                problem,
            }))
        };
        for (name, text) in [("id", &self.id), ("claim", &self.claim)] {
            if text.trim().is_empty() {
                return refuse(name, "is empty".to_owned());
            }
        }
        for (name, text, limit) in self.fields() {
            if text.len() > limit {
                return refuse(name, format!("has {} bytes, at most {limit}", text.len()));
            }
        }
        Ok(())
    }
}

/// The error of a clarification whose fields are at the path `at`.
pub(super) fn inside(at: impl fmt::Display, error: Error) -> Error {
    match error.kind() {
        ErrorKind::Claim { field, problem } => Error::new(ErrorKind::Claim {
            field: format!("{at}{field}"),
            problem: problem.clone(),
        }),
        _ => error,
    }
}
