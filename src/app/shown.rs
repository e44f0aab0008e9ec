//! The screen on show: one of all there are.
//!
//! Written by a macro, so that a screen that is added is asked for everything it has to
//! answer, and no message can be forgotten.

use iced::{Element, Task};

use super::screen::{
    Action, Context, Header, history, home, people, register, session, sessions, settings, topics, units,
};
use super::shortcut::Shortcut;

macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident($module:ident)),* $(,)?) => {
        /// The screen on show.
        pub(super) enum Shown {
            $($(#[$doc])* $name(Box<$module::State>)),*
        }

        /// What happens on the screens.
        #[derive(Clone)]
        pub enum ScreenMessage {
            $($(#[$doc])* $name($module::Message)),*
        }

        impl Shown {
            /// The tables of the data file that it shows.
            pub(super) fn reads(&self) -> &'static [&'static str] {
                match self {
                    $(Self::$name(_) => $module::READS),*
                }
            }

            /// Asks for what it shows.
            pub(super) fn load(&self, context: Context<'_>) -> Task<ScreenMessage> {
                match self {
                    $(Self::$name(state) => state.load(context).map(ScreenMessage::$name)),*
                }
            }

            /// Takes in a message. One of a screen that was left has no one to hear it.
            pub(super) fn update(
                &mut self,
                message: ScreenMessage,
                context: Context<'_>,
            ) -> Action<ScreenMessage> {
                match (self, message) {
                    $((Self::$name(state), ScreenMessage::$name(message)) => {
                        state.update(message, context).map(ScreenMessage::$name)
                    })*
                    _ => Action::None,
                }
            }

            /// What a shortcut of the window means there.
            pub(super) fn shortcut(&self, shortcut: Shortcut) -> Option<ScreenMessage> {
                match self {
                    $(Self::$name(state) => state.shortcut(shortcut).map(ScreenMessage::$name)),*
                }
            }

            /// The page of the guide about it.
            pub(super) fn guide(&self) -> crate::guide::Page {
                match self {
                    $(Self::$name(state) => state.guide()),*
                }
            }

            /// Brings into view what the field of this key belongs to.
            pub(super) fn reveal(&mut self, key: &str) {
                match self {
                    $(Self::$name(state) => state.reveal(key)),*
                }
            }

            /// Whether a form on it holds what is kept nowhere else.
            pub(super) fn has_unsaid(&self) -> bool {
                match self {
                    Self::People(state) => state.has_unsaid(),
                    Self::Session(state) => state.has_unsaid(),
                    Self::Settings(state) => state.has_unsaid(),
                    _ => false,
                }
            }

            /// Whether lists stand on it that are not in the file yet.
            pub(super) fn is_importing(&self) -> bool {
                matches!(self, Self::Session(state) if state.is_importing())
            }

            /// Whether Esc would close a form that holds what is kept nowhere else.
            pub(super) fn closing_loses(&self) -> bool {
                match self {
                    Self::People(state) => state.closing_loses(),
                    Self::Session(state) => state.closing_loses(),
                    _ => false,
                }
            }

            /// Gives that up.
            pub(super) fn forget_unsaid(&mut self) {
                match self {
                    Self::People(state) => state.forget_unsaid(),
                    Self::Session(state) => state.forget_unsaid(),
                    Self::Settings(state) => state.forget_unsaid(),
                    _ => {}
                }
            }

            /// Whether what is typed in its dialog is typed again at once, so that it is not asked about.
            pub(super) fn dialog_is_passing(&self) -> bool {
                match self {
                    Self::Session(state) => state.dialog_is_passing(),
                    _ => false,
                }
            }

            /// The head of its page.
            pub(super) fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, ScreenMessage> {
                match self {
                    $(Self::$name(state) => state.header(context).map(ScreenMessage::$name)),*
                }
            }

            /// Its page.
            pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, ScreenMessage> {
                match self {
                    $(Self::$name(state) => state.view(context).map(ScreenMessage::$name)),*
                }
            }

            /// Its dialog, if one is open.
            pub(super) fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, ScreenMessage>> {
                match self {
                    $(Self::$name(state) => {
                        state.dialog(context).map(|dialog| dialog.map(ScreenMessage::$name))
                    })*
                }
            }
        }
    };
}

screens! {
    /// Tổng quan.
    Home(home),
    /// Lớp tập huấn.
    Sessions(sessions),
    /// One session.
    Session(session),
    /// Cán bộ.
    People(people),
    /// Đơn vị.
    Units(units),
    /// Chuyên đề.
    Topics(topics),
    /// Sổ cấp.
    Register(register),
    /// Nhật ký.
    History(history),
    /// Cài đặt.
    Settings(settings),
}
