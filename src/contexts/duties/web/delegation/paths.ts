/** Where the pages of the register stand. */
export const paths = {
  register: '/delegationen',
  one: (id: string) => `/delegationen/${id}`,
  findings: '/delegationen/befunde',
  statements: '/delegationen/angaben',
  statement: (id: string) => `/delegationen/angaben/${id}`,
  create: '/delegationen/neu',
} as const;
