//! Answers other programs on this machine: one JSON object for each line they send.
//!
//! ```text
//! cargo run --release --example service -- [--listen ADDRESS] [--claims FILE]
//!     [--calendar FILE] >> LOG
//! ```
//!
//! Says on standard error where it listens (127.0.0.1:7878; port 0 takes a free one). Each
//! line of a connection is a request:
//!
//! ```text
//! {"posts": [{"id": "p1", "text": "...", "date": "2024-02-14"}, ...]}
//! {"confirm": {"proposal": {...}, "person": "...", "reason": "...", "on": "2024-02-15"}}
//! {"explain": ["...", ...]}
//! "reload"
//! ```
//!
//! Answered, in order, by `{"answers": [{"id", "model", "answer", "advice", "proposal"}]}`
//! (`proposal`, or null, waits for a person); `{"confirmed"}`; `{"page"}` of HTML; `{"claims",
//! "refused"}` (the FILE of `--claims` has been read again while others were served); or
//! `{"error"}`. A post that cannot be read costs itself: its answer is `{"id", "error"}`; one
//! whose `date` is none has `date_error` besides and is answered as one without a date. An
//! `id` is a string or a whole number from 0. One request has 10,000 posts, or texts to
//! explain of 1 MiB together, at most, and 16 MiB.
//!
//! All but pages goes to standard output first: an audit log without the texts, and of a
//! request that was refused with no more than its line of the connection, as the error may
//! quote one. Files, links and dates are as for `score`. A proposal is taken on trust, but
//! not from another model. No users, no encryption, no time limits: put it behind what has
//! them. Exit status 2 if it cannot start.

mod common;

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::RwLock;
use std::{thread, time::Duration};

use common::{claims, dates, files, half_pairs, input::Lines, links::links, tell};
use hoaks::election::{Calendar, Date, Proposal, Recommendation};
use hoaks::{Assessment, Detector};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    /// Each a [`Post`], or an error of its own.
    Posts(Vec<Value>),
    Confirm(Decision),
    Explain(Vec<String>),
    Reload,
}

/// Posts of one request, or texts to explain: what is said of the shortest takes some fifty
/// times its room, or 1.6 KB of a page.
const MOST_POSTS: usize = 10_000;
/// Bytes of the texts that one request wants explained: of long ones a page takes ten times
/// that, and what it is made from a hundred.
const MOST_EXPLAINED: usize = 1 << 20;

struct Post {
    /// As given, and as a proposal has it.
    id: Value,
    item: String,
    text: String,
    date: Value,
}

