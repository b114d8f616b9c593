const failed = new Set<HTMLLinkElement>();

if (typeof window !== 'undefined') {
  window.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
    },
    // Such events do not bubble.
    { capture: true },
  );
}

/**
 * Asks once more for the style sheets that could not be loaded. Vite asks for a chunk's sheet a single time: tried again,
 * the chunk would come without it.
 */
export async function reloadFailedStyles(): Promise<void> {
  const links = [...failed];
  failed.clear();
  await Promise.all(links.map(reload));
}

function reload(link: HTMLLinkElement): Promise<void> {
  const again = link.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve());
    again.addEventListener('error', () => reject(new Error(`no style sheet at ${again.href}`)));
    link.replaceWith(again);
  });
}
