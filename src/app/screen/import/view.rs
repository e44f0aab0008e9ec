//! The page of lists before they are written.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::file::{self, File, Stage};
use super::found::LEAST;
use super::{Message, Part, State};
use crate::app::icon::Icon;
use crate::app::import::Prepared;
use crate::app::screen::{Context, Header};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, one_line, small};
use crate::app::theme::{space, style};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip, empty};
use crate::domain::list::{Choice, ListEncoding, PlannedRow, RowOutcome};
use crate::sentence::Sentence;

impl State {
    /// The head of the page.
    pub fn header<'a>(&'a self, session: &str, context: Context<'a>) -> Header<'a, Message> {
        let above = format!("{} › {session}", context.t("window-nav-sessions"));
        let mut header = Header::new(above, context.t("window-import-title"));
        let (count, files) =
            (self.writes(), self.files.iter().filter(|file| file.prepared().is_some()).count());
        let label = match (self.is_writing(), files) {
            (true, _) => context.t("window-import-writing"),
            (false, _) if self.is_being_read() => context.t("window-import-reading-again"),
            (false, 0 | 1) => context.count("window-import-apply", count),
            (false, _) => context
                .say(&Sentence::new("window-import-apply-all").with("count", count).with("files", files)),
        };
        let is_busy = self.is_writing() || self.is_being_read();
        let apply = (count > 0 && !is_busy && context.can_write()).then_some(Message::Apply);
        header.actions = vec![
            match self.is_writing() {
                true => button::secondary(None, context.t("window-import-stop")).on_press(Message::Stop),
                false => button::secondary(None, context.t("window-cancel")).on_press(Message::Cancel),
            }
            .id("import-cancel")
            .into(),
            button::primary(None, label).id("import-apply").on_press_maybe(apply).into(),
        ];
        header
    }

    pub(super) fn unless_writing(&self, message: Message) -> Option<Message> {
        (!self.is_writing()).then_some(message)
    }

