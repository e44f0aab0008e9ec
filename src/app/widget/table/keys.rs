//! What keys do to the table.

use iced::advanced::{Clipboard, Shell, clipboard};
use iced::keyboard::{Key, Modifiers, key::Named};

use super::geometry::Geometry;
use super::{Fold, Table};

impl<Message: Clone> Table<'_, Message> {
    /// What a key does; `false` when it means nothing here.
    pub(super) fn handle_key(
        &mut self,
        key: &Key,
        modifiers: Modifiers,
        geometry: &Geometry,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        // Alt and an arrow move what is selected: that is the screen's business.
        if modifiers.alt() {
            return false;
        }
        let mut selection = self.selected();
        if modifiers.command() {
            match key.as_ref() {
                Key::Character("a") => selection.all(self.rows),
                Key::Character("c") if !selection.is_empty() => {
                    clipboard.write(clipboard::Kind::Standard, self.copied(&selection));
                    return true;
                }
                _ => return false,
            }
            self.select(selection, shell);
            return true;
        }
        let Some(last) = self.rows.checked_sub(1) else { return false };
        let at = selection.cursor().map(|row| row.min(last));
        let page = geometry.page();
        if let (Some(row), Key::Named(arrow @ (Named::ArrowRight | Named::ArrowLeft))) = (at, key.as_ref()) {
            let fold = if arrow == Named::ArrowRight { Fold::Open } else { Fold::Close };
            return self.turn(row, fold, shell);
        }
        let target = match key.as_ref() {
            Key::Named(Named::ArrowDown) => at.map_or(0, |row| (row + 1).min(last)),
            Key::Named(Named::ArrowUp) => at.map_or(last, |row| row.saturating_sub(1)),
            Key::Named(Named::PageDown) => at.map_or(0, |row| (row + page).min(last)),
            Key::Named(Named::PageUp) => at.map_or(0, |row| row.saturating_sub(page)),
            Key::Named(Named::Home) => 0,
            Key::Named(Named::End) => last,
            Key::Named(Named::Space) => {
                selection.toggle(at.unwrap_or(0));
                self.select(selection, shell);
                return true;
            }
            Key::Named(Named::Enter) => match (at, &self.on_open) {
                (Some(row), Some(_)) => {
                    self.open(row, shell);
                    return true;
                }
                _ => return false,
            },
            _ => return false,
        };
        if modifiers.shift() {
            selection.extend(target)
        } else {
            selection.click(target)
        }
        self.select(selection, shell);
        true
    }
}
