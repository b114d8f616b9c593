import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRESETS, settingsOf } from '../../src/settings/presets.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { addressBar, addressOf, currentLink, syncLink, type AddressBar } from '../../src/state/link-sync.ts';
import { useOpened } from '../../src/state/opened.ts';
import { usePlayer } from '../../src/state/player.ts';
import { useRefusals } from '../../src/state/refusals.ts';
import { useSettings } from '../../src/state/settings.ts';
import { useView } from '../../src/state/view.ts';

/** A browser's history: entries, and which one is shown. */
class FakeBar implements AddressBar {
  entries: string[];
  at = 0;
  #listener: () => void = () => undefined;

  constructor(hash: string) {
    this.entries = [hash];
  }
  read(): string {
    return this.entries[this.at]!;
  }
  push(hash: string): void {
    this.entries = [...this.entries.slice(0, this.at + 1), hash];
    this.at++;
  }
  replace(hash: string): void {
    this.entries[this.at] = hash;
  }
  onNavigate(listener: () => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  }
  go(steps: number): void {
    this.at += steps;
    this.#listener();
  }
}

const settings = () => useSettings.getState();
let stop: () => void = () => undefined;

function open(hash: string): FakeBar {
  const bar = new FakeBar(hash);
  stop = syncLink(bar);
  return bar;
}

