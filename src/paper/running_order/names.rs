//! People as a host names them.

use crate::domain::guest::Guest;
use crate::domain::programme::Presenter;
use crate::paper::letter;
use crate::vietnamese::fold::compare_key;

/// "đồng chí Nguyễn Văn An, Phó Bí thư": a presenter with the honorific that is known of a guest of the same name.
pub fn addressed(presenter: &Presenter, guests: &[Guest]) -> String {
    let Presenter::Person { name, .. } = presenter else { return presenter.printed() };
    let known = guests.iter().find_map(|guest| match guest {
        Guest::Person { honorific, name: guest, .. } if compare_key(guest) == compare_key(name) => {
            honorific.as_deref().filter(|word| !word.trim().is_empty())
        }
        _ => None,
    });
    format!("{} {}", known.unwrap_or("ông/bà").to_lowercase(), presenter.printed())
}

/// A guest as they are introduced.
pub fn introduced(guest: &Guest) -> String {
    let (honorific, name, titles) = letter::guest(guest);
    match guest {
        Guest::Person { .. } => {
            let honorific = honorific.map_or("ông/bà".to_owned(), |word| word.to_lowercase());
            format!("{honorific} {name}{titles}")
        }
        Guest::Group { label } => label.trim().to_owned(),
    }
}

/// A name without the titles after it.
pub fn bare(name: &str) -> String {
    name.split(',').next().unwrap_or_default().trim().to_owned()
}
