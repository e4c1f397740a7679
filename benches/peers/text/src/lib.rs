//! The text layer of `hoaks` beside other crates: how fast, and how close to
//! Universal Dependencies treebanks.
//!
//! A package of its own, so that nobody who uses or tests `hoaks` builds the
//! peers. From the root of the repository:
//!
//! ```text
//! cargo bench --manifest-path benches/peers/text/Cargo.toml
//! cargo run --release --manifest-path benches/peers/text/Cargo.toml --bin ratios
//! cargo run --release --manifest-path benches/peers/text/Cargo.toml --bin scores -- FILE.conllu...
//! ```
//!
//! Both programs write Markdown tables. To compare one more function of
//! `hoaks` or one more crate, add its line to the list in [`systems`].

pub mod conllu;
pub mod metrics;
pub mod systems;
pub mod table;
#[path = "../../../common/mod.rs"]
#[allow(missing_docs)] // shared with the benches of the main package
pub mod workloads;
