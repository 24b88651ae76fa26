import type { Person } from '../person.ts'

/** Says that Partner Center still shows Marketplace Rewards, which the first guide asks. */
export async function saysProgram(robin: Person): Promise<void> {
  const ask = 'which-program.ask'
  await robin.sees(ask)
  await robin.chooses(`${ask}.labels.situation`, `${ask}.options.situation.rewards`)
  await robin.presses(`${ask}.next`)
}
