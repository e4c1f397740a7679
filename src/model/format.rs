//! The model file: safetensors with the [`Card`] as its metadata.
//!
//! A file is untrusted. It is checked in this order, each check before
//! anything that relies on it: size of the file, size of the header, the
//! safetensors container, the card's JSON, the digest over the whole file,
//! versions, the list of names, ranges of every number in the card, shape and
//! type of the table, what its rows are filled up with.
//!
//! A row of the table has as many entries as there are heads, and zeros up to a
//! power of two, and the table begins at a multiple of [`ALIGNMENT`] bytes. So that
//! of the embedded model is read where it lies, if it has one head or nine and more;
//! that of any other file is copied.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use safetensors::tensor::{Dtype, Metadata, SafeTensors, TensorView, serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind};
use crate::features::{NAMES_SHA256, Style, Vectorizer};
use crate::files;
use crate::hex::{hex, is_sha256};
use crate::model::card::Card;

/// Heads a model may have.
pub(crate) const MAX_HEADS: usize = 16;

const FORMAT: u32 = 2;
/// Raised whenever the same text would give other rows.
pub(crate) const PASS: u32 = 10;

/// Where the table of a file begins is a multiple of this: a cache line.
const ALIGNMENT: usize = 64;
/// The largest table that there can be, and its header.
const MAX_FILE: u64 = 258 << 20;
const MAX_HEADER: u64 = 1 << 20;
const CARD: &str = "hoaks";
const TABLE: &str = "weights";
const NO_DIGEST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A checked model.
#[derive(Clone, PartialEq)]
pub struct Model {
    card: Card,
    /// Rows of one entry if there is one head, else of [`MAX_HEADS`], those
    /// behind the last head zeros: no row lies in two cache lines.
    table: Cow<'static, [u8]>,
}

/// Which model it is, and not its weights: whoever logs a detector wants no
/// megabytes.
impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model")
            .field("name", &self.card.name)
            .field("digest", &self.digest())
            .finish_non_exhaustive()
    }
}

