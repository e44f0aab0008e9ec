//! People in lines of text, as they come by Zalo or stand in a letter:
//! "1. Nguyễn Văn A - Chủ tịch MTTQ xã B - 0905 123 456".
//!
//! The lines become a table under headings of our own, so that whatever reads
//! tables reads them too.

mod asides;
mod births;
mod blocks;
mod chat;
mod dictated;
mod drawn;
mod entries;
mod glued;
mod labelled;
mod mistyped;
mod name;
mod named;
mod of_line;
mod person;
mod pieces;
mod quoted;
mod said;
mod sentences;
mod spaced;
mod stacked;
mod stacked_columns;
mod together;
mod told_later;
mod unwrapped;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::budget::{Budget, Limit, Stop};
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::heading::recognise;
use super::super::letters::settled_lines;
use super::super::marks::{Group, group, heads_reserves, title_of_group};
use super::super::mentions::{is_whole_name, mentions};
use super::super::position::begins_with_position;
use super::super::withdrawals::says_absence;
use crate::lexicon::Section;
use crate::vietnamese::clean::{clean, is_picture};
use crate::vietnamese::legacy::Legacy;
use crate::vietnamese::sentences::sentences;
pub(super) use blocks::is_name_alone;
use chat::{Entered, Speakers, called_as, goes_too, introduced, registered, repeated, without_senders};
use entries::Entry;
use entries::{
    as_written, behind, give_place, give_posts, is_decision, of_decision, sent_below, settle_minutes,
    with_quoted,
};
pub(super) use named::named;
use of_line::people_in;
use person::Person;
use pieces::starts_with_place;
use sentences::{Besides, Sent};

/// The headings of the table that is made, in the order of [`Person::cells`].
const HEADINGS: [&str; 8] =
    ["STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị", "Điện thoại", "Ghi chú"];

/// How many they are.
const COLUMNS: u32 = 8;
/// Bytes in the longest line that says who someone is.
const LONGEST: usize = 2_000;
/// Lines with something in them that tell what a text is: headings stand among the first,
/// and a text whose first names nobody is no list of lines.
const SAMPLE: usize = 2_000;

/// The people in a text, or `None` when few of its lines are people.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let speakers = Speakers::of(text);
    // What somebody asks for in a chat, or in the letter that is answered, heads no table: "xin họ tên, năm sinh, sđt".
    let may_head = |line: &&str| {
        let is_quoted = line.trim_start().starts_with('>');
        let is_of_chat = speakers.apart(line, "").1.len() < line.len();
        // "3. Họ tên, năm sinh, chức vụ từng người:" asks.
        let is_asked = line.trim_end().ends_with(':');
        !line.is_empty() && !is_quoted && !is_of_chat && !is_asked && pieces::phone(line).is_none()
    };
    let names_columns = |text: &str| text.lines().filter(may_head).take(SAMPLE).any(is_header);
    // Cells copied out of a table stand between tabs, wherever it begins.
    if text.contains('\t') {
        return Ok(None);
    }
    // Quotes part the fields of a table.
    if text.contains(",\"") || text.contains(";\"") {
        return Ok(None);
    }
    let drawn = drawn::in_words(text);
    let whole = blocks::in_one(&drawn);
    let text = whole.as_ref();
    if let Some(grid) = spaced::grid(text, budget)? {
        return Ok(Some(grid));
    }
    if let Some(grid) = stacked::grid(text, budget)? {
        return Ok(Some(grid));
    }
    if let Some(grid) = stacked_columns::grid(text, budget)? {
        return Ok(Some(grid));
    }
    if names_columns(text) {
        return Ok(None);
    }
    let (text, converted) = settled_lines(text);
    let text = quoted::mended(&text);
    let (text, quoted) = match quoted::apart(&text, budget)? {
        Some((own, quoted)) => (Cow::Owned(own), quoted),
        None => (text, Vec::new()),
    };
    if converted.cells() > 0 && names_columns(&text) {
        return Ok(None);
    }
    let text = unwrapped::in_lines(&text, budget)?;
    let mut forms = labelled::entries(&without_senders(&text), budget)?;
    told_later::settle(&mut forms);
    let are_forms = forms.iter().filter_map(|entry| entry.person.as_ref()).all(Person::is_form);
    let are_forms = are_forms && !forms.is_empty();
    let text = blocks::unbroken(&text, budget)?;
    let entries = if forms.is_empty() { of_lines(&blocks::in_lines(&text, budget)?, budget)? } else { forms };
    let people = entries.iter().filter(|entry| entry.person.is_some()).count();
    // What a letter says of itself is beside it.
    let repeated = repeated(&text);
    let is_said = |entry: &&Entry| {
        // Nor does it count what was given to those it speaks of, or the time of a message.
        let is_head = || {
            is_mail_head(&entry.text)
                || entry.is_told
                || repeated.contains(entry.text.as_str())
                || !entry.text.contains(char::is_alphabetic)
        };
        entry.person.is_some() || !is_head()
    };
    let lines = entries.iter().filter(is_said).count();
    // A letter has one name in it, its writer's.
    let (most, some) = (people * 2 >= lines, people >= 2 && people * 4 >= lines);
    let is_list = most || are_forms;
    let entries = match (is_list, sent_below(&entries)) {
        (true, _) => entries,
        (false, Some(first)) => behind(entries, first),
        (false, None) => of_decision(entries, some),
    };
    let entries = as_written(entries, &text);
    if entries.iter().all(|entry| entry.person.is_none()) {
        let people = of_sentences(&text, quoted, budget)?;
        return Ok(people.map(|grid| Grid { converted, ..grid }));
    }
    let aside = if is_list || some && !is_decision(&entries) { 0 } else { COLUMNS };
    let grid = table(with_quoted(entries, quoted), aside, budget)?;
    Ok(Some(Grid { converted, ..grid }))
}

