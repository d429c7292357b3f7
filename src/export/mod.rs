//! From the register to a workbook.
