import { html } from 'hono/html';
import { formatLocalDate, ok, type Refusal, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import { descriptionList, formatInstant, linkButton, section, table, textLink } from '#ui';
import { done, flashOf, numberIn, page, refusal, refusalNotice, refusedPage } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { berichtendeOf, type Recht } from '../use-cases/people.ts';
import { type Bericht, readBericht } from '../use-cases/read-reports.ts';
import { takeStep } from '../use-cases/steps.ts';
import { type BerichtAenderung, reviseBericht } from '../use-cases/write-report.ts';
import { abschnittOf } from '../views/abschnitte.ts';
import type { Asked } from './asked.ts';
import { abschnittHtml } from './report-blocks.ts';
import { reviseForm } from './report-forms.ts';
import { schrittNamen, stepSection } from './step-forms.ts';
import { werNames } from './wer.ts';
import { berichtBadge } from './zustand.ts';

const read = { permission: 'compass.stand.read' } as const;

/** One report: its text and figures, and what may be done with it now. */
export function reportRoutes(deps: ReportsDeps): readonly PageRoute[] {
  const post = (
    capability: string,
    path: string,
    permission: string,
    handle: (request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({ capability, method: 'POST', path, access: { permission }, handle });
  return [
    {
      capability: 'reports.show',
      method: 'GET',
      path: '/berichte/:id',
      access: read,
      handle: async (request) => {
        const asked = await askBericht(deps, request, 'lesen');
        return asked.ok ? page(await content(deps, asked.value, request, null)) : refusal(asked.refusal);
      },
    },
    post('reports.revise', '/berichte/:id/fassung', 'reports.write', (request) => receiveText(deps, request)),
    post('reports.submit', '/berichte/:id/vorlegen', 'reports.write', (request) =>
      receiveStep(deps, request, 'schreiben', 'vorgelegt'),
    ),
    post('reports.return', '/berichte/:id/zurueckgeben', 'reports.approve', (request) =>
      receiveStep(deps, request, 'freigeben', 'zurueckgegeben'),
    ),
    post('reports.approve', '/berichte/:id/freigeben', 'reports.approve', (request) =>
      receiveStep(deps, request, 'freigeben', 'freigegeben'),
    ),
    post('reports.withdraw', '/berichte/:id/zurueckziehen', 'compass.stand.read', (request) =>
      receiveStep(deps, request, 'zurueckziehen', 'zurueckgezogen'),
    ),
  ];
}

/** The report that an address names, in the version that it names. */
export async function askBericht(
  deps: ReportsDeps,
  { principal, params, query }: PageRequest,
  recht: Recht,
): Promise<Result<Asked>> {
  const who = await berichtendeOf(deps, principal, recht);
  if (!who.ok) return who;
  const fassung = numberIn(query.get('fassung'));
  const bericht = await readBericht(
    deps,
    who.value.reader,
    params.id ?? '',
    fassung === 0 ? undefined : fassung,
  );
  return bericht.ok ? ok({ who: who.value, bericht: bericht.value }) : bericht;
}

async function receiveText(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, 'schreiben');
  if (!asked.ok) return refusal(asked.refusal);
  const { form } = request;
  const field = (name: string) => form.get(name) ?? '';
  const aenderung: BerichtAenderung = {
    grundlage: numberIn(form.get('grundlage')),
    titel: field('titel'),
    einleitung: field('einleitung'),
    abschnitte: form.getAll('abschnitte').map((key) => ({ key, anmerkung: field(`anmerkung-${key}`) })),
    ...(form.get('neu') === 'ja' ? { stichtag: field('stichtag') } : {}),
  };
  const { id } = asked.value.bericht;
  const saved = await reviseBericht(deps, asked.value.who.reader, id, aenderung);
  return saved.ok
    ? done(`/berichte/${id}`, 'gespeichert')
    : refusedPage(await content(deps, asked.value, request, saved.refusal), saved.refusal);
}

async function receiveStep(
  deps: ReportsDeps,
  request: PageRequest,
  recht: Recht,
  art: 'vorgelegt' | 'zurueckgegeben' | 'freigegeben' | 'zurueckgezogen',
): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, recht);
  if (!asked.ok) return refusal(asked.refusal);
  const { id } = asked.value.bericht;
  const taken = await takeStep(deps, asked.value.who, id, {
    art,
    fassung: numberIn(request.form.get('grundlage')),
    begruendung: request.form.get('begruendung') ?? '',
  });
  return taken.ok
    ? done(`/berichte/${id}`, art)
    : refusedPage(await content(deps, asked.value, request, taken.refusal), taken.refusal);
}

