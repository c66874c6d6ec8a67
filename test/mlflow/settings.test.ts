import { describe, expect, test } from '@jest/globals';
import { readMlflowSettings } from '../../shared/platform/mlflow-settings.ts';

const read = (uri: string, more: Readonly<Record<string, string>> = {}) =>
  readMlflowSettings({ MLFLOW_TRACKING_URI: uri, ...more });

test.each([undefined, '', '  '])('nothing is logged where the address is %j', (uri) => {
  expect(readMlflowSettings({ MLFLOW_TRACKING_URI: uri })).toBeNull();
});

test.each([
  ['https://mlflow.example.com', 'https://mlflow.example.com'],
  ['https://mlflow.example.com/', 'https://mlflow.example.com'],
  [' http://10.0.0.7:5000/team/mlflow/ ', 'http://10.0.0.7:5000/team/mlflow'],
  ['HTTPS://MLflow.example.com', 'https://mlflow.example.com'],
])('the server of %j is asked at %j', (uri, address) => {
  expect(read(uri)).toEqual({ address, secrets: [] });
});

describe('an address that is none is named without a secret that it may hold', () => {
  test.each([
    ['./mlruns', 'MLFLOW_TRACKING_URI is not an address of a server'],
    ['C:\\mlruns', 'MLFLOW_TRACKING_URI is not an address of a server'],
    [
      'file:///tmp/mlruns',
      'MLFLOW_TRACKING_URI begins with "file:"; only http and https are supported',
    ],
    [
      'postgresql://me:hunter2@db/mlflow',
      'MLFLOW_TRACKING_URI begins with "postgresql:"; only http and https are supported',
    ],
    [
      'databricks://profile',
      'MLFLOW_TRACKING_URI begins with "databricks:"; only http and https are supported',
    ],
    [
      'Databricks',
      'MLFLOW_TRACKING_URI is "databricks", a setting that other clients look up in a file',
    ],
    ['https://', 'MLFLOW_TRACKING_URI names no host'],
    ['http:///experiments', 'MLFLOW_TRACKING_URI names no host'],
    ['https://a b/', 'MLFLOW_TRACKING_URI names no host'],
    [
      'https://mlflow.example.com/#/experiments/3',
      'MLFLOW_TRACKING_URI is the address of a page, with "?" or "#"',
    ],
  ])('%s', (uri, what) => {
    const settings = read(uri);
    expect(settings?.problem?.what).toBe(what);
    expect(settings?.problem?.remedy).toMatch(/\S/);
    expect(JSON.stringify(settings)).not.toContain('hunter2');
  });
});

describe('credentials', () => {
  const basic = Buffer.from('me:päss word').toString('base64');

  test.each([
    ['a token', { MLFLOW_TRACKING_TOKEN: ' secret-token\n' }, 'Bearer secret-token'],
    [
      'a name and a password, which go before a token',
      {
        MLFLOW_TRACKING_TOKEN: 'secret-token',
        MLFLOW_TRACKING_USERNAME: 'me',
        MLFLOW_TRACKING_PASSWORD: 'päss word',
      },
      `Basic ${basic}`,
    ],
    [
      'a name without a password, as where a secret is not given, which is none',
      { MLFLOW_TRACKING_USERNAME: 'me', MLFLOW_TRACKING_PASSWORD: '' },
      undefined,
    ],
  ])('%s', (_, variables, authorization) => {
    expect(read('https://mlflow.example.com', variables)?.authorization).toBe(authorization);
  });

  test('that stand in the address are taken out of it', () => {
    const settings = read('https://me:p%C3%A4ss%20word@mlflow.example.com/team');
    expect(settings).toEqual({
      address: 'https://mlflow.example.com/team',
      authorization: `Basic ${basic}`,
      secrets: ['päss word', basic],
    });
  });

  test('that no header can hold are refused', () => {
    const settings = read('https://mlflow.example.com', { MLFLOW_TRACKING_TOKEN: 'one\ntwo' });
    expect(settings?.problem?.what).toMatch(/^MLFLOW_TRACKING_TOKEN holds a space/);
    expect(settings?.authorization).toBeUndefined();
  });
});

test.each(['MLFLOW_TRACKING_INSECURE_TLS', 'MLFLOW_TRACKING_AWS_SIGV4'])(
  '%s is refused and not passed over',
  (name) => {
    const at = (value: string) => read('https://mlflow.example.com', { [name]: value })?.problem;
    expect(at('true')?.what).toBe(`${name} is not supported`);
    expect(at('false')).toBeUndefined();
  },
);

test('an experiment is the one that the environment names', () => {
  expect(read('https://a.example', { MLFLOW_EXPERIMENT_NAME: ' churn ' })?.experiment).toBe(
    'churn',
  );
});
