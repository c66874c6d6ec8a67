import { type Call, created, NO_CONTENT, type Operations, ok } from '../call.ts';
import { fill } from '../fill.ts';
import { paged } from '../pages.ts';
import type { AssetRecord, ReleaseRecord, Repository } from '../records.ts';
import { invalid, notFound, Refusal, requireShortEnough } from '../refusal.ts';
import { apiAddress, showActor, webAddress } from '../show.ts';

interface ReleaseBody {
  readonly tag_name?: string;
  readonly target_commitish?: string;
  readonly name?: string | null;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

/** In characters. */
const LONGEST_NOTES = 125_000;

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;

export const releaseOperations: Operations = {
  'repos/list-releases': {
    needs: READ,
    handle: (call) => {
      // Drafts are for those only who may write.
      const maySeeDrafts = call.token.permissions.contents === 'write';
      const seen = call.repository.releases.filter(({ draft }) => !draft || maySeeDrafts);
      return paged(call, seen.toReversed(), (release) => showRelease(call, release));
    },
  },
  'repos/get-latest-release': {
    needs: READ,
    handle: (call) => {
      const found = call.repository.releases.findLast(
        ({ draft, prerelease }) => !draft && !prerelease,
      );
      if (found === undefined) throw notFound();
      return ok(showRelease(call, found));
    },
  },
  'repos/get-release-by-tag': {
    needs: READ,
    handle: (call) => {
      const found = published(call, call.params.tag);
      if (found === undefined) throw notFound();
      return ok(showRelease(call, found));
    },
  },
  'repos/get-release': {
    needs: READ,
    handle: (call) => ok(showRelease(call, requireRelease(call))),
  },
  'repos/create-release': {
    needs: WRITE,
    handle: async (call) => {
      const { world, repository, token } = call;
      const given = call.body as ReleaseBody & { tag_name: string };
      const target = given.target_commitish ?? repository.defaultBranch;
      const draft = given.draft === true;
      if (published(call, given.tag_name) !== undefined) throw tagTaken();
      const release: ReleaseRecord = {
        id: world.nextId(),
        tag: given.tag_name,
        name: given.name ?? null,
        body: given.body ?? null,
        draft,
        prerelease: given.prerelease === true,
        target,
        author: token.actor,
        createdAt: world.now(),
        publishedAt: null,
        assets: [],
      };
      requireShortEnough('Release', release.body, LONGEST_NOTES);
      await requireTarget(call, release);
      if (!draft) await publish(call, release);
      repository.releases.push(release);
      return created(showRelease(call, release));
    },
  },
  'repos/update-release': {
    needs: WRITE,
    handle: async (call) => {
      const release = requireRelease(call);
      const change = call.body as ReleaseBody;
      const changed: ReleaseRecord = {
        ...release,
        tag: change.tag_name ?? release.tag,
        target: change.target_commitish ?? release.target,
        name: change.name ?? release.name,
        body: change.body ?? release.body,
        prerelease: change.prerelease ?? release.prerelease,
        draft: change.draft ?? release.draft,
      };
      const other = published(call, changed.tag);
      if (!changed.draft && other !== undefined && other !== release) throw tagTaken();
      requireShortEnough('Release', changed.body, LONGEST_NOTES);
      await requireTarget(call, changed);
      if (release.draft && !changed.draft) await publish(call, changed);
      Object.assign(release, changed);
      return ok(showRelease(call, release));
    },
  },
  'repos/delete-release': {
    needs: WRITE,
    handle: (call) => {
      const { releases } = call.repository;
      releases.splice(releases.indexOf(requireRelease(call)), 1);
      return NO_CONTENT;
    },
  },
};

export function requireRelease({ params, repository, token }: Call): ReleaseRecord {
  const found = repository.releases.find(({ id }) => id === Number(params.release_id));
  const maySee = found?.draft === false || token.permissions.contents === 'write';
  if (found === undefined || !maySee) throw notFound();
  return found;
}

export function showAsset(call: Call, release: ReleaseRecord, asset: AssetRecord) {
  const { id, name, label, bytes } = asset;
  return fill('release-asset', {
    id,
    name,
    label,
    content_type: asset.contentType,
    size: bytes.length,
    digest: asset.digest,
    state: asset.broken === true ? 'starter' : 'uploaded',
    uploader: showActor(asset.uploader),
    url: apiAddress(call.world, call.repository, `/releases/assets/${id}`),
    browser_download_url: webAddress(call.repository, `/releases/download/${release.tag}/${name}`),
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
  });
}

function showRelease(call: Call, release: ReleaseRecord) {
  const { world, repository } = call;
  const { id, tag, name, body, draft, prerelease } = release;
  return fill('release', {
    id,
    tag_name: tag,
    name,
    body,
    draft,
    prerelease,
    target_commitish: release.target,
    author: showActor(release.author),
    assets: release.assets.map((asset) => showAsset(call, release, asset)),
    url: apiAddress(world, repository, `/releases/${id}`),
    assets_url: apiAddress(world, repository, `/releases/${id}/assets`),
    upload_url: `${world.url}/uploads/repos/${repository.fullName}/releases/${id}/assets{?name,label}`,
    html_url: webAddress(repository, `/releases/tag/${draft ? `untagged-${id}` : tag}`),
    created_at: release.createdAt,
    published_at: release.publishedAt,
  });
}

/** Publication makes the tag, where it is not there yet. */
async function publish(call: Call, release: ReleaseRecord): Promise<void> {
  const { world, repository, token } = call;
  const { git } = repository;
  if ((await git.object(`refs/tags/${release.tag}`)) === null) {
    const target = await git.commit(release.target);
    if (target !== null) await git.update(`refs/tags/${release.tag}`, target);
  }
  release.publishedAt = world.now();
  const event = { event: 'release', action: 'published', ref: `refs/tags/${release.tag}` };
  world.trigger(token, { ...event, repository: repository.fullName });
}

async function requireTarget(call: Call, { tag, target }: ReleaseRecord): Promise<void> {
  const { repository, token } = call;
  try {
    await repository.git.run(['check-ref-format', `refs/tags/${tag}`]);
  } catch {
    throw invalid({
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name is not a valid tag',
    });
  }
  const tagExists = (await repository.git.object(`refs/tags/${tag}`)) !== null;
  if (!tagExists && (await repository.git.commit(target)) === null) {
    throw invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' });
  }
  // A tag that is made may bring other workflows into the repository, which GITHUB_TOKEN must never do.
  if (!tagExists && token.permissions.workflows !== 'write') {
    const [theirs, standard] = await Promise.all(
      [target, repository.defaultBranch].map((name) => workflowsOf(repository, name)),
    );
    if (theirs !== standard) {
      throw new Refusal(
        403,
        'Resource not accessible by integration',
        {},
        { 'x-accepted-github-permissions': 'contents=write; contents=write,workflows=write' },
      );
    }
  }
}

/** Git's name of the folder with the workflows of a commit; null where there is none. */
async function workflowsOf({ git }: Repository, ref: string): Promise<string | null> {
  const commit = await git.commit(ref);
  return commit === null ? null : await git.object(`${commit}:.github/workflows`);
}

function published({ repository }: Call, tag: string | undefined): ReleaseRecord | undefined {
  return repository.releases.find((release) => !release.draft && release.tag === tag);
}

function tagTaken() {
  return invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
}
