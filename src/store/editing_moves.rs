//! Random edits for the property tests of undo: every operation the window has.

use proptest::prelude::*;

use super::error::{Result, StoreError};
use super::library_moves::{self, LibraryMove};
use super::transact::Step;
use super::undo::tests::{blueprint, person, pick, plan};
use super::unit::UnitNames;
use super::{
    cluster, completion, delegate, organisation, paper_choice, plant, recipe, roster, session, session_copy,
    settings,
};
use crate::domain::blueprint::Blueprint;
use crate::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use crate::domain::completion::{Decision, Rule, Share};
use crate::domain::delegate::NewDelegate;
use crate::domain::division::{DivideBy, Served, divide};
use crate::domain::id::{ClusterId, DelegateId, OrganisationId, PersonId, RecipeId, SessionId, SittingId};
use crate::domain::numbering::Lists;
use crate::domain::registry::HeldPosition;
use crate::domain::session::{CopyOf, SessionDetails, SessionState};

/// One edit; the numbers are reduced to what exists.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    kind: Kind,
    which: usize,
    other: usize,
    name: String,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    PlantSample,
    PlantCertified,
    CreateSession,
    EditSession,
    EndSession,
    ReopenSession,
    CopySession,
    DeleteSession,
    RemoveSamples,
    AddCluster,
    EditCluster,
    DeleteCluster,
    ReorderClusters,
    SplitCluster,
    MergeClusters,
    AddSitting,
    EditSitting,
    DeleteSitting,
    MakeSittings,
    AddDelegate,
    AddKnown,
    EditDelegate,
    EditPerson,
    MergePeople,
    RemovePeople,
    SetPositions,
    RemoveDelegates,
    PutBack,
    MoveDelegates,
    Divide,
    FixLists,
    OpenLists,
    EditOrganisation,
    Set,
    SaveRecipe,
    RenameRecipe,
    RemoveRecipe,
    WriteWords,
    SetRule,
    PutEssay,
    Decide,
    Library(LibraryMove),
}

/// Every kind; those that build up the data stand twice.
const KINDS: [Kind; 67] = {
    use Kind::*;
    [
        PlantSample,
        PlantCertified,
        PlantCertified,
        CreateSession,
        EditSession,
        EndSession,
        ReopenSession,
        CopySession,
        DeleteSession,
        RemoveSamples,
        AddCluster,
        AddCluster,
        EditCluster,
        DeleteCluster,
        ReorderClusters,
        SplitCluster,
        MergeClusters,
        AddSitting,
        EditSitting,
        DeleteSitting,
        MakeSittings,
        AddDelegate,
        AddDelegate,
        AddKnown,
        EditDelegate,
        EditPerson,
        MergePeople,
        RemovePeople,
        SetPositions,
        RemoveDelegates,
        RemoveDelegates,
        PutBack,
        MoveDelegates,
        MoveDelegates,
        Divide,
        FixLists,
        FixLists,
        OpenLists,
        EditOrganisation,
        Set,
        SaveRecipe,
        RenameRecipe,
        RemoveRecipe,
        WriteWords,
        SetRule,
        SetRule,
        PutEssay,
        Decide,
        Library(LibraryMove::AddTopic),
        Library(LibraryMove::AddTopic),
        Library(LibraryMove::AddTopic),
        Library(LibraryMove::EditTopic),
        Library(LibraryMove::MoveTopic),
        Library(LibraryMove::MoveTopic),
        Library(LibraryMove::DeleteTopic),
        Library(LibraryMove::AddDocument),
        Library(LibraryMove::Cite),
        Library(LibraryMove::Uncite),
        Library(LibraryMove::AddCurriculum),
        Library(LibraryMove::SetCurriculum),
        Library(LibraryMove::AddItem),
        Library(LibraryMove::AddItem),
        Library(LibraryMove::EditItem),
        Library(LibraryMove::MoveItem),
        Library(LibraryMove::DeleteItem),
        Library(LibraryMove::CopyProgramme),
        Library(LibraryMove::TakeOver),
    ]
};

