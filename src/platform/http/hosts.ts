/** The sites that one server answers, told apart by the host name alone. */
export type Area = 'root' | 'staff' | 'api';

/** The host names of an installation. */
export interface Hosts {
  readonly areaOf: (hostHeader: string | undefined) => Area | null;
  /** Scheme, host and port of an area, as links name it. */
  readonly originOf: (area: Area) => string;
}

const prefixOf: Readonly<Record<Area, string>> = { root: '', staff: 'verwaltung.', api: 'api.' };

/** The hosts below the public address; `127.0.0.1` answers as the root where the public address is local. */
export function hostsOf(publicUrl: URL): Hosts {
  const base = publicUrl.hostname;
  const areas = new Map<string, Area>([
    [base, 'root'],
    [`${prefixOf.staff}${base}`, 'staff'],
    [`${prefixOf.api}${base}`, 'api'],
  ]);
  if (base === 'localhost') areas.set('127.0.0.1', 'root');
  const port = publicUrl.port ? `:${publicUrl.port}` : '';
  return {
    areaOf: (header) => areas.get((header ?? '').toLowerCase().replace(/:\d+$/, '')) ?? null,
    originOf: (area) => `${publicUrl.protocol}//${prefixOf[area]}${base}${port}`,
  };
}

/** Whether cookies with the `__Host-` prefix work: over https, or on this machine's own names. */
export function cookiesAreSafe(publicUrl: URL): boolean {
  return publicUrl.protocol === 'https:' || publicUrl.hostname === 'localhost';
}
