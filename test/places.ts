import { writeFileSync } from "node:fs";

type Value = string | number | { readonly [name: string]: Value };
type Node = [Node | Value | undefined, Node | Value | undefined];

/** Writes a map of addresses in the MMDB form (MaxMind DB 2.0) from what it says of each IPv4 network, as "203.0.113.0/24". */
export function writePlaces(file: string, networks: Readonly<Record<string, Value>>): void {
  const root: Node = [undefined, undefined];
  for (const [network, value] of Object.entries(networks)) {
    const [address = "", bits = "32"] = network.split("/");
    let node = root;
    const path = bitsOf(address).slice(0, 96 + Number(bits));
    for (const [at, bit] of path.entries()) {
      if (at === path.length - 1) node[bit] = value;
      else node = (node[bit] ??= [undefined, undefined]) as Node;
    }
  }
  const nodes = [...below(root)];
  const data: Buffer[] = [];
  let written = 0;
  const records = nodes.flatMap((node) =>
    node.map((child) => {
      if (child === undefined) return nodes.length;
      if (Array.isArray(child)) return nodes.indexOf(child);
      const bytes = encode(child);
      data.push(bytes);
      written += bytes.length;
      return nodes.length + 16 + written - bytes.length;
    }),
  );
  const tree = Buffer.alloc(records.length * 3);
  for (const [at, record] of records.entries()) tree.writeUIntBE(record, at * 3, 3);
  const about = {
    binary_format_major_version: 2,
    build_epoch: 1_790_000_000,
    database_type: "Contoh",
    ip_version: 6,
    node_count: nodes.length,
    record_size: 24,
  };
  const marker = Buffer.concat([Buffer.of(0xab, 0xcd, 0xef), Buffer.from("MaxMind.com")]);
  writeFileSync(file, Buffer.concat([tree, Buffer.alloc(16), ...data, marker, encode(about)]));
}

/** An IPv4 address lies below ::/96. */
function bitsOf(address: string): (0 | 1)[] {
  const bits = address
    .split(".")
    .flatMap((part) => [...Number(part).toString(2).padStart(8, "0")].map((bit): 0 | 1 => (bit === "1" ? 1 : 0)));
  return [...Array<0>(96).fill(0), ...bits];
}

function* below(node: Node): Iterable<Node> {
  yield node;
  for (const child of node) if (Array.isArray(child)) yield* below(child);
}

function encode(value: Value): Buffer {
  if (typeof value === "string") {
    const bytes = Buffer.from(value);
    return Buffer.concat([control(2, bytes.length), bytes]);
  }
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  const parts = Object.entries(value).flatMap(([name, part]) => [encode(name), encode(part)]);
  return Buffer.concat([control(7, Object.keys(value).length), ...parts]);
}

/** Sizes below 29 stand in the control byte itself, those up to 284 in the byte after it. */
function control(type: number, size: number): Buffer {
  return size < 29 ? Buffer.of((type << 5) | size) : Buffer.of((type << 5) | 29, size - 29);
}
