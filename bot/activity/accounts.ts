/** Compares two account ids, with or without the prefixes `28:` (bots) and `29:` (people) of Teams. */
export function isSameAccount(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

const bare = (id: string): string => id.toLowerCase().replace(/^2[89]:/, '')
