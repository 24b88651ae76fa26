import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const expected = "the certificate's RSA key: an unencrypted PEM, or the path of a file with one"

/**
 * PEM, with `
 * ` allowed for line ends, or the path of a file. Errors do not quote the value.
 */
export const privateKeySchema = z.string({ error: expected }).transform((text, context) => {
  try {
    return readKey(text)
  } catch {
    context.addIssue({ code: 'custom', message: expected })
    return z.NEVER
  }
})

function readKey(text: string): string {
  const pem = text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : readFileSync(text.trim(), 'utf8')
  if (createPrivateKey(pem).asymmetricKeyType !== 'rsa') throw new TypeError('not an RSA key')
  return pem
}
