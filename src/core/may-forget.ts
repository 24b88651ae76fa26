import type { Person, Role } from './person.ts'

const stewards: readonly Role[] = ['partner-admin', 'global-admin', 'account-admin']

/** Who may delete what is kept of a company: whoever declared to run its account. Nobody's role is proven. */
export const mayForgetCompany = ({ role }: Pick<Person, 'role'>): boolean =>
  role !== undefined && stewards.includes(role)
