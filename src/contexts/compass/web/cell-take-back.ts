import { html } from 'hono/html';
import { accordion, button, checkboxField, errorOf, form, type Html, inputField } from '#ui';
import { tageNachErsatz } from '../domain/nachweis-datei.ts';
import { longestGrund } from '../domain/parse-aenderung.ts';
import type { Zelle } from '../use-cases/read-cell.ts';
import type { FormState } from './cell-form-state.ts';

/** Takes the statement back to „keine Angabe“; only where there is one about this very Leistung. */
export function takeBackForm(
  zelle: Zelle,
  { grundlage, csrfToken, problems, konflikt }: FormState,
  given: URLSearchParams,
): Html | '' {
  const { ort, stand, mitgezogenAus, nachweisDatei } = zelle;
  if (stand === null || mitgezogenAus !== null || konflikt !== null) return '';
  const file =
    nachweisDatei !== null && nachweisDatei.geloeschtAm === null
      ? ` Die Datei, die sie belegt, wird ${tageNachErsatz} Tage später gelöscht; soll sie gleich weg, löschen Sie sie bitte vorher.`
      : '';
  return accordion({
    title: 'Angabe zurücknehmen',
    open: problems.some(({ field }) => field === 'zuruecknehmen' || field === 'grundZurueck'),
    body: form(
      {
        action: `/stand/${ort.id}/zuruecknehmen`,
        csrfToken,
        hidden: { grundlage: String(grundlage) },
        label: 'Angabe zurücknehmen',
      },
      html`<p class="kern-body lw-measure">Dann gilt ab heute wieder „keine Angabe“: in Ihrer Liste, in allen Zahlen und für alle, die Ihren Stand sehen. Für die Tage davor und im Verlauf bleibt stehen, was angegeben war.${file}</p>${inputField(
        {
          name: 'grundZurueck',
          label: 'Warum?',
          hint: 'Steht im Verlauf.',
          optional: true,
          maxLength: longestGrund,
          value: given.get('grundZurueck') ?? '',
          error: errorOf(problems, 'grundZurueck'),
        },
      )}${checkboxField({
        name: 'zuruecknehmen',
        label: 'Ja, die ganze Angabe soll zurückgenommen werden.',
        error: errorOf(problems, 'zuruecknehmen'),
      })}${button('Angabe zurücknehmen', { kind: 'secondary' })}`,
    ),
  });
}
