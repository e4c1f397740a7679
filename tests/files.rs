//! How the examples write files.

#[path = "../examples/common/mod.rs"]
mod common;
mod program;

use std::fs;
use std::path::Path;

use common::files::write_whole;
use program::{Folder, read};

#[test]
fn a_file_appears_whole_and_nothing_else_does() {
    let folder = Folder::new("whole");
    let part = folder.file("model.part", "of somebody else");
    let file = folder.path("model.bin");
    for content in ["one", "another"] {
        write_whole(Path::new(&file), content).unwrap();
        assert_eq!(read(&file), content);
    }
    assert_eq!(read(&part), "of somebody else");
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 2);
    let missing = folder.path("missing/model.bin");
    let error = write_whole(Path::new(&missing), "one").unwrap_err();
    assert!(error.to_string().contains(&missing), "{error}");
}

/// On a full disk, of which a limit for the size of files is the like.
#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_leaves_nothing_behind() {
    use std::process::Command;
    const PLACE: &str = "HOAKS_TEST_WRITES_TO";
    if let Some(place) = std::env::var_os(PLACE) {
        let error = write_whole(Path::new(&place), vec![b'a'; 1 << 20]).unwrap_err();
        assert!(error.to_string().contains("too large"), "{error}");
        return;
    }
    let folder = Folder::new("full");
    let file = folder.file("model.bin", "old");
    let this = std::env::current_exe().unwrap();
    let limited = "trap '' XFSZ; ulimit -f 64; exec \"$0\" --exact \
        what_could_not_be_written_leaves_nothing_behind";
    let mut shell = Command::new("sh");
    shell.args(["-c", limited]).arg(this).env(PLACE, &file);
    let ran = shell.output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert!(String::from_utf8_lossy(&ran.stdout).contains("1 passed"));
    assert_eq!(read(&file), "old");
    assert_eq!(fs::read_dir(folder.path("")).unwrap().count(), 1);
}

/// Neither a link nor a pipe is put out of the way by a file.
#[cfg(unix)]
#[test]
fn what_is_no_file_stays_what_it_is() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    use std::process::Command;
    let folder = Folder::new("no-file");
    let (file, link) = (folder.file("model", "old"), folder.path("link"));
    symlink("model", &link).unwrap();
    write_whole(Path::new(&link), "new").unwrap();
    assert_eq!(read(&file), "new");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

    let pipe = folder.path("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    write_whole(Path::new(&pipe), "through").unwrap();
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert_eq!(reader.join().unwrap(), "through");
}