    /// The page.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let page = match self.only().map(|file| (file, &file.stage)) {
            Some((_, Stage::Refused(reason))) => self.refused(reason, context),
            Some((file, Stage::Reading)) => reading(file, context),
            Some((_, Stage::Ready(_))) => self.ready(context),
            // Of several files those that were read are seen at once.
            None if self.lists().next().is_some() => self.ready(context),
            None => match self.files.iter().find(|file| matches!(file.stage, Stage::Reading)) {
                Some(file) => reading(file, context),
                None => self.lines_of(context),
            },
        };
        let source = (!is_low(context) || !self.is_ready()).then(|| self.source(context));
        column![]
            .push(source)
            .push(self.writing.as_ref().and_then(|writing| writing.view(context)))
            .push(page)
            .spacing(space::M)
            .padding([space::L, space::XL])
            .height(Length::Fill)
            .into()
    }

    /// A file that gives no list, and why.
    fn refused<'a>(&'a self, reason: &Sentence, context: Context<'a>) -> Element<'a, Message> {
        empty::empty(
            Icon::CircleAlert,
            context.t("window-import-refused"),
            context.say(reason),
            [
                button::secondary(Some(Icon::FileUp), context.t("window-import-another"))
                    .on_press_maybe(self.unless_writing(Message::Another))
                    .into(),
                button::quiet(None, context.t("window-cancel"))
                    .on_press_maybe(self.unless_writing(Message::Cancel))
                    .into(),
            ],
        )
    }

    /// Whether there are rows to be seen.
    fn is_ready(&self) -> bool {
        match self.only() {
            Some(file) => matches!(file.stage, Stage::Ready(_)),
            None => self.lists().next().is_some(),
        }
    }

    /// What was read, and beside it the row that is looked at.
    fn ready<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let width = context.page_width().floor();
        let panel = if self.part.is_lines() { None } else { self.panel(context) };
        let room = if panel.is_some() { width - space::PANEL - space::M } else { width };
        let sheets = self.only().and_then(File::prepared).and_then(|prepared| self.sheets(prepared, context));
        let list = |room: f32, beside: bool| match self.part.is_lines() {
            true => self.lines_of(context),
            false => self.rows(room, beside, context),
        };
        let body: Element<'a, Message> = match panel {
            None => list(width, false),
            Some(panel) if room < LEAST => container(panel).width(Length::Fill).into(),
            Some(panel) => {
                row![list(room, true), container(panel).width(space::PANEL)].spacing(space::M).into()
            }
        };
        let page = match (is_low(context), self.part) {
            (false, _) => {
                column![].push(sheets).push(self.account(context)).push(body).push(self.for_all(context))
            }
            (true, Part::Wishes) => column![self.in_one_line(context)].push(self.folded(sheets, context)),
            (true, _) => column![self.in_one_line(context), body],
        };
        page.spacing(space::M).height(Length::Fill).into()
    }

    /// What stands around the rows, in one line: which files, which part of them, and what else there is to choose.
    fn in_one_line<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let is_open = self.part == Part::Wishes;
        let (label, part) = match is_open {
            true => ("window-import-to-rows", Part::default()),
            false => ("window-import-wishes", Part::Wishes),
        };
        // What must be answered is not folded away without a word.
        let asks = !is_open && self.lacks_sender();
        let tone = if asks { Tone::Amber } else { Tone::Neutral };
        let label = if asks { context.t("window-import-whose-ask") } else { context.t(label) };
        let wishes = chip::choice(label, is_open, tone, Message::Opened(part)).id("import-wishes");
        let files = (self.files.len() > 1).then(|| self.choice_of_files(context));
        row![]
            .push(files)
            .push(self.account_in_short(context))
            .push(wishes)
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into()
    }

    /// What a low page has no room for beside the rows.
    fn folded<'a>(
        &'a self,
        sheets: Option<Element<'a, Message>>,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let content = column![self.source(context)]
            .push(sheets)
            .push(self.asks_whose(context))
            .push(self.for_all(context))
            .spacing(space::M);
        card::side(content).width(Length::Fill).into()
    }

    /// Which files; of one, whose it is and in which letters.
    fn source<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let another = button::secondary_small(None, context.t("window-import-another"))
            .on_press_maybe(self.unless_writing(Message::Another));
        let leave = self.file_at().filter(|_| self.files.len() > 1).map(|at| {
            button::quiet(None, context.t("window-import-leave-out"))
                .on_press_maybe(self.unless_writing(Message::LeftOut(at)))
        });
        let files = match self.files.len() {
            0 | 1 => Some(self.name(context)),
            // Those stand in the one line of a low page.
            _ => (!is_low(context)).then(|| self.choice_of_files(context)),
        };
        let own = row![].push(files).push(another).push(leave).spacing(space::S).align_y(Alignment::Center);
        let told = self.only().and_then(|file| Some((file, file.prepared()?))).map(|(file, prepared)| {
            row![self.sender(file, prepared, context), self.letters(file, prepared, context)]
                .spacing(space::S)
                .align_y(Alignment::Center)
        });
        // What has no room beside the file stands under it.
        row![own]
            .push(told)
            .spacing(space::L)
            .align_y(Alignment::Center)
            .wrap()
            .vertical_spacing(space::S)
            .into()
    }

    /// The name of the only file, and from which row it was read.
    fn name<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(file) = self.only() else { return iced::widget::space().into() };
        // The headings over a message are our own.
        let of_file = self.layout().filter(|layout| !layout.is_headed || layout.header > 0);
        let from = of_file.map(|layout| match layout.is_headed {
            true => context.say(&Sentence::new("window-import-header").with("row", layout.header)),
            false => context.t("window-import-no-header"),
        });
        let from = from.filter(|_| context.page_width() >= WITH_HEADER);
        let width = if context.page_width() >= WITH_HEADER { 300.0 } else { 150.0 };
        let name = container(one_line(file.source.name(), Role::Strong)).max_width(width).clip(true);
        let chip = row![Icon::FileSpreadsheet.view().color(palette::GREEN), name]
            .push(from.map(|from| one_line(format!("· {from}"), Role::Body)))
            .spacing(space::S)
            .align_y(Alignment::Center);
        container(chip)
            .padding([0.0, space::M])
            .height(space::CONTROL)
            .align_y(Alignment::Center)
            .style(|_| style::surface(palette::SURFACE, palette::LINE_STRONG, space::RADIUS))
            .into()
    }

    /// The files, each with how many people it brings and how many stay out; all of them first.
    fn choice_of_files<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let all = context.count("window-import-all-files", self.files.len());
        let each = self.files.iter().enumerate().map(|(at, file)| {
            let words = match &file.stage {
                Stage::Reading => Sentence::new("window-import-file-reading"),
                Stage::Refused(_) => Sentence::new("window-import-file-refused"),
                Stage::Ready(prepared) => Sentence::new("window-import-file-counts")
                    .with("count", file::writes(prepared))
                    .with("out", prepared.plan.rows.iter().filter(|row| stays_out(row)).count()),
            };
            (Some(at), context.say(&words.with("file", file.source.name())))
        });
        let width = if context.page_width() >= WITH_HEADER { 380.0 } else { 250.0 };
        select(std::iter::once((None, all)).chain(each), Some(&self.at))
            .id("import-files")
            .width(width)
            .on_choose(Message::FileChosen)
            .into()
    }

    /// Whose list it is: what the list says, or the user where it says nothing.
    fn sender<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let mut senders: Vec<&str> = prepared
            .list
            .sheets
            .iter()
            .filter_map(|sheet| Some(sheet.sender.as_ref()?.commune.as_str()))
            .collect();
        senders.dedup();
        let (suggested, lacking) = (&prepared.communes.0, prepared.communes.1);
        let said = match senders.as_slice() {
            [one] => (*one).to_owned(),
            _ => String::new(),
        };
        let asked = match (senders.len(), lacking) {
            (0, 1..) => context.t("window-import-whose-asked"),
            (2.., _) => context.t("window-import-whose-several"),
            _ => context.t("window-import-whose-unknown"),
        };
        let label = small(context.t("window-import-whose")).wrapping(iced::widget::text::Wrapping::None);
        let whose = field(said)
            .of(file.source.name())
            .id("import-sender")
            .placeholder(asked)
            .suggest(suggested.clone())
            .width(170.0)
            .on_commit(|typed: String| Message::Commune((!typed.is_empty()).then_some(typed)))
            .read_only_unless(!self.is_writing());
        row![label, Element::from(whose)].spacing(space::S).align_y(Alignment::Center).into()
    }

    /// In what letters the file is, as told by its cells or by the user.
    fn letters<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let found = match prepared.list.encoding {
            ListEncoding::Unicode => "Unicode".to_owned(),
            ListEncoding::Misread => context.t("window-import-letters-misread"),
            ListEncoding::SpelledOut => context.t("window-import-letters-spelled-out"),
            ListEncoding::TypedKeys => context.t("window-import-letters-typed-keys"),
            other => format!("{} → Unicode", letters_name(other)),
        };
        let all = [ListEncoding::Unicode, ListEncoding::Tcvn3, ListEncoding::Vni, ListEncoding::Windows1258];
        let own = all.map(|one| (Some(one), letters_name(one).to_owned()));
        let told = match file.wishes.reading.encoding {
            None => context.say(&Sentence::new("window-import-letters-found").with("letters", found)),
            Some(_) => context.t("window-import-letters-tell"),
        };
        let list = select(std::iter::once((None, told)).chain(own), Some(&file.wishes.reading.encoding))
            .id("import-letters")
            .width(150.0);
        match self.is_writing() {
            true => list.into(),
            false => list.on_choose(Message::Letters).into(),
        }
    }
}

