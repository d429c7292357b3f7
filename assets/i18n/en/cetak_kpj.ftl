app-name = Cetak KPJ

## Columns

field-kpj = KPJ number
field-nik = NIK
field-name = Name
field-birth-date = Birth date
field-sex = Sex
field-membership-date = Membership date
field-identity-kind = Kind of identity
field-npp = NPP
field-company = Company name

## Problems in a list: one sentence on what is wrong, one on what to do.
## $value: the cell; $suggestion: what we offer; $kind: kind; $reference: row, receipt number or another KPJ.

problem-name-missing = { $kind ->
    [formula-without-value] The cell holds a formula without a result. Open the file in Excel, save it, and import it again.
   *[other] The name is empty. Enter it as on the identity card.
}
problem-name-unusual = { $kind ->
    [too-long] The name is longer than 60 characters. Check whether another column got mixed in.
   *[other] The name holds a digit. Check for a typing error.
}
problem-name-unprintable = The name holds characters that cannot be printed: { $value }. Use Latin letters.
problem-kpj-missing = { $kind ->
    [formula-without-value] The cell holds a formula without a result. Open the file in Excel, save it, and import it again.
   *[other] The KPJ number is empty. Complete it from the SMILE list or the wage file.
}
problem-kpj-format = A KPJ number has 11 digits; here it says "{ $value }".
problem-kpj-lost-zero = The KPJ is stored as a 10-digit number; its leading zero may be lost. Did you mean { $suggestion }?
problem-kpj-check-digit = The last digit of the KPJ does not fit the others. Compare it with SMILE.
problem-kpj-repeated = This KPJ is already used in row { $reference } for someone else.
problem-row-repeated = This row repeats row { $reference }. Remove one of them.
problem-kpj-already-issued = A card with this KPJ was already issued on receipt { $reference }. Use reprint.
problem-nik-missing = { $kind ->
    [formula-without-value] The cell holds a formula without a result. Open the file in Excel, save it, and import it again.
   *[other] The NIK is empty. Enter it as on the identity card.
}
problem-nik-format = A NIK has 16 digits; here it says "{ $value }".
problem-nik-damaged = The NIK is damaged because its cell is a number (Excel keeps 15 digits only). Format the column as Text, then type the NIK again from the identity card.
problem-nik-date = The birth date inside the NIK cannot exist. Type the NIK again from the identity card.
problem-nik-serial = The NIK ends in 0000, which is never given out; Excel may have rounded it. Type it again from the identity card.
problem-nik-repeated = This NIK already stands in row { $reference } with another KPJ.
problem-nik-province = The area code at the start of the NIK is unknown. Compare it with the identity card.
problem-nik-birth-date = { $kind ->
    [day-month-swapped] The birth date disagrees with the NIK: day and month changed places. Did you mean { $suggestion }?
    [year-digit] The birth date disagrees with the NIK: one digit of the year differs. Compare the identity card.
   *[other] The birth date disagrees with the date inside the NIK. Compare the identity card.
}
problem-nik-sex = The sex disagrees with the NIK. Compare the identity card.
problem-nik-known = The person with this NIK already holds card { $reference }.
problem-birth-date-missing = { $kind ->
    [formula-without-value] The cell holds a formula without a result. Open the file in Excel, save it, and import it again.
   *[other] The birth date is empty. Enter it as on the identity card.
}
problem-birth-date-format = The birth date "{ $value }" cannot be read. Write day-month-year, as in 17-08-1990.
problem-birth-date-range = By the birth date this person is under 15, over 100, or not yet born.
problem-sex-format = The sex "{ $value }" is not known. Write L or P.
problem-birth-date-column-missing = This list has no birth date column, so the NIK cannot be cross-checked.
problem-nik-column-is-employee-number = The NIK column seems to hold employee numbers, not 16-digit NIK. Ask the company for the NIK on the identity card.
problem-npp-letters = The NPP holds letters, which only old registrations have. Make sure it is right.

## Errors: what happened and what stayed safe; then what to do. $subject: a file, a folder or a number.

