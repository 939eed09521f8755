import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Operation, operation, type Principal } from '#platform';
import { editPermission, type FinderDeps } from '../deps.ts';
import { wortArten } from '../domain/finder-input.ts';
import { aktionen, type Vorschlag } from '../domain/vorschlag.ts';
import { acceptVorschlag, rejectVorschlag, withdrawVorschlag } from '../use-cases/decide-vorschlag.ts';
import { findVorschlag } from '../use-cases/find-vorschlag.ts';
import { previewWort } from '../use-cases/preview-wort.ts';
import { proposeWort, vorschlaegeFor } from '../use-cases/propose-wort.ts';
import { suchworteFor } from '../use-cases/read-suchworte.ts';
import { jsonOfVorschlag, vergleichJson, vorschlagJson } from '../views/json.ts';

const access = { permission: editPermission } as const;
const idParams = z.object({ id: z.string().max(80) });

const wortJson = z.object({
  ozgId: z.int().nullable(),
  leistungId: z.string().nullable(),
  art: z.enum(wortArten),
  sprache: z.string(),
  wort: z.string(),
  herkunft: z.enum(['mitgeliefert', 'redaktion']),
});

/** The editors' desk in the JSON API. */
export function editorOperations(deps: FinderDeps): readonly Operation[] {
  return [...readOperations(deps), ...proposalOperations(deps), ...decisionOperations(deps)];
}

function readOperations(deps: FinderDeps): readonly Operation[] {
  return [
    operation({
      capability: 'finder.thesaurus',
      method: 'get',
      path: '/thesaurus',
      summary: 'Die Wörter, mit denen Menschen nach einer Leistung fragen',
      access: 'public',
      query: z.object({
        ozg: z.coerce.number().int().optional(),
        leistung: z.string().max(20).optional(),
        limit: z.coerce.number().int().min(1).max(1_000).default(100),
        offset: z.coerce.number().int().min(0).default(0),
      }),
      response: z.object({ gesamt: z.int(), woerter: z.array(wortJson) }),
      handle: async ({ query }) => {
        const { woerter } = await deps.words();
        const wanted = woerter
          .filter(({ ozgId }) => query.ozg === undefined || ozgId === query.ozg)
          .filter(({ leistungId }) => query.leistung === undefined || leistungId === query.leistung);
        return ok({
          gesamt: wanted.length,
          woerter: wanted.slice(query.offset, query.offset + query.limit),
        });
      },
    }),
    operation({
      capability: 'finder.suchworte',
      method: 'get',
      path: '/suche/woerter',
      summary: 'Was viele gesucht haben: ohne Treffer, oder ohne dass jemand einen öffnete',
      access,
      response: z.object({
        suchworte: z.array(
          z.object({
            woerter: z.string(),
            zuletzt: z.string(),
            tage: z.int(),
            gesucht: z.int(),
            ohneTreffer: z.int(),
            geoeffnet: z.int(),
          }),
        ),
      }),
      handle: async ({ principal }) => {
        const found = await suchworteFor(deps, principal);
        return found.ok ? ok({ suchworte: found.value }) : found;
      },
    }),
  ];
}

function proposalOperations(deps: FinderDeps): readonly Operation[] {
  return [
    operation({
      capability: 'finder.vorschlag.liste',
      method: 'get',
      path: '/thesaurus/vorschlaege',
      summary: 'Die Vorschläge, die die eigene Organisation gemacht hat oder entscheidet',
      access,
      response: z.object({ vorschlaege: z.array(vorschlagJson) }),
      handle: async ({ principal }) => {
        const found = await vorschlaegeFor(deps, principal);
        return found.ok ? ok({ vorschlaege: found.value.map(jsonOfVorschlag) }) : found;
      },
    }),
    operation({
      capability: 'finder.vorschlag.machen',
      method: 'post',
      path: '/thesaurus/vorschlaege',
      summary: 'Ein Wort für den Thesaurus vorschlagen, oder dass eines wegfällt',
      access,
      status: 201,
      body: z.strictObject({
        aktion: z.enum(aktionen),
        ziel: z.string().max(20).describe('OZG-Nummer oder Kennung der Leistung'),
        art: z.enum(wortArten),
        sprache: z.string().max(2).default('de'),
        wort: z.string().max(200),
        begruendung: z.string().max(500).default(''),
      }),
      response: vorschlagJson,
      handle: async ({ body, principal }) => shown(await proposeWort(deps, principal, body)),
    }),
    operation({
      capability: 'finder.vorschlag',
      method: 'get',
      path: '/thesaurus/vorschlaege/{id}',
      summary: 'Ein Vorschlag mit dem, was vor und nach ihm gefunden wird',
      access,
      params: idParams,
      response: vorschlagJson.extend({ vergleich: z.array(vergleichJson) }),
      handle: async ({ params, principal }) => {
        const found = await findVorschlag(deps, principal, params.id);
        if (!found.ok) return found;
        const vergleich = await previewWort(deps, found.value);
        return ok({ ...jsonOfVorschlag(found.value), vergleich });
      },
    }),
  ];
}

type Decide = (deps: FinderDeps, principal: Principal | null, id: string) => Promise<Result<Vorschlag>>;

function decisionOperations(deps: FinderDeps): readonly Operation[] {
  const decision = (capability: string, step: string, summary: string, decide: Decide) =>
    operation({
      capability,
      method: 'post',
      path: `/thesaurus/vorschlaege/{id}/${step}`,
      summary,
      access,
      params: idParams,
      response: vorschlagJson,
      handle: async ({ params, principal }) => shown(await decide(deps, principal, params.id)),
    });
  return [
    decision(
      'finder.vorschlag.annehmen',
      'annehmen',
      'Einen Vorschlag annehmen; er gilt sofort',
      acceptVorschlag,
    ),
    decision('finder.vorschlag.ablehnen', 'ablehnen', 'Einen Vorschlag ablehnen', rejectVorschlag),
    decision(
      'finder.vorschlag.zurueckziehen',
      'zurueckziehen',
      'Einen eigenen Vorschlag zurückziehen',
      withdrawVorschlag,
    ),
  ];
}

function shown(result: Result<Vorschlag>) {
  return result.ok ? ok(jsonOfVorschlag(result.value)) : result;
}
