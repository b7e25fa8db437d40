/** A text kept on this device, for this tab alone and sealed with a key that only the page of its owner carries. */
export interface LocalCopy {
  /** Keeps the text; undefined forgets it. */
  put(text: string | undefined): void;
  /** What was kept, or undefined where there is nothing that this key opens. */
  read(): Promise<string | undefined>;
}

const prefix = "daftar-copy ";

/**
 * Opens the place of a page on this device. A tab keeps it over a reload and forgets it when it is closed. Where the
 * browser has no cryptography or no storage nothing is kept, and nothing else changes.
 */
export function localCopy(name: string, keyText: string): LocalCopy {
  const key = importKey(keyText);
  let turn = 0;
  const seal = async (text: string, mine: number): Promise<void> => {
    const opened = await key;
    if (opened === undefined) return;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, opened, new TextEncoder().encode(text));
    // Sealing takes a moment, in which the text may have become another or been saved.
    if (mine === turn) store(name, toText(iv) + toText(new Uint8Array(sealed)));
  };
  return {
    put(text) {
      turn += 1;
      if (text === undefined) store(name, undefined);
      else seal(text, turn).catch(() => undefined);
    },
    async read() {
      const [opened, kept] = [await key, stored(name)];
      if (opened === undefined || kept === null) return undefined;
      try {
        const bytes = toBytes(kept);
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, 12) }, opened, bytes.slice(12));
        return new TextDecoder().decode(plain);
      } catch {
        return undefined;
      }
    },
  };
}

async function importKey(text: string): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("raw", toBytes(text), "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return undefined;
  }
}

function store(name: string, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, value);
  } catch {
    // Storage can be forbidden or full; the page then lives without a copy.
  }
}

function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function toText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
