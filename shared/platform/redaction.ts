/** What stands where a secret stood: the same that the runner writes. */
const REDACTED = '***';

/** A shorter text is no token, and to take it out would make holes in words. */
const SHORTEST_SECRET = 8;

/** Parameters of signed addresses (Azure, S3, Google) that whoever reads them can use. */
const SIGNATURES =
  /([?&;](?:sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token))=)[^&\s"'<>]+/gi;

/** https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/ */
const GITHUB_TOKENS = /\b(?:gh[a-z]_[A-Za-z0-9_.-]{20,}|github_pat_[A-Za-z0-9_]{20,})/g;

/** The header of a request, as clients put it into their messages. */
const BEARER = /\b(bearer\s+)[A-Za-z0-9._~+/=-]{16,}/gi;

/**
 * Takes secrets out of text before it is shown: those given, in each way that they stand in an address, and whatever looks
 * like a token of GitHub or the signature of an address. The runner masks in a log what it knows of; errors of clients
 * hold more than that, and summaries and annotations are not masked everywhere.
 */
export function redactor(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap((secret) => {
    const text = secret?.trim() ?? '';
    return text.length < SHORTEST_SECRET ? [] : [text, encodeURIComponent(text)];
  });
  // The longest first, since one may begin with another.
  const ordered = [...new Set(known)].sort((a, b) => b.length - a.length);
  return (text) =>
    ordered
      .reduce((shown, secret) => shown.replaceAll(secret, REDACTED), text)
      .replace(SIGNATURES, `$1${REDACTED}`)
      .replace(GITHUB_TOKENS, REDACTED)
      .replace(BEARER, `$1${REDACTED}`);
}
