import { type FieldProblem, parseLocalDate, type Result } from '#kernel';
import type { Principal, Upload, Vorgang } from '#platform';
import { beginWork, type HeldUpload } from '../reference/index.ts';
import { type Draft, type TableKind, tableArea, writeDraft } from './draft.ts';
import type { TableDeps } from './tables-deps.ts';

/** What a person must say of tables before anybody looks into them. */
export interface Origin {
  readonly stand: string;
  readonly quelle: string;
  readonly quelleUrl: string;
  readonly lizenz: string;
  readonly complete: boolean;
}

/** What is missing or wrong, by field. */
export function originProblems({ clock }: Pick<TableDeps, 'clock'>, origin: Origin): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const stand: Result<string> = parseLocalDate(origin.stand);
  if (!stand.ok)
    problems.push({ field: 'stand', message: 'Bitte geben Sie den Tag an, von dem die Tabelle stammt.' });
  else if (stand.value > clock.today())
    problems.push({
      field: 'stand',
      message: 'Der Stand liegt in der Zukunft. Bitte geben Sie den Tag an, von dem die Tabelle stammt.',
    });
  if (origin.quelle.trim() === '')
    problems.push({
      field: 'quelle',
      message: 'Bitte nennen Sie die Quelle: Sie steht danach bei jeder Angabe.',
    });
  if (origin.quelleUrl !== '' && !/^https?:\/\/[^\s]+$/.test(origin.quelleUrl))
    problems.push({ field: 'quelleUrl', message: 'Die Adresse beginnt mit https:// oder http://.' });
  if (origin.lizenz.trim() === '')
    problems.push({
      field: 'lizenz',
      message: 'Bitte nennen Sie die Lizenz, oder schreiben Sie „unbekannt“.',
    });
  return problems;
}

/** Keeps tables with what was said about them, and hands the preview to the worker. */
export async function beginTables(
  deps: TableDeps,
  principal: Principal,
  files: ReadonlyMap<TableKind, Upload>,
  origin: Origin,
  mappings: Draft['mappings'] = {},
): Promise<HeldUpload> {
  const upload = await deps.uploads.keep(tableArea, files, principal);
  await writeDraft(deps.uploads, upload.id, {
    fileNames: Object.fromEntries([...files].map(([kind, { fileName }]) => [kind, fileName.slice(0, 120)])),
    mappings,
    stand: origin.stand,
    quelle: origin.quelle.trim().slice(0, 500),
    quelleUrl: origin.quelleUrl || null,
    lizenz: origin.lizenz.trim().slice(0, 200),
    complete: origin.complete,
    decisions: {},
    consent: { skipBroken: false, endMissing: false, base: null },
  });
  return previewAgain(deps, principal, upload);
}

/** Whether nobody works on it any more. */
export function isOver({ state }: Pick<Vorgang, 'state'>): boolean {
  return state === 'done' || state === 'failed';
}

/** Begins a preview of what is held. */
export async function previewAgain(
  { db, uploads }: TableDeps,
  principal: Principal,
  upload: HeldUpload,
): Promise<HeldUpload> {
  const preview = await beginWork(db, principal, 'catalogue.table.preview', upload.id);
  await uploads.note(upload, { preview, apply: null });
  return { ...upload, preview, apply: null };
}

/** Begins the import with what the person consented to. */
export async function beginApply(
  { db, uploads }: TableDeps,
  principal: Principal,
  upload: HeldUpload,
  draft: Draft,
): Promise<string> {
  await writeDraft(uploads, upload.id, draft);
  const apply = await beginWork(db, principal, 'catalogue.table.apply', upload.id);
  await uploads.note(upload, { apply });
  return apply;
}
