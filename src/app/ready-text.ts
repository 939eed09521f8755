import { type Config, hostsOf } from '#platform';

/** What `start` prints when the first page answers: the addresses, and in the demo its people. */
export function readyText(config: Config, address: string, people: string): string {
  const hosts = hostsOf(config.publicUrl);
  const api = `${hosts.originOf('root')}/api/v1`;
  const suche = hosts.originOf('suche');
  const line = `Leitwerk ist bereit. Verwaltung: ${address}  Suche: ${suche}  API: ${api}  Daten: ${config.dataFolder}`;
  return people === '' ? line : `${line}\n${people}`;
}
