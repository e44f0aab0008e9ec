//! The rule for certificates, essays, and decisions by hand. What follows from them is computed and never stored.

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::completion::essay::{Essay, Score};
use crate::domain::completion::{Completion, Decision, EssayNeed, Rule, Share, Whose};
use crate::domain::id::{DelegateId, SessionId, SittingId};
use crate::domain::mistake::Mistake;

/// What a session has for it.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Completion> {
    let mut essays = connection.prepare_cached(
        "SELECT essay.delegate_id, essay.submitted, essay.score, essay.grade FROM essay
         JOIN delegate ON delegate.id = essay.delegate_id WHERE delegate.session_id = ?1",
    )?;
    let essays = essays.query_map([session.0], |row| {
        let score = row.get::<_, Option<i64>>(2)?.and_then(Score::from_hundredths);
        Ok((DelegateId(row.get(0)?), Essay { submitted: row.get(1)?, score, grade: row.get(3)? }))
    })?;
    let mut decisions = connection.prepare_cached(
        "SELECT decision.delegate_id, decision.completed, decision.commended, decision.reason,
             decision.decided_by, decision.decided_at
         FROM completion_decision AS decision
         JOIN delegate ON delegate.id = decision.delegate_id WHERE delegate.session_id = ?1",
    )?;
    let decisions = decisions.query_map([session.0], |row| {
        let decision = Decision {
            completed: row.get(1)?,
            commended: row.get(2)?,
            reason: row.get(3)?,
            decided_by: row.get(4)?,
            decided_at: row.get(5)?,
        };
        Ok((DelegateId(row.get(0)?), decision))
    })?;
    Ok(Completion {
        rule: rule(connection, session)?,
        essays: essays.collect::<rusqlite::Result<_>>()?,
        decisions: decisions.collect::<rusqlite::Result<_>>()?,
    })
}

/// The rule of a session, if it has one.
pub(super) fn rule(connection: &Connection, session: SessionId) -> Result<Option<Rule>> {
    let mut query = connection.prepare_cached(
        "SELECT minimum_sittings, minimum_percent, late_counts, left_early_counts, needs_essay, minimum_score,
             by_place
         FROM completion_rule WHERE session_id = ?1",
    )?;
    let rule = query.query_row([session.0], |row| {
        let sittings: Option<u32> = row.get("minimum_sittings")?;
        let percent: Option<u8> = row.get("minimum_percent")?;
        let score = row.get::<_, Option<i64>>("minimum_score")?.and_then(Score::from_hundredths);
        Ok(Rule {
            share: match (sittings, percent) {
                (Some(count), _) => Share::Sittings(count),
                (None, Some(percent)) => Share::Percent(percent),
                (None, None) => Share::Any,
            },
            late_counts: row.get("late_counts")?,
            left_early_counts: row.get("left_early_counts")?,
            required: Vec::new(),
            essay: match (row.get("needs_essay")?, score) {
                (_, Some(score)) => EssayNeed::Score(score),
                (true, None) => EssayNeed::Submitted,
                (false, None) => EssayNeed::None,
            },
            whose: if row.get("by_place")? { Whose::Place } else { Whose::Person },
        })
    });
    let Some(rule) = rule.optional()? else { return Ok(None) };
    Ok(Some(Rule { required: required(connection, session)?, ..rule }))
}

fn required(connection: &Connection, session: SessionId) -> Result<Vec<SittingId>> {
    let mut query = connection.prepare_cached(
        "SELECT required.sitting_id FROM completion_required AS required
         JOIN sitting ON sitting.id = required.sitting_id JOIN cluster ON cluster.id = sitting.cluster_id
         WHERE cluster.session_id = ?1 ORDER BY required.sitting_id",
    )?;
    let required = query.query_map([session.0], |row| Ok(SittingId(row.get(0)?)))?;
    Ok(required.collect::<rusqlite::Result<_>>()?)
}

/// Sets the rule of a session, or takes it away.
pub(super) fn set_rule(step: &Step<'_>, session: SessionId, wanted: Option<&Rule>) -> Result<()> {
    if rule(step, session)?.as_ref() == wanted {
        return Ok(());
    }
    let sittings: &[SittingId] = wanted.map_or(&[], |rule| &rule.required);
    for sitting in required(step, session)? {
        if !sittings.contains(&sitting) {
            step.prepare_cached("DELETE FROM completion_required WHERE sitting_id = ?1")?
                .execute([sitting.0])?;
        }
    }
    let Some(wanted) = wanted else {
        step.prepare_cached("DELETE FROM completion_rule WHERE session_id = ?1")?.execute([session.0])?;
        return Ok(());
    };
    let (count, percent) = match wanted.share {
        Share::Any => (None, None),
        Share::Sittings(count) => (Some(count), None),
        Share::Percent(percent) => (None, Some(percent.min(100))),
    };
    let (needs_essay, score) = match wanted.essay {
        EssayNeed::None => (false, None),
        EssayNeed::Submitted => (true, None),
        EssayNeed::Score(score) => (true, Some(score.hundredths())),
    };
    let values = (
        session.0,
        count,
        percent,
        wanted.late_counts,
        wanted.left_early_counts,
        needs_essay,
        score,
        wanted.whose == Whose::Place,
    );
    step.prepare_cached(
        "INSERT INTO completion_rule (session_id, minimum_sittings, minimum_percent, late_counts,
             left_early_counts, needs_essay, minimum_score, by_place)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (session_id) DO UPDATE SET minimum_sittings = ?2, minimum_percent = ?3, late_counts = ?4,
             left_early_counts = ?5, needs_essay = ?6, minimum_score = ?7, by_place = ?8",
    )?
    .execute(values)?;
    let known = required(step, session)?;
    for sitting in sittings.iter().filter(|sitting| !known.contains(sitting)) {
        require(step, session, *sitting)?;
    }
    Ok(())
}

