//! Documents that nothing cites any more.

use crate::store::error::Result;
use crate::store::transact::Step;

/// Deletes the documents that nothing cites: they stand in the library only for
/// what cites them.
pub(super) fn sweep(step: &Step<'_>) -> Result<()> {
    loop {
        let taken = step.execute(
            "DELETE FROM cited_document
             WHERE NOT EXISTS (SELECT 1 FROM topic_cites WHERE document_id = cited_document.id)
               AND NOT EXISTS (SELECT 1 FROM document_cites WHERE cited_id = cited_document.id)",
            [],
        )?;
        if taken == 0 {
            return Ok(());
        }
    }
}
