/**
 * Words of everyday speech that are names of Gemeinden too, folded: in a line of words they are a place only where the
 * line shows it.
 */
export const everydayWords: ReadonlySet<string> = new Set(
  `acht ahorn alpen anger auen bad berg berge birken blick boden bogen born brand breit bruch brunnen buch buchen burg
  dahlem dorf ehr eich eichen einig eisen eng enge engen enger erden erlen ernst esch esche eschen essen fahren felde
  feldkirchen fell filz fisch floss forst freude frieden garten gross hagen hahn hain halbe halle hasel haste haus
  heide heim heimat herbst himmel hof hohn holz horn horst huetten igel kalt karl kirchen klein kommen korb lage lamm
  land lanze lauf laufen leck leer leese leuten lich licht lieg linde linden loose markt mauer meine mengen moos muehlen
  nagel nahe nebel neu nebra niemand ohne osten oster otter perl plate pohl puls quelle rain rat regen rehe reich reisen
  ring ringe rohr rom rosa rot roth ruhe rust salz sande schoen schulen schutz see seen sinn spalt speicher
  stade staerke stein stelle stetten tann thale tragen train twist uhr wachen wagen wald wangen waren wasser weg
  wehr weide weil wein welle welt wende wenden werben westen wiesen winden wirft wisch wort zeit zell ziegel`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Verbs and small words among them: also at the end of a line they are no place without „in“, „bei“ or „für“. */
export const smallWords: ReadonlySet<string> = new Set(
  'acht alt breit eich einig eng enge enden engen fahren gross klein kommen laufen leer meine neu niemand ohne regen reich reisen tragen wachen weil weit wenden werben'.split(
    ' ',
  ),
);
