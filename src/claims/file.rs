//! An index as a file.
//!
//! A line `hoaks-claims 1`, a line with the SHA-256 of the rest in lower-case
//! hexadecimal, then the clarifications by id, one JSON object a line. Terms
//! and weights are not stored: they follow from the claims, so a file cannot
//! disagree with itself. It is checked in this order: size, first line, digest,
//! each clarification and how it is written, order of ids.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::claims::{ClaimIndex, Clarification};
use crate::error::{Error, ErrorKind};
use crate::files;
use crate::hex::hex;

const MAGIC: &[u8] = b"hoaks-claims 1\n";
const DIGEST: usize = 64;
const MAX_FILE: u64 = 512 << 20;

fn malformed(problem: impl Into<String>) -> Error {
    Error::new(ErrorKind::IndexFormat {
        problem: problem.into(),
    })
}

fn cap(size: u64) -> Result<(), Error> {
    if size > MAX_FILE {
        return Err(malformed(format!("has over {MAX_FILE} bytes")));
    }
    Ok(())
}

fn write_line(to: &mut Vec<u8>, clarification: &Clarification) -> Result<(), Error> {
    serde_json::to_writer(&mut *to, clarification)
        .map_err(|error| malformed(format!("cannot be written: {error}")))?;
    to.push(b'\n');
    Ok(())
}

impl ClaimIndex {
    /// The index as a file, for [`ClaimIndex::from_bytes`]: two lines of text and one
    /// JSON object a line. The same claims give the same bytes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::IndexFormat`] if it would be over 512 MiB.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut body = Vec::new();
        for clarification in self.iter() {
            write_line(&mut body, clarification)?;
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(hex(&Sha256::digest(&body)).as_bytes());
        bytes.push(b'\n');
        bytes.append(&mut body);
        cap(bytes.len() as u64)?;
        Ok(bytes)
    }

    /// Reads and checks an index. Any bytes may be given; what
    /// [`ClaimIndex::to_bytes`] did not write is refused. Takes the time of adding the
    /// claims.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::IndexFormat`] if it is over 512 MiB, is of another format or
    /// version, is cut short or changed; [`ErrorKind::Claim`] for a clarification
    /// that no index would take, or for too many ([`ClaimIndex::add`]).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        cap(bytes.len() as u64)?;
        let rest = bytes
            .strip_prefix(MAGIC)
            .ok_or_else(|| malformed("does not begin with `hoaks-claims 1`"))?;
        let (stated, body) = rest
            .split_at_checked(DIGEST)
            .ok_or_else(|| malformed("ends before its digest does"))?;
        let body = body
            .strip_prefix(b"\n")
            .ok_or_else(|| malformed("has no line break behind its digest"))?;
        if hex(&Sha256::digest(body)).as_bytes() != stated {
            return Err(malformed("its content does not have the digest it states"));
        }
        let text = std::str::from_utf8(body).map_err(|_| malformed("is not UTF-8"))?;
        let mut clarifications: Vec<Clarification> = Vec::new();
        let mut written = Vec::new();
        for (line, row) in text.split_inclusive('\n').enumerate() {
            let clarification: Clarification = serde_json::from_str(row)
                .map_err(|error| malformed(format!("claim {}: {error}", line + 1)))?;
            // What else stands there would be lost without a word.
            written.clear();
            write_line(&mut written, &clarification)?;
            if written != row.as_bytes() {
                return Err(malformed(format!(
                    "claim {} is not as it would be written",
                    line + 1
                )));
            }
            if clarifications
                .last()
                .is_some_and(|last| last.id >= clarification.id)
            {
                return Err(malformed(format!("claim {} is out of order", line + 1)));
            }
            clarifications.push(clarification);
        }
        let mut index = Self::new();
        index.add(clarifications)?;
        Ok(index)
    }

    /// Writes the index to `path`: first to a new file beside it, which then replaces
    /// it, so that an old index stays whole if writing fails. If `path` is something other
    /// than a plain file, such as a pipe, it is written to directly.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`] if the folder does not exist or cannot be written to, or if the
    /// new file exists already: this process is saving to the same path, or one with its
    /// number was killed while it did. The error then names the new file, which may be
    /// removed. Otherwise as [`ClaimIndex::to_bytes`].
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        files::write(path.as_ref(), &self.to_bytes()?)
    }

    /// Reads and checks the index in `path`. Takes the time of adding its claims: terms
    /// are not stored.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`] with the path if it cannot be read, or as
    /// [`ClaimIndex::from_bytes`], without the path.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let mut bytes = Vec::new();
        // What is no plain file may have any size, whatever it says.
        File::open(path)
            .and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut bytes))
            .map_err(|error| Error::io(path, &error))?;
        Self::from_bytes(&bytes)
    }
}
