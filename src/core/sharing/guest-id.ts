/** Guests of a company. */
export interface Hosting {
  readonly guests?: readonly { readonly tenant: string }[] | undefined
}

/** Returns a guest's id in the host company; ids are unique only within a tenant. */
export const guestId = (tenant: string, person: string): string =>
  `${encodeURIComponent(tenant)}/${encodeURIComponent(person)}`

/** Returns a guest's tenant and id there; undefined for other people. */
export function homeOf(
  { guests = [] }: Hosting,
  id: string,
): { readonly tenant: string; readonly person: string } | undefined {
  const [tenant = '', person] = id.split('/')
  const guest = guests.find((each) => encodeURIComponent(each.tenant) === tenant)
  return guest && person !== undefined
    ? { tenant: guest.tenant, person: decodeURIComponent(person) }
    : undefined
}
