import type { Person } from '../person.ts'

export async function assignsTheContact(robin: Person): Promise<void> {
  const form = 'assign-contact.form'
  await robin.opens('assign-contact')
  await robin.sees(form)
  await robin.fills(form, {
    name: 'Camille Perrin',
    email: 'camille@fernhill.example.com',
    phone: '06 12 34 56 78',
  })
  await robin.presses(`${form}.compare`)
  await robin.fills(form, { signInEmail: 'Camille@fernhill.example.com' })
  await robin.picks(`${form}.labels.country`, 'France')
  await robin.picks(`${form}.labels.language`, { en: 'French (France)', fr: 'Français (France)' })
  await robin.presses(`${form}.next`)
  await robin.sees(form, {}, `${form}.refused`)
  await robin.reads('problems.same-as-sign-in')
  await robin.fills(form, { email: 'marketing@fernhill.example.com' })
  await robin.presses(`${form}.next`)
  await robin.sees('assign-contact.summary')
  await robin.picturesAnswered(form)
  await robin.pictures('assign-contact')
  await robin.presses('assign-contact.summary.confirm')
  await robin.sees('assign-contact.steps')
  await robin.presses('assign-contact.steps.done')
  await robin.sees('assign-contact.receipt', { name: 'Camille Perrin' })
}
