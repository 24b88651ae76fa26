import { z } from 'zod'
import { foldedFields, noRemarks, problemsSaid, type Remarks } from './drawing/remarks.ts'
import type { Field } from './form.ts'
import { type Option, sentences } from './render.ts'
import type { AskStep, Guide, StepContext } from './step.ts'
import type { Entered, Offered, Vocabulary } from './typing/typed.ts'

/** A step to show or to answer. */
export interface Asked {
  readonly scene: StepContext
  readonly guide: Guide
  readonly step: AskStep
  /** Id of its message. */
  readonly card: string
  readonly entered: Entered
  readonly canGoBack: boolean
  /** Fields that its card shows as a line each; some clients do not send those. */
  readonly folded?: readonly string[] | undefined
}

/** Shows the card of a step as message `card`. */
export async function ask(asked: Asked, card: string, remarks: Remarks = noRemarks): Promise<void> {
  const { scene, guide, step } = asked
  const shown = await step.view(scene, asked.entered)
  const content = {
    ...shown,
    card: step.card,
    section: asked.step.section,
    guide: guide.id,
    ...problemsSaid(
      { translations: scene.world.translations, section: step.section, labels: labelsOf(asked) },
      remarks,
    ),
    folded: foldedFields(step.form, asked.entered, remarks),
    hint: hintIn(asked, remarks),
    ask: {
      stamp: { guide: guide.id, step: step.id, card },
      values: { ...blank(step), ...asked.entered },
      options: await offered(asked),
      edit: step.edit,
      canGoBack: asked.canGoBack,
    },
  }
  scene.world.chat.send(card, scene.world.render(scene.world, content))
}

/** Replaces an answered card by its result, so that it is not answered twice. */
export async function settled(
  asked: Asked,
  how: 'answered' | 'moved' | 'cancelled' | 'set-aside',
): Promise<void> {
  if (asked.card === '') return
  const { world } = asked.scene
  const facts = how === 'answered' ? [...(await givenAnswers(asked)), ...(await confirmed(asked))] : []
  const content = {
    card: 'answered',
    section: `answered.${how}`,
    textValues: { title: await titleOf(asked) },
    guide: asked.guide.id,
    view: {
      facts: facts.filter((fact) => fact.title !== ''),
      lines: facts.filter((fact) => fact.title === ''),
    },
  }
  world.chat.replace(asked.card, world.render(world, content))
}

const shortFact = z.object({ title: z.string(), value: z.string().max(100) })
/** Facts that identify what was confirmed. */
const mostConfirmed = 3

/** The confirmed facts of a card that asks nothing else. */
async function confirmed({ scene, step, entered }: Asked): Promise<{ title: string; value: string }[]> {
  if (!('decision' in step.form)) return []
  const { view } = await step.view(scene, entered)
  const facts = z.array(z.unknown()).catch([]).parse(view?.facts)
  return facts.flatMap((fact) => shortFact.safeParse(fact).data ?? []).slice(0, mostConfirmed)
}

/** Prefilled values: the earlier answer, else the step's suggestion. */
export async function startingValues({ scene, step, entered }: Asked): Promise<Entered> {
  const answer = scene.answers[step.id]
  const before = step.refill(answer, scene) ?? answerText(answer)
  const suggested = await step.prefill(scene)
  const filled = Object.keys(step.form).map((name) => [
    name,
    entered[name] || (before[name] ?? suggested[name] ?? ''),
  ])
  return Object.fromEntries(filled)
}

/** Options by field: from the step, else with titles from locales/. */
export async function offered(asked: Asked): Promise<Offered> {
  const own = await asked.step.offer(asked.scene)
  const fields = Object.entries(asked.step.form).filter(([, field]) => field.choices)
  return Object.fromEntries(
    fields.map(([name, field]) => [name, own[name] ?? fixedOptions(asked, name, field)]),
  )
}

/** The value, if there is only one option. */
export async function onlyOption(asked: Asked): Promise<string | undefined> {
  const [options = []] = Object.values(await offered(asked))
  return options.length === 1 ? options[0]?.value : undefined
}

/** Words for reading typed answers to a step. */
export function vocabularyOf(asked: Asked): Vocabulary {
  const { translations } = asked.scene.world
  const words = z.record(z.string(), z.array(z.string())).parse(translations.section('common.words'))
  return {
    labels: labelsOf(asked),
    // `hasOwn`: values may be names such as `constructor`.
    words: (value) => (Object.hasOwn(words, value) ? (words[value] ?? []) : []),
    mentioned: asked.scene.world.mentioned,
  }
}

function fixedOptions(asked: Asked, name: string, field: Field): Option[] {
  const { translations } = asked.scene.world
  const values = field.choices === 'offered' ? [] : (field.choices ?? [])
  const own = `${asked.step.section}.options.${name}`
  return values.map((value) => ({
    value,
    title: translations.t(
      translations.has(`${own}.${value}`) ? `${own}.${value}` : `common.options.${value}`,
    ),
  }))
}

function hintIn(asked: Asked, { next }: Remarks): string {
  const label = next && labelsOf(asked)[next]
  return label ? asked.scene.world.translations.t('common.next-field', { field: label }) : ''
}

function labelsOf(asked: Asked): Readonly<Record<string, string>> {
  const { translations } = asked.scene.world
  const key = `${asked.step.section}.labels`
  return translations.has(key) ? z.record(z.string(), z.string()).parse(translations.section(key)) : {}
}

/** Heading of the card with its values. */
async function titleOf({ scene, step, entered }: Asked): Promise<unknown> {
  const shown = await step.view(scene, entered)
  return sentences(scene.world, { ...shown, card: step.card, section: step.section }).title
}

function blank(step: AskStep): Entered {
  return Object.fromEntries(Object.keys(step.form).map((name) => [name, '']))
}

async function givenAnswers(asked: Asked): Promise<{ title: string; value: string }[]> {
  const options = await offered(asked)
  const labels = labelsOf(asked)
  return Object.entries(asked.step.form).flatMap(([name, { isUnsaid }]) => {
    const entered = asked.entered[name] ?? ''
    return entered === '' || isUnsaid
      ? []
      : [{ title: labels[name] ?? '', value: readable(entered, options[name]) }]
  })
}

function readable(entered: string, options: readonly Option[] | undefined): string {
  if (!options) return entered
  const titles = entered.split(',').map((value) => options.find((option) => option.value === value)?.title)
  return titles.every((title) => title !== undefined) ? titles.join(', ') : entered
}

const kept = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]).optional())

function answerText(answer: unknown): Record<string, string | undefined> {
  const values = kept.safeParse(answer).data ?? {}
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value?.toString()]))
}
