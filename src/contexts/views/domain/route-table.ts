/** Finds out whether an address is one of our pages, from the paths of the route table (`/kommunen/:ags/pflichten`). */
export function pagePaths(routes: readonly string[]): (path: string) => boolean {
  const patterns = routes.map((route) => new RegExp(`^${route.split('/').map(partPattern).join('/')}$`));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function partPattern(part: string): string {
  if (part.startsWith(':')) return '[^/]+';
  return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
