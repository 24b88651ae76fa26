import type { Person } from '../person.ts'

export async function checksEligibility(robin: Person): Promise<void> {
  const [form, profiles] = ['check-eligibility.form', 'check-eligibility.profiles']
  await robin.opens('check-eligibility')
  await robin.sees(form)
  await robin.presses('common.options.yes')
  await robin.sees(profiles)
  await robin.fills(profiles, { name: 'Fernhill Cloud', sales: '80k' })
  await robin.picks(`${profiles}.labels.pricing`, `${profiles}.options.pricing.transact`)
  await robin.presses(`${profiles}.options.next.add`)
  await robin.sees(profiles, {}, `${profiles}.another`)
  await robin.fills(profiles, { name: 'Fernhill Labs', sales: '5k' })
  await robin.picks(`${profiles}.labels.pricing`, `${profiles}.options.pricing.byol`)
  await robin.presses(`${profiles}.options.next.other-figures`)
  await robin.sees('check-eligibility.metrics')
  await robin.presses('check-eligibility.metrics.next')
  await robin.sees('check-eligibility.answer', {
    headline: { en: 'Estimated tier: Demand generation', fr: 'Palier estimé : Génération de la demande' },
  })
  await robin.presses('check-eligibility.answer.options.choice.eligible')
  await robin.sees('check-eligibility.eligible')
}
