import type { TypedPage } from "../../../program/answers.ts";
import type { FieldDefinition } from "../../../program/fields/index.ts";
import type { Regions } from "../../../program/regions.ts";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { drawField } from "../../field-views.tsx";
import type { Visit } from "../../route.ts";

export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

/** What is wrong with a form, above it. */
export function Problems({ visit, problems }: { readonly visit: Visit; readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return <></>;
  return (
    <ErrorSummary
      titleText={visit.say("frame.errors_title", { count: problems.length })}
      errorList={problems.map(({ field, text }) => ({ href: `#${field}`, text }))}
    />
  );
}

/** Fields of the program language, with what was typed and what is wrong. */
export function Fields(props: {
  readonly visit: Visit;
  readonly definitions: readonly FieldDefinition[];
  readonly typed: TypedPage;
  readonly problems: readonly FieldProblem[];
  readonly regions: Regions;
}) {
  const { visit, definitions, typed, problems, regions } = props;
  const { say, language } = visit;
  const errors = new Map(problems.map(({ field, text }) => [field, text]));
  return <>{definitions.map((definition) => drawField({ definition, typed, errors, say, language, regions }))}</>;
}
