//! Which paper, of whom, and how.

use std::collections::BTreeMap;

use crate::domain::cluster::HalfDay;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::session::ListOrder;
use crate::paper::allowance_receipt::Per;
use crate::paper::badge::PerSheet;
use crate::paper::budget::Expense;
use crate::paper::invitation::Addressees;
use crate::paper::presenter_fees::Withholding;
use crate::paper::programme::Ending;
use crate::paper::survey::Asks;
use crate::paper::{BirthColumns, Options, Orientation, PaperKind, Sheets};

/// Whose paper is made, and in how many files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everyone, in one file.
    #[default]
    Whole,
    /// Everyone, a file for each cluster.
    Each,
    /// One cluster.
    One(ClusterId),
}

/// A column of a list that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListColumn {
    /// Năm sinh.
    Birth,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// Điện thoại.
    Phone,
    /// Ghi chú.
    Note,
}

/// A sitting, of whichever cluster: its day and part of the day.
pub type Half = (FuzzyDate, HalfDay);

/// One change of the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Another paper.
    Kind(PaperKind),
    /// Of others.
    Scope(Scope),
    /// With or without a column of the sign-in sheet or the delegate list.
    Column(ListColumn, bool),
    /// In an order of its own.
    Order(Option<ListOrder>),
    /// A line of the user's under the title of a list.
    Remark(String),
    /// With or without a sitting on the sign-in sheet.
    Sitting(Half, bool),
    /// With or without headings for communes.
    Group(bool),
    /// Empty rows after the listed.
    BlankRows(u32),
    /// How the delegate list prints the year of birth.
    Birth(BirthColumns),
    /// How the page lies.
    Orientation(Orientation),
    /// Clusters with the same programme share one.
    Shared(bool),
    /// What stands at the end of the programme.
    Ending(Ending),
    /// The day a letter is signed.
    Issued(Option<FuzzyDate>),
    /// Who gets an invitation.
    To(Addressees),
    /// Giấy triệu tập rather than giấy mời.
    Summons(bool),
    /// The number of an invitation or a decision.
    Number(String),
    /// With or without the topics in the invitation.
    Topics(bool),
    /// What else the invitation says.
    Note(String),
    /// Who receives a letter.
    Recipients(String),
    /// What has a sign-in sheet of its own.
    Sheets(Sheets),
    /// Presenters sign above the delegates.
    Presenters(bool),
    /// With a code on certificates.
    Code(bool),
    /// The documents handed out.
    Documents(String),
    /// What is paid for each sitting or day.
    Rate(Option<u32>),
    /// What the rate is for.
    Per(Per),
    /// Without those the state pays.
    OnlyUnpaid(bool),
    /// How many badges on a sheet.
    PerSheet(PerSheet),
    /// What a decision rests on.
    Grounds(String),
    /// Opinion or lessons.
    Asks(Asks),
    /// Who chairs.
    Chair(String),
    /// Who writes the minutes.
    Secretary(String),
    /// What one of something costs.
    Price(Expense, Option<u32>),
    /// Where the money comes from.
    Source(String),
    /// What one presenter is paid, where it is not what all are paid.
    PresenterRate(String, Option<u32>),
    /// Whether tax is withheld.
    Tax(Withholding),
}

/// What was chosen. Each paper keeps its own options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The paper.
    pub kind: PaperKind,
    /// Whose, for papers that a cluster can have of its own; see [`Choices::scope`].
    scope: Scope,
    /// How; the clusters in it say nothing, see [`Choices::options`].
    how: Options,
}

impl Default for Choices {
    fn default() -> Self {
        Self { kind: PaperKind::SignInSheet, scope: Scope::Whole, how: Options::default() }
    }
}

