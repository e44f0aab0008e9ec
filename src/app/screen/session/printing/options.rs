//! How the chosen paper is made.

use iced::widget::{Column, column};
use iced::{Element, Length};

use super::super::super::Context;
use super::choices::{Choice, Choices, Scope, SheetColumn, without_cluster};
use super::{Message, certificate_form, lists, money, records};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::numbering::is_fixed;
use crate::domain::organisation::{NUMBER_PLACE, numbered};
use crate::paper::invitation::Addressees;
use crate::paper::programme::Ending;
use crate::paper::{BirthColumns, Orientation, PaperKind, Sheets};

/// More empty rows than this are a slip of the finger.
const MOST_BLANK: u32 = 200;

/// The card of options.
pub fn options<'a>(
    choices: &'a Choices,
    certificate: &'a certificate_form::State,
    recipes: Option<Element<'a, Message>>,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    // With one cluster that holds everyone there is nothing to choose.
    let several = choices.kind.is_per_cluster()
        && dossier.clusters.len() + usize::from(without_cluster(dossier) > 0) > 1;
    let clusters = several.then(|| scope(choices, dossier, context));
    let own = match choices.kind {
        PaperKind::Plan => plan(choices, dossier, context),
        PaperKind::Invitations => invitation(choices, dossier, context),
        PaperKind::Programme => programme(choices, dossier, context),
        PaperKind::SignInSheet => {
            column![sign_in_sheet(choices, context)].push(fixing(dossier, context)).spacing(space::L).into()
        }
        PaperKind::DelegateList => delegate_list(choices, context),
        PaperKind::DocumentReceipt => lists::document_receipt(choices, context),
        PaperKind::AllowanceReceipt => lists::allowance_receipt(choices, context),
        PaperKind::Certificates => {
            let code = checkbox(choices.how().certificates.code, context.t("window-print-code"), |code| {
                Message::Chosen(Choice::Code(code))
            });
            column![certificate.view(dossier, context), code].spacing(space::L).into()
        }
        PaperKind::CertificateRegister => lists::certificate_register(choices, context),
        PaperKind::Badges => lists::badges(choices, context),
        PaperKind::TableSigns => small(context.t("window-print-fold")).into(),
        PaperKind::Recognition => lists::recognition(choices, dossier, context),
        PaperKind::UnitSigns => small(context.t("window-print-unit-signs")).into(),
        PaperKind::Budget => money::budget(choices, dossier, context),
        PaperKind::PresenterFees => money::presenter_fees(choices, dossier, context),
        PaperKind::Survey => records::survey(choices, context),
        PaperKind::Minutes => records::minutes(choices, context),
        PaperKind::Report => records::report(choices, dossier, context),
    };
    let content = column![].push(recipes).push(clusters).push(own).spacing(space::L).width(Length::Fill);
    card::titled(context.t(choices.kind.name_id()), None, content).width(Length::Fill).into()
}

/// Whose paper, and in how many files.
fn scope<'a>(choices: &Choices, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let fixed =
        [(Scope::Whole, context.t("window-print-whole")), (Scope::Each, context.t("window-print-each"))];
    let clusters = dossier.clusters.iter().map(|one| {
        let count = dossier.delegates.iter().filter(|delegate| delegate.cluster == Some(one.id)).count();
        (Scope::One(one.id), format!("{} · {count}", one.details.name))
    });
    select(fixed.into_iter().chain(clusters), Some(&choices.scope()))
        .label(context.t("window-print-scope"))
        .id("print-scope")
        .on_choose(|scope| Message::Chosen(Choice::Scope(scope)))
        .into()
}

fn plan<'a>(choices: &'a Choices, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().plan;
    column![issued(how.issued, dossier, context), recipients(&how.recipients, context)]
        .spacing(space::L)
        .into()
}

/// Who receives a letter.
pub fn recipients<'a>(entered: &str, context: Context<'a>) -> Element<'a, Message> {
    field(entered)
        .label(context.t("window-print-recipients"))
        .hint(context.t("window-print-recipients-hint"))
        .id("print-recipients")
        .on_commit(|recipients| Message::Chosen(Choice::Recipients(recipients)))
        .into()
}

