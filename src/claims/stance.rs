//! Whether a text says that a claim holds, that it does not, or asks.

mod asking;
mod denying;
mod wording;
mod words;

use serde::{Deserialize, Serialize};

use crate::claims::same::Side;
use crate::claims::stance::words::{Word, Words};
use crate::named::{read_by_name, shown_by_name};

/// What a text that repeats a claim does with it, judged by the words around those that
/// both share.
///
/// This reads wording and understands nothing: a text that puts *hoaks* in front of a
/// lie counts as denying it. Most rules look only at what stands directly before or
/// behind the clause that shares most words with the claim; what is worded otherwise
/// counts as asserting it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stance {
    /// Asserts it; so does every text in which nothing speaks for the other two, and every
    /// text that adds no word to the claim.
    Asserts,
    /// Denies it, in one of three ways. The shared words are negated (*mana ada* counts,
    /// too) in the text but not in the claim, or the other way round; what is negated in
    /// front of the sentence that tells the claim does not count.
    ///
    /// Or the text has a word of refutation that the claim lacks. *Hoaks* counts anywhere,
    /// but not *dikira hoaks, ternyata …* or *hoaks dari mana*; *gak bener* or *rekayasa*
    /// counts, but not where it seems to be of something else in front of the claim (*Pemilu
    /// penuh rekayasa! …*). Only at the claim count *tidak ada bukti …*, *… itu bohong*, *… buatan
    /// AI*, *kabar … tidak akurat* (if it does not go on with *tapi …* or *sekarang terbukti*)
    /// and *awas penipuan! …*
    ///
    /// Or it warns of the claim as hearsay: *jangan percaya kabar …*, *stop sebar isu …*
    Denies,
    /// Asks whether it is true, only supposes it (*if*), or pleads to check it (*mohon
    /// klarifikasi*, *tolong dicek*). The question may also stand directly in front of the
    /// shared words or behind them (*bener gak?*, *hoaks atau fakta?*). Who asks why it is
    /// so says that it is.
    Asks,
}

impl Stance {
    /// All stances.
    pub const ALL: &'static [Self] = &[Self::Asserts, Self::Denies, Self::Asks];

    /// Lower-case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Asks => "asks",
        }
    }

    /// What `text` does with a claim that it repeats. Linear in both.
    pub(super) fn of(claim: Side<'_>, text: Side<'_>) -> Self {
        let (said, claimed) = (Words::new(text), Words::new(claim));
        // The claim's own words do not speak against it.
        let adds = |(at, word): (_, &Word<'_>)| !word.is_shared || said.is_label(at);
        let adds = said.words.iter().enumerate().any(adds);
        let contradicts = || match claimed.negates(claimed.all()) {
            true => !said.negates(said.all()),
            // What stands in front of the sentence that tells the claim is of something else.
            false => said.negates(said.told.open..said.words.len()),
        };
        if adds && said.refutes() {
            Self::Denies
        } else if (adds || !claimed.asks()) && said.asks() {
            Self::Asks
        } else if contradicts() {
            Self::Denies
        } else {
            Self::Asserts
        }
    }
}

read_by_name!(Stance, "asserts, denies or asks");
shown_by_name!(Stance);
