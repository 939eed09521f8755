import { readFileSync } from 'node:fs'; // Rechnet ein Rechenblatt „leitwerk/abrechnung@1“ nach: node abrechnung-pruefen.mjs blatt.json
const [fehler, { plan, schritte, zahlungen, summe }] = [[], JSON.parse(readFileSync(process.argv[2]))];
const soll = (was, a, b) => `${a}` === `${b}` || (process.exitCode = Math.min(1, fehler.push(`FALSCH ${was}: gerechnet ${a}, im Blatt ${b}\n`)));
const ggt = (a, b) => (b ? ggt(b, a % b) : a < 0n ? -a : a || 1n);
const bruch = (n, d = 1n, g = ggt(n, d)) => ({ n: n / g, d: d / g, toString: () => (d === g ? `${n / g}` : `${n / g}/${d / g}`) });
const zahl = (wie, [, a, b, c] = /^(-?\d+)[.,]?(\d*)\/?(\d*)$/.exec(wie)) => bruch(BigInt(a + b), 10n ** BigInt(b.length) * BigInt(c || 1));
const [mal, plus] = [(a, b) => bruch(a.n * b.n, a.d * b.d), (a, b) => bruch(a.n * b.d + b.n * a.d, a.d * b.d)];
const alle = (brueche) => brueche.reduce(plus, zahl(0));
const [ganze, unten] = [(zahlen) => zahlen.reduce((a, b) => a + BigInt(b), 0n), ({ n, d }) => n / d - (n % d < 0n ? 1n : 0n)];
const runden = ({ n, d }) => (n < 0n ? -1n : 1n) * ((2n * (n < 0n ? -n : n) + d) / (2n * d));
const groesste = (x, namen) => [...x.keys()].sort((a, b) => Number(x[b].n * x[a].d - x[a].n * x[b].d) || (namen[a] < namen[b] ? -1 : 1));
const groessterRest = (x, namen, total = alle(x).n, rest = x.map((y) => bruch(y.n - unten(y) * y.d, y.d))) =>
  ((mehr) => x.map((y, i) => unten(y) + BigInt(mehr.has(i))))(new Set(groesste(rest, namen).slice(0, Number(total - ganze(x.map(unten))))));
const monat = (tag) => tag.slice(0, 4) * 12 + +tag.slice(5, 7);
const monate = ({ von = '', bis = '9999', vertragAm: v = von }, a, q4 = plan.beitritt === 'quartal4' && v.slice(5, 7) > '09') =>
  BigInt(Math.max(0, Math.min(monat(a.bis), monat(bis)) - Math.max(monat(a.von), monat(von), q4 ? v.slice(0, 4) * 12 + 13 : 0) + 1));
const anteile = (id, wer, a, { art, werte, teile = [] } = plan.schluessel.find((k) => k.id === id && wer.length > 1) ?? {}) => {
  const je = teile.map((t) => anteile(t.schluessel, wer, a).map((x) => mal(x, zahl(t.gewicht))));
  const roh = (z, i) => (je[0] ? alle(je.map((x) => x[i])) : mal(zahl(werte?.[z.kennung] ?? 1), zahl(art === 'nutzung' ? 1 : monate(z, a))));
  return wer.map(roh).map(((total) => (x) => mal(x, bruch(total.d, total.n)))(alle(wer.map(roh))));
};
const steuer = (p, tag, { regel, satz } = p.steuer.regel ? p.steuer : p.steuer.findLast((s) => !(s.ab > tag))) =>
  `${regel}|${zahl(satz ?? plan.steuerregeln.find((r) => r.id === regel).fassungen.find((f) => f.von <= tag && !(f.bis < tag)).satz)}`;
