import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type Actor, type Principal, parseTenantId, recordAudit, type TenantId } from '#platform';
import { allParameters } from '../domain/all-parameters.ts';
import { type Angebot, newestAngebote } from '../domain/angebot.ts';
import { checkParameters } from '../domain/check-parameters.ts';
import type { ParameterDefinition, ParameterValue } from '../domain/onlinedienst.ts';
import { parameterTopic } from '../domain/standard-parameters.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { dienstUnknown, vorgabeInvalid, vorgabeNeeded, vorgabeNotAllowed } from '../errors.ts';
import { readAngebote } from '../store-angebot.ts';
import { readLiveOfDienst } from '../store-public.ts';
import { insertVorgabe } from '../store-vorgabe.ts';

type Deps = Pick<EfaDeps, 'db' | 'clock' | 'world' | 'ownKommune' | 'ownAnbieter'>;

/** What somebody wants to state for all Kommunen of a Land or a Kreis; an empty value takes it back. */
export interface VorgabeInput {
  readonly dienst: string;
  /** Länderschlüssel (`05`) or the key of a Kreis (`05766`). */
  readonly gebiet: string;
  readonly name: string;
  readonly wert: unknown;
  readonly verbindlich: boolean;
  /** The norm or the reason. */
  readonly grundlage: string;
  readonly giltAb?: string;
}

/** What every Kommune says of itself; nobody above can say it for all. */
const ownTopics: ReadonlySet<string> = new Set(['stelle', 'zustellpunkt']);

/** The parameters of a service that a Land or a Kreis may state for all below. */
export function vorgebbar(data: Parameters<typeof allParameters>[0]): readonly ParameterDefinition[] {
  return allParameters(data).filter((each) => !ownTopics.has(parameterTopic(each)));
}

/**
 * States a value for all Kommunen of a Land or a Kreis from a day on. Refuses whoever neither offers the service nor is that
 * Kreis, a value that does not fit, and taking back what live services below need.
 */
export async function stateVorgabe(
  deps: Deps,
  principal: Principal | null,
  input: VorgabeInput,
): Promise<Result<{ readonly gebiet: string; readonly name: string; readonly giltAb: LocalDate }>> {
  const angebot = await newestOf(deps, input.dienst);
  if (angebot === null) return refuse(dienstUnknown(input.dienst));
  const gebiet = await gebietOf(deps, input.gebiet);
  if (gebiet === null)
    return wrong('gebiet', 'Bitte den Schlüssel eines Landes (05) oder Kreises (05766) angeben.');
  const by = await vorgeberOf(deps, principal, angebot, gebiet.key);
  if (by === null) return refuse(vorgabeNotAllowed);
  const checked = checkInput(deps, angebot, input);
  if (!checked.ok) return checked;
  const { definition, wert, giltAb, grundlage } = checked.value;
  if (wert === null && definition.required) {
    const live = (await deps.db.withPublic((tx) => readLiveOfDienst(tx, angebot.dienst))).filter(({ ags }) =>
      ags.startsWith(gebiet.key),
    );
    if (live.length > 0)
      return refuse(
        vorgabeNeeded(
          definition.label,
          live.map(({ kommune }) => kommune),
        ),
      );
  }
  const { name } = input;
  const row = {
    dienst: angebot.dienst,
    gebiet: gebiet.key,
    name,
    wert,
    grundlage,
    sagt: gebiet.name,
    giltAb,
  };
  await deps.db.withReference(
    by.actor,
    async (tx) => {
      await insertVorgabe(tx, by.tenant, { ...row, verbindlich: input.verbindlich }, deps.clock.now());
      await recordAudit(tx, {
        action: 'efa.vorgabe.stated',
        object: { type: 'efa.dienst', id: angebot.dienst },
        summary: { gebiet: gebiet.key, parameter: name, giltAb, verbindlich: input.verbindlich },
      });
    },
    by.tenant,
  );
  return ok({ gebiet: gebiet.key, name, giltAb });
}

async function newestOf({ db }: Deps, dienst: string): Promise<Angebot | null> {
  const [newest] = newestAngebote(await db.withPublic((tx) => readAngebote(tx, dienst.trim())));
  return newest ?? null;
}

async function gebietOf(
  { world }: Deps,
  key: string,
): Promise<{ readonly key: string; readonly name: string } | null> {
  const { territory } = await world();
  const wanted = key.trim();
  const land = territory.laender.find(({ code }) => code === wanted);
  if (land) return { key: wanted, name: `Land ${land.name}` };
  const body = wanted.length === 5 ? territory.bodyByAgs.get(wanted) : undefined;
  return body ? { key: wanted, name: body.name } : null;
}

async function vorgeberOf(
  deps: Deps,
  principal: Principal | null,
  { anbieterId }: Angebot,
  gebiet: string,
): Promise<{ readonly actor: Actor; readonly tenant: TenantId } | null> {
  if (principal === null) return null;
  const { actor } = principal;
  const owner = parseTenantId(anbieterId);
  const operator = principal.kind === 'betreiber';
  if (operator && principal.tenant === null) return owner && { actor, tenant: owner };
  const may = (permission: string) => operator || principal.permissions.has(permission);
  const anbieter = may('efa.angebot.manage') ? await deps.ownAnbieter(principal) : null;
  if (anbieter) return anbieter.tenant === owner ? { actor, tenant: anbieter.tenant } : null;
  const kreis = may('efa.anbindung.manage') ? await deps.ownKommune(principal) : null;
  return kreis?.ags === gebiet ? { actor, tenant: kreis.tenant } : null;
}

interface CheckedInput {
  readonly definition: ParameterDefinition;
  readonly wert: ParameterValue | null;
  readonly giltAb: LocalDate;
  readonly grundlage: string;
}

function checkInput({ clock }: Deps, { data }: Angebot, input: VorgabeInput): Result<CheckedInput> {
  const definition = allParameters(data).find(({ id }) => id === input.name);
  if (!definition)
    return wrong('name', `Die Angabe „${input.name.slice(0, 60)}“ gibt es bei diesem Onlinedienst nicht.`);
  if (ownTopics.has(parameterTopic(definition)))
    return wrong('name', `„${definition.label}“ nennt jede Kommune selbst; das gibt niemand für alle vor.`);
  const grundlage = input.grundlage.trim();
  if (grundlage.length < 3 || grundlage.length > 500)
    return wrong(
      'grundlage',
      'Bitte die Norm oder den Grund nennen (3 bis 500 Zeichen). Jede Kommune liest ihn beim Wert.',
    );
  const today = clock.today();
  const asked = input.giltAb?.trim() || today;
  const day = parseLocalDate(asked);
  if (!day.ok) return wrong('giltAb', day.refusal.message);
  if (day.value < today)
    return wrong(
      'giltAb',
      'Werte gelten frühestens ab heute: Anträge, die schon da sind, behalten die Werte vom Tag ihres Eingangs.',
    );
  const checked = checkParameters([definition], { [input.name]: input.wert ?? '' });
  if (checked.problems.length > 0) return refuse(vorgabeInvalid(checked.problems));
  return ok({ definition, wert: checked.values[input.name] ?? null, giltAb: day.value, grundlage });
}

function wrong(field: string, message: string): Result<never> {
  return refuse(vorgabeInvalid([{ field, message }]));
}
