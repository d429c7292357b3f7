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

problem-name-missing = { $kind ->
    [formula-without-value] Sel ini berisi rumus tanpa hasil. Buka berkasnya di Excel, simpan, lalu impor lagi.
   *[other] Nama kosong. Isi nama sesuai KTP.
}
problem-name-unusual = { $kind ->
    [too-long] Nama lebih dari 60 huruf. Periksa apakah tercampur dengan isi kolom lain.
   *[other] Nama memuat angka. Periksa apakah salah ketik.
}
problem-name-unprintable = Nama memuat huruf yang tidak dapat dicetak: { $value }. Tulis dengan huruf Latin.
problem-kpj-missing = { $kind ->
    [formula-without-value] Sel ini berisi rumus tanpa hasil. Buka berkasnya di Excel, simpan, lalu impor lagi.
   *[other] Nomor KPJ kosong. Lengkapi dari daftar SMILE atau berkas upah.
}
problem-kpj-format = Nomor KPJ harus 11 angka, di sini tertulis "{ $value }".
problem-kpj-lost-zero = Nomor KPJ tersimpan sebagai bilangan 10 angka; angka 0 di depan mungkin hilang. Mungkin maksudnya { $suggestion }?
problem-kpj-check-digit = Angka terakhir nomor KPJ tidak cocok dengan angka lainnya. Bandingkan dengan data di SMILE.
problem-kpj-repeated = Nomor KPJ ini sudah dipakai di baris { $reference } untuk orang lain.
problem-row-repeated = Baris ini sama dengan baris { $reference }. Hapus salah satunya.
problem-kpj-already-issued = Kartu dengan nomor KPJ ini sudah diterbitkan pada tanda terima { $reference }. Gunakan cetak ulang.
problem-nik-missing = { $kind ->
    [formula-without-value] Sel ini berisi rumus tanpa hasil. Buka berkasnya di Excel, simpan, lalu impor lagi.
   *[other] NIK kosong. Isi sesuai KTP.
}
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
problem-birth-date-missing = { $kind ->
    [formula-without-value] Sel ini berisi rumus tanpa hasil. Buka berkasnya di Excel, simpan, lalu impor lagi.
   *[other] Tanggal lahir kosong. Isi sesuai KTP.
}
problem-birth-date-format = Tanggal lahir "{ $value }" tidak dapat dibaca. Tulis hari-bulan-tahun, misalnya 17-08-1990.
problem-birth-date-range = Menurut tanggal lahirnya, orang ini belum 15 tahun, lebih dari 100 tahun, atau belum lahir.
problem-sex-format = Jenis kelamin "{ $value }" tidak dikenal. Tulis L atau P.
problem-birth-date-column-missing = Daftar ini tidak mempunyai kolom tanggal lahir, jadi NIK tidak dapat dicocokkan.
problem-nik-column-is-employee-number = Kolom NIK tampaknya berisi nomor induk karyawan, bukan NIK 16 angka. Minta perusahaan mengisi NIK sesuai KTP.
problem-npp-letters = NPP memuat huruf; itu hanya ada pada pendaftaran lama. Pastikan sudah benar.

## Kesalahan: apa yang terjadi dan apa yang tetap aman; lalu apa yang dapat dilakukan. $subject: berkas, folder, atau nomor.

