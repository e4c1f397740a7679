//! A sanction waits for a person, and keeps the name.

use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use crate::election::date::Date;
use crate::election::recommendation::{Action, Reason, Recommendation};
use crate::error::{Error, ErrorKind};
use crate::hex::is_sha256;
use crate::text::is_hidden;

/// A sanction that a model suggests. All that can be done with it is to confirm it
/// ([`Proposal::confirm`]) or to drop it.
///
/// Whatever carries a sanction out should take a [`Confirmed`], which cannot be
/// made in any other way. A proposal may be written down until somebody has time;
/// reading it back checks what [`Recommendation::proposal`] checks.
///
/// [`Recommendation::proposal`]: crate::election::Recommendation::proposal
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Suggestion")]
pub struct Proposal {
    item: String,
    action: Action,
    model: String,
    reasons: Vec<Reason>,
}

impl Recommendation {
    /// The suggested sanction, waiting for a person; `None` if none is
    /// suggested. `item` says which text, `model` is the digest of the model
    /// that read it ([`Model::digest`](crate::Model::digest)).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] if `item` is blank or `model` is not a SHA-256 in lower-case
    /// hexadecimal, also where no sanction is suggested; or if the fields of the
    /// recommendation were changed to what [`Recommendation::new`] never suggests: a
    /// sanction for what clarifies, denies or asks about a claim, shows no signs of
    /// misinformation, does not tell or is not about an election; one without the reasons
    /// that rules 7 and 8 there ask for.
    pub fn proposal(&self, item: &str, model: &str) -> Result<Option<Proposal>, Error> {
        // Sanctions are rare: what only they would bring to light comes out too late.
        check_origin(item, model)?;
        if !self.action.is_sanction() {
            return Ok(None);
        }
        let suggestion = Suggestion {
            item: item.to_owned(),
            action: self.action,
            model: model.to_owned(),
            reasons: self.reasons.clone(),
        };
        suggestion.try_into().map(Some)
    }
}

impl Proposal {
    /// What is proposed.
    #[must_use]
    pub fn action(&self) -> Action {
        self.action
    }

    /// Which text it is about.
    #[must_use]
    pub fn item(&self) -> &str {
        &self.item
    }

    /// SHA-256 of the model that suggests it.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// Why the model suggests it.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// Takes responsibility: `person` has looked at the text, and confirms for
    /// `reason` on the day `on`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] unless `person` and `reason` each hold a letter that can be
    /// seen.
    pub fn confirm(self, person: &str, reason: &str, on: Date) -> Result<Confirmed, Error> {
        if !has_letter(person) {
            return refuse("the name of a person", person);
        }
        if !has_letter(reason) {
            return refuse("a reason in words", reason);
        }
        Ok(Confirmed {
            proposal: self,
            person: person.trim().to_owned(),
            reason: reason.trim().to_owned(),
            on,
        })
    }
}

/// A sanction that a person with a name has confirmed; an entry of an audit
/// log.
///
/// Reading an entry back makes the same checks as [`Proposal::confirm`]. They cannot tell
/// whether it was written by hand: the log has to guard against that.
///
/// ```
/// use hoaks::election::{Confirmed, Findings, Recommendation};
///
/// let mut findings = Findings::default();
/// (findings.hoax, findings.flagged, findings.election) = (0.93, Some(true), 0.99);
/// findings.clarification = Some("cf-17".to_owned());
/// let model = hoaks::Detector::pretrained().model().digest().to_owned();
/// let proposal = Recommendation::new(&findings).proposal("post-1", &model)?.unwrap();
/// let entry = proposal.confirm("Sri Wahyuni", "Sama dengan cf-17", "2024-02-15".parse()?)?;
/// let line = entry.to_line()?;
/// assert_eq!(Confirmed::from_line(&line)?, entry);
/// # Ok::<(), hoaks::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Entry", into = "Entry")]
pub struct Confirmed {
    proposal: Proposal,
    person: String,
    reason: String,
    on: Date,
}

impl Confirmed {
    /// What was confirmed.
    #[must_use]
    pub fn action(&self) -> Action {
        self.proposal.action
    }

    /// Which text it is about.
    #[must_use]
    pub fn item(&self) -> &str {
        &self.proposal.item
    }

    /// SHA-256 of the model that suggested it.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.proposal.model
    }

    /// Who confirmed it.
    #[must_use]
    pub fn person(&self) -> &str {
        &self.person
    }

    /// What the person gave as the reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The day it was confirmed on.
    #[must_use]
    pub fn on(&self) -> Date {
        self.on
    }

    /// The entry as one line of JSON, without the line's end.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LogEntry`] if it cannot be written, which does not happen.
    pub fn to_line(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| unreadable(&error))
    }

    /// Reads an entry.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LogEntry`] if the line is not a JSON object with exactly the fields of
    /// an entry, or one of them would not be accepted when confirming.
    pub fn from_line(line: &str) -> Result<Self, Error> {
        // Values alone, in a list, would be taken by their places.
        if !line.trim_start().starts_with('{') {
            return Err(no_entry("is no JSON object".to_owned()));
        }
        serde_json::from_str(line).map_err(|error| unreadable(&error))
    }
}

