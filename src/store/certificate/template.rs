//! Forms of certificates in the data file: each session has its own; others were taken in from files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::Connection;

use super::picture;
use crate::domain::certificate::issue::Issue;
use crate::domain::certificate::picture::CertificatePicture;
use crate::domain::certificate::{CertificateForm, CertificateTemplate};
use crate::domain::certificate_template::file::TemplateFile;
use crate::domain::certificate_template::known::{KnownTemplate, TemplateTakenIn, free_name};
use crate::domain::certificate_template::{Design, PictureKey};
use crate::domain::id::{SessionId, TemplateId};
use crate::domain::picture::Picture;
use crate::store::codec::{Json, json};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// All forms that were made, the latest first.
pub(in crate::store) fn known(connection: &Connection) -> Result<Vec<KnownTemplate>> {
    let mut query = connection.prepare_cached(
        "SELECT template.id, template.content, session.id AS session_id, session.title
         FROM certificate_template AS template
         LEFT JOIN certificate_plan AS plan ON plan.template_id = template.id
         LEFT JOIN session ON session.id = plan.session_id
         ORDER BY template.id DESC",
    )?;
    let mut rows = query.query([])?;
    let mut all: Vec<KnownTemplate> = Vec::new();
    while let Some(row) = rows.next()? {
        let template: Option<CertificateTemplate> = json(row, "content")?;
        let Some(CertificateTemplate::Designed(design)) = template else { continue };
        let session = row.get::<_, Option<i64>>("session_id")?.map(SessionId);
        let session = session.zip(row.get::<_, Option<String>>("title")?);
        match all.iter_mut().find(|one| one.design == *design) {
            Some(one) => one.sessions.extend(session),
            None => all.push(KnownTemplate {
                id: TemplateId(row.get("id")?),
                design: *design,
                sessions: session.into_iter().collect(),
            }),
        }
    }
    Ok(all)
}

/// Takes in a form with its pictures, under a name that no other has. The very same one is not taken in again. Returns what
/// it is called here.
pub(in crate::store) fn take_in(step: &Step<'_>, file: &TemplateFile) -> Result<(String, TemplateTakenIn)> {
    let known = known(step)?;
    let is_same = |one: &&KnownTemplate| {
        one.design.changed(|draft| draft.name = file.design.name().to_owned()).as_ref() == Ok(&file.design)
    };
    if let Some(same) = known.iter().find(is_same) {
        return Ok((same.design.name().to_owned(), TemplateTakenIn::KnownAlready));
    }
    keep_pictures(step, &file.pictures)?;
    let name = free_name(file.design.name(), &known);
    let design =
        file.design.changed(|draft| draft.name.clone_from(&name)).unwrap_or_else(|_| file.design.clone());
    Record::of("certificate_template")
        .with_uid()
        .set("name", design.name())
        .set("content", Json(&CertificateTemplate::Designed(Box::new(design.clone()))))
        .insert(step)?;
    Ok((name, TemplateTakenIn::New))
}

fn keep_pictures(step: &Step<'_>, pictures: &BTreeMap<PictureKey, Arc<[u8]>>) -> Result<()> {
    for file in pictures.values() {
        picture::keep(step, &CertificatePicture::of_file(file.to_vec()))?;
    }
    Ok(())
}

/// Removes a form that was taken in and that no session has.
pub(in crate::store) fn remove(step: &Step<'_>, id: TemplateId) -> Result<()> {
    step.execute(
        "DELETE FROM certificate_template
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM certificate_plan WHERE template_id = ?1)",
        [id.0],
    )?;
    Ok(())
}

/// A form with the pictures it shows, to be written to a file. A picture that is not there any more is left out.
pub(in crate::store) fn file(connection: &Connection, design: Design) -> Result<TemplateFile> {
    let mut pictures = BTreeMap::new();
    for key in design.pictures() {
        if let Some(found) = picture::of_key(connection, key.as_str())? {
            pictures.insert(key.clone(), found.bytes.into());
        }
    }
    Ok(TemplateFile { design, pictures })
}

/// The pictures that the certificates of a session show: of their form, and of those that were issued. One that cannot be
/// read is left out; the paper that misses it says so.
pub(in crate::store) fn pictures_of_session(
    connection: &Connection,
    form: Option<&CertificateForm>,
    issues: &[Issue],
) -> Result<BTreeMap<PictureKey, Picture>> {
    let templates = issues.iter().filter_map(|issue| issue.template.as_ref());
    let templates = templates.chain(form.map(|form| &form.template));
    let shown = templates.filter_map(CertificateTemplate::design).flat_map(Design::pictures).cloned();
    let logos = issues.iter().filter_map(|issue| PictureKey::try_from(issue.logo_key.clone()?).ok());
    let keys: BTreeSet<PictureKey> = shown.chain(logos).collect();
    let mut pictures = BTreeMap::new();
    for key in keys {
        let found = picture::of_key(connection, key.as_str())?;
        if let Some(read) = found.and_then(|found| Picture::read_large_kept(&found.bytes).ok()) {
            pictures.insert(key, read);
        }
    }
    Ok(pictures)
}
