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

problem-name-missing = The name is empty. Enter it as on the identity card.
problem-name-unusual = { $kind ->
    [too-long] The name is longer than 60 characters. Check whether another column got mixed in.
   *[other] The name holds a digit. Check for a typing error.
}
problem-name-unprintable = The name holds characters that cannot be printed: { $value }. Use Latin letters.
problem-kpj-missing = The KPJ number is empty. Complete it from the SMILE list or the wage file.
problem-kpj-format = A KPJ number has 11 digits; here it says "{ $value }".
problem-kpj-lost-zero = The KPJ is stored as a 10-digit number; its leading zero may be lost. Did you mean { $suggestion }?
problem-kpj-check-digit = The last digit of the KPJ does not fit the others. Compare it with SMILE.
problem-kpj-repeated = This KPJ is already used in row { $reference } for someone else.
problem-row-repeated = This row repeats row { $reference }. Remove one of them.
problem-kpj-already-issued = A card with this KPJ was already issued on receipt { $reference }. Use reprint.
problem-nik-missing = The NIK is empty. Enter it as on the identity card.
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
problem-birth-date-missing = The birth date is empty. Enter it as on the identity card.
problem-birth-date-format = The birth date "{ $value }" cannot be read. Write day-month-year, as in 17-08-1990.
problem-birth-date-range = By the birth date this person is under 15, over 100, or not yet born.
problem-sex-format = The sex "{ $value }" is not known. Write L or P.
problem-birth-date-column-missing = This list has no birth date column, so the NIK cannot be cross-checked.
problem-nik-column-is-employee-number = The NIK column seems to hold employee numbers, not 16-digit NIK. Ask the company for the NIK on the identity card.
problem-npp-letters = The NPP holds letters, which only old registrations have. Make sure it is right.
