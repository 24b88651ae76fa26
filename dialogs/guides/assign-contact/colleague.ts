import { pick } from '../../engine/form.ts'
import type { Option } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'

/** The colleague who becomes the contact, picked from the directory. */
export const colleagueForm = { choice: pick() }

const someoneElse = 'someone-else'

/** Colleagues from the directory and "someone else", as options. */
export async function colleagueOptions(world: World): Promise<Option[]> {
  const people = await world.colleagues()
  const options = people.map(({ name, email }) => ({
    value: email ?? name,
    title: email ? `${name} · ${email}` : name,
  }))
  return [...options, { value: someoneElse, title: world.translations.t('assign-contact.someone-else') }]
}

/** Name and address of the picked colleague; nothing where it is someone else. */
export async function pickedColleague(world: World, picked: string | undefined) {
  const people = picked === undefined || picked === someoneElse ? [] : await world.colleagues()
  return people.find(({ name, email }) => (email ?? name) === picked)
}
