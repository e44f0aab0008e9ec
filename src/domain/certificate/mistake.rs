//! What cannot be done with a certificate or a book of numbers, and what to do instead.

use crate::sentence::{Explain, Sentence};

/// Why something asked of the register is refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateMistake {
    /// No certificate has this number.
    #[error("no certificate {0:?}")]
    UnknownNumber(String),
    /// A serial number of a form from which the next ones cannot be told.
    #[error("no serial number to count on from: {0:?}")]
    NoSerial(String),
    /// Several have it, in books of other years or series.
    #[error("{number:?} is the number of several certificates")]
    AmbiguousNumber {
        /// What was asked for.
        number: String,
        /// As they are printed.
        printed: Vec<String>,
    },
    /// It was voided or withdrawn.
    #[error("certificate {0} is not valid any more")]
    NotValid(String),
    /// It was handed out: what stands on it can only be mended by another one.
    #[error("certificate {0} was handed out")]
    HandedOut(String),
    /// It was not handed out, so nothing can be taken back.
    #[error("certificate {0} was not handed out")]
    NotHandedOut(String),
    /// Nobody knows any more whose it was.
    #[error("the name on certificate {0} was erased")]
    Erased(String),
    /// A reason has to be given.
    #[error("no reason")]
    NoReason,
    /// A correction that corrects nothing.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// No more numbers are given from it.
    #[error("book {0} is closed")]
    BookClosed(String),
    /// The book is not there any more.
    #[error("no such book")]
    UnknownBook,
    /// It stands in an old register, and no session can print it again.
    #[error("certificate {0} is of an old register")]
    OfOldRegister(String),
    /// The file of an old register has nothing that can be taken in.
    #[error("no numbers in the list")]
    NoNumbers,
    /// A count of forms that is none.
    #[error("no count of forms")]
    NoCount,
    /// More forms were used than there are.
    #[error("only {0} forms are left")]
    TooFewForms(u32),
}

impl Explain for CertificateMistake {
    fn explain(&self) -> Sentence {
        let about = |id: &'static str, number: &String| Sentence::new(id).with("number", number.clone());
        match self {
            Self::UnknownNumber(number) => about("register-unknown-number", number),
            Self::NoSerial(first) => about("register-no-serial", first),
            Self::AmbiguousNumber { number, printed } => {
                about("register-ambiguous-number", number).with("printed", printed.join(", "))
            }
            Self::NotValid(number) => about("register-not-valid", number),
            Self::HandedOut(number) => about("register-handed-out", number),
            Self::NotHandedOut(number) => about("register-not-handed-out", number),
            Self::Erased(number) => about("register-erased", number),
            Self::NoReason => Sentence::new("register-no-reason"),
            Self::NothingToCorrect => Sentence::new("register-nothing-to-correct"),
            Self::BookClosed(name) => Sentence::new("register-book-closed").with("name", name.clone()),
            Self::UnknownBook => Sentence::new("register-unknown-book"),
            Self::OfOldRegister(number) => about("register-of-old-register", number),
            Self::NoNumbers => Sentence::new("register-no-numbers"),
            Self::NoCount => Sentence::new("register-no-count"),
            Self::TooFewForms(left) => Sentence::new("register-too-few-forms").with("count", *left),
        }
    }
}
