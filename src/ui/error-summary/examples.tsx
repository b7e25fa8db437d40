import type { Example } from "../example.ts";
import { ErrorSummary } from "./error-summary.tsx";

export const errorSummaryExamples: readonly Example[] = [
  {
    name: "satu kesalahan",
    view: () => (
      <ErrorSummary
        titleText="Ada satu yang perlu diperbaiki"
        errorList={[{ href: "#nik", text: "NIK harus 16 angka. Anda mengetik 15." }]}
        disableAutoFocus
      />
    ),
  },
];
