//! Somebody who stands on no list of this sitting: who came uncalled, who sits in for a delegate, who is sent later. One short
//! form finds them among the delegates and in the registry, or takes them down as new.

use iced::Element;
use iced::Task;
use iced::widget::{column, row};

use super::answer::Answer;
use super::closing::Asked;
use super::entering::Typed;
use super::page_line::{self, Sent, sent, unit_of};
use super::taking_back::Did;
use super::view::named;
use super::{Message, State, load};
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::widget::date_field::birth_field;
use crate::app::widget::field::field;
use crate::app::widget::{button, chip, dialog, form};
use crate::domain::attendance::arrival::{Arrival, Found, Part, Reach, find};
use crate::domain::attendance::notice::{Notice, Span};
use crate::domain::attendance::typed::TypedPerson;
use crate::domain::attendance::{NewEntry, NewMark, Way};
use crate::domain::cluster::Sitting;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{DelegateState, NewDelegate};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, OperationId, SessionId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::person::PersonDetails;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use crate::vietnamese::fold::fold;

/// What the form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody came whom nobody called.
    WalkIn,
    /// Somebody sits in for this delegate.
    Substitute(DelegateId),
    /// This delegate will not come; perhaps somebody is sent.
    Notice(DelegateId),
}

/// What stands in the form.
pub(super) struct Newcomer {
    purpose: Purpose,
    pub(super) name: String,
    unit: String,
    /// What else papers say of somebody new.
    birth: Option<FuzzyDate>,
    position: String,
    reason: String,
    reach: Reach,
    /// Who is called so.
    known: KnownPeople,
    /// Which of them is meant, once somebody said so.
    chosen: Option<Found>,
    /// Why it cannot be written.
    refused: Option<Sentence>,
}

/// What happens in it.
#[derive(Clone)]
pub enum Said {
    /// It is opened.
    Open(Purpose, String),
    /// A name.
    Name(String),
    /// Where they come from.
    Unit(String),
    /// When they were born.
    Birth(Option<FuzzyDate>),
    /// Their post.
    Position(String),
    /// Why somebody will not come.
    Reason(String),
    /// How far it goes.
    Reach(Reach),
    /// Who is called so.
    Known(Result<Box<KnownPeople>, StoreError>),
    /// Which of them it is.
    Choose(Box<Found>),
    /// It is to be written.
    Confirm,
    /// The same, with who is called so.
    Resolved(Result<Box<KnownPeople>, StoreError>),
    /// The notices of a delegate are to be forgotten.
    Forget(DelegateId),
    /// A notice was written, or why not.
    Announced(Result<Option<OperationId>, StoreError>),
}

impl Newcomer {
    fn new(purpose: Purpose, name: String) -> Self {
        Self {
            purpose,
            name,
            unit: String::new(),
            birth: None,
            position: String::new(),
            reason: String::new(),
            reach: if matches!(purpose, Purpose::Notice(_)) { Reach::Session } else { Reach::Sitting },
            known: KnownPeople::default(),
            chosen: None,
            refused: None,
        }
    }

    fn typed(&self) -> TypedPerson {
        let unit = (!self.unit.is_empty()).then(|| self.unit.clone());
        TypedPerson { name: self.name.clone(), unit }
    }

    /// Somebody new with all that was typed of them.
    fn whole(&self, who: NewDelegate) -> NewDelegate {
        match who {
            NewDelegate::Unknown(details) => NewDelegate::Unknown(PersonDetails {
                birth: details.birth.or(self.birth),
                position: details.position.or((!self.position.is_empty()).then(|| self.position.clone())),
                ..details
            }),
            known => known,
        }
    }

    /// Whose place it is about.
    fn place(&self) -> Option<DelegateId> {
        match self.purpose {
            Purpose::WalkIn => None,
            Purpose::Substitute(place) | Purpose::Notice(place) => Some(place),
        }
    }

    /// Who is meant: as was chosen, else as the name and unit say.
    fn found(&self, dossier: &Dossier) -> Result<Found, Sentence> {
        if let Some(chosen) = &self.chosen {
            return Ok(chosen.clone());
        }
        let unit = self.place().and_then(|place| unit_of(place, dossier));
        find(&self.typed(), unit, &self.known).map_err(|error| error.explain())
    }

