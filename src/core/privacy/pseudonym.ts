/** Replacement of a deleted person's id, name, address and number. */
export const pseudonym = /^deleted-[0-9a-z]+$/

/** Makes a pseudonym; `random` must be unguessable and carry no information. */
export const pseudonymOf = (random: string): string =>
  `deleted-${random
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .slice(0, 12)}`
