//! Cards and receipts as PDF.
