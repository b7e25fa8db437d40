import { detectFormat, type FileFormat, type FileMediaType } from "../../platform/files/detect.ts";
import type { ReceivedFile, Upload } from "../../platform/http/upload.ts";
import type { DocumentProblem } from "./problem.ts";

/** A file in quarantine whose content is of a kind that is taken; what it really holds shows when it is rebuilt. */
export interface InspectedFile {
  readonly file: ReceivedFile;
  readonly bytes: Buffer;
  readonly mediaType: FileMediaType;
}

/** Looks at what was received, hands it to `keep`, and lets go of it whatever happens. */
export async function inspectFile<T>(
  upload: Upload,
  { formats, maxBytes }: { readonly formats: readonly FileFormat[]; readonly maxBytes: number },
  keep: (inspected: InspectedFile) => Promise<T>,
): Promise<T | { readonly problem: DocumentProblem }> {
  if ("problem" in upload) return { problem: upload.problem };
  const { file } = upload;
  try {
    if (file.size > maxBytes) return { problem: "too_large" };
    const bytes = await file.read();
    const detected = await detectFormat(bytes, file.name, formats);
    if ("problem" in detected) return detected;
    return await keep({ file, bytes, mediaType: detected.mediaType });
  } finally {
    await file.discard();
  }
}
