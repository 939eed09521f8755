import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  button,
  checkboxGroup,
  emptyState,
  errorOf,
  form,
  formatInstant,
  inputField,
  linkButton,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { abschnittKeys, abschnittTitel } from '../domain/abschnitt.ts';
import { done, flashOf, page, problemsOf, refusal, refusalNotice, refusedPage } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Berichtende, berichtendeOf } from '../use-cases/people.ts';
import { type BerichtKurz, berichteOf } from '../use-cases/read-reports.ts';
import { createBericht } from '../use-cases/write-report.ts';
import { berichtBadge } from './zustand.ts';

const read = { permission: 'compass.stand.read' } as const;
const write = { permission: 'reports.write' } as const;

/** All reports of the own Kommune, and the form that makes one. */
export function reportsRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.list',
      method: 'GET',
      path: '/berichte',
      access: read,
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'lesen');
        if (!who.ok) return refusal(who.refusal);
        return page(listContent(request, who.value, await berichteOf(deps, who.value.reader)));
      },
    },
    {
      capability: 'reports.create',
      method: 'GET',
      path: '/berichte/neu',
      access: write,
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'schreiben');
        return who.ok ? page(formContent(deps, request, who.value, null)) : refusal(who.refusal);
      },
    },
    {
      capability: 'reports.create',
      method: 'POST',
      path: '/berichte/neu',
      access: write,
      handle: (request) => receive(deps, request),
    },
  ];
}

async function receive(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const who = await berichtendeOf(deps, request.principal, 'schreiben');
  if (!who.ok) return refusal(who.refusal);
  const field = (name: string) => request.form.get(name) ?? '';
  const made = await createBericht(deps, who.value.reader, {
    titel: field('titel'),
    stichtag: field('stichtag'),
    einleitung: field('einleitung'),
    abschnitte: request.form.getAll('abschnitte').map((key) => ({ key, anmerkung: '' })),
  });
  return made.ok
    ? done(`/berichte/${made.value.id}`, 'angelegt')
    : refusedPage(formContent(deps, request, who.value, made.refusal), made.refusal);
}

function listContent(
  request: PageRequest,
  { reader, schreibt, gibtFrei }: Berichtende,
  berichte: readonly BerichtKurz[],
): PageContent {
  const { name, ags } = reader.kommune;
  return {
    title: `Berichte von ${name}`,
    lead: 'Der Sachstandsbericht für den Rat: Zahlen eines Tages, Ihre Worte dazu, freigegeben von einer zweiten Person.',
    ...flashOf(request),
    main: html`${berichte.length === 0 ? teaching(schreibt) : reportsTable(berichte)}${
      schreibt && berichte.length > 0 ? html`<p>${linkButton('Neuer Bericht', '/berichte/neu')}</p>` : ''
    }`,
    nextSteps: [
      { label: 'Umsetzungsstand ansehen', href: '/stand' },
      ...(gibtFrei || schreibt
        ? [{ label: 'Stand für alle veröffentlichen', href: '/berichte/oeffentlich' }]
        : []),
      { label: 'Öffentliche Seite der Kommune', href: `/kommunen/${ags}/stand` },
    ],
  };
}

function teaching(schreibt: boolean) {
  return emptyState({
    title: 'Noch kein Bericht',
    body: html`<p>In drei Schritten zum freigegebenen Bericht:</p><ol><li>Bericht anlegen: Tag und Abschnitte wählen. Die Zahlen kommen aus dem Umsetzungsstand; auch mit wenigen Angaben entsteht ein ehrlicher Bericht.</li><li>Durchlesen, eigene Sätze ergänzen, vorlegen.</li><li>Eine zweite Person mit dem Recht „Berichte freigeben“ (Verwaltungsleitung oder Administration) gibt frei.</li></ol>`,
    ...(schreibt ? { action: linkButton('Ersten Bericht anlegen', '/berichte/neu') } : {}),
  });
}

function reportsTable(berichte: readonly BerichtKurz[]) {
  return table({
    caption: 'Berichte, der neueste zuerst',
    columns: [
      { label: 'Bericht', width: 'wide' },
      { label: 'Zustand' },
      { label: 'Stichtag' },
      { label: 'Fassung', numeric: true },
      { label: 'zuletzt geändert' },
    ],
    rows: berichte.map(({ id, nummer, titel, zustand, stichtag, fassung, geaendertAm }) => [
      textLink(`/berichte/${id}`, `${nummer}. ${titel}`),
      berichtBadge(zustand),
      formatLocalDate(stichtag),
      String(fassung),
      formatInstant(geaendertAm),
    ]),
  });
}

function formContent(
  { clock }: ReportsDeps,
  { form: sent, csrfToken }: PageRequest,
  { reader }: Berichtende,
  reason: Refusal | null,
): PageContent {
  const problems = problemsOf(reason);
  const typed = sent.size > 0;
  const heute = clock.today();
  return {
    title: 'Neuer Sachstandsbericht',
    preline: 'Berichte',
    lead: 'Die Zahlen werden jetzt gezogen und ändern sich in diesem Bericht nicht mehr. Alle Texte können Sie danach noch ergänzen.',
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    main: html`${refusalNotice(reason)}${section(
      'Was soll im Bericht stehen?',
      form(
        { action: '/berichte/neu', csrfToken, label: 'Bericht anlegen' },
        html`${inputField({
          name: 'titel',
          label: 'Titel',
          value: typed
            ? sent.get('titel')
            : `Sachstandsbericht zur Umsetzung des OZG, ${reader.kommune.name}`,
          maxLength: 200,
          error: errorOf(problems, 'titel'),
        })}${inputField({
          name: 'stichtag',
          label: 'Stichtag',
          type: 'date',
          hint: 'Was bis zu diesem Tag galt, zählt.',
          value: typed ? sent.get('stichtag') : heute,
          max: heute,
          error: errorOf(problems, 'stichtag'),
        })}${checkboxGroup({
          name: 'abschnitte',
          label: 'Abschnitte',
          options: abschnittKeys.map((key) => ({ value: key, label: abschnittTitel[key] })),
          values: typed ? sent.getAll('abschnitte') : [...abschnittKeys],
          error: errorOf(problems, 'abschnitte'),
        })}${textareaField({
          name: 'einleitung',
          label: 'Einleitung',
          hint: 'Ihre eigenen Worte, zum Beispiel Anlass und Beschluss. Eine Leerzeile beginnt einen neuen Absatz.',
          value: sent.get('einleitung'),
          maxLength: 5000,
          optional: true,
          error: errorOf(problems, 'einleitung'),
        })}${button('Bericht anlegen')}`,
      ),
    )}`,
  };
}
