import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A real service of a source on loopback. */
export interface SourceService {
  readonly url: string;
  readonly questions: { authorization: string | undefined; url: string | undefined; body: string }[];
  close(): Promise<void>;
}

/** Serves one; `answer` gets how many questions came before. Close it. */
export async function sourceService(
  answer: (response: ServerResponse, before: number, request: IncomingMessage) => void,
): Promise<SourceService> {
  const questions: SourceService["questions"] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString("utf8")));
    request.on("end", () => {
      questions.push({ authorization: request.headers.authorization, url: request.url, body });
      answer(response, questions.length - 1, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ask`,
    questions,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