error-file-not-found = The file { $subject } was not found.
error-file-not-found-hint = Check its name and folder; it may have been moved or renamed.
error-file-empty = The file { $subject } is empty.
error-file-empty-hint = Ask the company to send its list again.
error-file-not-a-list = The file { $subject } is not a list of workers.
error-file-not-a-list-hint = Excel (.xlsx, .xls), LibreOffice (.ods) and CSV can be read. Pictures and PDF cannot; ask for the original file.
error-file-encrypted = The file { $subject } is locked with a password.
error-file-encrypted-hint = Open it in Excel, save a copy without the password, and import the copy.
error-file-damaged = The file { $subject } is damaged or cut off and cannot be read to its end.
error-file-damaged-hint = Open it in Excel and save it as a new .xlsx; if that fails, ask the company to send it again.
error-file-too-large = The file { $subject } is too large for a list of workers.
error-file-too-large-hint = Copy only the workers' rows into a new file. The portal takes 10,000 rows at most.
error-file-unreadable = The file { $subject } cannot be opened.
error-file-unreadable-hint = Close it in other programs and make sure you may open it.
error-header-not-found = No row of column titles was recognised in { $subject }.
error-header-not-found-hint = A list needs titles such as Nama, NIK, No. KPJ and Tgl Lahir within its first 30 rows.
error-no-rows = The list in { $subject } holds no workers.
error-no-rows-hint = There are column titles with nothing below. Check whether the data is in another file or sheet.
error-no-such-sheet = There is no such sheet. Sheets in this file: { $subject }.
error-no-such-sheet-hint = Write the sheet's name as Excel shows it at the bottom.
error-no-such-column = There is no such column. Titles in this file: { $subject }.
error-no-such-column-hint = Write the column's title as in the file, or its letter.
error-npp-missing = The company's NPP is not known; nothing was issued.
error-npp-missing-hint = Enter the NPP (8 digits); on the command line: --npp.
error-company-missing = The company's name is not known; nothing was issued.
error-company-missing-hint = Enter the company's name; on the command line: --company.
error-out-not-writable = Cannot write to { $subject }; nothing was issued or overwritten.
error-out-not-writable-hint = Make sure the folder exists, you may write there, the disk is not full and the file is not open.
error-database-newer = The database was made by a newer Cetak KPJ; nothing was changed.
error-database-newer-hint = Install the newest Cetak KPJ on this computer.
error-database-locked = The database is in use by another program; nothing was changed.
error-database-locked-hint = Wait until the work in the other window is done, then try again.
error-database-damaged = The database cannot be read; nothing was changed.
error-database-damaged-hint = Delete nothing. Restore the last backup or call your IT staff.
error-database-error = The database refused this work; nothing was changed.
error-database-error-hint = Make sure the disk is not full, then try again. If it persists, call your IT staff.
error-document-failed = The PDF cannot be made: { $subject }. Nothing was issued.
error-document-failed-hint = Check the company's name and the letterhead in the settings, then try again.
error-number-pattern = The receipt number pattern in the settings cannot be used; nothing was issued.
error-number-pattern-hint = A pattern needs {"{"}seq{"}"} and {"{"}year{"}"}, as in {"{"}seq:04{"}"}/{"{"}year{"}"}.
error-template-invalid = The template { $subject } Nothing was issued or saved.
error-template-invalid-hint = Correct the line, or choose another template. The command kpj template check FILE shows everything that is wrong.
error-template-not-found = There is no template { $subject }; nothing was issued.
error-template-not-found-hint = The command kpj template list shows those there are.
error-template-name = A template cannot be called { $subject }; nothing was saved.
error-template-name-hint = Use letters, digits, spaces and - _ . and no name of a template that comes with the program.
error-template-exists = There is already { $subject }; nothing was overwritten.
error-template-exists-hint = Choose another name; on the command line: --name. A picture may be renamed in the template.
error-template-unreadable = The file { $subject } of a template cannot be read or written.
error-template-unreadable-hint = Make sure it exists, is text (UTF-8) or a picture below 8 MB, and that you may open it.
error-template-no-room = The template has no room for the whole text of the field { $subject }; nothing was issued.
error-template-no-room-hint = Shorten the text (company, branch or programmes), or give the field more width, more lines or a smaller size.
error-template-no-room-card = The template has no room for the whole name or number of card { $subject }; nothing was issued.
error-template-no-room-card-hint = Give that field of the template more width, more lines or a smaller size.
error-start-at = The sheet has no place { $subject }; nothing was issued.
error-start-at-hint = Choose a place from 1 to the number of cards on a sheet; single cards have no other place.
error-receipt-not-found = There is no receipt { $subject }.
error-receipt-not-found-hint = Look its number up in the register.
error-receipt-void = Receipt { $subject } is void (BATAL); nothing was changed.
error-receipt-void-hint = A void receipt stays as it is. Issue its cards again with a new list.
error-status-back = Receipt { $subject } was handed over and cannot go back; nothing was changed.
error-status-back-hint = Cards that were lost or spoilt after that are printed again with kpj reprint.
error-handed-over-before = Receipt { $subject } was handed over before, to someone else or on another day; nothing was changed.
error-handed-over-before-hint = Look at its history. What was recorded first stays.
error-recipient-missing = Nobody is named who took the cards of receipt { $subject }; nothing was changed.
error-recipient-missing-hint = Name the person; on the command line: --to.
error-cards-to-print = { $subject } spoilt cards still have to be printed again; nothing was changed.
error-cards-to-print-hint = Print them and mark the receipt as printed, then hand it over.
error-kpj-not-on-receipt = KPJ { $subject } is not on this receipt; nothing was changed.
error-kpj-not-on-receipt-hint = Compare the number with the card; search the register for its receipt.
error-reason-missing = No reason was given; nothing was changed.
error-reason-missing-hint = Say why in a few words: the reason is recorded and stays.
error-list-not-found = No list { $subject } is waiting.
error-list-not-found-hint = It may have been issued or withdrawn. See what waits with: kpj pending list.
error-reason-missing-hint = Say why the receipt is cancelled: the reason stays in the register.
error-no-print-system = No print system answers on this computer. Nothing was printed.
error-no-print-system-hint = Set up a printer first, or open the PDF and print it from a PDF viewer.
error-print-broken-off = The print system broke off: { $subject }. It may have taken the work.
error-print-broken-off-hint = Look at the printer's queue before printing again.
error-printer-not-found = There is no printer { $subject }. Nothing was printed.
error-printer-not-found-hint = Choose another one; the list: kpj print --list-printers.
error-print-refused = The print system refused: { $subject }. Nothing was printed.
error-print-refused-hint = See whether the printer is on and takes work, then try again.
error-no-printer = No printer is chosen and there is no default one. Nothing was printed.
error-no-printer-hint = Choose the printer; on the command line: --printer.
error-no-such-page = There is no page { $subject }. Nothing was printed.
error-no-such-page-hint = Write page numbers like 1-3, 7; leave them out for all.
error-nothing-to-print = No page has to be printed.
error-nothing-to-print-hint = No spoilt card is waiting. Choose other pages if need be.
error-cards-on-sheets = Several of these cards are on one sheet, so spoilt ones cannot be chosen by themselves. Nothing was printed.
error-cards-on-sheets-hint = Choose the sheet's page, or print the cards again with kpj reprint.
error-document-missing = A document is not in the archive: { $subject }.
error-document-missing-hint = It may have been moved or deleted. Bring it back from a backup.
error-document-changed = A document in the archive is not the one that was issued: { $subject }.
error-document-changed-hint = Do not use it. Bring the original back from a backup.
error-document-damaged = The PDF is damaged and cannot be shown.
error-document-damaged-hint = Look at the file, or bring it back from a backup.
error-document-too-large = The PDF is too large to be shown here.
error-document-too-large-hint = Open it with a PDF program.
error-files-not-in-place = Receipt { $subject } is issued and recorded, but its PDF files could not be moved to their place yet.
error-files-not-in-place-hint = Do not issue it again. Make sure the disk is not full and start this program again: it moves them by itself.
error-cancelled = Cancelled. Nothing was issued.
error-cancelled-hint = You can start again at any time.
error-data-folder-remote = The data folder { $subject } is on another computer, where a database is not safe.
error-data-folder-remote-hint = Choose a folder on a disk of this computer.
error-no-data-folder = No data folder could be determined.
error-no-data-folder-hint = Name one with --data-dir or CETAK_KPJ_DATA.

