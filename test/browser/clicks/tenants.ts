import type { Person } from '../person.ts'

export async function looksForTheProgram(robin: Person): Promise<void> {
  const guide = 'program-not-visible'
  await robin.opens(guide)
  await robin.sees(`${guide}.start`)
  await robin.presses(`${guide}.start.questions`)
  await robin.sees(`${guide}.account`)
  await robin.presses('common.options.yes')
  await robin.sees(`${guide}.tenant`)
  await robin.presses('common.options.no')
  await robin.sees(`${guide}.associate`)
  await robin.presses(`${guide}.associate.options.choice.now`)
}

export async function associatesTheTenant(robin: Person): Promise<void> {
  const [checks, tenant] = ['associate-tenant.checks', 'associate-tenant.tenant']
  await robin.sees('role', {}, 'role.another')
  await robin.chooses('role.label', 'role.options.choice.global-admin')
  await robin.presses('role.next')
  await robin.sees(checks)
  await robin.chooses(`${checks}.labels.account`, `${checks}.options.account.pga`)
  await robin.chooses(`${checks}.labels.guest`, 'common.options.no')
  await robin.chooses(`${checks}.labels.tiedElsewhere`, 'common.options.unknown')
  await robin.presses(`${checks}.next`)
  await robin.sees(tenant)
  await robin.fills(tenant, { tenant: 'fernhill-apps.example.com' })
  await robin.presses(`${tenant}.next`)
  await robin.sees('associate-tenant.summary')
  await robin.presses('associate-tenant.summary.confirm')
  await robin.sees('associate-tenant.steps')
  await robin.presses('associate-tenant.steps.done')
  await robin.sees('associate-tenant.seen')
  await robin.presses('associate-tenant.seen.options.choice.later')
  await robin.sees('associate-tenant.receipts.later', { tenant: 'fernhill-apps.example.com' })
}
