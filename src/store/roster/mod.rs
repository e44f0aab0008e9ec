//! The lists of a session: who is on them, in which cluster, under which number.

mod divide;
mod edit;
mod fix;
mod follow;

pub(super) use divide::apply as apply_division;
pub(super) use edit::{
    add, add_as_typed, edit, edit_several, has_facts, list_again, move_to, place, put_back, remove,
};
pub(super) use fix::{fix, in_order, open, settle_numbers};
pub(super) use follow::{edit_people, edit_person, set_sort_name};
