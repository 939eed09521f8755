import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import type { StandEingabe } from '../domain/parse-aenderung.ts';
import type { Reifegradmodell } from '../domain/reifegrad.ts';
import { type StandFeld, standFelder } from '../domain/stand.ts';

/** Fields of the form that carry one value under the name of the field itself. */
const plain: ReadonlySet<StandFeld> = new Set(
  standFelder.filter((field) => !['nachweis', 'felder', 'kriterien11', 'kriterien20'].includes(field)),
);

/** What the form of a cell says. Fields that the form did not carry are not named, so they stay as they are. */
export function eingabeOf(form: URLSearchParams, modelle: Reifegradmodelle): StandEingabe {
  const eingabe: Record<string, unknown> = {};
  for (const field of plain) if (form.has(field)) eingabe[field] = form.get(field) ?? '';
  if (form.has('nachweisArt')) eingabe.nachweis = nachweisIn(form);
  Object.assign(eingabe, kriterienIn(form, 'kriterien11', modelle.modell11));
  Object.assign(eingabe, kriterienIn(form, 'kriterien20', modelle.modell20));
  // The level field stays empty where criteria decide; an empty one must not take the decided level away.
  if (eingabe.kriterien11 && eingabe.reifegrad11 === '') delete eingabe.reifegrad11;
  if (eingabe.kriterien20 && eingabe.reifegrad20 === '') delete eingabe.reifegrad20;
  const felder = [...form].filter(([name]) => name.startsWith('feld.'));
  if (felder.length > 0)
    eingabe.felder = Object.fromEntries(felder.map(([name, value]) => [name.slice('feld.'.length), value]));
  for (const field of standFelder) if (form.get(`gilt.${field}`) === 'inzwischen') delete eingabe[field];
  return eingabe;
}

function nachweisIn(form: URLSearchParams): unknown {
  const art = form.get('nachweisArt') ?? '';
  if (art === '') return null;
  const datei = form.get('nachweisDatei') ?? '';
  return { art, link: form.get('nachweisLink') ?? '', text: form.get('nachweisText') ?? '', datei };
}

function kriterienIn(
  form: URLSearchParams,
  field: 'kriterien11' | 'kriterien20',
  { kriterien }: Reifegradmodell,
): StandEingabe {
  const named = kriterien.filter(({ key }) => form.has(`${field}.${key}`));
  if (named.length === 0) return {};
  const answers = named.map(({ key }) => [key, form.get(`${field}.${key}`) ?? ''] as const);
  const filled = answers.filter(([, answer]) => answer !== '');
  return { [field]: filled.length > 0 ? Object.fromEntries(filled) : null };
}