    /// Everybody who is called so, as they may be chosen, and somebody new.
    fn choices(&self, dossier: &Dossier, context: Context<'_>) -> Vec<(Found, String)> {
        let place = self.place();
        let delegates = self.known.delegates.iter().filter(|one| {
            fold(&one.details.full_name) == fold(&self.name)
                && Some(one.id) != place
                && one.state != DelegateState::Withdrawn
        });
        let delegates = delegates.map(|one| {
            let words = Sentence::new("attendance-newcomer-delegate");
            let words = words.with("unit", one.details.unit.as_deref().unwrap_or("–"));
            (Found::Delegate(one.id), context.say(&words))
        });
        let listed = |person| {
            self.known
                .delegates
                .iter()
                .any(|one| one.person == person && one.state != DelegateState::Withdrawn)
        };
        let people = self.known.people.iter().filter(|(person, _)| !listed(*person));
        let people = people.map(|(person, details)| {
            let words = Sentence::new("attendance-newcomer-known");
            let place = [details.position.as_deref(), details.unit.as_deref()];
            let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
            (Found::Known(*person, details.clone()), context.say(&words.with("place", place)))
        });
        let mut choices: Vec<(Found, String)> = delegates.chain(people).collect();
        if !choices.is_empty() {
            let unit = self
                .typed()
                .unit
                .or_else(|| self.place().and_then(|place| unit_of(place, dossier)).map(str::to_owned));
            let new = PersonDetails { full_name: self.name.clone(), unit, ..PersonDetails::default() };
            choices.push((Found::New(new), context.t("attendance-newcomer")));
        }
        choices
    }
}

impl State {
    /// Opens the form for somebody who will not come, at their cluster.
    pub fn announce(
        &mut self,
        delegate: DelegateId,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let cluster = dossier.delegates.iter().find(|one| one.id == delegate).and_then(|one| one.cluster);
        if cluster.is_some() && cluster != self.cluster {
            (self.cluster, self.sitting) = (cluster, None);
            self.take_in(dossier);
        }
        self.update_newcomer(Said::Open(Purpose::Notice(delegate), String::new()), dossier, context)
    }

    /// Takes in what happens in the form.
    pub(super) fn update_newcomer(
        &mut self,
        said: Said,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let session = dossier.session.id;
        match said {
            Said::Open(purpose, name) => {
                let asks = (!name.is_empty()).then(|| known(session, &name, context, Said::Known));
                self.asked = Some(Asked::Newcomer(Box::new(Newcomer::new(purpose, name))));
                return asks.map_or(Action::None, Action::Ask);
            }
            Said::Forget(delegate) => {
                self.asked = None;
                let writing = context.store.forget_notices(delegate);
                return Action::record_step(writing, |step| Message::Newcomer(Said::Announced(step)));
            }
            Said::Announced(Ok(step)) => {
                if let Some(Asked::Newcomer(form)) = self.asked.take()
                    && let Some(place) = form.place()
                {
                    let words = Sentence::new("attendance-notice-written");
                    self.answer =
                        Some(Answer::written(words.with("name", page_line::name_of(place, dossier))));
                }
                self.done.extend(step.map(Did::Step));
                return Action::Ask(load(session, context));
            }
            Said::Announced(Err(error)) => self.refuse(error.explain()),
            Said::Confirm => {
                let Some(Asked::Newcomer(form)) = &self.asked else { return Action::None };
                if form.name.is_empty() && !matches!(form.purpose, Purpose::Notice(_)) {
                    self.refuse(Sentence::new("attendance-newcomer-no-name"));
                    return Action::None;
                }
                return Action::Ask(known(session, &form.name, context, Said::Resolved));
            }
            Said::Resolved(Ok(known)) => {
                if let Some(Asked::Newcomer(form)) = &mut self.asked {
                    form.known = *known;
                }
                return match self.written(dossier, context) {
                    Ok(action) => action,
                    Err(reason) => {
                        self.refuse(reason);
                        Action::None
                    }
                };
            }
            Said::Known(Err(error)) | Said::Resolved(Err(error)) => self.refuse(error.explain()),
            said => {
                let Some(Asked::Newcomer(form)) = &mut self.asked else { return Action::None };
                form.refused = None;
                match said {
                    Said::Name(name) => {
                        form.chosen = None;
                        form.known = KnownPeople::default();
                        form.name = name;
                        return Action::Ask(known(session, &form.name, context, Said::Known));
                    }
                    Said::Unit(unit) => (form.unit, form.chosen) = (unit, None),
                    Said::Birth(birth) => form.birth = birth,
                    Said::Position(position) => form.position = position,
                    Said::Reason(reason) => form.reason = reason,
                    Said::Reach(reach) => form.reach = reach,
                    Said::Known(Ok(known)) => form.known = *known,
                    Said::Choose(found) => form.chosen = Some(*found),
                    _ => {}
                }
            }
        }
        Action::None
    }

