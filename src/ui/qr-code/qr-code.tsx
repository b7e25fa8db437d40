import { encode } from "uqr";

export interface QrCodeProps {
  /** What a phone reads, as a rule an address. */
  readonly text: string;
  /** What it is for, said to those who cannot see it. */
  readonly label: string;
}

/** A QR code as vector graphics, so that paper and screen are equally sharp. */
export function QrCode(props: QrCodeProps) {
  const { data, size } = encode(props.text, { ecc: "M", border: 0 });
  return (
    <svg
      class="daftar-qr"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path fill="currentColor" d={data.map(drawRow).join("")} />
    </svg>
  );
}

/** One row as rectangles, each run of dark modules at once. */
function drawRow(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    const length = x - start + 1;
    path += `M${start} ${y}h${length}v1h-${length}z`;
  }
  return path;
}
