import type { PageAnswer, Principal, Vorgang } from '#platform';
import { alert, progress } from '#ui';
import { findWork, type HeldUpload } from '../reference/index.ts';
import { isOver } from './begin.ts';
import type { TableDeps } from './tables-deps.ts';
import { breadcrumb, importAddress } from './upload-page.ts';

export function failed({ message }: Vorgang) {
  return { ok: false, refusal: { message } };
}

export function waiting(upload: HeldUpload, vorgang: Vorgang) {
  const title = upload.apply ? 'Die Fassung wird übernommen' : 'Die Tabellen werden geprüft';
  return {
    title,
    breadcrumb,
    refreshSeconds: 2,
    main: progress({
      label: title,
      value: vorgang.percent,
      max: 100,
      text: vorgang.message,
      pollUrl: `${importAddress}/${upload.id}/stand`,
    }),
  };
}

export function lost({ message }: Vorgang) {
  return {
    title: 'Nicht geprüft',
    error: true,
    breadcrumb,
    main: alert({ kind: 'danger', title: 'Es wurde nichts übernommen', body: message }),
    nextSteps: [{ label: 'Tabellen noch einmal hochladen', href: importAddress }],
  };
}

export async function standing(
  deps: TableDeps,
  upload: HeldUpload,
  principal: Principal,
): Promise<PageAnswer> {
  const found = await findWork(deps.db, principal, upload.apply ?? upload.preview ?? '');
  if (!found.ok) return { kind: 'refusal', refusal: found.refusal };
  const { percent, message } = found.value;
  return { kind: 'json', body: { value: percent, max: 100, text: message, done: isOver(found.value) } };
}
