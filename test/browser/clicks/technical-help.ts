import type { Person } from '../person.ts'

export async function asksForTechnicalHelp(robin: Person): Promise<void> {
  const [need, reach] = ['technical-help.need', 'technical-help.reach']
  await robin.opens('technical-help')
  await robin.sees('technical-help.what')
  await robin.presses('technical-help.what.options.choice.request')
  await robin.sees(need)
  await robin.picks(`${need}.labels.phase`, `${need}.options.phase.design`)
  await robin.picks(`${need}.labels.solution`, `${need}.options.solution.hybrid`)
  await robin.fills(need, {
    product: 'Azure Arc',
    title: { en: 'Hybrid servers under one policy', fr: 'Des serveurs hybrides sous une même règle' },
    description: {
      en: 'We manage 40 servers in two data centres & want one set of policies for all of them.\nWhich design do you advise?',
      fr: 'Nous gérons 40 serveurs dans deux centres & voulons les mêmes règles pour tous.\nQuelle architecture conseillez-vous ?',
    },
  })
  await robin.presses(`${need}.next`)
  await robin.sees(reach)
  await robin.picks(`${reach}.labels.country`, { en: 'United States', fr: 'États-Unis' })
  await robin.fills(reach, { phone: '202-555-0143' })
  await robin.presses(`${reach}.next`)
  await robin.sees('technical-help.zone')
  await robin.picks('technical-help.zone.label', 'America/Phoenix (UTC-07:00)')
  await robin.presses('technical-help.zone.next')
  await robin.sees('technical-help.summary')
  await robin.presses('technical-help.summary.confirm')
  await robin.sees('technical-help.steps')
  await robin.pictures('technical-help')
  await robin.presses('technical-help.steps.done')
  await robin.sees('technical-help.receipt')
  await robin.presses('technical-help.what.options.choice.case-number')
  await robin.sees('technical-help.case')
  await robin.fills('technical-help.case', { caseNumber: '2611220040001234' })
  await robin.presses('technical-help.case.next')
  await robin.sees('technical-help.case-noted', { caseNumber: '2611220040001234' })
}

export async function asksAboutSponsorship(robin: Person): Promise<void> {
  const agreement = 'technical-help.agreement'
  await robin.opens('technical-help')
  await robin.sees('technical-help.what', {}, 'technical-help.what.again')
  await robin.presses('technical-help.what.options.choice.sponsorship')
  await robin.sees(agreement)
  await robin.chooses(`${agreement}.label`, `${agreement}.options.choice.mca`)
  await robin.presses(`${agreement}.next`)
  await robin.sees('technical-help.interest')
  await robin.presses('technical-help.interest.options.choice.note')
  await robin.sees('technical-help.noted')
}
