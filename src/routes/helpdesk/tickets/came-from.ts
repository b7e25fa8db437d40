import { first } from "../../../platform/http/form.ts";
import type { Catalog, ListedProgram } from "../../../registry/programs/catalog.ts";
import type { Visit } from "../../route.ts";

/** The program whose page led here, as the address or the form says; undefined where none did or no such program is listed. */
export async function cameFrom(
  { catalog }: { readonly catalog: Catalog },
  { form, url }: Visit,
): Promise<ListedProgram | undefined> {
  const slug = first(form, "program") || url.searchParams.get("program");
  return slug === null ? undefined : (await catalog.list()).find((program) => program.slug === slug);
}
