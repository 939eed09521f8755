import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { descriptionList, formatInstant, linkButton, section, table, textLink } from '#ui';
import type { Bericht } from '../use-cases/read-reports.ts';
import { schrittNamen } from './step-forms.ts';
import { berichtBadge } from './zustand.ts';

/** What a person wrote, an empty line begins a paragraph. */
export function paragraphs(text: string) {
  return text.split(/\n\s*\n/).map((each) => html`<p class="kern-body lw-measure">${each}</p>`);
}

/** What a report is at the moment, and its files. */
export function headSection({ id, gezeigt, zustand, bestand, gezogenAm, neueste, schritte }: Bericht) {
  const version = `?fassung=${gezeigt.fassung}`;
  return html`${descriptionList([
    ['Zustand', berichtBadge(zustand)],
    ['Begründung', zustand === 'zurueckgezogen' ? (schritte.at(-1)?.begruendung ?? '') : ''],
    ['Stichtag', formatLocalDate(bestand.stichtag)],
    ['Zahlen gezogen', `${formatInstant(gezogenAm)}, seither unverändert`],
    [
      'Fassung',
      neueste
        ? String(gezeigt.fassung)
        : html`${gezeigt.fassung}, nicht die neueste: ${textLink(`/berichte/${id}`, 'zur neuesten')}`,
    ],
  ])}<div class="lw-inline-form">${linkButton('PDF', `/berichte/${id}/pdf${version}`, { kind: 'secondary' })}${linkButton('Zahlen als CSV', `/berichte/${id}/zahlen.csv${version}`, { kind: 'secondary' })}${linkButton('Gezählte Leistungen', `/berichte/${id}/leistungen${version}`, { kind: 'secondary' })}</div>`;
}

/** Who wrote and who moved the report, the oldest first. */
export function historySection({ id, fassungen, schritte }: Bericht, wer: (actor: string) => string) {
  const rows = [
    ...fassungen.map(({ fassung, geschriebenAm, geschriebenVon, stichtag }) => ({
      at: geschriebenAm,
      cells: [
        textLink(`/berichte/${id}?fassung=${fassung}`, `Fassung ${fassung} geschrieben`),
        formatInstant(geschriebenAm),
        wer(geschriebenVon),
        `Stichtag ${formatLocalDate(stichtag)}`,
      ],
    })),
    ...schritte.map(({ art, fassung, gegangenAm, gegangenVon, begruendung }) => ({
      at: gegangenAm,
      cells: [
        `Fassung ${fassung} ${schrittNamen[art]}`,
        formatInstant(gegangenAm),
        wer(gegangenVon),
        begruendung ?? '–',
      ],
    })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return section(
    'Was mit diesem Bericht geschah',
    table({
      caption: 'Fassungen und Schritte',
      captionHidden: true,
      columns: [{ label: 'Was' }, { label: 'Wann' }, { label: 'Wer' }, { label: 'Dazu' }],
      rows: rows.map(({ cells }) => cells),
    }),
  );
}