fn programme<'a>(choices: &'a Choices, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().programme;
    let shared = (dossier.clusters.len() > 1 && choices.scope() == Scope::Whole).then(|| {
        let label = context.t("window-print-shared");
        checkbox(how.shared, label, |shared| Message::Chosen(Choice::Shared(shared)))
    });
    let endings = [
        (Ending::Organisers, context.t("window-print-ending-organisers")),
        (Ending::Signatory, context.t("window-print-ending-signatory")),
        (Ending::Nothing, context.t("window-print-ending-nothing")),
    ];
    let endings = chip::choices(endings, &how.ending, |ending| Message::Chosen(Choice::Ending(ending)));
    let signed = how.ending == Ending::Signatory;
    column![]
        .push(shared)
        .push(labelled("window-print-ending", endings, context))
        .push(signed.then(|| issued(how.issued, dossier, context)))
        .spacing(space::L)
        .into()
}

fn invitation<'a>(choices: &'a Choices, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let how = &choices.how().invitation;
    let addressees = [
        (Addressees::Delegates, context.t("window-print-to-delegate")),
        (Addressees::Units, context.t("window-print-to-unit")),
        (Addressees::All, context.t("window-print-to-all")),
        (Addressees::Guests, context.t("window-print-to-guest")),
    ];
    let to = select(addressees, Some(&how.to))
        .label(context.t("window-print-to"))
        .id("print-to")
        .on_choose(|to| Message::Chosen(Choice::To(to)));
    let summons = (how.to != Addressees::Guests).then(|| {
        checkbox(how.summons, context.t("window-print-summons"), |on| Message::Chosen(Choice::Summons(on)))
    });
    let topics =
        checkbox(how.topics, context.t("window-print-topics"), |on| Message::Chosen(Choice::Topics(on)));
    let number = field(&how.number)
        .label(context.t("window-print-number"))
        .placeholder(letter_number(dossier))
        .id("print-number")
        .on_commit(|number| Message::Chosen(Choice::Number(number)));
    let note = field(&how.note)
        .label(context.t("window-print-also"))
        .hint(context.t("window-print-also-hint"))
        .id("print-also")
        .on_commit(|note| Message::Chosen(Choice::Note(note)));
    column![to]
        .push(column![].push(summons).push(topics))
        .push(number)
        .push(issued(how.issued, dossier, context))
        .push(note)
        .push(recipients(&how.recipients, context))
        .spacing(space::L)
        .into()
}

/// How a number of the organisation's letters looks.
fn letter_number(dossier: &Dossier) -> String {
    let pattern = &dossier.letterhead.numbers.invitation;
    numbered(if pattern.is_empty() { NUMBER_PLACE } else { pattern }, "45")
}

/// The day a letter is signed; left open, it is written by hand.
pub fn issued<'a>(day: Option<FuzzyDate>, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let held = dossier.session.details.dates.map(DateSpan::start);
    day_field(context.locale, day, held, |day| Message::Chosen(Choice::Issued(day)))
        .label(context.t("window-print-issued"))
        .hint(context.t("window-print-issued-hint"))
        .id("print-issued")
        .into()
}

