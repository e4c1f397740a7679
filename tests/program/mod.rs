//! The examples, run as programs.
#![allow(dead_code)] // each test uses a part

pub mod labelled;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// What it wrote, a JSON object for each line.
    pub fn rows(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// It could do nothing, and names these on standard error.
    #[track_caller]
    pub fn refused(&self, named: &[&str]) {
        assert_eq!(self.status, 2, "{} {}", self.out, self.err);
        for named in named {
            assert!(self.err.contains(named), "no {named:?} in {:?}", self.err);
        }
    }
}

/// Runs an example with these arguments and this standard input.
#[track_caller]
pub fn run(name: &str, arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(program(name))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It may wait for somebody to read what it wrote before it reads on.
    let output = thread::scope(|scope| {
        // A program that needs no input may end before it has all.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().unwrap()
    });
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The program, as `cargo test` has built it beside the tests. With `--test` or
/// `--tests` it builds no examples, and an old program would be no test.
#[track_caller]
pub fn program(name: &str) -> PathBuf {
    let mut folder = std::env::current_exe().unwrap();
    folder.pop();
    folder.set_file_name("examples");
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let built = fs::metadata(&program).and_then(|it| it.modified());
    let built = built.unwrap_or_else(|_| panic!("no {name}: run `cargo build --examples` first"));
    let sources = fs::read_to_string(folder.join(format!("{name}.d"))).unwrap();
    for source in sources.split_whitespace().skip(1) {
        // What cannot be looked at is a part of a path with spaces.
        let changed = fs::metadata(source).and_then(|it| it.modified());
        assert!(
            changed.map_or(true, |changed| changed <= built),
            "{source} is newer than {name}: run `cargo build --examples` first"
        );
    }
    program
}

/// A folder for the files of one test, which is removed with them.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hoaks-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The path of a file in it.
    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file; returns its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A whole file of text.
#[track_caller]
pub fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

pub fn gzip(content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content.as_ref()).unwrap();
    encoder.finish().unwrap()
}

/// The file is as it was, and the program says which it is.
#[track_caller]
pub fn spares(ran: &Ran, path: &str, content: &str) {
    assert_eq!(read(path), content);
    ran.refused(&[Path::new(path).file_stem().unwrap().to_str().unwrap()]);
}

/// A claim, and a text that repeats it.
pub const KNOWN: &str = "Petugas TPS di Sukamaju membagikan surat suara kepada anak sekolah";

/// What `match_claims` finds for that text among the claims in a file.
pub fn matched(claims: &str) -> (i32, Vec<Value>, String) {
    let ran = run("match_claims", &["--claims", claims], KNOWN.as_bytes());
    (ran.status, ran.rows(), ran.err)
}
