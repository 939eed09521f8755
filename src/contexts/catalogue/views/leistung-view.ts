import { type LocalDate, ok, type Result } from '#kernel';
import type { AsOf } from '../domain/as-of.ts';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import type { CatalogueAsOf } from '../use-cases/catalogue-as-of.ts';
import { resolveLeistung } from '../use-cases/resolve-leistung.ts';
import type { VollzugFor, VollzugView } from './vollzug.ts';

/** One Leistung as of a day: all that its Fassung holds, what of it is in force, and who executes the Leistung then. */
export interface LeistungView {
  readonly leistung: Leistung;
  readonly stock: Catalogue;
  readonly asOf: AsOf;
  /** The day of which is said whether the Leistung is in force. */
  readonly day: LocalDate;
  readonly vollzug: VollzugView | null;
}

interface ViewDeps {
  readonly asOf: CatalogueAsOf;
  readonly vollzugFor?: VollzugFor | undefined;
}

/** Looks a Leistung up in the Fassung of a day; without a day as of `today`, among the whole stock. */
export async function viewLeistung(
  { asOf, vollzugFor }: ViewDeps,
  text: string,
  date: LocalDate | null,
  today: LocalDate,
): Promise<Result<LeistungView>> {
  const stock = await asOf.stock(date);
  const found = resolveLeistung(stock, text);
  if (!found.ok) return found;
  const leistung = found.value;
  const day = date ?? today;
  const vollzug = vollzugFor ? await vollzugFor(leistung, day) : null;
  return ok({ leistung, stock, asOf: await asOf.on(date), day, vollzug });
}
