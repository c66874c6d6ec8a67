import { createHash } from 'node:crypto';
import { UserError } from '../errors/index.ts';
import { createOnce, type GitHubClient, type Octokit } from './github-client.ts';
import { statusOf } from './github-patience.ts';
import type { GitHubPort, PublishedItem, ReleaseAsset } from './ports.ts';

type Release = Parameters<GitHubPort['publishRelease']>[0];
type KnownRelease = Awaited<ReturnType<Octokit['rest']['repos']['listReleases']>>['data'][number];

/**
 * Makes a release whose assets are complete from the moment it can be seen: it stays a draft until the last upload.
 * A draft that an earlier run left behind is used again; a published release is never changed.
 */
export async function publishRelease(
  client: GitHubClient,
  release: Release,
): Promise<PublishedItem> {
  const { octokit, place } = client;
  const known = await findRelease(client, release.tag);
  if (known !== undefined && !known.draft) {
    const sameModel = release.marker !== undefined && known.body?.includes(release.marker) === true;
    if (sameModel || hasAssets(known, release.assets)) {
      return { url: known.html_url, action: 'unchanged' };
    }
    throw new UserError({
      what: `The release ${release.tag} exists already with other files`,
      remedy: 'Put {version} into the tag of the release target, or delete that release',
    });
  }
  const draft = known ?? (await createDraft(client, release));
  for (const leftover of draft.assets) await deleteAsset(client, leftover.id);
  for (const asset of release.assets) await uploadAsset(client, draft, asset);
  const { data } = await octokit.rest.repos.updateRelease({
    ...place,
    release_id: draft.id,
    name: release.name,
    body: release.notes,
    draft: false,
  });
  return { url: data.html_url, action: 'created' };
}

/** Whether there is a published release of this tag that `publishRelease` would leave as it is for its marker. */
export async function isReleased(
  client: GitHubClient,
  { tag, marker }: Parameters<GitHubPort['isReleased']>[0],
): Promise<boolean> {
  const known = await findRelease(client, tag);
  return known !== undefined && !known.draft && known.body?.includes(marker) === true;
}

/** The endpoint that takes a tag does not see drafts. */
async function findRelease(
  { octokit, place }: GitHubClient,
  tag: string,
): Promise<KnownRelease | undefined> {
  const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, {
    ...place,
    per_page: 100,
  });
  for await (const { data } of pages) {
    const found = data.find((release) => release.tag_name === tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function createDraft(client: GitHubClient, release: Release): Promise<KnownRelease> {
  const { octokit, place } = client;
  return await createOnce(client, {
    find: () => findRelease(client, release.tag),
    create: async () => {
      const { data } = await octokit.rest.repos.createRelease({
        ...place,
        tag_name: release.tag,
        ...(release.commit === undefined ? {} : { target_commitish: release.commit }),
        name: release.name,
        body: release.notes,
        draft: true,
      });
      return data;
    },
  });
}

/** GitHub refuses a second asset of a name, so half of one, or a whole one whose answer was lost, goes first. */
async function uploadAsset(
  client: GitHubClient,
  draft: KnownRelease,
  asset: ReleaseAsset,
): Promise<void> {
  const { octokit, place } = client;
  await createOnce(client, {
    find: async () => {
      const assets = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
        ...place,
        release_id: draft.id,
        per_page: 100,
      });
      for (const half of assets.filter(({ name }) => name === asset.name)) {
        await deleteAsset(client, half.id);
      }
      return undefined;
    },
    create: () =>
      octokit.request({
        method: 'POST',
        // GitHub gives a template, `…/assets{?name,label}`, on a host of its own.
        url: `${draft.upload_url.replace(/\{.*\}$/, '')}?name=${encodeURIComponent(asset.name)}`,
        data: asset.bytes,
        // No content-length: `fetch` sets it, and Node refuses to send it twice.
        headers: { 'content-type': 'application/octet-stream' },
      }),
  });
}

async function deleteAsset({ octokit, place }: GitHubClient, id: number): Promise<void> {
  try {
    await octokit.rest.repos.deleteReleaseAsset({ ...place, asset_id: id });
  } catch (error) {
    // Gone already: the answer to a first try was lost.
    if (statusOf(error) !== 404) throw error;
  }
}

function hasAssets(release: KnownRelease, assets: readonly ReleaseAsset[]): boolean {
  return assets.every(({ name, bytes }) =>
    release.assets.some(
      (known) =>
        known.name === name &&
        known.size === bytes.byteLength &&
        (known.digest == null || known.digest === `sha256:${sha256(bytes)}`),
    ),
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
