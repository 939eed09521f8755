import { formatQuartal, type Quartal } from '#kernel';
import type { Massnahme, Wunsch } from './massnahme.ts';

/** A Kommune does something else than the Einführungsstrategie decided for a Leistung, and says why. */
export interface Abweichung {
  readonly leistungId: string;
  readonly ags: string;
  readonly tut: 'fuehrt-ein' | 'fuehrt-nicht-ein' | 'spaeter';
  readonly quartal: Quartal | null;
  readonly grund: string;
  readonly dienst: string;
  readonly href: string;
}

/** The wishes for a Leistung as they are once every Kommune that deviates has had its say. */
export function mitAbweichungen(
  wuensche: readonly Wunsch[],
  abweichungen: readonly Abweichung[],
): readonly Wunsch[] {
  const byAgs = new Map(abweichungen.map((one) => [one.ags, one]));
  const there = new Set(wuensche.map(({ ags }) => ags));
  const kept = wuensche.flatMap((wunsch) => {
    const one = byAgs.get(wunsch.ags);
    if (one === undefined) return [wunsch];
    if (one.tut === 'fuehrt-nicht-ein') return [];
    return one.tut === 'spaeter' ? [{ ...wunsch, quartal: one.quartal ?? wunsch.quartal }] : [wunsch];
  });
  const added = [...byAgs.values()].filter(({ ags, tut }) => tut === 'fuehrt-ein' && !there.has(ags));
  return [...kept, ...added.map(({ ags, quartal }) => ({ ags, quartal }))];
}

/** Massnahmen as a plan takes them, and a sentence for each Kommune for which a deviation changes something. */
export function beachteAbweichungen(
  massnahmen: readonly Massnahme[],
  abweichungen: readonly Abweichung[],
  kommunen: ReadonlyMap<string, string>,
): { readonly massnahmen: readonly Massnahme[]; readonly hinweise: readonly string[] } {
  const byLeistung = Map.groupBy(abweichungen, ({ leistungId }) => leistungId);
  const hinweise: string[] = [];
  const changed = massnahmen.map((massnahme) => {
    const { inhalt } = massnahme;
    const own = byLeistung.get(inhalt.leistungId ?? '') ?? [];
    if (own.length === 0 || massnahme.beendet) return massnahme;
    const there = new Set(inhalt.kommunen.map(({ ags }) => ags));
    for (const one of own)
      if (kommunen.has(one.ags) && (there.has(one.ags) || one.tut === 'fuehrt-ein'))
        hinweise.push(`„${inhalt.titel}“: ${kommunen.get(one.ags)} ${tutText(one)}. Grund: ${one.grund}`);
    return { ...massnahme, inhalt: { ...inhalt, kommunen: mitAbweichungen(inhalt.kommunen, own) } };
  });
  return { massnahmen: changed, hinweise };
}

/** What a Kommune does instead, as the end of a sentence that begins with its name. */
export function tutText({ tut, quartal }: Pick<Abweichung, 'tut' | 'quartal'>): string {
  if (tut === 'fuehrt-nicht-ein') return 'führt es abweichend von der Einführungsstrategie nicht ein';
  const wann = quartal === null ? '' : ` (${formatQuartal(quartal)})`;
  return tut === 'spaeter'
    ? `führt es abweichend von der Einführungsstrategie später ein${wann}`
    : `führt es abweichend von der Einführungsstrategie ein${wann}`;
}