## Status

status-issued = issued
status-printed = printed
status-emailed = e-mailed
status-handed-over = handed over
status-void = VOID
reprint-lost = lost
reprint-damaged = damaged
reprint-wrong-data = wrong data
reprint-other = other reason
life-history = History
life-copies = Copies
life-to-print = To print again
life-copy = copy { $number } of the receipt
life-reprint = copy { $number }: { $cards } cards printed again, { $reason } ({ $note })

## Work to do

step-awaiting-kpj = waiting for KPJ numbers
step-to-issue = not issued yet
step-to-print = not printed yet
step-to-hand-over = not handed over yet
urgency-on-time = on time
urgency-soon = soon
urgency-late = LATE
work-days = Working days
work-urgency = Due
work-step = Waits for
work-since = Since
work-about = About
work-list = list { $id }
work-none = Nothing is waiting.
pending-id = List
pending-none = No list waits to be issued.
pending-withdrawn = List { $id } is withdrawn. Its data is removed; that it came in stays on record.

row-ready = ready
row-warning = warning
row-rejected = rejected
row-counts = { $rows } rows: { $ready } ready, { $warning } warning, { $rejected } rejected

stage-reading = Reading the list
stage-checking = Checking rows
stage-cards = Making cards
stage-receipt = Making the receipt
stage-saving = Saving

