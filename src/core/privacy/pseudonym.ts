/** What stands in place of a person's id, name, address and number once they are deleted. */
export const pseudonym = /^deleted-[0-9a-z]+$/

/** A new one. `random` must be unguessable, and tell nothing. */
export const pseudonymOf = (random: string): string =>
  `deleted-${random
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 12)}`
