import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { emptyState, formatInstant, linkButton, table, textLink } from '#ui';
import { done, flashOf } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Berichtende, berichtendeOf } from '../use-cases/people.ts';
import { type BerichtKurz, berichteOf } from '../use-cases/read-reports.ts';
import { createBericht } from '../use-cases/write-report.ts';
import { newReportContent } from './new-report-form.ts';
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
        return who.ok ? page(newReportContent(deps, request, who.value, null)) : refusal(who.refusal);
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
    : refusedPage(newReportContent(deps, request, who.value, made.refusal), made.refusal);
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
