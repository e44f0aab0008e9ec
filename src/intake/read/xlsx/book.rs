//! Which part of a workbook each sheet stands in, and which rows its tables filter.

use std::collections::HashMap;

use super::super::super::budget::{Budget, Stop};
use super::super::archive::Parts;
use super::super::markup::{Token, plain};
use super::marks::{Comment, Stretch, place_of, rows_of};

/// The part of each sheet, in lower case, by the name of the sheet.
pub(super) fn sheets(parts: &mut Parts<'_>, budget: &Budget) -> Result<HashMap<String, String>, Stop> {
    let Some(book) = parts.names().find(|name| name.ends_with("workbook.xml")).map(str::to_owned) else {
        return Ok(HashMap::new());
    };
    let links: HashMap<String, String> = links(parts, &book, budget)?.into_iter().collect();
    let mut found = HashMap::new();
    parts.each_token(&book, |token| {
        if let Token::Open(tag) = token
            && tag.name == "sheet"
            && let (Some(name), Some(id)) = (tag.attribute("name"), tag.attribute("id"))
            && let Some(part) = links.get(&*id)
        {
            budget.style()?;
            found.insert(name.into_owned(), part.clone());
        }
        Ok(())
    })?;
    Ok(found)
}

/// The rows of the tables of a sheet that are filtered by something.
pub(super) fn filtered_tables(
    parts: &mut Parts<'_>,
    sheet: &str,
    budget: &Budget,
) -> Result<Vec<Stretch>, Stop> {
    let mut filtered = Vec::new();
    for (_, part) in links(parts, sheet, budget)?.iter().filter(|(_, part)| part.contains("tables/")) {
        budget.table()?;
        let mut rows = None;
        parts.each_token(part, |token| {
            match token {
                Token::Open(tag) if tag.name == "autoFilter" => {
                    rows = tag.attribute("ref").and_then(|place| rows_of(&place));
                }
                Token::Open(tag) if tag.name == "filterColumn" => filtered.extend(rows.take()),
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(filtered)
}

/// The comments on the cells of a sheet.
pub(super) fn comments(parts: &mut Parts<'_>, sheet: &str, budget: &Budget) -> Result<Vec<Comment>, Stop> {
    let mut comments: Vec<Comment> = Vec::new();
    // Those of a thread stand in its first comment, too.
    let is_comments =
        |part: &str| part.contains("comments") && part.ends_with(".xml") && !part.contains("threaded");
    for (_, part) in links(parts, sheet, budget)?.iter().filter(|(_, part)| is_comments(part)) {
        let (mut open, mut in_text) = (false, false);
        parts.each_token(part, |token| {
            match token {
                Token::Open(tag) if tag.name == "comment" => {
                    let place = tag.attribute("ref").and_then(|place| place_of(&place));
                    open = place.is_some();
                    if let Some(place) = place {
                        budget.shared_text()?;
                        comments.push((place, String::new()));
                    }
                }
                Token::Close("comment") => open = false,
                Token::Open(tag) if tag.name == "t" => in_text = !tag.empty,
                Token::Close("t") => in_text = false,
                Token::Text(text) if open && in_text => {
                    budget.text(text.len())?;
                    if let Some((_, own)) = comments.last_mut() {
                        own.push_str(&plain(text));
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
    }
    comments.sort_by_key(|(place, _)| *place);
    Ok(comments)
}

/// The links of a part, by their names: those of `xl/workbook.xml` stand in
/// `xl/_rels/workbook.xml.rels`.
fn links(parts: &mut Parts<'_>, part: &str, budget: &Budget) -> Result<Vec<(String, String)>, Stop> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let of_links = format!("{folder}/_rels/{file}.rels");
    let mut links = Vec::new();
    parts.each_token(of_links.trim_start_matches('/'), |token| {
        if let Token::Open(tag) = token
            && tag.name == "Relationship"
            && let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target"))
        {
            budget.style()?;
            links.push((id.into_owned(), resolved(folder, &target)));
        }
        Ok(())
    })?;
    Ok(links)
}

/// The name of a part as a link from a folder names it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.to_lowercase().replace('\\', "/");
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for step in target.split('/').filter(|step| !step.is_empty() && *step != ".") {
        match step {
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/").trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn links_name_parts_from_where_they_stand() {
        for (folder, target, part) in [
            ("xl", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets", "../tables/table1.xml", "xl/tables/table1.xml"),
            ("", "a.xml", "a.xml"),
            ("xl", "../../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(folder, target), part);
        }
    }
}
