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
error-template-invalid = Templat { $subject } Tidak ada yang diterbitkan atau disimpan.
error-template-invalid-hint = Perbaiki baris itu, atau pilih templat lain. Perintah kpj template check FILE menunjukkan semua kesalahannya.
error-template-not-found = Templat { $subject } tidak ada; tidak ada yang diterbitkan.
error-template-not-found-hint = Perintah kpj template list menunjukkan templat yang ada.
error-template-name = Templat tidak dapat dinamai { $subject }; tidak ada yang disimpan.
error-template-name-hint = Pakai huruf, angka, spasi, dan - _ . serta jangan nama templat bawaan program.
error-template-exists = { $subject } sudah ada; tidak ada yang ditimpa.
error-template-exists-hint = Pilih nama lain; di baris perintah: --name. Gambar dapat diganti namanya di dalam templat.
error-template-unreadable = Berkas templat { $subject } tidak dapat dibaca atau ditulis.
error-template-unreadable-hint = Pastikan berkas itu ada, berupa teks (UTF-8) atau gambar di bawah 8 MB, dan boleh dibuka.
error-template-no-room = Templat tidak cukup untuk seluruh teks bidang { $subject }; tidak ada yang diterbitkan.
error-template-no-room-hint = Pendekkan teksnya (perusahaan, kantor, atau program), atau beri bidang itu lebar, baris, atau huruf lebih kecil.
error-template-no-room-card = Templat tidak cukup untuk seluruh nama atau nomor kartu ke-{ $subject }; tidak ada yang diterbitkan.
error-template-no-room-card-hint = Beri bidang itu di templat lebar atau baris yang lebih banyak, atau huruf lebih kecil.
error-start-at = Lembar tidak mempunyai tempat ke-{ $subject }; tidak ada yang diterbitkan.
error-start-at-hint = Pilih tempat dari 1 sampai jumlah kartu per lembar; kartu satuan tidak punya tempat lain.
error-receipt-not-found = Tidak ada tanda terima nomor { $subject }.
error-receipt-not-found-hint = Cari nomornya di Register.
error-receipt-void = Tanda terima { $subject } sudah BATAL; tidak ada yang diubah.
error-receipt-void-hint = Tanda terima yang batal tetap begitu. Terbitkan kartunya lagi dengan daftar baru.
error-status-back = Tanda terima { $subject } sudah diserahkan dan tidak bisa mundur; tidak ada yang diubah.
error-status-back-hint = Kartu yang hilang atau rusak sesudah itu dicetak ulang dengan kpj reprint.
error-handed-over-before = Tanda terima { $subject } sudah pernah diserahkan, kepada orang lain atau pada tanggal lain; tidak ada yang diubah.
error-handed-over-before-hint = Lihat riwayatnya. Yang tercatat pertama tetap berlaku.
error-recipient-missing = Penerima kartu pada tanda terima { $subject } belum disebut; tidak ada yang diubah.
error-recipient-missing-hint = Sebutkan nama penerima; pada baris perintah: --to.
error-cards-to-print = Masih ada { $subject } kartu gagal yang harus dicetak lagi; tidak ada yang diubah.
error-cards-to-print-hint = Cetak dan tandai tercetak dulu, baru serahkan.
error-kpj-not-on-receipt = KPJ { $subject } tidak ada pada tanda terima ini; tidak ada yang diubah.
error-kpj-not-on-receipt-hint = Cocokkan nomornya dengan kartu; cari tanda terimanya di Register.
error-reason-missing = Alasan belum diisi; tidak ada yang diubah.
error-reason-missing-hint = Tulis alasan singkat: alasan itu dicatat dan tetap ada.
error-list-not-found = Tidak ada daftar { $subject } yang menunggu.
error-list-not-found-hint = Mungkin sudah diterbitkan atau ditarik. Lihat yang menunggu dengan: kpj pending list.
error-reason-missing-hint = Tulis mengapa tanda terima dibatalkan: alasan itu tinggal di register.
error-no-print-system = Tidak ada sistem pencetakan yang menjawab di komputer ini. Tidak ada yang dicetak.
error-no-print-system-hint = Pasang printer dulu, atau buka PDF-nya dan cetak dari penampil PDF.
error-print-broken-off = Sistem pencetakan terputus: { $subject }. Mungkin sudah sempat diterima.
error-print-broken-off-hint = Periksa antrean printer sebelum mencetak lagi.
error-printer-not-found = Tidak ada printer bernama { $subject }. Tidak ada yang dicetak.
error-printer-not-found-hint = Pilih printer lain; daftarnya: kpj print --list-printers.
error-print-refused = Sistem pencetakan menolak: { $subject }. Tidak ada yang dicetak.
error-print-refused-hint = Periksa apakah printer menyala dan menerima pekerjaan, lalu coba lagi.
error-no-printer = Printer belum dipilih dan tidak ada printer utama. Tidak ada yang dicetak.
error-no-printer-hint = Pilih printernya; pada baris perintah: --printer.
error-no-such-page = Halaman { $subject } tidak ada. Tidak ada yang dicetak.
error-no-such-page-hint = Tulis nomor halaman seperti 1-3, 7; kosongkan untuk semua.
error-nothing-to-print = Tidak ada halaman yang harus dicetak.
error-nothing-to-print-hint = Tidak ada kartu gagal yang menunggu. Pilih halaman lain bila perlu.
error-cards-on-sheets = Kartu ini dicetak beberapa buah pada satu lembar, jadi kartu gagal tidak dapat dipilih sendiri. Tidak ada yang dicetak.
error-cards-on-sheets-hint = Pilih halaman lembarnya, atau cetak ulang kartunya dengan kpj reprint.
error-document-missing = Dokumen tidak ada di arsip: { $subject }.
error-document-missing-hint = Mungkin dipindahkan atau dihapus. Kembalikan dari cadangan.
error-document-changed = Dokumen di arsip tidak sama dengan yang diterbitkan: { $subject }.
error-document-changed-hint = Jangan dipakai. Kembalikan berkas asli dari cadangan.
error-document-damaged = Dokumen PDF rusak dan tidak dapat ditampilkan.
error-document-damaged-hint = Periksa berkasnya, atau kembalikan dari cadangan.
error-document-too-large = Dokumen PDF terlalu besar untuk ditampilkan di sini.
error-document-too-large-hint = Buka dengan program PDF.
error-files-not-in-place = Tanda terima { $subject } sudah terbit dan tercatat, tetapi berkas PDF belum dapat dipindahkan ke tempatnya.
error-files-not-in-place-hint = Jangan terbitkan ulang. Pastikan disk tidak penuh, lalu buka lagi program ini: berkasnya dipindahkan sendiri.
error-cancelled = Dibatalkan. Tidak ada yang diterbitkan.
error-cancelled-hint = Anda dapat memulai lagi kapan saja.
error-data-folder-remote = Folder data { $subject } berada di komputer lain; basis data tidak aman di sana.
error-data-folder-remote-hint = Pilih folder di disk komputer ini.
error-no-data-folder = Folder data tidak dapat ditentukan.
error-no-data-folder-hint = Tentukan sendiri dengan --data-dir atau CETAK_KPJ_DATA.

