/** Returns the values whose condition holds. */
export const valuesWhere = <T>(pairs: readonly (readonly [boolean, T])[]): T[] =>
  pairs.flatMap(([holds, value]) => (holds ? [value] : []))
