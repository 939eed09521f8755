import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { bauePaket } from '../use-cases/bauen.ts';
import { readDienst, readDienste } from '../use-cases/lesen.ts';
import { vergleichePakete } from '../use-cases/vergleichen.ts';
import {
  detailAnswer,
  detailSchema,
  gebautAnswer,
  gebautSchema,
  unterschiedAnswer,
  unterschiedSchema,
  zeileAnswer,
  zeileSchema,
} from '../views/answers.ts';
import { access, asLieferant } from './as-lieferant.ts';
import { importOperations } from './import-operations.ts';
import { schluesselOperations } from './schluessel-operations.ts';

const params = z.object({ dienst: z.string().describe('Kurzname des Onlinedienstes') });

/** This context in the JSON API. */
export function packagesOperations(deps: PackagesDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    buildOperation(deps),
    compareOperation(deps),
    ...importOperations(deps),
    ...schluesselOperations(deps),
  ];
}

function readOperations(deps: PackagesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'packages.list',
      method: 'get',
      path: '/pakete',
      summary: 'Onlinedienste als Pakete: Inhaltssumme, und auf welchem Portal sie laufen',
      access,
      response: z.object({ dienste: z.array(zeileSchema) }),
      handle: ({ principal }) =>
        asLieferant(deps, principal, async () => ok({ dienste: (await readDienste(deps)).map(zeileAnswer) })),
    }),
    operation({
      capability: 'packages.show',
      method: 'get',
      path: '/pakete/{dienst}',
      summary: 'Ein Onlinedienst als Paket: Teile, Bedarf, Konformität je Portal mit Testfällen',
      access,
      params,
      response: detailSchema,
      handle: ({ params: { dienst }, principal }) =>
        asLieferant(deps, principal, async () => {
          const detail = await readDienst(deps, dienst);
          return detail.ok ? ok(detailAnswer(detail.value)) : detail;
        }),
    }),
  ];
}

function buildOperation(deps: PackagesDeps): Operation {
  return operation({
    capability: 'packages.build',
    method: 'post',
    path: '/pakete/{dienst}',
    summary: 'Das Paket eines Onlinedienstes bauen und unterschreiben (leitwerk/paket@2)',
    access,
    params,
    body: z.strictObject({ format: z.int().min(1).optional().describe('Vorgabe: das neueste') }),
    response: gebautSchema,
    handle: ({ params: { dienst }, body: { format }, principal }) =>
      asLieferant(deps, principal, async (lieferant) => {
        const built = await bauePaket(deps, lieferant, dienst, format);
        return built.ok ? ok(gebautAnswer(built.value)) : built;
      }),
  });
}

function compareOperation(deps: PackagesDeps): Operation {
  return operation({
    capability: 'packages.compare',
    method: 'get',
    path: '/paketvergleich',
    summary: 'Zwei Pakete Teil für Teil vergleichen, nach ihren Inhaltssummen',
    access,
    query: z.object({ von: z.string(), zu: z.string() }),
    response: z.object({ teile: z.array(unterschiedSchema) }),
    handle: ({ query: { von, zu }, principal }) =>
      asLieferant(deps, principal, async () => {
        const found = await vergleichePakete(deps, von, zu);
        return found.ok ? ok({ teile: found.value.map(unterschiedAnswer) }) : found;
      }),
  });
}
