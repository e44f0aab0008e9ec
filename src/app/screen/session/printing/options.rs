//! How the chosen paper is made.

use iced::widget::column;
use iced::{Element, Length};

use super::super::super::Context;
use super::choices::{Choice, Choices, Scope, without_cluster};
use super::words::Paper;
use super::{Message, certificate_form, lists, money, records, roster};
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::select::select;
use crate::app::widget::{card, chip};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::organisation::{NUMBER_PLACE, numbered};
use crate::paper::invitation::Addressees;
use crate::paper::programme::Ending;
use crate::paper::{Orientation, PaperKind};

/// The card of options.
pub fn options<'a>(
    paper: Paper<'a>,
    certificate: &'a certificate_form::State,
    recipes: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let Paper { choices, dossier, context } = paper;
    // With one cluster that holds everyone there is nothing to choose.
    let several = choices.kind.is_per_cluster()
        && dossier.clusters.len() + usize::from(without_cluster(dossier) > 0) > 1;
    let clusters = several.then(|| scope(choices, dossier, context));
    let own = match choices.kind {
        PaperKind::Plan => plan(paper),
        PaperKind::Invitations => invitation(paper),
        PaperKind::Programme => programme(paper),
        PaperKind::SignInSheet => roster::sign_in_sheet(paper),
        PaperKind::DelegateList => roster::delegate_list(paper),
        PaperKind::DocumentReceipt => lists::document_receipt(paper),
        PaperKind::AllowanceReceipt => lists::allowance_receipt(paper),
        PaperKind::Certificates => {
            let code =
                checkbox(choices.how().certificates.look.code, context.t("window-print-code"), |code| {
                    Message::Chosen(Choice::Code(code))
                });
            column![certificate.view(dossier, context), code].spacing(space::L).into()
        }
        PaperKind::CertificateRegister => lists::certificate_register(paper),
        PaperKind::Badges => lists::badges(paper),
        PaperKind::TableSigns => small(context.t("window-print-fold")).into(),
        PaperKind::Recognition => lists::recognition(paper),
        PaperKind::UnitSigns => small(context.t("window-print-unit-signs")).into(),
        PaperKind::Budget => money::budget(paper),
        PaperKind::PresenterFees => money::presenter_fees(paper),
        PaperKind::Survey => records::survey(paper),
        PaperKind::Minutes => records::minutes(paper),
        PaperKind::Report => records::report(paper),
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

fn plan(paper: Paper<'_>) -> Element<'_, Message> {
    let words = &paper.choices.how().plan.words;
    column![issued(words.issued, paper), recipients(&words.recipients, paper)].spacing(space::L).into()
}

/// Who receives a letter.
pub fn recipients<'a>(entered: &str, paper: Paper<'a>) -> Element<'a, Message> {
    paper
        .text(entered, Choice::Recipients)
        .label(paper.context.t("window-print-recipients"))
        .hint(paper.context.t("window-print-recipients-hint"))
        .id("print-recipients")
        .into()
}

fn programme(paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { choices, dossier, context } = paper;
    let how = &choices.how().programme;
    let shared = (dossier.clusters.len() > 1 && choices.scope() == Scope::Whole).then(|| {
        let label = context.t("window-print-shared");
        checkbox(how.look.shared, label, |shared| Message::Chosen(Choice::Shared(shared)))
    });
    let endings = [
        (Ending::Organisers, context.t("window-print-ending-organisers")),
        (Ending::Signatory, context.t("window-print-ending-signatory")),
        (Ending::Nothing, context.t("window-print-ending-nothing")),
    ];
    let endings = chip::choices(endings, &how.look.ending, |ending| Message::Chosen(Choice::Ending(ending)));
    let signed = how.look.ending == Ending::Signatory;
    column![]
        .push(shared)
        .push(labelled("window-print-ending", endings, context))
        .push(signed.then(|| issued(how.words.issued, paper)))
        .spacing(space::L)
        .into()
}

fn invitation(paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { choices, dossier, context } = paper;
    let how = &choices.how().invitation;
    let (words, look) = (&how.words, &how.look);
    let addressees = [
        (Addressees::Delegates, context.t("window-print-to-delegate")),
        (Addressees::Units, context.t("window-print-to-unit")),
        (Addressees::All, context.t("window-print-to-all")),
        (Addressees::Guests, context.t("window-print-to-guest")),
    ];
    let to = select(addressees, Some(&look.to))
        .label(context.t("window-print-to"))
        .id("print-to")
        .on_choose(|to| Message::Chosen(Choice::To(to)));
    let summons = (look.to != Addressees::Guests).then(|| {
        checkbox(look.summons, context.t("window-print-summons"), |on| Message::Chosen(Choice::Summons(on)))
    });
    let topics =
        checkbox(look.topics, context.t("window-print-topics"), |on| Message::Chosen(Choice::Topics(on)));
    let number = paper
        .text(&words.number, Choice::Number)
        .label(context.t("window-print-number"))
        .placeholder(letter_number(dossier))
        .id("print-number");
    let note = paper
        .text(&words.note, Choice::Note)
        .label(context.t("window-print-also"))
        .hint(context.t("window-print-also-hint"))
        .id("print-also");
    column![to]
        .push(column![].push(summons).push(topics))
        .push(number)
        .push(issued(words.issued, paper))
        .push(note)
        .push(recipients(&words.recipients, paper))
        .spacing(space::L)
        .into()
}

/// How a number of the organisation's letters looks.
fn letter_number(dossier: &Dossier) -> String {
    let pattern = &dossier.letterhead.numbers.invitation;
    numbered(if pattern.is_empty() { NUMBER_PLACE } else { pattern }, "45")
}

/// The day a letter is signed; left open, it is written by hand.
pub fn issued(day: Option<FuzzyDate>, paper: Paper<'_>) -> Element<'_, Message> {
    let held = paper.dossier.session.details.dates.map(DateSpan::start);
    paper
        .day(day, held, Choice::Issued)
        .label(paper.context.t("window-print-issued"))
        .hint(paper.context.t("window-print-issued-hint"))
        .id("print-issued")
        .into()
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
