//! Turns a stream of posts into a queue: what a person should look at first.
//!
//! ```text
//! cargo run --release --example triage -- [--input FILE] [--output FILE]
//!     [--claims FILE] [--calendar FILE] [--most N]
//! ```
//!
//! Lines, their `date`, links, clarifications and elections are read as by `score`. Posts
//! that may be left alone are passed over, and so are blank ones, in which there is nothing
//! to look at (white space and hidden characters). Near-duplicates (MinHash, similarity 0.6) are
//! one entry with their number, but what clarifies a claim (`debunk` of 0.5), seems to deny
//! one or asks about one is none with what spreads it. Writes one JSON object for each
//! entry, best first: `{"rank", "priority", "reasons", "posts", "ids", "id", "text",
//! "hoax", "verdict", "topics", "phase", "clarification", "action", "needs_human",
//! "addressees", "model"}`; `ids` are the first 20 posts, `id` and `text` the one of the
//! highest priority among them; `reasons` are as in `score`, with `{"spread": posts}`
//! besides, but of the priority; `phase` is that of its `date`, never what the wording
//! suggests; `clarification` has `id`, `score`, `outcome` (refuted, unclear), `stance`
//! (asserts, denies, asks), `verdict`, `correction` and `url`. An entry whose post has a
//! `date` that is none has `date_error` besides. A queue is a file for `explain`, too: with
//! `--input QUEUE --html PAGE` it makes a page of the texts, in the order of the queue.
//!
//! The queue holds the best N entries (50,000; one at least): memory is that of 2 N posts and
//! about 1.2 KiB and 4 bytes a character for each of them besides, however long
//! the stream is. An entry that was dropped for it and comes again counts from
//! one. Standard error says how many were dropped, how many dates were none, and
//! which lines could not be read. Exit status: 0 if all lines were read, 1 if some
//! were not, 2 if nothing could be done.

mod common;

use std::collections::HashMap;
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use common::dates::{calendar, day};
use common::input::{BLOCK, Bad, Record, blocks, raws_to_break};
use common::links::links;
use common::{counted, tell};
use hoaks::Detector;
use hoaks::claims::{Match, Stance};
use hoaks::election::{Action, Calendar, Findings, Priority, Reason, Recommendation};
use hoaks::evaluate::near_duplicate_groups;
use hoaks::text::tokens;
use serde_json::{Value, json};

/// Jaccard similarity from which on two posts are one entry.
const SIMILAR: f64 = 0.6;
/// Ids that an entry lists.
const LISTED: usize = 20;

struct Options {
    input: Option<PathBuf>,
    output: Option<PathBuf>,
    claims: Option<PathBuf>,
    calendar: Option<PathBuf>,
    most: usize,
}

/// Near-duplicate posts.
struct Entry {
    line: u64,
    id: Value,
    text: String,
    verdict: &'static str,
    /// The best match among the clarifications.
    found: Option<Match>,
    findings: Findings,
    advice: Recommendation,
    date_error: Option<String>,
    posts: u64,
    ids: Vec<Value>,
}

impl Entry {
    fn priority(&self) -> Priority {
        Priority::new(&self.findings, self.posts)
    }

    /// What it does with a claim: what clarifies one denies it, too.
    fn stance(&self) -> Stance {
        let reasons = &self.advice.reasons;
        if reasons.contains(&Reason::Debunk) || reasons.contains(&Reason::Denies) {
            return Stance::Denies;
        }
        let found = self.found.as_ref();
        found.map_or(Stance::Asserts, |found| found.stance)
    }

    /// Takes another entry in. The text of the higher priority stands for both.
    fn join(&mut self, other: Self) {
        let alone = |entry: &Self| Priority::new(&entry.findings, 1).score;
        let (posts, mut ids) = (self.posts + other.posts, std::mem::take(&mut self.ids));
        ids.extend(other.ids.iter().cloned());
        ids.truncate(LISTED);
        if alone(&other) > alone(self) {
            *self = other;
        }
        (self.posts, self.ids) = (posts, ids);
    }
}

#[derive(Default)]
struct Queue {
    entries: Vec<Entry>,
    /// Entries that were too many.
    dropped: u64,
    posts: u64,
    left_alone: u64,
    /// Posts whose `date` is none.
    bad_dates: u64,
}

impl Queue {
    /// One entry for near-duplicates, the best `most` first.
    fn settle(&mut self, most: usize) -> Result<(), hoaks::Error> {
        self.entries.sort_by_key(|entry| entry.line);
        let texts: Vec<&str> = self
            .entries
            .iter()
            .map(|entry| entry.text.as_str())
            .collect();
        let groups = near_duplicate_groups(&texts, SIMILAR)?;
        let mut joined: Vec<Entry> = Vec::new();
        let mut places = HashMap::new();
        for (entry, group) in self.entries.drain(..).zip(groups) {
            // What quotes a claim to refute it or to ask reads like it, and does not
            // spread it.
            let next = joined.len();
            let place = *places.entry((group, entry.stance())).or_insert(next);
            match joined.get_mut(place) {
                Some(first) => first.join(entry),
                None => joined.push(entry),
            }
        }
        joined.sort_by_cached_key(|entry| {
            // Not negative, so that the bits have the order of the numbers.
            (
                std::cmp::Reverse(entry.priority().score.to_bits()),
                entry.line,
            )
        });
        self.dropped += joined.len().saturating_sub(most) as u64;
        joined.truncate(most);
        self.entries = joined;
        Ok(())
    }
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        input: None,
        output: None,
        claims: None,
        calendar: None,
        most: 50_000,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("input") => options.input = Some(arguments.value()?.into()),
            Long("output") => options.output = Some(arguments.value()?.into()),
            Long("claims") => options.claims = Some(arguments.value()?.into()),
            Long("calendar") => options.calendar = Some(arguments.value()?.into()),
            Long("most") => options.most = common::number(&mut arguments, "--most")?,
            other => return Err(other.unexpected()),
        }
    }
    if options.most == 0 {
        return Err("--most must be at least 1".into());
    }
    Ok(options)
}

