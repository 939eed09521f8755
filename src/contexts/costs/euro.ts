import { type Cents, formatCents, ratio } from '#kernel';

const shape = /^-?\d{1,3}(\.\d{3})*(,\d{1,2})?$|^-?\d{1,13}([.,]\d{1,2})?$/;

/** Reads „1.234,56“, „1234,5“ or „1234.50“ as cents; `null` where it is no amount. */
export function parseEuro(text: string): Cents | null {
  const typed = text.replace(/[\s€]/g, '').replace('−', '-');
  if (!shape.test(typed)) return null;
  const grouped = /^-?\d{1,3}(\.\d{3})+(,|$)/.test(typed) ? typed.replaceAll('.', '') : typed;
  return ratio.roundHalfAway(ratio.mul(ratio.ofDecimal(grouped.replace(',', '.')), ratio.rational(100n)));
}

/** `1.234,56`, for a form field. */
export function euroField(cent: Cents): string {
  return formatCents(cent).replace(/\s?€$/, '').replace('−', '-');
}

/** An exact number of cents as euros with up to eight digits: `1.234,56789012 €`. */
export function genauEuro(cent: string): string {
  const euro = ratio.div(ratio.ofDecimal(cent), ratio.rational(100n));
  const [whole = '0', rest = ''] = ratio
    .toDecimal(euro, 8)
    .replace(/0{1,6}$/, '')
    .split('.');
  return `${whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, '.')},${rest} €`;
}

/** A number of cents in a chart, as euros. */
export function euroNumber(cent: Cents): number {
  return Number(cent) / 100;
}
