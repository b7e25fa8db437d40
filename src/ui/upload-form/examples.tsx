import type { Example } from "../example.ts";
import { UploadForm } from "./upload-form.tsx";

export const uploadFormExamples: readonly Example[] = [
  {
    name: "scan KTP",
    view: () => (
      <UploadForm
        action="#"
        hidden={[]}
        file={{
          name: "berkas",
          label: { text: "Scan KTP" },
          hint: { text: "JPG, PNG atau PDF, paling besar 1 MB." },
        }}
        buttonText="Unggah"
        maxBytes={1_048_576}
        types={["image/jpeg", "image/png", "application/pdf"]}
        texts={{
          choose: "Pilih berkas",
          noneChosen: "Belum ada yang dipilih",
          uploading: "Mengunggah %{percent} %",
          checking: "Memeriksa berkas…",
          failed: "Sambungan terputus. Berkas belum terkirim; silakan coba lagi.",
          tooLarge: "Berkas ini lebih besar dari 1 MB.",
          willShrink: "Foto ini akan diperkecil.",
          shrinking: "Memperkecil foto …",
          wrongType: "Berkas ini tampaknya bukan JPG, PNG atau PDF.",
          progress: "Kemajuan unggahan",
        }}
      />
    ),
  },
];
