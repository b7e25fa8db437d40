/** Words of documents: how they are sent, checked and taken over from another program. */
export const documentTexts = {
  "apply.document_choose": { id: "Pilih berkas", en: "Choose a file" },
  "apply.document_replace": { id: "Ganti dengan berkas lain", en: "Replace with another file" },
  "apply.document_upload": { id: "Unggah", en: "Upload" },
  "apply.document_remove": { id: "Hapus berkas ini", en: "Remove this file" },
  "apply.document_limits": {
    id: "Bentuk {formats}, paling besar {max}. PDF paling banyak {pages} halaman.",
    en: "{formats}, at most {max}. A PDF has at most {pages} pages.",
  },
  "apply.document_ready": { id: "Berkas diterima", en: "File received" },
  "apply.document_checking": { id: "Sedang diperiksa", en: "Being checked" },
  "apply.document_refused": { id: "Berkas ditolak", en: "File refused" },
  "apply.document_given": { id: "Sudah diunggah", en: "Uploaded" },
  "apply.document_none": { id: "Belum diunggah", en: "Not uploaded yet" },
  "apply.document_none_optional": { id: "Tidak diunggah", en: "Not uploaded" },
  "apply.document_size": { id: "{size} KB", en: "{size} KB" },
  "apply.document_wait": {
    id: "Berkas sudah tersimpan dan sedang diperiksa. Anda boleh melanjutkan.",
    en: "The file is saved and being checked. You may continue.",
  },
  "apply.document_page": { id: "{title}, halaman {page} dari {pages}", en: "{title}, page {page} of {pages}" },
  "apply.upload_none": { id: "Belum ada yang dipilih", en: "Nothing chosen yet" },
  "apply.upload_uploading": { id: "Mengunggah … %'{percent}' %", en: "Uploading … %'{percent}' %" },
  "apply.upload_will_shrink": {
    id: "Foto ini lebih besar dari batas. Kami memperkecilnya di perangkat Anda sebelum dikirim.",
    en: "This photograph is above the limit. It is made smaller on your device before it is sent.",
  },
  "apply.upload_shrinking": { id: "Memperkecil foto …", en: "Making the photograph smaller …" },
  "apply.upload_checking": { id: "Memeriksa berkas …", en: "Checking the file …" },
  "apply.upload_failed": {
    id: "Sambungan terputus. Berkas belum terkirim; coba unggah lagi.",
    en: "The connection was lost. The file was not sent; try again.",
  },

  "reuse.title": { id: "Sudah pernah Anda berikan", en: "Given by you before" },
  "reuse.intro": {
    id: "Berkas seperti ini sudah ada di permohonan Anda yang lain. Anda dapat memakainya lagi tanpa mengunggahnya.",
    en: "A file of this kind is in another application of yours. You can use it again without uploading it.",
  },
  "reuse.look": { id: "Lihat dan pakai", en: "Look at it and use it" },
  "reuse.given": { id: "diberikan {day}", en: "given on {day}" },
  "reuse.program": { id: "Dari program", en: "From the program" },
  "reuse.institution": { id: "Diberikan kepada", en: "Given to" },
  "reuse.day": { id: "Pada", en: "On" },
  "reuse.heading": { id: "Pakai berkas ini untuk “{title}”?", en: "Use this file for “{title}”?" },
  "reuse.consent": {
    id: "Bila Anda memakainya, salinan berkas ini diberikan kepada {institution} untuk {program}. Berkas asalnya tidak berubah, dan menghapus yang satu tidak menghapus yang lain.",
    en: "If you use it, a copy of this file is given to {institution} for {program}. The first one does not change, and removing one does not remove the other.",
  },
  "reuse.use": { id: "Setuju, pakai salinan berkas ini", en: "I agree, use a copy of this file" },
  "reuse.other": { id: "Tidak, unggah berkas lain", en: "No, upload another file" },

  "apply.upload_waiting": {
    id: "Sambungan terputus – dilanjutkan otomatis begitu tersambung lagi. Biarkan halaman ini terbuka.",
    en: "The connection was lost – it goes on by itself once it is back. Leave this page open.",
  },
  "apply.upload_resuming": { id: "Melanjutkan unggahan …", en: "Going on with the upload …" },
  "apply.upload_halfway": {
    id: "Unggahan terakhir terhenti di {percent} %. Pilih berkas yang sama untuk melanjutkannya dari sana.",
    en: "The last upload stopped at {percent} %. Choose the same file to go on from there.",
  },
  "apply.upload_progress": { id: "Kemajuan unggahan", en: "Upload progress" },

  "document.none": { id: "Pilih berkas yang akan diunggah.", en: "Choose a file to upload." },
  "document.several": { id: "Unggah satu berkas saja.", en: "Upload one file only." },
  "document.empty": { id: "Berkas ini kosong. Pilih berkas lain.", en: "This file is empty. Choose another one." },
  "document.too_large": {
    id: "Berkas lebih besar dari {max}. Perkecil atau foto ulang dengan ukuran lebih kecil.",
    en: "The file is larger than {max}. Make it smaller or take a smaller photograph.",
  },
  "document.timed_out": {
    id: "Pengiriman terlalu lama. Coba lagi dengan sambungan yang lebih baik, atau perkecil berkasnya.",
    en: "Sending took too long. Try again on a better line, or make the file smaller.",
  },
  "document.cut_off": {
    id: "Sambungan terputus sebelum berkas selesai dikirim. Coba unggah lagi.",
    en: "The connection was lost before the file had arrived. Upload it again.",
  },
  "document.malformed": {
    id: "Kiriman tidak dapat dibaca. Pilih berkasnya sekali lagi, lalu unggah.",
    en: "What was sent could not be read. Choose the file once more and upload it.",
  },
  "document.wrong_type": {
    id: "Isi berkas bukan {formats}. Unggah berkas dalam salah satu bentuk itu.",
    en: "The content of the file is not {formats}. Upload a file of one of these kinds.",
  },
  "document.name_differs": {
    id: "Akhiran nama berkas tidak cocok dengan isinya. Simpan ulang sebagai {formats}.",
    en: "The ending of the file name does not match its content. Save it again as {formats}.",
  },
  "document.broken": {
    id: "Berkas rusak atau terpotong sehingga tidak dapat dibuka. Buat ulang lalu unggah lagi.",
    en: "The file is broken or cut off and cannot be opened. Make it anew and upload it again.",
  },
  "document.encrypted": {
    id: "PDF ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.",
    en: "This PDF is locked by a password. Save it without one and upload it again.",
  },
  "document.too_many_pages": {
    id: "PDF ini lebih dari {pages} halaman. Kirim halaman yang diminta saja.",
    en: "This PDF has more than {pages} pages. Send only the pages that are asked for.",
  },
  "document.too_many_pixels": {
    id: "Gambar terlalu besar (lebih dari 40 megapiksel). Perkecil lalu unggah lagi.",
    en: "The picture is too large (more than 40 megapixels). Make it smaller and upload it again.",
  },
  "document.too_heavy": {
    id: "Berkas ini terlalu rumit untuk diperiksa. Cetak ulang sebagai PDF biasa atau foto, lalu unggah lagi.",
    en: "This file is too complicated to check. Print it to a plain PDF or take a photograph, and upload that.",
  },
} as const;
