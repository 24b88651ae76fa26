import assert from 'node:assert/strict'
import { companyAnswers } from '../../../../dialogs/company-answers/pages.ts'
import { createUnderstanding } from '../../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../../dialogs/understanding/vocabulary.ts'
import { type Language, languages } from '../../../../locales/index.ts'
import { newCompany } from '../../../../src/core/company/company.ts'
import { frontier } from '../../../core/example.ts'
import { actionsOf } from '../../../support/bot/card-actions.ts'
import { headingOf, textOf } from '../../../support/bot/rehearsal.ts'
import { type Circumstances, rehearse } from '../../../support/bot/rehearse.ts'
import {
  company,
  consultation,
  contact,
  formerContact,
  guestTenant,
  invitation,
  log,
  mira,
  nia,
  odile,
  otherTenant,
  tom,
  uwe,
} from '../../../support/past/asked-year.ts'
import { writtenSentences } from '../../../support/written-sentences.ts'
import { aboutThemselves } from './by-asker.ts'
import { type Asker, askers, plain, type Question, type Said } from './said.ts'
import { aboutStanding } from './standing.ts'
import { aboutWork } from './work.ts'

const questions = [...aboutStanding, ...aboutWork, ...aboutThemselves]
const understanding = createUnderstanding(loadVocabularies())
const written = writtenSentences()
/** The first sentence of a writer that is understood surely, and names what it should. */
function sentenceFor(target: string, language: Language, naming = /./): string {
  const isSure = (text: string) => {
    const [first] = understanding.guess(text)
    return first?.id === target && first.confident
  }
  const fitting = written.filter((each) => each.target === target && each.language === language)
  const found = fitting.find(({ text }) => naming.test(text) && isSure(text))
  return found?.text ?? assert.fail(`No sentence surely means ${target} in ${language}`)
}

const home = {
  company: { ...newCompany(guestTenant, frontier.id), host: { tenant: 'tenant-1', invitation } },
  person: 'nia',
  known: { schema: 1, name: nia.name, role: 'account-admin' },
} as const
const people = {
  member: { name: mira.name, speaker: { person: mira.id }, known: { ...mira, schema: 1 } },
  colleague: { name: tom.name, speaker: { person: tom.id }, known: undefined },
  guest: { name: nia.name, speaker: { person: 'nia', home }, known: undefined },
} as const satisfies Readonly<Record<Asker, object>>

/** What the bot answers when one of the three writes or clicks. */
async function heardBy(asker: Asker, language: Language, what: { text: string } | { value: unknown }) {
  const { name, speaker, known: person } = people[asker]
  const circumstances: Circumstances = { speaker }
  const documents = { company, ...(person && { person }) }
  const from = { id: speaker.person, name }
  const { sent } = await rehearse({ documents, log }, language, { ...what, from }, circumstances)
  assert.equal(sent.length, 1)
  const [card] = sent
  return { card, title: plain(headingOf(card)), text: plain(textOf(card)) }
}

const numberOf = (phone: string) => phone.slice('+33'.length)
/** What nobody is shown in an answer, and what is reserved for some. */
const keptFromAll = [
  numberOf(consultation.phone),
  numberOf(formerContact.phone),
  consultation.description,
  mira.id,
  odile.id,
  tom.id,
  nia.id,
  invitation,
]
const keptFromOthers = [numberOf(contact.phone), 'Brazil', 'brésilien']
const keptFrom: Readonly<Record<Asker, readonly string[]>> = {
  member: [],
  colleague: keptFromOthers,
  guest: [...keptFromOthers, otherTenant, uwe.name],
}

function assertKept(asker: Asker, text: string): void {
  const seen = text.replaceAll(/\s/g, '')
  const shown = [...keptFromAll, ...keptFrom[asker]].filter((each) =>
    seen.includes(each.replaceAll(/\s/g, '')),
  )
  assert.deepEqual(shown, [], `${asker} sees in ${text}`)
}

const saidTo = ({ says }: Question, asker: Asker): Said => ('en' in says ? says : says[asker])

describe('a company with a year of history that is asked about itself', () => {
  it('is asked for every answer about the company', () => {
    const answers = questions.map(({ answer }) => `company.${answer}`)
    const ids = companyAnswers.map(({ id }) => id).filter((id) => id !== 'company.everything')
    assert.deepEqual(answers.sort(), ids.sort())
  })

  for (const language of languages)
    for (const question of questions) {
      const text = sentenceFor(`company.${question.answer}`, language, question.naming)
      it(`answers "${text}" by its record, to each what they may see`, async () => {
        for (const asker of askers) {
          const heard = await heardBy(asker, language, { text })
          const [title, ...others] = saidTo(question, asker)[language]
          assert.equal(heard.title, title, asker)
          for (const other of others)
            assert.ok(heard.text.includes(other), `${asker}: ${other}\n${heard.text}`)
          assertKept(asker, heard.text)
        }
      })
    }

  for (const [language, title] of [
    ['en', 'Your company’s rewards'],
    ['fr', 'Vos récompenses'],
  ] as const) {
    const text = sentenceFor('my-rewards', language)
    it(`shows all at once to "${text}", without what is reserved`, async () => {
      for (const asker of askers) {
        const heard = await heardBy(asker, language, { text })
        assert.equal(heard.title, plain(title))
        assert.ok(heard.text.includes(contact.email))
        assertKept(asker, heard.text)
      }
    })
  }
})

describe('a person of that company who goes through its whole history', () => {
  for (const language of languages)
    it(`reads in ${language} of other tenants only what they may`, async () => {
      for (const asker of askers) {
        const pages = Array.from({ length: Math.ceil(log.length / 12) }, (_, page) => page * 12)
        const heard = await Promise.all(
          pages.map((older) => heardBy(asker, language, { value: { run: 'history', with: `${older}` } })),
        )
        const text = heard.map((each) => each.text).join('\n')
        assert.equal(text.includes(otherTenant), asker !== 'guest', text)
        assert.ok(text.includes(guestTenant))
        assertKept(asker, text)
      }
    })
})

const refusals = {
  colleague: 'Only authorized people can do this',
  guest: "Only the company's original tenant can do this",
}

describe('a person of that company who asks what is kept of them', () => {
  for (const language of languages) {
    const text = sentenceFor('my-data', language)
    it(`sees in "${text}" only themselves`, async () => {
      const names = Object.values(people).map(({ name }) => name)
      for (const asker of askers) {
        const heard = await heardBy(asker, language, { text })
        const shown = [...names, odile.name, uwe.name].filter((name) => heard.text.includes(name))
        assert.deepEqual(shown, [people[asker].name])
      }
    })
  }

  for (const [button, allowed] of [
    ['Delete company data', 'Delete everything I know about your company?'],
    ['Export company data', "Your company's data is ready"],
  ] as const) {
    it(`gets "${button}" only as an authorized person of its own tenant`, async () => {
      const titles = { member: allowed, ...refusals }
      for (const asker of askers) {
        const { card } = await heardBy(asker, 'en', { text: sentenceFor('my-data', 'en') })
        const action = actionsOf(card).find(({ title }) => title === button) ?? assert.fail(button)
        assert.equal((await heardBy(asker, 'en', { value: action.data })).title, titles[asker])
      }
    })
  }
})
