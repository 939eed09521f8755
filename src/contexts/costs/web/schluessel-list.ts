import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusedPage } from '#platform';
import {
  badge,
  button,
  buttonRow,
  emptyState,
  form,
  linkButton,
  refusalNotice,
  section,
  selectField,
  table,
  textLink,
} from '#ui';
import type { CostsDeps } from '../costs-deps.ts';
import { type Schluesseltabelle, summeText } from '../domain/schluesseltabelle.ts';
import { schluesselartLabel } from '../messages.ts';
import type { Manager } from '../use-cases/actors.ts';
import { fertigeSchluessel } from '../use-cases/fertige-schluessel.ts';
import { schluesselOf } from '../use-cases/schluessel.ts';
import { flashOf, kosten, schluesselPath } from './answers.ts';

export async function list(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const own = await schluesselOf(deps, who);
  const content = {
    title: 'Verteilungsschlüssel',
    lead: 'Tabellen, nach denen Kosten verteilt werden: von welchem Tag, aus welcher Quelle. Jede Änderung ist eine neue Fassung.',
    breadcrumb: [kosten],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${table({
      caption: 'Verteilungsschlüssel',
      captionHidden: true,
      columns: [
        { label: 'Schlüssel', width: 'wide' },
        { label: 'Art' },
        { label: 'Zahler', numeric: true },
        { label: 'Summe', numeric: true },
        { label: 'Stand' },
        { label: 'Quelle', width: 'wide' },
      ],
      rows: own.map((one) => [
        html`${textLink(`${schluesselPath}/${one.id}`, one.name)}${marksOf(one)}`,
        schluesselartLabel[one.art],
        String(Object.keys(one.gewichte).length),
        summeText(one),
        one.stand === null ? String(one.jahr) : formatLocalDate(one.stand),
        one.quelle.title || '–',
      ]),
      empty: emptyState({
        title: 'Noch kein Schlüssel',
        body: 'Übernehmen Sie einen fertigen, oder lesen Sie eine Tabelle ein.',
      }),
    })}${buttonRow(linkButton('Tabelle einlesen', `${schluesselPath}/einlesen`, { kind: 'secondary' }))}${await ready(deps, request)}`,
  };
  return reason === null ? page(content) : refusedPage(content, reason);
}

function marksOf({ annahme, renormiert }: Schluesseltabelle) {
  return html`${annahme ? html` ${badge('warning', 'Annahme')}` : ''}${renormiert ? html` ${badge('info', 'auf 100 umgerechnet')}` : ''}`;
}

export async function ready(deps: CostsDeps, { csrfToken }: PageRequest) {
  const options = (await fertigeSchluessel(deps)).map(({ id, name }) => ({ value: id, label: name }));
  return section(
    'Fertige Schlüssel',
    form(
      {
        action: `${schluesselPath}/uebernehmen`,
        csrfToken,
        label: 'Fertigen Schlüssel übernehmen',
      },
      html`${selectField({ name: 'schluessel', label: 'Schlüssel', options })}${buttonRow(button('Übernehmen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Mitgeliefert mit Stand und Quelle, oder aus den Einwohnerzahlen dieser Installation.' },
  );
}
