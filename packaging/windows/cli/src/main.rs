//! `taphuan-cli.exe`: runs the `taphuan.exe` beside it with the same words, passes on what is read and written, and ends
//! with its exit code.
//!
//! `taphuan.exe` is a program with windows. Typed into a console, such a program is not waited for, and what it prints
//! goes nowhere. This one is a console program, and that is all it is for.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};

/// The program, in the folder of this one.
const PROGRAM: &str = "taphuan.exe";
/// What `taphuan.exe` itself ends with when it refuses something for a reason.
const REFUSED: i32 = 1;

fn main() {
    let program = match beside() {
        Ok(program) => program,
        Err(error) => refuse(&format!("Không biết chương trình này đang nằm ở thư mục nào: {error}.")),
    };
    match run(program.as_os_str()) {
        Ok(status) => std::process::exit(status.code().unwrap_or(REFUSED)),
        Err(error) => refuse(&format!(
            "Không chạy được {}: {error}. Tệp taphuan-cli.exe phải nằm cùng thư mục với tệp taphuan.exe.",
            program.display(),
        )),
    }
}

fn beside() -> io::Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(PROGRAM))
}

fn refuse(sentence: &str) -> ! {
    let _ = writeln!(io::stderr(), "{sentence}");
    std::process::exit(REFUSED);
}

/// Runs it to its end.
fn run(program: &OsStr) -> io::Result<ExitStatus> {
    let mut child = Command::new(program)
        .args(env::args_os().skip(1))
        .stdin(way(&io::stdin(), Stdio::null))
        .stdout(way(&io::stdout(), Stdio::piped))
        .stderr(way(&io::stderr(), Stdio::piped))
        .spawn()?;
    let passed = [
        child.stdout.take().map(|from| pass(from, io::stdout())),
        child.stderr.take().map(|from| pass(from, io::stderr())),
    ];
    let status = child.wait()?;
    // What it wrote last may still be on its way.
    for passing in passed.into_iter().flatten().flatten() {
        let _ = passing.join();
    }
    Ok(status)
}

/// A file or a pipe goes to the program as it is. A console does not: it belongs to the programs that are attached to it,
/// and one with windows is not, so what it writes is passed on from here. It never reads from a console.
fn way(stream: &impl IsTerminal, instead: fn() -> Stdio) -> Stdio {
    if stream.is_terminal() { instead() } else { Stdio::inherit() }
}

/// Passes on what is written, as soon as it is, on a thread of its own.
fn pass(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().spawn(move || {
        let mut part = vec![0; 8192];
        loop {
            let length = match from.read(&mut part) {
                Ok(0) => return,
                Ok(length) => length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return,
            };
            // Nobody looks any more: the program finds its pipe closed, as it would have found the console.
            if to.write_all(&part[..length]).and_then(|()| to.flush()).is_err() {
                return;
            }
        }
    })
}
