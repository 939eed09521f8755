import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formatLocalDate } from '#kernel';
import type { PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  errorOf,
  form,
  formatInstant,
  inputField,
  problemsOf,
  radioGroup,
  section,
  table,
  textareaField,
} from '#ui';
import { kuerzesterGrund } from '../domain/pruefe-fakt.ts';
import { faktArten } from '../domain/punkt.ts';
import { faktLabel, parteiLabel } from '../messages.ts';
import { traegtEin } from '../use-cases/begleiter.ts';
import type { Shown } from '../views/shown.ts';
import type { PunktZeile } from '../views/zeilen.ts';
import { addressOf, whoseOf } from './parts.ts';

export interface Found extends Shown {
  readonly zeile: PunktZeile;
}

/** What the probe found against the line: louder where somebody ticked it off all the same. */
export function befundAlert({ befund, stand }: PunktZeile) {
  if (befund === null) return '';
  return stand === 'erledigt'
    ? alert({
        kind: 'warning',
        title: 'Abgehakt, aber die Prüfung sagt etwas anderes.',
        body: befund,
      })
    : alert({ kind: 'info', title: 'Das findet die Prüfung.', body: befund });
}

/** When a reason has to be written. */
function grundHint({ begleiter, zeile }: Found): string {
  const { punkt, befund } = zeile;
  if (befund !== null)
    return `Nötig, solange die Prüfung etwas anderes sagt: warum der Punkt trotzdem erledigt ist, in mindestens ${kuerzesterGrund} Zeichen. Auch nötig, wenn er entfällt oder wieder geöffnet wird.`;
  if (!traegtEin(begleiter.seite, punkt.wer))
    return `Diesen Punkt erledigt: ${parteiLabel[punkt.wer]}. Schreiben Sie in mindestens ${kuerzesterGrund} Zeichen, wer ihn wann bestätigt hat.`;
  return 'Nötig, wenn der Punkt entfällt oder wieder geöffnet wird.';
}

export function stateForm(request: PageRequest, found: Found, reason: Refusal | null) {
  const { begleiter, stand, zeile } = found;
  const { punkt, fakt } = zeile;
  const problems = problemsOf(reason);
  const typed = request.form;
  const arts = faktArten.filter(
    (art) => (art !== 'entfaellt' || punkt.verzichtbar) && (art !== 'wieder-offen' || fakt !== null),
  );
  const hidden = { nummer: String(fakt?.nummer ?? 0), ...whoseOf(begleiter) };
  return form(
    {
      action: addressOf(begleiter, stand.anbindung.dienst, `checkliste/${punkt.id}`),
      csrfToken: request.csrfToken,
      hidden,
      label: 'Stand eintragen',
    },
    html`${radioGroup({
      name: 'art',
      label: 'Stand',
      options: arts.map((value) => ({ value, label: faktLabel[value] })),
      value: typed.get('art') ?? 'erledigt',
      error: errorOf(problems, 'art'),
    })}${textareaField({
      name: 'nachweis',
      label: 'Nachweis',
      optional: punkt.nachweis !== 'pflicht',
      hint: 'Aktenzeichen, Ablageort oder Adresse. Keine Zugangsdaten und keine Namen; Zugangsdaten gehören unter „Zugangsdaten“.',
      value: typed.get('nachweis') ?? proofOf(stand, punkt),
      rows: 2,
      maxLength: 1000,
      error: errorOf(problems, 'nachweis'),
    })}${
      punkt.ablauf === 'keiner'
        ? ''
        : inputField({
            name: 'gueltigBis',
            label: 'Gilt bis',
            type: 'date',
            optional: punkt.ablauf !== 'pflicht',
            hint: 'Der letzte Tag. Rechtzeitig vorher bekommen Sie eine Nachricht.',
            value: typed.get('gueltigBis'),
            error: errorOf(problems, 'gueltigBis'),
          })
    }${textareaField({
      name: 'grund',
      label: 'Grund',
      optional: true,
      hint: grundHint(found),
      value: typed.get('grund'),
      rows: 2,
      maxLength: 1000,
      error: errorOf(problems, 'grund'),
    })}${buttonRow(button('Speichern'))}`,
  );
}

/** What the order says already: nobody types it again. */
function proofOf({ auftrag }: Found['stand'], { id }: Found['zeile']['punkt']): string {
  if (auftrag === null || (id !== 'einzelabruf' && id !== 'rahmenvereinbarung')) return '';
  const am = auftrag.am === null ? '' : `, unterschrieben am ${formatLocalDate(auftrag.am)}`;
  return `Bestellung in Leitwerk${am}, vom Anbieter angenommen`;
}

export function history({ stand, zeile }: Found) {
  const facts = stand.fakten.filter(({ punkt }) => punkt === zeile.punkt.id).toReversed();
  if (facts.length === 0) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Verlauf',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Was' },
        { label: 'Wann' },
        { label: 'Haus' },
        { label: 'Nachweis oder Grund', width: 'wide' },
      ],
      rows: facts.map(({ art, am, haus, nachweis, grund }) => [
        faktLabel[art],
        formatInstant(am),
        haus,
        [nachweis, grund].filter(Boolean).join('; ') || '–',
      ]),
    }),
  );
}
