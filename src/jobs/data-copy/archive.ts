import { makeZip } from "client-zip";
import { extensionOf } from "../../platform/files/file-name.ts";
import { listOwnDocuments, readOwnDocument, type OwnDocument } from "../../registry/data-copies/documents.query.ts";
import { gatherAccount } from "../../registry/data-copies/gather-account.ts";
import { gatherApplication, listApplicationIds } from "../../registry/data-copies/gather-application.ts";
import type { AskedCopy } from "../../registry/data-copies/make.ts";
import type { CopyServices } from "../../registry/data-copies/services.ts";
import { sayIn } from "../../texts/texts.ts";
import { accountTables, applicationTables } from "./tables.ts";

interface File {
  readonly name: string;
  readonly input: string | Uint8Array<ArrayBuffer>;
}

/** The ZIP archive of all that is kept of a person: one file after the other, none of them twice in memory. */
export function archiveOf(services: CopyServices, copy: AskedCopy): AsyncIterable<Uint8Array> {
  return makeZip(withDates(files(services, copy)), { buffersAreUTF8: true });
}

async function* withDates(all: AsyncGenerator<File>) {
  const lastModified = new Date();
  for await (const file of all) yield { ...file, lastModified };
}

async function* files(services: CopyServices, copy: AskedCopy): AsyncGenerator<File> {
  const { accountId, language, number } = copy;
  const say = sayIn(language);
  yield { name: say("copy.read_me_name"), input: say("copy.read_me", { number }) };
  const account = await gatherAccount(services, accountId);
  const photos = await listOwnDocuments(services, { accountId, applicationId: null });
  yield json("account.json", { format: "daftar-copy/1", number, ...account, photos: photos.map(withFile("photo")) });
  for (const [name, input] of accountTables(account, language)) yield { name, input };
  yield* bytesOf(services, copy, "photo", photos);
  for (const id of await listApplicationIds(services, accountId)) {
    const application = await gatherApplication(services, id, accountId);
    const folder = `${application.program}-${application.receipt}`;
    const documents = application.documents.map(withFile(folder));
    yield json(`${folder}/application.json`, { format: "daftar-copy/1", ...application, documents });
    for (const [name, input] of applicationTables(application, language)) yield { name: `${folder}/${name}`, input };
    yield* bytesOf(services, copy, folder, application.documents);
  }
}

async function* bytesOf(
  services: CopyServices,
  { accountId }: AskedCopy,
  folder: string,
  documents: readonly OwnDocument[],
): AsyncGenerator<File> {
  for (const document of documents) {
    const bytes = await readOwnDocument(services, { id: document.id, accountId });
    if (bytes) yield { name: fileOf(folder, document), input: new Uint8Array(bytes) };
  }
}

function withFile(folder: string): (document: OwnDocument) => OwnDocument & { readonly file: string } {
  return (document) => ({ ...document, file: fileOf(folder, document) });
}

/** Made of ids alone: a name that somebody sent never becomes a path on another computer. It stands in the JSON. */
function fileOf(folder: string, { id, slot, name }: OwnDocument): string {
  const extension = extensionOf(name);
  return `${folder}/${slot}-${id}${extension === "" ? "" : `.${extension}`}`;
}

function json(name: string, value: unknown): File {
  return { name, input: `${JSON.stringify(value, undefined, 2)}\n` };
}
