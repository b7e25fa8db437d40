import { limitsOn, type Limits } from "../src/platform/limits.ts";
import { guessedName } from "../src/registry/accounts/guessed-names.ts";
import { rules } from "../src/registry/accounts/rules.ts";
import { loginIndex } from "../src/registry/identifiers/login-name.ts";
import type { Person, Product } from "./product.ts";

/** Strangers have guessed so often at somebody's password, by the address; gives the counters. */
export async function guessAt(product: Product, { accountId, email }: Person, times: number): Promise<Limits> {
  const limits = limitsOn(product.web.sql, product.keyring);
  const name = guessedName(loginIndex(product.keyring, { kind: "email", value: email }));
  for (let guess = 0; guess < times; guess++) {
    await limits.spend(rules.loginName, name);
    await limits.spend(rules.loginAccount, accountId);
  }
  return limits;
}
