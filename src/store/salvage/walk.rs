//! Reading tables tree by tree, and what is left over page by page.

use super::pages::{Node, NodeKind, PageSet, Pages};
use super::record::{self, Record};
use super::tables::{HIGHEST_ID, Table};
use crate::store::error::Result;

/// A row that could be read: its number, where its table has them, and what it says.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: Option<i64>,
    pub(super) record: Record,
}

/// Reads the trees of a file. A page belongs to one of them.
#[derive(Debug)]
pub(super) struct Walk<'p> {
    pages: &'p Pages,
    taken: PageSet,
}

/// What was not read of a tree.
#[derive(Debug, Default)]
pub(super) struct Missing {
    /// Branches that lead nowhere, or to what is none of this table.
    pub(super) branches: usize,
    /// Rows in pages that were read.
    pub(super) rows: usize,
    /// Rows that their branch cannot have: it was spoiled, or they are.
    pub(super) doubtful: Vec<Doubtful>,
}

/// Rows of a page that its branch cannot have.
#[derive(Debug)]
pub(super) struct Doubtful {
    pub(super) page: u32,
    /// Other rows of the page are such as the branch can have.
    pub(super) is_taken: bool,
    pub(super) rows: Vec<Row>,
}

/// A page to read, and the row numbers that can be below it: after the first, up to the last.
struct Branch {
    page: u32,
    after: i64,
    until: i64,
}

impl<'p> Walk<'p> {
    pub(super) fn new(pages: &'p Pages) -> Self {
        Self { pages, taken: PageSet::default() }
    }

    /// Reads the tree of a table, its rows in order.
    pub(super) fn table(
        &mut self,
        table: &Table,
        take: &mut dyn FnMut(Row) -> Result<()>,
    ) -> Result<Missing> {
        let mut missing = Missing::default();
        let root = table.root.map(|page| Branch { page, after: 0, until: HIGHEST_ID });
        if root.is_none() {
            missing.branches += 1;
        }
        let mut branches = Vec::from_iter(root);
        // However many branches lead to a page, it is read once.
        let mut seen = PageSet::default();
        while let Some(branch) = branches.pop() {
            let node = if seen.add_within(branch.page, self.pages.count()) {
                self.node(branch.page, table)?
            } else {
                None
            };
            let Some(node) = node else {
                missing.branches += 1;
                continue;
            };
            match node.kind {
                NodeKind::TableInterior | NodeKind::IndexInterior => {
                    self.taken.add(branch.page);
                    branches.extend(children(&node, &branch, &mut missing).into_iter().rev());
                }
                NodeKind::TableLeaf | NodeKind::IndexLeaf => {}
            }
            if node.kind == NodeKind::TableInterior {
                continue;
            }
            let (rows, unread) = self.rows(&node, table)?;
            let is_within =
                |row: &Row| row.id.is_none_or(|id| (branch.after + 1..=branch.until).contains(&id));
            let is_empty = node.cells.is_empty();
            let (rows, doubtful): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(is_within);
            let is_taken = is_empty || !rows.is_empty() || node.kind == NodeKind::IndexInterior;
            if is_taken {
                self.taken.add(branch.page);
                missing.rows += unread;
            } else {
                missing.branches += 1;
            }
            if !doubtful.is_empty() {
                missing.doubtful.push(Doubtful { page: branch.page, is_taken, rows: doubtful });
            }
            rows.into_iter().try_for_each(&mut *take)?;
        }
        Ok(missing)
    }

    /// A page of the tree of a table that no other tree has taken.
    fn node(&self, page: u32, table: &Table) -> Result<Option<Node>> {
        if self.taken.has(page) {
            return Ok(None);
        }
        let node = self.pages.page(page)?.and_then(|bytes| Node::read(page, bytes));
        let is_index = |kind| matches!(kind, NodeKind::IndexLeaf | NodeKind::IndexInterior);
        Ok(node.filter(|node| is_index(node.kind) == table.is_without_ids))
    }

    /// The rows of a page that can be read as those of a table, and how many cannot.
    fn rows(&self, node: &Node, table: &Table) -> Result<(Vec<Row>, usize)> {
        let mut rows = Vec::new();
        for at in node.cells.iter().flatten() {
            if let Some(row) = self.row(node, *at)?.filter(|row| table.fits(&row.record)) {
                rows.push(row);
            }
        }
        let unread = node.cells.len() - rows.len();
        Ok((rows, unread))
    }

    fn row(&self, node: &Node, at: usize) -> Result<Option<Row>> {
        let id = node.row_id(at);
        if node.kind == NodeKind::TableLeaf && !id.is_some_and(|id| (1..=HIGHEST_ID).contains(&id)) {
            return Ok(None);
        }
        let record = self.pages.payload(node, at)?.and_then(|payload| record::decode(&payload));
        Ok(record.map(|record| Row { id, record }))
    }

    /// Takes a page that no tree led to; no if one did meanwhile.
    pub(super) fn claim(&mut self, page: u32) -> bool {
        self.taken.add(page)
    }

    /// The rows of a page that no tree led to and that is not marked as free; none of a page that is
    /// no page of rows.
    pub(super) fn left_over(&self, page: u32, free: &PageSet) -> Result<Option<(Vec<Row>, usize)>> {
        if self.taken.has(page) || free.has(page) || self.pages.is_overflow(page) {
            return Ok(None);
        }
        let node = self.pages.page(page)?.and_then(|bytes| Node::read(page, bytes));
        let Some(node) = node.filter(|node| node.kind == NodeKind::TableLeaf) else { return Ok(None) };
        let mut rows = Vec::new();
        for at in node.cells.iter().flatten() {
            rows.extend(self.row(&node, *at)?);
        }
        let unread = node.cells.len() - rows.len();
        Ok((!rows.is_empty()).then_some((rows, unread)))
    }
}

/// The pages below a page, in order.
fn children(node: &Node, branch: &Branch, missing: &mut Missing) -> Vec<Branch> {
    let mut children = Vec::new();
    let mut after = branch.after;
    for at in &node.cells {
        let child = at.and_then(|at| Some((node.child(at)?, node.row_id(at))));
        let Some((page, id)) = child else {
            missing.branches += 1;
            continue;
        };
        // A number out of order is a spoiled one: the next says where this branch ends at most.
        let until = id.filter(|id| (after..=branch.until).contains(id));
        children.push(Branch { page, after, until: until.unwrap_or(branch.until) });
        after = until.unwrap_or(after);
    }
    children.extend(node.last_child.map(|page| Branch { page, after, until: branch.until }));
    children
}
