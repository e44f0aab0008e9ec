use super::*;
use crate::app::Machine;
use crate::app::widget::field::Drafts;
use crate::domain::mistake::Mistake;
use crate::locale::Locale;
use crate::store::Store;

struct Desk {
    state: State,
    store: Store,
    locale: Locale,
    machine: Machine,
    drafts: Drafts,
    _folder: tempfile::TempDir,
}

impl Desk {
    /// A file with one organisation, on show.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("x.taphuan")).expect("made");
        let mut desk = Self {
            state: State::default(),
            store,
            locale: Locale::new(Language::Vietnamese),
            machine: Machine::default(),
            drafts: Drafts::default(),
            _folder: folder,
        };
        let _ = desk.tell(Message::NewName("Ủy ban MTTQ Việt Nam huyện Phú Ninh".into()));
        let _ = desk.tell(Message::Create);
        desk.load();
        desk
    }

    fn tell(&mut self, message: Message) -> Action<Message> {
        let size = iced::Size::new(1366.0, 768.0);
        let (locale, machine, drafts) = (&self.locale, &self.machine, &self.drafts);
        let context = Context { locale, store: &self.store, machine, drafts, size };
        self.state.update(message, context)
    }

    fn stored(&self) -> Vec<Organisation> {
        self.store.organisations().wait().expect("organisations")
    }

    fn load(&mut self) {
        let all = self.stored();
        let _ = self.tell(Message::Loaded(Ok(all)));
    }

    /// An edit that is stored and answered.
    fn edit(&mut self, edit: Edit) {
        let _ = self.tell(Message::Edit(edit));
        self.load();
    }

    fn shown(&self, part: Part) -> &str {
        part.of(&self.state.shown.as_ref().expect("shown").details)
    }
}

fn text(part: Part, text: &str) -> Edit {
    Edit::Text(part, text.into())
}

#[test]
fn a_new_organisation_has_its_name_in_capitals_at_its_head() {
    let desk = Desk::new();
    assert_eq!(desk.shown(Part::Issuer(0)), "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH");
    assert_eq!(desk.shown(Part::Pattern), PATTERN);
}

#[test]
fn lines_keep_their_fields_when_one_above_is_emptied() {
    let mut desk = Desk::new();
    desk.edit(text(Part::Issuer(1), "BAN THƯỜNG TRỰC"));
    desk.edit(text(Part::Issuer(0), ""));
    assert_eq!(desk.shown(Part::Issuer(0)), "");
    assert_eq!(desk.shown(Part::Issuer(1)), "BAN THƯỜNG TRỰC");
    assert_eq!(desk.stored()[0].details.letterhead.issuer, ["BAN THƯỜNG TRỰC"]);
}

#[test]
fn an_undo_elsewhere_changes_the_fields() {
    let mut desk = Desk::new();
    desk.edit(text(Part::Place, "Phú Ninh"));
    assert_eq!(desk.shown(Part::Place), "Phú Ninh");
    desk.store.undo().wait().expect("undone");
    desk.load();
    assert_eq!(desk.shown(Part::Place), "");
}

#[test]
fn what_is_refused_is_told_beside_its_field_and_not_stored() {
    let mut desk = Desk::new();
    let refused = desk.tell(Message::Edit(text(Part::Pattern, "/CN")));
    assert!(matches!(refused, Action::Refuse(key, _) if key == "organisation 1 office-pattern"));
    assert_eq!(desk.shown(Part::Pattern), PATTERN);
    let _ = desk.tell(Message::NewName(" ".into()));
    let _ = desk.tell(Message::Create);
    assert!(desk.state.adding_refused.is_some());
    assert_eq!(desk.stored().len(), 1);
}

#[test]
fn a_signatory_is_added_opened_and_moved() {
    let mut desk = Desk::new();
    desk.edit(Edit::AddSignatory);
    desk.edit(text(Part::Signer(0), "Nguyễn Văn A"));
    desk.edit(Edit::AddSignatory);
    desk.edit(text(Part::Signer(1), "Trần Thị B"));
    desk.edit(Edit::MoveUp(1));
    assert_eq!(desk.state.shown.as_ref().expect("shown").open, Some(0));
    let names: Vec<String> =
        desk.stored()[0].details.signatories.iter().map(|one| one.name.clone()).collect();
    assert_eq!(names, ["Trần Thị B", "Nguyễn Văn A"]);
}

#[test]
fn a_number_pattern_without_its_place_is_refused_and_others_are_stored() {
    let mut desk = Desk::new();
    let refused = desk.tell(Message::Edit(text(Part::PlanNumber, "/KH-MTTQ-BTT")));
    assert!(matches!(refused, Action::Refuse(key, _) if key == "organisation 1 office-number-plan"));
    desk.edit(text(Part::PlanNumber, "{so}/KH-MTTQ-BTT"));
    assert_eq!(desk.stored()[0].details.letterhead.numbers.plan, "{so}/KH-MTTQ-BTT");
}

#[test]
fn an_organisation_with_sessions_stays_and_another_goes() {
    let mut desk = Desk::new();
    let _ = desk.tell(Message::NewName("Trung tâm Chính trị".into()));
    let _ = desk.tell(Message::Create);
    desk.load();
    let first = desk.stored()[0].id;
    desk.store
        .start_session(
            crate::domain::session::SessionDetails { title: "Lớp".into(), ..Default::default() },
            None,
        )
        .wait()
        .expect("a session of the first organisation");
    let _ = desk.tell(Message::Chosen(first));
    let _ = desk.tell(Message::MoveTo(1));
    desk.load();
    assert_eq!(desk.stored()[1].id, first);
    let _ = desk.tell(Message::RemoveOffice);
    let why = desk.store.remove_organisation(first).wait();
    assert!(matches!(why, Err(StoreError::Refused(Mistake::OrganisationInUse(_, 1)))), "{why:?}");
    let other = desk.stored()[0].id;
    let _ = desk.tell(Message::Chosen(other));
    let _ = desk.tell(Message::RemoveOffice);
    assert_eq!(desk.stored().len(), 1);
    desk.store.undo().wait().expect("undone");
    assert_eq!(desk.stored().len(), 2);
}
