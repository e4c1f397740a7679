//! The example `service` serves several connections, reads claims again meanwhile, and
//! writes down what it answers and what a person decides.

mod program;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use hoaks::Detector;
use hoaks::election::Confirmed;
use program::{Folder, program};
use serde_json::{Value, json};

const CLAIM: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";

struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        Self::start_with_log(arguments, Stdio::piped())
    }

    fn start_with_log(arguments: &[&str], log: Stdio) -> Self {
        Self::of(Command::new(program("service")).args(arguments).stdout(log))
    }

    fn of(command: &mut Command) -> Self {
        let mut child = command
            .args(["--listen", "127.0.0.1:0"])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = String::new();
        let mut errors = BufReader::new(child.stderr.take().unwrap());
        errors.read_line(&mut told).unwrap();
        let address = told.trim().rsplit(' ').next().unwrap().to_owned();
        // Kept open, so that nothing that is told there breaks it.
        child.stderr = Some(errors.into_inner());
        Self { child, address }
    }

    /// Ends it, and gives what it told since it listens.
    fn told(mut self) -> String {
        self.child.kill().unwrap();
        let mut told = String::new();
        let mut stderr = self.child.stderr.take().unwrap();
        stderr.read_to_string(&mut told).unwrap();
        told
    }

    fn connect(&self) -> BufReader<TcpStream> {
        BufReader::new(TcpStream::connect(&self.address).unwrap())
    }

    /// Ends it, and gives its log.
    fn log(mut self) -> Vec<Value> {
        self.child.kill().unwrap();
        let mut log = String::new();
        let mut stdout = self.child.stdout.take().unwrap();
        stdout.read_to_string(&mut log).unwrap();
        self.child.wait().unwrap();
        let lines = log.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the log has of an error in this line of a connection.
fn refused(line: u64) -> Value {
    json!({"error": "request refused", "line": line})
}

fn ask(connection: &mut BufReader<TcpStream>, request: &str) -> Value {
    writeln!(connection.get_ref(), "{request}").unwrap();
    let mut answer = String::new();
    connection.read_line(&mut answer).unwrap();
    serde_json::from_str(&answer).unwrap()
}

#[test]
fn claims_are_read_again_while_it_serves() {
    let folder = Folder::new("service");
    let claim = |verdict| json!({"id": "cf-1", "claim": CLAIM, "verdict": verdict}).to_string();
    let path = folder.file("claims.jsonl", claim("benar"));
    let service = Running::start(&["--claims", &path]);
    let (mut one, mut other) = (service.connect(), service.connect());
    let posts = json!({"posts": [{"id": "p1", "text": CLAIM, "date": "2024-02-14"}]}).to_string();

    let first = ask(&mut one, &posts);
    let answer = &first["answers"][0];
    assert_eq!(answer["id"], "p1");
    assert_eq!(answer["model"], Detector::pretrained().model().digest());
    assert_eq!(answer["answer"].get("clarification"), None);
    assert_ne!(answer["answer"]["verdict"], "likely");

    folder.file("claims.jsonl", claim("salah") + "\nno claim\n");
    let again = ask(&mut other, "\"reload\"");
    assert_eq!(again, json!({"claims": 1, "refused": 1}));
    let second = ask(&mut one, &posts);
    assert_eq!(second["answers"][0]["answer"]["verdict"], "likely");
    assert_eq!(
        second["answers"][0]["answer"]["clarification"]["id"],
        "cf-1"
    );

    let page = ask(&mut other, &json!({"explain": ["<b>curang"]}).to_string());
    assert!(
        page["page"]
            .as_str()
            .unwrap()
            .starts_with("<!DOCTYPE html>")
    );
    // The page has the text, and is not written down.
    assert_eq!(service.log(), [first, again, second]);
}

#[test]
fn a_decision_has_a_person_and_is_written_down() {
    let service = Running::start(&[]);
    let mut connection = service.connect();
    let mut proposal = json!({
        "item": "p1", "action": "review_takedown",
        "model": Detector::pretrained().model().digest(),
        "reasons": ["likely_misinformation", {"clarified": "cf-1"}],
    });
    let mut decide = |proposal: &Value, person: &str| {
        let decision = json!({"confirm": {"proposal": proposal, "person": person,
            "reason": "sama dengan cf-1", "on": "2024-02-15"}});
        ask(&mut connection, &decision.to_string())
    };
    let nobody = decide(&proposal, " ");
    assert!(
        nobody["error"].as_str().unwrap().contains("person"),
        "{nobody}"
    );
    let decided = decide(&proposal, "Sri Wahyuni");
    let line = decided["confirmed"].to_string();
    assert_eq!(Confirmed::from_line(&line).unwrap().person(), "Sri Wahyuni");
    // Nothing but a sanction waits for a person.
    proposal["action"] = "monitor".into();
    let idle = decide(&proposal, "Sri Wahyuni");
    assert!(idle["error"].is_string(), "{idle}");
    // Made by another model, or with more than belongs to it.
    proposal["action"] = "review_takedown".into();
    proposal["model"] = "0".repeat(64).into();
    let other = decide(&proposal, "Sri Wahyuni");
    assert!(
        other["error"].as_str().unwrap().contains("another model"),
        "{other}"
    );
    let log = service.log();
    assert_eq!(log, [refused(1), decided, refused(3), refused(4)]);
}

/// The log may be kept for longer, and read by more people, than the texts.
#[test]
fn the_log_of_an_error_has_nothing_of_a_text() {
    let service = Running::start(&[]);
    let mut connection = service.connect();
    let post = |id: Value, date: &str| json!({"id": id, "text": "t", "date": date});
    let requests = [
        json!({"posts": "teks rahasia"}),
        json!({"explain": [{"teks rahasia": 1}]}),
        json!({"teks rahasia": []}),
    ];
    for request in &requests {
        let answer = ask(&mut connection, &request.to_string());
        assert!(answer["error"].is_string(), "{answer}");
    }
    let posts = json!({"posts": [
        post(json!("p"), "teks rahasia"),
        post(json!(["teks rahasia"]), ""),
        {"id": "q", "text": ["teks rahasia"]},
        {"id": "q", "text": "t", "teks rahasia": 1},
        "teks rahasia",
    ]});
    let answer = ask(&mut connection, &posts.to_string());
    let log = service.log();
    assert_eq!(log[..3], [1, 2, 3].map(refused));
    assert_eq!(log[3], answer);
    assert!(!answer.to_string().contains("rahasia"), "{answer}");
}

/// The others are answered as they would be without it.
#[test]
fn a_bad_post_costs_itself() {
    let service = Running::start(&[]);
    let mut connection = service.connect();
    let good = json!({"id": "good", "text": CLAIM, "date": "2024-02-14"});
    let mut answers = |posts: Value| {
        let mut answer = ask(&mut connection, &json!({"posts": posts}).to_string());
        answer["answers"].take()
    };
    let alone = answers(json!([good]))[0].take();
    let undated = answers(json!([{"id": "u", "text": CLAIM}]))[0].take();
    let mixed = answers(json!([
        good,
        {"id": "u", "text": CLAIM, "date": "2024-02-30"},
        {"id": "no text"},
        {"id": "a number", "text": 3},
        {"id": "field", "text": "t", "dat": "2024-02-14"},
        {"id": " ", "text": "t"},
        {"id": 1.5, "text": "t"},
        {"text": "t"},
        {"id": -1, "text": "t"},
        7,
        good,
    ]));
    let mixed = mixed.as_array().unwrap();
    assert_eq!((mixed.len(), &mixed[0], &mixed[10]), (11, &alone, &alone));
    let mut dated = mixed[1].clone();
    let error = dated.as_object_mut().unwrap().remove("date_error").unwrap();
    assert!(error.as_str().unwrap().contains("`date`"), "{error}");
    assert_eq!(dated, undated);
    for (answer, (id, named)) in mixed[2..10].iter().zip([
        (json!("no text"), "`text`"),
        (json!("a number"), "`text`"),
        (json!("field"), "besides"),
        (json!(" "), "an item"),
        (json!(null), "`id`"),
        (json!(null), "`id`"),
        (json!(null), "`id`"),
        (json!(null), "no object"),
    ]) {
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains(named), "{answer}");
        assert_eq!(answer, &json!({"id": id, "error": error}));
    }
    // A number too large for 64 bits is another one by now.
    let huge = "{\"posts\": [{\"id\": 12345678901234567890123, \"text\": \"t\"}]}";
    let answer = ask(&mut connection, huge);
    assert_eq!(answer["answers"][0]["id"], Value::Null);
}

