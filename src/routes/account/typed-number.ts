import { kk } from "../../program/fields/kk.ts";
import { nik } from "../../program/fields/nik.ts";
import type { PersonVisit } from "../route.ts";
import type { AccountRouteServices } from "./services.ts";
import type { FieldProblem } from "./typed.ts";

const nikField = nik.definition.parse({ type: "nik", id: "nik", label: { id: "NIK", en: "NIK" } });
const kkField = kk.definition.parse({ type: "kk", id: "kk", label: { id: "KK", en: "KK" } });

type Services = Pick<AccountRouteServices, "regions">;

/** Reads a NIK or a family card by the rules of program files, so that the message names the part that is wrong. */
export function readTypedNumber(
  services: Services,
  { form }: PersonVisit,
  type: "nik" | "kk",
): { readonly value: string } | { readonly problem: FieldProblem } {
  const values = form[type] ?? [];
  if (values.every((value) => value.trim() === "")) return { problem: { key: "account.error.missing" } };
  const { answer, errors } = check(services, type, values.length > 1 ? values : (values[0] ?? ""));
  const [error] = errors;
  return error || typeof answer !== "string"
    ? { problem: { key: `field.${error?.code ?? "required"}`, params: error?.params ?? {} } }
    : { value: answer };
}

/** What is odd about a NIK without being wrong: a district that is not known. */
export function oddities(services: Services, value: string) {
  return check(services, "nik", value).warnings ?? [];
}

function check({ regions }: Services, type: "nik" | "kk", typed: string | readonly string[]) {
  const context = { now: new Date(), regions };
  return type === "nik" ? nik.check(nikField, { nik: typed }, context) : kk.check(kkField, { kk: typed }, context);
}
