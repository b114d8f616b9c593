import katex from 'katex';
import 'katex/dist/katex.min.css';

/** A formula set by KaTeX. Loaded on its own when the first formula is opened: KaTeX is larger than the page. */
export function Formula({ tex }: { readonly tex: string }) {
  const html = katex.renderToString(tex, { displayMode: true, throwOnError: false, output: 'htmlAndMathml' });
  // The TeX comes from the panels' own source, never from a link or a file.
  return <div className="formula" dangerouslySetInnerHTML={{ __html: html }} />;
}
