import { standArt } from '#compass';
import type { Datensatzart } from '#fields';
import { projektArt } from '#projects';
import { loesungArt } from '#solutions';

/** The kinds of records whose fields can be labelled and added to; each context declares its own. */
export const datensatzarten: readonly Datensatzart[] = [standArt, loesungArt, projektArt];
