import { create } from 'zustand';

/** Whether the page is being printed: then every chart is drawn, in light colours, at the width of a page. */
export const usePrinting = create<{ readonly printing: boolean }>(() => ({ printing: false }));
