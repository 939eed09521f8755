import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { badge, checkboxGroup, descriptionList, formatInstant, inputField, section } from '#ui';
import type { Inhalt } from '../domain/antrag.ts';
import { askablesOf } from '../domain/nachreichung.ts';
import type { Nachforderung } from '../store/nachforderungen.ts';
import type { EingangDetail } from '../use-cases/read.ts';
import { words } from './words.ts';

/** What can be asked for once more, section by section, and until when. */
export function askedFields(
  inhalt: Inhalt,
  typed: URLSearchParams,
  errorIn: (name: string) => string | null,
) {
  const askables = askablesOf(inhalt);
  const sections = [...new Set(askables.map(({ section: title }) => title))];
  const groups = sections.map((title, index) =>
    checkboxGroup({
      name: 'felder',
      // The summary of errors leads to the first one.
      id: index === 0 ? 'feld-nachfordern-felder' : `feld-nachfordern-felder-${index}`,
      label: title,
      values: typed.getAll('felder'),
      error: index === 0 ? errorIn('felder') : null,
      options: askables
        .filter((one) => one.section === title)
        .map(({ place, titel, answer }) => ({ value: place, label: titel, hint: short(answer) })),
    }),
  );
  return html`<p class="kern-body lw-measure">Was soll nachgereicht werden? Die antragstellende Person bekommt nur diese Fragen noch einmal.</p>${groups}${inputField(
    {
      name: 'frist',
      id: 'feld-nachfordern-frist',
      label: 'Frist',
      type: 'date',
      hint: 'Was später kommt, wird angenommen und als verspätet gekennzeichnet. Erinnert wird einmal, kurz vor dem Ende der Frist.',
      value: typed.get('frist'),
      error: errorIn('frist'),
    },
  )}`;
}

/** Long answers would hide the question. */
function short(answer: string): string {
  return answer.length > 80 ? `${answer.slice(0, 79)}…` : answer;
}

/** What was asked for once more, and what came of it. */
export function askedPart({ nachforderungen }: EingangDetail) {
  if (nachforderungen.length === 0) return '';
  return section('Nachforderungen', html`${nachforderungen.map(one)}`);
}

function one(asked: Nachforderung) {
  return descriptionList([
    ['Stand', standOf(asked)],
    ['Gestellt', formatInstant(asked.gestelltAm)],
    ['Frist', formatLocalDate(asked.frist)],
    ['Erinnert', asked.erinnertAm === null ? null : formatInstant(asked.erinnertAm)],
    ['Grund', html`${words(asked.grund)}`],
    ['Verlangt', html`${words(asked.felder.map(({ titel }) => titel).join('\n'))}`],
  ]);
}

function standOf({ zustand, erledigtAm, verspaetet }: Nachforderung) {
  const when = erledigtAm === null ? '' : ` am ${formatInstant(erledigtAm)}`;
  if (zustand === 'offen') return badge('warning', 'offen');
  if (zustand === 'zurueckgenommen') return html`${badge('info', 'beendet')}${when}, ohne Antwort`;
  return html`${badge('success', 'beantwortet')}${when}${verspaetet ? html` ${badge('warning', 'nach der Frist')}` : ''}`;
}
