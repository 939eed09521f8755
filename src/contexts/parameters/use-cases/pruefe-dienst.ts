import type { Angebot } from '#efa';
import { pinnedOnlinedienst } from '#efa';
import { wirksamAt } from '#efa/parameter';
import { type LocalDate, ok, type Result } from '#kernel';
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
  const kommunen: Kommunenbefund[] = [];
  for (const sicht of own) {
    const { ags, name, alles, facts } = sicht;
    const befunde = pruefe({
      kommune: { ags, name },
      date: tag,
      definitions,
      facts,
      wirksam: wirksamAt(facts, { date: tag }),
      plz: territory.plzByAgs.get(ags) ?? [],
      zuSchwer: deps.zuSchwer,
    });
    kommunen.push({
      ags,
      name,
      alles,
      befunde: [...(await schichtBefunde(deps, angebot, sicht, tag)), ...befunde],
    });
  }
  return ok({ dienst: angebot.dienst, titel: angebot.data.title, tag, kommunen });
}

/** Whether base, layers and values fit together, as citizens would get them. */
async function schichtBefunde(
  { efa, serve }: Pick<ParametersDeps, 'efa' | 'serve'>,
  { dienst, data }: Angebot,
  { ags, name, facts, fassung }: Sicht,
  date: LocalDate,
): Promise<readonly Befund[]> {
  const known = new Set(data.parameters.map(({ id }) => id));
  const values = Object.fromEntries(
    [...wirksamAt(facts, { date })].filter(([id]) => known.has(id)).map(([id, { wert }]) => [id, wert]),
  );
  const served = await efa.db.withPublic(async (tx) => {
    const base = await pinnedOnlinedienst(tx, dienst, fassung);
    return base && (await serve(tx, base, { ags, name, values }));
  });
  if (served === null || served.ok || !served.refusal.code.startsWith('OVERLAY')) return [];
  const at = { feld: 'schicht', ort: 'Schicht des Landes oder der Kommune' };
  return [
    befund(at, 'schicht', 'fehler', {
      text: served.refusal.message,
      abhilfe: 'Wer den Onlinedienst anbietet, veröffentlicht die Schicht für diese Fassung neu.',
    }),
  ];
}
