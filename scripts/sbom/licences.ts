/** Permissive licences, which require only their notice: SPDX expressions. */
export const accepted: readonly string[] = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  // The second is chosen.
  '(AFL-2.1 OR BSD-3-Clause)',
]

/** Licences accepted only in tests and tools. */
export const acceptedInDevelopment: readonly string[] = [
  ...accepted,
  'MIT OR Apache-2.0',
  'PSF-2.0',
  // libvips, separate or within sharp: used unchanged and not distributed.
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
]

/** Licences read from the files of packages whose manifest names none, by exact version. */
export const licencesByHand: ReadonlyMap<string, string> = new Map([
  ['cldrjs@0.5.5', 'MIT'],
  ['escape-regexp-component@1.0.2', 'MIT'],
  ['jspath@0.4.0', 'MIT'],
])

/** The only package with terms of its own; it is the chat on a developer's machine. */
export const playground = '@microsoft/m365agentsplayground'
