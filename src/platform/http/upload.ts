import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { shownFileName } from "../files/file-name.ts";
import { quarantine, type QuarantinedFile } from "../files/quarantine-file.ts";

/** Why an upload was not received; each is a thing to tell the person, never an exception. */
export const uploadProblems = ["none", "several", "empty", "too_large", "timed_out", "cut_off", "malformed"] as const;
export type UploadProblem = (typeof uploadProblems)[number];

export type UploadLimits = {
  /** Where the quarantine lies; nothing in it outlives the request. */
  readonly folder: string;
  readonly maxBytes: number;
  readonly maxFields: number;
  readonly maxFieldBytes: number;
  readonly timeoutMs: number;
};

/** A file in quarantine with what the browser said about it. */
export type ReceivedFile = QuarantinedFile & { readonly field: string; readonly name: string };

/**
 * `fields` holds the small fields that came before the end or the problem; put `csrf` before the file
 * in the form. With `unread`, the rest of the body was not read: answer with `Connection: close`.
 * Whoever receives `file` must see that it is discarded.
 */
export type Upload = { readonly fields: ReadonlyMap<string, string>; readonly unread: boolean } & (
  | { readonly file: ReceivedFile }
  | { readonly problem: UploadProblem }
);

/** Boundaries, part headers and line ends beside the content itself. */
const ENVELOPE = 64 * 1024;
/** A browser reads no answer while it is still sending; so much is thrown away for it to finish. */
const LINGER_BYTES = 8 * 1024 * 1024;
const LINGER_MS = 3_000;

/**
 * Receives a multipart form with one file, streaming: no more than a few chunks stand in memory
 * whatever is sent, and reading stops soon after a limit. Never rejects for what a client does.
 */
export async function receiveUpload(request: IncomingMessage | Request, limits: UploadLimits): Promise<Upload> {
  const body = bodyOf(request);
  const fields = new Map<string, string>();
  const outcome = await new Receiving(body, limits, fields).run(contentTypeOf(request));
  const late = "problem" in outcome && outcome.problem === "timed_out";
  return { ...outcome, fields, unread: !(await finishReading(body, late ? 0 : LINGER_MS)) };
}

function contentTypeOf(request: IncomingMessage | Request): string {
  return (
    (request.headers instanceof Headers ? request.headers.get("content-type") : request.headers["content-type"]) ?? ""
  );
}

function bodyOf(request: IncomingMessage | Request): Readable {
  if (request instanceof Readable) return request;
  return request.body ? Readable.fromWeb(request.body) : Readable.from([]);
}

/** One form on its way in: every event leads to at most one outcome, the first. */
class Receiving {
  readonly #body: Readable;
  readonly #limits: UploadLimits;
  readonly #fields: Map<string, string>;
  readonly #settled = Promise.withResolvers<UploadProblem | "received">();
  #file: Promise<ReceivedFile | UploadProblem> | undefined;

  constructor(body: Readable, limits: UploadLimits, fields: Map<string, string>) {
    this.#body = body;
    this.#limits = limits;
    this.#fields = fields;
  }

  async run(contentType: string): Promise<{ file: ReceivedFile } | { problem: UploadProblem }> {
    const parser = this.#parser(contentType);
    if (!parser) return { problem: "malformed" };
    const settle = this.#settled.resolve;
    const timer = setTimeout(settle, this.#limits.timeoutMs, "timed_out");
    const listening = this.#listen(parser);
    this.#body.pipe(parser);
    const end = await this.#settled.promise;
    clearTimeout(timer);
    listening();
    this.#body.unpipe(parser);
    if (end !== "received") parser.destroy();
    const problem = end === "received" ? undefined : end;
    return this.#result(problem);
  }

  async #result(problem: UploadProblem | undefined): Promise<{ file: ReceivedFile } | { problem: UploadProblem }> {
    const file = await this.#file;
    if (file === undefined) return { problem: problem ?? "none" };
    if (typeof file === "string") return { problem: problem ?? file };
    const wrong = problem ?? (file.size > 0 ? undefined : file.name === NAMELESS ? "none" : "empty");
    if (wrong === undefined) return { file: { ...file, name: shownFileName(file.name) } };
    await file.discard();
    return { problem: wrong };
  }