/// The answers to one line of 16 MiB would take gigabytes.
#[test]
fn a_request_has_so_many_posts_and_texts_at_most() {
    // A pipe that nobody reads would be full.
    let service = Running::start_with_log(&[], Stdio::null());
    let mut connection = service.connect();
    let posts = |number| json!({"posts": vec![json!({"id": 1, "text": ""}); number]});
    let answer = ask(&mut connection, &posts(10_001).to_string());
    assert_eq!(answer, json!({"error": "more than 10000 posts"}));
    let answer = ask(&mut connection, &posts(10_000).to_string());
    assert_eq!(answer["answers"].as_array().unwrap().len(), 10_000);
    let request = json!({"explain": vec![""; 10_001]});
    let answer = ask(&mut connection, &request.to_string());
    assert_eq!(answer, json!({"error": "more than 10000 texts to explain"}));
    let text = "a".repeat(1 << 19);
    let request = json!({"explain": [text, text, "b"]});
    let answer = ask(&mut connection, &request.to_string());
    assert_eq!(
        answer,
        json!({"error": "more than 1048576 bytes to explain"})
    );
}

#[test]
fn elections_of_ones_own_have_phases() {
    let folder = Folder::new("service-calendar");
    let next = json!([{"id": "next", "name": "Pemilu", "opens": "2029-01-01",
        "polling": "2029-02-10", "result": "2029-03-15", "closes": "2029-10-20"}]);
    let calendar = folder.file("calendar.json", next.to_string());
    let claims = json!({"id": "cf-1", "claim": CLAIM, "verdict": "salah"});
    let claims = folder.file("claims.jsonl", claims.to_string());
    let posts = json!({"posts": [{"id": "p", "text": CLAIM, "date": "10/02/2029"}]});
    let reasons = |arguments: &[&str]| {
        let service = Running::start(arguments);
        let answer = ask(&mut service.connect(), &posts.to_string());
        answer["answers"][0]["advice"]["reasons"].clone()
    };
    let under_way = json!("polling_under_way");
    let with = reasons(&["--claims", &claims, "--calendar", &calendar]);
    assert!(with.as_array().unwrap().contains(&under_way), "{with}");
    let without = reasons(&["--claims", &claims]);
    assert!(!without.as_array().unwrap().contains(&under_way));
}

