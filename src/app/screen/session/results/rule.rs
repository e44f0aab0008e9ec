//! The rule beside the list: in plain words, each answer a step, and how many it makes complete.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::{Message, State, rows};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain, small, strong, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip, form};
use crate::domain::cluster::Sitting;
use crate::domain::completion::essay::Score;
use crate::domain::completion::judging::{Outcome, called, in_order};
use crate::domain::completion::{EssayNeed, Rule, Share, Whose};
use crate::domain::dossier::Dossier;
use crate::domain::id::{SessionId, SittingId};
use crate::sentence::Sentence;

/// More sittings than any session has.
const MOST_SITTINGS: u32 = 200;
/// What a rule that counts sittings begins with.
const FIRST_SITTINGS: u32 = 1;

/// What of the rule changes.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// There is one from now on.
    Begin,
    /// There is none any more.
    End,
    /// How many sittings.
    Share(Share),
    /// Whether late counts.
    Late(bool),
    /// Whether left early counts.
    LeftEarly(bool),
    /// These sittings may not be missed, or may.
    Required(Vec<SittingId>, bool),
    /// What is asked of the essay.
    Essay(EssayNeed),
    /// To whom the certificate goes.
    Whose(Whose),
}

impl Change {
    /// What is changed: edits of the same thing join.
    fn field(&self) -> &'static str {
        match self {
            Self::Begin | Self::End => "rule",
            Self::Share(_) => "share",
            Self::Late(_) => "late",
            Self::LeftEarly(_) => "left-early",
            Self::Required(..) => "required",
            Self::Essay(_) => "essay",
            Self::Whose(_) => "whose",
        }
    }

    fn apply(self, rule: &mut Option<Rule>) {
        if self == Self::End {
            *rule = None;
            return;
        }
        let rule = rule.get_or_insert_default();
        match self {
            Self::Begin | Self::End => {}
            Self::Share(share) => rule.share = share,
            Self::Late(counts) => rule.late_counts = counts,
            Self::LeftEarly(counts) => rule.left_early_counts = counts,
            Self::Required(sittings, required) => {
                rule.required.retain(|one| !sittings.contains(one));
                if required {
                    rule.required.extend(sittings);
                }
                rule.required.sort_unstable();
            }
            Self::Essay(need) => rule.essay = need,
            Self::Whose(whose) => rule.whose = whose,
        }
    }
}

/// Writes a change of the rule.
pub(super) fn save(change: Change, session: SessionId, context: Context<'_>) -> Action<Message> {
    let field = change.field();
    let writing = context.store.edit_completion_rule(session, field, move |rule| change.apply(rule));
    match field {
        // What takes the whole rule away offers to bring it back.
        "rule" => Action::write(writing, |()| None),
        _ => Action::save(key(session, field), writing),
    }
}

fn key(session: SessionId, field: &str) -> String {
    format!("completion {session} {field}")
}

/// How a share is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ShareKind {
    Any,
    Fixed(u8),
    Sittings,
    Percent,
}

/// The usual shares.
const USUAL: [(u8, &str); 5] = [
    (100, "results-rule-all"),
    (80, "results-rule-four-fifths"),
    (75, "results-rule-three-quarters"),
    (66, "results-rule-two-thirds"),
    (50, "results-rule-half"),
];

/// How the essay is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EssayKind {
    None,
    Submitted,
    Score,
}

/// What an essay needs at first where points are asked: half of ten.
fn half() -> Score {
    "5".parse().unwrap_or_else(|()| unreachable!("points"))
}

