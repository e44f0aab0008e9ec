//! People as a host names them.

use crate::domain::guest::Guest;
use crate::paper::letter;

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
