//! SHA-256 as the archive writes it.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, Read, Write};

/// 64 lower-case hex digits.
#[must_use]
pub fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // writing to a String cannot fail
        text
    })
}

/// Copies at most `limit` bytes and asks `go_on` from time to time. Returns how many there were, one more than `limit`
/// where more are to come, and their SHA-256.
///
/// # Errors
/// Those of reading, writing and `go_on`.
pub fn copy(
    from: &mut dyn Read,
    to: &mut dyn Write,
    limit: u64,
    go_on: &mut dyn FnMut() -> io::Result<()>,
) -> io::Result<(u64, String)> {
    let (mut hash, mut copied) = (Sha256::new(), 0u64);
    let mut buffer = vec![0; 1 << 17];
    loop {
        go_on()?;
        let read = match from.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let bytes = buffer.get(..read).unwrap_or_default();
        copied += bytes.len() as u64;
        if bytes.is_empty() || copied > limit {
            return Ok((copied.min(limit.saturating_add(1)), hex(hash)));
        }
        hash.update(bytes);
        to.write_all(bytes)?;
    }
}
