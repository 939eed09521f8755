import { resolveLeistung } from '#catalogue';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit, type Tx } from '#platform';
import type { PortalStaffDeps } from '../deps.ts';
import { type OfficeInput, type OfficeText, parseOffice } from '../domain/office.ts';
import { changedMeanwhile, invalidInput, officeUnknown, siteMissing } from '../errors.ts';
import { deleteOffice, insertOffice, readOffices, readSiteOf, updateOffice } from '../store.ts';
import type { Editor } from './editor.ts';

/** Writes an office of a Kommune: a new one without `id`, otherwise on top of the version that was read. */
export async function describeOffice(
  deps: Pick<PortalStaffDeps, 'db' | 'world'>,
  { actor, kommune }: Editor,
  input: OfficeInput & { readonly id: string | null; readonly version: number },
): Promise<Result<{ readonly id: string }>> {
  const read = await readInput(deps, input);
  if (!read.ok) return refuse(invalidInput(read.refusal));
  const id = input.id ?? newId();
  const run = async (tx: Tx): Promise<Result<{ readonly id: string }>> => {
    if ((await readSiteOf(tx, kommune.tenant)) === null) return refuse(siteMissing);
    const others = await readOffices(tx, kommune.tenant);
    if (others.some((office) => office.name === read.value.name && office.id !== id))
      return refuse(invalidInput([{ field: 'name', message: 'Ein Amt mit diesem Namen gibt es schon.' }]));
    if (input.id !== null && !others.some((office) => office.id === id)) return refuse(officeUnknown);
    const office = { ...read.value, id };
    const done =
      input.id === null
        ? await insertOffice(tx, office, kommune.tenant)
        : await updateOffice(tx, office, kommune.tenant, input.version);
    if (!done) return refuse(changedMeanwhile);
    await record(tx, 'described', id, { leistungen: office.leistungen.length });
    return ok({ id });
  };
  return deps.db.withReference(actor, run, kommune.tenant);
}

/** Takes an office away; its Leistungen then name the town hall. */
export function removeOffice(
  { db }: Pick<PortalStaffDeps, 'db'>,
  { actor, kommune }: Editor,
  id: string,
): Promise<Result<{ readonly id: string }>> {
  const run = async (tx: Tx) => {
    const known = (await readOffices(tx, kommune.tenant)).some((office) => office.id === id);
    if (!known || !(await deleteOffice(tx, id, kommune.tenant))) return refuse(officeUnknown);
    await record(tx, 'removed', id, {});
    return ok({ id });
  };
  return db.withReference(actor, run, kommune.tenant);
}

async function record(
  tx: Tx,
  verb: 'described' | 'removed',
  id: string,
  summary: Readonly<Record<string, number>>,
): Promise<void> {
  await recordAudit(tx, { action: `portal.office.${verb}`, object: { type: 'portal.office', id }, summary });
}

async function readInput(
  deps: Pick<PortalStaffDeps, 'world'>,
  input: OfficeInput,
): Promise<Result<OfficeText & { readonly leistungen: readonly string[] }, readonly FieldProblem[]>> {
  const parsed = parseOffice(input);
  if (!parsed.ok) return parsed;
  const { leistungWords, ...text } = parsed.value;
  const { catalogue } = await deps.world();
  const found = leistungWords.map((word) => ({ word, leistung: resolveLeistung(catalogue, word) }));
  const unknown = found.filter(({ leistung }) => !leistung.ok).map(({ word }) => word.slice(0, 40));
  if (unknown.length > 0) {
    const message = `Diese Leistungen kennt der Katalog nicht: ${unknown.slice(0, 10).join(', ')}. Bitte LeiKa-Schlüssel oder Nummern wie L02950 nennen.`;
    return refuse([{ field: 'leistungen', message }]);
  }
  const ids = found.flatMap(({ leistung }) => (leistung.ok ? [leistung.value.id] : []));
  return ok({ ...text, leistungen: [...new Set(ids)].toSorted() });
}