/// Whether the rows would have too little room under all that can stand over and under them.
fn is_low(context: Context<'_>) -> bool {
    let least = if context.page_width() < WITH_HEADER { LOW_AND_NARROW } else { LOW };
    context.size.height < least
}

/// Heights of windows in which four rows have no room beside what stands around them: in one line, and in several.
const LOW: f32 = 500.0;
const LOW_AND_NARROW: f32 = 600.0;
/// From this width on there is room for the number of the row with the headings.
const WITH_HEADER: f32 = 900.0;

fn reading<'a>(file: &File, context: Context<'a>) -> Element<'a, Message> {
    empty::empty(
        Icon::FileSpreadsheet,
        context.say(&Sentence::new("window-import-reading").with("file", file.source.name())),
        context.t("window-import-reading-words"),
        [],
    )
}

/// Whether somebody may be missing because of a row.
fn stays_out(row: &PlannedRow) -> bool {
    row.choice == Choice::Skip && !matches!(row.outcome, RowOutcome::Same(_))
}

/// Proper names, the same in every language.
fn letters_name(encoding: ListEncoding) -> &'static str {
    match encoding {
        // Put right wherever they are met: nobody needs to tell of them.
        ListEncoding::Unicode
        | ListEncoding::Misread
        | ListEncoding::SpelledOut
        | ListEncoding::TypedKeys => "Unicode",
        ListEncoding::Tcvn3 => "TCVN3 (.VnTime)",
        ListEncoding::Vni => "VNI",
        ListEncoding::Windows1258 => "Windows-1258",
    }
}
