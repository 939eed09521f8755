import { type Leistung, resolveLeistung } from '#catalogue';
import { localDate, ok, type Result, refuse } from '#kernel';
import type { DescriptionsDeps } from '../deps.ts';
import { type Beschreibung, type MergedBeschreibung, mergeBeschreibung } from '../domain/beschreibung.ts';
import { type EigenerText, isDue, type TextEntwurf, textSprachen } from '../domain/eigener-text.ts';
import { kettenOf } from '../domain/gebiet.ts';
import { sprachUnknown } from '../errors.ts';
import { readBeschreibungen } from '../store-read.ts';
import { readEigene, readEntwuerfe, readEntwurf, readVersionen } from '../store-text.ts';
import { areaOfText } from './area-of-text.ts';
import type { TextEditor } from './text-editor.ts';
import type { TextTarget } from './write-text.ts';

type ReadDeps = Pick<DescriptionsDeps, 'db' | 'clock' | 'catalogue' | 'territory'>;

/** A line of an editor's list: what is published, what is drafted, whether it is due. */
export interface TextListRow {
  readonly leistung: Pick<Leistung, 'id' | 'name'>;
  readonly sprache: string;
  readonly text: EigenerText | null;
  readonly entwurf: TextEntwurf | null;
  readonly faellig: boolean;
}

/** The own texts of a Kommune, those that are due first. */
export async function listTexts(
  { db, catalogue, clock }: ReadDeps,
  { actor, kommune }: TextEditor,
): Promise<readonly TextListRow[]> {
  const [{ leistungById }, texts, drafts] = await Promise.all([
    catalogue(),
    db.withPublic((tx) => readEigene(tx, kommune.tenant)),
    db.withTenant(kommune.tenant, actor, readEntwuerfe),
  ]);
  const keyOf = ({ leistungId, sprache }: { leistungId: string; sprache: string }) =>
    `${leistungId} ${sprache}`;
  const textBy = new Map(texts.map((each) => [keyOf(each), each]));
  const draftBy = new Map(drafts.map((each) => [keyOf(each), each]));
  const today = clock.today();
  return [...new Set([...textBy.keys(), ...draftBy.keys()])]
    .map((key): TextListRow => {
      const [id = '', sprache = 'de'] = key.split(' ');
      const [text, entwurf] = [textBy.get(key) ?? null, draftBy.get(key) ?? null];
      const name = leistungById.get(id)?.name ?? text?.inhalt?.name ?? entwurf?.inhalt.name ?? id;
      return { leistung: { id, name }, sprache, text, entwurf, faellig: isDue(text?.inhalt ?? null, today) };
    })
    .toSorted(
      (a, b) => Number(b.faellig) - Number(a.faellig) || a.leistung.name.localeCompare(b.leistung.name, 'de'),
    );
}

/** One text with its versions, its draft, and what the levels above say. */
export interface TextDetail {
  readonly leistung: Leistung;
  readonly sprache: string;
  readonly versionen: readonly EigenerText[];
  readonly entwurf: TextEntwurf | null;
  readonly darueber: readonly Beschreibung[];
}

export async function readText(
  deps: ReadDeps,
  { actor, kommune, ars }: TextEditor,
  { leistung, sprache }: TextTarget,
): Promise<Result<TextDetail>> {
  const found = resolveLeistung(await deps.catalogue(), leistung);
  if (!found.ok) return found;
  if (!textSprachen.some((each) => each === sprache)) return refuse(sprachUnknown);
  const { id } = found.value;
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const ask = { leistungId: id, kette: kettenOf(ars), tag: deps.clock.today(), sprache };
    const all = await readBeschreibungen(tx, ask);
    return ok({
      leistung: found.value,
      sprache,
      versionen: await readVersionen(tx, kommune.tenant, id, sprache),
      entwurf: await readEntwurf(tx, id, sprache),
      darueber: all.filter((each) => each.id !== ownId(ars, id)),
    });
  });
}

/** The merged description as it would be with the draft, or as it is. */
export function preview(
  { entwurf, versionen, darueber, leistung }: TextDetail,
  editor: TextEditor,
): MergedBeschreibung | null {
  const inhalt = entwurf?.inhalt ?? versionen[0]?.inhalt ?? null;
  if (inhalt === null) return mergeBeschreibung(darueber);
  const today = (entwurf?.geaendertAm ?? versionen[0]?.veroeffentlichtAm ?? new Date(0))
    .toISOString()
    .slice(0, 10);
  const own: Beschreibung = {
    id: ownId(editor.ars, leistung.id),
    leistungId: leistung.id,
    leika: leistung.leika,
    ars: editor.ars,
    ebene: editor.kommune.ags.length === 5 ? 'Kreis' : 'Gemeinde',
    name: inhalt.name,
    sprache: inhalt.abschnitte[0]?.sprache ?? 'de',
    abschnitte: inhalt.abschnitte,
    suchbegriffe: inhalt.suchbegriffe,
    stand: localDate(today),
    redaktion: editor.kommune.name,
    quelle: 'Eigener Text',
    gueltigVon: null,
    gueltigBis: null,
  };
  return mergeBeschreibung([own, ...darueber]);
}

/** What the levels of an area say of a Leistung today. */
export interface AreaDescription {
  readonly leistung: Leistung;
  readonly ars: string;
  readonly ebenen: readonly Beschreibung[];
  readonly merged: MergedBeschreibung | null;
}

/** The description of a Leistung in an area: every level, and what citizens read of them. */
export async function describeFor(
  deps: ReadDeps,
  ask: { readonly leistung: string; readonly gebiet: string; readonly sprache: string },
): Promise<Result<AreaDescription>> {
  const found = resolveLeistung(await deps.catalogue(), ask.leistung);
  if (!found.ok) return found;
  const area = await areaOfText(deps, ask.gebiet);
  if (!area.ok) return area;
  const levels = await deps.db.withPublic((tx) =>
    readBeschreibungen(tx, {
      leistungId: found.value.id,
      kette: kettenOf(area.value),
      tag: deps.clock.today(),
      sprache: ask.sprache,
    }),
  );
  return ok({ leistung: found.value, ars: area.value, ebenen: levels, merged: mergeBeschreibung(levels) });
}

function ownId(ars: string, leistungId: string): string {
  return `eigen.${ars}.${leistungId}`;
}
