import { vi } from "vitest";

/** What is written to standard output meanwhile, which nobody sees. */
export async function saidBy(work: () => Promise<void> | undefined): Promise<string> {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await work();
    return said.mock.calls.map(([text]) => String(text)).join("");
  } finally {
    said.mockRestore();
  }
}
