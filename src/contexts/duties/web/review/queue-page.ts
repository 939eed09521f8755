import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { answerList, formatNumber, formatShare, linkButton, listPage, statTiles } from '#ui';
import type { DutiesDeps } from '../../doors-deps.ts';
import { isAnyToCheck } from '../../use-cases/mitgezogene-leistungen.ts';
import { nextUnreviewed, type ReviewRow, readReviewQueue } from '../../use-cases/read-review.ts';
import { definition } from './queue-list.ts';

/** All rules with their state in the review, as a page or a file. */
export async function showQueue(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal } = request;
  const rows = principal === null ? [] : await readReviewQueue(deps.db, await deps.world(), principal);
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: 'pruefung-der-regeln',
    title: 'Prüfung der Regeln',
    source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: '/regeln/pruefen',
    caption: 'Regeln und ihr Stand',
    problems: answered.problems,
    noun: ['Regel', 'Regeln'],
  });
  return { kind: 'page', content: content(rows, list) };
}

/** Goes to the rule that waits longest for a look: the widest unreviewed one after the named one. */
export async function goToNext(deps: DutiesDeps, { principal, query }: PageRequest): Promise<PageAnswer> {
  const rows = principal === null ? [] : await readReviewQueue(deps.db, await deps.world(), principal);
  const next = nextUnreviewed(rows, query.get('nach'));
  return { kind: 'redirect', to: next === null ? '/regeln/pruefen' : `/regeln/${next.regel.id}` };
}

function content(rows: readonly ReviewRow[], list: ReturnType<typeof listPage>): PageContent {
  const done = rows.filter(({ stand }) => stand === 'geprueft').length;
  const moved = rows.filter(({ mitgezogen }) => isAnyToCheck(mitgezogen)).length;
  const waiting = rows.filter(({ stand }) => stand === 'vorgeschlagen').length;
  return {
    title: 'Regeln prüfen',
    preline: 'Werkbank',
    lead: 'Eine Person liest die Norm und schlägt vor, eine zweite entscheidet. Was geprüft ist, trägt die Arbeitsgruppe.',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    wide: true,
    main: html`${statTiles([
      {
        label: 'Geprüft',
        value: formatShare(done, rows.length),
        note: `${formatNumber(done)} von ${formatNumber(rows.length)} Regeln`,
      },
      {
        label: 'Vorschläge offen',
        value: formatNumber(waiting),
        href: '/regeln/vorschlaege',
        note: 'warten auf eine zweite Person',
      },
      ...(moved === 0
        ? []
        : [
            {
              label: 'Nach Teilung oder Zusammenlegung zu prüfen',
              value: formatNumber(moved),
              href: '/regeln/pruefen?mitgezogen=teilung&mitgezogen=zusammenlegung',
              note: 'Regeln, die mit dem Katalog mitgezogen sind',
            },
          ]),
    ])}
      <p>${linkButton('Nächste ungeprüfte Regel', '/regeln/pruefen/naechste', { accessKey: 'n' })}</p>${list}`,
    nextSteps: [
      { label: 'Vorschläge', href: '/regeln/vorschlaege' },
      { label: 'Was noch offen ist', href: '/regeln/offen' },
    ],
  };
}
