//! Giấy biên nhận thù lao báo cáo viên: what a presenter signs for the money they received, one sheet for each.
//!
//! What it comes to is counted by the list of fees (`presenter_fees`), with its rates, its tax and its day: the two
//! are settled together and cannot disagree. The wording is customary.

use serde::{Deserialize, Serialize};

use super::card::Item;
use super::content::{Block, Body, Closing, Document, Paragraph, Section, SignatureBlock, Span, TitleLine};
use super::finding::{Fact, Finding, PaperError};
use super::kind::{self, About, Content, Kind, Options, Phase, Scope};
use super::presenter_fees::{self, Fee, PresenterFeeOptions};
use super::{list, occasion, payment, turnout};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::programme::Presenter;
use crate::paper::payment::Paid;
use crate::vietnamese::number;

/// How receipts are made: as the list of fees is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenterReceiptOptions {}

/// Its name.
const NAME: &str = "Giấy biên nhận thù lao";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "presenter-receipt",
    label: "paper-presenter-receipt",
    name: NAME,
    icon: "Banknote",
    phase: Phase::During,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for PresenterReceiptOptions {
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    /// A receipt for each presenter, and one to be filled in where none is known.
    ///
    /// Errors: a cluster the session does not have.
    fn document_among(
        &self,
        all: &Options,
        dossier: &Dossier,
        cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        let fees = &all.presenter_fees;
        let parts = list::parts(dossier, &[], cluster)?;
        let paid = payment::presenters(dossier, cluster);
        // Rates and day are typed at the list of fees.
        let found = presenter_fees::findings(&paid, &fees.words).into_vec();
        let findings = found.into_iter().map(|finding| match finding {
            Finding::Missing(Fact::Fee) => Finding::Missing(Fact::FeeOfList),
            Finding::Missing(Fact::IssueDate) => Finding::Missing(Fact::DayOfFees),
            other => other,
        });
        let mut sections: Vec<Section> = paid.iter().map(|one| section(Some(one), fees, dossier)).collect();
        if sections.is_empty() {
            sections.push(section(None, fees, dossier));
        }
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.collect()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![Item::Says("window-print-receipt-as-fees")]
    }
}

fn section(paid: Option<&Paid>, fees: &PresenterFeeOptions, dossier: &Dossier) -> Section {
    let mut title = vec![
        TitleLine::Kind("GIẤY BIÊN NHẬN".to_owned()),
        TitleLine::Subject(format!("Thù lao báo cáo viên {}", list::session_in_text(dossier))),
    ];
    // Before the conference, and where nobody said who gave what.
    if paid.is_some_and(Paid::is_as_planned) {
        title.push(TitleLine::Note("Theo kế hoạch".to_owned()));
    }
    let fee = paid.map(|one| fees.fee(one)).unwrap_or_default();
    let mut blocks = vec![Block::Head(list::head(dossier)), Block::Title(title)];
    let (name, who) = receiver(paid);
    blocks.extend(who.into_iter().chain(taught(paid, dossier)).chain(money(&fee)).map(Block::Paragraph));
    blocks.push(Block::Closing(closing(&name, fees, dossier)));
    let outline = paid.map_or_else(|| NAME.to_owned(), |one| number::sentence_case(one.presenter.name()));
    Section { name: outline, blocks, ..Section::default() }
}

/// Who receives it: the name to sign over, and the lines that say who that is.
fn receiver(paid: Option<&Paid>) -> (String, Vec<Paragraph>) {
    let (name, post) = match paid.map(|one| &one.presenter) {
        Some(Presenter::Person { name, titles }) => (name.clone(), titles.join(", ")),
        // The name of who comes is written in.
        Some(Presenter::Role(words) | Presenter::Collective(words)) => {
            (String::new(), number::sentence_case(words))
        }
        None => (String::new(), String::new()),
    };
    let lines = vec![
        said("Tôi tên là", &name, true),
        said("Chức vụ, nơi công tác", &post, false),
        Paragraph::dotted("Số căn cước công dân:"),
        Paragraph::dotted("Mã số thuế cá nhân:"),
    ];
    (name, lines)
}

