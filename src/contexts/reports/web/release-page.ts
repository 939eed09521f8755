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
import { refusalNotice } from '#ui';
import { freigabeTeile } from '../domain/freigabe.ts';
import { done, flashOf } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Berichtende, berichtendeOf } from '../use-cases/people.ts';
import { endRelease, freigabenOf, previewFreigabe, releaseStand } from '../use-cases/releases.ts';
import { releaseForm, type Shown } from './release-form.ts';
import { currentPart, historyPart, previewPart, releasePath } from './release-parts.ts';

/** What of the own Stand is public, and the forms that release and end. */
export function releaseRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.releases',
      method: 'GET',
      path: releasePath,
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'lesen');
        return who.ok ? show(deps, request, who.value, null) : refusal(who.refusal);
      },
    },
    {
      capability: 'reports.release',
      method: 'POST',
      path: releasePath,
      access: { permission: 'reports.approve' },
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'reports.release.end',
      method: 'POST',
      path: `${releasePath}/beenden`,
      access: { permission: 'reports.approve' },
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'freigeben');
        if (!who.ok) return refusal(who.refusal);
        await endRelease(deps, who.value.reader);
        return done(releasePath, 'beendet');
      },
    },
  ];
}

async function receive(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const who = await berichtendeOf(deps, request.principal, 'freigeben');
  if (!who.ok) return refusal(who.refusal);
  const { form: sent } = request;
  const released = await releaseStand(deps, who.value.reader, {
    teile: sent.getAll('teile'),
    giltBis: sent.get('giltBis') ?? '',
    grundlage: numberIn(sent.get('grundlage')),
  });
  return released.ok
    ? done(releasePath, 'veroeffentlicht')
    : show(deps, request, who.value, released.refusal);
}

async function show(
  deps: ReportsDeps,
  request: PageRequest,
  who: Berichtende,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const [freigaben, preview] = [
    await freigabenOf(deps, who.reader),
    await previewFreigabe(deps, who.reader, freigabeTeile),
  ];
  if (!preview.ok) return refusal(preview.refusal);
  const shown = content(deps, request, { who, freigaben, preview: preview.value, reason });
  return reason ? refusedPage(shown, reason) : page(shown);
}

function content(deps: ReportsDeps, request: PageRequest, shown: Shown): PageContent {
  const { who, freigaben, preview, reason } = shown;
  const { name, ags } = who.reader.kommune;
  const heute = deps.clock.today();
  const current = freigaben.find(({ beendetAm, giltBis }) => beendetAm === null && giltBis >= heute);
  return {
    title: `Was von ${name} öffentlich ist`,
    preline: 'Berichte',
    lead: 'Ohne Freigabe ist nichts öffentlich. Freigegeben wird der Stand von heute; spätere Änderungen werden erst mit einer neuen Freigabe öffentlich.',
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${current ? currentPart(current, ags, who.gibtFrei, request.csrfToken) : html`<p class="kern-body">Zurzeit ist nichts öffentlich.</p>`}${previewPart(preview)}${who.gibtFrei ? releaseForm(deps, request, shown) : html`<p class="kern-body">Freigeben können Verwaltungsleitung und Administration.</p>`}${historyPart(freigaben)}`,
    nextSteps: [
      { label: 'Öffentliche Seite ansehen', href: `/kommunen/${ags}/stand` },
      { label: 'Offene Daten', href: '/offene-daten' },
    ],
  };
}
