import { html } from 'hono/html';
import { addDays, formatLocalDate, type Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  alert,
  button,
  checkboxGroup,
  errorOf,
  form,
  formatInstant,
  formatNumber,
  inputField,
  section,
  statTiles,
  table,
  textLink,
} from '#ui';
import { freigabeTeile, type OeffentlicherStand, teilNamen } from '../domain/freigabe.ts';
import {
  done,
  flashOf,
  numberIn,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
} from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { FreigabeRow } from '../store-freigaben.ts';
import { type Berichtende, berichtendeOf } from '../use-cases/people.ts';
import { endRelease, freigabenOf, previewFreigabe, releaseStand } from '../use-cases/releases.ts';

const path = '/berichte/oeffentlich';

/** What of the own Stand is public, and the forms that release and end. */
export function releaseRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.releases',
      method: 'GET',
      path,
      access: { permission: 'compass.stand.read' },
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'lesen');
        return who.ok ? show(deps, request, who.value, null) : refusal(who.refusal);
      },
    },
    {
      capability: 'reports.release',
      method: 'POST',
      path,
      access: { permission: 'reports.approve' },
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'reports.release.end',
      method: 'POST',
      path: `${path}/beenden`,
      access: { permission: 'reports.approve' },
      handle: async (request) => {
        const who = await berichtendeOf(deps, request.principal, 'freigeben');
        if (!who.ok) return refusal(who.refusal);
        await endRelease(deps, who.value.reader);
        return done(path, 'beendet');
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
  return released.ok ? done(path, 'veroeffentlicht') : show(deps, request, who.value, released.refusal);
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

interface Shown {
  readonly who: Berichtende;
  readonly freigaben: readonly FreigabeRow[];
  readonly preview: OeffentlicherStand;
  readonly reason: Refusal | null;
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

function currentPart(row: FreigabeRow, ags: string, endable: boolean, csrfToken: string) {
  return html`${alert({
    kind: 'info',
    title: `Öffentlich ist der Stand vom ${formatLocalDate(row.stichtag)}, bis ${formatLocalDate(row.giltBis)}.`,
    body: html`<p>${row.teile.map((teil) => teilNamen[teil]).join('; ')}. ${textLink(`/kommunen/${ags}/stand`, 'Zur öffentlichen Seite')}</p>`,
  })}${
    endable
      ? form(
          { action: `${path}/beenden`, csrfToken, label: 'Veröffentlichung beenden' },
          button('Nicht mehr veröffentlichen', { kind: 'secondary' }),
        )
      : ''
  }`;
}

function previewPart({ online, termine, anteil }: OeffentlicherStand) {
  return section(
    'Was heute veröffentlicht würde',
    statTiles([
      {
        label: teilNamen.online,
        value: formatNumber(online?.length ?? 0),
        note: 'Leistungen',
        href: '/stand?umfang=pflichten&zustand=online',
      },
      {
        label: teilNamen.termine,
        value: formatNumber(termine?.length ?? 0),
        note: 'Termine, die noch kommen',
      },
      {
        label: teilNamen.anteil,
        value: `${formatNumber(anteil?.online ?? 0)} von ${formatNumber(anteil?.pflichten ?? 0)}`,
        note: `${formatNumber(anteil?.ohneAngabe ?? 0)} ohne Angabe, auch das steht dort`,
      },
    ]),
  );
}

function releaseForm({ clock }: ReportsDeps, { form: sent, csrfToken }: PageRequest, shown: Shown) {
  const problems = problemsOf(shown.reason);
  const typed = sent.size > 0;
  return section(
    'Veröffentlichen',
    form(
      {
        action: path,
        csrfToken,
        label: 'Stand veröffentlichen',
        hidden: { grundlage: String(shown.freigaben[0]?.nummer ?? 0) },
      },
      html`${checkboxGroup({
        name: 'teile',
        label: 'Welche Teile?',
        options: freigabeTeile.map((teil) => ({ value: teil, label: teilNamen[teil] })),
        values: typed ? sent.getAll('teile') : [...(shown.freigaben[0]?.teile ?? ['online'])],
        error: errorOf(problems, 'teile'),
      })}${inputField({
        name: 'giltBis',
        label: 'Bis wann?',
        type: 'date',
        hint: 'Danach verschwindet die Seite von selbst. Höchstens ein Jahr. Die Daten stehen solange auch unter „Offene Daten“, mit der Datenlizenz Deutschland Zero 2.0.',
        value: typed ? sent.get('giltBis') : addDays(clock.today(), 180),
        error: errorOf(problems, 'giltBis'),
      })}${button('Stand von heute veröffentlichen')}`,
    ),
  );
}

function historyPart(freigaben: readonly FreigabeRow[]) {
  if (freigaben.length === 0) return '';
  return section(
    'Bisherige Freigaben',
    table({
      caption: 'Bisherige Freigaben',
      captionHidden: true,
      columns: [
        { label: 'Freigegeben' },
        { label: 'Stand' },
        { label: 'Teile', width: 'wide' },
        { label: 'gilt bis' },
        { label: 'beendet' },
      ],
      rows: freigaben.map(({ freigegebenAm, stichtag, teile, giltBis, beendetAm }) => [
        formatInstant(freigegebenAm),
        formatLocalDate(stichtag),
        teile.map((teil) => teilNamen[teil]).join('; '),
        formatLocalDate(giltBis),
        beendetAm ? formatInstant(beendetAm) : '–',
      ]),
    }),
  );
}
