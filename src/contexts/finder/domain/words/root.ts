import { stemGerman } from './stem-german.ts';

const prefixes =
  'ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|um|unter|vor|weg|weiter|zu|zuruck|zusammen|uber|durch|wieder|raus|rein';
/** What may stand apart from its verb at the end of a sentence. */
export const verbParticles: ReadonlySet<string> = new Set([...prefixes.split('|'), 'heim', 'fort', 'bereit']);

const separated = new RegExp(`^(${prefixes})(?:ge|zu)(.{3,})$`);
const participle = /^ge(.{3,}(?:t|en))$/;
/** Nouns that look like participles. */
const notParticiples =
  /^ge(?:richt|halt|biet|wicht|burt|walt|sicht|schaft|rat|bot|stalt|schenk|lände|wissen|nossen|fahren|setz)/;

const endings =
  /(?:ungen|ungs|ung|erinnen|erin|innen|in|keit|heit|schaft|lich|isch|ation|ion|ant|ent|ier|bar|er|ig|et|t|nd)$/;

/** Stems of strong verbs and of the nouns made of them, each with the stem they share. */
const strong: readonly (readonly [RegExp, string])[] = [
  [/(?:verlor|verlust|verlier|verli)$/, 'verlier'],
  [/(?:stohl|stahl)$/, 'stehl'],
  [/(?:storb|starb|stirb)$/, 'sterb'],
  [/^(?:bor|geburt|gebur|gebor)$/, 'gebor'],
  [/(?:zog|zug)$/, 'zieh'],
  [/(?:fund|fand)$/, 'find'],
  [/(?:broch|brach|bruch|brich)$/, 'brech'],
  [/(?:nahm|nomm|nimm)$/, 'nehm'],
  [/schrieb$/, 'schreib'],
  [/(?:hilf|half|holf)$/, 'helf'],
  [/(?:gab|gib)$/, 'geb'],
  [/(?:trat|tritt)$/, 'tret'],
  [/fuhr$/, 'fahr'],
  [/(?:flog|flug)$/, 'flieg'],
  [/(?:schloss|schluss)$/, 'schliess'],
  [/(?:bot|beut)$/, 'biet'],
  [/trug$/, 'trag'],
  [/(?:warf|wurf|worf|wirf)$/, 'werf'],
  [/(?:lieh|leih)$/, 'leih'],
  [/schnitt$/, 'schneid'],
  [/(?:sprach|spruch|sproch|sprich)$/, 'sprech'],
  [/(?:schoss|schuss)$/, 'schiess'],
  [/(?:riss)$/, 'reiss'],
  [/(?:bissen|biss)$/, 'beiss'],
  [/(?:gang|ging)$/, 'geh'],
  [/(?:stand|stund)$/, 'steh'],
  [/(?:wuchs)$/, 'wachs'],
  [/(?:lass|liess)$/, 'lass'],
  [/(?:fiel)$/, 'fall'],
  [/(?:schlug)$/, 'schlag'],
  [/(?:hielt)$/, 'halt'],
  [/(?:trank|trunk)$/, 'trink'],
];

/**
 * What words of one family share: „Anmeldung“, „anmelden“, „angemeldet“, „anzumelden“; „verloren“ and „Verlust“. Coarse
 * on purpose: it finds candidates, which weigh less than the word itself.
 */
export function rootOf(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const inflected = stemGerman(withoutParticiple(word));
  const stem = withoutEndings(inflected);
  return shared(inflected) ?? shared(stem) ?? stem;
}

function shared(stem: string): string | null {
  const found = strong.find(([form]) => form.test(stem));
  return found === undefined ? null : stem.replace(...found);
}

function withoutParticiple(word: string): string {
  const parts = separated.exec(word);
  if (parts && !notParticiples.test(word.slice(parts[1]?.length ?? 0))) return `${parts[1]}${parts[2]}`;
  if (notParticiples.test(word)) return word;
  return participle.exec(word)?.[1] ?? word;
}

function withoutEndings(stem: string): string {
  let rest = stem;
  for (let round = 0; round < 3; round += 1) {
    const shorter = rest.replace(endings, '');
    if (shorter === rest || shorter.length < 4) return rest;
    rest = shorter;
  }
  return rest;
}
