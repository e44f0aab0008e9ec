//! Đối chiếu: everybody called, signed, paid, with documents and certificate, what does not agree first. Shown in the
//! place of Điểm danh while it is wanted.

mod figures;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::super::Context;
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::body;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{chip, empty};
use crate::domain::attendance::receipt::Receipt;
use crate::domain::attendance::reconcile::{Entered, Line, Reason, Totals, lines};
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::cluster::Cluster;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{is_shown, numbered};
use crate::sentence::Sentence;
use crate::vietnamese::fold::compare_key;
use figures::Figure;

/// With less room, the number of the certificate is left out.
const ALL_COLUMNS: f32 = 900.0;

/// With less than that, what was received, too.
const MOST_COLUMNS: f32 = 640.0;

/// How it is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Person by person.
    #[default]
    People,
    /// What the units come to.
    Units,
    /// Figure by figure of minutes and report.
    Figures,
}

/// What is on show.
#[derive(Default)]
pub struct State {
    /// Everybody, those who do not agree first.
    rows: Vec<Row>,
    /// What the lines of each unit come to.
    units: Vec<Unit>,
    /// The figures of minutes and report, and which of them is chosen.
    figures: Vec<Figure>,
    chosen: usize,
    words: Option<AbsenceWords>,
    look: Look,
    /// How many do not agree: the first of them.
    disagree: usize,
    /// Whether anything was marked or signed.
    has_facts: bool,
    /// Whether only those who do not agree are on show.
    only: bool,
}

/// Somebody, as the table says them.
struct Row {
    number: String,
    name: String,
    unit: String,
    cluster: String,
    /// "3/4".
    signed: String,
    money: Received,
    documents: Received,
    certificate: String,
    is_called: bool,
    reasons: Vec<Reason>,
}

/// What the lines of a unit of a cluster come to; figures of what nobody entered are left out.
struct Unit {
    name: String,
    cluster: String,
    totals: Totals,
    entered: Entered,
}

/// Whether something was received, as far as anybody entered it.
enum Received {
    Unknown,
    No,
    Yes,
    By(String),
}

/// What happens here.
#[derive(Clone)]
pub enum Message {
    /// Only lines that do not agree are wanted, or all again.
    Only(bool),
    /// Compared another way.
    Look(Look),
    /// The names behind this figure are wanted.
    Figure(usize),
}

