//! What fields of one line and of several share: the draft, where it is kept, and
//! when it is committed.

use std::time::Instant;

use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Focusable, Outcome as Finished};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Event, Rectangle, Task, widget, window};

use super::super::focus;
use super::draft::{Check, Draft, Occasion, Outcome, Rules};
use super::drafts::{Drafts, Hold};

/// The part of a field that concerns saving.
pub(super) struct Saving<'a, Message> {
    pub(super) value: String,
    pub(super) error: Option<String>,
    pub(super) record: u64,
    pub(super) clean: Box<dyn Fn(&str) -> String + 'a>,
    pub(super) check: Option<Box<Check<'a>>>,
    pub(super) kept: Option<DraftSlot>,
    pub(super) on_commit: Option<Box<dyn Fn(String) -> Message + 'a>>,
}

/// Where the draft is kept, and under which name.
pub(super) struct DraftSlot {
    pub(super) drafts: Drafts,
    pub(super) key: String,
    pub(super) label: String,
}

impl<'a, Message> Saving<'a, Message> {
    pub(super) fn new(value: String, clean: fn(&str) -> String) -> Self {
        let clean = Box::new(clean);
        Self { value, error: None, record: 0, clean, check: None, kept: None, on_commit: None }
    }

    pub(super) fn keep(&mut self, drafts: &Drafts, key: String) {
        self.record = super::number_of(&key);
        self.kept = Some(DraftSlot { drafts: drafts.clone(), key, label: String::new() });
    }

    /// What the field is called where its draft is told of.
    pub(super) fn name(&mut self, label: &str) {
        if let Some(kept) = &mut self.kept {
            label.clone_into(&mut kept.label);
        }
    }

    pub(super) fn is_read_only(&self) -> bool {
        self.on_commit.is_none()
    }

    fn rules(&self) -> Rules<'_> {
        Rules { clean: &*self.clean, check: self.check.as_deref() }
    }
}

/// What a field remembers of what is typed.
#[derive(Debug, Default)]
pub(super) struct Editing {
    draft: Draft,
    focused: bool,
    hold: Option<Hold>,
    /// As what the draft is to be committed at the next event, if it is.
    wanted: Option<Occasion>,
}

impl Editing {
    /// Takes in what the field is shown with now.
    pub(super) fn show<Message>(&mut self, saving: &Saving<'_, Message>) {
        self.draft.show(&saving.value, saving.record, self.focused);
        let Some(kept) = &saving.kept else {
            self.hold = None;
            return;
        };
        if !self.hold.as_ref().is_some_and(|hold| hold.is_of(&kept.key)) {
            self.hold = Some(kept.drafts.hold(&kept.key));
        }
        self.draft.stand(kept.drafts.of(&kept.key), &*saving.clean, Instant::now());
    }

    /// What stands in the field.
    pub(super) fn text(&self) -> &str {
        self.draft.shown()
    }

    pub(super) fn is_unsaved(&self) -> bool {
        self.draft.is_unsaved()
    }

    /// Whether what is typed is kept until the file has it.
    pub(super) fn is_kept(&self) -> bool {
        self.hold.is_some()
    }

    /// Whether it has the focus, and something is typed that is not committed.
    pub(super) fn is_typed_in(&self) -> bool {
        self.focused && self.is_unsaved()
    }

    /// The draft is to be committed at the next event.
    pub(super) fn want(&mut self, occasion: Occasion) {
        self.wanted = Some(occasion);
    }

    /// Whether the last commit was refused by the field itself or, of a kept field,
    /// by the file.
    pub(super) fn is_refused(&self) -> bool {
        self.draft.refused().is_some()
    }

