//! Cuts each line of standard input into tokens and sentences.
//!
//! ```text
//! cargo run --release --example tokenize < texts.txt
//! ```
//!
//! Takes no arguments. Writes one JSON object for each line, with byte offsets into it:
//! `{"tokens": [[start, end, "kind"], ...], "words": [[start, end], ...],
//! "stems": ["..." for each word], "standard": [[start, end, "word"], ...],
//! "sentences": [[start, end], ...]}`, `standard` for slang words only. A line
//! that is not UTF-8 or longer than 16 MiB becomes `{"line": n, "error": "..."}`,
//! and the exit status is 1; 2 if reading or writing fails.

mod common;

use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::input::{LONGEST_LINE, Lines};
use serde_json::json;

fn main() -> ExitCode {
    common::start("tokenize", include_str!("tokenize.rs"), run)
}

fn run() -> Result<u64, Box<dyn Error>> {
    if let Some(argument) = lexopt::Parser::from_env().next()? {
        return Err(argument.unexpected().into());
    }
    common::files::apart([None], [])?;
    let mut output = BufWriter::new(io::stdout().lock());
    let mut refused = 0;
    for line in Lines::new(io::stdin().lock()) {
        let (number, bytes) = line?;
        let answer = match bytes.as_deref().map(std::str::from_utf8) {
            Some(Ok(text)) => {
                let tokens: Vec<_> = hoaks::text::tokens(text)
                    .map(|token| (token.span().start, token.span().end, token.kind().name()))
                    .collect();
                let words: Vec<_> = hoaks::text::words(text)
                    .map(|word| (word.span().start, word.span().end))
                    .collect();
                let stems: Vec<_> = hoaks::text::stems(text).map(|stem| stem.text).collect();
                let standard: Vec<_> = hoaks::text::slang(text)
                    .map(|(span, standard)| (span.start, span.end, standard.to_string()))
                    .collect();
                let sentences: Vec<_> = hoaks::text::sentences(text)
                    .map(|span| (span.start, span.end))
                    .collect();
                json!({
                    "tokens": tokens,
                    "words": words,
                    "stems": stems,
                    "standard": standard,
                    "sentences": sentences,
                })
            }
            Some(Err(error)) => {
                refused += 1;
                json!({ "line": number, "error": format!("not UTF-8 at byte {}", error.valid_up_to()) })
            }
            None => {
                refused += 1;
                json!({ "line": number, "error": format!("longer than {LONGEST_LINE} bytes") })
            }
        };
        serde_json::to_writer(&mut output, &answer)?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(refused)
}
