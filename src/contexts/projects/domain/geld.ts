/** Euro as people type them (`12.345,67 €`) in cents; `null` where the text is no amount of money. */
export function centOfText(text: string): number | null {
  return hundredthsOf(text.replace(/\s*(€|EUR)$/i, ''));
}

/** A percentage as people type it (`80 %`, `66,67`) in hundredths of a percent, at most 100 %. */
export function basispunkteOfText(text: string): number | null {
  const found = hundredthsOf(text.replace(/\s*%$/, ''));
  return found !== null && found <= 10_000 ? found : null;
}

/** Digits only, no binary float: `1.234,5` is 123450. */
function hundredthsOf(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  const found = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'));
  return Number.isSafeInteger(found) ? found : null;
}

/** `12.345,67 €`. */
export function eurText(cent: number): string {
  return `${hundredthsText(cent, true)} €`;
}

/** `66,67 %`, or `80 %`. */
export function prozentText(basispunkte: number): string {
  return `${hundredthsText(basispunkte, false)} %`;
}

function hundredthsText(value: number, always: boolean): string {
  const whole = String(Math.trunc(value / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const part = String(value % 100).padStart(2, '0');
  return always || part !== '00' ? `${whole},${part}` : whole;
}
