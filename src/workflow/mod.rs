//! What the office does: one use case a file, the only code that touches store and document together.
