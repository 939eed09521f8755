import { html } from 'hono/html';
import { formatCents, localDate, parseLocalDate } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  alert,
  barChart,
  button,
  buttonRow,
  fieldset,
  form,
  type Html,
  inputField,
  section,
  selectField,
  statTiles,
  table,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { rundungen } from '../domain/kostenplan.ts';
import type { Simulation } from '../domain/simulate.ts';
import { euroNumber } from '../euro.ts';
import { rundungLabel } from '../messages.ts';
import type { Manager } from '../use-cases/actors.ts';
import type { Planstand } from '../use-cases/plan.ts';
import { simuliere, type Versuch } from '../use-cases/simuliere.ts';
import { kosten, managerRoute, planHref } from './answers.ts';
import { withPlan } from './asked-plan.ts';

/** Tries out another key, somebody who joins or leaves, another rounding: before and after, nothing is kept. */
export function simulationRoutes(deps: CostsDeps): readonly PageRoute[] {
  return [
    managerRoute(deps, 'costs.simulate', 'GET', '/kosten/:dienst/simulation', (who, request) =>
      withPlan(deps, who, request, (stand) => show(deps, who, request, stand)),
    ),
  ];
}

/** What an address wants to try out; `null` where it says nothing yet. */
export function versuchOf(query: URLSearchParams, jahr: number): Versuch | null {
  const day = (name: string, otherwise: string) => {
    const parsed = parseLocalDate(formField(query, name));
    return parsed.ok ? parsed.value : localDate(otherwise);
  };
  switch (formField(query, 'was')) {
    case 'schluessel': {
      const schluessel = formField(query, 'schluessel');
      const position = formField(query, 'position') || null;
      return schluessel === '' ? null : { art: 'schluessel', position, schluessel };
    }
    case 'beitritt':
      return { art: 'beitritt', kennung: formField(query, 'ags'), ab: day('ab', `${jahr}-01-01`) };
    case 'austritt':
      return { art: 'austritt', kennung: formField(query, 'zahler'), bis: day('bis', `${jahr}-06-30`) };
    case 'rundung': {
      const rundung = rundungen.find((one) => one === query.get('rundung'));
      return rundung ? { art: 'rundung', rundung } : null;
    }
    default:
      return null;
  }
}

async function show(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const { plan } = stand;
  const { dienst, jahr, art, inhalt } = plan;
  const versuch = versuchOf(request.query, jahr);
  const found = versuch === null ? null : await simuliere(deps, who, plan, versuch);
  return page({
    title: 'Etwas ausprobieren',
    preline: `${inhalt.titel} ${jahr}`,
    lead: 'Was sich für wen ändert, wenn ein anderer Schlüssel gilt oder jemand dazukommt oder geht. Gespeichert wird nichts.',
    breadcrumb: [kosten, { label: `${inhalt.titel} ${jahr}`, href: planHref(dienst, jahr, art) }],
    wide: true,
    main: html`${found === null ? '' : found.ok ? result(found.value) : alert({ kind: 'danger', title: found.refusal.message, live: true })}${forms(request, stand)}`,
  });
}

function result({ before, after, unterschiede }: Simulation): Html {
  const changed = unterschiede.filter(({ unterschied }) => unterschied !== 0n);
  const most = changed.toSorted((a, b) => Number(abs(b.unterschied) - abs(a.unterschied))).slice(0, 12);
  const more = changed.filter(({ unterschied }) => unterschied > 0n).length;
  return section(
    'Vorher und nachher',
    html`${statTiles([
      { label: 'Zusammen vorher', value: formatCents(before.summe.brutto) },
      { label: 'Zusammen nachher', value: formatCents(after.summe.brutto) },
      { label: 'Zahlen mehr', value: String(more) },
      { label: 'Zahlen weniger', value: String(changed.length - more) },
    ])}${changed.length === 0 ? html`<p class="kern-body">Für niemanden ändert sich etwas.</p>` : chart(most)}${table(
      {
        caption: `Je Zahler, mit Umsatzsteuer${unterschiede.length > 200 ? ', die 200 größten Unterschiede' : ''}`,
        columns: [
          { label: 'Zahler', width: 'wide' },
          { label: 'Vorher', numeric: true },
          { label: 'Nachher', numeric: true },
          { label: 'Unterschied', numeric: true },
        ],
        rows: unterschiede
          .toSorted((a, b) => Number(abs(b.unterschied) - abs(a.unterschied)))
          .slice(0, 200)
          .map(({ name, vorher, nachher, unterschied }) => [
            name,
            formatCents(vorher),
            formatCents(nachher),
            unterschied > 0n ? `+${formatCents(unterschied)}` : formatCents(unterschied),
          ]),
      },
    )}`,
    { id: 'ergebnis' },
  );
}

function chart(most: Simulation['unterschiede']): Html {
  return barChart({
    id: 'unterschiede',
    caption: 'Größte Unterschiede, in Euro',
    description: 'Für die zwölf Zahler mit dem größten Unterschied: der Betrag nach der Änderung.',
    parts: most.flatMap(({ name, vorher, nachher }) => [
      { label: `${name}, vorher`, value: euroNumber(vorher), tone: 'none' as const },
      { label: `${name}, nachher`, value: euroNumber(nachher), tone: '1' as const },
    ]),
  });
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function forms({ query }: PageRequest, { plan, zusammen }: Planstand): Html {
  const { dienst, jahr, art } = plan;
  const one = (was: string, legend: string, label: string, content: Html) =>
    form(
      {
        action: `/kosten/${dienst}/simulation`,
        method: 'get',
        label: legend,
        hidden: { jahr: String(jahr), art, was },
      },
      fieldset(legend, html`${content}${buttonRow(button(label, { kind: 'secondary' }))}`),
    );
  const keys = zusammen.schluessel.map(({ id, titel }) => ({ value: id, label: titel }));
  const value = (name: string) => formField(query, name);
  return html`${one(
    'schluessel',
    'Ein anderer Schlüssel',
    'Mit diesem Schlüssel rechnen',
    html`${selectField({ name: 'position', label: 'Für', placeholder: 'alle Positionen', optional: true, value: value('position'), options: zusammen.positionen.map(({ id, titel }) => ({ value: id, label: titel })) })}${selectField({ name: 'schluessel', label: 'Schlüssel', value: value('schluessel'), options: keys })}`,
  )}${one(
    'beitritt',
    'Eine Kommune kommt dazu',
    'Beitritt rechnen',
    html`${inputField({ name: 'ags', label: 'AGS der Kommune', value: value('ags'), width: 'medium', maxLength: 8 })}${inputField({ name: 'ab', label: 'Ab', type: 'date', value: value('ab') || `${jahr}-01-01` })}`,
  )}${one(
    'austritt',
    'Ein Zahler geht',
    'Austritt rechnen',
    html`${selectField({ name: 'zahler', label: 'Zahler', value: value('zahler'), options: zusammen.zahler.map(({ kennung, name }) => ({ value: kennung, label: name })) })}${inputField({ name: 'bis', label: 'Bis', type: 'date', value: value('bis') || `${jahr}-06-30` })}`,
  )}${one(
    'rundung',
    'Eine andere Rundung',
    'Rundung rechnen',
    selectField({
      name: 'rundung',
      label: 'Rundung auf',
      value: value('rundung'),
      options: Object.entries(rundungLabel).map(([key, label]) => ({ value: key, label })),
    }),
  )}`;
}
