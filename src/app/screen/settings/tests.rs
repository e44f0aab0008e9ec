use super::*;
use crate::app::Machine;
use crate::app::widget::field::Drafts;
use crate::domain::mistake::Mistake;
use crate::locale::Locale;
use crate::store::Store;

struct SettingsPage {
    state: State,
    store: Store,
    locale: Locale,
    machine: Machine,
    drafts: Drafts,
    _folder: tempfile::TempDir,
}

impl SettingsPage {
    /// A file with one organisation, on show.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("x.taphuan")).expect("made");
        let mut page = Self {
            state: State::default(),
            store,
            locale: Locale::new(Language::Vietnamese),
            machine: Machine::default(),
            drafts: Drafts::default(),
            _folder: folder,
        };
        let _ = page.tell(Message::NewName("Ủy ban MTTQ Việt Nam huyện Phú Ninh".into()));
        let _ = page.tell(Message::Create);
        page.load();
        page
    }

    fn tell(&mut self, message: Message) -> Action<Message> {
        let size = iced::Size::new(1366.0, 768.0);
        let (locale, machine, drafts) = (&self.locale, &self.machine, &self.drafts);
        let backups = &crate::backup::State::default();
        let context = Context { locale, store: &self.store, machine, drafts, backups, size };
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

    fn shown(&self, part: SettingsField) -> &str {
        part.of(&self.state.shown.as_ref().expect("shown").details)
    }
}

fn text(part: SettingsField, text: &str) -> Edit {
    Edit::Text(part, text.into())
}

#[test]
fn a_new_organisation_has_its_name_in_capitals_at_its_head() {
    let page = SettingsPage::new();
    assert_eq!(page.shown(SettingsField::Issuer(0)), "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH");
    assert_eq!(page.shown(SettingsField::Pattern), PATTERN);
}

#[test]
fn lines_keep_their_fields_when_one_above_is_emptied() {
    let mut page = SettingsPage::new();
    page.edit(text(SettingsField::Issuer(1), "BAN THƯỜNG TRỰC"));
    page.edit(text(SettingsField::Issuer(0), ""));
    assert_eq!(page.shown(SettingsField::Issuer(0)), "");
    assert_eq!(page.shown(SettingsField::Issuer(1)), "BAN THƯỜNG TRỰC");
    assert_eq!(page.stored()[0].details.letterhead.issuer, ["BAN THƯỜNG TRỰC"]);
}

#[test]
fn an_undo_elsewhere_changes_the_fields() {
    let mut page = SettingsPage::new();
    page.edit(text(SettingsField::Place, "Phú Ninh"));
    assert_eq!(page.shown(SettingsField::Place), "Phú Ninh");
    page.store.undo().wait().expect("undone");
    page.load();
    assert_eq!(page.shown(SettingsField::Place), "");
}

#[test]
fn what_is_refused_is_told_beside_its_field_and_not_stored() {
    let mut page = SettingsPage::new();
    let refused = page.tell(Message::Edit(text(SettingsField::Pattern, "CN")));
    assert!(matches!(refused, Action::Refuse(key, _) if key == "organisation 1 office-pattern"));
    assert_eq!(page.shown(SettingsField::Pattern), PATTERN);
    let _ = page.tell(Message::NewName(" ".into()));
    let _ = page.tell(Message::Create);
    assert!(page.state.adding.as_ref().is_some_and(|adding| adding.refused.is_some()));
    assert_eq!(page.stored().len(), 1);
}

#[test]
fn a_signatory_is_added_opened_and_moved() {
    let mut page = SettingsPage::new();
    page.edit(Edit::AddSignatory);
    page.edit(text(SettingsField::Signer(0), "Nguyễn Văn A"));
    page.edit(Edit::AddSignatory);
    page.edit(text(SettingsField::Signer(1), "Trần Thị B"));
    page.edit(Edit::MoveUp(1));
    assert_eq!(page.state.shown.as_ref().expect("shown").open, Some(0));
    let names: Vec<String> =
        page.stored()[0].details.signatories.iter().map(|one| one.name.clone()).collect();
    assert_eq!(names, ["Trần Thị B", "Nguyễn Văn A"]);
}

#[test]
fn a_number_pattern_without_its_place_is_refused_and_others_are_stored() {
    let mut page = SettingsPage::new();
    let refused = page.tell(Message::Edit(text(SettingsField::PlanNumber, "KH-MTTQ-BTT")));
    assert!(matches!(refused, Action::Refuse(key, _) if key == "organisation 1 office-number-plan"));
    page.edit(text(SettingsField::PlanNumber, "…/KH-MTTQ-BTT"));
    assert_eq!(page.stored()[0].details.letterhead.numbers.plan, "{so}/KH-MTTQ-BTT");
}

#[test]
fn an_organisation_with_sessions_stays_and_another_goes() {
    let mut page = SettingsPage::new();
    let _ = page.tell(Message::NewName("Trung tâm Chính trị".into()));
    let _ = page.tell(Message::Create);
    page.load();
    let first = page.stored()[0].id;
    page.store
        .start_session(
            crate::domain::session::SessionDetails { title: "Lớp".into(), ..Default::default() },
            None,
        )
        .wait()
        .expect("a session of the first organisation");
    let _ = page.tell(Message::Chosen(first));
    let _ = page.tell(Message::MoveTo(1));
    page.load();
    assert_eq!(page.stored()[1].id, first);
    let _ = page.tell(Message::RemoveOffice);
    let why = page.store.remove_organisation(first).wait();
    assert!(matches!(why, Err(StoreError::Refused(Mistake::OrganisationInUse(_, 1)))), "{why:?}");
    let other = page.stored()[0].id;
    let _ = page.tell(Message::Chosen(other));
    let _ = page.tell(Message::RemoveOffice);
    assert_eq!(page.stored().len(), 1);
    page.store.undo().wait().expect("undone");
    assert_eq!(page.stored().len(), 2);
}