/// A file whose container and card can be read; nothing else is known of it.
struct Unproven<'f> {
    card: Card,
    bytes: &'f [u8],
    /// Length of the header.
    header: u64,
    tensors: Metadata,
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
    /// Any byte sequence is accepted as input; one that is no sound model, or whose
    /// digest is not that of its content, is refused. Linear in the size.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ModelTooLarge`] if the file is over 258 MiB or says that its header
    /// is over 1 MiB, as the first bytes of most other files seem to;
    /// [`ErrorKind::ModelDigest`] if its content does not have the digest it states;
    /// [`ErrorKind::ModelFormat`] for anything else, such as a model made for another
    /// version of this crate.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let unproven = Unproven::read(bytes)?;
        unproven.check_digest()?;
        check_versions(&unproven.card)?;
        if unproven.card.names_sha256 != *NAMES_SHA256 {
            return Err(malformed("made for another list of masked names"));
        }
        let table = unproven.table()?;
        let card = unproven.card;
        let (heads, columns) = (card.heads.len(), columns(card.heads.len()));
        let behind = |row: &[u8]| row.iter().skip(heads).any(|&entry| entry != 0);
        if table.chunks(columns).any(behind) {
            return Err(malformed("has entries behind those of its heads"));
        }
        let table = Cow::Owned(resized(table, columns, width(heads)));
        Ok(Self { card, table })
    }

    /// Reads the model that is part of this build, where it lies.
    ///
    /// Without the checks of [`Model::from_bytes`] that read all of the file or of
    /// the list of names: a test makes these.
    pub(crate) fn embedded(bytes: &'static [u8]) -> Result<Self, Error> {
        let unproven = Unproven::read(bytes)?;
        check_versions(&unproven.card)?;
        let table = unproven.table()?;
        let card = unproven.card;
        let (width, columns) = (width(card.heads.len()), columns(card.heads.len()));
        let table = match columns == width {
            true => Cow::Borrowed(table),
            false => Cow::Owned(resized(table, columns, width)),
        };
        Ok(Self { card, table })
    }

    /// Reads and checks the model in a file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`], with the path, if the file cannot be read, else as
    /// [`Model::from_bytes`], without it.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let failed = |error| Error::io(path, &error);
        let file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        cap("the file", size, MAX_FILE)?;
        // What is no plain file may have any size, whatever it says.
        let mut bytes = Vec::with_capacity(size as usize);
        let mut file = file.take(MAX_FILE + 1);
        file.read_to_end(&mut bytes).map_err(failed)?;
        Self::from_bytes(&bytes)
    }

    /// Writes the model to `path`: first to a new file beside it, which then replaces it,
    /// so that an old model stays whole if writing fails. If `path` is something other than
    /// a plain file, such as a pipe, it is written to directly.
    ///
    /// ```
    /// let path = std::env::temp_dir().join(format!("model-{}", std::process::id()));
    /// hoaks::Detector::pretrained().model().save(&path)?;
    /// let detector = hoaks::Detector::new(hoaks::Model::load(&path)?)?;
    /// # std::fs::remove_file(&path)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`] if the folder does not exist or cannot be written to, or if the
    /// new file exists already: this process is saving to the same path, or one with its
    /// number was killed while it did. The error then names the new file, which may be
    /// removed. Otherwise as [`Model::to_bytes`].
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        files::write(path.as_ref(), &self.to_bytes()?)
    }

    /// The model as a file. The same model gives the same bytes. Linear in the size.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ModelFormat`] if the container refuses it.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut card = self.card.clone();
        card.sha256 = NO_DIGEST.to_owned();
        let mut text = serde_json::to_string(&card)
            .map_err(|error| malformed(format!("the card cannot be written: {error}")))?;
        let heads = card.heads.len();
        let columns = columns(heads);
        let data = resized(&self.table, width(heads), columns);
        let shape = vec![data.len() / columns, columns];
        let mut write = |spaces: usize| {
            text.extend(std::iter::repeat_n(' ', spaces));
            let view = TensorView::new(Dtype::I8, shape.clone(), &data)
                .map_err(|error| malformed(error.to_string()))?;
            let metadata = std::iter::once((CARD.to_owned(), text.clone())).collect();
            serialize([(TABLE, view)], Some(metadata)).map_err(|error| malformed(error.to_string()))
        };
        // Headers are multiples of eight bytes, so that the spaces are as many.
        let before = write(0)?.len() - data.len();
        let mut bytes = write(before.next_multiple_of(ALIGNMENT) - before)?;
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
        self.table.get(at).map_or(0, |entry| entry.cast_signed())
    }

    /// All rows. `LANES` is 1 if there is one head, else [`MAX_HEADS`]; behind
    /// the entries of the heads come zeros. Entries are signed: bytes are what a
    /// file can be read as without a copy.
    #[inline]
    pub(crate) fn rows<const LANES: usize>(&self) -> &[[u8; LANES]] {
        self.table.as_chunks().0
    }

    /// The entries of a row, as in [`Model::rows`].
    #[inline]
    pub(crate) fn lanes<const LANES: usize>(&self, row: usize) -> &[u8; LANES] {
        self.rows().get(row).unwrap_or(&[0; LANES])
    }

    /// A model from its parts, as its file would load.
    #[cfg(feature = "train")]
    pub(crate) fn build(mut card: Card, table: &[i8]) -> Result<Self, Error> {
        card.format = FORMAT;
        card.pass = PASS;
        NAMES_SHA256.clone_into(&mut card.names_sha256);
        // JSON has no NaN: behind it nobody could tell which number was wrong.
        check_card(&card)?;
        let heads = card.heads.len();
        let table: Vec<u8> = table.iter().map(|entry| entry.cast_unsigned()).collect();
        let table = Cow::Owned(resized(&table, heads, width(heads)));
        let unchecked = Self { card, table };
        Self::from_bytes(&unchecked.to_bytes()?)
    }
}

impl<'f> Unproven<'f> {
    fn read(bytes: &'f [u8]) -> Result<Self, Error> {
        cap("the file", bytes.len() as u64, MAX_FILE)?;
        let header = bytes
            .first_chunk::<8>()
            .map(|head| u64::from_le_bytes(*head))
            .ok_or_else(|| malformed("shorter than a header"))?;
        cap("the header", header, MAX_HEADER)?;
        let (_, tensors) = SafeTensors::read_metadata(bytes)
            .map_err(|error| malformed(format!("not safetensors: {error}")))?;
        let text = tensors
            .metadata()
            .as_ref()
            .and_then(|entries| entries.get(CARD))
            .ok_or_else(|| malformed("has no card"))?;
        let card = serde_json::from_str(text)
            .map_err(|error| malformed(format!("the card cannot be read: {error}")))?;
        Ok(Self {
            card,
            bytes,
            header,
            tensors,
        })
    }