  #parser(contentType: string): BusboyInstance | undefined {
    if (!/^multipart\/form-data\s*;.*\bboundary=[^;\s]/i.test(contentType)) return undefined;
    try {
      return new Busboy({
        headers: { "content-type": contentType },
        limits: {
          files: 1,
          fields: this.#limits.maxFields,
          parts: this.#limits.maxFields + 2,
          fieldSize: this.#limits.maxFieldBytes,
          headerPairs: 20,
          headerSize: 8 * 1024,
        },
      });
    } catch {
      return undefined;
    }
  }

  #listen(parser: BusboyInstance): () => void {
    const settle = this.#settled.resolve;
    let total = 0;
    const most = this.#limits.maxBytes + this.#limits.maxFields * this.#limits.maxFieldBytes + ENVELOPE;
    const count = (chunk: Uint8Array): void => {
      total += chunk.length;
      if (total > most) settle("too_large");
    };
    const cut = (): void => settle("cut_off");
    const late = (): void => void setTimeout(cut, 2_000).unref();
    this.#body.on("data", count).on("error", cut).on("aborted", cut).on("close", late);
    parser
      .on("file", (field, stream, name) => this.#take(field, stream, name))
      .on("field", (name, value, _nameCut, valueCut) => this.#keep(name, value, valueCut))
      .on("filesLimit", () => settle("several"))
      .on("fieldsLimit", () => settle("malformed"))
      .on("partsLimit", () => settle("malformed"))
      .on("error", (error) => settle(/unexpected end|terminated early/i.test(String(error)) ? "cut_off" : "malformed"))
      .on("finish", () => this.#finished());
    return () => {
      this.#body.off("data", count).off("error", cut).off("aborted", cut).off("close", late);
      this.#body.on("error", ignore);
    };
  }

  #keep(name: string | undefined, value: string, cut: boolean): void {
    if (cut || name === undefined || name.length > 200) this.#settled.resolve("malformed");
    else if (!this.#fields.has(name)) this.#fields.set(name, value);
  }

  #take(field: string | undefined, stream: Readable, name: string | undefined): void {
    stream.on("error", ignore);
    this.#file = this.#store(field, stream, name);
    this.#file.catch(ignore);
  }

  async #store(
    field: string | undefined,
    stream: Readable,
    name: string | undefined,
  ): Promise<ReceivedFile | UploadProblem> {
    // An outcome reached elsewhere ends the stream here too, or its reader would wait for ever.
    void this.#settled.promise.then((end) => end !== "received" && stream.destroy());
    try {
      const file = await quarantine(this.#limits.folder, stream, this.#limits.maxBytes);
      if (file !== "too_large") return { ...file, field: field ?? "", name: name || NAMELESS };
      this.#settled.resolve("too_large");
      return "too_large";
    } catch (cause) {
      this.#settled.resolve("cut_off");
      if (isDiskFailure(cause)) throw cause;
      return "cut_off";
    }
  }

  #finished(): void {
    const settle = this.#settled.resolve;
    if (!this.#file) settle("none");
    else
      this.#file.then(
        (file) => settle(typeof file === "string" ? file : "received"),
        () => settle("cut_off"),
      );
  }
}

/** What a browser sends for a file input left alone; no chosen file has it, since names end cleaned. */
const NAMELESS = "\0";

function ignore(): void {
  // The outcome is settled: a stream that ends badly after it changes nothing.
}

/** A full or broken disk is ours, not the client's: that one is for the operator. */
function isDiskFailure(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? "";
  return ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EMFILE", "ENFILE", "ENOENT"].includes(code);
}

/** Throws the rest of a body away, for a while. Says whether the body ended. */
async function finishReading(body: Readable, withinMs: number): Promise<boolean> {
  if (body.readableEnded || body.destroyed) return body.readableEnded;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let thrown = 0;
  const count = (chunk: Uint8Array): void => {
    thrown += chunk.length;
    if (thrown > LINGER_BYTES) resolve(false);
  };
  const ended = (): void => resolve(true);
  const broken = (): void => resolve(false);
  const timer = setTimeout(broken, withinMs);
  body.on("data", count).on("end", ended).on("close", broken);
  body.resume();
  const complete = await promise;
  clearTimeout(timer);
  body.off("data", count).off("end", ended).off("close", broken);
  if (!complete) body.pause();
  return complete;
}