error-file-not-found = Berkas { $subject } tidak ditemukan.
error-file-not-found-hint = Periksa nama dan foldernya; mungkin berkas dipindahkan atau diganti nama.
error-file-empty = Berkas { $subject } kosong.
error-file-empty-hint = Minta perusahaan mengirim ulang daftarnya.
error-file-not-a-list = Berkas { $subject } bukan daftar tenaga kerja.
error-file-not-a-list-hint = Yang dapat dibaca: Excel (.xlsx, .xls), LibreOffice (.ods), dan CSV. Foto dan PDF tidak dapat dibaca; minta berkas aslinya.
error-file-encrypted = Berkas { $subject } terkunci dengan kata sandi.
error-file-encrypted-hint = Buka di Excel, simpan salinan tanpa kata sandi, lalu impor salinan itu.
error-file-damaged = Berkas { $subject } rusak atau terpotong sehingga tidak dapat dibaca sampai selesai.
error-file-damaged-hint = Buka di Excel lalu simpan sebagai .xlsx baru; bila gagal, minta perusahaan mengirim ulang.
error-file-too-large = Berkas { $subject } terlalu besar untuk sebuah daftar tenaga kerja.
error-file-too-large-hint = Salin hanya baris tenaga kerja ke berkas baru. Portal menerima paling banyak 10.000 baris.
error-file-unreadable = Berkas { $subject } tidak dapat dibuka.
error-file-unreadable-hint = Tutup berkas itu di program lain dan pastikan Anda boleh membukanya.
error-header-not-found = Tidak ada baris judul kolom yang dikenali di { $subject }.
error-header-not-found-hint = Daftar memerlukan judul kolom seperti Nama, NIK, No. KPJ, dan Tgl Lahir dalam 30 baris pertama.
error-no-rows = Daftar di { $subject } tidak berisi tenaga kerja.
error-no-rows-hint = Judul kolom ada, tetapi di bawahnya kosong. Periksa apakah datanya ada di berkas atau lembar lain.
error-no-such-sheet = Lembar itu tidak ada. Lembar di berkas ini: { $subject }.
error-no-such-sheet-hint = Tulis nama lembar seperti yang terlihat di bagian bawah Excel.
error-no-such-column = Kolom itu tidak ada. Judul kolom di berkas ini: { $subject }.
error-no-such-column-hint = Tulis judul kolom seperti di berkas, atau huruf kolomnya.
error-npp-missing = NPP perusahaan belum diketahui; tidak ada yang diterbitkan.
error-npp-missing-hint = Isi NPP (8 angka); di baris perintah: --npp.
error-company-missing = Nama perusahaan belum diketahui; tidak ada yang diterbitkan.
error-company-missing-hint = Isi nama perusahaan; di baris perintah: --company.
error-out-not-writable = Tidak dapat menulis ke { $subject }; tidak ada yang diterbitkan atau ditimpa.
error-out-not-writable-hint = Pastikan foldernya ada, Anda boleh menulis di sana, disk tidak penuh, dan berkasnya tidak sedang dibuka.
error-database-newer = Basis data dibuat oleh Cetak KPJ yang lebih baru; tidak ada yang diubah.
error-database-newer-hint = Pasang Cetak KPJ versi terbaru di komputer ini.
error-database-locked = Basis data sedang dipakai program lain; tidak ada yang diubah.
error-database-locked-hint = Tunggu sampai pekerjaan di jendela lain selesai, lalu ulangi.
error-database-damaged = Basis data tidak dapat dibaca; tidak ada yang diubah.
error-database-damaged-hint = Jangan hapus apa pun. Kembalikan cadangan terakhir atau hubungi bagian TI.
error-database-error = Basis data menolak pekerjaan ini; tidak ada yang diubah.
error-database-error-hint = Pastikan disk tidak penuh, lalu ulangi. Bila terulang, hubungi bagian TI.
error-document-failed = PDF tidak dapat dibuat: { $subject }. Tidak ada yang diterbitkan.
error-document-failed-hint = Periksa nama perusahaan dan kop surat di Pengaturan, lalu ulangi.
error-number-pattern = Pola nomor tanda terima di Pengaturan tidak dapat dipakai; tidak ada yang diterbitkan.
error-number-pattern-hint = Pola harus memuat {"{"}seq{"}"} dan {"{"}year{"}"}, misalnya {"{"}seq:04{"}"}/{"{"}year{"}"}.
error-receipt-not-found = Tidak ada tanda terima nomor { $subject }.
error-receipt-not-found-hint = Cari nomornya di Register.
error-files-not-in-place = Tanda terima { $subject } sudah terbit dan tercatat, tetapi berkas PDF belum dapat dipindahkan ke tempatnya.
error-files-not-in-place-hint = Jangan terbitkan ulang. Pastikan disk tidak penuh, lalu buka lagi program ini: berkasnya dipindahkan sendiri.
error-cancelled = Dibatalkan. Tidak ada yang diterbitkan.
error-cancelled-hint = Anda dapat memulai lagi kapan saja.
error-no-data-folder = Folder data tidak dapat ditentukan.
error-no-data-folder-hint = Tentukan sendiri dengan --data-dir atau CETAK_KPJ_DATA.

## Status

status-issued = terbit
status-printed = tercetak
status-emailed = terkirim e-mail
status-handed-over = diserahkan
status-void = BATAL

row-ready = siap
row-warning = peringatan
row-rejected = ditolak
row-counts = { $rows } baris: { $ready } siap, { $warning } peringatan, { $rejected } ditolak

stage-reading = Membaca daftar
stage-checking = Memeriksa baris
stage-cards = Membuat kartu
stage-receipt = Membuat tanda terima
stage-saving = Menyimpan

## Penerbitan