beforeEach(() => {
  vi.useFakeTimers();
  useSettings.setState(useSettings.getInitialState());
  useView.setState(useView.getInitialState());
  usePlayer.setState(usePlayer.getInitialState());
  useOpened.setState(useOpened.getInitialState());
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the link and the page', () => {
  it('opens with the link’s settings, which cannot be undone', () => {
    open('v=1&g=0.5&tx=log');
    expect(settings().settings).toEqual({ ...DEFAULTS, gamma: 0.5 });
    expect(useView.getState().timeAxis).toBe('log');
    expect(settings().past).toEqual([]);
  });

  it('rests the playhead where the link has it, and plays where it has none', () => {
    open('v=1&at=20');
    expect(usePlayer.getState()).toMatchObject({ epoch: 20, playing: false });
    stop();
    usePlayer.setState(usePlayer.getInitialState());
    open('v=1&g=0.5');
    expect(usePlayer.getState()).toMatchObject({ epoch: 0, playing: true });
  });

  it('reads lecture mode from older links without a word, and writes it no more', () => {
    const bar = open('v=1&lect=1');
    expect(useView.getState().lecture).toBe(true);
    expect(useOpened.getState().notes).toEqual([]);
    expect(currentLink(null)).toBe('v=1');
    // The way to another experiment does not end the lecture.
    bar.push('v=1&g=0.5');
    bar.go(0);
    expect(settings().settings.gamma).toBe(0.5);
    expect(useView.getState().lecture).toBe(true);
  });

  it('puts a playhead past the last epoch on the last', () => {
    open('v=1&T=30&at=900');
    expect(usePlayer.getState().epoch).toBe(30);
  });

  it('keeps what was dropped, and the claim, for the page to show', () => {
    open('v=1&g=7&fp=0123456789abcdef');
    expect(useOpened.getState().notes).toHaveLength(1);
    expect(useOpened.getState().fingerprint).toBe('0123456789abcdef');
  });

  it('pushes one entry for a whole drag, and goes back to before it', () => {
    const bar = open('v=1');
    for (const gamma of [0.2, 0.3, 0.4]) settings().change({ gamma }, { held: true });
    settings().release();
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1', 'v=1&g=0.4']);
    bar.go(-1);
    expect(settings().settings).toEqual(DEFAULTS);
    bar.go(1);
    expect(settings().settings.gamma).toBe(0.4);
    expect(bar.entries).toHaveLength(2);
  });

  it('pushes an entry for an undo, too', () => {
    const bar = open('v=1');
    settings().change({ gamma: 0.2 });
    settings().undo();
    expect(bar.entries).toEqual(['v=1', 'v=1&g=0.2', 'v=1']);
  });

  it('does not write a moving playhead, and writes it once at rest', () => {
    const bar = open('v=1');
    const { set } = usePlayer.getState();
    for (let epoch = 1; epoch < 10; epoch++) set({ epoch });
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1']);
    set({ playing: false });
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1&at=9']);
  });

  it('writes the last place of a playhead that is moved while it rests', () => {
    usePlayer.setState({ playing: false, epoch: 3 });
    const bar = open('v=1');
    const { set } = usePlayer.getState();
    set({ epoch: 8 });
    set({ epoch: 12 });
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1&at=12']);
  });

  it('puts a change that waits to be written off for a playhead at rest only when that moves', () => {
    usePlayer.setState({ playing: false });
    const bar = open('v=1');
    useView.getState().set({ timeAxis: 'log' });
    vi.advanceTimersByTime(300);
    usePlayer.getState().set({ hoverEpoch: 5 });
    usePlayer.getState().set({ speed: 2 });
    vi.advanceTimersByTime(150);
    expect(bar.read()).toBe('v=1&tx=log');
  });

  it('puts it off by nothing that happens while the playhead plays', () => {
    const bar = open('v=1');
    useView.getState().set({ timeAxis: 'log' });
    vi.advanceTimersByTime(300);
    usePlayer.getState().set({ epoch: 4 });
    vi.advanceTimersByTime(150);
    expect(bar.read()).toBe('v=1&tx=log');
  });

  it('writes nothing where the playhead sets off', () => {
    usePlayer.setState({ playing: false, epoch: 7 });
    const bar = open('v=1&at=7');
    usePlayer.getState().set({ playing: true });
    vi.runAllTimers();
    expect(bar.read()).toBe('v=1&at=7');
  });

  it('opens and writes which chart is enlarged, and ends that where the link has none', () => {
    const bar = open('v=1&big=stable-rank');
    expect(useView.getState().enlarged).toBe('stable-rank');
    useView.getState().set({ enlarged: 'margins' });
    vi.runAllTimers();
    expect(bar.read()).toBe('v=1&big=margins');
    bar.push('v=1');
    bar.go(0);
    expect(useView.getState().enlarged).toBeNull();
  });

  it('names files only where a file is trained on', () => {
    open('v=1');
    useView.getState().set({ fileNames: 'digits.csv', fileSizes: '12' });
    expect(currentLink(null)).toBe('v=1');
    settings().change({ data: 'dataset' });
    expect(currentLink(null)).toContain('fn=digits.csv');
  });

  it('leaves an opened link as it was written until something changes', () => {
    const bar = open('v=1&tx=log&g=0.50');
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1&tx=log&g=0.50']);
    useView.getState().set({ timeAxis: 'linear' });
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1&g=0.5']);
  });

  it('does not open again what is open: a view that waits to be written stays', () => {
    const bar = open('v=1');
    useView.getState().set({ timeAxis: 'log' });
    bar.go(0);
    expect(useView.getState().timeAxis).toBe('log');
    vi.runAllTimers();
    expect(bar.read()).toBe('v=1&tx=log');
  });

  it('can undo a link that was opened later, and not the first one', () => {
    const bar = open('v=1&g=0.2');
    bar.push('v=1&g=0.3');
    bar.go(0);
    expect(settings().settings.gamma).toBe(0.3);
    settings().undo();
    expect(settings().settings.gamma).toBe(0.2);
    settings().undo();
    expect(settings().settings.gamma).toBe(0.2);
  });

  it('writes and opens nothing once it is stopped, not even what was waiting', () => {
    const bar = open('v=1');
    useView.getState().set({ timeAxis: 'log' });
    stop();
    settings().change({ m: 70 });
    usePlayer.getState().set({ playing: false, epoch: 3 });
    vi.runAllTimers();
    expect(bar.entries).toEqual(['v=1']);
    bar.push('v=1&m=30');
    bar.go(0);
    expect(settings().settings.m).toBe(70);
  });

  it('keeps the claim in the address while it is about these settings, and drops it afterwards', () => {
    const bar = open('v=1&g=0.5&fp=0123456789abcdef');
    useView.getState().set({ timeAxis: 'log' });
    vi.runAllTimers();
    expect(bar.read()).toBe('v=1&g=0.5&tx=log&fp=0123456789abcdef');
    settings().change({ gamma: 0.6 });
    expect(bar.read()).toBe('v=1&g=0.6&tx=log');
  });

  it('opens the first preset where the address says nothing, and again on the way back', () => {
    const first = settingsOf(PRESETS[0]!);
    const bar = open('');
    expect(settings().settings).toEqual(first);
    expect(useView.getState().timeAxis).toBe('log');
    settings().change({ m: 50 });
    expect(bar.entries).toEqual(['', 'v=1&g=0.25&m=50&T=200&seed=145&tx=log']);
    bar.go(-1);
    expect(settings().settings).toEqual(first);
    expect(bar.entries).toHaveLength(2);
  });

  it('puts the fingerprint that it is given into a link to copy', () => {
    usePlayer.getState().set({ playing: false, epoch: 7 });
    expect(currentLink('fedcba9876543210')).toBe('v=1&at=7&fp=fedcba9876543210');
    expect(currentLink(null)).toBe('v=1&at=7');
  });
});

