import { type Catalogue, resolveLeistung } from '#catalogue';
import type { Nachschlag } from '../felder/lesen.ts';
import type { Namen } from '../felder/schreiben.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import type { Lead } from './actors.ts';

/** What project fields are looked up in, and the names that stand for ids. */
export function nachschlagOf(catalogue: Catalogue): Omit<Nachschlag, 'felder' | 'heute'> & Namen {
  const byName = new Map(catalogue.themenfelder.map(({ id, name }) => [name.toLowerCase(), id]));
  return {
    themenfeld: (id) => catalogue.themenfeldById.get(id)?.name ?? null,
    leistung: (id) => leistungOf(catalogue, id)?.name ?? null,
    themenfeldId: (text) => {
      const named = byName.get(text.toLowerCase());
      if (named !== undefined) return named;
      return catalogue.themenfeldById.has(Number(text)) ? Number(text) : null;
    },
    leistungId: (text) => leistungOf(catalogue, /^L\d{5}(?=\s|$)/i.exec(text)?.[0] ?? text)?.id ?? null,
  };
}

/** The same for whoever writes: with the fields as they are worded for a house. */
export async function leserOf(
  { catalogue, clock, felderOf }: Pick<ProjectsDeps, 'catalogue' | 'clock' | 'felderOf'>,
  { anbieter }: Lead,
): Promise<Nachschlag & Namen> {
  const felder = await felderOf(anbieter.tenant);
  return { ...nachschlagOf(await catalogue()), felder, heute: clock.today() };
}

function leistungOf(catalogue: Catalogue, text: string) {
  const found = resolveLeistung(catalogue, text);
  return found.ok ? found.value : null;
}
