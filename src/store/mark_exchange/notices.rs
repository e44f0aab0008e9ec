//! What was said before of delegates goes from the home of a session to its halls.

use std::collections::HashMap;

use rusqlite::Connection;

use super::home::Home;
use super::people::Known;
use super::row_of;
use crate::domain::attendance::notice::{Notice, Span};
use crate::domain::attendance::package::{MarkPackage, PackedNotice};
use crate::domain::id::{ClusterId, SittingId};
use crate::store::attendance;
use crate::store::error::Result;
use crate::store::transact::Step;

/// The notices of a cluster's delegates.
pub(super) fn of_cluster(connection: &Connection, cluster: ClusterId) -> Result<Vec<PackedNotice>> {
    let mut query = connection.prepare_cached(
        "SELECT delegate.uid AS delegate, sitting.uid AS sitting, notice.onward, notice.reason,
             substitute.uid AS substitute
         FROM absence_notice AS notice JOIN delegate ON delegate.id = notice.delegate_id
         LEFT JOIN sitting ON sitting.id = notice.sitting_id
         LEFT JOIN delegate AS substitute ON substitute.id = notice.substitute_id
         WHERE delegate.cluster_id = ?1 AND (sitting.id IS NULL OR sitting.cluster_id = ?1)
         ORDER BY delegate.uid, sitting.uid, notice.onward, notice.id",
    )?;
    let notices = query.query_map([cluster.0], |row| {
        Ok(PackedNotice {
            delegate: row.get("delegate")?,
            sitting: row.get("sitting")?,
            onward: row.get("onward")?,
            reason: row.get("reason")?,
            substitute: row.get("substitute")?,
        })
    })?;
    Ok(notices.collect::<rusqlite::Result<_>>()?)
}

/// Makes the notices what they are at home, where the list of home is followed. Answers how many delegates have others
/// now.
pub(super) fn follow(
    step: &Step<'_>,
    package: &MarkPackage,
    home: &Home,
    known: &Known<'_>,
) -> Result<usize> {
    if !home.follows {
        return Ok(0);
    }
    let here = of_cluster(step, home.cluster)?;
    let (here, wanted) = (by_delegate(&here), by_delegate(&package.notices));
    let mut updated = 0;
    for one in &package.delegates {
        let Some(Ok(delegate)) = known.get(one.uid.as_str()) else { continue };
        let (here, wanted) = (here.get(one.uid.as_str()), wanted.get(one.uid.as_str()));
        if here == wanted {
            continue;
        }
        attendance::notices::forget(step, *delegate)?;
        for notice in wanted.into_iter().flatten() {
            let sitting = match &notice.sitting {
                Some(sitting) => row_of(step, "sitting", sitting)?.map(SittingId),
                None => None,
            };
            let span = match (sitting, notice.onward) {
                (None, _) => Span::Session,
                (Some(sitting), true) => Span::Onward(sitting),
                (Some(sitting), false) => Span::Sitting(sitting),
            };
            let substitute = notice.substitute.as_deref().and_then(|sent| known.get(sent)?.as_ref().ok());
            let reason = notice.reason.clone();
            let notice = Notice { delegate: *delegate, span, reason, substitute: substitute.copied() };
            attendance::notices::set(step, &notice)?;
        }
        updated += 1;
    }
    Ok(updated)
}

fn by_delegate(notices: &[PackedNotice]) -> HashMap<&str, Vec<&PackedNotice>> {
    let mut by_delegate: HashMap<&str, Vec<&PackedNotice>> = HashMap::new();
    for notice in notices {
        by_delegate.entry(&notice.delegate).or_default().push(notice);
    }
    by_delegate
}
