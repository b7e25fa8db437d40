/**
 * Whole rupiah as banks and people write them: `250123`, `250.123,00`, `250,123.00`, `Rp 250.123`. The last separator
 * before two digits begins the sen, of which only 00 is whole; undefined for everything else, and for zero.
 */
export function readAmount(typed: string): number | undefined {
  const plain = typed.replace(/^\s*(rp|idr)\.?/i, "").replaceAll(/\s/g, "");
  const read = /^(\d{1,12}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,]00)?$/.exec(plain)?.[1];
  if (read === undefined) return undefined;
  const amount = Number(read.replaceAll(/[.,]/g, ""));
  return amount > 0 && amount < 1e12 ? amount : undefined;
}