## Status

status-issued = terbit
status-printed = tercetak
status-emailed = terkirim e-mail
status-handed-over = diserahkan
status-void = BATAL
reprint-lost = hilang
reprint-damaged = rusak
reprint-wrong-data = data salah
reprint-other = alasan lain
life-history = Riwayat
life-copies = Salinan
life-to-print = Perlu dicetak lagi
life-copy = salinan ke-{ $number } tanda terima
life-reprint = salinan ke-{ $number }: { $cards } kartu dicetak ulang, { $reason } ({ $note })

## Pekerjaan

step-awaiting-kpj = menunggu nomor KPJ
step-to-issue = belum diterbitkan
step-to-print = belum dicetak
step-to-hand-over = belum diserahkan
urgency-on-time = aman
urgency-soon = segera
urgency-late = TERLAMBAT
work-days = Hari kerja
work-urgency = Tenggat
work-step = Yang ditunggu
work-since = Sejak
work-about = Tentang
work-list = daftar { $id }
work-none = Tidak ada pekerjaan yang menunggu.
pending-id = Daftar
pending-none = Tidak ada daftar yang menunggu diterbitkan.
pending-withdrawn = Daftar { $id } ditarik. Datanya dihapus; catatan bahwa daftar itu pernah masuk tetap ada.

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

