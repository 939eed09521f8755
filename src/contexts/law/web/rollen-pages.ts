import { html } from 'hono/html';
import { type LocalDate, ok } from '#kernel';
import type { PageContent, PageRoute } from '#platform';
import { alert, dateForm, evidenceBadge, onDay, section, table, textLink } from '#ui';
import type { LawDeps } from '../law-world.ts';
import { type WerMachtWas, werMachtLeistung, werMachtOzg } from '../use-cases/wer-macht-was.ts';
import type { Beitrag } from '../use-cases/wer-vollzieht.ts';
import { ask, pageRoute } from './ask.ts';
import { schrittLabel } from './labels.ts';
import { sourceText } from './parts.ts';

/** „Bund, Land, Kommune: wer macht was?“ for a Leistung and for an OZG-Leistung. */
export function rollenPages(deps: LawDeps): readonly PageRoute[] {
  return [
    pageRoute('law.rollen', '/wer-macht-was/leistungen/:id', async (request) => {
      const asked = await ask(deps, request);
      if (!asked.ok) return asked;
      const { world, date } = asked.value;
      const answer = werMachtLeistung(world, request.params.id ?? '', date);
      return answer.ok ? ok(content(answer.value, date)) : answer;
    }),
    pageRoute('law.rollen.ozg', '/wer-macht-was/ozg/:id', async (request) => {
      const asked = await ask(deps, request);
      if (!asked.ok) return asked;
      const { world, date } = asked.value;
      const answer = werMachtOzg(world, request.params.id ?? '', date);
      return answer.ok ? ok(content(answer.value, date)) : answer;
    }),
  ];
}

function content(answer: WerMachtWas, date: LocalDate): PageContent {
  const ownPage = answer.art === 'leistung' ? `leistungen/${answer.id}` : `ozg/${answer.id}`;
  const inCatalogue = `/katalog/${ownPage}?datum=${date}`;
  const kind = answer.art === 'leistung' ? 'Leistung' : 'OZG-Leistung';
  return {
    title: 'Bund, Land, Kommune: Wer macht was?',
    preline: answer.name,
    lead: `Sechs Schritte vom Gesetz bis zum Bescheid, ${onDay(date)}. „Berechnet“ folgt aus Typisierung und Regeln, „erfasst“ sagt eine Quelle.`,
    wide: true,
    breadcrumb: [
      { label: 'Katalog', href: `/katalog?datum=${date}` },
      { label: answer.name, href: inCatalogue },
    ],
    main: html`${dateForm(`/wer-macht-was/${ownPage}`, date)}${missing(answer)}${section('Wer macht was?', beitraegeTable(answer.beitraege, date))}`,
    nextSteps: [
      { label: `Die ${kind} im Katalog`, href: inCatalogue },
      ...(answer.art === 'leistung'
        ? [
            {
              label: 'Wer ist wo zuständig?',
              href: `/leistungen/${answer.id}/zustaendigkeit?datum=${date}`,
            },
          ]
        : []),
      { label: 'Alle Akteure', href: `/akteure?datum=${date}` },
    ],
  };
}

function missing({ nichtBelegt }: WerMachtWas) {
  if (nichtBelegt.length === 0) return '';
  const steps = nichtBelegt.map((schritt) => `„${schrittLabel[schritt]}“`).join(', ');
  return alert({
    kind: 'info',
    title: `Nicht belegt: ${steps}`,
    body: 'Für diese Schritte sagt noch keine Quelle, wer sie übernimmt.',
  });
}

function beitraegeTable(beitraege: readonly Beitrag[], date: LocalDate) {
  return table({
    caption: 'Schritte und Akteure',
    captionHidden: true,
    columns: [
      { label: 'Schritt', width: 'narrow' },
      { label: 'Wer' },
      { label: 'Was', width: 'wide' },
      { label: 'Norm oder Regel' },
      { label: 'Herkunft und Beleg' },
    ],
    rows: beitraege.map((beitrag) => [
      schrittLabel[beitrag.schritt],
      beitrag.akteurId === null
        ? beitrag.wer
        : textLink(`/akteure/${beitrag.akteurId}?datum=${date}`, beitrag.wer),
      html`${beitrag.was}${beitrag.hinweis ? html`<p class="kern-body kern-body--small kern-body--muted">${beitrag.hinweis}</p>` : ''}`,
      beitrag.norm ?? '–',
      html`${beitrag.herkunft} ${beitrag.evidenz ? evidenceBadge(beitrag.evidenz) : ''}${beitrag.quelle ? html`<p class="kern-body kern-body--small">${sourceText(beitrag.quelle)}</p>` : ''}`,
    ]),
  });
}
