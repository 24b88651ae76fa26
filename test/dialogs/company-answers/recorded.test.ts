import assert from 'node:assert/strict'
import type { Command } from '../../../src/core/company/command.ts'
import { frontier } from '../../core/example.ts'
import { buttonsOf } from '../../support/bot/rehearsal.ts'
import { contact, facts, type Past, request, situationAfter, trial } from '../../support/past/situations.ts'
import { inSituation, saidBy, shown } from './shown.ts'

const busy = inSituation('in the midst of it')
const sponsored = inSituation('with sponsorship')
const companyOf = (commands: Past['commands'], past: Omit<Past, 'commands'> = { role: 'global-admin' }) =>
  situationAfter({ ...past, commands })
const told: Command = { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }

/** Title and text that begin the answers about companies with a past, in both languages. */
const expected: readonly (readonly [name: string, past: typeof busy, en: RegExp, fr: RegExp])[] = [
  [
    'contact',
    busy,
    /^Ann \\\*Bell\\\* is your marketing contact\nEmail: ann\.bell@contoso\.com\. Recorded here since October 3, 2026/,
    /^Ann \\\*Bell\\\* est votre contact marketing\nE-mail : ann\.bell@contoso\.com\. Enregistré ici depuis le 3 octobre 2026/,
  ],
  [
    'contact-phone',
    busy,
    /: \+33 6 12 34 56 78\n.*language: French \(France\)/,
    /\+33 6 12 34 56 78\n.*préférée : Français \(France\)/,
  ],
  [
    'contact-who-recorded',
    busy,
    /^Camille Roy recorded the contact\nOn October 3, 2026/,
    /^Le contact a été enregistré par Camille Roy\nLe 3 octobre 2026/,
  ],
  ['program', sponsored, /^You’re enrolled on the Premium path/, /^Votre inscription\s: parcours Premium/],
  [
    'stage',
    sponsored,
    /^Grow, by our reading\nThat’s from .*Differentiate/,
    /^Grow, d’après notre lecture\n/,
  ],
  [
    'stage',
    sponsored,
    /^Grow, by our reading\nThat’s from .*Differentiate/,
    /^Grow, d’après notre lecture\n/,
  ],
  ['stage', busy, /has no stages\n.*by the tier/, /n’a pas d’étapes\n/],
  ['enrolled-on', sponsored, /^Enrolled on December 20, 2025/, /^Inscription le 20 décembre 2025/],
  [
    'renewal-date',
    sponsored,
    /^Renew Premium by December 20, 2026\nThe anniversary is in 28 days\. The renewal opens on November 20/,
    /^Premium à renouveler d’ici le 20 décembre 2026\nL’anniversaire tombe dans 28 jours/,
  ],
  ['tier', busy, /^Estimated tier: Co-sell\n.*\$140,000 counts/, /Co-vente\n.*140 000 \$US comptent/],
  [
    'next-tier',
    busy,
    /^\$360,000 more to Lead development\n.*\$140,000 of \$500,000/,
    /^Encore 360 000 \$US/,
  ],
  [
    'next-tier',
    sponsored,
    /^\$7,860,000 more to Tier 7\n.*tiers in between aren’t published/,
    /paliers intermédiaires/,
  ],
  ['sales', busy, /^You reported \$140,000 of billed sales/, /^Vous avez indiqué 140 000 \$US/],
  ['profiles', busy, /^Profiles that count: 1 of 1/, /^Profils qui comptent : 1 sur 1/],
  ['co-sell-distance', sponsored, /^Revenue for Azure IP co-sell reached/, /^Chiffre d’affaires/],
  ['benefits-active', busy, /^Benefits in progress: 3[\s\S]*• Press release/, /^Avantages en cours : 3/],
  ['benefits-open', busy, /^Ready to activate: 3[\s\S]*• Featured placement\n/, /^Prêts à être activés : 3/],
  ['benefit-locked', busy, /^Locked for you now: 4/, /^Pas disponibles pour vous : 4/],
  [
    'due',
    busy,
    /^Next: Press release support: no news\?[\s\S]*: 6\./,
    /^À faire d’abord : Aide au communiqué/,
  ],
  ['due-for-me', busy, /^Next for you: Press release support/, /^Pour vous d’abord : Aide au communiqué/],
  ['due-this-month', busy, /^Due by December 22, 2026: 5/, /^D’ici le 22 décembre 2026 : 5/],
  ['tenants', busy, /^Tenants recorded: 2, verified: 0[\s\S]*• fabrikam\.com/, /^Locataires enregistrés : 2/],
  [
    'requests',
    busy,
    /^Requests: 1, open: 1[\s\S]*• Move to \\\*AKS\\\* · Asked/,
    /^Demandes : 1, ouvertes : 1/,
  ],
  ['case-numbers', busy, /^No case number is recorded/, /^Aucun numéro de dossier/],
  ['sponsorship', sponsored, /^Northwind: sent\nAsked on/, /^Northwind : envoyée\nDemande du/],
  [
    'sponsorship-end',
    sponsored,
    /^Your sponsorship ends on February 18, 2027\n“Fabrikam”/,
    /^Votre parrainage se termine le 18 février 2027/,
  ],
  ['history-week', busy, /^Recorded in the last 7 days: 3/, /^Enregistré dans les 7 derniers jours : 3/],
  [
    'last-check',
    busy,
    /^Last checked on September 23, 2026\nRecorded by Camille Roy/,
    /^Dernière vérification/,
  ],
  ['my-role', busy, /^Your role: Global admin\nThat’s what you told me/, /^Votre rôle : /],
]

