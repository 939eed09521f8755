import type { Antwort } from '../domain/unterschied.ts';
import { openReasonLabel } from '../domain/verdict.ts';

/** „Kreis Lippe“, „Land: Bezirksregierung“, „offen: keine belegte Regel“. */
export function antwortText({ verdict, stelle, offen }: Antwort): string {
  if (offen !== null) return `offen: ${openReasonLabel[offen]}`;
  return stelle === null ? verdict : `${verdict}: ${stelle.name}`;
}
