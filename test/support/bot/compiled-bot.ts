import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entry = join(root, 'bot', 'main.ts')

export interface CompiledBot {
  /** Arguments of node that start it without the chat client. */
  readonly command: readonly string[]
  discard(): Promise<void>
}

/**
 * The bot and its packages as a few files of JavaScript. It starts in a third of the time that tsx takes, which counts where it
 * is started again and again.
 */
export async function compileBot(): Promise<CompiledBot> {
  const folder = await mkdtemp(join(tmpdir(), 'compiled-bot-'))
  const file = join(folder, 'main.mjs')
  await build({
    entryPoints: [entry],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Lazily loaded modules stay separate files.
    splitting: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: commonJs },
    plugins: [where(file)],
  })
  return { command: [file, '--no-chat'], discard: () => rm(folder, { recursive: true, force: true }) }
}

/** Globals that CommonJS packages expect. */
const commonJs = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(${JSON.stringify(entry)})
const __filename = ${JSON.stringify(entry)}
const __dirname = ${JSON.stringify(join(root, 'bot'))}`

/** Packages that bring native code, or find files of theirs by where they lie. */
const apart = /^(lmdb|pino|restify|dtrace-provider)$/

/** Each file finds what lies beside its source, and the packages that stay apart where they are. */
function where(outfile: string): Plugin {
  return {
    name: 'where',
    setup: ({ onLoad, onResolve }) => {
      onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replaceAll(
          'import.meta.url',
          JSON.stringify(pathToFileURL(path === entry ? outfile : path).href),
        ),
        loader: 'ts',
      }))
      onResolve({ filter: apart }, ({ path }) => ({
        path: pathToFileURL(createRequire(entry).resolve(path)).href,
        external: true,
      }))
    },
  }
}
