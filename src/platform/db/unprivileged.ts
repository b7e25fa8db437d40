import { spawnSync } from "node:child_process";
import { lchownSync, lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How to start a PostgreSQL program so that it does not see itself as root, and make its files belong to it. */
export type Unprivileged = {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** Gives a directory and everything in it to the user PostgreSQL runs as. */
  own(directory: string): void;
};

/** A fixed PATH: the system's own tools, whatever the person who started us has in theirs. */
export const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * PostgreSQL refuses to run as root, and a clone made by root may lie below a directory that only root can enter, so
 * that another user could reach neither the programs nor the data. In order of preference:
 *
 * 1. not root: nothing to do.
 * 2. a user namespace: inside it the process is `nobody`, outside it is root without any privilege over the machine.
 *    All paths stay reachable and all files stay root's.
 * 3. where namespaces are forbidden (most containers): `nobody`, with the one capability to pass directories that are
 *    closed to it.
 * 4. plain `nobody`, which works where every directory on the way is open.
 */
export function findUnprivileged(): Unprivileged {
  if (process.getuid?.() !== 0) return { prefix: [], own: () => undefined };
  const nobody = findNobody();
  const namespace = ["unshare", "--user", `--map-user=${nobody.uid}`, "--"];
  if (works(namespace)) return { prefix: namespace, own: (directory) => chownAll(directory, 0, 0) };
  const own = (directory: string) => chownAll(directory, nobody.uid, nobody.gid);
  const drop = ["setpriv", `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, "--clear-groups"];
  const reach = [...drop, "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"];
  if (works(reach)) return { prefix: [...reach, "--bounding-set=-all,+dac_override"].filter(Boolean), own };
  if (works(drop)) return { prefix: drop, own };
  throw new Error(
    "The embedded PostgreSQL does not run as root, and this system offers neither `unshare` nor `setpriv` to change " +
      "that. Start as another user, or set DATABASE_URL to a PostgreSQL 16 or later.",
  );
}

function works(prefix: readonly string[]): boolean {
  const [program = "", ...rest] = prefix;
  // `initdb` looks its own user up by name; `id -un` fails exactly where it would.
  return spawnSync(program, [...rest, "id", "-un"], { env: { PATH: systemPath }, timeout: 5_000 }).status === 0;
}

function findNobody(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid = "", gid = ""]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0);
  const found = users.find((user) => user.name === "nobody") ?? users[0];
  if (!found)
    throw new Error("The embedded PostgreSQL needs one user other than root in /etc/passwd, and there is none.");
  return found;
}

function chownAll(path: string, uid: number, gid: number): void {
  const stat = lstatSync(path);
  if (stat.uid === uid) return; // Ownership is only ever given as a whole, so one look at the top is enough.
  if (stat.isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), uid, gid);
  lchownSync(path, uid, gid);
}
