import { join } from 'node:path';
import { type BodyName, demoPeople, demoProvider, passwordHasher, seedDemo } from '#identity';
import type { Territory } from '#territory';
import { wireContexts } from './contexts.ts';
import { makeDemoArbeitsgruppe } from './demo-arbeitsgruppe.ts';
import { makeDemoConnection } from './demo-connection.ts';
import { makeDemoCosts } from './demo-costs.ts';
import { makeDemoLive } from './demo-live.ts';
import { makeDemoMarketplace } from './demo-marketplace.ts';
import { makeDemoMatching } from './demo-matching.ts';
import { makeDemoOffers } from './demo-offers.ts';
import { makeDemoPackage } from './demo-packages.ts';
import { makeDemoSatzung, makeDemoVorgaben } from './demo-parameters.ts';
import { makeDemoPlanning } from './demo-planning.ts';
import { makeDemoPriorities } from './demo-priorities.ts';
import { makeDemoProjects } from './demo-projects.ts';
import { makeDemoReleases } from './demo-releases.ts';
import { makeDemoStaende } from './demo-stand.ts';
import { makeDemoSurveys } from './demo-surveys.ts';
import { makeDemoTexts } from './demo-texts.ts';
import type { Services } from './services.ts';

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
  const { db, keys, clock, demo, config, worlds } = services;
  const deps = { db, keys, clock, demo, passwords: passwordHasher(), folder: demoFolder(config.dataFolder) };
  const circle = circleOf(await worlds.territory());
  const seeded = await seedDemo(deps, circle);
  if (!seeded.ok) throw new Error(seeded.refusal.message);
  const contexts = wireContexts(services);
  await makeDemoOffers(contexts, demoProvider);
  await makeDemoVorgaben(contexts.efa);
  await makeDemoPackage(contexts, demoProvider);
  await makeDemoLive(contexts.efa);
  await makeDemoConnection(contexts.connection);
  await makeDemoMarketplace(contexts, demoProvider);
  await makeDemoSatzung(contexts.efa);
  await makeDemoProjects(contexts, demoProvider);
  await makeDemoStaende(contexts.compass);
  await makeDemoMatching(contexts.matching);
  await makeDemoTexts(contexts.descriptions);
  await makeDemoSurveys(contexts, demoProvider);
  await makeDemoPriorities(contexts, demoProvider);
  await makeDemoArbeitsgruppe(services, contexts, demoProvider);
  await makeDemoPlanning(services, contexts, demoProvider);
  await makeDemoReleases(contexts, demoProvider);
  await makeDemoCosts(contexts, demoProvider, circle);
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
