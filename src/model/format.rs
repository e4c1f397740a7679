//! The model file: safetensors with the [`Card`] as its metadata.
//!
//! A file is untrusted. It is checked in this order, each check before
//! anything that relies on it: size of the file, size of the header, the
//! safetensors container, the card's JSON, the digest over the whole file,
//! versions, the list of names, ranges of every number in the card, shape and
//! type of the table.

use std::path::Path;

use safetensors::tensor::{Dtype, SafeTensors, TensorView, serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::features::{NAMES_SHA256, Style, Vectorizer};
use crate::hex::hex;
use crate::model::card::Card;

/// Heads a model may have.
pub(crate) const MAX_HEADS: usize = 16;

const FORMAT: u32 = 1;
/// Raised whenever the same text would give other rows.
pub(crate) const PASS: u32 = 3;

const MAX_FILE: u64 = 192 << 20;
const MAX_HEADER: u64 = 1 << 20;
const CARD: &str = "hoaks";
const TABLE: &str = "weights";
const NO_DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A checked model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    card: Card,
    /// Rows of one entry if there is one head, else of [`MAX_HEADS`], those
    /// behind the last head zeros: no row lies in two cache lines.
    table: Vec<i8>,
}

fn malformed(problem: impl Into<String>) -> Error {
    Error::new(ErrorKind::ModelFormat {
        problem: problem.into(),
    })
}

fn cap(what: &'static str, size: u64, limit: u64) -> Result<(), Error> {
    if size > limit {
        return Err(Error::new(ErrorKind::ModelTooLarge { what, size, limit }));
    }
    Ok(())
}

impl Model {
    /// Reads and checks a model.
    ///
    /// Any byte sequence is accepted as input; one that is not, bit for bit, a
    /// model that [`Model::to_bytes`] wrote is refused. Linear in the size.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ModelTooLarge`], [`ErrorKind::ModelFormat`] or
    /// [`ErrorKind::ModelDigest`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        cap("the file", bytes.len() as u64, MAX_FILE)?;
        let length = bytes
            .first_chunk::<8>()
            .map(|head| u64::from_le_bytes(*head))
            .ok_or_else(|| malformed("shorter than a header"))?;
        cap("the header", length, MAX_HEADER)?;
        let tensors = SafeTensors::deserialize(bytes)
            .map_err(|error| malformed(format!("not safetensors: {error}")))?;
        let (_, metadata) = SafeTensors::read_metadata(bytes)
            .map_err(|error| malformed(format!("not safetensors: {error}")))?;
        let text = metadata
            .metadata()
            .as_ref()
            .and_then(|entries| entries.get(CARD))
            .ok_or_else(|| malformed("has no card"))?;
        let card: Card = serde_json::from_str(text)
            .map_err(|error| malformed(format!("the card cannot be read: {error}")))?;
        check_digest(bytes, length, &card.sha256)?;
        check_card(&card)?;
        let rows = (1_usize << card.bits) + Style::ALL.len();
        let columns = card.heads.len();
        if tensors.len() != 1 {
            return Err(malformed(format!(
                "{} tensors instead of one",
                tensors.len()
            )));
        }
        let table = tensors
            .tensor(TABLE)
            .map_err(|_| malformed(format!("has no tensor `{TABLE}`")))?;
        if table.dtype() != Dtype::I8 || table.shape() != [rows, columns] {
            return Err(malformed(format!(
                "the table is {:?} {:?} instead of I8 [{rows}, {columns}]",
                table.dtype(),
                table.shape()
            )));
        }
        let table = spread(table.data(), columns);
        Ok(Self { card, table })
    }

    /// Reads and checks the model in a file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`] if the file cannot be read, else as
    /// [`Model::from_bytes`].
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let failed = |error: std::io::Error| {
            Error::new(ErrorKind::Io {
                path: path.display().to_string(),
                message: error.to_string(),
            })
        };
        let size = std::fs::metadata(path).map_err(failed)?.len();
        cap("the file", size, MAX_FILE)?;
        Self::from_bytes(&std::fs::read(path).map_err(failed)?)
    }

    /// The model as a file. The same model gives the same bytes.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ModelFormat`] if the container refuses it.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut card = self.card.clone();
        card.sha256 = NO_DIGEST.to_owned();
        let text = serde_json::to_string(&card)
            .map_err(|error| malformed(format!("the card cannot be written: {error}")))?;
        let columns = card.heads.len();
        let rows = self.table.chunks(width(columns));
        let entries = rows.flat_map(|row| row.iter().take(columns));
        let data: Vec<u8> = entries.map(|entry| entry.to_le_bytes()[0]).collect();
        let rows = data.len() / columns.max(1);
        let view = TensorView::new(Dtype::I8, vec![rows, columns], &data)
            .map_err(|error| malformed(error.to_string()))?;
        let metadata = std::iter::once((CARD.to_owned(), text)).collect();
        let mut bytes = serialize([(TABLE, view)], Some(metadata))
            .map_err(|error| malformed(error.to_string()))?;
        let digest = hex(&Sha256::digest(&bytes));
        let at = find(&bytes, NO_DIGEST).ok_or_else(|| malformed("no place for the digest"))?;
        for (place, byte) in bytes.iter_mut().skip(at).zip(digest.bytes()) {
            *place = byte;
        }
        Ok(bytes)
    }

    /// How the model is read and where it comes from.
    #[must_use]
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// SHA-256 of the model, in hexadecimal: says which model answered.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.card.sha256
    }

    /// The entry of a head in a row; 0 for a row that is not in the table.
    #[inline]
    pub(crate) fn entry(&self, row: usize, head: usize) -> i8 {
        let at = row * width(self.card.heads.len()) + head;
        self.table.get(at).copied().unwrap_or(0)
    }

    /// All rows. `LANES` is 1 if there is one head, else [`MAX_HEADS`]; behind
    /// the entries of the heads come zeros.
    #[inline]
    pub(crate) fn rows<const LANES: usize>(&self) -> &[[i8; LANES]] {
        self.table.as_chunks().0
    }

    /// The entries of a row, as in [`Model::rows`].
    #[inline]
    pub(crate) fn lanes<const LANES: usize>(&self, row: usize) -> &[i8; LANES] {
        self.rows().get(row).unwrap_or(&[0; LANES])
    }

    /// A model from its parts, as its file would load.
    #[cfg(feature = "train")]
    pub(crate) fn build(mut card: Card, table: Vec<i8>) -> Result<Self, Error> {
        card.format = FORMAT;
        card.pass = PASS;
        NAMES_SHA256.clone_into(&mut card.names_sha256);
        let data: Vec<u8> = table.iter().map(|entry| entry.to_le_bytes()[0]).collect();
        let table = spread(&data, card.heads.len());
        let unchecked = Self { card, table };
        Self::from_bytes(&unchecked.to_bytes()?)
    }
}

