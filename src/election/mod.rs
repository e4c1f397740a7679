//! The domain: elections and their phases, topics, and what may follow from a
//! score.
//!
//! Nothing here is learned. [`Calendar`] knows when elections were, [`Topic`]
//! what false claims about them are about, and [`Recommendation`] turns the
//! numbers of a model into a suggestion with its reasons. A suggestion that
//! would take something away from somebody is a [`Proposal`]: it only becomes
//! [`Confirmed`] by a person with a name.

mod calendar;
mod date;
mod priority;
mod proposal;
mod recommendation;
mod topic;

pub use calendar::{Calendar, Election, Phase};
pub use date::Date;
pub use priority::Priority;
pub use proposal::{Confirmed, Proposal};
pub use recommendation::{Action, Addressee, Findings, Reason, Recommendation};
pub use topic::Topic;