pasted-list = Tempelan dari papan klip
issue-refused-problems = Tidak ada yang diterbitkan ({ $counts }). Perbaiki daftarnya, atau pilih sendiri: terima peringatan (--accept-warnings), lewati baris yang ditolak (--skip-rejected).
issue-refused-nothing-left = Tidak ada yang diterbitkan ({ $counts }): tidak ada baris yang dapat menjadi kartu.
issue-refused-meanwhile = Tidak ada yang diterbitkan: sebagian nomor KPJ baru saja diterbitkan di jendela lain. Periksa ulang daftarnya.

## Kembali ke perusahaan

rejects-note = Perbaiki sel berwarna (merah: wajib, kuning: periksa), lalu kirim kembali berkas ini. Nomor di kolom Alasan adalah nomor baris di berkas asal, { $file }.
rejects-reason = Baris { $row }: { $reasons }

## Pencetakan

job-waiting = Menunggu giliran.
job-printing = Sedang dicetak.
job-stopped = Printer berhenti. { $reason }
job-done = Sudah diteruskan ke printer.
job-cancelled = Dibatalkan di antrean printer.
job-failed = Gagal. { $reason }
print-cards-sent = Kartu, { $pages } halaman, dikirim ke { $printer }.
print-receipt-sent = Tanda terima, { $pages } halaman, dikirim ke { $printer }.
print-paper-unknown = Printer ini tidak mengenal ukuran kertasnya: pastikan kertas yang benar terpasang.
print-default = utama
print-not-ready = tidak siap
print-no-printers = Tidak ada printer.
cli-bad-pages = Tulis nomor halaman seperti 1-3,7.

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

## Templat
template-fault-syntax = Baris { $line }: penulisannya bukan TOML yang benar.
template-fault-unknown-key = Baris { $line }: { $subject } tidak dikenal di sini. Yang dikenal: { $known }.
template-fault-missing = Baris { $line }: { $subject } belum ada.
template-fault-not-a =
    Baris { $line }: { $subject } harus berupa { $known ->
        [number] angka
        [text] teks dalam tanda petik
        [switch] true atau false
        [table] tabel
        [tables] bagian yang ditulis [[{ $subject }]]
        [colour] warna seperti "#0A8072"
        [point] titik seperti [10, 20.5]
        [path] data path seperti di SVG
       *[file] nama berkas di samping templat
    }.
template-fault-not-one-of = Baris { $line }: { $subject } harus salah satu dari: { $known }.
template-fault-range = Baris { $line }: { $subject } harus antara { $known }.
template-fault-outside-card = Baris { $line }: { $subject } melewati tepi kartu (85,6 × 53,98 mm).
template-fault-too-narrow = Baris { $line }: { $subject } terpanjang tidak muat utuh (nama sampai 60 huruf). Perlu lebih lebar, lebih banyak baris, atau "smallest" lebih kecil.
template-fault-field-missing = Baris { $line }: kartu memerlukan bidang { $subject } (atau preprinted = true, bila sudah tercetak di kartu).
template-fault-missing-glyph = Baris { $line }: huruf program tidak mempunyai tanda { $subject }.
template-fault-picture-missing = Baris { $line }: gambar { $subject } tidak ada di samping templat.
template-fault-picture-unusable = Baris { $line }: { $subject } bukan gambar PNG atau JPEG, atau lebih dari 8 MB.
template-good = { $file } adalah templat yang benar.
template-bad = { $file } belum dapat dipakai sebagai templat:
template-imported = Templat { $name } sudah dapat dipakai: kpj issue --template "{ $name }".
template-chosen = Kartu berikutnya dibuat dengan templat { $name }.

