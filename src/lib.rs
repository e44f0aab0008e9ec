//! Tập huấn: the training conferences of a Vietnam Fatherland Front office.
//!
//! Dependencies run one way: [`app`], [`cli`] → [`export`] → [`intake`], [`paper`],
//! [`backup`] → [`store`], [`sample`] → [`domain`] → [`lexicon`] → [`vietnamese`] → [`date`]. What a user may read
//! travels as a [`sentence::Sentence`] and becomes a sentence only in [`locale`]. Anything can
//! use [`delimited`], [`sentence`], [`locale`], [`clock`], [`log_file`], [`progress`], [`whole_file`] and
//! [`workbook`].

/// Dates as precisely as a source gives them.
pub mod date;

/// What the office talks about: plain types and rules. Knows no SQL, no window, no file.
pub mod domain;

/// The words of lists, papers and units: places, posts, headings …, from `assets/lexicon`.
pub mod lexicon;
pub mod list_form;
pub mod mark_form;

/// What time it is, whatever the clock of the computer says.
pub mod clock;

/// The language: name order, search folding, numbers and dates in words.
pub mod vietnamese;

/// What the program has to say, before it is a sentence in some language.
pub mod sentence;

/// Sentences in the user's language, from `assets/locale`.
pub mod locale;

/// What went wrong, in a file of this computer.
pub mod log_file;

/// How far long work is, and a wish to stop it.
pub mod progress;

/// Files written whole or not at all.
pub mod delimited;
pub mod whole_file;
pub mod workbook;

/// The data file: open, migrate, transact, undo, check, back up.
pub mod store;

/// Backups that make themselves: made, packed, thinned, found again.
pub mod backup;

/// Lists in: read a workbook or text file → find the table → match columns → plan.
pub mod intake;

/// Documents out: content → layout → PDF, one file per kind of paper.
pub mod paper;

/// The user guide, as it stands in `assets/guide`.
pub mod guide;

/// Papers as files: one of them, or the whole bundle of a session.
pub mod export;

/// The five sample conferences, with invented delegates.
pub mod sample;

/// The command line: the same operations without a window.
pub mod cli;

/// The window: screens over one design system of our own widgets.
pub mod app;