    /// Why what stands there is not saved.
    pub(super) fn reason<'r, Message>(&'r self, saving: &'r Saving<'_, Message>) -> Option<&'r str> {
        // A reason given by the screen is about the last commit, not about newer typing.
        let given = saving.error.as_deref().filter(|_| !self.draft.is_unsaved());
        self.draft.refused().or(given)
    }

    /// The user typed; this is the whole text now.
    pub(super) fn type_in<Message>(
        &mut self,
        text: String,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if self.reason(saving).is_some() {
            shell.invalidate_layout();
        }
        if let Some(DraftSlot { drafts, key, label }) = &saving.kept {
            drafts.typed(key, label, &text);
        }
        self.draft.type_in(text, Instant::now());
        shell.request_redraw();
    }

    /// Takes what was chosen: it is a whole value, so it is committed at once.
    pub(super) fn take<Message>(
        &mut self,
        text: String,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        self.type_in(text, saving, shell);
        self.commit(Occasion::Done, saving, shell);
        shell.invalidate_layout();
    }

    /// Commits the draft, if there is one.
    pub(super) fn commit<Message>(
        &mut self,
        occasion: Occasion,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let outcome = self.draft.commit(occasion, saving.rules());
        self.carry_out(outcome, saving, shell);
    }

    /// Goes back to the value. `false` when there was nothing to restore.
    pub(super) fn restore<Message>(
        &mut self,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        let had = self.draft.restore();
        if had {
            if let Some(kept) = &saving.kept {
                kept.drafts.given_up(&kept.key);
            }
            shell.invalidate_layout();
            shell.request_redraw();
        }
        had
    }

    /// Notices that the focus came or went; the draft is committed when it goes.
    pub(super) fn follow_focus<Message>(
        &mut self,
        focused: bool,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        if focused == self.focused {
            return false;
        }
        self.focused = focused;
        if !focused {
            let outcome = self.draft.leave(saving.rules());
            self.carry_out(outcome, saving, shell);
            shell.invalidate_layout();
        }
        shell.request_redraw();
        true
    }

    /// Esc and Ctrl+Z, which restore the value. `true` when the field within must
    /// not see the key.
    pub(super) fn handle_key<Message>(
        &mut self,
        key: &Key,
        modifiers: Modifiers,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        let escape = *key == Key::Named(Named::Escape);
        let undo = key.as_ref() == Key::Character("z") && modifiers.command() && !modifiers.shift();
        let restored = (escape || undo) && self.restore(saving, shell);
        if restored {
            shell.capture_event();
        }
        // iced's fields would give up the focus; Esc belongs to what is around them.
        restored || escape
    }

    /// Commits when an event asks for it that the field within did not take.
    pub(super) fn after<Message>(
        &mut self,
        event: &Event,
        taken: bool,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        if saving.is_read_only() {
            return;
        }
        let wanted = std::mem::take(&mut self.wanted);
        match event {
            // A shortcut acts on what is saved, so what is typed is saved first.
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if self.focused && !taken && is_shortcut(key, *modifiers) =>
            {
                self.commit(Occasion::Done, saving, shell);
            }
            Event::Window(window::Event::CloseRequested) => self.commit(Occasion::Done, saving, shell),
            Event::Window(window::Event::RedrawRequested(now)) if wanted.is_none() => {
                match self.draft.due() {
                    Some(due) if due <= *now => {
                        // Elsewhere nobody goes on typing: it is said at once what is wrong.
                        let occasion = if self.focused { Occasion::Pause } else { Occasion::Done };
                        self.commit(occasion, saving, shell);
                    }
                    Some(due) => shell.request_redraw_at(due),
                    None => {}
                }
            }
            _ => {
                if let Some(occasion) = wanted {
                    self.commit(occasion, saving, shell);
                }
            }
        }
    }

    fn carry_out<Message>(
        &self,
        outcome: Outcome,
        saving: &Saving<'_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let kept = saving.kept.as_ref();
        match outcome {
            Outcome::Nothing => {}
            Outcome::Unchanged => {
                if let Some(kept) = kept {
                    kept.drafts.given_up(&kept.key);
                }
                shell.invalidate_layout();
            }
            Outcome::Send(text) => {
                if let Some(DraftSlot { drafts, key, label }) = kept {
                    drafts.sent(key, label, &text);
                }
                shell.invalidate_layout();
                if let Some(on_commit) = &saving.on_commit {
                    shell.publish(on_commit(text));
                }
            }
            Outcome::Refused => {
                if let (Some(DraftSlot { drafts, key, label }), Some(reason)) = (kept, self.draft.refused()) {
                    drafts.refused(key, label, self.draft.shown(), reason);
                }
                shell.invalidate_layout();
                shell.request_redraw();
            }
        }
    }
}

/// Whether a key asks for something beyond the field. Undo and redo do not act on
/// what is typed.
fn is_shortcut(key: &Key, modifiers: Modifiers) -> bool {
    use Named::{F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12};
    match key {
        Key::Character(letter) => modifiers.command() && !matches!(letter.as_str(), "z" | "y"),
        Key::Named(F1 | F2 | F3 | F4 | F5 | F6 | F7 | F8 | F9 | F10 | F11 | F12) => true,
        _ => false,
    }
}

/// Makes every field on show commit what is typed, as when the window closes. They
/// do so with the next event; `told` is said when they know, and brings that event,
/// for the window is drawn anew after it.
pub fn commit_all<Message: Clone + Send + 'static>(told: Message) -> Task<Message> {
    iced::advanced::widget::operate(CommitAll { told })
}

struct CommitAll<Message> {
    told: Message,
}

impl<Message: Clone + Send> Operation<Message> for CommitAll<Message> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Message>)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        if let Some(editing) = state.downcast_mut::<Editing>() {
            editing.wanted = Some(Occasion::Done);
        }
    }

    fn finish(&self) -> Finished<Message> {
        Finished::Some(self.told.clone())
    }
}

/// What stands in a field that keeps it nowhere else, so that it goes with the field. It tells so by
/// the state that it hands to an operation.
pub(in crate::app::widget) fn text_at_risk(state: &dyn std::any::Any) -> Option<&str> {
    let editing = state.downcast_ref::<Editing>()?;
    (!editing.is_kept()).then(|| editing.text())
}

/// Whether a field that hands this state to an operation has the focus.
pub(in crate::app::widget) fn has_focus(state: &dyn std::any::Any) -> bool {
    state.downcast_ref::<Editing>().is_some_and(|editing| editing.focused)
}

/// Gives the focus to the field whose draft has this key, if it is on show; `told` is said then.
pub fn focus_on<Message: Clone + Send + 'static>(key: String, told: Message) -> Task<Message> {
    iced::advanced::widget::operate(Find { key, controls: 0, found: None })
        .then(move |place| focus::at(place).chain(Task::done(told.clone())))
}

/// Finds the place of a field in the order of the controls.
pub(super) struct Find {
    pub(super) key: String,
    pub(super) controls: usize,
    pub(super) found: Option<usize>,
}

impl Operation<usize> for Find {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<usize>)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
        // A field tells of its draft before it tells that it can have the focus.
        let editing = state.downcast_ref::<Editing>();
        if editing.and_then(|one| one.hold.as_ref()).is_some_and(|hold| hold.is_of(&self.key)) {
            self.found = Some(self.controls);
        }
    }

    fn focusable(&mut self, _id: Option<&widget::Id>, _bounds: Rectangle, _state: &mut dyn Focusable) {
        self.controls += 1;
    }

    fn finish(&self) -> Finished<usize> {
        self.found.map_or(Finished::None, Finished::Some)
    }
}
