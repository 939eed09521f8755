import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  emptyState,
  formatInstant,
  listEndings,
  listPage,
  section,
  statTiles,
  table,
  textLink,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import { istVollstaendig, prozentOf } from '../domain/fortschritt.ts';
import { phasen } from '../domain/phase.ts';
import type { Partei } from '../domain/punkt.ts';
import { istAmZug } from '../domain/stand.ts';
import { parteiLabel, phaseLabel } from '../messages.ts';
import type { Begleiter } from '../use-cases/begleiter.ts';
import type { Shown } from '../views/shown.ts';
import type { PunktZeile } from '../views/zeilen.ts';
import { checkliste } from './checkliste-list.ts';
import { readShown } from './checkliste-shown.ts';
import { addressOf, flashOf, offenVorStart } from './parts.ts';

/** The checklist of one Anbindung as page, CSV and XLSX. */
export function checklisteRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'connection.checklist',
    method: 'GET',
    path: `/anbindungen/:dienst/checkliste${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const shown = await readShown(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const { begleiter, stand, zeilen } = shown.value;
  const { dienst } = stand.anbindung;
  const definition = checkliste(begleiter, dienst);
  const list = { definition, rows: zeilen };
  const answered = await answerList(deps, list, request, {
    fileName: `checkliste-${dienst}-${begleiter.kommune.ags}`,
    title: `Checkliste ${dienst}, ${begleiter.kommune.name}`,
    source: 'Angaben der Kommune und ihres IT-Dienstleisters in dieser Installation',
    state: formatLocalDate(deps.clock.today()),
  });
  return answered.kind === 'list' ? page(content(request, shown.value, answered)) : answered;
}

function content(
  request: PageRequest,
  { begleiter, stand, titel, zeilen }: Shown,
  { result, problems }: AnsweredList<PunktZeile>,
): PageContent {
  const { dienst } = stand.anbindung;
  const base = `/anbindungen/${dienst}/checkliste`;
  const list = listPage(checkliste(begleiter, dienst), result, {
    action: base,
    caption: 'Checkliste',
    problems,
    noun: ['Punkt', 'Punkte'],
    emptyState: emptyState({
      title: 'Keine Punkte',
      body: 'Für diesen Onlinedienst gibt es keine Checkliste.',
    }),
  });
  return {
    title: `Checkliste: ${titel}`,
    preline: begleiter.kommune.name,
    lead: 'Was bis zum Betrieb zu tun ist, und wer den Ball hat. Solange ein nötiger Punkt bis zur Abnahme offen ist, kann der Dienst nicht live gehen. Was schon läuft, läuft weiter.',
    wide: true,
    breadcrumb: breadcrumbOf(begleiter, dienst, titel),
    ...flashOf(request),
    main: html`${tiles(stand, zeilen)}${section('Phase', phaseTable(stand))}${section(
      'Wer den Ball hat',
      clockTable(begleiter, stand, zeilen),
      {
        lead: 'Tage zählen, solange ein nötiger Punkt offen ist und auf nichts wartet.',
      },
    )}${section('Alle Punkte', list)}`,
    nextSteps: [
      ...(begleiter.darfAendern && offenVorStart(zeilen).length > 0
        ? [
            {
              label: 'Alle offenen Punkte bis zum Start erklären',
              href: addressOf(begleiter, dienst, 'erklaerung'),
            },
          ]
        : []),
      { label: 'Prüfung vor dem Start und Probelauf', href: addressOf(begleiter, dienst, 'probelauf') },
      { label: 'Fristen', href: '/fristen' },
      ...(begleiter.seite === 'kommune' ? [{ label: 'Zur Anbindung', href: `/anbindungen/${dienst}` }] : []),
    ],
  };
}

/** The way back: a Kommune's list of Anbindungen, an IT-Dienstleister's cockpit. */
export function breadcrumbOf({ seite }: Shown['begleiter'], dienst: string, titel: string) {
  return seite === 'kommune'
    ? [
        { label: 'Anbindungen', href: '/anbindungen' },
        { label: titel, href: `/anbindungen/${dienst}` },
      ]
    : [
        { label: 'Cockpit', href: '/cockpit' },
        { label: titel, href: `/cockpit/${dienst}` },
      ];
}

function tiles({ fortschritt, phase, staende }: Shown['stand'], zeilen: readonly PunktZeile[]) {
  const vorStart = offenVorStart(zeilen).length;
  const prozent = prozentOf(fortschritt);
  const expired = [...staende.values()].filter((each) => each === 'abgelaufen').length;
  return statTiles([
    {
      label: 'Erledigt',
      value: `${fortschritt.erledigt} von ${fortschritt.gefordert}`,
      note:
        prozent === null
          ? 'nichts ist gefordert'
          : `${prozent} Prozent der nötigen Punkte${istVollstaendig(fortschritt) ? ', vollständig' : ''}`,
    },
    {
      label: 'Noch vor dem Start',
      value: String(vorStart),
      note:
        vorStart === 0 ? 'Die Checkliste hält den Start nicht auf' : 'Nötige Punkte, die den Start aufhalten',
    },
    { label: 'Phase', value: phaseLabel[phase], note: `${phasen.indexOf(phase) + 1} von ${phasen.length}` },
    { label: 'Abgelaufen', value: String(expired), note: 'Nachweise, die zu erneuern sind' },
  ]);
}

function phaseTable({ phase }: Shown['stand']) {
  const at = phasen.indexOf(phase);
  const steps = phasen.map((each, index) => {
    const words = index < at ? ' (durchlaufen)' : index === at ? ' (hier steht die Anbindung)' : '';
    return index === at
      ? html`<li aria-current="step"><strong>${phaseLabel[each]}</strong>${words}</li>`
      : html`<li>${phaseLabel[each]}${words}</li>`;
  });
  return html`<ol class="kern-list kern-list--number">${steps}</ol>`;
}

/** Who can do something now, since when, and which lines these are. */
function clockTable(begleiter: Begleiter, { anbindung, uhr }: Shown['stand'], zeilen: readonly PunktZeile[]) {
  const address = addressOf(begleiter, anbindung.dienst, 'checkliste');
  const offene = (partei: Partei) => {
    const count = zeilen.filter(
      ({ punkt, stand }) => punkt.wer === partei && punkt.pflicht && istAmZug(stand),
    ).length;
    if (count === 0 || anbindung.zustand === 'beendet') return 'nichts';
    const asked = `wer=${partei}&stand=offen&stand=abgelaufen&noetig=ja`;
    const href = `${address}${address.includes('?') ? '&' : '?'}${asked}#liste`;
    return textLink(href, `${count} ${count === 1 ? 'Punkt' : 'Punkte'}: ${parteiLabel[partei]}`);
  };
  return table({
    caption: 'Wer den Ball hat',
    captionHidden: true,
    columns: [
      { label: 'Wer' },
      { label: 'Kann jetzt erledigen' },
      { label: 'Am Zug seit' },
      { label: 'Tage bisher', numeric: true },
    ],
    rows: uhr.map(({ partei, seit, tage }) => [
      parteiLabel[partei],
      offene(partei),
      seit === null ? 'nicht am Zug' : formatInstant(seit),
      String(tage),
    ]),
  });
}