pub(super) fn edits() -> impl Strategy<Value = Edit> {
    let name = "[A-Zđĩ\u{1EBF}]{1,3} [a-z]{1,4}";
    (prop::sample::select(&KINDS[..]), any::<usize>(), any::<usize>(), name)
        .prop_map(|(kind, which, other, name)| Edit { kind, which, other, name })
}

/// Makes the edit, if there is something to make it to.
pub(super) fn make(step: &Step<'_>, edit: &Edit) -> Result<()> {
    let any = |sql: &str| pick(step, sql, edit.which);
    let session = pick(step, "SELECT id FROM session ORDER BY id", edit.other).map(SessionId);
    let in_session = |table: &str| {
        let session = session.unwrap_or(SessionId(0));
        pick(step, &format!("SELECT id FROM {table} WHERE session_id = {session} ORDER BY id"), edit.which)
    };
    let cluster = in_session("cluster").map(ClusterId);
    let delegates: Vec<DelegateId> = in_session("delegate").map(DelegateId).into_iter().collect();
    match (edit.kind, session) {
        (Kind::PlantSample, _) => plant::plant(step, &sample(edit)).map(drop),
        (Kind::PlantCertified, _) => {
            plant::plant(step, &Blueprint { certificates: Some(plan(true)), ..blueprint("Lớp", 2) }).map(drop)
        }
        (Kind::CreateSession, _) => {
            let organisation = any("SELECT id FROM organisation ORDER BY id").map(OrganisationId);
            session::edit::create(step, organisation, &titled(edit)).map(drop)
        }
        (Kind::RemoveSamples, _) => session::remove::samples(step).map(drop),
        (Kind::EditSitting | Kind::DeleteSitting, _) => {
            match (edit.kind, any("SELECT id FROM sitting ORDER BY id").map(SittingId)) {
                (_, None) => Ok(()),
                (Kind::EditSitting, Some(id)) => cluster::sittings::edit(step, id, &sitting(edit)),
                (_, Some(id)) => cluster::sittings::delete(step, id),
            }
        }
        (Kind::EditPerson, _) => match any("SELECT id FROM person ORDER BY id").map(PersonId) {
            Some(id) => {
                let before = super::person::read(step, id)?;
                roster::edit_person(step, id, &before, &person(&edit.name))
            }
            None => Ok(()),
        },
        (Kind::MergePeople | Kind::RemovePeople | Kind::SetPositions, _) => {
            let everyone = "SELECT id FROM person ORDER BY id";
            let Some(one) = any(everyone).map(PersonId) else { return Ok(()) };
            // There is one person, so there is another, or the same.
            let other = pick(step, everyone, edit.other).map_or(one, PersonId);
            match edit.kind {
                Kind::MergePeople => super::person::merge(step, one, other, &person(&edit.name)),
                Kind::RemovePeople => super::person::remove(step, &[one]),
                _ => {
                    let held = HeldPosition { title: edit.name.clone(), ..HeldPosition::default() };
                    super::person::set_positions(step, one, &vec![held; edit.other % 3])
                }
            }
        }
        (Kind::EditOrganisation, _) => {
            match any("SELECT id FROM organisation ORDER BY id").map(OrganisationId) {
                Some(id) => {
                    let current = organisation::read(step, id)?;
                    let mut wanted = current.clone();
                    wanted.short_name = edit.name.clone();
                    wanted.signatories.resize_with(edit.other % 3, Default::default);
                    organisation::edit::update(step, id, &current, &wanted)
                }
                None => Ok(()),
            }
        }
        (Kind::Library(kind), _) => library_moves::make(step, kind, edit.which, edit.other, &edit.name),
        (Kind::Set, _) => {
            settings::write(step, "tên", Some(edit.name.as_str()).filter(|name| name.len() > 5))
        }
        (Kind::SaveRecipe, _) => {
            let paper = if edit.other.is_multiple_of(2) { "plan" } else { "sign-in-sheet" };
            recipe::save(step, paper, &edit.name, &format!("{{\"blank_rows\":{}}}", edit.which % 9)).map(drop)
        }
        (Kind::RenameRecipe | Kind::RemoveRecipe, _) => {
            match (edit.kind, any("SELECT id FROM paper_recipe ORDER BY id").map(RecipeId)) {
                (_, None) => Ok(()),
                (Kind::RemoveRecipe, Some(id)) => recipe::remove(step, id),
                (_, Some(id)) => match recipe::rename(step, id, &edit.name) {
                    Err(StoreError::Refused(_)) => Ok(()),
                    outcome => outcome,
                },
            }
        }
        (_, None) => Ok(()),
        (Kind::WriteWords, Some(id)) => {
            let field = ["recipients", "issued"][edit.which % 2];
            let changed = [(field.to_owned(), edit.name.as_str().into())].into_iter().collect();
            paper_choice::set_words(step, id, "plan", changed)
        }
        (Kind::SetRule, Some(id)) => {
            let sittings = cluster::of_session(step, id, &mut Default::default())?;
            let sittings = sittings.iter().flat_map(|cluster| &cluster.sittings).map(|sitting| sitting.id);
            let rule = Rule {
                share: [Share::Any, Share::Sittings(2), Share::Percent(80)][edit.other % 3],
                late_counts: edit.which.is_multiple_of(2),
                required: sittings.take(edit.other % 3).collect(),
                ..Rule::default()
            };
            completion::set_rule(step, id, Some(&rule).filter(|_| !edit.which.is_multiple_of(5)))
        }
        (Kind::PutEssay, Some(id)) => {
            let essay = ["8,5", "Giỏi", "đã nộp", "không nộp"][edit.other % 4].parse().ok();
            let essay = essay.filter(|_| !edit.which.is_multiple_of(5));
            let essays: Vec<_> = delegates.iter().map(|one| (*one, essay.clone())).collect();
            completion::put_essays(step, id, &essays).map(drop)
        }
        (Kind::Decide, Some(id)) => match delegates.first() {
            Some(delegate) => {
                let decision = Decision {
                    completed: [None, Some(true), Some(false)][edit.other % 3],
                    commended: edit.which.is_multiple_of(2),
                    reason: Some(edit.name.clone()),
                    ..Decision::default()
                };
                completion::decide(step, id, *delegate, &decision)
            }
            None => Ok(()),
        },
        (Kind::EditSession, Some(id)) => {
            let state = session::state(step, id)?;
            session::edit::edit(step, id, SessionDetails { state, ..titled(edit) })
        }
        (Kind::EndSession | Kind::ReopenSession, Some(id)) => {
            let ended = matches!(edit.kind, Kind::EndSession);
            let state = if ended { SessionState::Ended } else { SessionState::Running };
            let current = session::read(step, id)?.details;
            session::edit::edit(step, id, SessionDetails { state, ..current })
        }
        (Kind::CopySession, Some(id)) => {
            let bit = |place: u32| edit.which >> place & 1 == 1;
            let copy = CopyOf {
                title: edit.name.clone(),
                starts: "2021-09-25".parse().ok().filter(|_| bit(0)),
                programme: bit(1),
                clusters: bit(2),
                delegates: bit(3),
                guests: bit(4),
            };
            session_copy::copy(step, id, &copy).map(drop)
        }
        (Kind::DeleteSession, Some(id)) => session::remove::delete(step, id).map(drop),
        (Kind::AddCluster, Some(id)) => {
            let number = cluster::next_number(step, id)?;
            cluster::insert(step, id, number, &hall(edit), &UnitNames::load(step)?).map(drop)
        }
        (Kind::ReorderClusters, Some(id)) => {
            cluster::edit::reorder(step, id, &cluster.into_iter().collect::<Vec<_>>())
        }
        (Kind::AddDelegate, Some(id)) => {
            let new = vec![NewDelegate::Unknown(person(&edit.name))];
            roster::add(step, id, cluster, new).map(drop)
        }
        (Kind::AddKnown, Some(id)) => match any("SELECT id FROM person ORDER BY id").map(PersonId) {
            Some(known) => roster::add(step, id, cluster, vec![NewDelegate::Known(known)]).map(drop),
            None => Ok(()),
        },
        (Kind::EditDelegate, Some(id)) => match delegate::by_ids(step, id, &delegates)?.pop() {
            Some(one) => roster::edit(step, &one, &person(&edit.name), session::state(step, id)?.is_open()),
            None => Ok(()),
        },
        (Kind::RemoveDelegates, Some(id)) => roster::remove(step, id, &delegates).map(drop),
        (Kind::PutBack, Some(id)) => roster::put_back(step, id, &delegates),
        (Kind::MoveDelegates, Some(id)) => roster::move_to(step, id, &delegates, cluster),
        (Kind::Divide, Some(id)) => {
            let clusters = cluster::of_session(step, id, &mut Default::default())?;
            let by = DivideBy::Clusters(1 + u32::try_from(edit.which % 3).unwrap_or(0));
            let division = divide(&delegate::of_session(step, id)?, &clusters, by, Served::Anew)?;
            roster::apply_division(step, id, &division)
        }
        (Kind::FixLists, Some(id)) => roster::fix(step, id, Lists::All),
        (Kind::OpenLists, Some(id)) => roster::open(step, id, Lists::All),
        (Kind::MergeClusters, Some(id)) => match cluster::ids(step, id)?.as_slice() {
            [first, second, ..] => cluster::merge(step, *first, *second),
            _ => Ok(()),
        },
        (
            Kind::SplitCluster
            | Kind::EditCluster
            | Kind::DeleteCluster
            | Kind::AddSitting
            | Kind::MakeSittings,
            Some(_),
        ) => match cluster {
            Some(id) => in_cluster(step, edit, id),
            None => Ok(()),
        },
    }
}

