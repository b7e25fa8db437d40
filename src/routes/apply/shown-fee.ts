import type { CompiledProgram } from "../../program/compile.ts";
import type { Fee, PayMethod } from "../../program/fee.ts";
import type { TypedPage } from "../../program/journey.ts";
import type { Payment } from "../../registry/fees/payments.ts";
import type { WordedError } from "../field-errors.ts";
import type { PersonVisit } from "../route.ts";
import type { Work } from "./work.ts";

/** What the page of a fee draws. */
export interface ShownFee {
  readonly visit: PersonVisit;
  readonly work: Work;
  readonly fee: Fee;
  readonly methods: readonly PayMethod[];
  readonly payments: readonly Payment[];
  readonly told: { readonly form: CompiledProgram; readonly typed: TypedPage; readonly errors: readonly WordedError[] };
  readonly errors: readonly WordedError[];
}
