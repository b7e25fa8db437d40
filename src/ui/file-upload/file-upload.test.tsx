import { conformsToFixtures } from "../fixtures.ts";
import { FileUpload } from "./file-upload.tsx";

conformsToFixtures("file-upload", FileUpload);
