//! The page of the tab: whose rows, the field, the list, and beside it the rule or one of them.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::columns::Part;
use super::{Message, State, rows};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{self, Columns};
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, plain, small};
use crate::app::theme::{space, style};
use crate::app::widget::table::Cell;
use crate::app::widget::{button, card, chip, empty, search};
use crate::domain::completion::judging::Outcome;
use crate::domain::dossier::Dossier;

/// The least room in which the table says why.
const WITH_REASONS: f32 = 640.0;
/// The least room in which it says so beside the number of sittings, which is told there, too.
const WITH_ALL: f32 = 900.0;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 280.0;

impl State {
    /// The buttons in the head of the page.
    pub fn actions<'a>(&self, dossier: &Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let rule = button::secondary(Some(Icon::Pencil), context.t("results-rule"))
            .id("result-rule")
            .on_press(Message::Rule(!self.rule_open));
        let certificates = button::primary(Some(Icon::Award), context.t("results-certificates"))
            .id("result-certificates")
            .on_press_maybe((!dossier.delegates.is_empty()).then_some(Message::Certificates));
        vec![rule.into(), certificates.into()]
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        if self.all().is_empty() {
            return empty::empty(
                Icon::GraduationCap,
                context.t("window-no-delegates"),
                context.t("results-empty-cure"),
                [],
            );
        }
        let selected = self.selected();
        let has_panel = self.rule_open || selected.is_some();
        let room = context.page_width() - if has_panel { space::PANEL + space::M } else { 0.0 };
        let alone = has_panel && room < LEAST;
        let panel = has_panel.then(|| {
            let content = match selected {
                Some(one) => self.person(one, dossier, context),
                None => self.rule(dossier, context),
            };
            card::side(content).width(if alone { Length::Fill } else { Length::Fixed(space::PANEL) })
        });
        let list = (!alone).then(|| {
            // Beside the panel there is room for the list itself, and what is noted was read before.
            let notes = (!has_panel || room >= WITH_REASONS).then(|| self.notes(dossier, context));
            column![self.bar(dossier, context, room), self.field(dossier, context)]
                .extend(notes.into_iter().flatten())
                .push(self.list(dossier, context))
                .spacing(space::M)
                .height(Length::Fill)
        });
        let page = row![].push(list).push(panel).spacing(space::M).height(Length::Fill);
        container(page).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    /// Which clusters and which outcomes.
    fn bar<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let counts = rows::counts(self.all(), self.cluster);
        let all = counts.completed + counts.not_completed + counts.not_yet_known;
        let any = chip::choice(
            context.count("window-all-count", all),
            self.only.is_none(),
            Tone::Neutral,
            Message::Only(None),
        );
        let outcomes = Outcome::ALL.map(|outcome| {
            let label = format!("{} · {}", context.t(outcome_words(outcome)), counts.of(outcome));
            chip::choice(label, self.only == Some(outcome), Tone::Neutral, Message::Only(Some(outcome)))
                .into()
        });
        let outcomes = std::iter::once(any.into()).chain(outcomes);
        let clusters: Vec<Element<'a, Message>> = match dossier.clusters.len() {
            // With one cluster there is nothing to choose.
            0 | 1 => Vec::new(),
            _ => {
                let whole = (None, context.t("results-whole"));
                let each = dossier.clusters.iter().map(|one| (Some(one.id), one.details.name.clone()));
                let choice = |(cluster, label)| {
                    let chosen = self.cluster == cluster;
                    chip::choice(label, chosen, Tone::Neutral, Message::Cluster(cluster)).into()
                };
                std::iter::once(whole).chain(each).map(choice).collect()
            }
        };
        // Where they wrap, it would stand at the beginning of a line.
        let dot = (!clusters.is_empty() && room >= WITH_ALL).then(|| small("·").into());
        row(outcomes.chain(dot).chain(clusters))
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap()
            .vertical_spacing(space::XS)
            .into()
    }

    /// The field, and what the line in it means.
    fn field<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let entry = search::entry(
            Tone::Neutral,
            &self.typed,
            &context.t("results-placeholder"),
            (Icon::Search, search::KEY),
            Message::Typed,
            context.if_writable(Message::Entered),
        );
        let (tone, words) = match (&self.refused, self.is_line().then(|| self.line_told(dossier))) {
            (Some(reason), _) => (Tone::Danger, context.say(reason)),
            (None, Some(Ok(told))) => (Tone::Blue, context.say(&told)),
            // A line is not whole while it is typed: what is wrong with it so far is said quietly.
            (None, Some(Err(reason))) => (Tone::Neutral, context.say(&reason)),
            (None, None) => (Tone::Neutral, context.t("results-keys")),
        };
        let words = match tone {
            Tone::Neutral => small(words),
            tone => plain(words, Role::Small).color(tone.strong()),
        };
        let list = button::secondary(Some(Icon::FileUp), context.t("results-list"))
            .id("result-list")
            .on_press_maybe(context.if_writable(Message::PickList));
        let line = row![container(entry).width(Length::Fill), list].spacing(space::S);
        column![line, words].spacing(space::XS).into()
    }

    /// What should be known before the list is trusted: papers that do not agree, no rule, no marks.
    fn notes<'a>(&self, dossier: &'a Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
        /// A lower window has room for one.
        const HIGH: f32 = 560.0;
        let most = if context.size.height < HIGH { 1 } else { 2 };
        self.papers_note(context).into_iter().chain(self.rule_note(dossier, context)).take(most).collect()
    }

    fn papers_note<'a>(&self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let open = self.unmatched.iter().filter(|one| one.is_open()).count();
        let waiting = self.unmatched.iter().filter(|one| one.waits()).count();
        let action = small_button(
            Icon::ClipboardCheck,
            "results-papers",
            "result-papers",
            Message::Reconcile,
            context,
        );
        let waits = || context.count("results-papers-waiting", waiting);
        let (tone, icon, words) = match (open, waiting) {
            (0, 0) => return None,
            (0, _) => (Tone::Neutral, Icon::Info, waits()),
            (_, 0) => (Tone::Amber, Icon::TriangleAlert, context.count("results-papers-open", open)),
            _ => {
                let words = format!("{} {}", context.count("results-papers-open", open), waits());
                (Tone::Amber, Icon::TriangleAlert, words)
            }
        };
        Some(note(tone, icon, words, Some(action)))
    }

    fn rule_note<'a>(&self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let has_marks = !dossier.attendance.is_empty();
        match (dossier.completion.rule.is_none(), has_marks) {
            (true, _) => {
                let begin = || {
                    small_button(
                        Icon::Plus,
                        "results-rule-begin",
                        "result-begin",
                        Message::BeginRule,
                        context,
                    )
                };
                let action = (!self.rule_open && context.can_write()).then(begin);
                // Then it gives papers to people who were not there.
                let (tone, icon, words) = match has_marks {
                    true => (Tone::Amber, Icon::TriangleAlert, "results-no-rule-marks"),
                    false => (Tone::Neutral, Icon::Info, "results-no-rule"),
                };
                Some(note(tone, icon, context.t(words), action))
            }
            (false, false) => {
                let words = context.t("results-no-marks");
                let action = small_button(
                    Icon::ClipboardCheck,
                    "results-to-attendance",
                    "result-marking",
                    Message::Attendance,
                    context,
                );
                Some(note(Tone::Neutral, Icon::Info, words, Some(action)))
            }
            (false, true) => None,
        }
    }

    fn list<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        if self.found.is_empty() {
            let nothing = empty::empty(
                Icon::Search,
                context.t("window-nothing-found"),
                context.t("results-nothing-cure"),
                [],
            );
            return container(nothing).height(Length::Fill).width(Length::Fill).into();
        }
        let cell = move |at: usize, part: Part| {
            let found = self.found.get(at).and_then(|place| self.all().get(*place));
            found.map_or_else(|| Cell::text(""), |one| part.cell(one, context))
        };
        let columns = Columns::of("result-rows", Part::offers(dossier, context), context);
        let (sorted, by) = (self.sorting.shown(&columns), columns.keys());
        columns
            .table(self.found.len(), cell, Message::Column)
            .sorted(sorted, move |column| Message::Sorted(by(column).unwrap_or(Part::Number)))
            .selection(&self.selection, Message::Selected)
            .commands(move |_| vec![columns::copy_line(context)])
            .into()
    }
}

