//! The digest that a file states, put right: whoever writes a file can do it.

use sha2::{Digest, Sha256};

/// SHA-256 in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the digest of a model file into it, if there is a place for one.
#[allow(dead_code, reason = "not every target has models")]
pub fn seal(file: &mut [u8]) {
    const BEFORE: &[u8] = br#""sha256\":\""#;
    let found = file.windows(BEFORE.len()).position(|it| it == BEFORE);
    let Some(at) = found.map(|at| at + BEFORE.len()) else {
        return;
    };
    let Some(place) = file.get_mut(at..at + 64) else {
        return;
    };
    place.fill(b'0');
    let digest = hex(file);
    if let Some(place) = file.get_mut(at..at + 64) {
        place.copy_from_slice(digest.as_bytes());
    }
}