fn main() -> ExitCode {
    common::start("triage", include_str!("triage.rs"), || run(&options()?))
}

fn run(options: &Options) -> Result<u64, Box<dyn Error>> {
    let read = [&options.input, &options.claims, &options.calendar];
    let read = read.into_iter().flatten().map(PathBuf::as_path);
    common::files::apart([options.output.as_deref()], read)?;
    let calendar = calendar(options.calendar.as_deref())?;
    let claims = options.claims.as_deref();
    let (detector, mut refused) = common::claims::known(Detector::pretrained(), claims)?;
    let mut queue = Queue::default();
    for block in blocks(raws_to_break(options.input.as_deref())?) {
        let mut records = Vec::with_capacity(block.len());
        for raw in block {
            match raw.record() {
                Ok(record) => records.push(record),
                Err(Bad { line, error, .. }) => {
                    refused += 1;
                    tell!("line {line}: {error}");
                }
            }
        }
        assess(&detector, &calendar, records, &mut queue);
        if queue.entries.len() >= options.most.saturating_mul(2).max(BLOCK) {
            queue.settle(options.most)?;
        }
    }
    queue.settle(options.most)?;
    let mut output = common::files::output(options.output.as_deref())?;
    for (rank, entry) in queue.entries.iter().enumerate() {
        serde_json::to_writer(&mut output, &row(rank + 1, entry, &detector))?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    tell!(
        "{}: {}, {} left alone, {} dropped, {} not read, {} not read",
        counted(queue.posts, "post", "posts"),
        counted(queue.entries.len() as u64, "entry", "entries"),
        counted(queue.left_alone, "post", "posts"),
        counted(queue.dropped, "entry", "entries"),
        counted(queue.bad_dates, "date", "dates"),
        counted(refused, "line", "lines"),
    );
    Ok(refused)
}

/// Moves the posts of a block that need a look into the queue.
fn assess(detector: &Detector, calendar: &Calendar, mut block: Vec<Record>, queue: &mut Queue) {
    let posts = block.len();
    block.retain(|record| tokens(&record.text).next().is_some());
    queue.posts += posts as u64;
    queue.left_alone += (posts - block.len()) as u64;
    let texts: Vec<&str> = block.iter().map(|record| record.text.as_str()).collect();
    let answers = detector.assess_batch(&texts);
    for (record, answer) in block.into_iter().zip(answers) {
        let mut findings = answer.findings();
        let (day, date_error) = match day(&record.date) {
            Ok(day) => (day, None),
            Err(error) => (None, Some(error)),
        };
        queue.bad_dates += u64::from(date_error.is_some());
        findings.phase = day
            .and_then(|day| calendar.phase_on(day))
            .map(|(_, phase)| phase);
        findings.links = links(&record.text);
        let advice = Recommendation::new(&findings);
        if advice.action == Action::Ignore {
            queue.left_alone += 1;
            continue;
        }
        queue.entries.push(Entry {
            line: record.line,
            ids: vec![record.id.clone()],
            id: record.id,
            text: record.text,
            verdict: answer.verdict().name(),
            found: answer.clarification().cloned(),
            findings,
            advice,
            date_error,
            posts: 1,
        });
    }
}

fn row(rank: usize, entry: &Entry, detector: &Detector) -> Value {
    let priority = entry.priority();
    let mut row = json!({
        "rank": rank,
        "priority": priority.score,
        "reasons": priority.reasons,
        "posts": entry.posts,
        "ids": entry.ids,
        "id": entry.id,
        "text": entry.text,
        "hoax": entry.findings.hoax,
        "verdict": entry.verdict,
        "topics": entry.findings.topics,
        "phase": entry.findings.phase,
        "clarification": entry.found.as_ref().map(|found| {
            let known = detector.claims().and_then(|claims| claims.get(&found.id));
            json!({
                "id": found.id,
                "score": found.score,
                "outcome": found.outcome,
                "stance": found.stance,
                "verdict": known.map(|known| &known.verdict),
                "correction": known.map(|known| &known.correction),
                "url": known.map(|known| &known.url),
            })
        }),
        "action": entry.advice.action,
        "needs_human": entry.advice.needs_human,
        "addressees": entry.advice.addressees,
        "model": detector.model().digest(),
    });
    if let Some(error) = &entry.date_error {
        row["date_error"] = error.as_str().into();
    }
    row
}
