//! What the examples share: reading input and command lines.
#![allow(dead_code)] // each example uses a part

pub mod claims;
pub mod figures;
pub mod heads;
pub mod held_out;
pub mod input;
pub mod recipe;
pub mod rules;
pub mod scores;
