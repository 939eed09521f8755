import { readFileSync } from 'node:fs'; // Rechnet den eigenen Anteil einer Kommune nach: node anteil-pruefen.mjs anteil.json

const blatt = JSON.parse(readFileSync(process.argv[2]));
const fehler = [];
const soll = (was, stimmt) => stimmt || fehler.push(`FALSCH ${was}\n`);
const ggt = (a, b) => (b ? ggt(b, a % b) : a < 0n ? -a : a || 1n);
const bruch = (n, d, g = ggt(n, d)) => [n / g, d / g];
const zahl = (wie, [, a, b = '', c = '1'] = /^(-?\d+)(?:[.,](\d+))?(?:\/(\d+))?$/.exec(wie)) =>
  bruch(BigInt(a + b), 10n ** BigInt(b.length) * BigInt(c));
const mal = ([a, b], [c, d]) => bruch(a * c, b * d);
const plus = ([a, b], [c, d]) => bruch(a * d + c * b, b * d);
const gleich = (x, y) => `${x}` === `${y}`;
const runden = ([n, d]) => ((n < 0n ? -1n : 1n) * (2n * (n < 0n ? -n : n) + d)) / (2n * d);

for (const { position, betrag, gewicht, summe, genau } of blatt.schritte)
  soll(
    `${position}: Betrag × Gewicht ÷ Summe`,
    gleich(mal(zahl(betrag), zahl(`${gewicht}/${summe}`)), zahl(genau)),
  );
const genau = blatt.schritte.map((schritt) => zahl(schritt.genau)).reduce(plus, zahl('0'));
soll('Summe der Schritte', gleich(genau, zahl(blatt.genau)));
const [n, d] = plus(zahl(`${blatt.netto}`), mal(genau, zahl('-1')));
const erlaubt =
  { 'voller-euro': 100n, kaufmaennisch: 1n }[blatt.rundung] ?? BigInt(2 * Math.max(1, blatt.schritte.length));
soll('Rundung', (n < 0n ? -n : n) < erlaubt * d);
const summe = (zahlen) => zahlen.reduce((a, b) => a + b, 0);
soll('Netto nach Steuersatz', summe(blatt.gruppen.map(({ netto }) => netto)) === blatt.netto);
for (const { satz, grundlage, cent } of blatt.steuern)
  soll(
    `Umsatzsteuer ${satz}`,
    runden(mal(zahl(`${grundlage}`), mal(zahl(satz.replace(/\s*%$/, '')), zahl('0.01')))) === BigInt(cent),
  );
soll('Umsatzsteuer zusammen', summe(blatt.steuern.map(({ cent }) => cent)) === blatt.steuer);
soll('Zu zahlen', blatt.netto + blatt.steuer === blatt.brutto);
process.exitCode = fehler.length ? 1 : 0;
process.stdout.write(fehler.join('') || `Stimmt: netto ${blatt.netto}, brutto ${blatt.brutto} Cent.\n`);
