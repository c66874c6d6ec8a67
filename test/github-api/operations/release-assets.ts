import { createHash, randomUUID } from 'node:crypto';
import { type Call, created, NO_CONTENT, type Operations, ok } from '../call.ts';
import { paged } from '../pages.ts';
import type { AssetRecord, ReleaseRecord } from '../records.ts';
import { invalid, notFound, Refusal } from '../refusal.ts';
import { requireRelease, showAsset } from './releases.ts';

const READ = [{ contents: 'read' }] as const;
const WRITE = [{ contents: 'write' }] as const;

export const releaseAssetOperations: Operations = {
  'repos/list-release-assets': {
    needs: READ,
    handle: (call) => {
      const release = requireRelease(call);
      return paged(call, release.assets, (asset) => showAsset(call, release, asset));
    },
  },
  'repos/upload-release-asset': {
    needs: WRITE,
    handle: (call) => {
      const { headers, query, raw, token, world } = call;
      const release = requireRelease(call);
      if (headers['content-length'] === undefined) throw new Refusal(411, 'Length Required');
      if (headers['content-type'] === undefined) {
        throw invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'content_type' });
      }
      const name = toAssetName(String(query.name));
      requireFreeName(release, name);
      const broken = call.isCutShort;
      const asset: AssetRecord = {
        id: world.nextId(),
        name,
        label: query.label === undefined ? null : String(query.label),
        contentType: headers['content-type'],
        bytes: broken ? Buffer.alloc(0) : raw,
        ...(broken ? { broken } : {}),
        digest: `sha256:${createHash('sha256').update(raw).digest('hex')}`,
        uploader: token.actor,
        createdAt: world.now(),
      };
      release.assets.push(asset);
      if (broken) throw new Refusal(502, 'Server Error');
      return created(showAsset(call, release, asset));
    },
  },
  'repos/get-release-asset': {
    needs: READ,
    handle: (call) => {
      const { release, asset } = requireAsset(call);
      if (call.headers.accept !== 'application/octet-stream') {
        return ok(showAsset(call, release, asset));
      }
      const path = `/releases/${randomUUID()}`;
      call.world.storage.set(path, { bytes: asset.bytes, type: asset.contentType });
      return { status: 302, headers: { location: call.world.storageUrl + path } };
    },
  },
  'repos/update-release-asset': {
    needs: WRITE,
    handle: (call) => {
      const { release, asset } = requireAsset(call);
      const { name, label } = call.body as { name?: string; label?: string };
      if (name !== undefined && name !== asset.name) {
        requireFreeName(release, toAssetName(name));
        asset.name = toAssetName(name);
      }
      asset.label = label ?? asset.label;
      return ok(showAsset(call, release, asset));
    },
  },
  'repos/delete-release-asset': {
    needs: WRITE,
    handle: (call) => {
      const { release, asset } = requireAsset(call);
      release.assets.splice(release.assets.indexOf(asset), 1);
      return NO_CONTENT;
    },
  },
};

function requireAsset({ params, repository }: Call) {
  for (const release of repository.releases) {
    const asset = release.assets.find(({ id }) => id === Number(params.asset_id));
    if (asset !== undefined) return { release, asset };
  }
  throw notFound();
}

function requireFreeName(release: ReleaseRecord, name: string): void {
  if (release.assets.some((asset) => asset.name === name)) {
    throw invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
  }
}

/** GitHub replaces what it does not like in a name, spaces for example, by points. */
function toAssetName(name: string): string {
  return name.replaceAll(/[^\w.+@-]+/g, '.');
}
