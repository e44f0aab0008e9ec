//! Every column of the schema has its words in the history, or is one that nobody is told of.

use crate::domain::record_words::{self, UNTOLD};
use crate::store::create::create;

#[test]
fn every_table_and_column_that_is_journalled_has_words() {
    let folder = tempfile::tempdir().expect("folder");
    let file = create(&folder.path().join("a.taphuan")).expect("made");
    let mut missing = Vec::new();
    for table in &file.tables {
        if record_words::table(&table.name).is_none() {
            missing.push(table.name.clone());
        }
        for column in &table.columns {
            let is_untold =
                UNTOLD.iter().any(|(of, name)| (*of == "*" || *of == table.name) && name == column);
            if !is_untold && record_words::column(&table.name, column).is_none() {
                missing.push(format!("{}.{column}", table.name));
            }
        }
    }
    assert_eq!(missing, [""; 0], "what is added to the schema gets a line in domain::record_words");
}
