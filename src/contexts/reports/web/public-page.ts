import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageContent, type PageRoute, page, refusal } from '#platform';
import { emptyState, formatNumber, formatShare, linkButton, section, stackedBar, table } from '#ui';
import type { OeffentlicheLeistung, OeffentlicherStand } from '../domain/freigabe.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { OeffentlichRow } from '../store-freigaben.ts';
import { publicStand } from '../use-cases/releases.ts';

/** The Stand of a Kommune for everybody, in plain language: only what it released. */
export function publicRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.public',
      method: 'GET',
      path: '/kommunen/:ags/stand',
      access: 'public',
      handle: async ({ params }) => {
        const found = await publicStand(deps, params.ags ?? '');
        if (found.ok) return page(content(found.value));
        return found.refusal.code === 'REPORTS_STAND_NOT_PUBLIC'
          ? page(nothing(params.ags ?? '', found.refusal.message), 404)
          : refusal(found.refusal);
      },
    },
  ];
}

function nothing(ags: string, message: string): PageContent {
  return {
    title: 'Noch nicht veröffentlicht',
    main: emptyState({
      title: 'Dieser Stand ist nicht öffentlich',
      body: message,
      action: linkButton('Was die Kommune erledigen muss', `/kommunen/${ags}/pflichten`, {
        kind: 'secondary',
      }),
    }),
    nextSteps: [{ label: 'Alle Kommunen', href: '/kommunen' }],
  };
}

function content({ inhalt, giltBis }: OeffentlichRow): PageContent {
  const { kommune, ags, stichtag, online, termine, anteil } = inhalt;
  return {
    title: `Was geht online in ${kommune}?`,
    lead: `Hier steht, was Sie bei ${kommune} ohne Gang ins Rathaus erledigen können. Die Angaben hat ${kommune} selbst gemacht, Stand ${formatLocalDate(stichtag)}.`,
    breadcrumb: [
      { label: 'Kommunen', href: '/kommunen' },
      { label: kommune, href: `/kommunen/${ags}` },
    ],
    main: html`${online ? onlinePart(online, inhalt) : ''}${termine ? plannedPart(termine) : ''}${anteil ? sharePart(anteil, kommune) : ''}${section(
      'Gut zu wissen',
      html`<p class="kern-body lw-measure">${kommune} hat diese Angaben bis zum ${formatLocalDate(giltBis)} freigegeben. Steht eine Leistung nicht hier, fragen Sie bitte im Rathaus nach: Vielleicht gibt es sie dort schon, nur noch nicht in dieser Liste. Alle Angaben als Datei: <a class="kern-link kern-link--no-visited-state" href="/offene-daten/stand-${ags}.csv">CSV</a>, <a class="kern-link kern-link--no-visited-state" href="/offene-daten/stand-${ags}.json">JSON</a>.</p>`,
    )}`,
    nextSteps: [
      { label: `Was ${kommune} erledigen muss`, href: `/kommunen/${ags}/pflichten` },
      { label: 'Offene Daten', href: '/offene-daten' },
    ],
  };
}

const levels = [
  'nur Auskunft',
  'Formular zum Ausdrucken',
  'teilweise online',
  'ganz online',
  'ganz online, Nachweise kommen von selbst',
] as const;

function onlinePart(rows: readonly OeffentlicheLeistung[], { teile, kommune }: OeffentlicherStand) {
  const rated = teile.includes('reifegrad');
  return section(
    'Das geht heute online',
    html`<p class="kern-body">${rows.length === 0 ? `${kommune} hat noch keine Leistung als online angegeben.` : `${formatNumber(rows.length)} ${rows.length === 1 ? 'Leistung' : 'Leistungen'}, nach dem Alphabet.`}</p>${
      rows.length === 0
        ? ''
        : table({
            caption: 'Was heute online geht',
            captionHidden: true,
            columns: [
              { label: 'Leistung', width: 'wide' },
              { label: 'Bereich' },
              { label: 'seit' },
              ...(rated ? [{ label: 'Wie weit?' }] : []),
            ],
            rows: rows.map(({ name, themenfeld, seit, reifegrad11 }) => [
              name,
              themenfeld ?? '–',
              seit ? formatLocalDate(seit) : 'keine Angabe',
              ...(rated ? [levels[reifegrad11 ?? -1] ?? 'keine Angabe'] : []),
            ]),
          })
    }`,
  );
}

function plannedPart(rows: readonly OeffentlicheLeistung[]) {
  return section(
    'Das kommt als Nächstes',
    html`<p class="kern-body lw-measure">${rows.length === 0 ? 'Termine sind noch keine angegeben.' : 'Geplante Tage. Ein Plan ist keine Zusage.'}</p>${
      rows.length === 0
        ? ''
        : table({
            caption: 'Was wann kommt',
            captionHidden: true,
            columns: [{ label: 'Leistung', width: 'wide' }, { label: 'Bereich' }, { label: 'geplant für' }],
            rows: rows.map(({ name, themenfeld, termin }) => [
              name,
              themenfeld ?? '–',
              termin ? formatLocalDate(termin) : '–',
            ]),
          })
    }`,
  );
}

function sharePart(
  { pflichten, online, ohneAngabe }: NonNullable<OeffentlicherStand['anteil']>,
  kommune: string,
) {
  const rest = pflichten - online - ohneAngabe;
  const sentence = `${kommune} muss ${formatNumber(pflichten)} Leistungen selbst erledigen. ${formatNumber(online)} davon gehen online, das sind ${formatShare(online, pflichten)}. Zu ${formatNumber(ohneAngabe)} ist noch nichts gesagt; sie zählen nicht als erledigt.`;
  return section(
    'Wie weit ist die Kommune?',
    stackedBar({
      id: 'anteil',
      caption: 'Pflichten der Kommune',
      description: sentence,
      parts: [
        { label: 'online', value: online },
        { label: 'noch nicht online', value: rest, tone: 'none' },
        { label: 'keine Angabe', value: ohneAngabe, tone: 'open' },
      ],
    }),
  );
}
