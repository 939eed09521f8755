import type { NachforderungWorld } from './nachforderung-world.ts';

/** A state of a page around a Nachforderung: where it is, what to type and press there, and the status. */
export interface NachforderungState {
  readonly name: string;
  readonly address: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly press?: string;
  readonly status?: number;
  /** Whether words with markup in them are to be read there. */
  readonly hostile?: true;
}

const unknownId = '00000000-0000-4000-8000-000000000000';
const later = '/antrag/mein/:id/nachforderung/:nachforderung';

/** The pages of a Nachforderung on both sides, by route, each in its states. */
export function nachforderungTemplates(
  world: NachforderungWorld,
): Readonly<Record<string, readonly NachforderungState[]>> {
  const { never, open, begun, wrong, long, answered, takenBack } = world;
  return {
    '/antrag/mein/:id': [
      { name: 'empty', address: never.own },
      { name: 'filled', address: open.own },
      { name: 'begun', address: begun.own },
      { name: 'long, deadline passed', address: long.own },
      { name: 'answered', address: `${answered.own}?nachgereicht` },
      { name: 'taken back', address: takenBack.own },
    ],
    [later]: [
      { name: 'filled', address: open.at },
      { name: 'begun', address: begun.at },
      { name: 'long, deadline passed', address: long.at, hostile: true },
      { name: 'unknown', address: `${open.at.slice(0, -36)}${unknownId}`, status: 404 },
    ],
    [`${later}/seite/:page`]: [
      { name: 'filled', address: `${open.at}/seite/hunde` },
      {
        name: 'error',
        address: `${wrong.at}/seite/hunde`,
        fill: { 'hunde.0.name': '', 'hunde.0.hoehe': 'groß' },
        press: 'Weiter',
        status: 422,
      },
      { name: 'long, deadline passed', address: `${long.at}/seite/hunde` },
      { name: 'long, with a file', address: `${long.at}/seite/sachkunde-nachweis` },
      { name: 'unknown', address: `${open.at.slice(0, -36)}${unknownId}/seite/hunde`, status: 404 },
    ],
    [`${later}/pruefen`]: [
      { name: 'filled', address: `${begun.at}/pruefen` },
      { name: 'unchanged', address: `${open.at}/pruefen` },
      { name: 'long, deadline passed', address: `${long.at}/pruefen`, hostile: true },
    ],
    '/antrag/mein/:id/angaben': [{ name: 'answered', address: `${answered.own}/angaben`, hostile: true }],
    '/antrag/mein/:id/quittung': [{ name: 'answered', address: `${answered.own}/quittung` }],
    '/eingang/:nummer': [
      { name: 'nothing asked', address: `/eingang/${never.nummer}` },
      {
        name: 'error',
        address: `/eingang/${never.nummer}`,
        press: 'Angaben oder Unterlagen nachfordern',
        status: 422,
      },
      { name: 'open', address: `/eingang/${open.nummer}` },
      { name: 'long, deadline passed', address: `/eingang/${long.nummer}`, hostile: true },
      { name: 'answered late', address: `/eingang/${answered.nummer}` },
      { name: 'taken back', address: `/eingang/${takenBack.nummer}` },
    ],
    '/eingang/:nummer/druck': [
      { name: 'long, deadline passed', address: `/eingang/${long.nummer}/druck`, hostile: true },
      { name: 'answered late', address: `/eingang/${answered.nummer}/druck` },
    ],
  };
}
