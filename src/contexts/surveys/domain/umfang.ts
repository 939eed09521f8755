import type { Umfang } from './umfrage.ts';

/** A Leistung as the scope sees it. */
export interface UmfangLeistung {
  readonly id: string;
  readonly themenfeldId: number | null;
}

/** The Leistungen of the catalogue in scope, in the order of the catalogue. Where nothing is named it is all of them. */
export function leistungenIm<L extends UmfangLeistung>(
  umfang: Umfang,
  leistungen: readonly L[],
): readonly L[] {
  const { themenfelder, fokus, liste } = umfang;
  if (themenfelder.length + fokus.length + liste.length === 0) return leistungen;
  const felder = new Set(themenfelder);
  const named = new Set([...fokus, ...liste]);
  return leistungen.filter(
    ({ id, themenfeldId }) => named.has(id) || (themenfeldId !== null && felder.has(themenfeldId)),
  );
}

/** What is known of a Leistung at one Kommune when a survey opens. */
export interface Lage {
  readonly pflicht: boolean;
  /** `null` where the Kommune does not share its Stand, or said nothing. */
  readonly online: boolean | null;
}

/** Whether a Kommune is asked about a Leistung that is in scope. What nobody stated is a gap until somebody says otherwise. */
export function wirdGefragt({ nurPflichten, nurLuecken }: Umfang, { pflicht, online }: Lage): boolean {
  return (pflicht || !nurPflichten) && !(nurLuecken && online === true);
}