impl Choices {
    /// Takes a choice. False when nothing changed by it.
    pub fn take(&mut self, choice: Choice) -> bool {
        let before = self.clone();
        match choice {
            Choice::Kind(kind) => self.kind = kind,
            Choice::Scope(scope) => self.scope = scope,
            Choice::Column(column, shown) => *self.column_mut(column) = shown,
            Choice::Order(order) => match self.kind {
                PaperKind::DelegateList => self.how.delegate_list.look.order = order,
                _ => self.how.sign_in_sheet.look.order = order,
            },
            Choice::Remark(remark) => match self.kind {
                PaperKind::DelegateList => self.how.delegate_list.words.remark = remark,
                _ => self.how.sign_in_sheet.words.remark = remark,
            },
            Choice::Sitting(half, signed) => {
                let left_out = &mut self.how.sign_in_sheet.words.left_out;
                left_out.retain(|one| *one != half);
                if !signed {
                    left_out.push(half);
                }
            }
            Choice::Group(group) => match self.kind {
                PaperKind::SignInSheet => self.how.sign_in_sheet.look.group = group,
                PaperKind::DelegateList => self.how.delegate_list.look.group = group,
                PaperKind::DocumentReceipt => self.how.document_receipt.look.group = group,
                PaperKind::AllowanceReceipt => self.how.allowance_receipt.look.group = group,
                _ => {}
            },
            Choice::BlankRows(rows) => match self.kind {
                PaperKind::DocumentReceipt => self.how.document_receipt.look.blank_rows = rows,
                PaperKind::AllowanceReceipt => self.how.allowance_receipt.look.blank_rows = rows,
                PaperKind::Budget => self.how.budget.look.blank_rows = rows,
                _ => self.how.sign_in_sheet.look.blank_rows = rows,
            },
            Choice::Birth(birth) => self.how.delegate_list.look.birth = birth,
            Choice::Orientation(orientation) => match self.kind {
                PaperKind::SignInSheet => self.how.sign_in_sheet.look.orientation = orientation,
                PaperKind::DelegateList => self.how.delegate_list.look.orientation = orientation,
                PaperKind::DocumentReceipt => self.how.document_receipt.look.orientation = orientation,
                PaperKind::AllowanceReceipt => self.how.allowance_receipt.look.orientation = orientation,
                PaperKind::CertificateRegister => {
                    self.how.certificate_register.look.orientation = orientation
                }
                PaperKind::PresenterFees => self.how.presenter_fees.look.orientation = orientation,
                _ => {}
            },
            Choice::Shared(shared) => self.how.programme.look.shared = shared,
            Choice::Ending(ending) => self.how.programme.look.ending = ending,
            Choice::Issued(day) => match self.kind {
                PaperKind::Plan => self.how.plan.words.issued = day,
                PaperKind::Invitations => self.how.invitation.words.issued = day,
                PaperKind::Recognition => self.how.recognition.words.issued = day,
                PaperKind::Budget => self.how.budget.words.issued = day,
                PaperKind::PresenterFees => self.how.presenter_fees.words.issued = day,
                PaperKind::Report => self.how.report.words.issued = day,
                _ => self.how.programme.words.issued = day,
            },
            Choice::To(to) => self.how.invitation.look.to = to,
            Choice::Summons(summons) => self.how.invitation.look.summons = summons,
            Choice::Number(number) => match self.kind {
                PaperKind::Recognition => self.how.recognition.words.number = number,
                PaperKind::Minutes => self.how.minutes.words.number = number,
                PaperKind::Report => self.how.report.words.number = number,
                _ => self.how.invitation.words.number = number,
            },
            Choice::Topics(topics) => self.how.invitation.look.topics = topics,
            Choice::Recipients(recipients) => match self.kind {
                PaperKind::Plan => self.how.plan.words.recipients = recipients,
                PaperKind::Report => self.how.report.words.recipients = recipients,
                _ => self.how.invitation.words.recipients = recipients,
            },
            Choice::Note(note) => self.how.invitation.words.note = note,
            Choice::Sheets(sheets) => self.how.sign_in_sheet.look.sheets = sheets,
            Choice::Presenters(sign) => self.how.sign_in_sheet.look.presenters = sign,
            Choice::Code(code) => self.how.certificates.look.code = code,
            Choice::Documents(documents) => self.how.document_receipt.words.documents = documents,
            Choice::Rate(rate) => match self.kind {
                PaperKind::PresenterFees => self.how.presenter_fees.words.rate = rate,
                _ => self.how.allowance_receipt.words.rate = rate,
            },
            Choice::Per(per) => match self.kind {
                PaperKind::Budget => self.how.budget.look.per = per,
                _ => self.how.allowance_receipt.look.per = per,
            },
            Choice::OnlyUnpaid(only) => self.how.allowance_receipt.look.only_unpaid = only,
            Choice::PerSheet(count) => self.how.badges.look.per_sheet = count,
            Choice::Grounds(grounds) => self.how.recognition.words.grounds = grounds,
            Choice::Asks(asks) => self.how.survey.look.asks = asks,
            Choice::Chair(chair) => self.how.minutes.words.chair = chair,
            Choice::Secretary(secretary) => self.how.minutes.words.secretary = secretary,
            Choice::Price(expense, price) => put(&mut self.how.budget.words.prices, expense, price),
            Choice::Source(source) => self.how.budget.words.source = source,
            Choice::PresenterRate(name, rate) => put(&mut self.how.presenter_fees.words.rates, name, rate),
            Choice::Tax(tax) => self.how.presenter_fees.look.tax = tax,
        }
        *self != before
    }

