import { describe, expect, test } from "vitest";
import { htmlOf } from "../../jsx/markup.ts";
import { Page, type PageProps } from "./page.tsx";

const props: PageProps = {
  lang: "id",
  title: "Identitas sesuai KTP",
  service: "Daftar",
  skipLink: "Langsung ke isi",
  asset: (logical) => `/assets/${logical}`,
  header: {
    name: "Daftar",
    homeHref: "/",
    area: "Direktorat Jenderal Pajak",
    navigationLabel: "Menu utama",
    menuText: "Menu",
    navigation: [{ text: "Program", href: "/", current: true }],
    languages: [
      { lang: "id", text: "ID", label: "Bahasa Indonesia", href: "?bahasa=id", current: true },
      { lang: "en", text: "EN", label: "English", href: "?bahasa=en" },
    ],
    account: {
      kind: "signed-in",
      name: "Siti Contoh",
      links: [{ text: "Beranda", href: "/account/home" }],
      signOut: {
        action: "/account/logout",
        text: "Keluar",
        hidden: [{ name: "csrf", value: "abc" }],
      },
    },
  },
  footer: { links: [{ text: "Aksesibilitas", href: "/accessibility" }] },
};

function draw(more: Partial<PageProps> = {}): string {
  return htmlOf(
    <Page {...props} {...more}>
      <h1>Halo</h1>
    </Page>,
  );
}

describe("a page", () => {
  test("is a whole document in the language asked for", () => {
    const html = draw();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="id"/);
    expect(html).toContain("<title>Identitas sesuai KTP – Daftar</title>");
    expect(html).toContain('href="#main-content"');
    expect(html).toContain('<main id="main-content"');
  });

  test("says in its title that there are errors", () => {
    expect(draw({ errorPrefix: "Kesalahan" })).toContain("<title>Kesalahan: Identitas sesuai KTP – Daftar</title>");
  });

  test("has no inline script and no style attribute, so the strict policy holds", () => {
    const html = draw({ layout: "side", side: "Bantuan", back: { href: "/", text: "Kembali" } });
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son\w+=/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script type="module" src="/assets/daftar.js"></script>');
  });

  test("signs out by a form that carries its hidden field", () => {
    expect(draw()).toContain(
      '<form class="daftar-account__form" method="post" action="/account/logout"><input type="hidden" name="csrf" value="abc"/>',
    );
  });

  test("folds its menu by the button just before it, and keeps the way in beside it", () => {
    expect(draw()).toMatch(/<summary[^>]*>Menu<\/summary><\/details><nav class="daftar-header__nav"/);
    const account = { kind: "signed-out", href: "/account/login", text: "Masuk" } as const;
    expect(draw({ header: { ...props.header, account } })).toMatch(/<\/nav><a [^>]*>Masuk<\/a>/);
  });

  test("marks the current navigation item and language", () => {
    const html = draw();
    expect(html).toContain('aria-current="page">Program');
    expect(html).toMatch(/lang="id" hreflang="id" aria-current="true"/);
  });

  test("escapes what people are called", () => {
    const account = {
      kind: "signed-in",
      name: "<b>Siti</b>",
      links: [],
      signOut: { action: "/", text: "", hidden: [] },
    } as const;
    expect(draw({ header: { ...props.header, account } })).toContain("&lt;b&gt;Siti&lt;/b&gt;");
  });

  test("gives the reviewer the full window", () => {
    expect(draw({ layout: "workbench" })).toContain("daftar-main--workbench");
  });
});
