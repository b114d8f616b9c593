/** The page's style sheets, which the components under test import for their side effect; vite/client declares them for the page. */
declare module '*.css';
