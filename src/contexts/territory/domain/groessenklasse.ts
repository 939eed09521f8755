/** The legal status by § 4 GO NRW, and the two kinds of upper body. */
export type Groessenklasse =
  | 'kreisfreie-stadt'
  | 'grosse-kreisangehoerige-stadt'
  | 'mittlere-kreisangehoerige-stadt'
  | 'kreisangehoerige-gemeinde'
  | 'kreis'
  | 'staedteregion';
