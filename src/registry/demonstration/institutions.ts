/** What the institutions of the demonstration are called; the file of a program names them by slug only. */
const names: Readonly<Record<string, string>> = {
  djp: "Direktorat Jenderal Pajak",
  kemnaker: "Kementerian Ketenagakerjaan",
  "kementerian-bumn": "Kementerian BUMN",
  pamjaki: "PAMJAKI",
  "pusat-data-contoh": "Pusat Data Contoh",
  "rsud-contoh": "RSUD Contoh",
};

/** The name of an institution, saying that it is not the real one. An unknown slug becomes its own name. */
export function demonstrationName(slug: string): { readonly id: string; readonly en: string } {
  const name = names[slug] ?? slug;
  return { id: `${name} (demonstrasi)`, en: `${name} (demonstration)` };
}
