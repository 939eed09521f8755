import type { Anteilsgruppe } from '../domain/rechnungsteile.ts';

/** The electronic bills of a share, what each is called after its kind: what is not taxable stands in one of its own (EN 16931, BR-O-11). */
export function teileVon(gruppen: readonly Anteilsgruppe[]): readonly string[] {
  const outside = gruppen.filter(({ titel }) => titel.startsWith('Nicht steuerbar')).length;
  if (gruppen.length === 0) return [];
  if (outside === 0 || outside === gruppen.length) return [''];
  return [' 1: steuerpflichtig und steuerfrei', ' 2: nicht steuerbar'];
}
