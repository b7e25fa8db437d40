import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveUpload, type Upload, type UploadLimits } from "./upload.ts";

const MIB = 1024 * 1024;
const boundary = "----batas";

let limits: UploadLimits;
let server: Server;
let received: Promise<Upload>;
let tellReceived: (upload: Promise<Upload>) => void;

beforeAll(async () => {
  limits = {
    folder: await mkdtemp(join(tmpdir(), "quarantine-")),
    maxBytes: MIB,
    maxFields: 5,
    maxFieldBytes: 1000,
    timeoutMs: 3_000,
  };
  server = createServer((request: IncomingMessage, response) => {
    const upload = receiveUpload(request, limits);
    tellReceived(upload);
    void upload.then(({ unread }) => {
      response.writeHead(200, unread ? { connection: "close" } : {}).end("dijawab");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
beforeEach(() => {
  const { promise, resolve } = Promise.withResolvers<Upload>();
  received = promise;
  tellReceived = resolve;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  expect(await readdir(limits.folder)).toEqual([]);
  await rm(limits.folder, { recursive: true });
});

function form(parts: Readonly<Record<string, string | File>>): Request {
  return new Request("http://localhost/", { method: "POST", body: multipart(parts) });
}

function multipart(parts: Readonly<Record<string, string | File>>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  return body;
}

function raw(body: string | Readable, type = `multipart/form-data; boundary=${boundary}`): Request {
  const stream = typeof body === "string" ? body : (Readable.toWeb(body) as unknown as ReadableStream);
  return new Request("http://localhost/", {
    method: "POST",
    body: stream,
    headers: { "content-type": type },
    duplex: "half",
  });
}

function part(disposition: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
}

async function problemOf(request: Request, changed: Partial<UploadLimits> = {}): Promise<string> {
  const upload = await receiveUpload(request, { ...limits, ...changed });
  if ("problem" in upload) return upload.problem;
  await upload.file.discard();
  return "received";
}

describe("receiving an upload", () => {
  test("gives the file with its hash, its cleaned name and the fields beside it", async () => {
    const upload = await receiveUpload(
      form({ csrf: "token", berkas: new File(["isi berkas"], "../ktp\u202e Siti.jpg") }),
      limits,
    );
    if ("problem" in upload) throw new Error(upload.problem);
    expect(Object.fromEntries(upload.fields)).toEqual({ csrf: "token" });
    expect(upload.file).toMatchObject({ field: "berkas", name: "ktp Siti.jpg", size: 10 });
    expect(upload.file.sha256).toEqual(createHash("sha256").update("isi berkas").digest());
    expect((await upload.file.read()).toString()).toBe("isi berkas");
    await upload.file.discard();
    await upload.file.discard();
  });

  test("tells a form without a chosen file from an empty file", async () => {
    expect(await problemOf(raw(`${part('name="csrf"', "x")}--${boundary}--\r\n`))).toBe("none");
    expect(await problemOf(raw(`${part('name="berkas"; filename=""', "")}--${boundary}--\r\n`))).toBe("none");
    expect(await problemOf(form({ berkas: new File([], "kosong.pdf") }))).toBe("empty");
  });

  test("takes a file of just the limit and no byte more", async () => {
    expect(await problemOf(form({ berkas: new File([Buffer.alloc(MIB)], "a.pdf") }))).toBe("received");
    expect(await problemOf(form({ berkas: new File([Buffer.alloc(MIB + 1)], "a.pdf") }))).toBe("too_large");
  });

  test("takes one file only", async () => {
    expect(await problemOf(form({ satu: new File(["1"], "1.pdf"), dua: new File(["2"], "2.pdf") }))).toBe("several");
  });

  test("keeps the fields that came before a problem", async () => {
    const upload = await receiveUpload(
      form({ csrf: "token", berkas: new File([Buffer.alloc(3 * MIB)], "a.pdf") }),
      limits,
    );
    expect([upload.fields.get("csrf"), "problem" in upload && upload.problem]).toEqual(["token", "too_large"]);
  });

  test.each([
    ["no boundary", raw("x", "multipart/form-data")],
    ["an empty boundary", raw("x", "multipart/form-data; boundary=")],
    ["another type of body", raw("a=b", "application/x-www-form-urlencoded")],
    ["no type at all", new Request("http://localhost/", { method: "POST" })],
    ["a field that is too long", form({ csrf: "x".repeat(1001), berkas: new File(["1"], "1.pdf") })],
    ["too many fields", form({ a: "", b: "", c: "", d: "", e: "", f: "", berkas: new File(["1"], "1.pdf") })],
  ])("calls a form malformed with %s", async (_what, request) => {
    expect(await problemOf(request)).toBe("malformed");
  });

  test.each([
    ["in the file", part('name="berkas"; filename="a.pdf"', "setengah").slice(0, -6)],
    ["in a part's head", part('name="berkas"; filename="a.pdf"', "x").slice(0, 60)],
    ["before its end", part('name="berkas"; filename="a.pdf"', "utuh")],
    ["before it began", ""],
    ["in a field", part('name="csrf"', "abc").slice(0, -3)],
  ])("calls a form cut off that ends %s", async (_where, body) => {
    expect(await problemOf(raw(body))).toBe("cut_off");
  });

  test("gives up after its time", async () => {
    const slow = new Readable({ read: () => undefined });
    slow.push(part('name="berkas"; filename="a.pdf"', "pelan").slice(0, -2));
    expect(await problemOf(raw(slow), { timeoutMs: 200 })).toBe("timed_out");
    slow.destroy();
  });

  test("stops at endless words before, between and after the parts", async () => {
    for (const start of [
      "",
      part('name="csrf"', "x"),
      `${part('name="berkas"; filename="a.pdf"', "x")}--${boundary}--\r\n`,
    ]) {
      expect(["too_large", "received"]).toContain(await problemOf(raw(Readable.from(endless(start, 200)))));
    }
  });

  test("holds little in memory however much a slot takes", async () => {
    const growth = await growthDuring(async () => {
      const file = endless(part('name="berkas"; filename="a.pdf"', "").slice(0, -2), 200);
      expect(await problemOf(raw(Readable.from(file)), { maxBytes: 150 * MIB, timeoutMs: 30_000 })).toBe("too_large");
    });
    expect(growth).toBeLessThan(100 * MIB);
  });

  test("survives any spoiled form", async () => {
    const good = `${part('name="csrf"', "x")}${part('name="berkas"; filename="a.pdf"', "isi berkas")}--${boundary}--\r\n`;
    for (let at = 0; at < good.length; at++) {
      await problemOf(raw(good.slice(0, at)), { timeoutMs: 500 });
      await problemOf(raw(`${good.slice(0, at)}\0${good.slice(at + 1)}`), { timeoutMs: 500 });
    }
  });
});

async function* endless(start: string, megabytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  for (let sent = 0; sent < megabytes * 16; sent++) yield Buffer.alloc(64 * 1024, "a");
}

/** Runs something and says by how many bytes the process grew at most while it ran. */
async function growthDuring(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
  await work();
  clearInterval(watch);
  return most - before;
}

function post(length: number | "chunked"): Socket {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const size = length === "chunked" ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`;
  socket.on("error", () => undefined);
  socket.write(
    `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\n${size}\r\n\r\n`,
  );
  return socket;
}

describe("receiving an upload over the network", () => {
  test("notices a line that breaks", async () => {
    const socket = post(10_000);
    socket.write(part('name="berkas"; filename="a.pdf"', "setengah"), () => setTimeout(() => socket.destroy(), 50));
    expect(await received).toMatchObject({ problem: "cut_off" });
  });

  test("answers a file that is a little too large after reading it whole", async () => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      method: "POST",
      body: multipart({ berkas: new File([Buffer.alloc(4 * MIB)], "a.pdf") }),
    });
    expect(await response.text()).toBe("dijawab");
    expect(await received).toMatchObject({ problem: "too_large", unread: false });
  });

  test("stays small and stops reading while 600 MB are sent", async () => {
    const size = 600 * MIB;
    let sent = 0;
    const growth = await growthDuring(async () => {
      const socket = post(size);
      socket.write(part('name="berkas"; filename="a.pdf"', "").slice(0, -2));
      const chunk = Buffer.alloc(MIB);
      const pump = (): void => {
        while (sent < size && !socket.destroyed) {
          sent += chunk.length;
          if (!socket.write(chunk)) return void socket.once("drain", pump);
        }
      };
      pump();
      expect(await received).toMatchObject({ problem: "too_large", unread: true });
      await new Promise<void>((closed) => socket.once("close", () => closed()));
    });
    expect(sent).toBeLessThan(100 * MIB);
    expect(growth).toBeLessThan(150 * MIB);
  });
});
