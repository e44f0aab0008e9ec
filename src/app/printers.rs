//! The printers of the system, where it lists them, and handing a file to one.
//!
//! Windows lists them only to unsafe code, and the verb by which its shell prints claims to have
//! done so also when nothing was printed: there the viewer prints.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::system::quiet;
use crate::sentence::Sentence;

/// A list of printers takes no longer than this; a server that does not answer has none.
const LISTING: Duration = Duration::from_secs(3);
/// Handing over a file of many pages takes no longer than this.
const SENDING: Duration = Duration::from_secs(30);

/// The printers of the system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printers {
    /// By name, the usual one first.
    pub names: Vec<String>,
}

/// Asks the system for its printers; none where it has none, or does not tell.
pub fn list() -> Printers {
    if cfg!(windows) {
        return Printers::default();
    }
    let ask = |what: &str| {
        let mut command = quiet("lpstat");
        // Its words are read.
        command.env("LC_ALL", "C").arg(what);
        said_by(command, LISTING).ok()
    };
    let Some(names) = ask("-e") else { return Printers::default() };
    read(&names, &ask("-d").unwrap_or_default())
}

/// The printers of what `lpstat -e` and `lpstat -d` say.
fn read(listed: &str, usual: &str) -> Printers {
    let mut names: Vec<String> = listed.lines().map(|line| line.trim().to_owned()).collect();
    names.retain(|name| !name.is_empty());
    let usual = usual.rsplit_once(':').map(|(_, name)| name.trim());
    names.sort_by_key(|name| Some(name.as_str()) != usual);
    Printers { names }
}

/// Puts a file in the queue of a printer, to be printed so often in the size it has.
pub fn send(file: &Path, printer: &str, copies: u32) -> Result<(), Sentence> {
    let mut command = quiet("lp");
    command.args(["-d", printer, "-n", &copies.to_string(), "-o", "print-scaling=none", "--"]).arg(file);
    said_by(command, SENDING).map(drop).map_err(|reason| {
        Sentence::new("printer-refused").with("printer", printer).with("reason", reason.trim())
    })
}

/// What a program says; else why it could not be asked, or what it complained of.
fn said_by(mut command: Command, patience: Duration) -> Result<String, String> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.spawn().map_err(|error| error.to_string())?;
    let until = Instant::now() + patience;
    let status = loop {
        match program.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) => {
                // It is asked no more; that it is gone already is as well.
                let _ = program.kill();
                let _ = program.wait();
                return Err(format!("{} s", patience.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    };
    let read = |from: Option<&mut dyn Read>| {
        let mut bytes = Vec::new();
        // What cannot be read was not said.
        let _ = from.map(|from| from.read_to_end(&mut bytes));
        String::from_utf8_lossy(&bytes).into_owned()
    };
    match status.success() {
        true => Ok(read(program.stdout.as_mut().map(|from| from as &mut dyn Read))),
        false => Err(read(program.stderr.as_mut().map(|from| from as &mut dyn Read))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_printer_comes_first() {
        let found = read("HP_Phong_1\nCanon_LBP2900\n\n", "system default destination: Canon_LBP2900\n");
        assert_eq!(found.names, ["Canon_LBP2900", "HP_Phong_1"]);
        assert_eq!(read("HP_Phong_1\n", "no system default destination\n").names, ["HP_Phong_1"]);
        assert_eq!(read("", ""), Printers::default());
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_does_not_answer_is_waited_for_no_longer() {
        let asked = |words: &[&str], patience| {
            let mut command = quiet("sh");
            command.arg("-c").args(words);
            said_by(command, patience)
        };
        let (long, short) = (Duration::from_secs(5), Duration::from_millis(60));
        assert_eq!(asked(&["echo Canon"], long).as_deref(), Ok("Canon\n"));
        assert_eq!(asked(&["echo hỏng >&2; exit 1"], long), Err("hỏng\n".to_owned()));
        assert!(asked(&["sleep 20"], short).is_err());
    }
}
