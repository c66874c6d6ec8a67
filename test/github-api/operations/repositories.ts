import { type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { repositoryFields } from '../show.ts';

export const repositoryOperations: Operations = {
  'repos/get': {
    needs: [],
    handle: ({ world, repository }) => {
      const { parent } = repository;
      return ok(
        fill('full-repository', {
          ...repositoryFields(world, repository),
          parent: parent === null ? undefined : repositoryFields(world, parent),
        }),
      );
    },
  },
  'rate-limit/get': {
    needs: [],
    handle: ({ token }) => {
      const { limit, remaining, resetsAt } = token;
      const core = {
        limit,
        remaining,
        used: limit - remaining,
        reset: Math.ceil(resetsAt / 1_000),
      };
      return ok(fill('rate-limit-overview', { resources: { core, search: core }, rate: core }));
    },
  },
  'markdown/render': {
    needs: [],
    handle: ({ body }) => {
      const { text } = body as { text: string };
      // Not a renderer: enough to see that the text arrived.
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return { status: 200, body: `<p>${escaped}</p>`, headers: { 'content-type': 'text/html' } };
    },
  },
};
