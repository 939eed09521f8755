import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  button,
  errorOf,
  form,
  inputField,
  problemsOf,
  refusalNotice,
  textareaField,
  textLink,
} from '#ui';
import {
  needsDay,
  needsReason,
  type SchrittArt,
  schrittArten,
  uebergaenge,
  type Zustand,
} from '../domain/zustand.ts';
import { schrittLabel } from '../messages.ts';
import type { Beteiligung } from '../use-cases/participation.ts';
import { address } from './wer.ts';

const hints: Readonly<Record<SchrittArt, string>> = {
  oeffnen: 'Ab jetzt sehen die Kommunen die Abfrage. Welche Kommune wonach gefragt wird, steht damit fest.',
  verlaengern: 'Alle bekommen mehr Zeit. Antworten bis zum neuen Tag gelten als rechtzeitig.',
  nachfrist: 'Antworten werden weiter angenommen und als verspätet gekennzeichnet.',
  schliessen: 'Es werden keine Antworten mehr angenommen. Was schon da ist, bleibt.',
  auswerten: 'Die Zahlen stehen dann fest und gehen in Prioritäten und Planung ein.',
  veroeffentlichen: 'Alle betreuten Kommunen sehen das Ergebnis: Zahlen, keine einzelnen Antworten.',
  zurueck: 'Mit Begründung. Nichts geht verloren.',
};

/** The step that comes next, as on the straight way. */
const straight: Readonly<Record<Zustand, SchrittArt | null>> = {
  entwurf: 'oeffnen',
  offen: 'schliessen',
  nachfrist: 'schliessen',
  geschlossen: 'auswerten',
  ausgewertet: 'veroeffentlichen',
  veroeffentlicht: null,
};

/** Where a published survey goes on. */
const weiter = html`<p class="kern-body lw-measure">Die Abfrage ist fertig. Der Bedarf zählt jetzt in ${textLink('/prioritaeten', 'den Prioritäten')}; was gebraucht wird und noch niemand plant, steht unter ${textLink('/planung/massnahmen/bedarf', 'Maßnahmen aus dem Bedarf')}.</p>`;

/** A form for every step that can be taken; `refused` stands at the one that was. */
export function schrittForms(
  request: PageRequest,
  { umfrage, zustand, zahlen }: Beteiligung,
  refused: { readonly art: string; readonly reason: Refusal } | null,
) {
  const possible = schrittArten.filter((art) => uebergaenge[zustand][art] !== undefined);
  const missed = zustand === 'geschlossen' && zahlen.freigegeben < umfrage.quorum;
  const one = (art: SchrittArt) =>
    schrittForm(request, umfrage, {
      art,
      zustand,
      missed,
      reason: refused?.art === art ? refused.reason : null,
    });
  const first = straight[zustand];
  return html`${refusalNotice(refused && noticeOf(refused.art, refused.reason))}${first ? one(first) : weiter}${possible
    .filter((art) => art !== first)
    .map((art) => accordion({ title: schrittLabel[art], body: one(art), open: refused?.art === art }))}`;
}

/** The refusal with its links to the fields of that step; opening has none of its own. */
function noticeOf(art: string, reason: Refusal): Refusal {
  const { fields = [], ...rest } = reason;
  if (art === 'oeffnen') return { ...rest, message: fields[0]?.message ?? rest.message };
  return { ...rest, fields: fields.map(({ field, message }) => ({ field: `${field}-${art}`, message })) };
}

interface Angebot {
  readonly art: SchrittArt;
  readonly zustand: Zustand;
  readonly missed: boolean;
  readonly reason: Refusal | null;
}

function schrittForm(
  { csrfToken, form: sent }: PageRequest,
  { id, fassung }: Beteiligung['umfrage'],
  { art, zustand, missed, reason }: Angebot,
) {
  const problems = problemsOf(reason);
  const typed = (name: string) => (reason ? (sent.get(name) ?? '') : '');
  const asksReason = needsReason(zustand, art) || (art === 'auswerten' && missed);
  return form(
    {
      action: address(id, 'schritt'),
      csrfToken,
      hidden: { art, fassung: String(fassung) },
      label: schrittLabel[art],
    },
    html`<p class="kern-body">${hints[art]}</p>${
      art === 'auswerten' && missed
        ? html`<p class="kern-body"><strong>Das Quorum ist nicht erreicht.</strong> Bitte sagen Sie, warum trotzdem ausgewertet wird.</p>`
        : ''
    }${
      needsDay(zustand, art)
        ? inputField({
            name: 'tag',
            id: `feld-tag-${art}`,
            label: 'Neuer letzter Tag',
            type: 'date',
            value: typed('tag'),
            error: errorOf(problems, 'tag'),
          })
        : ''
    }${
      asksReason
        ? textareaField({
            name: 'grund',
            id: `feld-grund-${art}`,
            label: 'Warum?',
            rows: 2,
            maxLength: 1000,
            value: typed('grund'),
            error: errorOf(problems, 'grund'),
          })
        : ''
    }${button(schrittLabel[art], { kind: art === straight[zustand] ? 'primary' : 'secondary' })}`,
  );
}