/// A proposal that is not checked yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suggestion {
    item: String,
    action: Action,
    model: String,
    reasons: Vec<Reason>,
}

impl TryFrom<Suggestion> for Proposal {
    type Error = Error;

    fn try_from(it: Suggestion) -> Result<Self, Error> {
        check_origin(&it.item, &it.model)?;
        if !it.action.is_sanction() {
            return refuse("a sanction", it.action.name());
        }
        let against = it.reasons.iter().find_map(against);
        if let Some(found) = against.or_else(|| missing(it.action, &it.reasons)) {
            return refuse("reasons for a sanction", found);
        }
        Ok(Self {
            item: it.item,
            action: it.action,
            model: it.model,
            reasons: it.reasons,
        })
    }
}

/// An entry as it is written, not checked.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    item: String,
    action: Action,
    model: String,
    model_reasons: Vec<Reason>,
    confirmed_by: String,
    reason: String,
    on: Date,
}

impl TryFrom<Entry> for Confirmed {
    type Error = Error;

    fn try_from(entry: Entry) -> Result<Self, Error> {
        let suggestion = Suggestion {
            item: entry.item,
            action: entry.action,
            model: entry.model,
            reasons: entry.model_reasons,
        };
        Proposal::try_from(suggestion)?.confirm(&entry.confirmed_by, &entry.reason, entry.on)
    }
}

impl From<Confirmed> for Entry {
    fn from(confirmed: Confirmed) -> Self {
        Self {
            item: confirmed.proposal.item,
            action: confirmed.proposal.action,
            model: confirmed.proposal.model,
            model_reasons: confirmed.proposal.reasons,
            confirmed_by: confirmed.person,
            reason: confirmed.reason,
            on: confirmed.on,
        }
    }
}

/// What a reason says against any sanction.
fn against(reason: &Reason) -> Option<&'static str> {
    match reason {
        Reason::Debunk => Some("the text is a clarification"),
        Reason::Denies => Some("the text denies the claim"),
        Reason::Asks => Some("the text asks about the claim"),
        Reason::NoSigns => Some("the text shows no signs of misinformation"),
        Reason::Uncertain => Some("the text does not tell"),
        Reason::NotElection => Some("the text is not about an election"),
        _ => None,
    }
}

/// Which reason of those that [`Recommendation::new`] gives for a sanction is not there.
fn missing(action: Action, reasons: &[Reason]) -> Option<&'static str> {
    let has = |reason| reasons.contains(&reason);
    let is_clarified = (reasons.iter()).any(|reason| matches!(reason, Reason::Clarified(_)));
    let is_urgent =
        has(Reason::NotClarified) && (has(Reason::Sara) || has(Reason::PollingUnderWay));
    if !has(Reason::LikelyMisinformation) {
        Some("none that the text looks like misinformation")
    } else if !is_clarified && !is_urgent {
        Some("no clarification, and nothing that is urgent")
    } else if action == Action::ReviewBlocking && !(is_clarified && has(Reason::Links)) {
        Some("no clarification or no link to block")
    } else {
        None
    }
}

/// Whether it is said which text a proposal is about, and which model read it.
fn check_origin(item: &str, model: &str) -> Result<(), Error> {
    if is_blank(item) {
        return refuse("an item", item);
    }
    if !is_sha256(model) {
        return refuse("the SHA-256 of a model in lower-case hexadecimal", model);
    }
    Ok(())
}

/// Whether nothing of a text can be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c))
}

/// Whether a text has a letter that can be seen. Some marks over or under a letter are
/// alphabetic to Unicode, too.
fn has_letter(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && !is_hidden(c) && !is_combining_mark(c);
    text.chars().any(is_letter)
}

fn refuse<T>(expected: &'static str, found: &str) -> Result<T, Error> {
    Err(Error::new(ErrorKind::Value {
        expected,
        found: found.chars().take(80).collect(),
    }))
}

fn unreadable(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    // That it is line 1 of itself helps nobody who reads a log.
    let (line, column) = (error.line(), error.column());
    let problem = match text.strip_suffix(&format!(" at line {line} column {column}")) {
        Some(problem) => format!("{problem} at column {column}"),
        None => text,
    };
    no_entry(problem)
}

fn no_entry(problem: String) -> Error {
    Error::new(ErrorKind::LogEntry { problem })
}
