//! Planned pages as PDF.
//!
//! printpdf makes what a document has once: fonts, metadata, catalogue (`shell`). The pages, which are many and alike,
//! pass it by: their content is written as bytes, packed by threads and goes to the file at once, because printpdf holds
//! a whole document in memory, repeats what pages can inherit and swallows write errors. Fonts and pictures follow the
//! pages in the file, so that no page has to be planned twice to know which glyphs there are.

mod archival;
mod art;
mod content;
mod embed;
mod file;
mod object;
mod pages;
mod picture;
mod shell;
mod used;

use super::{DocumentError, Written, font::Fonts, layout::Plan};
use crate::progress::Cancelled;
use chrono::NaiveDate;
use file::File;
use lopdf::{Dictionary, Object, ObjectId};
use shell::Shell;
use std::io::{BufWriter, Write};

pub use embed::glyphs;

/// What the document says about itself.
#[derive(Debug)]
pub struct About {
    pub title: String,
    pub author: String,
    /// Creation date, at midnight: the clock would make the bytes differ.
    pub date: NaiveDate,
}

/// Writes a plan as one PDF; `report` hears how many cards are done.
pub fn write(
    plan: &dyn Plan,
    about: &About,
    fonts: &Fonts,
    output: &mut dyn Write,
    report: &dyn Fn(usize) -> Result<(), Cancelled>,
) -> Result<Written, DocumentError> {
    write_with(pages::threads(), plan, about, fonts, output, report)
}

fn write_with(
    threads: usize,
    plan: &dyn Plan,
    about: &About,
    fonts: &Fonts,
    output: &mut dyn Write,
    report: &dyn Fn(usize) -> Result<(), Cancelled>,
) -> Result<Written, DocumentError> {
    report(0)?;
    let mut file = File::new(BufWriter::with_capacity(1 << 16, output));
    file.header()?;
    let root_id = file.next_id();
    // nodes of the page tree, each with as many pages as were drawn together
    let mut nodes = Vec::new();
    let used = pages::draw(plan, threads, &mut |chunk| {
        let node = file.next_id();
        let mut kids = Vec::with_capacity(chunk.pages.len());
        for content in &chunk.pages {
            kids.push(file.page(node, content)?);
        }
        let mut tree = page_node(&kids, kids.len());
        tree.set("Parent", Object::Reference(root_id));
        file.object(node, &Object::Dictionary(tree))?;
        nodes.push(node);
        Ok(report(chunk.done)?)
    })?;
    let shell = Shell::new(plan, about, &used, fonts, root_id, file.next_free())?;
    for (id, object) in &shell.objects {
        file.object(*id, object)?;
    }
    let mut root = page_node(&nodes, plan.pages());
    root.set("MediaBox", content::page_box(plan.size()));
    root.set("Resources", Object::Dictionary(shell.resources));
    file.object(root_id, &Object::Dictionary(root))?;
    let sha256 = file.finish(shell.catalog, shell.info)?;
    Ok(Written { pages: plan.pages(), sha256 })
}

fn page_node(kids: &[ObjectId], count: usize) -> Dictionary {
    Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Kids", Object::Array(kids.iter().map(|id| Object::Reference(*id)).collect())),
        ("Count", Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))),
    ])
}

#[cfg(test)]
mod tests;