/// Entries that a row of the table has.
#[inline]
fn width(heads: usize) -> usize {
    if heads == 1 { 1 } else { MAX_HEADS }
}

/// Rows of `columns` entries as rows of [`width`].
fn spread(data: &[u8], columns: usize) -> Vec<i8> {
    let wide = width(columns);
    let mut table = vec![0; data.len() / columns.max(1) * wide];
    for (row, entries) in table
        .chunks_exact_mut(wide)
        .zip(data.chunks_exact(columns.max(1)))
    {
        for (slot, entry) in row.iter_mut().zip(entries) {
            *slot = i8::from_le_bytes([*entry]);
        }
    }
    table
}

fn find(bytes: &[u8], text: &str) -> Option<usize> {
    let header = bytes.len().min(8 + MAX_HEADER as usize);
    bytes
        .get(..header)?
        .windows(text.len())
        .position(|window| window == text.as_bytes())
}

/// The digest covers every byte of the file but its own place.
fn check_digest(bytes: &[u8], header: u64, stated: &str) -> Result<(), Error> {
    let well_formed = stated.len() == NO_DIGEST.len()
        && stated
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !well_formed {
        return Err(malformed("the digest is not 64 hexadecimal digits"));
    }
    let at = find(bytes, stated)
        .filter(|&at| ((at + stated.len()) as u64) <= header.saturating_add(8))
        .ok_or_else(|| malformed("the digest is not in the header"))?;
    let (before, rest) = bytes.split_at(at);
    let mut digest = Sha256::new();
    digest.update(before);
    digest.update(NO_DIGEST);
    digest.update(rest.get(stated.len()..).unwrap_or_default());
    let computed = hex(&digest.finalize());
    if computed != stated {
        return Err(Error::new(ErrorKind::ModelDigest {
            stated: stated.to_owned(),
            computed,
        }));
    }
    Ok(())
}

fn check_card(card: &Card) -> Result<(), Error> {
    if card.format != FORMAT {
        return Err(malformed(format!(
            "format {} instead of {FORMAT}",
            card.format
        )));
    }
    if card.pass != PASS {
        return Err(malformed(format!(
            "made for version {} of the features, this build has {PASS}",
            card.pass
        )));
    }
    if card.names_sha256 != *NAMES_SHA256 {
        return Err(malformed("made for another list of masked names"));
    }
    Vectorizer::check(card.bits, card.scales).map_err(|error| malformed(error.to_string()))?;
    if !(1..=MAX_HEADS).contains(&card.heads.len()) {
        return Err(malformed(format!(
            "{} heads, allowed are 1 to {MAX_HEADS}",
            card.heads.len()
        )));
    }
    if !card.heads.iter().any(|head| head.name == "hoax") {
        return Err(malformed("has no head `hoax`"));
    }
    for (number, head) in card.heads.iter().enumerate() {
        if card.heads.iter().take(number).any(|h| h.name == head.name) {
            return Err(malformed("has two heads of one name"));
        }
        let [low, high] = head.abstain;
        // Comparisons with NaN are false, so each must hold.
        let sound = head.scale.is_finite()
            && (0.0..=1e6).contains(&head.scale)
            && (-1e6..=1e6).contains(&head.bias)
            && head.base_rate > 0.0
            && head.base_rate < 1.0
            && (0.0..=1.0).contains(&head.damping)
            && low >= 0.0
            && low <= high
            && high <= 1.0;
        if !sound {
            return Err(malformed(format!(
                "head `{}` has a number out of range",
                head.name.chars().take(40).collect::<String>()
            )));
        }
    }
    Ok(())
}
