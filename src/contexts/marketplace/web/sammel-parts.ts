import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  button,
  emptyState,
  errorOf,
  form,
  formatNumber,
  inputField,
  problemsOf,
  radioGroup,
  selectField,
  table,
  textareaField,
  textLink,
} from '#ui';
import type { Sammelbestellung } from '../domain/sammelbestellung.ts';
import type { Anbietende } from '../use-cases/wer.ts';
import { dienstHref } from './parts.ts';

export const address = '/sammelbestellungen';

export interface Shown {
  readonly all: readonly Sammelbestellung[];
  readonly titles: ReadonlyMap<string, string>;
  readonly laender: readonly { readonly code: string; readonly name: string }[];
  readonly wer: Anbietende | null;
  readonly circle: number;
}

export function list({ all, titles, laender, wer }: Shown, request: PageRequest, reason: Refusal | null) {
  if (all.length === 0)
    return emptyState({
      title: 'Noch keine Bestellung für alle',
      body: 'Hier steht, welches Land oder welcher Bündler einen Onlinedienst für alle seine Kommunen bestellt hat.',
    });
  const forWhom = ({ land, ags }: Sammelbestellung) =>
    land === null
      ? `${formatNumber(ags.length)} Kommunen`
      : `alle Kommunen in ${laender.find(({ code }) => code === land)?.name ?? land}`;
  return table({
    caption: 'Bestellungen für alle Kommunen',
    captionHidden: true,
    columns: [
      { label: 'Onlinedienst', width: 'wide' },
      { label: 'Wer für wen' },
      { label: 'Rechtsgrundlage' },
      { label: 'Gilt' },
      { label: 'Kosten trägt' },
      { label: 'Stand' },
    ],
    rows: all.map((each) => [
      textLink(dienstHref(each.dienst), titles.get(each.dienst) ?? each.dienst),
      `${each.auftraggeber} für ${forWhom(each)}`,
      html`${each.rechtsgrundlage}<p class="kern-body kern-body--small kern-body--muted">unterschrieben am ${formatLocalDate(each.gezeichnetAm)} von ${each.gezeichnetVon}${each.quelle ? `, ${each.quelle}` : ''}</p>`,
      `ab ${formatLocalDate(each.gueltigVon)}${each.gueltigBis ? ` bis ${formatLocalDate(each.gueltigBis)}` : ''}`,
      each.zahlt === 'auftraggeber' ? each.auftraggeber : 'jede Kommune',
      stateOf(each, wer, request, reason),
    ]),
  });
}

function stateOf(
  each: Sammelbestellung,
  wer: Anbietende | null,
  request: PageRequest,
  reason: Refusal | null,
) {
  if (each.angenommenAm) return `angenommen am ${formatLocalDate(each.angenommenAm)}`;
  if (each.abgelehntAm) return `abgelehnt am ${formatLocalDate(each.abgelehntAm)}: ${each.grund ?? ''}`;
  if (wer?.anbieter.tenant !== each.anbieterId) return 'wartet auf den Anbieter';
  const problem = request.params.id === each.id ? errorOf(problemsOf(reason), 'grund') : null;
  return accordion({
    title: 'Antworten',
    open: problem !== null,
    body: form(
      {
        action: `${address}/${each.id}/entscheiden`,
        csrfToken: request.csrfToken,
        label: `Antwort an ${each.auftraggeber}`,
      },
      html`${button('Annehmen', { name: 'aktion', value: 'annehmen' })}${textareaField({
        name: 'grund',
        id: problem === null ? `feld-grund-${each.id}` : 'feld-grund',
        label: 'Warum nicht?',
        hint: 'Nur wenn Sie ablehnen.',
        rows: 2,
        optional: true,
        error: problem,
      })}${button('Ablehnen', { kind: 'secondary', name: 'aktion', value: 'ablehnen' })}`,
    ),
  });
}

export function orderForm(
  { titles, laender, circle }: Shown,
  { csrfToken, form: typed, params }: PageRequest,
  reason: Refusal | null,
) {
  const problems = params.id === undefined ? problemsOf(reason) : [];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(problems, name) });
  return form(
    { action: address, csrfToken, label: 'Bestellung für alle' },
    html`${selectField({
      ...field('dienst'),
      label: 'Onlinedienst',
      options: [...titles].map(([value, label]) => ({ value, label })),
    })}${selectField({
      ...field('fuer'),
      label: 'Für wen?',
      options: [
        ...(circle > 0
          ? [{ value: 'kreis', label: `die ${formatNumber(circle)} Kommunen, die Ihr Haus betreut` }]
          : []),
        ...laender.map(({ code, name }) => ({ value: code, label: `alle Kommunen in ${name}` })),
      ],
    })}${inputField({ ...field('auftraggeber'), label: 'Wer bestellt?', hint: 'Zum Beispiel „Land Nordrhein-Westfalen“.', maxLength: 200 })}${inputField(
      {
        ...field('rechtsgrundlage'),
        label: 'Rechtsgrundlage mit Datum',
        hint: 'Gesetz, Verordnung, Beschluss oder Vereinbarung.',
        maxLength: 500,
      },
    )}${inputField({ ...field('quelle'), label: 'Fundstelle', optional: true, maxLength: 500 })}${inputField({
      ...field('gueltigVon'),
      label: 'Gilt ab',
      type: 'date',
    })}${inputField({ ...field('gueltigBis'), label: 'Gilt bis', type: 'date', optional: true })}${radioGroup(
      {
        ...field('zahlt'),
        label: 'Wer trägt die Kosten?',
        options: [
          { value: 'auftraggeber', label: 'wer bestellt' },
          { value: 'kommune', label: 'jede Kommune selbst' },
        ],
      },
    )}${inputField({ ...field('gezeichnetVon'), label: 'Wer hat unterschrieben?', hint: 'Name und Amt.', maxLength: 200 })}${inputField(
      {
        ...field('gezeichnetAm'),
        label: 'Wann?',
        type: 'date',
      },
    )}${button('Bestellung für alle eintragen')}`,
  );
}
