//! The words by section: each has one meaning.

use super::file::{Entry, File};
use crate::vietnamese::fold::words;

macro_rules! sections {
    ($($file:ident { $($(#[$doc:meta])* $section:ident = $name:literal,)* })*) => {
        /// Words of one meaning: a section of a file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Section {
            $($($(#[$doc])* $section,)*)*
        }

        impl Section {
            /// Every section, the file it stands in and what it is called there.
            pub(super) const ALL: &[(Self, File, &'static str)] =
                &[$($((Self::$section, File::$file, $name),)*)*];
        }
    };
}

sections! {
    Answers {
        /// "nam", "m": a man.
        Man = "man",
        /// "nữ", "f": a woman.
        Woman = "woman",
        /// A mark that says yes.
        Yes = "yes",
        /// A mark that says no.
        No = "no",
        /// "đảng viên".
        PartyMember = "party member",
        /// "quần chúng".
        NoPartyMember = "no party member",
        /// "không": there is none.
        Nothing = "nothing",
        /// "xin rút": somebody does not come.
        Withdrawal = "withdrawal",
        /// "thay": somebody comes instead of another.
        Instead = "instead",
        /// "số thứ tự" before the number of somebody in the list.
        NumberInList = "number in the list",
        /// "tô" before a colour.
        HasColour = "has a colour",
        /// "màu" in a note of rows that are told by how they look.
        RowMark = "row mark",
        /// "không dùng" in the name of a sheet.
        PutAside = "put aside",
        /// "nhầm": a line puts right what an earlier one says.
        Correction = "correction",
        /// "dự" over a column whose marks say who is sent.
        MarksSent = "marks who is sent",
        /// "khuyết": nobody holds the post.
        Vacant = "vacant",
        /// "như trên".
        AsAbove = "as above",
    }
    Capitals {
        /// "mặt trận tổ quốc": which of its syllables have capitals is noted.
        Capital = "capitals",
    }
    Compounds {
        /// "giám sát": stands on one line.
        Compound = "compound",
    }
    FamilyNames {
        /// Family names.
        FamilyName = "family name",
    }
    Groups {
        /// "đại biểu": a part of the list.
        Part = "part",
        /// "đại biểu": the part of the list that is meant, beside others.
        Delegates = "delegates",
        /// "lái xe": a part of people who come with the delegates.
        BesideDelegates = "beside delegates",
        /// "đã dự": a list of people who came another time.
        Earlier = "earlier list",
        /// "dự khuyết": a part of people who come only where others do not.
        Reserves = "reserves",
        /// "trưởng": a part of the list where it is numbered.
        NumberedPart = "numbered part",
        /// "mặt trận" behind "khối": a part of the list.
        Block = "block",
        /// "cụm" before its number.
        Cluster = "cluster",
        /// "đơn vị" before a colon and a unit.
        UnitLabel = "unit label",
    }
    Honorifics {
        /// "ông".
        HonorificOfMan = "man",
        /// "bà".
        HonorificOfWoman = "woman",
        /// "đồng chí".
        HonorificOfAnyone = "anyone",
        /// "ơi" beside somebody to whom a message speaks.
        SpokenTo = "spoken to",
        /// "ạ": what ends a polite sentence.
        Particle = "particle",
        /// "tôi tên là": with what somebody says their own name.
        OwnName = "own name",
        /// "linh mục".
        Religious = "religious",
        /// "ths."
        Learned = "learned",
        /// "tư": what somebody is called after the order of birth.
        BirthOrder = "birth order",
        /// "tên thật": between the two names of one.
        AlsoCalled = "also called",
    }
    Labels {
        /// "sinh năm" before a birth.
        BirthLabel = "birth",
        /// "về hưu" before a year that is no birth.
        NoBirth = "no birth",
        /// "sđt" before a number.
        PhoneLabel = "phone",
        /// "họ tên" before a name.
        NameLabel = "name",
        /// "tiêu đề" at the head of a letter sent by e-mail.
        MailHead = "mail head",
    }
    Posts {
        /// "chủ tịch": a post, whatever goes on behind it.
        Post = "post",
        /// "phó": begins a post with another word behind it.
        WordOfPost = "word of a post",
        /// "trưởng": lacks the unit it leads.
        LacksUnit = "lacks its unit",
        /// "xã hội": begins like a place and is none.
        FieldOfWork = "field of work",
    }
    Sentences {
        /// "và": stands before a name among others.
        BeforePeople = "before people",
        /// "đều là": before the post of all who are named.
        HeldByAll = "held by all",
        /// Before the post that somebody holds now: "hiện là".
        Now = "now",
        /// Words that the names of documents end with: "Công văn số 44".
        Document = "document",
        /// Places and bodies that are called after people: "đường".
        NamedAfter = "named after",
        /// Before what is said of all in the order in which they stand: "lần lượt".
        InOrder = "in order",
        /// "làm" behind a post: what somebody does.
        BehindPost = "behind a post",
        /// "cũng đi": whoever writes comes, too.
        ComesToo = "comes too",
        /// "cử" before somebody who is sent.
        SendsSomebody = "sends somebody",
        /// "liên hệ": before whom to ask.
        Asks = "asks",
        /// "nữa" beside a number of people who come besides others.
        Further = "further",
        /// "tại" before a place where people meet.
        MeetingPlace = "meeting place",
        /// "ko": "không", as on a telephone.
        CutShort = "cut short",
        /// "chồng", "quê": before what is neither a post nor a place of work.
        NoPost = "no post",
    }
    Signatures {
        /// "người lập": closes a list.
        Signature = "signature",
        /// "ví dụ" where a number should be.
        Example = "example",
        /// "ghi chú" before a colon.
        Remark = "remark",
    }
    Titles {
        /// "danh sách": a title, not a name in capitals.
        NoName = "no name",
        /// "hội nghị": begins like a body, "hội", and is none.
        NoBody = "no body",
        /// "xã, phường gửi danh sách": before whose list it is.
        SenderLabel = "sender label",
        /// "danh sách": begins the title of a list.
        ListTitle = "list title",
        /// "gửi danh sách": what a unit does, behind its name.
        Sends = "sends",
        /// "tham" behind the name of a commune.
        EndsName = "ends a name",
    }
    Totals {
        /// "tổng" with its marks.
        Total = "total",
        /// "tong so" before a number.
        TotalBeforeNumber = "total before a number",
        /// "tong so" alone.
        WholeTotal = "whole total",
        /// "ấn định danh sách".
        SumInWords = "sum in words",
        /// "trang" before a number.
        Page = "page",
        /// "người": what is counted.
        People = "people",
        /// "khoảng": an estimate.
        About = "about",
    }
}

impl Section {
    /// Its words with what is noted of them.
    pub fn entries(self) -> impl Iterator<Item = &'static Entry> {
        let home = Self::ALL.iter().filter(move |(section, _, _)| *section == self);
        home.flat_map(|(_, file, name)| file.entries().iter().filter(move |entry| entry.section == *name))
    }

    /// Its words as they are written.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        self.entries().map(|entry| entry.word)
    }

    /// Its words as [`words`] of a text gives them: without marks, also between them.
    pub fn folded(self) -> impl Iterator<Item = String> {
        self.words().map(words)
    }

    /// The words of which this is noted.
    pub fn noted(self, note: &'static str) -> impl Iterator<Item = &'static str> {
        self.entries().filter(move |entry| entry.has(note)).map(|entry| entry.word)
    }
}
