import { catalogue } from '../../../dialogs/catalogue.ts'
import { type CardStepState, cardStepState } from '../../../dialogs/engine/card-step.ts'
import { situations } from '../past/situations.ts'
import type { Situation } from './rehearse.ts'
import { type Entries, walk } from './walk.ts'

/** A step that waits in a chat, and that chat. */
export interface WaitingStep {
  readonly name: string
  readonly waiting: CardStepState
  readonly situation: Situation
}

/** What leads on from one card to the next. */
const entries: Entries = {
  name: ['Ann Bell'],
  email: ['ann@contoso.com'],
  country: ['US', 'FR'],
  guest: ['no'],
  tiedElsewhere: ['no'],
  phone: ['+33612345678'],
  language: ['fr-FR'],
  signInEmail: [''],
  primaryContactEmail: [''],
  title: ['Move to AKS'],
  description: ['We would like help'],
  message: ['', 'AADSTS399284: odd'],
  product: ['Contoso Suite'],
  tenant: ['fabrikam.com'],
  timeZone: [''],
  other: [''],
  from: ['09:00'],
  until: ['17:00'],
  day: ['2026-10-05'],
  sales: ['25k'],
  listed: ['Contoso; transact; 120000'],
  customer: ['Fabrikam'],
  closedOn: ['2026-11-01'],
  years: ['3'],
  annualValue: ['500k'],
  totalValue: ['1.5M'],
  offer: ['Contoso Cloud'],
  expected: ['40'],
  converted: ['10'],
  amount: ['40k'],
  startOn: ['2026-12-10'],
  enrolledOn: [''],
}

/** The step of a guide that waits in a situation, if any. */
export function waitingIn({ documents }: Situation): CardStepState | undefined {
  const stack: unknown = documents.conversation?.dialogs.dialogStack
  return Array.isArray(stack) ? cardStepState(Object(stack.at(-1)).state) : undefined
}

/** Every step of every guide that can be reached from the usual situations, once. */
export async function waitingSteps(): Promise<WaitingStep[]> {
  const starts = catalogue.guides.map(({ id }) => ({ run: id }))
  const found = new Map<string, WaitingStep>()
  const names = ['in the midst of it', 'with sponsorship', 'nothing known']
  for (const name of names) {
    const begin = situations[name]
    if (!begin) throw new Error(`There is no situation "${name}"`)
    const isUnknown = name === 'nothing known'
    for (const { situation } of await walk('en', begin, starts, entries, { isUnknown })) {
      const waiting = situation && waitingIn(situation)
      const step = `${waiting?.guide}.${waiting?.step}`
      if (waiting && !found.has(step)) found.set(step, { name: step, waiting, situation })
    }
  }
  return [...found.values()]
}
