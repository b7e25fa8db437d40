import * as z from "zod";

/** Words that conditions or JavaScript objects already use, so that no answer can hide behind them. */
const reserved = new Set(
  (
    "as break const continue else false for function if import in let loop package namespace null return true var void " +
    "while window age answered date size now dyn int uint double string bool bytes list map timestamp duration type " +
    "has all exists exists_one filter constructor prototype tasks check declaration documents submit status"
  ).split(" "),
);

/** The name of a task, page, field or document: unique in its program, used bare in conditions and in addresses. */
export const Id = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, "must be snake_case: small letters, digits and single underscores")
  .refine((id) => !reserved.has(id), "is a word that the language keeps for itself")
  .describe("snake_case, at most 40 characters, unique in the program.");

/** The name of a program or institution, which appears in addresses and numbers. */
export const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "must be kebab-case: small letters, digits and single hyphens")
  .describe("kebab-case, at most 60 characters.");

/** The stored value of one option of a choice. */
export const OptionValue = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, "must be snake_case: small letters, digits and single underscores")
  .describe("snake_case, unique in its field; this is what is stored and what conditions compare with.");