/// "Tiêu đề: Fwd: DS tap huan", "---------- Thư được chuyển tiếp ----------": at the head of a letter that was sent by
/// e-mail.
fn is_mail_head(line: &str) -> bool {
    static LABELS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::MailHead.words().collect());
    let label = line.split_once(':').map(|(label, _)| label.trim().to_lowercase());
    label.is_some_and(|label| LABELS.contains(label.as_str())) || line.starts_with("-----")
}

/// The people in lines of which it is known that they stand there, and the lines between them.
pub(super) fn of_people(text: &str, budget: &Budget) -> Result<Grid, Stop> {
    table(of_lines(text, budget)?, COLUMNS, budget)
}

/// Whom a text names that begins with somebody, as a sentence says it; nothing where that cannot be read.
pub(in super::super) fn of_mention(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let person = Some(clean(text)).filter(|text| text.len() <= LONGEST);
    let person = person.and_then(|text| Person::read(&sentences::parted(&text)));
    person.map(|person| table(vec![Entry::of(0, person)], 0, budget)).transpose()
}

/// The people whom the sentences of a text send.
fn of_sentences(text: &str, quoted: Vec<Entry>, budget: &Budget) -> Result<Option<Grid>, Stop> {
    let entries = sentences::told(text, budget)?;
    if entries.is_empty() {
        return Ok(None);
    }
    table(with_quoted(entries, quoted), COLUMNS, budget).map(Some)
}

/// Whether a line begins with the label of something that is said of a person: "Sinh năm: 1962".
pub(super) fn is_labelled(line: &str) -> bool {
    labelled::is_labelled(line)
}

/// Whether a line begins what is said of somebody: the label of a name, a word by which people are called, or a number.
pub(super) fn begins_block(line: &str) -> bool {
    let is_numbered =
        || line.len() <= LONGEST && Person::read(line).is_some_and(|person| !person.ordinal.is_empty());
    labelled::begins_block(line) || is_numbered()
}

/// Whether a line begins with the label of something else than a name.
pub(super) fn labels_more(line: &str) -> bool {
    labelled::labels_more(line)
}

/// Whether a line says of somebody more than a name: a birth, a telephone, or how to speak to them and a post.
pub(super) fn says_who(line: &str) -> bool {
    // Longer text is no line.
    let person = if line.len() > LONGEST { None } else { Person::read(&clean(line)) };
    person.is_some_and(|person| {
        let told =
            [&person.birth, &person.phone, &person.position].iter().filter(|part| !part.is_empty()).count();
        told >= 2
    })
}

/// Whether a line is somebody with a post, and nothing else.
pub(super) fn names_with_post(line: &str) -> bool {
    let person = if line.len() > LONGEST { None } else { Person::read(line) };
    person.is_some_and(|person| person.is_named() && person.has_post() && person.is_only_told())
}

