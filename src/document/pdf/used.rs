//! What the pages of a document use, gathered while they are written: fonts and pictures follow them in the file.

use super::picture;
use crate::document::{Face, image::Image};
use std::{collections::BTreeMap, sync::Arc};

/// Characters by face, and pictures by name.
#[derive(Default)]
pub struct Used {
    /// A bit for each character, by its code.
    characters: BTreeMap<Face, Vec<u64>>,
    pictures: BTreeMap<String, Arc<Image>>,
}

impl Used {
    pub fn text(&mut self, face: Face, text: &str) {
        let bits = self.characters.entry(face).or_default();
        for character in text.chars() {
            let (word, bit) = (character as usize / 64, u32::from(character) % 64);
            if word >= bits.len() {
                bits.resize(word + 1, 0);
            }
            if let Some(word) = bits.get_mut(word) {
                *word |= 1 << bit;
            }
        }
    }

    pub fn picture(&mut self, image: &Arc<Image>) {
        let name = picture::name(image);
        self.pictures.entry(name).or_insert_with(|| image.clone());
    }

    /// Everything that either uses.
    pub fn join(&mut self, other: Self) {
        for (face, theirs) in other.characters {
            let bits = self.characters.entry(face).or_default();
            bits.resize(bits.len().max(theirs.len()), 0);
            for (word, their) in bits.iter_mut().zip(theirs) {
                *word |= their;
            }
        }
        self.pictures.extend(other.pictures);
    }

    /// The faces in use with their characters in order.
    pub fn faces(&self) -> impl Iterator<Item = (Face, Vec<char>)> {
        self.characters.iter().map(|(face, bits)| {
            let codes = (0..).zip(bits).flat_map(|(word, bits)| {
                (0..64u32).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit)
            });
            (*face, codes.filter_map(char::from_u32).collect())
        })
    }

    pub fn pictures(&self) -> impl Iterator<Item = (&String, &Arc<Image>)> {
        self.pictures.iter()
    }
}