## Issuing

pasted-list = Pasted from the clipboard
issue-refused-problems = Nothing was issued ({ $counts }). Repair the list, or decide: accept warnings (--accept-warnings), skip rejected rows (--skip-rejected).
issue-refused-nothing-left = Nothing was issued ({ $counts }): no row can become a card.
issue-refused-meanwhile = Nothing was issued: some of these KPJ were issued in another window just now. Check the list again.

## Back to the company

rejects-note = Repair the coloured cells (red: must, yellow: check) and send this file back. The numbers in the column Alasan are row numbers of the original file, { $file }.
rejects-reason = Row { $row }: { $reasons }

## Printing

job-waiting = It waits for its turn.
job-printing = It is being printed.
job-stopped = The printer stopped. { $reason }
job-done = It was handed to the printer.
job-cancelled = It was cancelled in the printer's queue.
job-failed = It failed. { $reason }
print-cards-sent = Cards, { $pages } pages, sent to { $printer }.
print-receipt-sent = Receipt, { $pages } pages, sent to { $printer }.
print-paper-unknown = This printer does not know a paper of that size: make sure that the right one is in it.
print-default = default
print-not-ready = not ready
print-no-printers = There are no printers.
cli-bad-pages = Write page numbers like 1-3,7.

## Register

register-sheet = Register
register-date = Date
register-npp = NPP
register-company = Company
register-cards = Number of KPJ cards
register-cards-short = Cards
register-number = Receipt no.
register-ro = Relationship officer
register-status = Status
register-handed-over-to = Handed over to
register-handed-over-on = Handed over on
register-empty = Nothing in the register matches yet.
register-total = { $entries } receipts, { $cards } cards
register-exported = { $rows } register rows written to { $file }.

## Command line

## Templates
template-fault-syntax = Line { $line }: this is not written as TOML wants it.
template-fault-unknown-key = Line { $line }: there is no { $subject } here. Known: { $known }.
template-fault-missing = Line { $line }: { $subject } is missing.
template-fault-not-a =
    Line { $line }: { $subject } must be { $known ->
        [number] a number
        [text] a text in quotes
        [switch] true or false
        [table] a table
        [tables] written as [[{ $subject }]]
        [colour] a colour such as "#0A8072"
        [point] a point such as [10, 20.5]
        [path] path data as in SVG
       *[file] the name of a file beside the template
    }.
template-fault-not-one-of = Line { $line }: { $subject } must be one of: { $known }.
template-fault-range = Line { $line }: { $subject } must lie in { $known }.
template-fault-outside-card = Line { $line }: { $subject } reaches over the edge of the card (85.6 × 53.98 mm).
template-fault-too-narrow = Line { $line }: the longest { $subject } does not fit whole (names have up to 60 letters). More width, more lines or a smaller "smallest" is needed.
template-fault-field-missing = Line { $line }: the card needs the field { $subject } (or preprinted = true, if the stock has it).
template-fault-missing-glyph = Line { $line }: the font cannot show the character { $subject }.
template-fault-picture-missing = Line { $line }: there is no picture { $subject } beside the template.
template-fault-picture-unusable = Line { $line }: { $subject } is no PNG or JPEG picture, or is larger than 8 MB.
template-good = { $file } is a good template.
template-bad = { $file } cannot be used as a template:
template-imported = The template { $name } can be used from now on: kpj issue --template "{ $name }".
template-chosen = New cards are made with the template { $name }.

