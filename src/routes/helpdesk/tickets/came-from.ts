import { first } from "../../../platform/http/form.ts";
import type { Catalog, ListedProgram } from "../../../registry/programs/catalog.ts";
import { knownPage } from "../../program-page.ts";
import type { Visit } from "../../route.ts";

/** Where somebody came from: a program, and which of its pages where that is known. */
export interface CameFrom {
  readonly program: ListedProgram;
  readonly page: string | undefined;
}

/** The program whose page led here, as the address or the form says; undefined where none did or no such program is listed. */
export async function cameFrom(
  { catalog }: { readonly catalog: Catalog },
  { form, url }: Visit,
): Promise<CameFrom | undefined> {
  const slug = first(form, "program") || url.searchParams.get("program");
  const program = slug === null ? undefined : (await catalog.list()).find((one) => one.slug === slug);
  const page = first(form, "page") || url.searchParams.get("page");
  return program && { program, page: knownPage(page, program.compiled.stepsById) };
}
