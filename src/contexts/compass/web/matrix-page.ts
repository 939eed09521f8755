import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { matrixContent, savedText } from './matrix-content.ts';
import { plainRow } from './matrix-rows.ts';
import { saveMatrix } from './matrix-save.ts';
import { matrixAddress, matrixSheetOf } from './matrix-sheet.ts';

/** Many Leistungen at once, for the keyboard; without script a plain form. */
export function matrixRoutes(deps: CompassDeps): readonly PageRoute[] {
  const access = { permission: 'compass.stand.edit' } as const;
  return [
    {
      capability: 'compass.stand',
      method: 'GET',
      path: matrixAddress,
      access,
      handle: (request) => show(deps, request),
    },
    {
      capability: 'compass.bulk',
      method: 'POST',
      path: matrixAddress,
      access,
      handle: (request) => saveMatrix(deps, request),
    },
  ];
}

async function show(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const sheet = await matrixSheetOf(deps, request, request.query);
  if (!sheet.ok) return refusal(sheet.refusal);
  const saved = request.query.get('gespeichert') ?? '';
  const status = /^\d{1,3}$/.test(saved) ? savedText(Number(saved)) : undefined;
  return page(matrixContent(sheet.value, request, { rows: sheet.value.result.rows.map(plainRow), status }));
}
