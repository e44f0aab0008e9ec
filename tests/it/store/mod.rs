//! The data file.

mod attendance;
mod clusters;
mod completion;
mod crash;
mod crash_marking;
mod editing_certificates;
mod editing_delegates;
mod editing_sessions;
mod exchange;
mod faults;
mod history;
mod import;
mod opening;
mod overview;
mod own_columns;
mod people;
mod presenters;
mod printed_pages;
mod receipts;
mod recipes;
mod salvage;
mod scans;
mod topics;
mod turnout;
mod units;
mod upgrades;
