//! One PDF object as bytes; lopdf keeps its own writer for whole documents to itself.

use lopdf::{Dictionary, Object};
use std::io::{self, Write};

/// Writes an object as it stands between `obj` and `endobj`.
pub fn write(output: &mut dyn Write, object: &Object) -> io::Result<()> {
    match object {
        Object::Null => output.write_all(b"null"),
        Object::Boolean(value) => write!(output, "{value}"),
        Object::Integer(value) => write!(output, "{value}"),
        Object::Real(value) => write!(output, "{value}"),
        Object::Name(name) => write_name(output, name),
        Object::String(bytes, _) => {
            output.write_all(b"<")?;
            bytes.iter().try_for_each(|byte| write!(output, "{byte:02X}"))?;
            output.write_all(b">")
        }
        Object::Array(items) => {
            output.write_all(b"[")?;
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    output.write_all(b" ")?;
                }
                write(output, item)?;
            }
            output.write_all(b"]")
        }
        Object::Dictionary(dictionary) => write_dictionary(output, dictionary),
        Object::Stream(stream) => {
            write_dictionary(output, &stream.dict)?;
            output.write_all(b"\nstream\n")?;
            output.write_all(&stream.content)?;
            output.write_all(b"\nendstream")
        }
        Object::Reference((id, generation)) => write!(output, "{id} {generation} R"),
    }
}

fn write_dictionary(output: &mut dyn Write, dictionary: &Dictionary) -> io::Result<()> {
    output.write_all(b"<<")?;
    for (key, value) in dictionary {
        write_name(output, key)?;
        output.write_all(b" ")?;
        write(output, value)?;
    }
    output.write_all(b">>")
}

fn write_name(output: &mut dyn Write, name: &[u8]) -> io::Result<()> {
    output.write_all(b"/")?;
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"+-_.*:".contains(byte) {
            output.write_all(&[*byte])?;
        } else {
            write!(output, "#{byte:02X}")?;
        }
    }
    Ok(())
}
