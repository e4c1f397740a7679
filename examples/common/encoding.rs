//! What the bytes of a file are.

use std::io::{self, BufRead, BufReader, Read};

use flate2::read::MultiGzDecoder;

/// Gzip is recognised by its first bytes, and so is what is refused: UTF-16 that begins with
/// Latin letters, as most of its lines are UTF-8, too, and say something else, and workbooks,
/// as none of theirs is.
pub fn unpacked(raw: Box<dyn Read>) -> io::Result<Box<dyn BufRead>> {
    let mut raw = BufReader::with_capacity(1 << 16, raw);
    let first = raw.fill_buf()?;
    let refused = match first {
        // With the mark of byte order, and without.
        [0xFF, 0xFE, _, 0, ..]
        | [0xFE, 0xFF, 0, ..]
        | [1..=0xFF, 0, 1..=0xFF, 0, ..]
        | [0, 1..=0xFF, 0, 1..=0xFF, ..] => Some("is UTF-16, not UTF-8: save it as UTF-8"),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            Some("is a workbook or an archive: save it as CSV in UTF-8")
        }
        _ => None,
    };
    if let Some(error) = refused {
        return Err(io::Error::new(io::ErrorKind::InvalidData, error));
    }
    Ok(if first.starts_with(&[0x1F, 0x8B]) {
        Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(raw)))
    } else {
        Box::new(raw)
    })
}
