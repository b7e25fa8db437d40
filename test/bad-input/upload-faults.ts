import { setTimeout as sleep } from "node:timers/promises";
import { encryptedPdf } from "../hostile-files/encrypted-pdf.ts";
import { impostors, type Impostor } from "../hostile-files/impostors.ts";
import { ktpJpeg, ktpPng } from "../sample-files.ts";
import { addressFaults, sessionFaults, copyOf, type Fault } from "./form-faults.ts";
import { readPage } from "./read-page.ts";
import type { Place, Post } from "./place.ts";
import { send, urlencoded, type Answered, type Raw } from "./send.ts";

interface Part {
  /** Header lines of the part as they are sent. */
  readonly head: string;
  readonly bytes: Uint8Array | string;
}

const BOUNDARY = "----batas7e3";
const type = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` } as const;

function bodyOf(parts: readonly Part[], end = `--${BOUNDARY}--\r\n`): Buffer {
  const pieces = parts.flatMap(({ head, bytes }) => [`--${BOUNDARY}\r\n${head}\r\n\r\n`, bytes, "\r\n"]);
  return Buffer.concat(
    [...pieces, end].map((piece) => (typeof piece === "string" ? Buffer.from(piece, "latin1") : piece)),
  );
}

function field(name: string, value: string): Part {
  return { head: `content-disposition: form-data; name="${name}"`, bytes: value };
}

function file(name: string, fileName: string, bytes: Uint8Array | string, media = "image/jpeg"): Part {
  return {
    head: `content-disposition: form-data; name="${name}"; filename="${fileName}"\r\ncontent-type: ${media}`,
    bytes,
  };
}

/** Names that a browser would not send, but somebody could. */
const names = [
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "ktp.jpg%00.exe",
  "\u0000",
  "CON",
  ".htaccess",
  "<xss-probe>.jpg",
  "' onxssprobe=1.jpg",
  "a".repeat(5000),
  "ktp.jpg\tx",
  "\xf0\x9f\x98",
  "",
];

/**
 * Faults of a form that carries a file. `door` adds what is decided while the body is read, the same for all: one form
 * of each table stands for the others.
 */
export async function uploadFaults(post: Post, door: boolean): Promise<Fault[]> {
  const input = post.file ?? "";
  const good = post.text === undefined ? await ktpJpeg() : Buffer.from(post.text);
  const whole = (place: Place, bytes: Uint8Array | string = good, name = "ktp.jpg") =>
    bodyOf([field("csrf", place.csrf), file(input, name, bytes)]);
  const upload = (body: Uint8Array): Raw => ({ body, headers: type });
  const one = (name: string, raw: (place: Place) => Raw, status?: readonly number[]): Fault => ({
    name,
    ...(status ? { status } : {}),
    run: async (_, place) => [await send(place.browser, place.action, raw(place))],
  });
  /** The file is not taken, and the page says so at its field. */
  const refused = (name: string, raw: (place: Place) => Raw): Fault => ({
    name,
    run: async (_, place) => [await withMessage(place, await send(place.browser, place.action, raw(place)), input)],
  });
  const [first, second, ...others] = (await impostors()).filter(({ bytes }) => bytes.length > 0);
  const wrongKind = ({ kind, name, bytes }: Impostor) =>
    refused(`a file of the wrong kind: ${kind}`, (place) => upload(whole(place, bytes, name)));
  const called = (name: string) =>
    one(`a file called ${JSON.stringify(name.slice(0, 30))}`, (place) => upload(whole(place, good, name)));
  const atDoor = [
    ...others.map(wrongKind),
    ...names.slice(2).map(called),
    refused("a body that ends before its last boundary", (place) =>
      upload(bodyOf([field("csrf", place.csrf), file(input, "ktp.jpg", good)], "")),
    ),
    refused("a hundred fields", (place) =>
      upload(
        bodyOf([
          field("csrf", place.csrf),
          ...Array.from({ length: 100 }, (_, at) => field(`f${at}`, "x")),
          file(input, "ktp.jpg", good),
        ]),
      ),
    ),
    refused("a field of a megabyte", (place) =>
      upload(bodyOf([field("csrf", place.csrf), field("lain", "x".repeat(1_000_000)), file(input, "ktp.jpg", good)])),
    ),
    refused("a part with headers without end", (place) =>
      upload(bodyOf([field("csrf", place.csrf), { head: `x-lain: ${"x".repeat(100_000)}`, bytes: "x" }])),
    ),
    one(
      "a file of the wrong declared type",
      (place) => upload(bodyOf([field("csrf", place.csrf), file(input, "ktp.jpg", good, "text/html")])),
      [200],
    ),
    one(
      "the token after the file",
      (place) => upload(bodyOf([file(input, "ktp.jpg", good), field("csrf", place.csrf)])),
      [200, 403],
    ),
    one("no boundary", (place) => ({ body: whole(place), headers: { "content-type": "multipart/form-data" } }), [403]),
    one(
      "another boundary",
      (place) => ({ body: whole(place), headers: { "content-type": "multipart/form-data; boundary=lain" } }),
      [403],
    ),
    one(
      "a boundary without end",
      (place) => ({
        body: whole(place),
        headers: { "content-type": `multipart/form-data; boundary=${"x".repeat(6000)}` },
      }),
      [403],
    ),
    one("nothing at all", () => upload(Buffer.alloc(0)), [403]),
    one("junk", () => upload(Buffer.from("\x00\xff--\r\n\r\n--".repeat(500), "latin1")), [403]),
  ];
  return [
    one("a good file", (place) => upload(whole(place)), [200]),
    ...[first, second].flatMap((impostor) => (impostor ? [wrongKind(impostor)] : [])),
    ...names.slice(0, 2).map(called),
    ...(door ? atDoor : []),
    refused("a file that is too large", (place) =>
      upload(whole(place, Buffer.concat([good, Buffer.alloc(9_000_000)]))),
    ),
    refused("an empty file", (place) => upload(whole(place, ""))),
    refused("an encrypted PDF", (place) => upload(whole(place, encryptedPdf("rahasia"), "ktp.pdf"))),
    refused("half of a picture", (place) => upload(whole(place, good.subarray(0, 300)))),
    refused("a body that ends within the file", (place) => upload(whole(place).subarray(0, -600))),
    refused("no file", (place) => upload(bodyOf([field("csrf", place.csrf)]))),
    refused("two files", (place) =>
      upload(bodyOf([field("csrf", place.csrf), file(input, "a.jpg", good), file(input, "b.jpg", good)])),
    ),
    one("the file under another name", (place) =>
      upload(bodyOf([field("csrf", place.csrf), file("lain", "ktp.jpg", good)])),
    ),
    one("names that objects have already", (place) =>
      upload(
        bodyOf([
          field("csrf", place.csrf),
          field("__proto__", "1"),
          field("constructor", "1"),
          file("__proto__", "ktp.jpg", good),
        ]),
      ),
    ),
    one("no token", () => upload(bodyOf([file(input, "ktp.jpg", good)])), [403]),
    one("a forged token", () => upload(bodyOf([field("csrf", "A".repeat(43)), file(input, "ktp.jpg", good)])), [403]),
    one(
      "the token cut at a NUL",
      (place) => upload(bodyOf([field("csrf", `${place.csrf}\0`), file(input, "ktp.jpg", good)])),
      [403],
    ),
    one(
      "a file from another site",
      (place) => ({
        body: whole(place),
        headers: { ...type, origin: "https://contoh.invalid", "sec-fetch-site": "cross-site" },
      }),
      [403],
    ),
    one("a form instead of a file", ({ csrf }) => ({ body: `csrf=${csrf}&${input}=x`, headers: urlencoded }), [403]),
    one(
      "JSON",
      ({ csrf }) => ({ body: JSON.stringify({ csrf }), headers: { "content-type": "application/json" } }),
      [403],
    ),
    {
      name: "the same again",
      run: async (_, place) => [
        await send(place.browser, place.action, upload(whole(place))),
        await send(place.browser, place.action, upload(whole(place))),
      ],
    },
    {
      name: "two at once",
      run: async (_, place) => {
        const png = await ktpPng();
        return Promise.all([
          send(copyOf(place.browser), place.action, upload(whole(place))),
          send(copyOf(place.browser), place.action, upload(whole(place, png, "ktp.png"))),
        ]);
      },
    },
    ...addressFaults(post, (place) => upload(whole(place))),
    ...sessionFaults(post, (place) => upload(whole(place))),
  ];
}

/**
 * The answer once the file was looked at, which may take a moment after it arrived. One that never
 * says what was wrong at the field counts as broken.
 */
async function withMessage(place: Place, answer: Answered, input: string): Promise<Answered> {
  let page = answer;
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (page.status >= 400 || readPage(page).messages.has(`${input}-error`)) break;
    await sleep(50);
    page = await send(place.browser, page.url, { method: "GET" });
  }
  return readPage(page).messages.has(`${input}-error`) ? page : { ...page, status: 599 };
}
