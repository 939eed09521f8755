import type { Refusal, Result } from '#kernel';
import { numberIn, type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { formatInstant } from '#ui';
import type { Felder } from '../domain/antwort.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from '../use-cases/people.ts';
import { readBogen } from '../use-cases/read-bogen.ts';
import {
  type Antwortwunsch,
  type Gespeichert,
  saveAntwort,
  saveAntworten,
} from '../use-cases/save-antwort.ts';
import { zelltext } from '../use-cases/tabelle.ts';
import { takeDefaults } from '../use-cases/take-defaults.ts';
import type { Zurueckgegeben } from './bogen-felder.ts';
import { readWahl, wahlQuery } from './bogen-filter.ts';
import { bogenContent } from './bogen-page.ts';
import { feldLabel } from './verwahrt-section.ts';
import { address } from './wer.ts';

const own = new Set(['grundlage', 'gelesen', 'bestaetigt']);

/** What a form says about one Leistung; `null` where nothing was typed and nothing confirmed. */
export function wunschIn(form: URLSearchParams, leistungId: string): Antwortwunsch | null {
  const prefix = `${leistungId}.`;
  const felder: Record<string, string> = {};
  for (const [name, text] of form)
    if (name.startsWith(prefix) && !own.has(name.slice(prefix.length)))
      felder[name.slice(prefix.length)] = text;
  const gelesen = seen(form.get(`${prefix}gelesen`));
  const grundlage = numberIn(form.get(`${prefix}grundlage`));
  const typed = Object.entries(felder).some(([feld, text]) => text.trim() !== (gelesen?.[feld] ?? ''));
  const confirmed = grundlage === 0 && form.get(`${prefix}bestaetigt`) === 'ja';
  return typed || confirmed ? { leistungId, grundlage, gelesen, felder } : null;
}

/** The values that stood in the form; a form that was tampered with says nothing. */
function seen(text: string | null): Felder | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.flatMap(([name, each]) => (typeof each === 'string' ? [[name, each]] : [])),
    );
  } catch {
    return null;
  }
}

/** Saves a page of the form. Each Leistung is answered singly: what cannot be saved stands again as it was typed. */
export async function savePage(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const zeilen = request.form.getAll('zeile');
  const wuensche = zeilen.flatMap((leistungId) => wunschIn(request.form, leistungId) ?? []);
  const answers = await saveAntworten(deps, who, id, wuensche);
  const zurueck = new Map(
    wuensche.flatMap((wunsch, index) => {
      const back = zurueckOf(wunsch, answers[index]);
      return back ? [[wunsch.leistungId, back] as const] : [];
    }),
  );
  const wahl = readWahl(new URLSearchParams(request.form.get('wahl') ?? ''), who);
  if (zurueck.size > 0) {
    const bogen = await readBogen(deps, who, id);
    if (!bogen.ok) return refusal(bogen.refusal);
    const content = bogenContent(request, who, bogen.value, { wahl, heute: deps.clock.today(), zurueck });
    return page(content, [...zurueck.values()].some(({ problems }) => problems.length > 0) ? 422 : 409);
  }
  if (request.form.get('vorbelegung') === 'ja') {
    const taken = await takeDefaults(deps, who, id, zeilen);
    if (!taken.ok) return refusal(taken.refusal);
  }
  const next = request.form.get('weiter') === 'ja' ? wahl.seite + 1 : wahl.seite;
  const { to } = redirectOf(address(id, 'antworten'), wahlQuery({ ...wahl, seite: next }));
  return { kind: 'redirect', to };
}

function redirectOf(here: string, query: string) {
  return { to: `${here}?${query}&getan=gespeichert` };
}

function zurueckOf(
  { felder }: Antwortwunsch,
  answer: Result<Gespeichert> | undefined,
): Zurueckgegeben | null {
  if (!answer) return null;
  if (answer.ok)
    return answer.value.konflikte.length === 0
      ? null
      : { felder: mineOf(answer.value), problems: [], konflikte: answer.value.konflikte, message: null };
  const { fields = [], message } = answer.refusal;
  return { felder, problems: fields, konflikte: [], message };
}

/** Of a conflict only the fields in question stand again as they were typed; the rest is as saved. */
function mineOf({ konflikte }: Gespeichert): Felder {
  return Object.fromEntries(konflikte.map(({ feld, meins }) => [feld, meins]));
}

/** Saves one Leistung while somebody types; the answer tells the script what stands now. */
export async function saveOne(
  deps: SurveysDeps,
  who: Antwortende,
  request: PageRequest,
): Promise<PageAnswer> {
  const { id = '', leistung = '' } = request.params;
  const wunsch = wunschIn(request.form, leistung);
  if (wunsch === null) return { kind: 'json', body: { ok: true, text: '' } };
  const saved = await saveAntwort(deps, who, id, wunsch);
  return { kind: 'json', body: saved.ok ? savedBody(saved.value, wunsch) : refusedBody(saved.refusal) };
}

function savedBody({ antwort, konflikte, spaet }: Gespeichert, { gelesen, felder }: Antwortwunsch) {
  const mine = new Set(konflikte.map(({ feld }) => feld));
  const stands = Object.fromEntries(
    Object.entries({ ...gelesen, ...felder }).filter(([feld]) => !mine.has(feld)),
  );
  const theirs = Object.fromEntries(konflikte.map(({ feld, ihres }) => [feld, ihres]));
  const clash = konflikte
    .map(
      ({ feld, ihres }) =>
        `${feldLabel(feld, [])}: Jemand anderes schrieb „${zelltext(feld, { [feld]: ihres }) || '(leer)'}“. Ihre Eingabe ist verwahrt; ändern Sie das Feld noch einmal, wenn sie gelten soll.`,
    )
    .join(' ');
  const at = antwort ? formatInstant(antwort.angegebenAm) : '';
  return {
    ok: true,
    fassung: antwort?.fassung ?? 0,
    gelesen: { ...stands, ...theirs },
    konflikt: konflikte.length > 0,
    text: clash || `Gespeichert ${at}${spaet ? ', nach der Frist' : ''}.`,
  };
}

function refusedBody({ message, code, fields = [] }: Refusal) {
  return { ok: false, verwahrt: code === 'SURVEYS_CLOSED', text: message, felder: fields };
}
