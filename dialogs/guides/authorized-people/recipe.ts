import { hasAsked, isAuthorized, isOfGuest, maySpeakFor } from '../../../src/core/people/authorized-people.ts'
import { choice, pickSome } from '../../engine/form.ts'
import { guide } from '../../engine/guide.ts'
import { namesOf } from '../../engine/people-names.ts'
import { obstacleOf } from '../../engine/refusal-obstacle.ts'
import type { Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { candidateOptions, chosenAmong, optionsOf } from './candidates.ts'

type Chosen = StepContext<{ choose: { members: readonly string[] } }>

/**
 * Names who speaks for the company. The first person names them, they change the list, and others ask to be on it.
 * Stored drafts, half-done dialogs and sent cards have its id, which is from when it was called the rewards team.
 */
export const authorizedPeople = guide('rewards-team', { version: 1 })
  .require(({ world }) => (mayOnlyAsk(world) ? obstacleOf(world, { refused: 'guest' }) : undefined))
  .askIf(
    'outside',
    ({ world }) => isOutside(world) && !hasAsked(world.company, world.personId),
    { choice: choice(['ask']) },
    { card: 'choice', view: ({ world }) => ({ textValues: { who: membersOf(world) } }) },
  )
  .record(({ answers: { outside } }) => (outside ? { type: 'AskForTeam' } : []))
  .branch(({ world }) => (isOutside(world) ? undefined : { to: 'choose' }))
  .end('asked', ({ world }) => receipt(world), 'message')
  .ask(
    'choose',
    { members: pickSome() },
    {
      view: ({ world }) => ({
        textValues: { explained: world.translations.t(`rewards-team.explained.${stage(world)}`) },
      }),
      offer: ({ world }) => ({ members: candidateOptions(world) }),
      prefill: ({ world }) => ({ members: membersNow(world).join(',') }),
      check: ({ members }) => (members.length > mostMembers ? [tooMany] : []),
    },
  )
  .confirm('summary', {
    card: 'summary',
    edit: ['choose'],
    view: (scene) => ({ view: { facts: facts(scene) }, warnings: warnings(scene) }),
  })
  // Whoever was chosen may be deleted by now.
  .branch((scene) => (chosenIn(scene).length === 0 ? { to: 'choose' } : undefined))
  .record((scene) => ({ type: 'NameTeam', members: chosenIn(scene) }))
  .end('receipt', ({ world }) => receipt(world), 'message')

/** The most people that a company may authorize. */
const mostMembers = 30
const tooMany = { field: 'members', problem: 'team-size', values: { most: mostMembers } }

const isOutside = ({ company, personId }: World): boolean => !maySpeakFor(company, personId)

/** Guests name nobody: there is nothing here for those who cannot ask, as nobody is authorized yet, or who are authorized. */
const mayOnlyAsk = ({ company, personId }: World): boolean =>
  isOfGuest(company, personId) && (!company.team || isAuthorized(company, personId))

const stage = ({ company: { team } }: World) => (team ? 'member' : 'first')

const membersOf = ({ translations, company }: World): string =>
  namesOf(translations, company.team?.members ?? [])

const membersNow = (world: World): string[] =>
  optionsOf(world, world.company.team?.members ?? [{ id: world.personId }])

const chosenIn = ({ world, answers }: Chosen) => chosenAmong(world, answers.choose.members)

function facts(scene: Chosen) {
  const { translations, company } = scene.world
  const before = company.team?.members ?? []
  const chosen = chosenIn(scene)
  const leaving = before.filter(({ id }) => !chosen.some((each) => each.id === id))
  const values = { members: chosen, leaving }
  return Object.entries(values)
    .filter(([, people]) => people.length > 0)
    .map(([fact, people]) => ({
      title: translations.t(`rewards-team.facts.${fact}`),
      value: namesOf(translations, people),
    }))
}

/** A person who leaves the list cannot return to it alone. */
function warnings(scene: Chosen): string[] {
  const { translations, personId } = scene.world
  const isLeaving = !chosenIn(scene).some(({ id }) => id === personId)
  return isLeaving ? [translations.t('rewards-team.without-you')] : []
}

const receipt = (world: World): Shown => ({
  textValues: { who: membersOf(world) },
  buttons: toCommands(world, ['my-rewards', 'help']),
})
