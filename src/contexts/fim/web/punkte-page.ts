import { html } from 'hono/html';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  badge,
  button,
  buttonRow,
  descriptionList,
  form,
  formatInstant,
  formatNumber,
  type Html,
  inputField,
  progress,
} from '#ui';
import type { Maschinenregel } from '../domain/bericht.ts';
import { type HakenStand, hakenStaende, type Punktstand } from '../domain/haken.ts';
import type { FimDeps } from '../fim-deps.ts';
import { punktartLabel, standLabel, verstandenLabel } from '../messages.ts';
import { hakeAb } from '../use-cases/abhaken.ts';
import type { Author } from '../use-cases/author.ts';
import type { Schemadetail } from '../use-cases/read-schema.ts';
import { labelsOf, lesbar } from '../views/lesbar.ts';
import { askedSchema, authorRoute, done, flashOf, schemaHref } from './route.ts';
import { schemaFrame } from './schema-frame.ts';

/** What a person has to look at after an import, and the ticks. */
export function punkteRoutes(deps: FimDeps): readonly PageRoute[] {
  const path = '/:id/:version/arbeitspunkte';
  return [
    authorRoute('fim.points', 'GET', path, (author, request) => list(deps, author, request)),
    authorRoute('fim.tick', 'POST', path, (author, request) => tick(deps, author, request)),
  ];
}

async function list(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const detail = await askedSchema(deps, author, request);
  if (!detail.ok) return refusal(detail.refusal);
  const { punkte } = detail.value;
  const finished = punkte.filter(({ stand }) => stand !== 'offen').length;
  const main =
    punkte.length === 0
      ? html`<p class="kern-body">Dieses Schema lässt nichts offen.</p>`
      : html`<div class="lw-stack">${progress({ label: 'Abgehakt', value: finished, max: punkte.length, text: `${formatNumber(finished)} von ${formatNumber(punkte.length)} Arbeitspunkten` })}
${punkte.map((punkt, index) => punktCard(detail.value, request, punkt, index))}</div>`;
  return page({
    ...schemaFrame(
      detail.value,
      '/arbeitspunkte',
      main,
      'Was das Schema in Worten sagt, und was das Formular daraus macht. Haken Sie ab, was Sie geprüft haben; Ihr Name und die Zeit bleiben dabei stehen.',
    ),
    ...flashOf(request),
  });
}

const looks = { ganz: 'success', angenaehert: 'warning', teilweise: 'warning', nicht: 'danger' } as const;

function punktCard(detail: Schemadetail, request: PageRequest, stand: Punktstand, index: number): Html {
  const { punkt } = stand;
  const labels = labelsOf(detail.uebernahme);
  const id = `punkt-${index + 1}`;
  return html`<section class="lw-section" aria-labelledby="${id}"><h2 class="kern-heading-small" id="${id}">${punkt.titel}</h2>
<p>${badge('neutral', punktartLabel[punkt.art])} ${badge(stand.stand === 'offen' ? 'warning' : 'success', standLabel[stand.stand])} ${punkt.art === 'regel' ? badge(looks[punkt.verstanden], verstandenLabel[punkt.verstanden]) : ''}</p>
${descriptionList([
  ['Kennung', punkt.fimId],
  ['Das Schema sagt', absaetze(punkt.text || 'Kein Text.')],
  ['Das Formular tut', maschine(punkt.maschinenregeln, labels)],
  [
    'Stellen',
    punkt.orte.length === 1
      ? punkt.orte[0]
      : html`${punkt.orte.map((ort, at) => html`${at > 0 ? html`<br>` : ''}${ort}`)}`,
  ],
  ['Zuletzt', zuletzt(stand)],
])}
${tickForm(detail, request, stand)}</section>`;
}

function maschine(regeln: readonly Maschinenregel[], labels: ReadonlyMap<string, string>): Html {
  if (regeln.length === 0) return html`Nichts. Das steht noch aus.`;
  return html`${regeln.map(
    ({ ort, feld, wirkung, ausdruck }, index) =>
      html`${index > 0 ? html`<br>` : ''}${ort} ${wirkung}: ${lesbar(ausdruck, labels)} <span class="kern-body--muted">(${feld})</span>`,
  )}`;
}

/** Free text keeps its lines. */
function absaetze(text: string): Html {
  return html`${text.split(/\n+/).map((line, index) => html`${index > 0 ? html`<br>` : ''}${line.trim()}`)}`;
}

function zuletzt({ haken, textGeaendert }: Punktstand): Html | '' {
  if (haken === null) return '';
  const said = `${standLabel[haken.stand]} von ${haken.person}, ${formatInstant(haken.angegebenAm)}`;
  const note = haken.notiz === '' ? '' : `: ${haken.notiz}`;
  return html`${said}${note}${textGeaendert ? '. Der Text hat sich seitdem geändert, deshalb ist der Punkt wieder offen.' : ''}`;
}

function tickForm({ fassung }: Schemadetail, { csrfToken }: PageRequest, { punkt, stand }: Punktstand): Html {
  return form(
    {
      action: schemaHref(fassung, '/arbeitspunkte'),
      csrfToken,
      label: `Stand: ${punkt.titel}`,
      hidden: { schluessel: punkt.schluessel },
    },
    html`${inputField({
      name: 'notiz',
      id: `notiz-${punkt.schluessel.replace(/[^A-Za-z0-9]+/g, '-')}`,
      label: 'Notiz',
      optional: true,
    })}${stand === 'offen' ? buttonRow(set('Abhaken', 'erledigt'), set('Nicht nötig', 'entfaellt')) : buttonRow(set('Wieder öffnen', 'offen'))}`,
  );
}

function set(label: string, stand: HakenStand): Html {
  return button(label, { kind: 'secondary', name: 'stand', value: stand });
}

async function tick(deps: FimDeps, author: Author, request: PageRequest): Promise<PageAnswer> {
  const asked = formField(request.form, 'stand');
  const stand = hakenStaende.find((each) => each === asked) ?? 'offen';
  const { id = '', version = '' } = request.params;
  const said = await hakeAb(deps, author, {
    id,
    version,
    schluessel: formField(request.form, 'schluessel'),
    stand,
    notiz: formField(request.form, 'notiz'),
  });
  return said.ok ? done(`${schemaHref({ id, version })}/arbeitspunkte`, 'abgehakt') : refusal(said.refusal);
}