/// Lets nobody miss a sitting of the session.
fn require(step: &Step<'_>, session: SessionId, sitting: SittingId) -> Result<()> {
    let of_session = "SELECT 1 FROM sitting JOIN cluster ON cluster.id = sitting.cluster_id
                      WHERE sitting.id = ?1 AND cluster.session_id = ?2";
    if !step.prepare_cached(of_session)?.exists((sitting.0, session.0))? {
        return Err(Mistake::UnknownSitting.into());
    }
    Record::of("completion_required").set("sitting_id", sitting.0).insert(step)?;
    Ok(())
}

/// Refuses a delegate who is not of the session.
fn check_delegate(step: &Step<'_>, session: SessionId, delegate: DelegateId) -> Result<()> {
    let of_session = "SELECT 1 FROM delegate WHERE id = ?1 AND session_id = ?2";
    match step.prepare_cached(of_session)?.exists((delegate.0, session.0))? {
        true => Ok(()),
        false => Err(Mistake::UnknownDelegate.into()),
    }
}

/// Sets what is known of essays; `None` for one of which nothing is known any more. Returns how many are otherwise now.
pub(super) fn put_essays(
    step: &Step<'_>,
    session: SessionId,
    essays: &[(DelegateId, Option<Essay>)],
) -> Result<usize> {
    let mut changed = 0;
    for (delegate, essay) in essays {
        check_delegate(step, session, *delegate)?;
        changed += match essay {
            None => step.prepare_cached("DELETE FROM essay WHERE delegate_id = ?1")?.execute([delegate.0])?,
            Some(essay) => step
                .prepare_cached(
                    "INSERT INTO essay (delegate_id, submitted, score, grade) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (delegate_id) DO UPDATE SET submitted = ?2, score = ?3, grade = ?4
                     WHERE submitted IS NOT ?2 OR score IS NOT ?3 OR grade IS NOT ?4",
                )?
                .execute((
                    delegate.0,
                    essay.submitted,
                    essay.score.map(Score::hundredths),
                    essay.grade.as_deref(),
                ))?,
        };
    }
    Ok(changed)
}

/// What is known of somebody's essay.
pub(super) fn essay(connection: &Connection, delegate: DelegateId) -> Result<Option<Essay>> {
    let mut query =
        connection.prepare_cached("SELECT submitted, score, grade FROM essay WHERE delegate_id = ?1")?;
    let found = query.query_row([delegate.0], |row| {
        let score = row.get::<_, Option<i64>>(1)?.and_then(Score::from_hundredths);
        Ok(Essay { submitted: row.get(0)?, score, grade: row.get(2)? })
    });
    Ok(found.optional()?)
}

/// Gives essay and decision of a delegate who goes to the one who stays, where that one has none.
pub(super) fn hand_over(step: &Step<'_>, stays: DelegateId, goes: DelegateId) -> Result<()> {
    for table in ["essay", "completion_decision"] {
        step.prepare_cached(&format!(
            "UPDATE {table} SET delegate_id = ?1 WHERE delegate_id = ?2
             AND NOT EXISTS (SELECT 1 FROM {table} WHERE delegate_id = ?1)"
        ))?
        .execute((stays.0, goes.0))?;
    }
    Ok(())
}

/// Lets nobody miss a sitting that was made like another, if nobody may miss that one.
pub(super) fn require_like(step: &Step<'_>, like: SittingId, added: SittingId) -> Result<()> {
    let required = "SELECT 1 FROM completion_required WHERE sitting_id = ?1";
    if step.prepare_cached(required)?.exists([like.0])? {
        Record::of("completion_required").set("sitting_id", added.0).insert(step)?;
    }
    Ok(())
}

/// What was decided of somebody.
pub(super) fn decision(connection: &Connection, delegate: DelegateId) -> Result<Decision> {
    let mut query = connection.prepare_cached(
        "SELECT completed, commended, reason, decided_by, decided_at FROM completion_decision
         WHERE delegate_id = ?1",
    )?;
    let found = query.query_row([delegate.0], |row| {
        Ok(Decision {
            completed: row.get(0)?,
            commended: row.get(1)?,
            reason: row.get(2)?,
            decided_by: row.get(3)?,
            decided_at: row.get(4)?,
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// Sets what was decided of somebody. The time is that of the step where the decision is another one; where nothing is decided,
/// nothing is kept.
pub(super) fn decide(
    step: &Step<'_>,
    session: SessionId,
    delegate: DelegateId,
    wanted: &Decision,
) -> Result<()> {
    check_delegate(step, session, delegate)?;
    if wanted.completed.is_none() && !wanted.commended {
        step.prepare_cached("DELETE FROM completion_decision WHERE delegate_id = ?1")?
            .execute([delegate.0])?;
        return Ok(());
    }
    let known = decision(step, delegate)?;
    let decided = |one: &Decision| (one.completed, one.reason.clone(), one.decided_by.clone());
    let at = match decided(&known) == decided(wanted) && !known.decided_at.is_empty() {
        true => known.decided_at,
        false => step.now().to_owned(),
    };
    step.prepare_cached(
        "INSERT INTO completion_decision (delegate_id, completed, commended, reason, decided_by, decided_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (delegate_id) DO UPDATE SET completed = ?2, commended = ?3, reason = ?4, decided_by = ?5,
             decided_at = ?6
         WHERE completed IS NOT ?2 OR commended IS NOT ?3 OR reason IS NOT ?4 OR decided_by IS NOT ?5",
    )?
    .execute((
        delegate.0,
        wanted.completed,
        wanted.commended,
        &wanted.reason,
        &wanted.decided_by,
        at,
    ))?;
    Ok(())
}