/** A window at an address. */
function pageAt(href: string) {
  const page = {
    location: new URL(href) as unknown as Location,
    history: {
      replaceState: (_: unknown, __: string, url: string) =>
        void (page.location = new URL(url, page.location.href) as unknown as Location),
    } as History,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  return page;
}

describe('the address bar', () => {
  it('pushes entries, tells of both ways to go elsewhere, and stops telling', () => {
    const calls: string[] = [];
    const heard = new Map<string, unknown>();
    const bar = addressBar({
      ...pageAt('https://lab.example/lab/'),
      history: { pushState: (...[, , url]: unknown[]) => void calls.push(String(url)) } as unknown as History,
      addEventListener: (name: string, listener: unknown) => void heard.set(name, listener),
      removeEventListener: (name: string, listener: unknown) => {
        if (heard.get(name) === listener) heard.delete(name);
      },
    });
    bar.push('v=1');
    bar.push('');
    expect(calls).toEqual(['/lab/#v=1', '/lab/']);
    const listener = () => undefined;
    const stopListening = bar.onNavigate(listener);
    expect([...heard]).toEqual([
      ['popstate', listener],
      ['hashchange', listener],
    ]);
    stopListening();
    expect(heard.size).toBe(0);
  });

  it('notes where the browser does not let it be written, and goes on', () => {
    useRefusals.setState({ refused: [] });
    const page = pageAt('https://lab.example/');
    page.history.replaceState = () => {
      throw new Error('sandboxed');
    };
    addressBar(page).replace('v=1');
    expect(useRefusals.getState().refused).toEqual(['history']);
  });

  it.each([
    ['https://lab.example/#v=1&g=0.5', 'v=1&g=0.5'],
    ['https://lab.example/?utm_source=mail#v=1&g=0.5', 'v=1&g=0.5'],
    ['https://lab.example/?v=1&g=0.4#v=1&g=0.5', 'v=1&g=0.5'],
    ['https://lab.example/?v=1&g=0.5', '?v=1&g=0.5'],
    ['https://lab.example/?fbclid=abc&v=1&g=0.5', '?fbclid=abc&v=1&g=0.5'],
    ['https://lab.example/?lang=en', ''],
    ['https://lab.example/', ''],
  ])('of %s reads “%s”', (href, link) => {
    expect(addressBar(pageAt(href)).read()).toBe(link);
  });

  it('moves a link out of the query, and leaves any other query where it is', () => {
    for (const [href, after] of [
      ['https://lab.example/lab/?v=1&g=0.5', 'https://lab.example/lab/#v=1&g=0.6'],
      ['https://lab.example/?lang=en', 'https://lab.example/?lang=en#v=1&g=0.6'],
    ] as const) {
      const page = pageAt(href);
      addressBar(page).replace('v=1&g=0.6');
      expect(page.location.href).toBe(after);
      expect(addressOf(pageAt(href).location, 'v=1&g=0.6')).toBe(after);
    }
  });

  it('opens a link behind ? as if it were behind #, and says so', () => {
    stop = syncLink(addressBar(pageAt('https://lab.example/?utm_source=chat&v=1&g=0.5')));
    expect(settings().settings).toEqual({ ...DEFAULTS, gamma: 0.5 });
    expect(useOpened.getState().notes.map(({ message }) => message)).toEqual([
      'the link was mended: “?” was read as “#”',
    ]);
  });
});
