//! Turns a stream of posts into a queue: what a person should look at first.
//!
//! ```text
//! cargo run --release --example triage -- [--input FILE] [--output FILE]
//!     [--claims FILE] [--most N]
//! ```
//!
//! Lines are read as by `score`; a JSON line may have `date`. Posts that may be
//! left alone are passed over. Near-duplicates (MinHash, similarity 0.6) are
//! one entry with their number. Writes one JSON object for each entry, best
//! first: `{"rank", "priority", "reasons", "posts", "ids", "id", "text", "hoax",
//! "verdict", "topics", "phase", "clarification", "action", "needs_human",
//! "model"}`; `ids` are the first 20 posts, `id` and `text` the one of the
//! highest priority among them; `clarification` has `id`, `score`, `verdict`,
//! `correction` and `url`.
//!
//! The queue holds the best N entries (50,000): memory is that of 2 N posts and
//! about 1.2 KiB and 4 bytes a character for each of them besides, however long
//! the stream is. An entry that was dropped for it and comes again counts from
//! one. Standard error says how many were dropped, and which lines could not be
//! read. Exit status: 0 if all lines were read, 1 if
//! some were not, 2 if nothing could be done.

mod common;

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use common::input::{Bad, Record, records};
use hoaks::Detector;
use hoaks::election::{Action, Calendar, Findings, Priority, Recommendation};
use hoaks::evaluate::near_duplicate_groups;
use hoaks::text::{TokenKind, tokens};
use serde_json::{Value, json};

/// Texts are read and scored in blocks of this many.
const BLOCK: usize = 4096;
/// Jaccard similarity from which on two posts are one entry.
const SIMILAR: f64 = 0.6;
/// Ids that an entry lists.
const LISTED: usize = 20;

struct Options {
    input: Option<PathBuf>,
    output: Option<PathBuf>,
    claims: Option<PathBuf>,
    most: usize,
}

/// Near-duplicate posts.
struct Entry {
    line: u64,
    id: Value,
    text: String,
    verdict: &'static str,
    match_score: Option<f64>,
    findings: Findings,
    posts: u64,
    ids: Vec<Value>,
}

