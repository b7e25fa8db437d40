import { Socket } from "node:net";

/** How long a broken connection waits for what its transactions still say, such as ROLLBACK. */
const lingerMs = 250;

const brokenCode = "CONNECTION_CLOSED";

// Ours, the operating system's, and what PostgreSQL says when it ends or begins (57P01 to 57P03).
const brokenCodes: readonly unknown[] = [brokenCode, "ECONNRESET", "ECONNREFUSED", "EPIPE", "57P01", "57P02", "57P03"];

/** Whether an error says that a connection broke or was not to be had, as while the database starts anew. */
export function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && "code" in error && brokenCodes.includes(error.code);
}

/**
 * A socket whose "close" comes last. The driver (postgres 3.4.9) forgets its socket at "close", and then ends the whole
 * process with "Cannot read properties of null (reading 'write')" when a transaction that was open on it sends another
 * statement, even its ROLLBACK: https://github.com/porsager/postgres/issues/1208. So here what is in flight fails first,
 * as does what is sent within the moment until the driver learns that the connection is closed.
 */
export class PatientSocket extends Socket {
  #connected = false;
  #leaving = false;

  override end(...parting: unknown[]): this {
    // The driver takes its leave with a message; without one it is the answer to the other side's end.
    if (parting.length > 0) this.#leaving = true;
    return super.end(...(parting as Parameters<Socket["end"]>));
  }

  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event === "connect") this.#connected = true;
    if (event !== "close" || !this.#connected || this.#leaving)
      return super.emit(event as "data", ...(details as [Buffer]));
    setTimeout(() => super.emit("close", false), lingerMs);
    // Set here and not overridden above: Node's own socket replaces it too when the other side ends.
    this.write = () => {
      // Later, since the driver notes a statement only when it was written.
      setImmediate(() => this.#fail());
      return true;
    };
    this.#fail();
    return true;
  }

  #fail(): void {
    const error = Object.assign(new Error("The connection to the database broke."), { code: brokenCode });
    if (this.listenerCount("error") > 0) super.emit("error", error);
  }
}
