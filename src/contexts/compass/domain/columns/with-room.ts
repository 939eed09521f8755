/** The column itself where it has the place, else a copy that is an eighth larger, filled up with `fill`. */
export function withRoom<Column extends Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array>(
  column: Column,
  place: number,
  fill = 0,
): Column {
  if (place < column.length) return column;
  const make = column.constructor as new (length: number) => Column;
  const larger = new make(Math.ceil(place * 1.125) + 64);
  larger.set(column);
  larger.fill(fill, column.length);
  return larger;
}
