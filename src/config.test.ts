import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

const production = {
  NODE_ENV: "production",
  PUBLIC_URL: "https://daftar.example/",
  DATABASE_URL: "postgres://daftar:secret@db.example/daftar",
  SMTP_URL: "smtps://user:secret@mail.example",
  MAIL_FROM: "Daftar <no-reply@daftar.example>",
  KEY_DIR: "/etc/daftar/keys",
};

test("with nothing set it is the demonstration on loopback", () => {
  expect(readConfig({})).toMatchObject({
    environment: "development",
    demo: true,
    host: "127.0.0.1",
    port: 3000,
    publicUrl: "http://localhost:3000",
    dataDir: resolve("data"),
    keyDir: resolve("data/keys"),
    databaseUrl: undefined,
    smtpUrl: undefined,
  });
});

test("the settings cannot be changed afterwards", () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

test("production takes no default for what is secret or public", () => {
  expect(readConfig(production)).toMatchObject({
    environment: "production",
    demo: false,
    publicUrl: "https://daftar.example",
  });
  for (const name of ["PUBLIC_URL", "DATABASE_URL", "SMTP_URL", "MAIL_FROM", "KEY_DIR"]) {
    expect(() => readConfig({ ...production, [name]: "" })).toThrow(`${name}: is needed in production`);
  }
});

test("the demonstration refuses production and any address but loopback", () => {
  expect(() => readConfig({ ...production, DEMO: "true" })).toThrow("does not run with NODE_ENV=production");
  expect(() => readConfig({ HOST: "0.0.0.0" })).toThrow("listens on loopback only");
  expect(readConfig({ HOST: "0.0.0.0", DEMO: "false" }).host).toBe("0.0.0.0");
});

test("every wrong setting is named at once", () => {
  const read = () => readConfig({ PORT: "http", DATABASE_URL: "mysql://db", WEB_CONCURRENCY: "0", LOG_LEVEL: "loud" });
  for (const name of ["PORT:", "DATABASE_URL: must be an address", "WEB_CONCURRENCY:", "LOG_LEVEL:"])
    expect(read).toThrow(name);
});

test("the shortest password may be raised and not lowered", () => {
  expect(readConfig({}).shortestPassword).toEqual({ alone: 15, withFactor: 12 });
  const raised = readConfig({ SHORTEST_PASSWORD: "20", SHORTEST_PASSWORD_WITH_FACTOR: "16" });
  expect(raised.shortestPassword).toEqual({ alone: 20, withFactor: 16 });
  expect(() => readConfig({ SHORTEST_PASSWORD: "14" })).toThrow("SHORTEST_PASSWORD:");
  expect(() => readConfig({ SHORTEST_PASSWORD_WITH_FACTOR: "8" })).toThrow("SHORTEST_PASSWORD_WITH_FACTOR:");
});

test("a carrier of short messages has a secret and is reached over https", () => {
  const sms = { SMS_URL: "https://sms.contoh.example/send", SMS_TOKEN: "rahasia-sekali" };
  expect(readConfig({}).sms).toBeUndefined();
  expect(readConfig({ ...production, ...sms }).sms).toEqual({
    url: sms.SMS_URL,
    token: sms.SMS_TOKEN,
    sender: undefined,
  });
  expect(() => readConfig({ SMS_URL: sms.SMS_URL })).toThrow("SMS_TOKEN: is needed");
  expect(() => readConfig({ SMS_TOKEN: sms.SMS_TOKEN })).toThrow("SMS_URL: is needed");
  expect(() => readConfig({ ...sms, SMS_URL: "http://sms.contoh.example" })).toThrow("must be https");
  expect(readConfig({ ...sms, SMS_URL: "http://127.0.0.1:8080/" }).sms?.url).toBe("http://127.0.0.1:8080/");
});

test("a wrong setting is reported without its value, which may be a secret", () => {
  expect(() => readConfig({ SMTP_URL: "hunter2" })).not.toThrow("hunter2");
  expect(() => readConfig({ SMTP_URL: "hunter2" })).toThrow("SMTP_URL");
});
