import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { isBroken } from '../domain/link.ts';
import { editPermission, type QualityDeps } from '../doors-deps.ts';
import { findRow } from '../use-cases/find-row.ts';
import { kommuneFor } from '../use-cases/kommune-for.ts';
import { detailJson, jsonOfDetail, jsonOfLink, jsonOfRow, linkJson, rowJson } from '../views/json.ts';

const access = { permission: editPermission } as const;
const name = z.string().min(1).max(200);
const paging = {
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};

/** How well texts are, in the JSON API. */
export function qualityOperations(deps: QualityDeps): readonly Operation[] {
  return [listOperation(deps), detailOperation(deps), linkOperation(deps)];
}

function listOperation(deps: QualityDeps): Operation {
  return operation({
    capability: 'quality.liste',
    method: 'get',
    path: '/textqualitaet/{kommune}',
    summary: 'Wie gut die Leistungen einer Kommune beschrieben sind, die schwächsten zuerst',
    access,
    params: z.object({ kommune: name }),
    query: z.object({
      ...paging,
      zustaendig: z.enum(['selbst', 'andere', 'offen']).optional(),
      faellig: z
        .enum(['ja'])
        .optional()
        .describe('Nur Leistungen mit einem Text, der zur Durchsicht fällig ist'),
    }),
    response: z.object({ gesamt: z.int(), leistungen: z.array(rowJson) }),
    handle: async ({ params, principal, query }) => {
      const kommune = await kommuneFor(deps, principal, params.kommune);
      if (!kommune.ok) return kommune;
      const rows = (await deps.reader.rows(kommune.value))
        .filter(({ zustaendig }) => query.zustaendig === undefined || zustaendig === query.zustaendig)
        .filter(({ faellig }) => query.faellig === undefined || faellig)
        .toSorted((a, b) => a.punkte - b.punkte);
      const shown = rows.slice(query.offset, query.offset + query.limit);
      return ok({ gesamt: rows.length, leistungen: shown.map(jsonOfRow) });
    },
  });
}

function detailOperation(deps: QualityDeps): Operation {
  return operation({
    capability: 'quality.leistung',
    method: 'get',
    path: '/textqualitaet/{kommune}/{leistung}',
    summary: 'Die Punkte einer Leistung mit ihren Gründen, und welche Ebene was schreibt',
    access,
    params: z.object({ kommune: name, leistung: name }),
    response: detailJson,
    handle: async ({ params, principal }) => {
      const kommune = await kommuneFor(deps, principal, params.kommune);
      if (!kommune.ok) return kommune;
      const found = await findRow(deps, kommune.value, params.leistung);
      return found.ok ? ok(jsonOfDetail(found.value)) : found;
    },
  });
}

function linkOperation(deps: QualityDeps): Operation {
  return operation({
    capability: 'quality.links',
    method: 'get',
    path: '/textlinks/{kommune}',
    summary: 'Die Links in Texten und Onlinediensten, und was ihre letzte Prüfung ergab',
    access,
    params: z.object({ kommune: name }),
    query: z.object({ ...paging, ergebnis: z.enum(['fehler']).optional().describe('Nur Links mit Fehler') }),
    response: z.object({ gesamt: z.int(), links: z.array(linkJson) }),
    handle: async ({ params, principal, query }) => {
      const kommune = await kommuneFor(deps, principal, params.kommune);
      if (!kommune.ok) return kommune;
      const rows = (await deps.reader.links(kommune.value)).filter(
        (row) => query.ergebnis === undefined || isBroken(row),
      );
      const shown = rows.slice(query.offset, query.offset + query.limit);
      return ok({ gesamt: rows.length, links: shown.map(jsonOfLink) });
    },
  });
}
