//! The sections of the settings, one of which is on show.

/// A section.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Section {
    /// The organisations, their signatories and numbers.
    #[default]
    Office,
    /// How the window looks on this computer.
    Window,
    /// The data file and its backups.
    File,
    /// Names that are kept for so long.
    Personal,
    /// The program itself, and the licences of what it is made of.
    About,
}

impl Section {
    /// In the order they are shown.
    pub const ALL: [Self; 5] = [Self::Office, Self::Window, Self::File, Self::Personal, Self::About];

    /// The sentence that names it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Office => "settings-office",
            Self::Window => "settings-window",
            Self::File => "settings-file",
            Self::Personal => "settings-personal",
            Self::About => "settings-about",
        }
    }

    /// The key by which it is revealed.
    pub fn key(self) -> String {
        self.label().to_owned()
    }

    /// The section that a key is of: its own, or that of a field in it.
    pub fn of(key: &str) -> Option<Self> {
        let of_field = key.starts_with("organisation ").then_some(Self::Office);
        Self::ALL.into_iter().find(|section| section.label() == key).or(of_field)
    }
}

/// What can be set, by the title of its card, and the section it stands in.
pub const SET: [(&str, Section); 8] = [
    ("window-office-card", Section::Office),
    ("window-office-letterhead", Section::Office),
    ("window-office-signatories", Section::Office),
    ("info-numbers", Section::Office),
    ("window-settings-window", Section::Window),
    ("window-settings-file", Section::File),
    ("backups-card", Section::File),
    ("personal-habit", Section::Personal),
];
