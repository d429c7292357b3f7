app-name = Cetak KPJ

## Months, by their Indonesian names

month = { $name ->
    [Januari] January
    [Februari] February
    [Maret] March
    [Mei] May
    [Juni] June
    [Juli] July
    [Agustus] August
    [Oktober] October
    [Desember] December
   *[other] { $name }
}

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
doubt-missing = There is no column for { $field }.
doubt-several = Several columns fit { $field }: { $columns }.

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

## The explanation of each problem code: what it means, why it must be right, what to do.

explain-why = Why it must be right
explain-example = Example ({ $field })
explain-wrong = Wrong
explain-right = Right
explain-do = What to do
explain-empty = (empty)
explain-left-out = (this row is left out)
explain-same-row = In the same row, { $field }: { $value }
explain-earlier-row = In an earlier row, { $field }: { $value }
explain-issued = On a card that was issued before, { $field }: { $value }
explain-error = A row with this problem cannot be issued.
explain-warning = May be issued once someone has looked and accepted it.
explain-error-file = A list with this problem cannot be issued.
explain-more = kpj explain CODE explains one code with an example.
explain-name-missing = The name in this row is empty.
explain-name-missing-why = The name is what a card says first; a card without one cannot be handed over.
explain-name-missing-do = Type the name as on the identity card. If you do not know it, send the row back to the company.
explain-name-unusual = The name is unusual: it holds a digit, or more than 60 characters.
explain-name-unusual-why = Usually a letter was typed as a digit (O and 0, I and 1), or another column slipped in.
explain-name-unusual-do = Compare it with the identity card and repair it. If it really is so, accept the warning.
explain-name-unprintable = The name holds a character that the card's lettering does not have.
explain-name-unprintable-why = On the card it would leave a hole; the printed name would not be whole.
explain-name-unprintable-do = Write the name in Latin letters, as on the identity card or passport.
explain-kpj-missing = The KPJ number in this row is empty.
explain-kpj-missing-why = KPJ numbers come from the central system; this program never makes one up.
explain-kpj-missing-do = Complete them from the SMILE list or the wage file; they are matched by NIK.
explain-kpj-format = The KPJ number does not have 11 digits.
explain-kpj-format-why = With a digit too few or too many the participant cannot be found.
explain-kpj-format-do = Copy the number from SMILE. Spaces, dots and dashes do no harm; there must be 11 digits.
explain-kpj-lost-zero = The KPJ is stored as a number of 10 digits.
explain-kpj-lost-zero-why = Excel drops a zero before a number, but that zero is part of the KPJ.
explain-kpj-lost-zero-do = Compare the suggestion with SMILE, and use it if it is right. Next time format the column as Text.
explain-kpj-check-digit = The last digit of the KPJ does not fit the other ten.
explain-kpj-check-digit-why = The last digit is worked out from the others, so a typing error usually shows here.
explain-kpj-check-digit-do = Compare it with SMILE. If it is the same, accept the warning: the rule was observed, it is not official.
explain-kpj-repeated = Someone else in an earlier row has this KPJ.
explain-kpj-repeated-why = A KPJ belongs to one person; of two cards with one number, one is wrong.
explain-kpj-repeated-do = Look both people up in SMILE and repair the wrong number.
explain-row-repeated = The same person with the same KPJ stands in an earlier row.
explain-row-repeated-why = Were both issued, this person would get two cards and the register would count one too many.
explain-row-repeated-do = Leave the rejected rows out when you issue; the first of the two is issued all the same.
explain-kpj-already-issued = A card with this KPJ was issued before.
explain-kpj-already-issued-why = A card issued twice is counted twice in the register.
explain-kpj-already-issued-do = Leave the row out. If the card was lost or damaged, open its receipt in the register and print it again.
explain-nik-missing = The NIK in this row is empty.
explain-nik-missing-why = The NIK makes sure that the card reaches the right person; names can be the same.
explain-nik-missing-do = Type the NIK from the identity card. For foreign workers give PASSPORT as kind of identity, and its number.
explain-nik-format = The NIK does not have 16 digits.
explain-nik-format-why = A NIK with a digit too few or too many is nobody's.
explain-nik-format-do = Type the NIK again from the identity card, all 16 digits.
explain-nik-damaged = This NIK is damaged, because Excel stored it as a number.
explain-nik-damaged-why = Excel keeps 15 digits only; the 16th becomes 0, and nobody can work it out again.
explain-nik-damaged-do = Type the NIK again from the identity card. In Excel format the column as Text first, then type.
explain-nik-date = The birth date inside the NIK is in no calendar.
explain-nik-date-why = Digits 7 to 12 are the birth date (for women 40 is added to the day); a day 32 is a typing error.
explain-nik-date-do = Type the NIK again from the identity card.
explain-nik-serial = The NIK ends in 0000.
explain-nik-serial-why = Serials begin with 0001; 0000 is nearly always what Excel left of a NIK.
explain-nik-serial-do = Type the NIK again from the identity card.
explain-nik-repeated = This NIK stands in an earlier row with another KPJ.
explain-nik-repeated-why = Nobody gets two numbers at one company; perhaps a NIK was copied to the wrong person.
explain-nik-repeated-do = Compare both rows with the identity cards and SMILE, and repair the wrong one.
explain-nik-province = The first two digits of the NIK are no known province.
explain-nik-province-why = A province that does not exist usually means that the first digits were mistyped.
explain-nik-province-do = Compare it with the identity card. If it really is so, accept the warning.
explain-nik-birth-date = The birth date is not the one inside the NIK.
explain-nik-birth-date-why = One of the two is wrong; often Excel made day and month change places.
explain-nik-birth-date-do = Compare the identity card. If the suggestion is right, use it.
explain-nik-sex = The sex is not the one inside the NIK.
explain-nik-sex-why = In a woman's NIK 40 is added to the day of birth; so either the NIK or the column is wrong.
explain-nik-sex-do = Compare the identity card and repair what is wrong.
explain-nik-known = The person with this NIK already holds a card with another KPJ.
explain-nik-known-why = That is right for someone who changed employers, and wrong if the NIK was copied.
explain-nik-known-do = Look the person up in Find a person and compare. If it is the same person, accept the warning.
explain-birth-date-missing = The birth date in this row is empty.
explain-birth-date-missing-why = With the birth date the program can check the NIK; a card may show it too.
explain-birth-date-missing-do = Type the birth date from the identity card: day-month-year.
explain-birth-date-format = The cell cannot be read as a date.
explain-birth-date-format-why = The program does not guess; a wrong guess would spoil the participant's data.
explain-birth-date-format-do = Write day-month-year with a year of four digits.
explain-birth-date-range = By the birth date this person is under 15, over 100, or not yet born.
explain-birth-date-range-why = Usually the year was mistyped, or the first day at work was entered as birth date.
explain-birth-date-range-do = Compare the identity card. If it really is so, accept the warning.
explain-sex-format = The sex is not known.
explain-sex-format-why = Only a sex that can be read is compared with the NIK.
explain-sex-format-do = Write L or P.
explain-birth-date-column-missing = This list has no birth date column.
explain-birth-date-column-missing-why = Without birth dates, typing errors inside a NIK cannot be found.
explain-birth-date-column-missing-do = If there is such a column under another title, show it by Change columns. If there is none, accept the warning.
explain-nik-column-is-employee-number = The NIK column seems to hold employee numbers.
explain-nik-column-is-employee-number-why = In companies NIK often means Nomor Induk Karyawan, the employee number; cards need the NIK of the identity card.
explain-nik-column-is-employee-number-do = If another column holds it, show it by Change columns. If not, ask the company to add it.
explain-npp-letters = The NPP holds letters.
explain-npp-letters-why = Only old registrations have letters; under a wrong NPP the cards are recorded for another company.
explain-npp-letters-do = Compare the NPP with SMILE. If it really is so, accept the warning.

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
error-sheet-no-room = The margins leave no room for a card on the sheet; nothing was saved or issued.
error-sheet-no-room-hint = Make the margins of the sheet smaller.
error-calibration = The correction is larger than one can be; nothing was saved.
error-calibration-hint = Offsets go from -10 to 10 mm, scales from 0.95 to 1.05. Print the test page at 100 % and measure again.
error-printer-name = A printer needs a name; nothing was saved.
error-printer-name-hint = Write the name that the system shows for the printer.
error-start-at = The sheet has no place { $subject }; nothing was made.
error-start-at-hint = Choose a place from 1 to the number of cards on a sheet; single cards have no other place.
error-company-not-found = There is no company with NPP { $subject }.
error-company-not-found-hint = Look its NPP up with kpj company list.
error-company-same = NPP { $subject } stands for that company already; nothing was changed.
error-company-same-hint = Check the order: first the NPP that is wrong, then the right one.
error-company-not-merged = NPP { $subject } is not merged into another company; nothing was changed.
error-company-not-merged-hint = kpj company show tells how it stands.
error-no-old-register = No register was recognised in { $subject }.
error-no-old-register-hint = A register needs a row of column titles such as Tanggal, NPP, Nama Perusahaan and Jumlah KPJ, with rows below. Hidden sheets are read only if named with --sheet.
error-take-over-not-found = There is no take-over number { $subject }.
error-take-over-not-found-hint = kpj register imports shows the numbers.
error-take-over-undone = Take-over number { $subject } was undone before.
error-take-over-undone-hint = Nothing needs to be done.
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
error-no-such-card = There is no card number { $subject } on this receipt; nothing was changed.
error-no-such-card-hint = Name a KPJ, or its number on the receipt such as 3 or 7-9.
error-reason-missing = No reason was given; nothing was changed.
error-reason-missing-hint = Say why in a few words: the reason is recorded and stays.
error-list-not-found = No list { $subject } is waiting.
error-list-not-found-hint = It may have been issued or withdrawn. See what waits with: kpj pending list.
error-note-missing = No note was given; nothing was printed.
error-note-missing-hint = Say in your own words why the cards are printed again: the note stays with the receipt.
error-kpj-not-found = No card with this KPJ was issued here: { $subject }. Nothing was printed.
error-kpj-not-found-hint = Compare the number with the card; cards from before this program cannot be reprinted here.
error-kpj-void = The receipt of this card is void: { $subject }. Nothing was printed.
error-kpj-void-hint = A void card is not printed again. Issue it with a new list.
error-logo-unusable = The logo { $subject } cannot be used; nothing was changed.
error-logo-unusable-hint = Choose a PNG or JPEG picture (RGB, at most 16 MB) again in the settings, or take the logo away: kpj logo --remove.
error-scan-unreadable = File { $subject } cannot be read; nothing was recorded.
error-scan-unreadable-hint = See whether the file is still there and may be opened, then try again.
error-scan-format = { $subject } is no scan that can be kept; nothing was recorded.
error-scan-format-hint = Attach a photo or scan as JPEG, PNG or PDF.
error-scan-too-large = { $subject } is larger than 20 MB; nothing was recorded.
error-scan-too-large-hint = Scan it again at 300 dpi, or make the photo smaller.
error-document-missing = An issued document is not in its place: { $subject }.
error-document-missing-hint = Restore it from a backup, or make a copy of the receipt (SALINAN).
error-document-changed = An issued document was changed after it was issued: { $subject }.
error-document-changed-hint = Do not use it. Restore it from a backup, or make a copy of the receipt (SALINAN).
error-setting-invalid = { $subject }. Nothing was changed.
error-setting-invalid-hint = Correct the value; kpj settings list names all settings.
error-setting-unknown = There is no setting { $subject }. Nothing was changed.
error-setting-unknown-hint = See the names with kpj settings list; a file of a newer program needs a newer program.
error-folder-missing = There is no folder { $subject }. The settings are not saved yet.
error-folder-missing-hint = Make the folder first, choose another one, or leave it empty.
error-settings-unusable = { $subject } holds no settings of this program, or is damaged. Nothing was changed.
error-settings-unusable-hint = Use a file written by Save to a file or kpj settings export.
error-settings-newer = { $subject } was written by a newer program. Nothing was changed.
error-settings-newer-hint = Update this program first.
error-no-mail-server = The office has no mail server set up. Nothing was sent.
error-no-mail-server-hint = Fill in server and sender, or make a draft with --draft.
error-email-missing = The address of the company of receipt { $subject } is not known. Nothing was sent.
error-email-missing-hint = Say it; on the command line: --to.
error-email-address = Not an e-mail address: { $subject }. Nothing was sent or recorded.
error-email-address-hint = Like hrd@company.co.id; several with commas between. The sender stands in the settings.
error-email-server-unreachable = The mail server cannot be reached: { $subject }. Nothing was sent.
error-email-server-unreachable-hint = Look at the network, the name of the server and its port, then try again.
error-email-server-unsafe = The way to the mail server cannot be made safe: { $subject }. Nothing was sent.
error-email-server-unsafe-hint = Ask those who keep the server for its certificate. Personal data is never sent without encryption.
error-email-login = The mail server refuses the name or the password. Nothing was sent.
error-email-login-hint = Look at both, then try again.
error-email-refused = The mail server refused: { $subject }. Nothing was sent.
error-email-refused-hint = Look at the recipient and at the size of the attachments.
error-email-broken-off = The connection to the mail server broke: { $subject }. The e-mail may have been sent.
error-email-broken-off-hint = Look into the sent mail or ask the company before sending again.
error-email-password-missing = The mail server asks for a password, and none is kept. Nothing was sent.
error-email-password-missing-hint = Type the password; on the command line: kpj settings password.
error-no-keyring = This computer has no keeper of passwords.
error-no-keyring-hint = Type the password each time; on the command line: the variable CETAK_KPJ_SMTP_PASSWORD.
error-keyring-refused = The keeper of passwords refuses: { $subject }.
error-keyring-refused-hint = Unlock it and try again, or type the password.
error-email-failed = The e-mail could not be put together: { $subject }. Nothing was sent.
error-email-failed-hint = Look at the text of the e-mail in the settings.
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
error-paper-not-found = The printer has no such paper: { $subject }. Nothing was printed.
error-paper-not-found-hint = For the names of its papers: kpj --json print --list-printers; without --paper the one of the document's size is taken.
error-copy-not-found = There is no such document of that copy: { $subject }. Nothing was printed.
error-copy-not-found-hint = kpj mark NUMBER shows the copies. A copy of the receipt alone has no cards.
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
error-out-exists = { $subject } exists already; nothing was written.
error-out-exists-hint = Choose another name; on the command line --force replaces it.
error-not-a-backup = { $subject } is no backup of Cetak KPJ; nothing was changed.
error-not-a-backup-hint = Choose a file that "kpj backup" or the backup button made.
error-backup-damaged = The backup { $subject } is damaged, cut off or changed; nothing was restored.
error-backup-damaged-hint = Use another backup.
error-backup-unreadable = { $subject } cannot be read or written; nothing was changed.
error-backup-unreadable-hint = Make sure that the disk is there and not full and the file may be opened, then try again.
error-restore-unfinished = A restore is not finished yet: a file in the data folder is still in use or cannot be moved.
error-restore-unfinished-hint = Close PDFs and other programs that use the data folder, then open this program again: it goes on by itself.
error-no-data-folder = No data folder could be determined.
error-no-data-folder-hint = Name one with --data-dir or CETAK_KPJ_DATA.

