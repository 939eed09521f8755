import type { Kostenplan, Schluessel } from './kostenplan.ts';

/** The key of use that replaces the positions' own when the Steuerungsgruppe was not unanimous; `undefined` when it was. */
export function rueckfallOf({ beschluss, schluessel }: Kostenplan): Schluessel | undefined {
  if (beschluss?.einstimmig !== false) return undefined;
  return schluessel.filter(({ art }) => art === 'nutzung').toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}
