/** Why a change concerns somebody. */
export type Bezug = 'zustaendig' | 'vertretung' | 'fachbereich' | 'abgegeben';
