import type { Angebot } from '#efa';
import { pinnedOnlinedienst } from '#efa';
import { valuesAt, wirksamAt } from '#efa/parameter';
import { type LocalDate, ok, type Result } from '#kernel';
import { mapInSteps } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import type { Befund } from '../lint/befund.ts';
import { pruefe } from '../lint/lint.ts';
import { befund } from '../lint/texte.ts';
import type { Asker } from './asker.ts';
import { dienstOf } from './read-dienst.ts';
import { type Sicht, sichtenOf } from './sichten.ts';

/** What the linter found with one Kommune. */
export interface Kommunenbefund {
  readonly ags: string;
  readonly name: string;
  readonly alles: boolean;
  readonly befunde: readonly Befund[];
}

export interface Pruefung {
  readonly dienst: string;
  readonly titel: string;
  readonly tag: LocalDate;
  readonly kommunen: readonly Kommunenbefund[];
}

type Deps = Pick<ParametersDeps, 'efa' | 'betreute' | 'zuSchwer' | 'serve'>;

/** Checks the values that somebody may see: a Kommune its own, a provider those of its circle. */
export async function pruefeDienst(deps: Deps, asker: Asker, dienst: string): Promise<Result<Pruefung>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const { angebot, definitions } = found.value;
  const all = await sichtenOf(deps, asker, angebot.dienst, definitions);
  const own = all.filter(({ alles }) => alles);
  const { territory } = await deps.efa.world();
  const tag = deps.efa.clock.today();
  const schichten = await schichtBefunde(deps, angebot, own, tag);
  const kommunen = await mapInSteps(own, ({ ags, name, alles, facts }): Kommunenbefund => {
    const befunde = pruefe({
      kommune: { ags, name },
      date: tag,
      definitions,
      facts,
      wirksam: wirksamAt(facts, { date: tag }),
      plz: territory.plzByAgs.get(ags) ?? [],
      zuSchwer: deps.zuSchwer,
    });
    return { ags, name, alles, befunde: [...(schichten.get(ags) ?? []), ...befunde] };
  });
  return ok({ dienst: angebot.dienst, titel: angebot.data.title, tag, kommunen });
}

/** Whether base, layers and values fit together, as citizens would get them; each version is compiled once. */
async function schichtBefunde(
  { efa, serve }: Pick<ParametersDeps, 'efa' | 'serve'>,
  { dienst, data }: Angebot,
  sichten: readonly Sicht[],
  date: LocalDate,
): Promise<ReadonlyMap<string, readonly Befund[]>> {
  const known = new Set(data.parameters.map(({ id }) => id));
  const found = new Map<string, readonly Befund[]>();
  await efa.db.withPublic(async (tx) => {
    const bases = new Map<string, Awaited<ReturnType<typeof pinnedOnlinedienst>>>();
    for (const { ags, name, facts, fassung } of sichten) {
      const base = bases.get(fassung) ?? (await pinnedOnlinedienst(tx, dienst, fassung));
      bases.set(fassung, base);
      const values = Object.entries(valuesAt(facts, { date })).filter(([id]) => known.has(id));
      const served = base && (await serve(tx, base, { ags, name, values: Object.fromEntries(values) }));
      if (served && !served.ok && served.refusal.code.startsWith('OVERLAY'))
        found.set(ags, [schichtBefund(served.refusal.message)]);
    }
  });
  return found;
}

function schichtBefund(text: string): Befund {
  return befund({ feld: 'schicht', ort: 'Schicht des Landes oder der Kommune' }, 'schicht', 'fehler', {
    text,
    abhilfe: 'Wer den Onlinedienst anbietet, veröffentlicht die Schicht für diese Fassung neu.',
  });
}
