//! Mẫu in: a choice of recipes over the options, and what is remembered of a session's
//! papers: how they were made last and what was typed for them.

use std::collections::HashMap;

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::super::super::{Action, Context};
use super::choices::Choices;
use super::{Message as Tab, State as Printing};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, styled};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, chip, dialog};
use crate::domain::dossier::Dossier;
use crate::domain::id::RecipeId;
use crate::domain::recipe::{Recipe, name};
use crate::export::remembered;
use crate::paper::stored_options::{self, OptionsPart};
use crate::paper::{Options, PaperKind};
use crate::sentence::{Explain, Sentence};

/// What is known of recipes, and which is in use.
#[derive(Default)]
pub struct State {
    pub(super) known: Vec<Recipe>,
    /// The recipe each kind began with; kinds without one are as usual.
    pub(super) chosen: HashMap<PaperKind, String>,
    /// Whether what the data file remembers has arrived.
    pub(super) ready: bool,
    /// Options were changed in a window that may not write: they are nowhere else.
    pub(super) unkept: bool,
    /// A name is being typed.
    naming: Option<Naming>,
}

/// What a name is typed for.
struct Naming {
    /// The recipe that is renamed; a new one when `None`.
    of: Option<RecipeId>,
    text: String,
    refused: Option<Sentence>,
}

/// What happens with recipes.
#[derive(Clone)]
pub enum Message {
    /// A recipe was chosen; the usual options when `None`.
    Chosen(Option<String>),
    /// The options are to be saved over their recipe.
    Over,
    /// They are to be saved as a new one.
    AskName,
    /// The recipe is to get another name.
    AskRename,
    /// The recipe is to go.
    Remove,
    /// A name was typed.
    Typed(String),
    /// It is to be taken.
    Confirm,
    /// The dialog closes.
    Close,
    /// The options of a kind were saved as this recipe.
    Saved(PaperKind, String),
}

impl State {
    /// The recipe a kind began with.
    fn current(&self, kind: PaperKind) -> Option<&Recipe> {
        self.chosen.get(&kind).and_then(|uid| remembered::by_uid(&self.known, kind, uid))
    }

    /// Whether the options are no longer those of the recipe, or not as usual.
    fn is_changed(&self, choices: &Choices) -> bool {
        let kind = choices.kind;
        let mut began = Options::default();
        if let Some(recipe) = self.current(kind) {
            // What cannot be read of it is as usual; that was told when it was taken.
            let _ = stored_options::read(kind, OptionsPart::Look, &recipe.options, &mut began);
        }
        let look = |options: &Options| stored_options::write(kind, OptionsPart::Look, options);
        look(choices.how()) != look(&began)
    }

    /// Whether a name is asked for.
    pub fn has_dialog(&self) -> bool {
        self.naming.is_some()
    }

    /// The choice of recipes, over the options; none for papers without options.
    pub fn view<'a>(&'a self, choices: &Choices, context: Context<'a>) -> Option<Element<'a, Message>> {
        let kind = choices.kind;
        stored_options::write(kind, OptionsPart::Look, choices.how())?;
        let usual = (None, context.t("window-recipe-usual"));
        let recipes = remembered::of_kind(&self.known, kind)
            .map(|recipe| (Some(recipe.uid.clone()), recipe.name.clone()));
        let current = self.current(kind);
        let chosen = current.map(|recipe| recipe.uid.clone());
        let choice = select([usual].into_iter().chain(recipes), Some(&chosen))
            .id("print-recipe")
            .on_choose(Message::Chosen);
        let changed = self.is_changed(choices);
        let label = row![styled(context.t("window-recipe"), Role::FieldLabel).width(Length::Fill)]
            .push(changed.then(|| chip::chip(Tone::Amber, None, context.t("window-recipe-changed"))))
            .align_y(Alignment::Center)
            .height(22.0);
        let action = |id: &'static str, words: &str, message| {
            button::secondary_small(None, context.t(words))
                .id(id)
                .on_press_maybe(context.if_writable(message))
                .into()
        };
        // Always one row: what stands below must not move under the mouse.
        let actions: [Element<'a, Message>; 2] = match (current, changed) {
            (None, false) => {
                let save = button::secondary_small(None, context.t("window-recipe-save"));
                [save.into(), iced::widget::space().into()]
            }
            (None, true) => {
                [action("recipe-save", "window-recipe-save", Message::AskName), iced::widget::space().into()]
            }
            (Some(_), true) => [
                action("recipe-over", "window-recipe-over", Message::Over),
                action("recipe-save", "window-recipe-new", Message::AskName),
            ],
            (Some(_), false) => [
                action("recipe-rename", "window-recipe-rename", Message::AskRename),
                action("recipe-remove", "window-recipe-remove", Message::Remove),
            ],
        };
        let actions = row(actions).spacing(space::XS);
        Some(column![label, choice, actions].spacing(space::XS).into())
    }

    /// The question for a name.
    pub fn dialog<'a>(&'a self, kind: PaperKind, context: Context<'a>) -> Option<Element<'a, Message>> {
        let naming = self.naming.as_ref()?;
        let taken = remembered::by_name(&self.known, kind, &naming.text);
        let input = field(naming.text.as_str())
            .label(context.t("window-recipe-name"))
            .hint(context.t("window-recipe-name-hint"))
            .id("recipe-name")
            .error(naming.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit(Message::Typed)
            .on_enter(Message::Confirm);
        let (title, save) = match (naming.of, taken) {
            (Some(_), _) => ("window-recipe-rename-title", "window-recipe-rename-confirm"),
            (None, None) => ("window-recipe-save-title", "window-recipe-save-confirm"),
            (None, Some(_)) => ("window-recipe-save-title", "window-recipe-save-over"),
        };
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Message::Close);
        let save = button::primary(None, context.t(save)).id("recipe-confirm").on_press(Message::Confirm);
        Some(dialog::dialog(context.t(title), input, [cancel.into(), save.into()], Message::Close))
    }
}

