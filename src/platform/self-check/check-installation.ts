import type { Instance } from '../instance/open-instance.ts';
import { checkDatabase } from './check-database.ts';
import { checkKeyFiles, checkSpace } from './check-folder.ts';
import type { Finding } from './finding.ts';

/** What only the contexts know: whether the reference data is there and of which state. */
export type FurtherCheck = () => Promise<Finding>;

type Checked = Pick<Instance, 'folder' | 'ownerUrl' | 'urls' | 'embedded'>;

/** Looks at the whole installation and says of each thing whether it is well and, if not, what to do. */
export async function checkInstallation(
  instance: Checked,
  further: readonly FurtherCheck[] = [],
): Promise<readonly Finding[]> {
  const findings = await checkDatabase(instance.ownerUrl, [instance.urls.app, instance.urls.relay]);
  findings.push(checkKeyFiles(instance.folder), checkSpace('disk', instance.folder.root));
  if (instance.embedded) findings.push(checkSpace('disk-database', instance.embedded.home.cluster));
  for (const check of further) findings.push(await check());
  return findings;
}
