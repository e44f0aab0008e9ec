//! Words about units.

use crate::app::screen::Context;
use crate::domain::date::FuzzyDate;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{ListedUnit, UnitTree};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// "Xã, phường, thị trấn, đặc khu".
pub fn kind(kind: UnitKind, context: Context<'_>) -> String {
    context.t(match kind {
        UnitKind::Central => "window-units-kind-central",
        UnitKind::Province => "window-units-kind-province",
        UnitKind::District => "window-units-kind-district",
        UnitKind::Commune => "window-units-kind-commune",
        UnitKind::ResidentialArea => "window-units-kind-residential-area",
        UnitKind::Body => "window-units-kind-body",
    })
}

/// "đến 30/6/2025".
pub fn until(last: FuzzyDate, context: Context<'_>) -> String {
    context.say(&Sentence::new("window-units-until").with("date", short(last)))
}

/// "3.321 đơn vị đang hoạt động · 12 đã ngừng · 433 cán bộ".
pub fn count(tree: &UnitTree, context: Context<'_>) -> String {
    let living = tree.units().iter().filter(|one| one.fields.lives()).count();
    let people: usize = tree.units().iter().map(|one| one.own_people).sum();
    context.say(
        &Sentence::new("window-units-count")
            .with("living", living)
            .with("ended", tree.units().len() - living)
            .with("people", people),
    )
}

/// "12 cán bộ, trong đó 3 trực tiếp thuộc đơn vị này · 4 đơn vị trực thuộc".
pub fn about(unit: &ListedUnit, context: Context<'_>) -> String {
    let people = match unit.own_people == unit.people {
        true => Sentence::new("window-units-people").with("count", unit.people),
        false => {
            Sentence::new("window-units-people-own").with("count", unit.people).with("own", unit.own_people)
        }
    };
    let inside = Sentence::new("window-units-inside").with("count", unit.inside);
    let inside = (unit.inside > 0).then(|| context.say(&inside));
    [Some(context.say(&people)), inside].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
