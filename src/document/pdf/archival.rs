//! What shows a document in years to come as it was meant: the colours that its RGB stands for, and its description
//! where programs without a PDF reader look for it. Both are demands of PDF/A (ISO 19005), which is not claimed.

use super::About;
use lopdf::{Dictionary, Document, Object, Stream};
use quick_xml::escape::escape;

/// sRGB (IEC 61966-2-1), from the Compact ICC Profiles, which are in the public domain (CC0).
const SRGB: &[u8] = include_bytes!("../../../assets/colour/sRGB-v2-magic.icc");

/// Says in the catalogue that all colours are sRGB (ISO 32000-1, 14.11.5).
pub fn intent(made: &mut Document) -> Object {
    let profile = made.add_object(Stream::new(Dictionary::from_iter([("N", Object::Integer(3))]), SRGB.to_vec()));
    let name = || Object::string_literal("sRGB IEC61966-2.1");
    let intent = Dictionary::from_iter([
        ("Type", Object::Name(b"OutputIntent".to_vec())),
        ("S", Object::Name(b"GTS_PDFA1".to_vec())),
        ("OutputConditionIdentifier", name()),
        ("Info", name()),
        ("DestOutputProfile", Object::Reference(profile)),
    ]);
    Object::Array(vec![Object::Dictionary(intent)])
}

/// The description as XMP (ISO 16684-1), the same as in the document's Info. Never packed: it is to be found by
/// programs that know nothing of PDF.
pub fn metadata(about: &About, creator: &str, producer: &str) -> Stream {
    let About { title, author, date } = about;
    let (title, author) = (escape(title), escape(author));
    let date = date.format("%Y-%m-%dT00:00:00+00:00");
    let packet = format!(
        r#"<?xpacket begin="{begin}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        begin = '\u{feff}'
    );
    let kind = [("Type", Object::Name(b"Metadata".to_vec())), ("Subtype", Object::Name(b"XML".to_vec()))];
    Stream::new(Dictionary::from_iter(kind), packet.into_bytes())
}
