import type { Account } from '../client/activity.ts'

/** A member as these connectors describe one; Playground names the Entra id differently in lists and in single answers. */
export function memberDetails(person: Account, entraIdKey: 'objectId' | 'aadObjectId') {
  const [givenName = '', ...surnames] = (person.name ?? '').split(' ')
  const address = `${(person.name ?? person.id).toLowerCase().replaceAll(' ', '.')}@contoso.example`
  return {
    id: person.id,
    name: person.name,
    [entraIdKey]: person.aadObjectId,
    givenName,
    surname: surnames.join(' '),
    email: address,
    userPrincipalName: address,
    ...(typeof person.tenantId === 'string' ? { tenantId: person.tenantId } : {}),
    userRole: 'user',
  }
}
