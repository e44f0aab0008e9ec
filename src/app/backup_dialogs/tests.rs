//! The backups as a user meets them in the window.

use std::path::PathBuf;

use iced::Task;
use iced_test::Simulator;
use iced_test::selector::id;

use super::super::Machine;
use super::super::message::Message;
use super::super::state::App;
use super::{Message as Within, folder, list};
use crate::app::screen::settings::section::Section;
use crate::app::screen::{BackupWish, Goal, Route};
use crate::backup::{self, Reason};
use crate::domain::session::SessionDetails;
use crate::store::{Access, Store};

struct Bench {
    app: App,
    path: PathBuf,
    backups: PathBuf,
    folder: tempfile::TempDir,
}

impl Bench {
    /// A file with two sessions, and a backup from when there was one.
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let (path, backups) = (folder.path().join("a.taphuan"), folder.path().join("sao lưu"));
        let store = Store::create(&path).expect("made");
        add(&store, "Lớp một");
        backup::make(&path, &backups, Reason::Asked).expect("backed up");
        add(&store, "Lớp hai");
        drop(store);
        Self::on(folder, path, backups)
    }

    fn on(folder: tempfile::TempDir, path: PathBuf, backups: PathBuf) -> Self {
        let mut machine = Machine::default();
        machine.backup_folder = Some(backups.clone());
        let (app, task) = App::boot(machine, Some(path.clone()));
        let mut bench = Self { app, path, backups, folder };
        bench.carry_out(task);
        bench
    }

    fn carry_out(&mut self, task: Task<Message>) {
        let mut under_way = iced::futures::stream::SelectAll::new();
        under_way.extend(iced_test::runtime::task::into_stream(task));
        while let Some(action) =
            iced::futures::executor::block_on(iced::futures::StreamExt::next(&mut under_way))
        {
            if let iced_test::runtime::Action::Output(message) = action {
                under_way.extend(iced_test::runtime::task::into_stream(self.app.update(message)));
            }
        }
    }

    fn tell(&mut self, message: Message) {
        let task = self.app.update(message);
        self.carry_out(task);
    }

    fn press(&mut self, name: &'static str) {
        let mut ui = Simulator::with_size(super::super::settings(), (1366.0, 1400.0), self.app.view());
        let now = iced::window::Event::RedrawRequested(std::time::Instant::now());
        let _ = ui.simulate([iced::Event::Window(now)]);
        let _ = ui.click(id(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let messages: Vec<Message> = ui.into_messages().collect();
        for message in messages {
            self.tell(message);
        }
    }

    fn shows(&self, text: &str) -> bool {
        let size = (1366.0, 1400.0);
        Simulator::with_size(super::super::settings(), size, self.app.view()).find(text).is_ok()
    }

    fn titles(&self) -> Vec<String> {
        let store = Store::open(&self.path, Access::Read).expect("opened");
        store.sessions().wait().expect("sessions").into_iter().map(|one| one.title).collect()
    }

    fn words(&self) -> Vec<String> {
        self.app.toasts.shown().iter().map(|toast| toast.words.clone()).collect()
    }
}

fn add(store: &Store, title: &str) {
    let details = SessionDetails { title: title.into(), ..SessionDetails::default() };
    store.create_session(details, None).wait().expect("a session");
}

#[test]
fn a_backup_is_looked_into_asked_about_and_restored() {
    let mut bench = Bench::open();
    bench.tell(Message::See(Goal { place: Route::Settings, key: Some(Section::File.key()) }));
    bench.press("backup-list");
    assert!(bench.shows("Các bản sao lưu"));
    bench.press("backups-look");
    assert!(bench.shows("Các lớp: Lớp một"));
    assert!(bench.shows(
        "Tệp hiện nay có 1 thay đổi sau bản này. Nếu khôi phục, 1 thay đổi đó nằm lại trong \
         tệp cũ, được giữ bên cạnh."
    ));
    bench.press("restore-backup");
    assert_eq!(bench.titles().len(), 2, "asked first");
    assert!(bench.shows("Khôi phục bản này?"));
    bench.press("restore-backup");
    assert_eq!(bench.titles(), ["Lớp một"]);
    let words = bench.words();
    let kept = std::fs::read_dir(bench.folder.path())
        .expect("folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.contains("truoc-phuc-hoi") && name.ends_with(".taphuan"))
        .expect("kept");
    assert!(words.iter().any(|words| words.contains(&kept)), "{kept}: {words:?}");
}

#[test]
fn one_backup_is_deleted_after_a_question() {
    let mut bench = Bench::open();
    bench.tell(Message::BackupDialog(Within::Wish(BackupWish::List)));
    bench.press("backups-delete");
    assert_eq!(std::fs::read_dir(&bench.backups).expect("folder").count(), 1);
    bench.press("delete-backup-sure");
    assert_eq!(std::fs::read_dir(&bench.backups).expect("folder").count(), 0);
    assert_eq!(bench.titles().len(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_is_refused_and_a_cloud_is_asked_about() {
    let mut bench = Bench::open();
    let before = bench.app.machine.backup_folder.clone();
    let no_folder = bench.path.clone();
    let picked = |folder| Message::BackupDialog(Within::Folder(folder::Message::Picked(Some(folder))));
    bench.tell(picked(no_folder));
    assert!(bench.shows("Không ghi được vào thư mục này"));
    assert_eq!(bench.app.machine.backup_folder, before);
    let cloud = bench.folder.path().join("OneDrive");
    std::fs::create_dir(&cloud).expect("made");
    bench.tell(picked(cloud.clone()));
    assert!(bench.shows("Thư mục này được chép lên mạng"));
    assert_eq!(bench.app.machine.backup_folder, before);
    bench.press("folder-use");
    assert_eq!(bench.app.machine.backup_folder, Some(cloud));
}

#[test]
fn a_locked_copy_opens_by_its_passphrase_and_is_restored() {
    let mut bench = Bench::open();
    let stick = tempfile::tempdir().expect("folder");
    let secret = super::passphrase::secret("mật khẩu dài");
    let copy = backup::stick::copy_to(&bench.path, stick.path(), Some(secret)).expect("copied");
    add(bench.app.data.store().expect("open"), "Lớp ba");
    bench.tell(Message::BackupDialog(Within::Wish(BackupWish::List)));
    let within = |message| Message::BackupDialog(Within::List(message));
    bench.tell(within(list::Message::Picked(Some(copy))));
    for (typed, shown) in [
        ("mat khau dai", "Mật khẩu không đúng. Hãy gõ lại, chú ý chữ hoa và dấu."),
        ("mật khẩu dài", "Trong bản sao lưu"),
    ] {
        bench.tell(within(list::Message::Typed(typed.into())));
        bench.press("backups-unlock");
        assert!(bench.shows(shown), "{typed}");
    }
    bench.press("restore-backup");
    bench.press("restore-backup");
    assert_eq!(bench.titles().len(), 2);
}

#[test]
fn a_damaged_file_leads_to_its_backup() {
    let bench = Bench::open();
    let Bench { app, path, backups, folder } = bench;
    drop(app);
    let mut bytes = std::fs::read(&path).expect("read");
    bytes[4096..4096 * 4].fill(0);
    std::fs::write(&path, bytes).expect("written");
    let mut bench = Bench::on(folder, path, backups);
    assert!(bench.shows("Tệp dữ liệu bị hỏng"));
    bench.press("refused-restore");
    assert_eq!(bench.titles(), ["Lớp một"]);
}

#[test]
fn without_a_backup_what_can_be_read_is_saved() {
    let bench = Bench::open();
    let Bench { app, path, backups, folder } = bench;
    drop(app);
    let mut bytes = std::fs::read(&path).expect("read");
    // The tree of the tables: nothing can be opened any more, and every other page is whole.
    bytes[100..4096].fill(0);
    std::fs::write(&path, &bytes).expect("written");
    std::fs::remove_dir_all(&backups).expect("no backups");
    let mut bench = Bench::on(folder, path.clone(), backups);
    bench.press("refused-save");
    assert!(bench.shows("Cứu được 2 lớp, 0 cán bộ, 0 đại biểu, 0 lượt điểm danh, 0 giấy chứng nhận."));
    assert_eq!(std::fs::read(&path).expect("read"), bytes, "the damaged file is as it was");
    bench.press("refused-take-saved");
    let mut titles = bench.titles();
    titles.sort();
    assert_eq!(titles, ["Lớp hai", "Lớp một"]);
}
