import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redactor } from '../../shared/platform/redaction.ts';

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
const RUNTIME = 'eyJ0eXAiOiJKV1QifQ.eyJzY3AiOiJBY3Rpb25zIn0.c2lnbmF0dXJl+/=';
const redact = redactor([TOKEN, RUNTIME, undefined, '', 'short']);

describe('secrets in text that is shown', () => {
  test.each([
    [`Bad credentials for ${TOKEN}`, 'Bad credentials for ***'],
    [`token=${encodeURIComponent(RUNTIME)}&x=1`, 'token=***&x=1'],
    [`Authorization: Bearer ${RUNTIME}`, 'Authorization: Bearer ***'],
    ['authorization: bearer abcdefghijklmnop.qrst', 'authorization: bearer ***'],
    ['https://a.example/b?sp=r&sig=a%2Bb%3D&se=1', 'https://a.example/b?sp=r&sig=***&se=1'],
    ['https://a.example/b?sig=abc" failed', 'https://a.example/b?sig=***" failed'],
    ['https://s3.example/?X-Amz-Signature=0123', 'https://s3.example/?X-Amz-Signature=***'],
    [`of somebody else: ghp_${'a'.repeat(36)}.`, 'of somebody else: ***'],
    [`github_pat_${'a1_'.repeat(20)}`, '***'],
    ['short words stay: the design of ghosts', 'short words stay: the design of ghosts'],
    ['a design=1 bearer of news', 'a design=1 bearer of news'],
  ])('%s', (text, shown) => expect(redact(text)).toBe(shown));

  test('never stand anywhere, whatever is around them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(TOKEN, RUNTIME), (a, b, secret) => {
        expect(redact(`${a}${secret}${b}${encodeURIComponent(secret)}`)).not.toContain(secret);
      }),
    );
  });

  test('a secret that begins with another one goes as a whole', () => {
    expect(redactor(['abcdefgh', 'abcdefghijkl'])('abcdefghijkl abcdefgh')).toBe('*** ***');
  });
});