# verify
difference-nothing = nothing
difference-database-damaged = The database is damaged: { $subject }
difference-audit-changed = Entry { $subject } of the audit trail was changed, moved or put in between.
difference-audit-missing = Entry { $subject } of the audit trail is gone.
difference-audit-added = Entry { $subject } stands outside the audit trail.
difference-audit-head = The end of the audit trail is not the one recorded.
difference-number-missing = Number { $subject } of the year { $expected } does not exist.
difference-issue-not-in-trail = The issue of { $subject } does not stand in the audit trail.
difference-record-changed = The documents of { $subject } are recorded otherwise than the audit trail tells of their issue.
difference-register-missing = This receipt is not in the register; it has { COUNT($expected) ->
    [one] { $expected } card
   *[other] { $expected } cards
}.
difference-cards-count = The register says { COUNT($expected) ->
    [one] { $expected } card
   *[other] { $expected } cards
}; stored: { $found }.
difference-list-count = { COUNT($expected) ->
    [one] { $expected } row of the list was accepted
   *[other] { $expected } rows of the list were accepted
}, { COUNT($found) ->
    [one] { $found } card is
   *[other] { $found } cards are
} stored.
difference-document-not-recorded = A document ({ $subject }) is not recorded.
difference-document-missing = The file { $subject } is gone.
difference-document-changed = The file { $subject } is no longer the one that was issued.
difference-document-unreadable = The file { $subject } cannot be read as a PDF.
difference-cards-numbers = The KPJ numbers in { $subject } are not those of the { COUNT($expected) ->
    [one] { $expected } card
   *[other] { $expected } cards
} stored.
difference-receipt-count = { $subject } says { COUNT($found) ->
    [one] { $found } card
   *[other] { $found } cards
}, should be { $expected }.
difference-receipt-numbers = The KPJ numbers on { $subject } are not those of the { COUNT($expected) ->
    [one] { $expected } card
   *[other] { $expected } cards
} stored.
difference-file-unknown = The file { $subject } is in the archive but not recorded.
verify-sound = The archive is sound: { COUNT($receipts) ->
    [one] { $receipts } receipt
   *[other] { $receipts } receipts
}, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}.
verify-differences = { COUNT($differences) ->
    [one] { $differences } difference
   *[other] { $differences } differences
} in { COUNT($receipts) ->
    [one] { $receipts } receipt
   *[other] { $receipts } receipts
}, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}. Nothing was changed.
verify-trail = Audit trail: { COUNT($entries) ->
    [one] { $entries } entry
   *[other] { $entries } entries
}, ending with { $hash }

# backup and restore
backup-file = Backup
backup-holds = Holds
backup-size = Size
backup-size-of = { COUNT($files) ->
    [one] { $files } file
   *[other] { $files } files
}, { $bytes } bytes
backup-tally = { COUNT($receipts) ->
    [one] { $receipts } receipt
   *[other] { $receipts } receipts
} (last { $last }), { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}, { COUNT($register) ->
    [one] { $register } row of the register
   *[other] { $register } rows of the register
}, { COUNT($entries) ->
    [one] { $entries } audit entry
   *[other] { $entries } audit entries
}
backup-unsound = { COUNT($documents) ->
    [one] { $documents } document is
   *[other] { $documents } documents are
} gone or no longer those that were issued; the backup has them as they are. Run kpj verify.
restore-backup = Backup of { $made }
restore-present = Here
restore-unreadable = no database, or one that cannot be read
restore-kept-in = What was here before
restore-done = The backup is restored.
restore-refused = Nothing was changed: there is data here that the backup does not have. --force restores all the same; what is here is kept in a folder of its own.

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
life-scans = Scans
life-letters = E-mail
life-to-print = To print again
life-copy = copy { $number } of the receipt
life-reprint = copy { $number }: { COUNT($cards) ->
    [one] { $cards } card printed again
   *[other] { $cards } cards printed again
}, { $reason } ({ $note })
life-spoilt = came out spoilt, waits to be printed again
life-spoilt-settled = came out spoilt, settled { $on }
spoilt-none = No spoilt card waits to be printed again.
logo-taken = { $file } is the logo of receipts from now on.
logo-removed = Receipts have no logo from now on.
verify-code-holds = The code is genuine: the register still says what was printed.
verify-code-altered = The code was printed by this office, but the register no longer says the same. Someone must look into it.
verify-code-unknown = No receipt of this office carries the code { $code }. Read it once more; if it is right, the paper is not from this office.

## Work to do

step-awaiting-kpj = waiting for KPJs
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

## Work to do, screen

