import { html } from 'hono/html';
import { readAnswered } from '#discussion';
import { dayInGermany, formatLocalDate } from '#kernel';
import type { Html, Principal } from '#platform';
import { section, textLink } from '#ui';
import type { WorkgroupDeps } from '../deps.ts';
import { beschluesseFuer } from '../use-cases/read-beschluesse.ts';
import { leiten, mitwirken } from '../use-cases/wer.ts';
import { beschlussBadge } from './teile.ts';

const laengsterAuszug = 300;

/** What the working group decided and answered about a record, as a part of the record's page; nothing for others. */
export async function arbeitsgruppeHinweis(
  { db, discussion }: Pick<WorkgroupDeps, 'db' | 'discussion'>,
  principal: Principal | null,
  records: readonly { readonly art: string; readonly id: string }[],
): Promise<Html> {
  const { tenant, actor, permissions } = principal ?? {};
  // Every record's page asks this, so it costs two short transactions and no look at who the organisation is.
  if (!tenant || !actor || !(permissions?.has(mitwirken) || permissions?.has(leiten))) return '';
  const beschluesse = await beschluesseFuer({ db }, { tenant, actor }, records);
  const answered = await readAnswered(discussion, principal, records);
  if (beschluesse.length + answered.length === 0) return '';
  return section(
    'Aus der Arbeitsgruppe',
    html`<ul class="kern-list kern-list--bullet">${beschluesse.map(({ id, titel, zustand, entschiedenAm }) => html`<li>Beschluss: ${textLink(`/arbeitsgruppe/beschluesse/${id}`, titel)} ${beschlussBadge(zustand)}${entschiedenAm ? ` am ${formatLocalDate(dayInGermany(entschiedenAm))}` : ''}</li>`)}${answered.map(({ id, betreff, haus, text }) => html`<li>Beantwortet: ${textLink(`/rueckfragen/${id}`, betreff)}. ${haus}: ${auszug(text)}</li>`)}</ul>`,
    { id: 'arbeitsgruppe' },
  );
}

function auszug(text: string): string {
  return text.length > laengsterAuszug ? `${text.slice(0, laengsterAuszug).trimEnd()} …` : text;
}
