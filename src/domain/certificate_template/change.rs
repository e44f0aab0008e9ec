//! What the designer does to a form.

use super::{Anchor, Content, Design, Element, ElementId, Page, Place, Rect, TemplateMistake, TextStyle};

/// A change of a form.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// It is called otherwise.
    Name(String),
    /// It is printed on another sheet, all in proportion.
    Page(Page),
    /// A part is added, over all others.
    Add(Element),
    /// A part goes.
    Remove(ElementId),
    /// A part lies over the next one, or under the one before.
    Order(ElementId, Way),
    /// A part is called otherwise.
    Rename(ElementId, String),
    /// A part is printed, or not.
    Show(ElementId, bool),
    /// A part lies elsewhere.
    Move(ElementId, Rect),
    /// The place of a part is given by another of its points.
    Anchor(ElementId, Anchor),
    /// A text looks otherwise.
    Style(ElementId, TextStyle),
    /// A part shows something else.
    Content(ElementId, Content),
}

/// Up or down in the order of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Earlier in the list: drawn before.
    Earlier,
    /// Later in the list: drawn over what came before.
    Later,
}

impl Change {
    /// The form after it.
    ///
    /// Errors: what it made cannot be printed.
    pub fn of(&self, design: &Design) -> Result<Design, TemplateMistake> {
        if let Self::Page(page) = self {
            return Ok(design.on(*page));
        }
        design.changed(|draft| match self {
            Self::Name(name) => draft.name.clone_from(name),
            // Above.
            Self::Page(_) => {}
            Self::Add(element) => draft.elements.push(element.clone()),
            Self::Remove(id) => draft.elements.retain(|one| one.id != *id),
            Self::Order(id, way) => {
                let at = draft.elements.iter().position(|one| one.id == *id);
                let other = at.and_then(|at| match way {
                    Way::Earlier => at.checked_sub(1),
                    Way::Later => Some(at + 1).filter(|other| *other < draft.elements.len()),
                });
                if let Some((at, other)) = at.zip(other) {
                    draft.elements.swap(at, other);
                }
            }
            Self::Rename(id, _)
            | Self::Show(id, _)
            | Self::Move(id, _)
            | Self::Anchor(id, _)
            | Self::Style(id, _)
            | Self::Content(id, _) => {
                if let Some(element) = draft.elements.iter_mut().find(|one| one.id == *id) {
                    self.of_element(element);
                }
            }
        })
    }

    fn of_element(&self, element: &mut Element) {
        match self {
            Self::Rename(_, name) => element.name.clone_from(name),
            Self::Show(_, visible) => element.visible = *visible,
            Self::Move(_, rect) => element.place = Place::of(*rect, element.place.anchor),
            Self::Anchor(_, anchor) => element.place = element.place.by(*anchor),
            Self::Style(_, style) => {
                if let Some(own) = element.content.style_mut() {
                    *own = *style;
                }
            }
            Self::Content(_, content) => element.content.clone_from(content),
            Self::Name(_) | Self::Page(_) | Self::Add(_) | Self::Remove(_) | Self::Order(..) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::built_in::BuiltIn;
    use super::*;

    #[test]
    fn parts_change_places_and_the_first_and_last_stay() {
        let design = BuiltIn::Plain.design(Page::ALL[0]).expect("a design");
        let ids = |design: &Design| design.elements().iter().map(|one| one.id).collect::<Vec<_>>();
        let before = ids(&design);
        let later = Change::Order(before[0], Way::Later).of(&design).expect("a design");
        assert_eq!(ids(&later)[..2], [before[1], before[0]]);
        assert_eq!(ids(&Change::Order(before[0], Way::Earlier).of(&design).expect("a design")), before);
        let last = *before.last().expect("some");
        assert_eq!(ids(&Change::Order(last, Way::Later).of(&design).expect("a design")), before);
    }

    #[test]
    fn what_cannot_be_printed_changes_nothing() {
        let design = BuiltIn::Plain.design(Page::ALL[0]).expect("a design");
        let element = design.elements()[0].clone();
        assert_eq!(
            Change::Add(element.clone()).of(&design),
            Err(TemplateMistake::SameId(element.name.clone()))
        );
        assert_eq!(Change::Name(String::new()).of(&design), Err(TemplateMistake::NoName));
    }
}