cli-kpj = Checks lists of new workers, makes KPJ cards and receipts, and keeps the register
cli-check = Reads and checks a list; issues nothing
cli-issue = Issues cards, receipt and register row, all or nothing
cli-mark = Says what became of a batch; without a status, shows its history
cli-printed = The cards are printed, all but the failed ones
cli-emailed = The documents were sent by e-mail
cli-handed-over = The company took the cards
cli-print = Prints issued cards and receipts, in their own size
cli-void = Cancels a receipt; number and row stay, its KPJ may be issued again
cli-work = What is waiting to be done, the oldest first
cli-pending = Lists that were checked and wait to be issued
cli-add = Check a list and keep it until it is issued
cli-pending-list = Show the lists that wait
cli-pending-issue = Issue a list that waits
cli-show = Show contents and what was found
cli-withdraw = Withdraw a list that was not issued, with a reason
cli-arg-small-first = What is small and quick first
cli-arg-id = Number of the waiting list
cli-arg-reason = Reason
cli-register = The register: every receipt ever issued
cli-list = Shows the register, newest first
cli-export = Writes the register to a workbook (.xlsx) or CSV
cli-sample = Writes a sample list of synthetic people
cli-template = Templates: what cards look like
cli-template-list = Shows all templates; * is the one in use
cli-template-check = Checks a template file and says which lines are wrong
cli-template-show = Shows the text of a template
cli-template-use = Makes a template the one of new cards
cli-template-import = Takes a template file and its pictures over into the office's
cli-arg-data-dir = Data folder (database, settings, documents)
cli-arg-json = One JSON document on standard output
cli-arg-lang = Language: id or en
cli-arg-file = The worker list
cli-arg-sheet = Sheet to read
cli-arg-header-row = Row number of the column titles
cli-arg-map = Column of a field, as in nik="No. KTP"
cli-arg-kpj-from = A second list that completes missing KPJ numbers, joined on NIK
cli-arg-rejects = Workbook (.xlsx) with the rows that have problems, to send back to the company
cli-arg-npp = The company's number (NPP)
cli-arg-company = The company's name
cli-arg-ro = Relationship officer (RO)
cli-arg-email = The company's e-mail address
cli-arg-entered = Date the data was entered
cli-arg-posted = Date the contribution was posted
cli-arg-date = Date of the receipt; default: today
cli-arg-list-printers = Show the printers that there are
cli-arg-what = The cards, the receipt, or both
cli-arg-printer = Name of the printer; otherwise the one taken last, then the default one
cli-arg-copies = How many times
cli-arg-pages = Pages, such as 1-3,7; otherwise all
cli-arg-spoilt = Only the spoilt cards that wait to be printed again
cli-arg-both-sides = On both sides, where the printer can
cli-arg-receipt = Number of the receipt
cli-arg-failed = Cards that the printer spoilt; they wait to be printed again
cli-arg-recipient = Who received it
cli-arg-on = On which day; default: today
cli-arg-paper = Paper of the cards
cli-arg-template = Template of the cards; default: as in the settings
cli-arg-start-at = Place on the first sheet where the cards begin, from 1
cli-arg-template-file = A template (.toml)
cli-arg-template-name = Name of a template
cli-arg-new-name = Under this name
cli-arg-per-worker = Also one PDF per worker
cli-arg-out = Where the result goes
cli-arg-accept-warnings = Issue rows with warnings too
cli-arg-skip-rejected = Leave rejected rows out
cli-arg-dry-run = Only show what would be issued
cli-arg-from = From this date
cli-arg-to = Up to this date
cli-arg-search = Text in company name, NPP or number
cli-arg-status = Only those in this status
cli-arg-full = All columns, not only the office's four
cli-arg-rows = Number of workers
cli-arg-kind = Shape of the list: sipp, smile or hr
cli-arg-dirty = With a mistake in about one row of eight
cli-arg-seed = The same number gives the same list
cli-bad-npp = an NPP has 8 digits or letters
cli-bad-kpj = a KPJ has 11 digits
cli-bad-receipt = write the number of the receipt, as in 0001/2026
cli-bad-date = write a date as 2026-11-20 or 20-11-2026
cli-bad-map = write FIELD=COLUMN; fields: kpj, nik, name, birth_date, sex, membership_date, identity_kind, npp, company
cli-file = File
cli-place = Place
cli-place-sheet = sheet { $sheet }, column titles in row { $row }
cli-place-line = column titles in row { $row }
cli-company = Company
cli-columns = Columns
cli-rows = Content
cli-kpj-from = Second list
cli-kpj-from-completed = { $file }: { $completed } KPJ numbers completed
cli-kpj-from-missing = still without a number: row { $rows }
cli-kpj-from-ambiguous = NIK has more than one number in the second list, so not completed: row { $rows }
cli-kpj-from-unused = not needed from the second list: row { $rows }
cli-mapping-remembered = columns as chosen last time
cli-seen = The same file
cli-seen-receipt = was issued before: receipt { $number }, { $date }, { $cards } cards, { $status }
cli-rejects-written = { $rows } rows for the company to repair were written to { $file }.{" "}
cli-rejects-left-out = Left out, as the card was already issued: row { $rows }.
cli-receipt = Receipt
cli-cards = Cards
cli-file-cards = Cards PDF
cli-file-receipt = Receipt PDF
cli-copy = Copy
cli-failed-copy = Copy failed
cli-would-issue = Would issue { $cards } cards for { $npp } { $company }. Nothing was written.
cli-sample-written = A sample list of { $rows } synthetic workers was written to { $file }.

