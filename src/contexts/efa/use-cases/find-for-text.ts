import type { Leistung } from '#catalogue';
import { foldGerman } from '#kernel';
import type { EfaDeps } from '../doors-deps.ts';

const most = 20;

/** The Leistungen in force whose name, key or number has all the words, for who wants to write a text for one. */
export async function findForText(
  deps: Pick<EfaDeps, 'clock' | 'world' | 'ended'>,
  text: string,
): Promise<readonly Leistung[]> {
  const words = foldGerman(text.slice(0, 200)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [{ catalogue }, ended] = await Promise.all([deps.world(), deps.ended(deps.clock.today())]);
  const found: Leistung[] = [];
  for (const leistung of catalogue.leistungen) {
    if (found.length === most) break;
    const { name, leika, id } = leistung;
    const where = `${foldGerman(name)} ${leika ?? ''} ${id.toLowerCase()}`;
    if (!ended.has(id) && words.every((word) => where.includes(word))) found.push(leistung);
  }
  return found;
}
