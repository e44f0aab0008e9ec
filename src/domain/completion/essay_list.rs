//! Essays of a list from Excel: whom each of its lines means, before anything is written.

use std::collections::HashMap;

use super::essay::Essay;
use crate::domain::id::DelegateId;
use crate::vietnamese::fold::fold;

/// A line of a list: who is meant by number or name, and what is said of their essay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListLine {
    /// Its row as Excel shows it.
    pub row: u32,
    /// The STT.
    pub number: Option<u32>,
    /// The name.
    pub name: Option<String>,
    /// Points, grade or words, as they stand there.
    pub said: String,
}

/// Somebody whom a line may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who it is.
    pub delegate: DelegateId,
    /// Their STT, if they have one.
    pub number: Option<u32>,
    /// Their name.
    pub name: String,
}

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// It will be written of this one.
    Written(DelegateId, Essay),
    /// It stands there already.
    Same(DelegateId),
    /// Nothing stands behind the name.
    Nothing,
    /// What stands there is neither points nor a grade.
    Unreadable,
    /// Nobody is of that number or name.
    Nobody,
    /// Several are.
    Several,
    /// The number is of this one, who is called otherwise.
    OtherName(String),
    /// An earlier line means the same one.
    Twice(String),
}

/// A line with what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeantLine {
    /// As it stands there.
    pub line: ListLine,
    /// What becomes of it.
    pub meaning: Meaning,
}

/// Finds whom the lines mean. By the number, where the name there does not say otherwise; else by the name, where one alone
/// has it.
pub fn meant(
    lines: Vec<ListLine>,
    candidates: &[Candidate],
    known: &HashMap<DelegateId, Essay>,
) -> Vec<MeantLine> {
    let mut by_number: HashMap<u32, Vec<&Candidate>> = HashMap::new();
    let mut by_name: HashMap<String, Vec<&Candidate>> = HashMap::new();
    for one in candidates {
        if let Some(number) = one.number {
            by_number.entry(number).or_default().push(one);
        }
        by_name.entry(fold(&one.name)).or_default().push(one);
    }
    let mut seen: HashMap<DelegateId, String> = HashMap::new();
    let mut meaning = |line: &ListLine| {
        let whom = match whom(line, &by_number, &by_name) {
            Ok(whom) => whom,
            Err(meaning) => return meaning,
        };
        if line.said.is_empty() {
            return Meaning::Nothing;
        }
        let Ok(essay) = line.said.parse::<Essay>() else { return Meaning::Unreadable };
        if let Some(earlier) = seen.insert(whom.delegate, whom.name.clone()) {
            return Meaning::Twice(earlier);
        }
        match known.get(&whom.delegate) == Some(&essay) {
            true => Meaning::Same(whom.delegate),
            false => Meaning::Written(whom.delegate, essay),
        }
    };
    lines.into_iter().map(|line| MeantLine { meaning: meaning(&line), line }).collect()
}

fn whom<'a>(
    line: &ListLine,
    by_number: &HashMap<u32, Vec<&'a Candidate>>,
    by_name: &HashMap<String, Vec<&'a Candidate>>,
) -> Result<&'a Candidate, Meaning> {
    let numbered = line.number.and_then(|number| by_number.get(&number)).map_or(&[][..], Vec::as_slice);
    let Some(name) = &line.name else {
        return match numbered {
            [one] => Ok(one),
            [] => Err(Meaning::Nobody),
            _ => Err(Meaning::Several),
        };
    };
    let named = by_name.get(&fold(name)).map_or(&[][..], Vec::as_slice);
    // Of several of one name the number tells who is meant; marks tell, too.
    let both: Vec<&Candidate> =
        named.iter().filter(|one| one.number.is_some() && one.number == line.number).copied().collect();
    let exact: Vec<&Candidate> = named.iter().filter(|one| one.name == *name).copied().collect();
    match (both.as_slice(), exact.as_slice(), named, numbered) {
        ([one], ..) | (_, [one], ..) | (_, _, [one], _) => Ok(one),
        (_, _, [], [other]) => Err(Meaning::OtherName(other.name.clone())),
        (_, _, [], _) => Err(Meaning::Nobody),
        _ => Err(Meaning::Several),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates() -> Vec<Candidate> {
        let one =
            |id, number, name: &str| Candidate { delegate: DelegateId(id), number, name: name.to_owned() };
        vec![
            one(1, Some(1), "Nguyễn Văn Bình"),
            one(2, Some(2), "Lê Thị An"),
            one(3, Some(3), "Lê Thị Ân"),
            one(4, Some(4), "Nguyễn Văn Bình"),
            one(9, None, "Trần Thị Thay"),
        ]
    }

    fn line(number: u32, name: &str, said: &str) -> ListLine {
        let number = (number > 0).then_some(number);
        let name = (!name.is_empty()).then(|| name.to_owned());
        ListLine { row: 1, number, name, said: said.to_owned() }
    }

    fn meaning_of(lines: Vec<ListLine>) -> Vec<Meaning> {
        let known = HashMap::from([(DelegateId(2), "8,5".parse().expect("points"))]);
        meant(lines, &candidates(), &known).into_iter().map(|one| one.meaning).collect()
    }

    #[test]
    fn a_line_means_somebody_by_number_or_name_and_never_by_chance() {
        let essay = |said: &str| said.parse::<Essay>().expect("an essay");
        let found = meaning_of(vec![
            line(2, "", "8.5"),
            line(0, "trần thị thay", "Giỏi"),
            line(4, "Nguyễn Văn Bình", "7"),
            line(0, "Nguyễn Văn Bình", "7"),
            // The number of another list: the name says who it is.
            line(17, "Lê Thị Ân", "6"),
            line(1, "Võ Văn Lạ", "6"),
            line(99, "", "6"),
            line(1, "", "hay"),
            line(1, "", ""),
            line(3, "", "9"),
        ]);
        assert_eq!(
            found,
            [
                Meaning::Same(DelegateId(2)),
                Meaning::Written(DelegateId(9), essay("Giỏi")),
                Meaning::Written(DelegateId(4), essay("7")),
                Meaning::Several,
                Meaning::Written(DelegateId(3), essay("6")),
                Meaning::OtherName("Nguyễn Văn Bình".to_owned()),
                Meaning::Nobody,
                Meaning::Unreadable,
                Meaning::Nothing,
                Meaning::Twice("Lê Thị Ân".to_owned()),
            ]
        );
    }
}