ui-work = Work
ui-work-lead = { $date } · the oldest on top
ui-work-empty = Everything is done
ui-work-empty-lead = Lists that wait, cards that are not printed and cards that are not handed over will show here, the oldest on top.
ui-work-import = Import a list
ui-work-all = All
ui-work-small-first = Small ones first
ui-work-none-here = Nothing waits here. Import the next list, or choose All.
ui-work-age = Age
ui-work-days = { COUNT($count) ->
    [one] { $count } day
   *[other] { $count } days
}
ui-work-late = late
ui-work-late-more = over { $days } working days
ui-work-soon = soon
ui-work-soon-more = today or tomorrow
ui-work-today = cards today
ui-work-month = cards this month
ui-work-receipts = { COUNT($count) ->
    [one] { $count } receipt
   *[other] { $count } receipts
}
ui-work-by-month = Cards by month
ui-work-month-cards = { $month } { $year }: { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
ui-work-most = Most in { $of }
ui-work-by-ro = This month by RO
ui-work-no-ro = without RO
ui-work-other-ro = { COUNT($count) ->
    [one] { $count } other
   *[other] { $count } others
}
ui-work-none-this-month = No cards this month yet.
ui-work-holidays = The holidays of { $year } are not entered, so work may be counted too old. Add them in the settings.
ui-work-choose = Choose a piece of work; press Enter to open it.
ui-work-spoilt = { COUNT($count) ->
    [one] { $count } spoilt card waits
   *[other] { $count } spoilt cards wait
} to be printed again.
ui-work-again = Print again…
ui-work-since-posted = counted from the posting, { $date }
ui-work-since-entered = counted from the data entry, { $date } (posting date unknown)
ui-work-since-received = counted from the import, { $date } (posting date unknown)
ui-work-since-issued = counted from the issue, { $date } (posting date unknown)
ui-work-resume = Go on
ui-work-queue = Open { $count } lists
ui-work-queue-hint = Open all lists that wait as a queue
ui-work-open-receipt = Open in the register
ui-work-open-hint = Opens the chosen piece of work
ui-work-withdraw = Withdraw list…
ui-work-withdraw-lead = A withdrawn list does not wait any more, and its data is removed. Why is it withdrawn?
ui-work-reason = For example: wrong company
ui-work-keep = Keep it
ui-work-withdraw-now = Withdraw
ui-work-kept = The list is kept under Work until it is issued.

row-ready = ready
row-warning = warning
row-rejected = rejected
row-counts = { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $ready } ready, { $warning } warning, { $rejected } rejected

stage-reading = Reading the list
stage-checking = Checking rows
stage-cards = Making cards
stage-receipt = Making the receipt
stage-saving = Saving
stage-register = Writing register rows
stage-database = Examining the database
stage-documents = Examining documents
stage-packing = Writing the backup
stage-connecting = Calling the mail server
stage-sending = Sending the e-mail
stage-printing = Handing over to the printer…
stage-unpacking = Reading the backup

## Issuing

pasted-list = Pasted from the clipboard
issue-refused-problems = Nothing was issued ({ $counts }). Repair the list, or decide: accept warnings (--accept-warnings), skip rejected rows (--skip-rejected).
issue-refused-nothing-left = Nothing was issued ({ $counts }): no row can become a card.
issue-refused-meanwhile = Nothing was issued: some of these KPJ were issued in another window just now. Check the list again.

## Back to the company

rejects-note = Repair the coloured cells (red: must, yellow: check) and send this file back. The numbers in the column Alasan are row numbers of the original file, { $file }.
rejects-reason = Row { $row }: { $reasons }

## Printing

settings-changed = { $name }: { $old } → { $new }
settings-unchanged = Nothing changed.
settings-empty = (empty)
settings-history-line = { $at } { $actor }: { $name }: { $old } → { $new }
settings-password-ask = Password of the mail server:{" "}
settings-password-kept = The password is kept by this computer's keeper of passwords.
settings-password-forgotten = The password is not kept any more.
settings-history-none = No setting was changed yet.
settings-exported = { $settings } settings written to { $file }.
settings-exported-templates = Templates: { $names }
settings-exported-left-out = Left out because something is wrong in them: { $names }
settings-exported-logo = The logo is in it. Passwords never are.
settings-exported-no-logo = No logo. Passwords are never in it.
settings-import-template-new = Template { $name }: new
settings-import-template-same = Template { $name }: the same
settings-import-template-replaced = Template { $name }: replaced
settings-import-left-out = There is no folder { $folder } on this computer; { $name } stays as it is.
settings-import-dry = Nothing was written.
settings-imported = The settings are taken over.
email-sent = Sent to { $to }.
email-test-subject = Test of Cetak KPJ's e-mail
email-test-body = This e-mail was sent by { $server } to try the settings. It needs no answer.
letter-sending = not finished; may have arrived
letter-sent = sent
letter-failed = not sent
letter-unsure = broken off; may have arrived
email-drafted = Draft written: { $file }. Nothing is marked; mark it once it is sent.
job-waiting = It waits for its turn.
job-printing = It is being printed.
job-stopped = The printer stopped. { $reason }
job-done = It was handed to the printer.
job-cancelled = It was cancelled in the printer's queue.
job-failed = It failed. { $reason }
print-cards-sent = Cards, { $pages } pages, sent to { $printer }.
print-receipt-sent = Receipt, { $pages } pages, sent to { $printer }.
print-paper-unknown = This printer does not know a paper of that size: make sure that the right one is in it.
print-paper-small = This paper is smaller than the document: part of it will be cut off.
print-corrected = With the printer's correction: { $words }.
print-default = default
print-not-ready = not ready
print-no-printers = There are no printers.
cli-bad-pages = Write page numbers like 1-3,7.
cli-bad-cards = Name a KPJ, or its number on the receipt such as 3 or 7-9.

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
register-total = { COUNT($entries) ->
    [one] { $entries } receipt
   *[other] { $entries } receipts
}, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
register-exported = { COUNT($rows) ->
    [one] { $rows } register row written
   *[other] { $rows } register rows written
} to { $file }.
register-sum = Total
register-void = VOID ({ $cards })
recap-sheet = Recap
recap-title = Cards by month
recap-month = Month
recap-entries = Receipts
find-nobody = Nobody was found.
find-copies = copied { $copies } times
find-more = There are more; these are the first { $limit }. Write more of it, or use --limit.

## Companies

company-none = No company matches yet.
company-last = Last
company-merged-into = merged into { $npp }
company-email = E-mail
company-address = Address
company-division = Division code
company-alias = Other number
company-name-in-use = Name in register
company-change = Change
company-field-name = Name
company-field-merged = Merged into
company-merger = { COUNT($entries) ->
    [one] { $entries } row with
   *[other] { $entries } rows with
} { COUNT($cards) ->
    [one] { $cards } card of
   *[other] { $cards } cards of
} NPP { $from } will count in { $name } (NPP { $into }); the rows themselves stay as they are.
company-merger-follows = NPP { $npp } ({ $name }), merged into it before, goes along.

## Take-over of the old register. $value: the cell; $suggestion: what is offered.

old-problem-date-missing = The date is empty, and no date above stands for this row.
old-problem-date-format = "{ $value }" cannot be read as a date.
old-problem-date-range = { $value } is impossible: before 1990, or still to come.
old-problem-date-swapped = { $value } does not fit the month in the title; day and month may have changed places.
old-problem-npp-missing = The NPP is empty.
old-problem-npp-format = NPP "{ $value }" is not 8 letters or digits.
old-problem-npp-lost-zero = NPP { $value } has only 7 digits: its leading zero may be lost.
old-problem-company-missing = The company's name is empty.
old-problem-cards-missing = The number of KPJ is empty.
old-problem-cards-format = Number of KPJ "{ $value }" is not one whole number from 1 on.
old-problem-formula-without-value = The file does not hold the formula's result; open it in Excel, save, and try again.
old-suggestion = Suggestion: { $value }
old-counts = { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $new } new, { $known } known, { $rejected } with problems
old-cards = { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
} in new rows
old-repeated = { COUNT($count) ->
    [one] { $count } of them says the same
   *[other] { $count } of them say the same
} as another row of the file; all are taken.
old-void = { COUNT($void) ->
    [one] { $void } row that the file calls cancelled (BATAL) is
   *[other] { $void } rows that the file calls cancelled (BATAL) are
} not taken.
old-skipped = Sheets without a register, or hidden, are left out: { $sheets }
old-sheet = { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}, column titles in row { $row }
old-taken = Taken over: { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}, take-over number { $id }.
old-nothing-new = Nothing is new; the register holds it all.
old-refused = Nothing was written: { COUNT($rejected) ->
    [one] { $rejected } row has problems.
   *[other] { $rejected } rows have problems.
} Repair them in Excel, or repeat with --take-suggestions or --skip-rejected.
old-dry-run = Only shown; nothing was written.
old-undone = Take-over number { $id } is undone: { COUNT($rows) ->
    [one] { $rows } row no longer counts
   *[other] { $rows } rows no longer count
} in the register.
old-none = No old register was taken over yet.
old-col-id = No.
old-col-file = File
old-col-rows = Rows
old-col-undone = Undone

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
cli-explain = Explains a problem code with an example; without a code: all of them
cli-guide = Opens the illustrated guide (in Indonesian) in the browser
cli-forget-mapping = Forget the columns that were chosen for lists with titles like these
cli-issue = Issues cards, receipt and register row, all or nothing
cli-logo = Puts a picture on the letterhead of receipts
cli-reprint = Prints cards again, with a receipt that says SALINAN
cli-receipt = Gives a receipt out again; a void one says BATAL
cli-mark = Says what became of a batch; without a status, shows its history
cli-printed = The cards are printed, all but the failed ones
cli-emailed = The documents were sent by e-mail
cli-handed-over = The company took the cards
cli-email = Sends cards and receipt to the company by e-mail
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
cli-kpj-company = Companies: what is known, names over time, and merging
cli-company-list = Shows companies by name
cli-company-alike = Shows companies that may be the same as one: a similar name, or a mistyped NPP
cli-company-show = Shows everything known of a company
cli-set = Corrects a company; an empty value takes it away
cli-merge = Makes NPP FROM another number of company INTO; register rows stay as they are
cli-part = Takes a merge back
cli-find = Finds people by KPJ, NIK or name, with every card ever issued to them
cli-card = Shows everything that happened to one card
cli-people = Shows the people of a receipt with the numbers of their cards; goes on record
cli-spoilt = Shows the spoilt cards that wait to be printed again, over all receipts
cli-register = The register: every receipt ever issued
cli-list = Shows the register, newest first
cli-summary = Sums the register up by month, by company or by relationship officer
cli-export = Writes the register to a workbook (.xlsx) or CSV
cli-register-import = Takes over the old Excel register; what is known is not added again
cli-imports = Shows the old registers that were taken over
cli-verify = Proves the archive: database, audit trail, and every receipt with its files
cli-backup = Saves everything in one file: database, documents, templates
cli-restore = Brings back what a backup holds; what is here now is kept in a folder of its own
cli-sample = Writes a sample list of synthetic people
cli-template = Templates: what cards look like
cli-template-list = Shows all templates; * is the one in use
cli-template-check = Checks a template file and says which lines are wrong
cli-template-show = Shows the text of a template
cli-template-use = Makes a template the one of new cards
cli-template-import = Takes a template file and its pictures over into the office's
cli-settings = The office's settings
cli-settings-list = Shows all settings: name, value, and what each means
cli-settings-get = Shows the value of one setting
cli-settings-set = Changes one setting; the change is recorded
cli-settings-history = Shows who changed what, and when
cli-settings-password = Gives the password of the mail server to this computer's keeper of passwords (read from standard input)
cli-settings-export = Writes all settings, the office's templates and its logo to one file for the next computer
cli-settings-import = Takes the settings of such a file over, all of them or none
cli-calibration = Corrections for printers that print a little off
cli-calibration-list = Shows the printers and their corrections
cli-calibration-set = Keeps the correction of a printer; without values it is removed
cli-calibration-page = Writes a test page to measure a printer with
cli-calibration-apply = Writes a copy of a PDF, corrected for a printer
cli-arg-settings-list-search = Only settings with these words
cli-arg-setting = Name of the setting
cli-arg-value = New value; -: read from standard input (for several lines)
cli-arg-most = At most so many lines
cli-arg-settings-file = File of settings
cli-arg-settings-dry-run = Only show what would change
cli-arg-printer = Name of the printer
cli-arg-offset-x = To the right, mm, -10 to 10
cli-arg-offset-y = Downwards, mm, -10 to 10
cli-arg-scale-x = Stretch across, 0.95 to 1.05
cli-arg-scale-y = Stretch down, 0.95 to 1.05
cli-arg-measured = What was measured on the test page, mm: A,B,C,D
cli-arg-page-paper = Paper of the test page
cli-arg-corrected = With the printer's correction, to see whether it is right
cli-arg-pdf = The PDF
cli-bad-millimetres = write a number such as 0.3
cli-bad-measured = write four numbers such as 20.3,19.8,150.4,199.7
calibration-list = { $printer }: { $words }
calibration-words = offset { $x } / { $y } mm, scale { $across } / { $down }
calibration-none = No printer has a correction.
calibration-removed = { $printer } has no correction any more.
calibration-page = The test page for { $printer } was written to { $file }. Print it at 100 %, measure A, B, C and D, then: kpj calibration set --printer "{ $printer }" --measured A,B,C,D
calibration-applied = A copy corrected for { $printer } was written to { $file }.
cli-arg-data-dir = Data folder (database, settings, documents)
cli-arg-json = One JSON document on standard output
cli-arg-lang = Language: id or en
cli-arg-file = The worker list
cli-arg-sheet = Sheet to read
cli-arg-header-row = Row number of the column titles; 0: a list without titles
cli-arg-map = Column of a field, as in nik="No. KTP" or nik=C; name="First + Last"; sex= for none
cli-arg-kpj-from = A second list that completes missing KPJ numbers, joined on NIK
cli-arg-rejects = Workbook (.xlsx) with the rows that have problems, to send back to the company
cli-arg-npp = The company's number (NPP)
cli-arg-company = The company's name
cli-arg-ro = Relationship officer (RO)
cli-arg-email = The company's e-mail address
cli-arg-entered = Date the data was entered
cli-arg-posted = Date the contribution was posted
cli-arg-date = Date of the receipt; default: today
cli-arg-address = E-mail address; otherwise the company's own
cli-arg-test = Send a test without attachments; without --to: to the office itself
cli-arg-forget = Forget the password
cli-arg-draft = Only write a draft (.eml), to be sent from a mail program
cli-arg-list-printers = Show the printers that there are
cli-arg-what = The cards, the receipt, or both
cli-arg-copies = How many times
cli-arg-pages = Pages, such as 1-3,7; otherwise all
cli-arg-spoilt = Only the spoilt cards that wait to be printed again
cli-arg-nth-copy = The documents of the nth copy in place of the first ones
cli-arg-media = The paper, by the printer's name for it or card, a4, f4; otherwise the one of the document's size
cli-arg-uncorrected = Without the printer's correction in the settings
cli-arg-both-sides = On both sides, where the printer can
cli-arg-receipt = Number of the receipt
cli-arg-kpj = Numbers of the cards
cli-arg-one-kpj = Number of the card
cli-arg-all-spoilt = All spoilt cards that wait to be printed again (kpj spoilt)
cli-arg-why = lost, damaged, wrong-data or other
cli-arg-note = Why, in your own words
cli-arg-copy = A new copy (SALINAN ke-n), which is recorded
cli-arg-picture = A PNG or JPEG picture; it is copied into the data folder
cli-arg-remove = No logo from now on
cli-arg-code = A code from a receipt; without it the whole archive is proved
cli-arg-kpj-explain-code = A problem code, such as nik-damaged
cli-arg-kpj-guide-out = Only write the guide to this file, without opening it
cli-arg-original = As it was issued, even if it is void now
cli-arg-failed = Cards that the printer spoilt, by KPJ or by number on the receipt such as 3 or 7-9; they wait to be printed again
cli-arg-recipient = Who received it
cli-arg-scan = Scan or photo of the signed receipt (JPEG, PNG, PDF, 20 MB at most)
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
cli-arg-sort = Order by date, number, npp, company, ro, cards or status
cli-arg-ascending = The smallest or oldest first
cli-arg-descending = The greatest or newest first
cli-arg-register-list-company = Text in the company's name
cli-arg-register-list-ro = Name of the officer; empty: rows without one
cli-arg-register-list-limit = At most so many rows
cli-arg-register-export-company = Text in the company's name
cli-arg-register-export-ro = Name of the officer; empty: rows without one
cli-arg-company-list-search = Part of the name or NPP
cli-arg-company-show-npp = NPP of the company
cli-arg-company-set-npp = NPP of the company
cli-arg-company-part-npp = The NPP that was merged
cli-arg-company-set-name = Name of the company
cli-arg-company-merge-from = The NPP that is wrong or double
cli-arg-company-merge-dry-run = Only show what would move
cli-arg-into = The NPP that is right
cli-arg-address = Address
cli-arg-division = Division code
cli-arg-by = month, company or ro
cli-arg-register-import-file = The old Excel register (xlsx, xls, ods, CSV)
cli-arg-register-import-sheet = Only this sheet; may be repeated
cli-arg-register-import-dry-run = Only show what would be taken over
cli-arg-register-import-skip-rejected = Leave rows with problems out
cli-arg-text = A KPJ (or its beginning), a NIK, or part of a name
cli-arg-limit = At most so many people
cli-arg-import-file = The old Excel register (xlsx, xls, ods, CSV)
cli-arg-import-sheet = Only this sheet; may be repeated
cli-arg-import-dry-run = Only show what would be taken over
cli-arg-import-skip-rejected = Leave rows with problems out
cli-arg-take-suggestions = Take what the program suggests, in rows where every problem has a suggestion
cli-arg-undo = Undo the take-over of this number as a whole
cli-arg-rows = Number of workers
cli-arg-kind = Shape of the list: sipp, smile or hr
cli-arg-dirty = With a mistake in about one row of eight
cli-arg-force = Do it all the same: replace a file, restore although what is here is newer
cli-arg-seed = The same number gives the same list
cli-bad-npp = an NPP has 8 digits or letters
cli-bad-kpj = a KPJ has 11 digits
cli-bad-code = a verification code has 12 letters and digits, as in 7K2M-9QXT-4B0C
cli-bad-receipt = write the number of the receipt, as in 0001/2026
cli-bad-date = write a date as 2026-11-20 or 20-11-2026
cli-bad-map = write FIELD=COLUMN; fields: kpj, nik, name, birth_date, sex, membership_date, identity_kind, npp, company
cli-file = File
cli-place = Place
cli-place-sheet = sheet { $sheet }, column titles in row { $row }
cli-place-line = column titles in row { $row }
cli-place-untitled = sheet { $sheet }, without titles
cli-place-line-untitled = without titles
cli-company = Company
cli-columns = Columns
cli-rows = Content
cli-kpj-from = Second list
cli-kpj-from-completed = { $file }: { $completed } KPJ numbers completed
cli-kpj-from-missing = still without a number: row { $rows }
cli-kpj-from-ambiguous = NIK has more than one number in the second list, so not completed: row { $rows }
cli-kpj-from-unused = not needed from the second list: row { $rows }
cli-mapping-remembered = columns as chosen last time
cli-mapping-forgotten = The columns that were chosen for lists with titles as in { $file } are forgotten.
cli-mapping-unknown = No columns are remembered for lists with titles as in { $file }.
cli-doubt = Look at
cli-seen = The same file
cli-seen-receipt = was issued before: receipt { $number }, { $date }, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}, { $status }
cli-rejects-written = { COUNT($rows) ->
    [one] { $rows } row for the company to repair was written
   *[other] { $rows } rows for the company to repair were written
} to { $file }.{" "}
cli-rejects-left-out = Left out, as the card was already issued: row { $rows }.
cli-receipt-number = Receipt
cli-cards = Cards
cli-file-cards = Cards PDF
cli-file-receipt = Receipt PDF
cli-copy = Copy
cli-failed-copy = Copy failed
cli-would-issue = Would issue { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
} for { $npp } { $company }. Nothing was written.
cli-sample-written = A sample list of { COUNT($rows) ->
    [one] { $rows } synthetic worker
   *[other] { $rows } synthetic workers
} was written to { $file }.

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
ui-count = { COUNT($count) ->
    [one] { $count } row
   *[other] { $count } rows
}
ui-left-seconds = about { $seconds } s left
ui-left-minutes = about { $minutes } min left
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
ui-col-ro = RO