impl State {
    /// The rule.
    pub(super) fn rule<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let head = card::closing(column![strong(context.t("results-rule"))], Message::ClosePanel);
        let Some(rule) = &dossier.completion.rule else {
            let begin = button::primary_small(Some(Icon::Plus), context.t("results-rule-begin"))
                .id("rule-begin")
                .on_press_maybe(context.if_writable(Message::BeginRule));
            return column![head, small(context.t("results-rule-none")), begin].spacing(space::M).into();
        };
        let writable = |change: Change| context.if_writable(Message::RuleChanged(change));
        let end = button::quiet(Some(Icon::X), context.t("results-rule-end"))
            .id("rule-end")
            .on_press_maybe(writable(Change::End));
        let counts = [
            tick(rule.late_counts, "results-rule-late", "rule-late", Change::Late, context),
            tick(
                rule.left_early_counts,
                "results-rule-left-early",
                "rule-left-early",
                Change::LeftEarly,
                context,
            ),
        ];
        column![head, self.told(context)]
            .push(share(rule, dossier.session.id, context))
            .push(column(counts))
            .push(required(rule, dossier, context))
            .push(essay(rule, dossier.session.id, context))
            .push(whose(rule, context))
            .extend(out_of_reach(rule, dossier, context))
            .push(end)
            .spacing(space::M)
            .into()
    }

    /// How many complete by it.
    fn told<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let counts = rows::counts(self.all(), None);
        let number = |outcome: Outcome, id: &str, tone: Tone| -> Element<'a, Message> {
            let count = plain(counts.of(outcome).to_string(), Role::Subtitle).color(tone.strong());
            column![count, styled(context.t(id), Role::Tiny)].into()
        };
        row![
            number(Outcome::Completed, "completion-completed", Tone::Green),
            number(Outcome::NotCompleted, "completion-not-completed", Tone::Danger),
            number(Outcome::NotYetKnown, "completion-not-yet-known", Tone::Neutral),
        ]
        .spacing(space::L)
        .align_y(Alignment::Center)
        .into()
    }
}

fn tick<'a>(
    on: bool,
    label: &str,
    id: &'static str,
    change: fn(bool) -> Change,
    context: Context<'a>,
) -> Element<'a, Message> {
    let toggled = move |on| Message::RuleChanged(change(on));
    let press = checkbox(on, context.t(label), toggled).id(id);
    match context.can_write() {
        true => press.into(),
        false => press.on_press_maybe(None).into(),
    }
}

/// How many sittings.
fn share<'a>(rule: &Rule, session: SessionId, context: Context<'a>) -> Element<'a, Message> {
    let chosen = match rule.share {
        Share::Any => ShareKind::Any,
        Share::Sittings(_) => ShareKind::Sittings,
        Share::Percent(percent) if USUAL.iter().any(|(usual, _)| *usual == percent) => {
            ShareKind::Fixed(percent)
        }
        Share::Percent(_) => ShareKind::Percent,
    };
    let usual = USUAL.map(|(percent, id)| (ShareKind::Fixed(percent), context.t(id)));
    let ways = usual.into_iter().chain([
        (ShareKind::Sittings, context.t("results-rule-sittings")),
        (ShareKind::Percent, context.t("results-rule-percent")),
        (ShareKind::Any, context.t("results-rule-any")),
    ]);
    let mut choice = select(ways, Some(&chosen)).label(context.t("results-rule-share")).id("rule-share");
    if context.can_write() {
        choice = choice.on_choose(|kind| {
            Message::RuleChanged(Change::Share(match kind {
                ShareKind::Any => Share::Any,
                ShareKind::Fixed(percent) => Share::Percent(percent),
                ShareKind::Sittings => Share::Sittings(FIRST_SITTINGS),
                // One that is no usual one, so that the field for it is there.
                ShareKind::Percent => Share::Percent(70),
            }))
        });
    }
    let dressed = |number, most, refusal: &str, change: fn(u32) -> Share| {
        number_field(Some(number), 1..=most, context.t(refusal), move |number| {
            // What is emptied stays as it was.
            Message::RuleChanged(Change::Share(change(number.unwrap_or(1).clamp(1, most))))
        })
        .in_drafts(context.drafts, key(session, "share"))
        .read_only_unless(context.can_write())
        .id("rule-number")
    };
    let number = match (chosen, rule.share) {
        (ShareKind::Sittings, Share::Sittings(count)) => Some(
            dressed(count, MOST_SITTINGS, "results-rule-sittings-refused", Share::Sittings)
                .label(context.t("results-rule-sittings-number")),
        ),
        (ShareKind::Percent, Share::Percent(percent)) => {
            let share = |percent: u32| Share::Percent(u8::try_from(percent).unwrap_or(100));
            Some(
                dressed(u32::from(percent), 100, "results-rule-percent-refused", share)
                    .label(context.t("results-rule-percent-number")),
            )
        }
        _ => None,
    };
    form::form([choice.into()]).extend(number.map(Into::into)).into()
}