    /// The digest covers every byte of the file but its own place.
    fn check_digest(&self) -> Result<(), Error> {
        let stated = &self.card.sha256;
        if !is_sha256(stated) {
            return Err(malformed("the digest is not 64 hexadecimal digits"));
        }
        let at = find(self.bytes, stated)
            .filter(|&at| ((at + stated.len()) as u64) <= self.header.saturating_add(8))
            .ok_or_else(|| malformed("the digest is not in the header"))?;
        let (before, rest) = self.bytes.split_at(at);
        let mut digest = Sha256::new();
        digest.update(before);
        digest.update(NO_DIGEST);
        digest.update(rest.get(stated.len()..).unwrap_or_default());
        let computed = hex(&digest.finalize());
        if computed != *stated {
            return Err(Error::new(ErrorKind::ModelDigest {
                stated: stated.clone(),
                computed,
            }));
        }
        Ok(())
    }

    /// The rows, of [`columns`] entries each, if they and the card are sound.
    fn table(&self) -> Result<&'f [u8], Error> {
        check_card(&self.card)?;
        let rows = (1_usize << self.card.bits) + Style::EACH.len();
        let columns = columns(self.card.heads.len());
        let number = self.tensors.tensors().len();
        if number != 1 {
            return Err(malformed(format!("{number} tensors instead of one")));
        }
        let table = self
            .tensors
            .info(TABLE)
            .ok_or_else(|| malformed(format!("has no tensor `{TABLE}`")))?;
        if table.dtype != Dtype::I8 || table.shape != [rows, columns] {
            return Err(malformed(format!(
                "the table is {:?} {:?} instead of I8 [{rows}, {columns}]",
                table.dtype, table.shape
            )));
        }
        // The only tensor, so all that stands behind the header.
        let data = self.bytes.get(8 + self.header as usize..);
        Ok(data.unwrap_or_default())
    }
}

/// Entries that a row of the table has.
#[inline]
fn width(heads: usize) -> usize {
    if heads == 1 { 1 } else { MAX_HEADS }
}

/// Entries that it has in a file.
fn columns(heads: usize) -> usize {
    heads.next_power_of_two()
}

/// Rows of `from` entries as rows of `to`, which are zeros behind them.
fn resized(table: &[u8], from: usize, to: usize) -> Vec<u8> {
    if from == to {
        return table.to_vec();
    }
    let mut resized = vec![0; table.len() / from.max(1) * to];
    let rows = resized.chunks_exact_mut(to);
    for (row, entries) in rows.zip(table.chunks_exact(from.max(1))) {
        for (slot, entry) in row.iter_mut().zip(entries) {
            *slot = *entry;
        }
    }
    resized
}

fn find(bytes: &[u8], text: &str) -> Option<usize> {
    let header = bytes.len().min(8 + MAX_HEADER as usize);
    let first = *text.as_bytes().first()?;
    // A comparison at every byte would take as long as the digest.
    (bytes.get(..header)?.windows(text.len()))
        .position(|window| window.first() == Some(&first) && window == text.as_bytes())
}

fn check_versions(card: &Card) -> Result<(), Error> {
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
    Ok(())
}

fn check_card(card: &Card) -> Result<(), Error> {
    if !(1..=MAX_HEADS).contains(&card.heads.len()) {
        return Err(malformed(format!(
            "{} heads, allowed are 1 to {MAX_HEADS}",
            card.heads.len()
        )));
    }
    Vectorizer::check(card.bits, card.scales).map_err(|error| malformed(error.to_string()))?;
    if !card.heads.iter().any(|head| head.name == "hoax") {
        return Err(malformed("has no head `hoax`"));
    }
    for (number, head) in card.heads.iter().enumerate() {
        if card.heads.iter().take(number).any(|h| h.name == head.name) {
            return Err(malformed(format!("has two heads `{}`", short(&head.name))));
        }
        let [low, high] = head.abstain;
        // Comparisons with NaN are false, so each must hold.
        let numbers = [
            ("scale", (0.0..=1e6).contains(&head.scale)),
            ("bias", (-1e6..=1e6).contains(&head.bias)),
            ("base_rate", head.base_rate > 0.0 && head.base_rate < 1.0),
            ("damping", (0.0..=1.0).contains(&head.damping)),
            ("abstain", 0.0 <= low && low <= high && high <= 1.0),
        ];
        if let Some((field, _)) = numbers.iter().find(|(_, is_sound)| !is_sound) {
            let name = short(&head.name);
            return Err(malformed(format!(
                "`{field}` of head `{name}` is out of range"
            )));
        }
    }
    Ok(())
}

/// As much of a name as a message shows: a file may have any.
fn short(name: &str) -> String {
    name.chars().take(40).collect()
}
