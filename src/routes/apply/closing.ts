import type { Application } from "../../registry/applications/load.query.ts";

/** Whether a draft of this program is submitted by itself at its closing once it is complete and agreed to. */
export function closesItself({ compiled, status, closesAt }: Pick<Application, "compiled" | "status" | "closesAt">) {
  return status === "draft" && closesAt !== null && compiled.program.window.at_close === "submit_complete_and_lock";
}
