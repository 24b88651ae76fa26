import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { billOf } from '../../scripts/sbom/bill.ts'
import { licenceList } from '../../scripts/sbom/licence-list.ts'
import { accepted, acceptedInDevelopment, licencesByHand, playground } from '../../scripts/sbom/licences.ts'
import { type Locked, packagesIn, refOf, shipped } from '../../scripts/sbom/lockfile.ts'

const packages = packagesIn(readFileSync('package-lock.json', 'utf8'))
/** Those that do not hold, by name and version. */
const without = (all: readonly Locked[], holds: (each: Locked) => boolean) =>
  all.filter((each) => !holds(each)).map(refOf)

describe('the packages', () => {
  it('are all read', () => assert.ok(packages.length > 300, `only ${packages.length} were found`))

  it('are each pinned by the hash of what is downloaded', () => {
    const isHash = ({ integrity }: Locked) => /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')
    assert.deepEqual(without(packages, isHash), [])
  })

  it('come from a registry, and from none but npm where the lockfile names one', () => {
    const isFromNpm = ({ resolved }: Locked) => resolved?.startsWith('https://registry.npmjs.org/') ?? true
    assert.deepEqual(without(packages, isFromNpm), [])
    const isNumber = ({ version }: Locked) => /^\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(version)
    assert.deepEqual(without(packages, isNumber), [])
  })

  it('run nothing while they are installed', () => {
    assert.match(readFileSync('.npmrc', 'utf8'), /^ignore-scripts=true$/m)
  })

  it('that would run something are those that we know to work without', () => {
    const names = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    const known = ['botbuilder-dialogs', 'dtrace-provider', 'esbuild', 'lmdb', 'msgpackr-extract']
    assert.deepEqual(names, known)
  })

  it('that only tests and tools need are left out by npm ci --omit=dev', () => {
    assert.deepEqual(packages.filter(({ devOptional }) => devOptional).map(refOf), [])
    const tools = ['typescript', 'mocha', '@biomejs/biome', 'playwright-core', playground]
    const installed = shipped(packages).map(({ name }) => name)
    assert.deepEqual(
      installed.filter((name) => tools.includes(name) || name.startsWith('@typescript/')),
      [],
    )
  })

  it('have licences that we accept in production', () => {
    const isAccepted = ({ licence }: Locked) => accepted.includes(licence ?? '')
    assert.deepEqual(without(shipped(packages), isAccepted), [])
  })

  it('have licences accepted for development, except the chat client', () => {
    const isAccepted = ({ licence }: Locked) => acceptedInDevelopment.includes(licence ?? '')
    assert.deepEqual(
      packages.filter((each) => !isAccepted(each)).map(({ name, dev }) => [name, dev]),
      [[playground, true]],
    )
  })

  it('whose licences were read by hand are still there, in that version', () => {
    const refs = packages.map(refOf)
    assert.deepEqual(
      [...licencesByHand.keys()].filter((ref) => !refs.includes(ref)),
      [],
    )
  })

  it('are in docs/licences.md: npm run sbom writes it anew', () => {
    assert.equal(readFileSync('docs/licences.md', 'utf8'), licenceList(packages))
  })
})

describe('the bill of materials', () => {
  const locked = (name: string, dev: boolean, licence = 'MIT') => ({
    path: `node_modules/${name}`,
    name,
    version: '1.0.0',
    dev,
    licence,
    integrity: undefined,
    resolved: undefined,
    hasInstallScript: false,
    devOptional: false,
  })
  const some = [locked('tsx', false), locked('esbuild', false, 'ISC'), locked('mocha', true)]
  const ofNpm = {
    bomFormat: 'CycloneDX',
    metadata: { component: { 'bom-ref': 'bot@1', name: 'folder' } },
    components: [...some, ...some].map((each) => ({ 'bom-ref': refOf(each), hashes: ['x'] })),
    dependencies: [
      { ref: 'bot@1', dependsOn: ['tsx@1.0.0', 'mocha@1.0.0'] },
      { ref: 'tsx@1.0.0', dependsOn: ['esbuild@1.0.0'] },
      { ref: 'mocha@1.0.0', dependsOn: [] },
    ],
  }

  it('has what runs in production, each once with its licences, and nothing of what does not', () => {
    const { components, dependencies, metadata, bomFormat } = billOf(ofNpm, some, 'bot')
    assert.deepEqual(
      components.map((each) => [each['bom-ref'], each.hashes, each.licenses]),
      [
        ['tsx@1.0.0', ['x'], [{ license: { id: 'MIT' } }]],
        ['esbuild@1.0.0', ['x'], [{ license: { id: 'ISC' } }]],
      ],
    )
    assert.deepEqual(
      dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]),
      [
        ['bot@1', ['tsx@1.0.0']],
        ['tsx@1.0.0', ['esbuild@1.0.0']],
      ],
    )
    assert.deepEqual([metadata.component.name, bomFormat], ['bot', 'CycloneDX'])
  })
})
