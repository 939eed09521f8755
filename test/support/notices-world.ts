import { parseTenantId } from '#platform';
import { unsubscribeLink } from '../../src/contexts/notices/use-cases/unsubscribe.ts';
import { runCommand } from './run-command.ts';
import type { RunningApp } from './running-app.ts';
import type { Visitor } from './visitor.ts';

/** What was written and set up so that the pages of notices have something to show. */
export interface NoticesWorld {
  readonly draft: string;
  readonly released: string;
  readonly webhook: string;
  /** The address of a link to unsubscribe. */
  readonly unsubscribe: string;
}

const text = `Guten Tag {Name},\n\n${'ein sehr langer Satz mit vielen Wörtern, '.repeat(30)}\n- eins\n- zwei\n\nhttps://leitwerk.example/termin`;

/** A draft, a Rundmail on its way, a Verteiler, a webhook with a probe that waits, and a link for `member`. */
export async function furnishNotices(app: RunningApp, lead: Visitor, member: string): Promise<NoticesWorld> {
  const draft = await write(lead, 'Entwurf an alle');
  const released = await write(lead, `Ein Betreff ${'mit sehr vielen Wörtern '.repeat(6)}`.trim());
  const shown = await lead.get(`/rundmails/${released}`);
  const pruefsumme = /name="pruefsumme" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
  await lead.post(`/rundmails/${released}/freigeben`, { pruefsumme });
  const { rows } = await app.database.superuser.query<{ tenant_id: string }>(
    'select tenant_id from identity.member where id = $1',
    [member],
  );
  const tenant = parseTenantId(rows[0]?.tenant_id ?? '');
  if (tenant === null) throw new Error('the member is unknown');
  await lead.post('/rundmails/verteiler', { name: 'Kreis Lippe', kommunen: tenant });
  const lemgo = { organisation: '05766044' };
  const added = await runCommand(app, 'webhook add', [], {
    ...lemgo,
    label: `Ticketsystem ${'mit langem Namen '.repeat(4)}`.trim(),
    url: `https://tickets.example/${'lang/'.repeat(40)}`,
    events: 'antrag.eingegangen,antrag.zugeleitet',
  });
  const webhook = (added as { readonly id: string }).id;
  await runCommand(app, 'webhook test', [webhook], lemgo);
  const link = unsubscribeLink({ keys: app.services.keys, staffOrigin: app.staff }, tenant, member);
  return { draft, released, webhook, unsubscribe: new URL(link).pathname };
}

async function write(lead: Visitor, betreff: string): Promise<string> {
  const answer = await lead.post('/rundmails/neu', { betreff, text, umfang: 'alle', rollen: 'koordination' });
  return /\/rundmails\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? '';
}
