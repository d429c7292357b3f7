//! From the bytes of a file to rows that are judged.
