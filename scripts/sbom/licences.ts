/** Licences that let anybody use, change and pass on, at the price of keeping the notice: SPDX expressions. */
export const accepted: readonly string[] = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  // We choose the second.
  '(AFL-2.1 OR BSD-3-Clause)',
]

/** The same for what runs in tests and tools alone. */
export const acceptedInDevelopment: readonly string[] = [
  ...[...accepted, 'MIT OR Apache-2.0', 'PSF-2.0'],
  // libvips, alone or built into sharp: used unchanged, and not passed on.
  ...['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
]

/** Packages whose manifest names no licence as npm reads it; read in their files, for this very version. */
export const licencesByHand: ReadonlyMap<string, string> = new Map([
  ['cldrjs@0.5.5', 'MIT'],
  ['escape-regexp-component@1.0.2', 'MIT'],
  ['jspath@0.4.0', 'MIT'],
])

/** The one package under terms of its own: it plays the chat on a developer's machine. */
export const playground = '@microsoft/m365agentsplayground'