describe('of a company with a past', () => {
  for (const [name, past, en, fr] of expected) {
    it(`${name} says what is recorded, in both languages`, async () => {
      assert.match(saidBy(await shown(name, past)).text, en)
      assert.match(
        saidBy(await shown(name, past, { language: 'fr' })).text.replace(/[\u00a0\u202f]/g, ' '),
        fr,
      )
    })
  }

  it('the contact is who was named last, and so is who recorded it', async () => {
    const grace = { ...contact, name: 'Grace' }
    const past = companyOf([
      [60, { type: 'AssignContact', contact }],
      [2, { type: 'AssignContact', contact: grace }, { id: 'person-2', name: 'Ada', role: 'partner-admin' }],
    ])
    assert.match(saidBy(await shown('contact', past)).title, /^Grace is/)
    assert.match(
      saidBy(await shown('contact-who-recorded', past)).text,
      /^Ada recorded[\s\S]*November 20, 2026/,
    )
  })

  it('a profile that does not count has the reason, by its rule', async () => {
    const byol = { ...trial, name: 'Contoso BYOL', listingClass: 'list', countedAs: 'byol' } as const
    const profiles = [...facts.profiles, trial, byol]
    const past = companyOf([[3, { type: 'RecordEligibility', facts: { ...facts, profiles } }]])
    const { title, text } = saidBy(await shown('profiles', past))
    assert.equal(title, 'Profiles that count: 1 of 3')
    assert.match(text, /• Contoso · doesn’t count \(\$0\): not sold through Microsoft/)
    assert.match(text, /• Contoso BYOL · doesn’t count \(\$0\): BYOL is a listing/)
  })

  it('a renewal whose day has passed asks what became of it', async () => {
    const enrollment: Command = {
      type: 'RecordEnrollment',
      facts: { situation: 'no-cost', enrolledOn: '2025-11-01' },
    }
    const past = companyOf([[100, enrollment]], { program: frontier.id })
    assert.equal(saidBy(await shown('renewal-date', past)).title, 'The anniversary was on November 1, 2026')
  })

  it('a form that was sent is no enrollment', async () => {
    const sent: Command = {
      type: 'RecordEnrollment',
      facts: { situation: 'not-enrolled', submittedOn: '2026-11-12' },
    }
    const past = companyOf([[5, sent]], { program: frontier.id })
    assert.equal(saidBy(await shown('enrolled-on', past)).title, 'The form was sent on November 12, 2026')
  })

  it('a case number is the answer itself', async () => {
    const past = companyOf([
      [5, { type: 'RequestTechnicalHelp', request }],
      [4, { type: 'RecordCaseNumber', request: request.id, caseNumber: '12*34' }],
    ])
    const { text } = saidBy(await shown('case-numbers', past))
    assert.match(text, /^Case number 12\\\*34\nFor “Move to \\\*AKS\\\*”: sent\./)
  })

  it('a benefit that expires has its last day, by the rule behind it', async () => {
    const { title, text } = saidBy(await shown('benefit-expiry', inSituation('soon to expire')))
    assert.match(title, /^Listing optimization: use it by \w+ \d+, 202\d$/)
    assert.match(text, /¹ .*\((written|reported|our)/)
  })

  it('what Partner Center showed is said beside the estimate', async () => {
    const past = companyOf([
      [5, told],
      [4, { type: 'RecordPortalVerdict', verdict: 'not-eligible' }],
    ])
    for (const name of ['tier', 'last-check'])
      assert.match(
        saidBy(await shown(name, past)).text,
        /• Partner Center · not eligible, as read on November 18/,
      )
  })

  it('long lists end with how many more there are', async () => {
    const many: Past['commands'] = Array.from({ length: 13 }, (_, at) => [
      2,
      { type: 'AssociateTenant', tenant: `tenant-${at}.example` },
    ])
    const { text } = saidBy(await shown('tenants', companyOf(many)))
    assert.equal(text.match(/• /g)?.length, 10)
    assert.match(text, /More: 3\./)
  })

  it('nothing of late is said with the day of the last entry', async () => {
    const { text } = saidBy(await shown('history-week', companyOf([[20, told]])))
    assert.match(text, /^Nothing was recorded in the last 7 days\nThe last entry is from November 2, 2026/)
  })

  it('buttons lead to what changes it, where that is possible', async () => {
    assert.deepEqual(buttonsOf(await shown('contact', busy)), [
      'Change the contact',
      'Who recorded the contact',
    ])
    assert.equal(buttonsOf(await shown('requests', busy))[0], 'Update a request')
    assert.equal(buttonsOf(await shown('case-numbers', busy))[0], 'Add a case number')
  })
})
