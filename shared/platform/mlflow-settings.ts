import type { Problem } from '../errors/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Which server of MLflow a step logs to, by the variables that MLflow's own clients read. */
export interface MlflowSettings {
  /** Without credentials and without a slash at the end. */
  readonly address: string;
  readonly experiment?: string;
  /** Value of the header `authorization`; left out: none. */
  readonly authorization?: string;
  /** What must not be shown. */
  readonly secrets: readonly string[];
  /** What keeps the server from being used. */
  readonly problem?: Problem;
}

const NO_SERVER =
  'Give the address of a tracking server, https://host[:port][/path]; an empty MLFLOW_TRACKING_URI logs nothing';

/** Characters of a scheme in a message. */
const LONGEST_SCHEME = 40;

/** What MLflow's own clients do by these variables and this one does not, with the way that there is. */
const UNSUPPORTED = {
  MLFLOW_TRACKING_INSECURE_TLS:
    'Certificates are always verified: name the file of your authority in NODE_EXTRA_CA_CERTS',
  MLFLOW_TRACKING_AWS_SIGV4: 'Requests are not signed for AWS: use a token or a name and password',
} as const;

/** Null where `MLFLOW_TRACKING_URI` is not set, so that nothing is logged. No message holds the address: it may have a password. */
export function readMlflowSettings(environment: Environment): MlflowSettings | null {
  const read = (name: string) => environment[name]?.trim() ?? '';
  const uri = read('MLFLOW_TRACKING_URI');
  if (uri === '') return null;
  const experiment = read('MLFLOW_EXPERIMENT_NAME');
  const named = experiment === '' ? {} : { experiment };
  const unusable = (problem: Problem): MlflowSettings => ({
    address: '',
    ...named,
    secrets: [],
    problem,
  });
  for (const [name, remedy] of Object.entries(UNSUPPORTED)) {
    if (!/^(true|1)$/i.test(read(name))) continue;
    return unusable({ what: `${name} is not supported`, remedy });
  }
  const address = parseAddress(uri);
  if ('what' in address) return unusable(address);
  const username = read('MLFLOW_TRACKING_USERNAME') || decode(address.username);
  const password = read('MLFLOW_TRACKING_PASSWORD') || decode(address.password);
  const token = read('MLFLOW_TRACKING_TOKEN');
  // In the order of MLflow's own clients.
  if (username !== '' && password !== '') {
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return {
      address: withoutSlash(address),
      ...named,
      authorization: `Basic ${basic}`,
      secrets: [password, basic, ...(token === '' ? [] : [token])],
    };
  }
  if (token === '') return { address: withoutSlash(address), ...named, secrets: [] };
  if (!/^[\x21-\x7e]+$/.test(token)) {
    return unusable({
      what: 'MLFLOW_TRACKING_TOKEN holds a space, a line break or a character beyond ASCII',
      remedy: 'Store the token alone in the secret',
    });
  }
  return {
    address: withoutSlash(address),
    ...named,
    authorization: `Bearer ${token}`,
    secrets: [token],
  };
}

function parseAddress(uri: string): URL | Problem {
  if (uri.toLowerCase() === 'databricks') {
    const what =
      'MLFLOW_TRACKING_URI is "databricks", a setting that other clients look up in a file';
    return { what, remedy: NO_SERVER };
  }
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(uri)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    return { what: 'MLFLOW_TRACKING_URI is not an address of a server', remedy: NO_SERVER };
  }
  if (scheme !== 'http' && scheme !== 'https') {
    return {
      what: `MLFLOW_TRACKING_URI begins with "${scheme.slice(0, LONGEST_SCHEME)}:"; only http and https are supported`,
      remedy: NO_SERVER,
    };
  }
  if (!/^https?:\/\/[^/]/i.test(uri) || !URL.canParse(uri)) {
    return { what: 'MLFLOW_TRACKING_URI names no host', remedy: NO_SERVER };
  }
  const address = new URL(uri);
  if (address.search === '' && address.hash === '' && !uri.endsWith('#')) return address;
  return {
    what: 'MLFLOW_TRACKING_URI is the address of a page, with "?" or "#"',
    remedy: 'Leave out what begins with that sign',
  };
}

function withoutSlash({ origin, pathname }: URL): string {
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

/** Of a name or password within an address. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
