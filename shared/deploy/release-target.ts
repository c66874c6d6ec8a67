import { UserError } from '../errors/index.ts';
import type { GitHubPort } from '../platform/index.ts';
import { requireReferenceName } from './reference-name.ts';
import type { DeploymentBundle, DeploymentTarget } from './target.ts';
import { digestFiles } from './version-folder.ts';

/** Length of the version that is taken from a model's digest, in hexadecimal digits. */
const DIGEST_VERSION_LENGTH = 12;
/** GitHub refuses longer notes. */
const LONGEST_NOTES = 125_000;
const MODEL_CARD = 'model-card.md';

/**
 * A GitHub release with the bundle's files as assets and the model card as notes. `version` is that of the directory
 * target, so that both speak of the same number; without one it is the beginning of the model's digest.
 */
export function releaseTarget(
  github: GitHubPort | null,
  configuration: { readonly tag: string },
  { version, commit }: { readonly version?: string; readonly commit?: string },
): DeploymentTarget {
  return {
    plan: async ({ name, digest }) => {
      if (github === null) {
        throw new UserError({
          what: 'The release target needs GitHub, and there is no token for it',
          remedy:
            'Run deploy-model in a workflow whose job has "permissions: contents: write", or remove the release target',
        });
      }
      const shown = version ?? digest.slice(0, DIGEST_VERSION_LENGTH);
      const tag = configuration.tag.replaceAll('{model}', name).replaceAll('{version}', shown);
      requireReferenceName(tag, `The tag "${configuration.tag}" of the release target`);
      const marker = `<!-- mlops-actions model: ${digest} -->`;
      return {
        target: 'release',
        version: shown,
        location: tag,
        unchanged: await github.isReleased({ tag, marker }),
        stage: async () => undefined,
        apply: async (bundle) => {
          const published = await github.publishRelease({
            tag,
            name: `${name} ${shown}`,
            notes: releaseNotes(bundle, marker),
            marker,
            ...(commit === undefined ? {} : { commit }),
            assets: bundle.files.map(({ path, content }) => ({
              name: path,
              bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
            })),
          });
          return {
            target: 'release',
            location: published.url,
            version: shown,
            status: published.action === 'unchanged' ? 'unchanged' : 'deployed',
            files: bundle.files.map(({ path }) => path),
            digests: published.action === 'unchanged' ? {} : digestFiles(bundle.files),
            removed: [],
          };
        },
      };
    },
  };
}

/** The model card without its front matter, which a release would show as text. */
function releaseNotes(bundle: DeploymentBundle, marker: string): string {
  const content = bundle.files.find(({ path }) => path === MODEL_CARD)?.content ?? '';
  const card = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const notes = `${marker}\n\n${card.replace(/^---\n[\s\S]*?\n---\n+/, '')}`;
  if (notes.length <= LONGEST_NOTES) return notes;
  const end = notes.lastIndexOf('\n\n', LONGEST_NOTES - 100);
  return `${notes.slice(0, end)}\n\nShortened: all of it is in ${MODEL_CARD}.\n`;
}
