//! Synthetic worker lists in the dresses that real ones wear.

use super::{ExportError, write_workbook};
use crate::domain::sample::{COMPANY, NPP, Person};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// What the list looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SampleKind {
    /// The portal's template for new workers: 30 columns, data in the sheet `data_tk_baru`, no KPJ column.
    Sipp,
    /// A list from the web system, with KPJ, NPP and company in each row.
    Smile,
    /// A personnel department's own list: title rows above, a total and signatures below.
    #[default]
    Hr,
}

impl SampleKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Sipp, Self::Smile, Self::Hr];

    /// The key on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sipp => "sipp",
            Self::Smile => "smile",
            Self::Hr => "hr",
        }
    }
}

/// Writes `people` as a workbook of the given kind.
///
/// # Errors
/// [`ExportError`]; an older file under the same name then stays as it was.
pub fn write(people: impl Iterator<Item = Person>, kind: SampleKind, path: &Path) -> Result<(), ExportError> {
    let mut workbook = Workbook::new();
    let filled = match kind {
        SampleKind::Sipp => sipp(&mut workbook, people),
        SampleKind::Smile => smile(&mut workbook, people),
        SampleKind::Hr => hr(&mut workbook, people),
    };
    filled
        .and_then(|()| same_bytes_for_same_seed(&mut workbook))
        .map_err(|error| ExportError { path: path.to_owned(), source: error.into() })?;
    write_workbook(path, &mut workbook)
}

/// A workbook carries the moment it was made; a sample must not.
fn same_bytes_for_same_seed(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_author(COMPANY).set_creation_datetime(&day));
    Ok(())
}

/// One cell, by the title of its column.
fn value(person: &Person, title: &str, number: u32) -> String {
    match title {
        "No" => number.to_string(),
        "NO_PEGAWAI" => format!("P{number:05}"),
        "KPJ" | "No. KPJ" => person.kpj.clone(),
        "NIK" | "NOMOR_IDENTITAS" => person.nik.clone(),
        "NAMA_LENGKAP" | "Nama Lengkap" => person.name.clone(),
        "TEMPAT_LAHIR" => person.birth_place.to_owned(),
        "TANGGAL_LAHIR" | "TGL_LAHIR" | "Tgl Lahir" => person.birth_date.clone(),
        "JENIS_KELAMIN" | "JK" => person.sex.clone(),
        "TANGGAL_KEPESERTAAN" | "TGL_KEPESERTAAN1" => person.membership_date.clone(),
        "NPP" => NPP.to_owned(),
        "NAMAPRS" => COMPANY.to_owned(),
        "JENIS_IDENTITAS" => "KTP".to_owned(),
        "KODE_NEGARA" => "ID".to_owned(),
        "STATUS_KAWIN" => "Y".to_owned(),
        "UPAH" => "2500000".to_owned(),
        _ => String::new(),
    }
}

fn table(
    sheet: &mut Worksheet,
    header_row: u32,
    titles: &[&str],
    people: impl Iterator<Item = Person>,
) -> Result<u32, XlsxError> {
    let bold = Format::new().set_bold().set_border_bottom(rust_xlsxwriter::FormatBorder::Thin);
    let text = Format::new().set_num_format("@");
    for (at, title) in (0u16..).zip(titles) {
        sheet.write_string_with_format(header_row, at, *title, &bold)?;
        sheet.set_column_width(at, if title.to_ascii_lowercase().contains("nama") { 34 } else { 18 })?;
    }
    let mut row = header_row;
    for (number, person) in (1u32..).zip(people) {
        row += 1;
        for (at, title) in (0u16..).zip(titles) {
            let value = value(&person, title, number);
            let typed_as_number = match *title {
                "NIK" | "NOMOR_IDENTITAS" => person.nik_is_number,
                "KPJ" | "No. KPJ" => person.kpj_is_number,
                _ => false,
            };
            match value.parse::<f64>() {
                Ok(digits) if typed_as_number => sheet.write_number(row, at, digits)?,
                _ if value.is_empty() => continue,
                _ => sheet.write_string_with_format(row, at, value, &text)?,
            };
        }
    }
    Ok(row)
}

fn smile(workbook: &mut Workbook, people: impl Iterator<Item = Person>) -> Result<(), XlsxError> {
    let titles = ["NOMOR_IDENTITAS", "KPJ", "NAMA_LENGKAP", "TGL_LAHIR", "NPP", "NAMAPRS", "TGL_KEPESERTAAN1"];
    table(workbook.add_worksheet().set_name("Sheet1")?, 0, &titles, people).map(drop)
}

fn sipp(workbook: &mut Workbook, people: impl Iterator<Item = Person>) -> Result<(), XlsxError> {
    let titles = [
        "NO_PEGAWAI",
        "NAMA_LENGKAP",
        "GELAR",
        "TELEPON_AREA_RUMAH",
        "TELEPON_RUMAH",
        "TELEPON_AREA_KANTOR",
        "TELEPON_KANTOR",
        "TELEPON_EXT_KANTOR",
        "HP",
        "EMAIL",
        "TEMPAT_LAHIR",
        "TANGGAL_LAHIR",
        "NAMA_IBU_KANDUNG",
        "JENIS_IDENTITAS",
        "NOMOR_IDENTITAS",
        "MASA_LAKU_IDENTITAS",
        "JENIS_KELAMIN",
        "SURAT_MENYURAT_KE",
        "TANGGAL_KEPESERTAAN",
        "STATUS_KAWIN",
        "GOLONGAN_DARAH",
        "NPWP",
        "KODE_NEGARA",
        "UPAH",
        "ALAMAT",
        "KODE_POS",
        "LOKASI_PEKERJAAN",
        "STATUS_PEGAWAI",
        "TGL_AWAL_BEKERJA",
        "TGL_AKHIR_KONTRAK",
    ];
    workbook.add_worksheet().set_name("petunjuk")?.write_string(0, 0, "Isi data pada lembar data_tk_baru")?;
    table(workbook.add_worksheet().set_name("data_tk_baru")?, 0, &titles, people).map(drop)
}

fn hr(workbook: &mut Workbook, people: impl Iterator<Item = Person>) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name("Karyawan")?;
    let title = Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, 5, "DAFTAR TENAGA KERJA BARU", &title)?;
    sheet.write_string(1, 0, format!("Nama Perusahaan : {COMPANY}"))?;
    sheet.write_string(2, 0, format!("NPP : {NPP}"))?;
    let last = table(sheet, 3, &["No", "NIK", "No. KPJ", "Nama Lengkap", "Tgl Lahir", "JK"], people)?;
    sheet.write_string(last + 1, 0, "JUMLAH")?;
    sheet.write_string(last + 1, 3, format!("{} orang", last - 3))?;
    sheet.write_string(last + 3, 4, "Bojonegoro, 2 November 2026")?;
    sheet.write_string(last + 4, 4, "Bagian Personalia")?;
    sheet.write_string(last + 7, 4, "(____________________)")?;
    Ok(())
}
