import { missingInForm, readNamedValues } from '#fields';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import {
  ohneIntern,
  type Projektfassung,
  type Projektinhalt,
  type Projektintern,
} from '../domain/projekt.ts';
import { pruefe } from '../domain/pruefen.ts';
import { changedMeanwhile, idTaken, invalidProjekt, ledByOther, projektUnknown } from '../errors.ts';
import { eigenesPrefix, type Felder, feldLabel } from '../felder/feldnamen.ts';
import type { Nachschlag, ProjektTeile } from '../felder/lesen.ts';
import { interneTexte, type Namen, oeffentlicheTexte } from '../felder/schreiben.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { feldwerteOf } from '../projekt-art.ts';
import { insertFassung, insertIntern, internOf, readProjekt, verlaufOf } from '../store-projekt.ts';
import type { Lead } from './actors.ts';
import { freieKennung } from './kennung.ts';
import { leserOf } from './nachschlag.ts';
import { unknownProblems } from './unknown-problems.ts';

/** What a project is to become. Without `grundlage` it is new; otherwise that is the Fassung that the person read. */
export interface SaveInput extends ProjektTeile {
  /** For a new project: its id, or `null` where the title makes one. */
  readonly id: string | null;
  readonly grundlage: number | null;
}

type SaveDeps = Pick<ProjectsDeps, 'db' | 'clock' | 'demo' | 'catalogue' | 'loesungNamen' | 'felderOf'>;

/** Begins a project or changes it; what it was before stays. An entry that nobody leads is led from then on. */
export async function saveProjekt(
  deps: SaveDeps,
  lead: Lead,
  input: SaveInput,
): Promise<Result<Projektfassung>> {
  const save = await projektSaver(deps, lead);
  return deps.db.withReference(lead.actor, (tx) => save(tx, input), lead.anbieter.tenant);
}

/** Saves projects within a transaction of the leading house in scope reference. */
export async function projektSaver(
  deps: Omit<SaveDeps, 'db'>,
  lead: Lead,
): Promise<(tx: Tx, input: SaveInput) => Promise<Result<Projektfassung>>> {
  const { clock, demo } = deps;
  const namen = await leserOf(deps, lead);
  return async (tx, given) => {
    const base = await grundlageOf(tx, lead, given, namen);
    const checked = await pruefeAlles(deps, namen, base.ok ? base.value : null, given);
    if (!checked.ok) return checked;
    if (!base.ok) return base;
    const current = base.value;
    const input = { ...given, inhalt: checked.value };
    const next = nextOf(current, input, {
      id: current?.id ?? input.id ?? (await freieKennung(tx, input.inhalt.titel)),
      tenant: lead.anbieter.tenant,
      haus: lead.anbieter.name,
      stand: clock.today(),
      angegebenAm: clock.now(),
      demo,
    });
    return writeNext(tx, current, next, input.intern, namen);
  };
}

/** Writes a Fassung that says something new; otherwise the present one stays. */
async function writeNext(
  tx: Tx,
  current: Projektfassung | null,
  next: Projektfassung,
  intern: Projektintern,
  namen: Namen,
): Promise<Result<Projektfassung>> {
  const changed = await changedFields(tx, current, { inhalt: next.inhalt, intern }, namen);
  if (current && changed.length === 0) return ok(current);
  if (!(await insertFassung(tx, next))) return refuse(current ? changedMeanwhile([]) : idTaken(next.id));
  await insertIntern(tx, next, intern);
  await recordAudit(tx, {
    action: current ? 'projects.projekt.changed' : 'projects.projekt.begun',
    object: { type: 'projects.projekt', id: next.id },
    summary: { fassung: next.fassung, felder: changed },
  });
  return ok(next);
}

