import { join } from 'node:path';
import { type BodyName, demoPeople, demoProvider, passwordHasher, seedDemo } from '#identity';
import type { Territory } from '#territory';
import { wireContexts } from '../contexts.ts';
import type { Services } from '../services.ts';
import { makeDemoArbeitsgruppe } from './arbeitsgruppe.ts';
import { makeDemoConnection } from './connection.ts';
import { makeDemoCosts } from './costs.ts';
import { makeDemoLive } from './live.ts';
import { makeDemoMarketplace } from './marketplace.ts';
import { makeDemoMatching } from './matching.ts';
import { makeDemoOffers } from './offers.ts';
import { makeDemoPackage } from './packages.ts';
import { makeDemoSatzung, makeDemoVorgaben } from './parameters.ts';
import { makeDemoPlanning } from './planning.ts';
import { makeDemoPriorities } from './priorities.ts';
import { makeDemoProjects } from './projects.ts';
import { makeDemoReleases } from './releases.ts';
import { makeDemoStaende } from './stand.ts';
import { makeDemoSurveys } from './surveys.ts';
import { makeDemoTexts } from './texts.ts';

/** The Kreise whose Gemeinden the invented provider of the demo looks after. */
const circleKreise = ['05766', '05758', '05770'];

/** Bodies that differ from their class, to look at. */
const furtherBodies = ['05334', '05334002', '05962', '05962032'];

/** Where the demo's people stand in clear: beside the installation's keys. */
export function demoFolder(dataFolder: string) {
  return { keys: join(dataFolder, 'keys') };
}

/** The demo's people and how they sign in. */
export function demoPeopleOf({ config, demo }: Pick<Services, 'config' | 'demo'>) {
  return demo ? demoPeople(demoFolder(config.dataFolder)) : [];
}

/** Makes the invented organisations and people where they are missing. */
export async function makeDemo(services: Services): Promise<void> {
  const { db, keys, clock, demo, config, worlds, logger } = services;
  const known = demoPeopleOf(services).length > 0;
  const deps = { db, keys, clock, demo, passwords: passwordHasher(), folder: demoFolder(config.dataFolder) };
  const circle = circleOf(await worlds.territory());
  const seeded = await seedDemo(deps, circle);
  if (!seeded.ok) throw new Error(seeded.refusal.message);
  const contexts = wireContexts(services);
  const steps = [
    () => makeDemoOffers(contexts, demoProvider),
    () => makeDemoVorgaben(contexts.efa),
    () => makeDemoPackage(contexts, demoProvider),
    () => makeDemoLive(contexts.connection),
    () => makeDemoConnection(contexts.connection),
    () => makeDemoMarketplace(contexts, demoProvider),
    () => makeDemoSatzung(contexts.efa),
    () => makeDemoProjects(contexts, demoProvider),
    () => makeDemoStaende(contexts.compass),
    () => makeDemoMatching(contexts.matching),
    () => makeDemoTexts(contexts.descriptions),
    () => makeDemoSurveys(contexts, demoProvider),
    () => makeDemoPriorities(contexts, demoProvider),
    () => makeDemoArbeitsgruppe(services, contexts, demoProvider),
    () => makeDemoPlanning(services, contexts, demoProvider),
    () => makeDemoReleases(contexts, demoProvider),
    () => makeDemoCosts(contexts, demoProvider, circle),
  ];
  for (const step of steps) await (known ? orLeft(step, logger) : step());
}

/** What a demo of an earlier version, in which people have worked, does not take is left out: it starts in any case. */
async function orLeft(step: () => Promise<void>, logger: Services['logger']): Promise<void> {
  try {
    await step();
  } catch (error) {
    logger.error({ err: error }, 'a part of the demo was left as it was');
  }
}

function circleOf({ bodyByAgs, gemeindenByKreis }: Territory): readonly BodyName[] {
  const kreise = circleKreise.flatMap((key) => [
    key,
    ...(gemeindenByKreis.get(key) ?? []).map(({ ags }) => ags),
  ]);
  return [...kreise, ...furtherBodies].flatMap((key) => {
    const body = bodyByAgs.get(key);
    return body ? [{ key, name: body.name }] : [];
  });
}
