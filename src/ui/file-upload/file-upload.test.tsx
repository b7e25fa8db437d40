import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { FileUpload } from "./file-upload.tsx";

conformsToFixtures("file-upload", FileUpload);