/** The content as it is kept, or everything that is wrong with it. */
async function pruefeAlles(
  { clock, loesungNamen }: Pick<SaveDeps, 'clock' | 'loesungNamen'>,
  namen: Nachschlag & Namen,
  current: Projektfassung | null,
  { inhalt: given, intern }: ProjektTeile,
): Promise<Result<Projektinhalt>> {
  const { felder, heute } = namen;
  const own = readNamedValues(felder, given.felder, current?.inhalt.felder ?? {}, heute);
  const inhalt = { ...given, felder: own.werte };
  const problems = [
    ...pruefe(inhalt, intern, clock.today()),
    ...(await unknownProblems(loesungNamen, inhalt, namen)),
    ...own.problems,
  ];
  const told = new Set(problems.map(({ field }) => field));
  const missing = missingInForm(felder, feldwerteOf(inhalt, intern), heute);
  const all = [...problems, ...missing.filter(({ field }) => !told.has(field))];
  return all.length > 0 ? refuse(invalidProjekt(all)) : ok(inhalt);
}

/** What a project becomes; its source and whether it is invented stay with it. */
function nextOf(
  current: Projektfassung | null,
  { inhalt }: SaveInput,
  { demo, ...head }: Omit<Projektfassung, 'fassung' | 'inhalt'> & { readonly demo: boolean },
): Projektfassung {
  return {
    ...head,
    fassung: (current?.fassung ?? 0) + 1,
    inhalt: {
      ...inhalt,
      herkunft: inhalt.herkunft ?? current?.inhalt.herkunft ?? null,
      erfunden: current?.inhalt.erfunden ?? (demo && inhalt.erfunden),
    },
  };
}

/** The project that is changed, `null` for a new one, or why it cannot be. */
async function grundlageOf(
  tx: Tx,
  { anbieter }: Lead,
  { id, grundlage }: SaveInput,
  namen: Namen,
): Promise<Result<Projektfassung | null>> {
  const current = id === null ? null : await readProjekt(tx, id);
  if (grundlage === null) return current ? refuse(idTaken(current.id)) : ok(null);
  if (current === null) return refuse(projektUnknown(id ?? ''));
  if (current.tenant !== null && current.tenant !== anbieter.tenant) return refuse(ledByOther(current.haus));
  if (current.fassung === grundlage) return ok(current);
  return refuse(changedMeanwhile(await whatTheyChanged(tx, current, grundlage, namen)));
}

/** The fields that others changed since a Fassung, each with its present value. */
async function whatTheyChanged(
  tx: Tx,
  current: Projektfassung,
  grundlage: number,
  namen: Namen,
): Promise<readonly FieldProblem[]> {
  const read = (await verlaufOf(tx, current.id, current.stand)).find(({ fassung }) => fassung === grundlage);
  if (!read) return [];
  const [before, now] = [await textsOf(tx, read, namen), await textsOf(tx, current, namen)];
  return differing(before, now).map((field) => ({
    field,
    message: `${feldLabel[field] ?? field.replace(eigenesPrefix, '')} ist jetzt „${now[field]?.replaceAll('\n', '; ') || 'leer'}“ (vorher „${before[field]?.replaceAll('\n', '; ') || 'leer'}“).`,
  }));
}

async function textsOf(tx: Tx, projekt: Projektfassung, namen: Namen): Promise<Felder> {
  const intern = (await internOf(tx, projekt.id, projekt.fassung)) ?? ohneIntern;
  return { ...oeffentlicheTexte(projekt.inhalt, namen), ...interneTexte(intern) };
}

/** The names of the fields in which two sets of texts differ. */
export function differing(before: Felder, now: Felder): readonly string[] {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names].filter((name) => (before[name] ?? '') !== (now[name] ?? ''));
}

async function changedFields(
  tx: Tx,
  current: Projektfassung | null,
  { inhalt, intern }: ProjektTeile,
  namen: Namen,
): Promise<readonly string[]> {
  const before = current ? await textsOf(tx, current, namen) : {};
  return differing(before, { ...oeffentlicheTexte(inhalt, namen), ...interneTexte(intern) });
}
