import { createElement } from 'react';
import * as React from 'react';
import { expect, it } from 'vitest';
import { startInSlices } from '../../src/ui/start.ts';

/** React has one while what is rendered may be sliced; it tells nobody else. */
const isSliced = (): boolean =>
  (React as unknown as Record<string, { readonly T: unknown }>)[
    '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'
  ]!.T !== null;

function started(page: () => React.ReactNode) {
  const posted: (() => void)[] = [];
  const rendered: { readonly node: React.ReactNode; readonly sliced: boolean }[] = [];
  startInSlices({
    post: (callback) => posted.push(callback),
    page,
    render: (node) => rendered.push({ node, sliced: isSliced() }),
    failed: ({ message }) => message,
  });
  return { posted, rendered };
}

it('the page is made and rendered in a task of its own, in slices', () => {
  const made = createElement('main');
  let count = 0;
  const { posted, rendered } = started(() => (count++, made));
  expect([count, rendered, posted.length]).toEqual([0, [], 1]);
  posted[0]!();
  expect([count, rendered]).toEqual([1, [{ node: made, sliced: true }]]);
});

it('a page that cannot be made says why, at once, and the error is not swallowed', () => {
  const { posted, rendered } = started(() => {
    throw new RangeError('no worker');
  });
  expect(() => posted[0]!()).toThrow('no worker');
  expect(rendered).toEqual([{ node: 'no worker', sliced: false }]);
});
