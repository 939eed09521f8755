import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  form,
  formatInstant,
  linkButton,
  pageContents,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import { haeltAuf, type Zeile } from '../domain/gate.ts';
import { schrittLabel, themaLabel } from '../messages.ts';
import type { Probelauf } from '../store-probelauf.ts';
import { type Gate, readGate } from '../use-cases/gate.ts';
import { listProbelaeufe, probelauf } from '../use-cases/probelauf.ts';
import type { Shown } from '../views/shown.ts';
import { breadcrumbOf } from './checkliste-page.ts';
import { readShown } from './checkliste-shown.ts';
import { addressOf, done, flashOf, whoseOf } from './parts.ts';

const path = '/anbindungen/:dienst/probelauf';

/** What holds the start up, by what it is about, and the rehearsal with a test Antrag. */
export function probelaufRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return [
    {
      capability: 'connection.gate',
      method: 'GET',
      path,
      access: 'signed-in',
      handle: (request) => show(deps, request),
    },
    {
      capability: 'connection.rehearse',
      method: 'POST',
      path,
      access: 'signed-in',
      handle: (request) => rehearse(deps, request),
    },
  ];
}

async function show(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter, stand } = shown.value;
  const { dienst } = stand.anbindung;
  const gate = await readGate(deps, begleiter, dienst);
  if (!gate.ok) return refusal(gate.refusal);
  const laeufe = await listProbelaeufe(deps, begleiter, dienst);
  return page(content(request, shown.value, { gate: gate.value, laeufe, reason: null }));
}

async function rehearse(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request, 'aendern');
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter, stand } = shown.value;
  const result = await probelauf(deps, begleiter, stand.anbindung.dienst);
  if (!result.ok) return refusal(result.refusal);
  const to = addressOf(begleiter, stand.anbindung.dienst, 'probelauf');
  return done(to, result.value.bestanden ? 'bestanden' : 'durchgefallen');
}

interface Found {
  readonly gate: Gate;
  readonly laeufe: readonly Probelauf[];
  readonly reason: Refusal | null;
}

function content(
  request: PageRequest,
  { begleiter, stand, titel }: Shown,
  { gate, laeufe, reason }: Found,
): PageContent {
  const { dienst, zustand } = stand.anbindung;
  const missing = gate.gruppen.reduce((sum, { fehlen }) => sum + fehlen, 0);
  const start = gate.bereit && begleiter.seite === 'kommune' ? startLink(dienst, zustand) : '';
  return {
    title: `Prüfung vor dem Start: ${titel}`,
    preline: begleiter.kommune.name,
    lead: 'Alles, was ein Programm prüfen kann, und ein Probelauf mit einem Testantrag.',
    wide: true,
    breadcrumb: [
      ...breadcrumbOf(begleiter, dienst, titel),
      { label: 'Checkliste', href: addressOf(begleiter, dienst, 'checkliste') },
    ],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${alert(
      gate.bereit
        ? { kind: 'success', title: 'Alles Nötige ist da.' }
        : {
            kind: 'warning',
            title: `${missing === 1 ? 'Ein Punkt hält' : `${missing} Punkte halten`} den Start auf.`,
          },
    )}${start}${partsOf(gate)}${gate.gruppen.map(({ thema, zeilen }) => section(themaLabel[thema], gateTable(themaLabel[thema], zeilen), { id: thema }))}${section(
      'Probelauf',
      html`${begleiter.darfAendern ? rehearseForm(request, { begleiter, stand }) : ''}${runs(laeufe)}`,
      {
        id: 'probelauf',
        lead: 'Ein erfundener Antrag läuft durch Formular, Verschlüsselung und Zustellung und wird wieder geöffnet. Er bleibt nirgends liegen, wird nicht gezählt, und niemand bekommt eine Nachricht.',
      },
    )}`,
  };
}

/** What is looked at, each with how much of it holds the start up, and the rehearsal at the end. */
function partsOf({ gruppen }: Gate) {
  return pageContents([
    ...gruppen.map(({ thema, fehlen }) => ({
      id: thema,
      label: themaLabel[thema],
      note: fehlen === 0 ? 'in Ordnung' : `${fehlen} ${fehlen === 1 ? 'fehlt' : 'fehlen'}`,
    })),
    { id: 'probelauf', label: 'Probelauf', note: 'mit einem erfundenen Antrag' },
  ]);
}

/** Where it goes on once nothing holds the start up. */
function startLink(dienst: string, zustand: string) {
  if (zustand === 'test')
    return buttonRow(
      linkButton('Live schalten', `/anbindungen/${dienst}/live-schalten`, { kind: 'primary' }),
    );
  if (zustand !== 'parameter') return '';
  return buttonRow(linkButton('Zur Anbindung: Test beginnen', `/anbindungen/${dienst}`, { kind: 'primary' }));
}

function gateTable(caption: string, zeilen: readonly Zeile[]) {
  return table({
    caption,
    captionHidden: true,
    columns: [
      { label: 'Was' },
      { label: 'Stand' },
      { label: 'Wer behebt es' },
      { label: 'Wie', width: 'wide' },
    ],
    rows: zeilen.map((zeile) => [
      zeile.href ? textLink(zeile.href, zeile.what) : zeile.what,
      zeile.ok
        ? badge('success', 'in Ordnung')
        : haeltAuf(zeile)
          ? badge('danger', 'fehlt')
          : badge('warning', 'Hinweis'),
      zeile.ok ? '–' : zeile.who,
      zeile.how,
    ]),
  });
}

function rehearseForm(request: PageRequest, { begleiter, stand }: Pick<Shown, 'begleiter' | 'stand'>) {
  return form(
    {
      action: addressOf(begleiter, stand.anbindung.dienst, 'probelauf'),
      csrfToken: request.csrfToken,
      hidden: whoseOf(begleiter),
      label: 'Probelauf',
    },
    buttonRow(button('Probelauf starten')),
  );
}

function runs(laeufe: readonly Probelauf[]) {
  const [newest] = laeufe;
  if (newest === undefined) return html`<p class="kern-body">Noch kein Probelauf.</p>`;
  const steps = newest.schritte.map(({ art, ok, text }) => [
    schrittLabel[art],
    ok ? badge('success', 'in Ordnung') : badge('danger', 'fehlt'),
    text,
  ]);
  return html`${table({
    caption: `Probelauf ${newest.nummer} vom ${formatInstant(newest.am)}: ${newest.bestanden ? 'bestanden' : 'nicht bestanden'}`,
    columns: [{ label: 'Schritt' }, { label: 'Stand' }, { label: 'Befund', width: 'wide' }],
    rows: steps,
  })}${
    laeufe.length < 2
      ? ''
      : table({
          caption: 'Frühere Probeläufe',
          small: true,
          columns: [{ label: 'Nummer' }, { label: 'Wann' }, { label: 'Ergebnis' }, { label: 'Haus' }],
          rows: laeufe
            .slice(1)
            .map(({ nummer, am, bestanden, haus }) => [
              String(nummer),
              formatInstant(am),
              bestanden ? 'bestanden' : 'nicht bestanden',
              haus,
            ]),
        })
  }`;
}
