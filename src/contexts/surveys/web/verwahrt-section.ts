import { html } from 'hono/html';
import type { PageRequest } from '#platform';
import { button, buttonRow, form, formatInstant, section, table } from '#ui';
import { type Felder, freiPrefix } from '../domain/antwort.ts';
import type { Frage } from '../domain/umfrage.ts';
import { annahmeIn } from '../domain/zustand.ts';
import { zusatzLabel } from '../messages.ts';
import type { Bogen } from '../use-cases/read-bogen.ts';
import { zelltext } from '../use-cases/tabelle.ts';
import { address } from './wer.ts';

/** What a field of an answer is called on pages. */
export function feldLabel(feld: string, fragen: readonly Frage[]): string {
  if (feld === 'bedarf') return 'Bedarf';
  const own = fragen.find(({ id }) => `${freiPrefix}${id}` === feld);
  return own?.text ?? (zusatzLabel as Readonly<Record<string, string>>)[feld] ?? feld;
}

/** What was typed and could not become an answer: it stands here until somebody decides. */
export function verwahrtSection({ csrfToken }: PageRequest, bogen: Bogen, darfAntworten: boolean) {
  const { verwahrt, umfrage, zeilen, zustand } = bogen;
  if (verwahrt.length === 0) return '';
  const open = annahmeIn(zustand) !== 'nicht';
  const names = new Map(zeilen.map(({ ort }) => [ort.id, ort.name]));
  const aktuell = new Map(zeilen.map(({ ort, antwort }) => [ort.id, antwort]));
  return section(
    'Verwahrte Eingaben',
    table({
      caption: 'Eingaben, über die noch niemand entschieden hat',
      captionHidden: true,
      columns: [
        { label: 'Leistung' },
        { label: 'Eingegeben' },
        { label: 'Warum verwahrt' },
        { label: 'Entscheiden' },
      ],
      rows: verwahrt.map(({ id, leistungId, art, felder, am }) => [
        names.get(leistungId) ?? leistungId,
        html`${felderText(felder, umfrage.fragen)}<br><span class="kern-body--small kern-body--muted">${formatInstant(am)}</span>`,
        art === 'geschlossen'
          ? 'Die Frist war abgelaufen.'
          : html`Jemand anderes hatte dasselbe Feld geändert. Es gilt Fassung ${aktuell.get(leistungId)?.fassung ?? 0}.`,
        darfAntworten
          ? form(
              {
                action: address(umfrage.id, `verwahrt/${id}`),
                csrfToken,
                label: `Eingabe zu ${names.get(leistungId) ?? leistungId}`,
              },
              buttonRow(
                open
                  ? button('Übernehmen', {
                      kind: 'secondary',
                      small: true,
                      name: 'was',
                      value: 'uebernehmen',
                    })
                  : '',
                button('Verwerfen', { kind: 'tertiary', small: true, name: 'was', value: 'verwerfen' }),
              ),
            )
          : '–',
      ]),
    }),
    {
      id: 'verwahrt',
      lead: open
        ? 'Nichts davon ist verloren. Übernehmen Sie, was gelten soll.'
        : 'Nichts davon ist verloren. Übernehmen lässt es sich, sobald eine Nachfrist gilt.',
    },
  );
}

/** Fields and texts in one line each. */
export function felderText(felder: Felder, fragen: readonly Frage[]) {
  return html`${Object.keys(felder).map(
    (feld) => html`<span>${feldLabel(feld, fragen)}: ${zelltext(feld, felder) || '(leer)'}</span><br>`,
  )}`;
}
