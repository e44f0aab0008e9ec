//! The figures of minutes and report, sitting by sitting, and who stands behind each.

use iced::widget::{column, row};
use iced::{Element, Length};

use super::super::super::Context;
use super::Message;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::behind::Counted;
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{is_shown, numbered};
use crate::sentence::Sentence;
use crate::vietnamese::date;

/// A figure of a sitting.
pub(super) struct Figure {
    counted: Counted,
    /// "Cụm 1 · Sáng 25/9/2020".
    place: String,
    people: Vec<Person>,
}

/// Somebody behind a figure.
struct Person {
    number: String,
    name: String,
    unit: String,
    /// Who sat there, or why nobody did.
    note: String,
}

/// Every figure that is not nought, in the order of clusters and sittings. Of what nobody marked there is none.
pub(super) fn of(dossier: &Dossier) -> Vec<Figure> {
    let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
    let ids: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let numbers = numbered(&shown, &ids, dossier.session.details.list_order);
    let mut figures = Vec::new();
    for cluster in &dossier.clusters {
        let here = numbers.iter().filter(|row| row.delegate.cluster == Some(cluster.id));
        let here: Vec<(u32, &Delegate)> = here.map(|row| (row.number, row.delegate)).collect();
        let is_known = |sitting: &&Sitting| {
            let delegates = here.iter().map(|(_, one)| *one);
            Figures::of(delegates, sitting.id, &dossier.attendance).is_known()
        };
        for sitting in cluster.in_order().into_iter().filter(is_known) {
            figures.extend(Counted::ALL.into_iter().filter_map(|counted| {
                let behind =
                    counted.behind(here.iter().map(|(_, one)| *one), sitting.id, &dossier.attendance);
                let person = |one: &&Delegate| {
                    let number = here.iter().find(|(_, other)| other.id == one.id).map(|(number, _)| *number);
                    person(number, one, sitting, dossier)
                };
                let people: Vec<Person> = behind.iter().map(person).collect();
                let place = place(cluster, sitting, dossier);
                (!people.is_empty()).then_some(Figure { counted, place, people })
            }));
        }
    }
    figures
}

fn person(number: Option<u32>, one: &Delegate, sitting: &Sitting, dossier: &Dossier) -> Person {
    let mark = dossier.attendance.of(one.id, sitting.id);
    let name =
        |id| dossier.delegates.iter().find(|other| other.id == id).map(|one| one.details.full_name.clone());
    let substitute = mark.filter(|mark| mark.status == AttendanceStatus::Substituted);
    let substitute =
        substitute.and_then(|mark| mark.substitute).and_then(name).map(|name| format!("← {name}"));
    Person {
        number: number.map_or(String::new(), |number| number.to_string()),
        name: one.details.full_name.clone(),
        unit: one.details.unit.clone().unwrap_or_default(),
        note: substitute.or(mark.and_then(|mark| mark.note.clone())).unwrap_or_default(),
    }
}

fn place(cluster: &Cluster, sitting: &Sitting, dossier: &Dossier) -> String {
    let when = format!("{} {}", sitting.half.printed(), date::short(sitting.date));
    match dossier.clusters.len() {
        1 => when,
        _ => format!("{} · {when}", cluster.details.name),
    }
}

/// The figures, and beside them the names behind the one that is chosen.
pub(super) fn view<'a>(
    figures: &'a [Figure],
    chosen: usize,
    words: &'a AbsenceWords,
    context: Context<'a>,
) -> Element<'a, Message> {
    let heads = vec![
        Column::new(context.t("reconcile-sitting"), Width::Fill(4)),
        Column::new(context.t("reconcile-figure"), Width::Fill(4)),
        Column::new(context.t("reconcile-count"), Width::Fixed(72.0)).right(),
    ];
    let all = table(heads, figures.len(), move |at, column| {
        let Some(figure) = figures.get(at) else { return Cell::text("") };
        match column {
            0 => Cell::muted(figure.place.clone()),
            1 if at == chosen => Cell::strong(label(figure.counted, words, context)),
            1 => Cell::text(label(figure.counted, words, context)),
            _ => Cell::text(figure.people.len().to_string()),
        }
    })
    .id("compared-figures")
    .on_open(Message::Figure)
    .opens_on_click();
    let people = figures.get(chosen).map(|figure| {
        let told = Sentence::new("reconcile-behind").with("place", figure.place.as_str());
        let told =
            told.with("figure", label(figure.counted, words, context)).with("count", figure.people.len());
        let heads = vec![
            Column::new(context.t("window-column-number"), Width::Fixed(56.0)).right(),
            Column::new(context.t("window-column-name"), Width::Fill(4)),
            Column::new(context.t("reconcile-note"), Width::Fill(3)),
        ];
        let names = table(heads, figure.people.len(), move |at, column| {
            let Some(person) = figure.people.get(at) else { return Cell::text("") };
            match column {
                0 => Cell::muted(person.number.clone()),
                1 => Cell::lines(person.name.clone(), person.unit.clone()),
                _ => Cell::text(person.note.clone()),
            }
        });
        column![small(context.say(&told)), Element::from(names.tall().id("compared-behind"))]
            .spacing(space::S)
            .width(Length::Fill)
    });
    row![iced::widget::container(all).width(Length::Fill)]
        .push(people)
        .spacing(space::L)
        .height(Length::Fill)
        .into()
}

/// What a figure is called, as the papers of the session call it.
fn label(counted: Counted, words: &AbsenceWords, context: Context<'_>) -> String {
    let absent = |word: &str| context.say(&Sentence::new("reconcile-absent").with("word", word));
    match counted {
        Counted::Invited => context.t("attendance-invited"),
        Counted::Present => context.t("attendance-present"),
        Counted::Substituted => context.t("attendance-substituted"),
        Counted::Late => context.t("attendance-late"),
        Counted::LeftEarly => context.t("attendance-left-early"),
        Counted::Excused => absent(&words.excused),
        Counted::Absent => absent(&words.absent),
        Counted::Unmarked => context.t("attendance-unmarked"),
    }
}
