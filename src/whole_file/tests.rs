use std::fs;

use super::failing::{Mishap, everywhere};
use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("folder")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn whatever_goes_wrong_a_file_is_as_it_was_or_as_it_shall_be() {
    let old = || {
        let folder = folder();
        fs::write(folder.path().join("a.pdf"), "the old one").expect("written");
        folder
    };
    let times = everywhere(
        old,
        |folder| write(&folder.path().join("a.pdf"), b"the new one"),
        |folder, done, case| {
            let content = fs::read_to_string(folder.path().join("a.pdf")).expect("there");
            match done {
                Ok(()) => assert_eq!(content, "the new one", "{case:?}"),
                Err(_) => assert!(["the old one", "the new one"].contains(&content.as_str()), "{case:?}"),
            }
            // A process that goes on has tidied up, unless it was the tidying that failed.
            if case.0 == Mishap::Fails && names(folder.path()).len() > 1 {
                panic!("{case:?}: {:?}", names(folder.path()));
            }
            leftovers::sweep(folder.path());
            assert_eq!(names(folder.path()), ["a.pdf"], "{case:?}");
        },
    );
    assert!(times >= 4 * 6, "{times}");
}

#[test]
fn what_lives_is_not_swept() {
    let folder = folder();
    let mut unfinished = Unfinished::beside(&folder.path().join("a.pdf"), Privacy::Usual).expect("begun");
    unfinished.write(b"x").expect("written");
    let journal = with_suffix(unfinished.path(), "-journal");
    fs::write(&journal, "x").expect("written");
    let dead = folder.path().join(leftovers::new_name());
    fs::write(&dead, "whole copies of people's data").expect("written");
    fs::write(with_suffix(&dead, "-journal"), "x").expect("written");
    fs::write(folder.path().join(".taphuan-mine"), "not so old").expect("written");
    assert_eq!(leftovers::sweep(folder.path()), 1);
    assert!(!dead.exists() && !with_suffix(&dead, "-journal").exists());
    assert!(unfinished.path().exists() && journal.exists());
    unfinished.finish().expect("named");
    assert_eq!(leftovers::sweep(folder.path()), 1, "its journal is nobody's now");
    assert_eq!(names(folder.path()), [".taphuan-mine", "a.pdf"]);
}

#[test]
fn a_name_that_is_taken_is_not_given_again() {
    let folder = folder();
    let target = folder.path().join("a.taphuan");
    let begun = Unfinished::beside(&target, Privacy::Private).expect("begun");
    fs::write(&target, "another's").expect("written");
    let refused = begun.finish_new().expect_err("refused");
    assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&target).expect("read"), "another's");
    assert_eq!(names(folder.path()), ["a.taphuan"], "and nothing is left");
}

#[cfg(unix)]
#[test]
fn rights_are_kept_and_what_is_private_stays_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let (private, usual) = (folder.path().join("a"), folder.path().join("b"));
    write_private(&private, b"x").expect("written");
    assert_eq!(mode(&private), 0o600);
    write(&usual, b"x").expect("written");
    let fresh = folder.path().join("c");
    fs::write(&fresh, "x").expect("written");
    assert_eq!(mode(&usual), mode(&fresh), "as of any new file");
    fs::set_permissions(&usual, fs::Permissions::from_mode(0o640)).expect("set");
    write(&usual, b"y").expect("written");
    assert_eq!(mode(&usual), 0o640, "as of the file it replaced");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = folder();
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::write(&real, "old").expect("written");
    std::os::unix::fs::symlink(&real, &link).expect("linked");
    write(&link, b"new").expect("written");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("read"), "new");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_replaced() {
    let folder = folder();
    let socket = folder.path().join("a.pdf");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("bound");
    assert!(write(&socket, b"a paper").is_err());
    assert!(!socket.symlink_metadata().expect("there").is_file());
    assert!(write(Path::new("/dev/full"), b"a paper").is_err());
    assert_eq!(names(folder.path()), ["a.pdf"], "nothing is left beside it");
}
