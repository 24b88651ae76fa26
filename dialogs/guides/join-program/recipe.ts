import { choice } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { toCommands } from '../../wording/ways-on.ts'

const readyForm = { choice: choice(['yes', 'no']) }

/** Asks one question, and ends. */
export const joinProgram = guide('join-program', { version: 1 })
  .ask('ready', readyForm, { card: 'choice' })
  .end('receipt', ({ world }) => ({ buttons: toCommands(world, ['my-rewards', 'help']) }), 'message')
