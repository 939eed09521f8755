import type { Reader } from '#compass';
import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import {
  type AbschnittKey,
  abschnittKeys,
  type GewaehlterAbschnitt,
  parseAbschnittKey,
} from '../domain/abschnitt.ts';
import { changedMeanwhile, invalidBericht, notDraft } from '../errors.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import {
  insertBericht,
  insertBestand,
  insertFassung,
  lockBericht,
  type NeueFassung,
} from '../store-berichte.ts';
import { freeze } from './freeze.ts';
import { readBerichtIn } from './read-reports.ts';

/** A report as somebody asks for it. */
export interface BerichtWunsch {
  readonly titel: string;
  readonly stichtag: string;
  readonly einleitung: string;
  readonly abschnitte: readonly { readonly key: string; readonly anmerkung: string }[];
}

/** What shall become of a report; what is not named stays. */
export interface BerichtAenderung {
  /** The version that the person had before their eyes. */
  readonly grundlage: number;
  readonly titel?: string;
  readonly einleitung?: string;
  readonly abschnitte?: BerichtWunsch['abschnitte'];
  /** Draws the figures anew, as of this day. */
  readonly stichtag?: string;
}

/** Makes a report with figures as of a day, chosen sections and the Kommune's own words. */
export async function createBericht(
  deps: ReportsDeps,
  reader: Reader,
  wunsch: BerichtWunsch,
): Promise<Result<{ readonly id: string; readonly nummer: number }>> {
  const parsed = parseText(wunsch);
  const day = parseStichtag(deps, wunsch.stichtag);
  const problems = [...(parsed.ok ? [] : parsed.refusal), ...(day.ok ? [] : day.refusal)];
  if (!parsed.ok || !day.ok) return refuse(invalidBericht(problems));
  const bestand = await freeze(deps, reader, day.value);
  if (!bestand.ok) return bestand;
  const id = newId();
  const now = deps.clock.now();
  return deps.db.withTenant(reader.kommune.tenant, reader.actor, async (tx) => {
    await lockBericht(tx, reader.kommune.tenant);
    const nummer = await insertBericht(tx, id, now);
    await insertBestand(tx, id, 1, bestand.value, now);
    await insertFassung(tx, id, parsed.value, { fassung: 1, bestand: 1, now });
    await recordAudit(tx, {
      action: 'reports.created',
      object: { type: 'reports.bericht', id },
      summary: { nummer, stichtag: day.value },
    });
    return ok({ id, nummer });
  });
}

/** Writes a new version of a draft; refuses where somebody else wrote one meanwhile. */
export async function reviseBericht(
  deps: ReportsDeps,
  reader: Reader,
  id: string,
  aenderung: BerichtAenderung,
): Promise<Result<{ readonly fassung: number }>> {
  const day = aenderung.stichtag === undefined ? ok(null) : parseStichtag(deps, aenderung.stichtag);
  if (!day.ok) return refuse(invalidBericht(day.refusal));
  const bestand = day.value === null ? null : await freeze(deps, reader, day.value);
  if (bestand !== null && !bestand.ok) return bestand;
  const now = deps.clock.now();
  return deps.db.withTenant(reader.kommune.tenant, reader.actor, async (tx) => {
    await lockBericht(tx, id);
    const found = await readBerichtIn(tx, id);
    if (!found.ok) return found;
    const { gezeigt, zustand, fassungen } = found.value;
    if (zustand !== 'entwurf') return refuse(notDraft);
    if (gezeigt.fassung !== aenderung.grundlage) return refuse(changedMeanwhile);
    const text = parseText({ ...gezeigt, ...aenderung });
    if (!text.ok) return refuse(invalidBericht(text.refusal));
    const fassung = gezeigt.fassung + 1;
    const drawn = Math.max(...fassungen.map((each) => each.bestand)) + 1;
    if (bestand) await insertBestand(tx, id, drawn, bestand.value, now);
    await insertFassung(tx, id, text.value, { fassung, bestand: bestand ? drawn : gezeigt.bestand, now });
    await recordAudit(tx, {
      action: 'reports.revised',
      object: { type: 'reports.bericht', id },
      summary: { fassung, neueZahlen: bestand !== null },
    });
    return ok({ fassung });
  });
}

function parseStichtag({ clock }: ReportsDeps, text: string): Result<LocalDate, readonly FieldProblem[]> {
  const day = text.trim() === '' ? ok(clock.today()) : parseLocalDate(text.trim());
  if (!day.ok) return refuse([{ field: 'stichtag', message: day.refusal.message }]);
  return day.value > clock.today()
    ? refuse([
        {
          field: 'stichtag',
          message: 'Der Stichtag liegt in der Zukunft. Bitte wählen Sie heute oder früher.',
        },
      ])
    : day;
}

const longest = { titel: 200, einleitung: 5000, anmerkung: 3000 } as const;

function parseText({
  titel,
  einleitung,
  abschnitte,
}: Omit<BerichtWunsch, 'stichtag'>): Result<NeueFassung, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const name = titel.trim();
  if (name.length < 3 || name.length > longest.titel)
    problems.push({ field: 'titel', message: 'Der Titel braucht 3 bis 200 Zeichen.' });
  if (einleitung.length > longest.einleitung)
    problems.push({ field: 'einleitung', message: 'Die Einleitung hat höchstens 5.000 Zeichen.' });
  const chosen = new Map<AbschnittKey, string>();
  for (const { key, anmerkung } of abschnitte) {
    const known = parseAbschnittKey(key);
    if (known === null)
      problems.push({ field: 'abschnitte', message: `Den Abschnitt „${key.slice(0, 40)}“ gibt es nicht.` });
    else if (anmerkung.length > longest.anmerkung)
      problems.push({ field: `anmerkung-${key}`, message: 'Die Anmerkung hat höchstens 3.000 Zeichen.' });
    else chosen.set(known, anmerkung.trim());
  }
  if (abschnitte.length === 0)
    problems.push({ field: 'abschnitte', message: 'Bitte wählen Sie mindestens einen Abschnitt.' });
  if (problems.length > 0) return refuse(problems);
  return ok({ titel: name, einleitung: einleitung.trim(), abschnitte: inOrder(chosen) });
}

function inOrder(chosen: ReadonlyMap<AbschnittKey, string>): readonly GewaehlterAbschnitt[] {
  return abschnittKeys.flatMap((key) => {
    const anmerkung = chosen.get(key);
    return anmerkung === undefined ? [] : [{ key, anmerkung }];
  });
}
