//! How long work tells where it is and hears that it should stop.

/// A part of the work that a person may wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The list is being read.
    Reading,
    /// Rows are being judged.
    Checking,
    /// Cards are being drawn.
    Cards,
    /// The receipt is being drawn.
    Receipt,
    /// Files and register row are being made permanent; from here on it is too late to cancel.
    Saving,
    /// Rows of the old register are being written.
    Register,
    /// The database is being examined.
    Database,
    /// Archived documents are being compared with the database.
    Documents,
    /// A backup is being written.
    Packing,
    /// A backup is being read.
    Unpacking,
    /// Documents are being handed to a printer.
    Printing,
    /// The mail server is being called.
    Connecting,
    /// An e-mail leaves; it is too late to cancel.
    Sending,
}

/// The user asked to stop; whatever had begun is rolled back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled by the user")]
pub struct Cancelled;

/// Listens to long work. Called often: implementations are cheap and throttle themselves.
pub trait Progress: Sync {
    /// `done` of `total` units of `stage` are finished (`total` 0: not known).
    ///
    /// # Errors
    /// [`Cancelled`] to stop the work.
    fn report(&self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled>;
}

/// Nobody listens, nobody cancels.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _: Stage, _: usize, _: usize) -> Result<(), Cancelled> {
        Ok(())
    }
}
