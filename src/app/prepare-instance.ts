import { type Config, type Instance, installationSecret, openKeyRing } from '#platform';
import { makeDemo } from './demo.ts';
import { loadReferenceData } from './load-reference-data.ts';

/** Runs once before the processes start: the shipped reference data, and in demo mode its people. */
export async function prepareInstance(config: Config, instance: Instance): Promise<void> {
  await loadReferenceData(instance.db);
  if (config.mode !== 'demo') return;
  const keys = openKeyRing(installationSecret(instance.folder, 'master.key'));
  await makeDemo({ db: instance.db, keys, folder: instance.folder });
}
