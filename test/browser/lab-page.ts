import { test as base, expect, type Locator, type Page } from '@playwright/test';
// What the page offers on `window`.
import type {} from '../../src/ui/debug-handle.ts';

/** The page as a user has it, and everything that it complained about. */
export class LabPage {
  readonly page: Page;
  /** Console errors, uncaught errors and CSP violations, in order. */
  readonly complaints: string[] = [];
  readonly status: Locator;
  /** In what is one press of the status away: `openFacts`. */
  readonly facts: Locator;
  readonly fingerprintState: Locator;
  readonly linkNotes: Locator;
  readonly bigStableRank: Locator;
  readonly epochReadout: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByTestId('status');
    this.facts = page.getByTestId('status-facts');
    this.fingerprintState = page.getByTestId('fingerprint-state');
    this.linkNotes = page.getByTestId('link-notes');
    this.bigStableRank = page.getByTestId('big-stable-rank');
    this.epochReadout = page.getByTestId('epoch-readout');
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
  }

  /** @param hash with or without '#'; '' is the page as a new user opens it */
  async open(hash = ''): Promise<void> {
    const link = hash.replace(/^#/, '');
    await this.page.goto(link === '' ? '/' : `/#${link}`);
  }

  /** Opens and waits for all runs, and for the first chart: the page’s cards come in turns, which quick runs outrun. */
  async openDone(hash = ''): Promise<void> {
    await this.open(hash);
    await this.done();
    await expect(this.page.locator('[data-panel]').first().locator('.card-skeleton')).toHaveCount(0);
  }

  /** Waits until the runs of the settings on the page are computed. */
  async done(timeout = 20_000): Promise<void> {
    const idle = this.status.and(this.page.locator('[aria-busy=false]'));
    await expect(idle).toHaveText(/^(Computed ✓|Reproduced ✓|Differs from the link)/, { timeout });
  }

  /** Presses the status: all that is known of the computation, and its buttons. */
  async openFacts(): Promise<void> {
    await this.status.getByRole('button', { name: /^Computation/ }).click();
    await expect(this.facts).toBeVisible();
  }

  /** The fingerprint of what is on screen, once there is one. */
  async fingerprint(): Promise<string> {
    let found: string | null = null;
    await expect
      .poll(async () => (found = await this.fingerprintNow()), { message: 'a fingerprint', timeout: 25_000 })
      .toMatch(/^[0-9a-f]{16}$/);
    return found!;
  }

  fingerprintNow(): Promise<string | null> {
    return this.page.evaluate(() => window.implicitBiasLab?.fingerprint() ?? null);
  }

  /** t as the player reads it out. */
  async epoch(): Promise<number> {
    const text = await this.epochReadout.locator('strong').innerText();
    return Number(text.replaceAll(',', ''));
  }

  /** Brings the playhead to rest at the end. */
  async toEnd(): Promise<void> {
    await this.page.getByRole('button', { name: 'To the end' }).click();
  }

  /** The card of a chart, by its title. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The cells of the last row of a chart's table: the readings at the last epoch, the epoch first. */
  async lastTableRow(title: string): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: `Show ${title} as a table` }).click();
    const card = this.card(title);
    const table = card.getByRole('table');
    let cells: readonly string[] = [];
    // Rows are there once they are scrolled to; the table may grow, and rows may be drawn anew, meanwhile. Not by the key
    // End: where a table has nothing to scroll yet, it takes the page to its end, and the card out of sight.
    const region = card.getByRole('region', { name: `${title}: table` });
    await expect
      .poll(async () => {
        await region.evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight }));
        const rows = await table.getAttribute('aria-rowcount');
        cells = await card.locator(`tr[aria-rowindex="${rows}"] td`).allTextContents();
        return cells.length;
      })
      .toBeGreaterThan(0);
    await this.page.getByRole('button', { name: `Show the chart of ${title}` }).click();
    return cells;
  }

  hash(): string {
    return new URL(this.page.url()).hash;
  }
}

/** A test with a page that must not complain. */
export const test = base.extend<{ lab: LabPage }>({
  lab: async ({ page }, use) => {
    const lab = new LabPage(page);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`CSP: ${violatedDirective} blocked ${blockedURI}`);
      });
    });
    await use(lab);
    expect(lab.complaints).toEqual([]);
  },
});

export { expect };
