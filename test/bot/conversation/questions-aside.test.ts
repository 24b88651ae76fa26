import assert from 'node:assert/strict'
import fc from 'fast-check'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { fieldAsked } from '../../../dialogs/engine/read-answer.ts'
import { isBareQuestion, isQuestion } from '../../../dialogs/understanding/question.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { type Language, languages } from '../../../locales/index.ts'
import { isError } from '../../../src/programs/errors/pasted.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { rehearse, type Situation } from '../../support/bot/rehearse.ts'
import { type WaitingStep, waitingIn, waitingSteps } from '../../support/bot/waiting-steps.ts'
import { writtenSentences } from '../../support/written-sentences.ts'

const understanding = createUnderstanding(loadVocabularies())
const { errors } = loadPrograms()

const guides = catalogue.guides.map(({ id }) => id)

/** Tests for a question that another guide answers, which begins: as for all about an error. */
const startsGuide = (text: string): boolean => {
  const [best] = understanding.guess(text)
  return isError(errors, text) || (best?.confident === true && guides.includes(best.id))
}

/** One question for each answer, by a writer who has not read the bot's words. */
const questionsIn = (language: Language): string[] => {
  const asked = writtenSentences().filter(
    (each) => each.language === language && isQuestion(each.text) && !startsGuide(each.text),
  )
  const first = new Map(asked.toReversed().map(({ target, text }) => [target, text]))
  return [...first].filter(([target]) => /^(answers|company)\./.test(target)).map(([, text]) => text)
}

/** The chat, in another language. */
const spokenIn = (language: Language, { documents, ...rest }: Situation): Situation => ({
  ...rest,
  documents: {
    ...documents,
    ...(documents.conversation && { conversation: { ...documents.conversation, language } }),
    person: { ...(documents.person ?? { schema: 1, name: 'Camille Roy' }), language },
  },
})

const formOf = ({ waiting: { guide, step } }: WaitingStep) => {
  const found = catalogue.guides
    .find(({ id }) => id === guide)
    ?.steps.find((each) => 'id' in each && each.id === step)
  assert.ok(found?.kind === 'ask')
  return found.form
}

/** Field of a step that the next typed line goes to. */
function nextOf(step: WaitingStep) {
  const form = formOf(step)
  const name = fieldAsked(form, step.waiting.entered)
  return name === undefined ? undefined : form[name]
}

/** Long texts may hold questions: only one that stands alone and is known is none of theirs. */
const takesQuestion = (step: WaitingStep, question: string): boolean => {
  const isLong = nextOf(step)?.text === 'prose' || Object.values(formOf(step)).some(({ gathers }) => gathers)
  const [best] = understanding.guess(question)
  return isLong && !(isBareQuestion(question) && best?.confident && best.id !== step.waiting.guide)
}

const stateOf = (situation: Situation) => {
  const { guide, step, entered, answers } = waitingIn(situation) ?? {}
  return { guide, step, entered, answers }
}

describe('a question while a guide waits', function () {
  this.timeout(180_000)
  let steps: WaitingStep[]
  before(async () => {
    steps = await waitingSteps()
  })

  it('is tried at nearly every step of every guide', () => {
    assert.ok(steps.length >= 60, String(steps.length))
    const met = new Set(steps.map(({ waiting }) => waiting.guide))
    assert.deepEqual([...met].sort(), [...guides].sort())
  })

  for (const language of languages)
    it(`changes nothing that was entered and moves no guide, whatever is asked at whatever step: ${language}`, async () => {
      const questions = questionsIn(language)
      assert.ok(questions.length > 100, String(questions.length))
      const asked = fc.tuple(fc.constantFrom(...steps.keys()), fc.constantFrom(...questions))
      const holds = async ([at, question]: [number, string]) => {
        const step = steps[at]
        if (!step || takesQuestion(step, question)) return
        const before = spokenIn(language, step.situation)
        const { situation } = await rehearse(before, language, { text: question })
        assert.deepEqual(stateOf(situation), stateOf(before), `${step.name}: ${question}`)
      }
      await fc.assert(fc.asyncProperty(asked, holds), { numRuns: 250 })
      for (const at of steps.keys()) await holds([at, questions[at % questions.length] ?? ''])
    })

  it('does not keep an option from being taken by its number', async () => {
    const choosing = steps.filter((step) => nextOf(step)?.choices && nextOf(step)?.choices?.length !== 0)
    assert.ok(choosing.length > 30)
    for (const { name, situation } of choosing) {
      const after = await rehearse(situation, 'en', { text: '1' })
      assert.notDeepEqual(waitingIn(after.situation)?.card, waitingIn(situation)?.card, name)
      assert.ok(!after.texts.join().includes('Back to'), name)
    }
  })
})
