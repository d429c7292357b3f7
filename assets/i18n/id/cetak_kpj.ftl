app-name = Cetak KPJ

## Kolom

field-kpj = Nomor KPJ
field-nik = NIK
field-name = Nama
field-birth-date = Tanggal lahir
field-sex = Jenis kelamin
field-membership-date = Tanggal kepesertaan
field-identity-kind = Jenis identitas
field-npp = NPP
field-company = Nama perusahaan

## Masalah dalam daftar: satu kalimat tentang apa yang salah, satu tentang apa yang dapat dilakukan.
## $value: isi sel; $suggestion: usulan; $kind: jenis; $reference: baris, nomor tanda terima, atau KPJ lain.

problem-name-missing = Nama kosong. Isi nama sesuai KTP.
problem-name-unusual = { $kind ->
    [too-long] Nama lebih dari 60 huruf. Periksa apakah tercampur dengan isi kolom lain.
   *[other] Nama memuat angka. Periksa apakah salah ketik.
}
problem-name-unprintable = Nama memuat huruf yang tidak dapat dicetak: { $value }. Tulis dengan huruf Latin.
problem-kpj-missing = Nomor KPJ kosong. Lengkapi dari daftar SMILE atau berkas upah.
problem-kpj-format = Nomor KPJ harus 11 angka, di sini tertulis "{ $value }".
problem-kpj-lost-zero = Nomor KPJ tersimpan sebagai bilangan 10 angka; angka 0 di depan mungkin hilang. Mungkin maksudnya { $suggestion }?
problem-kpj-check-digit = Angka terakhir nomor KPJ tidak cocok dengan angka lainnya. Bandingkan dengan data di SMILE.
problem-kpj-repeated = Nomor KPJ ini sudah dipakai di baris { $reference } untuk orang lain.
problem-row-repeated = Baris ini sama dengan baris { $reference }. Hapus salah satunya.
problem-kpj-already-issued = Kartu dengan nomor KPJ ini sudah diterbitkan pada tanda terima { $reference }. Gunakan cetak ulang.
problem-nik-missing = NIK kosong. Isi sesuai KTP.
problem-nik-format = NIK harus 16 angka, di sini tertulis "{ $value }".
problem-nik-damaged = NIK rusak karena selnya berformat bilangan (Excel hanya menyimpan 15 angka). Ubah format kolom menjadi Teks, lalu ketik ulang NIK dari KTP.
problem-nik-date = Tanggal lahir di dalam NIK tidak mungkin ada. Ketik ulang NIK dari KTP.
problem-nik-serial = NIK berakhir 0000, yang tidak pernah diberikan; mungkin pernah dibulatkan Excel. Ketik ulang NIK dari KTP.
problem-nik-repeated = NIK ini sudah ada di baris { $reference } dengan nomor KPJ lain.
problem-nik-province = Kode wilayah di awal NIK tidak dikenal. Bandingkan dengan KTP.
problem-nik-birth-date = { $kind ->
    [day-month-swapped] Tanggal lahir tidak cocok dengan NIK: hari dan bulan tertukar. Mungkin maksudnya { $suggestion }?
    [year-digit] Tanggal lahir tidak cocok dengan NIK: satu angka tahun berbeda. Bandingkan dengan KTP.
   *[other] Tanggal lahir tidak cocok dengan tanggal di dalam NIK. Bandingkan dengan KTP.
}
problem-nik-sex = Jenis kelamin tidak cocok dengan NIK. Bandingkan dengan KTP.
problem-nik-known = Orang dengan NIK ini sudah memegang kartu nomor { $reference }.
problem-birth-date-missing = Tanggal lahir kosong. Isi sesuai KTP.
problem-birth-date-format = Tanggal lahir "{ $value }" tidak dapat dibaca. Tulis hari-bulan-tahun, misalnya 17-08-1990.
problem-birth-date-range = Menurut tanggal lahirnya, orang ini belum 15 tahun, lebih dari 100 tahun, atau belum lahir.
problem-sex-format = Jenis kelamin "{ $value }" tidak dikenal. Tulis L atau P.
problem-birth-date-column-missing = Daftar ini tidak mempunyai kolom tanggal lahir, jadi NIK tidak dapat dicocokkan.
problem-nik-column-is-employee-number = Kolom NIK tampaknya berisi nomor induk karyawan, bukan NIK 16 angka. Minta perusahaan mengisi NIK sesuai KTP.
problem-npp-letters = NPP memuat huruf; itu hanya ada pada pendaftaran lama. Pastikan sudah benar.
