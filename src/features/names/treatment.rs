//! What becomes of a word, as far as that is the same everywhere.

use crate::features::hash;
use crate::features::names::class::NameClass;
use crate::features::names::context::Conditions;
use crate::features::names::list::Entry;
use crate::features::names::meant::Meant;
use crate::features::names::{Names, is_whole, without_clitic};

/// What becomes of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Treatment {
    /// It is read, whatever is around it.
    Read,
    /// It is masked, whatever is around it.
    Masked(NameClass),
    /// Its neighbours decide.
    Open(Conditions),
    /// So they do, but where a look at the word before is enough to see that it is
    /// no name by itself, it is part of one of this class if one follows.
    Opens(NameClass, Conditions),
}

impl Names {
    /// What becomes of a word: what [`Names::find`], [`Names::slipped`] and
    /// [`opens_as`] answer in any context, if that is always the same.
    /// `meant` is the listed word that it is a slip of by [`Names::near`], else
    /// the word itself.
    pub(crate) fn treatment(&self, word: &[u8], meant: Meant) -> Treatment {
        let stem = without_clitic(word).map(hash::word);
        let stem = stem.and_then(|hash| self.listed(hash));
        let stem = stem.filter(|stem| !(stem.always && is_whole(word)));
        let entry = self.listed(meant.word);
        let has_but = |entry: &Entry| self.behind(entry).iter().any(|behind| behind.but);
        let certain = |entry: &Entry| entry.always && !has_but(entry) && meant.sure;
        match (entry, stem) {
            (None, None) => Treatment::Read,
            // The stem of a slip may be a name first, behind some words only
            // (*sagalah*, of *Saga* and near *Sagala*).
            (Some(entry), Some(_)) if certain(entry) && !meant.slip => {
                Treatment::Masked(entry.class)
            }
            (Some(entry), None) | (None, Some(entry)) if certain(entry) => {
                Treatment::Masked(entry.class)
            }
            (entry, stem) => {
                let opens = meant.slip || entry.is_some_and(|entry| entry.before_name);
                let mut conditions = Conditions(if opens { Conditions::NEVER } else { 0 });
                for entry in entry.into_iter().chain(stem) {
                    conditions.0 |= self.conditions(entry).0;
                }
                let is_always = |entry: &Entry| entry.always;
                match entry.filter(|entry| entry.before_name && !meant.slip) {
                    Some(entry) if !entry.always && !stem.is_some_and(is_always) => {
                        Treatment::Opens(entry.class, conditions)
                    }
                    _ => Treatment::Open(conditions),
                }
            }
        }
    }
}

/// The class of a word, or of a slip, that is masked if a masked one follows;
/// `entry` is what the list says of it. Initials are, whoever they are of
/// (`P.B.J. Habibie`).
pub(in crate::features) fn opens_as(
    entry: Option<&Entry>,
    meant: Meant,
    initials: bool,
) -> Option<NameClass> {
    let opens = entry.filter(|entry| entry.before_name || meant.slip);
    let class = opens.map(|entry| entry.class);
    class.or(initials.then_some(NameClass::Person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::names::context::Context;
    use crate::features::names::list::{lines, parse};
    use crate::features::slips::written::Written;
    use crate::text::WalkedWord;

    fn all() -> impl Iterator<Item = (String, Entry)> {
        lines().filter_map(|line| {
            let (word, entry) = parse(line, &mut Vec::new())?;
            Some((String::from_utf8(word.to_owned()).unwrap(), entry))
        })
    }

    /// Behind each listed word, masked and not.
    #[test]
    fn what_is_ruled_out_is_no_name() {
        let names = Names::embedded();
        let behind: Vec<Context> = names
            .entries
            .values()
            .flat_map(|entry| names.behind(entry))
            .flat_map(|behind| {
                [false, true].map(|masked| Context {
                    word: Some(behind.word),
                    first: behind.first.unwrap_or(0),
                    masked,
                })
            })
            .chain([Context::default()])
            .collect();
        let (mut open, mut opens, mut ruled_out) = (0, 0, 0);
        let words = all().map(|(word, _)| word);
        for word in words.flat_map(|word| [word.clone() + "nya", word]) {
            let hash = hash::word(word.as_bytes());
            let treatment = names.treatment(word.as_bytes(), Meant::itself(hash));
            let (class, conditions) = match treatment {
                Treatment::Open(conditions) => (None, conditions),
                Treatment::Opens(class, conditions) => {
                    (Some(class), Conditions(conditions.0 & !Conditions::NEVER))
                }
                Treatment::Read | Treatment::Masked(_) => continue,
            };
            (open, opens) = (open + 1, opens + usize::from(class.is_some()));
            let walked = WalkedWord::plain(word.as_bytes(), false);
            for &before in behind
                .iter()
                .filter(|before| conditions.rule_out(before.bits()))
            {
                ruled_out += 1;
                assert_eq!(names.opens(hash), class, "{word}");
                assert_eq!(names.find(&walked, hash, before), None, "{word} {before:?}");
            }
        }
        // Else nothing was tried.
        assert!(
            open > 500 && opens > 100 && ruled_out > 100 * open,
            "{open} {opens} {ruled_out}"
        );
    }

    /// A slip of a name that is also another with a clitic, which only some words
    /// make one (*sagalah*), is not the same name everywhere.
    #[test]
    fn a_slip_with_a_stem_of_conditions_stays_open() {
        let names = Names::embedded();
        let mut tried = 0;
        for (name, entry) in all() {
            for clitic in ["nya", "lah", "kah", "pun", "ku", "mu"] {
                let word = name.clone() + clitic;
                let hash = hash::word(word.as_bytes());
                if !entry.always
                    && without_clitic(word.as_bytes()) == Some(name.as_bytes())
                    && names.listed(hash).is_none()
                    && let Some(slip) = names.near(&Written::new(word.as_bytes()))
                {
                    let treatment = names.treatment(word.as_bytes(), slip);
                    assert!(!matches!(treatment, Treatment::Masked(_)), "{word}");
                    tried += 1;
                }
            }
        }
        assert!(tried > 0);
    }
}
