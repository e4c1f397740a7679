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
//! that is not UTF-8 or longer than 16 MiB becomes `{"line": n, "error": "..."}`, and so
//! does the place where reading breaks off; the exit status is 1 then, and 2 if writing
//! fails. Gzip is read too.

mod common;

use std::borrow::Cow;
use std::error::Error;
use std::io::{self, BufWriter};
use std::ops::Range;
use std::process::ExitCode;

use common::answers::answer;
use common::input::raws_to_break;
use hoaks::text;
use serde::Serialize;

fn main() -> ExitCode {
    common::start("tokenize", include_str!("tokenize.rs"), run)
}

fn run() -> Result<u64, Box<dyn Error>> {
    if let Some(argument) = lexopt::Parser::from_env().next()? {
        return Err(argument.unexpected().into());
    }
    common::files::apart([None], [])?;
    let output = BufWriter::new(io::stdout().lock());
    Ok(answer(raws_to_break(None)?, output, |raw, line| {
        let text = raw.line()?;
        Ok(serde_json::to_writer(line, &cut(&text)))
    })?)
}

/// Bytes of the line.
type Span = (usize, usize);

#[derive(Serialize)]
struct Cut<'t> {
    tokens: Vec<(usize, usize, &'static str)>,
    words: Vec<Span>,
    stems: Vec<Cow<'t, str>>,
    standard: Vec<(usize, usize, String)>,
    sentences: Vec<Span>,
}

fn cut(text: &str) -> Cut<'_> {
    let ends = |span: Range<usize>| (span.start, span.end);
    let (words, stems) = text::stems(text)
        .map(|stem| (ends(stem.span), stem.text))
        .unzip();
    Cut {
        tokens: text::tokens(text)
            .map(|token| (token.span().start, token.span().end, token.kind().name()))
            .collect(),
        words,
        stems,
        standard: text::slang(text)
            .map(|(span, standard)| (span.start, span.end, standard.to_string()))
            .collect(),
        sentences: text::sentences(text).map(ends).collect(),
    }
}