## Window

ui-import = Import
ui-register = Register
ui-settings = Settings
ui-version = Version { $version }
ui-choose = Choose…
ui-open = Open
ui-save = Save
ui-close = Close
ui-cancel = Cancel
ui-cancel-hint = Stop; nothing is written
ui-cancelling = Cancelling…
ui-back = Back
ui-back-hint = Back to choosing a file
ui-retry = Try again
ui-thousands = ,
ui-count = { $count } rows
ui-count-of = { $count } of { $total }

ui-col-row = Row
ui-col-kpj = KPJ
ui-col-name = Name
ui-col-nik = NIK
ui-col-birth = Born
ui-col-problem = Remarks
ui-col-date = Date
ui-col-number = Receipt no.
ui-col-npp = NPP
ui-col-company = Company
ui-col-cards = Cards
ui-col-status = Status

ui-import-lead = Choose a company's list of workers. It is checked first; cards are made only when you agree.
ui-drop = Drop a list here
ui-drop-lead = Drag an Excel, ODS or CSV file into this window, or choose one from the computer.
ui-choose-file = Choose a file…
ui-choose-file-hint = Choose a file from the computer
ui-choose-other = Choose another file…
ui-path = Or type the path of a file
ui-path-example = such as C:\Lists\template_tk_24101780.xlsx
ui-no-dialog = This computer offers no file dialog. Type the path.
ui-practise = Try a sample list
ui-practise-lead = Is this your first time here?
ui-practice = Practice with sample data. Nothing reaches the office's register.
ui-leave-practice = Back to the office's data
ui-sample-list = Sample list
ui-one-at-a-time = Work is still going on. Wait until it is done, or cancel it.

ui-reading = Reading the list
ui-reading-cancelled = Reading was cancelled. Nothing was written.
ui-issuing = Issuing cards
ui-issuing-cancelled = Issuing was cancelled. Nothing was issued.
ui-stage-reading = Reading the file…
ui-stage-checking = Checking rows…
ui-stage-cards = Making cards…
ui-stage-receipt = Making the receipt…
ui-stage-saving = Saving; too late to cancel…

ui-failed = The list cannot be read
ui-failed-what = What happened
ui-failed-kept = What is safe
ui-failed-kept-nothing = Your file was not changed, and nothing was written to the register.
ui-failed-next = What next
ui-failure-cancelled = The work was cancelled.
ui-failure-cancelled-hint = Nothing was written. You can begin again at any time.
ui-failure-panicked = Something went wrong inside the program.
ui-failure-panicked-hint = What was saved is safe. Try once more; if it happens again, report it with the steps.

ui-review = Check the list
ui-recognised = Header in row { $row }
ui-recognised-sheet = Sheet "{ $sheet }", header in row { $row }
ui-recognised-more = { $count } more
ui-npp-example = 8 digits
ui-npp-wrong = An NPP has 8 digits.
ui-company-example = as in the list of companies
ui-ro = RO
ui-ro-example = may stay empty
ui-receipt-date = Receipt date
ui-date-example = dd-mm-yyyy
ui-date-wrong = Write dd-mm-yyyy.
ui-email = Company e-mail
ui-email-example = may stay empty
ui-entered = Data entered on
ui-posted = Contribution posted on
ui-more = Details
ui-less = Fewer
ui-chip-all = All { $count }
ui-chip-ready = Ready { $count }
ui-chip-warning = Warnings { $count }
ui-chip-rejected = Rejected { $count }
ui-no-rows-here = No row has this status.
ui-no-name = (no name)
ui-row-number = Row { $row }
ui-row-held = Held back by the problem of the file above.
ui-details-none = Choose a row to read all remarks on it.
ui-details-fine = Nothing is wrong. The card can be issued.
ui-accept = Accept rows with warnings ({ $count })
ui-accept-file = Accept the warnings about this file
ui-skip = Skip rejected rows ({ $count })
ui-paper = Paper of cards
ui-paper-card = Card
ui-paper-a4 = A4
ui-paper-f4 = F4
ui-issue = Issue { $count } cards
ui-issue-hint = Make cards, receipt and register row at once
ui-issue-ready = Ready to issue.
ui-obstacle-file = This file has to be corrected first.
ui-obstacle-no-rows = No row can be issued.
ui-obstacle-npp = Enter the company's NPP.
ui-obstacle-company = Enter the company's name.
ui-obstacle-date = Correct the date.
ui-obstacle-rejected = Tick "Skip", or correct the rejected rows ({ $count }).
ui-obstacle-warnings = Look at the warnings, then tick "Accept".
ui-refused-problems = There are problems that nobody accepted or skipped. Nothing was issued.
ui-refused-problems-hint = Look at the marked rows, then tick your choice below.
ui-refused-nothing = No row can be issued.
ui-refused-nothing-hint = Correct the list, then read it again.
ui-refused-meanwhile = Some of the cards were issued after this list was read. Nothing was issued.
ui-refused-meanwhile-hint = Choose the file once more to have it checked again.