cli-kpj = Memeriksa daftar tenaga kerja baru, membuat kartu KPJ dan tanda terima, dan menjaga register
cli-check = Membaca dan memeriksa sebuah daftar; tidak menerbitkan apa pun
cli-issue = Menerbitkan: kartu, tanda terima, dan baris register; semua atau tidak sama sekali
cli-mark = Mencatat nasib sebuah tanda terima; tanpa status, riwayatnya ditampilkan
cli-printed = Kartu sudah tercetak, kecuali yang gagal
cli-emailed = Dokumen sudah dikirim lewat surel
cli-handed-over = Kartu sudah diterima perusahaan
cli-print = Mencetak kartu dan tanda terima yang sudah terbit, pada ukuran aslinya
cli-void = Membatalkan tanda terima; nomor dan barisnya tetap, KPJ-nya boleh diterbitkan lagi
cli-work = Pekerjaan yang menunggu, yang terlama dahulu
cli-pending = Daftar yang sudah diperiksa dan menunggu diterbitkan
cli-add = Memeriksa sebuah daftar dan menyimpannya sampai diterbitkan
cli-pending-list = Menampilkan daftar yang menunggu
cli-pending-issue = Menerbitkan daftar yang menunggu
cli-show = Menampilkan isi dan hasil pemeriksaan
cli-withdraw = Menarik daftar yang belum diterbitkan, dengan alasan
cli-arg-small-first = Yang kecil dan cepat dahulu
cli-arg-id = Nomor daftar yang menunggu
cli-arg-reason = Alasan
cli-register = Register: semua tanda terima yang pernah terbit
cli-list = Menampilkan register, yang terbaru dahulu
cli-export = Menulis register ke buku kerja (.xlsx) atau CSV
cli-sample = Menulis daftar contoh dengan data rekaan
cli-template = Templat: rupa kartu
cli-template-list = Menampilkan semua templat; * yang dipakai
cli-template-check = Memeriksa berkas templat dan menyebut baris yang salah
cli-template-show = Menampilkan isi sebuah templat
cli-template-use = Memakai sebuah templat untuk kartu berikutnya
cli-template-import = Mengambil berkas templat dan gambarnya menjadi templat kantor
cli-arg-data-dir = Folder data (basis data, pengaturan, dokumen)
cli-arg-json = Satu dokumen JSON di keluaran standar
cli-arg-lang = Bahasa: id atau en
cli-arg-file = Berkas daftar tenaga kerja
cli-arg-sheet = Lembar yang dibaca
cli-arg-header-row = Nomor baris judul kolom
cli-arg-map = Kolom untuk sebuah isian, misalnya nik="No. KTP"
cli-arg-kpj-from = Daftar kedua yang melengkapi nomor KPJ yang kosong, dicocokkan lewat NIK
cli-arg-rejects = Buku kerja (.xlsx) dengan baris bermasalah untuk dikirim kembali ke perusahaan
cli-arg-npp = Nomor perusahaan (NPP)
cli-arg-company = Nama perusahaan
cli-arg-ro = Pembina (RO)
cli-arg-email = Alamat e-mail perusahaan
cli-arg-entered = Tanggal data masuk
cli-arg-posted = Tanggal iuran diposting
cli-arg-date = Tanggal tanda terima; bawaan: hari ini
cli-arg-list-printers = Tampilkan printer yang ada
cli-arg-what = Kartu, tanda terima, atau keduanya
cli-arg-printer = Nama printer; tanpa ini: yang terakhir dipakai, lalu printer utama
cli-arg-copies = Berapa kali
cli-arg-pages = Halaman, misalnya 1-3,7; tanpa ini: semua
cli-arg-spoilt = Hanya kartu gagal yang menunggu dicetak lagi
cli-arg-both-sides = Bolak-balik, bila printernya bisa
cli-arg-receipt = Nomor tanda terima
cli-arg-failed = Kartu yang gagal dicetak; menunggu dicetak lagi
cli-arg-recipient = Siapa yang menerima
cli-arg-on = Pada tanggal; bawaan: hari ini
cli-arg-paper = Kertas kartu
cli-arg-template = Templat kartu; bila tidak disebut: menurut pengaturan
cli-arg-start-at = Tempat di lembar pertama untuk kartu pertama, mulai 1
cli-arg-template-file = Berkas templat (.toml)
cli-arg-template-name = Nama templat
cli-arg-new-name = Dengan nama ini
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
cli-bad-kpj = KPJ terdiri dari 11 angka
cli-bad-receipt = tulis nomor tanda terima, misalnya 0001/2026
cli-bad-date = tulis tanggal sebagai 2026-11-20 atau 20-11-2026
cli-bad-map = tulis ISIAN=KOLOM; isian: kpj, nik, name, birth_date, sex, membership_date, identity_kind, npp, company
cli-file = Berkas
cli-place = Tempat
cli-place-sheet = lembar { $sheet }, judul kolom di baris { $row }
cli-place-line = judul kolom di baris { $row }
cli-company = Perusahaan
cli-columns = Kolom
cli-rows = Isi
cli-kpj-from = Daftar kedua
cli-kpj-from-completed = { $file }: { $completed } nomor KPJ dilengkapi
cli-kpj-from-missing = masih tanpa nomor: baris { $rows }
cli-kpj-from-ambiguous = NIK-nya punya lebih dari satu nomor di daftar kedua, jadi tidak dilengkapi: baris { $rows }
cli-kpj-from-unused = tidak terpakai di daftar kedua: baris { $rows }
cli-mapping-remembered = kolom seperti yang dipilih terakhir kali
cli-seen = Berkas yang sama
cli-seen-receipt = sudah diterbitkan: tanda terima { $number }, { $date }, { $cards } kartu, { $status }
cli-rejects-written = { $rows } baris untuk diperbaiki perusahaan ditulis ke { $file }.{" "}
cli-rejects-left-out = Tidak ikut karena kartunya sudah diterbitkan: baris { $rows }.
cli-receipt = Tanda terima
cli-cards = Kartu
cli-file-cards = PDF kartu
cli-file-receipt = PDF tanda terima
cli-copy = Salinan
cli-failed-copy = Salinan gagal
cli-would-issue = Akan terbit: { $cards } kartu untuk { $npp } { $company }. Tidak ada yang ditulis.
cli-sample-written = Daftar contoh dengan { $rows } tenaga kerja rekaan ditulis ke { $file }.

