import { expect, test } from "vitest";
import type * as z from "zod";
import { everyText } from "../../../test/bad-input/hostile-texts.ts";
import * as typed from "./typed.ts";

const { readTyped: _, ...readings } = typed;

test.each(Object.entries<z.ZodType>(readings))(
  "%s bears every hostile text, and takes none that nobody may store",
  (name, reading) => {
    const taken = everyText.filter(({ arrives }) => reading.safeParse([arrives]).success);
    // A password is never shown to anybody, so it may hold what could deceive a reader.
    const never = taken.filter((text) => text.never === "everywhere" || (text.never && name !== "passwordTyped"));
    expect(never.map((text) => text.name)).toEqual([]);
  },
);
