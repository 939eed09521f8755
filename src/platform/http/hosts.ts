/** The sites that one server answers, told apart by the host name alone. */
export type Area = 'root' | 'staff' | 'api' | 'suche';

/** The host names of an installation. */
export interface Hosts {
  readonly areaOf: (hostHeader: string | undefined) => Area | null;
  /** The first part of a host name directly below the public one that is no area: a portal's name, perhaps. */
  readonly slugOf: (hostHeader: string | undefined) => string | null;
  /** Scheme, host and port of the portal with this name. */
  readonly portalOrigin: (slug: string) => string;
  /** Scheme, host and port of an area, as links name it. */
  readonly originOf: (area: Area) => string;
}

const prefixOf: Readonly<Record<Area, string>> = {
  root: '',
  staff: 'verwaltung.',
  api: 'api.',
  suche: 'suche.',
};

/** The hosts below the public address; `127.0.0.1` answers as the root where the public address is local. */
export function hostsOf(publicUrl: URL): Hosts {
  const base = publicUrl.hostname;
  const areas = new Map<string, Area>([
    [base, 'root'],
    [`${prefixOf.staff}${base}`, 'staff'],
    [`${prefixOf.api}${base}`, 'api'],
    [`${prefixOf.suche}${base}`, 'suche'],
  ]);
  if (base === 'localhost') areas.set('127.0.0.1', 'root');
  const port = publicUrl.port ? `:${publicUrl.port}` : '';
  const nameOf = (header: string | undefined) => (header ?? '').toLowerCase().replace(/:\d+$/, '');
  return {
    areaOf: (header) => areas.get(nameOf(header)) ?? null,
    slugOf: (header) => {
      const name = nameOf(header);
      const slug = name.endsWith(`.${base}`) ? name.slice(0, -base.length - 1) : '';
      return areas.has(name) || !/^[a-z0-9-]{1,63}$/.test(slug) ? null : slug;
    },
    portalOrigin: (slug) => `${publicUrl.protocol}//${slug}.${base}${port}`,
    originOf: (area) => `${publicUrl.protocol}//${prefixOf[area]}${base}${port}`,
  };
}

/** Whether cookies with the `__Host-` prefix work: over https, or on this machine's own names. */
export function cookiesAreSafe(publicUrl: URL): boolean {
  return publicUrl.protocol === 'https:' || publicUrl.hostname === 'localhost';
}
