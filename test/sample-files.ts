import sharp from "sharp";

/** A card like a KTP, plainly a specimen, 860 by 540 pixels, as JPEG. */
export async function ktpJpeg(): Promise<Buffer> {
  return sharp(Buffer.from(card)).jpeg({ quality: 85 }).toBuffer();
}

/** The same card as PNG, with transparent corners. */
export async function ktpPng(): Promise<Buffer> {
  return sharp(Buffer.from(card)).png().toBuffer();
}

const lines = ["SPESIMEN", "NIK 0000000000000000", "Nama SITI CONTOH", "Alamat JALAN CONTOH 1", "Bukan dokumen asli"];
const card = `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="540">
<rect width="860" height="540" rx="36" fill="#b9d9e8"/><rect x="610" y="130" width="200" height="260" fill="#c4463a"/>
<circle cx="710" cy="230" r="60" fill="#f3d3b5"/><rect x="640" y="300" width="140" height="90" rx="40" fill="#2e3f52"/>
${lines.map((line, at) => `<text x="40" y="${90 + at * 70}" font-size="36" font-family="sans-serif">${line}</text>`).join("")}</svg>`;

/** A PDF of A4 pages with a line of text each. */
export function pdf(pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (let page = 1; page <= pages; page++) {
    objects.push(
      pdfPage(objects.length + 2),
      pdfStream(`BT /F1 36 Tf 72 700 Td (Izin usaha contoh, halaman ${page}) Tj ET 72 600 400 40 re f`),
    );
  }
  return pdfOf(objects);
}

/** A page object whose content is the stream of the given object number. */
export function pdfPage(content: number, extra = "", box = "0 0 595 842"): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> ${extra} >>`;
}

export function pdfStream(content: string | Buffer, filter = ""): string {
  const bytes = Buffer.isBuffer(content) ? content.toString("latin1") : content;
  return `<< /Length ${bytes.length} ${filter} >>\nstream\n${bytes}\nendstream`;
}

/** A PDF file of numbered objects (the first is number 1 and the catalogue), with its table and trailer. */
export function pdfOf(objects: readonly string[], trailer = ""): Buffer {
  let text = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, "latin1");
}
