import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice, section } from '#ui';
import { done, flashOf } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { Recht } from '../use-cases/people.ts';
import { takeStep } from '../use-cases/steps.ts';
import { type BerichtAenderung, reviseBericht } from '../use-cases/write-report.ts';
import { abschnittOf } from '../views/abschnitte.ts';
import { type Asked, askBericht } from './asked.ts';
import { abschnittHtml } from './report-blocks.ts';
import { reviseForm } from './report-forms.ts';
import { headSection, historySection, paragraphs } from './report-parts.ts';
import { stepSection } from './step-forms.ts';
import { werNames } from './wer.ts';

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
    main: html`${refusalNotice(reason)}${headSection(bericht)}${gezeigt.einleitung === '' ? '' : paragraphs(gezeigt.einleitung)}${stepSection(asked, request)}${abschnitte}${who.schreibt && zustand === 'entwurf' && bericht.neueste ? reviseForm(deps, bericht, request, reason) : ''}${historySection(bericht, wer)}`,
    nextSteps: [
      { label: 'Alle Berichte', href: '/berichte' },
      { label: 'Umsetzungsstand ansehen', href: '/stand' },
    ],
  };
}
