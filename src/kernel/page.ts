/** Which part of a list is wanted: `page` from 1, `size` rows. */
export interface PageRequest {
  readonly page: number;
  readonly size: number;
}

/** One page of a list and how long the whole list is. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

/** The wanted page of rows that are all in memory; a page past the end is the last one. */
export function pageOf<T>(rows: readonly T[], request: PageRequest): Page<T> {
  const last = Math.max(1, Math.ceil(rows.length / request.size));
  const page = Math.min(request.page, last);
  const start = (page - 1) * request.size;
  return { rows: rows.slice(start, start + request.size), total: rows.length, page, size: request.size };
}
