import type { Example } from "../example.ts";
import { QrCode } from "../qr-code/qr-code.tsx";
import { ReceiptPanel } from "./receipt-panel.tsx";

export const receiptPanelExamples: readonly Example[] = [
  {
    name: "dengan kode QR",
    view: () => (
      <ReceiptPanel
        said="Pendaftaran berhasil dikirim"
        number="NPWP-2026-000417"
        note="29 Desember 2026 pukul 20.31 WIB · salinan dikirim ke s•••@contoh.id"
        qr={
          <QrCode text="https://daftar.contoh.id/verify/NPWP-2026-000417" label="Kode QR untuk memeriksa bukti ini" />
        }
      />
    ),
  },
];
