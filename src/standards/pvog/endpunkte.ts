/** One path of the Suchdienst as public clients were seen to call it. */
export interface SuchdienstEndpunkt {
  /** Our name for it. */
  readonly name: string;
  /** Each path carries its own version. */
  readonly version: string;
  /** Behind the version; `{…}` is a part that the caller fills in. */
  readonly path: string;
  /** Parameters that clients were seen to send. */
  readonly query: readonly string[];
  /** Fields of the answer that clients were seen to read; an empty list where none is known. */
  readonly felder: readonly string[];
}

/**
 * The twelve paths of the PVOG Suchdienst below `/suchdienst/api`, all of them `GET`. Source: what working public clients call
 * and read, as of 2026; the official description could not be had, so parameters and fields are a part of it.
 */
export const suchdienstEndpunkte = [
  {
    name: 'locations',
    version: 'v3',
    path: '/locations',
    query: ['q', 'limit', 'filterBy'],
    felder: ['[].ars', '[].ags', '[].zip', '[].name', '[].gemeinde'],
  },
  { name: 'locationSuggestions', version: 'v2', path: '/locations/suggestions', query: ['q'], felder: [] },
  {
    name: 'serviceDescriptions',
    version: 'v8beta1',
    path: '/servicedescriptions',
    query: ['ars', 'q', 'page', 'size', 'useArsHierarchy'],
    felder: ['serviceDescriptions.content[]'],
  },
  {
    name: 'serviceDescriptionsByArs',
    version: 'v7',
    path: '/servicedescriptions/{ars}',
    query: ['q'],
    felder: [],
  },
  {
    name: 'serviceDescriptionDetail',
    version: 'v6',
    path: '/servicedescriptions/{id}/detail',
    query: ['ars', 'applyDynamicParams'],
    felder: [
      'details[].code',
      'details[].title',
      'details[].text',
      'details[].links',
      'leikakeys[]',
      'organisations[]',
      'onlineServiceLinks[]',
    ],
  },
  {
    name: 'leikaHierarchy',
    version: 'v2',
    path: '/servicedescriptions/leikahierarchy',
    query: ['ars', 'leikaIds', 'page', 'size'],
    felder: [],
  },
  { name: 'leikaIds', version: 'v3', path: '/servicedescriptions/leikaid', query: [], felder: [] },
  { name: 'serviceDescriptionsCsv', version: 'v5', path: '/servicedescriptions/csv', query: [], felder: [] },
  {
    name: 'organisationTitles',
    version: 'v2',
    path: '/organisationunits/titles',
    query: ['ars', 'lbId'],
    felder: [],
  },
  {
    name: 'organisationDetail',
    version: 'v5',
    path: '/organisationunits/detail',
    query: ['q'],
    felder: [],
  },
  {
    name: 'onlineServices',
    version: 'v1beta2',
    path: '/onlineservices',
    query: ['ars'],
    felder: [
      'totalHits',
      'nextPageToken',
      'onlineservices[].id',
      'onlineservices[].name',
      'onlineservices[].links[].uri',
      'onlineservices[].serviceDescriptions[].ars[]',
    ],
  },
  { name: 'relations', version: 'v1', path: '/relations/jzufi-2-3', query: [], felder: [] },
] as const satisfies readonly SuchdienstEndpunkt[];

export type EndpunktName = (typeof suchdienstEndpunkte)[number]['name'];

/** The smallest page that may be asked for. Source: as above. */
export const leastPageSize = 5;

/** The header by which a caller of the Suchdienst says who it is. Source: as above. */
export const clientIdHeader = 'pvog-sud-api-client-id';