/// What `score` reads, one post of many too.
#[test]
fn a_post_may_have_what_a_row_may() {
    let service = Running::start(&[]);
    let mut connection = service.connect();
    for (id, date) in [
        (json!("p"), json!("")),
        (json!(7), json!(null)),
        (json!(u64::MAX), json!("2024-02-14T08:00:00Z")),
        (json!("p"), json!(" 2024-02-14 08:00 ")),
    ] {
        let post = json!({"id": id, "text": CLAIM, "date": date});
        let answer = ask(&mut connection, &json!({"posts": [post]}).to_string());
        assert_eq!(answer["answers"][0]["id"], id, "{answer}");
    }
    let mut assessed = |text: &str| {
        let posts = format!(r#"{{"posts": [{{"id": "p", "text": "{text}"}}]}}"#);
        ask(&mut connection, &posts)["answers"][0]["answer"].take()
    };
    let whole = assessed("KPU curang \u{FFFD}");
    assert!(whole.is_object());
    assert_eq!(assessed(r"KPU curang \ud83d"), whole);
    assert_eq!(assessed(r"\u004bPU curang \ude00"), whole);
}

/// Not a thread and a line for each of many thousand attempts.
#[cfg(target_os = "linux")]
#[test]
fn without_room_for_a_connection_it_waits_and_says_so_once() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -n 32; exec \"$0\" \"$@\""]);
    let service = Running::of(shell.arg(program("service")).stdout(Stdio::piped()));
    let mut open: Vec<_> = (0..60).map(|_| service.connect()).collect();
    ask(&mut open[0], "{\"posts\": []}");
    std::thread::sleep(std::time::Duration::from_millis(500));
    // As the first ones end the others have their turn.
    let mut last = open.pop().unwrap();
    drop(open);
    assert_eq!(ask(&mut last, "{\"posts\": []}"), json!({"answers": []}));
    let told = service.told();
    let lines = told.lines().filter(|line| line.contains("open files"));
    let lines = lines.count();
    assert!((1..60).contains(&lines), "{told}");
}

#[test]
fn what_is_no_request_is_told_and_ends_nothing() {
    let service = Running::start(&[]);
    let mut connection = service.connect();
    for (request, named) in [
        ("", "EOF"),
        ("{\"post\": []}", "`post`"),
        (
            "{\"posts\": {\"id\": \"p\", \"text\": \"t\"}}",
            "expected a sequence",
        ),
        (
            "{\"confirm\": {\"by\": \"Sri Wahyuni\", \"person\": \"Sri Wahyuni\"}}",
            "`by`",
        ),
        ("\"reload\"", "--claims"),
        ("\u{FFFD}", "expected value"),
    ] {
        let answer = ask(&mut connection, request);
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains(named), "{request}: {error}");
    }
    let none = ask(&mut connection, "{\"posts\": []}");
    assert_eq!(none, json!({"answers": []}));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_down_is_not_answered() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let service = Running::start_with_log(&[], full.into());
    for _ in 0..2 {
        let mut connection = service.connect();
        writeln!(connection.get_ref(), "{{\"posts\": []}}").unwrap();
        let mut answer = String::new();
        assert_eq!(connection.read_line(&mut answer).unwrap(), 0, "{answer}");
    }
}
