//! Whether names move scores.
//!
//! A detector is neutral if it says the same of a text whoever the text is
//! about. The audit swaps candidates, parties, places, faiths and groups for
//! others of their class, in template sentences and in real rows, and reports
//! how far the answer moves.
//!
//! Names that the detector masks cannot move it, so an audit by the detector's
//! own list finds nothing. Give [`Audit::new`] a list that somebody else wrote;
//! `datasets/neutrality-names.tsv` is one. [`NameReport::known`] says of which
//! names the detector has heard.
//!
//! ```
//! use hoaks::Detector;
//! use hoaks::evaluate::{Audit, Name};
//! use hoaks::features::NameClass;
//!
//! let names = ["Jokowi", "Prabowo Subianto", "Anies Baswedan"]
//!     .map(|name| Name::new(NameClass::Person, name));
//! let detector = Detector::pretrained();
//! let mut audit = Audit::new(&detector, &names);
//! audit.template("Saksi {person} menolak hasil hitung cepat")?;
//! audit.row("Relawan Ganjar membagikan sembako di TPS 4");
//! let report = audit.report();
//! println!("mean {:.4}, largest {:.4}", report.all.mean, report.all.largest);
//! if let Err(error) = report.check(0.02) {
//!     println!("{error}: {:?}", report.worst);
//! }
//! # Ok::<(), hoaks::Error>(())
//! ```

mod form;
mod report;

use std::ops::Range;

use crate::detector::Detector;
use crate::error::{Error, ErrorKind};
use crate::features::NameClass;
use crate::text::{TokenKind, tokens};

pub use form::Form;
pub use report::{Change, NameReport, NeutralityReport, Shift};
use report::{Swap, Tally};

/// A name to swap in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    class: NameClass,
    text: String,
}

impl Name {
    /// `text`, one word or several, as people write it.
    #[must_use]
    pub fn new(class: NameClass, text: impl Into<String>) -> Self {
        Self {
            class,
            text: text.into(),
        }
    }

    /// Reads lines of class ([`NameClass::name`]), a tab, and name, without white space
    /// around it; blank lines and lines that start with `#` are skipped. A line with a
    /// third column is refused. Linear in the length of the list.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Line`] for the first line that is not of this form: a name that was
    /// passed over would be swapped for nothing, and the audit pass.
    pub fn parse_list(list: &str) -> Result<Vec<Self>, Error> {
        let lines = (1..).zip(list.lines());
        lines
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
            .map(|(number, line)| {
                Self::parse(line).ok_or_else(|| {
                    Error::new(ErrorKind::Line {
                        number,
                        expected: "a class (person, party, place, faith or group), a tab, and a name",
                        found: line.chars().take(80).collect(),
                    })
                })
            })
            .collect()
    }

    fn parse(line: &str) -> Option<Self> {
        let (class, name) = line.split_once('\t')?;
        let name = name.trim();
        let class = class.parse().ok()?;
        (!name.is_empty() && !name.contains('\t')).then(|| Self::new(class, name))
    }

    /// What it is the name of.
    #[must_use]
    pub fn class(&self) -> NameClass {
        self.class
    }

    /// The name.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Swaps names and adds up what that changes.
#[derive(Debug)]
pub struct Audit<'d> {
    detector: &'d Detector,
    names: Vec<Name>,
    tally: Tally,
}

impl<'d> Audit<'d> {
    /// An audit of `detector` with `names`. One assessment for each name, to see whether it
    /// is masked.
    #[must_use]
    pub fn new(detector: &'d Detector, names: &[Name]) -> Self {
        // Masked words are no evidence.
        let is_known = |name: &str| detector.assess(name).words() == 0;
        Self {
            detector,
            names: names.to_vec(),
            tally: Tally::new(names, is_known),
        }
    }

    /// Fills each slot of `template` with every name of its class in every
    /// [`Form`], the other slots with the first name of theirs.
    ///
    /// Slots are `{person}`, `{party}`, `{place}`, `{faith}` and `{group}`; a
    /// slot of a class without names stays, and nothing is swapped there. Each answer is
    /// compared with the median over the names in the same form. One assessment for each
    /// slot's class, name and form.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Value`] if the template has no slot, or anything else in braces, such
    /// as a slot that is misspelt; nothing is swapped then.
    pub fn template(&mut self, template: &str) -> Result<(), Error> {
        check_slots(template)?;
        for class in NameClass::EACH {
            if !template.contains(&slot(class)) {
                continue;
            }
            let mut rest = template.to_owned();
            for other in NameClass::EACH.into_iter().filter(|&other| other != class) {
                if let Some(name) = self.names.iter().find(|name| name.class == other) {
                    rest = rest.replace(&slot(other), &name.text);
                }
            }
            for form in Form::EACH {
                let swaps = self.swaps(class, |number, name| {
                    rest.replace(&slot(class), &form.write(name, number as u64))
                });
                self.compare(class, form, None, swaps);
            }
        }
        Ok(())
    }

    /// Finds the names in `text` and puts every name of the same class, its own
    /// among them, in the place of all of a class.
    ///
    /// Names are found by the detector's own list. A name in small letters is
    /// swapped for one in small letters, and one in a hashtag is joined.
    /// Compared is with `text` itself. One assessment for each class in the
    /// text and name of that class.
    pub fn row(&mut self, text: &str) {
        let mentions = mentions(self.detector, text);
        for class in NameClass::EACH {
            let spans: Vec<&Mention> = mentions.iter().filter(|m| m.class == class).collect();
            if spans.is_empty() {
                continue;
            }
            let swaps = self.swaps(class, |_, name| replaced(text, &spans, name));
            self.compare(class, Form::Plain, Some(text), swaps);
        }
    }

