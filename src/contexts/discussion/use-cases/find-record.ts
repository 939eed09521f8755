import { type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { unknownRecord } from '../errors.ts';
import { parseRecordText, type RecordRef } from '../record-kind.ts';

/** The record that `leistung:L02950` names, as far as the person may see it. */
export async function findRecord(
  { records }: Pick<DiscussionDeps, 'records'>,
  principal: Principal,
  text: string,
): Promise<Result<RecordRef>> {
  const key = parseRecordText(text);
  const visible = records.filter(({ mayRead }) => mayRead(principal.permissions));
  const kind = visible.find(({ art }) => art === key?.art);
  if (key === null || kind === undefined) {
    return refuse(
      unknownRecord(
        text,
        visible.map(({ art }) => art),
      ),
    );
  }
  return kind.find(principal, key.id);
}