ui-send-back = Return to the company…
ui-send-back-hint = Make an Excel file of the rows with problems for the company to correct
ui-send-back-where = Save the file for the company as
ui-send-back-name = { $list } - to correct.xlsx
ui-sent-back = { $count } rows were written to { $file }.
ui-sent-back-left-out = Left out because their cards are issued already: { $count }.
ui-complete = Complete KPJ numbers from another file
ui-complete-offer = Complete KPJ numbers from another file…
ui-complete-hint = Take missing KPJ numbers from another file, matched by NIK
ui-completed = KPJ numbers from { $file }: { $completed } completed, { $missing } still missing, { $unused } rows unused.
ui-completed-ambiguous = Of these, { $count } have more than one number in that file.
ui-seen = This file was issued before: receipt { $number }, { $date }, { $cards } cards.
ui-seen-void = This file was issued before and made void: receipt { $number }, { $date }, { $cards } cards.
ui-mapping-remembered = Columns as chosen last time
ui-working = Checking again…
ui-next-problem = Next problem
ui-next-problem-hint = Choose the next row with a problem
ui-no-problem-left = No row shown here has a problem.
ui-undo = Undo
ui-undo-hint = Take the last repair back
ui-use = Use { $suggestion }
ui-use-hint = Put this value in the cell
ui-use-all = Apply to { $count } rows
ui-use-all-hint = Use what is offered for every row with the same problem
ui-apply-hint = Enter: apply and go on to the next problem
ui-before = Before: { $value }
ui-before-empty = It was empty before
ui-or-nik = Or correct the NIK, if that is what is wrong.
ui-repaired = Repaired
ui-obstacle-typed = Press Enter to apply what you typed.
ui-paste = Paste from Excel
ui-paste-hint = Paste cells copied in Excel, with their column titles
ui-paste-nothing = No cells were copied. Select cells in Excel with their column titles, copy them, then paste here.
ui-pasted = Pasted cells
ui-queued = Added to the queue; { $count } files now.
ui-queue = File { $at } of { $count }
ui-queue-more = +{ $count }
ui-queue-skip = Skip this file
ui-queue-next = Next
ui-queue-hint = Open the next file of the queue

ui-done = Cards issued
ui-done-lead = Receipt number
ui-done-elsewhere = Cards are issued: { $number }
ui-done-recorded = Recorded in the register
ui-cards = { $count } cards
ui-open-cards = Open cards (PDF)
ui-open-receipt = Open receipt (PDF)
ui-open-folder = Open folder
ui-import-another = Import another list
ui-copies = { $count } copies are in the documents folder.
ui-copies-failed = { $count } copies could not be saved in the documents folder. The originals are safe in the archive.
ui-open-missing = File not found: { $file }.
ui-open-missing-hint = It may have been moved.
ui-open-failed = No program could open { $file }.

ui-preview = Preview
ui-preview-hint = See the PDF that would be issued; no number yet, nothing recorded
ui-preview-issued-hint = See the issued PDF, page by page
ui-preview-lead = Nothing is written or recorded.
ui-preview-opening = Opening the documents…
ui-preview-draft = DRAFT: not issued, no number yet
ui-preview-back = Back
ui-preview-back-hint = Back to the screen before
ui-preview-cards = Cards
ui-preview-receipt = Receipt
ui-preview-part-hint = The other document
ui-preview-page = Page
ui-preview-of = of { $count }
ui-preview-previous = Previous page
ui-preview-next = Next page
ui-preview-nearer = Zoom in
ui-preview-farther = Zoom out
ui-preview-percent = { $percent }%
ui-preview-fit-page = Whole page
ui-preview-fit-width = Page width
ui-preview-fit-hint = Fit to the window