/// A line in its colour, with what can be done about it.
fn note<'a>(
    tone: Tone,
    icon: Icon,
    words: String,
    action: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let line = row![icon.view().color(tone.strong()), plain(words, Role::Body).width(Length::Fill)]
        .push(action)
        .spacing(space::S)
        .align_y(Alignment::Center);
    let ground = style::rounded(tone.soft(), space::RADIUS);
    container(line).padding([space::S, space::M]).width(Length::Fill).style(ground).into()
}

fn small_button<'a>(
    icon: Icon,
    label: &str,
    id: &'static str,
    message: Message,
    context: Context<'a>,
) -> Element<'a, Message> {
    button::secondary_small(Some(icon), context.t(label)).id(id).on_press(message).into()
}

pub(super) fn look(outcome: Outcome) -> (Tone, Icon) {
    match outcome {
        Outcome::Completed => (Tone::Green, Icon::Check),
        Outcome::NotCompleted => (Tone::Danger, Icon::X),
        Outcome::NotYetKnown => (Tone::Neutral, Icon::Clock),
    }
}

pub(super) fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Completed => "completion-completed",
        Outcome::NotCompleted => "completion-not-completed",
        Outcome::NotYetKnown => "completion-not-yet-known",
    }
}

/// An outcome by colour, icon and word.
pub(super) fn outcome_chip<'a>(outcome: Outcome, context: Context<'a>) -> Element<'a, Message> {
    let (tone, icon) = look(outcome);
    chip::chip(tone, Some(icon), context.t(outcome_words(outcome)))
}
