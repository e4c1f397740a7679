//! Files that are replaced whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use crate::error::Error;

/// Writes to `path`: first to a new file beside it, which then replaces it, so that an
/// old one stays whole if writing fails. What is no plain file, such as a pipe, is written
/// to directly.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    // Where links lead to, or a link would be replaced by a file.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let there = fs::symlink_metadata(&path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return fs::write(&path, bytes).map_err(|error| Error::io(&path, &error));
    }
    let mut new = path.clone().into_os_string();
    new.push(format!(".{}.new", std::process::id()));
    let new = Path::new(&new);
    let file = File::create_new(new).map_err(|error| match error.kind() {
        // Whoever finds it may remove it.
        io::ErrorKind::AlreadyExists => Error::io(new, &error),
        _ => Error::io(&path, &error),
    })?;
    let written = write_whole(file, bytes, there.map(|there| there.permissions()))
        .and_then(|()| fs::rename(new, &path));
    written.map_err(|error| {
        // What is left of it is of no use; that it stays changes nothing.
        let _ = fs::remove_file(new);
        Error::io(&path, &error)
    })
}

/// Writes a file until it is on the disk, with these permissions if there are any.
fn write_whole(
    mut file: File,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<()> {
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}
