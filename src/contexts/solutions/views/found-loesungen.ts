import type { LocalDate, Result } from '#kernel';
import { askedRows, type ListValues } from '#ui';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { registerDefinition } from './register-definition.ts';
import { type RegisterRow, registerRows } from './register-row.ts';

/** The Lösungen that the register's page would find, for the API and the command; `bis` as on the page. */
export async function foundLoesungen(
  deps: SolutionsDeps,
  { date, bis }: { readonly date: LocalDate; readonly bis: LocalDate | null },
  asked: ListValues,
): Promise<Result<readonly RegisterRow[]>> {
  // A provider's own fields are columns of the file only: no filter and no order asks for them.
  return askedRows(registerDefinition(date, []), await registerRows(deps, date, bis), asked);
}