async function content(
  deps: ReportsDeps,
  asked: Asked,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageContent> {
  const { bericht, who } = asked;
  const { gezeigt, bestand, id, zustand } = bericht;
  const wer = await werNames(deps, who.reader);
  const abschnitte = gezeigt.abschnitte.map(({ key, anmerkung }) => {
    const abschnitt = abschnittOf(key, bestand);
    return section(
      abschnitt.titel,
      html`${abschnittHtml(abschnitt, id, gezeigt.fassung)}${anmerkung === '' ? '' : html`<h3 class="kern-title">Anmerkung der Kommune</h3>${paragraphs(anmerkung)}`}`,
      { id: `abschnitt-${key}` },
    );
  });
  return {
    title: gezeigt.titel,
    preline: `Bericht ${bericht.nummer} von ${bestand.kommune}`,
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${head(bericht)}${gezeigt.einleitung === '' ? '' : paragraphs(gezeigt.einleitung)}${stepSection(asked, request)}${abschnitte}${who.schreibt && zustand === 'entwurf' && bericht.neueste ? reviseForm(deps, bericht, request, reason) : ''}${historySection(bericht, wer)}`,
    nextSteps: [
      { label: 'Alle Berichte', href: '/berichte' },
      { label: 'Umsetzungsstand ansehen', href: '/stand' },
    ],
  };
}

function paragraphs(text: string) {
  return text.split(/\n\s*\n/).map((each) => html`<p class="kern-body lw-measure">${each}</p>`);
}

function head({ id, gezeigt, zustand, bestand, gezogenAm, neueste, schritte }: Bericht) {
  const version = `?fassung=${gezeigt.fassung}`;
  return html`${descriptionList([
    ['Zustand', berichtBadge(zustand)],
    ['Begründung', zustand === 'zurueckgezogen' ? (schritte.at(-1)?.begruendung ?? '') : ''],
    ['Stichtag', formatLocalDate(bestand.stichtag)],
    ['Zahlen gezogen', `${formatInstant(gezogenAm)}, seither unverändert`],
    [
      'Fassung',
      neueste
        ? String(gezeigt.fassung)
        : html`${gezeigt.fassung}, nicht die neueste: ${textLink(`/berichte/${id}`, 'zur neuesten')}`,
    ],
  ])}<div class="lw-inline-form">${linkButton('PDF', `/berichte/${id}/pdf${version}`, { kind: 'secondary' })}${linkButton('Zahlen als CSV', `/berichte/${id}/zahlen.csv${version}`, { kind: 'secondary' })}${linkButton('Gezählte Leistungen', `/berichte/${id}/leistungen${version}`, { kind: 'secondary' })}</div>`;
}

function historySection({ id, fassungen, schritte }: Bericht, wer: (actor: string) => string) {
  const rows = [
    ...fassungen.map(({ fassung, geschriebenAm, geschriebenVon, stichtag }) => ({
      at: geschriebenAm,
      cells: [
        textLink(`/berichte/${id}?fassung=${fassung}`, `Fassung ${fassung} geschrieben`),
        formatInstant(geschriebenAm),
        wer(geschriebenVon),
        `Stichtag ${formatLocalDate(stichtag)}`,
      ],
    })),
    ...schritte.map(({ art, fassung, gegangenAm, gegangenVon, begruendung }) => ({
      at: gegangenAm,
      cells: [
        `Fassung ${fassung} ${schrittNamen[art]}`,
        formatInstant(gegangenAm),
        wer(gegangenVon),
        begruendung ?? '–',
      ],
    })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return section(
    'Was mit diesem Bericht geschah',
    table({
      caption: 'Fassungen und Schritte',
      captionHidden: true,
      columns: [{ label: 'Was' }, { label: 'Wann' }, { label: 'Wer' }, { label: 'Dazu' }],
      rows: rows.map(({ cells }) => cells),
    }),
  );
}
