import { ok, type Result, refuse } from '#kernel';
import type { Principal, Tx } from '#platform';
import { dienstUnknown, schemaUnknown } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readSchema } from '../store-schemata.ts';
import { keepBeschluss } from './beschluesse.ts';
import { readSchemes } from './schemata.ts';
import { readStrategieliste } from './strategie.ts';
import { viewerOf } from './viewer.ts';

/** What a decision of a session says. */
interface Sitzungsbeschluss {
  readonly titel: string;
  readonly text: string;
  readonly angenommen: boolean;
  readonly href: string;
}

/** A kind of thing that a session can decide about, in the shape that the working group asks for. */
interface Ziel {
  readonly art: string;
  readonly label: string;
  readonly beispiel: string;
  readonly mayRead: (permissions: ReadonlySet<string>) => boolean;
  readonly find: (
    principal: Principal,
    text: string,
  ) => Promise<Result<{ readonly id: string; readonly name: string; readonly href: string }>>;
  readonly onBeschluss?: (tx: Tx, id: string, beschluss: Sitzungsbeschluss) => Promise<void>;
}

const mayRead = (permissions: ReadonlySet<string>) =>
  ['priorities.manage', 'circle.read', 'compass.stand.read'].some((one) => permissions.has(one));

/** A scheme as the matter of a session: accepted there, it is decided with the ranking of that moment. */
export function schemaZiel(deps: PrioritiesDeps): Ziel {
  return {
    art: 'schema',
    label: 'Prioritätenschema',
    beispiel: 'schema:Ausgewogen',
    mayRead,
    find: async (principal, text) => {
      const viewer = await viewerOf(deps, principal);
      if (!viewer.ok) return viewer;
      const { schemata } = await readSchemes(deps, viewer.value);
      const found = schemata.find(({ id, titel }) => id === text || titel === text);
      return found
        ? ok({ id: found.id, name: found.titel, href: `/prioritaeten/schemata/${found.id}` })
        : refuse(schemaUnknown(text));
    },
    onBeschluss: async (tx, id, { titel, text, angenommen, href }) => {
      const schema = angenommen ? await readSchema(tx, id) : null;
      if (schema === null || tx.tenant === null || tx.actor === null) return;
      const provider = { id: tx.tenant, name: '' };
      const viewer = { actor: tx.actor, tenant: tx.tenant, provider, darfFuehren: true };
      // Whoever was faster decided the same Fassung: then there is nothing left to hold.
      await keepBeschluss(deps, tx, viewer, schema, {
        fassung: schema.fassung,
        gremium: `Arbeitsgruppe (Beschluss „${titel.slice(0, 160)}“)`,
        grund: text.length < 3 ? 'Beschluss der Sitzung.' : text.slice(0, 1000),
        sitzungsbeschluss: href.slice(0, 200),
      });
    },
  };
}

/** An EfA service as the matter of a session: `strategie:loesung/wohngeld-sh`; its entry is made on its page. */
export function strategieZiel(deps: PrioritiesDeps): Ziel {
  return {
    art: 'strategie',
    label: 'Einführungsstrategie',
    beispiel: 'strategie:loesung/wohngeld-sh',
    mayRead,
    find: async (principal, text) => {
      const viewer = await viewerOf(deps, principal);
      if (!viewer.ok) return viewer;
      const found = (await readStrategieliste(deps, viewer.value)).find(
        ({ dienst: { art, id, titel } }) => `${art}/${id}` === text || titel === text,
      );
      if (found === undefined) return refuse(dienstUnknown(text));
      const { art, id, titel } = found.dienst;
      return ok({
        id: `${art}/${id}`,
        name: titel,
        href: `/einfuehrungsstrategie/${art}/${encodeURIComponent(id)}`,
      });
    },
  };
}
