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
 * that another user could reach neither the programs nor the data. Takes the first way by which all `paths` can be
 * reached; throws with a remedy when there is none.
 */
export function findUnprivileged(paths: readonly string[]): Unprivileged {
  const found = listWays().find((way) => reaches(way, paths));
  if (found) return found;
  throw new Error(
    "The embedded PostgreSQL does not run as root, and this system offers neither `unshare` nor `setpriv` to change " +
      "that. Start as another user, or set DATABASE_URL to a PostgreSQL 16 or later.",
  );
}

/**
 * In order of preference:
 *
 * 1. not root: nothing to do.
 * 2. a user namespace: inside it the process is `nobody`, outside it is root without any privilege over the machine.
 *    All paths stay reachable and all files stay root's.
 * 3. where namespaces are forbidden (most containers): plain `nobody`, if every directory on the way is open to it.
 * 4. `nobody` with the one capability to pass directories that are closed to it. PostgreSQL asks `access()` whether its
 *    programs may run, and that call drops capabilities unless the set-uid fix-up is off.
 */
export function listWays(): readonly Unprivileged[] {
  if (process.getuid?.() !== 0) return [{ prefix: [], own: () => undefined }];
  const { uid, gid } = findNobody();
  const drop = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  const one = ["inh-caps", "ambient-caps", "bounding-set"].map((set) => `--${set}=-all,+dac_override`);
  const own = (path: string) => chownAll(path, uid, gid);
  return [
    { prefix: ["unshare", "--user", `--map-user=${uid}`, "--"], own: (path) => chownAll(path, 0, 0) },
    { prefix: drop, own },
    { prefix: [...drop, ...one, "--securebits=+no_setuid_fixup"], own },
  ];
}

/** `initdb` also looks its own user up by name; `id -un` fails exactly where it would. */
function reaches({ prefix }: Unprivileged, paths: readonly string[]): boolean {
  const tests = paths.map((_, index) => `test -x "$${index + 1}" && `).join("");
  const [program = "", ...args] = [...prefix, "sh", "-c", `${tests} id -un`, "sh", ...paths];
  return spawnSync(program, args, { env: { PATH: systemPath }, timeout: 5_000 }).status === 0;
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