/// Whether such a line says the place of whoever stands in it.
pub(super) fn says_place(line: &str) -> bool {
    line.len() <= LONGEST && Person::read(&clean(line)).is_some_and(|person| !person.unit.is_empty())
}

fn of_lines(text: &str, budget: &Budget) -> Result<Vec<Entry>, Stop> {
    let (mut entries, mut besides) = (Vec::<Entry>::new(), Besides::default());
    let (mut people, mut is_sent, mut knows_sender) = (0, false, false);
    let (speakers, mut entered, mut speaker_above) = (Speakers::of(text), Entered::default(), "");
    let posts_label = text.lines().take(SAMPLE).filter(|line| post_and_name(line).is_some()).count() > 1;
    let has_labels = text.lines().take(SAMPLE).filter(|line| beside_label(line).is_some()).count() > 2;
    for (number, line) in (0..).zip(text.lines()).filter(|(_, line)| !line.is_empty()) {
        budget.step()?;
        if line.len() > LONGEST {
            return Ok(Vec::new());
        }
        let (speaker, said) = speakers.apart(line, speaker_above);
        speaker_above = speaker;
        let is_of_chat = said.len() < line.len() || !speakers.repeated.is_empty();
        let line = read_as(said);
        if line.is_empty() {
            continue;
        }
        // "Tôi Khúc Văn Thể, Chủ tịch UBMTTQ xã Tam Đồng. Tôi đăng ký đi cùng với 3 đồng chí nữa:".
        let own_name = introduced(&line).filter(|_| is_of_chat || goes_too(&line));
        let own = own_name.map_or(line.as_str(), first_said);
        let labelled = if posts_label { post_and_name(own) } else { None };
        let turned = labelled.map(|(post, name)| format!("{name}, {post}"));
        let mut sent = match beside_label(own).filter(|_| has_labels) {
            Some(person) => Sent::all(vec![person]),
            None => people_in(turned.as_deref().unwrap_or(own), is_sent),
        };
        if let Some(behind) =
            own_name.map(|whole| whole[own.len()..].trim()).filter(|behind| !behind.is_empty())
        {
            sent.head.clone_from(&line);
            sent.people.extend(people_in(behind, false).people);
        }
        if sent.people.is_empty()
            && let Some(person) = registered(speaker, &line).filter(|_| is_of_chat)
        {
            sent = Sent::all(vec![person]);
        }
        if let [only] = &mut sent.people[..]
            && own_name.is_some()
        {
            called_as(only, speaker);
        }
        people += sent.people.len();
        besides.take(std::mem::take(&mut sent.others));
        let first = entries.len();
        match sent.people.is_empty() {
            true => {
                is_sent = together::sends_below(&line);
                let is_of_speaker = says_absence(&line) && mentions(&line).next().is_none();
                let own = entered.only(speaker).filter(|_| is_of_speaker);
                if let Some(person) = own.and_then(|at| entries[at].person.as_mut()) {
                    said::join(&mut person.note, &line);
                }
                // "Mặt trận xã Bản Liền: Em gửi danh sách ạ" says whose it is.
                let is_sender = !knows_sender && is_of_chat && sentences::commune_named(speaker).is_some();
                knows_sender |= is_sender;
                entries
                    .push(Entry::text(number, if is_sender { format!("{line} ({speaker})") } else { line }));
            }
            // "Kim Anh" speaks.
            false if speakers.speak_only(&sent.people) => entries.push(Entry::text(number, line)),
            false => entries.extend(sent.entries(number)),
        }
        entered.take(speaker, &entries, first);
        if entries.len() == SAMPLE && people == 0 {
            return Ok(Vec::new());
        }
        if entries.len() > Limit::Rows.most() {
            return Err(budget.end(Stop::TooMuch(Limit::Rows)));
        }
    }
    besides.give(&mut entries);
    settle_minutes(&mut entries);
    give_posts(&mut entries);
    give_place(&mut entries);
    told_later::settle(&mut entries);
    Ok(entries)
}

/// A line as it is read: clean, with what a hurried hand left out, and numbers in figures.
fn read_as(said: &str) -> String {
    let line = clean(&glued::parted(without_bullet(without_emphasis(said))));
    let line = pieces::parted_by_points(&line).into_owned();
    let line = mistyped::in_figures(&dictated::in_figures(&line)).into_owned();
    births::parted_from_names(&births::with_small_labels(&line)).into_owned()
}

