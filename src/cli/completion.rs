//! `completion`: who completed by the rule, who did not, and why.

use std::collections::HashMap;
use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::completion::{EssayNeed, Rule, Share, Whose};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::numbering::{is_shown, numbered};
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store};

#[derive(Serialize)]
struct RuleJson {
    minimum_sittings: Option<u32>,
    minimum_percent: Option<u8>,
    late_counts: bool,
    left_early_counts: bool,
    /// How many sittings nobody may miss, of all clusters.
    required_sittings: usize,
    needs_essay: bool,
    minimum_score: Option<f64>,
    by_place: bool,
}

impl From<&Rule> for RuleJson {
    fn from(rule: &Rule) -> Self {
        Self {
            minimum_sittings: match rule.share {
                Share::Sittings(count) => Some(count),
                _ => None,
            },
            minimum_percent: match rule.share {
                Share::Percent(percent) => Some(percent),
                _ => None,
            },
            late_counts: rule.late_counts,
            left_early_counts: rule.left_early_counts,
            required_sittings: rule.required.len(),
            needs_essay: rule.essay != EssayNeed::None,
            minimum_score: match rule.essay {
                EssayNeed::Score(score) => Some(f64::from(score.hundredths()) / 100.0),
                _ => None,
            },
            by_place: rule.whose == Whose::Place,
        }
    }
}

#[derive(Serialize)]
struct EssayJson<'a> {
    submitted: bool,
    score: Option<f64>,
    grade: Option<&'a str>,
}

#[derive(Serialize)]
struct DelegateJson<'a> {
    /// Null for who was only sent for somebody.
    stt: Option<u32>,
    cluster: Option<u32>,
    delegate: i64,
    name: &'a str,
    outcome: &'static str,
    /// How many sittings count, and of how many; 0 of 0 without a rule.
    sat: usize,
    sittings: usize,
    essay: Option<EssayJson<'a>>,
    commended: bool,
    by_hand: bool,
    certificate: Option<&'a str>,
    reasons: Vec<String>,
}

#[derive(Serialize)]
struct CompletionJson<'a> {
    rule: Option<RuleJson>,
    completed: usize,
    not_completed: usize,
    not_yet_known: usize,
    delegates: Vec<DelegateJson<'a>>,
}

/// Lists who completed, and why.
pub(super) fn show(path: &Path, session: SessionId, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let dossier = Store::open(path, Access::Read)?.dossier(session).wait()?;
    let delegates = judged(&dossier, locale);
    let counts = delegates.iter().fold(Counts::default(), |mut counts, one| {
        if let Some(outcome) = Outcome::ALL.into_iter().find(|outcome| outcome.code() == one.outcome) {
            counts.add(outcome);
        }
        counts
    });
    let rule = dossier.completion.rule.as_ref();
    if json {
        return Ok(Done::printing_json(&CompletionJson {
            rule: rule.map(RuleJson::from),
            completed: counts.completed,
            not_completed: counts.not_completed,
            not_yet_known: counts.not_yet_known,
            delegates,
        }));
    }
    let rows: Vec<Vec<String>> = delegates
        .iter()
        .map(|one| {
            vec![
                one.cluster.map(|number| number.to_string()).unwrap_or_default(),
                one.stt.map(|number| number.to_string()).unwrap_or_default(),
                one.name.to_owned(),
                locale.text(word(one.outcome)),
                one.reasons.join(" "),
            ]
        })
        .collect();
    let headings = [
        "cli-column-cluster",
        "window-column-number",
        "window-column-name",
        "results-outcome",
        "results-why",
    ];
    let mut done = Done::printing(table(&headings.map(|id| locale.text(id)), &rows));
    if rule.is_none() {
        done.sentences.push(Sentence::new("completion-no-rule"));
    }
    done.sentences.push(
        Sentence::new("cli-completion")
            .with("completed", counts.completed)
            .with("not", counts.not_completed)
            .with("unknown", counts.not_yet_known),
    );
    Ok(done)
}

/// Everybody who is judged: the lists by number, then those who were only sent.
fn judged<'a>(dossier: &'a Dossier, locale: &Locale) -> Vec<DelegateJson<'a>> {
    let judge = Judge::new(dossier);
    let by_id: HashMap<DelegateId, &Delegate> = dossier.delegates.iter().map(|one| (one.id, one)).collect();
    let valid = dossier.certificates.iter().filter(|one| one.is_valid());
    let numbers: HashMap<DelegateId, &str> =
        valid.map(|one| (one.delegate, one.printed_number.as_str())).collect();
    let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
    let clusters: Vec<_> = dossier.clusters.iter().map(|one| one.id).collect();
    let listed = numbered(&shown, &clusters, dossier.session.details.list_order);
    let listed = listed.iter().map(|row| (row.delegate.id, Some(row.number)));
    let sent = dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute);
    let all = listed.chain(sent.map(|one| (one.id, None)));
    let found = all.filter_map(|(id, number)| {
        let one = by_id.get(&id).copied()?;
        judge.is_judged(one).then_some((one, number))
    });
    found
        .map(|(one, number)| {
            let certificate = numbers.get(&one.id).copied();
            delegate(one, number, certificate, dossier, &judge, locale)
        })
        .collect()
}

fn delegate<'a>(
    one: &'a Delegate,
    stt: Option<u32>,
    certificate: Option<&'a str>,
    dossier: &'a Dossier,
    judge: &Judge<'a>,
    locale: &Locale,
) -> DelegateJson<'a> {
    let judged = judge.judge(one);
    let decision = judge.decision(one);
    let essay = dossier.completion.essays.get(&one.id);
    DelegateJson {
        stt,
        cluster: dossier
            .clusters
            .iter()
            .find(|known| Some(known.id) == one.cluster)
            .map(|known| known.number),
        delegate: one.id.0,
        name: &one.details.full_name,
        outcome: judged.outcome.code(),
        sat: judged.sat,
        sittings: judged.of,
        essay: essay.map(|essay| EssayJson {
            submitted: essay.submitted,
            score: essay.score.map(|score| f64::from(score.hundredths()) / 100.0),
            grade: essay.grade.as_deref(),
        }),
        commended: decision.is_some_and(|one| one.commended),
        by_hand: decision.is_some_and(|one| one.completed.is_some()),
        certificate,
        reasons: judged.reasons.iter().map(|reason| locale.say(&reason.explain())).collect(),
    }
}

/// The sentence for an outcome, by its code.
fn word(outcome: &str) -> &'static str {
    match outcome {
        "completed" => "completion-completed",
        "not_completed" => "completion-not-completed",
        _ => "completion-not-yet-known",
    }
}
