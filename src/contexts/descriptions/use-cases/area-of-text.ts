import { ok, type Result, refuse } from '#kernel';
import { resolveBody } from '#territory';
import type { FeedDeps } from '../deps.ts';
import { arsOfBody, bundArs, isArs } from '../domain/gebiet.ts';
import { areaUnknown } from '../errors.ts';

/** An area as people name it: „Bund“, a Land by its two digits or name, a Kommune by name or key, or twelve digits. */
export async function areaOfText(
  { territory }: Pick<FeedDeps, 'territory'>,
  text: string,
): Promise<Result<string>> {
  const asked = text.trim();
  if (isArs(asked)) return ok(asked);
  if (/^(bund|deutschland|00)$/i.test(asked)) return ok(bundArs);
  const world = await territory();
  const land = world.laender.find(
    ({ code, name, kuerzel }) =>
      code === asked || kuerzel === asked || name.toLowerCase() === asked.toLowerCase(),
  );
  if (land) return ok(land.code.padEnd(12, '0'));
  if (/^(0[1-9]|1[0-6])$/.test(asked)) return ok(asked.padEnd(12, '0'));
  const body = resolveBody(world, asked);
  return body.ok ? ok(arsOfBody(body.value)) : refuse(asked === '' ? areaUnknown(asked) : body.refusal);
}

/** The beginning that the keys of an area and of all below it share. */
export function prefixOfArea(ars: string): string {
  return ars === bundArs ? '' : ars.slice(0, digitsThatCount(ars));
}

function digitsThatCount(ars: string): number {
  if (ars.slice(2) === '0000000000') return 2;
  if (ars.slice(3) === '000000000') return 3;
  return ars.slice(5) === '0000000' ? 5 : ars.slice(9) === '000' ? 9 : 12;
}
