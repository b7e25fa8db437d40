import { ktpPng, pdf } from "../sample-files.ts";
import { script } from "./pictures.ts";

/** A file whose name says one thing and whose content another. */
export type Impostor = { readonly kind: string; readonly name: string; readonly bytes: Buffer };

/** Everything that must be refused for what it is, whatever it is called. */
export async function impostors(): Promise<Impostor[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${script}</svg>`;
  const xml = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`;
  const zip = "PK\x03\x04\x14\0\0\0\0\0".padEnd(64, "\0");
  return [
    text("svg-named-png", "ktp.png", svg),
    text("svg-with-entities-named-jpg", "ktp.jpg", xml),
    text("html-named-jpg", "ktp.jpg", `<!doctype html><title>KTP</title>${script}`),
    text("mz-named-pdf", "izin.pdf", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".padEnd(512, "\0")),
    text("zip-named-pdf", "izin.pdf", zip),
    text("gif-js", "ktp.jpg", "GIF89a/*\0\0\0\0\0\0\0*/=1;alert(1)//\0;"),
    { kind: "html-before-pdf", name: "izin.pdf", bytes: Buffer.concat([Buffer.from(`<html>${script}`), pdf()]) },
    { kind: "text-before-png", name: "ktp.png", bytes: Buffer.concat([Buffer.from("#!/bin/sh\n"), await ktpPng()]) },
    text("one-byte", "ktp.jpg", "\xff"),
    text("nothing", "ktp.jpg", ""),
  ];
}

function text(kind: string, name: string, content: string): Impostor {
  return { kind, name, bytes: Buffer.from(content, "latin1") };
}