ui-import-lead = Choose a company's list of workers. It is checked first; cards are made only when you agree.
ui-drop = Drop a list here
ui-drop-lead = Drag Excel, ODS or CSV files into this window, several at once or a whole folder, or choose from the computer.
ui-choose-file = Choose a file…
ui-folder-empty = No Excel, ODS or CSV file is in that folder.
ui-folder-unreadable = This folder cannot be opened: { $folder }.
ui-choose-file-hint = Choose a file from the computer
ui-choose-other = Choose another file…
ui-path = Or type the path of a file
ui-path-lists = Or type the path of a file or a folder
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
ui-no-rows-here = No row has this status. Choose All to see the others.
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
ui-issue = Issue { COUNT($count) ->
    [one] { $count } card
   *[other] { $count } cards
}
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
ui-sent-back = { COUNT($count) ->
    [one] { $count } row was written
   *[other] { $count } rows were written
} to { $file }.
ui-sent-back-left-out = Left out because their cards are issued already: { $count }.
ui-complete = Complete KPJ numbers from another file
ui-complete-offer = Complete KPJ numbers from another file…
ui-complete-hint = Take missing KPJ numbers from another file, matched by NIK
ui-completed = KPJ numbers from { $file }: { $completed } completed, { $missing } still missing, { COUNT($unused) ->
    [one] { $unused } row
   *[other] { $unused } rows
} unused.
ui-completed-ambiguous = Of these, { COUNT($count) ->
    [one] { $count } has more than one number
   *[other] { $count } have more than one number
} in that file.
ui-seen = This file was issued before: receipt { $number }, { $date }, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}.
ui-seen-void = This file was issued before and made void: receipt { $number }, { $date }, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}.
ui-mapping-remembered = Columns remembered from an earlier file
ui-mapping-given = Columns chosen by you
ui-mapping-forget = Forget
ui-mapping-forget-hint = Forget this choice of columns and read the list by its titles
ui-columns = Choose columns
ui-columns-lead = Show the row of titles, then the column of each field. The file is not changed.
ui-columns-change = Change columns…
ui-columns-show = Show the columns…
ui-columns-hint = Choose sheet, row of titles and columns by hand
ui-columns-not-found = The table was not found yet
ui-columns-sheet = Sheet
ui-columns-header = Row of titles
ui-columns-row = Row { $row }
ui-columns-untitled = Without titles
ui-columns-name-more = Name, continued
ui-columns-name-last = Name, end
ui-columns-none = None
ui-columns-missing = Not chosen yet
ui-columns-click-row = Click the row that holds the titles, or move with the arrow keys.
ui-columns-click-column = Click the column that holds: { $field }
ui-columns-person = This row seems to hold a person. A person in the row of titles is not read; if the list has no titles, choose "Without titles".
ui-columns-too-few = Choose at least two columns, one of them KPJ number, NIK or Name.
ui-columns-lacks = Not chosen yet: { $fields }. Rows without it will be rejected.
ui-columns-ready = Compare the coloured columns with their titles, then read again.
ui-columns-remembers = This choice is remembered for lists with the same titles.
ui-columns-read = Read again
ui-columns-read-hint = Read the list with these columns
ui-columns-back-hint = Back; nothing changes
ui-working = Checking again…
ui-next-problem = Next problem
ui-next-problem-hint = Choose the next row with a problem
ui-no-problem-left = No row shown here has a problem.
ui-undo = Undo
ui-undo-hint = Take the last repair back
ui-use = Use { $suggestion }
ui-use-hint = Put this value in the cell
ui-use-all = Apply to { COUNT($count) ->
    [one] { $count } row
   *[other] { $count } rows
}
ui-use-all-hint = Use what is offered for every row with the same problem
ui-apply-hint = Enter: apply and go on to the next problem
ui-before = Before: { $value }
ui-before-empty = It was empty before
ui-or-nik = Or correct the NIK, if that is what is wrong.
ui-repaired = Repaired
ui-obstacle-doubts = Look at the columns: several fit.
ui-obstacle-seen = This file was issued before.
ui-obstacle-typed = Press Enter to apply what you typed.
ui-paste = Paste from Excel
ui-paste-hint = Paste cells copied in Excel, with their column titles
ui-paste-nothing = No cells were copied. Select cells in Excel with their column titles, copy them, then paste here.
ui-pasted = Pasted cells
ui-queue = Queue of lists
ui-queue-lead = Those that are ready are issued together; the others wait for you.
ui-queue-state = State
ui-queue-waiting = Not read yet
ui-queue-ready = Ready
ui-queue-asks = To be looked at
ui-queue-failed = Cannot be read
ui-queue-issued-before = Issued before
ui-queue-chip-asks = To be looked at { $count }
ui-queue-chip-failed = Cannot be read { $count }
ui-queue-chip-issued = Issued { $count }
ui-queue-without-kpj = Waiting for KPJs: { $count }
ui-queue-none-here = There is no list like this.
ui-queue-add = Add files…
ui-queue-close = Close the queue
ui-queue-close-hint = Lists that are not issued still wait in Work
ui-queue-choose = Choose a list; press Enter to open it.
ui-queue-issue = Issue { COUNT($count) ->
    [one] { $count } list
   *[other] { $count } lists
} ({ COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
})
ui-queue-issue-hint = Issue all lists that are ready, one after the other
ui-queue-issue-none = Issue what is ready
ui-queue-print-hint = Print all that was issued from this queue
ui-queue-issue-none-hint = No list is ready yet
ui-queue-go-on = Read the rest
ui-queue-reading = Reading { $name }…
ui-queue-issuing = Issuing { $name }…
ui-queue-stop = Stop
ui-queue-stop-hint = Stop here; what was issued stays issued
ui-queue-read = { COUNT($count) ->
    [one] { $count } list was read
   *[other] { $count } lists were read
}; { $ready } ready to be issued.
ui-queue-issued = { COUNT($count) ->
    [one] { $count } list was issued
   *[other] { $count } lists were issued
}: { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}.
ui-queue-at = List { $at } of { $count }
ui-queue-back = Queue
ui-queue-back-hint = Back to the queue of lists
ui-queue-next = Next
ui-queue-hint = Open the next list that waits for you

