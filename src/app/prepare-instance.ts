import type { Config, Instance, Logger } from '#platform';
import { makeDemo } from './demo.ts';
import { loadReferenceData } from './load-reference-data.ts';
import { createServices } from './services.ts';

/** Runs once before the processes start: the shipped reference data, and in demo mode its people. */
export async function prepareInstance(config: Config, instance: Instance, logger: Logger): Promise<void> {
  await loadReferenceData(instance.db);
  if (config.mode === 'demo')
    await makeDemo(createServices(config, instance.db, logger, instance.installationId));
}