impl Entry {
    fn priority(&self) -> Priority {
        Priority::new(&self.findings, self.posts)
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
    dropped: u64,
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
        for (entry, group) in self.entries.drain(..).zip(groups) {
            // Groups count up in the order of first appearance.
            match joined.get_mut(group as usize) {
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
        most: 50_000,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("input") => options.input = Some(arguments.value()?.into()),
            Long("output") => options.output = Some(arguments.value()?.into()),
            Long("claims") => options.claims = Some(arguments.value()?.into()),
            Long("most") => options.most = arguments.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    common::exit(
        "triage",
        options().map_err(Into::into).and_then(|it| run(&it)),
    )
}

fn run(options: &Options) -> Result<u64, Box<dyn Error>> {
    let claims = options.claims.as_deref();
    let (detector, mut refused) = common::claims::known(Detector::pretrained(), claims)?;
    let input = records(options.input.as_deref())?;
    let calendar = Calendar::indonesia();
    let mut queue = Queue::default();
    let (mut posts, mut left_alone) = (0_u64, 0_u64);
    let mut block = Vec::with_capacity(BLOCK);
    let mut records = input.peekable();
    while let Some(record) = records.next() {
        match record? {
            Ok(record) => block.push(record),
            Err(Bad { line, error }) => {
                refused += 1;
                eprintln!("line {line}: {error}");
            }
        }
        if block.len() == BLOCK || records.peek().is_none() {
            posts += block.len() as u64;
            left_alone += assess(&detector, &calendar, &mut block, &mut queue.entries);
        }
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
    eprintln!(
        "{posts} posts: {} entries, {left_alone} posts left alone, {} entries dropped, {refused} lines not read",
        queue.entries.len(),
        queue.dropped
    );
    Ok(refused)
}

/// Moves the posts of a block that need a look; returns how many do not.
fn assess(
    detector: &Detector,
    calendar: &Calendar,
    block: &mut Vec<Record>,
    entries: &mut Vec<Entry>,
) -> u64 {
    let texts: Vec<&str> = block.iter().map(|record| record.text.as_str()).collect();
    let answers = detector.assess_batch(&texts);
    let mut left_alone = 0;
    for (record, answer) in block.drain(..).zip(answers) {
        let mut findings = answer.findings();
        let day = record.date.as_deref().and_then(|date| date.parse().ok());
        findings.phase = day
            .and_then(|day| calendar.phase_on(day))
            .map(|(_, phase)| phase);
        findings.links = tokens(&record.text).any(|token| token.kind() == TokenKind::Url);
        if Recommendation::new(&findings).action == Action::Ignore {
            left_alone += 1;
            continue;
        }
        entries.push(Entry {
            line: record.line,
            ids: vec![record.id.clone()],
            id: record.id,
            text: record.text,
            verdict: answer.verdict().name(),
            match_score: answer.clarification().map(|found| found.score),
            findings,
            posts: 1,
        });
    }
    left_alone
}

fn row(rank: usize, entry: &Entry, detector: &Detector) -> Value {
    let priority = entry.priority();
    let advice = Recommendation::new(&entry.findings);
    let clarification = entry.findings.clarification.as_ref();
    json!({
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
        "clarification": clarification.map(|id| {
            let known = detector.claims().and_then(|claims| claims.get(id));
            json!({
                "id": id,
                "score": entry.match_score,
                "verdict": known.map(|known| &known.verdict),
                "correction": known.map(|known| &known.correction),
                "url": known.map(|known| &known.url),
            })
        }),
        "action": advice.action,
        "needs_human": advice.needs_human,
        "model": detector.model().digest(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A claim of its own for each number, in words of its own.
    fn claim(number: usize) -> String {
        let syllable = |at: usize| ["ba", "ci", "du", "fo", "ge", "hi", "ju"][at % 7];
        let word = |at: usize| {
            let seed = number * 31 + at * 17;
            [seed, seed / 7, seed / 49, at].map(syllable).concat()
        };
        let words: Vec<String> = (0..6).map(word).collect();
        format!("Pemilu KPU: {}", words.join(" "))
    }

    fn triage(name: &str, lines: &str, most: usize) -> (Vec<Value>, u64) {
        let path = |kind: &str| {
            let name = format!("hoaks-triage-{name}-{}-{kind}", std::process::id());
            std::env::temp_dir().join(name)
        };
        let (input, output, claims) = (path("in"), path("out"), path("claims"));
        fs::write(&input, lines).unwrap();
        let known = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";
        let mut file = format!(
            "{}\n",
            json!({"id": "cf-1", "claim": known, "correction": "Tidak ada."})
        );
        for number in 0..60 {
            let row = json!({"id": number, "claim": claim(number), "verdict": "salah"});
            file.push_str(&format!("{row}\n"));
        }
        fs::write(&claims, file).unwrap();
        let options = Options {
            input: Some(input.clone()),
            output: Some(output.clone()),
            claims: Some(claims.clone()),
            most,
        };
        let refused = run(&options).unwrap();
        let rows = fs::read_to_string(&output).unwrap();
        for path in [input, output, claims] {
            fs::remove_file(path).unwrap();
        }
        let rows = rows.lines().map(|row| serde_json::from_str(row).unwrap());
        (rows.collect(), refused)
    }

    const STREAM: &str = r#"{"id": "calm", "text": "KPU kabupaten menjadwalkan simulasi pemungutan suara di tiga kecamatan pekan depan."}
{"id": "a", "text": "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah", "date": "2024-02-14"}
{"text": 3}
{"id": "b", "text": "PETUGAS TPS di Sukamaju membagikan surat suara kepada anak sekolah!! https://contoh.id", "date": "2024-02-14"}
{not json
{"id": "c", "text": "Gawat!!! VIRAL!!! Presiden diam-diam sudah ditangkap, sebarkan sebelum dihapus!!!"}
"#;

    #[test]
    fn best_first_near_duplicates_once_and_bad_lines_cost_themselves() {
        let (rows, refused) = triage("all", STREAM, 100);
        assert_eq!(refused, 2);
        assert_eq!(rows[0]["posts"], 2);
        assert_eq!(rows[0]["ids"], json!(["a", "b"]));
        assert_eq!(rows[0]["clarification"]["id"], "cf-1");
        assert_eq!(rows[0]["clarification"]["correction"], "Tidak ada.");
        assert_eq!(rows[0]["action"], "clarify");
        assert_eq!(rows[0]["phase"], "during");
        let reasons = rows[0]["reasons"].as_array().unwrap();
        assert!(reasons.contains(&json!({"clarified": "cf-1"})));
        assert!(reasons.contains(&json!({"spread": 2})));
        let calm = STREAM.lines().next().unwrap();
        let calm: Value = serde_json::from_str(calm).unwrap();
        let advice = Detector::pretrained()
            .assess(calm["text"].as_str().unwrap())
            .recommendation(None);
        let kept = rows.iter().any(|row| row["id"] == "calm");
        assert_eq!(kept, advice.action != Action::Ignore);
        for (number, pair) in rows.windows(2).enumerate() {
            assert_eq!(pair[0]["rank"], number + 1);
            assert!(pair[0]["priority"].as_f64() >= pair[1]["priority"].as_f64());
        }
    }

    #[test]
    fn the_queue_is_bounded_and_keeps_the_best_and_their_numbers() {
        // More than a block, so that the queue is settled on the way.
        let mut lines = String::new();
        for number in 0..4_500 {
            lines.push_str(&format!("{}\n", claim(number % 60)));
            if number % 3 == 0 {
                lines.push_str(&format!("{}\n", claim(7)));
            }
        }
        let (rows, refused) = triage("bound", &lines, 10);
        assert_eq!((rows.len(), refused), (10, 0));
        let known = rows.iter().find(|row| row["clarification"]["id"] == "7");
        let known = known.unwrap();
        assert_eq!(known["posts"], 1_575);
        assert_eq!(known["ids"].as_array().unwrap().len(), LISTED);
        let others = rows.iter().filter(|row| row["posts"] == 75);
        assert_eq!(others.count(), 9);
    }
}
