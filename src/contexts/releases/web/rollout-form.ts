import { html } from 'hono/html';
import { ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
import { formField, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  fieldset,
  form,
  inputField,
  linkButton,
  problemsOf,
  selectField,
  textareaField,
} from '#ui';
import { invalid } from '../errors.ts';
import type { Dienststand } from '../use-cases/read-fassungen.ts';
import type { Rolloutwunsch } from '../use-cases/vorschau.ts';

const fields = ['fassung', 'pilot', 'pilotAb', 'welle1', 'welle1Ab', 'welle2', 'welle2Ab', 'alleAb'] as const;
export type Typed = Readonly<Record<(typeof fields)[number], string>>;

export function typedIn(values: URLSearchParams): Typed {
  const entries = fields.map((name) => [name, formField(values, name)] as const);
  return Object.fromEntries(entries) as Typed;
}

export function startingWith(stand: Dienststand, query: URLSearchParams): Typed {
  const newest = stand.fassungen.find(({ angebot }) => !angebot.zurueckgezogen)?.angebot.fassung ?? '';
  const typed = typedIn(query);
  return { ...typed, fassung: typed.fassung || newest };
}

const words = (text: string) =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Reads the rings; a wave without Kommunen and without a day is none. */
export function wunschOf(dienst: string, typed: Typed): Result<Rolloutwunsch> {
  const day = (field: 'pilotAb' | 'welle1Ab' | 'welle2Ab' | 'alleAb') => {
    const read = parseLocalDate(typed[field]);
    return read.ok
      ? read
      : refuse({ field, message: 'Bitte nennen Sie den Tag, an dem dieser Ring beginnt.' });
  };
  const waves = ([1, 2] as const).filter((nr) => typed[`welle${nr}`] !== '' || typed[`welle${nr}Ab`] !== '');
  const [pilotAb, alleAb] = [day('pilotAb'), day('alleAb')];
  const days = waves.map((nr) => [nr, day(`welle${nr}Ab`)] as const);
  const problems = [pilotAb, ...days.map(([, read]) => read), alleAb].flatMap((read) =>
    read.ok ? [] : [read.refusal],
  );
  if (!pilotAb.ok || !alleAb.ok || problems.length > 0) return refuse(invalid(problems));
  return ok({
    dienst,
    fassung: typed.fassung,
    pilot: { name: 'Pilotkommunen', ab: pilotAb.value, kommunen: words(typed.pilot) },
    wellen: days.flatMap(([nr, read]) =>
      read.ok ? [{ name: `Welle ${nr}`, ab: read.value, kommunen: words(typed[`welle${nr}`]) }] : [],
    ),
    alleAb: alleAb.value,
  });
}

export function ringForm(stand: Dienststand, request: PageRequest, typed: Typed, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const open = stand.fassungen.filter(({ angebot }) => !angebot.zurueckgezogen);
  const day = (name: keyof Typed, label: string, optional = false) =>
    inputField({ name, label, type: 'date', optional, value: typed[name], error: errorOf(problems, name) });
  const kommunen = (name: keyof Typed, label: string, hint: string, optional = false) =>
    textareaField({
      name,
      label,
      hint,
      optional,
      rows: 3,
      value: typed[name],
      error: errorOf(problems, name),
    });
  const hint = 'Namen oder Schlüssel, durch Komma oder Zeilen getrennt.';
  return form(
    {
      action: `/fassungen/${stand.dienst}/ausrollen/vorschau`,
      csrfToken: request.csrfToken,
      label: 'Ausrollung planen',
    },
    html`${selectField({
      name: 'fassung',
      label: 'Fassung',
      placeholder: null,
      value: typed.fassung,
      options: open.map(({ angebot: { fassung } }) => ({ value: fassung, label: `Fassung ${fassung}` })),
      error: errorOf(problems, 'fassung'),
    })}
    ${fieldset('Pilotkommunen', html`${kommunen('pilot', 'Kommunen', `${hint} Sie bekommen die Fassung zuerst.`)}${day('pilotAb', 'Ab')}`)}
    ${fieldset('Welle 1', html`${kommunen('welle1', 'Kommunen', hint, true)}${day('welle1Ab', 'Ab', true)}`)}
    ${fieldset('Welle 2', html`${kommunen('welle2', 'Kommunen', hint, true)}${day('welle2Ab', 'Ab', true)}`)}
    ${day('alleAb', 'Alle übrigen ab')}
    ${buttonRow(button('Vorschau zeigen'), linkButton('Abbrechen', `/fassungen/${stand.dienst}`, { kind: 'tertiary' }))}`,
  );
}