impl Post {
    /// What is wrong with it is said without a word of it, as a log keeps it.
    fn read(post: Value) -> Result<Self, (Value, &'static str)> {
        let Value::Object(mut fields) = post else {
            return Err((Value::Null, "is no object"));
        };
        let id = fields.remove("id").unwrap_or_default();
        let item = (id.as_str().map(str::to_owned)).or_else(|| Some(id.as_u64()?.to_string()));
        let Some(item) = item else {
            return Err((
                Value::Null,
                "its `id` is no string or whole number of 64 bits",
            ));
        };
        let Some(Value::String(text)) = fields.remove("text") else {
            return Err((id, "its `text` is no string"));
        };
        let date = fields.remove("date").unwrap_or_default();
        if !fields.is_empty() {
            return Err((id, "has a field besides `id`, `text` and `date`"));
        }
        Ok(Self {
            id,
            item,
            text,
            date,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    proposal: Proposal,
    person: String,
    reason: String,
    on: Date,
}

struct Service {
    /// Read by all connections at once; written to only to exchange the claims.
    detector: RwLock<Detector>,
    claims: Option<PathBuf>,
    calendar: Calendar,
}

/// What a request gets.
enum Reply {
    /// Written down first.
    Logged(String),
    Page(String),
}

impl Service {
    fn answer(&self, request: &[u8]) -> Result<Reply, Box<dyn Error>> {
        let detector = || self.detector.read().map_err(|error| error.to_string());
        let not_json = |error| files::not_json(&error);
        let (request, _) = half_pairs::read(str::from_utf8(request)?).map_err(not_json)?;
        Ok(Reply::Logged(match request {
            Request::Posts(posts) => {
                if posts.len() > MOST_POSTS {
                    return Err(format!("more than {MOST_POSTS} posts").into());
                }
                assess(&*detector()?, &self.calendar, posts)?
            }
            Request::Confirm(it) if it.proposal.model() == detector()?.model().digest() => {
                let confirmed = it.proposal.confirm(&it.person, &it.reason, it.on)?;
                json!({"confirmed": confirmed}).to_string()
            }
            Request::Confirm(_) => return Err("the proposal is of another model".into()),
            Request::Explain(texts) => {
                if texts.len() > MOST_POSTS {
                    return Err(format!("more than {MOST_POSTS} texts to explain").into());
                }
                if texts.iter().map(String::len).sum::<usize>() > MOST_EXPLAINED {
                    return Err(format!("more than {MOST_EXPLAINED} bytes to explain").into());
                }
                let page = detector()?.explain_page(&texts);
                return Ok(Reply::Page(json!({"page": page}).to_string()));
            }
            Request::Reload => {
                let path = self.claims.as_deref().ok_or("there is no --claims FILE")?;
                let (mut index, refused) = claims::index(path)?;
                let answer = json!({"claims": index.len(), "refused": refused});
                let mut detector = self.detector.write().map_err(|error| error.to_string())?;
                std::mem::swap(detector.claims_mut(), &mut index);
                answer.to_string()
            }
        }))
    }

    fn serve(&self, mut connection: &TcpStream) -> io::Result<()> {
        for line in Lines::new(BufReader::new(connection)) {
            let (number, request) = line?;
            let request = request.ok_or_else(|| "longer than 16 MiB".into());
            let mut answer = match request.and_then(|request| self.answer(&request)) {
                Ok(Reply::Logged(answer)) => {
                    log(&answer)?;
                    answer
                }
                Ok(Reply::Page(page)) => page,
                Err(error) => {
                    log(&json!({"error": "request refused", "line": number}).to_string())?;
                    json!({"error": error.to_string()}).to_string()
                }
            };
            answer.push('\n');
            connection.write_all(answer.as_bytes())?;
        }
        Ok(())
    }
}

/// What could not be logged is not answered.
fn log(line: &str) -> io::Result<()> {
    let mut log = io::stdout().lock();
    writeln!(log, "{line}").and_then(|()| log.flush())
}

/// One post after the other, as a `Value` takes twenty times the room of what it is
/// written as.
fn assess(
    detector: &Detector,
    calendar: &Calendar,
    posts: Vec<Value>,
) -> Result<String, Box<dyn Error>> {
    let posts: Vec<_> = posts.into_iter().map(Post::read).collect();
    let texts = posts.iter().flatten().map(|post| post.text.as_str());
    let texts: Vec<&str> = texts.collect();
    let mut answers = detector.assess_batch(&texts).into_iter();
    let model = detector.model().digest();
    let mut line = "{\"answers\":[".to_owned();
    for (number, post) in posts.iter().enumerate() {
        let answer = match post {
            Ok(post) => {
                let answer = answers.next().ok_or("a post has no answer")?;
                answer_one(post, &answer, calendar, model)
                    .unwrap_or_else(|error| json!({"id": post.id, "error": error.to_string()}))
            }
            Err((id, error)) => json!({"id": id, "error": error}),
        };
        let comma = if number == 0 { "" } else { "," };
        write!(line, "{comma}{answer}")?;
    }
    line.push_str("]}");
    Ok(line)
}

fn answer_one(
    post: &Post,
    answer: &Assessment,
    calendar: &Calendar,
    model: &str,
) -> Result<Value, hoaks::Error> {
    let (day, is_date) = match dates::day(&post.date) {
        Ok(day) => (day, true),
        Err(_) => (None, false),
    };
    let mut findings = answer.findings();
    findings.phase = day.and_then(|day| Some(calendar.phase_on(day)?.1));
    findings.links = links(&post.text);
    let advice = Recommendation::new(&findings);
    let mut row = json!({"id": post.id, "model": model, "answer": answer,
        "advice": advice, "proposal": advice.proposal(&post.item, model)?});
    if !is_date {
        row["date_error"] = "`date` is none that is known, or its zone is not".into();
    }
    Ok(row)
}

fn main() -> ExitCode {
    common::start("service", include_str!("service.rs"), run)
}

fn run() -> Result<u64, Box<dyn Error>> {
    use lexopt::prelude::*;
    let mut address = "127.0.0.1:7878".to_owned();
    let (mut claims, mut calendar) = (None::<PathBuf>, None::<PathBuf>);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("listen") => address = arguments.value()?.string()?,
            Long("claims") => claims = Some(arguments.value()?.into()),
            Long("calendar") => calendar = Some(arguments.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    files::apart(
        [None],
        claims.as_deref().into_iter().chain(calendar.as_deref()),
    )?;
    let calendar = dates::calendar(calendar.as_deref())?;
    let detector = RwLock::new(claims::known(Detector::pretrained(), claims.as_deref())?.0);
    let service = &Service {
        detector,
        claims,
        calendar,
    };
    let listener = TcpListener::bind(&address).map_err(|error| format!("{address}: {error}"))?;
    tell!("listening on {}", listener.local_addr()?);
    let mut is_full = false;
    thread::scope(|scope| {
        for connection in listener.incoming() {
            let was_full = std::mem::replace(&mut is_full, connection.is_err());
            match connection {
                Ok(it) => {
                    let serve = move || service.serve(&it).unwrap_or_else(|error| tell!("{error}"));
                    // Without room for another thread the connection ends.
                    let _ = thread::Builder::new().spawn_scoped(scope, serve);
                }
                Err(error) if !was_full => tell!("{error}"),
                // The next one would fail at once, too.
                Err(_) => thread::sleep(Duration::from_millis(100)),
            }
        }
    });
    Ok(0)
}