## Jendela

ui-import = Impor
ui-register = Register
ui-settings = Pengaturan
ui-version = Versi { $version }
ui-choose = Pilih…
ui-open = Buka
ui-save = Simpan
ui-close = Tutup
ui-cancel = Batalkan
ui-cancel-hint = Hentikan; tidak ada yang ditulis
ui-cancelling = Membatalkan…
ui-back = Kembali
ui-back-hint = Kembali ke pilihan berkas
ui-retry = Coba lagi
ui-thousands = .
ui-count = { $count } baris
ui-count-of = { $count } dari { $total }

ui-col-row = Baris
ui-col-kpj = Nomor KPJ
ui-col-name = Nama
ui-col-nik = NIK
ui-col-birth = Tgl. lahir
ui-col-problem = Catatan
ui-col-date = Tanggal
ui-col-number = No. tanda terima
ui-col-npp = NPP
ui-col-company = Nama perusahaan
ui-col-cards = Kartu
ui-col-status = Status

ui-import-lead = Pilih daftar tenaga kerja dari perusahaan. Program memeriksanya dulu; kartu baru dibuat setelah Anda setuju.
ui-drop = Letakkan daftar di sini
ui-drop-lead = Seret berkas Excel, ODS, atau CSV ke jendela ini, atau pilih dari komputer.
ui-choose-file = Pilih berkas…
ui-choose-file-hint = Pilih berkas dari komputer
ui-choose-other = Pilih berkas lain…
ui-path = Atau ketik alamat berkas
ui-path-example = misalnya C:\Daftar\template_tk_24101780.xlsx
ui-no-dialog = Jendela pilihan berkas tidak tersedia di komputer ini. Ketik alamatnya.
ui-practise = Coba daftar contoh
ui-practise-lead = Baru pertama kali memakai program ini?
ui-practice = Latihan dengan data contoh. Tidak ada yang masuk ke register kantor.
ui-leave-practice = Kembali ke data kantor
ui-sample-list = Daftar contoh
ui-one-at-a-time = Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan.

ui-reading = Membaca daftar
ui-reading-cancelled = Pembacaan dibatalkan. Tidak ada yang ditulis.
ui-issuing = Menerbitkan kartu
ui-issuing-cancelled = Penerbitan dibatalkan. Tidak ada yang diterbitkan.
ui-stage-reading = Membaca berkas…
ui-stage-checking = Memeriksa baris…
ui-stage-cards = Membuat kartu…
ui-stage-receipt = Membuat tanda terima…
ui-stage-saving = Menyimpan; tidak dapat dibatalkan lagi…

ui-failed = Daftar tidak dapat dibaca
ui-failed-what = Yang terjadi
ui-failed-kept = Yang aman
ui-failed-kept-nothing = Berkas Anda tidak diubah, dan tidak ada yang ditulis ke register.
ui-failed-next = Berikutnya
ui-failure-cancelled = Pekerjaan dibatalkan.
ui-failure-cancelled-hint = Tidak ada yang ditulis. Anda dapat memulai lagi kapan saja.
ui-failure-panicked = Terjadi kesalahan di dalam program.
ui-failure-panicked-hint = Data yang sudah tersimpan aman. Coba sekali lagi; bila terulang, laporkan beserta langkah-langkahnya.

