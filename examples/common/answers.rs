//! One answer for each line of the input, in its order, on all of rayon's threads.

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use super::input::{Bad, Raw, blocks};

/// Lines that one thread answers at once.
const AT_ONCE: usize = 64;

/// Bytes of memory that each piece of answers keeps: a long text may take more.
const KEPT: usize = 1 << 18;

/// In place of the answer to a line that was refused.
#[derive(Serialize)]
struct Refused<'a> {
    line: u64,
    error: &'a str,
}

/// Writes to `output` what `answer` writes of each line, and a line for each that it
/// refuses; says how many these were.
pub fn answer(
    raws: impl Iterator<Item = Raw>,
    mut output: impl Write,
    answer: impl Fn(Raw, &mut Vec<u8>) -> Result<serde_json::Result<()>, Bad> + Sync,
) -> io::Result<u64> {
    let answer_all = |raws: Vec<Raw>, lines: &mut Vec<u8>| -> io::Result<u64> {
        let mut refused = 0;
        for raw in raws {
            match answer(raw, lines) {
                Ok(written) => written?,
                Err(Bad { line, error, .. }) => {
                    refused += 1;
                    let error = &error;
                    serde_json::to_writer(&mut *lines, &Refused { line, error })?;
                }
            }
            lines.push(b'\n');
        }
        Ok(refused)
    };
    let mut refused = 0;
    // Kept, as to give back their memory and ask for it again takes a fifth of the time.
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    for block in blocks(raws) {
        for piece in &mut pieces {
            piece.clear();
            piece.shrink_to(KEPT);
        }
        pieces.resize_with(block.len().div_ceil(AT_ONCE), Vec::new);
        refused += (block.into_par_iter().chunks(AT_ONCE))
            .zip(&mut pieces)
            .map(|(raws, lines)| answer_all(raws, lines))
            .try_reduce(|| 0, |one, other| Ok(one + other))?;
        for lines in &pieces {
            output.write_all(lines)?;
        }
    }
    output.flush()?;
    Ok(refused)
}
