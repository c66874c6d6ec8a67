import { type Call, type Operations, ok } from '../call.ts';
import type { AttestationRecord } from '../records.ts';
import { notFound, Refusal } from '../refusal.ts';

interface Statement {
  readonly predicateType: string;
  readonly subject: readonly { readonly digest: { readonly sha256?: string } }[];
}

export const attestationOperations: Operations = {
  'repos/create-attestation': {
    needs: [{ attestations: 'write' }],
    handle: (call) => {
      const { bundle } = call.body as { bundle: { dsseEnvelope?: { payload?: string } } };
      const { subject, predicateType } = readStatement(bundle.dsseEnvelope?.payload);
      const attestation: AttestationRecord = {
        id: call.world.nextId(),
        bundle,
        predicateType,
        subjects: subject.map(({ digest }) => `sha256:${digest.sha256}`),
      };
      call.repository.attestations.push(attestation);
      return { status: 201, body: { id: attestation.id } };
    },
  },
  'repos/list-attestations': {
    needs: [{ attestations: 'read' }],
    handle: (call: Call) => {
      const { repository, params, query } = call;
      const found = repository.attestations.filter(
        ({ subjects, predicateType }) =>
          subjects.includes(params.subject_digest ?? '') &&
          (query.predicate_type === undefined || predicateType === query.predicate_type),
      );
      if (found.length === 0) throw notFound();
      return ok({
        attestations: found.map(({ bundle }) => ({ bundle, repository_id: repository.id })),
      });
    },
  },
};

/** The in-toto statement in the envelope; its signature is not checked. */
function readStatement(payload: string | undefined): Statement {
  try {
    const statement = JSON.parse(Buffer.from(payload ?? '', 'base64').toString()) as Statement;
    if (Array.isArray(statement.subject) && typeof statement.predicateType === 'string') {
      return statement;
    }
  } catch {
    // The same as a statement without subjects.
  }
  throw new Refusal(422, 'Invalid bundle: the envelope holds no in-toto statement');
}
