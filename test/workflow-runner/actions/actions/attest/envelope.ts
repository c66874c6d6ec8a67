import { generateKeyPairSync, sign } from 'node:crypto';
import type { Subject } from './subjects.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/**
 * A bundle of the form that GitHub stores: an in-toto statement in a DSSE envelope. The key is made on the spot and
 * only its public half is kept: no service vouches for it.
 */
export function makeBundle(
  subjects: readonly Subject[],
  predicateType: string,
  predicate: unknown,
): object {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjects,
    predicateType,
    predicate,
  };
  const payload = Buffer.from(JSON.stringify(statement));
  // What DSSE signs: version, type and payload, each text with its length in bytes before it.
  const head = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = sign('sha256', Buffer.concat([Buffer.from(head), payload]), privateKey);
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      publicKey: { hint: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') },
      tlogEntries: [],
    },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ keyid: '', sig: signature.toString('base64') }],
    },
  };
}