issue-refused-problems = Tidak ada yang diterbitkan ({ $counts }). Perbaiki daftarnya, atau pilih sendiri: terima peringatan (--accept-warnings), lewati baris yang ditolak (--skip-rejected).
issue-refused-nothing-left = Tidak ada yang diterbitkan ({ $counts }): tidak ada baris yang dapat menjadi kartu.
issue-refused-meanwhile = Tidak ada yang diterbitkan: sebagian nomor KPJ baru saja diterbitkan di jendela lain. Periksa ulang daftarnya.

## Register

register-sheet = Register
register-date = Tanggal
register-npp = NPP
register-company = Nama perusahaan
register-cards = Jumlah KPJ tenaga kerja
register-cards-short = Kartu
register-number = No. tanda terima
register-ro = Pembina (RO)
register-status = Status
register-handed-over-to = Diserahkan kepada
register-handed-over-on = Tanggal diserahkan
register-empty = Belum ada yang cocok di register.
register-total = { $entries } tanda terima, { $cards } kartu
register-exported = { $rows } baris register ditulis ke { $file }.

## Baris perintah

cli-kpj = Memeriksa daftar tenaga kerja baru, membuat kartu KPJ dan tanda terima, dan menjaga register
cli-check = Membaca dan memeriksa sebuah daftar; tidak menulis apa pun
cli-issue = Menerbitkan: kartu, tanda terima, dan baris register; semua atau tidak sama sekali
cli-register = Register: semua tanda terima yang pernah terbit
cli-list = Menampilkan register, yang terbaru dahulu
cli-export = Menulis register ke buku kerja (.xlsx) atau CSV
cli-sample = Menulis daftar contoh dengan data rekaan
cli-arg-data-dir = Folder data (basis data, pengaturan, dokumen)
cli-arg-json = Satu dokumen JSON di keluaran standar
cli-arg-lang = Bahasa: id atau en
cli-arg-file = Berkas daftar tenaga kerja
cli-arg-sheet = Lembar yang dibaca
cli-arg-header-row = Nomor baris judul kolom
cli-arg-map = Kolom untuk sebuah isian, misalnya nik="No. KTP"
cli-arg-npp = Nomor perusahaan (NPP)
cli-arg-company = Nama perusahaan
cli-arg-ro = Pembina (RO)
cli-arg-email = Alamat e-mail perusahaan
cli-arg-entered = Tanggal data masuk
cli-arg-posted = Tanggal iuran diposting
cli-arg-date = Tanggal tanda terima; bawaan: hari ini
cli-arg-paper = Kertas kartu
cli-arg-per-worker = Juga satu PDF untuk setiap tenaga kerja
cli-arg-out = Tempat hasil
cli-arg-accept-warnings = Terbitkan juga baris dengan peringatan
cli-arg-skip-rejected = Lewati baris yang ditolak
cli-arg-dry-run = Hanya memperlihatkan apa yang akan terbit
cli-arg-from = Mulai tanggal ini
cli-arg-to = Sampai tanggal ini
cli-arg-search = Kata dalam nama perusahaan, NPP, atau nomor
cli-arg-status = Hanya yang berstatus ini
cli-arg-full = Semua kolom, bukan hanya empat kolom kantor
cli-arg-rows = Jumlah tenaga kerja
cli-arg-kind = Bentuk daftar: sipp, smile, atau hr
cli-arg-dirty = Dengan kesalahan di sekitar satu dari delapan baris
cli-arg-seed = Bilangan yang sama memberi daftar yang sama
cli-bad-npp = NPP terdiri atas 8 angka atau huruf
cli-bad-date = tulis tanggal sebagai 2026-11-20 atau 20-11-2026
cli-bad-map = tulis ISIAN=KOLOM; isian: kpj, nik, name, birth_date, sex, membership_date, identity_kind, npp, company
cli-file = Berkas
cli-place = Tempat
cli-place-sheet = lembar { $sheet }, judul kolom di baris { $row }
cli-place-line = judul kolom di baris { $row }
cli-company = Perusahaan
cli-columns = Kolom
cli-rows = Isi
cli-receipt = Tanda terima
cli-cards = Kartu
cli-file-cards = PDF kartu
cli-file-receipt = PDF tanda terima
cli-copy = Salinan
cli-failed-copy = Salinan gagal
cli-would-issue = Akan terbit: { $cards } kartu untuk { $npp } { $company }. Tidak ada yang ditulis.
cli-sample-written = Daftar contoh dengan { $rows } tenaga kerja rekaan ditulis ke { $file }.
