//! The character runs of a word.

use std::ops::Range;

use crate::features::block::Block;
use crate::features::hash;
use crate::features::pass::Pass;
use crate::features::pass::sink::{MOST_RUNS, Sink};

/// Edges of a word inside its character runs; part of the model format.
const BEGIN: u8 = 2;
const END: u8 = 3;
/// Longest word whose runs are read from a buffer on the stack.
const SHORT: usize = 54;
const _: () = assert!(3 * SHORT <= MOST_RUNS);

impl<S: Sink> Pass<'_, S> {
    /// All runs of a word; `span` says where a part of it stands in the original.
    #[inline]
    pub(super) fn runs(&mut self, word: &[u8], span: impl Fn(Range<usize>) -> Range<usize> + Copy) {
        if word.len() <= SHORT && word.is_ascii() {
            self.short_runs(word, span);
        } else {
            self.wide_runs(word, span);
        }
    }

    /// Runs of a word of up to [`SHORT`] ASCII letters: nearly all of them.
    fn short_runs(&mut self, word: &[u8], span: impl Fn(Range<usize>) -> Range<usize> + Copy) {
        let length = word.len();
        let mut padded = [0; SHORT + 10];
        padded[0] = BEGIN;
        padded[1..=length].copy_from_slice(word);
        padded[length + 1] = END;
        let eight = |at: usize| {
            let eight = padded.get(at..).and_then(|rest| rest.first_chunk());
            u64::from_le_bytes(eight.copied().unwrap_or_default())
        };
        let rows = self.rows;
        let run = |at: usize, n: usize, eight: u64| {
            let hash = hash::block(hash::CHARS, n, eight & ((1 << (8 * n)) - 1));
            // One less for the mark at the front.
            let span = move || span(at.saturating_sub(1)..(at + n - 1).min(length));
            (rows.of(hash), span)
        };
        // As many as fit between here and the end mark, up to five: three from
        // all letters but the last two, and three from these together.
        let Some(two) = length.checked_sub(2) else {
            let (row, span) = run(0, 3, eight(0));
            self.grams += 1;
            return self.sink.gram(Block::Chars, row, span);
        };
        self.grams += 3 * (two + 1);
        // Written out, as a closure over lengths is not always compiled in line.
        let front = (0..two).map(|at| {
            let eight = eight(at);
            [run(at, 3, eight), run(at, 4, eight), run(at, 5, eight)]
        });
        let last = eight(two);
        let back = [
            run(two, 3, last),
            run(two, 4, last),
            run(two + 1, 3, eight(two + 1)),
        ];
        self.sink.runs(front, back);
    }

    /// Runs of any word.
    fn wide_runs(&mut self, word: &[u8], span: impl Fn(Range<usize>) -> Range<usize> + Copy) {
        let mut padded = std::mem::take(self.padded);
        padded.clear();
        padded.push(BEGIN);
        padded.extend_from_slice(word);
        padded.push(END);
        let is_start = |at: usize| padded.get(at).is_some_and(|byte| byte & 0xC0 != 0x80);
        for at in (0..padded.len()).filter(|&at| is_start(at)) {
            let mut end = at;
            for n in 1..=5 {
                if end >= padded.len() {
                    break;
                }
                end += 1;
                while end < padded.len() && !is_start(end) {
                    end += 1;
                }
                if n >= 3 {
                    let run = hash::bytes(hash::CHARS, &padded[at..end]);
                    self.gram(Block::Chars, run, || {
                        span(at.saturating_sub(1)..(end - 1).min(word.len()))
                    });
                }
            }
        }
        *self.padded = padded;
    }
}
