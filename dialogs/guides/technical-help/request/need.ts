import { phases, solutions } from '../../../../src/core/company/company-event.ts'
import { choice, type Filled, line, paragraph } from '../../../engine/form.ts'

/** Topic of the request. */
export const needForm = {
  phase: choice(phases),
  solution: choice(solutions),
  product: line(),
  title: paragraph(200),
  description: paragraph(2000),
}
export type Need = Readonly<Filled<typeof needForm>>

export const nothingYet: Need = {
  phase: 'presales',
  solution: 'cloud',
  product: '',
  title: '',
  description: '',
}
