import type { Example } from "../example.ts";
import { QrCode } from "./qr-code.tsx";

export const qrCodeExamples: readonly Example[] = [
  {
    name: "alamat",
    view: () => <QrCode text="https://daftar.contoh.id/verify/NPWP-2026-000417" label="Kode QR contoh" />,
  },
];
