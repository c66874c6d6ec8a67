import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, Html, html } from '../../shared/report/index.ts';
import { elementsOf, parsePage, textOf } from './well-formed.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'<>&"\'`=/ \n;#x1'), maxLength: 60 }),
);

describe('values in HTML', () => {
  test('no value leaves markup, in text and in attributes', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const page = parsePage(html`<p title="${first}">${second}</p>`.source);
        const [element, ...rest] = elementsOf(page);
        expect(rest).toEqual([]);
        expect([...(element?.attributes.keys() ?? [])]).toEqual(['title']);
        expect(escapeHtml(second).replace(/&#\d+;/g, '')).not.toMatch(/[<>&"'`=]/);
      }),
    );
  });

  test('what has no hidden characters reads as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 190 }), (value) => {
        expect(textOf(parsePage(html`<p>${value}</p>`.source))).toBe(value);
      }),
    );
  });

  test('HTML in HTML stays as it is, lists are joined, nothing is nothing', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}`.source).toBe(
      '<ul><li>a</li><li>&#60;b&#62;</li></ul>0',
    );
    expect(String(new Html('<i/>'))).toBe('<i/>');
  });
});