/// "Trưởng thôn: Lê Văn Sáu" of "➡️ Trưởng thôn: Lê Văn Sáu": a picture in place of a dash.
fn without_bullet(line: &str) -> &str {
    if of_line::is_away(line) { line } else { line.trim_start_matches(is_picture) }
}

/// The first sentence of a text, and the telephone of the next: "Ly Chẩn Pao, trưởng ban CTMT, đăng ký đi ạ. Số đt 0392 909 758".
fn first_said(text: &str) -> &str {
    /// More say something else, too.
    const MOST_WORDS: usize = 6;
    let sentences = sentences(text);
    let goes_on = |next: &&&str| pieces::phone(next).is_some() && next.split(' ').count() <= MOST_WORDS;
    let length = sentences[0].len() + sentences.get(1).filter(goes_on).map_or(0, |next| 1 + next.len());
    &text[..length]
}

/// "Phụ nữ: Cao Thị Diễm My, Chủ tịch Hội LHPN xã, 0939 204 815": somebody behind a word or two, which are noted; of some lines
/// only, as one alone may be a driver.
fn beside_label(line: &str) -> Option<Person> {
    const MOST_WORDS: usize = 3;
    let (label, behind) = line.split_once(": ").filter(|_| line.len() <= LONGEST)?;
    let label = label.trim_start_matches(|letter: char| !letter.is_alphabetic());
    // "Bà: Ma Thị Hằng Ny, …" says the sex.
    let is_said = starts_with_place(label) || begins_with_position(label) || name::address(label).is_some();
    let is_label = label.split(' ').count() <= MOST_WORDS && !is_said && !says_absence(label);
    let mut person = Person::read(&clean(behind)).filter(|_| is_label)?;
    let is_whole =
        person.is_named() && person.has_post() && !person.phone.is_empty() && person.is_only_told();
    said::join(&mut person.note, label);
    is_whole.then_some(person)
}

/// "Trưởng thôn: Nguyễn Văn Hải", and nothing else; one alone may be whoever signs.
fn post_and_name(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim().trim_start_matches(|letter: char| !letter.is_alphabetic());
    let (post, name) = bare.split_once(':')?;
    let name = name.trim().trim_end_matches(['.', ';', ',']);
    let is_name = || is_whole_name(name) || is_person_alone(name);
    (begins_with_position(post) && is_name()).then_some((post.trim(), name))
}

/// "bà Lê Thị Bằng": a whole name behind the word for people.
fn is_person_alone(text: &str) -> bool {
    text.len() <= LONGEST && Person::read(&clean(text)).is_some_and(|person| person.is_called_alone())
}

/// "Xã Long Điền Tây" of "_Xã Long Điền Tây_", as a telephone sets it slanted, bold or struck.
fn without_emphasis(line: &str) -> &str {
    let line = line.trim();
    let mark = line.chars().next().filter(|mark| matches!(mark, '*' | '_'));
    mark.and_then(|mark| line.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(line)
}

/// Whether a line names columns, in whatever letters: then this is a table already.
fn is_header(line: &str) -> bool {
    const LETTERS: [Legacy; 3] = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    // "điện thoại 0942617083" is no heading.
    let has_figures = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count() >= 2;
    // Nor is "xóm Bản Hoong)", the end of a bracket.
    let is_rest = |cell: &str| cell.contains(')') && !cell.contains('(');
    // "đơn vị: ấp Thới Bình" says something.
    let has_value = |cell: &str| cell.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty());
    let named = |cell: &&str| {
        let is_said = has_figures(cell) || is_rest(cell) || has_value(cell);
        !cell.trim().is_empty() && !is_said && recognise(cell).is_some()
    };
    let cells = |line: &str| line.split(['\t', ';', ',', '|']).filter(named).take(2).count() > 1;
    cells(line)
        || (!line.is_ascii()
            && LETTERS.iter().any(|letters| letters.decode(line).is_some_and(|line| cells(&line))))
}