impl State {
    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
        let ids: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
        let numbers = numbered(&shown, &ids, dossier.session.details.list_order);
        let (mut rows, mut units) = (Vec::new(), Vec::new());
        for of_cluster in numbers.chunk_by(|one, next| one.delegate.cluster == next.delegate.cluster) {
            let of = of_cluster.first().and_then(|row| row.delegate.cluster);
            let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == of);
            let lines = lines(of_cluster, cluster, dossier);
            rows.extend(lines.iter().map(|line| row_of(line, cluster)));
            units.extend(units_of(&lines, cluster));
        }
        self.units = units;
        self.figures = figures::of(dossier);
        self.chosen = self.chosen.min(self.figures.len().saturating_sub(1));
        self.words = Some(AbsenceWords::of(&dossier.session.details));
        // The order of the list stays among those who agree, and among those who do not.
        rows.sort_by_key(|row| row.reasons.is_empty());
        self.disagree = rows.iter().filter(|row| !row.reasons.is_empty()).count();
        self.rows = rows;
        self.has_facts = !dossier.attendance.is_empty() || !dossier.receipts.is_empty();
    }

    /// Shows the figures of minutes and report first.
    pub fn show_figures(&mut self) {
        self.look = Look::Figures;
    }

    /// Takes in a message.
    pub fn update(&mut self, message: &Message) {
        match message {
            Message::Only(only) => self.only = *only,
            Message::Look(look) => self.look = *look,
            Message::Figure(figure) => self.chosen = *figure,
        }
    }

    /// The page.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        if !self.has_facts {
            return empty::empty(
                Icon::Columns3,
                context.t("reconcile-nothing"),
                context.t("reconcile-nothing-cure"),
                [],
            );
        }
        let told = Sentence::new("reconcile-told").with("disagree", self.disagree);
        let told = body(context.say(&told.with("lines", self.rows.len()))).width(Length::Fill);
        let only =
            checkbox(self.only, context.t("reconcile-only-disagreeing"), Message::Only).id("compared-only");
        let ways = [
            (Look::People, context.t("reconcile-people")),
            (Look::Units, context.t("reconcile-units")),
            (Look::Figures, context.t("reconcile-figures")),
        ];
        let ways = chip::choices(ways, &self.look, Message::Look);
        let only = (self.look == Look::People).then_some(only);
        let head = row![ways, told].push(only).spacing(space::M).align_y(Alignment::Center);
        let content: Element<'a, Message> = if self.look == Look::Units {
            self.totals(context)
        } else if let (Look::Figures, Some(words)) = (self.look, &self.words) {
            figures::view(&self.figures, self.chosen, words, context)
        } else if self.only && self.disagree == 0 {
            empty::empty(
                Icon::CircleCheck,
                context.t("reconcile-all-agree"),
                context.t("reconcile-all-agree-cure"),
                [],
            )
        } else {
            self.list(context)
        };
        let page = column![head, content].spacing(space::M).height(Length::Fill);
        container(page).padding([space::L, space::XL]).height(Length::Fill).into()
    }

    /// What the units come to.
    fn totals<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let count = |label| Column::new(context.t(label), Width::Fill(2)).right();
        let heads = vec![
            Column::new(context.t("window-column-unit"), Width::Fill(5)),
            count("attendance-invited"),
            count("reconcile-signed"),
            count("reconcile-money"),
            count("reconcile-documents"),
            count("reconcile-certified"),
            count("reconcile-disagree"),
        ];
        table(heads, self.units.len(), move |at, column| {
            let Some(unit) = self.units.get(at) else { return Cell::text("") };
            let (totals, entered) = (unit.totals, unit.entered);
            let count =
                |count: usize, known: bool| Cell::text(if known { count.to_string() } else { String::new() });
            match column {
                0 => Cell::lines(unit.name.clone(), unit.cluster.clone()),
                1 => count(totals.called, true),
                2 => count(totals.came, entered.marks),
                3 => count(totals.paid, entered.money),
                4 => count(totals.documents, entered.documents),
                5 => count(totals.certified, true),
                _ => count(totals.disagree, true),
            }
        })
        .tall()
        .id("compared-units")
        .into()
    }

    fn list<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let columns = Told::at(context.page_width());
        let heads = columns.iter().map(|column| column.head(context)).collect();
        let count = if self.only { self.disagree } else { self.rows.len() };
        table(heads, count, move |at, column| match (self.rows.get(at), columns.get(column)) {
            (Some(row), Some(column)) => column.cell(row, context),
            _ => Cell::text(""),
        })
        .tall()
        .id("compared-rows")
        .into()
    }
}

/// The units of a cluster in the order of its list.
fn units_of(lines: &[Line<'_>], cluster: Option<&Cluster>) -> Vec<Unit> {
    let entered = Entered::of(lines);
    let group = |line: &Line<'_>| line.row.delegate.details.group().unwrap_or_default().to_owned();
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let name = group(line);
        if !names.iter().any(|known| compare_key(known) == compare_key(&name)) {
            names.push(name);
        }
    }
    let cluster = cluster.map(|cluster| cluster.details.name.clone()).unwrap_or_default();
    let unit = |name: String| {
        let key = compare_key(&name);
        let totals = Totals::of(lines.iter().filter(|line| compare_key(&group(line)) == key));
        Unit { name, cluster: cluster.clone(), totals, entered }
    };
    names.into_iter().map(unit).collect()
}

/// What a column tells.
#[derive(Clone, Copy)]
enum Told {
    Number,
    Name,
    Signed,
    Money,
    Documents,
    Certificate,
    Reason,
}

