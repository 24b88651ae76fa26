// Runs scripts/<name>.ts before any package is installed: `node scripts/run.mjs <name> [arguments]`. Plain JavaScript
// with Node's own modules, as it installs the packages.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name, ...args] = process.argv.slice(2)

if (nodeIsTooOld(process.versions.node)) {
  console.error(
    `Rewards Guide needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org/`,
  )
  process.exit(1)
}
process.chdir(root)
installPackages()
await runScript()

function nodeIsTooOld(version) {
  const [major, minor] = version.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

function installPackages() {
  if (missingPackages().length === 0) return
  console.log('Installing the packages of package-lock.json …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.status === 0) return
  console.error(
    `npm ci failed${npm.error ? `: ${npm.error.message}` : ''}. Is the npm registry within reach?`,
  )
  process.exit(1)
}

/** npm writes node_modules/.package-lock.json once it has installed everything. */
function missingPackages() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  return Object.keys(wanted).filter((path) => {
    const { optional, dev, version } = wanted[path]
    const needed = path !== '' && !optional && !(dev && process.env.NODE_ENV === 'production')
    return needed && present[path]?.version !== version
  })
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return {}
  }
}

async function runScript() {
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import(`./${name}.ts`)
  process.exitCode = await main(args)
}
