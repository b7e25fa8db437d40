/** A file on its way in pieces, and what its sender tells the page. */
export interface Pieces {
  readonly file: File;
  /** Where it begins: the address of the slot's uploads. */
  readonly begin: string;
  /** The form's token. */
  readonly csrf: string;
  /** How much has arrived, from 0 to 1. */
  readonly onProgress: (part: number) => void;
  /** The line is cut, and the next try comes by itself. */
  readonly onWaiting: () => void;
  /** It goes on after a cut. */
  readonly onResuming: () => void;
}

/** `elsewhere`: the page no longer knows what holds, and must be asked for again. */
export type Sent =
  | { readonly outcome: "page"; readonly url: string; readonly html: string }
  | { readonly outcome: "too-large" | "elsewhere" };

interface Begun {
  readonly arrived: boolean;
  readonly received: number;
  readonly piece: string;
  readonly finish: string;
}

const pieceBytes = 256 * 1024;
const longestWait = 30_000;

/** The line is cut or the service is busy: worth another try. */
class Cut extends Error {}
/** Signed out, closed, or taken away by another tab: another try would fail as well. */
class Elsewhere extends Error {}

/**
 * Sends a file in pieces, and goes on where it stopped for as long as the page is open, with waits that grow. The
 * server knows the file by its hash, so that also a page that was loaded anew goes on.
 */
export async function sendInPieces(pieces: Pieces): Promise<Sent> {
  const sha256 = await hashOf(pieces.file);
  let wait = 1_000;
  for (;;) {
    try {
      const begun = await begin(pieces, sha256);
      if (begun === "too-large") return { outcome: "too-large" };
      if (begun.arrived) return { outcome: "elsewhere" };
      await sendRest(pieces, begun, () => (wait = 1_000));
      return await finish(pieces, begun);
    } catch (cause) {
      if (cause instanceof Elsewhere) return { outcome: "elsewhere" };
      if (!(cause instanceof Cut)) throw cause;
      pieces.onWaiting();
      await pause(wait);
      wait = Math.min(wait * 2, longestWait);
      pieces.onResuming();
    }
  }
}

/** SHA-256 of the whole file in hexadecimal. */
async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function begin({ begin, csrf, file }: Pieces, sha256: string): Promise<Begun | "too-large"> {
  const body = new URLSearchParams({ csrf, name: file.name, size: String(file.size), sha256 });
  const response = await ask(begin, body, { accept: "application/json" });
  if (response.status === 422) return "too-large";
  if (!response.ok) throw new Elsewhere();
  return (await response.json()) as Begun;
}

async function sendRest(pieces: Pieces, begun: Begun, onArrived: () => void): Promise<void> {
  let { received } = begun;
  while (received < pieces.file.size) {
    received = await sendPiece(pieces, begun.piece, received);
    onArrived();
  }
}

/** Sends what begins at a byte, and says how much has arrived, which another tab may have sent. */
function sendPiece({ file, csrf, onProgress }: Pieces, address: string, starts: number): Promise<number> {
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.responseType = "json";
  // A line that is slower than 35 kbit/s sends a part of the piece, which the server keeps.
  request.timeout = 60_000;
  request.setRequestHeader("accept", "application/json");
  request.setRequestHeader("content-type", "application/offset+octet-stream");
  request.setRequestHeader("upload-offset", String(starts));
  request.setRequestHeader("x-csrf", csrf);
  request.upload.addEventListener("progress", ({ loaded }) => onProgress((starts + loaded) / file.size));
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => {
      const received: unknown = (request.response as { received?: unknown } | null)?.received;
      if (typeof received === "number") resolve(received);
      else reject(isBusy(request.status) ? new Cut() : new Elsewhere());
    });
    for (const end of ["error", "timeout", "abort"]) request.addEventListener(end, () => reject(new Cut()));
    request.send(file.slice(starts, starts + pieceBytes));
  });
}

/** The answer is a page, as to the upload of a whole file. */
async function finish({ csrf, onProgress }: Pieces, begun: Begun): Promise<Sent> {
  onProgress(1);
  const response = await ask(begun.finish, new URLSearchParams({ csrf }), { accept: "text/html" });
  if (!response.ok && response.status !== 422) throw new Elsewhere();
  return { outcome: "page", url: response.url, html: await response.text() };
}

async function ask(address: string, body: URLSearchParams, headers: Record<string, string>): Promise<Response> {
  const signal = AbortSignal.timeout(60_000);
  const response = await fetch(address, { method: "POST", body, headers, signal }).catch(() => undefined);
  if (!response || isBusy(response.status)) throw new Cut();
  return response;
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Waits so long, or until the browser says that the line is back. */
function pause(wait: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, wait);
    window.addEventListener("online", end);
  });
}