ui-done = Cards issued
ui-done-lead = Receipt number
ui-done-elsewhere = Cards are issued: { $number }
ui-done-recorded = Recorded in the register
ui-cards = { COUNT($count) ->
    [one] { $count } card
   *[other] { $count } cards
}
ui-open-cards = Cards PDF
ui-open-cards-hint = Open the PDF of the cards
ui-open-receipt = Receipt PDF
ui-open-receipt-hint = Open the PDF of the receipt
ui-open-folder = Open folder
ui-import-another = Import another list
ui-copies = { COUNT($count) ->
    [one] { $count } copy is
   *[other] { $count } copies are
} in the documents folder.
ui-copies-failed = { COUNT($count) ->
    [one] { $count } copy
   *[other] { $count } copies
} could not be saved in the documents folder. The originals are safe in the archive.
ui-open-missing = File not found: { $file }.
ui-open-missing-hint = It may have been moved.
ui-open-failed = No program could open { $file }.

## Lists that arrive

arrival = New list from { $company }: { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
arrival-read = Check it
arrival-unwatchable = The watched folder was not found. Choose another one in Settings.
arrival-watch = Offer new lists from { $folder }
palette-read = Check the new list: { $file }

## First start

welcome = Welcome to Cetak KPJ
welcome-lead = Three things only, and the program is ready. All of them can be changed later in Settings.
welcome-officer = Officer's name
welcome-officer-note = Printed under "Yang Menyerahkan" on the receipt. May stay empty.
welcome-folder = Folder for copies of documents
welcome-folder-note = Every PDF that is issued is copied here too. The program keeps the archive by itself.
welcome-folder-none = no copies
welcome-begin = Begin work
welcome-begin-hint = Save these answers
welcome-begun = { $branch } is ready to work.
welcome-practise = Practise first
welcome-later = Not now
welcome-later-hint = Look around first; these questions come again next time

## Find anything

palette-open = Find…
palette-placeholder = Command, company, receipt or person
# other words that find it too; they are not shown
palette-also-practise = practice training learn try sample latihan
palette-also-issue = issue make cards print terbitkan
palette-also-people = worker employee participant name kpj nik orang
palette-also-settings = options preferences configuration pengaturan
palette-also-reprint = lost damaged spoilt wrong again cetak ulang
palette-also-take-over = excel import migrate lama
palette-also-guide = manual handbook help panduan
palette-also-archive = backup save restore verify prove check cadangan arsip
palette-none = Nothing fits. Try a single word.
palette-keys = ↑ ↓ choose · Enter does it · Esc closes
palette-company = NPP { $npp } · { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
palette-person = Find a person: { $text }
palette-issue = Issue cards
palette-use-suggestion = Take the suggestion
palette-undo = Undo the last repair
palette-merge = Merge or part companies
palette-next-file = Next list
palette-print = Print…
palette-other-way = Turn the order of the register round

## Help about each screen: what it is for, where to begin, what colours mean, and what cannot go wrong

help = Help
help-hint = Explain this screen
help-close = I see
help-close-hint = Back to the screen
help-purpose = What for
help-first = Begin with
help-signs = What signs say
help-next = Then
help-safe = What is safe
help-keys = Keys
help-everywhere = On every screen: { $palette } finds anything, { $help } opens this help.
help-moving = Move in the list
help-sheet = Move on an enlarged page
help-turn = Turn the page
help-move-field = Move the chosen field
help-choose-field = Choose another field
help-zoom = Larger, smaller
help-section = Another part
help-fit = Whole page, page width
help-clear = Clear the screen
explain-hint = Explain this problem with an example
help-work = This screen shows all that is still to do: lists that wait, cards not yet printed, and cards not yet handed over.
help-work-first = Begin with the topmost row, for it is the oldest; Enter opens it.
help-work-signs = Red is late, yellow is due today or tomorrow, green is in good time; ages are counted in working days.
help-work-next = A list opens in Import and a receipt in the register; what is done leaves this screen by itself.
help-work-safe = Looking and opening change nothing; a list that is withdrawn is recorded with its reason.
help-import = Here a company's list of workers comes in: an Excel, ODS or CSV file, or cells that were copied.
help-import-first = Choose the file or drop it on the window; several files at once become a queue.
help-import-signs = Green means that cards were issued and have a number; red means that a file could not be read, and says what to do next.
help-import-next = Once read, each row shows what is wrong with it; a list that is not issued yet waits in Work.
help-import-safe = The file itself is never changed, and no card is made before you press Issue.
help-queue = Here several lists are read at once; each becomes a receipt of its own.
help-queue-first = Press Issue for all that are ready, then open the others one by one with Enter or F9.
help-queue-signs = Green is ready, yellow wants a person's eyes, red could not be read; a number means that it is issued.
help-queue-next = A list that was repaired goes back to the queue; one that is issued can be printed or sent from here.
help-queue-safe = The program never accepts a warning by itself, each list is issued as a whole or not at all, and what is not issued waits in Work.
help-review = Here every row is looked at before its card is issued.
help-review-first = Complete NPP and company, then go from problem to problem and repair them where they stand; the question mark beside a problem explains it.
help-review-signs = Green is ready, yellow must be looked at and accepted, red cannot be issued until it is repaired or left out.
help-review-next = Issue makes the cards, the receipt and the register row at once; after that the cards can be printed or sent.
help-review-safe = Nothing changes without you, every repair can be taken back, and a list is issued as a whole or not at all.
help-columns = Here you show what each column holds, where the program is not sure.
help-columns-first = Click the row of titles, then the column for each field; name, KPJ and NIK matter most.
help-columns-signs = A coloured column has its field; a field in yellow still needs a column.
help-columns-next = Read looks at the list once more with the columns you chose, and the review of its rows goes on.
help-columns-safe = The file is not changed, what you repaired stays, and the choice is remembered for lists with the same titles.
help-register = The register holds every issue: date, NPP, company and number of cards, without typing anything again.
help-register-first = Search for a company, an NPP, a receipt number or a KPJ, then choose the row; the buttons below are about that row.
help-register-signs = The status says how far the cards came: issued, printed, e-mailed, handed over; a row struck through is void.
help-register-next = From the chosen row cards are printed, sent, handed over, printed again or voided; Enter shows its people.
help-register-safe = Nothing can be deleted: voiding and reprinting are recorded with a reason, and no number is used twice.
help-people = Here you find a person, with every card that this office ever issued to them.
help-people-first = Type a KPJ, a NIK or part of a name, then press Enter.
help-people-signs = Each row is one card with the status of its receipt; void cards are written faintly.
help-people-next = The chosen row tells the story of its card, and Enter opens its receipt in the register.
help-people-safe = Searching changes nothing; only that you searched is recorded, not what you typed.
help-settings = Here the office sets its letterhead, officer, paper, the look of cards, printers, e-mail and backups.
help-settings-first = Begin with the names of the office and the officer; both are printed on receipts.
help-settings-signs = A field with a red edge needs repair; the reason stands below it.
help-settings-next = Press Save; what is new counts for documents that are issued from then on.
help-settings-safe = Documents that were issued do not change, and every change of the settings is recorded.
help-template = This editor places the texts, on a card at its true proportions.
help-template-first = Click a field on the card, then move it with the mouse or the arrow keys.
help-template-signs = The chosen field has an edge; a wrong line is marked red, with its reason.
help-template-next = Once saved, this template is the one chosen in the settings, and cards use it as soon as those are saved too.
help-template-safe = The program's own templates stay as they are, for yours is saved under another name, and a wrong one cannot be saved.
help-preview = Here the PDF is seen page by page, exactly as it will be printed.
help-preview-first = Check names, numbers and places on a few pages, then look at the receipt.
help-preview-signs = DRAFT means not issued and without a number; without that mark you see the file in the archive.
help-preview-next = Esc leads back to the screen before, where documents are issued, printed or sent.
help-preview-safe = Looking writes nothing and records nothing.
help-print = From here cards or receipts go to the printer.
help-print-first = Choose the printer, print one page first, and look at it.
help-print-signs = A yellow note means that the printer's paper does not fit the document; after printing the program asks how it came out.
help-print-next = Printed cards wait in Work until they are handed over to the company.
help-print-safe = Cards count as printed only once you say so; spoilt ones wait to be printed again.
help-companies = Here are all companies that were ever served, with address, e-mail, RO and history.
help-companies-first = Search for the name or the NPP, then choose; beside the list stand its data and its rows in the register.
help-companies-signs = A company that was merged counts with the other one, and is still found by its old name.
help-companies-next = From here a company's receipts open in the register, and what is known of it is filled in with its next list.
help-companies-safe = Changes and merges are recorded with what was there before, and a merge can be parted again.
help-take-over = From here the old Excel register comes into this one, so that all is found in one place.
help-take-over-first = Choose the file of the old register, then see what becomes of each of its rows.
help-take-over-signs = New rows are taken, rows that are here already are passed over, and rows with problems must be repaired in Excel or left out.
help-take-over-next = Rows that were taken are in the register without a receipt number, as handed over.
help-take-over-safe = The same file may come twice without adding anything twice, and a take-over can be undone as a whole.
help-print-all = Here the cards, or the receipts, of many companies go to one printer in one act.
help-print-all-first = Untick what is not to be printed, choose the printer and press Print; after the cards, change to Receipt above.
help-print-all-signs = A tick means that it is printed too; green means that all was passed on to the printer, red that something stopped.
help-print-all-next = Look at what came out, untick those with spoilt cards, then mark the others as printed; spoilt ones are marked one by one in the register.
help-print-all-safe = Printing marks nothing, and what could not be handed over takes nothing away: just print it again.
help-email = From here cards and receipt go to the company's e-mail address.
help-email-first = Check address, subject and letter, then send; without a server of the office the program makes a draft for your mail program.
help-email-signs = A red note says why a letter was not sent, and what to do next.
help-email-next = Once sent, the receipt has the status e-mailed, and the letter stands in its history.
help-email-safe = Letters go by a safe connection only, and every attempt is recorded with its receipt.
help-again = Here all cards come together that the printer spoilt, of any receipt.
help-again-first = Tick the cards to print again, give the reason, then print them all at once.
help-again-signs = What is ticked is printed again; the others go on waiting.
help-again-next = After that print the copies from here; a card that was printed again waits no longer.
help-again-safe = Reprints do not count as new cards, and each receipt records what happened.
help-welcome = These three answers make the program ready.
help-welcome-first = Give the name of the office; the officer and the folder can follow in the settings.
help-welcome-signs = The button Begin work lights up once the office has a name.
help-welcome-next = Then Work opens, where every day begins.
help-welcome-safe = Practice uses sample data of its own, so you may try anything.
guide-open = Guide
guide-hint = The first ten minutes, with pictures (in Indonesian)
guide-written = The guide is in { $file }.
guide-not-shown = The guide is in { $file }, but no program opened it. Open that file in a browser.

ui-people = Find a person
ui-people-lead = Every card ever issued, void ones too.
ui-people-search = KPJ, NIK or name
ui-people-go = Find
ui-people-begin = Who is looked for?
ui-people-begin-lead = Type a KPJ or its beginning, a NIK, or parts of a name in any order, then Enter. Each search is recorded, without the words typed.
ui-people-none = Nobody was found. Try a part of the name, or the KPJ number.
ui-people-total = { COUNT($people) ->
    [one] { $people } person
   *[other] { $people } people
} · { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
ui-people-choose = Choose a card to open its receipt. Esc clears the screen.
ui-people-history = History of card { $kpj }
ui-people-more = There are more; type more of it.
ui-people-chosen = Receipt { $number } · born { $born } · copies: { $copies }
ui-people-show = Show in register
ui-batch = People
ui-batch-of = People of the receipt
ui-batch-hint = The people of this receipt and the story of their cards; also with Enter on its row
ui-batch-people = { $shown } of { $all } people
ui-batch-back = Back to the list
ui-batch-back-hint = Back to the rows of the register
ui-register-search = Name, NPP, number, KPJ
ui-register-lead = Order: ← → and Ctrl+U
ui-register-counting = Counting…
ui-period-all = Any date
ui-period-this-month = This month
ui-period-last-month = Last month
ui-period-this-year = This year
ui-period-last-year = Last year
ui-period-own = Other days
ui-status-all = Any status
ui-officer-all = Any RO
ui-officer-none = Without RO
ui-filter-company = NPP { $npp }
ui-filter-this-company = This company only
ui-filter-clear = All
ui-filter-clear-hint = Show every row again
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

ui-print = Print
ui-print-open-panel = Print…
ui-print-hint = Print cards or receipt on a printer
ui-print-asking = Asking for the printers…
ui-print-none = This computer has no printer
ui-print-none-note = Set one up in the system's settings, or open the PDF and print it from a PDF viewer at 100 %.
ui-print-open = Open in the PDF viewer
ui-print-printer = Printer
ui-print-copies = Copies
ui-print-copies-wrong = 1 to 999
ui-print-pages = Pages
ui-print-pages-all = all ({ $count })
ui-print-pages-wrong = Such as 1-3, 7
ui-print-sides = Both sides
ui-print-start = Print
ui-print-start-hint = Send to the printer
ui-print-size = { $width } × { $height } mm
ui-print-paper = Paper
ui-print-paper-own = As the document is
ui-print-corrected = With the printer's correction: { $words }
ui-print-corrected-hint = Positions are moved as Settings → Printers says; the archive stays as it is
ui-print-with-correction = With the printer's correction.
ui-decimal = .
ui-print-paper-known = The printer knows paper of { $size }. Printed in its own size.
ui-print-paper-unknown = The printer does not know paper of { $size }: make sure that the right one is in it. The size stays.
ui-print-paper-larger = The document of { $size } is printed on paper of { $paper }, in its own size.
ui-print-paper-smaller = Paper of { $paper } is smaller than the document of { $size }: part of it will be cut off.
ui-print-sent = { $pages } pages sent to { $printer }. { $state }
ui-print-question = Did it come out well?
ui-print-mark = Mark as printed
ui-print-mark-hint = Record that all cards came out right
ui-print-some-spoilt = Some are spoilt…
ui-print-some-spoilt-hint = Choose the spoilt cards, also single ones of a sheet
ui-print-which = Which cards are spoilt?
ui-print-some-back = Back
ui-print-mark-but = Mark printed, { $count } spoilt
ui-print-marked = Marked as printed.
ui-print-marked-waiting = Marked as printed; { COUNT($count) ->
    [one] { $count } card waits
   *[other] { $count } cards wait
} to be printed again.
ui-print-all = Print several
ui-print-all-lead = One printer for all that are ticked.
ui-print-all-open = Print { $count } at once…
ui-print-all-open-hint = Print all that are not printed yet
ui-print-all-picked = { $count } of { $all } receipts ticked
ui-print-all-paper = The printer does not know this size of paper: make sure that the right paper is loaded. The size is not changed.
ui-print-all-cards = Print the cards of { COUNT($count) ->
    [one] { $count } receipt
   *[other] { $count } receipts
} ({ $cards })
ui-print-all-receipts = Print { COUNT($count) ->
    [one] { $count } receipt
   *[other] { $count } receipts
}
ui-print-all-sending = Handing over to the printer…
ui-print-all-stop-hint = What was handed over is printed all the same
ui-print-all-sent = { COUNT($count) ->
    [one] { $count } document
   *[other] { $count } documents
} handed to { $printer }; { $done } passed on to the printer.
ui-print-all-failed = { $count } stopped or failed: look at the printer's queue.
ui-print-all-question = Did cards come out spoilt? Untick their receipt, then mark it in the register.
ui-print-all-mark = Mark { $count } printed
ui-print-all-mark-hint = Record that all ticked cards came out well
ui-print-all-marked = { COUNT($count) ->
    [one] { $count } receipt is
   *[other] { $count } receipts are
} marked as printed.
ui-print-again = Print { COUNT($count) ->
    [one] { $count } spoilt card again
   *[other] { $count } spoilt cards again
}
ui-print-again-hint = Only the spoilt cards; those from sheets are laid out anew
ui-again = Spoilt cards: print again
ui-again-lead = The spoilt cards of all receipts, at once.
ui-again-none = No card waits
ui-again-none-lead = Cards that are marked as spoilt when printing come here.
ui-again-do = Print { COUNT($count) ->
    [one] { $count } card again
   *[other] { $count } cards again
}
ui-again-done = { COUNT($cards) ->
    [one] { $cards } card of
   *[other] { $cards } cards of
} { COUNT($receipts) ->
    [one] { $receipts } receipt
   *[other] { $receipts } receipts
} made again.
ui-again-made = Ready to be printed
ui-again-print = Each receipt has a PDF of its own; print them one by one. All are recorded and can be opened again from the register.

ui-register-search-hint = Search the register
ui-register-reading = Reading the register…
ui-register-none = Nothing matches this search. Try a part of the company's name, the NPP or the number.
ui-register-empty = The register is empty
ui-register-empty-lead = Each batch of cards writes one row here; nothing is typed twice.
ui-register-begin = Import the first list
ui-old = Take over the old register
ui-old-open = Take over the old register…
ui-old-short = Old register…
ui-old-lead = Rows of the office's Excel register come into this one, once, however often their file comes.
ui-old-drop = Drop the old register here
ui-old-drop-lead = xlsx, xls, ods or CSV with columns for date, NPP, company and number of KPJ. All sheets are read; nothing is written before you agree.
ui-old-path-example = for example D:\Register\Register KPJ 2024.xlsx
ui-old-taking = Writing register rows…
ui-old-cancel-hint = Cancel; nothing is written
ui-old-done-lead = { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
} in new rows. There already: { COUNT($known) ->
    [one] { $known } row
   *[other] { $known } rows
}. With problems and left out: { COUNT($rejected) ->
    [one] { $rejected } row
   *[other] { $rejected } rows
}.
ui-old-book = Taken over so far
ui-old-undo = Undo the take-over…
ui-old-undo-hint = All its rows leave the register; the record stays
ui-old-undo-reason = reason, for example the wrong file
ui-old-undo-lead = All rows of take-over number { $id } will count in the register no more. Why?
ui-old-undo-do = Undo the take-over
ui-old-sheet = { $sheet }: { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}
ui-old-sheets-more = and { COUNT($count) ->
    [one] { $count } sheet more
   *[other] { $count } sheets more
}
ui-old-chip-new = New { $count }
ui-old-chip-repeated = Alike { $count }
ui-old-chip-known = There already { $count }
ui-old-chip-rejected = Problems { $count }
ui-old-repeated-hint = They say the same as another row of the file; they are taken as rows of their own
ui-old-new = New
ui-old-repeated = New; says the same as a row above
ui-old-known = In the register already
ui-old-suggested = New; with the program's suggestion
ui-old-suggestions = Take the program's suggestions ({ COUNT($count) ->
    [one] { $count } row
   *[other] { $count } rows
})
ui-old-refused = Rows with problems stand in the way: repair them in Excel, or choose above.
ui-old-take = Take over { COUNT($count) ->
    [one] { $count } row
   *[other] { $count } rows
}
ui-old-take-hint = Writes all of them at once; can be undone as a whole
ui-old-col-sheet = Sheet
ui-old-col-fate = What becomes of it
ui-companies = Companies
ui-companies-lead = Every company that was ever served.
ui-companies-search = Search name or NPP
ui-companies-total = { COUNT($count) ->
    [one] { $count } company
   *[other] { $count } companies
}
ui-companies-last = Last
ui-companies-empty = No company yet
ui-companies-empty-lead = Companies are entered by themselves when cards are issued or the old register is taken over.
ui-company-npp = NPP { $npp }
ui-company-edit = Edit…
ui-company-edit-hint = Edit the company
ui-company-edit-lead = Rows of the register stay as they are. Who changed what, when, and what it was is recorded.
ui-not-an-address = Not an e-mail address.
ui-company-nameless = A company always has a name.
ui-company-divisions-example = codes, between commas
ui-company-saved = { $name }: the change is recorded.
ui-company-merge = Merge…
ui-company-merge-hint = Two spellings or a mistyped NPP of one company: count them as one
ui-company-merge-into = Merge into the company
ui-company-alike = Perhaps the same company:
ui-company-merge-lead = Type the name or NPP of the right company, then choose it.
ui-company-merge-kept = Nothing is lost: its number and name are still found, and the two can be parted again.
ui-company-merge-do = Merge
ui-company-merged = NPP { $npp } counts in { $name } now.
ui-company-part = Part again…
ui-company-part-hint = This company stands for itself again, with its rows
ui-company-part-lead = This company stands for itself again: its rows, and numbers merged into it before, come back.
ui-company-part-do = Part
ui-company-parted = NPP { $npp } stands for itself again.
ui-company-reason = Reason
ui-company-reason-example = for example a mistyped NPP
ui-company-show = Show
ui-company-changes = History of changes
ui-company-rows = In the register
ui-company-all-rows = All rows in the register
ui-company-old-row = Old register
ui-company-row = { $date } · { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
ui-company-name = NPP { $npp } · { $days } · { COUNT($rows) ->
    [one] { $rows } row
   *[other] { $rows } rows
}
ui-register-choose = Choose a row to open its documents.
ui-register-old = A row from the old Excel register; the archive has no documents for it.
ui-handed-over = Handed over to { $person } on { $date }.
ui-files = Files and copies
ui-mark-printed = Mark as printed
ui-mark-printed-hint = All cards of this receipt are printed
ui-marked-printed = Receipt { $number } is marked as printed.
ui-marked-spoilt = Receipt { $number }: { COUNT($count) ->
    [one] { $count } card waits
   *[other] { $count } cards wait
} to be printed again.
ui-marked-emailed = Receipt { $number } is marked as sent by e-mail.
ui-marked-handed-over = Receipt { $number } is marked as handed over.
ui-spoilt = Cards spoilt in the printer…
ui-spoilt-waiting = To print again: { $count }…
ui-spoilt-hint = Choose the cards that came out spoilt; they wait to be printed again
ui-spoilt-lead = Receipt { $number }: tick the cards that came out spoilt. The others are marked as printed.
ui-spoilt-do = Mark as printed without these
ui-hand-over-open = Send/hand over…
ui-hand-over-hint = Record who received the cards or the e-mail, and when
ui-hand-over = Hand over
ui-send-by-mail = By e-mail
ui-hand-over-lead = Receipt { $number }
ui-handed-to = Received by
ui-mailed-to = Sent to (may stay empty)
ui-handed-on = On
ui-scan = Scan of the signed receipt (may be left empty)
ui-scan-example = JPEG, PNG or PDF, for example D:\Scans\receipt.jpg
ui-scan-choose = Choose…
ui-scan-note = JPEG, PNG or PDF, 20 MB at most; it may also be dropped on this window. It is copied into the archive.
ui-scan-open = Attach a scan…
ui-scan-hint = A photo or scan of the receipt as it was signed
ui-scan-lead = Receipt { $number } as it was signed. What was attached before stays.
ui-scan-do = Attach
ui-scan-attached = The scan of receipt { $number } is kept in the archive.
ui-record = Record
ui-reprint = Print again…
ui-reprint-hint = Print chosen cards again, with a numbered copy of the receipt
ui-reprint-lead = Receipt { $number }
ui-reprint-note = What happened (stays in the office)
ui-reprint-do = Print again
ui-reprinted = { COUNT($cards) ->
    [one] { $cards } card printed again
   *[other] { $cards } cards printed again
}, copy { $copy } of the receipt.
ui-copy = Copy
ui-copy-hint = Make a numbered copy (SALINAN) of the receipt and open it
ui-void = Cancel…
ui-void-hint = Cancel the receipt; its KPJ may be issued again
ui-void-lead = Receipt { $number } becomes void (BATAL). Number, row and files stay; its KPJ may be issued again. This cannot be taken back.
ui-void-reason = Reason
ui-void-confirm = Type { $word } to confirm
ui-void-do = Cancel the receipt
ui-voided = Receipt { $number } is void.
ui-is-void = This receipt is void; nothing can be done to it any more.
ui-is-handed-over = This receipt was handed over; it does not go back.
ui-pick-kpj = Type KPJ or number, then Enter
ui-pick-place = No.
ui-pick-from = From
ui-pick-not-here = That card is not in this list.
ui-pick-all = All
ui-picked = { $count } of { COUNT($all) ->
    [one] { $all } card
   *[other] { $all } cards
} chosen
ui-code-open = Check a code
ui-code-hint = Check the verification code on a receipt
ui-code = Verification code on the receipt
ui-code-do = Check
ui-code-unknown = No receipt of this office carries this code. Read it once more; if it is right, the paper is not from this office.
ui-code-receipt = Receipt { $number }, { $company }, { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}.
ui-code-void = The code is genuine, but the receipt was made void.
ui-chosen = Receipt { $number }, { $company }
ui-total = { COUNT($entries) ->
    [one] { $entries } receipt
   *[other] { $entries } receipts
} · { COUNT($cards) ->
    [one] { $cards } card
   *[other] { $cards } cards
}
ui-status-issued = Issued
ui-status-printed = Printed
ui-status-emailed = E-mailed
ui-status-handed-over = Handed over
ui-status-void = VOID
ui-export = Export…
ui-export-hint = Export the register to Excel or CSV
ui-export-name = KPJ register { $date }.xlsx
ui-export-save = Export
ui-export-replace = Replace file
ui-export-full = All columns (also number, RO, status, hand-over)
ui-export-note = .xlsx for Excel, .csv for text. Only the rows shown.
ui-export-exists = That file exists and will be replaced.
ui-exported = { COUNT($count) ->
    [one] { $count } row exported
   *[other] { $count } rows exported
} to { $file }

setting-branch = Name of the office
setting-branch-note = First line of the receipt's letterhead.
setting-kop = Letterhead
setting-kop-note = Address and telephone, a line each.
setting-logo = Logo
setting-logo-note = PNG or JPEG, left of the letterhead.
setting-place = Place
setting-place-note = Before the date on the receipt.
setting-officer = Officer
setting-officer-note = Name under Yang Menyerahkan.
setting-officer-title = Officer's position
setting-officer-title-note = Under the officer's name.
setting-receipt-paper = Paper of receipts
setting-receipt-paper-note = F4 is folio, 215 × 330 mm.
setting-receipt-shows-nik = NIK on receipts
setting-receipt-shows-nik-note = Receipts leave the office.
setting-receipt-two-sheets = Two sheets
setting-receipt-two-sheets-note = For the company and for the archive.
setting-receipt-annex-from = List as annex from
setting-receipt-annex-from-note = Number of cards; 0: never.
setting-number-pattern = Number pattern
setting-number-pattern-note = { "{seq:04}" } sequence of four digits, { "{year}" } year.
setting-documents-folder = Folder for copies
setting-documents-folder-note = Each PDF is also copied here. May stay empty.
setting-template = Looks of cards
setting-template-note = The template of cards to be issued.
setting-programmes = Programmes
setting-programmes-note = On cards whose template shows them.
setting-paper = Paper of cards
setting-paper-note = Card: one CR80 a page. A4 and F4: several cards a sheet.
setting-sheet-left = Left edge
setting-sheet-left-note = Millimetres, 0 to 100.
setting-sheet-right = Right edge
setting-sheet-right-note = Millimetres, 0 to 100.
setting-sheet-top = Top edge
setting-sheet-top-note = Millimetres, 0 to 100.
setting-sheet-bottom = Bottom edge
setting-sheet-bottom-note = Millimetres, 0 to 100.
setting-sheet-gap-x = Column gap
setting-sheet-gap-x-note = Millimetres, 0 to 100.
setting-sheet-gap-y = Row gap
setting-sheet-gap-y-note = Millimetres, 0 to 100.
setting-sheet-order = Order on sheets
setting-sheet-order-note = Cut and stack: the piles, laid on one another, are in the order of the list.
setting-sheet-crop-marks = Crop marks
setting-sheet-crop-marks-note = Thin lines around the cards to cut along.
setting-watch-folder = Watched folder
setting-watch-folder-note = New lists in this folder are offered to be checked. May stay empty.
setting-watch-folder-example = Nothing is watched
setting-check-kpj-digit = Check digit of the KPJ
setting-check-kpj-digit-note = The rule is observed, not official.
setting-service-days = Service level
setting-service-days-note = Working days from the posting of the contribution to the handing over of the cards.
setting-small-batch = Small work
setting-small-batch-note = At most so many cards; it can be done first.
setting-holidays = Holidays
setting-holidays-note = The office is closed, beside weekends and the holidays whose date never changes.
setting-mail-server = Outgoing server (SMTP)
setting-mail-server-note = Empty if the office sends none from here.
setting-mail-port = Port
setting-mail-port-note = Empty: 587 for STARTTLS, 465 for TLS.
setting-mail-security = How the way is made safe
setting-mail-security-note = Personal data is never sent without encryption.
setting-mail-user = User name
setting-mail-user-note = Empty if the server asks for none.
setting-mail-sender = Sender
setting-mail-sender-note = The office's address, with or without a name before it.
setting-mail-subject = Subject
setting-mail-subject-note = One line; takes the same words in braces as the text.
setting-mail-body = Text of the e-mail
setting-mail-body-note = Sent with the cards and the receipt.
setting-calibrations = Corrections of printers
setting-calibrations-note = Applied when printing to that printer; issued PDFs stay as they are.
setting-daily-backups = Daily backups
setting-daily-backups-note = How many are kept. Made once a day when the program opens; 0: none.
setting-backup-folder = Folder for backups
setting-backup-folder-note = Better on another disk. It holds every NIK and KPJ. Empty: in the data folder.
setting-appearance = Theme
setting-appearance-note = Shows at once; saved with the rest.
setting-language = Language
setting-language-note = Language of the window; documents stay Indonesian.
setting-language-id = Bahasa Indonesia
setting-language-en = English
setting-branch-example = Kantor Cabang Bojonegoro
setting-kop-example = Jl. Contoh No. 1, Bojonegoro
setting-logo-example = Path of a picture
setting-place-example = Bojonegoro
setting-officer-example = Name of the officer
setting-officer-title-example = Position
setting-programmes-example = JKK, JKM, JHT, JP
setting-documents-folder-example = No copies
setting-backup-folder-example = In the data folder
setting-mail-server-example = smtp.example.go.id
setting-mail-sender-example = office@example.go.id
setting-receipt-shows-nik-tick = Show the NIK, partly hidden
setting-receipt-two-sheets-tick = Both sheets in the receipt's PDF
setting-sheet-crop-marks-tick = Print crop marks
setting-check-kpj-digit-tick = Warn when the last digit of a KPJ does not fit
setting-receipt-paper-a4 = A4
setting-receipt-paper-f4 = F4
setting-paper-card = Card
setting-paper-a4 = A4
setting-paper-f4 = F4
setting-sheet-order-rows = Row by row
setting-sheet-order-stack = Cut and stack
setting-mail-security-starttls = STARTTLS
setting-mail-security-tls = TLS
setting-appearance-system = As the system
setting-appearance-light = Light
setting-appearance-dark = Dark
setting-wrong-one-line = Write one line only.
setting-wrong-switch = Write yes or no.
setting-wrong-choice = Choose one of: { $about }.
setting-wrong-count = Write a number, { $about }.
setting-wrong-port = Write the number of a port, 1 to 65535, or leave it empty.
setting-wrong-millimetres = Write a number from 0 to 100.
setting-wrong-folder = Write the folder's full path.
setting-wrong-pattern = The pattern needs { "{seq}" } and { "{year}" }, so that no number repeats.
setting-wrong-template = Choose a template.
setting-wrong-holiday = No holiday: { $about }. Example: 2027-03-10 Idul Fitri
setting-wrong-calibration = No correction of a printer: { $about }. Example: -0.5 0.0 1.0000 1.0000 Name of printer
setting-wrong-unknown = This program does not know it.
ui-send-mail = Send e-mail
ui-send-mail-open = E-mail
ui-send-mail-hint = Send cards and receipt to the company
ui-send-mail-asking = Preparing the e-mail…
ui-send-mail-letter = E-mail
ui-send-mail-to = To
ui-send-mail-to-example = the company's address; several with commas between
ui-send-mail-keep = Make it the company's address
ui-send-mail-size = { $size } KB
ui-send-mail-password-missing = The password of the mail server is not kept yet. Keep it in Settings, and it is not asked for again.
ui-send-mail-no-server = No mail server is set. The draft opens in the mail program; send it from there, then mark the receipt.
ui-send-mail-drafted = The draft is open in the mail program. Once it is sent, mark the receipt as sent.
ui-send-mail-now = Send
ui-send-mail-now-hint = Send now by the office's server
ui-send-mail-draft = Open draft
ui-send-mail-draft-hint = Prepare it in the mail program, to be completed and sent from there
ui-send-mail-settings = Set the server
ui-send-mail-cancel-hint = Cancel as long as it has not left
ui-send-mail-before = Earlier e-mails
ui-close-while-printing = Documents are being handed to the printer. Wait until that is done, or stop it first.
ui-close-while-sending = An e-mail is being sent. Wait a moment, or cancel it first.
ui-mail-password = Password
ui-mail-password-note = Kept by this computer's keeper of passwords, never by this program.
ui-mail-password-asking = Asking the keeper of passwords…
ui-mail-password-not-needed = Not needed: server or user name is empty.
ui-mail-password-environment = From the variable CETAK_KPJ_SMTP_PASSWORD.
ui-mail-password-kept = The password is kept.
ui-mail-password-missing = The password is not kept yet.
ui-mail-password-no-keyring = This computer has no keeper of passwords; the password is asked for each time.
ui-mail-password-locked = The keeper of passwords is locked; the password is asked for this time.
ui-mail-password-keep = Keep password
ui-mail-password-forget = Forget it
ui-mail-password-save-first = Save the settings first: the password is for the saved server and user name.
ui-mail-test = Test
ui-mail-test-note = With the settings as they stand here, without attachments.
ui-mail-test-to = Empty: to the sender
ui-mail-test-send = Send a test
ui-mail-test-sent = The server took it over for { $to }. Look into that inbox.
ui-mail-test-no-server = Fill in server and sender first.
ui-settings-search = Find a setting
ui-settings-search-hint = Search all settings
ui-settings-none = Nothing found
ui-settings-none-note = No setting has that word. Press Esc to go back.
ui-settings-logo-wrong = Write the picture's full path.
ui-settings-history = History of changes
ui-holiday-day = dd-mm-yyyy
ui-holiday-day-wrong = Write a date, such as 10-03-2027.
ui-holiday-name = Name of the holiday
ui-holiday-add = Add
ui-holiday-remove = Remove this holiday
ui-holiday-unknown = There are no holidays of { $year } yet. Add them as the ministers decree them.
ui-holiday-given = Bring the given list back
ui-transfer = To another computer
ui-transfer-lead = All settings, the office's templates, its logo and the corrections of printers in one file. Without passwords.
ui-test-page-file = Test page.pdf
ui-test-page-corrected-file = Test page, corrected.pdf
ui-mail-draft-file = E-mail draft.eml
ui-archive-file = Backup of Cetak KPJ { $date }.zip
welcome-folder-name = KPJ cards
ui-transfer-file = Settings of Cetak KPJ.zip
ui-transfer-export = Save to a file…
ui-transfer-import = Take from a file…
ui-transfer-write = Write file
ui-transfer-import-now = Apply
ui-transfer-dirty = Save or undo the changes first to take settings from a file.
ui-transfer-plan = What would change here:
ui-settings-lead = For documents issued after saving.
ui-settings-unsaved = Not saved
ui-settings-discard = Undo
ui-settings-save-hint = Save the settings
ui-settings-saved = Settings saved.
ui-settings-office = Office
ui-settings-branch = Name of the office
ui-settings-branch-note = First line of the receipt's letterhead.
ui-settings-branch-example = Kantor Cabang Bojonegoro
ui-settings-logo-set = A logo is set.
ui-settings-logo-none = No logo.
ui-settings-logo-remove = Take it away
ui-settings-officer-example = Name of the officer
ui-settings-cards = Cards and sheets
ui-settings-work = Rules of work
ui-settings-printers = Printers
ui-settings-archive = Archive and backups
ui-settings-documents = Documents
ui-settings-pattern-becomes = Example: { $example }
ui-template = Looks of the card
ui-template-edit = Edit the template
ui-template-long = Show the longest name
ui-template-editing = Template { $name }
ui-template-copy = copy
ui-template-name = Name of the template
ui-template-back = Settings
ui-template-back-hint = Back to the settings
ui-template-save-hint = Save as a template of the office
ui-template-saved = The template { $name } is saved. Save the settings to use it for new cards.
ui-template-leave = The template is not saved. Press again to leave it.
ui-template-grid = Grid 0.5 mm
ui-template-long-short = Longest name
ui-template-back-side = Back
ui-template-keys = Arrow keys move what is chosen, with Shift by 1 mm; Page Up and Page Down choose, Del removes.
ui-undo = Undo
ui-undo-hint = Take the last change back
ui-redo = Redo
ui-redo-hint = Make it again
ui-field-x = x (mm)
ui-field-y = y (mm)
ui-field-width = Width
ui-field-height = Height
ui-field-size = Size (pt)
ui-field-smallest = Smallest
ui-field-lines = Lines
ui-field-side = Side (mm)
ui-field-rise = Up (mm)
ui-field-shift = Right (mm)
ui-field-colour = Colour
ui-field-text = Text
ui-field-align = Alignment
ui-field-weight = Weight
ui-field-add = Add a field
ui-field-remove = Remove this field
ui-label = Label
ui-label-named = Label: { $words }
ui-label-remove = Remove this label
ui-symbol-qr = QR code
ui-symbol-bars = Bar code
ui-symbol-remove = Remove this code
ui-align-left = Left
ui-align-centre = Centre
ui-align-right = Right
ui-weight-regular = Regular
ui-weight-bold = Bold
ui-settings-programmes = Programmes
ui-sheet-lengths = Margins and gaps
ui-sheet-lengths-note = In millimetres. How many cards a sheet holds follows from them.
ui-sheet-holds = A4 holds { COUNT($four) ->
    [one] { $four } card
   *[other] { $four } cards
}, F4 holds { $folio }.
ui-sheet-wrong = Write numbers from 0 to 100 that leave room for a card.
ui-sheet-start = Begin at place
ui-sheet-start-hint = Place on the first sheet, for a sheet that is partly used: 1 to { $places }
ui-printers-known = Corrected printers
ui-printers-known-note = Applied when printing to that printer; issued PDFs stay as they are.
ui-printer-choose = Choose
ui-printer-forget = Remove
ui-printer-test = Test page
ui-printer-test-note = Print it at 100 % and measure A, B, C and D with a ruler.
ui-printer-example = Name of the printer
ui-printer-page = Make test page
ui-printer-page-corrected = With the correction
ui-printer-measured = What was measured
ui-printer-measured-note = In millimetres, as the test page explains.
ui-printer-correct = Take over as correction
ui-archive = Archive
ui-archive-lead = Database, documents and templates of this office as one whole.
ui-archive-verify = Verify the archive
ui-archive-backup = Back up…
ui-archive-restore = Restore…
ui-archive-working = Preparing…
ui-archive-path-example = for example D:\Backups\cetak-kpj-2026-11-20.zip
ui-archive-backup-now = Back up
ui-archive-backup-where = Write the backup to
ui-archive-restore-where = Restore from the backup
ui-archive-backed-up = The backup was written and read back: { $file } ({ $size } KB)
ui-archive-more = and { $count } more; kpj verify shows them all.
ui-archive-differences-hint = Delete nothing. Restore the last sound backup, or ask the IT staff.
ui-archive-receipts = Receipts
ui-archive-last = Last number
ui-archive-cards = Cards
ui-archive-register = Rows of the register
ui-archive-entries = Audit entries
ui-archive-restore-safe = Everything here stands in the backup too.
ui-archive-restore-loses = There is work here that the backup does not have. What is here now is kept in a folder of its own, and receipt numbers given since the backup will be given again.
ui-archive-restore-unreadable = The database here cannot be read. Its files are kept in a folder of their own.
ui-archive-restore-now = Restore now
ui-archive-kept = What was here before stands in { $folder }
ui-daily-failed = The daily backup was not made. { $reason }
ui-daily-unsound = The daily backup was made, but { COUNT($documents) ->
    [one] { $documents } document is
   *[other] { $documents } documents are
} gone or changed. Verify the archive in Settings.
ui-close-while-restoring = A restore is under way. Close when it is done.
ui-settings-mail = E-mail
ui-settings-mail-placeholders = Filled in: {"{nomor} {tanggal} {perusahaan} {npp} {jumlah} {kantor} {petugas}"}
ui-settings-look = Appearance

ui-close-while-issuing = Cards are being issued. Wait until it is done, or cancel it first.
ui-close-unsaved = The settings are not saved. Close once more to discard the changes.
ui-no-display = There is no screen to open the window on. Use the kpj command, or start it from a desktop.
ui-no-data-folder = The data folder is not known. Name it with --data-dir.
ui-no-window = The window could not be opened: { $reason }