ui-review = Periksa daftar
ui-recognised = Judul kolom di baris { $row }
ui-recognised-sheet = Lembar "{ $sheet }", judul kolom di baris { $row }
ui-recognised-more = +{ $count } kolom
ui-npp-example = 8 angka
ui-npp-wrong = NPP harus 8 angka.
ui-company-example = sesuai daftar perusahaan
ui-ro = RO (pembina)
ui-ro-example = boleh kosong
ui-receipt-date = Tgl. tanda terima
ui-date-example = hh-bb-tttt
ui-date-wrong = Tulis hh-bb-tttt.
ui-email = E-mail perusahaan
ui-email-example = boleh kosong
ui-entered = Tanggal entri data
ui-posted = Tanggal posting iuran
ui-more = Rincian
ui-less = Ringkas
ui-chip-all = Semua { $count }
ui-chip-ready = Siap { $count }
ui-chip-warning = Peringatan { $count }
ui-chip-rejected = Ditolak { $count }
ui-no-rows-here = Tidak ada baris dengan status ini.
ui-no-name = (tanpa nama)
ui-row-number = Baris { $row }
ui-row-held = Tertahan oleh masalah berkas di atas.
ui-details-none = Pilih sebuah baris untuk membaca semua catatannya.
ui-details-fine = Tidak ada masalah. Kartu dapat diterbitkan.
ui-accept = Terima { $count } baris dengan peringatan
ui-accept-file = Terima peringatan tentang berkas ini
ui-skip = Lewati { $count } baris yang ditolak
ui-paper = Kertas kartu
ui-paper-card = Kartu
ui-paper-a4 = A4
ui-paper-f4 = F4
ui-issue = Terbitkan { $count } kartu
ui-issue-hint = Buat kartu, tanda terima, dan baris register sekaligus
ui-issue-ready = Siap diterbitkan.
ui-obstacle-file = Berkas ini harus diperbaiki dulu.
ui-obstacle-no-rows = Tidak ada baris yang dapat diterbitkan.
ui-obstacle-npp = Isi NPP perusahaan.
ui-obstacle-company = Isi nama perusahaan.
ui-obstacle-date = Perbaiki tanggalnya.
ui-obstacle-rejected = Centang "Lewati" atau perbaiki { $count } baris.
ui-obstacle-warnings = Periksa lalu centang "Terima" peringatan.
ui-refused-problems = Masih ada masalah yang belum diterima atau dilewati. Tidak ada yang diterbitkan.
ui-refused-problems-hint = Periksa baris yang ditandai, lalu centang pilihannya di bawah.
ui-refused-nothing = Tidak ada baris yang dapat diterbitkan.
ui-refused-nothing-hint = Perbaiki daftarnya, lalu baca lagi.
ui-refused-meanwhile = Sebagian kartu sudah diterbitkan setelah daftar ini dibaca. Tidak ada yang diterbitkan.
ui-refused-meanwhile-hint = Pilih berkas itu sekali lagi supaya diperiksa ulang.

