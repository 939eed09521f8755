import { html } from 'hono/html';
import type { Html, Principal } from '#platform';
import { accordion, formatInstant, section, textLink } from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import type { GemeinsameAntwort, RecordKey } from '../domain/rueckfrage.ts';
import { wartet } from '../domain/zustand.ts';
import { recordText } from '../record-kind.ts';
import { readAntworten } from '../store/antworten.ts';
import { listRueckfragen } from '../store/rueckfragen.ts';
import { schreiben, teilnehmerOf } from '../use-cases/teilnehmer.ts';
import { paragraphs } from './thread-parts.ts';

/** What a record's page says of its questions. */
export interface RueckfragenHinweis {
  readonly anzahl: number;
  readonly offen: number;
  readonly ungelesen: number;
  readonly antworten: readonly GemeinsameAntwort[];
  /** The list of its questions. */
  readonly href: string;
  /** The form that asks one; `null` for whoever may not. */
  readonly neu: string | null;
}

/** Counts the questions on a record that somebody may see; `null` for whoever belongs to no organisation. */
export async function rueckfragenHinweis(
  deps: Pick<DiscussionDeps, 'db' | 'records'>,
  principal: Principal | null,
  record: RecordKey,
  allgemein: RecordKey = record,
): Promise<RueckfragenHinweis | null> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok || !found.value.leser.arten.includes(record.art)) return null;
  const { tenant, actor, leser } = found.value;
  const zu = encodeURIComponent(recordText(record));
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const zeilen = await listRueckfragen(tx, leser, { art: record.art, datensatz: record.id });
    return {
      anzahl: zeilen.length,
      offen: zeilen.filter(({ zustand }) => wartet(zustand)).length,
      ungelesen: zeilen.filter(({ ungelesen }) => ungelesen).length,
      antworten: await readAntworten(tx, [record, allgemein]),
      href: `/rueckfragen?zu=${zu}`,
      neu: found.value.principal.permissions.has(schreiben) ? `/rueckfragen/neu?zu=${zu}` : null,
    };
  });
}

/** The same as a part of the record's page; nothing for whoever may see no questions. */
export function hinweisSection(hinweis: RueckfragenHinweis | null): Html {
  if (hinweis === null) return '';
  const { antworten, href, neu } = hinweis;
  return section(
    'Rückfragen',
    html`<p class="kern-body">${hinweis.anzahl === 0 ? 'Dazu gibt es keine Rückfrage.' : textLink(href, countText(hinweis))} ${neu === null ? '' : textLink(neu, 'Rückfrage stellen')}</p>
      ${antworten.map((one) => accordion({ title: `Schon beantwortet: ${one.frage}`, body: html`${paragraphs(one.antwort)}<p class="kern-body kern-body--small kern-body--muted">${one.haus}, ${formatInstant(one.veroeffentlichtAm)}</p>` }))}`,
    { id: 'rueckfragen' },
  );
}

function countText({ anzahl, offen, ungelesen }: RueckfragenHinweis): string {
  const parts = [
    ...(offen > 0 ? [`${offen} offen`] : []),
    ...(ungelesen > 0 ? [`${ungelesen} ungelesen`] : []),
  ];
  const rest = parts.length > 0 ? `, davon ${parts.join(', ')}` : '';
  return `${anzahl} ${anzahl === 1 ? 'Rückfrage' : 'Rückfragen'}${rest}`;
}