impl Told {
    /// Those there is room for: what is left out the reason says where it matters.
    fn at(width: f32) -> &'static [Self] {
        if width >= ALL_COLUMNS {
            const {
                &[
                    Self::Number,
                    Self::Name,
                    Self::Signed,
                    Self::Money,
                    Self::Documents,
                    Self::Certificate,
                    Self::Reason,
                ]
            }
        } else if width >= MOST_COLUMNS {
            const { &[Self::Number, Self::Name, Self::Signed, Self::Money, Self::Documents, Self::Reason] }
        } else {
            const { &[Self::Number, Self::Name, Self::Signed, Self::Reason] }
        }
    }

    fn head(self, context: Context<'_>) -> Column {
        let column = |label, width| Column::new(context.t(label), width);
        match self {
            Self::Number => column("window-column-number", Width::Fixed(56.0)).right(),
            Self::Name => column("window-column-name", Width::Fill(3)),
            Self::Signed => column("reconcile-signed", Width::Fixed(72.0)),
            Self::Money => column("reconcile-money", Width::Fixed(92.0)),
            Self::Documents => column("reconcile-documents", Width::Fixed(116.0)),
            Self::Certificate => column("reconcile-certificate", Width::Fixed(138.0)),
            Self::Reason => column("reconcile-reason", Width::Fill(4)),
        }
    }

    fn cell(self, row: &Row, context: Context<'_>) -> Cell {
        match self {
            Self::Number => Cell::muted(row.number.clone()),
            Self::Name => Cell::lines(row.name.clone(), place(row)),
            Self::Signed => Cell::text(row.signed.clone()),
            Self::Money => received(&row.money, context),
            Self::Documents => received(&row.documents, context),
            Self::Certificate => Cell::text(row.certificate.clone()),
            Self::Reason => reason(row, context),
        }
    }
}

/// Cluster and unit in one line.
fn place(row: &Row) -> String {
    let parts = [row.cluster.as_str(), row.unit.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn row_of(line: &Line<'_>, cluster: Option<&Cluster>) -> Row {
    let details = &line.row.delegate.details;
    let received = |receipt: Option<&Receipt>| match receipt {
        None => Received::Unknown,
        Some(receipt) if !receipt.received => Received::No,
        Some(receipt) => receipt.receiver.clone().map_or(Received::Yes, Received::By),
    };
    Row {
        number: line.row.number.to_string(),
        name: details.full_name.clone(),
        unit: details.unit.clone().unwrap_or_default(),
        cluster: cluster.map(|cluster| cluster.details.name.clone()).unwrap_or_default(),
        signed: match line.presence.is_known() {
            true => format!("{}/{}", line.presence.filled, line.presence.known),
            false => String::new(),
        },
        money: received(line.money),
        documents: received(line.documents),
        certificate: line.certificate.unwrap_or_default().to_owned(),
        is_called: line.is_called(),
        reasons: line.reasons.clone(),
    }
}

fn received(one: &Received, context: Context<'_>) -> Cell {
    match one {
        Received::Unknown => Cell::text(""),
        Received::No => Cell::muted(context.t("reconcile-no")),
        Received::Yes => Cell::text(context.t("reconcile-yes")),
        Received::By(name) => Cell::lines(
            context.t("reconcile-yes"),
            context.say(&Sentence::new("receipt-received-by").with("name", name.as_str())),
        ),
    }
}

fn reason(row: &Row, context: Context<'_>) -> Cell {
    let words: Vec<String> = row.reasons.iter().map(|reason| context.t(label(*reason))).collect();
    match words.split_first() {
        Some((first, others)) => Cell::lines(first.clone(), others.join("; ")),
        None if row.is_called => Cell::text(""),
        None => Cell::muted(context.t("reconcile-struck")),
    }
}

/// The sentence for a reason.
fn label(reason: Reason) -> &'static str {
    match reason {
        Reason::PaidAway => "reconcile-paid-away",
        Reason::PresentUnpaid => "reconcile-present-unpaid",
        Reason::DocumentsAway => "reconcile-documents-away",
        Reason::PresentWithoutDocuments => "reconcile-present-without-documents",
        Reason::CertifiedAway => "reconcile-certified-away",
        Reason::SignedWithoutCertificate => "reconcile-signed-without-certificate",
        Reason::Withdrawn => "reconcile-withdrawn",
    }
}
