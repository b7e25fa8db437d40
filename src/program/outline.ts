import type { FieldDefinition, Program } from "./definition.ts";
import type { Path } from "./problem.ts";

/** A step or field with where it stands in the program file, in the order in which a person meets it. */
export interface OutlineEntry {
  readonly id: string;
  readonly kind: "page" | "document" | "field";
  readonly path: Path;
  /** The id of the step it belongs to; its own for a page or document. */
  readonly step: string;
  readonly conditions: readonly { readonly source: string; readonly path: Path }[];
  readonly field?: FieldDefinition;
}

export function fieldsOf(program: Program): FieldDefinition[] {
  return program.tasks.flatMap((task) => task.pages.flatMap((page) => page.fields));
}

/** Every page, field and document of a program; a field carries the conditions of its page and task too, outermost first. */
export function outline(program: Program): OutlineEntry[] {
  return program.tasks.flatMap((task, taskAt) => {
    const taskPath = ["tasks", taskAt] as const;
    const outer = conditionAt(task.when, taskPath);
    const pages = task.pages.flatMap((page, pageAt) => {
      const path = [...taskPath, "pages", pageAt];
      const conditions = [...outer, ...conditionAt(page.when, path)];
      const fields = page.fields.map((field, fieldAt): OutlineEntry => {
        const fieldPath = [...path, "fields", fieldAt];
        const all = [...conditions, ...conditionAt(field.when, fieldPath)];
        return { id: field.id, kind: "field", path: fieldPath, step: page.page, conditions: all, field };
      });
      return [{ id: page.page, kind: "page", path, step: page.page, conditions } as const, ...fields];
    });
    const documents = task.documents.map((slot, slotAt): OutlineEntry => {
      const path = [...taskPath, "documents", slotAt];
      return {
        id: slot.id,
        kind: "document",
        path,
        step: slot.id,
        conditions: [...outer, ...conditionAt(slot.when, path)],
      };
    });
    return [...pages, ...documents];
  });
}

function conditionAt(source: string | undefined, path: Path): { source: string; path: Path }[] {
  return source === undefined ? [] : [{ source, path: [...path, "when"] }];
}
