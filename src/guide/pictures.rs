//! The pictures of the guide. `packaging/guide-pictures.sh` takes them from the running program.

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        /// The pictures: names and files.
        const PICTURES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../assets/guide/", $name)))),*];
    };
}

pictures! {
    "attendance.png",
    "backups.png",
    "certificate-form.png",
    "delegates.png",
    "divide.png",
    "first-start.png",
    "import.png",
    "merge.png",
    "new-session.png",
    "overview.png",
    "print-dialog.png",
    "printing.png",
    "programme.png",
    "register.png",
    "results.png",
    "search.png",
    "session-info.png",
    "signed-page.png",
}

/// The file of a picture, a PNG.
pub fn picture(name: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
}
