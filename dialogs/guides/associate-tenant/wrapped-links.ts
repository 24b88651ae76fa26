import { percentDecoded } from '../../../src/core/text/percent-decoded.ts'

/**
 * Services that wrap links in mails and chats: Safe Links of all regions and clouds, proxies and launcher of Teams, and
 * third-party gateways for Microsoft 365.
 */
const wrappers: readonly RegExp[] = [
  /(^|\.)safelinks\./,
  /(^|\.)statics\.teams\.(cdn\.office\.net|cdn\.live\.net|microsoft\.com)$/,
  /(^|\.)asyncgw\.teams\.(microsoft\.com|microsoft\.us|live\.com)$/,
  /(^|\.)asm\.skype\.com$/,
  /(^|\.)teams\.(microsoft\.com|microsoft\.us|cloud\.microsoft|live\.com)$/,
  /(^|\.)urldefense\.(com|us|proofpoint\.com)$/,
  /(^|\.)linkprotect\.cudasvc\.com$/,
  /(^|\.)secure-web\.cisco\.com$/,
  /^www\.google\.[a-z.]+$/,
]
const isWrapper = ({ hostname }: URL): boolean => wrappers.some((host) => host.test(hostname))

/** The wrapped URL; undefined if the URL is no wrapper. */
export const addressWithin = (url: URL): URL | undefined => (isWrapper(url) ? wrappedIn(url) : undefined)

const parameters = ['url', 'u', 'q', 'a', 'targeturl', 'originalurl', 'objecturl', 'weburl']

function wrappedIn(url: URL): URL | undefined {
  const given = [...url.searchParams].find(([name]) => parameters.includes(name.toLowerCase()))?.[1]
  return given === undefined ? wrappedInPath(url) : httpAddress(plain(given), url)
}

/** "…/v3/__https://contoso.com/__;!!…" and "…/https%3A%2F%2Fcontoso.com". */
function wrappedInPath(url: URL): URL | undefined {
  const [, address] = /(https?(?::\/\/|%3a%2f%2f|:\/).+)/i.exec(url.pathname) ?? []
  return address === undefined ? undefined : httpAddress(percentDecoded(address).replace(/__;.*$/, ''), url)
}

/** Decodes Proofpoint version 2: "https-3A__www.contoso.com_". */
const plain = (address: string): string =>
  /^https?-3A__/i.test(address) ? address.replace(/-3A/gi, ':').replaceAll('_', '/') : address

/** The launcher of Teams names a page of its own host. */
function httpAddress(text: string, base: URL): URL | undefined {
  const url = URL.canParse(text, base.href) ? new URL(text, base) : undefined
  return url && /^https?:$/.test(url.protocol) && url.href !== base.href ? url : undefined
}
