//! The page of lists before they are written.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::file::{self, File, Stage};
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::import::Prepared;
use crate::app::screen::{Context, Header};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, one_line, small};
use crate::app::theme::{space, style};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, chip, empty};
use crate::domain::list::ListEncoding;
use crate::sentence::Sentence;

impl State {
    /// The head of the page.
    pub fn header<'a>(&'a self, session: &str, context: Context<'a>) -> Header<'a, Message> {
        let above = format!("{} › {session}", context.t("window-nav-sessions"));
        let mut header = Header::new(above, context.t("window-import-title"));
        let reading = self.files.iter().any(|file| matches!(file.stage, Stage::Reading));
        let (count, files) =
            (self.writes(), self.files.iter().filter(|file| file.prepared().is_some()).count());
        let label = match (self.is_writing(), files) {
            (true, _) => context.t("window-import-writing"),
            (false, 0 | 1) => context.count("window-import-apply", count),
            (false, _) => context
                .say(&Sentence::new("window-import-apply-all").with("count", count).with("files", files)),
        };
        let apply =
            (count > 0 && !reading && !self.is_writing() && context.can_write()).then_some(Message::Apply);
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
        let Some(file) = self.files.get(self.at) else { return iced::widget::space().into() };
        let several = self.files.len() > 1;
        let page: Element<'a, Message> = match &file.stage {
            Stage::Reading => empty::empty(
                Icon::FileSpreadsheet,
                context.say(&Sentence::new("window-import-reading").with("file", file.source.name())),
                context.t("window-import-reading-words"),
                [],
            ),
            Stage::Refused(reason) => empty::empty(
                Icon::CircleAlert,
                context.t("window-import-refused"),
                context.say(reason),
                [
                    button::secondary(Some(Icon::FileUp), context.t("window-import-another"))
                        .on_press_maybe(self.unless_writing(Message::Another))
                        .into(),
                    match several {
                        true => button::quiet(None, context.t("window-import-leave-out"))
                            .on_press(Message::LeftOut)
                            .into(),
                        false => {
                            button::quiet(None, context.t("window-cancel")).on_press(Message::Cancel).into()
                        }
                    },
                ],
            ),
            Stage::Ready(prepared) => self.ready(file, prepared, context),
        };
        let files = several.then(|| self.file_chips(context));
        column![]
            .push(files)
            .push(self.writing.as_ref().and_then(|writing| writing.view(context)))
            .push(page)
            .spacing(space::M)
            .padding([18.0, space::XL])
            .height(Length::Fill)
            .into()
    }

    /// The files, each with how many people it brings.
    fn file_chips<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let chips = self.files.iter().enumerate().map(|(at, file)| {
            let name = file.source.name();
            let (label, tone) = match &file.stage {
                Stage::Reading => (format!("{name} …"), Tone::Neutral),
                Stage::Refused(_) => (format!("{name} · {}", context.t("window-import-error")), Tone::Accent),
                Stage::Ready(prepared) => (format!("{name} · {}", file::writes(prepared)), Tone::Green),
            };
            chip::choice(label, at == self.at, tone, Message::FileChosen(at)).into()
        });
        row(chips).spacing(space::S).wrap().vertical_spacing(space::XS).into()
    }

    fn ready<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let room = context.page_width().floor();
        column![self.source(file, prepared, context)]
            .push(self.sheets(prepared, context))
            .push(self.account(prepared, context))
            .push(match self.part {
                part if part.is_lines() => self.lines_of(prepared, context),
                _ => self.rows(prepared, room, context),
            })
            .push(self.decide(file, prepared, context))
            .spacing(space::M)
            .height(Length::Fill)
            .into()
    }

    /// Which file, from which row, in which letters.
    fn source<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let layout = self.layout(prepared);
        let from = match layout.is_headed {
            true => context.say(&Sentence::new("window-import-header").with("row", layout.header)),
            false => context.t("window-import-no-header"),
        };
        let name = container(one_line(file.source.name(), Role::Strong)).max_width(300.0).clip(true);
        let chip = row![
            Icon::FileSpreadsheet.view().color(palette::GREEN),
            name,
            one_line(format!("· {from}"), Role::Body),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let chip = container(chip)
            .padding([0.0, space::M])
            .height(space::CONTROL)
            .align_y(Alignment::Center)
            .style(|_| style::surface(palette::SURFACE, palette::LINE_STRONG, space::RADIUS));
        let another = button::secondary_small(None, context.t("window-import-another"))
            .on_press_maybe(self.unless_writing(Message::Another));
        let leave = (self.files.len() > 1).then(|| {
            button::quiet(None, context.t("window-import-leave-out"))
                .on_press_maybe(self.unless_writing(Message::LeftOut))
        });
        let own = row![chip, another].push(leave).spacing(space::M).align_y(Alignment::Center);
        let told = row![self.sender(file, prepared, context), self.letters(file, prepared, context)]
            .spacing(space::M)
            .align_y(Alignment::Center);
        // What has no room beside the file stands under it.
        row![own, told].spacing(space::L).align_y(Alignment::Center).wrap().vertical_spacing(space::S).into()
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
        let label = small(context.t("window-import-whose"));
        let whose = field(said)
            .of(file.source.name())
            .id("import-sender")
            .placeholder(asked)
            .suggest(suggested.clone())
            .width(190.0)
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
            .width(190.0);
        match self.is_writing() {
            true => list.into(),
            false => list.on_choose(Message::Letters).into(),
        }
    }
}

/// Proper names, the same in every language.
fn letters_name(encoding: ListEncoding) -> &'static str {
    match encoding {
        // Put right wherever they are met: nobody needs to tell of them.
        ListEncoding::Unicode | ListEncoding::Misread | ListEncoding::SpelledOut => "Unicode",
        ListEncoding::Tcvn3 => "TCVN3 (.VnTime)",
        ListEncoding::Vni => "VNI",
        ListEncoding::Windows1258 => "Windows-1258",
    }
}
