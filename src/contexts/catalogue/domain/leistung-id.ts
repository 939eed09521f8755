/** Our own number of a Leistung (`L00001`), stable over all versions of the catalogue. */
export type LeistungId = string;
