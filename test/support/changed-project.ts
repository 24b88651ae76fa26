import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of the folders with words, where a file or a key can be taken away or added. */
export class ChangedProject {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async copy(): Promise<ChangedProject> {
    const folder = await mkdtemp(join(tmpdir(), 'changed-project-'))
    for (const room of ['locales', 'dialogs'])
      await cp(join(project, room), join(folder, room), { recursive: true, filter: isCopied })
    return new ChangedProject(folder)
  }

  get url(): URL {
    return pathToFileURL(`${this.#folder}/`)
  }

  remove(path: string): Promise<void> {
    return rm(join(this.#folder, path), { recursive: true })
  }

  write(path: string, text: string): Promise<void> {
    return writeFile(join(this.#folder, path), text)
  }

  /** Removes the value under a dotted key of a JSON file; keys with dots of their own are not reached. */
  async removeKey(path: string, key: string): Promise<void> {
    const file = objectSchema.parse(JSON.parse(await readFile(join(this.#folder, path), 'utf8')))
    const names = key.split('.')
    const last = names.pop() ?? ''
    let parent = file
    for (const name of names) parent = objectSchema.parse(parent[name])
    if (!Reflect.deleteProperty(parent, last)) throw new Error(`${path} keeps "${key}"`)
    await this.write(path, JSON.stringify(file))
  }

  discard(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true })
  }
}

/** Any object, itself and not a copy. */
const objectSchema = z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null)

const isCopied = (path: string): boolean => !path.endsWith('.ts') || /(recipe|index)\.ts$/.test(path)
