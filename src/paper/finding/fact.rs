//! The facts that papers give, and how each is missed.

/// A fact that a paper should give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Mục đích of the session.
    Purpose,
    /// Topics, neither in a curriculum nor in the programme.
    Topics,
    /// The groups that are called.
    Audience,
    /// When it is held.
    Dates,
    /// Where it is held, or some cluster meets.
    Venue,
    /// What happens in some sitting.
    Programme,
    /// When the items of the programme are held.
    Times,
    /// Who presents.
    Presenters,
    /// Who signs.
    Signatory,
    /// The number of the plan.
    PlanNumber,
    /// The number of a letter, chosen with the other options.
    LetterNumber,
    /// The day the paper is issued.
    IssueDate,
    /// How many really came.
    Turnout,
    /// Who came to any sitting.
    Marks,
    /// The sex of some delegates.
    Sexes,
    /// Kết quả of the session.
    Outcome,
    /// Thảo luận, giải đáp.
    Discussion,
    /// Khó khăn, vướng mắc.
    Difficulties,
    /// Phát biểu kết thúc.
    Conclusion,
    /// What some line of a budget costs.
    Prices,
    /// How much there is of some line of a budget.
    Quantities,
    /// What presenters are paid for a sitting.
    Fee,
    /// In how many sittings some presenter presents.
    PresenterSittings,
    /// To whom a letter goes.
    Addressee,
    /// How many a unit or a cluster sends.
    UnitNumbers,
    /// What to bring.
    Bring,
    /// By when names are to be sent.
    Deadline,
    /// Whom to ask.
    Contact,
    /// Why the session is needed.
    Need,
    /// What the session costs.
    Cost,
    /// Out of which money.
    MoneySource,
    /// Number or day of the submission that a decision answers.
    SubmissionNumber,
    /// Who leads through the sittings.
    Host,
    /// Who opens, presents or closes.
    Speakers,
    /// What the commended are to be given.
    Award,
    /// What presenters are paid for a sitting, which is typed at another paper.
    FeeOfList,
    /// The day on which presenters are paid, which is typed at another paper.
    DayOfFees,
    /// How many sheets of a survey were handed out and came back.
    SurveySheets,
    /// How many gave some answer of a survey.
    SurveyCounts,
    /// The number or the day of some paper in the file of a session.
    NumbersInFile,
    /// How many sheets some paper in the file of a session has.
    SheetsInFile,
}

impl Fact {
    /// The id of the sentence that says what is missing, what the paper does, and the cure.
    pub(super) fn message_id(self) -> &'static str {
        match self {
            Self::Purpose => "paper-missing-purpose",
            Self::Topics => "paper-missing-topics",
            Self::Audience => "paper-missing-audience",
            Self::Dates => "paper-missing-dates",
            Self::Venue => "paper-missing-venue",
            Self::Programme => "paper-missing-programme",
            Self::Times => "paper-missing-times",
            Self::Presenters => "paper-missing-presenters",
            Self::Signatory => "paper-missing-signatory",
            Self::PlanNumber => "paper-missing-plan-number",
            Self::LetterNumber => "paper-missing-number",
            Self::IssueDate => "paper-missing-issue-date",
            Self::Turnout => "paper-missing-turnout",
            Self::Marks => "paper-missing-marks",
            Self::Sexes => "paper-missing-sexes",
            Self::Outcome => "paper-missing-outcome",
            Self::Discussion => "paper-missing-discussion",
            Self::Difficulties => "paper-missing-difficulties",
            Self::Conclusion => "paper-missing-conclusion",
            Self::Prices => "paper-missing-prices",
            Self::Quantities => "paper-missing-quantities",
            Self::Fee => "paper-missing-fee",
            Self::PresenterSittings => "paper-missing-presenter-sittings",
            Self::Addressee => "paper-missing-addressee",
            Self::UnitNumbers => "paper-missing-unit-numbers",
            Self::Bring => "paper-missing-bring",
            Self::Deadline => "paper-missing-deadline",
            Self::Contact => "paper-missing-contact",
            Self::Need => "paper-missing-need",
            Self::Cost => "paper-missing-cost",
            Self::MoneySource => "paper-missing-money-source",
            Self::SubmissionNumber => "paper-missing-submission-number",
            Self::Host => "paper-missing-host",
            Self::Speakers => "paper-missing-speakers",
            Self::Award => "paper-missing-award",
            Self::FeeOfList => "paper-missing-fee-of-list",
            Self::DayOfFees => "paper-missing-day-of-fees",
            Self::SurveySheets => "paper-missing-survey-sheets",
            Self::SurveyCounts => "paper-missing-survey-counts",
            Self::NumbersInFile => "paper-missing-numbers-in-file",
            Self::SheetsInFile => "paper-missing-sheets-in-file",
        }
    }
}
