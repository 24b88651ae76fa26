import { choice, pickSome } from '../../engine/form.ts'
import { namesOf } from '../../engine/people-names.ts'
import type { Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { chosenAmong, optionsOf } from './candidates.ts'

type Chosen = StepContext<{ choose: { members: readonly string[] } }>

/** Asks to be one of the authorized people. */
export const outsideForm = { choice: choice(['ask']) }
/** The people to authorize. */
export const membersForm = { members: pickSome() }

/** Authorized people at most. */
const mostMembers = 30
const tooMany = { field: 'members', problem: 'team-size', values: { most: mostMembers } }

/** Problems of the choice. */
export const membersProblems = ({ members }: { readonly members: readonly string[] }): Problem[] =>
  members.length > mostMembers ? [tooMany] : []

/** Explanation for authorized people, or for the first person. */
export const explained = ({ translations, company: { team } }: World): Shown => ({
  textValues: { explained: translations.t(`rewards-team.explained.${team ? 'member' : 'first'}`) },
})

/** The authorized people; before there are any, the person. */
export const membersNow = (world: World): string[] =>
  optionsOf(world, world.company.team?.members ?? [{ id: world.personId }])

/** Names of the authorized people. */
export const namedMembers = ({ translations, company }: World): string =>
  namesOf(translations, company.team?.members ?? [])

/** The chosen people. */
export const chosenIn = ({ world, answers }: Chosen) => chosenAmong(world, answers.choose.members)

/** People to be added and removed, to confirm. */
export const membersToConfirm = (scene: Chosen): Shown => ({
  view: { facts: facts(scene) },
  warnings: warnings(scene),
})

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

/** Warns people who remove themselves, as they cannot undo it. */
function warnings(scene: Chosen): string[] {
  const { translations, personId } = scene.world
  const isLeaving = !chosenIn(scene).some(({ id }) => id === personId)
  return isLeaving ? [translations.t('rewards-team.without-you')] : []
}

/** Receipt with the authorized people. */
export const receipt = (world: World): Shown => ({
  textValues: { who: namedMembers(world) },
  buttons: toCommands(world, ['my-rewards', 'help']),
})
