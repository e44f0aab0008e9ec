//! Which paper, of whom, and how.

use serde_json::Value;

use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::paper::card::Place;
use crate::paper::{Options, PaperKind, Scope, stored_options};

/// One change of the choices.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// Another paper.
    Kind(PaperKind),
    /// Of others.
    Scope(Scope),
    /// An option of the paper is answered otherwise.
    Set(Place, Value),
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
            Choice::Set(place, value) => {
                stored_options::set(self.kind, &place, &value, &mut self.how);
            }
        }
        *self != before
    }

    /// How the paper is made, whoever it is of.
    pub fn how(&self) -> &Options {
        &self.how
    }

    /// Makes papers otherwise, as they are remembered or as a recipe says. A test page that is looked at stays.
    pub fn set_how(&mut self, how: Options) {
        let test_page = self.how.certificates.look.test_page;
        self.how = how;
        self.how.certificates.look.test_page = test_page;
    }

    /// How the paper of one cluster, or of everyone, is made.
    pub fn options_for(&self, cluster: Option<ClusterId>) -> Options {
        Options { cluster, ..self.how.clone() }
    }

    /// How the paper that is looked at is made.
    pub fn options(&self) -> Options {
        self.options_for(self.scope().cluster())
    }

    /// Whose paper is made: of everyone where clusters have none of their own.
    pub fn scope(&self) -> Scope {
        if self.kind.about().per_cluster { self.scope } else { Scope::Whole }
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
    use crate::paper::Orientation;
    use crate::paper::budget::Expense;

    fn set(choices: &mut Choices, place: &[&str], value: impl Into<Value>) -> bool {
        choices.take(Choice::Set(Place::new(place), value.into()))
    }

    #[test]
    fn each_paper_keeps_its_own_options() {
        let mut choices = Choices::default();
        assert!(set(&mut choices, &["look", "group"], false));
        assert!(!set(&mut choices, &["look", "group"], false));
        assert!(set(&mut choices, &["look", "columns", "phone"], true));
        assert!(choices.take(Choice::Kind(PaperKind::DelegateList)));
        assert!(set(&mut choices, &["look", "orientation"], "Landscape"));
        let options = choices.options();
        assert!(!options.sign_in_sheet.look.group && options.delegate_list.look.group);
        assert!(options.sign_in_sheet.look.columns.phone);
        assert_eq!(options.sign_in_sheet.look.orientation, Orientation::Auto);
        assert_eq!(options.delegate_list.look.orientation, Orientation::Landscape);
    }

    #[test]
    fn each_letter_keeps_its_own_day_and_recipients() {
        let mut choices = Choices::default();
        choices.take(Choice::Kind(PaperKind::Plan));
        set(&mut choices, &["words", "issued"], "2020-09-05");
        set(&mut choices, &["words", "recipients"], "Huyện ủy");
        choices.take(Choice::Kind(PaperKind::Invitations));
        set(&mut choices, &["words", "recipients"], "Như trên");
        let options = choices.options();
        let day = "2020-09-05".parse().ok();
        assert_eq!((options.plan.words.issued, options.invitation.words.issued), (day, None));
        assert_eq!(options.plan.words.recipients, "Huyện ủy");
        assert_eq!(options.invitation.words.recipients, "Như trên");
    }

    #[test]
    fn a_price_and_a_fee_go_to_the_paper_that_is_shown() {
        let mut choices = Choices::default();
        choices.take(Choice::Kind(PaperKind::PresenterFees));
        set(&mut choices, &["words", "rate"], 600_000);
        set(&mut choices, &["words", "rates", "Trần Thị Bình"], 900_000);
        choices.take(Choice::Kind(PaperKind::AllowanceReceipt));
        set(&mut choices, &["words", "rate"], 50_000);
        assert!(!set(&mut choices, &["words", "prices", "Water"], 20_000), "receipts have no prices");
        choices.take(Choice::Kind(PaperKind::Budget));
        set(&mut choices, &["words", "prices", "Water"], 20_000);
        let options = choices.options();
        assert_eq!(options.presenter_fees.words.rate_of("Trần Thị Bình"), Some(900_000));
        assert_eq!(options.presenter_fees.words.rate_of("Ai khác"), Some(600_000));
        assert_eq!(options.allowance_receipt.words.rate, Some(50_000));
        assert_eq!(options.budget.words.prices.get(&Expense::Water), Some(&20_000));
        assert!(set(&mut choices, &["words", "prices", "Water"], Value::Null));
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
        assert_eq!(choices.options().cluster, Some(ClusterId(7)));
        choices.take(Choice::Scope(Scope::Each));
        assert_eq!(choices.options().cluster, None);
    }
}
