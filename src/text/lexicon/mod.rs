//! What is known of words by themselves: short lists, and fingerprints of two long ones,
//! roots with names and derived forms.

pub(super) mod abbreviation;
pub(super) mod calendar;
pub(super) mod closed;
mod fingerprints;
pub(super) mod opener;
pub(super) mod unit;

#[cfg(feature = "detector")]
pub(crate) use fingerprints::{Commonness, commonness, is_listed, is_used};
pub(crate) use fingerprints::{
    Count, Cut, Entry, Hash, Part, Texts, hash, is_root, known_cut, look_up,
};
