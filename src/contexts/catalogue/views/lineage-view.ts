import { type LocalDate, localDate, ok, type Result, refuse } from '#kernel';
import { formatLeikaKey } from '#standards/leika';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { lineageOf, successorsOf } from '../domain/nachfolge.ts';
import { leistungUnknown } from '../errors.ts';
import type { CatalogueVersions } from '../use-cases/catalogue-versions.ts';
import { resolveLeistung } from '../use-cases/resolve-leistung.ts';

/** What became of a Leistung over the Fassungen. */
export interface LineageView {
  readonly id: string;
  readonly name: string;
  /** Whether the newest Fassung holds it. */
  readonly gilt: boolean;
  readonly nachfolger: readonly { readonly id: string; readonly name: string }[];
  readonly vorgaenger: readonly { readonly id: string; readonly name: string }[];
  /** What each Fassung that named it said, oldest first. */
  readonly verlauf: readonly {
    readonly fassung: number;
    readonly stand: LocalDate;
    readonly quelle: string;
    readonly zurueckgenommen: boolean;
    readonly entfallen: boolean;
    readonly name: string;
    readonly leika: string | null;
    readonly ozgId: number | null;
    readonly typ: string | null;
  }[];
}

/** Follows a Leistung, also one that has ended, from Fassung to Fassung. */
export async function lineageView(
  catalogue: Catalogue,
  versions: CatalogueVersions,
  text: string,
  date: LocalDate,
): Promise<Result<LineageView>> {
  const id = idOf(catalogue, text);
  const [history, all] = [await versions.historyOf(id), await versions.all()];
  const newest = history.findLast(({ entfallen }) => !entfallen) ?? history.at(-1);
  if (!newest) return refuse(leistungUnknown(text, []));
  const names = new Map<string, string>();
  for (const other of [...successorsOf(catalogue, id, date), ...lineageOf(catalogue, id, date)])
    names.set(other, await nameOf(catalogue, versions, other));
  const named = (ids: readonly string[]) => ids.map((each) => ({ id: each, name: names.get(each) ?? each }));
  return ok({
    id,
    name: catalogue.leistungById.get(id)?.name ?? newest.facts.name,
    gilt: catalogue.leistungById.has(id),
    nachfolger: named(successorsOf(catalogue, id, date)),
    vorgaenger: named(lineageOf(catalogue, id, date).slice(1)),
    verlauf: history.map(({ fassung, entfallen, facts }) => {
      const said = all.find(({ nummer }) => nummer === fassung);
      return {
        fassung,
        stand: localDate(said?.stand ?? date),
        quelle: said?.saetze.leistungen?.quelle ?? '',
        zurueckgenommen: said?.zurueckgenommen !== null,
        entfallen,
        name: facts.name,
        leika: facts.leika && formatLeikaKey(facts.leika),
        ozgId: facts.ozgId,
        typ: facts.typ,
      };
    }),
  });
}

function idOf(catalogue: Catalogue, text: string): string {
  const found = resolveLeistung(catalogue, text);
  return found.ok ? found.value.id : text.trim().toUpperCase();
}

async function nameOf(catalogue: Catalogue, versions: CatalogueVersions, id: string): Promise<string> {
  const known: Pick<Leistung, 'name'> | undefined =
    catalogue.leistungById.get(id) ?? (await versions.historyOf(id)).at(-1)?.facts;
  return known?.name ?? id;
}
