//! The user guide: pages of Markdown in `assets/guide`, one a task, with pictures of the window. The window shows
//! them (F1), Ctrl+K finds them, `export::guide` makes papers of them.

mod article;
mod find;
mod pictures;

pub use article::{Article, Block, Fault, Line, Span};
pub use find::find;
pub use pictures::picture;

/// Declares the pages in their parts, in reading order.
macro_rules! pages {
    ($($part:literal { $($(#[$doc:meta])* $page:ident = $file:literal),* $(,)? })*) => {
        /// A page of the guide.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Page {
            $($($(#[$doc])* $page,)*)*
        }

        impl Page {
            /// The name of its file, without ending.
            pub fn name(self) -> &'static str {
                match self {
                    $($(Self::$page => $file,)*)*
                }
            }

            /// What it says, as Markdown.
            pub fn source(self) -> &'static str {
                match self {
                    $($(Self::$page => include_str!(concat!("../../assets/guide/", $file, ".md")),)*)*
                }
            }
        }

        /// The parts of the guide and their pages, in reading order.
        pub const PARTS: &[(&str, &[Page])] = &[$(($part, &[$(Page::$page),*])),*];
    };
}

pages! {
    "Bắt đầu" {
        /// Installing and updating the program; printed for whoever looks after the computers.
        Installing = "installing",
        /// The first start.
        FirstStart = "first-start",
        /// What was done in Excel until now.
        FromExcel = "from-excel",
        /// Tổng quan.
        Overview = "overview",
        /// Ctrl+K and the search fields.
        Search = "search",
    }
    "Chuẩn bị một lớp" {
        /// Lớp tập huấn.
        Sessions = "sessions",
        /// Thông tin.
        SessionInfo = "session-info",
        /// Lists in.
        Importing = "importing",
        /// Đại biểu.
        Delegates = "delegates",
        /// Clusters, discussion groups, own columns.
        Groups = "groups",
        /// Chương trình.
        Programme = "programme",
        /// In ấn.
        Printing = "printing",
        /// The form of certificates.
        CertificateForm = "certificate-form",
    }
    "Tại hội nghị" {
        /// From the evening before to the end.
        ConferenceDay = "conference-day",
        /// Điểm danh.
        Attendance = "attendance",
        /// Pages that come back signed.
        SignedPages = "signed-pages",
        /// Attendance on several computers.
        SeveralComputers = "several-computers",
    }
    "Sau hội nghị" {
        /// Kết quả.
        Results = "results",
        /// Numbers, issuing, printing again.
        Certificates = "certificates",
        /// Sổ cấp.
        Register = "register",
    }
    "Dùng chung cho mọi lớp" {
        /// Chuyên đề.
        Topics = "topics",
        /// Cán bộ.
        People = "people",
        /// Đơn vị.
        Units = "units",
    }
    "Giữ dữ liệu an toàn" {
        /// Backups.
        Backups = "backups",
        /// Nhật ký.
        History = "history",
        /// Retention and erasure.
        PersonalData = "data-protection",
        /// Cài đặt.
        Settings = "settings",
    }
    "Khi cần tra" {
        /// The keys.
        Keys = "keys",
        /// Typing Vietnamese.
        Typing = "typing",
        /// Messages and their cures.
        Troubles = "troubles",
    }
}

impl Page {
    /// All pages, in reading order.
    pub fn all() -> impl Iterator<Item = Self> {
        PARTS.iter().flat_map(|(_, pages)| pages.iter().copied())
    }

    /// The page whose file has this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|page| page.name() == name)
    }

    /// What it says. A test reads every page, so only a page that was never tried is empty.
    pub fn article(self) -> Article {
        Article::read(self.source()).unwrap_or_else(|fault| {
            tracing::error!(page = self.name(), %fault, "a page of the guide cannot be read");
            Article::default()
        })
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        self.source().lines().next().unwrap_or_default().trim_start_matches('#').trim()
    }
}