ui-send-back = Kembalikan ke perusahaan…
ui-send-back-hint = Buat berkas Excel berisi baris bermasalah untuk diperbaiki perusahaan
ui-send-back-where = Simpan berkas untuk perusahaan sebagai
ui-send-back-name = { $list } - untuk diperbaiki.xlsx
ui-sent-back = { $count } baris ditulis ke { $file }.
ui-sent-back-left-out = { $count } baris tidak ikut karena kartunya sudah diterbitkan.
ui-complete = Lengkapi nomor KPJ dari berkas lain
ui-complete-offer = Lengkapi nomor KPJ dari berkas lain…
ui-complete-hint = Ambil nomor KPJ yang kosong dari berkas lain, dicocokkan dengan NIK
ui-completed = Nomor KPJ dari { $file }: { $completed } dilengkapi, { $missing } masih kosong, { $unused } baris tidak terpakai.
ui-completed-ambiguous = { $count } di antaranya mempunyai lebih dari satu nomor di berkas itu.
ui-seen = Berkas ini sudah pernah diterbitkan: tanda terima { $number }, { $date }, { $cards } kartu.
ui-seen-void = Berkas ini pernah diterbitkan lalu dibatalkan: tanda terima { $number }, { $date }, { $cards } kartu.
ui-mapping-remembered = Kolom seperti yang dipilih terakhir kali
ui-working = Memeriksa ulang…
ui-next-problem = Masalah berikutnya
ui-next-problem-hint = Pilih baris berikutnya yang bermasalah
ui-no-problem-left = Tidak ada baris bermasalah di tampilan ini.
ui-undo = Urungkan
ui-undo-hint = Batalkan perbaikan terakhir
ui-use = Pakai usulan: { $suggestion }
ui-use-hint = Ganti isi sel dengan usulan ini
ui-use-all = Terapkan ke { $count } baris
ui-use-all-hint = Pakai usulan untuk semua baris dengan masalah yang sama
ui-apply-hint = Enter: terapkan dan lanjut ke masalah berikutnya
ui-before = Sebelumnya: { $value }
ui-before-empty = Sebelumnya kosong
ui-or-nik = Atau perbaiki NIK-nya, bila itu yang salah.
ui-repaired = Diperbaiki
ui-obstacle-typed = Tekan Enter untuk menerapkan ketikan Anda.
ui-paste = Tempel dari Excel
ui-paste-hint = Tempel sel yang disalin dari Excel, berikut judul kolomnya
ui-paste-nothing = Tidak ada sel yang disalin. Pilih sel di Excel berikut judul kolomnya, salin, lalu tempel di sini.
ui-pasted = Tempelan
ui-queued = Ditambahkan ke antrean; sekarang { $count } berkas.
ui-queue = Berkas { $at } dari { $count }
ui-queue-more = +{ $count }
ui-queue-skip = Lewati berkas ini
ui-queue-next = Berikutnya
ui-queue-hint = Buka berkas berikutnya dalam antrean

ui-done = Kartu diterbitkan
ui-done-lead = Tanda terima nomor
ui-done-elsewhere = Kartu sudah diterbitkan: { $number }
ui-done-recorded = Sudah tercatat di register
ui-cards = { $count } lembar
ui-open-cards = Buka kartu (PDF)
ui-open-receipt = Buka tanda terima (PDF)
ui-open-folder = Buka folder
ui-import-another = Impor daftar lain
ui-copies = { $count } salinan disimpan di folder dokumen.
ui-copies-failed = { $count } salinan tidak dapat disimpan di folder dokumen. Dokumen asli aman di arsip.
ui-open-missing = Berkas tidak ditemukan: { $file }.
ui-open-missing-hint = Mungkin sudah dipindahkan.
ui-open-failed = Tidak ada program yang dapat membuka { $file }.

ui-preview = Pratinjau
ui-preview-hint = Lihat PDF yang akan terbit; belum bernomor, belum tercatat
ui-preview-issued-hint = Lihat PDF yang diterbitkan, halaman demi halaman
ui-preview-lead = Tidak ada yang ditulis atau dicatat.
ui-preview-opening = Membuka dokumen…
ui-preview-draft = DRAF: belum diterbitkan, belum bernomor
ui-preview-back = Kembali
ui-preview-back-hint = Kembali ke layar sebelumnya
ui-preview-cards = Kartu
ui-preview-receipt = Tanda terima
ui-preview-part-hint = Dokumen lainnya
ui-preview-page = Halaman
ui-preview-of = dari { $count }
ui-preview-previous = Halaman sebelumnya
ui-preview-next = Halaman berikutnya
ui-preview-nearer = Perbesar
ui-preview-farther = Perkecil
ui-preview-percent = { $percent }%
ui-preview-fit-page = Satu halaman
ui-preview-fit-width = Selebar layar
ui-preview-fit-hint = Sesuaikan dengan jendela

