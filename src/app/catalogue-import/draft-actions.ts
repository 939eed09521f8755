import type { PageAnswer, PageRequest, Principal } from '#platform';
import { findWork, type HeldUpload } from '../reference/index.ts';
import { beginApply, isOver, previewAgain } from './begin.ts';
import { type Draft, decisionSchema, readDraft, tableKinds, writeDraft } from './draft.ts';
import { mappingFrom } from './mapping-form.ts';
import { readPreview } from './preview.ts';
import type { TableDeps } from './tables-deps.ts';
import { importAddress } from './upload-page.ts';

/** Takes the mapping of columns and looks again. */
export async function remap(
  deps: TableDeps,
  upload: HeldUpload,
  { form }: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const draft = await readDraft(deps.uploads, upload.id);
  const kinds = tableKinds.filter((kind) => draft.fileNames[kind] !== undefined);
  const mappings = Object.fromEntries(kinds.map((kind) => [kind, mappingFrom(form, kind)]));
  return again(deps, upload, principal, { ...draft, mappings, decisions: {} });
}

/** Takes what a person says to the proposals and looks again. */
export async function decide(
  deps: TableDeps,
  upload: HeldUpload,
  { form }: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const draft = await readDraft(deps.uploads, upload.id);
  const preview = await readPreview(deps.uploads, upload.id);
  const rest = decisionSchema.safeParse(form.get('uebrige'));
  const decisions = { ...draft.decisions };
  for (const { id, stated } of preview?.plan?.proposals ?? []) {
    const one = decisionSchema.safeParse(form.get(`vorschlag.${id}`));
    if (one.success) decisions[id] = one.data;
    else if (rest.success && decisions[id] === undefined && !stated) decisions[id] = rest.data;
  }
  return again(deps, upload, principal, { ...draft, decisions });
}

async function again(
  deps: TableDeps,
  upload: HeldUpload,
  principal: Principal,
  draft: Draft,
): Promise<PageAnswer> {
  await writeDraft(deps.uploads, upload.id, draft);
  await previewAgain(deps, principal, upload);
  return { kind: 'redirect', to: `${importAddress}/${upload.id}` };
}

/** Begins the import once everything that must be confirmed is. */
export async function apply(
  deps: TableDeps,
  upload: HeldUpload,
  { form }: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const preview = await readPreview(deps.uploads, upload.id);
  const plan = preview?.plan;
  const [skipBroken, endMissing] = [form.has('auslassen'), form.has('beenden')];
  const open = !plan || (plan.brokenRows > 0 && !skipBroken) || (plan.ended > 0 && !endMissing);
  if (open) return { kind: 'redirect', to: `${importAddress}/${upload.id}?offen=ja` };
  const running = upload.apply === null ? null : await findWork(deps.db, principal, upload.apply);
  const draft = await readDraft(deps.uploads, upload.id);
  // A second press while the first still works, or after it succeeded, starts nothing.
  if (running === null || (running.ok && isOver(running.value)))
    await beginApply(deps, principal, upload, {
      ...draft,
      consent: { skipBroken, endMissing, base: plan.base },
    });
  return { kind: 'redirect', to: `${importAddress}/${upload.id}` };
}
