//! Pictures as objects: each once a document, its transparency as a mask beside it.

use crate::document::image::{Image, Packing, Samples};
use lopdf::{Dictionary, Object, ObjectId, Stream};

/// The name of a picture among a page's resources.
pub fn name(image: &Image) -> String {
    format!("I{}", image.id())
}

/// A picture as an image object (ISO 32000-1, 8.9.5); `mask` is where its opacity stands.
pub fn colours(image: &Image, mask: Option<ObjectId>) -> Stream {
    let mut stream = samples(image, &image.colours);
    if let Some(mask) = mask {
        stream.dict.set("SMask", Object::Reference(mask));
    }
    stream
}

/// The opacity of a picture that is not opaque everywhere.
pub fn opacity(image: &Image) -> Option<Stream> {
    image.opacity.as_ref().map(|opacity| samples(image, opacity))
}

fn samples(image: &Image, samples: &Samples) -> Stream {
    let name = |name: &str| Object::Name(name.into());
    let mut dictionary = Dictionary::from_iter([
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", Object::Integer(image.width().into())),
        ("Height", Object::Integer(image.height().into())),
        ("ColorSpace", name(if samples.channels == 1 { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent", Object::Integer(8)),
    ]);
    match samples.packing {
        Packing::Jpeg => dictionary.set("Filter", name("DCTDecode")),
        Packing::Png => {
            dictionary.set("Filter", name("FlateDecode"));
            let lines = Dictionary::from_iter([
                ("Predictor", Object::Integer(15)),
                ("Colors", Object::Integer(samples.channels.into())),
                ("Columns", Object::Integer(image.width().into())),
            ]);
            dictionary.set("DecodeParms", lines);
        }
    }
    Stream::new(dictionary, samples.bytes.clone())
}
