//! What the columns of known layouts of lists hold.

use rusqlite::Connection;

use super::error::Result;
use super::transact::Step;
use crate::domain::list::ColumnMapping;

/// Layouts kept; those not met for longest go first.
const KEPT: u32 = 500;

/// All layouts remembered, the latest first.
pub(super) fn all(connection: &Connection) -> Result<Vec<ColumnMapping>> {
    let mut query =
        connection.prepare("SELECT layout, mapping FROM column_mapping ORDER BY used_at DESC, id DESC")?;
    let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut known = Vec::new();
    for row in rows {
        let (layout, mapping) = row?;
        // A mapping that another program spoilt is as good as none.
        if let Ok(columns) = serde_json::from_str(&mapping) {
            known.push(ColumnMapping { layout, columns });
        }
    }
    Ok(known)
}

/// Remembers a layout, over what was known of it. One without a fingerprint has no
/// headings to be known by.
pub(super) fn remember(step: &Step<'_>, mapping: &ColumnMapping) -> Result<()> {
    if mapping.layout.is_empty() {
        return Ok(());
    }
    let columns = serde_json::json!(mapping.columns).to_string();
    let changed = step.execute(
        "UPDATE column_mapping SET mapping = ?2, used_at = ?3 WHERE layout = ?1",
        (&mapping.layout, &columns, step.now()),
    )?;
    if changed == 0 {
        step.execute(
            "INSERT INTO column_mapping (layout, mapping, used_at) VALUES (?1, ?2, ?3)",
            (&mapping.layout, &columns, step.now()),
        )?;
        step.execute(
            "DELETE FROM column_mapping WHERE id NOT IN
             (SELECT id FROM column_mapping ORDER BY used_at DESC, id DESC LIMIT ?1)",
            [KEPT],
        )?;
    }
    Ok(())
}