impl Printing {
    /// Takes in a message about recipes.
    pub(super) fn update_recipe(
        &mut self,
        message: Message,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Tab> {
        let kind = self.choices.kind;
        let look = || stored_options::write(kind, OptionsPart::Look, self.choices.how());
        match message {
            Message::Chosen(uid) => self.take_recipe(uid, dossier, context),
            Message::Over => match (self.recipes.current(kind), look()) {
                (Some(recipe), Some(look)) => save(kind, &recipe.name, look, context),
                _ => Action::None,
            },
            Message::AskName => {
                self.recipes.naming = Some(Naming { of: None, text: String::new(), refused: None });
                Action::None
            }
            Message::AskRename => {
                let Some(recipe) = self.recipes.current(kind) else { return Action::None };
                let naming = Naming { of: Some(recipe.id), text: recipe.name.clone(), refused: None };
                self.recipes.naming = Some(naming);
                Action::None
            }
            Message::Remove => self.remove_recipe(dossier, context),
            Message::Typed(text) => {
                if let Some(naming) = &mut self.recipes.naming {
                    naming.text = text;
                    naming.refused = None;
                }
                Action::None
            }
            Message::Confirm => self.confirm_name(context),
            Message::Close => {
                self.recipes.naming = None;
                Action::None
            }
            Message::Saved(kind, uid) => {
                self.recipes.chosen.insert(kind, uid);
                match stored_options::write(kind, OptionsPart::Look, self.choices.how()) {
                    Some(look) => self.keep_look(kind, look, dossier, context),
                    None => Action::None,
                }
            }
        }
    }

    /// Makes the paper look as a recipe says, or as usual. What an earlier program saved
    /// with a recipe beside the look (prices, a remark) fills what this session has not,
    /// as a step: typed once, it is not to be typed again.
    fn take_recipe(&mut self, uid: Option<String>, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
        let kind = self.choices.kind;
        match uid {
            Some(uid) => self.recipes.chosen.insert(kind, uid),
            None => self.recipes.chosen.remove(&kind),
        };
        let before = self.choices.how().clone();
        let mut how = before.clone();
        stored_options::make_usual(kind, OptionsPart::Look, &mut how);
        let recipe = self.recipes.current(kind);
        let whole = recipe.is_none_or(|recipe| {
            stored_options::read(kind, OptionsPart::Look, &recipe.options, &mut how).is_ok()
        });
        let Some(look) = stored_options::write(kind, OptionsPart::Look, &how) else { return Action::None };
        self.choices.set_how(how);
        self.live.outdate();
        let redrawn = self.redraw(dossier);
        let kept = match context.can_write() {
            true => {
                let look = self.keep_look(kind, look, dossier, context);
                Action::All(vec![look, self.keep_words(&before, dossier, context)])
            }
            false => {
                self.recipes.unkept = true;
                Action::None
            }
        };
        let told = if whole { Action::None } else { Action::Fail(Sentence::new("window-recipe-damaged")) };
        Action::All(vec![redrawn, kept, told])
    }

    /// Takes the recipe away. What is on show keeps its options.
    fn remove_recipe(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
        let kind = self.choices.kind;
        let id = self.recipes.current(kind).map(|recipe| recipe.id);
        let look = stored_options::write(kind, OptionsPart::Look, self.choices.how());
        let (Some(id), Some(look)) = (id, look) else { return Action::None };
        let kept = self.keep_look(kind, look, dossier, context);
        Action::All(vec![kept, Action::write(context.store.remove_recipe(id), |()| None)])
    }

    fn confirm_name(&mut self, context: Context<'_>) -> Action<Tab> {
        let kind = self.choices.kind;
        let Some(naming) = &mut self.recipes.naming else { return Action::None };
        let typed = match name(&naming.text) {
            Ok(name) => name,
            Err(mistake) => {
                naming.refused = Some(mistake.explain());
                return Action::None;
            }
        };
        match (naming.of, remembered::by_name(&self.recipes.known, kind, &typed)) {
            (Some(id), Some(other)) if other.id != id => {
                let mistake = crate::domain::mistake::Mistake::RecipeNameTaken(other.name.clone());
                naming.refused = Some(mistake.explain());
                Action::None
            }
            (Some(id), _) => {
                self.recipes.naming = None;
                Action::write(context.store.rename_recipe(id, &typed), |()| None)
            }
            (None, _) => {
                self.recipes.naming = None;
                match stored_options::write(kind, OptionsPart::Look, self.choices.how()) {
                    Some(look) => save(kind, &typed, look, context),
                    None => Action::None,
                }
            }
        }
    }
}

fn save(kind: PaperKind, name: &str, look: String, context: Context<'_>) -> Action<Tab> {
    Action::write(context.store.save_recipe(kind.id(), name, look), move |uid| {
        Some(Tab::Recipe(Message::Saved(kind, uid)))
    })
}