    /// Says in the form why nothing was written; nothing typed is lost.
    fn refuse(&mut self, reason: Sentence) {
        match &mut self.asked {
            Some(Asked::Newcomer(form)) => form.refused = Some(reason),
            _ => self.answer = Some(Answer::refused(reason)),
        }
    }

    /// Writes what the form says.
    fn written(&mut self, dossier: &Dossier, context: Context<'_>) -> Result<Action<Message>, Sentence> {
        let Some(Asked::Newcomer(form)) = &self.asked else { return Ok(Action::None) };
        let session = dossier.session.id;
        if let Purpose::Notice(delegate) = form.purpose {
            return self.announced(form, delegate, dossier, context);
        }
        let (Some(sitting), Some(cluster)) = (self.sitting, self.cluster) else { return Ok(Action::None) };
        let mut entry = NewEntry::new(session, Way::Name, context.machine.made_on(), Vec::new());
        entry.reach = form.reach;
        match form.purpose {
            Purpose::WalkIn => {
                let who = match &form.chosen {
                    Some(chosen) => chosen.newcomer(),
                    None => Some(page_line::walk_in(&form.typed(), &form.known, dossier)?),
                };
                let who = who.ok_or_else(|| {
                    Sentence::new("attendance-newcomer-listed").with("name", form.name.as_str())
                })?;
                entry.arrivals.push(arrival(form.whole(who), cluster, Part::WalkIn, sitting));
            }
            Purpose::Substitute(place) => match sent(&form.found(dossier)?, place, &form.known)? {
                Sent::Delegate(delegate) => {
                    entry.marks.push(NewMark::substituted(place, sitting, delegate));
                }
                Sent::Newcomer(who) => {
                    let who = form.whole(who);
                    entry.arrivals.push(arrival(who, cluster, Part::Substitute(vec![place]), sitting));
                }
            },
            Purpose::Notice(_) => {}
        }
        Ok(Action::record(context.store.mark(entry), |answer| Message::Marked(Typed::default(), answer)))
    }

