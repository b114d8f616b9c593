import { pathToFileURL } from 'node:url';
import { expect, test } from './lab-page.ts';

const SHORT = 'v=1&runs=1&T=50';

test.describe('a part that is loaded later and does not come', () => {
  for (const [kind, file] of [
    ['program', /\/assets\/Formula-[^/]*\.js$/],
    ['style sheet', /\/assets\/Formula-[^/]*\.css$/],
  ] as const) {
    test(`a formula without its ${kind} is told in its place, and comes when tried again`, async ({
      lab,
    }) => {
      let fails = true;
      await lab.page.route(file, (route) => (fails ? route.abort() : route.continue()));
      await lab.openDone(SHORT);
      await lab.page.getByRole('button', { name: 'Formula of Stable rank', exact: true }).click();
      const popup = lab.page.getByRole('dialog', { name: 'Stable rank' });
      await expect(popup.getByRole('alert')).toContainText('The formula could not be loaded');
      await expect(popup.getByRole('button', { name: 'Reload the page' })).toBeVisible();
      await expect(lab.status).toContainText('Computed');
      // The browser’s own words about the aborted request.
      lab.complaints.splice(0);
      fails = false;
      await popup.getByRole('button', { name: 'Try again' }).click();
      await expect(popup.locator('.katex-html').first()).toBeVisible();
      // What a screen shows once, and a screen reader reads: without the style sheet both are seen.
      await expect(popup.locator('.katex-mathml').first()).toHaveCSS('position', 'absolute');
    });
  }

  test('without what opens over the page an enlarged chart is there all the same, and leads back', async ({
    lab,
  }) => {
    await lab.page.route(/\/assets\/floating-[^/]*\.js$/, (route) => route.abort());
    await lab.open(`${SHORT}&big=loss`);
    await expect(lab.card('Training loss').getByRole('img').first()).toBeVisible();
    await expect(lab.page.getByRole('group', { name: 'Player' })).toBeVisible();
    await lab.page.getByRole('button', { name: 'Back to all charts' }).click();
    await lab.done();
    // The browser’s own words about the aborted request.
    lab.complaints.splice(0);
  });
});

test.describe('when the page itself fails', () => {
  /** What App asks of the browser while it is drawn; throws while `window.broken` is set. */
  const BREAK = (): void => {
    const real = window.matchMedia.bind(window);
    Object.assign(window, { broken: true });
    window.matchMedia = (query) => {
      if ((window as Window & { broken?: boolean }).broken === true) throw new Error('made by a test');
      return real(query);
    };
  };

  test('it says so, keeps the link, and goes on when tried again', async ({ lab }) => {
    await lab.page.addInitScript(BREAK);
    await lab.open(`${SHORT}&g=0.3&at=20`);
    const { page } = lab;
    await expect(page.getByRole('alert')).toContainText('The page stopped');
    await expect(page.getByRole('textbox', { name: 'Link of the experiment' })).toHaveValue(/#v=1.*g=0\.3/);
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    await page.evaluate(() => Object.assign(window, { broken: false }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await lab.done();
    expect(lab.hash()).toContain('g=0.3');
    expect(lab.complaints.every((complaint) => complaint.includes('made by a test'))).toBe(true);
    lab.complaints.splice(0);
  });

  test('before it has begun, it says so too', async ({ lab }) => {
    await lab.page.addInitScript(BREAK);
    await lab.open(`${SHORT}&g=0.3`);
    await expect(lab.page.getByRole('alert')).toContainText('made by a test');
    await expect(lab.page.getByRole('textbox')).toHaveValue(/g=0\.3/);
    expect(lab.complaints.every((complaint) => complaint.includes('made by a test'))).toBe(true);
    lab.complaints.splice(0);
  });
});

test.describe('where the page cannot run, or not whole', () => {
  const NEEDS = 'The program of this page has not started';

  test('a reader who can run it never sees what it needs', async ({ lab }) => {
    await lab.page.addInitScript(() => {
      const seen = new Set<string>();
      const look = (): void => {
        const needs = document.querySelector('.needs');
        if (needs !== null) seen.add(getComputedStyle(needs).visibility);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { seen });
    });
    await lab.openDone(SHORT);
    const seen = await lab.page.evaluate(() => [...(window as Window & { seen?: Set<string> }).seen!]);
    expect(seen).not.toContain('visible');
    await expect(lab.page.locator('.needs')).toHaveCount(0);
  });

  test('opened as a file, without scripts, or in a sandbox it says what it needs', async ({
    page,
    browser,
  }) => {
    await page.goto(pathToFileURL('dist/index.html').href);
    await expect(page.getByText(NEEDS)).toBeVisible();
    await expect(page.getByText('npm start')).toBeVisible();

    const mute = await browser.newPage({ javaScriptEnabled: false });
    await mute.goto('/');
    await expect(mute.getByText(NEEDS)).toBeVisible({ timeout: 1_000 });
    await mute.close();

    await page.route('**/outer.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe sandbox="allow-scripts" width="900" height="700" src="/"></iframe>',
      }),
    );
    await page.goto('/outer.html');
    await expect(page.frameLocator('iframe').getByText(NEEDS)).toBeVisible();
  });

  test('in a sandbox whose server lets anyone read, it runs and says what is missing', async ({ page }) => {
    await page.route('**/*', async (route) => {
      if (route.request().url().endsWith('/outer.html')) {
        await route.fulfill({
          contentType: 'text/html',
          body: `<iframe sandbox="allow-scripts" width="1400" height="850" src="/#${SHORT}"></iframe>`,
        });
        return;
      }
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await page.goto('/outer.html');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('refusals')).toContainText('The theme is not kept');
    await expect(frame.getByRole('alert')).toContainText(/no worker could be started/i);
    // What the page loads ahead may be on its way.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('without workers it says so and computes once they are there', async ({ lab }) => {
    let blocked = true;
    await lab.page.route(/training\.worker-/, (route) => (blocked ? route.abort() : route.continue()));
    await lab.open(SHORT);
    const alert = lab.page.getByRole('alert');
    await expect(alert).toContainText(/no worker could be started/i);
    await expect(alert).not.toContainText('stopped again');
    lab.complaints.splice(0);
    blocked = false;
    await alert.getByRole('button', { name: 'Compute again' }).click();
    await lab.done();
  });
});

test('a worker that hangs does not hold up the next setting', async ({ lab }) => {
  await lab.open('v=1&m=300&n=60&d=300&T=20000&runs=1');
  await expect(lab.bigStableRank).toHaveText(/\d/);
  const [worker] = lab.page.workers();
  await worker!.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  const replaced = lab.page.waitForEvent('worker', { timeout: 10_000 });
  await lab.page.evaluate((link) => (window.location.hash = link), SHORT);
  await replaced;
  await lab.done();
});