    fn column_mut(&mut self, column: ListColumn) -> &mut bool {
        let (sheet, list) = (&mut self.how.sign_in_sheet.look.columns, &mut self.how.delegate_list.look);
        match (self.kind, column) {
            (PaperKind::DelegateList, ListColumn::Position) => &mut list.position,
            (PaperKind::DelegateList, ListColumn::Unit) => &mut list.unit,
            (PaperKind::DelegateList, ListColumn::Phone) => &mut list.phone,
            (PaperKind::DelegateList, ListColumn::Note) => &mut list.note,
            // The delegate list has the year of birth in several ways: Choice::Birth.
            (_, ListColumn::Birth) => &mut sheet.birth,
            (_, ListColumn::Position) => &mut sheet.position,
            (_, ListColumn::Unit) => &mut sheet.unit,
            (_, ListColumn::Phone) => &mut sheet.phone,
            (_, ListColumn::Note) => &mut sheet.note,
        }
    }

    /// How the paper is made, whoever it is of.
    pub fn how(&self) -> &Options {
        &self.how
    }

    /// Makes papers otherwise, as they are remembered or as a recipe says.
    pub fn set_how(&mut self, how: Options) {
        self.how = how;
    }

    /// How the paper of one cluster, or of everyone, is made.
    pub fn options_for(&self, cluster: Option<ClusterId>) -> Options {
        let mut options = self.how.clone();
        options.set_cluster(cluster);
        options
    }

    /// How the paper that is looked at is made.
    pub fn options(&self) -> Options {
        self.options_for(match self.scope() {
            Scope::One(cluster) => Some(cluster),
            Scope::Whole | Scope::Each => None,
        })
    }

    /// Whose paper is made: of everyone where clusters have none of their own.
    pub fn scope(&self) -> Scope {
        if self.kind.is_per_cluster() { self.scope } else { Scope::Whole }
    }

    /// Whose paper was chosen, though the kind on show may be of everyone.
    pub fn chosen_scope(&self) -> Scope {
        self.scope
    }

    /// Lets go of a cluster that is no longer there.
    pub fn fit(&mut self, dossier: &Dossier) {
        let there = match self.scope {
            Scope::Whole => true,
            Scope::Each => !dossier.clusters.is_empty(),
            Scope::One(id) => dossier.clusters.iter().any(|cluster| cluster.id == id),
        };
        if !there {
            self.scope = Scope::Whole;
        }
    }
}

/// Puts what was entered in its place, or takes it away.
fn put<K: Ord>(all: &mut BTreeMap<K, u32>, key: K, entered: Option<u32>) {
    match entered {
        Some(entered) => all.insert(key, entered),
        None => all.remove(&key),
    };
}

