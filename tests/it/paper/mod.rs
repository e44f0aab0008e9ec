//! Papers, read back by independent readers.

mod attendance_papers;
mod bundle;
mod cards;
mod changed_pages;
mod completion;
mod facts;
mod invitation;
mod list_papers;
mod own_columns;
mod pagination;
mod pdf;
mod plan;
mod programme;
mod record_papers;
mod running_text;
mod sign_in_sheets;
mod signed_pages;
mod word_files;
mod workbooks;