ui-register-lead = Semua tanda terima, yang terbaru di atas.
ui-register-search = Cari perusahaan, NPP, nomor
ui-register-search-hint = Cari di register
ui-register-reading = Membaca register…
ui-register-none = Tidak ada yang cocok dengan pencarian ini.
ui-register-empty = Register masih kosong
ui-register-empty-lead = Setiap penerbitan kartu mencatat satu baris di sini, tanpa diketik ulang.
ui-register-begin = Impor daftar pertama
ui-register-choose = Pilih sebuah baris untuk membuka dokumennya.
ui-register-old = Baris dari register Excel lama; tidak ada dokumen di arsip.
ui-handed-over = Diserahkan kepada { $person } pada { $date }.
ui-chosen = Tanda terima { $number }, { $company }
ui-total = { $entries } tanda terima · { $cards } kartu
ui-status-issued = Diterbitkan
ui-status-printed = Dicetak
ui-status-emailed = Dikirim e-mail
ui-status-handed-over = Diserahkan
ui-status-void = Batal
ui-export = Ekspor…
ui-export-name = Register KPJ { $date }.xlsx
ui-export-save = Ekspor
ui-export-replace = Ganti berkas
ui-export-full = Semua kolom (juga nomor, RO, status, penyerahan)
ui-export-note = Akhiran .xlsx untuk Excel, .csv untuk teks. Hanya baris yang tampil.
ui-export-exists = Berkas itu sudah ada dan akan diganti.
ui-exported = { $count } baris diekspor ke { $file }

ui-settings-lead = Berlaku untuk dokumen yang diterbitkan setelah disimpan.
ui-settings-unsaved = Belum disimpan
ui-settings-discard = Urungkan
ui-settings-save-hint = Simpan pengaturan
ui-settings-saved = Pengaturan disimpan.
ui-settings-office = Kantor
ui-settings-branch = Nama kantor
ui-settings-branch-note = Baris pertama kop tanda terima.
ui-settings-branch-example = Kantor Cabang Bojonegoro
ui-settings-kop = Baris kop
ui-settings-kop-note = Alamat dan telepon, satu baris masing-masing.
ui-settings-kop-example = Jl. Contoh No. 1, Bojonegoro
ui-settings-place = Tempat
ui-settings-place-note = Di depan tanggal pada tanda terima.
ui-settings-place-example = Bojonegoro
ui-settings-officer = Petugas
ui-settings-officer-note = Nama dan jabatan di bawah Yang Menyerahkan.
ui-settings-officer-example = Nama petugas
ui-settings-officer-title-example = Jabatan
ui-settings-documents = Dokumen
ui-settings-paper = Kertas kartu
ui-settings-paper-note = Kartu: satu CR80 per halaman. A4 dan F4: sepuluh kartu per lembar.
ui-settings-receipt-paper = Kertas tanda terima
ui-settings-receipt-paper-note = F4 adalah folio, 215 × 330 mm.
ui-settings-nik = NIK
ui-settings-nik-note = Tanda terima keluar dari kantor.
ui-settings-nik-tick = Tampilkan NIK pada tanda terima, sebagian disamarkan
ui-settings-pattern = Pola nomor
ui-settings-pattern-note = { "{seq:04}" } nomor urut empat angka, { "{year}" } tahun.
ui-settings-pattern-becomes = Contoh: { $example }
ui-settings-pattern-wrong = Pola harus memuat { "{seq}" } dan { "{year}" }, supaya tidak ada nomor yang sama.
ui-settings-folder = Folder salinan
ui-settings-folder-note = Setiap PDF juga disalin ke sini. Boleh kosong.
ui-settings-folder-none = Tidak ada salinan
ui-settings-folder-wrong = Tulis alamat lengkap folder.
ui-settings-folder-missing = Folder { $folder } tidak ada. Pengaturan belum disimpan.
ui-settings-folder-missing-hint = Buat foldernya dulu, pilih folder lain, atau kosongkan.
ui-settings-checks = Pemeriksaan
ui-settings-digit = Angka pemeriksa
ui-settings-digit-note = Aturannya teramati, bukan resmi.
ui-settings-digit-tick = Beri peringatan bila angka terakhir KPJ tidak cocok
ui-settings-look = Tampilan
ui-settings-theme = Tema
ui-settings-theme-note = Langsung terlihat; disimpan bersama yang lain.
ui-settings-look-system = Ikuti sistem
ui-settings-look-light = Terang
ui-settings-look-dark = Gelap

ui-close-while-issuing = Penerbitan sedang berjalan. Tunggu sampai selesai, atau batalkan dulu.
ui-close-unsaved = Pengaturan belum disimpan. Tutup sekali lagi untuk membuang perubahan.
ui-no-display = Tidak ada layar: jendela program tidak dapat dibuka. Gunakan perintah kpj, atau jalankan dari desktop.
ui-no-data-folder = Folder data tidak diketahui. Sebutkan dengan --data-dir.
ui-no-window = Jendela program tidak dapat dibuka: { $reason }
