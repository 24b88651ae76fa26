/** A format of keys or tokens, with its source. */
interface Shape {
  readonly pattern: RegExp
  readonly source: string
}

/** Formats never typed by hand nor found in signatures or links. */
const shapes: readonly Shape[] = [
  { pattern: /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/u, source: 'RFC 7519, JSON Web Token' },
  {
    pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/u,
    source: 'learn.microsoft.com/purview/sit-defn-azure-ad-client-secret',
  },
  {
    pattern: /(?<![\p{L}\p{N}])(?:AccountKey|SharedAccessKey|SharedSecretValue)\s*=\s*[^\s;]{4,}/iu,
    source: 'learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  {
    pattern: /;\s*(?:Password|Pwd)\s*=\s*[^\s;]{4,}|(?<![\p{L}\p{N}])(?:Password|Pwd)\s*=\s*[^\s;]{4,};/iu,
    source: 'learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax',
  },
  {
    pattern:
      /(?:[?&]|(?<![^\s"']))sig=[^\s&]{12,}|\bSharedAccessSignature\b[\s=:"']{0,5}\S{0,300}\bsig=[^\s&]/iu,
    source: 'learn.microsoft.com/azure/storage/common/storage-sas-overview',
  },
  {
    pattern:
      /[?&#](?:access_token|refresh_token|id_token|client_secret|api_?key|subscription-key)=[^\s&]{12,}/iu,
    source: 'RFC 6749, OAuth 2.0',
  },
  {
    pattern:
      /token\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?!AADSTS|0x|\d{4}-\d\d-)(?=[\w.~+/=-]*\d)[\w.~+/=-]{6,}/iu,
    source: 'RFC 6749, section 5.1, tokens in a response',
  },
  {
    pattern: /\b(?:Set-)?Cookie["']?\s?:\s?["']?[\w.-]+=[^\s;]{4,}|\bESTSAUTH(?:PERSISTENT|LIGHT)?=\S{4,}/iu,
    source:
      'RFC 6265, cookies; learn.microsoft.com/entra/identity/authentication/concept-authentication-web-browser-cookies',
  },
  {
    pattern:
      /\bAuthorization["']?\s?:\s?["']?(?:SharedKey(?:Lite)?|Negotiate|NTLM|Digest|Token|ApiKey)\s+\S{12,}/iu,
    source: 'RFC 9110, section 11.6.2',
  },
  {
    pattern: /(?<![\d-])\d{6}(?:[- ]\d{6}){7}(?![\d-])/u,
    source: 'learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker',
  },
  { pattern: /[?&#]code=[^\s&]{20,}/iu, source: 'RFC 6749, authorization code' },
  { pattern: /[?&](?:password|passwd|pwd)=[^\s&]{4,}/iu, source: 'usual name of a parameter' },
  {
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/?#]{1,100}:[^\s@/]{3,200}@/iu,
    source: 'RFC 3986, user information',
  },
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/u, source: 'RFC 7468, PEM' },
  { pattern: /\bPuTTY-User-Key-File-\d/u, source: 'the.earth.li/~sgtatham/putty, appendix C' },
  {
    pattern: /\b(?:gh[pousr]_|github_pat_)[\w-]{16,}/u,
    source:
      'docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  },
  { pattern: /\bglpat-[\w-]{20,}/u, source: 'docs.gitlab.com/security/tokens' },
  { pattern: /\bxox[abeoprs]-(?=\S*\d)[\w-]{16,}/u, source: 'api.slack.com/concepts/token-types' },
  {
    pattern: /\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w{16,}/iu,
    source: 'api.slack.com/messaging/webhooks',
  },
  {
    pattern: /\bwebhook\.office\.com\/webhookb2\/\S{40,}/iu,
    source: 'learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors',
  },
  {
    pattern: /\bsk-(?=[\w-]*\d)[\w-]{16,}/u,
    source: 'platform.openai.com/docs/api-reference/authentication',
  },
  { pattern: /\b[rs]k_(?:live|test)_\w{16,}/u, source: 'docs.stripe.com/keys' },
  {
    pattern: /\bA(?:KIA|SIA)[A-Z0-9]{16}\b/u,
    source: 'docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  },
  { pattern: /\bAIza[\w-]{35}/u, source: 'docs.cloud.google.com/docs/authentication/api-keys' },
  { pattern: /\bnpm_[A-Za-z0-9]{36}/u, source: 'docs.npmjs.com/about-access-tokens' },
  { pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/u, source: 'twilio.com/docs/sendgrid' },
  {
    pattern: /\b[A-Za-z0-9]{52}(?:JQQJ9[9D]|AZDO)[A-Za-z0-9]{10,}/u,
    source: 'github.com/microsoft/security-utilities, common annotated security keys',
  },
  { pattern: /\bBearer\s+(?=\S*\d)[\w.~+/=-]{16,}/iu, source: 'RFC 6750, bearer tokens' },
  {
    pattern: /\bBasic\s+(?=[a-z+/]*[A-Z0-9])[A-Za-z0-9+/]{12,}={0,2}(?![\w+/=])/u,
    source: 'RFC 7617, basic authentication',
  },
]
/** Keys of storage accounts and the like; in links it may be a mail id. */
const base64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42,}={1,2}(?![A-Za-z0-9+/=])/u

/** Tests for a key or token of known format. */
export const hasToken = (text: string): boolean =>
  shapes.some(({ pattern }) => pattern.test(text)) || base64.test(text.replace(/\bhttps?:\/\/\S+/giu, ' '))
