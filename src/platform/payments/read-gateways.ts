import * as z from "zod";
import { careOf, readServiceFile, secretOf, serviceEntry, serviceUrl } from "../services/service-file.ts";
import type { MidtransSettings } from "./midtrans.ts";

/** The gateways of institutions, by their slugs. */
export type GatewaySettings = Readonly<Record<string, MidtransSettings>>;

const withoutSlash = serviceUrl.transform((url) => url.replace(/\/+$/, ""));

const Entry = z.strictObject({ snap_url: withoutSlash, api_url: withoutSlash, ...serviceEntry });

const File = z.record(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "must be the slug of an institution"), Entry);

/**
 * Reads the file of `GATEWAYS_FILE`: an object of gateways by the institution whose money they take. Their server keys
 * stand in files of the key folder. Throws an error that names what is wrong.
 */
export function readGateways(file: string, keyDir: string): GatewaySettings {
  return Object.fromEntries(
    Object.entries(readServiceFile(file, File)).map(([institution, entry]) => [
      institution,
      {
        snapUrl: entry.snap_url,
        apiUrl: entry.api_url,
        serverKey: secretOf(entry, keyDir, `the payment gateway of ${institution}`),
        ...careOf(entry),
      },
    ]),
  );
}
