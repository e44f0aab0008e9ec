//! Opens the window on a data file: `cargo run --example window -- FILE`.

use std::process::ExitCode;

fn main() -> Result<ExitCode, iced::Error> {
    taphuan::app::run(std::env::args_os().nth(1).map(Into::into))
}