/// How many on the list belong to no cluster: no cluster's file holds them.
pub fn without_cluster(dossier: &Dossier) -> usize {
    let listed = dossier.delegates.iter().filter(|one| one.state == DelegateState::Listed);
    listed
        .filter(|one| one.cluster.is_none_or(|id| !dossier.clusters.iter().any(|cluster| cluster.id == id)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paper_keeps_its_own_options() {
        let mut choices = Choices::default();
        assert!(choices.take(Choice::Group(false)));
        assert!(!choices.take(Choice::Group(false)));
        assert!(choices.take(Choice::Column(ListColumn::Phone, true)));
        assert!(choices.take(Choice::Kind(PaperKind::DelegateList)));
        assert!(choices.take(Choice::Orientation(Orientation::Landscape)));
        let options = choices.options();
        assert!(!options.sign_in_sheet.look.group && options.delegate_list.look.group);
        assert!(options.sign_in_sheet.look.columns.phone);
        assert_eq!(options.sign_in_sheet.look.orientation, Orientation::Auto);
        assert_eq!(options.delegate_list.look.orientation, Orientation::Landscape);
    }

    #[test]
    fn each_letter_keeps_its_own_day_and_recipients() {
        let mut choices = Choices::default();
        let day: Option<FuzzyDate> = "2020-09-05".parse().ok();
        choices.take(Choice::Kind(PaperKind::Plan));
        choices.take(Choice::Issued(day));
        choices.take(Choice::Recipients("Huyện ủy".into()));
        choices.take(Choice::Kind(PaperKind::Invitations));
        choices.take(Choice::Recipients("Như trên".into()));
        let options = choices.options();
        assert_eq!((options.plan.words.issued, options.invitation.words.issued), (day, None));
        assert_eq!(options.plan.words.recipients, "Huyện ủy");
        assert_eq!(options.invitation.words.recipients, "Như trên");
    }

    #[test]
    fn a_price_and_a_fee_go_to_the_paper_that_is_shown() {
        let mut choices = Choices::default();
        choices.take(Choice::Kind(PaperKind::PresenterFees));
        choices.take(Choice::Rate(Some(600_000)));
        choices.take(Choice::PresenterRate("Trần Thị Bình".into(), Some(900_000)));
        choices.take(Choice::Kind(PaperKind::AllowanceReceipt));
        choices.take(Choice::Rate(Some(50_000)));
        choices.take(Choice::Price(Expense::Water, Some(20_000)));
        let options = choices.options();
        assert_eq!(options.presenter_fees.words.rate_of("Trần Thị Bình"), Some(900_000));
        assert_eq!(options.presenter_fees.words.rate_of("Ai khác"), Some(600_000));
        assert_eq!(options.allowance_receipt.words.rate, Some(50_000));
        assert_eq!(options.budget.words.prices.get(&Expense::Water), Some(&20_000));
        assert!(choices.take(Choice::Price(Expense::Water, None)));
        assert!(choices.options().budget.words.prices.is_empty());
    }

    #[test]
    fn a_plan_is_of_the_whole_session_whatever_cluster_is_chosen() {
        let mut choices = Choices::default();
        choices.take(Choice::Scope(Scope::Each));
        assert_eq!(choices.scope(), Scope::Each);
        choices.take(Choice::Kind(PaperKind::Plan));
        assert_eq!(choices.scope(), Scope::Whole);
    }

    #[test]
    fn one_cluster_is_of_one_cluster_in_every_paper() {
        let mut choices = Choices::default();
        choices.take(Choice::Scope(Scope::One(ClusterId(7))));
        let options = choices.options();
        assert_eq!(options.sign_in_sheet.cluster, Some(ClusterId(7)));
        assert_eq!(options.certificates.cluster, Some(ClusterId(7)));
        choices.take(Choice::Scope(Scope::Each));
        assert_eq!(choices.options().delegate_list.cluster, None);
    }
}