/// A line of nobody stands from the column `aside` on: behind all others it heads nobody below it. Everybody has a
/// row, with the number of the line, which several may share.
fn table(entries: Vec<Entry>, aside: u32, budget: &Budget) -> Result<Grid, Stop> {
    let mut builder = GridBuilder::within(budget);
    builder.headings(HEADINGS);
    let (mut lines, mut behind): (Vec<u32>, u32) = (Vec::new(), 0);
    for Entry { line, person, text, is_told, .. } in entries {
        // What stands on the line of somebody else stands behind it.
        let goes_on = person.is_none() && lines.last() == Some(&line);
        let from = if goes_on { behind } else { 0 };
        behind = if from == 0 { COLUMNS } else { from + 1 };
        if !goes_on {
            lines.push(line);
        }
        let (from, contents) = match person {
            Some(person) => (from, Vec::from(person.cells())),
            // What was given to those it speaks of is a note.
            None if is_told => (from.max(COLUMNS - 1), vec![text]),
            // A place heads those below it wherever it stands.
            None => match group(&text, "") {
                Some(Group::Hamlet(_) | Group::Commune(_) | Group::Cluster(_)) => (from, vec![text]),
                _ if heads_reserves(title_of_group(&text)) => (from, vec![text]),
                _ => (from.max(aside), vec![text]),
            },
        };
        let row = u32::try_from(lines.len() - 1).unwrap_or(u32::MAX);
        for (column, content) in (from..).zip(contents) {
            if let Some(cell) = Cell::text(content) {
                builder.put(row, column, cell)?;
            }
        }
    }
    let mut grid = builder.finish();
    for row in &mut grid.rows {
        let line = row.number.checked_sub(1).and_then(|own| lines.get(own as usize));
        row.number = line.map_or(row.number, |line| line + 1);
    }
    Ok(grid)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::grid::Row;
    use super::*;

    #[test]
    fn tables_are_left_to_others() {
        for text in [
            "Họ tên;Năm sinh\nLê An;1969",
            "Lê An\t1969\nVũ Bé\t1970",
            "mặt hàng;số lượng\nbút;3",
            "Hoï teân;Naêm sinh\nLeâ An;1969",
            "",
        ] {
            assert_eq!(grid(text, &Budget::default()), Ok(None), "{text}");
        }
    }

    #[test]
    fn a_chat_that_asks_for_names_is_no_table() {
        let text = "[08:12, 21/10/2026] Hường: Các bác cho em xin họ tên, năm sinh, sđt ạ
[08:20, 21/10/2026] Bác Hòe: Nguyễn Cảnh Hòe, 1987, Trưởng ban CTMT xóm Bắc Sơn, 0812588631
[09:02, 21/10/2026] Xóm Ba Hà: Xóm Ba Hà cử ông Lê Đăng Nhu, phó ban CTMT, sn 13/09/1970, đt 0982.103.120 nhé
[09:05, 21/10/2026] Hường: Dạ em cảm ơn bác";
        let grid = grid(text, &Budget::default()).expect("a little").expect("people");
        let people: Vec<String> = grid.rows.iter().skip(2).take(2).map(Row::line).collect();
        assert!(people[0].starts_with("Nguyễn Cảnh Hòe | 1987"), "{people:?}");
        assert!(people[1].starts_with("Lê Đăng Nhu | Nam | 13/09/1970"), "{people:?}");
    }

    #[test]
    fn numbers_of_three_figures_stay() {
        let text = "100. Bà Trần Đình Bình - 1965 - Trưởng ban CTMT thôn 1 - 0912000100
101. Ông Bùi Văn Lan - 1966 - Trưởng ban CTMT thôn 2 - 0912000101
102. Bà Phạm Thanh Hải - 1967 - Trưởng ban CTMT thôn 3 - 0912000102";
        let grid = grid(text, &Budget::default()).expect("a little").expect("people");
        let numbers: Vec<String> = grid.rows.iter().skip(1).map(|row| row.line()[..3].to_owned()).collect();
        assert_eq!(numbers, ["100", "101", "102"]);
    }

    #[test]
    fn the_number_may_stand_first() {
        let text = "UBMT xã Phổ Phong
0905118462 / Ông Phạm Tấn Nhớ / 1966 / TBCTMT thôn Vạn Lý
0384220716/Bà Nguyễn Thị Kiều Oanh/1980/PTB thôn Vạn Lý";
        assert!(grid(text, &Budget::default()).expect("a little").is_some());
    }

    proptest! {
        #[test]
        fn any_line_is_read_without_a_panic(line in "([0-9.)(+ -]|[A-ZĐễ ]|, |đt|SN|sinh năm|Ông |xã |0905|1969|İ|ẞ|\\PC){0,30}") {
            let _ = grid(&line, &Budget::default());
        }
    }
}
