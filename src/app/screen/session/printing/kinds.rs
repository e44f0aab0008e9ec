//! The papers there are, by when they are used.

use iced::widget::{column, container, row};
use iced::{Alignment, Color, Element, Length, Padding};

use super::super::super::Context;
use super::Message;
use super::choices::Choice;
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::paper::PaperKind;

/// When a paper is used, and the papers used then.
const WHEN: [(&str, &[PaperKind]); 3] = [
    (
        "window-print-before",
        &[
            PaperKind::Plan,
            PaperKind::Budget,
            PaperKind::Programme,
            PaperKind::Invitations,
            PaperKind::DelegateList,
            PaperKind::Badges,
            PaperKind::TableSigns,
            PaperKind::UnitSigns,
        ],
    ),
    (
        "window-print-during",
        &[
            PaperKind::SignInSheet,
            PaperKind::DocumentReceipt,
            PaperKind::AllowanceReceipt,
            PaperKind::PresenterFees,
            PaperKind::Survey,
            PaperKind::Minutes,
        ],
    ),
    (
        "window-print-after",
        &[PaperKind::Report, PaperKind::Recognition, PaperKind::Certificates, PaperKind::CertificateRegister],
    ),
];

/// The icon of a paper.
fn icon(kind: PaperKind) -> Icon {
    match kind {
        PaperKind::Plan => Icon::FileText,
        PaperKind::Programme => Icon::Clock,
        PaperKind::Invitations => Icon::Mail,
        PaperKind::SignInSheet => Icon::Signature,
        PaperKind::DelegateList => Icon::List,
        PaperKind::Badges => Icon::IdCard,
        PaperKind::TableSigns => Icon::Tent,
        PaperKind::UnitSigns => Icon::Building2,
        PaperKind::Budget => Icon::Columns3,
        PaperKind::PresenterFees => Icon::Banknote,
        PaperKind::Survey => Icon::ClipboardCheck,
        PaperKind::Minutes => Icon::BookOpen,
        PaperKind::Report => Icon::ChartColumn,
        PaperKind::DocumentReceipt => Icon::BookCheck,
        PaperKind::AllowanceReceipt => Icon::Banknote,
        PaperKind::Certificates => Icon::Award,
        PaperKind::CertificateRegister => Icon::BookMarked,
        PaperKind::Recognition => Icon::GraduationCap,
    }
}

/// The papers to choose from where there is no room for a column of them.
pub fn choice<'a>(shown: PaperKind, context: Context<'a>) -> Element<'a, Message> {
    let kinds = WHEN.into_iter().flat_map(|(_, kinds)| kinds);
    select(kinds.map(|kind| (*kind, context.t(kind.name_id()))), Some(&shown))
        .label(context.t("window-print-kind"))
        .id("print-kind")
        .on_choose(|kind| Message::Chosen(Choice::Kind(kind)))
        .into()
}

/// The list of papers under the heads that say when.
pub fn kinds<'a>(shown: PaperKind, context: Context<'a>) -> Element<'a, Message> {
    let mut list = column![].spacing(2.0).width(Length::Fill);
    for (place, (when, kinds)) in WHEN.into_iter().enumerate() {
        let above = if place == 0 { 9.0 } else { space::M };
        let head = styled(context.t(when), Role::SmallLabel);
        let room = Padding { top: above, bottom: space::XS, left: space::S, ..Padding::ZERO };
        list = list.push(container(head).padding(room));
        for kind in kinds {
            list = list.push(entry(*kind, *kind == shown, context));
        }
    }
    list.into()
}

fn entry<'a>(kind: PaperKind, shown: bool, context: Context<'a>) -> Element<'a, Message> {
    let role = if shown { Role::Strong } else { Role::Body };
    let words = row![icon(kind).view(), plain(context.t(kind.name_id()), role)]
        .spacing(10.0)
        .align_y(Alignment::Center)
        .width(Length::Fill);
    let look = move |status: Status| match (shown, status) {
        (true, _) => Look::flat(palette::ACCENT_SOFT, palette::ACCENT),
        (false, Status::Hovered) => Look::flat(palette::SURFACE_SOFT, palette::INK),
        (false, Status::Pressed) => Look::flat(palette::NEUTRAL, palette::INK),
        (false, _) => Look::flat(Color::TRANSPARENT, palette::INK),
    };
    press(words, look)
        .width(Length::Fill)
        .padding([7.0, 9.0])
        .ring_inside()
        .id(kind.name_id())
        .on_press(Message::Chosen(Choice::Kind(kind)))
        .into()
}
