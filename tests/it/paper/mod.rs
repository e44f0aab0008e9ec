//! Papers, read back by independent readers.

mod attendance_papers;
mod bundle;
mod cards;
mod certificates;
mod changed_pages;
mod commendation;
mod completion;
mod every_kind;
mod facts;
mod forms;
mod invitation;
mod letters;
mod list_papers;
mod own_columns;
mod pagination;
mod pdf;
mod plan;
mod programme;
mod record_papers;
mod running_order;
mod running_text;
mod sign_in_sheets;
mod signed_pages;
mod usage;
mod word_files;
mod workbooks;
