import { paths } from "../paths.ts";
import type { Visit } from "./route.ts";

/** Pages that every program has, besides the steps of its file. */
export const commonPages = ["program", "tasks", "check", "receipt", "status"] as const;

/** The page of this name, if it is a step of a program or one that every program has. */
export function knownPage(name: string | null | undefined, steps: ReadonlyMap<string, unknown>): string | undefined {
  if (!name) return undefined;
  return steps.has(name) || commonPages.some((page) => page === name) ? name : undefined;
}

/** The questions about a program, with the page of it on which somebody stands, so that it is known which page made them ask. */
export function questionsHref({ url, params }: Visit, program: string): string {
  const [, first = "", , rest] = url.pathname.split("/");
  const common = first === "programs" ? (rest ?? "program") : (rest ?? "tasks");
  return paths.helpdesk.ofProgram(program, encodeURIComponent(params["step"] ?? common));
}
