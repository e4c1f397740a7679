//! Answers other programs on this machine: one JSON object for each line they send.
//!
//! ```text
//! cargo run --release --example service -- [--listen ADDRESS] [--claims FILE] >> LOG
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
//! "refused"}` (FILE has been read again while others were served); or `{"error"}`. All but
//! pages goes to standard output first: an audit log without the texts, and of an error with
//! no more than its line of the connection, as it may quote one. FILE, links and dates are as
//! for `score`, but what is no date refuses the request, as does an `id` that is no string or
//! whole number. A proposal is taken on trust, but not from another model. No users, no
//! encryption: put it behind what has them. Exit status 2 if it cannot start.

mod common;

use std::error::Error;
use std::io::{self, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::RwLock;
use std::{thread, time::Duration};

use common::{claims, dates, files, half_pairs, input::Lines, links::links, tell};
use hoaks::Detector;
use hoaks::election::{Calendar, Date, Proposal, Recommendation};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    Posts(Vec<Post>),
    Confirm(Decision),
    Explain(Vec<String>),
    Reload,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Post {
    id: Value,
    text: String,
    #[serde(default)]
    date: Value,
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
}

impl Service {
    fn answer(&self, request: &[u8]) -> Result<Value, Box<dyn Error>> {
        let detector = || self.detector.read().map_err(|error| error.to_string());
        let not_json = |error| files::not_json(&error);
        let (request, _) = half_pairs::read(str::from_utf8(request)?).map_err(not_json)?;
        match request {
            Request::Posts(posts) => assess(&*detector()?, &posts),
            Request::Confirm(it) if it.proposal.model() == detector()?.model().digest() => {
                Ok(json!({"confirmed": it.proposal.confirm(&it.person, &it.reason, it.on)?}))
            }
            Request::Confirm(_) => Err("the proposal is of another model".into()),
            Request::Explain(texts) => Ok(json!({"page": detector()?.explain_page(&texts)})),
            Request::Reload => {
                let path = self.claims.as_deref().ok_or("there is no --claims FILE")?;
                let (mut index, refused) = claims::index(path)?;
                let answer = json!({"claims": index.len(), "refused": refused});
                let mut detector = self.detector.write().map_err(|error| error.to_string())?;
                std::mem::swap(detector.claims_mut(), &mut index);
                Ok(answer)
            }
        }
    }

    fn serve(&self, mut connection: &TcpStream) -> io::Result<()> {
        for line in Lines::new(BufReader::new(connection)) {
            let (number, request) = line?;
            let request = request.ok_or_else(|| "longer than 16 MiB".into());
            let answer = request.and_then(|request| self.answer(&request));
            let answer = answer.unwrap_or_else(|error| json!({"error": error.to_string()}));
            let refused = json!({"error": "request refused", "line": number});
            let logged = answer.get("error").map_or(&answer, |_| &refused);
            // What could not be logged is not answered.
            if answer.get("page").is_none() {
                let mut log = io::stdout().lock();
                writeln!(log, "{logged}").and_then(|()| log.flush())?;
            }
            connection.write_all(format!("{answer}\n").as_bytes())?;
        }
        Ok(())
    }
}

fn assess(detector: &Detector, posts: &[Post]) -> Result<Value, Box<dyn Error>> {
    let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
    let (model, calendar) = (detector.model().digest(), Calendar::indonesia());
    let mut answers = Vec::new();
    for (post, answer) in posts.iter().zip(detector.assess_batch(&texts)) {
        let id = (post.id.as_str().map(str::to_owned))
            .or_else(|| Some(post.id.as_u64()?.to_string()))
            .ok_or("an `id` is no string or whole number of 64 bits")?;
        let day = dates::day(&post.date).map_err(|error| format!("{id:?}: {error}"))?;
        let mut findings = answer.findings();
        findings.phase = day.and_then(|day| Some(calendar.phase_on(day)?.1));
        findings.links = links(&post.text);
        let advice = Recommendation::new(&findings);
        answers.push(json!({"id": post.id, "model": model, "answer": answer,
            "advice": advice, "proposal": advice.proposal(&id, model)?}));
    }
    Ok(json!({"answers": answers}))
}

fn main() -> ExitCode {
    common::start("service", include_str!("service.rs"), run)
}

fn run() -> Result<u64, Box<dyn Error>> {
    use lexopt::prelude::*;
    let (mut address, mut claims) = ("127.0.0.1:7878".to_owned(), None::<PathBuf>);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("listen") => address = arguments.value()?.string()?,
            Long("claims") => claims = Some(arguments.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    files::apart([None], claims.as_deref())?;
    let detector = RwLock::new(claims::known(Detector::pretrained(), claims.as_deref())?.0);
    let service = &Service { detector, claims };
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