fn sign_in_sheet<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let sheet = &choices.how().sign_in_sheet;
    let columns = SheetColumn::ALL.into_iter().map(|column| {
        let label = context.t(match column {
            SheetColumn::Birth => "window-print-birth",
            SheetColumn::Position => "window-print-position",
            SheetColumn::Unit => "window-print-unit",
            SheetColumn::Phone => "window-print-phone",
            SheetColumn::Note => "window-print-note",
        });
        checkbox(choices.column(column), label, move |shown| Message::Chosen(Choice::Column(column, shown)))
            .into()
    });
    let sheets = [
        (Sheets::Clusters, context.t("window-print-sheets-clusters")),
        (Sheets::Days, context.t("window-print-sheets-days")),
        (Sheets::Units, context.t("window-print-sheets-units")),
    ];
    let sheets = chip::choices(sheets, &sheet.sheets, |sheets| Message::Chosen(Choice::Sheets(sheets)));
    let presenters = checkbox(sheet.presenters, context.t("window-print-presenters"), |sign| {
        Message::Chosen(Choice::Presenters(sign))
    });
    // One unit has its sheet to itself: there is nothing to group.
    let group = (sheet.sheets != Sheets::Units).then(|| group(sheet.group, context));
    column![
        labelled("window-print-columns", Column::with_children(columns), context),
        labelled("window-print-sheets", sheets, context),
        labelled("window-print-rows", column![].push(group).push(presenters), context),
        blank_rows(sheet.blank_rows, context),
        orientation(sheet.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// How many empty rows follow the listed.
pub fn blank_rows<'a>(rows: u32, context: Context<'a>) -> Element<'a, Message> {
    let blank = number_field(Some(rows), 0..=MOST_BLANK, context.t("window-print-blank-refused"), |rows| {
        Message::Chosen(Choice::BlankRows(rows.unwrap_or(0)))
    });
    labelled("window-print-blank", blank.id("print-blank").width(104.0), context)
}

/// Numbers on paper should not change any more: offers to fix those that still can.
fn fixing<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let lists = dossier.clusters.iter().map(|cluster| Some(cluster.id)).chain([None]);
    let is_listed = |of: Option<_>| dossier.delegates.iter().any(|one| one.cluster == of);
    let all_fixed = lists.into_iter().filter(|of| is_listed(*of)).all(|of| is_fixed(&dossier.delegates, of));
    (!all_fixed && dossier.session.details.state.is_open()).then(|| {
        let fix = button::secondary_small(Some(Icon::Lock), context.t("window-delegates-fix"))
            .id("print-fix")
            .on_press_maybe(context.if_writable(Message::FixLists));
        column![small(context.t("window-print-not-fixed")), fix].spacing(space::XS).into()
    })
}

fn delegate_list<'a>(choices: &'a Choices, context: Context<'a>) -> Element<'a, Message> {
    let list = &choices.how().delegate_list;
    let phone =
        checkbox(list.phone, context.t("window-print-phone"), |shown| Message::Chosen(Choice::Phone(shown)));
    let note = checkbox(list.note, context.t("window-print-note"), |shown| {
        Message::Chosen(Choice::NoteColumn(shown))
    });
    let births = [
        (BirthColumns::BySex, context.t("window-print-birth-by-sex")),
        (BirthColumns::Year, context.t("window-print-birth-year")),
        (BirthColumns::Hidden, context.t("window-print-birth-hidden")),
    ];
    let births = chip::choices(births, &list.birth, |birth| Message::Chosen(Choice::Birth(birth)));
    column![
        labelled("window-print-birth", births, context),
        labelled("window-print-columns", column![phone, note], context),
        labelled("window-print-rows", group(list.group, context), context),
        orientation(list.orientation, context),
    ]
    .spacing(space::L)
    .into()
}

/// With or without headings for communes.
pub fn group<'a>(chosen: bool, context: Context<'a>) -> Element<'a, Message> {
    let label = context.t("window-print-group");
    checkbox(chosen, label, |group| Message::Chosen(Choice::Group(group))).into()
}

/// How the page lies.
pub fn orientation<'a>(chosen: Orientation, context: Context<'a>) -> Element<'a, Message> {
    let ways = [
        (Orientation::Auto, context.t("window-print-auto")),
        (Orientation::Portrait, context.t("window-print-portrait")),
        (Orientation::Landscape, context.t("window-print-landscape")),
    ];
    let chips = chip::choices(ways, &chosen, |way| Message::Chosen(Choice::Orientation(way)));
    labelled("window-print-paper", chips, context)
}

/// Something under its label.
pub fn labelled<'a>(
    label: &str,
    content: impl Into<Element<'a, Message>>,
    context: Context<'a>,
) -> Element<'a, Message> {
    column![styled(context.t(label), Role::FieldLabel), content.into()].spacing(space::XS).into()
}