/// Which sittings nobody may miss: the first, the second … of every cluster.
fn required<'a>(rule: &Rule, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let clusters: Vec<Vec<&Sitting>> = dossier.clusters.iter().map(in_order).collect();
    let most = clusters.iter().map(Vec::len).max().filter(|most| *most > 0)?;
    let chips = (0..most).map(|place| {
        let having =
            || clusters.iter().zip(&dossier.clusters).filter_map(|(one, of)| Some((*one.get(place)?, of)));
        let sittings: Vec<&Sitting> = having().map(|(sitting, _)| sitting).collect();
        let ids: Vec<SittingId> = sittings.iter().map(|one| one.id).collect();
        let required = ids.iter().filter(|id| rule.required.contains(id)).count();
        let on = required > 0;
        let mut names: Vec<String> = sittings.iter().map(|one| called(one)).collect();
        names.dedup();
        let label = match (names.as_slice(), having().next()) {
            // Only one of several clusters meets so often.
            ([only], Some((_, of))) if sittings.len() == 1 && clusters.len() > 1 => {
                format!("{}: {only}", of.details.name)
            }
            ([only], _) => only.clone(),
            // Clusters meet on days of their own.
            _ => context.count("results-rule-sitting", place + 1),
        };
        // Of clusters that were added since it is not asked.
        let label = match required > 0 && required < ids.len() {
            true => format!("{label} · {required}/{}", ids.len()),
            false => label,
        };
        (ids, on, label)
    });
    let chips = chip::toggles(chips, |ids, on| Message::RuleChanged(Change::Required(ids, on)));
    let words = styled(context.t("results-rule-required"), Role::FieldLabel);
    let chips = context.can_write().then_some(chips);
    Some(column![words].push(chips).spacing(space::XS).into())
}

/// What is asked of the essay.
fn essay<'a>(rule: &Rule, session: SessionId, context: Context<'a>) -> Element<'a, Message> {
    let chosen = match rule.essay {
        EssayNeed::None => EssayKind::None,
        EssayNeed::Submitted => EssayKind::Submitted,
        EssayNeed::Score(_) => EssayKind::Score,
    };
    let ways = [
        (EssayKind::None, context.t("results-rule-essay-none")),
        (EssayKind::Submitted, context.t("results-rule-essay-submitted")),
        (EssayKind::Score, context.t("results-rule-essay-score")),
    ];
    let mut choice = select(ways, Some(&chosen)).label(context.t("results-essay")).id("rule-essay");
    if context.can_write() {
        choice = choice.on_choose(|kind| {
            Message::RuleChanged(Change::Essay(match kind {
                EssayKind::None => EssayNeed::None,
                EssayKind::Submitted => EssayNeed::Submitted,
                EssayKind::Score => EssayNeed::Score(half()),
            }))
        });
    }
    let score = match rule.essay {
        EssayNeed::Score(score) => Some(score),
        _ => None,
    };
    let score = score.map(|score| {
        let refusal = context.t("results-rule-score-refused");
        let commit = move |text: String| {
            Message::RuleChanged(Change::Essay(EssayNeed::Score(text.parse().unwrap_or(score))))
        };
        field(score.to_string())
            .label(context.t("results-rule-score"))
            .check(move |text| text.parse::<Score>().map(drop).map_err(|()| refusal.clone()))
            .on_commit(commit)
            .in_drafts(context.drafts, key(session, "essay"))
            .read_only_unless(context.can_write())
            .id("rule-score")
    });
    form::form([choice.into()]).extend(score.map(Into::into)).into()
}

/// To whom the certificate goes.
fn whose<'a>(rule: &Rule, context: Context<'a>) -> Element<'a, Message> {
    let ways = [
        (Whose::Person, context.t("results-rule-by-person")),
        (Whose::Place, context.t("results-rule-by-place")),
    ];
    let choice = select(ways, Some(&rule.whose)).label(context.t("results-rule-whose")).id("rule-whose");
    match context.can_write() {
        true => choice.on_choose(|whose| Message::RuleChanged(Change::Whose(whose))).into(),
        false => choice.into(),
    }
}

/// Clusters that have fewer sittings than it takes: nobody of them can complete.
fn out_of_reach<'a>(rule: &Rule, dossier: &Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
    let short = dossier.clusters.iter().filter(|cluster| {
        let of = cluster.sittings.len();
        of > 0 && rule.share.of(of) > of
    });
    short
        .map(|cluster| {
            let words = Sentence::new("results-rule-out-of-reach")
                .with("cluster", cluster.details.name.as_str())
                .with("of", cluster.sittings.len());
            plain(context.say(&words), Role::Small).color(Tone::Amber.strong()).into()
        })
        .collect()
}
