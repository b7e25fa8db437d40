import { expect, it } from "vitest";
import { readStatement } from "./read-statement.ts";

const guessed = { day: "", amount: "" };

async function read(text: string, chosen = guessed) {
  const statement = await readStatement(Buffer.from(text), chosen);
  if (statement === "too_long" || "columns" in statement) throw new Error(JSON.stringify(statement));
  return statement;
}

it.each([
  [
    "commas and a column of each side",
    'Tanggal,Keterangan,Debit,Kredit\n21/11/2026,TRSF B-7K3M9-QX2PA,,"250.123,00"\n',
  ],
  [
    "semicolons after lines of the bank",
    "Bank Contoh\nRekening;1234567890\n\nTgl;Uraian;Mutasi\n21-11-26;b7k3m9qx2pa SITI;250.123,00 CR\n",
  ],
  ["an English one", 'Date,Description,Amount,Type\n2026-11-21 10:15,"FROM SITI, B 7K3M9 QX2PA","250,123.00",CR\n'],
  [
    "a byte order mark and columns that are called alike",
    "\ufeffTANGGAL;KETERANGAN;;KREDIT;\n21.11.2026;B-7K3M9-QX2PA;x;250123;y\n",
  ],
])("reads a statement with %s", async (_what, text) => {
  const { lines, badLines, debits } = await read(text);
  expect({ badLines, debits }).toEqual({ badLines: 0, debits: 0 });
  expect(lines).toMatchObject([{ day: "2026-11-21", amount: 250_123, references: ["B-7K3M9-QX2PA"] }]);
  expect(text.split("\n")[(lines[0]?.line ?? 0) - 1]).toMatch(/7k3m9/i);
});

it.each(["Deposit", "Dana masuk", "C", "Kredit"])(
  "takes %s for money that came, and its contrary not",
  async (kind) => {
    const { lines, debits } = await read(
      `tanggal;jenis;nominal\n21/11/2026;${kind};5.000\n21/11/2026;Debet;5.000\n21/11/2026;DB.;1\n21/11/2026;Keluar;1\n`,
    );
    expect(lines).toMatchObject([{ line: 2, amount: 5000 }]);
    expect(debits).toBe(3);
  },
);

it("leaves out money that went out, and counts what it cannot read", async () => {
  const rows = [
    "21/11/2026,BIAYA,10.000 DB",
    "21/11/2026,BUNGA,-500",
    "21/11/2026,KOSONG,0.00",
    "31/02/2026,TANGGAL SALAH,1000",
    "SALDO AKHIR,,banyak",
    "0001-01-01,LAMA,1000",
    "9999-12-31,KELAK,1000",
    '21/11/2026,SETENGAH,"100,50"',
    "21/11/2026,BENAR,1.000",
  ];
  const { lines, badLines, debits } = await read(`tanggal,uraian,jumlah\n${rows.join("\n")}\n`);
  expect({ debits, badLines }).toEqual({ debits: 3, badLines: 5 });
  expect(lines).toMatchObject([{ line: 10, amount: 1000, references: [] }]);
});

it("names a line the same in another file, and two equal lines apart", async () => {
  const heading = "tanggal,uraian,kredit\n";
  const line = "21/11/2026,SETOR,100000\n";
  const one = await read(heading + line + line);
  const other = await read(`${heading}20/11/2026,LAIN,5\n${line}${line}`);
  const names = one.lines.map(({ transactionId }) => transactionId);
  expect(new Set(names).size).toBe(2);
  expect(other.lines.slice(1).map(({ transactionId }) => transactionId)).toEqual(names);
});

it("takes columns by the names that somebody chose, and says which there are", async () => {
  const text = "waktu,masuk,catatan\n21/11/2026,5000,x\n";
  expect(await readStatement(Buffer.from(text), guessed)).toEqual({ columns: ["waktu", "masuk", "catatan"] });
  const { lines } = await read(text, { day: "waktu", amount: "masuk" });
  expect(lines).toMatchObject([{ amount: 5000 }]);
  expect(await readStatement(Buffer.from(""), guessed)).toEqual({ columns: [] });
  expect(await readStatement(Buffer.from([0xff, 0xfe, 0x00, 0x22, 0x0a]), guessed)).toHaveProperty("columns");
  expect(await readStatement(Buffer.from(`tanggal,kredit\n${"21/11/2026,1\n".repeat(5001)}`), guessed)).toBe(
    "too_long",
  );
});
