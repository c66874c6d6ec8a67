import { type Call, created, NO_CONTENT, type Operations, ok } from '../call.ts';
import { paged } from '../pages.ts';
import type { CommentRecord } from '../records.ts';
import { invalid, notFound, requireShortEnough } from '../refusal.ts';
import { showComment } from '../show.ts';
import { discussionNeeds, requireIssue } from './issues.ts';

export const commentOperations: Operations = {
  'issues/list-comments': {
    needs: discussionNeeds('read'),
    handle: (call) => {
      const { number } = requireIssue(call);
      const comments = call.repository.comments.filter(({ issue }) => issue === number);
      return paged(call, comments, (comment) => show(call, comment));
    },
  },
  'issues/create-comment': {
    needs: discussionNeeds('write'),
    handle: (call) => {
      const { number } = requireIssue(call);
      const { world, token, repository } = call;
      const body = requireText(call);
      const now = world.now();
      const comment: CommentRecord = {
        id: world.nextId(),
        issue: number,
        body,
        user: token.actor,
        createdAt: now,
        updatedAt: now,
      };
      repository.comments.push(comment);
      const event = { event: 'issue_comment', action: 'created', number };
      world.trigger(token, { ...event, repository: repository.fullName });
      return created(show(call, comment));
    },
  },
  'issues/get-comment': {
    needs: discussionNeeds('read'),
    handle: (call) => ok(show(call, requireComment(call))),
  },
  'issues/update-comment': {
    needs: discussionNeeds('write'),
    handle: (call) => {
      const comment = requireComment(call);
      comment.body = requireText(call);
      comment.updatedAt = call.world.now();
      return ok(show(call, comment));
    },
  },
  'issues/delete-comment': {
    needs: discussionNeeds('write'),
    handle: (call) => {
      const { comments } = call.repository;
      comments.splice(comments.indexOf(requireComment(call)), 1);
      return NO_CONTENT;
    },
  },
};

function requireText({ body: given }: Call): string {
  const { body } = given as { body: string };
  requireShortEnough('IssueComment', body);
  if (body.trim() === '') {
    throw invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  }
  return body;
}

function requireComment({ params, repository }: Call): CommentRecord {
  const found = repository.comments.find(({ id }) => id === Number(params.comment_id));
  if (found === undefined) throw notFound();
  return found;
}

function show({ world, repository }: Call, comment: CommentRecord) {
  return showComment(world, repository, comment);
}
