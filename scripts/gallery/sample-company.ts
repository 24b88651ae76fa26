import { z } from 'zod'
import type { Situation } from '../../test/support/bot/rehearse.ts'

/** Names that the tests use to be hard to draw, and those of the sample company. */
const believable: readonly (readonly [tested: string, shown: string])[] = [
  ['Ann *Bell*', 'Camille Perrin'],
  ['ann.bell@contoso.com', 'camille.perrin@fernhill.example'],
  ['Ada *King*', 'Ada King'],
  ['Ben', 'Ben Okafor'],
  ['Cyd', 'Lena Vogt'],
  ['Camille Roy', 'Robin Fontaine'],
  ['Contoso [EU]', 'Fernhill Cloud'],
  ['Contoso Suite', 'Fernhill Planner'],
  ['Contoso', 'Fernhill Field'],
  ['contoso.de', 'fernhill.de'],
  ['Move to *AKS*', 'Move Fernhill Planner to AKS'],
  ['We would like to move.', 'We would like to know how to size the clusters.'],
  ['Tailspin *Toys*', 'Tailspin Toys'],
  ['fabrikam.com', 'fernhill-apps.com'],
]

/** A situation of the tests, told of the sample company. */
export function ofSampleCompany({ documents, log }: Situation): Situation {
  return { documents: renamed(documents), log: renamed(log) }
}

/** The same value, with each string that is one of the tested names replaced. */
function renamed<Value>(value: Value): Value
function renamed(value: unknown): unknown {
  if (typeof value === 'string') return believable.find(([tested]) => tested === value)?.[1] ?? value
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each))
  const fields = z.record(z.string(), z.unknown()).safeParse(value)
  if (!fields.success) return value
  return Object.fromEntries(Object.entries(fields.data).map(([name, each]) => [nameOf(name), renamed(each)]))
}

/** Keys of documents may be names too: tenants are. */
const nameOf = (key: string): string => believable.find(([tested]) => tested === key)?.[1] ?? key

/** What people of the sample company enter, first well and then with a slip. */
export const entries: Readonly<Record<string, readonly string[]>> = {
  name: ['Camille Perrin', ''],
  email: ['camille.perrin@fernhill.example', 'camille.perrin@'],
  country: ['FR'],
  phone: ['+33 6 12 34 56 78', '06 12'],
  language: ['fr-FR'],
  signInEmail: [''],
  primaryContactEmail: [''],
  guest: ['no', 'unknown'],
  tiedElsewhere: ['no', 'unknown'],
  title: ['Size our AKS clusters'],
  description: ['We move Fernhill Planner to AKS and would like advice on sizing.'],
  message: ['', 'AADSTS50020: User account does not exist in tenant'],
  product: ['Fernhill Planner'],
  tenant: ['fernhill-apps.com', 'fernhill', 'camille@fernhill-apps.com'],
  timeZone: ['', 'Europe/Paris'],
  other: ['Paris', 'Atlantis'],
  from: ['09:00', '18:00'],
  until: ['17:00'],
  day: ['2026-10-05', 'last week or so'],
  sales: ['190k', 'a lot'],
  enrolledOn: ['2026-10-05'],
  azureConsumptionUsd: ['70k'],
  customer: ['Northwind Traders'],
  closedOn: ['2026-11-01', '2026-12-01'],
  years: ['3'],
  annualValue: ['500k'],
  totalValue: ['1.5M'],
  offer: ['Fernhill Planner'],
  expected: ['40'],
  converted: ['10'],
  amount: ['40k', '900k'],
  startOn: ['2026-12-10'],
  accountTeam: ['Lee Moreau'],
  dealId: [''],
  firstDay: ['2026-11-20'],
  used: ['15k'],
  listed: ['Fernhill Cloud; transact; 120000', 'three offers'],
  caseNumber: ['2511140030001'],
}
