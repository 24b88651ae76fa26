/** What a company knows of the tenants that are its guests. */
export interface Hosting {
  readonly guests?: readonly { readonly tenant: string }[] | undefined
}

/** A guest's person among the people of the company: ids are unique in their own tenant only. */
export const guestId = (tenant: string, person: string): string =>
  `${encodeURIComponent(tenant)}/${encodeURIComponent(person)}`

/** Where a guest's person comes from; undefined for anybody else. */
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
