import { isFilled, type Slot } from "../slot.ts";

export interface ReceiptPanelProps {
  /** What happened, such as "Pendaftaran berhasil dikirim". */
  readonly said: string;
  /** The number to keep. */
  readonly number: string;
  readonly note?: Slot;
  /** A QR code that leads to the page where anyone can check the receipt. */
  readonly qr?: Slot;
}

/** The happiest page: it is done, and this is the number. */
export function ReceiptPanel(props: ReceiptPanelProps) {
  return (
    <section class="daftar-receipt">
      <div class="daftar-receipt__words">
        <h1 class="daftar-receipt__title">
          <span class="daftar-receipt__said">{props.said}</span>
          <span class="daftar-receipt__number">{props.number}</span>
        </h1>
        {isFilled(props.note) && <p class="daftar-receipt__note">{props.note}</p>}
      </div>
      {isFilled(props.qr) && <div class="daftar-receipt__qr">{props.qr}</div>}
    </section>
  );
}
