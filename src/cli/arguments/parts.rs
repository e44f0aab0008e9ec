//! The arguments of which verbs are made.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

/// Is said or not: `--json`.
pub(super) fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// Of which a number is said: `--session N`.
pub(super) fn number(name: &'static str, help: String, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).value_parser(value_parser!(u32)).help(help)
}

/// Of which words are said.
pub(super) fn text(name: &'static str, help: String, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

/// Of which a file is said: `--out FILE`.
pub(super) fn path_option(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name("FILE").value_parser(value_parser!(PathBuf)).help(help)
}

/// A file that stands by itself and has to.
pub(super) fn path_value(name: &'static str, help: String) -> Arg {
    Arg::new(name).value_parser(value_parser!(PathBuf)).help(help).required(true)
}