    /// Writes a notice. One of all sittings needs none to begin at.
    fn announced(
        &self,
        form: &Newcomer,
        delegate: DelegateId,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Result<Action<Message>, Sentence> {
        let span = match (self.sitting, form.reach) {
            (_, Reach::Session) => Span::Session,
            (Some(sitting), reach) => Span::from(sitting, reach),
            (None, _) => return Err(Sentence::new("attendance-no-sitting-cure")),
        };
        if let Some(there) = self.came_within(delegate, span, dossier) {
            let words =
                Sentence::new("attendance-notice-came").with("name", page_line::name_of(delegate, dossier));
            return Err(words.with("sitting", named(there)));
        }
        let found = match form.name.is_empty() {
            true => None,
            false => Some(match sent(&form.found(dossier)?, delegate, &form.known)? {
                Sent::Delegate(delegate) => Found::Delegate(delegate),
                Sent::Newcomer(who) => match form.whole(who) {
                    NewDelegate::Unknown(details) => Found::New(details),
                    NewDelegate::Known(person) => Found::Known(person, PersonDetails::default()),
                },
            }),
        };
        let reason = (!form.reason.is_empty()).then(|| form.reason.clone());
        let notice = Notice { delegate, span, reason, substitute: None };
        let writing = context.store.announce(dossier.session.id, notice, found);
        Ok(Action::record_step(writing, |step| Message::Newcomer(Said::Announced(step))))
    }

    /// The first sitting of a span at which a delegate came themselves: they cannot be away from it any more.
    fn came_within<'a>(&self, delegate: DelegateId, span: Span, dossier: &'a Dossier) -> Option<&'a Sitting> {
        let attendance = self.attendance.as_ref()?;
        let of = dossier.delegates.iter().find(|one| one.id == delegate)?.cluster;
        let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == of)?;
        let order: Vec<SittingId> = cluster.sittings.iter().map(|sitting| sitting.id).collect();
        let came = |sitting: &&Sitting| {
            attendance.of(delegate, sitting.id).is_some_and(|mark| mark.status.is_present())
        };
        cluster.sittings[span.places(&order)].iter().find(came)
    }

    /// The form.
    pub(super) fn newcomer_dialog<'a>(
        &'a self,
        form: &'a Newcomer,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let say = |id: &str| {
            let name = form.place().map_or("", |place| page_line::name_of(place, dossier));
            context.say(&Sentence::new(id).with("name", name))
        };
        let (title, confirm) = match form.purpose {
            Purpose::WalkIn => ("attendance-walk-in-title", "attendance-walk-in-add"),
            Purpose::Substitute(_) => ("attendance-substitute-title", "attendance-substitute-add"),
            Purpose::Notice(_) => ("attendance-notice-title", "attendance-notice-add"),
        };
        let is_notice = matches!(form.purpose, Purpose::Notice(_));
        let message = |said| Message::Newcomer(said);
        let reason = is_notice.then(|| {
            let reason = field(&form.reason).label(context.t("attendance-notice-reason"));
            Element::from(
                reason
                    .id("marking-notice-reason")
                    .on_commit(move |text| message(Said::Reason(text)))
                    .on_enter(message(Said::Confirm)),
            )
        });
        let label = if is_notice { "attendance-notice-sent" } else { "window-column-name" };
        let name = field(&form.name)
            .label(context.t(label))
            .id("marking-newcomer-name")
            .on_commit(move |text| message(Said::Name(text)))
            .on_enter(message(Said::Confirm));
        let unit = field(&form.unit)
            .label(context.t("window-column-unit"))
            .id("marking-newcomer-unit")
            .on_commit(move |text| message(Said::Unit(text)))
            .on_enter(message(Said::Confirm));
        let birth = birth_field(context.locale, form.birth, move |birth| message(Said::Birth(birth)))
            .label(context.t("window-column-birth"))
            .id("marking-newcomer-birth")
            .on_enter(message(Said::Confirm));
        let position = field(&form.position)
            .label(context.t("window-column-position"))
            .id("marking-newcomer-position")
            .on_commit(move |text| message(Said::Position(text)))
            .on_enter(message(Said::Confirm));
        let choices = form.choices(dossier, context);
        let meant = form.found(dossier).ok();
        // Of who is known papers say what the registry says.
        let is_new = matches!(meant, None | Some(Found::New(_)));
        let choices = (!choices.is_empty()).then(|| {
            let choices = choices.into_iter().map(|(found, words)| {
                let chosen = meant.as_ref() == Some(&found);
                chip::choice(words, chosen, Tone::Neutral, message(Said::Choose(Box::new(found)))).into()
            });
            column![
                styled(context.t("attendance-newcomer-who"), Role::FieldLabel),
                row(choices).spacing(space::S).wrap().vertical_spacing(space::XS)
            ]
            .spacing(space::XS)
        });
        let reach = form.place().map(|_| {
            let ways = [
                (Reach::Sitting, "attendance-reach-sitting"),
                (Reach::Onward, "attendance-reach-onward"),
                (Reach::Session, "attendance-reach-session"),
            ];
            let ways = ways.into_iter().map(|(way, words)| {
                let chosen = form.reach == way;
                chip::choice(context.t(words), chosen, Tone::Neutral, message(Said::Reach(way))).into()
            });
            column![
                styled(context.t("attendance-reach"), Role::FieldLabel),
                row(ways).spacing(space::S).wrap().vertical_spacing(space::XS)
            ]
            .spacing(space::XS)
        });
        let refused = form
            .refused
            .as_ref()
            .map(|reason| plain(context.say(reason), Role::Body).color(Tone::Danger.strong()));
        let help = (form.purpose == Purpose::WalkIn).then(|| small(context.t("attendance-walk-in-words")));
        let content = form::form([])
            .push(help)
            .push(reason)
            .push(Element::from(name))
            .push(Element::from(unit))
            .push(is_new.then(|| Element::from(form::beside([birth.into(), position.into()]))))
            .push(choices)
            .push(reach)
            .push(refused);
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Message::Dismiss);
        let add = button::primary(None, context.t(confirm))
            .id("marking-newcomer-add")
            .on_press(message(Said::Confirm));
        dialog::dialog(say(title), content, [cancel.into(), add.into()], Message::Dismiss)
    }
}

fn arrival(who: NewDelegate, cluster: ClusterId, part: Part, sitting: SittingId) -> Arrival {
    Arrival { who, cluster, part, sittings: vec![sitting] }
}

/// Asks who is called so.
fn known(
    session: SessionId,
    name: &str,
    context: Context<'_>,
    answered: fn(Result<Box<KnownPeople>, StoreError>) -> Said,
) -> Task<Message> {
    job::ask(context.store.known_people(session, vec![fold(name)]))
        .map(move |answer| Message::Newcomer(answered(answer.map(Box::new))))
}
