import { FileProblem } from '../../problem.ts';
import { byteSize, grouped } from '../../words.ts';

/** Zero bytes after the text that are taken for padding. */
const MAX_PADDING = 1 << 20;

/** Passes text on up to its first zero byte; after that only padding may come. */
export class ZeroGuard {
  private readonly file: string;
  private line = 1;
  private padding = 0;

  constructor(file: string) {
    this.file = file;
  }

  get note(): string | null {
    return this.padding === 0 ? null : 'Zero bytes at the end of the text were passed over.';
  }

  /** @throws FileProblem when text goes on after a zero byte, or when too many follow */
  take(text: string): string {
    const at = this.padding > 0 ? 0 : text.indexOf('\0');
    if (at < 0) {
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.line++;
      return text;
    }
    this.line += text.slice(0, at).split('\n').length - 1;
    this.padding += text.length - at;
    if (this.padding > MAX_PADDING || /[^\0\s]/.test(text.slice(at))) {
      throw new FileProblem(
        `${this.file}, row ${grouped(this.line)} holds zero bytes` +
          `${this.padding > MAX_PADDING ? `, more than ${byteSize(MAX_PADDING)}` : ''}: it is damaged, or is no text`,
        'zero-bytes',
        this.line,
      );
    }
    return text.slice(0, at);
  }
}