ui-register-lead = All receipts, newest first.
ui-register-search = Find company, NPP, number
ui-register-search-hint = Search the register
ui-register-reading = Reading the register…
ui-register-none = Nothing matches this search.
ui-register-empty = The register is empty
ui-register-empty-lead = Each batch of cards writes one row here; nothing is typed twice.
ui-register-begin = Import the first list
ui-register-choose = Choose a row to open its documents.
ui-register-old = A row from the old Excel register; the archive has no documents for it.
ui-handed-over = Handed over to { $person } on { $date }.
ui-chosen = Receipt { $number }, { $company }
ui-total = { $entries } receipts · { $cards } cards
ui-status-issued = Issued
ui-status-printed = Printed
ui-status-emailed = E-mailed
ui-status-handed-over = Handed over
ui-status-void = Void
ui-export = Export…
ui-export-name = KPJ register { $date }.xlsx
ui-export-save = Export
ui-export-replace = Replace file
ui-export-full = All columns (also number, RO, status, hand-over)
ui-export-note = .xlsx for Excel, .csv for text. Only the rows shown.
ui-export-exists = That file exists and will be replaced.
ui-exported = { $count } rows exported to { $file }

ui-settings-lead = For documents issued after saving.
ui-settings-unsaved = Not saved
ui-settings-discard = Undo
ui-settings-save-hint = Save the settings
ui-settings-saved = Settings saved.
ui-settings-office = Office
ui-settings-branch = Name of the office
ui-settings-branch-note = First line of the receipt's letterhead.
ui-settings-branch-example = Kantor Cabang Bojonegoro
ui-settings-kop = Letterhead
ui-settings-kop-note = Address and telephone, a line each.
ui-settings-kop-example = Jl. Contoh No. 1, Bojonegoro
ui-settings-place = Place
ui-settings-place-note = Before the date on the receipt.
ui-settings-place-example = Bojonegoro
ui-settings-officer = Officer
ui-settings-officer-note = Name and position under Yang Menyerahkan.
ui-settings-officer-example = Name of the officer
ui-settings-officer-title-example = Position
ui-settings-documents = Documents
ui-settings-paper = Paper of cards
ui-settings-paper-note = Card: one CR80 a page. A4 and F4: ten cards a sheet.
ui-settings-receipt-paper = Paper of receipts
ui-settings-receipt-paper-note = F4 is folio, 215 × 330 mm.
ui-settings-nik = NIK
ui-settings-nik-note = Receipts leave the office.
ui-settings-nik-tick = Show the NIK on receipts, partly hidden
ui-settings-pattern = Number pattern
ui-settings-pattern-note = { "{seq:04}" } sequence of four digits, { "{year}" } year.
ui-settings-pattern-becomes = Example: { $example }
ui-settings-pattern-wrong = The pattern needs { "{seq}" } and { "{year}" }, so that no number repeats.
ui-settings-folder = Folder for copies
ui-settings-folder-note = Each PDF is also copied here. May stay empty.
ui-settings-folder-none = No copies
ui-settings-folder-wrong = Write the folder's full path.
ui-settings-folder-missing = There is no folder { $folder }. The settings are not saved yet.
ui-settings-folder-missing-hint = Make the folder first, choose another one, or leave it empty.
ui-settings-checks = Checks
ui-settings-digit = Check digit
ui-settings-digit-note = The rule is observed, not official.
ui-settings-digit-tick = Warn when the last digit of a KPJ does not fit
ui-settings-look = Appearance
ui-settings-theme = Theme
ui-settings-theme-note = Shows at once; saved with the rest.
ui-settings-look-system = As the system
ui-settings-look-light = Light
ui-settings-look-dark = Dark

ui-close-while-issuing = Cards are being issued. Wait until it is done, or cancel it first.
ui-close-unsaved = The settings are not saved. Close once more to discard the changes.
ui-no-display = There is no screen to open the window on. Use the kpj command, or start it from a desktop.
ui-no-data-folder = The data folder is not known. Name it with --data-dir.
ui-no-window = The window could not be opened: { $reason }