/// What they did for it: topics, sittings, hours.
fn taught(paid: Option<&Paid>, dossier: &Dossier) -> Vec<Paragraph> {
    let topics = paid.map(presenter_fees::topics).unwrap_or_default();
    let sittings = paid.map(|one| sittings(one, dossier)).unwrap_or_default();
    let minutes = paid.and_then(|one| one.minutes).map(length).unwrap_or_default();
    let session = list::session_in_text(dossier);
    vec![
        Paragraph::text(format!(
            "Đã nhận của {} số tiền thù lao báo cáo viên tại {session}, cụ thể như sau:",
            dossier.organisation
        )),
        said("Nội dung báo cáo", &topics, false),
        said("Các buổi", &sittings, false),
        said("Thời lượng", &minutes, false),
    ]
}

/// What they are paid, in figures and words.
fn money(fee: &Fee) -> Vec<Paragraph> {
    let dong = |amount: Option<u64>| {
        amount.map(|amount| format!("{} đồng", number::grouped(amount))).unwrap_or_default()
    };
    let sittings = fee.sittings.map(|count| format!("{count:02} buổi")).unwrap_or_default();
    let words = fee.net.map(number::money_in_words).unwrap_or_default();
    vec![
        said("Số buổi", &sittings, false),
        said("Mức mỗi buổi", &dong(fee.rate), false),
        said("Thành tiền", &dong(fee.amount), false),
        said("Thuế thu nhập cá nhân khấu trừ", &dong(fee.tax), false),
        said("Số tiền thực nhận", &dong(fee.net), true),
        said("Bằng chữ", &words, false),
    ]
}

/// "Tôi tên là: Nguyễn Văn An.", or dots to write on.
fn said(label: &str, words: &str, bold: bool) -> Paragraph {
    if words.trim().is_empty() {
        return Paragraph::dotted(format!("{label}:"));
    }
    let words = super::letter::stopped(words, ".");
    let words = if bold { Span::bold(words) } else { Span::plain(words) };
    Paragraph { spans: vec![Span::plain(format!("{label}: ")), words], ..Paragraph::default() }
}

/// "Sáng 25/9/2020, Chiều 25/9/2020", each with its cluster where there are several.
fn sittings(paid: &Paid, dossier: &Dossier) -> String {
    let several = dossier.clusters.len() > 1;
    let named = |cluster: &str, sitting: &Sitting| {
        let name = turnout::name(sitting);
        if several && !cluster.is_empty() { format!("{name} ({cluster})") } else { name }
    };
    let all = dossier.clusters.iter().flat_map(|cluster| {
        let held = cluster.sittings.iter().filter(|sitting| paid.sittings.contains(&sitting.id));
        held.map(|sitting| named(&cluster.details.name, sitting)).collect::<Vec<_>>()
    });
    all.collect::<Vec<_>>().join(", ")
}

/// "3 giờ 30 phút".
fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} phút"),
        (hours, 0) => format!("{} giờ", occasion::two_digits(hours as usize)),
        (hours, minutes) => format!("{} giờ {minutes} phút", occasion::two_digits(hours as usize)),
    }
}

/// Who received it, who counted it and who answers for it.
fn closing(name: &str, fees: &PresenterFeeOptions, dossier: &Dossier) -> Closing {
    let receiver = SignatureBlock { name: name.to_owned(), ..list::prepared_by("NGƯỜI NHẬN TIỀN") };
    let head = match dossier.signatory.as_ref().filter(|one| **one != Default::default()) {
        Some(signatory) => list::signature(signatory),
        None => list::prepared_by("THỦ TRƯỞNG ĐƠN VỊ"),
    };
    Closing {
        place_date: list::place_date(dossier.letterhead.place.as_deref(), fees.words.issued),
        left: receiver,
        middle: Some(list::prepared_by("KẾ TOÁN")),
        right: head,
        ..Closing::default()
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn lengths_are_told_in_hours() {
        assert_eq!(length(45), "45 phút");
        assert_eq!(length(120), "02 giờ");
        assert_eq!(length(210), "03 giờ 30 phút");
    }
}