    /// What has been found so far. O(n log n) in the number of names.
    #[must_use]
    pub fn report(&self) -> NeutralityReport {
        self.tally.report()
    }

    fn swaps(
        &self,
        class: NameClass,
        write: impl Fn(usize, &str) -> String,
    ) -> Vec<(usize, String)> {
        (self.names.iter().enumerate())
            .filter(|(_, name)| name.class == class)
            .map(|(number, name)| (number, write(number, &name.text)))
            .collect()
    }

    fn compare(
        &mut self,
        class: NameClass,
        form: Form,
        original: Option<&str>,
        swaps: Vec<(usize, String)>,
    ) {
        let (numbers, texts): (Vec<usize>, Vec<String>) = swaps.into_iter().unzip();
        let answers = self.detector.assess_batch(&texts);
        let reference = match original {
            Some(text) => Some(self.detector.assess(text)),
            None => {
                let mut sorted = answers.clone();
                sorted.sort_by(|a, b| a.hoax().logit().total_cmp(&b.hoax().logit()));
                sorted.get(sorted.len() / 2).cloned()
            }
        };
        let Some(reference) = reference else {
            return;
        };
        let swaps: Vec<Swap<'_>> = (numbers.iter().zip(&texts).zip(&answers))
            .map(|((&name, text), answer)| Swap { name, text, answer })
            .collect();
        self.tally.add(class, form, &reference, &swaps);
    }
}

fn slot(class: NameClass) -> String {
    format!("{{{class}}}")
}

/// Fails unless a template has a slot, and nothing in braces that is none.
fn check_slots(template: &str) -> Result<(), Error> {
    let refused = |found: &str| {
        Err(Error::new(ErrorKind::Value {
            expected: "a slot: {person}, {party}, {place}, {faith} or {group}",
            found: found.chars().take(80).collect(),
        }))
    };
    let slots = template.split('{').skip(1);
    let names = slots.filter_map(|rest| Some(rest.split_once('}')?.0));
    let names: Vec<&str> = names.collect();
    if names.is_empty() {
        return refused(template);
    }
    for name in names {
        if name.parse::<NameClass>().is_err() {
            return refused(&format!("{{{name}}}"));
        }
    }
    Ok(())
}

/// A name in a text: masked words with white space between them at most, of
/// the class of the first.
#[derive(Debug)]
struct Mention {
    class: NameClass,
    span: Range<usize>,
    in_tag: bool,
}

fn mentions(detector: &Detector, text: &str) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let mut tags = tokens(text)
        .filter(|token| token.kind() == TokenKind::Hashtag)
        .map(|token| token.span())
        .peekable();
    for (span, class) in detector.vectorizer().names(text) {
        while tags.next_if(|tag| tag.end <= span.start).is_some() {}
        let in_tag = tags.peek().is_some_and(|tag| tag.start <= span.start);
        if let Some(last) = mentions.last_mut()
            && last.in_tag == in_tag
            && text
                .get(last.span.end..span.start)
                .is_some_and(|gap| gap.chars().all(char::is_whitespace))
        {
            last.span.end = span.end;
            continue;
        }
        mentions.push(Mention {
            class,
            span,
            in_tag,
        });
    }
    mentions
}

fn replaced(text: &str, mentions: &[&Mention], name: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut copied = 0;
    for mention in mentions {
        let (Some(before), Some(old)) = (
            text.get(copied..mention.span.start),
            text.get(mention.span.clone()),
        ) else {
            continue;
        };
        out.push_str(before);
        let name = if mention.in_tag {
            form::joined(name)
        } else {
            name.to_owned()
        };
        // A tag in capitals stays one.
        if mention.in_tag && old.chars().all(char::is_uppercase) {
            out.push_str(&name.to_uppercase());
        } else if old.chars().any(char::is_uppercase) {
            out.push_str(&name);
        } else {
            out.push_str(&name.to_lowercase());
        }
        copied = mention.span.end;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_whole_names() {
        let detector = Detector::pretrained();
        let text = "Prabowo Subianto dan Anies Baswedan di Jakarta, #PrabowoGibran";
        let found: Vec<(&str, NameClass, bool)> = mentions(&detector, text)
            .into_iter()
            .map(|mention| (&text[mention.span], mention.class, mention.in_tag))
            .collect();
        assert_eq!(
            found,
            [
                ("Prabowo Subianto", NameClass::Person, false),
                ("Anies Baswedan", NameClass::Person, false),
                ("Jakarta", NameClass::Place, false),
                ("PrabowoGibran", NameClass::Person, true),
            ]
        );
    }

    #[test]
    fn names_are_put_in_as_the_text_writes_them() {
        let detector = Detector::pretrained();
        for (text, name, expected) in [
            (
                "dukung jokowi di jakarta",
                "Anies Baswedan",
                "dukung anies baswedan di jakarta",
            ),
            ("Dukung Jokowi!", "Anies Baswedan", "Dukung Anies Baswedan!"),
            ("Rumah Jokowinya", "Anies", "Rumah Aniesnya"),
            (
                "#DukungJokowi sekarang",
                "Anies Baswedan",
                "#DukungAniesBaswedan sekarang",
            ),
        ] {
            let found = mentions(&detector, text);
            let persons: Vec<&Mention> = found
                .iter()
                .filter(|m| m.class == NameClass::Person)
                .collect();
            assert_eq!(replaced(text, &persons, name), expected);
        }
    }
}
