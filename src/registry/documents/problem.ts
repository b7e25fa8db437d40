import { rebuildProblems } from "../../platform/files/rebuild-limits.ts";
import { uploadProblems } from "../../platform/http/upload.ts";

/**
 * Why a document was not taken, in the order in which it is found out: while receiving it, by its
 * first bytes, and by rebuilding it. Each has a text that says what the person can do about it.
 */
export const documentProblems = [...uploadProblems, "wrong_type", "name_differs", ...rebuildProblems] as const;
export type DocumentProblem = (typeof documentProblems)[number];
