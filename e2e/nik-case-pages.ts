import { join } from "node:path";
import { paths } from "../src/paths.ts";
import { diskBlobStore } from "../src/platform/files/blob-store.ts";
import { aNikCase, anOpenCase, beginCase, stateNik } from "../test/nik-cases.ts";
import type { PageVisit } from "./pages.ts";
import type { Person, Product } from "./product.ts";
import { sendEmpty } from "./desk-pages.ts";

const { account, console } = paths;

/** What cases that an officer decides are made from. */
export async function nikCaseWorld(product: Product, officer: Person) {
  const { institution_id: institutionId } = await product.owner.kysely
    .selectFrom("staff_roles")
    .select("institution_id")
    .where("account_id", "=", officer.accountId)
    .executeTakeFirstOrThrow();
  const blobs = diskBlobStore(join(product.dataDir, "blobs"));
  return { database: product, keyring: product.keyring, blobs, institutionId };
}

/** Cases about a NIK, at each of their steps. */
export async function nikCasePages(product: Product): Promise<PageVisit[]> {
  const officer = await product.member("reviewer");
  const world = await nikCaseWorld(product, officer);
  const people = [await product.applicant(), await product.applicant(), await product.applicant()] as const;
  const [newcomer, claimant, holder] = people;
  const niks = [product.freshNik(), product.freshNik()] as const;
  await stateNik(world, holder.accountId, niks[0]);
  await beginCase(world, newcomer.accountId, niks[0]);
  await stateNik(world, holder.accountId, niks[1]);
  await anOpenCase(world, claimant.accountId, niks[1]);
  const colleague = await product.member("secretariat", "Dewi Contoh");
  const between = async () => ({
    claimant: (await product.applicant()).accountId,
    holder: (await product.applicant("Budi Contoh")).accountId,
    nik: product.freshNik(),
  });
  const open = await aNikCase(world, await between());
  const proposed = await aNikCase(world, { ...(await between()), proposedBy: colleague.accountId });
  const own = { route: account.nikCase, path: account.nikCase };
  const desk = { route: console.nikCase(":case"), as: officer };
  return [
    { ...own, name: "no case about the NIK", as: await product.applicant(), dark: true },
    { ...own, name: "no case about the NIK, nothing typed", as: await product.applicant(), act: sendEmpty },
    { ...own, name: "a case before it is sent", as: newcomer },
    { ...own, name: "a case of the claimant", as: claimant, dark: true },
    { ...own, name: "a case of the other side", as: holder },
    { route: console.nikCases, name: "cases of NIKs", path: console.nikCases, as: officer },
    { ...desk, name: "a case to compare", path: console.nikCase(open), dark: true },
    { ...desk, name: "a case to compare, nothing chosen", path: console.nikCase(open), act: sendEmpty },
    { ...desk, name: "a case to confirm", path: console.nikCase(proposed) },
  ];
}
