//! Our components. Screens build from these and from iced's rows, columns and
//! containers; they draw nothing themselves. `README.md` of `app` says which
//! component is for what.

mod around;
pub mod arrows;
pub mod banner;
pub mod bar;
pub mod button;
pub mod calendar;
pub mod card;
pub mod checkbox;
pub mod chip;
pub mod clear;
pub mod command;
mod command_menu;
mod control;
pub mod date_field;
pub mod dialog;
pub mod drag;
pub mod ellipsis;
pub mod empty;
pub mod field;
pub mod focus;
pub mod form;
mod guarded;
pub mod inert;
mod menu;
pub mod nav;
pub mod number_field;
pub mod offer;
mod one_line;
pub mod page_keys;
mod paste;
pub mod press;
pub mod progress;
pub mod row_menu;
pub mod search;
pub mod select;
mod steady;
pub mod table;
pub mod tabs;
mod tip;
pub mod toast;
pub mod typing;
