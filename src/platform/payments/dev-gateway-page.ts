import { html } from "hono/html";
import type { DevOrder } from "./dev-orders.ts";

const style = `
  body { margin: 0; background: #f3f2f1; color: #0b0c0c; font: 1.1875rem/1.4 system-ui, sans-serif; }
  main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-top: 0.5rem solid #505a5f; }
  h1 { font-size: 1.5rem; margin: 0 0 0.5rem; }
  p { margin: 0 0 1rem; }
  .amount { font-size: 2.25rem; font-weight: 700; }
  .note { color: #505a5f; }
  button { display: block; width: 100%; margin: 0 0 0.75rem; padding: 0.75rem; border: 2px solid #0b0c0c; font: inherit;
    background: #fff; cursor: pointer; }
  button.first { background: #0b0c0c; color: #fff; }
  button:focus-visible { outline: 3px solid #fd0; outline-offset: 0; }
`;

const ended = {
  settlement: "Sudah dibayar. – Paid already.",
  cancel: "Dibatalkan. – Left.",
  late: "Waktu untuk membayar sudah habis. – The time to pay is over.",
} as const;

/** The page of the gateway of development, on which one pays without money. */
export function devGatewayPage(order: DevOrder, now: Date) {
  const state = order.state === "new" && new Date(order.until) < now ? "late" : order.state;
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Gerbang pembayaran percobaan</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <h1>Gerbang pembayaran percobaan</h1>
          <p class="note" lang="en">A gateway for development: no money moves here.</p>
          <p>Pesanan ${order.id}</p>
          <p class="amount">Rp${order.amount.toLocaleString("id-ID")}</p>
          ${
            state === "new"
              ? html`<form method="post">
                  <button class="first" name="do" value="pay">Bayar – <span lang="en">Pay</span></button>
                  <button name="do" value="pay_silently">
                    Bayar, tanpa pemberitahuan ke Daftar – <span lang="en">Pay, and lose the notification</span>
                  </button>
                  <button name="do" value="cancel">Batalkan – <span lang="en">Leave it</span></button>
                </form>`
              : html`<p>${ended[state]}</p>
                  <p>
                    <a href="${order.returnTo}">Kembali – <span lang="en">Back</span></a>
                  </p>`
          }
        </main>
      </body>
    </html>`;
}