const [kennungen, zahler, posten] = [plan.zahler.map((z) => z.kennung), plan.zahler.map((z, i) => ({ ...z, i })), {}];
const faelle = (id) => alle(kennungen.map((k) => zahl(plan.schluessel.find((s) => s.id === id).werte[k] ?? 0)));
const rueckfall = plan.beschluss?.einstimmig === false && plan.schluessel.filter((k) => k.art === 'nutzung').map((k) => k.id).sort()[0];
for (const p of [...plan.positionen, ...plan.uebertraege]) {
  const cent = zahl(p.cent ?? p.betrag.cent ?? runden(mal(zahl(p.betrag.preisCent), faelle(p.schluessel))));
  const teile = schritte.abschnitte.filter((a) => a.position === p.id);
  const je = groessterRest(teile.map((a) => mal(cent, bruch(monate({}, a), monate({}, { ...plan, ...p })))), [...teile.keys()], cent.n);
  const vorab = p.zahler ? [{ id: 'eigen', anteil: 1, zahler: p.zahler }] : plan.finanzierung.vorab.filter((v) => v.merkmal === p.merkmal);
  const rest = alle([zahl(1), ...vorab.map((v) => zahl(`-${v.anteil}`))]);
  const lagen = [...vorab, ...plan.finanzierung.schichten].filter((s) => zahl(s.anteil).n && (rest.n || s.zahler));
  for (const [a, s, cents] of teile.flatMap((a, i) => lagen.map((s) => [a, s, je[i]]))) {
    const topf = mal(mal(zahl(cents), zahl(s.anteil)), s.zahler ? zahl(1) : rest);
    const wer = zahler.filter((z) => (s.zahler ? z.kennung === s.zahler : monate(z, a) && s.gruppen.some((g) => z.gruppen.includes(g))));
    const x = anteile(s.schluessel || rueckfall || p.schluessel, wer, a);
    for (const [k, { i }] of wer.entries()) ((posten[a.gruppe] ??= {})[s.id] ??= kennungen.map(() => []))[i].push(mal(topf, x[k]));
    const t = schritte.toepfe.find((y) => y.abschnitt === a.id && y.schicht === s.id);
    const v = schritte.verteiler.find((y) => y.id === t?.verteiler);
    soll(a.id, [cents, steuer(p, `${a.von}-01`), steuer(p, `${a.bis}-01`), topf], [a.cent, a.gruppe, a.gruppe, t?.betrag]);
    soll(`${a.id}, ${s.id}`, x, v?.gewichte.map((g) => zahl(`${g.gewicht}/${v.summe}`)));
  }
}
const gruppen = Object.keys(posten).sort();
const genau = gruppen.map((g) => Object.keys(posten[g]).sort().map((s) => posten[g][s].map(alle)));
const reste = genau.map((je) => je.map((x, s) => groessterRest(x, kennungen, groessterRest(je.map(alle), [...je.keys()])[s])));
const saetze = [...new Set(gruppen.map((g) => g.split('|')[1]))].filter((s) => s !== '0');
for (const [i, kennung] of kennungen.entries()) {
  const [je, z] = [genau.map((g) => alle(g.map((x) => x[i]))), zahlungen[i] ?? { netto: {}, steuern: [] }];
  const voll = je.map((x, k) => unten(x) + (k === groesste(je, gruppen)[0] ? -100n * unten(mal(alle(je), zahl('-1/100'))) - ganze(je.map(unten)) : 0n));
  const netto = { kaufmaennisch: je.map(runden), 'voller-euro': voll }[plan.rundung] ?? reste.map((g) => ganze(g.map((x) => x[i])));
  const steuern = saetze.map((s) => runden(mal(zahl(ganze(netto.filter((_, k) => gruppen[k].endsWith(`|${s}`)))), zahl(s))));
  const da = [z.zahler, z.genau, gruppen.map((g) => z.netto[g]), saetze.map((s) => z.steuern.find((t) => t.satz === s)?.cent)];
  soll(kennung, [kennung, alle(je), netto, steuern, ...[netto, steuern, [...netto, ...steuern]].map(ganze)], [...da, z.nettoCent, z.steuerCent, z.bruttoCent]);
}
soll('Gruppen', genau.map((je) => [alle(je.map(alle)), je.map(alle)]), schritte.gruppen.map((g) => [g.cent, g.schichten.map((s) => s.genau)]));
soll('Summe', ['nettoCent', 'steuerCent', 'bruttoCent'].map((was) => ganze(zahlungen.map((z) => z[was]))), [summe.netto, summe.steuer, summe.brutto]);
soll('Kosten', summe.kosten, ganze([summe.netto, summe.rest]) - BigInt(summe.aufrundung));
process.stdout.write(fehler.slice(0, 20).join('') || `Stimmt: ${kennungen.length} Zahler, netto ${summe.netto}, brutto ${summe.brutto} Cent.\n`);
