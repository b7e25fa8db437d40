/** Words about fees and payments: the applicant's pages and letters. */
export const feeTexts = {
  "letter.payment": { id: "Nomor pembayaran: {reference}", en: "Payment number: {reference}" },
  "letter.payment_amount": { id: "Jumlah: {amount}", en: "Amount: {amount}" },
  "letter.payment_rest": { id: "Masih harus dibayar: {amount}", en: "Still to be paid: {amount}" },
  "letter.payment_refund": { id: "Akan dikembalikan: {amount}", en: "To be given back: {amount}" },

  "letter.payment_received.subject": { id: "Pembayaran Anda kami terima", en: "We have received your payment" },
  "letter.payment_received.heading": { id: "Bukti pembayaran", en: "Receipt of payment" },
  "letter.payment_received.text": {
    id: "Pembayaran Anda sudah tercatat. Bila masih ada yang harus dibayar atau akan dikembalikan, jumlahnya tertulis di bawah ini.",
    en: "Your payment has been recorded. If anything is still to be paid or to be given back, it is stated below.",
  },
  "letter.payment_received.button": { id: "Lihat bukti pembayaran", en: "See the receipt of payment" },
  "letter.payment_received.note": {
    id: "Bila biaya harus dibayar sebelum permohonan dikirim, membayar belum berarti mengirim: buka permohonan Anda dan kirim.",
    en: "Where the fee is due before an application is sent, paying does not send it: open your application and send it.",
  },

  "letter.payment_expired.subject": { id: "Waktu pembayaran Anda habis", en: "The time to pay is over" },
  "letter.payment_expired.heading": { id: "Waktu pembayaran habis", en: "The time to pay is over" },
  "letter.payment_expired.text": {
    id: "Pesanan pembayaran ini tidak berlaku lagi. Bila belum membayar, buat yang baru. Bila sudah, tidak perlu membayar lagi: uang Anda tetap dicatat begitu bendahara melihatnya.",
    en: "This order to pay no longer stands. If you have not paid, begin a new one. If you have, do not pay again: your money is recorded all the same as soon as the treasurer sees it.",
  },
  "letter.payment_expired.button": { id: "Buka halaman biaya", en: "Open the page of the fee" },
  "letter.payment_expired.note": {
    id: "Isian permohonan Anda tetap tersimpan.",
    en: "What you filled in is kept.",
  },

  "letter.refund_due.subject": { id: "Uang Anda akan dikembalikan", en: "Your money will be given back" },
  "letter.refund_due.heading": { id: "Pengembalian biaya", en: "Refund of the fee" },
  "letter.refund_due.text": {
    id: "Biaya yang Anda bayar, atau sebagian darinya, akan dikembalikan oleh bendahara instansi.",
    en: "The fee that you paid, or a part of it, will be given back by the treasurer of the institution.",
  },
  "letter.refund_due.button": { id: "Lihat rinciannya", en: "See the details" },
  "letter.refund_due.note": {
    id: "Instansi tidak pernah meminta PIN, kata sandi, atau kode untuk mengembalikan uang.",
    en: "The institution never asks for a PIN, a password or a code to give money back.",
  },
} as const;
