import type { Example } from "../example.ts";
import { FileUpload } from "./file-upload.tsx";

export const fileUploadExamples: readonly Example[] = [
  {
    name: "bawaan",
    view: () => (
      <FileUpload name="ktp" label={{ text: "Scan KTP" }} hint={{ text: "JPG, PNG atau PDF, paling besar 1 MB." }} />
    ),
  },
];
