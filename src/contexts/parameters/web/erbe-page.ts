import { html } from 'hono/html';
import { readableText, stateVorgabe } from '#efa/parameter';
import { formatLocalDate, type Refusal } from '#kernel';
import {
  formField,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  badge,
  button,
  buttonRow,
  checkboxField,
  emptyState,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  problemsOf,
  refusalNotice,
  section,
  selectField,
  table,
  textareaField,
} from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from '../use-cases/asker.ts';
import { type Erbe, erbeOf } from '../use-cases/erbe.ts';
import { ausZelle } from '../use-cases/zellen.ts';
import { askerRoute, done, flashOf, pathOf, root } from './answers.ts';

/** What Land and Kreise state for all below. */
export function erbeRoutes(deps: ParametersDeps): readonly PageRoute[] {
  const path = '/parameter/:dienst/erbe';
  return [
    askerRoute(deps, { capability: 'parameters.inherit', method: 'GET', path }, (asker, request) =>
      show(deps, asker, request, null),
    ),
    askerRoute(
      deps,
      { capability: 'parameters.inherit.state', method: 'POST', path, changes: true },
      (asker, request) => state(deps, asker, request),
    ),
  ];
}

async function state(deps: ParametersDeps, asker: Asker, request: PageRequest): Promise<PageAnswer> {
  const { form: sent, params, principal } = request;
  const { dienst = '' } = params;
  const erbe = await erbeOf(deps, asker, dienst);
  if (!erbe.ok) return refusal(erbe.refusal);
  const name = formField(sent, 'name');
  const definition = erbe.value.vorgebbar.find(({ id }) => id === name);
  const text = formField(sent, 'wert');
  const stated = await stateVorgabe(deps.efa, principal, {
    dienst,
    gebiet: formField(sent, 'gebiet'),
    name,
    wert: definition ? ausZelle(definition, text, []) : text,
    verbindlich: formField(sent, 'verbindlich') !== '',
    grundlage: formField(sent, 'grundlage'),
    giltAb: formField(sent, 'giltAb'),
  });
  return stated.ok ? done(pathOf(dienst, 'erbe'), 'vorgabe') : show(deps, asker, request, stated.refusal);
}

async function show(
  deps: ParametersDeps,
  asker: Asker,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const { dienst = '' } = request.params;
  const found = await erbeOf(deps, asker, dienst);
  if (!found.ok) return refusal(found.refusal);
  const { angebot, darf } = found.value;
  const content = {
    title: `Vorgaben: ${angebot.data.title}`,
    lead: 'Was ein Land oder ein Kreis für alle Kommunen darunter sagt: als Vorschlag, von dem jede abweichen darf, oder verbindlich. Land vor Kreis vor Kommune; wer näher dran ist, hat das letzte Wort, außer es ist verbindlich.',
    wide: true,
    breadcrumb: [root, { label: angebot.data.title, href: pathOf(dienst) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${vorgaben(found.value)}${darf === null ? '' : stateForm(found.value, request, reason, deps.efa.clock.today())}`,
    nextSteps: [{ label: 'Wer weicht ab?', href: pathOf(dienst, 'vergleich') }],
  };
  return reason ? refusedPage(content, reason) : page(content);
}

const lageBadge = { gilt: 'success', geplant: 'info', abgelöst: 'neutral' } as const;

function vorgaben({ vorgaben: all, definitions }: Erbe): Html {
  return table({
    caption: 'Vorgaben, die neueste zuerst',
    captionHidden: true,
    columns: [
      { label: 'Angabe' },
      { label: 'Wert', width: 'wide' },
      { label: 'Wer' },
      { label: 'Bindung' },
      { label: 'Grundlage' },
      { label: 'Gilt ab' },
      { label: 'Stand' },
    ],
    rows: all.map(({ name, wert, sagt, verbindlich, grundlage, giltAb, erfasstAm, lage }) => {
      const definition = definitions.find(({ id }) => id === name);
      return [
        definition?.label ?? name,
        wert === null ? 'zurückgenommen' : definition ? readableText(definition, wert) : '',
        sagt,
        verbindlich ? 'verbindlich' : 'Vorschlag',
        grundlage,
        html`${formatLocalDate(giltAb)}<br>erfasst ${formatInstant(erfasstAm)}`,
        badge(lageBadge[lage], lage),
      ];
    }),
    empty: emptyState({
      title: 'Keine Vorgabe',
      body: 'Jede Kommune legt alle Werte dieses Onlinedienstes selbst fest.',
    }),
  });
}

function stateForm(
  { angebot, vorgebbar, darf }: Erbe,
  { csrfToken, form: sent }: PageRequest,
  reason: Refusal | null,
  today: string,
): Html {
  const problems = problemsOf(reason);
  const typed = (name: string, otherwise = '') => sent.get(name) ?? otherwise;
  const fixed = typeof darf === 'object' && darf !== null ? darf.gebiet : null;
  const fields = html`${
    fixed === null
      ? inputField({
          name: 'gebiet',
          label: 'Schlüssel des Landes oder Kreises',
          hint: 'Zum Beispiel 05 für Nordrhein-Westfalen oder 05766 für den Kreis Lippe.',
          value: typed('gebiet'),
          error: errorOf(problems, 'gebiet'),
          width: 'medium',
        })
      : html`<input type="hidden" name="gebiet" value="${fixed}">`
  }${selectField({
    name: 'name',
    label: 'Angabe',
    options: vorgebbar.map(({ id, label }) => ({ value: id, label })),
    value: typed('name'),
    error: errorOf(problems, 'name'),
  })}${textareaField({
    name: 'wert',
    label: 'Wert',
    hint: 'Eine Tabelle hat eine Zeile je Staffel, die Spalten durch | getrennt: normal | 1 | 1 | 90,00. Leer nimmt die Vorgabe zurück.',
    value: typed('wert'),
    rows: 4,
    optional: true,
    error: problems.find(({ field }) => field === 'wert' || field.startsWith(typed('name', '-')))?.message,
  })}${checkboxField({ name: 'verbindlich', label: 'Verbindlich: Keine Kommune darf abweichen', checked: typed('verbindlich') !== '', optional: true })}${inputField(
    {
      name: 'grundlage',
      label: 'Grundlage',
      hint: 'Die Norm oder der Grund. Jede Kommune liest ihn beim Wert.',
      value: typed('grundlage'),
      error: errorOf(problems, 'grundlage'),
    },
  )}${inputField({ name: 'giltAb', label: 'Gilt ab', type: 'date', value: typed('giltAb', today), error: errorOf(problems, 'giltAb') })}`;
  return section(
    'Einen Wert vorgeben',
    form(
      { action: pathOf(angebot.dienst, 'erbe'), csrfToken, label: 'Einen Wert vorgeben' },
      html`${fields}${buttonRow(button('Wert vorgeben'))}`,
    ),
  );
}
