//! Whatever happens, a typed text is in the file, or on show in its field, or was
//! given up by Esc.

use std::collections::VecDeque;
use std::time::Instant;

use iced::advanced::Shell;
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::{Event, window};
use proptest::prelude::*;

use super::draft::PAUSE;
use super::drafts::Drafts;
use super::editing::{Editing, Saving};
use crate::vietnamese::clean::clean;

const KEY: &str = "person 12 phone";

#[derive(Debug, Clone)]
enum Step {
    Type(String),
    Pause,
    Leave,
    Escape,
    Close,
    /// The screen is left and come back to.
    Rebuild,
    /// The value changes otherwise, as by an undo.
    Elsewhere(String),
    /// The file took the oldest text on its way, or did not.
    Answer(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let text = || prop_oneof![Just(""), Just("a"), Just("a "), Just("b"), Just("x"), Just(" c  c")];
    let step = prop_oneof![
        4 => text().prop_map(|text| Step::Type(text.to_owned())),
        2 => Just(Step::Pause),
        2 => Just(Step::Leave),
        1 => Just(Step::Escape),
        1 => Just(Step::Close),
        2 => Just(Step::Rebuild),
        1 => text().prop_map(|text| Step::Elsewhere(clean(text))),
        3 => any::<bool>().prop_map(Step::Answer),
    ];
    prop::collection::vec(step, 1..40)
}

/// A field, the file behind it, and what is owed to the user.
struct World {
    drafts: Drafts,
    editing: Editing,
    value: String,
    on_its_way: VecDeque<String>,
    /// The text that is neither in the file nor given up.
    owed: Option<String>,
}

impl World {
    fn saving(&self) -> Saving<'static, String> {
        let mut saving = Saving::new(self.value.clone(), clean);
        saving.keep(&self.drafts, KEY.to_owned());
        saving.check = Some(Box::new(|text| if text == "x" { Err("không".into()) } else { Ok(()) }));
        saving.on_commit = Some(Box::new(|text| text));
        saving
    }

    fn run(&mut self, act: impl FnOnce(&mut Editing, &Saving<'_, String>, &mut Shell<'_, String>)) {
        let saving = self.saving();
        let mut sent = Vec::new();
        act(&mut self.editing, &saving, &mut Shell::new(&mut sent));
        self.on_its_way.extend(sent);
        // What is typed like the value is in the file already.
        let stands = self.on_its_way.back().unwrap_or(&self.value);
        if !self.editing.is_unsaved() && self.on_its_way.is_empty() && self.owed.as_ref() == Some(stands) {
            self.owed = None;
        }
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Type(text) => {
                self.owed = Some(clean(text));
                self.run(|editing, saving, shell| {
                    editing.follow_focus(true, saving, shell);
                    editing.type_in(text.clone(), saving, shell);
                });
            }
            Step::Pause => {
                let frame = Event::Window(window::Event::RedrawRequested(Instant::now() + 2 * PAUSE));
                self.run(|editing, saving, shell| editing.after(&frame, false, saving, shell));
            }
            Step::Leave => self.run(|editing, saving, shell| {
                editing.follow_focus(true, saving, shell);
                editing.follow_focus(false, saving, shell);
            }),
            Step::Escape => {
                if self.editing.is_unsaved() {
                    self.owed = None;
                }
                self.run(|editing, saving, shell| {
                    editing.handle_key(&Key::Named(Named::Escape), Modifiers::empty(), saving, shell);
                });
            }
            Step::Close => {
                let close = Event::Window(window::Event::CloseRequested);
                self.run(|editing, saving, shell| editing.after(&close, false, saving, shell));
            }
            Step::Rebuild => self.editing = Editing::default(),
            Step::Elsewhere(value) => self.value.clone_from(value),
            Step::Answer(took) => self.answer(*took),
        }
        let saving = self.saving();
        self.editing.show(&saving);
    }

    fn answer(&mut self, took: bool) {
        let Some(text) = self.on_its_way.pop_front() else { return };
        if took {
            self.drafts.saved(KEY);
            if self.owed.as_ref() == Some(&text) && self.on_its_way.is_empty() {
                self.owed = None;
            }
            self.value = text;
            return;
        }
        self.drafts.failed(KEY, "đĩa đầy");
        if self.on_its_way.is_empty() {
            self.owed.get_or_insert(text);
        }
    }

    fn holds(&self) -> Result<(), TestCaseError> {
        if let Some(owed) = &self.owed {
            prop_assert_eq!(&clean(self.editing.text()), owed);
            if !self.drafts.is_busy() {
                let told: Vec<String> = self.drafts.unsaved().iter().map(|one| clean(&one.text)).collect();
                prop_assert_eq!(&told, std::slice::from_ref(owed));
                prop_assert!(self.editing.is_refused());
            }
        } else if !self.drafts.is_busy() {
            prop_assert_eq!(self.drafts.unsaved(), vec![]);
            prop_assert_eq!(&clean(self.editing.text()), &self.value);
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_typed_text_is_lost(steps in steps()) {
        let mut world = World {
            drafts: Drafts::default(),
            editing: Editing::default(),
            value: "a".to_owned(),
            on_its_way: VecDeque::new(),
            owed: None,
        };
        let saving = world.saving();
        world.editing.show(&saving);
        for step in &steps {
            world.step(step);
            world.holds()?;
        }
    }
}