fn in_cluster(step: &Step<'_>, edit: &Edit, id: ClusterId) -> Result<()> {
    match edit.kind {
        Kind::EditCluster => {
            let (_, current) = cluster::read(step, id)?;
            cluster::update(step, id, &current, &hall(edit), &UnitNames::load(step)?)
        }
        Kind::SplitCluster => cluster::split(step, id).map(drop),
        Kind::DeleteCluster => {
            let session = cluster::edit::delete(step, id)?;
            roster::settle_numbers(step, session)
        }
        Kind::AddSitting => cluster::sittings::add(step, id, &sitting(edit)).map(drop),
        _ => cluster::sittings::make(step, &[id], &[HalfDay::Morning, HalfDay::Afternoon]).map(drop),
    }
}

fn sample(edit: &Edit) -> Blueprint {
    let mut sample = blueprint("Mẫu", edit.which % 3);
    sample.session.sample_note = Some("Tên giả".into());
    sample.organisation.name = format!("UBMTTQ {}", edit.other % 2);
    sample.certificates = Some(plan(edit.which.is_multiple_of(2)));
    sample
}

fn titled(edit: &Edit) -> SessionDetails {
    SessionDetails {
        title: edit.name.clone(),
        dates: "2020-09-25/2020-09-26".parse().ok(),
        ..SessionDetails::default()
    }
}

fn hall(edit: &Edit) -> ClusterDetails {
    ClusterDetails {
        name: edit.name.clone(),
        serves: vec!["Xã Tam Đại".into()],
        dates: "2020-09-25".parse().ok().filter(|_| edit.which.is_multiple_of(2)),
        ..ClusterDetails::default()
    }
}

fn sitting(edit: &Edit) -> SittingDetails {
    SittingDetails {
        date: "2020-09-24".parse().expect("a date"),
        half: if edit.which.is_multiple_of(2) { HalfDay::Evening } else { HalfDay::Morning },
        starts: None,
        ends: None,
        programme: Vec::new(),
    }
}
